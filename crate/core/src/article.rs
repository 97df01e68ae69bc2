//! The article of a page, found without any rule: the headline, and the prose that goes with it.

use alloc::{vec, vec::Vec};

use crate::{
    attribute::ITEMPROP,
    measure::Measure,
    outline::{
        NodeId, Outline,
        tag::{
            ADDRESS, ALL_HEADINGS, ARTICLE, BUTTON, CAPTION, FIGCAPTION, FORM, H1, H2, HEAD, INLINE, LABEL,
            MAIN, NAV, OPTION, ROOTS, TEXTAREA, TITLE, Tags,
        },
    },
};

/// An article has at least this many characters of prose.
pub const LEAST_PROSE: u32 = 350;
/// A child that holds at least this share of the prose holds the article.
const MOST: f32 = 0.7;
/// A marked element that holds at least this share of the prose is believed.
const MARKED: f32 = 0.5;
/// One line counts no more than this, so that a licence text is no article.
const LONGEST_LINE: u32 = 1500;
/// Elements whose own lines are no prose of the article.
const NO_PROSE: Tags = ROOTS
    .union(ALL_HEADINGS)
    .union(FORM)
    .union(LABEL)
    .union(BUTTON)
    .union(FIGCAPTION)
    .union(CAPTION)
    .union(OPTION)
    .union(TITLE)
    .union(TEXTAREA)
    .union(NAV)
    .union(HEAD)
    .union(ADDRESS);

/// The article of a page.
#[derive(Debug, Clone)]
pub struct Article {
    /// The smallest element that holds its text.
    pub container: NodeId,
    /// The headline, where there is one.
    pub headline: Option<NodeId>,
    /// Elements with lines of its prose, in document order.
    pub prose: Vec<NodeId>,
    /// Characters of its prose.
    pub chars: u32,
    weights: Vec<u32>,
}

impl Article {
    /// Finds the article among the prose that `aside` does not set aside.
    pub fn find(measure: &Measure<'_>, aside: &[bool]) -> Self {
        let outline = measure.outline;
        let weight = |id: NodeId| {
            if aside[id] || !measure.is_prose(id) || outline.is(id, NO_PROSE) {
                0
            } else {
                measure.line_chars(id).min(LONGEST_LINE)
            }
        };
        let mut sums = vec![0u32; outline.len() + 1];
        for (id, _) in outline.nodes() {
            sums[id + 1] = sums[id] + weight(id);
        }
        let below = |id: NodeId| sums[outline.node(id).end] - sums[id];
        let container = descend(outline, marked(outline, &below), &below);
        let mut prose = Vec::new();
        let inside = container..end_of(outline, container);
        inside.filter(|&n| sums[n + 1] > sums[n]).for_each(|n| prose.push(n));
        let chars = prose.iter().map(|&n| measure.line_chars(n)).sum();
        let headline = headline(measure, prose.first().copied(), container);
        Self { container, headline, prose, chars, weights: sums }
    }

    /// First and last element with a line of its prose.
    pub fn span(&self) -> Option<(NodeId, NodeId)> {
        Some((*self.prose.first()?, *self.prose.last()?))
    }

    /// Characters of the article's prose below an element, long lines counted short.
    pub fn prose_in(&self, outline: &Outline, id: NodeId) -> u32 {
        let end = outline.node(id).end;
        let own = end_of(outline, self.container);
        let (from, to) = (id.max(self.container), end.min(own));
        if from >= to { 0 } else { self.weights[to] - self.weights[from] }
    }

    /// The same; of an element in a line of prose, what it has of that.
    pub fn text_in(&self, measure: &Measure<'_>, id: NodeId) -> u32 {
        let outline = measure.outline;
        let line = outline.upward(id).find(|&n| !outline.is(n, INLINE));
        let within = line.is_some_and(|line| line < id && self.prose.contains(&line));
        if within { measure.chars(id) } else { self.prose_in(outline, id) }
    }
}

fn end_of(outline: &Outline, id: NodeId) -> NodeId {
    if outline.is_empty() { 0 } else { outline.node(id).end }
}

/// Where authors mark the article themselves, and most of the prose is there, they are believed.
fn marked(outline: &Outline, below: &dyn Fn(NodeId) -> u32) -> NodeId {
    let all = if outline.is_empty() { 0 } else { below(0) };
    let is_mark = |id: NodeId| outline.says(id, ITEMPROP, "articleBody");
    let is_article = |id: NodeId| outline.is(id, ARTICLE | MAIN);
    let enough = |id: NodeId| below(id) as f32 >= MARKED * all as f32 && all > 0;
    let last = |is: &dyn Fn(NodeId) -> bool| (0..outline.len()).rfind(|id| is(*id) && enough(*id));
    last(&is_mark).or_else(|| last(&is_article)).unwrap_or(0)
}

fn descend(outline: &Outline, from: NodeId, below: &dyn Fn(NodeId) -> u32) -> NodeId {
    let mut at = from;
    while !outline.is_empty() {
        let enough = MOST * below(at) as f32;
        match outline.children(at).find(|&c| below(c) as f32 >= enough && below(c) > 0) {
            // A single paragraph is no container.
            Some(child) if outline.children(child).any(|c| below(c) > 0) => at = child,
            _ => break,
        }
    }
    at
}

/// The last `h1` before the text, else the first one at all; `h2` where there is none.
fn headline(measure: &Measure<'_>, first: Option<NodeId>, container: NodeId) -> Option<NodeId> {
    let outline = measure.outline;
    let of = |tag| (0..outline.len()).filter(move |&id| outline.is(id, tag) && measure.chars(id) > 0);
    let first = first.unwrap_or(container);
    let before = |tag| of(tag).take_while(|&h| h <= first).last();
    before(H1).or_else(|| of(H1).next()).or_else(|| before(H2))
}
