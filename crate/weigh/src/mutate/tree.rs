//! A page as a tree that can be changed and written again.

use std::collections::{HashMap, HashSet};

use ego_tree::NodeRef;
use endmark_core::survey::SKIPPED;
use scraper::{Html, Node as Parsed};

use crate::survey::NodeKey;

mod article;

/// Number of a node in its tree.
pub type Id = usize;

const ROOT: Id = 0;
/// Elements that never have an end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// What is known of a page: which elements are clutter, which texts are the article's.
#[derive(Debug, Default)]
pub struct Known {
    /// Clutter.
    pub junk: Vec<NodeKey>,
    /// Texts of the article.
    pub article: HashSet<NodeKey>,
}

/// An element or a text.
#[derive(Debug, Clone)]
pub enum Node {
    /// An element.
    Element {
        /// Its name.
        tag: String,
        /// Its attributes, in order.
        attributes: Vec<(String, String)>,
        /// Whether its end tag is written.
        closed: bool,
    },
    /// A text.
    Text {
        /// What it says.
        text: String,
        /// Whether it is the article's.
        article: bool,
    },
}

/// A page.
#[derive(Debug, Clone)]
pub struct Tree {
    nodes: Vec<Node>,
    parents: Vec<Id>,
    children: Vec<Vec<Id>>,
    junk: Vec<Id>,
}

impl Tree {
    /// The tree of a parsed page. What the survey does not read is left out.
    pub fn of(document: &Html, known: &Known) -> Self {
        let mut tree =
            Self { nodes: Vec::new(), parents: Vec::new(), children: Vec::new(), junk: Vec::new() };
        let mut numbers = HashMap::new();
        for parsed in document.root_element().descendants() {
            let parent = parsed.parent().and_then(|p| numbers.get(&p.id()).copied()).unwrap_or(ROOT);
            let unread =
                parsed.ancestors().any(|a| is_unread(&a)) && parsed.id() != document.root_element().id();
            let Some(node) = read(&parsed, known).filter(|_| !unread) else { continue };
            let id = tree.push(node, parent);
            if id != ROOT {
                tree.children[parent].push(id);
            }
            numbers.insert(parsed.id(), id);
        }
        tree.junk = known.junk.iter().filter_map(|key| numbers.get(key).copied()).collect();
        tree
    }

    fn push(&mut self, node: Node, parent: Id) -> Id {
        self.nodes.push(node);
        self.parents.push(parent);
        self.children.push(Vec::new());
        self.nodes.len() - 1
    }

    /// Name of an element; nothing for a text.
    pub fn tag(&self, id: Id) -> &str {
        match &self.nodes[id] {
            Node::Element { tag, .. } => tag,
            Node::Text { .. } => "",
        }
    }

    /// Gives an element another name.
    pub fn rename(&mut self, id: Id, name: &str) {
        if let Node::Element { tag, .. } = &mut self.nodes[id] {
            name.clone_into(tag);
        }
    }

    /// Leaves an element's end tag out.
    pub fn leave_open(&mut self, id: Id) {
        if let Node::Element { closed, .. } = &mut self.nodes[id] {
            *closed = false;
        }
    }

