//! Plans: total on any outline, and the same with rests and without; no removal holds another, the headline or
//! the article, and each has its reason.

use std::{pin::pin, task::Poll};

use endmark_core::{
    Address, Analysis, Category, Outline, OutlineBuilder, Purpose, Settings, Weights, Words, analyse,
    analyse_at,
    attribute::{
        Attribute, CLASS, CONTENT, HIDDEN, HREF, ID, ITEMPROP, NAME, PROPERTY, REL, ROLE, STYLE, TYPE,
    },
    outline::tag::{H1, MAIN, ROOTS},
    pace::{Pace, go_on},
    reading,
};

/// Elements of one outline at most.
const MOST: usize = 400;

const TAGS: &[&str] = &[
    "div",
    "div",
    "p",
    "p",
    "section",
    "article",
    "aside",
    "footer",
    "header",
    "nav",
    "ul",
    "li",
    "h1",
    "h2",
    "h3",
    "span",
    "a",
    "strong",
    "form",
    "textarea",
    "img",
    "iframe",
    "button",
    "time",
    "script",
    "table",
    "main",
    "input",
    "figure",
    "ins",
    "blockquote",
    "x-box",
];
const VALUES: &[&str] = &[
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
    "respond",
    "comments",
    "disqus_thread",
    "author-box",
    "check-also-box",
    "wp-block-post-author-biography",
    "comment-respond",
    "widget",
    "/story/the-boat-that-came-late",
    "https://www.facebook.com/sharer.php?u=x",
    "/author/ann-calder",
    "author",
    "email",
    "hidden",
    "display:none",
    "İ\u{200b}",
    "",
    "tags-links",
    "post-navigation",
    "sponsored",
];
const NAMES: &[Attribute] = &[CLASS, CLASS, CLASS, ID, HREF, REL, TYPE, STYLE, ITEMPROP, ROLE, NAME, HIDDEN];
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
    "Ann Calder has written about ports since 2009.",
    "Follow us on ",
    "Subscribe to our newsletter",
    "\n",
    "12 May 2026",
    "Advertisement",
];
const PROSE: &str = TEXTS[6];

/// Makes an outline as bytes say, and plans.
pub fn check(bytes: &[u8]) {
    let (first, steps) = bytes.split_first().unwrap_or((&0, &[]));
    let promises = first % 4 > 0;
    let outline = if promises { article(steps) } else { page(steps) };
    let address = Address::of("http://news.example/story/the-boat");
    let words = Words::all();
    let analysis = analyse(&outline, &address, &Settings::default(), &words);
    assert_eq!(analysis.plan, analyse_with_rests(&outline, &address, &words).plan);
    assert_sound(&outline, &analysis);
    let goes = |node| analysis.plan.removals.iter().any(|removal| removal.nodes.contains(&node));
    let text = reading::read(&outline, &address, &words, &goes);
    assert_eq!(text.is_some(), analysis.purpose == Purpose::Article);
    if promises && text.is_some() {
        assert!(
            text.is_some_and(|text| text.lines().any(|line| line.len() > PROSE.len() / 2)),
            "no text is left"
        );
    }
}

/// Judges with a rest whenever there can be one, which is at every eighth element at least.
fn analyse_with_rests(outline: &Outline, address: &Address, words: &Words) -> Analysis {
    let (settings, is_over) = (Settings::default(), || true);
    let pace = Pace::of(&is_over);
    let mut work = pin!(analyse_at(pace, outline, address, &settings, words, &Weights::OWN));
    let mut rests = 0;
    loop {
        match go_on(work.as_mut()) {
            Poll::Ready(analysis) => {
                assert!(rests >= outline.len() / 8, "{rests} rests with {} elements", outline.len());
                return analysis;
            }
            Poll::Pending => rests += 1,
        }
    }
}

fn assert_sound(outline: &Outline, analysis: &Analysis) {
    let mut reached = 0;
    for removal in &analysis.plan.removals {
        let block = &removal.block;
        let is_own = block.category == Category::Own;
        assert!(analysis.purpose == Purpose::Article || is_own, "off what is no article: {block:?}");
        assert!(!block.reasons.is_empty() && !block.rule.is_empty(), "no reason: {block:?}");
        assert!(!removal.nodes.is_empty());
        for &node in &removal.nodes {
            assert!(node >= reached, "{node} is taken twice");
            reached = outline.node(node).end;
            assert!(!outline.is(node, ROOTS));
            let headline = (node..reached).any(|n| outline.is(n, H1) && !outline.text(n).trim().is_empty());
            assert!(is_own || !headline && !outline.is(node, MAIN), "the headline or more: {block:?}");
        }
    }
}

/// A page whose head says that it is an article, with some prose before what bytes say.
fn article(steps: &[u8]) -> Outline {
    let mut builder = OutlineBuilder::new();
    builder.open("html");
    builder.open("head");
    builder.open("meta");
    builder.attribute(PROPERTY, "og:type");
    builder.attribute(CONTENT, "article");
    builder.close();
    builder.close();
    builder.open("body");
    builder.open("h1");
    builder.text("The boat");
    builder.close();
    for _ in 0..6 {
        builder.open("p");
        builder.text(PROSE);
        builder.close();
    }
    follow(builder, steps)
}

fn page(steps: &[u8]) -> Outline {
    let mut builder = OutlineBuilder::new();
    builder.open("html");
    builder.open("body");
    follow(builder, steps)
}

/// Opens, closes and fills elements as bytes say: what to do, and with which of several.
fn follow(mut builder: OutlineBuilder, steps: &[u8]) -> Outline {
    let mut open: Vec<&str> = Vec::new();
    for step in steps.chunks(2).take(2 * MOST) {
        let (does, which) = (step[0], usize::from(*step.last().unwrap_or(&0)));
        let tag = TAGS[which % TAGS.len()];
        match does % 8 {
            0 | 1 if can_hold(open.last().copied(), tag) => {
                builder.open(tag);
                open.push(tag);
            }
            2 if !open.is_empty() => {
                let name = NAMES[usize::from(does / 8) % NAMES.len()];
                builder.attribute(name, VALUES[which % VALUES.len()]);
            }
            3 | 4 => builder.text(TEXTS[which % TEXTS.len()]),
            5 if which.is_multiple_of(8) && !open.is_empty() => {
                builder.choose(u32::from(does / 128), which > 127)
            }
            5..=7 if open.pop().is_some() => builder.close(),
            _ => {}
        }
    }
    builder.finish()
}

/// Whether browsers build such a thing: scripts hold text alone, and one heading ends another.
fn can_hold(outer: Option<&str>, inner: &str) -> bool {
    let heading = |tag: &str| matches!(tag, "h1" | "h2" | "h3");
    outer != Some("script") && !(outer.is_some_and(heading) && heading(inner))
}
