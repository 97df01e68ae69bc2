//! Comments that follow each other without a wrapper, with lines for names and dates between them.

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    category::Category,
    outline::{
        NodeId,
        tag::{A, UNSEEN},
    },
    page::Page,
    targets::PART,
    words::Kind,
};

/// A thread has at least this many comments.
const LEAST: usize = 3;
/// A line between two comments, with name and date, has at most this many characters.
pub(super) const BETWEEN: u32 = 120;

pub(super) fn find(page: &Page<'_>, parent: NodeId) -> Option<Candidate> {
    if is_counter(page, parent) {
        return Some(Candidate::block(parent, Category::Comments));
    }
    let is_comment = |c: NodeId| !page.outline.is(c, UNSEEN) && page.signs.is_named(c, Category::Comments);
    let between = |c: NodeId| page.measure.chars(c) <= BETWEEN && !page.is_wrapper(c);
    let thread = page.outline.children(parent).skip_while(|&c| !is_comment(c));
    let mut nodes: Vec<NodeId> = Vec::new();
    thread.take_while(|&c| is_comment(c) || between(c)).for_each(|c| nodes.push(c));
    let last = nodes.iter().rposition(|&c| is_comment(c))?;
    // The line below the last comment is its own, when every other one has such a line.
    let comments = nodes.iter().filter(|&&c| is_comment(c)).count();
    let signed = nodes.len() >= 2 * comments;
    nodes.truncate(last + if signed { 2 } else { 1 });
    let loose = nodes.len() > comments;
    (comments >= LEAST && loose).then_some(Candidate {
        nodes,
        category: Category::Comments,
        label: None,
        line: false,
    })
}

/// Whether an element is a link below the text to the page's own comments that says how many they are, or asks for
/// one, whatever else its line says. "Discussion" alone is a part of the article, and so is "3. Comments"; what has such
/// a link between its paragraphs is several texts.
pub(crate) fn is_counter(page: &Page<'_>, id: NodeId) -> bool {
    let below = |(first, last)| last < id && !(first..last).any(|n| counts(page, n));
    page.targets.lead(id, PART) && counts(page, id) && page.article.span().is_some_and(below)
}

/// Whether an element is a link that says how many comments there are, or asks for one.
fn counts(page: &Page<'_>, id: NodeId) -> bool {
    let text = page.outline.text(id);
    let numbered = || text.bytes().any(|byte| byte.is_ascii_digit());
    page.outline.is(id, A)
        && page
            .words
            .fixed_meanings(text)
            .iter()
            .any(|m| matches!(m.kind, Kind::Comments | Kind::LeaveReply) && (!m.weak || numbered()))
}
