//! Text as it stands in a document's source, and what it says.

use std::borrow::Cow;

use lol_html::html_content::TextType;
use memchr::{memchr2, memchr3};

/// Characters that a reference such as `&#x2014;` has at most, as far as text is split.
const REFERENCE: usize = 64;

/// What a text says: references resolved, line ends as browsers have them, nothing that they drop.
pub(crate) fn decode(source: &str, kind: TextType) -> Cow<'_, str> {
    if memchr3(0, b'\r', b'&', source.as_bytes()).is_none() {
        return Cow::Borrowed(source);
    }
    let text = match source.contains('\0') {
        true => Cow::Owned(with_plain_line_ends(source).replace('\0', instead_of_nothing(kind))),
        false => with_plain_line_ends(source),
    };
    match kind {
        TextType::Data | TextType::RCData if text.contains('&') => {
            Cow::Owned(htmlize::unescape(&*text).into_owned())
        }
        _ => text,
    }
}

/// What stands for the character 0.
fn instead_of_nothing(kind: TextType) -> &'static str {
    if kind == TextType::Data { "" } else { "\u{fffd}" }
}

/// What an attribute's value says.
pub(crate) fn decode_attribute(source: &str) -> Cow<'_, str> {
    match memchr2(b'\r', b'&', source.as_bytes()) {
        Some(_) => Cow::Owned(htmlize::unescape_attribute(with_plain_line_ends(source)).into_owned()),
        None => Cow::Borrowed(source),
    }
}

fn with_plain_line_ends(source: &str) -> Cow<'_, str> {
    match source.contains('\r') {
        true => Cow::Owned(source.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(source),
    }
}

/// Whether what is put behind a text may become part of its last sign: a reference without its end, a `<`,
/// half a character.
pub(crate) fn is_ragged(source: &str) -> bool {
    let open = source.trim_end_matches(|sign: char| sign.is_ascii_alphanumeric() || sign == '#');
    open.ends_with('&') || source.ends_with(['<', '/', '!', '?', '\u{fffd}'])
}

/// Where a long text can be split at or before `most` bytes: in no reference.
pub(crate) fn split_at(source: &str, most: usize) -> usize {
    let end = source.floor_char_boundary(most);
    let near = source.floor_char_boundary(end.saturating_sub(REFERENCE));
    source[near..end].rfind('&').map_or(end, |at| near + at).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_where_they_are_ones() {
        assert_eq!(decode("a &amp; b&eacute;\r\nc", TextType::Data), "a & bé\nc");
        assert_eq!(decode("a &amp; b", TextType::ScriptData), "a &amp; b");
        assert_eq!(decode("a\0", TextType::Data), "a");
        assert_eq!(decode("a\0", TextType::RCData), "a\u{fffd}");
        assert_eq!(decode_attribute("?a=1&copy=2&amp;x"), "?a=1&copy=2&x");
    }

    #[test]
    fn text_that_may_run_on_is_ragged() {
        for text in ["a &am", "&", "1 <", "&#x20", "x\u{fffd}"] {
            assert!(is_ragged(text), "{text}");
        }
        for text in ["a", "a & b", "&amp;", "", "#5"] {
            assert!(!is_ragged(text), "{text}");
        }
    }

    #[test]
    fn long_text_is_split_before_a_reference() {
        assert_eq!(split_at("aaaa&amp;bbbb", 7), 4);
        assert_eq!(split_at("aaaaé", 5), 4);
        assert_eq!(split_at("&aaaaaaaa", 4), 1);
    }
}
