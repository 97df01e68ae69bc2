//! What a rule selects: a selector of the browser's, and words.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use super::{DEEPEST, Refusal};

/// Pseudo-classes of ad blockers that no browser knows.
const PROCEDURAL: [&str; 16] = [
    "-abp-contains",
    "-abp-has",
    "-abp-properties",
    "contains",
    "if",
    "if-not",
    "matches-attr",
    "matches-css",
    "matches-css-after",
    "matches-css-before",
    "matches-media",
    "matches-path",
    "min-text-length",
    "nth-ancestor",
    "upward",
    "xpath",
];

/// What changes a page instead of hiding something in it.
const ACTIONS: [&str; 4] = ["remove", "remove-attr", "remove-class", "style"];

/// Elements that hold the whole page, or may hold the article.
const WHOLE: [&str; 6] = ["html", "body", "head", "main", "article", "*"];

/// Pseudo-elements that one colon is enough for.
const DRAWN: [&str; 4] = ["after", "before", "first-letter", "first-line"];

const HAS_TEXT: &str = ":has-text(";

/// What is selected, and the words that must stand in it.
pub(super) fn read(body: &str) -> Result<(String, String), Refusal> {
    let refuse = |key| Err((key, String::new()));
    if body.starts_with("+js(") || body.starts_with("script:inject") {
        return refuse("script");
    }
    if body.starts_with('^') {
        return refuse("source");
    }
    let (select, text) = match body.find(HAS_TEXT) {
        Some(at) => (&body[..at], read_text(&body[at + HAS_TEXT.len()..])?),
        None => (body, String::new()),
    };
    check_brackets(select)?;
    check_names(select)?;
    let select = select.trim();
    if select.is_empty() || select.contains(['{', '}']) {
        return refuse("selector");
    }
    if parts(select, |byte| byte == b',').any(takes_everything) {
        return refuse("everything");
    }
    Ok((select.to_owned(), text))
}

/// The words of `:has-text(…)`, which has to end the rule; patterns are refused, since they can hang a page.
fn read_text(rest: &str) -> Result<String, Refusal> {
    let whole = rest.strip_suffix(')').filter(|text| !text.trim().is_empty());
    let pattern = |text: &&str| text.starts_with('/') && text.len() > 1 && text[1..].contains('/');
    match whole {
        Some(text) if !pattern(&text) && !text.contains(HAS_TEXT) => Ok(text.trim().to_owned()),
        _ => Err(("unknown", [HAS_TEXT, rest].concat())),
    }
}

fn check_brackets(select: &str) -> Result<(), Refusal> {
    let mut awaited = Vec::new();
    for byte in select.bytes() {
        match byte {
            b'(' => awaited.push(b')'),
            b'[' => awaited.push(b']'),
            b')' | b']' if awaited.pop() != Some(byte) => return Err(("selector", String::new())),
            _ => {}
        }
        if awaited.len() > DEEPEST {
            return Err(("too-deep", String::new()));
        }
    }
    if awaited.is_empty() { Ok(()) } else { Err(("selector", String::new())) }
}

/// Refuses what only ad blockers know, what does not only hide, and what is no element.
fn check_names(select: &str) -> Result<(), Refusal> {
    for pseudo in select.split(':').skip(1) {
        let Some((name, _)) = pseudo.split_once('(') else { continue };
        if ACTIONS.contains(&name) {
            return Err(("style", String::new()));
        }
        if PROCEDURAL.contains(&name) {
            return Err(("unknown", [":", name, "()"].concat()));
        }
    }
    let outside_attributes =
        select.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
    match outside_attributes.flat_map(|text| text.split(':').skip(1)).find(|rest| is_drawn(rest)) {
        Some(_) => Err(("unknown", "::".to_owned())),
        None => Ok(()),
    }
}

/// Whether what follows a colon is the name of something that is drawn beside an element's content, and none itself.
fn is_drawn(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-').unwrap_or(rest.len());
    rest.is_empty() || DRAWN.iter().any(|name| rest[..end].eq_ignore_ascii_case(name))
}

/// Whether a selector ends in something that holds the page or may be the article, whatever it is not.
fn takes_everything(selector: &str) -> bool {
    let last = parts(selector.trim(), |byte| b" >+~".contains(&byte)).last().unwrap_or_default();
    let plain: String = parts(last, |byte| byte == b':')
        .map(|part| if part.starts_with("not(") { "" } else { part })
        .collect();
    plain.is_empty() || plain == "root" || WHOLE.contains(&&*plain.to_ascii_lowercase())
}

/// The parts of a selector between signs that stand in no brackets.
fn parts(selector: &str, is_sign: impl Fn(u8) -> bool) -> impl Iterator<Item = &str> {
    let mut rest = Some(selector);
    core::iter::from_fn(move || {
        let text = rest?;
        let mut depth = 0usize;
        let end = text.bytes().position(|byte| {
            match byte {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && is_sign(byte)
        });
        rest = end.map(|end| &text[end + 1..]);
        Some(end.map_or(text, |end| &text[..end]))
    })
}
