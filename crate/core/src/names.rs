//! What the names in `class` and `id` say, read as tokens, never as parts of words.

use alloc::{string::String, vec::Vec};

use crate::{
    category::Category,
    hash::hash,
    normal::{is_edge, lower},
    outline::tag,
    part::{beginning, ending, until},
    words::Words,
};

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// Names longer than this many bytes say nothing.
const LONGEST_NAME: usize = 80;

/// What one class or id says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Said {
    /// The category that it speaks of.
    pub category: Option<Category>,
    /// The article's author or date.
    pub byline: bool,
    /// A part of the site.
    pub chrome: bool,
    /// A header or footer of the article.
    pub part_of_page: bool,
    /// A column beside the article.
    pub column: bool,
    /// The place of a picture.
    pub picture: bool,
    /// The card of a recipe.
    pub recipe: bool,
}

/// Reads names; a page has few of them many times, so each is read once.
#[derive(Debug)]
pub struct Reader<'a> {
    words: &'a Words,
    /// By the hash of the name, which is compared sooner.
    met: Vec<((u32, &'a str), Said)>,
}

impl<'a> Reader<'a> {
    /// A reader that has met no name yet.
    pub fn new(words: &'a Words) -> Self {
        Self { words, met: Vec::new() }
    }

    /// What a class or id says.
    pub fn read(&mut self, name: &'a str) -> Said {
        let key = (hash(name), name);
        match self.met.binary_search_by_key(&key, |(met, _)| *met) {
            Ok(at) => self.met[at].1,
            Err(at) => {
                let said = read(name, self.words);
                self.met.insert(at, (key, said));
                said
            }
        }
    }
}

/// What a class or id says.
pub fn read(name: &str, words: &Words) -> Said {
    if name.len() > LONGEST_NAME {
        return Said::default();
    }
    let tokens = tokens(name);
    let sayings = sayings(&tokens, words);
    let says = |wanted: u8| sayings.iter().any(|&(what, _)| what == wanted);
    let is_telling = !says(NEVER);
    Said {
        category: category_of(&sayings).filter(|_| is_telling),
        byline: says(BYLINE),
        chrome: says(CHROME) && !says(EXCEPT) && is_telling,
        part_of_page: says(EXCEPT),
        column: says(COLUMN),
        picture: says(PICTURE),
        recipe: says(RECIPE),
    }
}

/// The category of the longest run; of equally long ones the last says what the thing is, as in
/// `comments-related-posts`.
fn category_of(sayings: &[(u8, usize)]) -> Option<Category> {
    let categories = sayings.iter().filter_map(|&(what, length)| {
        Some((length, *Category::ALL.get(usize::from(what.checked_sub(FIRST)?))?))
    });
    categories.max_by_key(|(length, _)| *length).map(|(_, category)| category)
}

/// Everything that runs of tokens say, with the length of the run.
fn sayings(tokens: &str, words: &Words) -> Vec<(u8, usize)> {
    let mut found = Vec::new();
    let mut say = |run: [&str; 2], length: usize| {
        words.name(&run).iter().for_each(|&what| found.push((what, length)));
    };
    let token = |rest: &str| until(rest, b" ").len();
    let first = until(tokens, b" ");
    say(["<", first], 1);
    if first == tokens {
        say(["=", tokens], 1);
    }
    let mut rest = tokens;
    while !rest.is_empty() {
        let mut end = 0;
        for length in 1..=LONGEST {
            end += token(ending(rest, end));
            say([".", beginning(rest, end)], length);
            if end == rest.len() {
                break;
            }
            end += 1;
        }
        rest = ending(rest, token(rest) + 1);
    }
    found
}

/// A name's parts: split at `-`, `_`, other signs, digits and before capitals, in lower case, with blanks between.
pub fn tokens(name: &str) -> String {
    let mut tokens = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    for c in name.chars() {
        // What is twice as much names no network.
        let is_times = c == 'x' && before.is_ascii_digit();
        if is_letter(c) && !is_times {
            let begins = !is_letter(before) || is_capital(c) && !is_capital(before);
            if begins && !tokens.is_empty() {
                tokens.push(' ');
            }
            tokens.push(lower(c));
        }
        before = if is_times { ' ' } else { c };
    }
    tokens
}

/// Whether a character is a letter.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && !is_edge(c))
}

fn is_capital(c: char) -> bool {
    lower(c) != c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_tokens() {
        assert_eq!(tokens("jp-relatedPosts_2x"), "jp related posts");
        assert_eq!(tokens("tag-2xs"), "tag s", "twice as much joins nothing");
        assert_eq!(tokens("AuthorBIO"), "author bio");
    }

    fn said(name: &str) -> Said {
        read(name, &Words::all())
    }

    fn category(name: &str) -> Option<Category> {
        said(name).category
    }

    #[test]
    fn parts_of_words_say_nothing() {
        assert!(["imgbox", "rubio", "with-card", "what-share"].iter().all(|n| category(n).is_none()));
    }

    #[test]
    fn some_words_tell_only_alone() {
        assert_eq!(category("share"), Some(Category::Share));
        assert!(["share-price", "market_share"].iter().all(|n| category(n).is_none()));
    }

    #[test]
    fn telling_names_say_their_category() {
        assert_eq!(category("related-posts"), Some(Category::Teaser));
        assert_eq!(category("post_authorBio"), Some(Category::AuthorBio));
    }

    #[test]
    fn states_of_wrappers_say_nothing() {
        assert!(["has-comments", "no-comments", "newsletter-post"].iter().all(|n| category(n).is_none()));
    }

    #[test]
    fn parts_of_the_site_are_told_from_parts_of_the_article() {
        assert!(said("site-footer").chrome && !said("entry-footer").chrome);
        assert!(
            said("cookie-bar").chrome && !said("tag-peanut-butter-cookie").chrome,
            "a term of the blog's"
        );
        assert!(said("entry__date").byline && !said("update-box").byline);
    }

    #[test]
    fn a_name_is_read_the_same_twice() {
        let words = Words::all();
        let mut reader = Reader::new(&words);
        let names = ["related-posts", "box", "site-footer", "related-posts"];
        assert!(names.iter().all(|n| reader.read(n) == said(n)));
    }
}
