//! Lists of links that read like titles, outside the article: found by their shape alone.

use alloc::vec::Vec;

use crate::{candidate::Candidate, category::Category, outline::NodeId, page::Page};

/// Such a list has at least this many links that read like titles.
const LEAST: u32 = 3;
/// At least this share of its text is links.
const LINKED: f32 = 0.4;

pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    page.outline
        .nodes()
        .filter(|(id, _)| is_list(page, *id))
        .map(|(id, _)| Candidate::block(id, Category::Teaser))
        .collect()
}

/// The links that read like titles have at least this many characters each, on average: entries of
/// menus are shorter.
const LENGTH: u32 = 28;

/// The smallest element that has all of the list.
fn is_list(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let outside = !page.outline.holds(page.article.container, id) && !page.signs.chrome[id];
    outside
        && m.titles(id) >= LEAST
        && m.link_share(id) >= LINKED
        && m.fields(id) == 0
        && m.title_chars(id) >= LENGTH * m.titles(id)
        && page.outline.children(id).filter(|&c| m.titles(c) > 0).count() as u32 >= LEAST
}
