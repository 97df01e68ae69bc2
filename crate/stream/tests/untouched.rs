//! A document of which something is not clear stays as it is, and says why.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::io::Cursor;

use endmark_core::Purpose;
use endmark_stream::{Cleaning, Fault, Untouched, Wanted, clean, limits};

fn look(document: &[u8], charset: Option<&str>) -> Result<Cleaning, Fault> {
    clean(&mut Cursor::new(document), &Wanted { charset, ..Wanted::default() })
}

fn why(document: impl AsRef<[u8]>, charset: Option<&str>) -> Untouched {
    match look(document.as_ref(), charset) {
        Err(Fault::Untouched(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn encodings_that_are_no_ascii_stay() {
    assert_eq!(why(b"\xfe\xff\0<\0p\0>", None), Untouched::Encoding("UTF-16BE"));
    assert_eq!(why(b"<p>", Some("utf-16")), Untouched::Encoding("UTF-16LE"));
    assert_eq!(why(b"<meta charset=iso-2022-jp><p>", None), Untouched::Encoding("ISO-2022-JP"));
    assert_eq!(why(b"<p>", Some("klingon")), Untouched::UnknownEncoding("klingon".into()));
}

#[test]
fn what_is_no_text_stays() {
    assert_eq!(why(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None), Untouched::Binary);
    assert_eq!(why(b"%PDF-1.7 <p>", None), Untouched::Binary);
}

#[test]
fn what_is_a_tag_for_some_and_text_for_others_stays() {
    assert_eq!(why("<select><xmp><script>'</select>'</script></select>", None), Untouched::Ambiguous);
    assert_eq!(why("<p>x</p title='>'>y", None), Untouched::Ambiguous);
    assert_eq!(why("<div><p><svg></div><noscript></th><div></div>", None), Untouched::Ambiguous);
    assert_eq!(why("<div><p><svg></div><xmp><!--</xmp>-->", None), Untouched::Ambiguous);
    assert_eq!(why("<svg><svg><p><![CDATA[</p>]]>", None), Untouched::Ambiguous);
    assert_eq!(
        why("<math><annotation-xml encoding=text/html><![CDATA[<p>]]></math>", None),
        Untouched::Ambiguous
    );
}

#[test]
fn marks_of_byte_order_in_tags_are_read_by_nobody_alike() {
    assert_eq!(why("<<div \u{feff}class=bio/>", None), Untouched::Ambiguous);
    assert_eq!(why("<p>x<div class='\u{feff}bio'>y", None), Untouched::Ambiguous);
    assert!(look("<p>\u{feff}x<div class='bio'>\u{feff}y".as_bytes(), None).is_ok());
}

#[test]
fn what_may_be_made_of_frames_stays() {
    assert_eq!(why("<frameset><textarea></frameset></textarea>", None), Untouched::Frames);
    assert_eq!(why("<p class=bio><br><ul><frameset>", None), Untouched::Frames);
}

#[test]
fn there_is_an_end_to_elements_and_depth_and_text() {
    assert_eq!(why("<br>".repeat(limits::ELEMENTS + 1), None), Untouched::TooManyElements);
    assert_eq!(why("<div>".repeat(limits::DEPTH + 1), None), Untouched::TooDeep);
    assert_eq!(why(["<p>", &"x".repeat(limits::TEXT + 1)].concat(), None), Untouched::TooLarge);
    let tag = ["<p title='", &"x".repeat(2 * limits::TEXT), "'>"].concat();
    assert_eq!(why(tag, None), Untouched::TooLarge);
}

#[test]
fn next_to_nothing_is_no_article() {
    for document in ["", " ", "x", "<", "</", "<p", "<!--", "<![CDATA[", "</html>", "<!doctype html>"] {
        let cleaning = look(document.as_bytes(), None).expect("a document that is read");
        assert!(cleaning.cutting.cuts.ranges().is_empty(), "{document}");
        assert_ne!(cleaning.purpose, Purpose::Article, "{document}");
    }
}
