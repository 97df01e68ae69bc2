//! Platforms' own markup: rules as lines of text, as they stand in the table that every page needs.
//! A line is read only where an element has what its selector needs.

use alloc::vec::Vec;

use crate::{
    category::Category,
    hash::hash_all,
    outline::{NodeId, Outline},
    part::split_last,
    selector::{TESTS, matches},
    table::List,
    words::Words,
};

/// Stands for no line's number.
const NONE: u16 = u16::MAX;

/// One rule: markup that a platform writes for one kind of clutter.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    number: usize,
    /// What kind of clutter it is.
    pub category: Category,
    /// Whether the markup alone is several kinds of evidence: reserved identifiers, vendors' prefixes.
    pub unmistakable: bool,
}

impl Rule {
    fn read(number: usize, line: &str) -> Option<Self> {
        let (rest, strength) = split_last(line, b'\t');
        let category = *Category::ALL.get(split_last(rest, b'\t').1.parse::<usize>().ok()?)?;
        let unmistakable = strength == "platform";
        Some(Self { number, category, unmistakable })
    }

    /// Its name, told to the user.
    pub fn name(self, words: &Words) -> &str {
        self.part(words, 0)
    }

    /// Who writes such markup.
    pub fn platform(self, words: &Words) -> &str {
        self.part(words, 1)
    }

    fn part(self, words: &Words, at: usize) -> &str {
        let line = words.list(List::Rules).filter(|line| !line.starts_with('\t')).nth(self.number);
        line.and_then(|line| line.split('\t').nth(at)).unwrap_or_default()
    }
}

/// All rules, their selectors found by what an element needs to be matched.
#[derive(Debug)]
pub struct Rules<'a> {
    rules: Vec<Option<Rule>>,
    lines: Vec<Line<'a>>,
    /// The line added last, for each remainder of the hashes.
    last: [u16; 256],
}

/// One selector.
#[derive(Debug)]
struct Line<'a> {
    key: u32,
    rule: usize,
    selector: &'a str,
    /// The line before it with the same remainder.
    before: u16,
}

impl<'a> Rules<'a> {
    /// Takes the rules out of the words.
    pub fn of(words: &'a Words) -> Self {
        let mut all = Self { rules: Vec::new(), lines: Vec::new(), last: [NONE; 256] };
        for line in words.list(List::Rules) {
            match line.strip_prefix('\t') {
                Some(selector) => all.add(selector),
                None => all.rules.push(Rule::read(all.rules.len(), line)),
            }
        }
        all
    }

    fn add(&mut self, selector: &'a str) {
        let key = key(selector);
        let last = &mut self.last[key as usize % 256];
        let before = core::mem::replace(last, self.lines.len() as u16);
        self.lines.push(Line { key, rule: self.rules.len().saturating_sub(1), selector, before });
    }

    /// The rule that an element meets: an unmistakable one before others, then the first.
    pub fn met(&self, outline: &Outline, id: NodeId) -> Option<Rule> {
        let node = outline.node(id);
        let mut first = usize::MAX;
        let mut look = |kind: &str, name: &str| {
            let key = hash_all(&[kind, name]);
            let mut at = self.last[key as usize % 256];
            while let Some(line) = self.lines.get(usize::from(at)) {
                if line.key == key && line.rule < first && matches(line.selector, outline, id) {
                    first = line.rule;
                }
                at = line.before;
            }
        };
        for (name, value) in &node.attributes {
            match &**name {
                "class" => value.split_ascii_whitespace().for_each(|word| look(".", word)),
                "id" => look("#", value),
                _ => {}
            }
            look("[", name);
        }
        look("", &node.tag);
        *self.rules.get(first)?
    }
}

/// The hash of what an element needs to be matched: the class (`.a`), id (`#a`) or attribute (`[a`)
/// of the first condition on it, or its name.
fn key(selector: &str) -> u32 {
    let last = split_last(selector, b'\t').1.trim_start_matches('>');
    let mut parts = last.split('|');
    let tag = parts.next().unwrap_or_default();
    let Some(condition) = parts.next() else { return hash_all(&[tag]) };
    match condition.split_once(TESTS) {
        Some(("id", value)) if condition.as_bytes().get(2) == Some(&b'=') => hash_all(&["#", value]),
        Some(("class", value)) if condition.as_bytes().get(5) == Some(&b'~') => hash_all(&[".", value]),
        Some((name, _)) => hash_all(&["[", name]),
        None => hash_all(&["[", condition]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::OutlineBuilder;

    #[test]
    fn the_comment_form_of_wordpress_is_known() {
        let mut page = OutlineBuilder::new();
        page.open("body");
        let form = page.open("div");
        page.attribute("id", "respond");
        page.attribute("class", "comment-respond");
        let outline = page.finish();
        let words = Words::all();
        let rules = Rules::of(&words);
        let rule = rules.met(&outline, form);
        assert!(rule.is_some_and(|r| r.category == Category::CommentForm && r.unmistakable));
        assert_eq!(rule.map(|r| r.platform(&words)), Some("WordPress"));
        assert!(rules.met(&outline, 0).is_none());
    }
}
