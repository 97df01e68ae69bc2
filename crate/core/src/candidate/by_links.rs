//! Rows of links and buttons that share or follow.

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    category::Category,
    links::{follows, host_of, names_network, shares},
    order::order,
    outline::NodeId,
    page::{Page, Position},
};

/// A row has at most this many characters of text.
const LONGEST_ROW: u32 = 220;
/// A row of profiles has at least so many.
const PROFILES: usize = 3;

pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let rows: Vec<NodeId> = page
        .outline
        .nodes()
        .filter_map(|(id, _)| if is_sharer(page, id) { row(page, id) } else { profiles(page, id) })
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

/// The smallest element around a link to a profile that is a row of them beside the article.
fn profiles(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    if !page.outline.attribute(id, "href").is_some_and(follows) {
        return None;
    }
    page.outline.ancestors(id).take_while(|&n| is_bare(page, n)).find(|&n| is_profiles(page, n))
}

/// Whether an element beside the article has nothing but links to profiles on several networks.
pub(crate) fn is_profiles(page: &Page<'_>, id: NodeId) -> bool {
    if !is_bare(page, id) || page.position(id, page.outline.node(id).end) != Position::Beside {
        return false;
    }
    let (mut hosts, mut others) = (Vec::new(), 0);
    for href in page.outline.inside(id).filter_map(|n| page.outline.attribute(n, "href")) {
        match host_of(href).filter(|_| follows(href)) {
            Some(host) if !hosts.contains(&host) => hosts.push(host),
            Some(_) => {}
            None => others += 1,
        }
    }
    hosts.len() >= PROFILES && others <= 2
}

/// Whether an element of the page has nothing but a few short links.
fn is_bare(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    m.chars(id) <= LONGEST_ROW
        && m.prose(id) + m.titles(id) + m.fields(id) + m.loose_pictures(id) == 0
        && !page.signs.chrome[id]
        && !page.is_wrapper(id)
}

/// Number of links and buttons below an element that pass the page on.
pub(crate) fn sharers(page: &Page<'_>, id: NodeId) -> usize {
    (id..page.outline.node(id).end).filter(|&n| is_sharer(page, n)).count()
}
