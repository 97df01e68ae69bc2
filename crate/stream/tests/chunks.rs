//! A document comes out the same in however many parts it comes in.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::{
    fs,
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use endmark_stream::{Wanted, clean};

/// Gives a document in parts of certain lengths, over and over.
struct InParts<'d> {
    document: io::Cursor<&'d [u8]>,
    lengths: Vec<usize>,
    next: usize,
}

impl Read for InParts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.lengths[self.next % self.lengths.len()].min(buffer.len());
        self.next += 1;
        self.document.read(&mut buffer[..length])
    }
}

impl Seek for InParts<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.next = 0;
        self.document.seek(to)
    }
}

fn cleaned(document: &[u8], lengths: Vec<usize>) -> Vec<u8> {
    let mut source = InParts { document: io::Cursor::new(document), lengths, next: 0 };
    let cleaning = clean(&mut source, &Wanted::default()).expect("a document that is read");
    let mut result = Vec::new();
    source.seek(SeekFrom::Start(0)).expect("memory");
    cleaning.cutting.cuts.copy(&mut source, &mut result).expect("memory");
    result
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages");
    let paths =
        fs::read_dir(folder).expect("tests/pages is there").filter_map(|entry| Some(entry.ok()?.path()));
    let mut pages: Vec<_> = paths.filter(|path| path.extension().is_some_and(|e| e == "html")).collect();
    pages.sort();
    pages
}

/// Numbers that are always the same, and look as if they were not.
fn dice(seed: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(seed as u64 + 1), |last| {
        Some(last.wrapping_mul(6_364_136_223_846_793_005) + 1)
    })
    .map(|number| (number >> 33) as usize)
}

#[test]
fn fixtures_come_out_the_same_in_whatever_parts_they_come() {
    for (seed, path) in pages().iter().enumerate() {
        let document = fs::read(path).expect("a page");
        let whole = cleaned(&document, vec![usize::MAX]);
        // On every page all of them would take minutes.
        let throughout = (1..=64).filter(|length| length % 16 == seed % 16).map(|length| vec![length]);
        let by_chance = vec![dice(seed).take(97).map(|number| 1 + number % 600).collect()];
        for lengths in throughout.chain(by_chance) {
            assert!(whole == cleaned(&document, lengths.clone()), "{} in {lengths:?}", path.display());
        }
    }
}
