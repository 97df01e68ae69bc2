//! Words by readers and about authors.

use core::ops::RangeInclusive;

use super::{Evidence, Kind};
use crate::{
    attribute::REL,
    candidate::{
        Candidate,
        by_person::{
            FIRST_LINES, begin, greets, introduces, leads_to_author, names_author, speaks_of_author,
        },
        in_sentence,
    },
    category::Category,
    measure::Measure,
    normal::{lower, normalise},
    outline::{
        NodeId,
        tag::{A, TIME},
    },
    page::{Page, Position, is_called_comment},
    part::{BLANKS, contains, ends_in, parts, until, words},
    report::Reason,
    targets::{AUTHOR, ELSEWHERE, PART, PROFILE},
};

/// Less than this share of a comment is links.
const LINKED: f32 = 0.3;
/// Words about a person are so many characters, with all that stands there.
const LENGTH: RangeInclusive<u32> = 40..=1500;
/// They have at most so many links: the foot of a site has more.
const MOST_LINKS: u32 = 20;
/// A byline leads to its author, and to one who wrote it too.
const BYLINE_LINKS: u32 = 2;
/// Who the article is about speaks against words about the author more than somebody else.
const SUBJECT: f32 = 2.0;
/// A line that says who the author is speaks for it more than a name.
const INTRODUCED: f32 = 2.0;
/// Parts of a name have so many bytes at least.
const SHORTEST_NAME: usize = 3;
/// An article names who it is about in so many paragraphs at least.
const SPOKEN_OF: usize = 2;
/// Between a standfirst and the text a name is a byline more surely than below the text.
const BETWEEN: f32 = 1.5;

/// Parts named or shaped as comments: two at least.
pub(super) fn entries(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let first = candidate.first();
    let named = |n: NodeId| n != first && is_called_comment(&page.signs, n);
    let told = candidate.whole(page).filter(|&n| named(n)).count();
    let shaped = || candidate.whole(page).map(|n| dated_children(page, n)).max().unwrap_or(0);
    let count = if told >= 2 { told } else { shaped() };
    (count >= 2).then(|| Evidence::of(Kind::Entries, Reason::new("dates").number("count", count)))
}

/// Children of one shape that have a date and words that are no links.
pub(super) fn dated_children(page: &Page<'_>, id: NodeId) -> usize {
    let outline = page.outline;
    let dated = |c: NodeId| page.measure.link_share(c) < LINKED && outline.any(outline.whole(c), TIME);
    outline.alike(id, &dated)
}

/// Some words about a person: a picture or profile links, and a short text of prose.
pub(super) fn portrait(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let m = &page.measure;
    let (chars, prose) = (candidate.total(page, Measure::chars), candidate.total(page, Measure::prose));
    let pictures = candidate.total(page, Measure::pictures);
    let profiles = page.targets.count(candidate.whole(page), PROFILE);
    let linked: f32 = candidate.nodes.iter().map(|&n| m.link_share(n) * m.chars(n) as f32).sum();
    let mostly_text = linked * 2.0 < chars as f32;
    let words: usize = candidate.nodes.iter().map(|&n| parts(page.outline.text(n), BLANKS).count()).sum();
    let fits = LENGTH.contains(&chars)
        && prose > 0
        && (pictures > 0 || profiles > 0)
        && pictures <= 3
        && candidate.total(page, Measure::links) <= MOST_LINKS
        && mostly_text;
    fits.then(|| Evidence::of(Kind::Portrait, Reason::new("portrait").number("words", words)))
}

pub(super) fn author_link(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let outline = page.outline;
    let is_author = |n: NodeId| {
        outline.says(n, REL, "author")
            || page.targets.lead(n, AUTHOR | PROFILE)
            || outline.is(n, A) && speaks_of_author(page, outline.text(n))
    };
    candidate.whole(page).find(|&n| is_author(n)).map(|_| Evidence::silent(Kind::AuthorLink, 1.0))
}

/// It begins with the name of the article's author; below the text also after its label, or in it, or in a link to
/// the author.
pub(super) fn author(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let placed = candidate.position(page).is_clear();
    let label = candidate.label.and_then(|l| page.signs.labels.get(l)).filter(|_| placed);
    let text = label.filter(|_| candidate.nodes.len() == 1).map(|l| normalise(l.text)).unwrap_or_default();
    let lines = if label.is_some() { FIRST_LINES } else { 1 };
    let introduced = introduces(page, candidate.first());
    let told = introduced
        || placed && candidate.whole(page).any(|n| leads_to_author(page, n))
        || page.authors.iter().any(|author| contains(&text, author))
        || page.outline.lines(candidate.first()).take(lines).any(|line| names_author(&page.authors, line));
    let strength = if introduced { INTRODUCED } else { 1.0 };
    if told {
        Some(Evidence { strength, ..Evidence::of(Kind::Author, Reason::new("author")) })
    } else {
        presents(page, candidate).then(|| Evidence::silent(Kind::Author, 1.0))
    }
}

