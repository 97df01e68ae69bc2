//! What the script around the module sees.

use alloc::{string::String, vec::Vec};

use endmark_core::Settings;
use wasm_bindgen::prelude::*;

use crate::apply::Mark;
use crate::entry::Choice;
use crate::list::List;
use crate::own::Select;
use crate::page::Page;

/// One page, from load to unload.
#[wasm_bindgen]
pub struct Endmark {
    page: Page,
}

#[wasm_bindgen]
impl Endmark {
    /// A page with the name of the attribute that hides; settings come before the first turn.
    #[wasm_bindgen(constructor)]
    pub fn new(mark: &str) -> Endmark {
        Self { page: Page::new(Mark::new(mark)) }
    }

    /// Works for a few milliseconds; gives the milliseconds until the next turn: 0 for as soon as
    /// the browser has breathed, infinite for not before something is heard.
    pub fn turn(&mut self, now: f64) -> f64 {
        self.page.turn(now)
    }

    /// Names of the tables of words that it waits for, set apart by blanks; to be handed over
    /// before the next turn.
    #[wasm_bindgen(getter)]
    pub fn wanted(&self) -> JsValue {
        JsValue::from_str(self.page.vocabulary.wanted())
    }

    /// Takes a table of words over; says whether the bytes are one.
    pub fn learn(&mut self, table: Vec<u8>) -> bool {
        self.page.vocabulary.learn(table).is_ok()
    }

    /// Hides what is certain while the page is still coming in, before any turn; says whether to look again when there
    /// is more of it, and nothing where it promises no article. Wants settings and the words that every page needs.
    pub fn hide_certain(&self) -> Option<bool> {
        self.page.hide_certain()
    }

    /// Child lists changed; gives what [`Endmark::turn`] gives.
    pub fn heard(&mut self, now: f64) -> f64 {
        self.page.heard(now)
    }

    /// Something was selected in the page, now or before: nobody asks what before that.
    pub fn selected(&mut self) {
        self.page.selected();
    }

    /// The address changed within the page.
    pub fn navigated(&mut self, now: f64) {
        self.page.navigated(now);
    }

    /// Grows with every change of what is hidden and of the state.
    #[wasm_bindgen(getter)]
    pub fn generation(&self) -> u32 {
        self.page.generation()
    }

    /// Number of blocks that are hidden.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> u32 {
        self.page.count()
    }

    /// How the page stands, as a list that `content/report.js` reads.
    pub fn report(&self) -> List {
        self.page.report()
    }

    /// Gives one block back.
    pub fn show(&mut self, id: u32) {
        self.page.choose(id, Choice::Shown);
    }

    /// Takes one block off again, whatever is being done in it.
    pub fn hide(&mut self, id: u32) {
        self.page.choose(id, Choice::Forced);
    }

    /// Shows one block in its place, set off from the page, and no other; 0 for none.
    pub fn point(&mut self, id: u32) {
        self.page.point(id);
    }

    /// Gives every block back, and those that would be found later.
    pub fn show_all(&mut self) {
        self.page.choose_all(Choice::Shown);
    }

    /// Takes every block off again.
    pub fn hide_all(&mut self) {
        self.page.choose_all(Choice::Hidden);
    }

    /// Gives the block back that a fragment such as `#comments` points into.
    pub fn reveal(&mut self, hash: &str) {
        self.page.reveal(hash);
    }

    /// What selects elements by the user's own rules, from the next survey on: a function that gives a map
    /// from elements to twice a rule's number, and one more where it keeps them.
    pub fn select_by(&mut self, select: Select) {
        self.page.select = Some(select);
    }

    /// Takes settings over: the categories that go, set apart by blanks, and the keys of blocks that stay, a line
    /// each; to be followed by a turn.
    pub fn set_settings(&mut self, takes: &str, kept: String) {
        self.page.set_settings(Settings::of(takes), kept);
    }
}
