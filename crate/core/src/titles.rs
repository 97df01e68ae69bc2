//! Titles of other articles, each a paragraph or a card by itself between two paragraphs of the text, or a list of them
//! below a heading.

use alloc::vec::Vec;

use crate::{
    attribute::HREF,
    cards::is_story,
    links::goes_along,
    outline::{
        NodeId,
        tag::{A, BLOCKQUOTE, DL, HEADINGS, INLINE, LI, SPAN, TABLE, TIME},
    },
    page::Page,
    targets::ARTICLE,
};

/// A title that makes a paragraph has so many characters at least.
const SHORTEST: u32 = 28;
/// One that is not stressed has at least so many.
const SHORTEST_PLAIN: u32 = 45;
/// And none has more.
const LONGEST: u32 = 260;
/// A list below a heading has so many at least, of so many characters each, on average.
const LEAST: u32 = 3;
const LENGTH: u32 = 20;
/// At least this share of each of its entries is a link.
const LINKED: f32 = 0.9;
/// Its heading has at most so many characters.
const HEADING: u32 = 60;
/// To each such title there are so many paragraphs: where there are fewer, the titles are what the article is about.
const PARAGRAPHS: usize = 8;

/// Finds them, in document order.
pub fn find(page: &Page<'_>) -> Vec<NodeId> {
    let mut found = Vec::new();
    for id in page.outline.inside(page.article.container) {
        if is_title(page, id) && is_between(page, id) || is_list(page, id) {
            found.push(id);
        }
    }
    // A card that ends the text counts only where there are no others.
    let ends = found.len() > 1 && found.last() > page.article.prose.last();
    if (found.len() - usize::from(ends)) * PARAGRAPHS > page.article.prose.len() {
        found.clear();
    }
    found
}

/// Whether paragraphs of the text stand right before an element and right after it; a card may end the text.
fn is_between(page: &Page<'_>, id: NodeId) -> bool {
    let is_text = |n: NodeId| page.prose_in(n) > 0;
    let shown = |&n: &NodeId| n == id || !page.measure.is_blank(n);
    let mut siblings = page.outline.children(page.outline.node(id).parent).filter(shown);
    let before = siblings.by_ref().take_while(|&n| n != id).last();
    before.is_some_and(is_text) && siblings.next().map_or(is_headed_story(page, id), is_text)
}

/// Whether an element is a list of nothing but links to other articles of the site, and stands below a heading in the
/// text.
fn is_list(page: &Page<'_>, id: NodeId) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    let is_entry = |n: &NodeId| outline.is(*n, LI) && m.links(*n) == 1 && m.link_share(*n) > LINKED;
    let entries = outline.children(id).filter(is_entry).count() as u32;
    let leads = |n: &NodeId| leads_along(page, *n);
    let goes_on = || outline.following(id).find(|&n| !m.is_blank(n));
    entries >= LEAST
        && entries == m.links(id)
        && m.chars(id) >= LENGTH * entries
        && m.pictures(id) == 0
        && outline.inside(id).filter(leads).count() as u32 * 3 >= entries * 2
        && heading_over(page, id).is_some()
        && outline.children(outline.node(id).parent).any(|n| n < id && page.prose_in(n) > 0)
        && goes_on().is_none_or(|n| !page.article.prose.contains(&n))
}

/// The heading right over an element.
pub fn heading_over(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let (outline, m) = (page.outline, &page.measure);
    let siblings = outline.children(outline.node(id).parent).take_while(|&n| n != id);
    let over = siblings.filter(|&n| !m.is_blank(n)).last();
    over.filter(|&n| outline.is(n, HEADINGS) && m.chars(n) <= HEADING)
}

/// Whether an element is a link to another article of the site, as this one is.
fn leads_along(page: &Page<'_>, id: NodeId) -> bool {
    page.targets.lead(id, ARTICLE)
        && page.outline.attribute(id, HREF).is_some_and(|href| goes_along(href, page.address))
}

/// Whether an element is nothing but a title that leads to another article of the site.
fn is_title(page: &Page<'_>, id: NodeId) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    !outline.is(id, INLINE)
        && m.links(id) > 0
        && (is_paragraph(page, id) || is_headed_story(page, id))
        && outline.whole(id).any(|n| leads_along(page, n))
        && !outline.stands_in(id, LI | BLOCKQUOTE | TABLE | DL)
}

/// Whether an element is one link that reads like a title.
fn is_paragraph(page: &Page<'_>, id: NodeId) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    let chars = m.chars(id);
    let is_stressed = |n: NodeId| outline.is(n, INLINE) && !outline.is(n, A | SPAN) && m.chars(n) == chars;
    m.links(id) == 1
        && m.link_chars(id) == chars
        && (SHORTEST..=LONGEST).contains(&chars)
        && m.pictures(id) == 0
        && (chars >= SHORTEST_PLAIN || outline.inside(id).any(is_stressed))
}

/// Whether an element is a card with a heading or a date: a picture of the article's own may lead to a page of its own,
/// as its caption does.
fn is_headed_story(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.any(page.outline.inside(id), HEADINGS | TIME) && is_story(page, id)
}
