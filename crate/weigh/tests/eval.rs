//! The figures say what is gone, what was lost, and why a block was left; weights are learned from labels.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::path::Path;

use endmark_core::{Address, Category, Weights, attribute::Attribute};
use endmark_stream::words_of;
use endmark_weigh::{
    figures,
    fit::{
        self,
        file::File,
        sample::{Truth, gather},
    },
    left::Left,
    pages::{Label, Labels, Meta, Page},
    score::{Block, score},
    subject::Subject,
    survey::survey,
};

/// A fixture with labels on what selectors' ids and classes name: (attribute, value, category).
fn subject(name: &str, junk: &[(&str, &str, &str)], body: (&str, &str)) -> Subject {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages").join(name);
    let html = std::fs::read_to_string(path).expect("a fixture");
    let surveyed = survey(&html);
    let number = |attribute: &str, value: &str| {
        let outline = &surveyed.outline;
        let node = (0..outline.len())
            .find(|&n| Attribute::named(attribute).is_some_and(|attribute| outline.says(n, attribute, value)))
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
    let address = Address::of("http://news.localhost/story.html");
    Subject { page, address, words: words_of(&surveyed.outline), surveyed }
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
    let score = score(&subject("sahifa.html", JUNK, ("class", "entry")), &Weights::OWN);
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
    let spared = score(&subject("sahifa.html", JUNK, ("class", "post-title")), &Weights::OWN);
    assert!(spared.harm.is_empty(), "{:?}", spared.harm);
    let score = score(&subject("sahifa.html", &[], ("id", "author-box")), &Weights::OWN);
    assert!(score.harm.contains(&"sentence"), "{:?}", score.harm);
    assert!(score.taken.iter().any(|taken| taken.article.chars > 80));
}

fn weights() -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/weights.toml");
    File::read(&path).expect("the core's weights")
}

#[test]
fn candidates_teach_what_they_hold() {
    let junk = [("id", "author-box", "author-bio"), ("id", "comments-box", "comments")];
    let labelled = [subject("sahifa.html", &junk, ("class", "post-title"))];
    let samples = gather(&labelled, &weights());
    let of = |category, truth| samples.iter().any(|s| s.category == category && s.truth == truth);
    assert!(of(Category::AuthorBio, Truth::Block(0)) && of(Category::Comments, Truth::Block(1)));
    // The related posts are called nothing here, and below the author's box the article.
    assert!(of(Category::Teaser, Truth::Rest));
    let swapped = [subject("sahifa.html", &[], ("id", "author-box"))];
    let samples = gather(&swapped, &weights());
    let article = |truth| matches!(truth, Truth::Article { .. });
    assert!(samples.iter().any(|s| s.category == Category::AuthorBio && article(s.truth)));
}

#[test]
fn a_fit_comes_out_the_same_twice_and_keeps_every_sign() {
    let fit = || {
        let file = weights();
        let fit = fit::fit(&[subject("sahifa.html", JUNK, ("class", "post-title"))], &file).expect("a fit");
        file.written(&fit.table, &fit::told::head(&fit)).expect("a file")
    };
    let (one, other) = (fit(), fit());
    assert_eq!(one, other);
    let text: toml::Table = one.parse().expect("a file of weights");
    for (name, kind) in text["evidence"].as_table().expect("kinds of evidence") {
        let sign = if kind["speaks"].as_str() == Some("for") { 1.0 } else { -1.0 };
        let weights = kind["weight"].as_table().expect("weights").values();
        assert!(weights.filter_map(toml::Value::as_float).all(|weight| weight * sign >= 0.0), "{name}");
    }
}
