//! Rows of links and buttons that share or follow.

use alloc::vec::Vec;

use crate::{
    attribute::HREF,
    candidate::Candidate,
    category::Category,
    dates::is_date,
    evidence::is_sentence,
    links::host_in,
    outline::{
        NodeId,
        tag::{A, BUTTON},
    },
    page::{Page, Position},
    targets::{NETWORK, PROFILE},
};

/// A row has at most this many characters of text.
const LONGEST_ROW: u32 = 220;
/// A row of profiles has at least so many, or one less where there is no other link.
const PROFILES: usize = 3;
/// A line of profiles has at least this many characters that are no links.
const LEAST_WORDS: u32 = 6;

pub(super) fn find(page: &Page<'_>, id: NodeId) -> Option<Candidate> {
    let row = if page.sharers.is(id) { row(page, id) } else { profiles(page, id) };
    Some(Candidate::block(row?, Category::Share))
}

/// The largest element around a link that is still a row: two such links, and little else.
fn row(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let small = |n: &NodeId| {
        !page.is_wrapper(*n)
            && page.measure.chars(*n) <= LONGEST_ROW
            && page.measure.prose(*n) == 0
            && page.measure.titles(*n) <= 1
            && !page.signs.said[*n].byline
            && !page.outline.whole(*n).any(|part| is_date(page, part))
            && !leads_to_comments(page, *n)
            && page.measure.loose_pictures(*n) <= page.sharers.below(page.outline, *n)
            && !is_site_part(page, *n)
    };
    // The largest row, without shells that add nothing to it.
    let mut best: Option<(NodeId, u32)> = None;
    for above in page.outline.ancestors(id).take_while(small) {
        let count = page.sharers.below(page.outline, above);
        if count >= 2 && best.is_none_or(|(_, most)| count > most) {
            best = Some((above, count));
        }
    }
    best.map(|(node, _)| node)
}

/// Whether an element is a whole part of the site: its header may be short, and has links for other things.
fn is_site_part(page: &Page<'_>, id: NodeId) -> bool {
    let chrome = &page.signs.chrome;
    chrome[id]
        && !chrome[page.outline.node(id).parent]
        && page.measure.links(id) > page.sharers.below(page.outline, id) + 1
}

/// Whether an element has a link or button to the comments, which the article keeps.
fn leads_to_comments(page: &Page<'_>, id: NodeId) -> bool {
    page.outline
        .inside(id)
        .any(|n| page.outline.is(n, A | BUTTON) && page.signs.is_named(n, Category::Comments))
}

/// The smallest element around a link to a profile that is a row of them beside the article or after it.
fn profiles(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    if !page.targets.lead(id, NETWORK) {
        return None;
    }
    page.outline.ancestors(id).take_while(|&n| is_bare(page, n)).find(|&n| is_row_of_profiles(page, n))
}

/// Whether an element has nothing but links to profiles on several networks: a row beside the article,
/// or a line of words after it; rows without words stand in the feet of sites too.
pub(crate) fn is_row_of_profiles(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let told = m.line_chars(id) == m.chars(id) && m.chars(id) - m.link_chars(id) >= LEAST_WORDS;
    let placed = match page.position_of(id) {
        Position::Beside => true,
        Position::After => told,
        _ => false,
    };
    if !placed || !is_bare(page, id) {
        return false;
    }
    let (mut hosts, mut others) = (Vec::new(), 0);
    for n in page.outline.inside(id) {
        let Some(href) = page.outline.attribute(n, HREF) else { continue };
        match host_in(href).filter(|_| page.targets.lead(n, PROFILE)) {
            Some(host) if !hosts.contains(&host) => hosts.push(host),
            Some(_) => {}
            None => others += 1,
        }
    }
    // A sentence may say where the one whom the article speaks of is found.
    let fewer = hosts.len() + 1 == PROFILES && others == 0 && !is_sentence(page, id);
    hosts.len() >= PROFILES && others <= 2 || fewer
}

/// Whether an element of the page has nothing but a few short links.
fn is_bare(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    m.chars(id) <= LONGEST_ROW
        && m.prose(id) + m.titles(id) + m.fields(id) + m.loose_pictures(id) == 0
        && !page.signs.chrome[id]
        && !page.is_wrapper(id)
}
