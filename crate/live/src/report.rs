//! What the popup is told.

use endmark_core::report::{Block, Reason};
use wasm_bindgen::JsValue;

use crate::ledger::Ledger;
use crate::object::{List, Object};

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

/// Tells how a page stands: `{state, why, blocks, nearly}`.
pub fn tell(state: State, ledger: &Ledger, nearly: &[Block]) -> Object {
    let (blocks, almost) = (List::new(), List::new());
    for entry in ledger.blocks() {
        blocks.push(&tell_block(entry.id, &entry.block, !entry.is_hidden()));
    }
    for block in nearly {
        almost.push(&tell_block(0, block, true));
    }
    let report = Object::new();
    report.set("state", &state.name().into());
    report.set("why", &state.why().map_or(JsValue::NULL, JsValue::from_str));
    report.set("blocks", &blocks);
    report.set("nearly", &almost);
    report
}

/// What is told of a block. Those that were nearly taken have the number 0.
fn tell_block(id: u32, block: &Block, shown: bool) -> Object {
    let reasons = List::new();
    for reason in &block.reasons {
        reasons.push(&tell_reason(reason));
    }
    let told = Object::new();
    told.set("id", &id.into());
    for (name, text) in [
        ("category", block.category.name()),
        ("rule", &block.rule),
        ("words", &block.words),
        ("path", &block.path),
        ("key", &block.key()),
    ] {
        told.set(name, &text.into());
    }
    told.set("reasons", &reasons);
    told.set("shown", &shown.into());
    told
}

fn tell_reason(reason: &Reason) -> Object {
    let (told, params) = (Object::new(), Object::new());
    for (name, value) in &reason.params {
        params.set(name, &value.as_str().into());
    }
    told.set("key", &reason.key.into());
    told.set("params", &params);
    told
}
