//! Platforms' own markup: rules as records, as they stand in the table that every page needs. A
//! selector is read only where an element has what it needs.

use alloc::vec::Vec;

use crate::{
    attribute::{CLASS, ID},
    category::Category,
    hash::hash_all,
    outline::{
        NodeId, Outline,
        tag::{ARTICLE, HEAD, MAIN, ROOTS, TABLE, Tags},
    },
    part::{BLANKS, beginning, parts},
    records::Records,
    selector::matches,
    settings::Settings,
    table::List,
    words::Words,
};

/// Elements whose content may be the article.
const HOLDERS: Tags = ROOTS.union(HEAD).union(MAIN).union(ARTICLE).union(TABLE);
/// So many bytes of what a class or an id begins with are looked up, as the build does.
const BEGINNING: usize = 4;
/// Stands for no selector's number.
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

/// A rule as it stands in the table.
struct Record<'w> {
    category: Category,
    unmistakable: bool,
    name: &'w str,
    platform: &'w str,
    /// What an element needs as a hash, then the selector itself, in turn.
    selectors: Records<'w>,
}

impl<'w> Record<'w> {
    fn read(records: &mut Records<'w>) -> Option<Self> {
        Some(Self {
            category: *Category::ALL.get(records.number()?)?,
            unmistakable: records.number()? != 0,
            name: records.text()?,
            platform: records.text()?,
            selectors: records.part()?,
        })
    }

    /// Every rule of the table.
    fn all(words: &'w Words) -> impl Iterator<Item = Self> {
        let mut records = words.list(List::Rules);
        core::iter::from_fn(move || Self::read(&mut records))
    }
}

impl Rule {
    /// Its name, told to the user.
    pub fn name(self, words: &Words) -> &str {
        Record::all(words).nth(self.number).map_or("", |record| record.name)
    }

    /// Who writes such markup.
    pub fn platform(self, words: &Words) -> &str {
        Record::all(words).nth(self.number).map_or("", |record| record.platform)
    }
}

/// All rules, their selectors found by what an element needs to be matched.
#[derive(Debug)]
pub struct Rules<'a> {
    rules: Vec<Rule>,
    selectors: Vec<Selector<'a>>,
    /// The selector added last, for each remainder of the hashes.
    last: [u16; 256],
}

#[derive(Debug)]
struct Selector<'a> {
    /// The hash of what an element needs.
    key: u32,
    rule: usize,
    compounds: Records<'a>,
    /// The selector before it with the same remainder.
    before: u16,
}

impl<'a> Rules<'a> {
    /// Takes the rules out of the words.
    pub fn of(words: &'a Words) -> Self {
        let mut all = Self { rules: Vec::new(), selectors: Vec::new(), last: [NONE; 256] };
        for Record { category, unmistakable, mut selectors, .. } in Record::all(words) {
            while let (Some(key), Some(compounds)) = (selectors.long(), selectors.part()) {
                all.add(key as u32, compounds);
            }
            all.rules.push(Rule { number: all.rules.len(), category, unmistakable });
        }
        all
    }

    fn add(&mut self, key: u32, compounds: Records<'a>) {
        let last = &mut self.last[key as usize % 256];
        let before = core::mem::replace(last, self.selectors.len() as u16);
        self.selectors.push(Selector { key, rule: self.rules.len(), compounds, before });
    }

    /// Whether an element is clutter that is taken off, as is certain once it begins: its markup is unmistakable.
    pub fn is_certain(&self, outline: &Outline, id: NodeId, settings: &Settings) -> bool {
        let takes = |rule: Rule| rule.unmistakable && settings.takes(rule.category);
        !outline.is(id, HOLDERS) && self.met(outline, id).is_some_and(takes)
    }

    /// The rule that an element meets: an unmistakable one before others, then the first.
    pub fn met(&self, outline: &Outline, id: NodeId) -> Option<Rule> {
        let node = outline.node(id);
        let mut first = usize::MAX;
        let mut look = |kind: &str, name: &str| {
            let key = hash_all(&[kind, name]);
            let mut at = self.last[key as usize % 256];
            while let Some(selector) = self.selectors.get(usize::from(at)) {
                if selector.key == key && selector.rule < first && matches(selector.compounds, outline, id) {
                    first = selector.rule;
                }
                at = selector.before;
            }
        };
        for (name, value) in &node.attributes {
            match *name {
                CLASS => parts(value, BLANKS).for_each(|word| look(".", word)),
                ID => look("#", value),
                _ => {}
            }
            if matches!(*name, CLASS | ID) {
                look("^", beginning(value, BEGINNING));
            }
            look("[", name.name());
        }
        look("", &node.tag);
        self.rules.get(first).copied()
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
        page.attribute(ID, "respond");
        page.attribute(CLASS, "comment-respond");
        let outline = page.finish();
        let words = Words::all();
        let rules = Rules::of(&words);
        let rule = rules.met(&outline, form);
        assert!(rule.is_some_and(|r| r.category == Category::CommentForm && r.unmistakable));
        assert_eq!(rule.map(|r| r.platform(&words)), Some("WordPress"));
        assert!(rules.met(&outline, 0).is_none());
    }
}
