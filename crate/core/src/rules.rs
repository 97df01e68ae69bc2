//! Platforms' own markup, compiled from `data/rules`.

use crate::{
    category::Category,
    hash::hash_all,
    outline::{NodeId, Outline},
    selector::{Compound, Condition, Piece, Selectors, Test},
};

/// One rule: markup that a platform writes for one kind of clutter.
#[derive(Debug)]
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

/// One selector of a rule.
struct Selector {
    rule: u16,
    /// First of its compounds, and their number.
    compounds: (u16, u8),
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The rule that an element meets: an unmistakable one before others, then the first.
pub fn rule_for(outline: &Outline, id: NodeId) -> Option<&'static Rule> {
    let node = outline.node(id);
    let mut found: Option<u16> = None;
    let mut look = |kind: &str, name: &str| {
        for selector in keyed(kind, name) {
            let better = found.is_none_or(|f| rank(selector.rule) < rank(f));
            if better && SELECTORS.matches(compounds(selector), outline, id) {
                found = Some(selector.rule);
            }
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
    found.and_then(|at| RULES.get(usize::from(at)))
}

fn rank(rule: u16) -> (bool, u16) {
    (RULES.get(usize::from(rule)).is_none_or(|r| !r.unmistakable), rule)
}

/// The selectors that can only match elements with this class (`.a`), id (`#a`), attribute (`[a`) or name.
fn keyed(kind: &str, name: &str) -> impl Iterator<Item = &'static Selector> + use<> {
    let wanted = hash_all(&[kind, name]);
    let start = KEYS.partition_point(|(k, _)| *k < wanted);
    KEYS[start..]
        .iter()
        .take_while(move |(k, _)| *k == wanted)
        .filter_map(|(_, at)| ALL.get(usize::from(*at)))
}

fn compounds(selector: &Selector) -> &'static [Compound] {
    let (first, count) = (usize::from(selector.compounds.0), usize::from(selector.compounds.1));
    SELECTORS.compounds.get(first..first + count).unwrap_or_default()
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
