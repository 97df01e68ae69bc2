//! A document is read the same in however many parts it comes.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
    thread,
};

use endmark_core::{NodeId, Outline};
use endmark_invariants::{
    clean::cleaned,
    parts::{InParts, by_chance},
};
use endmark_stream::{Survey, Wanted, read};

/// Parts of so many bytes at most, from one byte on.
const LONGEST: usize = 64;
/// Each of these lengths is asked of one page in so many.
const APART: u64 = 4;

fn survey(document: &[u8], lengths: &[usize]) -> Survey {
    read(&mut InParts::new(document, lengths), &Wanted::default()).expect("a document that is read")
}

/// Whether two readings say the same to whoever judges and cuts.
fn are_same(one: &Survey, other: &Survey) -> bool {
    let node = |outline: &Outline, n: NodeId| {
        let node = outline.node(n);
        (node.tag.clone(), node.parent, node.end, node.attributes.clone(), outline.own_chars(n))
    };
    let (a, b) = (&one.outline, &other.outline);
    one.bytes == other.bytes
        && a.len() == b.len()
        && a.text(0) == b.text(0)
        && (0..a.len()).all(|n| node(a, n) == node(b, n))
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages");
    let paths =
        fs::read_dir(folder).expect("tests/pages is there").filter_map(|entry| Some(entry.ok()?.path()));
    let mut pages: Vec<_> = paths.filter(|path| path.extension().is_some_and(|e| e == "html")).collect();
    pages.sort();
    pages
}

/// Does something for each page, on as many threads as the machine has.
fn for_each_page(does: impl Fn(u64, &[u8], &Path) + Sync) {
    let pages = pages();
    let left = Mutex::new(pages.iter().enumerate());
    let next = || left.lock().expect("no page has failed").next();
    let work = || {
        while let Some((number, path)) = next() {
            does(number as u64, &fs::read(path).expect("a page"), path);
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
}

fn assert_same(lengths_of: impl Fn(u64) -> Vec<Vec<usize>> + Sync) {
    for_each_page(|number, document, path| {
        let whole = survey(document, &[usize::MAX]);
        for lengths in lengths_of(number) {
            assert!(are_same(&whole, &survey(document, &lengths)), "{} in {lengths:?}", path.display());
        }
    });
}

#[test]
fn pages_are_read_the_same_in_parts_of_many_lengths() {
    assert_same(|number| {
        let own = |length: &usize| (*length as u64 + number).is_multiple_of(APART);
        (1..=LONGEST).filter(own).map(|length| vec![length]).chain([by_chance(number)]).collect()
    });
}

#[test]
#[ignore = "takes a minute: cargo xtask fuzz runs it"]
fn pages_are_read_the_same_in_parts_of_every_length() {
    assert_same(|_| (1..=LONGEST).map(|length| vec![length]).collect());
}

#[test]
fn pages_come_out_the_same_in_parts_by_chance() {
    for_each_page(|number, document, path| {
        let result = |lengths: &[usize]| cleaned(document, lengths, &[]).map(|(_, bytes)| bytes);
        let lengths = by_chance(number);
        assert!(result(&[usize::MAX]) == result(&lengths), "{} in {lengths:?}", path.display());
    });
}
