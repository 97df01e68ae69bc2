//! Where the address's fragment points.

use endmark_core::part::after;

use crate::dom::{self, Element};

/// The element that the fragment of an address such as `/story#comments` points at.
pub fn find_target(address: &str) -> Option<Element> {
    let name = after(address, "#")?;
    if name.is_empty() {
        return None;
    }
    let document = dom::document();
    let find = |name: &str| document.by_id(name).or_else(|| document.by_name(name).item(0));
    find(name).or_else(|| find(&dom::decode(name)))
}
