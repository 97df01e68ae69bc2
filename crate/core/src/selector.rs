//! The few forms of CSS selectors that rules are written in, matched on an outline.
//!
//! A selector is a record of its compounds, the last first: whether it must be a child of the one that
//! follows, the name of the element (empty where any will do), how many conditions it has, and each of
//! these as a test, the number of an attribute and a value.

use crate::{
    attribute::Attribute,
    outline::{NodeId, Outline},
    part::{BLANKS, contains, has_part},
    records::Records,
};

/// How the value of an attribute is tested, by the tests' numbers; any other number wants the
/// attribute alone.
pub const TESTS: [char; 5] = ['=', '^', '$', '*', '~'];

/// Whether a selector matches an element. One that is cut short matches none.
pub fn matches(compounds: Records<'_>, outline: &Outline, id: NodeId) -> bool {
    compare(compounds, outline, id).unwrap_or(false)
}

/// The same; `None` as soon as something does not match.
fn compare(mut compounds: Records<'_>, outline: &Outline, id: NodeId) -> Option<bool> {
    let most = if compounds.number()? == 0 { usize::MAX } else { 1 };
    let tag = compounds.text()?;
    if !tag.is_empty() && *outline.node(id).tag != *tag {
        return None;
    }
    for _ in 0..compounds.number()? {
        let (test, number, wanted) = (compounds.number()?, compounds.number()?, compounds.text()?);
        outline.attribute(id, Attribute::numbered(number)?).filter(|value| meets(value, test, wanted))?;
    }
    let mut above = outline.ancestors(id).take(most);
    Some(compounds.is_empty() || above.any(|ancestor| matches(compounds, outline, ancestor)))
}

fn meets(value: &str, test: usize, wanted: &str) -> bool {
    match TESTS.get(test) {
        Some('=') => value == wanted,
        Some('^') => value.starts_with(wanted),
        Some('$') => value.ends_with(wanted),
        Some('*') => contains(value, wanted),
        Some(_) => has_part(value, BLANKS, wanted),
        None => true,
    }
}
