//! Invitations in words of their own: boxes that speak of a newsletter, with a field, a button or a
//! link, and lines that ask to be followed on a network.

use crate::{
    attribute::SRC,
    candidate::Candidate,
    category::Category,
    outline::{
        NodeId,
        tag::{BLOCKQUOTE, BUTTON, DL, FIGURE, LI},
    },
    page::{Page, Position},
    signs::is_listed,
    targets::PROFILE,
};

/// A line that invites has so many characters.
const LINE: core::ops::RangeInclusive<u32> = 12..=240;
/// Where there is no field, it has at least so many: an entry of a menu has fewer.
const LEAST_WORDS: u32 = 24;
/// A box that invites has at most this many characters.
const LARGEST: u32 = 600;

/// Words that ask to be followed have at most this many characters.
const LONGEST_CALL: u32 = 260;

/// The smallest element around a line that has something to act on.
pub(super) fn find(page: &Page<'_>, line: NodeId) -> Option<Candidate> {
    if is_call(page, line) {
        return Some(Candidate::block(line, Category::Share));
    }
    let fits = |n: &NodeId| page.measure.chars(*n) <= LARGEST && !page.is_wrapper(*n);
    if !LINE.contains(&page.measure.line_chars(line)) {
        return None;
    }
    // What can be acted on is rarer than words, and is found sooner.
    let around = page.outline.upward(line).take_while(fits).find(|&n| acts(page, n))?;
    let speaks = page.words.speaks_of_newsletter(page.outline.own_line(line));
    (speaks && !is_listed(&page.measure, page.words, line))
        .then(|| Candidate::block(around, Category::Newsletter))
}

/// Whether an element is a frame with a network's own button.
pub(crate) fn is_button_in_frame(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.attribute(id, SRC).is_some_and(|src| page.words.shares(src))
}

/// Whether an element is a line that asks to be followed, and all its links lead to profiles; in the text it has a
/// button for that.
pub(crate) fn is_call(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let has_button = || page.outline.inside(id).any(|n| is_button_in_frame(page, n));
    let inside = || page.position_of(id) == Position::Inside && !has_button();
    let links = m.links(id);
    links > 0
        && m.chars(id) <= LONGEST_CALL
        && m.line_chars(id) == m.chars(id)
        && !inside()
        && !page.outline.stands_in(id, BLOCKQUOTE | FIGURE | LI | DL)
        && m.fields(id) + m.loose_pictures(id) == 0
        && page.targets.count(page.outline.inside(id), PROFILE) as u32 == links
        && page.words.invites_to_follow(page.outline.text(id), &page.authors)
}

/// Whether an element speaks of a newsletter and has a way to it, and is none of the article's lines.
pub(crate) fn is_invitation(page: &Page<'_>, id: NodeId) -> bool {
    page.measure.chars(id) <= LARGEST
        && acts(page, id)
        && page.outline.lines(id).any(|line| page.words.speaks_of_newsletter(line))
}

/// Whether an element has something to act on, and is none of the article's lines.
fn acts(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let asks = m.fields(id) > 0;
    // A bulletin in a list of documents has a link too.
    let leads = (m.links(id) > 0 && !page.outline.stands_in(id, LI))
        || page.outline.any(page.outline.whole(id), BUTTON);
    let other = || m.chars(id) >= LEAST_WORDS && page.prose_in(id) == 0;
    (asks || (leads && other())) && m.links(id) <= 4
}
