//! Words about a person, without a label or a telling name: they begin with the author's name, or stand
//! beside the article with a picture, and lead to more about the author or present whoever speaks.

use alloc::string::String;

use crate::{
    attribute::REL,
    candidate::Candidate,
    category::Category,
    normal::{is_edge, normalise},
    outline::{
        NodeId,
        tag::{A, ALL_HEADINGS, FIGCAPTION, FIGURE, INLINE, TITLE},
    },
    page::{Page, Position},
    part::{BLANKS, contains, first_chars, parts, trimmed, words},
    table::List,
    targets::{AUTHOR, PROFILE},
    words::Kind,
};

/// Words about a person are so many characters.
const LENGTH: core::ops::RangeInclusive<u32> = 60..=800;
/// A line that says who the author is has so many at most.
const LONGEST_LINE: u32 = 500;
/// A name and what says who that is are so many characters.
const NAME_AND_WORD: usize = 30;
/// Lines are compared by so many of their first characters.
const COMPARED: usize = 80;
/// A name with a picture and a link has so many at least.
const LEAST_CARD: u32 = 10;
/// Below a label the author's name begins one of so many first lines, and whoever presents themselves does.
pub(crate) const FIRST_LINES: usize = 3;
/// Links in them, at most.
const MOST_LINKS: u32 = 5;

pub(super) fn find(page: &Page<'_>, id: NodeId) -> Option<Candidate> {
    let is_about = |id: NodeId| fits(page, id) && is_card(page, id);
    let is_inner = || page.outline.inside(id).any(is_about);
    let is = fits(page, id) && (is_signed(page, id) || (is_card(page, id) && !is_inner()));
    let is_line = introduces(page, id);
    (is || is_line || is_linked(page, id) && !page.outline.inside(id).any(|n| is_linked(page, n)))
        .then(|| Candidate::block(if is_line { id } else { pictured(page, id) }, Category::AuthorBio))
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

/// Whether words after or beside the article begin with the name of its author.
fn is_signed(page: &Page<'_>, id: NodeId) -> bool {
    page.position_of(id).is_clear() && bears_name(page, id)
}

/// Whether an element is one line that begins with an author's name and says who that is, where nothing before it
/// speaks of the author, and nothing of the text follows but more such lines: who writes hardly names themselves, and
/// who is written about is named. Beside a line that says who somebody else is, it is one of a list.
pub(crate) fn introduces(page: &Page<'_>, id: NodeId) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    let has_line = |&n: &NodeId| m.line_chars(n) > 0;
    let alone = |n: NodeId| bears_name(page, n) || !tells_who(page, n);
    // Most lines have more of the text behind them.
    let mut behind = page.article.prose.iter().rev().take_while(|&&n| n >= outline.node(id).end);
    (1..=LONGEST_LINE).contains(&m.chars(id))
        && page.position_of(id) != Position::Before
        && m.line_chars(id) == m.chars(id)
        && behind.all(|&n| bears_name(page, n))
        && tells_of_author(page, id)
        && (0..id).rfind(has_line).is_none_or(alone)
        && (outline.node(id).end..outline.len()).find(has_line).is_none_or(alone)
}

/// Whether a line begins with an author's name, of whom nothing before it speaks, and says who that is or where to
/// write to.
fn tells_of_author(page: &Page<'_>, id: NodeId) -> bool {
    let plain = begin(page.outline.text(id));
    let has_address = contains(&plain, "@");
    page.authors.iter().any(|author| {
        let asks =
            |words: &str| plain.strip_prefix(words).is_some_and(|rest| rest.starts_with(author.as_str()));
        let told = plain.strip_prefix(author.as_str()).is_some_and(|rest| says_who(page, rest));
        (told || has_address && page.words.lists(List::Contacts, &asks)) && !is_spoken_of(page, id, author)
    })
}

/// Whether a line soon says who somebody is.
fn tells_who(page: &Page<'_>, id: NodeId) -> bool {
    let first = normalise(first_chars(trimmed(page.outline.text(id)), NAME_AND_WORD));
    page.words.lists(List::Introductions, &|words| contains(&first, words))
}

/// Whether what follows a name says who that is.
fn says_who(page: &Page<'_>, rest: &str) -> bool {
    page.words.lists(List::Introductions, &|words| rest.starts_with(words))
}

/// Whether a line of the text, the title, a heading or a caption before an element has more than a name, and that
/// or a long part of it.
fn is_spoken_of(page: &Page<'_>, id: NodeId, author: &str) -> bool {
    let first = page.article.span().map_or(0, |(first, _)| first);
    let is_line = |n: NodeId| n >= first && page.measure.line_chars(n) > 0;
    (0..id).any(|n| {
        (page.outline.is(n, ALL_HEADINGS | FIGCAPTION | TITLE) || is_line(n)) && {
            let text = normalise(page.outline.text(n));
            let named = |part: &str| part.len() > 2 && words(&text, part).is_some();
            text != author && (contains(&text, author) || parts(author, BLANKS).any(named))
        }
    })
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
        && page.position_of(id).is_clear()
        && page.outline.inside(id).any(|n| leads_to_author(page, n))
}

/// Whether an element is a link to one of the article's authors that bears the name.
pub(crate) fn leads_to_author(page: &Page<'_>, id: NodeId) -> bool {
    // Below a picture it is the photographer's.
    let is_caption = |n: NodeId| page.outline.is(n, FIGURE | FIGCAPTION) || page.signs.said[n].picture;
    (page.outline.says(id, REL, "author") || page.targets.lead(id, AUTHOR | PROFILE))
        && !page.outline.upward(id).any(is_caption)
        && bears_name(page, id)
}

/// Whether an element begins with the name of one of the article's authors.
fn bears_name(page: &Page<'_>, id: NodeId) -> bool {
    names_author(&page.authors, page.outline.text(id))
}

/// The first words of a line, in the form that names are compared in.
pub(crate) fn begin(line: &str) -> String {
    normalise(first_chars(trimmed(line), COMPARED))
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
        && (page.targets.count(page.outline.inside(id), AUTHOR) > 0
            || greets(page, id)
            || page.outline.inside(id).any(is_about))
}

/// Whether one of the first lines of an element presents whoever speaks.
pub(crate) fn greets(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.lines(id).take(FIRST_LINES).any(|line| {
        let first = normalise(first_chars(line, NAME_AND_WORD));
        page.words.lists(List::Greetings, &|greeting| words(&first, greeting).is_some())
    })
}

/// Whether a text is a label of words about the author.
pub(crate) fn speaks_of_author(page: &Page<'_>, text: &str) -> bool {
    page.words.meanings(text).iter().any(|m| m.kind == Kind::AboutAuthor)
}
