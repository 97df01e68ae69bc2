//! Which files are to be read, and where what comes of them goes.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use walkdir::{DirEntry, WalkDir};

use crate::product::Form;

/// Endings of the names of files that are read in folders.
const ENDINGS: &[&str] = &["html", "htm", "xhtml", "shtml"];

/// A file to be read and its place below the folder that was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it is.
    pub path: PathBuf,
    /// Its place below the folder that was named, or its name.
    pub place: PathBuf,
}

/// One file to be made of another.
#[derive(Debug, Clone)]
pub struct Job {
    /// What is read.
    pub from: PathBuf,
    /// What is written.
    pub to: PathBuf,
}

/// The documents among files and folders, in the order of their names, without those in the folder that is
/// written to; what cannot be looked into is a fault.
pub fn pages(named: &[PathBuf], out: Option<&Path>) -> Vec<Result<Page>> {
    let mut found = Vec::new();
    for path in named {
        if !path.is_dir() {
            let place = path.file_name().map(PathBuf::from).unwrap_or_default();
            found.push(Ok(Page { path: path.clone(), place }));
            continue;
        }
        let is_made =
            |entry: &DirEntry| entry.depth() > 0 && out.is_some_and(|out| is_same(entry.path(), out));
        let walk = WalkDir::new(path).follow_links(true).sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| !is_made(entry)) {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_page(entry.path()) => {
                    let place = entry.path().strip_prefix(path).unwrap_or(entry.path()).to_path_buf();
                    found.push(Ok(Page { path: entry.into_path(), place }));
                }
                Ok(_) => {}
                Err(fault) => found.push(Err(fault.into())),
            }
        }
    }
    found
}

/// What is to be made below a folder; a page whose place is taken, or that would be written over, is a fault.
pub fn jobs(named: &[PathBuf], out: &Path, form: Form) -> Vec<Result<Job>> {
    let mut taken = HashSet::new();
    let mut job = |Page { path, place }: Page| {
        let mut to = out.join(&place);
        if form == Form::Text {
            to.set_extension("txt");
        }
        if is_same(&path, &to) {
            return Err(anyhow!("{}: would be written over", path.display()));
        }
        if !taken.insert(to.clone()) {
            return Err(anyhow!("{}: another file goes to {} already", path.display(), to.display()));
        }
        Ok(Job { from: path, to })
    };
    pages(named, Some(out)).into_iter().map(|page| page.and_then(&mut job)).collect()
}

impl Job {
    /// Whether the file was made after what it is made of was last changed.
    ///
    /// # Errors
    /// When what is to be read is not there.
    pub fn is_done(&self) -> Result<bool> {
        let read = fs::metadata(&self.from).and_then(|found| found.modified());
        let read = read.with_context(|| self.from.display().to_string())?;
        Ok(fs::metadata(&self.to).and_then(|found| found.modified()).is_ok_and(|made| made >= read))
    }
}

fn is_page(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
