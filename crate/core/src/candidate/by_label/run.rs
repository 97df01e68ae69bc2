//! A label and what follows it, where no element of their own is around them.

use alloc::{vec, vec::Vec};

use super::{go_together, has_comment, has_other_label, is_comment, is_shown_by_pictures};
use crate::{
    candidate::by_thread::BETWEEN,
    cards::is_story,
    category::Category,
    outline::{
        NodeId,
        tag::{ALL_HEADINGS, TEXTAREA},
    },
    page::{LONGEST_BIO, Page},
    signs::Label,
    targets::{NETWORK, ON},
};

/// A block that a label heads in running text is at most this many elements long.
const LONGEST_RUN: usize = 40;
/// But comments without a wrapper may be many.
const MOST_COMMENTS: usize = 600;
/// At least this share of an element among teasers is links.
const LINKED: f32 = 0.7;
/// More than this share of links to the neighbours and of a list of tags is.
const NEARLY_ALL: f32 = 0.8;
/// A sign-up form below its label has less than this many characters.
const SIGN_UP: u32 = 400;
/// A row that shares has less than this many.
const ROW: u32 = 120;

/// The label and the elements after it that belong to its block.
pub(super) fn gather(
    page: &Page<'_>,
    label: &Label<'_>,
    category: Category,
    top: NodeId,
) -> Option<Vec<NodeId>> {
    let mut nodes = vec![top];
    let mut content = false;
    let longest = if category == Category::Comments { MOST_COMMENTS } else { LONGEST_RUN };
    for next in page.outline.following(top).take(longest) {
        // Bare text is the label's, whatever follows it.
        if nodes.last().is_some_and(|&n| page.outline.runs_on(n)) {
            break;
        }
        let blank = page.measure.is_blank(next);
        let signature = category == Category::Comments
            && nodes.last().is_some_and(|&n| is_comment(page, n))
            && page.measure.chars(next) <= BETWEEN;
        let listed = category == Category::Teaser && nodes.len() > 2 && is_alike(page, &nodes, next);
        let portrait = category == Category::AuthorBio && is_portrait(page, next);
        if !blank && !signature && !listed && !portrait && !continues(page, category, next) {
            break;
        }
        if has_other_label(page, label, category, next)
            || is_told(page, category, next)
            || (category == Category::AuthorBio && is_headed(page, next))
        {
            break;
        }
        nodes.push(next);
        content |= !blank && !portrait;
        if content && matches!(category, Category::AuthorBio | Category::Newsletter | Category::CommentForm) {
            break;
        }
    }
    while nodes.last().is_some_and(|&n| n != top && page.measure.is_blank(n)) {
        nodes.pop();
    }
    content.then_some(nodes)
}

/// Whether an element away from the article is nothing but a picture.
fn is_portrait(page: &Page<'_>, id: NodeId) -> bool {
    page.measure.chars(id) == 0 && page.measure.pictures(id) == 1 && !page.is_within(id)
}

/// Whether an element begins with the label of a block that no bio holds, even one that articles have too.
fn is_headed(page: &Page<'_>, id: NodeId) -> bool {
    let other = |c: Category| !go_together(Category::AuthorBio, c);
    page.signs.labels_in(page.outline, id).first().is_some_and(|l| {
        page.chars_before(id, l.node) == 0 && l.meanings.iter().all(|m| m.kind.category().is_some_and(other))
    })
}

/// Whether a platform's markup says that an element is a block of another kind.
fn is_told(page: &Page<'_>, category: Category, id: NodeId) -> bool {
    page.signs.rules[id].is_some_and(|rule| !go_together(category, rule.category))
}

/// Whether an element is one link, as the one before it: among titles some are short.
fn is_alike(page: &Page<'_>, nodes: &[NodeId], id: NodeId) -> bool {
    let one = |n: NodeId| page.measure.is_one_link(n) && page.targets.count(page.outline.whole(n), ON) == 1;
    nodes.last().is_some_and(|&before| one(before)) && one(id)
}

/// Whether an element after a label belongs to the block that the label heads.
fn continues(page: &Page<'_>, category: Category, id: NodeId) -> bool {
    let m = &page.measure;
    if page.outline.is(id, ALL_HEADINGS) && category != Category::Teaser {
        return false;
    }
    match category {
        Category::Teaser | Category::Sponsored => {
            (m.titles(id) > 0 && m.link_share(id) >= LINKED
                || m.chars(id) == 0 && is_shown_by_pictures(page, id)
                || page.signs.is_named(id, category)
                || is_story(page, id))
                && page.prose_in(id) == 0
        }
        Category::AuthorBio => m.prose(id) > 0 && m.chars(id) < LONGEST_BIO && !page.is_wrapper(id),
        Category::Comments => is_comment(page, id) || has_comment(page, id),
        Category::CommentForm => page.outline.any(page.outline.inside(id), TEXTAREA),
        Category::Newsletter => m.fields(id) > 0 && m.chars(id) < SIGN_UP,
        Category::Share => {
            m.links(id) > 1
                && m.chars(id) < ROW
                && m.prose(id) == 0
                && (page.sharers.among(page.outline, &[id]) > 0
                    || page.targets.count(page.outline.whole(id), NETWORK) > 0)
        }
        Category::PostNav | Category::Tags => m.link_share(id) > NEARLY_ALL,
        Category::Own => false,
    }
}
