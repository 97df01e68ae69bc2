//! Words about a person, without a label or a telling name: they begin with the author's name, stand
//! beside the article with a picture, or begin with a name that stands over them.

use crate::{
    candidate::Candidate,
    category::Category,
    normal::{is_edge, lower, normalise},
    outline::{NodeId, is_inline},
    page::{Page, Position},
    part::{beginning, count_words, until},
};

/// Words about a person are so many characters.
const LENGTH: core::ops::RangeInclusive<u32> = 60..=800;
/// Links in them, at most.
const MOST_LINKS: u32 = 5;

pub(super) fn find(page: &Page<'_>, id: NodeId) -> Option<Candidate> {
    let is_about = |id: NodeId| fits(page, id) && (is_card(page, id) || is_namesake(page, id));
    let is_inner = || page.outline.inside(id).any(is_about);
    let is = fits(page, id) && (is_signed(page, id) || (is_about(id) && !is_inner()));
    is.then(|| Candidate::block(pictured(page, id), Category::AuthorBio))
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
        && !is_inline(&page.outline.node(id).tag)
        && !page.signs.chrome[id]
        && m.prose(id) > 0
        && m.fields(id) == 0
        && m.links(id) <= MOST_LINKS
}

/// Whether words after the article begin with the name of its author.
fn is_signed(page: &Page<'_>, id: NodeId) -> bool {
    page.position(id, page.outline.node(id).end) == Position::After && begins_with_author(page, id)
}

/// Whether the text of an element begins with the name of the article's author.
fn begins_with_author(page: &Page<'_>, id: NodeId) -> bool {
    names_author(page, page.measure.first_line(id))
}

/// Whether a line begins with the name of the article's author.
pub(crate) fn names_author(page: &Page<'_>, line: &str) -> bool {
    let begin = line.char_indices().nth(80).map_or(line, |(at, _)| beginning(line, at));
    let plain = normalise(begin);
    page.authors.iter().any(|author| {
        plain.strip_prefix(author.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(is_edge))
    })
}

/// Whether an element beside the article is a picture with some words and a way to more about the author.
fn is_card(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    page.position(id, page.outline.node(id).end) == Position::Beside
        && (1..=2).contains(&m.pictures(id))
        && m.titles(id) <= 1
        && page.outline.links_that(page.outline.inside(id), &|href| page.words.leads_to_author(href)) > 0
}

/// A name has at most this many characters.
const LONGEST_NAME: usize = 40;
/// It stands in one of so many first lines.
const FIRST_LINES: usize = 3;

/// Whether a name stands over a text that begins with it, after or beside the article, and nowhere
/// among the elements beside it: a list of people is the article's.
pub(crate) fn is_namesake(page: &Page<'_>, id: NodeId) -> bool {
    let placed = matches!(page.position(id, page.outline.node(id).end), Position::After | Position::Beside);
    let parent = page.outline.node(id).parent;
    placed && is_named(page, id) && page.outline.children(parent).filter(|&c| is_named(page, c)).count() < 2
}

fn is_named(page: &Page<'_>, id: NodeId) -> bool {
    let mut first = "";
    for (at, line) in page.outline.lines(id).enumerate() {
        if !first.is_empty() && line.len() > LONGEST_NAME && line.starts_with(first) {
            return true;
        }
        if at < FIRST_LINES && is_name(line) {
            first = until(line, b" ");
        }
    }
    false
}

/// Whether a line is built like a person's name: two to four words that begin with capitals.
fn is_name(line: &str) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(|c| lower(c) != c);
    (2..=4).contains(&count_words(line))
        && line.len() <= LONGEST_NAME
        && line.split_ascii_whitespace().all(capital)
        && !line.bytes().any(|b| b.is_ascii_digit() || b.is_ascii_punctuation() && !b"-.'".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_are_told_from_other_lines() {
        assert!(is_name("Ada Keel") && is_name("Jo B. O’Neill-Dam") && is_name("Åsa Ök"));
        assert!(!is_name("Ada") && !is_name("Ada keel") && !is_name("Top 5 Boats") && !is_name("A, B"));
    }
}
