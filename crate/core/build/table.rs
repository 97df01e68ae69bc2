//! Writes tables of hashed words.

use std::collections::BTreeMap;

use crate::hash::hash;

/// A table of words as a Rust item; two words that share a hash fail the build.
pub fn write(name: &str, words: &[(String, u8)]) -> Result<String, String> {
    let mut seen: BTreeMap<(u32, u8), &str> = BTreeMap::new();
    let mut rows = Vec::new();
    for (word, value) in words {
        let key = hash(word);
        if let Some(other) = seen.insert(key, word).filter(|other| other != word) {
            return Err(format!("`{word}` and `{other}` share a hash: change hash.rs"));
        }
        rows.push((key.0, key.1, *value));
    }
    rows.sort_unstable();
    rows.dedup();
    let column =
        |of: fn(&(u32, u8, u8)) -> u32| rows.iter().map(|r| of(r).to_string()).collect::<Vec<_>>().join(",");
    Ok(format!(
        "static {name}: Table = Table {{ hashes: &[{}], checks: &[{}], values: &[{}] }};\n",
        column(|r| r.0),
        column(|r| r.1.into()),
        column(|r| r.2.into())
    ))
}
