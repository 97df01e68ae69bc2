//! What html5ever's tree builder asks of a tree.

use std::{borrow::Cow, rc::Rc};

use html5ever::{
    Attribute, LocalName, Namespace, QualName,
    interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
    tendril::StrTendril,
};

use super::{DOCUMENT, Id, Kind, Tree};

/// The name of an element, apart from the tree, which may change while the tree builder looks at it.
#[derive(Debug)]
pub(crate) struct Name(Rc<QualName>);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
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
        self.add(Kind::Element { name: Rc::new(name), attributes })
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
        let first = self.nodes.borrow()[target.index()].first;
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
        let Kind::Element { attributes, .. } = &mut nodes[target.index()].kind else { return };
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
        while let Some(child) = { self.nodes.borrow()[node.index()].first } {
            self.moved.borrow_mut().push(child);
            self.insert(*parent, None, NodeOrText::AppendNode(child));
        }
    }
}
