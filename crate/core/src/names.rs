//! What the names in `class` and `id` say, read as tokens, never as parts of words.

use alloc::{string::String, vec, vec::Vec};

use crate::{category::Category, table};

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// Names longer than this many bytes say nothing.
const LONGEST_NAME: usize = 80;

/// The category that a value of `class` or `id` speaks of, with the name that says it.
pub fn telling(value: &str) -> Option<(Category, &str)> {
    value.split_ascii_whitespace().find_map(|name| Some((category_of(name)?, name)))
}

/// Whether a value of `class` names the article's author or date.
pub fn names_byline(value: &str) -> bool {
    says(value, BYLINE)
}

/// Whether a value of `class` or `id` names a part of the site.
pub fn names_chrome(value: &str) -> bool {
    value.split_ascii_whitespace().any(|name| says(name, CHROME) && !says(name, EXCEPT))
}

/// Whether a value of `class` or `id` names a column beside the article.
pub fn names_column(value: &str) -> bool {
    says(value, COLUMN)
}

/// Whether a value of `class` names the place of a picture.
pub fn names_picture(value: &str) -> bool {
    says(value, PICTURE)
}

/// Whether a value of `class` names a header or footer of the article.
pub fn names_part_of_page(value: &str) -> bool {
    says(value, EXCEPT)
}

/// Whether one of the names in a value says this.
fn says(value: &str, wanted: u8) -> bool {
    value.split_ascii_whitespace().any(|name| sayings(&tokens(name)).iter().any(|&(what, _)| what == wanted))
}

fn category_of(name: &str) -> Option<Category> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let tokens = tokens(name);
    if STATES.contains(&tokens.first()?.as_str()) {
        return None;
    }
    let sayings = sayings(&tokens);
    if sayings.iter().any(|(what, _)| *what == NEVER) {
        return None;
    }
    let categories = sayings.iter().filter_map(|&(what, length)| {
        Some((length, *Category::ALL.get(usize::from(what.checked_sub(FIRST)?))?))
    });
    // Of equally long names the last one says what the thing is: `comments-related-posts`.
    categories.max_by_key(|(length, _)| *length).map(|(_, category)| category)
}

/// Everything that runs of tokens say, with the length of the run.
fn sayings(tokens: &[String]) -> Vec<(u8, usize)> {
    let mut found = Vec::new();
    for from in 0..tokens.len() {
        let mut run = String::new();
        for (length, token) in tokens[from..].iter().take(LONGEST).enumerate() {
            run.push(if length > 0 { ' ' } else { '.' });
            run.push_str(token);
            found.extend(table::get(&run).iter().map(|&what| (what, length + 1)));
        }
    }
    found
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

    #[test]
    fn parts_of_the_site_are_told_from_parts_of_the_article() {
        assert!(names_chrome("site-footer") && !names_chrome("entry-footer"));
        assert!(names_byline("entry__date") && !names_byline("update-box"));
    }
}
