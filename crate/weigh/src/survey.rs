//! The survey of a saved page: what the core reads of it, and what a reader sees.

use std::collections::HashMap;

use ego_tree::{NodeRef, iter::Edge};
use endmark_core::{NodeId, Outline, OutlineBuilder, attribute::Attribute, survey::SKIPPED};
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
    /// What is seen of each element itself.
    pub sights: Vec<Sight>,
    /// The texts that are seen, with the element that each stands in.
    pub texts: Vec<(NodeId, String)>,
}

/// What is seen of one element, without those in it that are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sight {
    /// Whether it is laid out and visible.
    pub shown: bool,
    /// Characters of text, runs of blanks counted as one.
    pub chars: usize,
    /// Pictures, players, frames and fields.
    pub media: usize,
}

const MEDIA: &[&str] =
    &["img", "picture", "video", "audio", "iframe", "canvas", "input", "textarea", "button"];
const UNSEEN: &[&str] = &["script", "style", "noscript", "template", "head", "title"];

/// A survey that goes on.
#[derive(Debug, Default)]
pub struct Survey {
    builder: OutlineBuilder,
    by_order: HashMap<usize, NodeId>,
    sights: Vec<Sight>,
    texts: Vec<(NodeId, String)>,
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    id: NodeId,
    unseen: bool,
}

impl Survey {
    /// An element begins: its name, the parser's number, what is seen of it and of what is not read in it.
    pub fn open(&mut self, tag: &str, n: usize, unread: Sight) -> NodeId {
        let id = self.builder.open(tag);
        self.by_order.insert(n, id);
        let unseen = self.open.last().is_some_and(|above| above.unseen) || UNSEEN.contains(&tag);
        let own = usize::from(unread.shown && MEDIA.contains(&tag));
        self.sights.push(Sight { media: unread.media + own, ..unread });
        self.open.push(Open { id, unseen });
        id
    }

    /// An attribute of the element that has just begun.
    pub fn attribute(&mut self, name: &str, value: &str) {
        let sight = self.open.last().and_then(|open| self.sights.get_mut(open.id));
        if let (Some(sight), "type", "hidden") = (sight, name, value) {
            sight.media = 0;
        }
        if let Some(name) = Attribute::named(name) {
            self.builder.attribute(name, value);
        }
    }

    /// Text in the element that is open.
    pub fn text(&mut self, text: &str) {
        self.builder.text(text);
        let Some(open) = self.open.last().filter(|open| !open.unseen) else { return };
        let sight = &mut self.sights[open.id];
        let squeezed = squeeze(text);
        if sight.shown && !squeezed.is_empty() {
            sight.chars += squeezed.encode_utf16().count();
            self.texts.push((open.id, squeezed));
        }
    }

    /// The element that is open ends.
    pub fn close(&mut self) {
        self.builder.close();
        self.open.pop();
    }

    /// All that was surveyed.
    pub fn finish(self) -> Surveyed {
        let Self { builder, by_order, sights, texts, .. } = self;
        Surveyed { outline: builder.finish(), by_order, sights, texts }
    }
}

/// Text with each run of blanks, as JavaScript knows them, as one space, and none at its ends.
pub fn squeeze(text: &str) -> String {
    let blank = |c: char| c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}');
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
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
    let mut survey = Survey::default();
    let mut by_key = HashMap::new();
    let mut skipped = 0usize;
    for edge in document.root_element().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if skipped == 0 && is_passed_over(node) => skipped = 1,
                Node::Element(element) if skipped == 0 => {
                    // Without a browser all counts as seen.
                    let seen = Sight { shown: true, ..Sight::default() };
                    by_key.insert(node.id(), survey.open(element.name(), order[&node.id()], seen));
                    for (name, value) in element.attrs() {
                        survey.attribute(name, value);
                    }
                    skipped = usize::from(is_skipped(element));
                }
                Node::Element(_) => skipped += 1,
                Node::Text(text) if skipped == 0 && !is_in_head(node) => survey.text(text),
                _ => {}
            },
            Edge::Close(node) if by_key.contains_key(&node.id()) => {
                survey.close();
                skipped = 0;
            }
            Edge::Close(node) if node.value().is_element() => skipped -= 1,
            Edge::Close(_) => {}
        }
    }
    (survey.finish(), by_key)
}

fn is_skipped(element: &scraper::node::Element) -> bool {
    SKIPPED.contains(&element.name()) && !is_data(element)
}

fn is_data(element: &scraper::node::Element) -> bool {
    let kind = element.attr("type").unwrap_or_default().trim();
    element.name() == "script" && kind.eq_ignore_ascii_case("application/ld+json")
}

fn is_in_head(node: NodeRef<'_, Node>) -> bool {
    node.parent().and_then(|parent| parent.value().as_element()).is_some_and(|parent| parent.name() == "head")
}

/// Whether an element in the head says nothing of the page.
fn is_passed_over(node: NodeRef<'_, Node>) -> bool {
    let says = |element: &scraper::node::Element| {
        matches!(element.name(), "meta" | "link" | "title") || is_data(element)
    };
    is_in_head(node) && !node.value().as_element().is_some_and(says)
}
