//! What the user's own rules select in a document.
//!
//! The tokenizer's selector engine knows names, attributes, descendants and children, and looks at tags as
//! they come; what needs more is not supported here.

use endmark_core::{Category, filter::Filter, report::Block};
use lol_html::Selector;

use crate::tree::Id;

/// Own rules whose selectors are understood here.
#[derive(Debug, Default)]
pub(crate) struct Select {
    selectors: Vec<(usize, Selector)>,
    /// The numbers of the rules that need more than is known here.
    pub unsupported: Vec<usize>,
}

impl Select {
    /// Those of the rules that hold on a site.
    pub fn by(filters: &[Filter], host: &str) -> Self {
        let mut select = Self::default();
        for (rule, filter) in filters.iter().enumerate().filter(|(_, filter)| holds_on(filter, host)) {
            match filter.select.parse() {
                Ok(selector) => select.selectors.push((rule, selector)),
                Err(_) => select.unsupported.push(rule),
            }
        }
        select
    }

    /// Rules by their numbers.
    pub fn selectors(&self) -> impl Iterator<Item = (usize, &Selector)> {
        self.selectors.iter().map(|(rule, selector)| (*rule, selector))
    }
}

/// An element that a rule selects.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selected {
    pub element: Id,
    pub rule: usize,
}

/// Puts the rules' own words where the core knows but numbers.
pub(crate) fn name(block: &mut Block, filters: &[Filter]) {
    let rule = block.rule.parse::<usize>().ok().and_then(|rule| filters.get(rule));
    if let (Category::Own, Some(filter)) = (block.category, rule) {
        block.rule.clone_from(&filter.rule);
        for (_, value) in block.reasons.iter_mut().flat_map(|reason| &mut reason.params) {
            value.clone_from(&filter.rule);
        }
    }
}

fn holds_on(filter: &Filter, host: &str) -> bool {
    let is_below = |site: &String| {
        host.strip_suffix(site.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    (filter.hosts.is_empty() || filter.hosts.iter().any(is_below)) && !filter.but.iter().any(is_below)
}

#[cfg(test)]
mod tests {
    use endmark_core::filter::read;

    use super::*;

    #[test]
    fn rules_hold_on_their_sites() {
        let filters = read("news.example##.a\n~sub.news.example##.b\n##.c:has(p)").filters;
        let rules = |host| Select::by(&filters, host).selectors().map(|(rule, _)| rule).collect::<Vec<_>>();
        assert_eq!(rules("www.news.example"), [0, 1]);
        assert_eq!(rules("sub.news.example"), [0]);
        assert_eq!(rules("othernews.example"), [1]);
        assert_eq!(Select::by(&filters, "").unsupported, [2]);
    }
}
