//! What the names in `class` and `id` say, read as tokens, never as parts of words.

use crate::category::Category;

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// The category that a value of `class` or `id` speaks of, with the name that says it.
pub fn telling(value: &str) -> Option<(Category, &str)> {
    value.split_ascii_whitespace().find_map(|name| Some((category_of(name)?, name)))
}

/// Whether a value of `class` names the article's author or date.
pub fn names_byline(value: &str) -> bool {
    value.split_ascii_whitespace().any(|name| {
        let tokens = tokens(name);
        BYLINE.iter().any(|sequence| says(&tokens, sequence))
    })
}

fn category_of(name: &str) -> Option<Category> {
    if name.len() > 80 {
        return None;
    }
    let tokens = tokens(name);
    let first = tokens.first()?;
    if STATES.contains(&first.as_str()) || NEVER.iter().any(|sequence| says(&tokens, sequence)) {
        return None;
    }
    let longest = |sequences: &[&[&str]]| {
        sequences.iter().filter(|s| says(&tokens, s)).map(|s| s.len()).max().unwrap_or(0)
    };
    NAMES
        .iter()
        .map(|(category, sequences)| (longest(sequences), *category))
        .filter(|(length, _)| *length > 0)
        .max_by_key(|(length, _)| *length)
        .map(|(_, category)| category)
}

fn says(tokens: &[String], sequence: &[&str]) -> bool {
    tokens.windows(sequence.len()).any(|window| window.iter().zip(sequence).all(|(a, b)| a == b))
}

/// A name's parts: split at `-`, `_`, other signs, digits and before capitals, in lower case.
pub fn tokens(name: &str) -> Vec<String> {
    let mut tokens = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let starts = c.is_uppercase() && before.is_lowercase();
        if starts || !c.is_alphabetic() {
            tokens.push(String::new());
        }
        if c.is_alphabetic()
            && let Some(last) = tokens.last_mut()
        {
            last.extend(c.to_lowercase());
        }
        before = c;
    }
    tokens.retain(|t| !t.is_empty());
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_tokens() {
        assert_eq!(tokens("jp-relatedPosts_2x"), ["jp", "related", "posts", "x"]);
        assert_eq!(tokens("AuthorBIO"), ["author", "bio"]);
    }

    #[test]
    fn parts_of_words_say_nothing() {
        assert_eq!(telling("imgbox rubio with-card what-share"), None);
    }

    #[test]
    fn telling_names_say_their_category() {
        assert_eq!(telling("box related-posts"), Some((Category::Teaser, "related-posts")));
        assert_eq!(telling("post_authorBio"), Some((Category::AuthorBio, "post_authorBio")));
    }

    #[test]
    fn states_of_wrappers_say_nothing() {
        assert_eq!(telling("has-comments no-comments newsletter-post"), None);
    }
}
