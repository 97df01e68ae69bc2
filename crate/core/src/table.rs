//! Labels and names as hashes, with what they stand for, compiled from the data files to one
//! table: its entries in the order of their hashes, each kept as the step from the one before.

use crate::hash::hash;

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// All that a word stands for: as a label, as a label around a name, as a name.
pub fn get(word: &str) -> &'static [u8] {
    let wanted = hash(word);
    let part = (wanted >> 24) as usize;
    let (from, to) = (usize::from(STARTS[part]), usize::from(STARTS[part + 1]));
    let (mut at, mut reached) = (from, (part as u32) << 24);
    while at < to {
        reached += step(at);
        if reached >= wanted {
            break;
        }
        at += 1;
    }
    if at == to || reached != wanted {
        return &[];
    }
    let mut end = at + 1;
    while end < to && step(end) == 0 {
        end += 1;
    }
    &VALUES[at..end]
}

/// From the hash before an entry, or from its part's beginning, to the entry's.
fn step(at: usize) -> u32 {
    u32::from(HIGH[at]) << 16 | u32::from(LOW[at])
}
