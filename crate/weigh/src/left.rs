//! Why a labelled block was left.

use std::fmt::{Display, Formatter, Result};

use endmark_core::{Analysis, Category, Looked, NodeId, Purpose, Settings, Weights};
use serde::Serialize;

use crate::{
    pages::Label,
    seen::{Amount, Elements, amount, share},
    survey::Surveyed,
};

/// A candidate is a block's when they share at least this part of the larger one.
const SAME: f64 = 0.5;
/// A candidate that shares less with a block has nothing to do with it.
const LITTLE: f64 = 0.05;

/// What stood in the way of a block's removal.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case", tag = "because")]
pub enum Left {
    /// The page was taken for no article.
    NotArticle {
        /// What for.
        purpose: &'static str,
    },
    /// Blocks of its category stay unless the user says otherwise.
    NotWanted,
    /// Only parts of it go.
    Small {
        /// What the parts are taken for.
        taken: Vec<Category>,
        /// The best of the candidates that are about as large as the block.
        best: Option<Best>,
    },
    /// Nothing that is about as large was looked at.
    NoCandidate {
        /// What was looked at and shares something with it.
        nearest: Option<Best>,
    },
    /// A candidate has not evidence enough.
    Below(Best),
    /// A candidate would go, and the plan leaves it.
    Guarded(Best),
}

/// A candidate that came nearest.
#[derive(Debug, Clone, Serialize)]
pub struct Best {
    /// Its category.
    pub category: Category,
    /// Sum of its evidence.
    pub score: f32,
    /// What it needs.
    pub needs: f32,
    /// Its evidence.
    pub evidence: Vec<(String, f32)>,
    /// Where it stands.
    pub path: String,
    /// What it shares with the block, of the larger of both.
    pub shared: f64,
}

impl Left {
    /// In one word or two, to count by.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotArticle { .. } => "page taken for no article",
            Self::NotWanted => "category not taken unless asked for",
            Self::Small { .. } => "extent too small",
            Self::NoCandidate { .. } => "no candidate",
            Self::Below(_) => "below threshold",
            Self::Guarded(_) => "stopped by the guard",
        }
    }
}

impl Display for Left {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.name())?;
        match self {
            Self::NotArticle { purpose } => write!(f, ": {purpose}"),
            Self::Small { taken, best } => {
                let taken: Vec<&str> = taken.iter().map(|c| c.name()).collect();
                write!(f, ": goes in part as {}", taken.join(", "))?;
                best.iter().try_for_each(|best| write!(f, "; whole: {best}"))
            }
            Self::Below(best) | Self::Guarded(best) => write!(f, ": {best}"),
            Self::NoCandidate { nearest } => {
                nearest.iter().try_for_each(|best| write!(f, "; nearest: {best}"))
            }
            Self::NotWanted => Ok(()),
        }
    }
}

impl Display for Best {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let evidence: Vec<String> = self.evidence.iter().map(|(kind, s)| format!("{kind} {s:.1}")).collect();
        write!(
            f,
            "{:.2} of {:.2} {} {} ({:.0} % shared): {}",
            self.score,
            self.needs,
            self.category.name(),
            self.path,
            100.0 * self.shared,
            evidence.join(", ")
        )
    }
}

/// Sums of decimal weights miss the threshold by rounding alone.
const ROUNDING: f32 = 1e-4;

fn reaches(score: f32, category: Category) -> bool {
    score >= Weights::OWN.thresholds[category as usize] - ROUNDING
}

/// Why a block was left; nothing where it is of a category that Endmark does not know.
pub fn why(
    page: &Surveyed,
    analysis: &Analysis,
    looked: &[Looked],
    block: NodeId,
    label: &Label,
) -> Option<Left> {
    let category = Category::ALL.into_iter().find(|c| c.name() == label.category)?;
    if let Purpose::Other(purpose) = analysis.purpose {
        return Some(Left::NotArticle { purpose });
    }
    if !Settings::default().takes(category) {
        return Some(Left::NotWanted);
    }
    let outline = &page.outline;
    let inside = |nodes: &[NodeId]| nodes.iter().any(|&n| outline.holds(block, n) && n != block);
    let parts = analysis.plan.removals.iter().filter(|r| inside(&r.nodes));
    let taken: Vec<Category> = parts.map(|r| r.block.category).collect();
    let best = |least| best(page, looked, block, category, least);
    Some(match best(SAME) {
        best if !taken.is_empty() => Left::Small { taken, best },
        None => Left::NoCandidate { nearest: best(LITTLE) },
        Some(best) if reaches(best.score, best.category) => Left::Guarded(best),
        Some(best) => Left::Below(best),
    })
}

/// The candidate that shares enough with a block and comes nearest to going, those of its category first.
fn best(page: &Surveyed, looked: &[Looked], block: NodeId, category: Category, least: f64) -> Option<Best> {
    let near = looked.iter().filter_map(|l| {
        let shared = shared(page, &l.removal.nodes, block);
        (shared >= least).then_some((l, shared))
    });
    let rank =
        |l: &Looked| (reaches(l.score, l.removal.block.category), l.removal.block.category == category);
    let (looked, shared) =
        near.max_by(|(a, _), (b, _)| rank(a).cmp(&rank(b)).then(a.score.total_cmp(&b.score)))?;
    Some(Best {
        category: looked.removal.block.category,
        score: looked.score,
        needs: Weights::OWN.thresholds[looked.removal.block.category as usize],
        evidence: looked.evidence.clone(),
        path: looked.removal.block.path.clone(),
        shared,
    })
}

/// What elements and a block share, of all that is seen of either; of elements where nothing is seen.
pub fn shared(page: &Surveyed, nodes: &[NodeId], block: NodeId) -> f64 {
    let outline = &page.outline;
    let apart = |&n: &NodeId| !outline.holds(n, block) && !outline.holds(block, n);
    if nodes.iter().all(apart) {
        return 0.0;
    }
    let (one, other) = (Elements::below(outline, nodes.iter().copied()), Elements::below(outline, [block]));
    let weigh = |counts: &dyn Fn(NodeId) -> bool| {
        let Amount { chars, media } = amount(page, 0, counts);
        if chars > 0 { chars } else { media }
    };
    let both = one.clone().and(&other);
    let whole = weigh(&|n| both.hold(n));
    if whole == 0 {
        let count = |counts: &dyn Fn(NodeId) -> bool| (0..outline.len()).filter(|&n| counts(n)).count();
        return share(count(&|n| one.hold(n) && other.hold(n)), count(&|n| both.hold(n)));
    }
    share(weigh(&|n| one.hold(n) && other.hold(n)), whole)
}
