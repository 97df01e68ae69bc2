//! What a plan takes of a page's labelled clutter, and what of its article.

use endmark_core::{Analysis, Category, Looked, NodeId, Outline, Purpose, Removal, Settings, Weights};
use serde::Serialize;

use crate::{
    left::{self, Left},
    pages::{Label, Labels},
    place::{self, Place},
    platform::platform,
    seen::{Amount, Elements, amount, share},
    subject::Subject,
    told,
    truth::{self, Kept},
};

// A block counts as gone when at most this share of its characters and of its media is left.
const GONE: f64 = 0.1;
// A page counts as damaged when more than this share of its article, or this many characters, went.
const DAMAGE: f64 = 0.005;
const SENTENCE: usize = 80;
// A page of which fewer word runs of its ground truth are seen says nothing.
const ENOUGH: usize = 50;

/// How a page fared.
#[derive(Debug, Serialize)]
pub struct Score {
    /// Name of the page.
    pub id: String,
    /// Its language.
    pub language: String,
    /// What it was made with.
    pub platform: String,
    /// Whether it is an article.
    pub article: bool,
    /// What it was taken for, where it was taken for no article.
    pub purpose: Option<&'static str>,
    /// Its labelled blocks that can be seen.
    pub blocks: Vec<Block>,
    /// All that is taken off it.
    pub taken: Vec<Taken>,
    /// What is seen of the labelled article.
    pub body: Spared,
    /// What is seen of everything else.
    pub rest: Spared,
    /// What is seen of the article's text, where there are no labels.
    pub text: Option<Kept>,
    /// In which ways it is damaged.
    pub harm: Vec<&'static str>,
    /// Whether so little of the article is seen that nothing can be said.
    pub blank: bool,
}

/// An amount before and after.
#[derive(Debug, Default, Serialize)]
pub struct Spared {
    /// Without the plan.
    pub before: Amount,
    /// With it.
    pub after: Amount,
}

/// How a labelled block fared.
#[derive(Debug, Serialize)]
pub struct Block {
    /// The parser's number of its element.
    pub n: usize,
    /// What a person called it.
    pub category: String,
    /// Where it stands.
    pub place: Place,
    /// Its element and first words.
    pub told: String,
    /// The share of it that is left.
    pub left: f64,
    /// Whether hardly anything of it is left.
    pub gone: bool,
    /// The category under which it went; nothing where the block around it went too.
    pub taken_as: Option<Category>,
    /// Why it was left.
    pub why: Option<Left>,
}

/// One removal.
#[derive(Debug, Serialize)]
pub struct Taken {
    /// Its category, rule, place, reasons and first words.
    pub told: String,
    /// Characters and media of the article in it.
    pub article: Amount,
    /// Whether any labelled block stands in it or around it.
    pub labelled: bool,
}

/// Measures the core on a page, by weights.
pub fn score(subject: &Subject, weights: &Weights<'_>) -> Score {
    let Subject { address, surveyed, words, .. } = subject;
    let analysis = endmark_core::analyse_by(&surveyed.outline, address, &Settings::default(), words, weights);
    measure(subject, &analysis)
}

/// Measures what is taken off a page, whoever found it.
pub fn measure(subject: &Subject, analysis: &Analysis) -> Score {
    let page = &subject.page;
    let mut score = Score {
        id: page.id.clone(),
        language: page.meta.lang.clone().unwrap_or_else(|| "unknown".to_owned()),
        platform: platform(&subject.surveyed.outline),
        article: page.labels.as_ref().map(|l| l.article).or(page.meta.article).unwrap_or(true),
        purpose: match analysis.purpose {
            Purpose::Article => None,
            Purpose::Other(why) => Some(why),
        },
        blocks: Vec::new(),
        taken: Vec::new(),
        body: Spared::default(),
        rest: Spared::default(),
        text: None,
        harm: Vec::new(),
        blank: false,
    };
    match (&page.labels, &page.body) {
        (Some(labels), _) => Labelled::new(subject, labels, analysis).fill(&mut score),
        (None, Some(body)) => fill_by_text(&mut score, subject, body, analysis),
        (None, None) => {}
    }
    score
}

/// A labelled page with what is taken off it.
struct Labelled<'a> {
    subject: &'a Subject,
    analysis: &'a Analysis,
    labels: Vec<(NodeId, &'a Label)>,
    bodies: Vec<NodeId>,
    junk: Elements,
    taken: Elements,
}

impl<'a> Labelled<'a> {
    fn new(subject: &'a Subject, labels: &'a Labels, analysis: &'a Analysis) -> Self {
        let outline = &subject.surveyed.outline;
        let found = subject.labelled(labels);
        Self {
            subject,
            analysis,
            bodies: subject.bodies(labels),
            junk: Elements::below(outline, found.iter().map(|(n, _)| *n)),
            taken: Elements::taken(outline, &analysis.plan.removals),
            labels: found,
        }
    }

