//! What a plan takes of the labelled clutter, and what of the article.

use std::collections::{BTreeMap, HashSet};

use endmark_core::{Analysis, Looked, NodeId, Outline, Removal};

use crate::{
    pages::{Label, Labels, Page},
    survey::Surveyed,
};

// A block counts as gone when at most this share of its characters and of its media is left.
const GONE: f64 = 0.1;
// A page counts as damaged when more than this share of its article, or this many characters, went.
const DAMAGE: f64 = 0.005;
const SENTENCE: usize = 80;
// Word runs this long are looked for in ground-truth text.
const RUN: usize = 4;
const MEDIA: &[&str] =
    &["img", "picture", "video", "audio", "iframe", "canvas", "input", "textarea", "button"];

/// How a page fared.
#[derive(Debug, Default)]
pub struct Score {
    /// By category: blocks gone, blocks.
    pub gone: BTreeMap<String, (usize, usize)>,
    /// Labelled blocks that were left, described.
    pub left: Vec<String>,
    /// Removals that no label speaks of, described.
    pub unlabelled: Vec<String>,
    /// What is lost of the article, described; empty where nothing is.
    pub harm: Vec<String>,
    /// Whether what is lost counts as damage.
    pub damaged: bool,
}

struct Gone<'a> {
    outline: &'a Outline,
    nodes: HashSet<NodeId>,
}

impl<'a> Gone<'a> {
    fn of(outline: &'a Outline, removals: &[Removal]) -> Self {
        let nodes = removals.iter().flat_map(|r| &r.nodes).flat_map(|&n| n..outline.node(n).end).collect();
        Self { outline, nodes }
    }

    fn chars(&self, root: NodeId, except: &HashSet<NodeId>) -> (usize, usize) {
        self.count(root, except, |o, n| if o.node(n).tag.as_ref() == "script" { 0 } else { o.own_chars(n) })
    }

    fn media(&self, root: NodeId, except: &HashSet<NodeId>) -> (usize, usize) {
        self.count(root, except, |o, n| {
            let hidden = o.attribute(n, "type") == Some("hidden");
            usize::from(MEDIA.contains(&o.node(n).tag.as_ref()) && !hidden)
        })
    }

    fn count(
        &self,
        root: NodeId,
        except: &HashSet<NodeId>,
        of: impl Fn(&Outline, NodeId) -> usize,
    ) -> (usize, usize) {
        let all = (root..self.outline.node(root).end).filter(|n| !except.contains(n));
        all.fold((0, 0), |(gone, sum), n| {
            let amount = of(self.outline, n);
            (gone + if self.nodes.contains(&n) { amount } else { 0 }, sum + amount)
        })
    }
}

/// Compares what was found with what a page's labels or its ground-truth text say.
pub fn score(page: &Page, surveyed: &Surveyed, analysis: &Analysis, looked: &[Looked]) -> Score {
    let gone = Gone::of(&surveyed.outline, &analysis.plan.removals);
    let mut score = Score::default();
    match (&page.labels, &page.body) {
        (Some(labels), _) => score_labels(&mut score, labels, surveyed, analysis, looked, &gone),
        (None, Some(body)) => score_text(&mut score, body, &surveyed.outline, analysis, &gone),
        (None, None) => {}
    }
    score
}

