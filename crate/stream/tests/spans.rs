//! An element is cut out only where all that follows is read as if it had never been there.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::io::Cursor;

use endmark_core::filter::read;
use endmark_stream::{Wanted, clean};

/// A document without its elements of class `bio`.
fn without(document: &str) -> String {
    let filters = read("##.bio").filters;
    let wanted = Wanted { filters: &filters, ..Wanted::default() };
    let mut source = Cursor::new(document);
    let cleaning = clean(&mut source, &wanted).expect("a document that is read");
    let mut result = Vec::new();
    source.set_position(0);
    cleaning.cutting.cuts.copy(&mut source, &mut result).expect("memory");
    String::from_utf8(result).expect("what is left of a text")
}

fn assert_cut(document: &str, expected: &str) {
    assert_eq!(without(document), expected, "{document}");
}

fn assert_stays(document: &str) {
    assert_cut(document, document);
}

#[test]
fn only_the_first_mark_of_the_encoding_is_none_of_the_text() {
    // What stands before the body's own tag, but for blanks, begins the body.
    assert_cut("\u{feff}<body><div class=bio>x</div>b", "\u{feff}<body>b");
    assert_stays("\u{feff}\u{feff}<div class=bio></body>");
    assert_cut("\u{feff}\u{feff}<div class=bio>x</div>b", "\u{feff}\u{feff}b");
    assert_stays("\u{feff}<div class=bio>x</div>b");
}

#[test]
fn an_element_ends_with_its_end_tag() {
    assert_cut("<body><p>a</p><div class=bio>x<p>y</div><p>b</p>", "<body><p>a</p><p>b</p>");
    assert_cut("<body><div class='bio'>x<div>y</div>z</div >b", "<body>b");
    assert_cut("<body><p>a <span class=bio>x</span> b</p>", "<body><p>a  b</p>");
    assert_cut("<body>a<img class=bio>b<hr class=bio />c", "<body>abc");
    assert_cut("<BODY><DIV CLASS=bio>x</DIV>b", "<BODY>b");
}

#[test]
fn an_element_without_end_tag_ends_where_the_standard_says() {
    assert_cut("<body><ul><li>a<li class=bio>x<li>b</ul>c", "<body><ul><li>a<li>b</ul>c");
    assert_cut("<body><ul><li>a<li class=bio>x</ul>c", "<body><ul><li>a</ul>c");
    assert_cut("<body><div><p>a<p class=bio>x<p>b</div>c", "<body><div><p>a<p>b</div>c");
    assert_cut("<body><div><p class=bio>x<div>b</div></div>", "<body><div><div>b</div></div>");
    assert_cut("<body><dl><dt>a<dd class=bio>x<dt>b</dl>", "<body><dl><dt>a<dt>b</dl>");
    assert_cut(
        "<body><table><tr><td>a<td class=bio>x<td>b<tr class=bio><td>y<tr><td>c</table>",
        "<body><table><tr><td>a<td>b<tr><td>c</table>",
    );
    assert_cut("<body><section><div class=bio>x</section>b", "<body><section></section>b");
}

#[test]
fn what_the_next_text_would_move_into_stays() {
    assert_stays("<body><p>a<div class=bio>x</div>b");
    assert_stays("<body><div><p>a<p class=bio>x</p>b</div>");
}

#[test]
fn what_was_never_closed_stays() {
    assert_stays("<body><div class=bio>x<article>b</article>");
    assert_stays("<body><div class=bio>x</body></div>b");
    assert_stays("<body><form><div class=bio>x</form>y</div>b");
    assert_stays("<body><form class=bio><div>x</form>y</div>b");
}

#[test]
fn what_leaves_formatting_behind_stays() {
    assert_stays("<body><div class=bio><b>x</div>b</b>");
    assert_stays("<body><b><div class=bio>x</b>y</div>b");
    assert_stays("<body><a class=bio href=1>x<a href=2>b</a>");
    assert_stays("<body><p><b>a<p class=bio>x</b><p>b");
}

#[test]
fn what_stands_before_its_table_stays() {
    assert_stays("<body><table class=bio><tr><div>x</div><td>y</table>b");
    assert_stays("<body><div><table><div class=bio>x</div><tr><td>y</table></div>b");
    assert_stays("<body><table><tr class=bio><td>a<tr><td>b</table>");
}

#[test]
fn what_keeps_two_texts_apart_stays() {
    assert_stays("<body>a &am<span class=bio>x</span>p; b");
    assert_stays("<body>1 <<span class=bio>x</span>b>");
    assert_cut("<body>a &amp;<span class=bio>x</span>b", "<body>a &amp;b");
}

#[test]
fn what_the_body_begins_with_stays_where_it_begins_it() {
    assert_stays("<title>t</title><div class=bio>x</div><meta name=a>b");
    assert_cut("<title>t</title><body><div class=bio>x</div>b", "<title>t</title><body>b");
}

#[test]
fn plain_text_that_looks_like_tags_is_none() {
    assert_cut(
        "<body><div class=bio><script>'</div>'</script><!-- </div> --><textarea></div></textarea></div>b",
        "<body>b",
    );
    assert_cut(
        "<body><svg><style></div></style></svg><div class=bio>x</div>b",
        "<body><svg><style></div></style></svg>b",
    );
    assert_cut("<body><svg><![CDATA[</p>]]></svg><p class=bio>x</p>b", "<body><svg><![CDATA[</p>]]></svg>b");
}
