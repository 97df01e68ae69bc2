//! Hides elements by the mark, but none that the user is busy with.

use alloc::string::String;

use wasm_bindgen::{JsCast, JsValue};

use endmark_core::part::joined;

use crate::dom::{self, Control, Element, Node, NodeList};

/// Fields that are typed in: boxes, sliders and colours hold a value from the first.
const FIELDS: &str = "textarea,input:not([type=checkbox i],[type=radio i],[type=range i],[type=color i])";

/// The value of the attribute on what is pointed at.
const POINTED: &str = "seen";

/// The attribute that hides what carries it.
pub struct Mark {
    name: JsValue,
    selector: String,
}

impl Mark {
    /// The mark of this name: small letters, digits and hyphens.
    pub fn new(name: &str) -> Self {
        Self { name: JsValue::from_str(name), selector: joined(&["[", name, "]"]) }
    }

    /// Hides an element.
    pub fn set(&self, element: &Element) {
        dom::mark(element, &self.name, "");
    }

    /// Shows an element where it stands, set off from the page.
    pub fn point(&self, element: &Element) {
        dom::mark(element, &self.name, POINTED);
    }

    /// Gives an element back.
    pub fn clear(&self, element: &Element) {
        element.remove_attribute(&self.name);
    }

    /// Whether an element carries it.
    pub fn is_on(&self, element: &Element) -> bool {
        element.has_attribute(&self.name)
    }

    /// All elements of the document that carry it.
    pub fn all(&self) -> NodeList {
        dom::document().inside(&self.selector)
    }
}

/// What is known of the user at the page.
#[derive(Default)]
pub struct User {
    /// Whether something was selected since the page began: before that, browsers lay out the whole
    /// page to say that nothing is.
    pub selects: bool,
}

impl User {
    /// Whether the user is busy with what is in an element: focus, selection, typed text, playing
    /// media, full screen, an open dialog.
    pub fn is_busy_with(&self, element: &Element) -> bool {
        has_focus(element)
            || (self.selects && is_selected(element))
            || is_typed_in(element)
            || is_open_or_playing(element)
    }
}

fn has_focus(element: &Element) -> bool {
    let document = dom::document();
    // Of what is in a shadow root, the document names the host alone.
    let shaded = |other: &Element| other.shadow_root().is_some() && !holds(&document, element);
    let here = |other: Option<Element>| other.is_some_and(|other| holds(element, &other) || shaded(&other));
    here(document.active_element()) || here(document.fullscreen_element())
}

fn is_selected(element: &Element) -> bool {
    let selection = dom::document().selection();
    selection.is_some_and(|selection| !selection.is_empty() && selection.touches(element, true))
}

fn is_typed_in(element: &Element) -> bool {
    any(element, FIELDS, &|field| is_typed(field.value(), field.default_value()))
}

/// Whether a field holds text that it did not hold at first; browsers tidy up its white space.
fn is_typed(value: Option<String>, first: Option<String>) -> bool {
    let plain = |letter: &char| !letter.is_whitespace();
    let (value, first) = (value.unwrap_or_default(), first.unwrap_or_default());
    !value.is_empty() && !value.chars().filter(plain).eq(first.chars().filter(plain))
}

/// Whether a dialog in an element is open, or a film or sound in it plays.
fn is_open_or_playing(element: &Element) -> bool {
    any(element, "dialog[open]", &|_| true)
        || any(element, "video,audio", &|media| media.paused() == Some(false) && media.ended() == Some(false))
}

/// Whether some element that matches, in this one or itself, is of a kind.
fn any(element: &Element, selector: &str, is: &dyn Fn(&Control) -> bool) -> bool {
    element.matches(selector) && is(element.unchecked_ref())
        || dom::elements(&element.inside(selector)).any(|inner| is(inner.unchecked_ref()))
}

/// Whether `inner` is `outer` or stands in it.
pub fn holds(outer: &Node, inner: &Node) -> bool {
    outer.contains(Some(inner))
}
