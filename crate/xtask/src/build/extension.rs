//! The unpacked extension: what stands in extension/, the manifest, and what was made.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::manifest;
use crate::browser::Browser;

const SOURCE: &str = "extension";
const MANIFEST: &str = "manifest.json";
/// Where the tables of label words lie.
pub const WORDS: &str = "words";
/// Types for the checker; no browser reads them.
const TYPES: &str = ".d.ts";

/// Writes one browser's folder anew, with the files that were made.
pub fn write(browser: Browser, made: &[(&str, &[u8])]) -> Result<()> {
    let folder = Path::new(browser.extension());
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    copy(Path::new(SOURCE), folder)?;
    let source = fs::read_to_string(Path::new(SOURCE).join(MANIFEST)).context(MANIFEST)?;
    fs::write(folder.join(MANIFEST), manifest::tailor(&source, browser)?)?;
    for (name, content) in made {
        fs::write(folder.join(name), content)?;
    }
    write_words(&folder.join(WORDS))
}

/// The tables of label words, which the modules are handed.
pub fn write_words(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, table) in endmark_core::words::tables() {
        fs::write(folder.join(name), table)?;
    }
    Ok(())
}

/// Reads every file of a folder and of those in it.
pub fn read(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    for entry in folder.read_dir().with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, files)?;
        } else {
            files.insert(path.clone(), fs::read(path)?);
        }
    }
    Ok(())
}

/// Copies a folder with all in it but types.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in from.read_dir().with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if !entry.file_name().to_string_lossy().ends_with(TYPES) {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
