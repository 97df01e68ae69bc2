//! Words as hashes, with what they stand for: a file as `build/table.rs` writes it, looked up as
//! it stands.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
};

use crate::hash::{MAGIC, hash};

/// Bytes before the hashes: what it begins with, and how many there are.
const HEAD: usize = MAGIC.len() + 2;
/// Bytes of one hash.
const WIDTH: usize = 4;

/// One table of words.
#[derive(Debug, Clone)]
pub struct Table {
    bytes: Cow<'static, [u8]>,
    count: usize,
    text: String,
    rules: usize,
}

impl Table {
    /// Takes a table over; `None` where the bytes are none.
    pub fn read(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let count = bytes.strip_prefix(MAGIC)?.first_chunk().map(|count| u16::from_le_bytes(*count))?.into();
        let text = core::str::from_utf8(bytes.get(HEAD + count * (WIDTH + 1)..)?).ok()?.to_owned();
        let rules = text.find("\n\n")?;
        Some(Self { bytes, count, text, rules })
    }

    /// What it says of itself: a line each for its names and for languages, then labels that run
    /// into a name.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text[..self.rules].split('\n')
    }

    /// Rules and their selectors, a line each.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.text[self.rules..].split('\n').skip(2)
    }

    /// All that a word stands for.
    pub fn get(&self, word: &str) -> &[u8] {
        let (hashes, values) = self.bytes.split_at(HEAD + self.count * WIDTH);
        let hashes = hashes[HEAD..].as_chunks().0;
        let wanted = hash(word);
        let from = hashes.partition_point(|other| u32::from_le_bytes(*other) < wanted);
        let alike = hashes[from..].iter().take_while(|other| u32::from_le_bytes(**other) == wanted).count();
        &values[from..from + alike]
    }
}
