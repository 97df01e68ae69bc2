//! The evidence summed up: does the block go?

use alloc::vec::Vec;

use crate::{
    evidence::{Kind, Weighed},
    order::places,
    report::Reason,
};

include!(concat!(env!("OUT_DIR"), "/weights.rs"));

/// A candidate with its verdict.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The block and its evidence.
    pub weighed: Weighed,
    /// Sum of the evidence by its weights.
    pub score: f32,
    /// Whether the sum reaches the category's threshold.
    pub goes: bool,
}

impl Verdict {
    /// Whether it is markup of a platform.
    pub fn is_ruled(&self) -> bool {
        self.has(&[Kind::Platform, Kind::Rule])
    }

    /// Whether its markup says what it is.
    pub fn is_named(&self) -> bool {
        self.is_ruled() || self.has(&[Kind::Name])
    }

    /// Whether its markup or its links say what it is.
    pub fn is_marked(&self) -> bool {
        self.is_named() || self.has(&[Kind::ShareLinks])
    }

    /// Whether its markup or its words say what it is, not its shape alone.
    pub fn is_told(&self) -> bool {
        self.is_marked() || self.has(&[Kind::Label, Kind::WeakLabel])
    }

    /// Whether what is in it says what it is, not its markup and its place alone.
    pub fn is_proven(&self) -> bool {
        use Kind::{
            Author, AuthorLink, Card, Cards, CommentField, EmailField, Entries, Invites, Label, Line, Links,
            Portrait, ShareLinks, Stories, WeakLabel,
        };
        self.has(&[
            Author,
            AuthorLink,
            Card,
            Cards,
            CommentField,
            EmailField,
            Entries,
            Invites,
            Label,
            Line,
            Links,
            Portrait,
            ShareLinks,
            Stories,
            WeakLabel,
        ])
    }

    /// Whether it has entries that nothing but their names and dates says to be comments.
    pub fn is_unsaid(&self) -> bool {
        self.has(&[Kind::Entries])
            && !self.is_ruled()
            && !self.has(&[Kind::Label, Kind::WeakLabel, Kind::CommentField])
    }

    /// Whether it is a line of the text that no firm label opens, or a single story in a platform's card.
    pub fn is_mere_line(&self) -> bool {
        let is_story = self.has(&[Kind::Rule]) && self.has(&[Kind::Card]);
        (self.weighed.candidate.line || is_story) && !self.has(&[Kind::Label])
    }

    /// Whether there are several comments, or a form for one, in it.
    pub fn is_thread(&self) -> bool {
        self.has(&[Kind::Entries, Kind::CommentField])
    }

    /// Whether it has evidence of one of these kinds.
    pub(crate) fn has(&self, kinds: &[Kind]) -> bool {
        self.weighed.evidence.iter().any(|e| kinds.contains(&e.kind))
    }

    /// What speaks for it, heaviest first.
    pub fn reasons(&self) -> Vec<Reason> {
        let category = self.weighed.candidate.category as usize;
        let (mut told, mut reasons) = (Vec::new(), Vec::new());
        for e in &self.weighed.evidence {
            let weight = Weights::OWN.of(e.kind, category) * e.strength;
            if let Some(reason) = &e.reason
                && weight > 0.0
            {
                told.push((weight, reason));
            }
        }
        let compare = |(a, one): (f32, &Reason), (b, other): (f32, &Reason)| {
            b.total_cmp(&a).then(one.key.cmp(other.key))
        };
        let order = places(told.len(), &|a, b| compare(told[a], told[b]));
        order.into_iter().for_each(|at| reasons.push(told[at].1.clone()));
        reasons
    }
}

/// What each kind of evidence weighs, and what a block needs, by category.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'w> {
    /// The weights of each kind in hundredths, by its number.
    pub kinds: &'w [[i16; 9]],
    /// The sums from which blocks go.
    pub thresholds: [f32; 9],
}

impl Weights<'static> {
    /// Those of `data/weights.toml`.
    pub const OWN: Self = Self { kinds: WEIGHTS, thresholds: THRESHOLDS };
}

impl Weights<'_> {
    fn of(&self, kind: Kind, category: usize) -> f32 {
        f32::from(self.kinds[kind as usize][category]) / 100.0
    }
}

/// Sums up the evidence on a candidate.
pub fn judge(weighed: Weighed, weights: &Weights<'_>) -> Verdict {
    let category = weighed.candidate.category as usize;
    let score: f32 = weighed.evidence.iter().map(|e| weights.of(e.kind, category) * e.strength).sum();
    // Sums of decimal weights miss the threshold by rounding alone.
    let goes = score >= weights.thresholds[category] - 1e-4;
    Verdict { weighed, score, goes }
}
