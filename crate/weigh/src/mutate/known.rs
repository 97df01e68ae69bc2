//! What is known of a saved page: its clutter and its article's texts.

use std::collections::{HashMap, HashSet};

use endmark_core::{Address, NodeId, Settings, Words, analyse, outline::tag::is_inline};
use scraper::{Html, Node};

use super::{Original, tree::Known, words};
use crate::{
    pages::{Labels, Page},
    survey::{NodeKey, survey_document},
};

/// A page with what its labels or its text say; nothing where there is neither.
pub fn original(page: &Page, address: Address) -> Option<Original> {
    let document = Html::parse_document(&page.html);
    let taken = taken(&document, &address);
    let mut known = match (&page.labels, &page.body) {
        (Some(labels), _) if labels.article => by_labels(&document, labels),
        (None, Some(body)) => Known { article: by_text(&document, body), junk: taken.clone() },
        _ => return None,
    };
    spare(&mut known, &document, &taken);
    (!known.article.is_empty()).then(|| Original { id: page.id.clone(), address, document, known })
}

/// A page of which the elements that hold its article are known.
pub fn described(id: String, address: Address, document: Html, body: &[NodeKey]) -> Original {
    let junk = taken(&document, &address);
    let mut known = Known { article: texts_below(&document, body, &[]), junk: junk.clone() };
    spare(&mut known, &document, &junk);
    Original { id, address, document, known }
}

/// What a page loses as it is counts elsewhere.
fn spare(known: &mut Known, document: &Html, taken: &[NodeKey]) {
    let lost = texts_below(document, taken, &[]);
    known.article.retain(|text| !lost.contains(text));
}

fn by_labels(document: &Html, labels: &Labels) -> Known {
    let mut order: Vec<NodeKey> =
        document.tree.nodes().filter(|n| n.value().is_element()).map(|n| n.id()).collect();
    order.sort_unstable();
    let key = |n: usize| order.get(n).copied();
    let junk: Vec<NodeKey> = labels.junk.iter().filter_map(|l| key(l.n)).collect();
    let body: Vec<NodeKey> = labels.body.iter().filter_map(|&n| key(n)).collect();
    Known { article: texts_below(document, &body, &junk), junk }
}

/// The texts below some elements and below none of others.
pub fn texts_below(document: &Html, body: &[NodeKey], junk: &[NodeKey]) -> HashSet<NodeKey> {
    let is = |n: &ego_tree::NodeRef<'_, Node>| {
        let above: Vec<NodeKey> = n.ancestors().map(|a| a.id()).collect();
        n.value().is_text()
            && above.iter().any(|a| body.contains(a))
            && !above.iter().any(|a| junk.contains(a))
    };
    document.tree.nodes().filter(is).map(|n| n.id()).collect()
}

/// The elements that the core takes off a page as it is.
fn taken(document: &Html, address: &Address) -> Vec<NodeKey> {
    let (surveyed, by_key) = survey_document(document);
    let by_node: HashMap<NodeId, NodeKey> = by_key.iter().map(|(key, id)| (*id, *key)).collect();
    let plan = analyse(&surveyed.outline, address, &Settings::default(), &Words::all()).plan;
    plan.removals.iter().flat_map(|r| &r.nodes).filter_map(|n| by_node.get(n).copied()).collect()
}

/// Where only the article's text is known, its lines are found by their words.
fn by_text(document: &Html, body: &str) -> HashSet<NodeKey> {
    let truth = format!(" {} ", words(body).join(" "));
    let mut lines: HashMap<NodeKey, Vec<(NodeKey, String)>> = HashMap::new();
    for node in document.tree.nodes() {
        let Node::Text(text) = node.value() else { continue };
        let block = node.ancestors().find(|a| a.value().as_element().is_some_and(|e| !is_inline(e.name())));
        if let Some(block) = block {
            lines.entry(block.id()).or_default().push((node.id(), text.to_string()));
        }
    }
    let is_truth = |line: &Vec<(NodeKey, String)>| {
        let text: Vec<&str> = line.iter().map(|(_, t)| t.as_str()).collect();
        let said = words(&text.concat());
        said.len() >= super::RUN && truth.contains(&format!(" {} ", said.join(" ")))
    };
    lines.into_values().filter(is_truth).flatten().map(|(key, _)| key).collect()
}