/// It is about somebody, and says none of the names that the page gives as its authors'.
pub(super) fn stranger(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let says = |&n: &NodeId| {
        page.outline.lines(n).take(FIRST_LINES).any(|line| {
            let text = begin(line);
            let named = |part: &str| part.len() > 2 && contains(&text, part);
            page.authors.iter().any(|author| parts(author, BLANKS).any(named))
        })
    };
    let signed = || candidate.nodes.iter().any(says);
    if presents(page, candidate) || introduces(page, candidate.first()) {
        None
    } else if is_credit(page, candidate) || is_notice(page, candidate) {
        Some(Evidence::silent(Kind::Stranger, SUBJECT))
    } else if signed() {
        None
    } else if is_subject(page, candidate) {
        Some(Evidence::silent(Kind::Stranger, SUBJECT))
    } else if page.authors.is_empty() {
        None
    } else {
        Some(Evidence::silent(Kind::Stranger, 1.0))
    }
}

/// Whether it stands outside the text, and whoever it is about speaks.
fn presents(page: &Page<'_>, candidate: &Candidate) -> bool {
    candidate.position(page).is_clear() && candidate.nodes.iter().any(|&n| greets(page, n))
}

/// Whether the article speaks of whom the candidate begins with, by the second part of the name: those who wrote it
/// hardly name themselves.
fn is_subject(page: &Page<'_>, candidate: &Candidate) -> bool {
    let Some(last) = name_in(page.measure.first_line(candidate.first())) else { return false };
    let mut times = 0;
    for &line in &page.article.prose {
        let own = candidate.whole(page).contains(&line);
        times += usize::from(!own && words(page.outline.text(line), last).is_some());
    }
    times >= SPOKEN_OF
}

/// Whether a line names others too who had a part in the article, with links to them.
fn is_credit(page: &Page<'_>, candidate: &Candidate) -> bool {
    candidate.whole(page).any(|n| {
        let text = page.outline.text(n);
        page.targets.lead(n, AUTHOR | PROFILE)
            && in_sentence(page, n)
            && name_in(text).is_some()
            && !names_author(&page.authors, text)
    })
}

/// Whether it leads to the article itself, as the notice does of who holds which rights in it.
fn is_notice(page: &Page<'_>, candidate: &Candidate) -> bool {
    !page.signs.is_named(candidate.first(), Category::AuthorBio)
        && candidate.whole(page).any(|n| page.targets.lead(n, PART) && page.targets.lead(n, ELSEWHERE))
}

/// The second part of the name that a text begins with.
fn name_in(text: &str) -> Option<&str> {
    let mut names = parts(text, b" ,:;.");
    let is_name =
        |word: &&str| word.len() >= SHORTEST_NAME && word.chars().next().is_some_and(|c| lower(c) != c);
    names.next().filter(is_name)?;
    names.next().filter(is_name)
}

/// No text about a person: a name alone is a byline, and so is a name with a date or after a label. A sentence is
/// text, however short; so is a picture of a person, or several ways to follow one.
pub(super) fn bare(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let sentence =
        || candidate.nodes.iter().any(|&n| is_sentence(page, n)) || introduces(page, candidate.first());
    let inside = candidate.position(page) == Position::Inside;
    // What is empty below the text a script fills, hardly with a byline.
    let filled = inside || candidate.total(page, Measure::chars) > 0;
    let words = candidate.total(page, Measure::prose) == 0 && filled;
    let shown = |n: NodeId| page.measure.pictures(n) > 0 || page.measure.links(n) > BYLINE_LINKS;
    let told = |n: NodeId| {
        let text = page.outline.text(n);
        until(text, b":0123456789") != text || contains(text, "：")
    };
    let card = !inside && candidate.nodes.iter().all(|&n| shown(n) && !told(n));
    (words && !card && !sentence()).then(|| Evidence::silent(Kind::Bare, if inside { BETWEEN } else { 1.0 }))
}

/// Whether a text ends as a sentence does.
pub(crate) fn is_sentence(page: &Page<'_>, id: NodeId) -> bool {
    ends_in(page.outline.text(id), ".。।")
}
