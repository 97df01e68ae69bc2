//! The few forms of CSS selectors that rules are written in, matched on an outline.
//!
//! Compounds are set apart by tabs, `>` begins one that must be a child; in a compound the name of
//! the element comes first, then its conditions, set apart by bars: `section|class~author-box`.

use crate::{
    outline::{NodeId, Outline},
    part::{contains, split_last},
};

/// Signs between an attribute's name and its value, each a test as in CSS.
pub const TESTS: [char; 5] = ['=', '^', '$', '*', '~'];

/// Whether a selector matches an element.
pub fn matches(selector: &str, outline: &Outline, id: NodeId) -> bool {
    let (before, last) = split_last(selector, b'\t');
    let parent_only = last.starts_with('>');
    if !holds(last.trim_start_matches('>'), outline, id) {
        return false;
    }
    let mut above = outline.ancestors(id).take(if parent_only { 1 } else { usize::MAX });
    before.is_empty() || above.any(|ancestor| matches(before, outline, ancestor))
}

fn holds(compound: &str, outline: &Outline, id: NodeId) -> bool {
    let mut parts = compound.split('|');
    let tag = parts.next().unwrap_or_default();
    (tag.is_empty() || *outline.node(id).tag == *tag) && parts.all(|condition| meets(condition, outline, id))
}

fn meets(condition: &str, outline: &Outline, id: NodeId) -> bool {
    let sign = condition.find(TESTS).unwrap_or(condition.len());
    let Some(value) = outline.attribute(id, &condition[..sign]) else { return false };
    let wanted = condition.get(sign + 1..).unwrap_or_default();
    match condition.as_bytes().get(sign) {
        None => true,
        Some(b'=') => value == wanted,
        Some(b'^') => value.starts_with(wanted),
        Some(b'$') => value.ends_with(wanted),
        Some(b'*') => contains(value, wanted),
        Some(_) => value.split_ascii_whitespace().any(|word| word == wanted),
    }
}
