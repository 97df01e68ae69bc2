//! What an address is for: sharing, following, reading on.

use alloc::{string::String, vec::Vec};

use crate::{
    names::tokens,
    part::{after, contains},
    table::List,
    words::Words,
};

impl Words {
    /// Whether an address passes the page on.
    pub(crate) fn shares(&self, href: &str) -> bool {
        let href = href.to_ascii_lowercase();
        self.list(List::Share).any(|part| contains(&href, part))
    }

    /// Whether an address is a profile on a network.
    pub(crate) fn follows(&self, href: &str) -> bool {
        let Some(host) = host_of(href) else { return false };
        let is_of = |network: &str| {
            host.strip_suffix(network).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.list(List::Follow).any(is_of)
    }

    /// Whether an address is an author's page.
    pub(crate) fn leads_to_author(&self, href: &str) -> bool {
        href.split('/').any(|step| self.list(List::Authors).any(|author| author == step))
    }

    /// Whether a class, label or title names a network or a way to pass a page on.
    pub(crate) fn name_network(&self, text: &str) -> bool {
        text.len() <= 120 && tokens(text).iter().any(|t| self.list(List::Networks).any(|name| name == t))
    }
}

/// The host of an absolute address, in lower case, without port.
pub fn host_of(href: &str) -> Option<String> {
    let rest = after(href, "://").or_else(|| href.strip_prefix("//"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

/// Whether an address leads away from a site: another host, of which neither is part of the other.
pub fn leaves(href: &str, host: &str) -> bool {
    let Some(other) = host_of(href) else { return false };
    site(&other) != site(host)
}

/// The last two labels of a host (three where the second last is short, as in `co.uk`).
fn site(host: &str) -> &str {
    let mut dots: Vec<usize> = host.match_indices('.').map(|(at, _)| at).collect();
    let second = dots.pop().and_then(|last| dots.last().map(|before| last - before - 1));
    let wanted = if second.is_some_and(|length| length <= 3) { 2 } else { 1 };
    let from = dots.len().checked_sub(wanted).and_then(|at| dots.get(at)).map_or(0, |at| at + 1);
    &host[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_told_apart() {
        assert!(!leaves("https://www.paper.example.com/a", "sport.paper.example.com"));
        assert!(!leaves("/a/b", "paper.com"));
        assert!(!leaves("https://m.paper.co.uk/", "www.paper.co.uk"));
        assert!(leaves("https://other.co.uk/", "www.paper.co.uk"));
    }

    #[test]
    fn links_that_share_are_known_by_their_address() {
        let words = Words::all();
        assert!(words.shares("https://www.facebook.com/sharer/sharer.php?u=x"));
        assert!(!words.shares("https://www.facebook.com/paper"));
        assert!(words.follows("https://www.facebook.com/paper"));
        assert!(words.name_network("icon-facebook") && !words.name_network("inline through faces"));
    }
}
