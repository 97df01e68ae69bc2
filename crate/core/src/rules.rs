//! Platforms' own markup, compiled from `data/rules`.

use crate::{
    category::Category,
    outline::{NodeId, Outline},
    selector::{Compound, Condition, Selector, Test, matches},
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
    /// Any of these matches.
    pub select: &'static [Selector],
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The first rule that an element meets.
pub fn rule_for(outline: &Outline, id: NodeId) -> Option<&'static Rule> {
    let node = outline.node(id);
    if node.attributes.is_empty() && !node.tag.contains('-') && !node.tag.contains(':') {
        return None;
    }
    RULES.iter().find(|rule| rule.select.iter().any(|s| matches(s, outline, id)))
}
