//! Start tags for the tree builder, with the attributes that are read.

use endmark_core::attribute::NAMES;
use html5ever::{
    Attribute, LocalName, QualName, ns,
    tendril::StrTendril,
    tokenizer::{Tag, TagKind},
};
use lol_html::html_content::Element;

use crate::{
    limits::{ATTRIBUTE, INLINE},
    place::{Named, is_place},
    text::decode_attribute,
};

/// The tag that an element begins with; on places all attributes are read that the core asks for.
pub(crate) fn tag(element: &Element<'_, '_>) -> Tag {
    let name = element.tag_name();
    let all: Vec<Named<'_, '_>> = element.attributes().iter().map(|found| (found.name(), found)).collect();
    let is_place = is_place(&name, &all);
    let attributes = all.into_iter().filter_map(|(own, found)| {
        is_read(&name, &own, is_place).then(|| Attribute {
            name: QualName::new(None, ns!(), LocalName::from(own)),
            value: value(&found.value()),
        })
    });
    Tag {
        kind: TagKind::StartTag,
        attrs: attributes.collect(),
        name: LocalName::from(name),
        self_closing: element.is_self_closing(),
        had_duplicate_attributes: false,
    }
}

/// Whether an attribute is read: by the core, or by the tree builder, which needs a few more.
fn is_read(tag: &str, name: &str, is_place: bool) -> bool {
    match name {
        "class" | "id" => true,
        _ if is_place && NAMES.contains(&name) => true,
        _ => matches!(tag, "meta" | "script" | "font" | "annotation-xml" | "html" | "body"),
    }
}

/// An attribute's value as far as it is kept.
fn value(source: &str) -> StrTendril {
    let value = decode_attribute(source);
    let most = if value.starts_with("data:") { INLINE } else { ATTRIBUTE };
    StrTendril::from_slice(&value[..value.floor_char_boundary(most)])
}