    /// The attributes of an element, to be changed.
    pub fn attributes(&mut self, id: Id) -> Option<&mut Vec<(String, String)>> {
        match &mut self.nodes[id] {
            Node::Element { attributes, .. } => Some(attributes),
            Node::Text { .. } => None,
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        match &self.nodes[id] {
            Node::Element { attributes, .. } => {
                attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
            }
            Node::Text { .. } => None,
        }
    }

    /// Sets or takes away an attribute.
    pub fn set(&mut self, id: Id, name: &str, value: Option<String>) {
        if let Some(attributes) = self.attributes(id) {
            attributes.retain(|(n, _)| n != name);
            attributes.extend(value.map(|value| (name.to_owned(), value)));
        }
    }

    /// All that stands at and below a node, in document order.
    pub fn below(&self, id: Id) -> Vec<Id> {
        let mut found = vec![id];
        for &child in &self.children[id] {
            found.extend(self.below(child));
        }
        found
    }

    /// All elements of the page's body, in document order, without the body itself.
    pub fn elements(&self) -> Vec<Id> {
        let body = self.below(ROOT).into_iter().find(|&n| self.tag(n) == "body").unwrap_or(ROOT);
        self.below(body).into_iter().skip(1).filter(|&n| !self.tag(n).is_empty()).collect()
    }

    /// What stands directly below an element.
    pub fn children(&self, id: Id) -> &[Id] {
        &self.children[id]
    }

    /// The element around a node.
    pub fn parent(&self, id: Id) -> Id {
        self.parents[id]
    }

    /// Whether one node stands in another or is it.
    pub fn holds(&self, outer: Id, inner: Id) -> bool {
        let mut at = inner;
        while at != outer && at != ROOT {
            at = self.parents[at];
        }
        at == outer
    }

    /// The text at and below a node.
    pub fn text(&self, id: Id) -> String {
        match &self.nodes[id] {
            Node::Text { text, .. } => text.clone(),
            Node::Element { .. } if self.tag(id) == "script" => String::new(),
            Node::Element { .. } => self.children[id].iter().map(|&c| self.text(c)).collect(),
        }
    }

    /// Adds an element before a node; it stands nowhere when the node is the page itself.
    pub fn add_before(&mut self, place: Id, tag: &str, text: &str) -> Id {
        let id = self.element(tag);
        let inner = self.push(Node::Text { text: text.to_owned(), article: false }, id);
        self.children[id].push(inner);
        self.put_before(id, place);
        id
    }

    fn element(&mut self, tag: &str) -> Id {
        let node = Node::Element { tag: tag.to_owned(), attributes: Vec::new(), closed: true };
        self.push(node, ROOT)
    }

    /// Puts a node that stands nowhere before another.
    pub fn put_before(&mut self, id: Id, place: Id) {
        let parent = self.parents[place];
        self.parents[id] = parent;
        let at = self.children[parent].iter().position(|&c| c == place).unwrap_or(0);
        if place != ROOT {
            self.children[parent].insert(at, id);
        }
    }

    /// Puts a node that stands nowhere at the end of an element.
    pub fn append(&mut self, id: Id, to: Id) {
        self.parents[id] = to;
        self.children[to].push(id);
    }

    /// Takes a node out of its place.
    pub fn take_out(&mut self, id: Id) {
        let parent = self.parents[id];
        self.children[parent].retain(|&c| c != id);
    }

    /// Puts a new element around a node.
    pub fn wrap(&mut self, id: Id, tag: &str) -> Id {
        let around = self.element(tag);
        self.put_before(around, id);
        self.take_out(id);
        self.append(id, around);
        around
    }

    /// A copy of a node that stands nowhere yet.
    pub fn copy(&mut self, id: Id) -> Id {
        let copy = self.push(self.nodes[id].clone(), ROOT);
        for child in self.children[id].clone() {
            let inner = self.copy(child);
            self.append(inner, copy);
        }
        copy
    }

    /// The page's source.
    pub fn write(&self) -> String {
        let mut html = String::from("<!DOCTYPE html>\n");
        self.write_node(ROOT, &mut html);
        html
    }

    fn write_node(&self, id: Id, html: &mut String) {
        match &self.nodes[id] {
            Node::Text { text, .. } if self.tag(self.parents[id]) == "script" => html.push_str(text),
            Node::Text { text, .. } => html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;")),
            Node::Element { tag, attributes, closed } => {
                html.push_str(&format!("<{tag}"));
                for (name, value) in attributes {
                    let value = value.replace('&', "&amp;").replace('"', "&quot;");
                    html.push_str(&format!(" {name}=\"{value}\""));
                }
                html.push('>');
                self.children[id].iter().for_each(|&child| self.write_node(child, html));
                if *closed && !VOID.contains(&tag.as_str()) {
                    html.push_str(&format!("</{tag}>"));
                }
            }
        }
    }
}

fn is_unread(node: &NodeRef<'_, Parsed>) -> bool {
    let Parsed::Element(element) = node.value() else { return false };
    let data = element.name() == "script" && element.attr("type") == Some("application/ld+json");
    matches!(element.name(), "iframe" | "noembed" | "noframes")
        || SKIPPED.binary_search(&element.name()).is_ok() && !data
}

fn read(node: &NodeRef<'_, Parsed>, known: &Known) -> Option<Node> {
    match node.value() {
        Parsed::Element(element) => Some(Node::Element {
            tag: element.name().to_owned(),
            attributes: element.attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            closed: true,
        }),
        Parsed::Text(text) => {
            Some(Node::Text { text: text.to_string(), article: known.article.contains(&node.id()) })
        }
        _ => None,
    }
}
