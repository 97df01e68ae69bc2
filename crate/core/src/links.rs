//! What an address is for: sharing, following, reading on.

use alloc::string::String;

use crate::{
    Address,
    names::tokens,
    normal::normalise,
    part::{after, beginning, ending, ends_in, joined, parts, split_last, until, words},
    table::List,
    words::Words,
};

/// Second last labels of hosts that countries' registries hand out names below; some do so in one country alone.
const REGISTRIES: &str = "ac ad asn asso co com ed edu gen go gob gouv gov govt gv idv jus k12 leg lg ltd mil ne net \
    nhs nom or org pe plc re sch my.id web.id in.th in.ua me.uk web.tr";
/// What names a network has at most this many bytes.
const LONGEST_NAME: usize = 120;
/// What an author who invites to follow is taken for.
const SELF: &str = "us";

impl Words {
    /// Whether an address passes the page on.
    pub(crate) fn shares(&self, href: &str) -> bool {
        let bytes = href.as_bytes();
        let begins = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let is_part = |at: usize| {
            let like = |part: &str| beginning(ending(href, at), part.len()).eq_ignore_ascii_case(part);
            self.opens(List::Share, &bytes[at..], &like)
        };
        (0..bytes.len()).any(|at| begins(at) && is_part(at))
    }

    /// Whether a host is a network's, where profiles are.
    pub(crate) fn follows(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let is_of = |network: &str| {
            host.strip_suffix(network).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.lists(List::Follow, &is_of)
    }

    /// Whether an address is an author's page.
    pub(crate) fn leads_to_author(&self, href: &str) -> bool {
        parts(href, b"/").any(|step| self.opens(List::Authors, step.as_bytes(), &|author| author == step))
    }

    /// Whether an address leads to a file that is no page.
    pub(crate) fn is_file(&self, href: &str) -> bool {
        let (_, end) = split_last(path_of(href), b'.');
        self.lists(List::Files, &|file| file.eq_ignore_ascii_case(end))
    }

    /// Whether a text or an address speaks of a newsletter.
    pub(crate) fn speaks_of_newsletter(&self, text: &str) -> bool {
        let text = normalise(text);
        let bytes = text.as_bytes();
        let names = |at: usize| {
            self.opens(List::Newsletters, &bytes[at..], &|part| ending(&text, at).starts_with(part))
        };
        (0..bytes.len()).any(names)
    }

    /// Whether an address on a network is a profile itself: no post, film, event or file of one.
    pub(crate) fn is_profile(&self, href: &str) -> bool {
        let mut steps = parts(path_of(href), b"/");
        let first = steps.next().unwrap_or_default();
        let is_in = |list| self.has(list, first);
        let most = usize::from(is_in(List::Profiles)) * 2;
        !is_in(List::Posts) && steps.count() <= most
    }

    /// Whether a text invites to follow somebody on a network, in words that are nobody's else or with an author's name.
    pub(crate) fn invites_to_follow(&self, text: &str, authors: &[String]) -> bool {
        let quoted = text.chars().any(is_quote);
        let mut text = normalise(text);
        let named = authors.iter().find_map(|author| words(&text, author));
        if let Some((before, rest)) = named {
            text = joined(&[before, SELF, rest]);
        }
        self.lists(List::Followers, &|part| {
            words(&text, part).is_some_and(|(before, _)| {
                // A name before a handle is the writer's.
                let open = before.is_empty() || !part.ends_with('@');
                !quoted && open || ends_in(before, ".!?|–—")
            })
        })
    }

    /// Whether a class, label or title names a network or a way to pass a page on.
    pub(crate) fn names_network(&self, text: &str) -> bool {
        text.len() <= LONGEST_NAME && parts(&tokens(text), b" ").any(|t| self.has(List::Networks, t))
    }
}

/// The host of an absolute address as it stands there, without port.
pub fn host_in(href: &str) -> Option<&str> {
    let rest = after(href, "://").or_else(|| href.strip_prefix("//"))?;
    Some(until(rest, b"/?#:")).filter(|host| !host.is_empty())
}

/// Whether an address leads away from a site: another host, of which neither is part of the other.
pub fn leaves(href: &str, host: &str) -> bool {
    host_in(href).is_some_and(|other| !site(other).eq_ignore_ascii_case(site(host)))
}

/// A host without what says that it is on the web.
fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Signs of what somebody says.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '『')
}

