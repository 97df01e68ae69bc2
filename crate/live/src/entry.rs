//! One block of the page, hidden or not.

use alloc::{string::String, vec::Vec};

use endmark_core::{part::joined, report::Block};

use crate::apply::{Mark, User, holds};
use crate::dom::Element;

/// What the user said of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// To be seen.
    Shown,
    /// To be hidden like the others.
    Hidden,
    /// To be hidden whatever is being done in it.
    Forced,
}

/// One block.
pub struct Entry {
    /// Its number, the same as long as any of its elements is there.
    pub id: u32,
    /// What is told of it.
    pub block: Block,
    /// Its elements.
    pub nodes: Vec<Element>,
    /// Those that carry the mark.
    pub marked: Vec<Element>,
    /// Whether it is in the plan.
    pub planned: bool,
    /// What the user said of it.
    pub choice: Option<Choice>,
    /// How often the page has taken a mark away.
    pub losses: u32,
}

impl Entry {
    /// A block without elements.
    pub fn new(id: u32, block: Block, choice: Option<Choice>) -> Self {
        Self { id, block, nodes: Vec::new(), marked: Vec::new(), planned: false, choice, losses: 0 }
    }

    /// Whether it is hidden.
    pub fn is_hidden(&self) -> bool {
        !self.marked.is_empty()
    }

    /// Whether the page has taken all of it away.
    pub fn is_gone(&self) -> bool {
        !self.nodes.iter().any(|node| node.is_connected())
    }

    /// Whether an element is in it.
    pub fn holds(&self, other: &Element) -> bool {
        self.nodes.iter().any(|node| holds(node, other))
    }

    /// Whether an element is in it or around it.
    pub fn touches(&self, other: &Element) -> bool {
        self.nodes.iter().any(|node| holds(node, other) || holds(other, node))
    }

    /// What makes it the same block in the eyes of the reader when its elements are new.
    pub fn likeness(&self) -> String {
        joined(&[&self.block.rule, "\n", &self.block.path, "\n", &self.block.words])
    }

    /// Takes an element out of it; gives it back where it was marked.
    pub fn lose(&mut self, node: &Element) -> Option<Element> {
        take(&mut self.nodes, node);
        take(&mut self.marked, node)
    }

    /// Unmarks all of it; says whether anything was marked.
    pub fn give_back(&mut self, mark: &Mark) -> bool {
        self.marked.iter().for_each(|node| mark.clear(node));
        !core::mem::take(&mut self.marked).is_empty()
    }

    /// Marks those of its elements that are not marked yet and unmarks those that are no longer
    /// its own; gives the number of changes, or `None` where the user is busy in it.
    pub fn take_off(&mut self, mark: &Mark, user: &User) -> Option<usize> {
        if self.marked == self.nodes {
            return Some(0);
        }
        let is_busy = |node: &Element| !self.marked.contains(node) && user.is_busy_with(node);
        if self.choice != Some(Choice::Forced) && self.nodes.iter().any(is_busy) {
            return None;
        }
        let mut changes = 0;
        let mut change = |nodes: &[Element], others: &[Element], make: &dyn Fn(&Element)| {
            for node in nodes.iter().filter(|node| !others.contains(node)) {
                make(node);
                changes += 1;
            }
        };
        change(&self.marked, &self.nodes, &|node| mark.clear(node));
        change(&self.nodes, &self.marked, &|node| mark.set(node));
        self.marked.clone_from(&self.nodes);
        Some(changes)
    }
}

/// Takes an element out of a list.
fn take(from: &mut Vec<Element>, node: &Element) -> Option<Element> {
    let at = from.iter().position(|own| own == node)?;
    Some(from.remove(at))
}
