//! The article alone: its text, and where it was found.

use alloc::{string::String, vec::Vec};

use crate::{
    Address, Purpose,
    outline::{
        NodeId, Outline,
        tag::{BUTTON, FORM, INPUT, NAV, PLAYERS, TEXTAREA, Tags},
    },
    pace::at_once,
    page::Page,
    purpose,
    words::Words,
};

/// What stands in an article and is not read: players, and what is clicked and filled in.
const UNREAD: Tags = PLAYERS.union(BUTTON).union(FORM).union(INPUT).union(NAV).union(TEXTAREA);

/// The headline and the text of the article without the elements that go, paragraphs set apart by an empty
/// line; `None` where the page is no article.
pub fn read(
    outline: &Outline,
    address: &Address,
    words: &Words,
    goes: &dyn Fn(NodeId) -> bool,
) -> Option<String> {
    if outline.is_empty() {
        return None;
    }
    let page = at_once(async |pace| Page::of(pace, outline, address, words).await);
    if purpose::recognise(&page) != Purpose::Article {
        return None;
    }
    let container = page.article.container;
    let prose = |n| page.article.prose_in(outline, n);
    // Some systems put the whole page into a form, or into several.
    let holds_article = |n| prose(n) * 10 > prose(container);
    let is_unread =
        |n: NodeId| goes(n) || page.measure.is_hidden(n) || outline.is(n, UNREAD) && !holds_article(n);
    let apart = page.article.headline.filter(|&headline| !outline.holds(container, headline));
    let roots = apart.into_iter().chain([container]);
    let paragraphs: Vec<String> = roots.flat_map(|root| outline.paragraphs(root, &is_unread)).collect();
    Some(paragraphs.join("\n\n"))
}

/// Where the article of a page was found, for those who add rules and words.
#[derive(Debug, Clone)]
pub struct Found {
    /// The smallest element that holds its text.
    pub container: NodeId,
    /// Elements with lines of its prose.
    pub prose: Vec<NodeId>,
}

/// Finds the article, whatever the page is for; `None` where there is nothing on it.
pub fn locate(outline: &Outline, address: &Address, words: &Words) -> Option<Found> {
    if outline.is_empty() {
        return None;
    }
    let page = at_once(async |pace| Page::of(pace, outline, address, words).await);
    Some(Found { container: page.article.container, prose: page.article.prose })
}
