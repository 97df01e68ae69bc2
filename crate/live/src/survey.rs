//! Reads the page into an outline, in slices, without recursion.

use alloc::vec::Vec;

use endmark_core::{
    Outline, OutlineBuilder,
    outline::tag::{HEAD, LINK, META, SCRIPT, TITLE},
};
use wasm_bindgen::JsCast;

use crate::dom::{self, CharacterData, Element, Node};
use crate::names::{Inside, Kind, Names, Tag};
use crate::own::{Select, Selected};
use crate::places::Places;

/// Elements of a page that is still read, at most.
pub const ELEMENTS: u32 = 65_536;
/// Nodes of any kind, at most.
const NODES: usize = 4 * ELEMENTS as usize;
/// Elements this deep are read, what is in them is not.
const DEPTH: usize = 512;
/// UTF-16 units of one text node that are read.
const TEXT: u32 = 20_000;
/// UTF-16 units of a script with structured data that are read.
const DATA: u32 = 65_536;
/// Bytes of all text and attributes together, at most.
const BYTES: usize = 8 << 20;
/// Nodes between two looks at the clock.
const BATCH: usize = 64;
/// Nodes of one slice, whatever the clock says.
const SLICE: usize = 4096;

/// How far a survey is.
#[derive(Debug)]
pub enum Step {
    /// There is more to read.
    More,
    /// All is read.
    Done,
    /// The page changed where it was being read: begin anew.
    Lost,
    /// The page is larger than is good for it.
    TooLarge,
}

/// A page being read.
pub struct Survey {
    names: Names,
    places: Places,
    selected: Selected,
    outline: OutlineBuilder,
    elements: Vec<Element>,
    open: Vec<Open>,
    next: Option<Node>,
    /// Whether elements were passed over that may be places.
    passed: bool,
    /// How many open elements there are around the one with the outermost shadow root that is being read.
    shaded: Option<usize>,
    seen: usize,
}

/// An element that is being read.
struct Open {
    place: usize,
    head: bool,
}

impl Survey {
    /// Begins at the page's root, with what selects by the user's own rules; `None` where there is none or the page is too large.
    pub fn begin(select: Option<&Select>) -> Option<Self> {
        let document = dom::document();
        let root: Node = document.root()?.into();
        let large = document.by_tag("*").item(ELEMENTS).is_some();
        (!large).then(|| Self {
            names: Names::new(),
            places: Places::find(),
            selected: Selected::by(select),
            outline: OutlineBuilder::new(),
            elements: Vec::new(),
            open: Vec::new(),
            next: Some(root),
            passed: false,
            shaded: None,
            seen: 0,
        })
    }

    /// Reads on for at most so many milliseconds.
    pub fn advance(&mut self, time: f64) -> Step {
        if self.is_lost() {
            return Step::Lost;
        }
        if let Some(next) = &self.next
            && self.shaded.is_none()
        {
            self.places.catch_up(next);
        }
        let began = dom::clock();
        for count in 1..=SLICE {
            if !self.step() {
                return Step::Done;
            }
            if self.is_too_large() {
                return Step::TooLarge;
            }
            // A clock that was set back ends the slice too.
            if count % BATCH == 0 && !(0.0..time).contains(&(dom::clock() - began)) {
                break;
            }
        }
        Step::More
    }

    /// Nodes read so far.
    pub fn seen(&self) -> usize {
        self.seen
    }

    /// The outline, and the elements by their numbers in it.
    pub fn finish(self) -> (Outline, Vec<Element>) {
        (self.outline.finish(), self.elements)
    }

    fn is_too_large(&self) -> bool {
        self.seen > NODES || self.elements.len() > ELEMENTS as usize || self.names.bytes > BYTES
    }

    /// Whether the place where reading stopped has left the page.
    fn is_lost(&self) -> bool {
        let Some(holder) = self.open.last().and_then(|open| self.elements.get(open.place)) else {
            return self.seen > 0;
        };
        let moved = |next: &Node| {
            let parent = next.parent_node();
            parent.as_ref() != Some(holder.as_ref()) && (parent.is_none() || parent != holder.shadow_root())
        };
        !holder.is_connected() || self.next.as_ref().is_some_and(moved)
    }

    /// Reads one node, or ends one element; `false` when the root has ended.
    fn step(&mut self) -> bool {
        let Some(node) = self.next.take() else { return self.leave() };
        self.seen += 1;
        if self.shaded.is_none() && core::mem::take(&mut self.passed) {
            self.places.catch_up(&node);
        }
        let entered = match self.names.kind(&node) {
            Kind::Text => {
                self.read_text(&node);
                false
            }
            Kind::Element(tag) => self.read_element(&node, tag),
            Kind::Other => false,
        };
        if !entered && !self.open.is_empty() {
            self.next = node.next_sibling();
        }
        true
    }

    fn leave(&mut self) -> bool {
        let Some(open) = self.open.pop() else { return false };
        if self.shaded == Some(self.open.len()) {
            (self.shaded, self.passed) = (None, true);
        }
        self.outline.close();
        if !self.open.is_empty() {
            self.next = self.elements.get(open.place).and_then(|element| element.next_sibling());
        }
        !self.open.is_empty()
    }

    fn read_text(&mut self, node: &Node) {
        if !self.open.last().is_some_and(|open| open.head) {
            self.add_text(node, TEXT);
        }
    }

    fn add_text(&mut self, node: &Node, length: u32) {
        let text = node.unchecked_ref::<CharacterData>().part(0, length);
        self.names.bytes += text.len();
        self.outline.text(&text);
    }

    /// Reads an element's name and attributes; says whether what is in it comes next.
    fn read_element(&mut self, node: &Node, tag: Tag) -> bool {
        let element: &Element = node.unchecked_ref();
        let in_head = self.open.last().is_some_and(|open| open.head);
        let data = tag.name.is(SCRIPT) && self.names.is_data(element);
        if in_head && !data && !tag.name.is(META | LINK | TITLE) {
            self.passed = true;
            return false;
        }
        let inside = if data { Inside::Data } else { tag.inside };
        let head = tag.name.is(HEAD);
        let place = self.outline.begin(tag.name);
        self.elements.push(element.clone());
        if let Some((rule, keeps)) = self.selected.rule(element) {
            self.outline.choose(rule, keeps);
        }
        self.read_attributes(element);
        self.enter(element, inside, Open { place, head })
    }

    fn read_attributes(&mut self, element: &Element) {
        let is_place = self.shaded.is_some() || self.places.meet(element);
        if element.has_attributes() {
            let outline = &mut self.outline;
            self.names.read_attributes(element, is_place, |name, value| outline.attribute(name, value));
        }
    }

    fn enter(&mut self, element: &Element, inside: Inside, open: Open) -> bool {
        let child = element.first_child();
        let fits = inside == Inside::All && self.open.len() < DEPTH;
        // What stands in an element with a shadow root may be shown anywhere in that: nothing around it may go.
        let shaded = if fits && child.is_none() { element.shadow_root() } else { None };
        match child.or_else(|| shaded.as_ref()?.first_child()) {
            Some(text) if inside == Inside::Data => self.add_text(&text, DATA),
            Some(child) if fits => {
                if shaded.is_some() {
                    self.shaded = self.shaded.or(Some(self.open.len()));
                }
                self.open.push(open);
                self.next = Some(child);
                return true;
            }
            Some(_) => self.passed = true,
            None => {}
        }
        self.outline.close();
        false
    }
}
