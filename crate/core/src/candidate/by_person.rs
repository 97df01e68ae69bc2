//! Words about a person, without a label or a telling name: they begin with the author's name, or
//! stand beside the article with a picture.

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    category::Category,
    normal::{is_edge, normalise},
    outline::{NodeId, is_inline},
    page::{Page, Position},
};

/// Words about a person are so many characters.
const LENGTH: core::ops::RangeInclusive<u32> = 60..=800;
/// Links in them, at most.
const MOST_LINKS: u32 = 5;

pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let is_inner = |id: NodeId| page.outline.inside(id).any(|n| fits(page, n) && is_card(page, n));
    page.outline
        .nodes()
        .map(|(id, _)| id)
        .filter(|&id| fits(page, id) && (is_signed(page, id) || (is_card(page, id) && !is_inner(id))))
        .map(|id| Candidate::block(id, Category::AuthorBio))
        .collect()
}

fn fits(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    LENGTH.contains(&m.chars(id))
        && !is_inline(&page.outline.node(id).tag)
        && !page.signs.chrome[id]
        && m.prose(id) > 0
        && m.fields(id) == 0
        && m.links(id) <= MOST_LINKS
}

/// Whether words after the article begin with the name of its author.
fn is_signed(page: &Page<'_>, id: NodeId) -> bool {
    page.position(id, page.outline.node(id).end) == Position::After && begins_with_author(page, id)
}

/// Whether the text of an element begins with the name of the article's author.
pub(crate) fn begins_with_author(page: &Page<'_>, id: NodeId) -> bool {
    let first = page.measure.first_line(id);
    let begin = first.char_indices().nth(80).map_or(first, |(at, _)| &first[..at]);
    let plain = normalise(begin);
    page.authors.iter().any(|author| {
        plain.strip_prefix(author.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(is_edge))
    })
}

/// Whether an element beside the article is a picture with some words and a way to more about the author.
fn is_card(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let leads =
        |n: NodeId| page.outline.attribute(n, "href").is_some_and(|href| page.words.leads_to_author(href));
    page.position(id, page.outline.node(id).end) == Position::Beside
        && (1..=2).contains(&m.pictures(id))
        && m.titles(id) <= 1
        && page.outline.inside(id).any(leads)
}
