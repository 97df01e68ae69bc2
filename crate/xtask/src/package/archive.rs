//! Zip archives that are the same bytes whenever and wherever they are written.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Contents by name; `/` stands between the parts of a name.
pub type Files = BTreeMap<String, Vec<u8>>;

const PROGRAM: u32 = 0o755;
const FILE: u32 = 0o644;
const BEST: i64 = 9;

/// Packs files in the order of their names, all of one time. The mode comes from the content, so
/// that it is the same from any unpacked copy.
pub fn pack(files: &Files) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let mode = if content.starts_with(b"#!") { PROGRAM } else { FILE };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(BEST))
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(mode);
        archive.start_file(name, options).with_context(|| name.clone())?;
        archive.write_all(content).with_context(|| name.clone())?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Duration;

    use zip::ZipArchive;

    use super::*;

    fn files() -> Files {
        let contents =
            [("words/de", "Lies auch"), ("content.js", "\"use strict\";"), (".ci/run", "#!/bin/sh\n")];
        contents.map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec())).into()
    }

    fn unpack(archive: Vec<u8>) -> Result<ZipArchive<Cursor<Vec<u8>>>> {
        Ok(ZipArchive::new(Cursor::new(archive))?)
    }

    #[test]
    fn names_are_sorted_and_contents_kept() -> Result<()> {
        let mut archive = unpack(pack(&files())?)?;
        let mut read = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index)?;
            let mut content = Vec::new();
            std::io::copy(&mut file, &mut content)?;
            read.push((file.name()?.into_owned(), content));
        }
        assert_eq!(read, files().into_iter().collect::<Vec<_>>());
        assert!(read.is_sorted());
        Ok(())
    }

    #[test]
    fn times_and_modes_are_fixed() -> Result<()> {
        let mut archive = unpack(pack(&files())?)?;
        for index in 0..archive.len() {
            let file = archive.by_index(index)?;
            let time = file.last_modified().map(|time| (time.year(), time.month(), time.day(), time.hour()));
            assert_eq!(time, Some((1980, 1, 1, 0)));
            let mode = if file.name()? == ".ci/run" { PROGRAM } else { FILE };
            assert_eq!(file.unix_mode().map(|found| found & 0o777), Some(mode), "{index}");
        }
        Ok(())
    }

    #[test]
    fn the_same_files_make_the_same_archive_later() -> Result<()> {
        let first = pack(&files())?;
        // Times in an archive are counted in steps of two seconds.
        thread::sleep(Duration::from_millis(2100));
        assert_eq!(pack(&files())?, first);
        Ok(())
    }
}
