//! Names of elements and attributes. A page uses few of them many times: each crosses from the
//! browser once, and is known by its number from then on.

use alloc::{rc::Rc, vec::Vec};

use endmark_core::{
    attribute::{Attribute as Known, CLASS, ID},
    outline::tag::Name,
    part::{parts, trimmed},
};
use wasm_bindgen::{JsCast, JsValue};

use crate::dom::{Element, Map, Node, Value};
use crate::survey::is_skipped;

/// UTF-16 units of one attribute.
const LENGTH: u32 = 16_384;
/// UTF-16 units kept of an address that holds its content itself.
const INLINE: usize = 32;

/// What a node is.
#[derive(Clone)]
pub enum Kind {
    /// An element of a name.
    Element(Rc<Tag>),
    /// Text.
    Text,
    /// Comments and the like.
    Other,
}

/// Name of elements.
pub struct Tag {
    /// The name itself.
    pub name: Name,
    /// Whether what is in such elements is not read.
    pub skipped: bool,
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
    /// For each set of attributes met, those that are read.
    sets: Vec<Rc<[usize]>>,
    set_numbers: Map,
    /// What is read of elements that are no place.
    plain: Rc<[usize]>,
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
            sets: Vec::new(),
            set_numbers: Map::new(),
            plain: Rc::from([CLASS, ID].map(Known::number)),
            type_name: JsValue::from_str("type"),
        }
    }

    /// What a node is.
    pub fn kind(&mut self, node: &Node) -> Kind {
        let name = node.node_name();
        let known = self.kind_numbers.get(&name).and_then(|number| self.kinds.get(number as usize));
        if let Some(kind) = known {
            return kind.clone();
        }
        let kind = match node.node_type() {
            1 => Kind::Element(Rc::new(self.tag(name.unchecked_ref()))),
            3 | 4 => Kind::Text,
            _ => Kind::Other,
        };
        self.kind_numbers.set(&name, self.kinds.len() as u32);
        self.kinds.push(kind.clone());
        kind
    }

    fn tag(&mut self, name: &Value) -> Tag {
        let name = Name::read(&name.part(0, LENGTH));
        self.bytes += name.text.len();
        Tag { skipped: is_skipped(&name.text), name }
    }

    /// Reads an element's attributes: on a place all that the core asks for, else the plain ones.
    pub fn read_attributes(&mut self, element: &Element, is_place: bool, mut give: impl FnMut(Known, &str)) {
        let set = if is_place { self.attributes_of(element) } else { Rc::clone(&self.plain) };
        for attribute in set.iter().filter_map(|&at| self.attributes.get(at)) {
            let Some(value) = element.attribute(&attribute.text) else { continue };
            let mut value = value.part(0, LENGTH);
            if value.starts_with("data:") && value.is_char_boundary(INLINE) {
                value.truncate(INLINE);
            }
            self.bytes += value.len();
            give(attribute.name, &value);
        }
    }

    fn attributes_of(&mut self, element: &Element) -> Rc<[usize]> {
        let joined = element.attribute_names().join(" ");
        let known = self.set_numbers.get(&joined).and_then(|number| self.sets.get(number as usize));
        if let Some(set) = known {
            return Rc::clone(set);
        }
        let names = joined.part(0, LENGTH);
        self.bytes += names.len();
        let place = |name: &str| Known::named(name).map(Known::number);
        let mut places = Vec::new();
        parts(&names, b" ").filter_map(place).for_each(|place| places.push(place));
        let set: Rc<[usize]> = places.into();
        self.set_numbers.set(&joined, self.sets.len() as u32);
        self.sets.push(Rc::clone(&set));
        set
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
