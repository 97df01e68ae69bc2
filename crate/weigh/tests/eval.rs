//! The figures say what is gone, what was lost, and why a block was left.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::path::Path;

use endmark_core::{Address, Category};
use endmark_weigh::{
    figures,
    left::Left,
    pages::{Label, Labels, Meta, Page},
    score::{Block, score},
    subject::Subject,
    survey::survey,
    vocabulary::words_of,
};

/// A fixture with labels on what selectors' ids and classes name: (attribute, value, category).
fn subject(name: &str, junk: &[(&str, &str, &str)], body: (&str, &str)) -> Subject {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages").join(name);
    let html = std::fs::read_to_string(path).expect("a fixture");
    let surveyed = survey(&html);
    let number = |attribute: &str, value: &str| {
        let outline = &surveyed.outline;
        let node = (0..outline.len())
            .find(|&n| {
                outline.attribute(n, attribute).is_some_and(|v| v.split(' ').any(|word| word == value))
            })
            .expect("an element");
        let (n, _) = surveyed.by_order.iter().find(|&(_, found)| *found == node).expect("its number");
        *n
    };
    let label = |&(attribute, value, category): &(&str, &str, &str)| Label {
        n: number(attribute, value),
        category: category.to_owned(),
        tag: String::new(),
        text: String::new(),
    };
    let labels =
        Labels { article: true, junk: junk.iter().map(label).collect(), body: vec![number(body.0, body.1)] };
    let page = Page {
        id: name.to_owned(),
        meta: Meta::default(),
        html: String::new(),
        labels: Some(labels),
        body: None,
        clutter: Vec::new(),
    };
    let address = Address { host: "news.localhost".into(), path: "/story.html".into() };
    Subject { page, address, words: words_of(&surveyed.outline).expect("words"), surveyed }
}

fn why(block: &Block) -> &'static str {
    block.why.as_ref().map_or("gone", Left::name)
}

const JUNK: &[(&str, &str, &str)] = &[
    ("id", "author-box", "author-bio"),
    ("id", "related_posts", "comments"),
    ("class", "post-navigation", "post-nav"),
    ("class", "footer-bottom", "teaser"),
];

#[test]
fn what_is_gone_and_why_the_rest_was_left() {
    let score = score(&subject("sahifa.html", JUNK, ("class", "entry")));
    let reasons: Vec<&str> = score.blocks.iter().map(why).collect();
    assert_eq!(reasons, ["gone", "gone", "category not taken unless asked for", "no candidate"]);
    let figures = figures::sum(&[score]);
    assert_eq!((figures.gone["author-bio"].of, figures.gone["teaser"].of), (1, 0));
    assert_eq!((figures.clean.of, figures.clean.all), (0, 1));
    // The related posts are called comments here, and go as a teaser.
    assert_eq!((figures.right.of, figures.right.all), (1, 2));
    assert_eq!(figures.confusion["comments"][Category::Teaser.name()], 1);
}

#[test]
fn an_article_that_is_taken_off_is_damage() {
    let spared = score(&subject("sahifa.html", JUNK, ("class", "post-title")));
    assert!(spared.harm.is_empty(), "{:?}", spared.harm);
    let score = score(&subject("sahifa.html", &[], ("id", "author-box")));
    assert!(score.harm.contains(&"sentence"), "{:?}", score.harm);
    assert!(score.taken.iter().any(|taken| taken.article.chars > 80));
}
