//! How a page's language is told: by the tags that declare it and by its commonest words, compiled
//! to entries of the table that every page needs.

use super::words::Language;

/// Tags and words with the numbers of the languages that they tell.
pub fn entries(languages: &[Language]) -> Vec<(String, u8)> {
    let of = |(number, language): (usize, &Language)| -> Vec<(String, u8)> {
        let tags = language.tags.iter().map(|tag| format!("@{tag}"));
        let words = language.commonest.iter().map(|word| format!("~{word}"));
        tags.chain(words).map(|key| (key, number as u8)).collect()
    };
    languages.iter().enumerate().flat_map(of).collect()
}
