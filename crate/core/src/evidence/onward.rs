//! Links to read on, and places that are still empty.

use alloc::vec::Vec;

use super::{Evidence, Kind, inside, sum};
use crate::{
    candidate::Candidate, category::Category, links::leaves, outline::NodeId, page::Page, report::Reason,
};

pub(super) fn links(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let m = &page.measure;
    let (chars, titles, count) =
        (sum(candidate, |n| m.chars(n)), sum(candidate, |n| m.titles(n)), sum(candidate, |n| m.links(n)));
    let linked: f32 = candidate.nodes.iter().map(|&n| m.link_share(n) * m.chars(n) as f32).sum();
    let share = if chars == 0 { 0.0 } else { linked / chars as f32 };
    let enough = match candidate.category {
        Category::Teaser | Category::Sponsored => {
            titles > 0 && (share >= 0.4 || titles >= 3 && share >= 0.25)
        }
        _ => count > 0 && share >= 0.6,
    };
    let reason =
        || Reason::new("links").number("count", count as usize).number("share", (share * 100.0) as usize);
    enough.then(|| Evidence::of(Kind::Links, reason()))
}

/// Children of the same shape, each with a link: three at least.
pub(super) fn cards(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let most = inside(page, candidate).map(|n| same_children(page, n)).max().unwrap_or(0);
    (most >= 3).then(|| Evidence::of(Kind::Cards, Reason::new("cards").number("count", most)))
}

pub(super) fn same_children(page: &Page<'_>, id: NodeId) -> usize {
    let shape = |c: NodeId| {
        (&*page.outline.node(c).tag, page.outline.attribute(c, "class").and_then(|v| v.split(' ').next()))
    };
    let with_link: Vec<_> =
        page.outline.children(id).filter(|&c| page.measure.links(c) > 0).map(shape).collect();
    with_link.first().map_or(0, |first| with_link.iter().filter(|s| *s == first).count())
}

pub(super) fn outbound(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let hrefs: Vec<&str> = inside(page, candidate)
        .filter(|&n| &*page.outline.node(n).tag == "a")
        .filter_map(|n| page.outline.attribute(n, "href"))
        .filter(|h| !h.starts_with('#'))
        .collect();
    let out = hrefs.iter().filter(|h| leaves(h, &page.address.host)).count();
    (out * 2 > hrefs.len()).then(|| Evidence::silent(Kind::Outbound, 1.0))
}

pub(super) fn empty_mount(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let blank = candidate.nodes.iter().all(|&n| page.measure.is_blank(n));
    blank.then(|| Evidence::of(Kind::EmptyMount, Reason::new("empty-mount")))
}
