//! The user's own rules, in the syntax of ad blockers' cosmetic filters: `example.com##.box`,
//! `##.box`, `#@#` for exceptions, `:has-text(…)` at the end of a selector, `!` before comments.
//!
//! Read in linear time. What goes beyond hiding is refused, with its line and reason; whether a selector
//! is one is for the browser to say.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

mod selection;

use serde::Serialize;

/// Rules in one list.
pub const MOST: usize = 5_000;
/// Bytes of one rule.
pub const LONGEST: usize = 2_048;
/// Brackets in brackets.
pub const DEEPEST: usize = 8;

/// One rule that can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filter {
    /// Its line in the list, from 1.
    pub line: usize,
    /// As the user wrote it.
    pub rule: String,
    /// Sites where it holds, with all below them; empty where it holds everywhere.
    pub hosts: Vec<String>,
    /// Sites where it does not.
    pub but: Vec<String>,
    /// Whether what it selects is to stay.
    pub keeps: bool,
    /// What it selects.
    pub select: String,
    /// Words that stand in what it selects; empty where any may.
    pub text: String,
}

/// A line that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// Key of the reason, without its prefix.
    pub key: &'static str,
    /// What the reason is about; empty where it says all.
    pub name: String,
}

/// What a list of rules says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Filters {
    /// In the order of the list.
    pub filters: Vec<Filter>,
    /// In the order of the list.
    pub faults: Vec<Fault>,
}

