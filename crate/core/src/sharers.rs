//! Links and buttons that pass the page on, each looked at once.

use alloc::vec::Vec;

use crate::{
    attribute::{ARIA_LABEL, CLASS, HREF, TITLE},
    category::Category,
    measure::Measure,
    outline::{
        NodeId, Outline,
        tag::{A, BUTTON},
    },
    signs::Signs,
    targets::{AWAY, SHARE, Targets},
    words::Kind,
};

/// A button that names a network has at most this many characters.
const LONGEST_BUTTON: u32 = 24;
/// One whose words say what it does has at most this many.
const LONGEST_LABEL: u32 = 32;

/// The sharing links and buttons of a page.
#[derive(Debug, Clone)]
pub struct Sharers {
    /// How many stand before each element; one more than elements.
    before: Vec<u32>,
}

impl Sharers {
    /// Those of a page with so many elements, of which none is read yet.
    pub fn of(count: usize) -> Self {
        let mut before = Vec::with_capacity(count + 1);
        before.push(0);
        Self { before }
    }

    /// Reads the next element.
    pub fn read(&mut self, measure: &Measure<'_>, signs: &Signs<'_>, targets: &Targets<'_>, id: NodeId) {
        let is = is_sharer(measure, signs, targets, id) || is_labelled(measure, signs, targets, id);
        self.before.push(self.before[id] + u32::from(is));
    }

    /// Whether an element is one.
    pub fn is(&self, id: NodeId) -> bool {
        self.before[id] < self.before[id + 1]
    }

    /// How many stand in several elements.
    pub fn among(&self, outline: &Outline, ids: &[NodeId]) -> u32 {
        ids.iter().map(|&id| self.below(outline, id)).sum()
    }

    /// How many stand below an element, or are it.
    pub fn below(&self, outline: &Outline, id: NodeId) -> u32 {
        self.before[outline.node(id).end] - self.before[id]
    }
}

fn is_sharer(measure: &Measure<'_>, signs: &Signs<'_>, targets: &Targets<'_>, id: NodeId) -> bool {
    let outline = measure.outline;
    if signs.rules[id].is_some_and(|r| r.category == Category::Share) {
        return true;
    }
    outline.is(id, A) && targets.lead(id, SHARE)
        || outline.is(id, A | BUTTON) && is_button(measure, signs, id)
}

/// A link of the site or a button whose words are a label of its own, such as "Print" or "Send to a friend".
fn is_labelled(measure: &Measure<'_>, signs: &Signs<'_>, targets: &Targets<'_>, id: NodeId) -> bool {
    let outline = measure.outline;
    outline.is(id, A | BUTTON)
        && measure.chars(id) <= LONGEST_LABEL
        && !targets.lead(id, AWAY)
        && signs.words.meanings(outline.text(id)).iter().any(|m| m.kind == Kind::Share)
}

/// A button without an address that names a network, or is called a share button.
fn is_button(measure: &Measure<'_>, signs: &Signs<'_>, id: NodeId) -> bool {
    let outline = measure.outline;
    let named = || signs.is_named(id, Category::Share);
    let href = outline.attribute(id, HREF).unwrap_or_default();
    // A place on the page that is called like no network is one to go to.
    let goes_nowhere = href.is_empty()
        || href.starts_with("javascript:")
        || href.starts_with('#') && (href.len() < 3 || signs.words.names_network(href));
    goes_nowhere
        && measure.chars(id) <= LONGEST_BUTTON
        && (named()
            || [CLASS, ARIA_LABEL, TITLE]
                .iter()
                .any(|&a| outline.attribute(id, a).is_some_and(|name| signs.words.names_network(name))))
}
