//! The page as the core sees it: elements in document order, with their text.

use alloc::{borrow::Cow, boxed::Box, string::String, vec::Vec};
use core::ops::Range;

use crate::{
    attribute::{Attribute, CLASS},
    part::{BLANKS, has_part, parts, trimmed},
};

mod builder;
mod paragraphs;
pub mod tag;
mod walk;

pub use builder::OutlineBuilder;
use tag::{INLINE, Tags};
pub use walk::{Ancestors, Lines, Siblings};

/// Number of an element in an [`Outline`]: its place in document order, the root being 0.
pub type NodeId = usize;

/// One element.
#[derive(Debug, Clone)]
pub struct Node {
    /// Lower-case name.
    pub tag: Cow<'static, str>,
    /// The set that its name stands for.
    kind: Tags,
    /// The element that holds this one; the root holds itself.
    pub parent: NodeId,
    /// One past the last element inside this one.
    pub end: NodeId,
    /// Number of elements above this one.
    pub depth: u32,
    /// Attributes that were read, in no particular order.
    pub attributes: Vec<(Attribute, Box<str>)>,
    text_start: usize,
    text_end: usize,
    own_chars: u32,
}

/// The elements of a page in document order with all their text in one buffer, so that the text
/// below an element is one slice of it.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    nodes: Vec<Node>,
    text: String,
    chosen: Vec<Chosen>,
}

/// An element that one of the user's own rules selects.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    /// Its number.
    pub node: NodeId,
    /// What the rule is known by: whoever selects knows its text.
    pub rule: u32,
    /// Whether the element is to stay.
    pub keeps: bool,
}

impl Outline {
    /// Elements that the user's own rules select, in document order.
    pub fn chosen(&self) -> &[Chosen] {
        &self.chosen
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no element at all.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The element with this number.
    ///
    /// # Panics
    /// When there is no such element; numbers come from the outline itself.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// All elements with their numbers, in document order.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate()
    }

    /// The value of an attribute, where it was read and is there.
    pub fn attribute(&self, id: NodeId, name: Attribute) -> Option<&str> {
        self.nodes[id].attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| &**v)
    }

    /// Whether an element has one of these names.
    pub fn is(&self, id: NodeId, tags: Tags) -> bool {
        self.nodes[id].kind.intersects(tags)
    }

    /// Whether one of these elements has one of these names.
    pub fn any(&self, mut within: Range<NodeId>, tags: Tags) -> bool {
        within.any(|id| self.is(id, tags))
    }

    /// Whether an element or one around it has one of these names.
    pub fn stands_in(&self, id: NodeId, tags: Tags) -> bool {
        self.upward(id).any(|above| self.is(above, tags))
    }

    /// Whether an attribute has a word, such as `author` in `rel="author nofollow"`.
    pub fn says(&self, id: NodeId, attribute: Attribute, word: &str) -> bool {
        self.attribute(id, attribute).is_some_and(|value| has_part(value, BLANKS, word))
    }

    /// How many children that `fits` holds of have one name, and one first class that ends in no number: that of the
    /// first of them, or of the first that has another.
    pub fn alike(&self, id: NodeId, fits: &dyn Fn(NodeId) -> bool) -> usize {
        let numbered = |class: &&str| class.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit());
        let classes = |c: NodeId| parts(self.attribute(c, CLASS).unwrap_or_default(), BLANKS);
        let class = |c: NodeId| classes(c).find(|c| !numbered(c)).or_else(|| classes(c).next());
        let same =
            |c: NodeId, other: NodeId| self.nodes[c].tag == self.nodes[other].tag && class(c) == class(other);
        let (mut shapes, mut counts) = ([None; 2], [0; 2]);
        for child in self.children(id).filter(|&c| fits(c)) {
            let at = usize::from(shapes[0].is_some_and(|first| !same(child, first)));
            if same(child, *shapes[at].get_or_insert(child)) {
                counts[at] += 1;
            }
        }
        counts[0].max(counts[1])
    }

    /// The lines of text below an element that are not blank.
    pub fn lines(&self, id: NodeId) -> Lines<'_> {
        Lines::of(self.text(id))
    }

    /// The elements inside `id`, and `id`.
    pub fn whole(&self, id: NodeId) -> Range<NodeId> {
        id..self.nodes[id].end
    }

    /// One past everything in elements that follow each other.
    pub fn end_of(&self, ids: &[NodeId]) -> NodeId {
        ids.last().map_or(0, |&last| self.nodes[last].end)
    }

    /// All text below an element; text of block-level elements is set apart by line feeds.
    pub fn text(&self, id: NodeId) -> &str {
        let node = &self.nodes[id];
        self.between(node.text_start, node.text_end)
    }

    /// The text between two places in it.
    fn between(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The first line of text that stands in a block-level element itself, not in a block in it.
    pub fn own_line(&self, id: NodeId) -> &str {
        let end = self.nodes[id].text_end;
        let (mut from, mut at) = (self.nodes[id].text_start, id + 1);
        while at < self.nodes[id].end {
            let node = &self.nodes[at];
            if node.kind.intersects(INLINE) {
                at += 1;
                continue;
            }
            let line = trimmed(self.between(from, node.text_start));
            if !line.is_empty() {
                return line;
            }
            (from, at) = (node.text_end, node.end);
        }
        trimmed(self.between(from, end))
    }

    /// Whether bare text of the same parent stands right after an element.
    pub(crate) fn runs_on(&self, id: NodeId) -> bool {
        let parent = &self.nodes[self.nodes[id].parent];
        let next = self.following(id).next().map_or(parent.text_end, |next| self.nodes[next].text_start);
        !trimmed(self.between(self.nodes[id].text_end, next)).is_empty()
    }

    /// Characters of text that stand directly in an element, white space not counted, wide ones twice.
    pub fn own_chars(&self, id: NodeId) -> usize {
        self.nodes[id].own_chars as usize
    }

    /// Whether `inner` stands in `outer` or is it.
    pub fn holds(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.nodes[outer].end
    }

    /// The elements from the parent of `id` up to the root.
    pub fn ancestors(&self, id: NodeId) -> Ancestors<'_> {
        let mut all = self.upward(id);
        all.next();
        all
    }

    /// The elements from `id` itself up to the root.
    pub fn upward(&self, id: NodeId) -> Ancestors<'_> {
        Ancestors { nodes: &self.nodes, next: Some(id) }
    }

    /// For each element, whether `is` holds of it or of one around it; asked of all of them, in document order.
    pub(crate) fn inherited(&self, is: &mut dyn FnMut(NodeId) -> bool) -> Vec<bool> {
        let mut all = Vec::with_capacity(self.len());
        for (id, node) in self.nodes() {
            let own = is(id);
            all.push(own || node.parent != id && all[node.parent]);
        }
        all
    }

    /// The elements directly below `id`, in order.
    pub fn children(&self, id: NodeId) -> Siblings<'_> {
        Siblings { nodes: &self.nodes, at: id + 1, end: self.nodes[id].end }
    }

    /// The elements that follow `id` below the same parent, in order.
    pub fn following(&self, id: NodeId) -> Siblings<'_> {
        Siblings { nodes: &self.nodes, at: self.nodes[id].end, end: self.nodes[self.nodes[id].parent].end }
    }

    /// The elements inside `id`, in document order, without `id`.
    pub fn inside(&self, id: NodeId) -> Range<NodeId> {
        id + 1..self.nodes[id].end
    }
}

