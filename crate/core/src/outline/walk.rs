//! Ways through an outline.

use super::{Node, NodeId};
use crate::part::{ending, trimmed, until};

/// Elements up to the root.
#[derive(Debug, Clone)]
pub struct Ancestors<'o> {
    pub(super) nodes: &'o [Node],
    pub(super) next: Option<NodeId>,
}

impl Iterator for Ancestors<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let at = self.next?;
        let parent = self.nodes[at].parent;
        self.next = (parent != at).then_some(parent);
        Some(at)
    }
}

/// Elements that follow each other below one parent.
#[derive(Debug, Clone)]
pub struct Siblings<'o> {
    pub(super) nodes: &'o [Node],
    pub(super) at: NodeId,
    pub(super) end: NodeId,
}

impl Iterator for Siblings<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let at = self.at;
        if at >= self.end {
            return None;
        }
        self.at = self.nodes[at].end;
        Some(at)
    }
}

/// Lines of text without white space around them.
#[derive(Debug, Clone)]
pub struct Lines<'t>(&'t str);

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub(super) fn of(text: &'t str) -> Self {
        Self(text)
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        self.0 = trimmed(self.0);
        let line = until(self.0, b"\n");
        self.0 = ending(self.0, line.len());
        (!line.is_empty()).then_some(trimmed(line))
    }
}
