//! A document that comes in parts.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use endmark_weigh::mutate::dice::Dice;

/// Bytes of one part at most, where chance says.
const LONGEST: usize = 600;
/// Lengths before they begin anew.
const ROUND: usize = 97;

/// Gives a document in parts of certain lengths, over and over.
#[derive(Debug)]
pub struct InParts<'d> {
    document: Cursor<&'d [u8]>,
    lengths: &'d [usize],
    next: usize,
}

impl<'d> InParts<'d> {
    /// A document, and the lengths of its parts.
    pub fn new(document: &'d [u8], lengths: &'d [usize]) -> Self {
        Self { document: Cursor::new(document), lengths, next: 0 }
    }
}

impl Read for InParts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.lengths[self.next % self.lengths.len()].min(buffer.len());
        self.next += 1;
        self.document.read(&mut buffer[..length])
    }
}

impl Seek for InParts<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.next = 0;
        self.document.seek(to)
    }
}

/// Lengths by chance, the same for the same throw.
pub fn by_chance(throw: u64) -> Vec<usize> {
    let mut dice = Dice::new(1, throw);
    let longest = 1 + dice.below(LONGEST);
    (0..ROUND).map(|_| 1 + dice.below(longest)).collect()
}

/// A number of a document's own: its length and its bytes.
pub fn throw_of(document: &[u8]) -> u64 {
    document.iter().fold(document.len() as u64, |sum, &byte| sum.wrapping_mul(31).wrapping_add(byte.into()))
}
