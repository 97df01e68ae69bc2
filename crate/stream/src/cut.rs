//! What goes out of a document's bytes.

use std::{
    io::{self, Read, Write},
    ops::Range,
};

use endmark_core::{Plan, Removal};

use crate::{limits::CHUNK, survey::Survey};

/// Bytes that go, in order and apart from each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts(Vec<Range<usize>>);

/// A plan as far as it can be carried out on bytes.
#[derive(Debug, Default)]
pub struct Cutting {
    /// What goes.
    pub cuts: Cuts,
    /// The blocks that go.
    pub taken: Vec<Removal>,
    /// Blocks that would go, and stay because the document around them would be read in another way.
    pub left: Vec<Removal>,
}

/// Turns a plan into cuts. A block of which any element cannot be cut out stays as a whole.
pub fn cut(survey: &Survey, plan: Plan) -> Cutting {
    let mut cutting = Cutting::default();
    for removal in plan.removals {
        let bytes: Option<Vec<_>> =
            removal.nodes.iter().map(|&n| survey.bytes.get(n).cloned().flatten()).collect();
        match bytes {
            Some(bytes) => {
                cutting.cuts.0.extend(bytes);
                cutting.taken.push(removal);
            }
            None => cutting.left.push(removal),
        }
    }
    cutting.cuts.0.sort_by_key(|bytes| bytes.start);
    cutting
}

impl Cuts {
    /// The ranges of bytes that go.
    pub fn ranges(&self) -> &[Range<usize>] {
        &self.0
    }

    /// Copies a document from its first byte without what goes; every other byte stays as it is.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub fn copy(&self, source: &mut impl Read, out: &mut impl Write) -> io::Result<()> {
        let (mut at, mut cuts) = (0, self.0.iter().peekable());
        let mut chunk = vec![0; CHUNK];
        loop {
            let length = match source.read(&mut chunk) {
                Ok(0) => return out.flush(),
                Ok(length) => length,
                Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
                Err(fault) => return Err(fault),
            };
            let (end, mut from) = (at + length, at);
            while let Some(cut) = cuts.peek().filter(|cut| cut.start < end) {
                out.write_all(&chunk[from - at..cut.start.max(from) - at])?;
                from = cut.end.clamp(from, end);
                if cut.end > end {
                    break;
                }
                cuts.next();
            }
            out.write_all(&chunk[from - at..length])?;
            at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives so many bytes at a time.
    struct Slowly<'s>(&'s [u8], usize);

    impl Read for Slowly<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = self.1.min(buffer.len());
            self.0.read(&mut buffer[..most])
        }
    }

    #[test]
    fn what_goes_is_left_out_however_the_document_comes() {
        let cuts = Cuts(vec![0..2, 2..3, 5..9]);
        for most in 1..12 {
            let mut out = Vec::new();
            cuts.copy(&mut Slowly(b"0123456789", most), &mut out).expect("memory");
            assert_eq!(out, b"349", "{most} at a time");
        }
    }
}
