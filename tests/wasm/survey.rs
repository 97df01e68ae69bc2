//! Reading the page: what stands in the way of it, and its limits.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod stage;

use endmark_core::attribute::{CLASS, ID, SRC, TEXT};
use endmark_live::survey::{ELEMENTS, Step, Survey};
use stage::{document, find, lines, set, survey};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    ShadowRootInit,
    ShadowRootMode::{Closed, Open},
};

wasm_bindgen_test_configure!(run_in_browser);

/// Names of properties that a form's fields stand in the way of.
const NAMES: &[&str] = &[
    "parentNode",
    "children",
    "attributes",
    "classList",
    "remove",
    "matches",
    "nodeType",
    "nodeName",
    "ownerDocument",
    "firstChild",
    "nextSibling",
    "getAttribute",
    "hasAttributes",
    "getAttributeNames",
    "setAttribute",
    "removeAttribute",
    "isConnected",
    "contains",
    "querySelectorAll",
    "id",
    "className",
    "localName",
    "tagName",
    "textContent",
    "childNodes",
    "hasAttribute",
    "substringData",
    "data",
    "value",
];

#[wasm_bindgen_test]
fn what_stands_in_an_open_shadow_root_is_read_where_its_host_has_nothing_else() {
    set(
        "<div id=open></div><div id=slotting><p>Slotted</p></div><div id=closed></div><a id=last href=/x rel=tag>After</a>",
    );
    for (host, mode) in [("#open", Open), ("#slotting", Open), ("#closed", Closed)] {
        let root = find(host).attach_shadow(&ShadowRootInit::new(mode)).unwrap();
        root.set_inner_html("<section><p rel=tag>Inside</p><slot></slot></section>");
    }
    for slice in [4.0, 0.0] {
        let (outline, elements) = survey(slice);
        assert_eq!(outline.len(), elements.len());
        assert_eq!(
            lines(&outline, "stage"),
            [
                r"1 div id=open | Inside\n",
                r"2 section  | Inside\n",
                r"3 p rel=tag | Inside",
                r"3 slot  | ",
                r"1 div id=slotting | Slotted\n",
                r"2 p  | Slotted",
                r"1 div id=closed | ",
                r"1 a href=/x id=last rel=tag | After",
            ]
        );
    }
}

#[wasm_bindgen_test]
fn reads_names_attributes_and_text() {
    set(
        r##"<article id=a class="post big" data-other=1><h2>Title</h2>One <a href="/x" rel=tag>two</a><!--no--> three
        <script>var no</script><style>no{}</style><svg class=icon><text>no</text></svg></article>"##,
    );
    let (outline, elements) = survey(4.0);
    assert_eq!(outline.len(), elements.len());
    assert_eq!(
        lines(&outline, "stage"),
        [
            r"1 article class=post big id=a | Title\nOne two three\n        \n",
            r"2 h2  | Title",
            r"2 a href=/x rel=tag | two",
            "2 script  | ",
            "2 style  | ",
            "2 svg class=icon | ",
        ]
        .map(str::to_owned)
    );
    let article = outline.nodes().find(|&(id, _)| outline.attribute(id, ID) == Some("a")).unwrap().0;
    assert_eq!(elements.get(article), Some(&stage::own(&find("#a"))));
}

#[wasm_bindgen_test]
fn a_form_is_read_whatever_its_fields_are_called() {
    for tag in ["input", "img", "object", "button", "output", "embed", "iframe"] {
        let page = |name: fn(&str) -> String| {
            let fields: String = NAMES.iter().map(|n| format!("<{tag} {}>", name(n))).collect();
            set(&format!("<form id=f class=c><p>before</p>{fields}<p class=bio>after</p></form>"));
            let (outline, _) = survey(4.0);
            lines(&outline, "stage")
        };
        let clobbered = page(|name| format!("name={name}"));
        let plain = page(|name| format!("name=x-{name}"));
        let plain: Vec<_> = plain.iter().map(|line| line.replace("name=x-", "name=")).collect();
        assert_eq!(clobbered, plain, "{tag}");
    }
}

