//! What an article attaches below its text: its documents, the places it serves, the winners it announces.

use crate::{
    attribute::HREF,
    candidate::Candidate,
    category::Category,
    evidence::Kind,
    extent::widen,
    links::{is_front, is_in_part},
    measure::Measure,
    normal::normalise,
    outline::{
        NodeId,
        tag::{ARTICLE, HEADINGS},
    },
    page::{Page, Position},
    part::{contains, first_chars, parts},
    targets::{ALONG, ELSEWHERE, FILE, ON},
    verdict::Verdict,
};

/// A word that tells what a heading is about has more letters than so many.
const TELLING: usize = 4;
/// A heading stands at most so many elements before its block.
const NEAR: usize = 40;

/// Whether a block is attached to the article, by where its links lead or by the words over it.
pub(super) fn is_attached(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    is_of_documents(page, candidate)
        || stands_below(page, candidate)
            && (leads_apart(page, verdict) || is_spoken_of(page, verdict) || is_asked_for(page, verdict))
}

/// Whether half the links of a block lead to files: documents, or a bulletin that the article is about.
fn is_of_documents(page: &Page<'_>, candidate: &Candidate) -> bool {
    let within = || candidate.whole(page);
    let files = page.targets.count(within(), FILE);
    matches!(candidate.category, Category::Teaser | Category::Newsletter)
        && files > 0
        && files * 2 >= page.targets.count(within(), ELSEWHERE)
        && candidate.total(page, Measure::fields) == 0
}

/// Whether a block stands below the text, in the article's element or beside the text's.
fn stands_below(page: &Page<'_>, candidate: &Candidate) -> bool {
    let outline = page.outline;
    let text = page.article.container;
    let is_near =
        |n: NodeId| outline.holds(n, text) && (n == outline.node(text).parent || outline.is(n, ARTICLE));
    candidate.position(page) == Position::After && outline.upward(candidate.first()).any(is_near)
}

/// Whether a list that no name and no firm label tells leads to other parts of the site alone, none of it where the
/// article stands: to forms, conditions and offices.
fn leads_apart(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let count = |to| page.targets.count(candidate.whole(page), to);
    candidate.category == Category::Teaser
        && !candidate.line
        && !verdict.is_named()
        && !verdict.has(&[Kind::Label, Kind::Card])
        && is_in_part(page.address)
        && count(ALONG) == 0
        && count(ON) > 0
}

/// Whether a list that nothing but its shape tells has a heading with a word of the article: the winners, the
/// candidates, the places that it speaks of.
fn is_spoken_of(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let listed = matches!(candidate.category, Category::Teaser | Category::Sponsored) && !verdict.is_told();
    let heading = heading_over(page, candidate.first()).filter(|_| listed);
    heading.is_some_and(|heading| {
        speaks_of(page.normal_text(), page.outline.text(heading)) && !names_site(page, heading)
    })
}

/// Whether a heading leads to the site's first page: it has the site's name.
fn names_site(page: &Page<'_>, heading: NodeId) -> bool {
    let is_front = |n| page.outline.attribute(n, HREF).is_some_and(is_front);
    page.outline.inside(heading).any(|n| page.targets.lead(n, ON) && is_front(n))
}

/// Whether a form without a word of a newsletter begins with a word of the headline: to reserve, to sign.
fn is_asked_for(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let asks = candidate.category == Category::Newsletter && !verdict.has(&[Kind::Invites]);
    let Some(headline) = page.article.headline.filter(|_| asks) else { return false };
    let line = page.measure.first_line(widen(page, candidate).first());
    speaks_of(&normalise(page.outline.text(headline)), line)
}

/// Whether a telling word of a line stands in a text.
fn speaks_of(text: &str, line: &str) -> bool {
    parts(&normalise(line), b" ").any(|word| first_chars(word, TELLING) != word && contains(text, word))
}

/// The heading that stands right before a block.
fn heading_over(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let mut at = id;
    while at > 0 && id - at < NEAR {
        at -= 1;
        if page.outline.own_chars(at) > 0 {
            // Words in a heading may stand in an element of their own; a heading that is followed by words heads those.
            let apart = |n: NodeId| page.outline.own_chars(page.outline.node(n).parent) == 0;
            return page.outline.upward(at).find(|&n| page.outline.is(n, HEADINGS) && apart(n));
        }
    }
    None
}
