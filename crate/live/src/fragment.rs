//! Where the address's fragment points.

use crate::dom::{self, Element};

/// The element that a fragment such as `#comments` points at.
pub fn find_target(hash: &str) -> Option<Element> {
    let name = hash.strip_prefix('#').unwrap_or(hash);
    if name.is_empty() {
        return None;
    }
    let document = dom::document();
    let find = |name: &str| document.by_id(name).or_else(|| document.by_name(name).item(0));
    find(name).or_else(|| find(&dom::decode(name)))
}
