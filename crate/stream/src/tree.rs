//! The tree of a document while the standard's tree builder builds it.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
};

use html5ever::{
    Attribute, LocalName, Namespace, QualName,
    interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
    ns,
    tendril::StrTendril,
};

/// Number of a node in a [`Tree`], in the order in which they are made.
pub(crate) type Id = u32;

/// The node that holds the whole document.
pub(crate) const DOCUMENT: Id = 0;

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
        name: QualName,
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

/// The name of an element, apart from the tree, which may change while the tree builder looks at it.
#[derive(Debug)]
pub(crate) struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
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
    pub fn len(&self) -> Id {
        self.nodes.borrow().len() as Id
    }

    /// The name of an element.
    pub fn name(&self, id: Id) -> LocalName {
        self.name_of(id).local
    }

    /// Whether a node is an element.
    pub fn is_element(&self, id: Id) -> bool {
        matches!(self.nodes.borrow()[id as usize].kind, Kind::Element { .. })
    }

    /// Whether a node is a script with structured data.
    pub fn is_data(&self, id: Id) -> bool {
        match &self.nodes.borrow()[id as usize].kind {
            Kind::Element { name, attributes } => is_data(name, attributes),
            _ => false,
        }
    }

    /// The parent of a node.
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes.borrow()[id as usize].parent
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

    fn name_of(&self, id: Id) -> QualName {
        match &self.nodes.borrow()[id as usize].kind {
            Kind::Element { name, .. } => name.clone(),
            _ => QualName::new(None, ns!(), LocalName::from("")),
        }
    }

    fn add(&self, kind: Kind) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { kind, parent: None, first: None, next: None, last: None, before: None });
        nodes.len() as Id - 1
    }

    /// Puts a node below a parent, before a sibling or last; text joins the text it comes after.
    fn insert(&self, parent: Id, sibling: Option<Id>, child: NodeOrText<Id>) {
        let before = {
            let nodes = self.nodes.borrow();
            sibling.map_or(nodes[parent as usize].last, |sibling| nodes[sibling as usize].before)
        };
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                if let Some(before) = before
                    && let Kind::Text(own) = &mut self.nodes.borrow_mut()[before as usize].kind
                {
                    own.push_tendril(&text);
                    return;
                }
                self.add(Kind::Text(text))
            }
        };
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        let node = &mut nodes[child as usize];
        (node.parent, node.before, node.next) = (Some(parent), before, sibling);
        match before {
            Some(before) => nodes[before as usize].next = Some(child),
            None => nodes[parent as usize].first = Some(child),
        }
        match sibling {
            Some(sibling) => nodes[sibling as usize].before = Some(child),
            None => nodes[parent as usize].last = Some(child),
        }
    }

    fn detach(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let node = &mut nodes[id as usize];
        let (parent, before, next) = (node.parent.take(), node.before.take(), node.next.take());
        let Some(parent) = parent else { return };
        match before {
            Some(before) => nodes[before as usize].next = next,
            None => nodes[parent as usize].first = next,
        }
        match next {
            Some(next) => nodes[next as usize].before = before,
            None => nodes[parent as usize].last = before,
        }
    }
}

impl TreeSink for Tree {
    type Handle = Id;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name {
        self.asked.set(*target);
        Name(self.name_of(*target))
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Id {
        let attributes = attrs.into_iter().map(|a| (a.name.local, a.value)).collect();
        self.add(Kind::Element { name, attributes })
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Kind::Fragment)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Kind::Fragment)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        self.fostered.set(Some(*element));
        match self.parent(*element) {
            Some(parent) => self.insert(parent, Some(*element), child),
            None => self.insert(*previous, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        let first = self.nodes.borrow()[*target as usize].first;
        first.unwrap_or_else(|| {
            let contents = self.add(Kind::Fragment);
            self.insert(*target, None, NodeOrText::AppendNode(contents));
            contents
        })
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        self.fostered.set(Some(*sibling));
        if let Some(parent) = self.parent(*sibling) {
            self.insert(parent, Some(*sibling), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attrs: Vec<Attribute>) {
        self.extended.set(true);
        let mut nodes = self.nodes.borrow_mut();
        let Kind::Element { attributes, .. } = &mut nodes[*target as usize].kind else { return };
        for Attribute { name, value } in attrs {
            if !attributes.iter().any(|(own, _)| *own == name.local) {
                attributes.push((name.local, value));
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.moved.borrow_mut().push(*target);
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        while let Some(child) = { self.nodes.borrow()[*node as usize].first } {
            self.moved.borrow_mut().push(child);
            self.insert(*parent, None, NodeOrText::AppendNode(child));
        }
    }
}
