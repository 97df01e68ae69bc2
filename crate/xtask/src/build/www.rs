//! The demo page: what stands in www/, what it shares with the extension, and its module.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::extension::{WORDS, copy, write_words};

/// Where the demo page is written.
pub const FOLDER: &str = "dist/www";

const SOURCE: &str = "www";
/// What the page shares with the extension's own pages, and the name it has here.
const SHARED: [(&str, &str); 8] = [
    ("text.js", "text.js"),
    ("theme.css", "theme.css"),
    ("popup/ledger.js", "popup/ledger.js"),
    ("_locales/en/messages.json", "words.json"),
    ("icons/on-16.png", "icons/on-16.png"),
    ("icons/on-32.png", "icons/on-32.png"),
    ("icons/on-48.png", "icons/on-48.png"),
    ("icons/on-128.png", "icons/on-128.png"),
];
/// Pages of the tests that are its samples.
const SAMPLES: [&str; 4] = ["sahifa", "avada", "ghost", "forum-discourse"];

/// Writes the page anew, with its module and the glue.
pub fn write(glue: &str, module: &[u8]) -> Result<()> {
    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    copy(Path::new(SOURCE), folder)?;
    for (from, to) in SHARED {
        take(&Path::new("extension").join(from), &folder.join(to))?;
    }
    for name in SAMPLES.map(|name| format!("{name}.html")) {
        take(&Path::new("tests/pages").join(&name), &folder.join("samples").join(&name))?;
    }
    fs::write(folder.join("demo.js"), glue)?;
    fs::write(folder.join("demo_bg.wasm"), module)?;
    write_words(&folder.join(WORDS))
}

fn take(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(())
}
