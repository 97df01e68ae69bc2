//! Which languages a page is written in: what it declares, and what its text says. One page in ten
//! declares none or another one.

use alloc::{string::String, vec::Vec};

use crate::{
    normal::{is_edge, normalise},
    order::order,
    outline::{Outline, is_wide},
    words::Words,
};

/// Bytes of text that are enough to tell a language.
const SAMPLE: usize = 8_192;
/// The commonest words of a language have to be met this often.
const LEAST: u32 = 8;
/// Languages whose words are met at least so often, as a share of those of the most likely one, are
/// likely too: neighbours share many.
const NEIGHBOUR: f32 = 0.6;
/// As many languages are told of a page at most, and as many of them by its text.
const MOST: usize = 4;
const MOST_RECOGNISED: usize = 3;

/// The languages of a page, most likely first: recognised, then declared.
pub fn languages<'w>(outline: &Outline, words: &'w Words) -> Vec<&'w str> {
    let mut found = Vec::new();
    for language in recognised(outline, words).into_iter().chain(declared(outline, words)) {
        if !found.contains(&language) && found.len() < MOST {
            found.push(language);
        }
    }
    found
}

/// The languages that a page says it is in.
fn declared<'w>(outline: &Outline, words: &'w Words) -> Vec<&'w str> {
    let tags = outline.nodes().filter_map(|(id, node)| {
        let attribute = |name: &str| outline.attribute(id, name);
        match &*node.tag {
            "html" | "body" | "main" | "article" => attribute("lang"),
            "meta" if attribute("property") == Some("og:locale") => attribute("content"),
            "meta" if is_language_header(attribute("http-equiv")) => attribute("content"),
            _ => None,
        }
    });
    tags.flat_map(|tag| of_tag(tag, words)).collect()
}

fn is_language_header(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.eq_ignore_ascii_case("content-language"))
}

/// The languages of a tag such as `zh_TW`, or of the longest part of it that is known.
fn of_tag<'w>(tag: &str, words: &'w Words) -> Vec<&'w str> {
    let mut key = ["@", tag.trim()].concat().to_ascii_lowercase().replace('_', "-");
    loop {
        let known: Vec<&str> = words.languages(&key).collect();
        match key.rfind('-') {
            Some(end) if known.is_empty() => key.truncate(end),
            _ => return known,
        }
    }
}

/// The languages whose commonest words stand in the text.
fn recognised<'w>(outline: &Outline, words: &'w Words) -> Vec<&'w str> {
    let mut met: Vec<(&str, u32)> = Vec::new();
    for token in tokens(&sample(outline)) {
        for language in words.languages(&["~", token].concat()) {
            match met.iter_mut().find(|(other, _)| *other == language) {
                Some((_, times)) => *times += 1,
                None => met.push((language, 1)),
            }
        }
    }
    let most = met.iter().map(|(_, times)| *times).max().unwrap_or_default().max(LEAST);
    met.retain(|(_, times)| *times as f32 >= NEIGHBOUR * most as f32);
    order(met, |(_, one), (_, other)| other.cmp(one))
        .into_iter()
        .map(|(language, _)| language)
        .take(MOST_RECOGNISED)
        .collect()
}

/// The beginning of the paragraphs' text, or of all text where paragraphs are no elements.
fn sample(outline: &Outline) -> String {
    let mut text = String::new();
    for (id, _) in outline.nodes().filter(|(_, node)| &*node.tag == "p") {
        if text.len() < SAMPLE {
            text.push_str(cut(outline.text(id)));
            text.push(' ');
        }
    }
    if text.len() < SAMPLE / 16 && !outline.is_empty() {
        text.push_str(cut(outline.text(0)));
    }
    normalise(&text)
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(SAMPLE)]
}

/// Whether a character is of a script that sets no words apart: Chinese, Japanese, Thai, and Korean
/// with them, whose particles run into the word.
fn is_unspaced(c: char) -> bool {
    is_wide(c) || matches!(c, '\u{e01}'..='\u{e5b}')
}

/// The words of a text; where nothing sets words apart, its characters.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| is_edge(c) || c.is_ascii_digit()).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let mut rest = word;
        core::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = if is_unspaced(first) {
                first.len_utf8()
            } else {
                rest.find(is_unspaced).unwrap_or(rest.len())
            };
            let token;
            (token, rest) = rest.split_at(end);
            Some(token)
        })
    })
}
