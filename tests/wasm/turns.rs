//! A page from the first look on, through what the script around the module sees.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod stage;

use endmark_core::words::{COMMON, tables};
use endmark_live::Endmark;
use js_sys::Array;
use stage::{MARK, find, is_hidden, marks, set};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = "<article><h1>On the keeping of bees in towns</h1>";
const REST: &str = "</article><div id=respond class=comment-respond><h3 id=reply-title>Leave a Reply</h3>\
    <form id=commentform action='/wp-comments-post.php' method=post><textarea name=comment id=comment></textarea>\
    <input type=submit value='Post Comment'></form></div>";

const GERMAN: &str = "<article><h1>Der Hafen</h1><p>PROSE</p></article><section id=onward>\
    <h2>Das könnte Sie auch interessieren</h2><ul><li><a href=/a>Die Werft stellt wieder Leute ein</a></li>\
    <li><a href=/b>Ein Jahr Arbeit an der alten Mole</a></li><li><a href=/c>Was der Rat beschlossen hat</a></li></ul></section>";

fn article() -> String {
    let prose = "<p>The keeping of bees in towns is older than the towns themselves, and it has always been done \
        by people who had no garden to speak of, on roofs and balconies and in the yards behind workshops.</p>";
    [ARTICLE, &prose.repeat(12), REST].concat()
}

/// Everything that goes by default, by its names.
const ALL: &str = "author-bio teaser comments comment-form newsletter share sponsored";

fn unlearned() -> Endmark {
    let mut endmark = Endmark::new(MARK);
    endmark.set_settings(ALL, String::new());
    endmark
}

fn endmark() -> Endmark {
    let mut endmark = unlearned();
    tables().iter().for_each(|(_, table)| assert!(endmark.learn(table.to_vec())));
    endmark
}

fn table(name: &str) -> Vec<u8> {
    tables().iter().find(|(own, _)| *own == name).unwrap().1.to_vec()
}

/// Turns until nothing is to be done for now; gives the pause that is asked for then.
fn work(endmark: &mut Endmark, now: f64) -> f64 {
    (0..1000).map(|_| endmark.turn(now)).find(|&pause| pause > 0.0).unwrap()
}

/// What is told of the page: state, why, then what is told of each block.
fn told(endmark: &Endmark) -> Vec<JsValue> {
    JsValue::from(endmark.report()).unchecked_into::<Array>().to_vec()
}

fn state(endmark: &Endmark) -> JsValue {
    told(endmark)[0].clone()
}

#[wasm_bindgen_test]
fn an_article_is_cleaned_and_given_back() {
    let stage = set(&article());
    let before = stage.outer_html();
    let mut endmark = endmark();
    assert_eq!(state(&endmark), "working");
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert_eq!(state(&endmark), "done", "{:?}", told(&endmark));
    assert!(is_hidden("#respond") && endmark.count() > 0 && endmark.generation() > 0);
    let block = &told(&endmark)[2..];
    let (id, hidden) = (block[0].as_f64().unwrap() as u32, block[1].as_f64());
    assert_eq!(hidden, Some(1.0));
    assert!(block[2..7].iter().all(JsValue::is_string), "category, rule, words, path, key");
    assert!(block[7].as_f64() > Some(0.0) && block[8].is_string(), "reasons");
    endmark.show(id);
    assert!(!is_hidden("#respond"));
    endmark.hide(id);
    assert!(is_hidden("#respond"));
    endmark.show_all();
    assert_eq!((endmark.count(), stage.outer_html()), (0, before));
    endmark.hide_all();
    assert!(is_hidden("#respond"));
    endmark.reveal("#comment");
    assert!(!is_hidden("#respond"));
}

#[wasm_bindgen_test]
fn settings_hold_at_once() {
    set(&article());
    let mut endmark = endmark();
    work(&mut endmark, 0.0);
    endmark.set_settings("author-bio teaser", String::new());
    assert_eq!(marks(), 0);
    work(&mut endmark, 100_000.0);
    assert_eq!(marks(), 0);
    endmark.set_settings(ALL, String::new());
    work(&mut endmark, 200_000.0);
    assert!(is_hidden("#respond"));
    endmark.set_settings("nonsense", String::new());
    assert_eq!(marks(), 0);
    endmark.show_all();
}

