//! Taking blocks off and giving them back.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod stage;

use endmark_core::Category;
use endmark_live::entry::Choice;
use endmark_live::ledger::Ledger;
use stage::{MARK, document, find, focus, is_hidden, ledger, marks, plan, set};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

fn follow(ledger: &mut Ledger, selectors: &[&str]) {
    let (plan, elements) = plan(selectors);
    ledger.follow(plan, &elements);
    ledger.carry_out("");
}

fn ids(ledger: &Ledger) -> Vec<u32> {
    ledger.blocks().map(|entry| entry.id).collect()
}

#[wasm_bindgen_test]
fn what_was_taken_off_is_given_back_as_it_was() {
    let stage = set(
        "<p>text</p><div class=bio>bio</div><ul class='a share'><li>x</ul><h3 class=com></h3><div class=com>y</div>",
    );
    let before = stage.outer_html();
    let mut ledger = ledger();
    follow(&mut ledger, &[".bio", ".share", ".com"]);
    assert_eq!((ledger.count(), marks()), (3, 4));
    ledger.choose_all(Choice::Shown);
    ledger.carry_out("");
    assert_eq!((ledger.count(), stage.outer_html()), (0, before.clone()));
    ledger.choose_all(Choice::Hidden);
    ledger.carry_out("");
    assert_eq!((ledger.count(), marks()), (3, 4));
    ledger.release();
    assert_eq!(stage.outer_html(), before);
}

#[wasm_bindgen_test]
fn a_block_keeps_its_number_and_what_the_user_said() {
    set("<div class=bio>bio</div><div class=com id=c1></div><p class=share></p>");
    let mut ledger = ledger();
    follow(&mut ledger, &[".bio", ".com", ".share"]);
    let [bio, com, share] = ids(&ledger)[..] else { panic!() };
    ledger.choose(com, Choice::Shown);
    ledger.carry_out("");
    assert!(!is_hidden(".com"));
    find("#c1").insert_adjacent_html("afterend", "<div class=com id=c2>more</div>").unwrap();
    follow(&mut ledger, &[".share", ".com"]);
    assert_eq!(ids(&ledger), [share, com]);
    assert!(!is_hidden("#c1") && !is_hidden("#c2") && !is_hidden(".bio"));
    follow(&mut ledger, &[".bio", ".com", ".share"]);
    assert_eq!(ids(&ledger), [bio, com, share]);
    ledger.choose(com, Choice::Hidden);
    ledger.carry_out("");
    assert!(is_hidden("#c1") && is_hidden("#c2") && is_hidden(".bio"));
}

#[wasm_bindgen_test]
fn a_block_that_grows_stays_hidden_and_one_block() {
    set("<section id=s><div class=com id=c1></div></section>");
    let mut ledger = ledger();
    follow(&mut ledger, &[".com"]);
    let first = ids(&ledger);
    find("#c1").insert_adjacent_html("afterend", "<div class=com id=c2>more</div>").unwrap();
    follow(&mut ledger, &[".com"]);
    assert_eq!((ids(&ledger), ledger.count(), marks()), (first.clone(), 1, 2));
    find("#c1").remove();
    follow(&mut ledger, &[".com"]);
    assert_eq!((ids(&ledger), ledger.count(), marks()), (first, 1, 1));
    follow(&mut ledger, &["#s"]);
    assert_eq!((ledger.count(), marks()), (1, 1));
    assert!(is_hidden("#s"));
}

#[wasm_bindgen_test]
fn blocks_that_become_one_are_one() {
    let stage = set("<div class='a c'></div><div class='b c'></div>");
    let before = stage.outer_html();
    let mut ledger = ledger();
    follow(&mut ledger, &[".a", ".b"]);
    follow(&mut ledger, &[".c"]);
    assert_eq!((ledger.count(), marks()), (1, 2));
    follow(&mut ledger, &[".a", ".b"]);
    assert_eq!((ledger.count(), marks()), (2, 2));
    follow(&mut ledger, &[]);
    assert_eq!((ledger.count(), stage.outer_html()), (0, before));
}

#[wasm_bindgen_test]
fn what_was_given_back_is_not_taken_by_the_block_around_it() {
    set("<section class=outer><div class=com></div></section>");
    let mut ledger = ledger();
    follow(&mut ledger, &[".com"]);
    ledger.choose(ids(&ledger)[0], Choice::Shown);
    ledger.carry_out("");
    follow(&mut ledger, &[".outer"]);
    assert_eq!((ledger.count(), marks()), (0, 0));
}

#[wasm_bindgen_test]
fn all_shown_holds_for_what_comes_later() {
    set("<div class=a></div><div class=b></div>");
    let mut ledger = ledger();
    follow(&mut ledger, &[".a"]);
    ledger.choose_all(Choice::Shown);
    follow(&mut ledger, &[".a", ".b"]);
    assert_eq!(marks(), 0);
    ledger.choose(ids(&ledger)[1], Choice::Hidden);
    ledger.carry_out("");
    assert!(is_hidden(".b") && !is_hidden(".a"));
}

#[wasm_bindgen_test]
fn nothing_is_taken_from_under_the_cursor() {
    set("<form class=com><input id=i></form><div class=bio>bio</div>");
    focus(&find("#i"));
    let mut ledger = ledger();
    let (plan, elements) = plan(&[".com", ".bio"]);
    ledger.follow(plan, &elements);
    let outcome = ledger.carry_out("");
    assert!(outcome.waiting && !is_hidden(".com") && is_hidden(".bio"));
    find("#i").unchecked_ref::<web_sys::HtmlElement>().blur().unwrap();
    assert!(!ledger.carry_out("").waiting && is_hidden(".com"));
}

