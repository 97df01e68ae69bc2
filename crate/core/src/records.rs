//! Records as `build/records.rs` writes them: numbers below 128 in a byte each, texts behind their length.
//! Nothing in them is searched for: every field says where it ends.

/// What is left of a run of records.
#[derive(Debug, Clone, Copy, Default)]
pub struct Records<'a> {
    rest: &'a str,
}

impl<'a> Records<'a> {
    /// Everything that stands in a text.
    pub fn of(rest: &'a str) -> Self {
        Self { rest }
    }

    /// What is left, as it stands.
    pub fn rest(&self) -> &'a str {
        self.rest
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The number that comes next.
    pub fn number(&mut self) -> Option<usize> {
        self.take(1)?.bytes().next().map(usize::from)
    }

    /// The number of up to 35 bits that comes next, in five bytes.
    pub fn long(&mut self) -> Option<u64> {
        let digits = self.take(LONG)?.bytes();
        Some(digits.fold(0, |number, digit| number << 7 | u64::from(digit)))
    }

    /// The text that comes next.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        self.take(length)
    }

    /// The records of their own that come next.
    pub fn part(&mut self) -> Option<Self> {
        let length = self.long()? as usize;
        self.take(length).map(Self::of)
    }

    fn take(&mut self, length: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }
}

/// One text after the other.
impl<'a> Iterator for Records<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.text()
    }
}

/// Bytes of a long number.
const LONG: usize = 5;

#[cfg(test)]
mod tests {
    use super::Records;

    #[test]
    fn fields_are_read_in_turn() {
        let mut records = Records::of("\u{2}\u{3}né\0\0\0\u{1}\u{2}\0\0\0\0\u{2}\u{1}a");
        assert_eq!(records.number(), Some(2));
        assert_eq!(records.text(), Some("né"));
        assert_eq!(records.long(), Some(130));
        assert_eq!(records.part().and_then(|mut part| part.next()), Some("a"));
        assert!(records.is_empty());
    }

    #[test]
    fn what_is_cut_short_is_none() {
        assert_eq!(Records::of("\u{3}né\u{5}a").nth(1), None);
        assert_eq!(Records::of("\u{2}né").text(), None, "it would end within a letter");
        assert_eq!(Records::of("\0\0").long(), None);
    }
}
