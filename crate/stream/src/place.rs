//! Places: elements of which all attributes are read that the core asks for.
//!
//! The tokenizer's selector engine would find them too. It takes four times as long over a list of selectors of
//! which hardly one has to do with an element.

use std::sync::LazyLock;

use endmark_core::survey::PLACES;
use lol_html::html_content::Attribute;

/// What [`PLACES`] selects.
static ALL: LazyLock<Vec<Place>> = LazyLock::new(|| PLACES.split(',').map(Place::of).collect());

/// An attribute with its name in lower case.
pub(crate) type Named<'a, 'i> = (String, &'a Attribute<'i>);

/// Whether an element is a place.
pub(crate) fn is_place(tag: &str, attributes: &[Named<'_, '_>]) -> bool {
    ALL.iter().any(|place| place.fits(tag, attributes))
}

/// One of the selectors: the name of an element, an attribute, or both.
struct Place {
    /// Empty where any element will do.
    tag: &'static str,
    attribute: Option<(&'static str, Sign)>,
}

/// What an attribute has to say.
enum Sign {
    Anything,
    Whole(&'static str),
    /// In whatever case: only `rel` is asked for a word, and HTML reads it so.
    Word(&'static str),
    Part(&'static str),
}

impl Place {
    fn of(selector: &'static str) -> Self {
        let (tag, condition) = selector.split_once('[').unwrap_or((selector, ""));
        let condition = condition.trim_end_matches(']');
        let attribute = match condition.split_once('=') {
            _ if condition.is_empty() => None,
            None => Some((condition, Sign::Anything)),
            Some((name, value)) => Some(Sign::read(name, value.trim_matches('"'))),
        };
        Self { tag, attribute }
    }

    fn fits(&self, tag: &str, attributes: &[Named<'_, '_>]) -> bool {
        let is_one = self.tag.is_empty() || self.tag == tag;
        is_one
            && self.attribute.as_ref().is_none_or(|(name, sign)| {
                attributes.iter().find(|(own, _)| own == name).is_some_and(|(_, found)| sign.is_in(found))
            })
    }
}

impl Sign {
    /// The name of an attribute, and what it has to say.
    fn read(name: &'static str, value: &'static str) -> (&'static str, Self) {
        match (name.strip_suffix('~'), name.strip_suffix('*')) {
            (Some(name), _) => (name, Self::Word(value)),
            (_, Some(name)) => (name, Self::Part(value)),
            _ => (name, Self::Whole(value)),
        }
    }

    fn is_in(&self, attribute: &Attribute<'_>) -> bool {
        match self {
            Self::Anything => true,
            Self::Whole(value) => attribute.value() == *value,
            Self::Word(word) => {
                attribute.value().split_ascii_whitespace().any(|own| own.eq_ignore_ascii_case(word))
            }
            Self::Part(part) => attribute.value().contains(part),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use lol_html::{element, rewrite_str};

    use super::*;

    #[test]
    fn places_are_what_the_selectors_select() {
        let html = "<html itemtype=a><meta name=generator><meta name=\"og:type\"><meta name=Generator><meta property=x>\
            <link rel=\"a CANONICAL\"><link rel=canonicals><a><a HREF=x><p style='display:none'><p style=bold>\
            <p style=bold style=none><FORM><i role=a><i hidden><i lang=x><b><div data-embed><amp-embed><img><hr>";
        let (selected, seen) = (Cell::new(false), Cell::new(0));
        let mark = element!(PLACES, |_| {
            selected.set(true);
            Ok(())
        });
        let compare = element!("*", |element| {
            let attributes: Vec<_> = element.attributes().iter().map(|found| (found.name(), found)).collect();
            assert_eq!(is_place(&element.tag_name(), &attributes), selected.take(), "{seen:?}");
            seen.set(seen.get() + 1);
            Ok(())
        });
        let settings = lol_html::Settings::new().append_element_content_handler(mark);
        rewrite_str(html, settings.append_element_content_handler(compare)).expect("it can be read");
        assert_eq!(seen.get(), 21);
    }
}
