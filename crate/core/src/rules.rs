//! Platforms' own markup, compiled from `data/rules` to lines of text: half the size of tables of
//! structures. A line is read only where an element has what its selector needs.

use crate::{
    category::Category,
    hash::hash_all,
    outline::{NodeId, Outline},
    selector::matches,
};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// Stands for no rule's number.
const NONE: u16 = u16::MAX;

/// One rule: markup that a platform writes for one kind of clutter.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name, told to the user.
    pub name: &'static str,
    /// Who writes such markup.
    pub platform: &'static str,
    /// What kind of clutter it is.
    pub category: Category,
    /// Whether the markup alone is several kinds of evidence: reserved identifiers, vendors' prefixes.
    pub unmistakable: bool,
}

impl Rule {
    fn of_number(number: u16) -> Option<Self> {
        let mut parts = RULES.split('\n').nth(number.into())?.split('\t');
        let (name, platform) = (parts.next()?, parts.next()?);
        let category = *Category::ALL.get(parts.next()?.parse::<usize>().ok()?)?;
        Some(Self { name, platform, category, unmistakable: number < UNMISTAKABLE })
    }
}

/// The rule that an element meets: an unmistakable one before others, then the first.
pub fn rule_for(outline: &Outline, id: NodeId) -> Option<Rule> {
    let node = outline.node(id);
    let mut first = NONE;
    let mut look =
        |kind: &str, name: &str| first = first.min(first_rule(hash_all(&[kind, name]) as u16, outline, id));
    for (name, value) in &node.attributes {
        match &**name {
            "class" => value.split_ascii_whitespace().for_each(|word| look(".", word)),
            "id" => look("#", value),
            _ => {}
        }
        look("[", name);
    }
    look("", &node.tag);
    if first == NONE { None } else { Rule::of_number(first) }
}

/// Number of the first rule that an element meets, of those with selectors that can only match
/// elements with this class (`.a`), id (`#a`), attribute (`[a`) or name. 16 bits of the hash will
/// do: what shares them by chance is told apart by the selector.
fn first_rule(key: u16, outline: &Outline, id: NodeId) -> u16 {
    let mut first = NONE;
    let start = KEYS.partition_point(|&other| other < key);
    for (_, &at) in KEYS[start..].iter().zip(&STARTS[start..]).take_while(|(other, _)| **other == key) {
        let line = SELECTORS[at.into()..].split('\n').next().unwrap_or_default();
        let Some((number, selector)) = line.split_once('\t') else { continue };
        let number = number.parse().unwrap_or(NONE);
        if number < first && matches(selector, outline, id) {
            first = number;
        }
    }
    first
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
        let rule = rule_for(&outline, form);
        assert!(rule.is_some_and(|r| r.category == Category::CommentForm && r.unmistakable));
        assert!(rule_for(&outline, 0).is_none());
    }
}
