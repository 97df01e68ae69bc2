//! What is seen of a page's elements, before and after a plan.

use endmark_core::{NodeId, Outline, Removal};
use serde::Serialize;

use crate::survey::{Sight, Surveyed};

/// Some of a page's elements.
#[derive(Debug, Clone)]
pub struct Elements(Vec<bool>);

impl Elements {
    /// Those at and below the roots given.
    pub fn below(outline: &Outline, roots: impl IntoIterator<Item = NodeId>) -> Self {
        let mut held = vec![false; outline.len()];
        for root in roots {
            held[root..outline.node(root).end].fill(true);
        }
        Self(held)
    }

    /// Those that removals take off.
    pub fn taken<'r>(outline: &Outline, removals: impl IntoIterator<Item = &'r Removal>) -> Self {
        Self::below(outline, removals.into_iter().flat_map(|removal| removal.nodes.iter().copied()))
    }

    /// These and others.
    #[must_use]
    pub fn and(mut self, others: &Self) -> Self {
        self.0.iter_mut().zip(&others.0).for_each(|(one, other)| *one |= other);
        self
    }

    /// Whether an element is one of them.
    pub fn hold(&self, id: NodeId) -> bool {
        self.0[id]
    }
}

/// How much is seen: characters, and pictures and fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// Characters of text.
    pub chars: usize,
    /// Pictures, players, frames and fields.
    pub media: usize,
}

impl Amount {
    /// Whether there is nothing to see.
    pub fn is_nothing(self) -> bool {
        self.chars + self.media == 0
    }

    /// The share that another amount is of it, of characters or of media, whichever is more.
    pub fn share(self, part: Self) -> f64 {
        share(part.chars, self.chars).max(share(part.media, self.media))
    }
}

impl std::ops::Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { chars: self.chars + other.chars, media: self.media + other.media }
    }
}

/// The share of a part; nothing has no parts.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// How much is seen at and below an element, of those for which `counts` holds.
pub fn amount(page: &Surveyed, root: NodeId, counts: impl Fn(NodeId) -> bool) -> Amount {
    (root..page.outline.node(root).end).filter(|&n| counts(n)).fold(Amount::default(), |sum, n| {
        let Sight { chars, media, .. } = page.sights[n];
        sum + Amount { chars, media }
    })
}
