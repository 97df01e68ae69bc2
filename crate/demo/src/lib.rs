//! The module of the demo page: says of a page's bytes what goes and why. The page cuts and shows.

mod progress;
mod told;

use std::{collections::BTreeMap, io::Cursor};

use endmark_core::{Address, Category, Outline, Settings, Words, language::languages, words::COMMON};
use endmark_stream::{Wanted, judge, read};
use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use progress::Telling;
use told::{Answer, tell};

/// Categories by their names, and whether they are to be taken off.
type Choices = BTreeMap<String, bool>;

/// Cleans pages, with the words that it was given.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Cleaner {
    tables: BTreeMap<String, Vec<u8>>,
}

/// Names of tables of words that are not at hand.
struct Missing(Vec<String>);

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
        let wanted =
            Wanted { address: (!page.is_empty()).then(|| Address::of(page)), settings, ..Wanted::default() };
        let mut reader = Telling::new(Cursor::new(source), source.len(), progress);
        let survey = read(&mut reader, &wanted)
            .map_err(|fault| JsError::new(&format!("This page stays as it is: {fault}.")))?;
        let answer = match self.words_of(&survey.outline) {
            Ok(words) => tell(judge(survey, words, &wanted), &settings),
            Err(Missing(wanted)) => Answer { wanted, page: None },
        };
        Ok(answer.serialize(&Serializer::json_compatible())?)
    }

    /// The common words and those of a page's languages, or what is missing of them.
    fn words_of(&self, outline: &Outline) -> Result<Words, Missing> {
        let mut words = Words::default();
        self.learn_all(&mut words, &[COMMON.to_owned()])?;
        let languages: Vec<String> = languages(outline, &words).into_iter().map(str::to_owned).collect();
        self.learn_all(&mut words, &languages)?;
        Ok(words)
    }

    /// The common table is that of English too.
    fn learn_all(&self, words: &mut Words, names: &[String]) -> Result<(), Missing> {
        let wanted: Vec<&String> = names.iter().filter(|name| !words.knows(name)).collect();
        let missing: Vec<String> = wanted
            .iter()
            .filter(|name| !self.tables.contains_key(**name))
            .map(|&name| name.clone())
            .collect();
        if !missing.is_empty() {
            return Err(Missing(missing));
        }
        for table in wanted.into_iter().filter_map(|name| self.tables.get(name)) {
            words.learn(table.clone()).map_err(|_| Missing(names.to_vec()))?;
        }
        Ok(())
    }
}

fn settings(choices: &Choices) -> Settings {
    let mut settings = Settings::default();
    for category in Category::ALL {
        if let Some(&takes) = choices.get(category.name()) {
            settings.categories.set(category, takes);
        }
    }
    settings
}
