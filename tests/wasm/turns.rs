//! A page from the first look on, through what the script around the module sees.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod stage;

use endmark_core::words::{COMMON, tables};
use endmark_live::Endmark;
use js_sys::{JSON, Reflect};
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

fn settings(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn unlearned() -> Endmark {
    Endmark::new(settings(r#"{"categories":{},"kept":[]}"#), MARK).ok().unwrap()
}

fn endmark() -> Endmark {
    let mut endmark = unlearned();
    tables().iter().for_each(|(_, table)| endmark.learn(table.to_vec()).ok().unwrap());
    endmark
}

fn table(name: &str) -> Vec<u8> {
    tables().iter().find(|(own, _)| *own == name).unwrap().1.to_vec()
}

/// Turns until nothing is to be done for now; gives the pause that is asked for then.
fn work(endmark: &mut Endmark, now: f64) -> f64 {
    (0..1000).map(|_| endmark.turn(now)).find(|&pause| pause > 0.0).unwrap()
}

fn told(endmark: &Endmark, name: &str) -> JsValue {
    Reflect::get(&endmark.report(), &name.into()).unwrap()
}

#[wasm_bindgen_test]
fn an_article_is_cleaned_and_given_back() {
    let stage = set(&article());
    let before = stage.outer_html();
    let mut endmark = endmark();
    assert_eq!(told(&endmark, "state"), "working");
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert_eq!(told(&endmark, "state"), "done", "{:?}", told(&endmark, "why"));
    assert!(is_hidden("#respond") && endmark.count() > 0 && endmark.generation() > 0);
    let block = Reflect::get_u32(&told(&endmark, "blocks"), 0).unwrap();
    let field = |name: &str| Reflect::get(&block, &name.into()).unwrap();
    assert_eq!(field("shown"), false);
    assert!(field("category").is_string() && field("words").is_string() && field("path").is_string());
    let reason = Reflect::get_u32(&field("reasons"), 0).unwrap();
    assert!(Reflect::get(&reason, &"key".into()).unwrap().is_string());
    assert!(Reflect::get(&reason, &"params".into()).unwrap().is_object());
    let id = field("id").as_f64().unwrap() as u32;
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
    let off = settings(r#"{"categories":{"comment-form":false,"comments":false}}"#);
    endmark.set_settings(off).ok().unwrap();
    assert_eq!(marks(), 0);
    work(&mut endmark, 100_000.0);
    assert_eq!(marks(), 0);
    endmark.set_settings(settings("{}")).ok().unwrap();
    work(&mut endmark, 200_000.0);
    assert!(is_hidden("#respond"));
    assert!(endmark.set_settings(settings(r#"{"categories":{"comments":"yes"}}"#)).is_err());
    endmark.set_settings(settings(r#"{"categories":{"nonsense":true}}"#)).ok().unwrap();
    endmark.show_all();
}

#[wasm_bindgen_test]
fn settings_that_come_while_the_page_is_read_do_not_wait_for_a_rest() {
    set(&article());
    let mut endmark = endmark();
    endmark.set_settings(settings(r#"{"categories":{"comment-form":false}}"#)).ok().unwrap();
    assert_eq!(endmark.turn(0.0), 0.0);
    endmark.set_settings(settings("{}")).ok().unwrap();
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
    assert_eq!(told(&endmark, "state"), "not-article");
    assert!(told(&endmark, "why").is_string());
    assert_eq!(stage.outer_html(), before);
    stage.set_inner_html(&article());
    endmark.navigated(5000.0);
    assert_eq!(told(&endmark, "state"), "working");
    work(&mut endmark, 6000.0);
    assert_eq!(told(&endmark, "state"), "done");
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
    assert!(endmark.learn(vec![7; 40]).is_err() && endmark.learn(Vec::new()).is_err());
    assert_eq!((endmark.wanted(), told(&endmark, "state")), (COMMON.to_owned(), "working".into()));
    endmark.learn(table(COMMON)).ok().unwrap();
    assert_eq!(work(&mut endmark, 10.0), f64::INFINITY);
    assert_eq!((&*endmark.wanted(), endmark.count()), ("de", 0));
    assert_eq!(endmark.heard(20.0), f64::INFINITY);
    endmark.learn(table("de")).ok().unwrap();
    work(&mut endmark, 30.0);
    assert_eq!((&*endmark.wanted(), told(&endmark, "state")), ("", "done".into()));
    assert!(is_hidden("#onward"));
    endmark.navigated(5_000.0);
    work(&mut endmark, 6_000.0);
    assert_eq!((&*endmark.wanted(), told(&endmark, "state")), ("", "done".into()));
    endmark.show_all();
}

#[wasm_bindgen_test]
fn a_page_that_is_too_large_is_said_to_be() {
    let stage = set("");
    stage.set_inner_html(&"<i></i>".repeat(70_000));
    let mut endmark = endmark();
    assert_eq!(work(&mut endmark, 0.0), f64::INFINITY);
    assert_eq!(
        (told(&endmark, "state"), told(&endmark, "why")),
        ("stopped".into(), "stopped-too-large".into())
    );
    assert_eq!(endmark.heard(9e9), f64::INFINITY);
    set("");
}

#[wasm_bindgen_test]
fn bad_settings_and_marks_are_refused() {
    assert!(Endmark::new(settings("3"), MARK).is_err());
    assert!(Endmark::new(settings(r#"{"categories":7}"#), MARK).is_err());
    assert!(Endmark::new(settings(r#"{"categories":null}"#), MARK).is_err());
    assert!(Endmark::new(JsValue::UNDEFINED, MARK).is_err());
    for mark in ["", "1a", "a b", "a]", "A"] {
        assert!(Endmark::new(settings("{}"), mark).is_err(), "{mark}");
    }
}