#[wasm_bindgen_test]
fn settings_that_come_while_the_page_is_read_do_not_wait_for_a_rest() {
    set(&article());
    let mut endmark = endmark();
    endmark.set_settings("comments", String::new());
    assert_eq!(endmark.turn(0.0), 0.0);
    endmark.set_settings(ALL, String::new());
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert!(is_hidden("#respond"));
    endmark.show_all();
}

#[wasm_bindgen_test]
fn what_comes_later_is_found() {
    let stage = set(&article());
    find("#respond").remove();
    let mut endmark = endmark();
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert_eq!(endmark.count(), 0);
    stage.insert_adjacent_html("beforeend", &REST["</article>".len()..]).unwrap();
    let pause = endmark.heard(10_000.0);
    assert!((200.0..=1000.0).contains(&pause), "{pause}");
    assert!(endmark.turn(10_000.0 + pause / 2.0) > 0.0);
    work(&mut endmark, 10_000.0 + pause);
    assert!(is_hidden("#respond"));
    endmark.show_all();
}

#[wasm_bindgen_test]
fn a_form_waits_until_the_user_has_left_it() {
    set(&article());
    let field: web_sys::HtmlElement = find("#comment").unchecked_into();
    field.focus().unwrap();
    let mut endmark = endmark();
    let pause = work(&mut endmark, 0.0);
    assert!(!is_hidden("#respond") && pause.is_finite());
    assert!(work(&mut endmark, pause) > pause);
    assert!(!is_hidden("#respond"));
    field.blur().unwrap();
    assert_eq!(work(&mut endmark, 100.0 * pause), f64::INFINITY);
    assert!(is_hidden("#respond"));
    endmark.show_all();
}

#[wasm_bindgen_test]
fn a_page_that_is_no_article_is_left_alone() {
    let stage = set("<p>Nothing here</p><div id=respond class=comment-respond><form></form></div>");
    let before = stage.outer_html();
    let mut endmark = endmark();
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert_eq!(state(&endmark), "not-article");
    assert!(!told(&endmark)[1].as_string().unwrap().is_empty());
    assert_eq!(stage.outer_html(), before);
    stage.set_inner_html(&article());
    endmark.navigated(5000.0);
    assert_eq!(state(&endmark), "working");
    work(&mut endmark, 6000.0);
    assert_eq!(state(&endmark), "done");
    endmark.show_all();
}

#[wasm_bindgen_test]
fn a_page_is_judged_when_the_words_of_its_language_are_learned() {
    set(&GERMAN.replace(
        "PROSE",
        &"Der Hafen ist wieder offen, und die Fischer sind mit dem Ergebnis zufrieden. ".repeat(30),
    ));
    let mut endmark = unlearned();
    assert_eq!(endmark.wanted(), COMMON);
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert!(!endmark.learn(vec![7; 40]) && !endmark.learn(Vec::new()));
    assert_eq!((endmark.wanted(), state(&endmark)), (COMMON.into(), "working".into()));
    assert!(endmark.learn(table(COMMON)));
    assert_eq!(work(&mut endmark, 10.0), f64::INFINITY);
    assert_eq!((endmark.wanted(), endmark.count()), ("de".into(), 0));
    assert_eq!(endmark.heard(20.0), f64::INFINITY);
    assert!(endmark.learn(table("de")));
    work(&mut endmark, 30.0);
    assert_eq!((endmark.wanted(), state(&endmark)), ("".into(), "done".into()));
    assert!(is_hidden("#onward"));
    endmark.navigated(5_000.0);
    work(&mut endmark, 6_000.0);
    assert_eq!((endmark.wanted(), state(&endmark)), ("".into(), "done".into()));
    endmark.show_all();
}

#[wasm_bindgen_test]
fn a_page_that_is_too_large_is_said_to_be() {
    let stage = set("");
    stage.set_inner_html(&"<i></i>".repeat(70_000));
    let mut endmark = endmark();
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert_eq!((state(&endmark), told(&endmark)[1].clone()), ("stopped".into(), "stopped-too-large".into()));
    assert_eq!(endmark.heard(9e9), f64::INFINITY);
    set("");
}
