//! What the popup is told.

use endmark_core::report::Block;

use crate::ledger::Ledger;
use crate::list::List;

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

    fn why(self) -> &'static str {
        match self {
            Self::Working | Self::Done => "",
            Self::NotArticle(why) | Self::Stopped(why) => why,
        }
    }
}

/// Tells how a page stands: state, why, then block after block.
pub fn tell(state: State, ledger: &Ledger, nearly: &[Block]) -> List {
    let report = List::new();
    report.text(state.name());
    report.text(state.why());
    for entry in ledger.blocks() {
        tell_block(&report, entry.id, &entry.block, entry.is_hidden());
    }
    for block in nearly {
        tell_block(&report, 0, block, false);
    }
    report
}

/// What is told of a block, its reasons last, each behind how many there are; those that were nearly taken have the
/// number 0.
fn tell_block(report: &List, id: u32, block: &Block, hidden: bool) {
    report.number(id);
    report.number(hidden.into());
    let told = [block.category.name(), &block.rule, &block.words, &block.path, &block.key()];
    told.iter().for_each(|text| report.text(text));
    report.number(block.reasons.len() as u32);
    for reason in &block.reasons {
        report.text(reason.key);
        report.number(reason.params.len() as u32);
        for (name, value) in &reason.params {
            report.text(name);
            report.text(value);
        }
    }
}
