//! What a short text says: labels in many languages, looked up as whole labels.

use alloc::{borrow::Cow, string::String, vec::Vec};

use crate::{
    category::Category,
    hash::hash_all,
    normal::{fold_numbers, is_edge, normalise, stripped},
    part::{beginning, contains, count_words, ending, is_among, split_last, trimmed, until},
    records::Records,
    sieve::{Sieve, beginning_for},
    table::{List, Table},
};

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    /// On to other articles: related, recommended, more from here.
    Onward,
    Popular,
    AboutAuthor,
    Comments,
    CommentsClosed,
    /// Write a comment, join in.
    LeaveReply,
    EmailNotPublished,
    /// What stands in a comment form only: its button, its boxes.
    PostComment,
    LogInToComment,
    Newsletter,
    SubscribeField,
    SubscribeButton,
    Share,
    Follow,
    Sponsored,
    NextPrevious,
    Tags,
    ReadMore,
}

impl Kind {
    /// The category of a block that such a label heads.
    pub fn category(self) -> Option<Category> {
        Some(match self {
            Self::Onward | Self::Popular => Category::Teaser,
            Self::AboutAuthor => Category::AuthorBio,
            Self::Comments | Self::CommentsClosed => Category::Comments,
            Self::LeaveReply | Self::LogInToComment | Self::EmailNotPublished => Category::CommentForm,
            Self::Newsletter => Category::Newsletter,
            Self::Share | Self::Follow => Category::Share,
            Self::Sponsored => Category::Sponsored,
            Self::NextPrevious => Category::PostNav,
            Self::Tags => Category::Tags,
            Self::PostComment | Self::SubscribeField | Self::SubscribeButton | Self::ReadMore => return None,
        })
    }
}

/// One meaning of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// What it says.
    pub kind: Kind,
    /// Whether articles have such labels too, so that more than the label is needed.
    pub weak: bool,
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Labels longer than this many bytes are no labels.
const LONGEST: usize = 160;

/// The table that every page needs: telling names, English labels, and how languages are told.
pub const COMMON: &str = "common";

/// Lists of entries that are looked for at many places; the build admits none of fewer than four bytes.
const SOUGHT: [List; 3] = [List::Share, List::Newsletters, List::Authors];

/// All that is known of words. A front end hands over the tables that a page needs.
#[derive(Debug, Clone, Default)]
pub struct Words {
    tables: Vec<Table>,
    /// The place of the common one.
    common: Option<usize>,
    /// Every word of the tables.
    sieve: Sieve,
    /// How the entries begin that are looked for at many places.
    begins: Sieve,
}

