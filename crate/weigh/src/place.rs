//! Where a labelled block stands to the labelled article.

use std::sync::LazyLock;

use endmark_core::{
    NodeId,
    attribute::{CLASS, ID, ROLE},
};
use serde::{Deserialize, Serialize};

use crate::{seen::Elements, survey::Surveyed};

/// Where a block stands to the article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Before its first words.
    Before,
    /// Between its first words and its last.
    Inside,
    /// After its last words.
    After,
    /// In a column of its own.
    Beside,
}

impl Place {
    /// How it is told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "before the text",
            Self::Inside => "in the text",
            Self::After => "after the text",
            Self::Beside => "beside the text",
        }
    }
}

/// The names of columns, which the core knows too.
static COLUMNS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct Chrome {
        columns: Vec<String>,
    }
    let chrome = toml::from_str::<Chrome>(include_str!("../../core/data/chrome.toml"));
    chrome.map_or_else(|_| Vec::new(), |chrome| chrome.columns.iter().map(|name| words(name)).collect())
});

/// The elements in which the article's text stands, in document order.
pub fn lines(page: &Surveyed, article: &Elements) -> Vec<NodeId> {
    (0..page.outline.len()).filter(|&n| article.hold(n) && page.sights[n].chars > 0).collect()
}

/// Where a block stands to the lines of an article that stands in `bodies`.
pub fn place(page: &Surveyed, block: NodeId, lines: &[NodeId], bodies: &[NodeId]) -> Place {
    let outline = &page.outline;
    let near = || std::iter::once(block).chain(outline.ancestors(block));
    let apart = near().take_while(|&n| !bodies.iter().any(|&body| outline.holds(n, body)));
    let within = bodies.iter().any(|&body| outline.holds(body, block));
    if !within && apart.into_iter().any(|n| is_column(page, n)) {
        return Place::Beside;
    }
    let before = lines.first().is_some_and(|&line| line < block);
    let after = lines.last().is_some_and(|&line| line >= outline.node(block).end);
    match (before, after) {
        (false, _) => Place::Before,
        (true, true) => Place::Inside,
        (true, false) => Place::After,
    }
}

fn is_column(page: &Surveyed, id: NodeId) -> bool {
    let outline = &page.outline;
    let named = [CLASS, ID].into_iter().filter_map(|name| outline.attribute(id, name)).any(|names| {
        names.split_whitespace().map(words).any(|name| {
            COLUMNS.iter().any(|column| name.windows(column.len()).any(|part| part == column.as_slice()))
        })
    });
    named || &*outline.node(id).tag == "aside" || outline.attribute(id, ROLE) == Some("complementary")
}

/// The words of a name, in lower case: parted at signs, digits and capitals.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut begins, mut small) = (true, false);
    for c in name.chars() {
        begins |= !c.is_alphabetic() || (small && c.is_uppercase());
        small = c.is_lowercase();
        if !c.is_alphabetic() {
            continue;
        }
        let lower = c.to_lowercase();
        match words.last_mut().filter(|_| !begins) {
            Some(word) => word.extend(lower),
            None => words.push(lower.collect()),
        }
        begins = false;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::survey;

    #[test]
    fn blocks_stand_before_in_after_and_beside_the_text() {
        let page = survey(
            "<body><div><p id=a>Before.</p><article><p>One.</p><p id=b>Also read</p><p>Two.</p></article>\
             <p id=c>More</p></div><div class='l-sidebarRight'><p id=d>Most read</p></div></body>",
        );
        let find = |id: &str| (0..page.outline.len()).find(|&n| page.outline.attribute(n, ID) == Some(id));
        let body = page.outline.nodes().find(|(_, node)| &*node.tag == "article").map_or(0, |(n, _)| n);
        let lines = lines(&page, &Elements::below(&page.outline, [body]));
        let of = |id| find(id).map(|n| place(&page, n, &lines, &[body]));
        let places = ["a", "b", "c", "d"].map(of);
        assert_eq!(places, [Place::Before, Place::Inside, Place::After, Place::Beside].map(Some));
    }
}
