//! Rows of stories of which some are known by nothing but those on both sides of them.

use alloc::vec::Vec;

use super::Removal;
use crate::{attribute::CLASS, cards::LARGEST, category::Category, outline::NodeId, page::Page};

/// So many elements in a story tell how it is built.
const SHAPE: usize = 6;

/// What stands between two blocks beside each other and is built like both, outside the article; nothing where
/// anything else stands there.
pub(super) fn between(page: &Page<'_>, before: &Removal, after: &Removal) -> Vec<NodeId> {
    let (first, last) = (before.nodes[0], after.nodes[0]);
    let teasers = [before, after].iter().all(|r| r.block.category == Category::Teaser && r.nodes.len() == 1);
    let mut nodes = Vec::new();
    if teasers && !page.is_within(first) && is_alike(page, first, last) {
        nodes.extend(page.outline.following(first).take_while(|&n| n != last));
    }
    nodes.retain(|&n| !page.measure.is_blank(n));
    let m = &page.measure;
    let is_story = |n: NodeId| m.links(n) > 0 && m.prose(n) <= LARGEST && page.prose_in(n) == 0;
    if !nodes.iter().all(|&n| is_alike(page, first, n) && is_story(n)) {
        nodes.clear();
    }
    nodes
}

/// Whether two elements stand beside each other and are built alike.
fn is_alike(page: &Page<'_>, one: NodeId, other: NodeId) -> bool {
    let outline = page.outline;
    let class = |n: NodeId| outline.attribute(n, CLASS);
    let shape = |n: NodeId| outline.whole(n).take(SHAPE).map(|n| &outline.node(n).tag);
    outline.node(one).parent == outline.node(other).parent
        && class(one) == class(other)
        && shape(one).eq(shape(other))
}
