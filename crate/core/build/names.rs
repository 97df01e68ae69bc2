//! Telling names by category, compiled to sequences of tokens.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use serde::Deserialize;

use crate::{category, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    tokens: Vec<String>,
    #[serde(default)]
    prefixes: Vec<String>,
}

pub fn compile(data: &Path) -> Result<String, String> {
    let path = data.join("names.toml");
    let (file, _): (BTreeMap<String, Entry>, String) = read(&path)?;
    let mut out = String::from("static NAMES: &[(Category, &[&[&str]])] = &[\n");
    for (name, entry) in file.iter().filter(|(n, _)| !["never", "byline"].contains(&n.as_str())) {
        let category =
            category(name).ok_or_else(|| format!("{}: no category is called `{name}`", path.display()))?;
        if entry.tokens.is_empty() {
            return Err(format!("{}: `{name}` has no tokens", path.display()));
        }
        writeln!(out, "(Category::{category}, &[{}]),", sequences(&entry.tokens))
            .map_err(|e| e.to_string())?;
    }
    let byline = file.get("byline").ok_or_else(|| format!("{}: `byline` is missing", path.display()))?;
    let never = file.get("never").ok_or_else(|| format!("{}: `never` is missing", path.display()))?;
    writeln!(out, "];\nstatic NEVER: &[&[&str]] = &[{}];", sequences(&never.tokens))
        .map_err(|e| e.to_string())?;
    writeln!(out, "static BYLINE: &[&[&str]] = &[{}];", sequences(&byline.tokens))
        .map_err(|e| e.to_string())?;
    writeln!(out, "static STATES: &[&str] = &{:?};", never.prefixes).map_err(|e| e.to_string())?;
    Ok(out)
}

fn sequences(tokens: &[String]) -> String {
    tokens
        .iter()
        .map(|t| format!("&{:?}", t.split_whitespace().collect::<Vec<_>>()))
        .collect::<Vec<_>>()
        .join(", ")
}
