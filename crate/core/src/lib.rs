//! Finds what on a page is not the article.
//!
//! Pure: no page, no input or output, no clock. A front end surveys a page into an [`Outline`];
//! [`analyse`] gives the [`Plan`] of what to take off, with the reasons.

mod category;
pub mod outline;
pub mod plan;
pub mod report;
mod settings;
pub mod survey;

pub use category::Category;
pub use outline::{NodeId, Outline, OutlineBuilder};
pub use plan::{Plan, Removal};
pub use settings::Settings;

/// Where a page stands.
#[derive(Debug, Clone, Default)]
pub struct Address {
    /// Host name, lower-case, without port.
    pub host: String,
    /// Path, as in the address.
    pub path: String,
}

/// What kind of page it is: only articles are touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A page with one article.
    Article,
    /// Anything else; the key says what it was taken for (`page-forum`, `page-list`, …).
    Other(&'static str),
}

/// What [`analyse`] finds.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// What kind of page it is.
    pub purpose: Purpose,
    /// What to take off; empty where the page is no article.
    pub plan: Plan,
    /// What was nearly taken.
    pub nearly: Vec<report::Block>,
}

/// Finds what is to be taken off a page.
pub fn analyse(outline: &Outline, address: &Address, settings: &Settings) -> Analysis {
    let _ = (outline, address, settings);
    Analysis { purpose: Purpose::Other("page-no-text"), plan: Plan::default(), nearly: Vec::new() }
}
