//! The address that a document gives as its own.

use endmark_core::{
    Address, Outline,
    attribute::{CONTENT, HREF, PROPERTY, REL},
    outline::tag::LINK,
};

/// The address that a document gives as its own; an empty one where it gives none.
pub(crate) fn own_address(outline: &Outline) -> Address {
    let own = |(id, _)| match outline {
        page if page.is(id, LINK) && page.says(id, REL, "canonical") => page.attribute(id, HREF),
        page if page.attribute(id, PROPERTY) == Some("og:url") => page.attribute(id, CONTENT),
        _ => None,
    };
    let whole = outline.nodes().filter_map(own).find(|url| url.starts_with("http"));
    whole.map_or_else(Address::default, Address::of)
}
