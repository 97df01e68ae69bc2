//! Blocks that may be clutter, each found by one sign.

use alloc::{vec, vec::Vec};
use core::ops::Range;

pub(crate) mod by_cards;
pub(crate) mod by_invitation;
pub(crate) mod by_label;
pub(crate) mod by_links;
pub(crate) mod by_person;
pub(crate) mod by_thread;
pub(crate) mod in_text;

use crate::{
    attribute::{CLASS, HREF},
    category::Category,
    measure::Measure,
    order::places,
    outline::{
        NodeId,
        tag::{
            A, BLOCKQUOTE, CAPTION, FIGCAPTION, FORM, HEADINGS, INLINE, P, TBODY, TD, TH, THEAD, TR, UNSEEN,
        },
    },
    pace::Pace,
    page::{Page, Position},
};
use by_thread::is_counter;

/// More characters than this beside an inline element, and it is part of their line.
const REST_OF_LINE: u32 = 12;

/// A block that may be clutter of one category.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its elements: one, or several that follow each other.
    pub nodes: Vec<NodeId>,
    /// What it may be.
    pub category: Category,
    /// Number of the label that it was found by, among the page's signs.
    pub label: Option<usize>,
    /// Whether it is one line of the text: a label, then a link.
    pub line: bool,
}

impl Candidate {
    pub(crate) fn block(node: NodeId, category: Category) -> Self {
        Self { nodes: vec![node], category, label: None, line: false }
    }

    /// The first of its elements.
    pub fn first(&self) -> NodeId {
        self.nodes.first().copied().unwrap_or_default()
    }

    /// What its elements hold together, by a count of the page's.
    pub fn total<'p>(&self, page: &Page<'p>, of: fn(&Measure<'p>, NodeId) -> u32) -> u32 {
        self.nodes.iter().map(|&n| of(&page.measure, n)).sum()
    }

    /// What an element around it has beside it, by a count of the page's.
    pub fn beside<'p>(&self, page: &Page<'p>, around: NodeId, of: fn(&Measure<'p>, NodeId) -> u32) -> u32 {
        of(&page.measure, around).saturating_sub(self.total(page, of))
    }

    /// Whether all of another one is in it.
    pub fn holds(&self, page: &Page<'_>, other: &Self) -> bool {
        self.first() <= other.first() && other.end(page) <= self.end(page)
    }

    /// Whether an element stands in one of its own, or is one.
    pub fn has(&self, page: &Page<'_>, id: NodeId) -> bool {
        self.nodes.iter().any(|&own| page.outline.holds(own, id))
    }

    /// Where it stands to the article's text.
    pub fn position(&self, page: &Page<'_>) -> Position {
        page.position(self.first(), self.end(page))
    }

    /// All its elements and what is in them; its own follow each other.
    pub fn whole(&self, page: &Page<'_>) -> Range<NodeId> {
        self.first()..self.end(page)
    }

    /// One past everything in it.
    pub fn end(&self, page: &Page<'_>) -> NodeId {
        page.outline.end_of(&self.nodes)
    }
}

/// What is looked for at an element.
type Find = fn(&Page<'_>, NodeId) -> Option<Candidate>;

/// Blocks that are found at one of their elements.
const AT: [Find; 6] =
    [by_links::find, by_invitation::find, by_cards::find, by_thread::find, by_person::find, in_text::find];

/// Finds every block that may be clutter; the same block may be found for several categories.
pub async fn find(pace: Pace<'_>, page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    pace.steps(page.signs.labels.len(), &mut |number| by_label::find(page, number, &mut found)).await;
    pace.steps(page.outline.len(), &mut |id| at_element(page, id, &mut found)).await;
    each_once(page, &found)
}

/// The blocks that can be some, in order; of the same ones the first.
fn each_once(page: &Page<'_>, found: &[Candidate]) -> Vec<Candidate> {
    let compare =
        |a: &Candidate, b: &Candidate| (&a.nodes, a.category, b.label).cmp(&(&b.nodes, b.category, a.label));
    let mut kept: Vec<Candidate> = Vec::new();
    for at in places(found.len(), &|a, b| compare(&found[a], &found[b])) {
        let c = &found[at];
        let again = |k: &Candidate| k.nodes == c.nodes && k.category == c.category && k.line == c.line;
        if !kept.last().is_some_and(again) && !c.nodes.iter().any(|&n| is_no_block(page, n)) {
            kept.push(c.clone());
        }
    }
    kept
}

/// Whether an element can be no block.
fn is_no_block(page: &Page<'_>, id: NodeId) -> bool {
    page.is_wrapper(id) || in_sentence(page, id) || in_table(page, id) || is_swollen(page, id)
}

fn at_element(page: &Page<'_>, id: NodeId, found: &mut Vec<Candidate>) {
    if page.outline.is(id, UNSEEN) {
        return;
    }
    by_markup(page, id, found);
    for find in AT {
        found.extend(find(page, id));
    }
}

/// Whether an element is a paragraph or quotation without a link or field, whatever its name.
fn is_words(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.is(id, P | BLOCKQUOTE) && page.measure.links(id) + page.measure.fields(id) == 0
}

/// Whether an element is a place in the text that links lead to.
fn is_place(page: &Page<'_>, id: NodeId) -> bool {
    let has = |attribute| page.outline.attribute(id, attribute).is_some();
    page.outline.is(id, A) && !has(HREF) && !has(CLASS)
}

/// Whether an element is a heading that holds text, as one that is not closed does.
fn is_swollen(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.is(id, HEADINGS) && page.outline.any(page.outline.inside(id), P)
}

/// Whether an element is part of a line that has more words than it: a link in a sentence, a
/// count beside a name. A link to the comments is none where the line is no prose.
pub(crate) fn in_sentence(page: &Page<'_>, id: NodeId) -> bool {
    let outline = page.outline;
    if !outline.is(id, INLINE) {
        return false;
    }
    let block = outline.ancestors(id).find(|&a| !outline.is(a, INLINE));
    let m = &page.measure;
    let is_more = |b: NodeId| m.line_chars(b) > m.chars(id) + REST_OF_LINE;
    block.is_some_and(|b| is_more(b) && (m.is_prose(b) || !is_counter(page, id)))
}

/// Whether an element is a part of a table of the article, or a caption.
fn in_table(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.is(id, THEAD | TBODY | TR | TH | TD | CAPTION | FIGCAPTION) && page.is_within(id)
}

/// An element that meets a rule, has a telling name, or is a form.
fn by_markup(page: &Page<'_>, id: NodeId, found: &mut Vec<Candidate>) {
    let rule = page.signs.rules[id].map(|r| r.category);
    let is_none = is_words(page, id) || is_place(page, id);
    let name = page.signs.names[id].map(|(c, _)| c).filter(|c| Some(*c) != rule && !is_none);
    found.extend(rule.map(|c| Candidate::block(id, c)));
    found.extend(name.map(|c| Candidate::block(id, c)));
    if page.outline.is(id, FORM) {
        found.push(Candidate::block(id, Category::CommentForm));
        found.push(Candidate::block(id, Category::Newsletter));
    }
}
