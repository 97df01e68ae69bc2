//! Names of elements. Those that are asked for or frequent have a bit each, so that whether an element is one of
//! several is one look.

use alloc::borrow::Cow;
use core::ops::BitOr;

use crate::part::parts;

/// A set of names of elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags(u64);

impl Tags {
    /// No name.
    pub const NONE: Self = Self(0);

    /// Those of both sets.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a name is in both sets.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set that a name in lower case stands for; none where nobody asks for it.
    pub fn of(name: &str) -> Self {
        parts(NAMES, b" ").position(|known| known == name).map_or(Self::NONE, Self::at)
    }

    /// Names without a bit of their own share the first.
    const fn at(place: usize) -> Self {
        Self(1 << if place < 63 { place + 1 } else { 0 })
    }
}

impl BitOr for Tags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

/// A name of elements.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// In lower case.
    pub text: Cow<'static, str>,
    /// The set that it stands for.
    pub kind: Tags,
}

impl Name {
    /// Reads a name, which many elements bear.
    pub fn read(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        match parts(NAMES, b" ").enumerate().find(|(_, known)| **known == *name) {
            Some((place, known)) => Self { text: Cow::Borrowed(known), kind: Tags::at(place) },
            None => Self { text: Cow::Owned(name), kind: Tags::NONE },
        }
    }

    /// Whether it is in a set.
    pub fn is(&self, tags: Tags) -> bool {
        self.kind.intersects(tags)
    }
}

macro_rules! names {
    ($($constant:ident $name:literal,)+ ; $($other:literal,)+) => {
        /// Names with a bit, each behind a blank, the most frequent first; those past the last bit all stand in a line of text.
        const NAMES: &str = concat!($($name, " ",)+ $($other, " ",)+);

        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "called like the constants")]
        enum Place { $($constant,)+ }

        $(#[doc = concat!("`", $name, "`")] pub const $constant: Tags = Tags(1 << (Place::$constant as u64 + 1));)+
    };
}

names! {
    DIV "div", A "a", SPAN "span", P "p", LI "li", UL "ul", IMG "img", SCRIPT "script", META "meta",
    LINK "link", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", BUTTON "button", INPUT "input",
    SECTION "section", ARTICLE "article", TIME "time", FIGURE "figure", FIGCAPTION "figcaption", SVG "svg",
    HEADER "header", FOOTER "footer", NAV "nav", ASIDE "aside", FORM "form", LABEL "label", OPTION "option",
    TEXTAREA "textarea", IFRAME "iframe", TABLE "table", THEAD "thead", TBODY "tbody", TR "tr", TH "th",
    TD "td", CAPTION "caption", BLOCKQUOTE "blockquote", DL "dl", HR "hr", PICTURE "picture", VIDEO "video",
    AUDIO "audio", CANVAS "canvas", OBJECT "object", EMBED "embed", MATH "math", STYLE "style",
    NOSCRIPT "noscript", TEMPLATE "template", TITLE "title", BASE "base", HTML "html", HEAD "head",
    BODY "body", MAIN "main", FONT "font", OL "ol", BR "br", ADDRESS "address",
    ;
    "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "strong", "sub", "sup", "tt", "u", "var", "wbr",
}

/// Elements that stand in a line of text; every other element begins and ends a line.
pub const INLINE: Tags = A.union(SPAN).union(TIME).union(FONT).union(Tags(1));
/// Players and frames.
pub const PLAYERS: Tags = VIDEO.union(AUDIO).union(IFRAME).union(CANVAS).union(OBJECT).union(EMBED);
/// What a reader clicks or fills.
pub const CONTROLS: Tags = A.union(BUTTON).union(INPUT);
/// Headings below the first level.
pub const HEADINGS: Tags = H2.union(H3).union(H4).union(H5).union(H6);
/// All headings.
pub const ALL_HEADINGS: Tags = HEADINGS.union(H1);
/// Elements that show nothing.
pub const UNSEEN: Tags =
    BASE.union(LINK).union(META).union(NOSCRIPT).union(SCRIPT).union(STYLE).union(TEMPLATE).union(TITLE);
/// The page itself.
pub const ROOTS: Tags = HTML.union(BODY);
/// What holds the page's content and more.
pub const WRAPPERS: Tags = ROOTS.union(MAIN).union(HEAD);

/// Whether an element of this name stands in a line of text.
pub fn is_inline(name: &str) -> bool {
    Tags::of(name).intersects(INLINE)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn each_name_with_a_bit_has_one_of_its_own() {
        let own: Vec<Tags> = parts(NAMES, b" ").map(Tags::of).filter(|t| *t != Tags(1)).collect();
        assert!(
            own.iter().enumerate().all(|(at, tags)| own[..at].iter().all(|other| !other.intersects(*tags)))
        );
        assert_eq!(own.len(), ADDRESS.0.trailing_zeros() as usize);
    }

    #[test]
    fn sets_hold_their_names_and_no_others() {
        assert!(Tags::of("em").intersects(INLINE) && Tags::of("a").intersects(INLINE | H1));
        assert!(!Tags::of("div").intersects(INLINE) && !Tags::of("dd").intersects(INLINE));
        assert_eq!(Tags::of("my-box"), Tags::NONE);
    }

    #[test]
    fn names_are_read_in_lower_case() {
        assert_eq!(Name::read("DIV"), Name { text: "div".into(), kind: DIV });
        assert_eq!(Name::read("My-Box"), Name { text: "my-box".into(), kind: Tags::NONE });
    }
}