/// Bytes that are no table of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl Words {
    /// Takes a table over.
    ///
    /// # Errors
    /// When the bytes are none.
    pub fn learn(&mut self, table: impl Into<Cow<'static, [u8]>>) -> Result<(), Unreadable> {
        let table = Table::read(table.into()).ok_or(Unreadable)?;
        table.hashes().for_each(|hash| self.sieve.add(hash));
        if self.common.is_none() && has_name(&table, COMMON) {
            self.common = Some(self.tables.len());
            for list in SOUGHT {
                table.list(list).for_each(|entry| self.begins.add(beginning_for(list, entry.as_bytes())));
            }
        }
        self.tables.push(table);
        Ok(())
    }

    /// Whether the table of this name is here; the common one is that of English too.
    pub fn knows(&self, name: &str) -> bool {
        self.tables.iter().any(|table| has_name(table, name))
    }

    /// What a run of tokens in a class or id, given in parts, stands for.
    pub(crate) fn name(&self, run: &[&str]) -> &[u8] {
        let hash = hash_all(run);
        self.common().filter(|_| self.sieve.may_hold(hash)).map_or(&[], |table| table.get(hash))
    }

    /// The numbers of the languages that a key stands for: a tag that declares them, or one of their commonest words.
    pub(crate) fn languages(&self, key: &str) -> &[u8] {
        self.name(&[key])
    }

    /// The code of a language by its number.
    pub(crate) fn code(&self, language: usize) -> &str {
        self.common().and_then(|table| table.codes().nth(language)).unwrap_or_default()
    }

    /// One of the lists that are the same for every language.
    pub(crate) fn list(&self, list: List) -> Records<'_> {
        self.common().map_or_else(Records::default, |table| table.list(list))
    }

    /// Whether a list of those that are looked for at many places has an entry that `is` holds of and that may stand
    /// at the beginning of a text.
    pub(crate) fn opens(&self, list: List, text: &[u8], is: &dyn Fn(&str) -> bool) -> bool {
        self.begins.may_hold(beginning_for(list, text)) && self.lists(list, is)
    }

    /// Whether a list of texts has this one.
    pub(crate) fn has(&self, list: List, text: &str) -> bool {
        self.list(list).any(|own| own == text)
    }

    /// Whether a list of texts has one that `is` holds of.
    pub(crate) fn lists(&self, list: List, is: &dyn Fn(&str) -> bool) -> bool {
        self.list(list).any(is)
    }

    fn common(&self) -> Option<&Table> {
        self.tables.get(self.common?)
    }

    /// The tables that may have a word with this hash.
    fn tables_with(&self, hash: u32) -> &[Table] {
        if self.sieve.may_hold(hash) { &self.tables } else { &[] }
    }

    /// Everything that a whole text can mean as a label; empty for other texts.
    pub fn meanings(&self, text: &str) -> Vec<Meaning> {
        let Some(plain) = plain(text) else { return Vec::new() };
        let found = self.look_up(&[&plain], 0);
        if found.is_empty() { self.named(&plain) } else { found }
    }

    /// The same, without labels that have a name in them.
    pub fn fixed_meanings(&self, text: &str) -> Vec<Meaning> {
        plain(text).map_or_else(Vec::new, |plain| self.look_up(&[&plain], 0))
    }

    /// What a key, given in parts, means as a label without (0) or around a name (`NAMED`). A label is weak
    /// only if every language that has it says so.
    fn look_up(&self, key: &[&str], form: u8) -> Vec<Meaning> {
        let (key, mut found) = (hash_all(key), Vec::<Meaning>::new());
        for table in self.tables_with(key) {
            let values = table.get(key).iter().filter(|&value| value & NAMED == form);
            for meaning in values.filter_map(|&value| Meaning::of(value)) {
                match found.iter_mut().find(|other| other.kind == meaning.kind) {
                    Some(other) => other.weak &= meaning.weak,
                    None => found.push(meaning),
                }
            }
        }
        found
    }

    /// Labels with a name in them (`About %s`): the one with the most words around the name.
    fn named(&self, plain: &str) -> Vec<Meaning> {
        let mut found = Vec::new();
        if self.may_have_name(plain) {
            let is_one = |at: usize, signs: &[u8]| is_among(plain.as_bytes()[at], signs);
            let mut shortest = plain.len();
            for begin in (0..plain.len()).filter(|&at| at == 0 || is_one(at, b" :")) {
                for end in
                    (begin + 1..plain.len() + 1).filter(|&at| at == plain.len() || is_one(at - 1, b" "))
                {
                    let name = plain.get(begin..end).unwrap_or_default();
                    if name.len() < shortest && is_name(name) {
                        let key = [beginning(plain, begin), "%s", ending(plain, end)];
                        let mut meanings = self.look_up(&key, NAMED);
                        let is_thing = || contains(name, ".") || self.is_thing(trimmed(name));
                        meanings.retain(|m| m.kind != Kind::AboutAuthor || !is_thing());
                        if !meanings.is_empty() {
                            (found, shortest) = (meanings, name.len());
                        }
                    }
                }
            }
        }
        if found.is_empty()
            && let Some(meaning) = self.joined(plain)
        {
            found.push(meaning);
        }
        found
    }

    /// Whether a text in the form of labels begins as no person's name does, such as "the project": numbers are signs.
    fn is_thing(&self, text: &str) -> bool {
        text.starts_with('#') || self.has(List::Things, until(text, b" "))
    }

    /// Whether a text begins or ends as a label with a name in it does.
    fn may_have_name(&self, plain: &str) -> bool {
        let edges = [["^", until(plain, b" :")], [split_last(plain, b' ').1, "$"]];
        let stands = |hash: u32| self.tables_with(hash).iter().any(|table| !table.get(hash).is_empty());
        edges.iter().any(|edge| stands(hash_all(edge)))
    }

    /// The same where nothing sets the name off, as in Japanese.
    fn joined(&self, plain: &str) -> Option<Meaning> {
        let (mut found, mut most) = (None, 0);
        for mut labels in self.tables.iter().map(Table::joined) {
            while let (Some(before), Some(after), Some(value)) = (labels.text(), labels.text(), labels.long())
            {
                let name = plain.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
                if before.len() + after.len() > most && name.is_some_and(is_name) {
                    (found, most) = (Some(value), before.len() + after.len());
                }
            }
        }
        Meaning::of(found? as u8)
    }
}

impl Meaning {
    fn of(value: u8) -> Option<Self> {
        let kind = *KINDS.get(usize::from(value & !(WEAK | NAMED)))?;
        Some(Self { kind, weak: value & WEAK != 0 })
    }
}

fn has_name(table: &Table, name: &str) -> bool {
    table.names().any(|own| own == name)
}

/// A text in the form that labels are looked up by.
fn plain(text: &str) -> Option<String> {
    let plain = (text.len() <= 2 * LONGEST).then(|| fold_numbers(normalise(text)))?;
    (!plain.is_empty() && plain.len() <= LONGEST).then_some(plain)
}

/// Whether a text can be the name in a label: at most six words of no sentence, four around a comma. A dot within a
/// word is a site's.
fn is_name(text: &str) -> bool {
    let bare = stripped(text, is_edge);
    let most = if contains(bare, ",") { 4 } else { 6 };
    !bare.is_empty()
        && count_words(bare) <= most
        && !contains(text, ". ")
        && !text.bytes().any(|byte| matches!(byte, b'?' | b'!'))
}

#[cfg(feature = "all-words")]
mod embedded {
    use super::Words;

    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

    /// Every table with the name of its file.
    pub fn tables() -> &'static [(&'static str, &'static [u8])] {
        TABLES
    }

    impl Words {
        /// The words of all languages.
        pub fn all() -> Self {
            let mut words = Self::default();
            let read = words.learn(ALL);
            debug_assert!(read.is_ok(), "the build writes what it reads");
            words
        }
    }
}

#[cfg(feature = "all-words")]
pub use embedded::tables;
