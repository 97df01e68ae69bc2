//! Words as hashes, with what they stand for: a file as `build/table.rs` writes it, looked up as
//! it stands.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
    vec::Vec,
};

use crate::{hash::MAGIC, records::Records};

/// Bytes before the hashes: what it begins with, and how many there are.
const HEAD: usize = MAGIC.len() + 4;
/// Bytes of one hash.
const WIDTH: usize = 4;

/// Records in the table that every page needs.
#[derive(Debug, Clone, Copy)]
pub enum List {
    /// Rules with their selectors.
    Rules = 3,
    /// Signs of what a page is for.
    Signs,
    /// Parts of addresses that pass a page on.
    Share,
    /// Hosts of profiles.
    Follow,
    /// Names of networks.
    Networks,
    /// Steps of addresses that lead to an author.
    Authors,
    /// Signs at the beginning of a line that point on.
    Pointers,
    /// What a newsletter is called.
    Newsletters,
    /// What invites to follow a site on a network.
    Followers,
    /// First steps of addresses that lead to a profile, on networks that have several kinds of them.
    Profiles,
    /// First steps of addresses that lead to a post, a film or a search.
    Posts,
    /// What addresses of files end in that are no articles.
    Files,
    /// What stands before a name in a byline.
    By,
    /// What stands before a thing, and before no person's name.
    Things,
    /// What follows the author's name at the beginning of words about the author.
    Introductions,
    /// What one says who begins to speak of oneself.
    Greetings,
    /// What asks to write to somebody whose name follows.
    Contacts,
}

/// One table of words.
#[derive(Debug, Clone)]
pub struct Table {
    bytes: Cow<'static, [u8]>,
    count: usize,
    /// Its names, the codes of languages by their numbers, labels that run into a name, then the lists.
    parts: Vec<String>,
}

impl Table {
    /// Takes a table over; `None` where the bytes are none.
    pub fn read(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let count =
            bytes.strip_prefix(MAGIC)?.first_chunk().map(|count| u32::from_le_bytes(*count) as usize)?;
        let text = read_text(bytes.get(HEAD + count * (WIDTH + 1)..)?)?;
        let (mut parts, mut records) = (Vec::new(), Records::of(&text));
        while !records.is_empty() {
            parts.push(records.part()?.rest().to_owned());
        }
        Some(Self { bytes, count, parts })
    }

    /// The names that it goes by.
    pub fn names(&self) -> Records<'_> {
        self.part(0)
    }

    /// Codes of languages by their numbers.
    pub fn codes(&self) -> Records<'_> {
        self.part(1)
    }

    /// Labels that run into a name: what stands before it and after it, and what they stand for.
    pub fn joined(&self) -> Records<'_> {
        self.part(2)
    }

    /// One of its lists.
    pub fn list(&self, list: List) -> Records<'_> {
        self.part(list as usize)
    }

    fn part(&self, at: usize) -> Records<'_> {
        self.parts.get(at).map_or_else(Records::default, |part| Records::of(part))
    }

    /// The hashes of its words, in order, and behind them what each stands for.
    fn split(&self) -> (&[[u8; WIDTH]], &[u8]) {
        let (hashes, values) = self.bytes.split_at(HEAD + self.count * WIDTH);
        (hashes[HEAD..].as_chunks().0, values)
    }

    /// The hashes of its words.
    pub fn hashes(&self) -> impl Iterator<Item = u32> {
        self.split().0.iter().map(|hash| u32::from_le_bytes(*hash))
    }

    /// All that a word stands for, by its hash.
    pub fn get(&self, wanted: u32) -> &[u8] {
        let (hashes, values) = self.split();
        let from = hashes.partition_point(|other| u32::from_le_bytes(*other) < wanted);
        let alike = hashes[from..].iter().take_while(|other| u32::from_le_bytes(**other) == wanted).count();
        &values[from..from + alike]
    }
}

/// Reads UTF-8 where nobody counts the kilobytes of the program, but tables are read for each document.
#[cfg(feature = "all-words")]
fn read_text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    core::str::from_utf8(bytes).ok().map(Cow::Borrowed)
}

/// Reads UTF-8. The standard library's check is fast in long texts, and a kilobyte of the module.
#[cfg(not(feature = "all-words"))]
fn read_text(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes.iter();
    while let Some(first) = rest.next() {
        // As many ones as there are bytes, but none where there is one.
        let ones = first.leading_ones();
        let code = u32::from(*first) & (0x7f >> ones);
        let more = rest.by_ref().take(ones.saturating_sub(1) as usize);
        text.push(char::from_u32(more.fold(code, |code, byte| code << 6 | u32::from(byte & 0x3f)))?);
    }
    // What was not UTF-8 became something else.
    (text.as_bytes() == bytes).then_some(text)
}
