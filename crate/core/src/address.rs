//! Where a page stands.

use alloc::string::String;

use crate::part::{after, ending, until};

/// Where a page stands.
#[derive(Debug, Clone, Default)]
pub struct Address {
    /// Host name, lower-case, without port.
    pub host: String,
    /// Path, as in the address; at the root of a site with all that follows, which then names the page.
    pub path: String,
}

impl Address {
    /// Reads an address such as `https://news.example/a/story.html?x#y`; of nothing comes an empty one.
    pub fn of(url: &str) -> Self {
        let rest = after(url, "://").unwrap_or(url);
        let site = until(rest, b"/?#");
        let whole = ending(rest, site.len());
        let path = until(whole, b"?#");
        let path = if path.len() > 1 { path } else { whole };
        Self { host: until(site, b":").to_ascii_lowercase(), path: path.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> (String, String) {
        let Address { host, path } = Address::of(url);
        (host, path)
    }

    #[test]
    fn host_and_path_are_told_apart() {
        let is = |url, host: &str, path: &str| assert_eq!(read(url), (host.into(), path.into()), "{url}");
        is("https://News.example:8080/a/b.html?c#d", "news.example", "/a/b.html");
        is("https://news.example/", "news.example", "/");
        is("https://news.example/#!/story", "news.example", "/#!/story");
        is("https://news.example/?p=7#d", "news.example", "/?p=7#d");
        is("news.example/a?b", "news.example", "/a");
        is("https://news.example", "news.example", "");
        is("", "", "");
    }
}
