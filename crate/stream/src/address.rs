//! Where a document stood.

use endmark_core::{
    Address, Outline,
    attribute::{CONTENT, HREF, PROPERTY, REL},
    outline::tag::LINK,
};

/// Reads an address such as `https://news.example/a/story.html?x`.
pub fn address(url: &str) -> Address {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    Address { host: host.split(':').next().unwrap_or_default().to_lowercase(), path: format!("/{path}") }
}

/// The address that a document gives as its own; an empty one where it gives none.
pub(crate) fn own_address(outline: &Outline) -> Address {
    let own = |(id, _)| match outline {
        page if page.is(id, LINK) && page.says(id, REL, "canonical") => page.attribute(id, HREF),
        page if page.attribute(id, PROPERTY) == Some("og:url") => page.attribute(id, CONTENT),
        _ => None,
    };
    let whole = outline.nodes().filter_map(own).find(|url| url.starts_with("http"));
    whole.map_or_else(Address::default, address)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn host_and_path_are_told_apart() {
        let found = address("https://News.example:8080/a/b.html?c#d");
        assert_eq!((&*found.host, &*found.path), ("news.example", "/a/b.html"));
        assert_eq!(address("").host, "");
    }
}
