//! Builds an outline from a page's elements as they begin and end.

use alloc::vec::Vec;

use super::{
    Chosen, Node, NodeId, Outline, is_wide,
    tag::{INLINE, Name, SCRIPT},
};
use crate::attribute::{Attribute, TEXT};

/// Takes a page's elements in document order and gives its [`Outline`].
#[derive(Debug, Default)]
pub struct OutlineBuilder {
    outline: Outline,
    open: Vec<NodeId>,
}

impl OutlineBuilder {
    /// A builder that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was taken in so far; of elements that have not ended, only what stands above them is certain.
    pub fn so_far(&self) -> &Outline {
        &self.outline
    }

    /// Begins an element inside the one begun last; gives its number.
    pub fn open(&mut self, tag: &str) -> NodeId {
        self.begin(Name::read(tag))
    }

    /// The same by a name that was read for elements before it.
    pub fn begin(&mut self, Name { text: tag, kind }: Name) -> NodeId {
        let id = self.outline.nodes.len();
        if !kind.intersects(INLINE) {
            self.break_line();
        }
        let at = self.outline.text.len();
        self.outline.nodes.push(Node {
            tag,
            kind,
            parent: self.open.last().copied().unwrap_or(id),
            end: id + 1,
            depth: self.open.len() as u32,
            attributes: Vec::new(),
            text_start: at,
            text_end: at,
            own_chars: 0,
        });
        self.open.push(id);
        id
    }

    /// Adds an attribute to the element begun last; to be called before its text and children.
    pub fn attribute(&mut self, name: Attribute, value: &str) {
        if let Some(&id) = self.open.last() {
            self.outline.nodes[id].attributes.push((name, value.into()));
        }
    }

    /// Adds text to the element begun last; a script's text is kept as its attribute `text`, apart
    /// from what a reader reads.
    pub fn text(&mut self, text: &str) {
        let Some(&id) = self.open.last() else { return };
        if self.outline.is(id, SCRIPT) {
            self.attribute(TEXT, text);
            return;
        }
        let chars =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| if is_wide(c) { 2 } else { 1 }).sum::<u32>();
        self.outline.nodes[id].own_chars += chars;
        self.outline.text.push_str(text);
    }

    /// Says that one of the user's own rules selects the element begun last.
    pub fn choose(&mut self, rule: u32, keeps: bool) {
        if let Some(&node) = self.open.last() {
            self.outline.chosen.push(Chosen { node, rule, keeps });
        }
    }

    /// Ends the element begun last.
    pub fn close(&mut self) {
        let Some(id) = self.open.pop() else { return };
        let (length, end) = (self.outline.text.len(), self.outline.nodes.len());
        let node = &mut self.outline.nodes[id];
        node.text_end = length;
        node.end = end;
        let block = !node.kind.intersects(INLINE);
        if block {
            self.break_line();
        }
    }

    /// Ends what is still open and gives the outline.
    pub fn finish(mut self) -> Outline {
        while !self.open.is_empty() {
            self.close();
        }
        self.outline
    }

    fn break_line(&mut self) {
        if !self.outline.text.is_empty() && !self.outline.text.ends_with('\n') {
            self.outline.text.push('\n');
        }
    }
}
