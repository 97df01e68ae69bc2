//! Comments that follow each other without a wrapper, with lines for names and dates between them.

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    category::Category,
    outline::{NodeId, tag::UNSEEN},
    page::Page,
};

/// A thread has at least this many comments.
const LEAST: usize = 3;
/// A line between two comments has at most this many characters.
const BETWEEN: u32 = 120;

pub(super) fn find(page: &Page<'_>, parent: NodeId) -> Option<Candidate> {
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
