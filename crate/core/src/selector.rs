//! The few forms of CSS selectors that rules are written in, matched on an outline.

use crate::{
    outline::{NodeId, Outline},
    part::contains,
};

/// How an attribute's value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "which tests rules use is up to the data")]
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

/// A piece of the text that all rules share: where it begins, and its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Piece(pub u16, pub u8);

/// One condition on an attribute; `#a` and `.a` are conditions on `id` and `class`.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// Name of the attribute.
    pub name: Piece,
    /// How it is compared.
    pub test: Test,
    /// With what.
    pub value: Piece,
}

/// Conditions on one element.
#[derive(Debug, Clone, Copy)]
pub struct Compound {
    /// Name of the element; empty for any.
    pub tag: Piece,
    /// First of its conditions, and their number.
    pub conditions: (u16, u8),
    /// Whether the compound before this one holds of the parent (`>`), not of any ancestor.
    pub child: bool,
}

/// The tables that all selectors share.
pub struct Selectors {
    /// All names and values, one after the other.
    pub text: &'static str,
    /// All conditions.
    pub conditions: &'static [Condition],
    /// All compounds; those of a selector follow each other, the outermost first.
    pub compounds: &'static [Compound],
}

impl Selectors {
    /// Whether the selector made of `compounds` matches an element.
    pub fn matches(&self, compounds: &[Compound], outline: &Outline, id: NodeId) -> bool {
        let Some((last, before)) = compounds.split_last() else { return false };
        if !self.holds(last, outline, id) {
            return false;
        }
        if before.is_empty() {
            return true;
        }
        let mut above = outline.ancestors(id);
        if last.child {
            return above.next().is_some_and(|parent| self.matches(before, outline, parent));
        }
        above.any(|ancestor| self.matches(before, outline, ancestor))
    }

    /// The text of a piece.
    pub fn piece(&self, piece: Piece) -> &'static str {
        let from = usize::from(piece.0);
        self.text.get(from..from + usize::from(piece.1)).unwrap_or_default()
    }

    fn holds(&self, compound: &Compound, outline: &Outline, id: NodeId) -> bool {
        let tag = self.piece(compound.tag);
        let (first, count) = (usize::from(compound.conditions.0), usize::from(compound.conditions.1));
        let conditions = self.conditions.get(first..first + count).unwrap_or_default();
        (tag.is_empty() || *outline.node(id).tag == *tag)
            && conditions.iter().all(|c| {
                let value = outline.attribute(id, self.piece(c.name));
                value.is_some_and(|v| compare(c.test, v, self.piece(c.value)))
            })
    }
}

fn compare(test: Test, value: &str, wanted: &str) -> bool {
    match test {
        Test::Present => true,
        Test::Equals => value == wanted,
        Test::Begins => value.starts_with(wanted),
        Test::Ends => value.ends_with(wanted),
        Test::Contains => contains(value, wanted),
        Test::Word => value.split_ascii_whitespace().any(|w| w == wanted),
    }
}
