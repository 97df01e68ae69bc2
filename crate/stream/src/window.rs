//! The bytes between the parts of a document that the tokenizer names: it tells only those end tags that it
//! has a use for.

use std::ops::Range;

use memchr::memchr3_iter;

/// Where plain characters begin and end, and an end tag of no name, which is nothing.
const MARKS: [&[u8]; 3] = [b"<![CDATA[", b"]]>", b"</>"];

/// Marks of byte order, with which a name or a value may begin: the tokenizer drops them there, and browsers do not.
const ORDERS: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];

/// The bytes of a document that may still be asked for.
#[derive(Debug, Default)]
pub(crate) struct Window {
    bytes: Vec<u8>,
    from: usize,
}

impl Window {
    /// The next bytes of the document.
    pub fn extend(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Lets go of the bytes before a place.
    pub fn forget(&mut self, until: usize) {
        let gone = until.saturating_sub(self.from).min(self.bytes.len());
        self.bytes.drain(..gone);
        self.from += gone;
    }

    /// How long the document is, as far as it is known.
    pub fn end(&self) -> usize {
        self.from + self.bytes.len()
    }

    /// Whether a mark of byte order stands in some of them.
    pub fn marks_order(&self, bytes: Range<usize>) -> bool {
        let held = bytes.start.saturating_sub(self.from)..bytes.end.saturating_sub(self.from);
        let tag = self.bytes.get(held).unwrap_or_default();
        memchr3_iter(0xef, 0xfe, 0xff, tag).any(|at| ORDERS.iter().any(|mark| tag[at..].starts_with(mark)))
    }

    /// What stands at the beginning of bytes that were not named; `None` where it is not known.
    pub fn unnamed(&self, bytes: Range<usize>) -> Option<Unnamed> {
        read(self.bytes.get(bytes.start.checked_sub(self.from)?..bytes.end.checked_sub(self.from)?)?)
    }
}

/// What the tokenizer does not name.
#[derive(Debug, PartialEq)]
pub(crate) enum Unnamed {
    /// An end tag of a name, in so many bytes.
    End(String, usize),
    /// What is no part of the document, in so many bytes.
    Mark(usize),
}

fn read(bytes: &[u8]) -> Option<Unnamed> {
    if let Some(mark) = MARKS.iter().find(|mark| bytes.starts_with(mark)) {
        return Some(Unnamed::Mark(mark.len()));
    }
    // The first bytes of a character whose last came later: the text that is named begins behind them.
    if bytes.first().is_some_and(|byte| !byte.is_ascii()) {
        let length = bytes.iter().position(|&byte| byte == b'<').unwrap_or(bytes.len());
        return Some(Unnamed::Mark(length));
    }
    let rest = bytes.strip_prefix(b"</").filter(|rest| rest.first().is_some_and(u8::is_ascii_alphabetic))?;
    let length = rest.iter().position(|&byte| byte == b'>')?;
    let tag = &rest[..length];
    if tag.iter().any(|byte| b"\"'=<".contains(byte)) {
        return None;
    }
    let name = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next()?;
    let name = std::str::from_utf8(name).ok()?.to_ascii_lowercase();
    Some(Unnamed::End(name, length + 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_tags_are_read_one_after_the_other() {
        assert_eq!(read(b"</P ></div>"), Some(Unnamed::End("p".into(), 5)));
        assert_eq!(read(b"</h1/></div>"), Some(Unnamed::End("h1".into(), 6)));
        assert_eq!(read(b"<![CDATA[x"), Some(Unnamed::Mark(9)));
        assert_eq!(read(b"</></p>"), Some(Unnamed::Mark(3)));
        assert_eq!(read(b"\xc2</p>"), Some(Unnamed::Mark(1)));
    }

    #[test]
    fn what_is_no_plain_end_tag_is_not_known() {
        for bytes in [&b"</p a='>'>"[..], b"</", b"</p", b"x</p>", b"</ p>", b"<p>"] {
            assert_eq!(read(bytes), None);
        }
    }

    #[test]
    fn bytes_are_known_by_their_places() {
        let mut window = Window::default();
        window.extend(b"<b>x</b>");
        window.forget(4);
        assert_eq!(window.unnamed(4..8), Some(Unnamed::End("b".into(), 4)));
        assert_eq!((window.unnamed(3..8), window.end()), (None, 8));
    }
}
