//! The words that a page is read with: those that the module in a page would ask for.

use endmark_core::{
    Outline, Words,
    language::languages,
    words::{COMMON, tables},
};

/// The common words and those of a page's languages.
pub fn words_of(outline: &Outline) -> Words {
    let mut words = Words::default();
    learn(&mut words, COMMON);
    let languages: Vec<String> = languages(outline, &words).into_iter().map(str::to_owned).collect();
    languages.iter().for_each(|language| learn(&mut words, language));
    words
}

/// Tables that the core was built with can be read; one that cannot would only be missing.
fn learn(words: &mut Words, name: &str) {
    let table = tables().iter().find(|(file, _)| *file == name && !words.knows(name));
    if let Some((_, bytes)) = table {
        let _ = words.learn(*bytes);
    }
}

#[cfg(test)]
mod tests {
    use endmark_core::{OutlineBuilder, attribute::LANG};

    use super::*;

    #[test]
    fn a_page_is_read_with_the_words_of_its_language() {
        let mut builder = OutlineBuilder::new();
        builder.open("html");
        builder.attribute(LANG, "de");
        builder.open("p");
        builder.text("Die Ebbe ist da und das Watt liegt frei.");
        let words = words_of(&builder.finish());
        assert!(words.knows(COMMON) && words.knows("de"));
        assert!(!words.knows("fr"));
    }
}
