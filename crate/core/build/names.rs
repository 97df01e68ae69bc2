//! Telling names, and names of what belongs to the site: sequences of tokens, compiled to entries of the table.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use serde::Deserialize;

use super::{CATEGORIES, number_of, read, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    tokens: Vec<String>,
    /// Names of a single word, which says nothing among others.
    #[serde(default)]
    only: Vec<String>,
    #[serde(default)]
    prefixes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chrome {
    tags: Vec<String>,
    roles: Vec<String>,
    site_tags: Vec<String>,
    shares: String,
    tokens: Vec<String>,
    except: Vec<String>,
    columns: Vec<String>,
    pictures: Vec<String>,
    recipes: Vec<String>,
}

/// What sequences stand for beside categories, in the order of their numbers.
const OTHERS: &[&str] = &["NEVER", "BYLINE", "CHROME", "EXCEPT", "COLUMN", "PICTURE", "RECIPE"];

/// All sequences with the numbers of what they stand for.
pub fn entries(data: &Path) -> Result<Vec<(String, u8)>, String> {
    let path = data.join("names.toml");
    let (file, _): (BTreeMap<String, Entry>, String) = read(&path)?;
    let mut words = Vec::new();
    for (name, entry) in &file {
        let number = number(name).ok_or_else(|| format!("{}: nothing is called `{name}`", path.display()))?;
        words.extend(entry.tokens.iter().map(|t| (sequence(t), number)));
        if let Some(word) = entry.only.iter().find(|word| !word.chars().all(|c| c.is_ascii_lowercase())) {
            return Err(format!("{}: `{word}` is not one word in lower case", path.display()));
        }
        words.extend(entry.only.iter().map(|word| (format!("={word}"), number)));
        words.extend(entry.prefixes.iter().map(|word| (format!("<{word}"), number)));
    }
    let (chrome, _): (Chrome, String) = read(&data.join("chrome.toml"))?;
    for (list, name) in [
        (&chrome.tokens, "CHROME"),
        (&chrome.except, "EXCEPT"),
        (&chrome.columns, "COLUMN"),
        (&chrome.pictures, "PICTURE"),
        (&chrome.recipes, "RECIPE"),
    ] {
        words.extend(list.iter().filter_map(|t| Some((sequence(t), number(name)?))));
    }
    Ok(words)
}

/// The numbers and lists that reading names needs.
pub fn compile(data: &Path) -> Result<String, String> {
    let (chrome, _): (Chrome, String) = read(&data.join("chrome.toml"))?;
    let mut out = format!("const FIRST: u8 = {};\n", words::kinds().len());
    for name in OTHERS {
        let value = number(name).unwrap_or_default();
        writeln!(out, "const {name}: u8 = {value};").map_err(|e| e.to_string())?;
    }
    let words = entries(data)?;
    let longest = words.iter().map(|(word, _)| word.split(' ').count()).max().unwrap_or(1);
    writeln!(out, "const LONGEST: usize = {longest};").map_err(|e| e.to_string())?;
    writeln!(out, "pub(crate) const ROLES: &str = {:?};", chrome.roles.join(" "))
        .map_err(|e| e.to_string())?;
    writeln!(out, "pub(crate) const SHARES: &str = {:?};", chrome.shares).map_err(|e| e.to_string())?;
    for (name, list) in [("TAGS", &chrome.tags), ("SITE_TAGS", &chrome.site_tags)] {
        let set: String = list.iter().map(|tag| format!(".union(tag::{})", tag.to_uppercase())).collect();
        writeln!(out, "pub(crate) const {name}: tag::Tags = tag::Tags::NONE{set};")
            .map_err(|e| e.to_string())?;
    }
    Ok(out)
}

fn number(name: &str) -> Option<u8> {
    let category = number_of(name);
    let other = || OTHERS.iter().position(|o| o.eq_ignore_ascii_case(name)).map(|at| at + CATEGORIES.len());
    category.or_else(other).map(|at| (words::kinds().len() + at) as u8)
}

/// A sequence in the form that it is looked up by, which no label has.
fn sequence(tokens: &str) -> String {
    format!(".{}", tokens.split_whitespace().collect::<Vec<_>>().join(" "))
}
