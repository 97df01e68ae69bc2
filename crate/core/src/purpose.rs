//! What a page is for. Only pages with one article are touched; several signs decide.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use crate::{
    Address, Words,
    article::LEAST_PROSE,
    attribute::{Attribute, CLASS, CONTENT, ID, ITEMPROP, ITEMTYPE, NAME, PROPERTY, TEXT},
    authors::is_byline,
    dates::{is_date, is_filed},
    links::is_slug,
    outline::{
        NodeId, Outline,
        tag::{ARTICLE, META, ROOTS},
    },
    page::Page,
    part::{BLANKS, after, contains, parts, split_last, trimmed, until},
    records::Records,
    table::List,
};

/// So many elements before the headline are near it.
const BEFORE: usize = 20;
/// From the first line of the text on so many are.
const AFTER: usize = 10;

/// What kind of page it is: only articles are touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A page with one article.
    Article,
    /// Anything else; the key says what it was taken for (`page-forum`, `page-list`, …).
    Other(&'static str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    OgType,
    JsonLd,
    ItemType,
    ItemProp,
    Class,
    Id,
    Generator,
    Path,
    Host,
}

impl Place {
    /// In the order of their numbers.
    const ALL: [Self; 9] = [
        Self::OgType,
        Self::JsonLd,
        Self::ItemType,
        Self::ItemProp,
        Self::Class,
        Self::Id,
        Self::Generator,
        Self::Path,
        Self::Host,
    ];
}

/// A sign as it stands in the table.
struct Sign<'w> {
    says: usize,
    place: Place,
    points: i32,
    values: Records<'w>,
}

impl<'w> Sign<'w> {
    fn read(records: &mut Records<'w>) -> Option<Self> {
        Some(Self {
            says: records.number()?,
            place: *Place::ALL.get(records.number()?)?,
            points: records.number()? as i32,
            values: records.part()?,
        })
    }

    /// Whether it stands in a place.
    fn is_in(&self, place: Place, text: &str) -> bool {
        let fits =
            |value: &str| if place == Place::Generator { contains(text, value) } else { value == text };
        self.place == place && { self.values }.any(fits)
    }
}

include!(concat!(env!("OUT_DIR"), "/purpose.rs"));

/// Decides what a page is for.
pub fn recognise(page: &Page<'_>) -> Purpose {
    if page.article.chars < LEAST_PROSE {
        return Purpose::Other("page-no-text");
    }
    // Teasers and comments bear types of their own: only what holds the article speaks.
    let holds = |id| page.outline.holds(id, page.article.container);
    let points = Found::on(page.outline, page.address, &holds).points(page.words);
    let (mut article, mut most, mut other) = (built(page), 0, None);
    for (kind, &points) in KINDS.iter().zip(&points) {
        if *kind == "article" {
            article += points;
        } else if points >= most {
            (most, other) = (points, Some(*kind));
        }
    }
    match other {
        Some(other) if most > 0 && most >= article => Purpose::Other(other),
        _ if article >= LEAST_POINTS => Purpose::Article,
        _ => Purpose::Other("page-no-article"),
    }
}

/// Whether a document promises an article before its text is there: what it says of itself so far makes one,
/// and no sign speaks for anything else.
pub fn promises(outline: &Outline, address: &Address, words: &Words) -> bool {
    let is_root = |id| outline.is(id, ROOTS);
    let points = Found::on(outline, address, &is_root).points(words);
    let fits = |(kind, points): (&&str, i32)| match *kind {
        "article" => points >= LEAST_POINTS,
        _ => points <= 0,
    };
    KINDS.iter().zip(points).all(fits)
}

/// What stands in the places where signs are looked for.
struct Found {
    texts: Vec<(Place, String)>,
}

impl Found {
    /// Types count where `speaks` holds of the element.
    fn on(outline: &Outline, address: &Address, speaks: &dyn Fn(NodeId) -> bool) -> Self {
        let mut found = Self { texts: Vec::new() };
        if !address.is_routed {
            found.add(Place::Path, &address.path);
        }
        found.add_all(Place::Path, Some(&address.path), b"/");
        found.add_all(Place::Host, Some(&address.host), b".");
        for id in 0..outline.len() {
            let attribute = |name: Attribute| outline.attribute(id, name);
            if outline.is(id, META) {
                found.meta(attribute(PROPERTY), attribute(NAME), attribute(CONTENT));
            }
            for kind in attribute(TEXT).map(types).unwrap_or_default() {
                found.add(Place::JsonLd, kind);
            }
            if outline.is(id, ROOTS) {
                found.add_all(Place::Class, attribute(CLASS), BLANKS);
                found.add_all(Place::Id, attribute(ID), b"");
            }
            if speaks(id) {
                let kind = attribute(ITEMTYPE).map(|kind| split_last(kind, b'/').1);
                found.add_all(Place::ItemType, kind, b"");
                found.add_all(Place::ItemProp, attribute(ITEMPROP), BLANKS);
            }
        }
        found
    }

