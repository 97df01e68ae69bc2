//! Boxes that invite to a newsletter in words of their own: a line that speaks of one, with a field,
//! a button or a link.

use crate::{candidate::Candidate, category::Category, outline::NodeId, page::Page};

/// A line that invites has so many characters.
const LINE: core::ops::RangeInclusive<u32> = 12..=240;
/// Where there is no field, it has at least so many: an entry of a menu has fewer.
const LEAST_WORDS: u32 = 24;
/// A box that invites has at most this many characters.
const LARGEST: u32 = 600;

/// The smallest element around a line that has something to act on.
pub(super) fn find(page: &Page<'_>, line: NodeId) -> Option<Candidate> {
    let speaks = LINE.contains(&page.measure.line_chars(line))
        && page.words.speaks_of_newsletter(page.outline.own_line(line));
    let fits = |n: &NodeId| speaks && page.measure.chars(*n) <= LARGEST && !page.is_wrapper(*n);
    let mut around = page.outline.upward(line).take_while(fits);
    around.find(|&n| is_invitation(page, n)).map(|n| Candidate::block(n, Category::Newsletter))
}

/// Whether an element speaks of a newsletter and has a way to it, and is none of the article's lines.
pub(crate) fn is_invitation(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let button = |n: NodeId| page.outline.is(n, &["button"]);
    let asks = m.fields(id) > 0;
    let leads = m.links(id) > 0 || page.outline.whole(id).any(button);
    m.chars(id) <= LARGEST
        && (asks || (leads && m.chars(id) >= LEAST_WORDS && page.article.prose_in(page.outline, id) == 0))
        && m.links(id) <= 4
        && page.outline.lines(id).any(|line| page.words.speaks_of_newsletter(line))
}