#[wasm_bindgen_test]
fn typed_text_keeps_its_form() {
    set("<form class=com><input id=i value=old><textarea id=t>old</textarea></form>");
    let input: HtmlInputElement = find("#i").unchecked_into();
    let area: HtmlTextAreaElement = find("#t").unchecked_into();
    let mut ledger = ledger();
    area.set_value("typed");
    follow(&mut ledger, &[".com"]);
    assert!(!is_hidden(".com"));
    area.set_value("old");
    input.set_value("typed");
    follow(&mut ledger, &[".com"]);
    assert!(!is_hidden(".com"));
    ledger.choose(ids(&ledger)[0], Choice::Forced);
    ledger.carry_out("");
    assert!(is_hidden(".com") && input.value() == "typed");
    ledger.choose_all(Choice::Shown);
    ledger.carry_out("");
    assert!(!is_hidden(".com") && input.value() == "typed");
}

#[wasm_bindgen_test]
fn what_the_browser_writes_into_a_field_is_not_typed() {
    set(
        "<form class=com><input type=range><input type=COLOR><input type=checkbox checked><input type=number value=x>\
        <input value='a\nb '><input type=hidden value=h><textarea>\r\nx\r\n</textarea><select><option>s</select></form>",
    );
    let mut ledger = ledger();
    follow(&mut ledger, &[".com"]);
    assert!(is_hidden(".com"));
}

#[wasm_bindgen_test]
fn an_open_dialog_stays() {
    set("<div class=com><dialog open>x</dialog></div>");
    let mut ledger = ledger();
    follow(&mut ledger, &[".com"]);
    assert!(!is_hidden(".com"));
    find("dialog").remove_attribute("open").unwrap();
    follow(&mut ledger, &[".com"]);
    assert!(is_hidden(".com"));
}

#[wasm_bindgen_test]
fn fields_that_are_none_do_no_harm() {
    let stage = set("<div class=com></div>");
    for tag in ["input", "textarea", "video"] {
        let odd = document().create_element_ns(Some("urn:x"), tag).unwrap();
        stage.query_selector(".com").unwrap().unwrap().append_child(&odd).unwrap();
    }
    let mut ledger = ledger();
    follow(&mut ledger, &[".com"]);
    assert!(is_hidden(".com"));
}

#[wasm_bindgen_test]
fn what_the_address_points_into_is_given_back_once() {
    set("<div class=com><p id='comment-ü'>x</p><a name=old>y</a></div>");
    let mut ledger = ledger();
    let (plan, elements) = plan(&[".com"]);
    ledger.follow(plan, &elements);
    ledger.carry_out("#comment-%C3%BC");
    assert!(!is_hidden(".com"));
    ledger.choose_all(Choice::Hidden);
    ledger.carry_out("#comment-%C3%BC");
    assert!(is_hidden(".com"));
    assert!(!ledger.reveal("#nowhere") && !ledger.reveal("") && !ledger.reveal("#%"));
    assert!(ledger.reveal("#old"));
    ledger.carry_out("#old");
    assert!(!is_hidden(".com"));
}

#[wasm_bindgen_test]
fn a_block_that_comes_back_for_ever_is_left() {
    let stage = set("");
    let mut ledger = ledger();
    for round in 0..30 {
        stage.set_inner_html("<div class=com>again</div>");
        follow(&mut ledger, &[".com"]);
        assert_eq!(is_hidden(".com"), round < 21, "{round}");
    }
    assert!(ledger.has_yielded());
    ledger.turn_page();
    follow(&mut ledger, &[".com"]);
    assert!(is_hidden(".com") && !ledger.has_yielded());
}

#[wasm_bindgen_test]
fn a_page_that_takes_the_mark_away_wins_in_the_end() {
    set("<div class=com>x</div>");
    let mut ledger = ledger();
    for _ in 0..30 {
        follow(&mut ledger, &[".com"]);
        find(".com").remove_attribute(MARK).unwrap();
    }
    follow(&mut ledger, &[".com"]);
    assert!(!is_hidden(".com") && ledger.has_yielded());
}

#[wasm_bindgen_test]
fn copies_of_the_mark_are_taken_away() {
    let stage = set("<div class=com>x</div>");
    let before = stage.outer_html();
    let mut ledger = ledger();
    follow(&mut ledger, &[".com"]);
    let copy = find(".com").clone_node_with_deep(true).unwrap();
    stage.append_child(&copy).unwrap();
    assert_eq!(marks(), 2);
    follow(&mut ledger, &["#stage > .com:first-child"]);
    assert_eq!(marks(), 1);
    stage.append_child(&find(".com").clone_node().unwrap()).unwrap();
    ledger.release();
    assert_eq!(marks(), 0);
    copy.parent_node().unwrap().remove_child(&copy).unwrap();
    stage.last_element_child().unwrap().remove();
    assert_eq!(stage.outer_html(), before);
}

#[wasm_bindgen_test]
fn a_category_that_is_not_wanted_is_given_back() {
    set("<div class=com>x</div>");
    let mut ledger = ledger();
    follow(&mut ledger, &[".com"]);
    ledger.narrow(|category| category != Category::Comments);
    ledger.carry_out("");
    assert_eq!((ledger.count(), marks()), (0, 0));
}

#[wasm_bindgen_test]
fn many_blocks_take_several_turns() {
    set(&"<p class=x></p>".repeat(500));
    let selectors: Vec<_> = (1..=500).map(|n| format!("#stage > :nth-child({n})")).collect();
    let (plan, elements) = plan(&selectors.iter().map(|s| &**s).collect::<Vec<_>>());
    let mut ledger = ledger();
    ledger.follow(plan, &elements);
    let turns = 1 + (0..10).take_while(|_| ledger.carry_out("").unfinished).count();
    assert_eq!((turns, marks(), ledger.count()), (3, 500, 500));
}
