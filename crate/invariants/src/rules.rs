//! The user's own rules: every line is read or refused, always in the same way, and what is read can be used.

use std::collections::BTreeSet;

use endmark_core::{
    filter::{DEEPEST, Filter, LONGEST, MOST, read},
    outline::tag::H1,
};

use crate::clean::cleaned;

const PAGE: &str = "<!doctype html><html><head><meta property=og:type content=article></head><body class=box>\
    <h1 id=a>The boat</h1><div class='bio box'><p>Ann writes.</p></div><p class=a>The boat had been late.</p>\
    <ul><li class=box title=x>Also</li></ul><form><input type=email></form></body></html>";

/// Reads a list of rules, and uses it.
pub fn check(list: &[u8]) {
    let list = String::from_utf8_lossy(list);
    let rules = read(&list);
    assert_eq!(rules, read(&list));
    assert!(rules.filters.len() <= MOST);
    let lines: Vec<&str> = list.trim_start_matches('\u{feff}').lines().map(str::trim).collect();
    let told: Vec<usize> =
        rules.filters.iter().map(|f| f.line).chain(rules.faults.iter().map(|f| f.line)).collect();
    assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), told.len(), "a line is told twice");
    let silent = |&(at, line): &(usize, &&str)| !line.is_empty() && !told.contains(&(at + 1));
    for (_, line) in lines.iter().enumerate().filter(silent) {
        assert!(line.starts_with(['!', '[', '#']), "nothing is said of {line:?}");
    }
    rules.filters.iter().for_each(|filter| assert_usable(filter, &lines));
    // What a selector means is for the page to say: nothing of it may break a document.
    if let Ok((cleaning, _)) = cleaned(PAGE.as_bytes(), &[usize::MAX], &rules.filters) {
        let taken = cleaning.cutting.taken.iter().flat_map(|removal| &removal.nodes);
        let outline = &cleaning.survey.outline;
        assert!(taken.into_iter().all(|&node| !outline.whole(node).any(|n| outline.is(n, H1))));
    }
}

fn assert_usable(filter: &Filter, lines: &[&str]) {
    let Filter { line, rule, hosts, but, select, .. } = filter;
    assert_eq!(lines.get(line - 1), Some(&rule.as_str()));
    let again = read(rule);
    assert_eq!(again.filters, [Filter { line: 1, ..filter.clone() }]);
    assert!(rule.len() <= LONGEST && !select.is_empty() && !select.contains(['{', '}', '\n']));
    assert!(hosts.iter().chain(but).all(|host| !host.is_empty() && !host.contains(['/', ' ', ','])));
    let opened =
        |upto: &str| upto.matches(['(', '[']).count().saturating_sub(upto.matches([')', ']']).count());
    assert!(opened(select) == 0 && select.char_indices().all(|(at, _)| opened(&select[..at]) <= DEEPEST));
}