    /// The points of each kind of page.
    fn points(&self, words: &Words) -> [i32; KINDS.len()] {
        let mut points = [0; KINDS.len()];
        let mut signs = words.list(List::Signs);
        while let Some(sign) = Sign::read(&mut signs) {
            if self.texts.iter().any(|(place, text)| sign.is_in(*place, text)) {
                points[sign.says] += sign.points;
            }
        }
        points
    }

    fn add(&mut self, place: Place, text: &str) {
        self.texts.push((place, text.to_owned()));
    }

    fn add_all(&mut self, place: Place, texts: Option<&str>, between: &[u8]) {
        for text in parts(texts.unwrap_or_default(), between) {
            self.add(place, text);
        }
    }

    fn meta(&mut self, property: Option<&str>, name: Option<&str>, content: Option<&str>) {
        let place = match (property.or(name), name) {
            (Some("og:type"), _) => Place::OgType,
            (_, Some("generator")) => Place::Generator,
            _ => return,
        };
        let content = trimmed(content.unwrap_or_default()).to_ascii_lowercase();
        self.texts.push((place, content));
    }
}

/// Every value of `"@type"` in a piece of JSON-LD, found without parsing it.
fn types(json: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = json;
    while let Some(next) = after(rest, "\"@type\"") {
        rest = next;
        let Some(value) = trimmed(next).strip_prefix(':') else { continue };
        let value = trimmed(value);
        let list = value.strip_prefix('[').map(|v| until(v, b"]"));
        let mut text = list.unwrap_or_else(|| until(value, b",}"));
        while let Some(begin) = after(text, "\"") {
            found.push(until(begin, b"\""));
            text = after(begin, "\"").unwrap_or_default();
        }
    }
    found
}

/// Points for what the page is built like.
fn built(page: &Page<'_>) -> i32 {
    let one = if is_one_article(page) { ONE_ARTICLE } else { 0 };
    let dated = if near_headline(page, is_date) { DATED } else { 0 };
    let signed = if near_headline(page, |page, id| is_byline(page.outline, id)) { SIGNED } else { 0 };
    let slug = if is_slug(&page.address.path) { SLUG } else { 0 };
    let filed = if is_filed(&page.address.path) { FILED } else { 0 };
    let long = if page.article.chars >= LONG_CHARS { LONG } else { 0 };
    one + dated + signed + slug + filed + long
}

fn is_one_article(page: &Page<'_>) -> bool {
    let container = page.article.container;
    let is_article = |n: NodeId| page.outline.is(n, ARTICLE);
    page.outline.stands_in(container, ARTICLE)
        || page.outline.children(container).filter(|&c| is_article(c)).count() == 1
}

/// Whether something stands between the headline's surroundings and the first lines of the text.
fn near_headline(page: &Page<'_>, is: fn(&Page<'_>, NodeId) -> bool) -> bool {
    let Some((first, _)) = page.article.span() else { return false };
    let headline = page.article.headline.unwrap_or(first).min(first);
    let from = headline.saturating_sub(BEFORE);
    (from..page.outline.len().min(first + AFTER)).any(|n| !page.signs.chrome[n] && is(page, n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::OutlineBuilder;

    fn promised(metas: &[(&str, &str)], body: &str) -> bool {
        promised_at("", metas, body)
    }

    fn promised_at(address: &str, metas: &[(&str, &str)], body: &str) -> bool {
        let mut page = OutlineBuilder::new();
        page.open("html");
        for (name, content) in metas {
            page.open("meta");
            page.attribute(PROPERTY, name);
            page.attribute(CONTENT, content);
            page.close();
        }
        page.open("body");
        page.attribute(CLASS, body);
        promises(page.so_far(), &Address::of(address), &Words::all())
    }

    #[test]
    fn a_document_promises_an_article_by_what_it_says_of_itself() {
        assert!(promised(&[("og:type", "article")], ""));
        assert!(promised(&[], "single single-post"));
        assert!(!promised(&[], "post"), "too little");
        assert!(!promised(&[("og:type", "website")], ""));
        assert!(!promised(&[("og:type", "article")], "bbpress"), "a forum too");
    }

    #[test]
    fn a_host_says_what_its_pages_are() {
        let at = |address| promised_at(address, &[("og:type", "article")], "");
        assert!(at("https://news.example/kettles.html") && at("https://forumnews.example/kettles.html"));
        assert!(!at("https://forums.news.example/kettles.html"), "a board");
        assert!(!at("https://shop.news.example/kettles.html"), "a shop");
        assert!(!at("https://news.example/forum"), "where a board begins");
    }

    #[test]
    fn types_are_read_without_parsing() {
        let json = r#"{"@type": "NewsArticle", "author": [{"@type":"Person"}], "x": {"@type" : ["WebPage", "QAPage"]}}"#;
        assert_eq!(types(json), ["NewsArticle", "Person", "WebPage", "QAPage"]);
    }
}
