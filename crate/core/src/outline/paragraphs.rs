//! The text of a part of a page, paragraph by paragraph.

use alloc::{string::String, vec::Vec};

use super::{NodeId, Outline, tag::INLINE};

/// What is at a place in the text.
enum Mark {
    /// A line begins or ends.
    Break,
    /// Text up to here is passed over.
    PassTo(usize),
}

impl Outline {
    /// The paragraphs below an element, with single blanks in them, without what is passed over.
    pub(crate) fn paragraphs(&self, root: NodeId, is_passed: &dyn Fn(NodeId) -> bool) -> Vec<String> {
        let (mut paragraphs, mut open) = (Vec::new(), String::new());
        let mut at = self.nodes[root].text_start;
        for (place, mark) in self.marks(root, is_passed) {
            if place > at {
                open.push_str(self.between(at, place));
                at = place;
            }
            match mark {
                Mark::PassTo(end) => at = at.max(end),
                Mark::Break => {
                    let words: Vec<&str> = open.split_whitespace().collect();
                    if !words.is_empty() {
                        paragraphs.push(words.join(" "));
                    }
                    open.clear();
                }
            }
        }
        paragraphs
    }

    /// Where lines break and text is passed over, in order; at its end the root breaks too.
    fn marks(&self, root: NodeId, is_passed: &dyn Fn(NodeId) -> bool) -> Vec<(usize, Mark)> {
        let (mut marks, mut next) = (Vec::new(), root);
        while next < self.nodes[root].end {
            let node = &self.nodes[next];
            if next == root || !node.kind.intersects(INLINE) {
                marks.extend([(node.text_start, Mark::Break), (node.text_end, Mark::Break)]);
            }
            let passed = is_passed(next);
            if passed {
                marks.push((node.text_start, Mark::PassTo(node.text_end)));
            }
            next = if passed { node.end } else { next + 1 };
        }
        marks.sort_by_key(|(place, _)| *place);
        marks
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        OutlineBuilder,
        outline::tag::{ASIDE, BUTTON},
    };

    #[test]
    fn paragraphs_are_told_apart_and_parts_passed_over() {
        let mut b = OutlineBuilder::new();
        b.open("div");
        b.open("p");
        b.text("One\n  ");
        b.open("b");
        b.text("two");
        b.close();
        b.open("button");
        b.text("Play");
        b.close();
        b.text(" three");
        b.close();
        b.open("aside");
        b.text("Apart");
        b.close();
        b.text("Four");
        let outline = b.finish();
        let paragraphs = outline.paragraphs(0, &|n| outline.is(n, BUTTON | ASIDE));
        assert_eq!(paragraphs, ["One two", "three", "Four"]);
    }
}
