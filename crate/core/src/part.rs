//! Looking for a part of a text. The standard library's search is fast in long texts, and 4 KB
//! of the module.

use alloc::string::String;

use crate::{names::is_letter, normal::stripped, outline::is_wide};

/// White space between the words of an attribute.
pub const BLANKS: &[u8] = b" \t\n\x0c\r";

/// Whether a byte is one of these signs, which are few.
pub fn is_among(byte: u8, signs: &[u8]) -> bool {
    signs.iter().fold(false, |is, &sign| is | (sign == byte))
}

/// Whether a part stands in a text.
pub fn contains(text: &str, part: &str) -> bool {
    after(text, part).is_some()
}

/// What follows the first place where a part stands in a text.
pub fn after<'t>(text: &'t str, part: &str) -> Option<&'t str> {
    let (text_bytes, first) = (text.as_bytes(), part.as_bytes().first()?);
    let mut places = 0..text.len().saturating_sub(part.len() - 1);
    // Most places differ in the first byte already.
    let at = places.find(|&at| text_bytes[at] == *first && text_bytes[at..].starts_with(part.as_bytes()))?;
    text.get(at + part.len()..)
}

/// What stands before and after the first place where a part stands in a text as words of its own; writings
/// without blanks know no such words.
pub fn words<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let joins = |c: Option<char>| c.is_some_and(|c| is_letter(c) && !is_wide(c) && !is_thai(c));
    let mut rest = text;
    loop {
        let next = after(rest, part)?;
        let before = beginning(text, text.len() - next.len() - part.len());
        let begins = !joins(part.chars().next()) || !joins(before.chars().next_back());
        let ends = !joins(part.chars().next_back()) || !joins(next.chars().next());
        if begins && ends {
            return Some((before, next));
        }
        rest = next;
    }
}

fn is_thai(c: char) -> bool {
    ('\u{e00}'..='\u{e7f}').contains(&c)
}

/// The first bytes of a text; nothing where they end within a letter.
pub fn beginning(text: &str, bytes: usize) -> &str {
    text.get(..bytes).unwrap_or_default()
}

/// The first characters of a text; all of it where there are no more.
pub fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| beginning(text, at))
}

/// What follows the first bytes of a text; nothing where they end within a letter.
pub fn ending(text: &str, bytes: usize) -> &str {
    text.get(bytes..).unwrap_or_default()
}

/// A text without blanks at its ends.
pub fn trimmed(text: &str) -> &str {
    stripped(text, char::is_whitespace)
}

/// Whether a text ends in one of these signs.
pub fn ends_in(text: &str, signs: &str) -> bool {
    trimmed(text).chars().next_back().is_some_and(|last| signs.chars().any(|sign| sign == last))
}

/// A text without the digits that it ends in.
pub fn without_number(text: &str) -> &str {
    let last = text.bytes().rposition(|byte| !byte.is_ascii_digit());
    beginning(text, last.map_or(0, |last| last + 1))
}

/// What stands before the last place of a sign, and what after it; where the sign is nowhere, nothing
/// and all of the text.
pub fn split_last(text: &str, sign: u8) -> (&str, &str) {
    let at = text.bytes().rposition(|byte| byte == sign);
    at.map_or(("", text), |at| (beginning(text, at), ending(text, at + 1)))
}

/// What stands before the first place of any of these signs; all of the text where there is none.
pub fn until<'t>(text: &'t str, signs: &[u8]) -> &'t str {
    let at = text.bytes().position(|byte| is_among(byte, signs));
    at.map_or(text, |at| beginning(text, at))
}

/// The parts of a text between signs, without the empty ones.
pub fn parts<'t>(text: &'t str, signs: &'t [u8]) -> Parts<'t> {
    Parts { rest: text, signs }
}

/// Whether one of the parts of a text between signs is this one.
pub fn has_part(text: &str, signs: &[u8], part: &str) -> bool {
    parts(text, signs).any(|own| own == part)
}

/// What [`parts`] gives.
#[derive(Debug, Clone)]
pub struct Parts<'t> {
    rest: &'t str,
    signs: &'t [u8],
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let begin = self.rest.bytes().position(|byte| !is_among(byte, self.signs))?;
        let part = until(ending(self.rest, begin), self.signs);
        self.rest = ending(self.rest, begin + part.len());
        Some(part)
    }
}

/// Texts behind each other.
pub fn joined(texts: &[&str]) -> String {
    let mut all = String::new();
    texts.iter().for_each(|text| all.push_str(text));
    all
}

/// How many words a text has whose white space is single blanks.
pub fn count_words(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b' ').count() + 1
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{after, parts, split_last, without_number, words};

    #[test]
    fn a_text_is_split_at_the_last_sign() {
        assert_eq!(split_last("a/é/ü", b'/'), ("a/é", "ü"));
        assert_eq!(split_last("ü", b'/'), ("", "ü"));
    }

    #[test]
    fn a_number_at_the_end_is_left_out() {
        assert_eq!(without_number("box-12"), "box-");
        assert_eq!((without_number("12"), without_number("2é")), ("", "2é"));
    }

    #[test]
    fn parts_are_never_empty() {
        assert_eq!(parts("/a//é/", b"/").collect::<Vec<_>>(), ["a", "é"]);
        assert_eq!(parts("a;b,c", b";,").collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(parts("a b", b"").collect::<Vec<_>>(), ["a b"]);
        assert_eq!(parts("", b"").next(), None);
    }

    #[test]
    fn words_are_no_parts_of_words() {
        assert_eq!(words("famous on x, follow us on x", "us on x"), Some(("famous on x, follow ", "")));
        assert_eq!(words("rose to fame on x", "me on x"), None);
        assert_eq!(words("欢迎关注我们的频道", "关注我们"), Some(("欢迎", "的频道")));
    }

    #[test]
    fn what_follows_the_first_place_is_given() {
        assert_eq!(after("à lire à tort", "à "), Some("lire à tort"));
        assert_eq!(after("ab", "b"), Some(""));
        assert_eq!(after("ab", "abc"), None);
    }
}
