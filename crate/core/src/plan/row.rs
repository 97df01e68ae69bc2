//! Rows of stories of which some are known by nothing but those on both sides of them.

use super::Removal;
use crate::{attribute::CLASS, cards::LARGEST, category::Category, outline::NodeId, page::Page};

/// So many elements tell how a story is built.
const SHAPE: usize = 8;

/// Adds to a block what stands between it and the next one beside it and is built like both, outside the article;
/// nothing where anything else stands there.
pub(super) fn fill(page: &Page<'_>, before: &mut Removal, after: &Removal) {
    let (first, last) = (before.nodes[0], after.nodes[0]);
    let teasers = before.block.category == Category::Teaser && before.nodes.len() == 1;
    let run = || page.outline.following(first);
    let ends = |&n: &NodeId| n == last || !is_alike(page, first, n);
    if teasers && !page.is_within(first) && is_alike(page, first, last) && run().find(ends) == Some(last) {
        for next in run() {
            if next == last {
                break;
            }
            before.nodes.push(next);
        }
    }
}

/// Whether an element is a story that is built like another one beside it.
fn is_alike(page: &Page<'_>, one: NodeId, other: NodeId) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    let end = outline.len().saturating_sub(other).min(SHAPE);
    m.links(other) > 0
        && m.prose(other) <= LARGEST
        && page.prose_in(other) == 0
        && outline.attribute(one, CLASS) == outline.attribute(other, CLASS)
        && (0..end).all(|at| outline.node(one + at).depth == outline.node(other + at).depth)
}
