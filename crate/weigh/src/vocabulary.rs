//! The words that a page is read with: those that the module in a page would ask for.

use anyhow::{Result, anyhow};
use endmark_core::{
    Outline, Words,
    language::languages,
    words::{COMMON, tables},
};

/// The common words and those of a page's languages.
///
/// # Errors
/// When a table that the core was built with cannot be read.
pub fn words_of(outline: &Outline) -> Result<Words> {
    let mut words = Words::default();
    learn(&mut words, COMMON)?;
    let languages: Vec<String> = languages(outline, &words).into_iter().map(str::to_owned).collect();
    languages.iter().try_for_each(|language| learn(&mut words, language))?;
    Ok(words)
}

fn learn(words: &mut Words, name: &str) -> Result<()> {
    let table = tables().iter().find(|(file, _)| *file == name && !words.knows(name));
    let Some((_, bytes)) = table else { return Ok(()) };
    words.learn(*bytes).map_err(|_| anyhow!("the words of {name} cannot be read"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::survey;

    #[test]
    fn a_page_is_read_with_the_words_of_its_language() -> Result<()> {
        let words =
            words_of(&survey("<html lang=de><p>Die Ebbe ist da und das Watt liegt frei.</p>").outline)?;
        assert!(words.knows(COMMON) && words.knows("de"));
        assert!(!words.knows("fr"));
        Ok(())
    }
}
