//! The elements whose rarer attributes are read, found by the browser's own selector engine and
//! met one after the other on the way through the page.

use endmark_core::survey::PLACES;

use crate::dom::{self, Element, Node, NodeList};

/// Set by the browser where one node follows another.
const FOLLOWING: u16 = 4;

/// The places of a page in document order, and which is met next.
pub struct Places {
    list: NodeList,
    at: u32,
    next: Option<Element>,
}

impl Places {
    /// The places as they are now.
    pub fn find() -> Self {
        let list = dom::document().inside(PLACES);
        Self { next: list.item(0), list, at: 0 }
    }

    /// Whether an element on the way is a place.
    pub fn meet(&mut self, element: &Element) -> bool {
        let met = self.next.as_ref() == Some(element);
        if met {
            self.advance();
        }
        met
    }

    /// After a pause, at this node: places that the page has taken from the way ahead are let go.
    pub fn catch_up(&mut self, node: &Node) {
        let is_ahead = |place: &Element| {
            let place: &Node = place.as_ref();
            place == node || place.is_connected() && node.compare(place) & FOLLOWING != 0
        };
        while self.next.as_ref().is_some_and(|place| !is_ahead(place)) {
            self.advance();
        }
    }

    /// Goes on to the next place that is still in the page.
    fn advance(&mut self) {
        self.next = core::iter::from_fn(|| {
            self.at += 1;
            self.list.item(self.at)
        })
        .find(|place| place.is_connected());
    }
}
