//! What to take off.

use serde::Serialize;

use crate::{NodeId, report::Block};

/// One block to take off.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Removal {
    /// The elements that go: one, or several that follow each other.
    pub nodes: Vec<NodeId>,
    /// What is told of it.
    #[serde(flatten)]
    pub block: Block,
}

/// All that is to be taken off a page: no removal holds another, none holds the article.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Plan {
    /// In document order.
    pub removals: Vec<Removal>,
}
