//! Sorted tables of hashed words, compiled from the data files.

use crate::hash::hash;

/// Words with what each stands for; a word may stand for several things.
pub struct Table {
    /// First part of each word's hash, ascending.
    pub hashes: &'static [u32],
    /// Second part of it.
    pub checks: &'static [u8],
    /// What the word stands for.
    pub values: &'static [u8],
}

impl Table {
    /// All that a word stands for.
    pub fn get(&self, word: &str) -> impl Iterator<Item = u8> + use<> {
        let (wanted, check) = hash(word);
        let (hashes, checks, values) = (self.hashes, self.checks, self.values);
        let start = hashes.partition_point(|&h| h < wanted);
        (start..hashes.len())
            .take_while(move |&at| hashes[at] == wanted)
            .filter(move |&at| checks[at] == check)
            .map(move |at| values[at])
    }
}
