//! Who wrote the article, as the page itself says.

use alloc::{string::String, vec::Vec};

use crate::{
    attribute::{CONTENT, ITEMPROP, NAME, PROPERTY, REL, TEXT},
    normal::normalise,
    outline::{NodeId, Outline, tag::META},
    part::{after, count_words, until},
};

/// A name has at most this many bytes.
const LONGEST: usize = 60;

/// The names of a page's authors, in the form that labels are compared in; a name has two words at least.
pub fn find(outline: &Outline) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for id in 0..outline.len() {
        let text = if outline.is(id, META) && outline.attribute(id, NAME) == Some("author") {
            outline.attribute(id, CONTENT)
        } else if is_byline(outline, id) {
            Some(outline.text(id))
        } else {
            outline.attribute(id, TEXT).and_then(told)
        };
        names.extend(text.and_then(name).filter(|name| !names.contains(name)));
    }
    // A company that signs what it publishes is no person.
    let site = |(id, _)| {
        let is = outline.attribute(id, PROPERTY) == Some("og:site_name");
        outline.attribute(id, CONTENT).filter(|_| is).map(normalise)
    };
    let site = outline.nodes().find_map(site);
    names.retain(|name| Some(name) != site.as_ref());
    names
}

fn is_byline(outline: &Outline, id: NodeId) -> bool {
    outline.says(id, REL, "author") || outline.says(id, ITEMPROP, "author")
}

/// The first author's name in a piece of JSON-LD, found without parsing it.
fn told(json: &str) -> Option<&str> {
    let author = after(json, "\"author\"")?;
    let name = after(author, "\"name\"")?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    Some(until(name, b"\""))
}

fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = (text.len() <= LONGEST).then(|| normalise(text))?;
    let bare = !plain.bytes().any(|byte| byte.is_ascii_digit() || b"@/.:|\n".contains(&byte));
    (bare && (2..=5).contains(&count_words(&plain))).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::OutlineBuilder;

    #[test]
    fn authors_are_read_from_byline_and_data() {
        let mut b = OutlineBuilder::new();
        b.open("html");
        b.open("script");
        b.text(r#"{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Keel"}]}"#);
        b.close();
        b.open("a");
        b.attribute(REL, "author");
        b.text(" Jo van Dam ");
        b.close();
        b.open("a");
        b.attribute(REL, "author");
        b.text("admin");
        let outline = b.finish();
        assert_eq!(find(&outline), ["ada keel", "jo van dam"]);
    }
}
