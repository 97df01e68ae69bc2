//! Judges a page that was read, in slices.

use alloc::{boxed::Box, rc::Rc, vec::Vec};
use core::{cell::Cell, future::Future, pin::Pin, task::Poll};

use endmark_core::{
    Address, Analysis, Outline, Settings, Weights, Words, analyse_at,
    pace::{Pace, go_on},
};

use crate::dom::{self, Element};

/// So many questions whether a slice is over end it, whatever the clock says.
const QUESTIONS: u32 = 512;

/// A page being judged.
pub struct Judging {
    work: Pin<Box<dyn Future<Output = Analysis>>>,
    slice: Rc<Slice>,
    /// The elements of the page by their numbers in its outline.
    pub elements: Vec<Element>,
}

impl Judging {
    /// Begins to judge the page that stands at the document's address.
    pub fn begin(outline: Outline, elements: Vec<Element>, settings: Settings, words: Rc<Words>) -> Self {
        let address = Address::of(&dom::document().address());
        let slice = Rc::new(Slice::default());
        let ours = Rc::clone(&slice);
        let work = Box::pin(async move {
            let is_over = || ours.is_over();
            analyse_at(Pace::of(&is_over), &outline, &address, &settings, &words, &Weights::OWN).await
        });
        Self { work, slice, elements }
    }

    /// Judges on for about so many milliseconds; gives what comes out at the end.
    pub fn advance(&mut self, time: f64) -> Option<Analysis> {
        self.slice.begin(time);
        match go_on(self.work.as_mut()) {
            Poll::Ready(analysis) => Some(analysis),
            Poll::Pending => None,
        }
    }
}

/// The time that may be taken at once.
#[derive(Default)]
struct Slice {
    end: Cell<f64>,
    questions: Cell<u32>,
}

impl Slice {
    fn begin(&self, time: f64) {
        self.end.set(dom::clock() + time);
        self.questions.set(QUESTIONS);
    }

    fn is_over(&self) -> bool {
        let left = self.questions.get() - 1;
        self.questions.set(left);
        left == 0 || dom::clock() >= self.end.get()
    }
}
