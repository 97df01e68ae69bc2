//! What is marked in a document while it comes in, and that every other byte is as it was.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::sync::LazyLock;

use endmark_core::{Address, Settings, Words};
use endmark_stream::{Marker, limits::FLIGHT};

/// Bytes that are held for one tag at most.
const TAG: usize = 2 << 20;

const HEAD: &str = "<!doctype html><html><head><meta property='og:type' content='article'></head><body>";
const TOLD: &str =
    "<!doctype html><html m=\"flight\"><head><meta property='og:type' content='article'></head><body>";

static WORDS: LazyLock<Words> = LazyLock::new(Words::all);

fn marker_by(settings: Settings) -> Marker<'static> {
    Marker::new(&WORDS, Address::default(), settings, "m".into())
}

fn marker() -> Marker<'static> {
    marker_by(Settings::default())
}

/// What comes out of a document that comes in pieces of so many bytes.
fn run(source: &[u8], size: usize) -> Vec<u8> {
    let mut marker = marker();
    let mut out = Vec::new();
    for piece in source.chunks(size) {
        out.extend(marker.feed(piece));
    }
    out.extend(marker.end());
    assert_eq!(marker.held(), 0);
    out
}

fn whole(body: &str) -> String {
    let source = [HEAD, body].concat();
    let out = String::from_utf8(run(source.as_bytes(), usize::MAX)).expect("text");
    for size in 1..=64 {
        assert_eq!(String::from_utf8_lossy(&run(source.as_bytes(), size)), out, "{size}");
    }
    out.strip_prefix(TOLD).expect("the head with the name").to_owned()
}

#[test]
fn what_is_certain_is_marked_and_what_it_loads_waits() {
    let body = "<p>Text<img src=a.png><div ID=respond Class='comment-respond'><p>x<img src=b.png>\
        <IFRAME src=c></iframe><img loading=EAGER src=d><img loading=lazy src=e></div><img src=f>";
    let marked = "<p>Text<img src=a.png><div m=\"\" ID=respond Class='comment-respond'>\
        <p>x<img loading=\"lazy\" m-before=\"\" src=b.png>\
        <IFRAME loading=\"lazy\" m-before=\"\" src=c></iframe>\
        <img loading=\"lazy\" m-before=\"eager\" loading=EAGER src=d><img loading=lazy src=e></div><img src=f>";
    assert_eq!(whole(body), marked);
}

#[test]
fn what_may_not_end_where_it_seems_to_stays() {
    for body in [
        "<ul><li class=wp-block-post-author-biography>Bio<li>Text<img src=a></ul><img src=b>",
        "<p class=wp-block-post-author-biography>Bio<p>Text<img src=a>",
        "<noscript><div class=wp-block-post-author-biography></div></noscript>",
        "<template><div class=wp-block-post-author-biography></div></template>",
        "<textarea><div class=wp-block-post-author-biography></div></textarea>",
        "<!-- <div class=wp-block-post-author-biography></div>",
    ] {
        assert_eq!(whole(body), body);
    }
}

#[test]
fn what_may_be_text_after_other_languages_stays() {
    let block = "<div class=wp-block-post-author-biography></div>";
    let marked = "<div m=\"\" class=wp-block-post-author-biography></div>";
    for other in [
        "<svg><svg><p></svg></svg>",
        "<mtext><svg></mtext>",
        "<math><annotation-xml encoding=text/html><![CDATA[<p>]]></math>",
    ] {
        let source = [HEAD, other, block].concat();
        assert_eq!(String::from_utf8_lossy(&run(source.as_bytes(), 1)), source.replace(HEAD, TOLD));
    }
    let plain = "<svg><title>x</title><svg><a><path></a></svg></svg><math><mi>x</mi></math><!-- [CDATA[ -->";
    assert_eq!(whole(&[plain, block].concat()), [plain, marked].concat());
}

