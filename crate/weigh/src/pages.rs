//! Saved pages in the corpus's format: a folder each, with page, address, labels or text.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde::Deserialize;

/// One saved page.
#[derive(Debug)]
pub struct Page {
    /// Name of its folder.
    pub id: String,
    /// What is known of it besides.
    pub meta: Meta,
    /// Its source, as UTF-8.
    pub html: String,
    /// Its blocks, labelled by hand, where there are labels.
    pub labels: Option<Labels>,
    /// The text of its article, where that is known.
    pub body: Option<String>,
    /// What of that text is clutter, word for word.
    pub clutter: Vec<String>,
}

/// What a person said of a page's blocks; elements are named by the order in which the parser adds them.
#[derive(Debug, Deserialize)]
pub struct Labels {
    /// Whether the page is an article.
    pub article: bool,
    /// The clutter.
    pub junk: Vec<Label>,
    /// The elements that hold the article.
    pub body: Vec<usize>,
}

/// One block that is clutter.
#[derive(Debug, Deserialize)]
pub struct Label {
    /// Number of its element.
    pub n: usize,
    /// What kind of clutter it is.
    pub category: String,
    /// Name of its element.
    pub tag: String,
    /// Its first words.
    #[serde(default)]
    pub text: String,
}

/// What `meta.json` says of a page.
#[derive(Debug, Default, Deserialize)]
pub struct Meta {
    /// Where it came from.
    #[serde(default)]
    pub url: Option<String>,
    /// Its language.
    #[serde(default)]
    pub lang: Option<String>,
    /// Whether it is an article; labels say so themselves.
    #[serde(default)]
    pub article: Option<bool>,
}

/// Every page below `folder`, in name order; `only` keeps those whose name contains one of its words.
///
/// # Errors
/// When a page's files cannot be read.
pub fn load(folder: &Path, only: &[String]) -> Result<Vec<Page>> {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.retain(|f| only.is_empty() || only.iter().any(|word| name_of(f).contains(word.as_str())));
    folders.iter().map(|f| load_page(f)).collect()
}

fn load_page(folder: &Path) -> Result<Page> {
    let meta: Meta = serde_json::from_str(&read(folder, "meta.json")?.unwrap_or_else(|| "{}".into()))
        .with_context(|| format!("bad meta.json in {}", folder.display()))?;
    let labels = read(folder, "labels.json")?
        .map(|text| serde_json::from_str(&text))
        .transpose()
        .with_context(|| format!("bad labels.json in {}", folder.display()))?;
    Ok(Page {
        id: name_of(folder),
        meta,
        html: read(folder, "page.html")?.unwrap_or_default(),
        labels,
        body: read(folder, "body.txt")?,
        clutter: Vec::new(),
    })
}

fn name_of(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(folder: &Path, name: &str) -> Result<Option<String>> {
    let plain = folder.join(name);
    let packed = folder.join(format!("{name}.gz"));
    let mut bytes = Vec::new();
    if plain.exists() {
        bytes = fs::read(plain)?;
    } else if packed.exists() {
        GzDecoder::new(fs::File::open(packed)?).read_to_end(&mut bytes)?;
    } else {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}
