//! Platforms' own markup, compiled from `data/rules` to lines of text.

use crate::{
    category::Category,
    outline::{NodeId, Outline},
    selector::matches,
};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

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
    let mut first = u16::MAX;
    let mut look = |key: &str| first = first.min(first_rule(key, outline, id));
    for (name, value) in &node.attributes {
        match &**name {
            "class" => value.split_ascii_whitespace().for_each(|word| look(&[".", word].concat())),
            "id" => look(&["#", value].concat()),
            _ => {}
        }
        look(&["[", name].concat());
    }
    look(&node.tag);
    Rule::of_number(first)
}

/// Number of the first rule that an element meets, of those with selectors that can only match
/// elements with this class (`.a`), id (`#a`), attribute (`[a`) or name.
fn first_rule(key: &str, outline: &Outline, id: NodeId) -> u16 {
    let start = STARTS.partition_point(|&at| key_at(at) < key);
    let same = STARTS[start..].iter().take_while(|&&at| key_at(at) == key);
    let numbers = same.filter_map(|&at| {
        let line = line_at(at).get(key.len() + 1..)?;
        let (number, selector) = line.split_once('\t').unwrap_or((line, ""));
        matches(selector, outline, id).then(|| number.parse().ok())?
    });
    numbers.min().unwrap_or(u16::MAX)
}

fn line_at(at: u16) -> &'static str {
    SELECTORS[at.into()..].split('\n').next().unwrap_or_default()
}

fn key_at(at: u16) -> &'static str {
    SELECTORS[at.into()..].split('\t').next().unwrap_or_default()
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
