//! Attributes that are read, by their numbers.

/// An attribute that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute(u8);

/// What a script holds: kept like an attribute, and none that an element can bear.
pub const TEXT: Attribute = Attribute(u8::MAX);

impl Attribute {
    /// The attribute of a name; `None` for those that are not read.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().position(|known| *known == name).map(|place| Self(place as u8))
    }

    /// The attribute of a number.
    pub fn numbered(number: usize) -> Option<Self> {
        (number < NAMES.len()).then_some(Self(number as u8))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("text")
    }

    /// Its number.
    pub fn number(self) -> usize {
        usize::from(self.0)
    }
}

macro_rules! names {
    ($($constant:ident $name:literal,)+ ; $($other:literal,)+) => {
        /// Names by their numbers.
        pub const NAMES: &[&str] = &[$($name,)+ $($other,)+];

        #[allow(clippy::upper_case_acronyms, non_camel_case_types, reason = "called like the constants")]
        enum Place { $($constant,)+ }

        $(
            #[doc = concat!("`", $name, "`")]
            pub const $constant: Attribute = Attribute(Place::$constant as u8);
        )+
    };
}

names! {
    CLASS "class", ID "id",
    HREF "href",
    REL "rel",
    ROLE "role",
    NAME "name",
    TYPE "type",
    SRC "src",
    TITLE "title",
    PLACEHOLDER "placeholder",
    ITEMPROP "itemprop",
    ITEMTYPE "itemtype",
    ARIA_LABEL "aria-label",
    HIDDEN "hidden",
    STYLE "style",
    LANG "lang",
    PROPERTY "property",
    HTTP_EQUIV "http-equiv",
    CONTENT "content",
    VALUE "value",
    ;
    "action",
    "data-hook",
    "data-component",
    "data-component-name",
    "data-widget_type",
    "data-spotim-module",
    "data-type",
    "data-ad-format",
    "data-embed",
}
