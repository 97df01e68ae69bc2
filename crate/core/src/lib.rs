//! Finds what on a page is not the article.
//!
//! Pure: no page, no input or output, no clock. A front end surveys a page into an [`Outline`];
//! [`analyse`] gives the [`Plan`] of what to take off, with the reasons.

#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod address;
mod article;
pub mod attribute;
mod authors;
mod candidate;
mod cards;
mod category;
mod dates;
mod evidence;
mod extent;
pub mod filter;
mod hash;
pub mod language;
mod links;
mod measure;
mod names;
mod normal;
mod order;
pub mod outline;
pub mod pace;
mod page;
pub mod part;
pub mod plan;
mod purpose;
pub mod reading;
mod records;
pub mod report;
mod rules;
mod selector;
mod settings;
mod sharers;
mod sieve;
mod signs;
pub mod survey;
mod table;
mod targets;
mod titles;
mod verdict;
pub mod words;

pub use address::Address;
pub use category::Category;
pub use evidence::Kind;
pub use outline::{NodeId, Outline, OutlineBuilder};
pub use plan::{Plan, Removal};
pub use purpose::{Purpose, promises};
pub use rules::{Rule, Rules};
pub use settings::Settings;
pub use verdict::Weights;
pub use words::Words;

use alloc::{format, string::String, vec::Vec};

use pace::{Pace, at_once};
use page::Page;

/// What [`analyse`] finds.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// What kind of page it is.
    pub purpose: Purpose,
    /// What to take off; where the page is no article, only what the user's own rules take.
    pub plan: Plan,
    /// What was nearly taken, and what own rules would take with the article.
    pub nearly: Vec<report::Block>,
}

/// A candidate whose evidence reaches this share of what is needed is told as nearly taken.
const NEARLY: f32 = 0.7;

/// Finds what is to be taken off a page.
pub fn analyse(outline: &Outline, address: &Address, settings: &Settings, words: &Words) -> Analysis {
    analyse_by(outline, address, settings, words, &Weights::OWN)
}

/// The same by other weights, for those who fit them.
pub fn analyse_by(
    outline: &Outline,
    address: &Address,
    settings: &Settings,
    words: &Words,
    weights: &Weights<'_>,
) -> Analysis {
    at_once(async |pace| analyse_at(pace, outline, address, settings, words, weights).await)
}

/// The same with rests.
pub async fn analyse_at(
    pace: Pace<'_>,
    outline: &Outline,
    address: &Address,
    settings: &Settings,
    words: &Words,
    weights: &Weights<'_>,
) -> Analysis {
    let purpose = Purpose::Other("page-no-text");
    let mut analysis = Analysis { purpose, plan: Plan::default(), nearly: Vec::new() };
    if outline.is_empty() {
        return analysis;
    }
    let page = Page::of(pace, outline, address, words).await;
    analysis.purpose = purpose::recognise(&page);
    if analysis.purpose == Purpose::Article {
        let verdicts = verdicts(pace, &page, weights).await;
        analysis.plan = Plan::make(&page, &verdicts, settings);
        let goes =
            |id: NodeId| analysis.plan.removals.iter().any(|r| r.nodes.iter().any(|&n| outline.holds(n, id)));
        let stays = |v: &verdict::Verdict| !goes(v.weighed.candidate.first());
        let near = verdicts.iter().filter(|v| !v.goes && v.score >= NEARLY && stays(v));
        near.for_each(|v| analysis.nearly.push(report::describe(&page, v)));
    }
    if !outline.chosen().is_empty() {
        plan::own::add(&page, &mut analysis.plan, &mut analysis.nearly);
    }
    analysis
}

async fn verdicts(pace: Pace<'_>, page: &Page<'_>, weights: &Weights<'_>) -> Vec<verdict::Verdict> {
    let mut candidates = candidate::find(pace, page).await.into_iter();
    let (count, mut verdicts) = (candidates.len(), Vec::new());
    let mut judge = |_| {
        if let Some(candidate) = candidates.next() {
            verdicts.push(verdict::judge(evidence::weigh(page, candidate), weights));
        }
    };
    pace.steps(count, &mut judge).await;
    verdicts
}

/// A block that was looked at, for those who add rules and words.
#[derive(Debug, Clone)]
pub struct Looked {
    /// Its elements and what would be told of it.
    pub removal: Removal,
    /// Sum of its evidence; it goes from its category’s threshold on, or from a little less where a sure block is in it.
    pub score: f32,
    /// Every kind of evidence on it with its strength.
    pub evidence: Vec<(String, f32)>,
    /// Whether it leaves the article, so that the plan would not stop it.
    pub spares_article: bool,
}

/// Every block of a page that was looked at, with its evidence, whatever the page is for.
pub fn explain(outline: &Outline, address: &Address, words: &Words) -> Vec<Looked> {
    if outline.is_empty() {
        return Vec::new();
    }
    at_once(async |pace| look(pace, outline, address, words).await)
}

async fn look(pace: Pace<'_>, outline: &Outline, address: &Address, words: &Words) -> Vec<Looked> {
    let page = Page::of(pace, outline, address, words).await;
    let looked = |v: &verdict::Verdict| Looked {
        removal: Removal { nodes: v.weighed.candidate.nodes.clone(), block: report::describe(&page, v) },
        score: v.score,
        evidence: v.weighed.evidence.iter().map(|e| (format!("{:?}", e.kind), e.strength)).collect(),
        spares_article: plan::guard::spares_article(&page, v),
    };
    verdicts(pace, &page, &Weights::OWN).await.iter().map(looked).collect()
}