/// Why a rule is refused, and what of it.
type Refusal = (&'static str, String);

/// Separators between sites and selector, those that begin like another first.
const SEPARATORS: [(&str, Result<bool, &str>); 9] = [
    ("#@$?#", Err("style")),
    ("#$?#", Err("style")),
    ("#@?#", Ok(true)),
    ("#@$#", Err("style")),
    ("#@#", Ok(true)),
    ("#?#", Ok(false)),
    ("#$#", Err("style")),
    ("#%#", Err("script")),
    ("##", Ok(false)),
];

/// Reads a list of rules.
pub fn read(list: &str) -> Filters {
    let mut read = Filters::default();
    for (at, line) in list.trim_start_matches('\u{feff}').lines().enumerate() {
        let (rule, line) = (line.trim(), at + 1);
        if rule.is_empty() || is_comment(rule) {
            continue;
        }
        match read_rule(rule, line) {
            Ok(_) if read.filters.len() == MOST => {
                read.faults.push(refuse(line, ("too-many", String::new())))
            }
            Ok(filter) => read.filters.push(filter),
            Err(refusal) => read.faults.push(refuse(line, refusal)),
        }
    }
    read
}

fn refuse(line: usize, (key, name): Refusal) -> Fault {
    Fault { line, key, name }
}

/// Comments begin with `!`, or with `#` and a blank as in lists of hosts; `[Adblock Plus]` heads a list.
fn is_comment(rule: &str) -> bool {
    rule.starts_with(['!', '[']) || rule == "#" || rule.starts_with("# ")
}

fn read_rule(rule: &str, line: usize) -> Result<Filter, Refusal> {
    if rule.len() > LONGEST {
        return Err(("too-long", String::new()));
    }
    let Some((sites, keeps, body)) = split(rule)? else {
        let network = rule.starts_with(['|', '@', '/']) || rule.contains(['$', '^', '*', '.']);
        return Err((if network { "network" } else { "not-hiding" }, String::new()));
    };
    let (hosts, but) = read_sites(sites)?;
    let (select, text) = selection::read(body)?;
    Ok(Filter { line, rule: rule.to_owned(), hosts, but, keeps, select, text })
}

/// Sites, whether it is an exception, and what follows the first separator.
fn split(rule: &str) -> Result<Option<(&str, bool, &str)>, Refusal> {
    let marks = rule.bytes().enumerate().filter(|(_, byte)| *byte == b'#').map(|(at, _)| at);
    for at in marks {
        let found = SEPARATORS.iter().find(|(separator, _)| rule[at..].starts_with(separator));
        if let Some((separator, meaning)) = found {
            let keeps = meaning.map_err(|key| (key, String::new()))?;
            return Ok(Some((&rule[..at], keeps, rule[at + separator.len()..].trim())));
        }
    }
    Ok(None)
}

/// The sites where a rule holds, and those where it does not.
fn read_sites(sites: &str) -> Result<(Vec<String>, Vec<String>), Refusal> {
    let (mut hosts, mut but) = (Vec::new(), Vec::new());
    for site in sites.split(',').map(str::trim).filter(|site| !site.is_empty()) {
        let (name, list) = match site.strip_prefix('~') {
            Some(name) => (name, &mut but),
            None => (site, &mut hosts),
        };
        let host = name.trim_start_matches("*.").trim_start_matches("www.").to_ascii_lowercase();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if host.is_empty() || !host.bytes().all(plain) || host.split('.').any(str::is_empty) {
            return Err(("host", site.to_owned()));
        }
        list.push(host);
    }
    Ok((hosts, but))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(rule: &str) -> Filter {
        let read = read(rule);
        assert!(read.faults.is_empty(), "{rule}: {:?}", read.faults);
        read.filters[0].clone()
    }

    fn refusal(rule: &str) -> &'static str {
        let read = read(rule);
        assert!(read.filters.is_empty(), "{rule} was taken");
        read.faults[0].key
    }

    #[test]
    fn sites_selector_and_words_are_read() {
        let filter = one("example.com,~shop.example.com,www.b.example##div.box > p:has-text(Read more)");
        assert_eq!(filter.hosts, ["example.com", "b.example"]);
        assert_eq!(filter.but, ["shop.example.com"]);
        assert_eq!((&*filter.select, &*filter.text), ("div.box > p", "Read more"));
        assert!(!filter.keeps);
        assert!(one("example.com#@#.box").keeps);
        assert_eq!(one("##[href^=\"https://a.example/#x\"]").select, "[href^=\"https://a.example/#x\"]");
        assert_eq!(one("###promo").select, "#promo");
        assert_eq!(one("##[title=\"a::b\"]:not(.c)").select, "[title=\"a::b\"]:not(.c)");
    }

    #[test]
    fn comments_are_passed_over_and_lines_counted() {
        let read = read("\u{feff}! mine\r\n[Adblock Plus 2.0]\r\n# a note\r\n\r\n##.a\r\nnonsense");
        assert_eq!(read.filters[0].line, 5);
        assert_eq!((read.faults[0].line, read.faults[0].key), (6, "not-hiding"));
    }

    #[test]
    fn what_does_not_only_hide_is_refused() {
        for (rule, key) in [
            ("##.a:style(background: url(//x))", "style"),
            ("##.a:remove()", "style"),
            ("a.example#$#.a { color: red }", "style"),
            ("a.example##+js(nowebrtc)", "script"),
            ("a.example#%#alert(1)", "script"),
            ("a.example##^script:has-text(x)", "source"),
            ("||ads.example^$removeparam=utm", "network"),
            ("##.a:matches-css(display: none)", "unknown"),
            ("##:xpath(//div)", "unknown"),
            ("##.a::before", "unknown"),
            ("##.a:not([b]::after)", "unknown"),
            ("##.a:not(:Before)", "unknown"),
            ("##.a:has-text(/b+/)", "unknown"),
            ("##.a:has-text(b) > .c", "unknown"),
            ("example.*##.a", "host"),
            ("a b##.a", "host"),
            ("##", "selector"),
            ("##.a)", "selector"),
            ("##.a(", "selector"),
            ("##.a:not(::b]c(.d)", "selector"),
        ] {
            assert_eq!(refusal(rule), key, "{rule}");
        }
    }

    #[test]
    fn what_takes_the_whole_page_is_refused() {
        for rule in [
            "##*",
            "##html",
            "##BODY",
            "##:root",
            "##*:not(.x)",
            "##main",
            "##.a, body",
            "##html > body",
            "##:not(#a)",
            "##article:not([id])",
        ] {
            assert_eq!(refusal(rule), "everything", "{rule}");
        }
        for rule in
            ["##main > .box", "##body > div:nth-of-type(2)", "##:is(.a, .b)", "##article.promo", "##div"]
        {
            one(rule);
        }
    }

    #[test]
    fn size_is_limited_and_reading_linear() {
        assert_eq!(refusal(&["##.", &"a".repeat(LONGEST)].concat()), "too-long");
        assert_eq!(refusal(&["##", &":not(".repeat(9), ".a", &")".repeat(9)].concat()), "too-deep");
        let many = read(&"##.a\n".repeat(100_000));
        assert_eq!((many.filters.len(), many.faults.len()), (MOST, 100_000 - MOST));
        assert_eq!(read(&"#".repeat(1 << 20)).faults[0].key, "too-long");
    }
}
