//! What a page is for. Only pages with one article are touched; several signs decide.

use crate::page::Page;

/// Prose of an article, in characters without white space, at least.
const LEAST: u32 = 350;

/// What kind of page it is: only articles are touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A page with one article.
    Article,
    /// Anything else; the key says what it was taken for (`page-forum`, `page-list`, …).
    Other(&'static str),
}

/// Decides what a page is for.
pub fn recognise(page: &Page<'_>) -> Purpose {
    if page.article.chars < LEAST {
        return Purpose::Other("page-no-text");
    }
    Purpose::Article
}