#[wasm_bindgen_test]
fn names_on_the_document_stand_in_no_way() {
    let plain = |html: &str| {
        set(html);
        lines(&survey(4.0).0, "stage")
    };
    let twin = plain("<p>one</p><form name=x1></form><img name=x2><form name=x3></form><embed name=x4>");
    let clobbered = plain(
        "<p>one</p><form name=documentElement></form><img name=body><form name=getElementsByTagName></form><embed name=querySelectorAll>",
    );
    assert_eq!(clobbered.len(), twin.len());
}

#[wasm_bindgen_test]
fn classes_of_svg_and_other_languages_are_read() {
    let stage = set("<svg class='a b' id=s></svg><math class=m></math>");
    let foreign = document().create_element_ns(Some("urn:x"), "x:Odd").unwrap();
    foreign.set_attribute("class", "o").unwrap();
    stage.append_child(&foreign).unwrap();
    let (outline, _) = survey(4.0);
    assert_eq!(
        lines(&outline, "stage"),
        ["1 svg class=a b id=s | ", "1 math class=m | ", "1 x:odd class=o | "].map(str::to_owned)
    );
}

#[wasm_bindgen_test]
fn slices_of_no_time_read_the_same() {
    let html: String = (0..3000).map(|n| format!("<p class=c{}>{n} <b>x</b></p>", n % 7)).collect();
    set(&html);
    let whole = lines(&survey(f64::INFINITY).0, "stage");
    assert_eq!(whole.len(), 6000);
    assert_eq!(lines(&survey(0.0).0, "stage"), whole);
}

#[wasm_bindgen_test]
fn what_is_added_meanwhile_does_no_harm() {
    let stage = set(&"<p>x</p>".repeat(2000));
    let mut survey = Survey::begin(None).unwrap();
    loop {
        match survey.advance(0.0) {
            Step::More => {
                let new = document().create_element("i").unwrap();
                if stage.child_element_count() < 2200 {
                    stage.prepend_with_node_1(&new).unwrap();
                }
            }
            Step::Done => break,
            step => panic!("{step:?}"),
        }
    }
}

#[wasm_bindgen_test]
fn what_is_taken_away_meanwhile_is_noticed() {
    let stage = set(&"<p>x</p>".repeat(2000));
    let mut survey = Survey::begin(None).unwrap();
    let lost = loop {
        match survey.advance(0.0) {
            Step::More => stage.set_inner_html(""),
            step => break step,
        }
    };
    assert!(matches!(lost, Step::Lost | Step::Done), "{lost:?}");
    set("");
}

#[wasm_bindgen_test]
fn a_place_that_is_taken_away_hides_no_other() {
    let stage = set(&"<p>x</p><a href=/x>y</a>".repeat(1000));
    let mut survey = Survey::begin(None).unwrap();
    survey.advance(0.0);
    let link =
        |at| stage.query_selector_all("a").unwrap().item(at).unwrap().unchecked_into::<web_sys::Element>();
    (100..800).step_by(37).for_each(|at| link(at).remove());
    while matches!(survey.advance(0.0), Step::More) {}
    let links = lines(&survey.finish().0, "stage").iter().filter(|line| line.contains("a href=/x")).count();
    assert_eq!(links, 1000 - 19);
    set("");
}

#[wasm_bindgen_test]
fn a_place_that_is_not_read_hides_no_other() {
    set(
        "<svg><a href=/no></a><g aria-hidden=true></g></svg><select><option hidden>no</select><form></form><a href=/1></a>\
        <object><img src=/no></object><time>now</time><ins>new</ins><a href=/2></a>",
    );
    let (outline, _) = survey(f64::INFINITY);
    let links = lines(&outline, "stage").iter().filter(|line| line.contains("a href=")).count();
    assert_eq!(links, 2);
}

#[wasm_bindgen_test]
fn depth_is_limited() {
    let stage = set("");
    let mut at = stage.clone();
    for _ in 0..20_000 {
        let inner = document().create_element("div").unwrap();
        at.append_child(&inner).unwrap();
        at = inner;
    }
    at.set_text_content(Some("deep"));
    let (outline, _) = survey(4.0);
    assert!(lines(&outline, "stage").len() < 520);
    set("");
}

