//! Writes tables of hashed words: one for each language, and one with all that every page needs.

use std::{collections::BTreeMap, path::Path};

use super::{
    hash::{MAGIC, hash},
    languages, links, names, purpose,
    records::Records,
    rules,
    words::{self, Joined, Label},
};

/// The language whose labels stand on pages of every language.
const EVERYWHERE: &str = "en";

/// The table that every page needs.
const COMMON: &str = "common";

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
    let table = |names| Table {
        names,
        languages: codes.clone(),
        entries: entries.clone(),
        joined: Vec::new(),
        lists: lists.clone(),
    };
    let mut common = table(vec![COMMON.into(), EVERYWHERE.into()]);
    let mut all = table([vec![COMMON.into()], codes.clone()].concat());
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
    files.push((COMMON.into(), common.write()?));
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
    names: Vec<String>,
    languages: Vec<String>,
    entries: Vec<(String, u8)>,
    joined: Vec<Joined>,
    lists: Vec<Records>,
}

impl Table {
    fn named(name: &str) -> Self {
        Self { names: vec![name.into()], ..Self::default() }
    }

    fn add(&mut self, labels: &[Label]) {
        self.entries.extend(words::entries(labels));
        self.joined.extend(words::joined(labels));
    }

    /// Hashes in order, then what each stands for, then records: the names of the table, codes of languages
    /// by their numbers, the labels that run into a name, and the lists. Two words that share a hash fail
    /// the build.
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
        let count =
            u32::try_from(rows.len()).map_err(|_| format!("too many words in {}", self.names.join(" ")))?;
        let mut bytes = MAGIC.to_vec();
        bytes.extend(count.to_le_bytes());
        bytes.extend(rows.iter().flat_map(|(hash, _)| hash.to_le_bytes()));
        bytes.extend(rows.iter().map(|(_, value)| *value));
        bytes.extend(self.records()?.bytes());
        Ok(bytes)
    }

    fn records(&self) -> Result<Records, String> {
        let mut joined = Records::default();
        for Joined { before, after, value } in &self.joined {
            joined.text(before)?;
            joined.text(after)?;
            joined.long((*value).into());
        }
        let (names, codes) = (Records::texts(&self.names)?, Records::texts(&self.languages)?);
        let mut records = Records::default();
        [&names, &codes, &joined].into_iter().chain(&self.lists).try_for_each(|part| records.part(part))?;
        Ok(records)
    }
}