fn score_labels(
    score: &mut Score,
    labels: &Labels,
    surveyed: &Surveyed,
    analysis: &Analysis,
    looked: &[Looked],
    gone: &Gone<'_>,
) {
    let outline = &surveyed.outline;
    let node_of = |n: usize| surveyed.by_order.get(&n).copied();
    let mut junk = HashSet::new();
    for label in &labels.junk {
        let Some(node) = node_of(label.n) else { continue };
        junk.extend(node..outline.node(node).end);
        let taken = is_gone(gone, node);
        let entry = score.gone.entry(label.category.clone()).or_default();
        entry.0 += usize::from(taken);
        entry.1 += 1;
        if !taken {
            score.left.push(describe_label(outline, node, label));
            score.left.extend(looked_at(outline, node, looked));
        }
    }
    let body: Vec<NodeId> = labels.body.iter().filter_map(|&n| node_of(n)).collect();
    let in_body: HashSet<NodeId> = body.iter().flat_map(|&b| b..outline.node(b).end).collect();
    let (lost, all) = body.iter().map(|&b| gone.chars(b, &junk)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    let media: usize = body.iter().map(|&b| gone.media(b, &junk).0).sum();
    let headline =
        outline.nodes().any(|(n, node)| &*node.tag == "h1" && gone.nodes.contains(&n) && !junk.contains(&n));
    score.damaged = lost as f64 > DAMAGE * all as f64 || lost > SENTENCE || media > 0 || headline;
    for removal in &analysis.plan.removals {
        let cells = || removal.nodes.iter().flat_map(|&n| n..outline.node(n).end);
        if cells().any(|n| in_body.contains(&n) && !junk.contains(&n) && weight(outline, n) > 0) {
            score.harm.push(describe(outline, removal));
        } else if !cells().any(|n| junk.contains(&n)) {
            score.unlabelled.push(describe(outline, removal));
        }
    }
}

fn weight(outline: &Outline, n: NodeId) -> usize {
    outline.own_chars(n) + usize::from(MEDIA.contains(&&*outline.node(n).tag))
}

fn is_gone(gone: &Gone<'_>, node: NodeId) -> bool {
    let none = HashSet::new();
    let left = |(gone, all): (usize, usize)| if all == 0 { 0.0 } else { 1.0 - gone as f64 / all as f64 };
    let (chars, media) = (gone.chars(node, &none), gone.media(node, &none));
    if chars.1 + media.1 == 0 {
        return gone.nodes.contains(&node);
    }
    left(chars).max(left(media)) <= GONE
}

fn score_text(score: &mut Score, body: &str, outline: &Outline, analysis: &Analysis, gone: &Gone<'_>) {
    let mut kept = String::new();
    for (n, node) in outline.nodes() {
        if !gone.nodes.contains(&n) && outline.own_chars(n) > 0 && &*node.tag != "script" {
            kept.push_str(&own_text(outline, n));
            kept.push(' ');
        }
    }
    let truth = runs(body);
    let there: HashSet<String> = runs(outline.text(0)).into_iter().collect();
    let present: Vec<&String> = truth.iter().filter(|r| there.contains(*r)).collect();
    for removal in &analysis.plan.removals {
        let text: String = removal.nodes.iter().map(|&n| outline.text(n)).collect::<Vec<_>>().join(" ");
        let of: HashSet<String> = runs(&text).into_iter().collect();
        let hits = present.iter().filter(|r| of.contains(**r)).count();
        if hits > 0 {
            score.harm.push(format!("{hits} runs {}", describe(outline, removal)));
            score.damaged |= hits as f64 > DAMAGE * present.len() as f64;
        } else {
            score.unlabelled.push(describe(outline, removal));
        }
    }
}

fn own_text(outline: &Outline, n: NodeId) -> String {
    outline.text(n).to_owned()
}

fn runs(text: &str) -> Vec<String> {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    words.windows(RUN).map(|w| w.join(" ")).collect()
}

fn describe(outline: &Outline, removal: &Removal) -> String {
    let reasons: Vec<String> = removal
        .block
        .reasons
        .iter()
        .map(|r| format!("{}{:?}", r.key, r.params.iter().map(|(_, v)| v).collect::<Vec<_>>()))
        .collect();
    let text = removal.nodes.first().map_or("", |&n| outline.text(n));
    format!(
        "{} [{}] {} | {} | {}",
        removal.block.category.name(),
        removal.block.rule,
        removal.block.path,
        reasons.join(" "),
        squeeze(text, 120)
    )
}

fn describe_label(outline: &Outline, node: NodeId, label: &Label) -> String {
    let tag = &outline.node(node).tag;
    let class = outline.attribute(node, "class").unwrap_or_default();
    let id = outline.attribute(node, "id").unwrap_or_default();
    let odd = if **tag == *label.tag { "" } else { " (LABEL ON ANOTHER TAG)" };
    format!(
        "{} #{} <{tag} id={id} class={}>{odd} {}",
        label.category,
        label.n,
        squeeze(class, 80),
        squeeze(&label.text, 100)
    )
}

/// The blocks that were looked at nearest to a labelled one, best first.
fn looked_at(outline: &Outline, node: NodeId, looked: &[Looked]) -> Vec<String> {
    let near = |l: &&Looked| {
        l.removal.nodes.iter().any(|&n| {
            let big = outline.text(n).len() > 3 * outline.text(node).len() + 200;
            outline.holds(node, n) || (outline.holds(n, node) && !big)
        })
    };
    let mut near: Vec<&Looked> = looked.iter().filter(near).collect();
    near.sort_by(|a, b| b.score.total_cmp(&a.score));
    let told = |l: &&Looked| {
        let evidence: Vec<String> = l.evidence.iter().map(|(k, s)| format!("{k} {s:.1}")).collect();
        format!(
            "        {:.2} {} {} : {}",
            l.score,
            l.removal.block.category.name(),
            l.removal.block.path,
            evidence.join(", ")
        )
    };
    near.iter().take(3).map(told).collect()
}

fn squeeze(text: &str, most: usize) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect()
}
