//! Marking in flight: bytes are only added, behind the names of tags, and none of them is text, however the
//! document comes.

use std::collections::HashSet;

use endmark_core::{Address, Settings, Words};
use endmark_stream::Marker;
use endmark_weigh::stream::written;
use scraper::{Html, Node};

use crate::parts::{by_chance, throw_of};

/// Bytes that are held for one tag at most, as `limits.rs` of the stream has them.
const TAG: usize = 2 << 20;
/// The name by which blocks are marked.
const NAME: &str = "endmarkinflight";

/// What came out of a document, and whether all of it was looked at.
struct Flown {
    bytes: Vec<u8>,
    is_whole: bool,
}

fn fly(document: &[u8], lengths: &[usize]) -> Flown {
    let words = Words::all();
    let mut marker = Marker::new(&words, Address::default(), Settings::default(), NAME.to_owned());
    let (mut bytes, mut rest) = (Vec::new(), document);
    for &length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (part, later) = rest.split_at(length.min(rest.len()));
        bytes.extend(marker.feed(part));
        assert!(marker.held() <= TAG + part.len(), "{} bytes are held", marker.held());
        rest = later;
    }
    let is_whole = document.is_empty() || !marker.is_done();
    bytes.extend(marker.end());
    assert!(marker.held() == 0 && marker.is_done());
    Flown { bytes, is_whole }
}

/// Marks a document and compares.
pub fn check(document: &[u8]) {
    // What looks like a mark and is none would be taken for one.
    if find(document, NAME.as_bytes()).is_some() {
        return;
    }
    let whole = fly(document, &[usize::MAX]);
    assert_added(&whole.bytes, document);
    let throw = throw_of(document);
    for lengths in [vec![1], vec![2 + throw as usize % 63], by_chance(throw)] {
        let parted = fly(document, &lengths);
        assert_added(&parted.bytes, document);
        let is_same = parted.bytes == whole.bytes;
        assert!(is_same || !(whole.is_whole && parted.is_whole), "other marks in {lengths:?}");
    }
    if let (Ok(source), Ok(marked)) = (str::from_utf8(document), str::from_utf8(&whole.bytes)) {
        assert_eq!(tree(marked), tree(source), "{marked}");
    }
}

/// Fails where anything but marks was added, or elsewhere than behind the name of a tag.
fn assert_added(marked: &[u8], document: &[u8]) {
    let (mut rest, mut source) = (marked, Vec::new());
    while let Some(at) = find(rest, NAME.as_bytes()) {
        let added = added(&rest[..at]);
        source.extend_from_slice(&rest[..at - added]);
        assert!(stands_behind_name(&source), "a mark behind {:?}", String::from_utf8_lossy(&source));
        rest = &rest[at + NAME.len()..];
        let value: &[u8] = if added > 1 { b"-before=\"" } else { b"=\"" };
        rest = rest.strip_prefix(value).expect("the value of a mark");
        let end = rest.iter().position(|&byte| byte == b'"').expect("the end of a mark");
        assert!([&b""[..], b"flight", b"eager"].contains(&&rest[..end]));
        rest = &rest[end + 1..];
    }
    source.extend_from_slice(rest);
    assert!(source == document, "more than marks was added, or something is lost");
}

/// How many bytes of what is added stand before the name.
fn added(before: &[u8]) -> usize {
    let put_off = b" loading=\"lazy\" ";
    if before.ends_with(put_off) { put_off.len() } else { 1 }
}

/// Whether the name of a tag ends here; in one stands whatever is no end of it, `<` too.
fn stands_behind_name(source: &[u8]) -> bool {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"/>".contains(byte);
    let from = source.iter().rposition(is_end).map_or(0, |end| end + 1);
    source[from..].windows(2).any(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic())
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// A document's tree without marks, and without how frames and images are loaded.
fn tree(source: &str) -> Vec<String> {
    let mut document = Html::parse_document(source);
    let ids: Vec<_> = document.tree.nodes().map(|node| node.id()).collect();
    for id in ids {
        if let Some(mut node) = document.tree.get_mut(id)
            && let Node::Element(element) = node.value()
        {
            element.attrs.retain(|(name, _)| !name.local.starts_with(NAME) && &*name.local != "loading");
        }
    }
    written(&document, &HashSet::new())
}
