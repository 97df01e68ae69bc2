//! The front end over bytes on saved pages: what it takes off them, held against their labels, and whether
//! the pages that it makes are the pages that they were but for that.

use std::{collections::HashMap, io::Cursor};

use endmark_core::{
    Analysis, NodeId, Outline, Plan, Removal,
    attribute::{CLASS, ID},
};
use endmark_stream::{Cleaning, Fault, Wanted, clean};

use crate::{
    figures::{self, Part},
    score::{Score, measure},
    subject::Subject,
};

mod difference;
mod flight;

pub use difference::{differences, written};
pub use flight::Flight;

/// Elements looked ahead where two outlines differ.
const AHEAD: usize = 64;

/// How a page fared.
#[derive(Debug)]
pub struct Outcome {
    /// What went and what was lost; as of the page as it is where it was left untouched.
    pub score: Score,
    /// Why the page was left untouched.
    pub untouched: Option<String>,
    /// Blocks that stayed because they could not be cut out.
    pub uncut: Vec<Removal>,
    /// In which ways the result is not the page without what was to go.
    pub differs: Vec<String>,
    /// What would be marked of it while it comes in.
    pub flight: Flight,
}

/// Cleans a page's source.
pub fn outcome(subject: &Subject) -> Outcome {
    let source = subject.page.html.as_bytes();
    let wanted =
        Wanted { address: Some(subject.address.clone()), charset: Some("utf-8"), ..Wanted::default() };
    let nothing = || Analysis {
        purpose: endmark_core::Purpose::Other("page-untouched"),
        plan: Plan::default(),
        nearly: Vec::new(),
    };
    match clean(&mut Cursor::new(source), &wanted) {
        Ok(cleaning) => {
            let differs = differences(&subject.page.html, &cleaning);
            let flight = Flight::over(source, &cleaning);
            let mut analysis = Analysis { purpose: cleaning.purpose, ..nothing() };
            analysis.plan.removals = translated(&cleaning, &subject.surveyed.outline);
            let uncut = cleaning.cutting.left;
            Outcome { score: measure(subject, &analysis), untouched: None, uncut, differs, flight }
        }
        Err(fault) => {
            let differs = match fault {
                Fault::Untouched(_) => Vec::new(),
                Fault::Io(_) => vec![fault.to_string()],
            };
            let score = measure(subject, &nothing());
            let (untouched, flight) = (Some(fault.to_string()), Flight::default());
            Outcome { score, untouched, uncut: Vec::new(), differs, flight }
        }
    }
}

/// What is taken off, by the numbers of another outline of the same page.
fn translated(cleaning: &Cleaning, outline: &Outline) -> Vec<Removal> {
    let pairs = pairs(&cleaning.survey.outline, outline);
    let translate = |removal: &Removal| Removal {
        nodes: removal.nodes.iter().filter_map(|n| pairs.get(n).copied()).collect(),
        block: removal.block.clone(),
    };
    let removals = cleaning.cutting.taken.iter().map(translate);
    removals.filter(|removal| !removal.nodes.is_empty()).collect()
}

/// The elements of one outline in another of the same page, which scripts or a browser made a little different.
fn pairs(one: &Outline, other: &Outline) -> HashMap<NodeId, NodeId> {
    let same = |a: NodeId, b: NodeId| {
        a < one.len()
            && b < other.len()
            && one.node(a).tag == other.node(b).tag
            && [CLASS, ID].into_iter().all(|name| one.attribute(a, name) == other.attribute(b, name))
    };
    let (mut a, mut b, mut pairs) = (0, 0, HashMap::new());
    while a < one.len() && b < other.len() {
        if same(a, b) {
            pairs.insert(a, b);
            (a, b) = (a + 1, b + 1);
            continue;
        }
        let near = (1..AHEAD).flat_map(|sum| (0..=sum).map(move |skip| (skip, sum - skip)));
        let next = near.map(|(x, y)| (a + x, b + y)).find(|&(a, b)| same(a, b) && same(a + 1, b + 1));
        (a, b) = next.unwrap_or((a + 1, b + 1));
    }
    pairs
}

/// The figures of the front end over bytes beside those of the one in the page, and what is wrong with it.
pub fn lines(live: &[Score], outcomes: &[Outcome]) -> Vec<String> {
    let scores: Vec<&Score> = outcomes.iter().map(|outcome| &outcome.score).collect();
    let (page, bytes) = (figures::sum(live), figures::sum(scores));
    let mut lines = vec![format!("{:24}{:>14}{:>14}", "", "in the page", "over bytes")];
    for (category, part) in &page.gone {
        let own = bytes.gone.get(category).copied().unwrap_or_default();
        let told = |part: Part| format!("{} of {}", part.of, part.all);
        lines.push(format!("{category:24}{:>14}{:>14}", told(*part), told(own)));
    }
    let count = |names: &[String]| names.len();
    lines.push(format!("{:24}{:>14}{:>14}", "damaged pages", count(&page.damaged), count(&bytes.damaged)));
    lines.extend(bytes.damaged.iter().map(|id| format!("    {id}")));
    let whole = outcomes.iter().filter(|o| o.differs.is_empty()).count();
    lines.push(format!("{:24}{whole} of {}", "bytes and trees equal", outcomes.len()));
    let Flight { blocks, marked, released, unloaded } = outcomes.iter().map(|o| o.flight).sum();
    lines.push(format!("{:24}{marked} of {blocks}", "blocks with marks"));
    lines.push(format!("{:24}{released}", "marks taken back"));
    lines.push(format!("{:24}{unloaded}", "frames, images unloaded"));
    for Outcome { score, untouched, uncut, differs, .. } in outcomes {
        lines.extend(untouched.iter().map(|why| format!("    {} untouched: {why}", score.id)));
        lines.extend(differs.iter().map(|how| format!("    {} {how}", score.id)));
        let uncut = uncut.iter().map(|r| (r.block.category.name(), &r.block.path));
        lines.extend(uncut.map(|(category, path)| format!("    {} not cut: {category} {path}", score.id)));
    }
    lines
}
