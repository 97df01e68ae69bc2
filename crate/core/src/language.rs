//! Which languages a page is written in: what it declares, and what its text says. One page in ten
//! declares none or another one.

use alloc::{string::String, vec::Vec};

use crate::{
    attribute::{Attribute, CONTENT, HTTP_EQUIV, LANG, PROPERTY},
    normal::{is_edge, normalise},
    outline::{
        Outline, is_wide,
        tag::{ARTICLE, MAIN, META, P, ROOTS},
    },
    part::{beginning, split_last, trimmed},
    words::Words,
};

/// Bytes of text that are enough to tell a language.
const SAMPLE: usize = 8_192;
/// The commonest words of a language have to be met this often.
const LEAST: u16 = 8;
/// Languages whose words are met at least so often, as a share of those of the most likely one, are
/// likely too: neighbours share many.
const NEIGHBOUR: f32 = 0.6;
/// As many languages are told of a page at most.
const MOST: usize = 4;
/// As many of them by its text.
const MOST_RECOGNISED: usize = 3;

/// The languages of a page, most likely first: recognised, then declared.
pub fn languages<'w>(outline: &Outline, words: &'w Words) -> Vec<&'w str> {
    let mut found = recognised(outline, words);
    declared(outline, words, &mut found);
    found.truncate(MOST);
    let mut codes = Vec::new();
    found.iter().for_each(|&language| codes.push(words.code(language)));
    codes
}

/// Adds the languages that a page says it is in.
fn declared(outline: &Outline, words: &Words, found: &mut Vec<usize>) {
    for id in 0..outline.len() {
        let attribute = |name: Attribute| outline.attribute(id, name);
        let is_locale =
            || attribute(PROPERTY) == Some("og:locale") || is_language_header(attribute(HTTP_EQUIV));
        let tag = if outline.is(id, ROOTS | MAIN | ARTICLE) {
            attribute(LANG)
        } else {
            attribute(CONTENT).filter(|_| outline.is(id, META) && is_locale())
        };
        for language in tag.map_or(&[][..], |tag| of_tag(tag, words)) {
            let language = usize::from(*language);
            if !found.contains(&language) {
                found.push(language);
            }
        }
    }
}

fn is_language_header(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.eq_ignore_ascii_case("content-language"))
}

/// The languages of a tag such as `zh_TW`, or of the longest part of it that is known.
fn of_tag<'w>(tag: &str, words: &'w Words) -> &'w [u8] {
    let mut key = String::from("@");
    trimmed(tag).chars().for_each(|c| key.push(if c == '_' { '-' } else { c.to_ascii_lowercase() }));
    loop {
        let known = words.languages(&key);
        let (longer, _) = split_last(&key, b'-');
        if !known.is_empty() || longer.is_empty() {
            return known;
        }
        key.truncate(longer.len());
    }
}

/// The languages whose commonest words stand in the text.
fn recognised(outline: &Outline, words: &Words) -> Vec<usize> {
    let mut met = [0_u16; 256];
    let mut key = String::new();
    for c in sample(outline).chars() {
        let ends = is_edge(c) || c.is_ascii_digit();
        if ends || is_unspaced(c) {
            count(&mut key, words, &mut met);
        }
        if !ends {
            key.push(c);
        }
        if is_unspaced(c) {
            count(&mut key, words, &mut met);
        }
    }
    count(&mut key, words, &mut met);
    let mut found = Vec::new();
    let likely = met.iter().max().map_or(LEAST, |&most| most.max(LEAST));
    while found.len() < MOST_RECOGNISED {
        let Some((language, times)) = met.iter_mut().enumerate().max_by_key(|(_, times)| **times) else {
            break;
        };
        if f32::from(*times) < NEIGHBOUR * f32::from(likely) {
            break;
        }
        *times = 0;
        found.push(language);
    }
    found
}

/// Counts a word for the languages that it tells, and begins the next one.
fn count(word: &mut String, words: &Words, met: &mut [u16; 256]) {
    word.insert(0, '~');
    for &language in words.languages(word) {
        met[usize::from(language)] += 1;
    }
    word.clear();
}

/// The beginning of the paragraphs' text, or of all text where paragraphs are no elements.
fn sample(outline: &Outline) -> String {
    let mut text = String::new();
    for (id, _) in outline.nodes().filter(|(id, _)| outline.is(*id, P)) {
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
    beginning(text, text.floor_char_boundary(SAMPLE))
}

/// Whether a character is of a script that sets no words apart: Chinese, Japanese, Thai, and Korean
/// with them, whose particles run into the word.
fn is_unspaced(c: char) -> bool {
    is_wide(c) || matches!(c, '\u{e01}'..='\u{e5b}')
}