#[wasm_bindgen_test]
fn a_page_that_is_too_large_is_not_read() {
    let stage = set("");
    stage.set_inner_html(&"<i></i>".repeat(ELEMENTS as usize));
    assert!(Survey::begin(None).is_none());
    set("");
    assert!(Survey::begin(None).is_some());
}

#[wasm_bindgen_test]
fn comments_without_end_are_not_read() {
    set(&"<!---->".repeat(300_000));
    let mut survey = Survey::begin(None).unwrap();
    let end = loop {
        match survey.advance(4.0) {
            Step::More => {}
            step => break step,
        }
    };
    assert!(matches!(end, Step::TooLarge), "{end:?}");
    set("");
}

#[wasm_bindgen_test]
fn long_text_and_attributes_are_cut() {
    let stage = set("<p id=p></p><img id=i>");
    find("#p").set_text_content(Some(&"x".repeat(5_000_000)));
    find("#p").set_attribute("class", &"c".repeat(1_000_000)).unwrap();
    find("#i").set_attribute("src", &format!("data:image/png,{}", "x".repeat(10_000))).unwrap();
    for n in 0..10_000 {
        find("#i").set_attribute(&format!("data-n{n}"), "").unwrap();
    }
    let (outline, _) = survey(4.0);
    let node = |id| outline.nodes().find(|&(node, _)| outline.attribute(node, ID) == Some(id)).unwrap().0;
    assert_eq!(outline.text(node("p")).trim().len(), 20_000);
    assert_eq!(outline.attribute(node("p"), CLASS).map(str::len), Some(16_384));
    assert_eq!(outline.attribute(node("i"), SRC).map(str::len), Some(32));
    stage.remove();
}

#[wasm_bindgen_test]
fn odd_characters_are_read() {
    let stage = set("<p id=p></p>");
    let odd = js_sys::JsString::from_char_code(&[0xd800, 0x41, 0x202e, 0x200b, 0xd83d, 0xde00, 0xfeff]);
    find("#p").unchecked_ref::<web_sys::Node>().set_text_content(Some("\u{0}\u{202e}\u{200d}😀"));
    js_sys::Reflect::set(&find("#p"), &"className".into(), &odd).unwrap();
    let (outline, _) = survey(4.0);
    assert_eq!(
        lines(&outline, "stage"),
        [format!(
            "1 p class=\u{fffd}A\u{202e}\u{200b}😀\u{feff} id=p | {}",
            "\u{0}\u{202e}\u{200d}😀".escape_debug()
        )]
    );
    stage.remove();
}

#[wasm_bindgen_test]
fn of_the_head_only_what_describes_the_page_is_read() {
    let stage = set("");
    let head = find("head");
    for (tag, name, value) in
        [("meta", "property", "og:type"), ("style", "class", "no"), ("script", "type", "application/ld+json")]
    {
        let child = document().create_element(tag).unwrap();
        child.set_attribute(name, value).unwrap();
        child.set_text_content(Some("{\"@type\":1}"));
        child.set_attribute("data-test-own", "").unwrap();
        head.append_child(&child).unwrap();
    }
    let (outline, _) = survey(4.0);
    let place = outline.nodes().find(|(_, node)| &*node.tag == "head").unwrap().0;
    let tags: Vec<_> = outline.children(place).map(|id| &*outline.node(id).tag).collect();
    assert!(tags.iter().all(|tag| matches!(*tag, "meta" | "link" | "title" | "script")), "{tags:?}");
    let script = outline.children(place).find(|&id| &*outline.node(id).tag == "script").unwrap();
    assert_eq!(outline.attribute(script, TEXT), Some("{\"@type\":1}"));
    let own = document().query_selector_all("[data-test-own]").unwrap();
    (0..own.length()).for_each(|at| own.item(at).unwrap().unchecked_into::<web_sys::Element>().remove());
    stage.remove();
}
