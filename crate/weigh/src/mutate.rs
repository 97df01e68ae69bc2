//! The guard put to the test: pages are made worse by chance, and nothing of the article may go.

pub mod changes;
pub mod dice;
mod guise;
pub mod known;
pub mod tree;

use std::collections::HashSet;

use endmark_core::{Address, NodeId, Settings, Words, analyse};
use scraper::{Html, Node};

use crate::{
    survey::{NodeKey, survey_document},
    told,
};
use dice::Dice;
use tree::{Known, Tree};

/// Words of one run.
const RUN: usize = 4;
/// So many pages in a hundred are changed in more than one way.
const COMBINED: usize = 30;

/// A page that is to be made worse.
#[derive(Debug)]
pub struct Original {
    /// Its name.
    pub id: String,
    /// Where it stands.
    pub address: Address,
    /// Its source, parsed.
    pub document: Html,
    /// What is known of it.
    pub known: Known,
}

/// A page made worse, and how it fared.
#[derive(Debug)]
pub struct Outcome {
    /// Name of the page.
    pub id: String,
    /// What was done to it.
    pub changes: Vec<&'static str>,
    /// Its source.
    pub html: String,
    /// Runs of the article's words that were seen.
    pub seen: usize,
    /// Those that are not seen any more.
    pub lost: Vec<String>,
    /// The removals that hold them, described.
    pub harm: Vec<String>,
}

/// Makes `count` pages worse, each by its own throw of the dice, and looks what the core takes off them. How
/// the dice fall for a page does not depend on the others.
pub fn mutate(originals: &[Original], seed: u64, count: usize) -> impl Iterator<Item = Outcome> {
    (0..count).filter_map(move |throw| {
        let pages = originals.len().max(1);
        let original = originals.get(throw % pages)?;
        Some(outcome(
            original,
            &mut Dice::new(seed, number(&original.id).wrapping_add((throw / pages) as u64)),
        ))
    })
}

/// A number that stands for a name (FNV-1a).
fn number(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |number, byte| (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn outcome(original: &Original, dice: &mut Dice) -> Outcome {
    let mut tree = Tree::of(&original.document, &original.known);
    let ways = if dice.falls(COMBINED) { 2 + dice.below(2) } else { 1 };
    let mut changes = Vec::new();
    // A way that does not fit the page is drawn again.
    for _ in 0..10 {
        let Some((name, change)) = dice.pick(changes::ALL) else { break };
        if changes.len() < ways && change(&mut tree, dice).is_some() {
            changes.push(*name);
        }
    }
    let html = tree.write();
    let document = Html::parse_document(&html);
    let (surveyed, by_key) = survey_document(&document);
    let analysis = analyse(&surveyed.outline, &original.address, &Settings::default(), &Words::all());
    let texts = texts(&document, &by_key);
    let held = |nodes: &[NodeId], n: NodeId| nodes.iter().any(|&r| surveyed.outline.holds(r, n));
    let removals = &analysis.plan.removals;
    let before = runs_of(texts.iter().map(|(_, t)| t.as_str()));
    let kept = |n: NodeId| !removals.iter().any(|r| held(&r.nodes, n));
    let after = runs_of(texts.iter().filter(|(n, _)| kept(*n)).map(|(_, t)| t.as_str()));
    let said = |of_article| tree.pieces(of_article).into_iter().flat_map(|piece| runs(&piece));
    // Words that other parts of the page say too may go with these.
    let elsewhere: HashSet<String> = said(false).collect();
    let truth: HashSet<String> =
        said(true).filter(|run| before.contains(run) && !elsewhere.contains(run)).collect();
    let mut lost: Vec<String> = truth.difference(&after).cloned().collect();
    lost.sort_unstable();
    let holds = |r: &&endmark_core::Removal| {
        let own = runs_of(texts.iter().filter(|(n, _)| held(&r.nodes, *n)).map(|(_, t)| t.as_str()));
        lost.iter().any(|run| own.contains(run))
    };
    let harm = removals.iter().filter(holds).map(|r| told::removal(&surveyed.outline, r)).collect();
    Outcome { id: original.id.clone(), changes, html, seen: truth.len(), lost, harm }
}

/// The texts of a page that are read, with the element that each stands in.
pub(crate) fn texts(
    document: &Html,
    by_key: &std::collections::HashMap<NodeKey, NodeId>,
) -> Vec<(NodeId, String)> {
    let read = |node: ego_tree::NodeRef<'_, Node>| {
        let Node::Text(text) = node.value() else { return None };
        let parent = node.parent()?;
        let skipped = node
            .ancestors()
            .filter_map(|a| a.value().as_element())
            .any(|e| endmark_core::survey::SKIPPED.binary_search(&e.name()).is_ok() || e.name() == "title");
        (!skipped).then(|| Some((*by_key.get(&parent.id())?, text.to_string())))?
    };
    document.root_element().descendants().filter_map(read).collect()
}

fn runs_of<'t>(texts: impl Iterator<Item = &'t str>) -> HashSet<String> {
    runs(&texts.collect::<Vec<_>>().join(" ")).into_iter().collect()
}

fn runs(text: &str) -> Vec<String> {
    words(text).windows(RUN).map(|w| w.join(" ")).collect()
}

pub(crate) fn words(text: &str) -> Vec<String> {
    let wide = |c: char| matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{9fff}');
    let mut spaced = String::new();
    for c in text.to_lowercase().chars() {
        if wide(c) { spaced.extend([' ', c, ' ']) } else { spaced.push(c) }
    }
    spaced.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
