//! What was done and why, the same data for popup, demo page, command line and tests.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::Category;

/// One reason, as a message key with its parameters, so that every language can say it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// Key of the message, without its prefix.
    pub key: &'static str,
    /// Parameters of the message by name.
    pub params: BTreeMap<&'static str, String>,
}

impl Reason {
    /// A reason without parameters.
    pub fn new(key: &'static str) -> Self {
        Self { key, params: BTreeMap::new() }
    }

    /// The reason with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }
}

/// One block of the page, with all that a reader is told of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// What kind of clutter it is.
    pub category: Category,
    /// Name of the rule, or of the strongest evidence.
    pub rule: String,
    /// Its first words.
    pub words: String,
    /// Why it goes, strongest first; never empty.
    pub reasons: Vec<Reason>,
    /// Where it stands, readable: `main > section#author-box`.
    pub path: String,
}