#[test]
fn what_may_be_text_in_a_frame_stays() {
    for odd in ["<iframe src</a=><img></head>", "<div><iframe src</a=></div><p>"] {
        let source = [HEAD, odd, "<div id=respond class=comment-respond></div></iframe></div>"].concat();
        assert_eq!(String::from_utf8_lossy(&run(source.as_bytes(), 1)), source.replace(HEAD, TOLD));
    }
}

#[test]
fn only_a_root_that_comes_first_tells_the_name() {
    let source = HEAD.replace("<html>", "<mtext><html>");
    assert_eq!(run(source.as_bytes(), 7), source.as_bytes());
}

#[test]
fn nothing_is_marked_where_no_article_is_promised() {
    let body = "<body><div id=respond class=comment-respond><img src=a></div>";
    let out = run(["<html>", body].concat().as_bytes(), 7);
    assert_eq!(out, ["<html m=\"flight\">", body].concat().as_bytes());
}

#[test]
fn nothing_is_marked_where_no_root_can_tell_the_name() {
    let source = HEAD.replace("<html>", "") + "<div id=respond class=comment-respond></div>";
    assert_eq!(run(source.as_bytes(), 7), source.as_bytes());
}

#[test]
fn categories_that_stay_are_not_marked() {
    let mut settings = Settings::default();
    settings.categories.set(endmark_core::Category::CommentForm, false);
    let source = [HEAD, "<div id=respond class=comment-respond></div>"].concat();
    let mut marker = marker_by(settings);
    let told = source.replace(HEAD, TOLD);
    assert_eq!([marker.feed(source.as_bytes()), marker.end()].concat(), told.as_bytes());
}

#[test]
fn bytes_of_any_encoding_flow_on_as_they_are() {
    let text = b"<p>\x82\xa0\xff\xe0<\xe9><div";
    let block = b" id=respond class='comment-respond \xc3'>";
    let out = run(&[HEAD.as_bytes(), text, block].concat(), 5);
    assert_eq!(out, [TOLD.as_bytes(), text, b" m=\"\"", block].concat());
}

#[test]
fn encodings_that_change_their_state_flow_by() {
    for foreign in [&b"\x1b$B"[..], b"\0"] {
        let source = [HEAD.as_bytes(), foreign, b"<div id=respond class=comment-respond></div>"].concat();
        assert_eq!(run(&source, 1000), source);
        assert!(!run(&source, 1).windows(4).any(|part| part == b"m=\"\""));
    }
}

#[test]
fn who_gives_up_gets_everything_as_it_was() {
    let mut marker = marker();
    let source = [HEAD, "<p>x</p><div id=respond class=comm"].concat();
    let block = "ent-respond>x</div>";
    let out = [marker.feed(source.as_bytes()), marker.give_up(), marker.feed(block.as_bytes())].concat();
    assert_eq!(out, [&source.replace(HEAD, TOLD), block].concat().as_bytes());
    assert!(marker.is_done());
}

#[test]
fn ambiguous_and_endless_documents_flow_on() {
    let ambiguous = "<select><xmp><script></select><div id=respond class=comment-respond>";
    let out = run([HEAD, ambiguous].concat().as_bytes(), 9);
    assert_eq!(out, [TOLD, ambiguous].concat().as_bytes());
    let endless =
        [HEAD, "<p title='", &"x".repeat(3 << 20), "'><div id=respond class=comment-respond>"].concat();
    let mut marker = marker();
    let mut out = Vec::new();
    for piece in endless.as_bytes().chunks(65_536) {
        out.extend(marker.feed(piece));
        assert!(marker.held() <= TAG + 65_536);
    }
    out.extend(marker.end());
    assert!(out == endless.replace(HEAD, TOLD).as_bytes());
}

#[test]
fn after_so_many_bytes_nothing_is_marked() {
    let paragraph = "<p>Words and words.</p>".repeat(1000);
    let mut marker = marker();
    marker.feed(HEAD.as_bytes());
    let mut passed = 0;
    while !marker.is_done() {
        assert_eq!(marker.feed(paragraph.as_bytes()).len(), paragraph.len());
        passed += paragraph.len();
        assert!(passed <= FLIGHT + paragraph.len());
    }
}
