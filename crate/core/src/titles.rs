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
/// A list below a heading has so many at least.
const LEAST: u32 = 3;
/// Each of them has so many characters, on average.
const LENGTH: u32 = 20;
/// At least this share of it is links.
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

/// What is shown right before an element and right after it.
pub fn around(page: &Page<'_>, id: NodeId) -> (Option<NodeId>, Option<NodeId>) {
    let shown = |&n: &NodeId| n == id || !page.measure.is_blank(n);
    let mut siblings = page.outline.children(page.outline.node(id).parent).filter(shown);
    (siblings.by_ref().take_while(|&n| n != id).last(), siblings.next())
}

/// Whether paragraphs of the text stand right before an element and right after it; a card may end the text.
fn is_between(page: &Page<'_>, id: NodeId) -> bool {
    let is_text = |n: NodeId| page.prose_in(n) > 0;
    let (before, after) = around(page, id);
    before.is_some_and(is_text) && after.map_or(is_headed_story(page, id), is_text)
}

/// Whether an element is a list of nothing but links to other articles of the site, and stands below a heading behind
/// all of the text: a list in a section of the text is of it.
fn is_list(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let links = m.links(id);
    let above = |n: NodeId| page.outline.node(n).parent;
    let leads = || page.outline.inside(id).filter(|&n| leads_along(page, n)).count() as u32;
    let is_heading = |n: NodeId| page.outline.is(n, HEADINGS) && m.chars(n) <= HEADING;
    page.article.prose.last().is_some_and(|&last| last < id)
        && links >= LEAST
        && m.chars(id) >= LENGTH * links
        && m.link_share(id) > LINKED
        && page.outline.children(id).filter(|&n| page.outline.is(n, LI)).count() as u32 == links
        && leads() * 3 >= links * 2
        && page.article.prose.iter().any(|&n| above(n) == above(id))
        && around(page, id).0.is_some_and(is_heading)
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
