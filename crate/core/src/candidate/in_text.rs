//! Lines of the text that send the reader on: a label, then a link to another article, or its title by itself; and lists
//! of titles at its end, with their heading.

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    category::Category,
    outline::{
        NodeId,
        tag::{A, HEADINGS, INLINE},
    },
    page::Page,
    part::trimmed,
    table::List,
    targets::{AWAY, OFF, PART},
    titles::around,
    words::Kind,
};

/// At least this share of a line that a sign opens is links.
const POINTED: f32 = 0.45;
/// At least this share of one that a label opens is.
const LABELLED: f32 = 0.5;
/// Such a line has at most so many links.
const MOST_LINKS: u32 = 3;
/// Such a line has at most this many characters.
const LONGEST_LINE: u32 = 260;
/// Links of at most this many turn pages.
const NUMBERS: u32 = 14;

pub(super) fn find(page: &Page<'_>, id: NodeId) -> Option<Candidate> {
    let is_title = page.titles.contains(&id);
    let heading = || around(page, id).0.filter(|&n| is_title && page.outline.is(n, HEADINGS));
    let line = || {
        let mut nodes = Vec::new();
        nodes.extend(heading());
        nodes.push(whole(page, id));
        Candidate { nodes, category: Category::Teaser, label: None, line: true }
    };
    (!page.outline.is(id, INLINE) && (is_title || is_line(page, id))).then(line)
}

/// The element that has nothing but the line; pictures in the link that holds it are the line's.
fn whole(page: &Page<'_>, id: NodeId) -> NodeId {
    let m = &page.measure;
    let link = page.outline.ancestors(id).find(|&n| page.outline.is(n, A));
    let from = link.filter(|&link| m.chars(link) == m.chars(id)).unwrap_or(id);
    let same = |n: &NodeId| {
        m.chars(*n) == m.chars(from) && !page.is_wrapper(*n) && m.pictures(*n) == m.pictures(from)
    };
    page.outline.ancestors(from).take_while(same).last().unwrap_or(from)
}

fn is_line(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let chars = m.chars(id);
    let linked = m.link_share(id);
    if chars == 0
        || chars > LONGEST_LINE
        || linked == 0.0
        || m.links(id) > MOST_LINKS
        || m.line_chars(id) != chars
    {
        return false;
    }
    if page.targets.count(page.outline.inside(id), PART | AWAY) > 0 {
        return false;
    }
    let opened = opener(page, id).is_some_and(|label| label.len() < trimmed(page.outline.text(id)).len());
    (linked >= LABELLED && opened) || (linked >= POINTED && points(page, id))
}

/// The words before a colon or bar.
fn before_sign(line: &str) -> Option<&str> {
    let (at, _) = line.char_indices().find(|(_, c)| matches!(c, ':' | '：' | '|' | '»' | '→'))?;
    line.get(..at).map(str::trim)
}

/// Whether a line begins with a sign that points on, such as an arrow, and stays on the site.
pub(crate) fn points(page: &Page<'_>, id: NodeId) -> bool {
    let line = trimmed(page.outline.text(id));
    page.targets.count(page.outline.whole(id), OFF) == 0
        && page.measure.link_chars(id) > NUMBERS
        && page.words.lists(List::Pointers, &|sign| line.starts_with(sign))
}

/// What a line begins with: the words before a colon, or its first inline element.
pub(crate) fn opener<'a>(page: &Page<'a>, id: NodeId) -> Option<&'a str> {
    let line = trimmed(page.outline.text(id));
    let colon = before_sign(line);
    let m = &page.measure;
    // A label that is all that is linked leads on in the text itself.
    let elements = page.outline.inside(id).filter(|&n| m.chars(n) > 0 && m.link_chars(n) < m.link_chars(id));
    let mut first =
        elements.take_while(|&n| page.chars_before(id, n) == 0).map(|n| trimmed(page.outline.text(n)));
    let sends = |label: &&str| sends_on(page, label);
    colon.filter(sends).or_else(|| first.find(sends))
}

/// Whether a label sends the reader on to another article.
fn sends_on(page: &Page<'_>, label: &str) -> bool {
    page.words.fixed_meanings(label).iter().any(|m| matches!(m.kind, Kind::Onward | Kind::ReadMore))
}
