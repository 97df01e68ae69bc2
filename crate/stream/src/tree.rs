//! The tree of a document while the standard's tree builder builds it.

use std::{
    cell::{Cell, RefCell},
    num::NonZeroU32,
    rc::Rc,
};

use html5ever::{LocalName, QualName, interface::NodeOrText, ns, tendril::StrTendril};

mod sink;

/// A node of a [`Tree`], by the order in which they are made. Links between nodes take four bytes each: there
/// may be many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Id(NonZeroU32);

/// The node that holds the whole document.
pub(crate) const DOCUMENT: Id = Id(NonZeroU32::MIN);

impl Id {
    /// The node of a number, from 0.
    pub fn of(index: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(index as u32))
    }

    /// Its number, from 0.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// One node.
#[derive(Debug)]
pub(crate) struct Node {
    pub kind: Kind,
    pub parent: Option<Id>,
    pub first: Option<Id>,
    pub next: Option<Id>,
    last: Option<Id>,
    before: Option<Id>,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Kind {
    Element {
        /// Shared: the tree builder asks for names all the time.
        name: Rc<QualName>,
        attributes: Vec<(LocalName, StrTendril)>,
    },
    Text(StrTendril),
    /// The document, and what is in a template.
    Fragment,
}

/// Whether an element is a script with structured data.
pub(crate) fn is_data(name: &QualName, attributes: &[(LocalName, StrTendril)]) -> bool {
    let kind = || attributes.iter().find(|(name, _)| &**name == "type");
    &*name.local == "script"
        && kind().is_some_and(|(_, kind)| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

/// Takes what the tree builder makes.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: RefCell<Vec<Node>>,
    /// Nodes that were taken from their place since this was last asked.
    moved: RefCell<Vec<Id>>,
    /// The table before which something was put that stands in it in the source.
    fostered: Cell<Option<Id>>,
    /// Whether attributes came to an element from a later tag.
    extended: Cell<bool>,
    /// The element whose name was last asked for.
    asked: Cell<Id>,
}

/// What the tree builder did beside adding to its current element.
#[derive(Debug, Default)]
pub(crate) struct Irregular {
    pub moved: Vec<Id>,
    pub fostered: Option<Id>,
    pub extended: bool,
}

impl Tree {
    pub fn new() -> Self {
        let document =
            Node { kind: Kind::Fragment, parent: None, first: None, next: None, last: None, before: None };
        Self {
            nodes: RefCell::new(vec![document]),
            moved: RefCell::default(),
            fostered: Cell::default(),
            extended: Cell::default(),
            asked: Cell::new(DOCUMENT),
        }
    }

    /// Number of nodes made so far.
    pub fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    /// The name of an element.
    pub fn name(&self, id: Id) -> LocalName {
        self.name_of(id).local.clone()
    }

    /// Whether there is an element among the nodes from this one on.
    pub fn has_element_since(&self, first: usize) -> bool {
        self.nodes.borrow()[first..].iter().any(|node| matches!(node.kind, Kind::Element { .. }))
    }

    /// Whether a node is an element.
    pub fn is_element(&self, id: Id) -> bool {
        matches!(self.nodes.borrow()[id.index()].kind, Kind::Element { .. })
    }

    /// Whether a node is a script with structured data.
    pub fn is_data(&self, id: Id) -> bool {
        match &self.nodes.borrow()[id.index()].kind {
            Kind::Element { name, attributes } => is_data(name, attributes),
            _ => false,
        }
    }

    /// The parent of a node.
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes.borrow()[id.index()].parent
    }

    /// The element whose name was last asked for.
    pub fn asked(&self) -> Id {
        self.asked.get()
    }

    /// What was irregular since this was last asked.
    pub fn irregular(&self) -> Irregular {
        Irregular { moved: self.moved.take(), fostered: self.fostered.take(), extended: self.extended.take() }
    }

    /// All nodes, by their numbers.
    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn name_of(&self, id: Id) -> Rc<QualName> {
        match &self.nodes.borrow()[id.index()].kind {
            Kind::Element { name, .. } => Rc::clone(name),
            _ => Rc::new(QualName::new(None, ns!(), LocalName::from(""))),
        }
    }

    fn add(&self, kind: Kind) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { kind, parent: None, first: None, next: None, last: None, before: None });
        Id::of(nodes.len() - 1)
    }

    /// Puts a node below a parent, before a sibling or last; text joins the text it comes after.
    fn insert(&self, parent: Id, sibling: Option<Id>, child: NodeOrText<Id>) {
        let before = {
            let nodes = self.nodes.borrow();
            sibling.map_or(nodes[parent.index()].last, |sibling| nodes[sibling.index()].before)
        };
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                if let Some(before) = before
                    && let Kind::Text(own) = &mut self.nodes.borrow_mut()[before.index()].kind
                {
                    own.push_tendril(&text);
                    return;
                }
                self.add(Kind::Text(text))
            }
        };
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        let node = &mut nodes[child.index()];
        (node.parent, node.before, node.next) = (Some(parent), before, sibling);
        match before {
            Some(before) => nodes[before.index()].next = Some(child),
            None => nodes[parent.index()].first = Some(child),
        }
        match sibling {
            Some(sibling) => nodes[sibling.index()].before = Some(child),
            None => nodes[parent.index()].last = Some(child),
        }
    }

    fn detach(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let node = &mut nodes[id.index()];
        let (parent, before, next) = (node.parent.take(), node.before.take(), node.next.take());
        let Some(parent) = parent else { return };
        match before {
            Some(before) => nodes[before.index()].next = next,
            None => nodes[parent.index()].first = next,
        }
        match next {
            Some(next) => nodes[next.index()].before = before,
            None => nodes[parent.index()].last = before,
        }
    }
}
