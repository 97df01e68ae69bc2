//! The module of the demo page: says of a page's bytes what goes and why. The page cuts and shows.

mod progress;
mod told;

use std::{collections::BTreeMap, io::Cursor};

use endmark_core::{Category, Outline, Settings, Words, language::languages, words::COMMON};
use endmark_stream::{Fault, Wanted, address, clean_with};
use js_sys::Function;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use progress::Telling;
use told::{Answer, tell};

/// What the user wants, as the page says it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Choices {
    categories: BTreeMap<String, bool>,
}

/// Cleans pages, with the words that it was given.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Cleaner {
    tables: BTreeMap<String, Vec<u8>>,
}

#[wasm_bindgen]
impl Cleaner {
    /// One that knows no words.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a table of words over.
    pub fn learn(&mut self, name: String, table: Vec<u8>) {
        self.tables.insert(name, table);
    }

    /// What goes off a page: `{wanted}`, the names of tables that have to be learned first, or `{wanted: [],
    /// encoding, why, blocks, cuts: [{start, end, block}], categories}`. `progress` is called with the share
    /// that was read.
    ///
    /// # Errors
    /// Where the page stays as it is, with the reason in words.
    pub fn clean(
        &self,
        source: &[u8],
        page: &str,
        choices: JsValue,
        progress: &Function,
    ) -> Result<JsValue, JsError> {
        let settings = settings(&serde_wasm_bindgen::from_value(choices)?);
        let wanted = Wanted { address: address(page), settings: settings.clone(), ..Wanted::default() };
        let mut reader = Telling::new(Cursor::new(source), source.len(), progress);
        let answer = match clean_with(&mut reader, &wanted, |outline| self.words_of(outline)) {
            Ok(cleaning) => tell(cleaning, &settings),
            Err(Fault::Words(wanted)) => Answer { wanted, page: None },
            Err(fault) => return Err(JsError::new(&format!("This page stays as it is: {fault}."))),
        };
        Ok(serde_wasm_bindgen::to_value(&answer)?)
    }

    /// The common words and those of a page's languages, or what is missing of them.
    fn words_of(&self, outline: &Outline) -> Result<Words, Fault> {
        let mut words = Words::default();
        self.learn_all(&mut words, &[COMMON.to_owned()])?;
        let languages: Vec<String> = languages(outline, &words).into_iter().map(str::to_owned).collect();
        self.learn_all(&mut words, &languages)?;
        Ok(words)
    }

    fn learn_all(&self, words: &mut Words, names: &[String]) -> Result<(), Fault> {
        let missing: Vec<String> =
            names.iter().filter(|name| !self.tables.contains_key(*name)).cloned().collect();
        if !missing.is_empty() {
            return Err(Fault::Words(missing));
        }
        for name in names.iter().filter(|name| !words.knows(name)).collect::<Vec<_>>() {
            let table = self.tables.get(name).cloned().unwrap_or_default();
            words.learn(table).map_err(|_| Fault::Words(vec![name.clone()]))?;
        }
        Ok(())
    }
}

fn settings(choices: &Choices) -> Settings {
    let mut settings = Settings::default();
    for category in Category::ALL {
        if let Some(&takes) = choices.categories.get(category.name()) {
            settings.categories.set(category, takes);
        }
    }
    settings
}
