//! What of a tree is the article's, and what is not.

use endmark_core::outline::tag::is_inline;

use super::{Id, Node, ROOT, Tree};

/// A paragraph has at least this many characters of the article.
const PARAGRAPH: usize = 60;
/// The container holds at least this share of the article, in per cent.
const MOST: usize = 80;

impl Tree {
    /// Characters of the article at and below a node.
    pub fn of_article(&self, id: Id) -> usize {
        let own = match &self.nodes[id] {
            Node::Text { text, article: true } => text.trim().chars().count(),
            _ => 0,
        };
        own + self.children[id].iter().map(|&c| self.of_article(c)).sum::<usize>()
    }

    /// The smallest element that holds most of the article.
    pub fn container(&self) -> Id {
        let all = self.of_article(ROOT);
        let mut at = ROOT;
        while let Some(&child) = self.children[at].iter().find(|&&c| self.of_article(c) * 100 >= all * MOST) {
            if self.tag(child).is_empty() || is_inline(self.tag(child)) {
                break;
            }
            at = child;
        }
        at
    }

    /// The elements that hold the article's lines.
    pub fn paragraphs(&self) -> Vec<Id> {
        let is_block = |n: Id| !self.tag(n).is_empty() && !is_inline(self.tag(n));
        let is = |&n: &Id| {
            let inner = |&c: &Id| c != n && is_block(c) && self.of_article(c) > 0;
            is_block(n) && self.of_article(n) >= PARAGRAPH && !self.below(n).iter().any(inner)
        };
        self.elements().into_iter().filter(is).collect()
    }

    /// The last heading of the first level before the article, or the first at all.
    pub fn headline(&self) -> Option<Id> {
        let all = self.below(ROOT);
        let first = self.paragraphs().first().copied().unwrap_or(ROOT);
        let place = all.iter().position(|&n| n == first).unwrap_or(0);
        let is = |n: &&Id| self.tag(**n) == "h1" && !self.text(**n).trim().is_empty();
        all[..place].iter().rfind(is).or_else(|| all.iter().find(is)).copied()
    }

    /// Clutter that is still on the page and holds nothing of the article.
    pub fn clutter(&self) -> Vec<Id> {
        let free =
            |&n: &Id| self.of_article(n) == 0 && n != ROOT && self.children[self.parents[n]].contains(&n);
        self.junk.iter().copied().filter(free).collect()
    }

    /// The article's text, or all other text, in pieces without a word of the other.
    pub fn pieces(&self, of_article: bool) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for id in self.below(ROOT) {
            let Node::Text { text, article } = &self.nodes[id] else { continue };
            match pieces.last_mut() {
                Some(piece) if *article == of_article => piece.extend([text.as_str(), " "]),
                _ if text.trim().is_empty() => {}
                _ => pieces.push(String::new()),
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }
}
