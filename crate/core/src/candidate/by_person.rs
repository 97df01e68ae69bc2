//! Words about a person, without a label or a telling name: they begin with the author's name, or stand
//! beside the article with a picture.

use alloc::string::String;

use crate::{
    attribute::REL,
    candidate::Candidate,
    category::Category,
    normal::{is_edge, normalise},
    outline::{
        NodeId,
        tag::{A, FIGCAPTION, FIGURE, INLINE},
    },
    page::{Page, Position},
    part::first_chars,
    targets::{AUTHOR, PROFILE},
    words::Kind,
};

/// Words about a person are so many characters.
const LENGTH: core::ops::RangeInclusive<u32> = 60..=800;
/// A name with a picture and a link has so many at least.
const LEAST_CARD: u32 = 10;
/// Links in them, at most.
const MOST_LINKS: u32 = 5;

pub(super) fn find(page: &Page<'_>, id: NodeId) -> Option<Candidate> {
    let is_about = |id: NodeId| fits(page, id) && is_card(page, id);
    let is_inner = || page.outline.inside(id).any(is_about);
    let is = fits(page, id) && (is_signed(page, id) || (is_card(page, id) && !is_inner()));
    (is || is_linked(page, id) && !page.outline.inside(id).any(|n| is_linked(page, n)))
        .then(|| Candidate::block(pictured(page, id), Category::AuthorBio))
}

/// The largest element that adds nothing but a picture to words about a person.
fn pictured(page: &Page<'_>, id: NodeId) -> NodeId {
    let m = &page.measure;
    let same = |n: &NodeId| {
        m.chars(*n) == m.chars(id) && m.pictures(*n) <= m.pictures(id) + 1 && !page.is_wrapper(*n)
    };
    page.outline.ancestors(id).take_while(same).last().unwrap_or(id)
}

fn fits(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    LENGTH.contains(&m.chars(id))
        && !page.outline.is(id, INLINE)
        && !page.outline.stands_in(id, FIGURE | FIGCAPTION)
        && !page.signs.chrome[id]
        && m.prose(id) > 0
        && m.fields(id) == 0
        && m.links(id) <= MOST_LINKS
}

fn is_placed(page: &Page<'_>, id: NodeId) -> bool {
    matches!(page.position_of(id), Position::After | Position::Beside)
}

/// Whether words after or beside the article begin with the name of its author.
fn is_signed(page: &Page<'_>, id: NodeId) -> bool {
    is_placed(page, id) && names_author(&page.authors, page.measure.first_line(id))
}

/// Whether an element after or beside the article is a picture with words and a link that bears the author's name.
fn is_linked(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    (1..=2).contains(&m.pictures(id))
        && (m.loose_pictures(id) == 0 || !page.is_within(id))
        && (LEAST_CARD..=*LENGTH.end()).contains(&m.chars(id))
        && m.fields(id) == 0
        && m.links(id) <= MOST_LINKS
        && !page.outline.is(id, INLINE)
        && is_placed(page, id)
        && page.outline.inside(id).any(|n| leads_to_author(page, n))
}

/// Whether an element is a link to one of the article's authors that bears the name.
pub(crate) fn leads_to_author(page: &Page<'_>, id: NodeId) -> bool {
    // Below a picture it is the photographer's.
    let is_caption = |n: NodeId| page.outline.is(n, FIGURE | FIGCAPTION) || page.signs.said[n].picture;
    (page.outline.says(id, REL, "author") || page.targets.lead(id, AUTHOR | PROFILE))
        && !page.outline.upward(id).any(is_caption)
        && names_author(&page.authors, page.measure.first_line(id))
}

/// The first words of a line, in the form that names are compared in.
pub(crate) fn begin(line: &str) -> String {
    normalise(first_chars(line, 80))
}

/// Whether a line begins with the name of one of the article's authors.
pub(crate) fn names_author(authors: &[String], line: &str) -> bool {
    let plain = begin(line);
    authors.iter().any(|author| {
        let rest = plain.strip_prefix(author.as_str());
        rest.is_some_and(|rest| rest.chars().next().is_none_or(|next| is_edge(next) && next != '\''))
    })
}

/// Whether an element beside the article is a picture with some words and a way to more about the author.
fn is_card(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let is_about = |n: NodeId| page.outline.is(n, A) && speaks_of_author(page, page.outline.text(n));
    page.position_of(id) == Position::Beside
        && (1..=2).contains(&m.pictures(id))
        && m.titles(id) <= 1
        && (page.targets.count(page.outline.inside(id), AUTHOR) > 0 || page.outline.inside(id).any(is_about))
}

/// Whether a text is a label of words about the author.
pub(crate) fn speaks_of_author(page: &Page<'_>, text: &str) -> bool {
    page.words.meanings(text).iter().any(|m| m.kind == Kind::AboutAuthor)
}
