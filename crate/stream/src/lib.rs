//! The front end over bytes: a document comes in, the same document without its clutter goes out.
//!
//! ```text
//! bytes ─tokens→ tags, texts ─builder→ Tree, Spans ─survey→ Outline ─(core)→ Plan ─cut→ Cuts ─copy→ bytes
//! ```
//!
//! [lol_html](lol_html) tells tags and texts with their places, the tree builder of [html5ever] makes of them the
//! tree that browsers make, and the core judges it as it judges a page. Nothing is written anew: what goes is
//! cut from the source, and only where the parser is behind it in the state in which it was before it. Every
//! other byte stays as it is, in whatever encoding. A document of which something is not clear stays whole, and
//! [`Untouched`] says why.

#![cfg_attr(test, allow(clippy::expect_used, clippy::panic, reason = "a test may stop"))]

mod answer;
mod builder;
mod canonical;
mod cut;
mod encoding;
mod fault;
pub mod limits;
mod mark;
mod own;
mod passing;
mod place;
mod span;
mod survey;
mod tag;
mod text;
mod tokens;
mod tree;
#[cfg(feature = "all-words")]
mod vocabulary;
mod window;

use std::io::{Read, Seek};

use endmark_core::{
    Address, Analysis, Purpose, Settings, Words, analyse, filter::Filter, reading, report::Block,
};

use canonical::own_address;
use own::Select;
use survey::survey;

pub use answer::Answer;
pub use cut::{Cuts, Cutting, cut};
pub use fault::{Fault, Untouched};
pub use mark::Marker;
pub use survey::Survey;
#[cfg(feature = "all-words")]
pub use vocabulary::words_of;

/// What is known of a document beside its bytes, and what is to be taken off it.
#[derive(Debug, Default)]
pub struct Wanted<'w> {
    /// Where it stood; where that is not known, its own word for it counts.
    pub address: Option<Address>,
    /// The encoding that whoever has it says it is in.
    pub charset: Option<&'w str>,
    /// What the user wants taken off.
    pub settings: Settings,
    /// The user's own rules.
    pub filters: &'w [Filter],
}

/// What is to be done with a document.
#[derive(Debug)]
pub struct Cleaning {
    /// The document.
    pub survey: Survey,
    /// Where it stood.
    pub address: Address,
    /// The words it was read with.
    pub words: Words,
    /// What kind of page it is.
    pub purpose: Purpose,
    /// What goes out of it.
    pub cutting: Cutting,
    /// What was nearly taken, and what own rules would take with the article.
    pub nearly: Vec<Block>,
    /// The numbers of own rules that need more than is known of a document's bytes.
    pub unsupported: Vec<usize>,
}

/// Finds what goes out of a document. Reads it from its first byte, in most cases once.
///
/// # Errors
/// [`Fault::Io`] when it cannot be read, [`Fault::Untouched`] when it stays as it is.
#[cfg(feature = "all-words")]
pub fn clean(source: &mut (impl Read + Seek), wanted: &Wanted<'_>) -> Result<Cleaning, Fault> {
    let survey = read(source, wanted)?;
    let words = words_of(&survey.outline);
    Ok(judge(survey, words, wanted))
}

/// Reads a document from its first byte, in most cases once.
///
/// # Errors
/// [`Fault::Io`] when it cannot be read, [`Fault::Untouched`] when it stays as it is.
pub fn read(source: &mut (impl Read + Seek), wanted: &Wanted<'_>) -> Result<Survey, Fault> {
    survey(source, wanted.charset, wanted.filters, &Select::by(wanted.filters, wanted.host()))
}

/// Finds what goes out of a document that was read, with the words of its languages.
pub fn judge(survey: Survey, words: Words, wanted: &Wanted<'_>) -> Cleaning {
    let address = wanted.address.clone().unwrap_or_else(|| own_address(&survey.outline));
    let Analysis { purpose, mut plan, mut nearly } =
        analyse(&survey.outline, &address, &wanted.settings, &words);
    let blocks = plan.removals.iter_mut().map(|removal| &mut removal.block).chain(&mut nearly);
    blocks.for_each(|block| own::name(block, wanted.filters));
    let unsupported = Select::by(wanted.filters, wanted.host()).unsupported;
    let cutting = cut(&survey, plan);
    Cleaning { survey, address, words, purpose, cutting, nearly, unsupported }
}

impl Wanted<'_> {
    fn host(&self) -> &str {
        self.address.as_ref().map_or("", |address| &address.host)
    }
}

impl Cleaning {
    /// The text of the article, paragraphs set apart by an empty line; `None` where there is no article.
    pub fn text(&self) -> Option<String> {
        let outline = &self.survey.outline;
        let Cutting { taken, left, .. } = &self.cutting;
        let goes = |node| taken.iter().chain(left).any(|removal| removal.nodes.contains(&node));
        reading::read(outline, &self.address, &self.words, &goes)
    }
}
