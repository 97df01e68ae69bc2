//! Who wrote the article, as the page itself says.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use crate::{
    article::Article,
    attribute::{CONTENT, ITEMPROP, NAME, PROPERTY, REL, TEXT},
    normal::normalise,
    outline::{NodeId, Outline, tag::META},
    part::{after, contains, count_words, ending, trimmed, until},
    signs::Signs,
    table::List,
    targets::{AUTHOR, Targets},
    words::Words,
};

/// A name has at most this many bytes.
const LONGEST: usize = 60;
/// So many are read: markup may call whoever writes a comment an author too.
const MOST: usize = 16;

/// The names of a page's authors, in the form that labels are compared in; a name has two words at least.
pub fn find(
    outline: &Outline,
    words: &Words,
    article: &Article,
    signs: &Signs<'_>,
    targets: &Targets<'_>,
) -> Vec<String> {
    // Between headline and text a link to an author is to the article's.
    let head = article.headline.unwrap_or(0)..article.prose.first().copied().unwrap_or(0);
    let is_linked = |id: NodeId| head.contains(&id) && !signs.chrome[id] && targets.lead(id, AUTHOR);
    let mut names: Vec<String> = Vec::new();
    for id in 0..outline.len() {
        let named = |key| outline.attribute(id, key).is_some_and(|of| of.ends_with("author"));
        let text = if outline.is(id, META) && (named(NAME) || named(PROPERTY)) {
            outline.attribute(id, CONTENT)
        } else if is_byline(outline, id) || is_linked(id) {
            outline.lines(id).next()
        } else {
            outline.attribute(id, TEXT).and_then(told)
        };
        let new = |name: &String| names.len() < MOST && !names.contains(name);
        if let Some(name) = text.and_then(|text| name(text, words)).filter(new) {
            names.push(name);
        }
    }
    // A company that signs what it publishes is no person.
    let site = |(id, _)| {
        let is = outline.attribute(id, PROPERTY) == Some("og:site_name");
        outline.attribute(id, CONTENT).filter(|_| is).map(normalise)
    };
    let site = outline.nodes().find_map(site);
    if let Some(at) = names.iter().position(|name| Some(name) == site.as_ref()) {
        names.remove(at);
    }
    names
}

/// Whether the markup says that an element is the author's name.
pub(crate) fn is_byline(outline: &Outline, id: NodeId) -> bool {
    outline.says(id, REL, "author") || outline.says(id, ITEMPROP, "author")
}

/// The first author's name in a piece of JSON-LD, found without parsing it.
fn told(json: &str) -> Option<&str> {
    let author = value(json, "\"author\"")?;
    let name = if author.starts_with('"') { author } else { value(author, "\"name\"")? };
    Some(until(name.strip_prefix('"')?, b"\""))
}

/// What stands behind a key.
fn value<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    Some(trimmed(trimmed(after(json, key)?).strip_prefix(':')?))
}

fn name(text: &str, words: &Words) -> Option<String> {
    let text = until(trimmed(text), b",|");
    let plain = (text.len() <= LONGEST).then(|| normalise(text))?;
    let by = until(&plain, b" ");
    let rest = ending(&plain, by.len() + 1);
    let plain = if words.has(List::By, by) && contains(rest, " ") { rest.to_owned() } else { plain };
    let bare =
        !plain.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'@' | b'/' | b':' | b'|' | b'\n'));
    (bare && (2..=5).contains(&count_words(&plain))).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    use crate::{
        Address,
        attribute::{Attribute, HREF},
        measure::Measure,
        names::Reader,
        outline::OutlineBuilder,
        rules::Rules,
    };

    fn read(build: impl FnOnce(&mut OutlineBuilder)) -> Vec<String> {
        let mut b = OutlineBuilder::new();
        b.open("html");
        build(&mut b);
        let outline = b.finish();
        let (words, measure) = (Words::all(), Measure::of(&outline));
        let article = Article::find(&measure, &vec![false; outline.len()]);
        let mut signs = Signs::of(&words, outline.len());
        let (rules, mut reader) = (Rules::of(&words), Reader::new(&words));
        (0..outline.len()).for_each(|id| signs.read(&measure, id, &rules, &mut reader));
        signs.finish(&measure);
        let address = Address::default();
        let mut targets = Targets::of(outline.len());
        (0..outline.len()).for_each(|id| targets.read(&outline, &words, &address, id));
        find(&outline, &words, &article, &signs, &targets)
    }

    fn link(b: &mut OutlineBuilder, key: Attribute, value: &str, text: &str) {
        b.open("a");
        b.attribute(key, value);
        b.text(text);
        b.close();
    }

    #[test]
    fn authors_are_read_from_byline_and_data() {
        let names = read(|b| {
            b.open("script");
            b.text(r#"{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Keel"}]}"#);
            b.close();
            b.open("script");
            b.text(r#"{"@type":"Article","author": "Kim P. Moor"}"#);
            b.close();
            b.open("meta");
            b.attribute(NAME, "parsely-author");
            b.attribute(CONTENT, "Ole Strand");
            b.close();
            link(b, REL, "author", " Jo van Dam ");
            link(b, REL, "author", "admin");
        });
        assert_eq!(names, ["ada keel", "kim p. moor", "ole strand", "jo van dam"]);
    }

    #[test]
    fn a_link_to_an_author_is_a_byline_between_headline_and_text_alone() {
        let names = read(|b| {
            link(b, HREF, "/author/menu-writer", "Menu Writer");
            b.open("h1");
            b.text("Headline");
            b.close();
            link(b, HREF, "/author/ada-keel", "Ada Keel");
            for _ in 0..3 {
                b.open("p");
                b.text(&"The sluice will open early this year, after a winter with much snow. ".repeat(4));
                b.close();
            }
            link(b, HREF, "/author/other-writer", "Other Writer");
        });
        assert_eq!(names, ["ada keel"]);
    }

    #[test]
    fn a_byline_says_the_name_without_what_stands_before_it() {
        let names = read(|b| {
            b.open("h1");
            b.text("Headline");
            b.close();
            for line in ["By Ada Keel, harbour desk", "Von Jo van Dam", "2 October 2026"] {
                b.open("span");
                b.attribute(ITEMPROP, "author");
                b.text(line);
                b.close();
            }
            for _ in 0..3 {
                b.open("p");
                b.text(&"The sluice will open early this year, after a winter with much snow. ".repeat(4));
                b.close();
            }
        });
        assert_eq!(names, ["ada keel", "jo van dam"]);
    }
}
