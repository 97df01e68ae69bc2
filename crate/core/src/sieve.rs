//! Nearly everything that is looked up is not there. A sieve says so by one look, before lists and tables are searched.

use alloc::{vec, vec::Vec};

use crate::table::List;

/// Bits of a place in a sieve.
const BITS: u32 = 16;

/// Holds what there is by hashes: what it does not hold is not there.
#[derive(Debug, Clone)]
pub struct Sieve {
    holds: Vec<bool>,
}

impl Default for Sieve {
    fn default() -> Self {
        Self { holds: vec![false; 1 << BITS] }
    }
}

impl Sieve {
    /// Adds what has a hash.
    pub fn add(&mut self, hash: u32) {
        self.holds[place(hash)] = true;
    }

    /// Whether there may be something with this hash.
    pub fn may_hold(&self, hash: u32) -> bool {
        self.holds[place(hash)]
    }
}

fn place(hash: u32) -> usize {
    (hash.wrapping_mul(0x9e37_79b1) >> (u32::BITS - BITS)) as usize
}

/// How a text begins, as a hash of its first four bytes, the same for small letters and capitals and another one for
/// each list.
pub fn beginning_for(list: List, text: &[u8]) -> u32 {
    let first = text.first_chunk().map_or(0, |first| u32::from_le_bytes(*first));
    (first | 0x2020_2020) ^ list as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_otherwise_is_not_there() {
        let mut sieve = Sieve::default();
        let beginning = |text: &[u8]| beginning_for(List::Newsletters, text);
        sieve.add(beginning(b"newsletter"));
        assert!(sieve.may_hold(beginning(b"newsletter")) && sieve.may_hold(beginning(b"News of the day")));
        assert!(!sieve.may_hold(beginning(b"new")) && !sieve.may_hold(beginning(b"a newsletter")));
        assert!(!sieve.may_hold(beginning_for(List::Share, b"newsletter")));
    }
}
