//! A place on the test page, and what the core would see of it.
#![allow(dead_code, reason = "each test uses a part")]

use endmark_core::{Category, Outline, Plan, Removal, attribute::ID, report::Block};
use endmark_live::apply::Mark;
use endmark_live::dom::Element as Own;
use endmark_live::ledger::Ledger;
use endmark_live::survey::{Step, Survey};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The attribute that hides in these tests.
pub const MARK: &str = "data-mark7";

/// The test page.
pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// What the script around the module does.
const SHADE: &str =
    "globalThis.endmarkShade ??= { mark: (element, name, value) => element.setAttribute(name, value) }";

/// A new place with this in it; the place before it is gone.
pub fn set(html: &str) -> Element {
    js_sys::eval(SHADE).unwrap();
    if let Some(old) = document().get_element_by_id("stage") {
        old.remove();
    }
    let stage = document().create_element("div").unwrap();
    stage.set_id("stage");
    document().body().unwrap().append_child(&stage).unwrap();
    stage.set_inner_html(html);
    stage
}

/// The first element that matches.
pub fn find(selector: &str) -> Element {
    document().query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
}

/// The same as the module's own type.
pub fn own(element: &Element) -> Own {
    element.clone().unchecked_into()
}

/// Gives an element the focus.
pub fn focus(element: &Element) {
    element.unchecked_ref::<HtmlElement>().focus().unwrap();
}

/// Reads the whole page in slices of so many milliseconds.
pub fn survey(slice: f64) -> (Outline, Vec<Own>) {
    let mut survey = Survey::begin(None).unwrap();
    loop {
        match survey.advance(slice) {
            Step::More => {}
            Step::Done => return survey.finish(),
            step => panic!("{step:?}"),
        }
    }
}

/// What a survey read of the element with an id: one line for each element.
pub fn lines(outline: &Outline, id: &str) -> Vec<String> {
    let root = outline.nodes().find(|&(node, _)| outline.attribute(node, ID) == Some(id)).unwrap().0;
    let base = outline.node(root).depth;
    outline
        .inside(root)
        .map(|id| {
            let node = outline.node(id);
            let mut attributes: Vec<_> =
                node.attributes.iter().map(|(n, v)| format!("{}={v}", n.name())).collect();
            attributes.sort();
            let text = outline.text(id).escape_debug().to_string();
            format!("{} {} {} | {text}", node.depth - base, node.tag, attributes.join(" "))
        })
        .collect()
}

/// A ledger with the mark of these tests.
pub fn ledger() -> Ledger {
    Ledger::new(Mark::new(MARK))
}

/// A plan that takes off the elements that match, each selector one block.
pub fn plan(selectors: &[&str]) -> (Plan, Vec<Own>) {
    let (mut removals, mut elements) = (Vec::new(), Vec::new());
    for selector in selectors {
        let list = document().query_selector_all(selector).unwrap();
        let first = elements.len();
        elements.extend((0..list.length()).map(|at| list.item(at).unwrap().unchecked_into::<Own>()));
        removals.push(Removal { nodes: (first..elements.len()).collect(), block: block(selector) });
    }
    (Plan { removals }, elements)
}

fn block(rule: &str) -> Block {
    Block {
        category: Category::Comments,
        rule: rule.into(),
        words: "words".into(),
        reasons: Vec::new(),
        path: "path".into(),
    }
}

/// Whether an element is hidden.
pub fn is_hidden(selector: &str) -> bool {
    find(selector).has_attribute(MARK)
}

/// Number of elements that carry the mark.
pub fn marks() -> u32 {
    document().query_selector_all(&format!("[{MARK}]")).unwrap().length()
}
