//! Names of elements and attributes. A page uses few of them many times: each crosses from the
//! browser once, and is known by its number from then on.

use alloc::{vec, vec::Vec};

use endmark_core::{
    attribute::{Attribute as Known, CLASS, ID},
    outline::tag::Name,
    part::{parts, trimmed},
    survey::SKIPPED,
};
use wasm_bindgen::{JsCast, JsValue};

use crate::dom::{Element, Map, Node, Value};

/// UTF-16 units of one attribute.
const LENGTH: u32 = 16_384;
/// UTF-16 units kept of an address that holds its content itself.
const INLINE: usize = 32;

/// The number of the set that is read of elements that are no place.
const PLAIN: usize = 0;

/// What a node is.
#[derive(Clone)]
pub enum Kind {
    /// An element of a name.
    Element(Tag),
    /// Text.
    Text,
    /// Comments and the like.
    Other,
}

/// Name of elements.
#[derive(Clone)]
pub struct Tag {
    /// The name itself.
    pub name: Name,
    /// What is read of what is in such elements.
    pub inside: Inside,
}

/// What is read of what is in an element.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// Nothing.
    Nothing,
    /// A script's data.
    Data,
    /// Everything.
    All,
}

/// An attribute that is read.
struct Attribute {
    name: Known,
    text: JsValue,
}

/// Names met so far.
pub struct Names {
    /// Bytes of text and attributes that crossed.
    pub bytes: usize,
    kinds: Vec<Kind>,
    kind_numbers: Map,
    attributes: Vec<Attribute>,
    /// What is read of elements that are no place; then, for each set of attributes met, those of it that are read.
    sets: Vec<Vec<usize>>,
    set_numbers: Map,
    type_name: JsValue,
}

impl Names {
    /// No names yet.
    pub fn new() -> Self {
        Self {
            bytes: 0,
            kinds: Vec::new(),
            kind_numbers: Map::new(),
            attributes: all_attributes(),
            sets: vec![Vec::from([CLASS, ID].map(Known::number))],
            set_numbers: Map::new(),
            type_name: JsValue::from_str("type"),
        }
    }

    /// What a node is.
    pub fn kind(&mut self, node: &Node) -> Kind {
        let name = node.node_name();
        let number = match self.kind_numbers.get(&name) {
            Some(number) => number as usize,
            None => self.meet(node, &name),
        };
        self.kinds[number].clone()
    }

    /// The number of a kind that is met for the first time.
    fn meet(&mut self, node: &Node, name: &JsValue) -> usize {
        let kind = match node.node_type() {
            1 => Kind::Element(self.tag(name.unchecked_ref())),
            3 | 4 => Kind::Text,
            _ => Kind::Other,
        };
        let number = self.kinds.len();
        self.kind_numbers.set(name, number as u32);
        self.kinds.push(kind);
        number
    }

    fn tag(&mut self, name: &Value) -> Tag {
        let name = Name::read(&name.part(0, LENGTH));
        self.bytes += name.text.len();
        let inside = if SKIPPED.contains(&&*name.text) { Inside::Nothing } else { Inside::All };
        Tag { name, inside }
    }

    /// Reads an element's attributes: on a place all that the core asks for, else the plain ones.
    pub fn read_attributes(&mut self, element: &Element, is_place: bool, mut give: impl FnMut(Known, &str)) {
        let set = if is_place { self.attributes_of(element) } else { PLAIN };
        for attribute in self.sets[set].iter().filter_map(|&at| self.attributes.get(at)) {
            let Some(value) = element.attribute(&attribute.text) else { continue };
            let mut value = value.part(0, LENGTH);
            if value.starts_with("data:") && value.is_char_boundary(INLINE) {
                value.truncate(INLINE);
            }
            self.bytes += value.len();
            give(attribute.name, &value);
        }
    }

    /// The number of an element's set of attributes.
    fn attributes_of(&mut self, element: &Element) -> usize {
        let joined = element.attribute_names().join(" ");
        if let Some(number) = self.set_numbers.get(&joined) {
            return number as usize;
        }
        let names = joined.part(0, LENGTH);
        self.bytes += names.len();
        let place = |name: &str| Known::named(name).map(Known::number);
        let mut places = Vec::new();
        parts(&names, b" ").filter_map(place).for_each(|place| places.push(place));
        let number = self.sets.len();
        self.set_numbers.set(&joined, number as u32);
        self.sets.push(places);
        number
    }

    /// Whether a script holds structured data.
    pub fn is_data(&self, script: &Element) -> bool {
        let kind = script.attribute(&self.type_name).map(|value| value.part(0, 64));
        kind.is_some_and(|kind| trimmed(&kind).eq_ignore_ascii_case("application/ld+json"))
    }
}

fn all_attributes() -> Vec<Attribute> {
    let mut attributes = Vec::new();
    while let Some(name) = Known::numbered(attributes.len()) {
        attributes.push(Attribute { name, text: JsValue::from_str(name.name()) });
    }
    attributes
}

impl Default for Names {
    fn default() -> Self {
        Self::new()
    }
}
