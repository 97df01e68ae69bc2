//! Rows of links and buttons that share or follow.

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    category::Category,
    links::{names_network, shares},
    order::order,
    outline::NodeId,
    page::Page,
};

/// A row has at most this many characters of text.
const LONGEST_ROW: u32 = 220;

pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let rows: Vec<NodeId> = page
        .outline
        .nodes()
        .filter(|(id, _)| is_sharer(page, *id))
        .filter_map(|(id, _)| row(page, id))
        .collect();
    let mut rows = order(rows, Ord::cmp);
    rows.dedup();
    rows.into_iter().map(|id| Candidate::block(id, Category::Share)).collect()
}

/// Whether an element is a link or button that passes the page on.
pub(crate) fn is_sharer(page: &Page<'_>, id: NodeId) -> bool {
    let outline = page.outline;
    if page.signs.rules[id].is_some_and(|r| r.category == Category::Share) {
        return true;
    }
    match &*outline.node(id).tag {
        "a" => outline.attribute(id, "href").is_some_and(shares) || is_network_button(page, id),
        "button" => is_network_button(page, id),
        _ => false,
    }
}

/// A button without an address that names a network in what it is called.
fn is_network_button(page: &Page<'_>, id: NodeId) -> bool {
    let outline = page.outline;
    let href = outline.attribute(id, "href").unwrap_or("#");
    let goes_nowhere = href.starts_with('#') || href.starts_with("javascript:") || href.is_empty();
    goes_nowhere
        && page.measure.chars(id) <= 24
        && ["class", "aria-label", "title"]
            .iter()
            .any(|a| outline.attribute(id, a).is_some_and(names_network))
}

/// The largest element around a link that is still a row: two such links, and little else.
fn row(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let small = |n: &NodeId| {
        !page.is_wrapper(*n)
            && page.measure.chars(*n) <= LONGEST_ROW
            && page.measure.prose(*n) == 0
            && page.measure.titles(*n) <= 1
            && !page.signs.said[*n].byline
            && page.measure.loose_pictures(*n) <= sharers(page, *n) as u32
    };
    // The largest row, without shells that add nothing to it.
    let mut best: Option<(NodeId, usize)> = None;
    for above in page.outline.ancestors(id).take_while(small) {
        let count = sharers(page, above);
        if count >= 2 && best.is_none_or(|(_, most)| count > most) {
            best = Some((above, count));
        }
    }
    best.map(|(node, _)| node)
}

/// Number of links and buttons below an element that pass the page on.
pub(crate) fn sharers(page: &Page<'_>, id: NodeId) -> usize {
    (id..page.outline.node(id).end).filter(|&n| is_sharer(page, n)).count()
}
