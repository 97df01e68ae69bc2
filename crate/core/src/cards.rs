//! Cards: what a page shows of another article, with its title, its picture or date, and a link.

use crate::{
    attribute::HREF,
    outline::{
        NodeId,
        tag::{HEADINGS, TIME, Tags},
    },
    page::Page,
    targets::ARTICLE,
};

/// A card has at most this many characters.
pub const LARGEST: u32 = 500;
/// So many of them are prose, at most.
const LONGEST_EXCERPT: u32 = 320;
/// What a link without words lies over has at least this many characters.
const COVERED: u32 = 18;

/// How many children of one shape are cards.
pub fn cards_in(page: &Page<'_>, id: NodeId) -> usize {
    page.outline.alike(id, &|c| is_card(page, c))
}

/// Whether an element is a card: a title with a picture, a date, or a link of its own, or a story.
fn is_card(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let outline = page.outline;
    let has = |tags: Tags| outline.any(outline.whole(id), tags);
    // A link may stand in a heading, or around it.
    let linked = |n: NodeId| outline.is(n, HEADINGS) && (m.titles(n) > 0 || m.link_chars(n) >= COVERED);
    let headed = has(HEADINGS) || is_covered(page, id);
    is_short(page, id) && (headed && (m.pictures(id) > 0 || has(TIME)) || outline.whole(id).any(linked))
        || is_story(page, id)
}

fn is_short(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    m.links(id) > 0 && (8..=LARGEST).contains(&m.chars(id)) && m.prose(id) <= LONGEST_EXCERPT
}

/// Whether a link without words lies over an element that has words.
fn is_covered(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let bare = |n: NodeId| m.links(n) == 1 && m.chars(n) == 0;
    m.link_chars(id) == 0 && m.chars(id) >= COVERED && page.outline.inside(id).any(bare)
}

/// Whether an element is one story: a picture, and a title that leads to another article of the
/// site, as every link to an article in it does. A person's name is no title.
pub fn is_story(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let links = page.outline.whole(id).filter(|&n| page.targets.lead(n, ARTICLE));
    let mut targets = links.filter_map(|n| page.outline.attribute(n, HREF));
    is_short(page, id)
        && (1..=2).contains(&m.pictures(id))
        && (1..=3).contains(&m.titles(id))
        && m.fields(id) == 0
        && !page.outline.whole(id).any(|n| page.signs.said[n].byline && m.titles(n) > 0)
        && targets.next().is_some_and(|first| targets.all(|other| other == first))
}

/// Whether a picture is a story's: the smallest element around it that has words is one.
pub fn shows_story(page: &Page<'_>, picture: NodeId) -> bool {
    let worded = page.outline.ancestors(picture).find(|&n| page.measure.chars(n) > 0);
    worded.is_some_and(|n| is_story(page, n))
}
