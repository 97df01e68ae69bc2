//! Lists of links that read like titles, cards and rows of them, outside the article: found by their
//! shape alone.

use crate::{
    candidate::Candidate,
    cards::{cards_in, is_story},
    category::Category,
    evidence::{is_sentence, leaving},
    outline::{
        NodeId,
        tag::{ARTICLE, LI},
    },
    page::Page,
    targets::{ARTICLE as STORY, ELSEWHERE, NETWORK},
};

/// Such a list has at least this many links that read like titles.
const LEAST: u32 = 3;
/// And at most so many entries: what has more is a menu of the site, or its archive.
const MOST: u32 = 25;
/// At least this share of its text is links.
const LINKED: f32 = 0.4;
/// Less than this share of a source is links.
const SOURCE: f32 = 0.75;
/// The links that read like titles have at least this many characters each, on average: entries of
/// menus are shorter.
const LENGTH: u32 = 28;

pub(super) fn find(page: &Page<'_>, id: NodeId) -> Option<Candidate> {
    let is = is_outside(page, id) && (is_row(page, id) || is_list(page, id) || is_lone_story(page, id));
    let category = || if leads_away(page, id) { Category::Sponsored } else { Category::Teaser };
    (is && !is_of_network(page, id)).then(|| Candidate::block(id, category()))
}

/// Whether most of a list's links lead to a network, as the songs and films of an article do.
fn is_of_network(page: &Page<'_>, id: NodeId) -> bool {
    let lead = |to| page.targets.count(page.outline.whole(id), to);
    lead(NETWORK) * 2 > lead(ELSEWHERE)
}

/// Whether most of a list's links lead to other sites.
fn leads_away(page: &Page<'_>, id: NodeId) -> bool {
    let (out, all) = leaving(page, page.outline.whole(id));
    out * 2 > all
}

/// Whether an element is neither the article's nor the site's: what stands in its container and
/// is not set aside has to stand below its last line, and to lead to other articles.
fn is_outside(page: &Page<'_>, id: NodeId) -> bool {
    let within = page.is_within(id) && !page.aside[id];
    let below = page.article.prose.last().is_some_and(|&last| last < id);
    (!within || (below && leads_on(page, id))) && !page.signs.chrome[id]
}

/// Whether most links that read like titles lead to other articles of the site.
fn leads_on(page: &Page<'_>, id: NodeId) -> bool {
    let on = page.targets.count(page.outline.inside(id), STORY) as u32;
    on > 0 && on * 3 >= page.measure.titles(id) * 2
}

/// Whether an element after or beside the article is a row of cards.
pub(crate) fn is_row(page: &Page<'_>, id: NodeId) -> bool {
    page.position_of(id).is_clear() && page.measure.fields(id) == 0 && cards_in(page, id) as u32 >= LEAST
}

/// Whether an element after or beside the article, and not in it, is one story, and the elements in it are
/// not. An entry beside others is a badge or a step.
fn is_lone_story(page: &Page<'_>, id: NodeId) -> bool {
    let outline = page.outline;
    let within = |n: NodeId| outline.is(n, ARTICLE) && outline.holds(n, page.article.container);
    let has_one = |list: NodeId| outline.children(list).nth(1).is_none();
    !outline.upward(id).any(within)
        && (!outline.is(id, LI) || has_one(outline.node(id).parent))
        && !page.is_within(id)
        && page.position_of(id).is_clear()
        && is_story(page, id)
        && !outline.inside(id).any(|n| is_story(page, n))
}

/// The smallest element that has all of the list.
pub(crate) fn is_list(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    // A source is a sentence around a link.
    let is_source =
        |c: NodeId| m.line_chars(c) == m.chars(c) && m.link_share(c) < SOURCE && is_sentence(page, c);
    m.titles(id) >= LEAST
        && m.link_share(id) >= LINKED
        && m.fields(id) == 0
        && m.title_chars(id) >= LENGTH * m.titles(id)
        && (LEAST..=MOST).contains(
            &(page.outline.children(id).filter(|&c| m.titles(c) > 0 && !is_source(c)).count() as u32),
        )
}