    fn outline(&self) -> &'a Outline {
        &self.subject.surveyed.outline
    }

    fn spared(&self, root: NodeId, counts: impl Fn(NodeId) -> bool) -> Spared {
        let surveyed = &self.subject.surveyed;
        let before = amount(surveyed, root, &counts);
        Spared { before, after: amount(surveyed, root, |n| counts(n) && !self.taken.hold(n)) }
    }

    fn fill(&self, score: &mut Score) {
        let outline = self.outline();
        let article = |n: NodeId| !self.junk.hold(n);
        for &body in &self.bodies {
            let Spared { before, after } = self.spared(body, article);
            score.body = Spared { before: score.body.before + before, after: score.body.after + after };
        }
        let known = Elements::below(outline, self.bodies.iter().copied()).and(&self.junk);
        let page = outline.nodes().find(|(_, node)| &*node.tag == "body");
        score.rest = page.map(|(n, _)| self.spared(n, |n| !known.hold(n))).unwrap_or_default();
        score.blank = score.body.before.chars == 0;
        score.harm = harm(&score.body, loses_headline(self.subject, &self.taken));
        score.blocks = self.blocks();
        let in_article = Elements::below(outline, self.bodies.iter().copied());
        score.taken = self.analysis.plan.removals.iter().map(|r| self.describe(r, &in_article)).collect();
    }

    fn blocks(&self) -> Vec<Block> {
        let outline = self.outline();
        let looked = self.subject.looked();
        let article = Elements::below(outline, self.bodies.iter().copied());
        let lines: Vec<NodeId> = place::lines(&self.subject.surveyed, &article);
        let lines: Vec<NodeId> = lines.into_iter().filter(|&n| !self.junk.hold(n)).collect();
        let block = |(node, label): &(NodeId, &Label)| self.block(*node, label, &lines, &looked);
        self.labels.iter().filter_map(block).collect()
    }

    /// How a block fared; `None` where it cannot be seen without a plan either.
    fn block(&self, node: NodeId, label: &Label, lines: &[NodeId], looked: &[Looked]) -> Option<Block> {
        let surveyed = &self.subject.surveyed;
        let Spared { before, after } = self.spared(node, |_| true);
        if before.is_nothing() && !surveyed.sights[node].shown {
            return None;
        }
        let left = match before.is_nothing() {
            true => f64::from(u8::from(!self.taken.hold(node))),
            false => before.share(after),
        };
        let gone = left <= GONE;
        Some(Block {
            n: label.n,
            category: label.category.clone(),
            place: place::place(surveyed, node, lines, &self.bodies),
            told: told::label(self.outline(), node, label),
            left,
            gone,
            taken_as: if gone { self.taken_as(node) } else { None },
            why: (!gone).then(|| left::why(surveyed, self.analysis, looked, node, label)).flatten(),
        })
    }

    /// The category of the removal that takes most of a block; nothing where that removal takes a
    /// labelled block around it too, by which it is judged.
    fn taken_as(&self, node: NodeId) -> Option<Category> {
        let outline = self.outline();
        let size = |r: &Removal| {
            let of = |n: NodeId| n.max(node)..outline.node(n).end.min(outline.node(node).end);
            r.nodes.iter().map(|&n| of(n).len()).sum::<usize>()
        };
        let most = self.analysis.plan.removals.iter().filter(|r| size(r) > 0).max_by_key(|r| size(r))?;
        let holds = |outer: NodeId| most.nodes.iter().any(|&n| outline.holds(n, outer));
        let around = |outer: NodeId| outer != node && outline.holds(outer, node);
        let nested = self.labels.iter().any(|&(outer, _)| around(outer) && holds(outer));
        (!nested).then_some(most.block.category)
    }

    fn describe(&self, removal: &Removal, article: &Elements) -> Taken {
        let outline = self.outline();
        let lost = |n: NodeId| article.hold(n) && !self.junk.hold(n);
        let of = |&n: &NodeId| amount(&self.subject.surveyed, n, lost);
        let meets = |&n: &NodeId| {
            self.labels.iter().any(|&(label, _)| outline.holds(n, label) || outline.holds(label, n))
        };
        Taken {
            told: told::removal(outline, removal),
            article: removal.nodes.iter().map(of).fold(Amount::default(), |a, b| a + b),
            labelled: removal.nodes.iter().any(meets),
        }
    }
}

/// Whether so much of an article is too much.
pub fn is_damage(lost: Amount, whole: Amount) -> bool {
    damage(lost, whole).contains(&true)
}

fn damage(lost: Amount, whole: Amount) -> [bool; 3] {
    [share(lost.chars, whole.chars) > DAMAGE, lost.chars > SENTENCE, lost.media > 0]
}

fn harm(body: &Spared, headline: bool) -> Vec<&'static str> {
    let media = body.before.media - body.after.media;
    let lost = Amount { chars: body.before.chars - body.after.chars, media };
    let [share, sentence, media] = damage(lost, body.before);
    let ways = [("share", share), ("sentence", sentence), ("media", media), ("headline", headline)];
    ways.into_iter().filter(|(_, done)| *done).map(|(way, _)| way).collect()
}

/// Whether a first-level heading that is seen is taken off.
fn loses_headline(subject: &Subject, taken: &Elements) -> bool {
    let outline = &subject.surveyed.outline;
    let headline = |n: NodeId| {
        &*outline.node(n).tag == "h1"
            && subject.surveyed.sights[n].shown
            && !outline.text(n).trim().is_empty()
    };
    (0..outline.len()).any(|n| taken.hold(n) && headline(n))
}

fn fill_by_text(score: &mut Score, subject: &Subject, body: &str, analysis: &Analysis) {
    let outline = &subject.surveyed.outline;
    let taken = Elements::taken(outline, &analysis.plan.removals);
    let kept = truth::compare(body, &subject.page.clutter, &subject.surveyed, &taken);
    score.blank = kept.runs < ENOUGH;
    let ways =
        [("share", share(kept.lost, kept.runs) > DAMAGE), ("headline", loses_headline(subject, &taken))];
    score.harm = ways.into_iter().filter(|(_, done)| *done).map(|(way, _)| way).collect();
    score.taken = analysis
        .plan
        .removals
        .iter()
        .map(|removal| {
            let alone = truth::compare(
                body,
                &subject.page.clutter,
                &subject.surveyed,
                &Elements::taken(outline, [removal]),
            );
            let article = Amount { chars: alone.lost, media: 0 };
            Taken { told: told::removal(outline, removal), article, labelled: false }
        })
        .collect();
    score.text = Some(kept);
}