/// Whether an address that stays on a site names an article there, other than the one at `path`.
pub fn names_article(href: &str, path: &str) -> bool {
    let other = path_of(href);
    !href.starts_with('#') && is_slug(other) && without_end(other) != without_end(path)
}

/// Whether an address is a place on a page or one of the pages that its text is spread over.
pub fn is_part_of(href: &str, path: &str) -> bool {
    if href.starts_with('#') || href.starts_with('?') {
        return true;
    }
    let Some(rest) = path_of(href).strip_prefix(without_end(path)) else { return false };
    path.len() > 1 && rest.bytes().all(|b| b == b'/' || b.is_ascii_digit())
}

/// Whether an address stands where a page's does on its site: in the same part of it, as deep in it, or told from there.
pub fn stands_along<'a>(href: &'a str, address: &'a Address) -> bool {
    let (path, own) = (path_of(href), &*address.path);
    // A part that is a year ends in nothing: all years are one.
    let part = |path: &'a str| until(ending(path, 1), b"/0123456789");
    let relative = if path.is_empty() { href.starts_with('?') } else { !path.starts_with('/') };
    relative || depth(path) == depth(own) || path.len() > 1 && part(path) == part(own)
}

/// Whether a page stands in a part of its site, not at its top.
pub fn is_in_part(address: &Address) -> bool {
    depth(&address.path) > 1
}

/// Whether an address that stays on a site is its first page.
pub fn is_front(href: &str) -> bool {
    !href.starts_with(['#', '?']) && without_end(path_of(href)).is_empty()
}

/// How many steps a path has.
fn depth(path: &str) -> usize {
    without_end(path).bytes().filter(|&byte| byte == b'/').count()
}

/// Whether an address stands where a page's does, and is not the next of a series.
pub fn goes_along<'a>(href: &'a str, address: &'a Address) -> bool {
    let (path, own) = (path_of(href), &*address.path);
    let step = |path: &'a str| until(step_of(path), b".");
    let series = |path: &'a str| until(step(path), b"0123456789");
    host_in(href).is_none_or(|host| bare(host).eq_ignore_ascii_case(bare(&address.host)))
        && stands_along(href, address)
        && !step(path).starts_with(step(own))
        && (series(own).is_empty() || series(path) != series(own))
}

/// The path of an address, without host, query and fragment.
fn path_of(href: &str) -> &str {
    let rest = after(href, "://").or_else(|| href.strip_prefix("//"));
    let path = rest.map_or(href, |rest| ending(rest, until(rest, b"/").len()));
    until(path, b"?#")
}

/// The last step of a path; that of its folder where it is a folder's first page.
fn step_of(path: &str) -> &str {
    let (folder, step) = split_last(without_end(path), b'/');
    if step.starts_with("index.") { split_last(folder, b'/').1 } else { step }
}

fn without_end(path: &str) -> &str {
    path.strip_suffix('/').unwrap_or(path)
}

/// Whether the last step of a path is made of words or carries an article's number.
pub fn is_slug(path: &str) -> bool {
    let step = step_of(path);
    let words = parts(step, b"-_").filter(|word| word.len() > 1).count();
    let digits = step.bytes().filter(u8::is_ascii_digit).count();
    words >= 3 || digits >= 5
}

