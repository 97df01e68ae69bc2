//! What the popup is told.

use endmark_core::{
    Category,
    report::{Block, Reason},
};
use serde::Serialize;

use crate::entry::Entry;
use crate::ledger::Ledger;

/// How far the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not looked at yet.
    Working,
    /// Looked at; looked at again when it changes.
    Done,
    /// No article; the key says what else.
    NotArticle(&'static str),
    /// Left alone from here on; the key says why.
    Stopped(&'static str),
}

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Done => "done",
            Self::NotArticle(_) => "not-article",
            Self::Stopped(_) => "stopped",
        }
    }

    fn why(self) -> Option<&'static str> {
        match self {
            Self::Working | Self::Done => None,
            Self::NotArticle(why) | Self::Stopped(why) => Some(why),
        }
    }
}

/// All that is told of a page.
#[derive(Serialize)]
pub struct Report<'a> {
    state: &'static str,
    why: Option<&'static str>,
    blocks: Vec<Told<'a>>,
    nearly: Vec<Told<'a>>,
}

/// What is told of a block. Those that were nearly taken have the number 0.
#[derive(Serialize)]
struct Told<'a> {
    id: u32,
    category: Category,
    rule: &'a str,
    words: &'a str,
    reasons: &'a [Reason],
    path: &'a str,
    shown: bool,
}

/// Tells how a page stands.
pub fn tell<'a>(state: State, ledger: &'a Ledger, nearly: &'a [Block]) -> Report<'a> {
    let told = |entry: &'a Entry| tell_block(entry.id, &entry.block, !entry.is_hidden());
    Report {
        state: state.name(),
        why: state.why(),
        blocks: ledger.blocks().map(told).collect(),
        nearly: nearly.iter().map(|block| tell_block(0, block, true)).collect(),
    }
}

fn tell_block(id: u32, block: &Block, shown: bool) -> Told<'_> {
    Told {
        id,
        category: block.category,
        rule: &block.rule,
        words: &block.words,
        reasons: &block.reasons,
        path: &block.path,
        shown,
    }
}
