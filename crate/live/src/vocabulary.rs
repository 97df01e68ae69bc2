//! The words that a page needs. The tables of its languages are files beside the module: the script
//! around it is told which are wanted, and hands them over.

use alloc::{borrow::ToOwned, rc::Rc, string::String, vec::Vec};

use endmark_core::{
    Outline, Words,
    language::languages,
    part::parts,
    words::{COMMON, Unreadable},
};

/// What is known of words, and what is still wanted.
pub struct Vocabulary {
    words: Rc<Words>,
    wanted: String,
}

impl Vocabulary {
    /// Nothing known: the table that every page needs is wanted.
    pub fn new() -> Self {
        Self { words: Rc::default(), wanted: COMMON.to_owned() }
    }

    /// The words known so far.
    pub fn words(&self) -> Rc<Words> {
        Rc::clone(&self.words)
    }

    /// Names of the tables that have to be learned before a page can be judged, set apart by blanks.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Takes a table over.
    ///
    /// # Errors
    /// When the bytes are none.
    pub fn learn(&mut self, table: Vec<u8>) -> Result<(), Unreadable> {
        Rc::get_mut(&mut self.words).ok_or(Unreadable)?.learn(table)?;
        self.wanted = missing(&self.words, parts(&self.wanted, b" "));
        Ok(())
    }

    /// Whether tables are missing for the languages of a page that was read.
    pub fn lacks(&mut self, outline: &Outline) -> bool {
        if self.wanted.is_empty() {
            self.wanted = missing(&self.words, languages(outline, &self.words).into_iter());
        }
        !self.wanted.is_empty()
    }
}

/// Those of the tables that are not known yet.
fn missing<'n>(words: &Words, names: impl Iterator<Item = &'n str>) -> String {
    let mut missing = String::new();
    for name in names.filter(|name| !words.knows(name)) {
        if !missing.is_empty() {
            missing.push(' ');
        }
        missing.push_str(name);
    }
    missing
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new()
    }
}
