//! The few forms of CSS selectors that rules are written in, matched on an outline.

use crate::outline::{NodeId, Outline};

/// How an attribute's value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// The attribute is there.
    Present,
    /// `=`
    Equals,
    /// `^=`
    Begins,
    /// `$=`
    Ends,
    /// `*=`
    Contains,
    /// `~=`
    Word,
}

/// One condition on an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// Name of the attribute.
    pub name: &'static str,
    /// How it is compared.
    pub test: Test,
    /// With what.
    pub value: &'static str,
}

/// Conditions on one element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compound {
    /// Name of the element; empty for any.
    pub tag: &'static str,
    /// All of these hold; `#a` and `.a` are conditions on `id` and `class`.
    pub conditions: &'static [Condition],
    /// Whether the compound before this one holds of the parent (`>`), not of any ancestor.
    pub child: bool,
}

/// A selector: compounds from the outermost to the element itself.
pub type Selector = &'static [Compound];

/// Whether a selector matches an element.
pub fn matches(selector: &[Compound], outline: &Outline, id: NodeId) -> bool {
    let Some((last, before)) = selector.split_last() else { return false };
    if !holds(last, outline, id) {
        return false;
    }
    if before.is_empty() {
        return true;
    }
    let mut above = outline.ancestors(id);
    if last.child {
        return above.next().is_some_and(|parent| matches(before, outline, parent));
    }
    above.any(|ancestor| matches(before, outline, ancestor))
}

fn holds(compound: &Compound, outline: &Outline, id: NodeId) -> bool {
    (compound.tag.is_empty() || *outline.node(id).tag == *compound.tag)
        && compound.conditions.iter().all(|c| outline.attribute(id, c.name).is_some_and(|v| compare(c, v)))
}

fn compare(condition: &Condition, value: &str) -> bool {
    let wanted = condition.value;
    match condition.test {
        Test::Present => true,
        Test::Equals => value == wanted,
        Test::Begins => value.starts_with(wanted),
        Test::Ends => value.ends_with(wanted),
        Test::Contains => value.contains(wanted),
        Test::Word => value.split_ascii_whitespace().any(|w| w == wanted),
    }
}
