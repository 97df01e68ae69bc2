//! The address that a document gives as its own.

use endmark_core::{
    Address, Outline,
    attribute::{CONTENT, HREF, PROPERTY, REL},
    outline::tag::LINK,
};

/// The address that a document gives as its own; an empty one where it gives none. Many name their site's front
/// page on every page.
pub(crate) fn own_address(outline: &Outline) -> Address {
    let own = |(id, _)| match outline {
        page if page.is(id, LINK) && page.says(id, REL, "canonical") => page.attribute(id, HREF),
        page if page.attribute(id, PROPERTY) == Some("og:url") => page.attribute(id, CONTENT),
        _ => None,
    };
    let whole = outline.nodes().filter_map(own).filter(|url| url.starts_with("http"));
    whole.map(Address::of).find(|address| address.path.len() > 1 || address.is_routed).unwrap_or_default()
}
