//! Titles of other articles, each a paragraph by itself between two of the text.

use alloc::vec::Vec;

use crate::{
    Address,
    article::Article,
    attribute::HREF,
    links::goes_along,
    measure::Measure,
    outline::{
        NodeId,
        tag::{A, BLOCKQUOTE, DIV, DL, FIGURE, INLINE, LI, P, SPAN, TABLE},
    },
    targets::{self, Targets},
};

/// A title that makes a paragraph has so many characters at least, one that is not stressed so many, and none more.
const SHORTEST: u32 = 28;
const SHORTEST_PLAIN: u32 = 45;
const LONGEST: u32 = 260;
/// To each such title there are so many paragraphs: where there are fewer, the titles are what the article is about.
const PARAGRAPHS: usize = 8;

/// Finds them, in document order.
pub fn find(
    measure: &Measure<'_>,
    article: &Article,
    address: &Address,
    targets: &Targets<'_>,
) -> Vec<NodeId> {
    let outline = measure.outline;
    let mut found = Vec::new();
    for pair in article.prose.windows(2) {
        let &[before, after] = pair else { continue };
        if outline.node(before).parent != outline.node(after).parent {
            continue;
        }
        let between = outline.following(before).take_while(|&n| n < after);
        let mut shown = between.filter(|&n| !measure.is_blank(n));
        if let (Some(id), None) = (shown.next(), shown.next()) {
            found.extend(Some(id).filter(|&id| is_title(measure, id, address, targets)));
        }
    }
    if found.len() * PARAGRAPHS > article.prose.len() {
        found.clear();
    }
    found
}

/// Whether an element is a paragraph that is nothing but a link to another article of the site.
fn is_title(measure: &Measure<'_>, id: NodeId, address: &Address, targets: &Targets<'_>) -> bool {
    let outline = measure.outline;
    let chars = measure.chars(id);
    let along = |n: NodeId| outline.attribute(n, HREF).is_some_and(|href| goes_along(href, address));
    let leads = |n: &NodeId| targets.lead(*n, targets::ARTICLE) && along(*n);
    let is_stressed =
        |n: NodeId| outline.is(n, INLINE) && !outline.is(n, A | SPAN) && measure.chars(n) == chars;
    outline.is(id, P | DIV)
        && measure.links(id) == 1
        && measure.link_chars(id) == chars
        && measure.line_chars(id) == chars
        && (SHORTEST..=LONGEST).contains(&chars)
        && measure.pictures(id) == 0
        && outline.inside(id).filter(leads).count() == 1
        && (chars >= SHORTEST_PLAIN || outline.inside(id).any(is_stressed))
        && !outline.stands_in(id, LI | BLOCKQUOTE | FIGURE | TABLE | DL)
}
