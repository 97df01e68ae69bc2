//! Where a page stands.

use alloc::string::String;

use crate::part::{after, ending, until};

/// Where a page stands.
#[derive(Debug, Clone, Default)]
pub struct Address {
    /// Host name, lower-case, without port.
    pub host: String,
    /// Path, as in the address.
    pub path: String,
    /// Whether what follows the path names the page too: a query, or a route in the fragment.
    pub is_routed: bool,
}

impl Address {
    /// Reads an address such as `https://news.example/a/story.html?x#y`; of nothing comes an empty one.
    pub fn of(url: &str) -> Self {
        let rest = after(url, "://").unwrap_or(url);
        let site = until(rest, b"/?#");
        let whole = ending(rest, site.len());
        let path = until(whole, b"?#");
        let is_routed = ending(whole, path.len()).bytes().any(|byte| matches!(byte, b'=' | b'/'));
        let path = if path.is_empty() && !site.is_empty() { "/" } else { path };
        Self { host: until(site, b":").to_ascii_lowercase(), path: path.into(), is_routed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_and_path_are_told_apart() {
        let is = |url, host, path| {
            let found = Address::of(url);
            assert_eq!((&*found.host, &*found.path), (host, path), "{url}");
        };
        is("https://News.example:8080/a/b.html?c#d", "news.example", "/a/b.html");
        is("https://news.example/#top", "news.example", "/");
        is("https://news.example", "news.example", "/");
        is("https://news.example?p=7", "news.example", "/");
        is("news.example/a?b", "news.example", "/a");
        is("", "", "");
    }

    #[test]
    fn a_query_or_a_route_names_a_page() {
        let is_routed = |url| Address::of(url).is_routed;
        assert!(is_routed("https://news.example/?p=7") && is_routed("https://news.example/index.php?id=7#d"));
        assert!(is_routed("https://news.example/#!/story") && is_routed("https://news.example/#/story"));
        assert!(!is_routed("https://news.example/") && !is_routed("https://news.example/#top"));
        assert!(!is_routed("https://news.example/?home") && !is_routed(""));
    }
}
