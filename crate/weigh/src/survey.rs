//! The survey of a saved page: parsed as a browser does, scripts on, none run.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use endmark_core::{NodeId, Outline, OutlineBuilder, survey::SKIPPED};
use scraper::{Html, Node};

/// What a parsed document knows an element by.
pub type NodeKey = ego_tree::NodeId;

/// A surveyed page, with the parser's number of each element.
#[derive(Debug)]
pub struct Surveyed {
    /// The page's outline.
    pub outline: Outline,
    /// Outline number by the order in which the parser added the element.
    pub by_order: HashMap<usize, NodeId>,
}

/// Surveys a page's source.
pub fn survey(html: &str) -> Surveyed {
    survey_document(&Html::parse_document(html)).0
}

/// Surveys a parsed page; gives the outline number of each element too.
pub fn survey_document(document: &Html) -> (Surveyed, HashMap<NodeKey, NodeId>) {
    let mut order: Vec<_> =
        document.tree.nodes().filter(|n| n.value().is_element()).map(|n| n.id()).collect();
    order.sort_unstable();
    let order: HashMap<_, _> = order.into_iter().enumerate().map(|(at, id)| (id, at)).collect();
    let mut builder = OutlineBuilder::new();
    let (mut by_order, mut by_key) = (HashMap::new(), HashMap::new());
    let mut skipped = 0usize;
    for edge in document.root_element().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if skipped == 0 => {
                    let id = builder.open(element.name());
                    by_order.insert(order[&node.id()], id);
                    by_key.insert(node.id(), id);
                    for (name, value) in element.attrs() {
                        builder.attribute(name, value);
                    }
                    skipped = usize::from(is_skipped(element));
                }
                Node::Element(_) => skipped += 1,
                Node::Text(text) if skipped == 0 => builder.text(text),
                _ => {}
            },
            Edge::Close(node) if node.value().is_element() => {
                if skipped <= 1 {
                    builder.close();
                    skipped = 0;
                } else {
                    skipped -= 1;
                }
            }
            Edge::Close(_) => {}
        }
    }
    (Surveyed { outline: builder.finish(), by_order }, by_key)
}

fn is_skipped(element: &scraper::node::Element) -> bool {
    let data = element.name() == "script" && element.attr("type") == Some("application/ld+json");
    SKIPPED.binary_search(&element.name()).is_ok() && !data
}