/// The last two labels of a host (three where a country's registry hands out names below the second last, as `co.uk`).
fn site(host: &str) -> &str {
    let (rest, last) = split_last(host, b'.');
    let (rest, second) = split_last(rest, b'.');
    let tail = ending(host, host.len().saturating_sub(second.len() + last.len() + 1));
    let shared = last.len() == 2
        && parts(REGISTRIES, b" ")
            .any(|name| name.eq_ignore_ascii_case(second) || name.eq_ignore_ascii_case(tail));
    let rest = if shared { split_last(rest, b'.').0 } else { rest };
    if rest.is_empty() { host } else { ending(host, rest.len() + 1) }
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
        assert!(!leaves("https://M.Paper.Co.UK/", "www.paper.co.uk"));
        assert!(leaves("https://other.my.id/", "paper.my.id") && !leaves("https://sport.web.zz/a", "web.zz"));
        assert!(
            !leaves("https://sport.sea.example/a", "www.sea.example") && leaves("https://a.com/", "b.com")
        );
        assert!(!leaves("//paper.or.jp/a", "www.paper.or.jp") && !leaves("https://sea.zz", "www.sea.zz"));
    }

    #[test]
    fn addresses_of_articles_end_in_words() {
        assert!(is_slug("/city/storm-closes-harbour-for-week/") && is_slug("/article1234567.html"));
        assert!(!is_slug("/about-us") && !is_slug("/") && !is_slug("/index.html"));
        assert!(is_slug("/2026/05/03/city/storm-closes-harbour/index.html") && !is_slug("/city/index.html"));
    }

    #[test]
    fn other_articles_of_a_site_are_told_from_the_rest() {
        let words = Words::all();
        let path = "/city/the-storm-of-may/";
        let leads = |href: &str| names_article(href, path);
        assert!(leads("https://www.paper.com/city/the-flood-of-june?from=a"));
        assert!(leads("/city/the-flood-of-june#top"));
        assert!(!leads("/city/the-storm-of-may"));
        assert!(!leads("#the-storm-of-may") && !leads("/about/"));
        assert!(words.is_file("/files/report-of-may-2026.PDF") && !words.is_file("/files/report.html"));
    }

    #[test]
    fn what_goes_along_stands_beside_a_page() {
        let here = Address::of("https://paper.com/city/the-storm-part-1.html");
        assert!(stands_along("the-race.html", &here) && stands_along("?page=2", &here));
        assert!(!stands_along("#comments", &here) && !stands_along("/the-race", &here));
        assert!(goes_along("/sport/the-race", &here) && goes_along("https://paper.com/city/a/b/c", &here));
        assert!(!goes_along("/go/to/a/shop", &here) && !goes_along("/city/the-storm-part-2.html", &here));
        assert!(!goes_along("https://other.paper.com/city/the-race", &here));
        assert!(!goes_along("/the-storm-2", &Address::of("https://paper.com/the-storm.html")));
        let dated = Address::of("https://paper.com/2025/11/27/travel/the-storm/index.html");
        assert!(stands_along("/2026/07/22/world/islands/the-race/index.html", &dated));
        assert!(!stands_along("/about/terms", &dated));
    }

    #[test]
    fn pages_of_one_text_are_told_from_other_articles() {
        assert!(
            is_part_of("#notes", "/a/storm/")
                && is_part_of("?page=2", "/")
                && is_part_of("/a/storm?page=2", "/a/storm/")
        );
        assert!(is_part_of("https://paper.com/a/storm/2/", "/a/storm"));
        assert!(!is_part_of("/a/storm-two", "/a/storm") && !is_part_of("/a/", "/"));
    }

    #[test]
    fn links_that_share_are_known_by_their_address() {
        let words = Words::all();
        let authors = [String::from("ada keel")];
        let invites = |text: &str| words.invites_to_follow(text, &authors);
        assert!(words.shares("https://www.facebook.com/sharer/sharer.php?u=x"));
        assert!(!words.shares("https://www.facebook.com/paper"));
        assert!(
            words.is_profile("https://www.youtube.com/channel/paper/")
                && words.is_profile("https://x.com/paper")
        );
        assert!(
            !words.is_profile("https://www.youtube.com/watch?v=1")
                && !words.is_profile("https://x.com/paper/status/1")
        );
        assert!(invites("Follow us on X") && !invites("He became famous on X"));
        assert!(!invites("“Follow us on X”, she said"));
        assert!(invites("More soon. Follow @paper") && !invites("By Ada Keel Follow @keel"));
        assert!(invites("Follow Ada Keel on X.") && !invites("Follow the Red Cross on X."));
        assert!(words.follows("www.facebook.com") && !words.follows("myfacebook.com"));
        assert!(words.names_network("icon-facebook") && !words.names_network("inline through faces"));
    }
}
