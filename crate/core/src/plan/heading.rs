//! Headings that would head nothing once their block is gone.

use alloc::{vec, vec::Vec};

use super::Removal;
use crate::{
    category::Category,
    outline::{
        NodeId,
        tag::{HEADINGS, HR, MATH, PLAYERS, SVG, TABLE},
    },
    page::{Page, Position},
};

/// The heading of a block has at most this many characters.
const LONGEST: u32 = 60;

/// Below a heading so many elements are looked at, that many of them cost no time.
const MOST: usize = 100;

/// Adds to each block the heading or the rule over it that has nothing else below it.
pub(super) fn add(page: &Page<'_>, removals: &mut [Removal]) {
    for id in (0..page.outline.len()).filter(|&id| is_heading(page, id) || is_rule(page, id)) {
        if let Some((block, mut nodes)) = headed(page, removals, id) {
            nodes.append(&mut removals[block].nodes);
            removals[block].nodes = nodes;
        }
    }
}

/// The block that is all that stands below a heading, with the elements from the heading to it.
fn headed(page: &Page<'_>, removals: &[Removal], heading: NodeId) -> Option<(usize, Vec<NodeId>)> {
    let holds = |outer, inner| page.outline.holds(outer, inner);
    let touches = |r: &Removal, n: NodeId| r.nodes.iter().any(|&node| holds(node, n) || holds(n, node));
    let taken = |n: NodeId| removals.iter().any(|r| touches(r, n));
    let (mut block, mut nodes) = (None, vec![heading]);
    if page.outline.runs_on(heading) {
        return None;
    }
    for next in page.outline.following(heading).take(MOST) {
        let goes = removals.iter().position(|r| r.nodes.contains(&next));
        if goes.is_some() {
            block = block.or(goes);
        } else if is_heading(page, next) {
            break;
        } else if !page.measure.is_blank(next) || shows(page, next) || page.is_wrapper(next) {
            return None;
        } else if block.is_none() {
            nodes.push(next);
        }
        if page.outline.runs_on(next) {
            return None;
        }
    }
    let headed = block.filter(|&at| has_heading(removals[at].block.category))?;
    (!nodes.iter().any(|&n| taken(n))).then_some((headed, nodes))
}

/// Whether an element is a rule below the first lines of the text.
fn is_rule(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.is(id, HR) && page.position_of(id) != Position::Before
}

/// Whether an element without words shows something.
fn shows(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.any(page.outline.whole(id), PLAYERS | SVG | MATH | TABLE | HR)
}

/// Whether blocks of a category stand below headings of their own; a row that shares may stand below the headline.
fn has_heading(category: Category) -> bool {
    use Category::{AuthorBio, CommentForm, Comments, Sponsored, Teaser};
    matches!(category, AuthorBio | CommentForm | Comments | Sponsored | Teaser)
}

/// Whether an element below the first lines of the text is nothing but a heading.
fn is_heading(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let all = |n: NodeId| page.outline.is(n, HEADINGS) && m.chars(n) == m.chars(id);
    (1..=LONGEST).contains(&m.chars(id))
        && m.pictures(id) + m.fields(id) == 0
        && page.outline.whole(id).any(all)
        && !page.is_wrapper(id)
        && !page.holds_headline(id)
        && page.position_of(id) != Position::Before
}
