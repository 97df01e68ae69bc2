//! The guard put to the test: 200 fixtures made worse by chance, always the same ones, lose nothing
//! of their article.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::{fs, path::Path};

use endmark_core::Address;
use endmark_weigh::mutate::{Original, known, mutate};
use scraper::{Html, Selector};
use serde_json::Value;

const SEED: u64 = 20_261_124;
const COUNT: usize = 200;
/// What an article's text stands in; menus and imprints stay as well, but are not the article.
const TEXTS: [&str; 8] = ["p", "h1", "h2", "h3", "blockquote", "figcaption", "li", "pre"];

/// Every fixture that is an article, with what stays on it.
fn originals() -> Vec<Original> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages");
    let mut descriptions: Vec<_> = fs::read_dir(&folder)
        .expect("tests/pages is there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    descriptions.sort();
    descriptions.iter().filter_map(|path| original(path)).collect()
}

fn original(path: &Path) -> Option<Original> {
    let text = fs::read_to_string(path).expect("a description");
    let description: Value = serde_json::from_str(&text).expect("JSON");
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let html = fs::read_to_string(path.with_extension("html")).expect("a page beside its description");
    let document = Html::parse_document(&html);
    let stays = description["leaves"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let body: Vec<_> = stays
        .map(|selector| Selector::parse(selector).unwrap_or_else(|e| panic!("{name}: {selector}: {e}")))
        .flat_map(|selector| document.select(&selector).flat_map(|e| e.descendants()).collect::<Vec<_>>())
        .filter(|node| node.value().as_element().is_some_and(|e| TEXTS.contains(&e.name())))
        .filter(|node| !node.ancestors().filter_map(|a| a.value().as_element()).any(|e| e.name() == "footer"))
        .map(|node| node.id())
        .collect();
    let address = Address::of(&format!("http://news.localhost/{name}.html"));
    description["article"].as_bool()?.then(|| known::described(name, address, document, &body))
}

#[test]
fn pages_made_worse_keep_their_article() {
    let originals = originals();
    let outcomes: Vec<_> = mutate(&originals, SEED, COUNT).collect();
    assert!(outcomes.len() == COUNT && outcomes.iter().any(|o| o.seen > 100));
    assert!(outcomes.iter().filter(|o| o.changes.is_empty()).count() * 10 < COUNT, "pages stay as they were");
    let damaged: Vec<String> = outcomes
        .iter()
        .filter(|outcome| !outcome.lost.is_empty())
        .map(|o| format!("{} {:?}: {:?} {:?}", o.id, o.changes, o.lost.first(), o.harm))
        .collect();
    assert!(damaged.is_empty(), "{} damaged:\n{}", damaged.len(), damaged.join("\n"));
}
