//! What was done and why, the same data for popup, demo page, command line and tests.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use serde::{Serialize, Serializer};

use crate::{
    attribute::{Attribute, CLASS, ID},
    category::Category,
    outline::{NodeId, Outline},
    page::Page,
    part::{BLANKS, joined, parts},
    verdict::Verdict,
};

/// One reason, as a message key with its parameters, so that every language can say it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// Key of the message, without its prefix.
    pub key: &'static str,
    /// Parameters of the message by name; told as an object.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'static str, String)>,
}

impl Reason {
    /// A reason without parameters.
    pub fn new(key: &'static str) -> Self {
        Self { key, params: Vec::new() }
    }

    /// The reason with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.params.push((name, value.to_owned()));
        self
    }

    /// The reason with a number.
    #[must_use]
    pub fn number(self, name: &'static str, number: usize) -> Self {
        self.with(name, &decimal(number))
    }
}

/// A number in digits, without the standard library's formatting, which is 4 KB of the module.
fn decimal(number: usize) -> String {
    let mut digits = if number < 10 { String::new() } else { decimal(number / 10) };
    digits.push(char::from(b'0' + (number % 10) as u8));
    digits
}

fn as_map<S: Serializer>(params: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(params.iter().map(|(name, value)| (name, value)))
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

impl Block {
    /// What makes it the same block on another page of the site: its category, its rule and where it
    /// stands, without the numbers that pages and posts have.
    pub fn key(&self) -> String {
        let mut key = joined(&[self.category.name(), " ", &self.rule, " "]);
        self.path.chars().filter(|sign| !sign.is_ascii_digit()).for_each(|sign| key.push(sign));
        key
    }
}

/// Words of a block that are told of it, in characters.
const WORDS: usize = 80;
/// Steps of a path that are told.
const STEPS: usize = 3;

/// What is told of a block that has its verdict.
pub(crate) fn describe(page: &Page<'_>, verdict: &Verdict) -> Block {
    let candidate = &verdict.weighed.candidate;
    let reasons = verdict.reasons();
    let rule = verdict.weighed.rule.map(|r| r.name(page.words).to_owned());
    let strongest = || reasons.first().map_or("evidence", |r| r.key).to_owned();
    Block {
        category: candidate.category,
        rule: rule.unwrap_or_else(strongest),
        words: words(page.outline, &candidate.nodes),
        path: path(page.outline, candidate.first()),
        reasons,
    }
}

/// First words of elements.
pub(crate) fn words(outline: &Outline, nodes: &[NodeId]) -> String {
    let (mut words, mut length) = (String::new(), 0);
    for &node in nodes {
        for word in parts(outline.text(node), BLANKS) {
            // Counting characters as such is half a kilobyte of the module, made for long texts.
            let more = word.chars().map(|_| 1).sum::<usize>();
            if length + more > WORDS {
                words.push('…');
                return words;
            }
            length += more + usize::from(length > 0);
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
    }
    words
}

/// Where an element stands: the last steps of the way to it.
pub(crate) fn path(outline: &Outline, id: NodeId) -> String {
    let mut path = step(outline, id);
    for above in outline.ancestors(id).take(STEPS - 1) {
        path = joined(&[&step(outline, above), " > ", &path]);
    }
    path
}

fn step(outline: &Outline, id: NodeId) -> String {
    let tag = &*outline.node(id).tag;
    let first = |name: Attribute| parts(outline.attribute(id, name)?, BLANKS).next();
    match (first(ID), first(CLASS)) {
        (Some(id), _) => joined(&[tag, "#", id]),
        (None, Some(class)) => joined(&[tag, ".", class]),
        (None, None) => tag.to_owned(),
    }
}
