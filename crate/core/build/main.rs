//! Checks the data files and compiles them to tables. What is wrong in them fails the build,
//! with file, line and reason.

extern crate alloc;

#[allow(dead_code, reason = "the build needs the names alone")]
#[path = "../src/attribute.rs"]
mod attribute;
#[path = "../src/hash.rs"]
mod hash;
mod languages;
mod links;
mod names;
#[path = "../src/normal.rs"]
mod normal;
mod purpose;
mod records;
pub(crate) mod rules;
mod selector;
pub(crate) mod table;
pub(crate) mod weights;
mod words;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let sources: [(&str, Compile); 4] = [
        ("words.rs", words::compile),
        ("names.rs", names::compile),
        ("weights.rs", weights::compile),
        ("purpose.rs", purpose::compile),
    ];
    let data = Path::new("data");
    let made = sources.iter().try_for_each(|(name, compile)| write(&out, name, compile(data)?.as_bytes()));
    if let Err(reason) = made.and_then(|()| write_words(data, &out)) {
        println!("cargo::error={reason}");
        process::exit(1);
    }
}

/// The tables of words, each a file of its own, and what embeds them.
fn write_words(data: &Path, out: &Path) -> Result<(), String> {
    let folder = out.join("words");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let tables = table::tables(data)?;
    tables.files.iter().try_for_each(|(name, bytes)| write(&folder, name, bytes))?;
    write(out, "all-words", &tables.all)?;
    write(out, "embedded.rs", table::embed(&tables).as_bytes())
}

fn write(folder: &Path, name: &str, content: &[u8]) -> Result<(), String> {
    let path = folder.join(name);
    fs::write(&path, content).map_err(|e| format!("{}: {e}", path.display()))
}

type Compile = fn(&Path) -> Result<String, String>;

/// Reads one data file; a mistake in it is told with its line.
fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<(T, String), String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let value = toml::from_str(&text).map_err(|e| {
        let line = e.span().map_or(0, |s| text[..s.start].lines().count().max(1));
        format!("{}:{line}: {}", path.display(), e.message())
    })?;
    Ok((value, text))
}

/// The data files of a folder, in name order.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found: Vec<_> = entries
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    found.sort();
    Ok(found)
}

/// The categories' Rust names by the names that data files use.
const CATEGORIES: &[(&str, &str)] = &[
    ("author-bio", "AuthorBio"),
    ("teaser", "Teaser"),
    ("comments", "Comments"),
    ("comment-form", "CommentForm"),
    ("newsletter", "Newsletter"),
    ("share", "Share"),
    ("sponsored", "Sponsored"),
    ("post-nav", "PostNav"),
    ("tags", "Tags"),
];

/// A category's place among all.
fn number_of(category: &str) -> Option<usize> {
    CATEGORIES.iter().position(|(name, _)| *name == category)
}

/// The line on which a text first stands in a file.
fn line_of(file: &str, text: &str) -> usize {
    file.find(text).map_or(0, |at| file[..at].lines().count().max(1))
}