/// Whether a character of Chinese, Japanese or Korean writing, which says about as much as two letters.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Outline {
        let mut b = OutlineBuilder::new();
        b.open("html");
        b.open("p");
        b.attribute(CLASS, "lead");
        b.text("One ");
        b.open("a");
        b.text("link");
        b.close();
        b.close();
        b.open("p");
        b.text("Two");
        b.finish()
    }

    #[test]
    fn text_below_an_element_is_one_slice() {
        let outline = sample();
        assert_eq!(outline.text(1), "One link");
        assert_eq!(outline.text(0).trim_end(), "One link\nTwo");
        assert_eq!(outline.own_chars(1), 3);
    }

    #[test]
    fn a_line_of_its_own_is_told_from_the_blocks_around_it() {
        let mut b = OutlineBuilder::new();
        b.open("div");
        b.open("h4");
        b.text("Offers");
        b.close();
        b.open("span");
        b.text("Advertisement");
        b.close();
        b.open("p");
        b.text("Text");
        let outline = b.finish();
        assert_eq!(outline.own_line(0), "Advertisement");
        assert_eq!(outline.own_line(1), "Offers");
    }

    #[test]
    fn lines_are_told_apart() {
        let mut b = OutlineBuilder::new();
        b.open("div");
        b.text("\n  One \n\n two\n ");
        let outline = b.finish();
        assert_eq!(outline.lines(0).collect::<Vec<_>>(), ["One", "two"]);
    }

    #[test]
    fn numbered_classes_are_no_shape() {
        let mut b = OutlineBuilder::new();
        b.open("div");
        for class in ["post-41 post", "post-57 post", "post-63 page"] {
            b.open("article");
            b.attribute(CLASS, class);
            b.close();
        }
        assert_eq!(b.finish().alike(0, &|_| true), 2);
    }

    #[test]
    fn what_stands_before_a_row_is_not_its_shape() {
        let mut b = OutlineBuilder::new();
        b.open("div");
        for tag in ["h4", "div", "div", "div", "ul"] {
            b.open(tag);
            b.close();
        }
        assert_eq!(b.finish().alike(0, &|_| true), 3);
    }

    #[test]
    fn order_and_nesting_are_kept() {
        let outline = sample();
        assert_eq!(outline.children(0).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(outline.following(1).collect::<Vec<_>>(), [3]);
        assert_eq!(outline.ancestors(2).collect::<Vec<_>>(), [1, 0]);
        assert!(outline.holds(1, 2) && !outline.holds(3, 2));
        assert_eq!(outline.attribute(1, CLASS), Some("lead"));
    }
}
