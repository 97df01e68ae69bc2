//! What an article attaches below its text: its documents, the places it serves, the winners it announces.

use crate::{
    attribute::HREF,
    candidate::Candidate,
    category::Category,
    evidence::Kind,
    links::{is_in_part, stands_along},
    measure::Measure,
    normal::{is_edge, normalise},
    outline::{
        NodeId,
        tag::{ARTICLE, HEADINGS},
    },
    page::{Page, Position},
    part::contains,
    targets::{ELSEWHERE, FILE},
    verdict::Verdict,
};

/// A word that tells what a heading is about has so many bytes at least.
const TELLING: usize = 5;
/// A heading stands at most so many elements before its block.
const NEAR: usize = 40;

/// Whether a block is attached to the article, by where its links lead or by the words over it.
pub(super) fn is_attached(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    is_of_documents(page, candidate)
        || stands_below(page, candidate) && (leads_apart(page, verdict) || is_spoken_of(page, verdict))
}

/// Whether half the links of a block lead to files: documents, or a bulletin that the article is about.
fn is_of_documents(page: &Page<'_>, candidate: &Candidate) -> bool {
    let mut files = 0;
    let mut all = 0;
    for &node in &candidate.nodes {
        files += page.targets.count(page.outline.whole(node), FILE);
        all += page.targets.count(page.outline.whole(node), ELSEWHERE);
    }
    matches!(candidate.category, Category::Teaser | Category::Newsletter)
        && candidate.total(&page.measure, Measure::fields) == 0
        && files > 0
        && files * 2 >= all
}

/// Whether a block stands below the text, in the article's element or beside the text's.
fn stands_below(page: &Page<'_>, candidate: &Candidate) -> bool {
    let outline = page.outline;
    let text = page.article.container;
    let is_near =
        |n: NodeId| outline.holds(n, text) && (n == outline.node(text).parent || outline.is(n, ARTICLE));
    page.position(candidate.first(), candidate.end(page)) == Position::After
        && outline.upward(candidate.first()).any(is_near)
}

/// Whether a list that no name and no firm label tells leads to other parts of the site alone, none of it where the
/// article stands: to forms, conditions and offices.
fn leads_apart(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let along = |n| page.outline.attribute(n, HREF).is_some_and(|href| stands_along(href, page.address));
    candidate.category == Category::Teaser
        && !candidate.line
        && !verdict.is_named()
        && !verdict.has(|kind| matches!(kind, Kind::Label | Kind::Card))
        && is_in_part(page.address)
        && !(candidate.first()..candidate.end(page)).any(along)
}

/// Whether a list that nothing but its shape tells has a heading with a word of the article: the winners, the
/// candidates, the places that it speaks of.
fn is_spoken_of(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let listed = matches!(candidate.category, Category::Teaser | Category::Sponsored) && !verdict.is_told();
    let Some(heading) = heading_over(page, candidate.first()).filter(|_| listed) else { return false };
    let heading = normalise(page.outline.text(heading));
    let lines = page.article.headline.iter().chain(&page.article.prose);
    let tells = |line: &str| heading.split(is_edge).any(|word| word.len() >= TELLING && contains(line, word));
    lines.map(|&n| normalise(page.outline.text(n))).any(|line| tells(&line))
}

/// The heading that stands right before a block.
fn heading_over(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let outline = page.outline;
    let is = |&n: &NodeId| outline.is(n, HEADINGS) && page.measure.chars(n) > 0;
    let before = (id.saturating_sub(NEAR)..id).rfind(is)?;
    let apart = |n: NodeId| n >= outline.node(before).end && outline.own_chars(n) > 0;
    (!(before..id).any(apart)).then_some(before)
}
