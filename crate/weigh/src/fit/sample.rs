//! What can be learned from: candidates of labelled pages with their evidence, and what they hold.

use endmark_core::{Category, Looked, NodeId};

use crate::{
    fit::file::File,
    left::shared,
    pages::Labels,
    seen::{Amount, Elements, amount},
    subject::Subject,
};

/// A candidate is a label's when they share at least this part of all that is seen of either.
const SAME: f64 = 0.9;

/// What a candidate holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Truth {
    /// A labelled block of its category, of this number among the page's labels.
    Block(usize),
    /// A part of one.
    Part,
    /// Neither clutter nor article.
    Rest,
    /// Text or pictures of the article, as much as is damage.
    Article {
        /// Whether the plan would leave it anyway.
        guarded: bool,
    },
}

/// A candidate to learn from.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Number of its page.
    pub page: usize,
    /// Its category.
    pub category: Category,
    /// How strong each kind of evidence is on it, in the order of the file of weights.
    pub evidence: Vec<f64>,
    /// What it holds.
    pub truth: Truth,
}

/// The candidates of pages that are labelled articles.
pub fn gather(subjects: &[Subject], file: &File) -> Vec<Sample> {
    let of = |(page, subject): (usize, &Subject)| {
        let labels = subject.page.labels.as_ref().filter(|labels| labels.article);
        labels.map_or_else(Vec::new, |labels| Labelled::new(subject, labels).samples(page, file))
    };
    subjects.iter().enumerate().flat_map(of).collect()
}

struct Labelled<'a> {
    subject: &'a Subject,
    labels: Vec<(NodeId, Option<Category>)>,
    article: Elements,
    junk: Elements,
    whole: Amount,
}

impl<'a> Labelled<'a> {
    fn new(subject: &'a Subject, labels: &'a Labels) -> Self {
        let outline = &subject.surveyed.outline;
        let known = |name: &str| Category::ALL.into_iter().find(|c| c.name() == name);
        let found = subject.labelled(labels);
        let junk = Elements::below(outline, found.iter().map(|(n, _)| *n));
        let article = Elements::below(outline, subject.bodies(labels));
        let whole = amount(&subject.surveyed, 0, |n| article.hold(n) && !junk.hold(n));
        let labels = found.into_iter().map(|(n, label)| (n, known(&label.category))).collect();
        Self { subject, labels, article, junk, whole }
    }

    fn samples(&self, page: usize, file: &File) -> Vec<Sample> {
        let sample = |l: Looked| {
            let category = l.removal.block.category;
            let truth = self.truth(&l, category)?;
            Some(Sample { page, category, evidence: file.strengths(&l.evidence), truth })
        };
        self.subject.looked().into_iter().filter_map(sample).collect()
    }

    /// What elements hold; nothing where that teaches nothing: clutter of another category, clutter
    /// beside which there is more, and too little of the article to matter.
    fn truth(&self, looked: &Looked, category: Category) -> Option<Truth> {
        let nodes = &looked.removal.nodes;
        let outline = &self.subject.surveyed.outline;
        let is_own = |n: NodeId| self.article.hold(n) && !self.junk.hold(n);
        let lost = nodes
            .iter()
            .map(|&n| amount(&self.subject.surveyed, n, is_own))
            .fold(Amount::default(), |a, b| a + b);
        if crate::score::is_damage(lost, self.whole) {
            return Some(Truth::Article { guarded: !looked.spares_article });
        }
        let own = || self.labels.iter().enumerate().filter(|(_, (_, c))| *c == Some(category));
        let same = own().find(|(_, (label, _))| shared(&self.subject.surveyed, nodes, *label) >= SAME);
        if let Some((at, _)) = same {
            return Some(Truth::Block(at));
        }
        if own().any(|(_, (label, _))| nodes.iter().all(|&n| outline.holds(*label, n))) {
            return Some(Truth::Part);
        }
        let clutter = nodes.iter().any(|&n| (n..outline.node(n).end).any(|n| self.junk.hold(n)));
        (!clutter && lost.is_nothing()).then_some(Truth::Rest)
    }
}
