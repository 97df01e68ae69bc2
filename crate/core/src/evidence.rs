//! What speaks for and against a candidate: independent kinds, each with one small function.

mod forms;
mod markup;
mod onward;
mod people;
mod place;

use alloc::{vec, vec::Vec};

use crate::{
    candidate::Candidate, category::Category, outline::NodeId, page::Page, report::Reason, rules::Rule,
};
use forms::{button, comment_field, email_field, share_links};
use onward::{cards, empty_mount, links, outbound};
use people::{author_link, bare, entries, microdata, portrait};

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
    Cards,
    Line,
    ShareLinks,
    CommentField,
    EmailField,
    Entries,
    Microdata,
    Portrait,
    AuthorLink,
    EmptyMount,
    After,
    Beside,
    Inside,
    Before,
    Above,
    Prose,
    Chrome,
    Outbound,
    Byline,
    Running,
    Bare,
    Pictures,
    Button,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What kind it is.
    pub kind: Kind,
    /// How strong, 0 to 1.
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
    pub rule: Option<&'static Rule>,
}

/// Gathers the evidence on a candidate.
pub fn weigh(page: &Page<'_>, candidate: Candidate) -> Weighed {
    let core = markup::core(page, candidate.first());
    let rule = markup::rule(page, &candidate, &core);
    let mut evidence = Vec::new();
    evidence.extend(rule.map(markup::markup));
    evidence.extend(markup::name(page, &candidate, &core));
    evidence.extend(markup::label(page, &candidate));
    evidence.extend(content(page, &candidate));
    evidence.extend(button(page, &candidate));
    evidence.push(place::position(page, &candidate));
    evidence.extend(place::prose(page, &candidate));
    evidence.extend(place::chrome(page, &candidate));
    evidence.extend(place::byline(page, &candidate));
    if !evidence.iter().any(|e| matches!(e.kind, Kind::Name | Kind::Rule | Kind::Platform)) {
        evidence.extend(place::running(page, &candidate));
    }
    evidence.extend(place::pictures(page, &candidate));
    Weighed { candidate, evidence, rule }
}

fn content(page: &Page<'_>, candidate: &Candidate) -> Vec<Evidence> {
    let found: Vec<Option<Evidence>> = match candidate.category {
        Category::Teaser if candidate.line => {
            vec![Some(Evidence::of(Kind::Line, Reason::new("links").with("count", 1).with("share", 100)))]
        }
        Category::Teaser | Category::Sponsored | Category::PostNav | Category::Tags => {
            vec![
                links(page, candidate),
                cards(page, candidate),
                outbound(page, candidate),
                empty_mount(page, candidate),
            ]
        }
        Category::Share => vec![share_links(page, candidate), empty_mount(page, candidate)],
        Category::Comments => {
            vec![
                entries(page, candidate),
                comment_field(page, candidate),
                microdata(page, candidate),
                empty_mount(page, candidate),
            ]
        }
        Category::CommentForm => vec![comment_field(page, candidate)],
        Category::Newsletter => vec![email_field(page, candidate)],
        Category::AuthorBio => {
            vec![
                portrait(page, candidate),
                author_link(page, candidate),
                microdata(page, candidate),
                bare(page, candidate),
            ]
        }
    };
    found.into_iter().flatten().collect()
}

fn sum(candidate: &Candidate, of: impl Fn(NodeId) -> u32) -> u32 {
    candidate.nodes.iter().map(|&n| of(n)).sum()
}

fn inside<'a>(page: &'a Page<'_>, candidate: &'a Candidate) -> impl Iterator<Item = NodeId> + 'a {
    candidate.nodes.iter().flat_map(|&n| n..page.outline.node(n).end)
}
