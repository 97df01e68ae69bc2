//! Writes the table of hashed words.

use std::{collections::BTreeMap, path::Path};

use crate::{hash::hash, names, words};

/// Labels and names in one table; two words that share a hash fail the build.
pub fn compile(data: &Path) -> Result<String, String> {
    let mut seen: BTreeMap<u32, &str> = BTreeMap::new();
    let mut rows = Vec::new();
    let entries = [words::entries(data)?, names::entries(data)?].concat();
    for (word, value) in &entries {
        if let Some(other) = seen.insert(hash(word), word).filter(|other| other != word) {
            return Err(format!("`{word}` and `{other}` share a hash: change hash.rs"));
        }
        rows.push((hash(word), *value));
    }
    rows.sort_unstable();
    rows.dedup();
    Ok(write(&rows))
}

/// Steps in two columns: of 24 bits the upper 8 are small numbers, which compress.
fn write(rows: &[(u32, u8)]) -> String {
    let starts: Vec<usize> =
        (0..=256u64).map(|part| rows.partition_point(|(hash, _)| u64::from(*hash) < part << 24)).collect();
    let (mut low, mut high) = (Vec::new(), Vec::new());
    for (at, (hash, _)) in rows.iter().enumerate() {
        let before = if starts.contains(&at) { hash & 0xff00_0000 } else { rows[at - 1].0 };
        low.push((hash - before) as u16);
        high.push((hash - before) >> 16);
    }
    let values: Vec<u8> = rows.iter().map(|(_, value)| *value).collect();
    format!(
        "static STARTS: [u16; 257] = {starts:?};\nstatic LOW: [u16; {0}] = {low:?};\n\
         static HIGH: [u8; {0}] = {high:?};\nstatic VALUES: [u8; {0}] = {values:?};\n",
        rows.len()
    )
}
