//! Writes tables of hashed words: one for each language, and one with all that every page needs.

use std::{collections::BTreeMap, path::Path};

use super::{
    hash::{MAGIC, PART, hash},
    languages, links, names, purpose, rules,
    words::{self, Joined, Label},
};

/// The language whose labels stand on pages of every language.
const EVERYWHERE: &str = "en";

/// The tables that are files, with the files' names, and one that holds all words.
pub struct Tables {
    pub files: Vec<(String, Vec<u8>)>,
    pub all: Vec<u8>,
}

/// Reads all words and writes their tables.
pub fn tables(data: &Path) -> Result<Tables, String> {
    let languages = words::read_all(data)?;
    let codes: Vec<String> = languages.iter().map(|language| language.code.clone()).collect();
    let entries = [names::entries(data)?, languages::entries(&languages)].concat();
    let lists = [vec![rules::write(data)?, purpose::write(data)?], links::write(data)?].concat();
    let table = |name| Table {
        name,
        languages: codes.clone(),
        entries: entries.clone(),
        joined: Vec::new(),
        lists: lists.clone(),
    };
    let mut common = table(format!("common {EVERYWHERE}"));
    let mut all = table(format!("common {}", codes.join(" ")));
    let mut files = Vec::new();
    for language in &languages {
        all.add(&language.labels);
        if language.code == EVERYWHERE {
            common.add(&language.labels);
        } else {
            let mut table = Table::named(&language.code);
            table.add(&language.labels);
            files.push((language.code.clone(), table.write()?));
        }
    }
    files.push(("common".into(), common.write()?));
    Ok(Tables { files, all: all.write()? })
}

/// What makes the tables a part of the program, for those that have no files beside it.
pub fn embed(tables: &Tables) -> String {
    let row = |name: &String| {
        format!("({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/words/{name}\"))),\n")
    };
    let rows: String = tables.files.iter().map(|(name, _)| row(name)).collect();
    format!(
        "static TABLES: &[(&str, &[u8])] = &[\n{rows}];\n\
         static ALL: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/all-words\"));\n"
    )
}

#[derive(Default)]
struct Table {
    name: String,
    languages: Vec<String>,
    entries: Vec<(String, u8)>,
    joined: Vec<Joined>,
    lists: Vec<String>,
}

impl Table {
    fn named(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    fn add(&mut self, labels: &[Label]) {
        self.entries.extend(words::entries(labels));
        self.joined.extend(words::joined(labels));
    }

    /// Hashes in order, then what each stands for, then lines of text: names of the table, codes
    /// of languages by their numbers, the labels that run into a name, and the lists, set apart from each other. Two words that share a
    /// hash fail the build.
    fn write(&self) -> Result<Vec<u8>, String> {
        let mut seen: BTreeMap<u32, &str> = BTreeMap::new();
        let mut rows = Vec::new();
        for (word, value) in &self.entries {
            if let Some(other) = seen.insert(hash(word), word).filter(|other| other != word) {
                return Err(format!("`{word}` and `{other}` share a hash: change hash.rs"));
            }
            rows.push((hash(word), *value));
        }
        rows.sort_unstable();
        rows.dedup();
        let count = u32::try_from(rows.len()).map_err(|_| format!("too many words in {}", self.name))?;
        let mut bytes = MAGIC.to_vec();
        bytes.extend(count.to_le_bytes());
        bytes.extend(rows.iter().flat_map(|(hash, _)| hash.to_le_bytes()));
        bytes.extend(rows.iter().map(|(_, value)| *value));
        bytes.extend([&*self.name, "\n", &self.languages.join(" ")].concat().bytes());
        for Joined { before, after, value } in &self.joined {
            bytes.extend(format!("\n{before}\t{after}\t{value}").bytes());
        }
        for list in &self.lists {
            bytes.extend(format!("{PART}{list}").bytes());
        }
        Ok(bytes)
    }
}
