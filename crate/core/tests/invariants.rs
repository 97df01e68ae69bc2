//! What holds on any outline, however odd: analysis is total and deterministic, and a plan never
//! holds the headline, the same element twice, or a removal without a reason.

use std::{pin::pin, task::Poll};

use endmark_core::{
    Address, Outline, OutlineBuilder, Purpose, Settings, Weights, Words, analyse, analyse_at,
    pace::{Pace, go_on},
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Piece {
    Element { tag: &'static str, class: &'static str, id: &'static str, inside: Vec<Piece> },
    Text(&'static str),
}

const TAGS: &[&str] = &[
    "div", "div", "p", "p", "section", "article", "aside", "footer", "header", "nav", "ul", "li", "h1", "h2",
    "h3", "span", "a", "strong", "form", "textarea", "img", "iframe", "button", "time", "script",
];
const CLASSES: &[&str] = &[
    "",
    "",
    "",
    "author-bio",
    "related-posts",
    "comments-area",
    "comment",
    "newsletter",
    "share",
    "entry-content",
    "sidebar",
    "site-footer",
    "has-comments",
    "byline",
    "taboola",
];
const IDS: &[&str] = &["", "", "", "respond", "comments", "disqus_thread", "author-box", "check-also-box"];
const TEXTS: &[&str] = &[
    "About the author",
    "Also read: ",
    "Related articles",
    "Leave a Reply",
    "3 Comments",
    "Share",
    "The boat had been late for eleven years, and on the morning it came nobody stood on the pier to see it.",
    "She had meant to write about the harbour, its cranes and its cats, and wrote about the winter instead, which was long.",
    "关于作者",
    "\u{202e}\u{200b}İ",
    "",
];

fn piece() -> impl Strategy<Value = Piece> {
    let text = proptest::sample::select(TEXTS).prop_map(Piece::Text);
    text.prop_recursive(7, 160, 8, |inner| {
        let name = proptest::sample::select(TAGS);
        let class = proptest::sample::select(CLASSES);
        let id = proptest::sample::select(IDS);
        (name, class, id, proptest::collection::vec(inner, 0..8))
            .prop_map(|(tag, class, id, inside)| Piece::Element { tag, class, id, inside })
    })
}

fn write(builder: &mut OutlineBuilder, piece: &Piece) {
    match piece {
        Piece::Text(text) => builder.text(text),
        Piece::Element { tag, class, id, inside } => {
            builder.open(tag);
            for (name, value) in [("class", class), ("id", id)] {
                if !value.is_empty() {
                    builder.attribute(name, value);
                }
            }
            if *tag == "a" {
                builder.attribute("href", "/story/the-boat-that-came-late");
            }
            inside.iter().filter(|inner| can_hold(tag, inner)).for_each(|p| write(builder, p));
            builder.close();
        }
    }
}

/// Whether browsers build such a thing: scripts hold text alone, and one heading ends another.
fn can_hold(tag: &str, inner: &Piece) -> bool {
    let heading = |tag: &str| matches!(tag, "h1" | "h2" | "h3");
    match inner {
        Piece::Text(_) => true,
        Piece::Element { tag: inner, .. } => tag != "script" && !(heading(tag) && heading(inner)),
    }
}

/// A page whose head says that it is an article, with some prose before the random part.
fn page(pieces: &[Piece]) -> Outline {
    let mut builder = OutlineBuilder::new();
    builder.open("html");
    builder.open("head");
    builder.open("meta");
    builder.attribute("property", "og:type");
    builder.attribute("content", "article");
    builder.close();
    builder.close();
    builder.open("body");
    builder.open("h1");
    builder.text("The boat");
    builder.close();
    for _ in 0..6 {
        builder.open("p");
        builder.text(TEXTS[6]);
        builder.close();
    }
    pieces.iter().for_each(|p| write(&mut builder, p));
    builder.finish()
}

fn address() -> Address {
    Address { host: "news.example".into(), path: "/story/the-boat".into() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plans_are_the_same_twice(pieces in proptest::collection::vec(piece(), 0..6)) {
        let outline = page(&pieces);
        let plan = |_| analyse(&outline, &address(), &Settings::default(), &Words::all()).plan;
        prop_assert_eq!(plan(1), plan(2));
    }

    #[test]
    fn who_rests_comes_to_the_same_plan(pieces in proptest::collection::vec(piece(), 0..6)) {
        let (outline, address, settings, words) = (page(&pieces), address(), Settings::default(), Words::all());
        let is_over = || true;
        let pace = Pace::of(&is_over);
        let mut work = pin!(analyse_at(pace, &outline, &address, &settings, &words, &Weights::OWN));
        let mut rests = 0;
        let rested = loop {
            match go_on(work.as_mut()) {
                Poll::Ready(analysis) => break analysis,
                Poll::Pending => rests += 1,
            }
        };
        prop_assert!(rests >= outline.len() / 8, "{rests} rests with {} elements", outline.len());
        let hurried = analyse(&outline, &address, &settings, &words);
        prop_assert_eq!(rested.purpose, hurried.purpose);
        prop_assert_eq!(rested.plan, hurried.plan);
    }

    #[test]
    fn plans_hold_nothing_twice_and_never_the_headline(pieces in proptest::collection::vec(piece(), 0..6)) {
        let outline = page(&pieces);
        let analysis = analyse(&outline, &address(), &Settings::default(), &Words::all());
        let mut reached = 0;
        for removal in &analysis.plan.removals {
            prop_assert!(!removal.block.reasons.is_empty(), "no reason: {:?}", removal);
            prop_assert!(!removal.block.rule.is_empty());
            for &node in &removal.nodes {
                prop_assert!(node >= reached, "{node} is taken twice");
                reached = outline.node(node).end;
                prop_assert!(!matches!(&*outline.node(node).tag, "html" | "body" | "main"));
                let headline = (node..reached).any(|n| &*outline.node(n).tag == "h1" && !outline.text(n).trim().is_empty());
                prop_assert!(!headline, "the headline is taken with {node}");
            }
        }
    }

    #[test]
    fn nothing_is_taken_off_what_is_no_article(pieces in proptest::collection::vec(piece(), 0..6)) {
        let mut builder = OutlineBuilder::new();
        builder.open("html");
        builder.open("body");
        pieces.iter().for_each(|p| write(&mut builder, p));
        let analysis = analyse(&builder.finish(), &address(), &Settings::default(), &Words::all());
        prop_assert!(analysis.purpose == Purpose::Article || analysis.plan.removals.is_empty());
    }
}

#[test]
fn an_empty_page_is_no_article() {
    let analysis = analyse(&OutlineBuilder::new().finish(), &address(), &Settings::default(), &Words::all());
    assert!(analysis.purpose != Purpose::Article && analysis.plan.removals.is_empty());
}
