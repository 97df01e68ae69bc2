//! However large a document is, only so much of it is in memory at once.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::{
    io::{self, Read, Seek, SeekFrom},
    sync::{Mutex, PoisonError},
};

use endmark_core::{Address, Settings, Words};
use endmark_stream::{Fault, Marker, Untouched, Wanted, clean, limits};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One test at a time counts.
static TURN: Mutex<()> = Mutex::new(());

/// Bytes in memory at most while a document is cleaned.
const CLEANING: usize = 64 << 20;
/// Bytes in memory at most while a document is marked, and none of it is kept.
const MARKING: usize = 16 << 20;
/// Bytes of a large document.
const LARGE: usize = 200 << 20;
/// Bytes that come at once.
const CHUNK: usize = 65_536;

const HEAD: &str = "<!doctype html><html><head><meta property=og:type content=article></head><body>\
    <h1>The boat that came late</h1><article>";
const PARAGRAPH: &str = "<p>The boat had been late for eleven years, and on the morning it came nobody stood on \
    the pier to see it come in, but for two of the cats.</p>\n";
const BIO: &str = "</article><div class=wp-block-post-author-biography><p>Ann writes.</p></div>";

/// A document that is made as it is read: a beginning, and then the same part again and again.
struct Endless {
    beginning: String,
    /// The part so often that reading fills what is to be filled.
    parts: String,
    length: usize,
    at: usize,
}

impl Endless {
    /// An article with a bio, and after it a part that repeats until there are so many bytes.
    fn of(part: &str, length: usize) -> Self {
        let beginning = [HEAD, &PARAGRAPH.repeat(6), BIO].concat();
        Self { beginning, parts: part.repeat(1 + CHUNK / part.len()), length, at: 0 }
    }
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let rest = match self.at.checked_sub(self.beginning.len()) {
            None => &self.beginning[self.at..],
            Some(beyond) => &self.parts[beyond % self.parts.len()..],
        };
        let length = rest.len().min(buffer.len()).min(self.length - self.at);
        buffer[..length].copy_from_slice(&rest.as_bytes()[..length]);
        self.at += length;
        Ok(length)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        assert_eq!(to, SeekFrom::Start(0));
        self.at = 0;
        Ok(0)
    }
}

/// The bytes that are in memory at most while something is done, beside those that were there before.
fn peak<T>(does: impl FnOnce() -> T) -> (usize, T) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let done = does();
    (MEMORY.peak_usage().saturating_sub(before), done)
}

fn assert_below(most: usize, peak: usize, what: &str) {
    assert!(peak < most, "{what}: {} of {} KB", peak >> 10, most >> 10);
}

#[test]
fn a_large_document_is_cleaned_in_little_memory() {
    let script = ["<script>", &"let late = 'eleven years';\n".repeat(4_000), "</script>"].concat();
    let comment = ["<!--", &"nobody on the pier ".repeat(5_000), "-->"].concat();
    for part in [script, comment] {
        let mut source = Endless::of(&part, LARGE);
        let (peak, taken) = peak(|| {
            let cleaning = clean(&mut source, &Wanted::default()).expect("a document that is read");
            source.rewind().expect("memory");
            cleaning.cutting.cuts.copy(&mut source, &mut io::sink()).expect("nowhere");
            cleaning.cutting.taken.len()
        });
        assert_eq!(taken, 1);
        assert_below(CLEANING / 8, peak, &part[..8]);
    }
}

#[test]
fn what_is_too_large_is_not_kept() {
    let (word, attribute) = ("nobody ".repeat(1_000), "x".repeat(1_000));
    let untouched = [
        (PARAGRAPH.to_owned(), Untouched::TooLarge),
        (word.clone(), Untouched::TooLarge),
        (["<img class='", &attribute, "'>"].concat(), Untouched::TooLarge),
        (["<p title='", &word].concat(), Untouched::TooLarge),
        ("<!--".to_owned(), Untouched::TooLarge),
        ("<div>".to_owned(), Untouched::TooDeep),
        ("<p>a</p>".to_owned(), Untouched::TooManyElements),
        ("<p><b>".to_owned(), Untouched::TooManyElements),
    ];
    for (part, why) in untouched {
        let mut source = Endless::of(&part, LARGE);
        let (peak, result) = peak(|| clean(&mut source, &Wanted::default()).map(|_| ()));
        match result {
            Err(Fault::Untouched(found)) => assert_eq!(found, why, "{part:.20}"),
            other => panic!("{other:?}"),
        }
        assert_below(CLEANING, peak, &format!("{part:.20}"));
    }
}

#[test]
fn as_much_as_is_read_fits() {
    let text =
        format!("<div class='a b'><a href=/story/{}>{}</a></div>\n", "x".repeat(40), "Boats ".repeat(12));
    let length = limits::ELEMENTS / 2 * text.len() - 20_000;
    let mut source = Endless::of(&text, length);
    let (peak, is_read) = peak(|| clean(&mut source, &Wanted::default()).is_ok());
    assert!(is_read);
    assert_below(CLEANING, peak, "much of all");
}

#[test]
fn a_document_without_end_is_marked_in_little_memory() {
    let named = format!("<i class='{}'>", "x".repeat(1_000));
    let data = format!("<script type=application/ld+json>{}</script>", "x".repeat(60_000));
    let small = ["nobody ", "<p title='nobody ", "<!-- ", "<div>", "<img src=a class=b>", "<svg><a>"];
    for part in [PARAGRAPH, &named, &data].into_iter().chain(small) {
        let mut source = Endless::of(part, 4 * limits::FLIGHT);
        let mut chunk = vec![0; CHUNK];
        let words = Words::all();
        let (peak, passed) = peak(|| {
            let mut marker = Marker::new(&words, Address::default(), Settings::default(), "m".into());
            let mut passed = 0;
            while let Some(length) = source.read(&mut chunk).ok().filter(|&length| length > 0) {
                passed += marker.feed(&chunk[..length]).len();
            }
            passed + marker.end().len()
        });
        assert!(passed >= source.length, "{part:.20}");
        assert_below(MARKING, peak, &format!("{part:.20}"));
    }
}
