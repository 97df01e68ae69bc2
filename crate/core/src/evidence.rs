//! What speaks for and against a candidate: independent kinds, each with one small function.

mod forms;
mod markup;
mod onward;
mod people;
mod place;

use alloc::vec::Vec;

use crate::{
    candidate::Candidate, category::Category, measure::Measure, page::Page, report::Reason, rules::Rule,
};
use forms::{button, comment_field, email_field, invites, row, share_links};
pub(crate) use markup::core;
pub(crate) use onward::leaving;
use onward::{card, cards, empty_mount, inbound, linkless, links, outbound, pictured, stories};
pub(crate) use people::is_sentence;
use people::{author, author_link, bare, entries, portrait, stranger};

/// A kind of evidence; `data/weights.toml` says what each means and weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Platform,
    Rule,
    Name,
    Label,
    WeakLabel,
    Links,
    Card,
    Cards,
    Stories,
    Line,
    ShareLinks,
    Row,
    CommentField,
    EmailField,
    Invites,
    Entries,
    Portrait,
    AuthorLink,
    Author,
    Stranger,
    EmptyMount,
    After,
    Beside,
    Inside,
    Before,
    Above,
    Prose,
    Chrome,
    Outbound,
    Inbound,
    Byline,
    Running,
    Bare,
    Button,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What kind it is.
    pub kind: Kind,
    /// How strong: 1 where the unit of its weight is there once.
    pub strength: f32,
    /// How it is told to the user; what speaks against is not told.
    pub reason: Option<Reason>,
}

impl Evidence {
    fn of(kind: Kind, reason: Reason) -> Self {
        Self { kind, strength: 1.0, reason: Some(reason) }
    }

    fn silent(kind: Kind, strength: f32) -> Self {
        Self { kind, strength, reason: None }
    }
}

/// A candidate with what speaks for and against it.
#[derive(Debug, Clone)]
pub struct Weighed {
    /// The block.
    pub candidate: Candidate,
    /// All evidence that was found.
    pub evidence: Vec<Evidence>,
    /// The rule that it meets, where there is one.
    pub rule: Option<Rule>,
}

/// One kind of evidence, where there is any of it.
type Sign = fn(&Page<'_>, &Candidate) -> Option<Evidence>;

/// What is looked for on blocks of every category.
const COMMON: [Sign; 5] = [button, place::position, place::prose, place::chrome, place::byline];

/// Gathers the evidence on a candidate.
pub fn weigh(page: &Page<'_>, candidate: Candidate) -> Weighed {
    let core = core(page, candidate.first());
    let rule = markup::rule(page, &candidate, &core);
    let mut evidence = Vec::new();
    evidence.extend(rule.map(|rule| markup::markup(page, rule)));
    evidence.extend(markup::name(page, &candidate, &core));
    let last: &[Sign] = if evidence.is_empty() { &[place::running] } else { &[] };
    let first: &[Sign] = &[markup::label];
    for signs in [first, content(&candidate), &COMMON, last] {
        for sign in signs {
            evidence.extend(sign(page, &candidate));
        }
    }
    Weighed { candidate, evidence, rule }
}

/// What is looked for in blocks of the candidate's category.
fn content(candidate: &Candidate) -> &'static [Sign] {
    match candidate.category {
        Category::Teaser if candidate.line => &[line],
        Category::Sponsored => &[links, cards, pictured, inbound, empty_mount],
        Category::Teaser | Category::PostNav | Category::Tags => {
            &[links, linkless, two_lines, stories, card, cards, outbound, empty_mount]
        }
        Category::Share => &[share_links, invites, row, empty_mount],
        Category::Comments => &[entries, comment_field, empty_mount],
        Category::CommentForm => &[comment_field, empty_mount],
        Category::Newsletter => &[email_field, invites, empty_mount],
        Category::AuthorBio => &[portrait, author, stranger, author_link, bare],
        Category::Own => &[],
    }
}

fn line(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    // The link may lie around the line.
    let count = candidate.total(page, Measure::links).max(1) as usize;
    Some(Evidence::of(Kind::Line, Reason::new("links").number("count", count).number("share", 100)))
}

/// A label on a line of its own, then a link or two.
fn two_lines(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let label = page.signs.labels.get(candidate.label?)?;
    let mut seen = candidate.nodes.iter().filter(|&&n| !page.measure.is_blank(n));
    let (first, second) = (*seen.next()?, *seen.next()?);
    let alone = first == label.node && page.measure.links(first) == 0 && seen.next().is_none();
    let linked = page.measure.link_share(second) > 0.95 && (1..=2).contains(&page.measure.titles(second));
    (alone && label.is_onward() && linked).then(|| line(page, candidate)).flatten()
}
