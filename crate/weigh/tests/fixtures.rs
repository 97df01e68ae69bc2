//! Every fixture page is cleaned as its description says, and what must stay stays.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::collections::HashMap;

use endmark_core::{Address, Analysis, NodeId, Outline, Purpose, Settings, Words, analyse};
use endmark_weigh::survey::{NodeKey, survey_document};
use fixture::{Fixture, fixtures};
use scraper::{Html, Selector};
use serde_json::Value;

mod fixture;

struct Found {
    document: Html,
    outline: Outline,
    by_key: HashMap<NodeKey, NodeId>,
    analysis: Analysis,
}

fn look(fixture: &Fixture) -> Found {
    let document = Html::parse_document(&fixture.html);
    let (surveyed, by_key) = survey_document(&document);
    let address = Address::of(&format!("http://news.localhost/{}.html", fixture.name));
    let analysis = analyse(&surveyed.outline, &address, &Settings::default(), &Words::all());
    Found { document, outline: surveyed.outline, by_key, analysis }
}

fn select(fixture: &Fixture, found: &Found, selector: &str) -> Vec<NodeId> {
    let parsed = Selector::parse(selector).unwrap_or_else(|e| panic!("{}: {selector}: {e}", fixture.name));
    found.document.select(&parsed).filter_map(|e| found.by_key.get(&e.id()).copied()).collect()
}

/// The category under which an element is taken off, where it is.
fn taken_as(found: &Found, node: NodeId) -> Option<&'static str> {
    let holds = |n: &NodeId| found.outline.holds(*n, node);
    found.analysis.plan.removals.iter().find(|r| r.nodes.iter().any(holds)).map(|r| r.block.category.name())
}

/// The category of a block that is taken out of an element.
fn taken_within(found: &Found, node: NodeId) -> Option<&'static str> {
    let inside = |n: &NodeId| found.outline.holds(node, *n);
    found.analysis.plan.removals.iter().find(|r| r.nodes.iter().any(inside)).map(|r| r.block.category.name())
}

fn is_emptied(found: &Found, node: NodeId) -> bool {
    let seen = (node..found.outline.node(node).end).filter(|&n| found.outline.own_chars(n) > 0);
    let mut seen = seen.filter(|&n| &*found.outline.node(n).tag != "script").peekable();
    seen.peek().is_some() && seen.all(|n| taken_as(found, n).is_some())
}

fn categories(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    }
}

#[test]
fn what_must_go_goes_under_its_category() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let found = look(&fixture);
        for take in fixture.expected["takes"].as_array().into_iter().flatten() {
            let selector = take["select"].as_str().expect("a selector");
            let nodes = select(&fixture, &found, selector);
            if nodes.is_empty() {
                wrong.push(format!("{}: nothing is selected by {selector}", fixture.name));
            }
            for node in nodes {
                let taken = taken_as(&found, node);
                let fits = taken.is_some_and(|t| categories(&take["category"]).contains(&t));
                if !fits && !is_emptied(&found, node) {
                    wrong.push(format!(
                        "{}: {selector} is taken as {taken:?}, not {}",
                        fixture.name, take["category"]
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_must_stay_stays() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let found = look(&fixture);
        for selector in fixture.expected["leaves"].as_array().into_iter().flatten().filter_map(Value::as_str)
        {
            let kept = select(&fixture, &found, selector);
            if kept.is_empty() {
                wrong.push(format!("{}: nothing is selected by {selector}", fixture.name));
            }
            let taken =
                kept.into_iter().find_map(|n| taken_as(&found, n).or_else(|| taken_within(&found, n)));
            wrong.extend(taken.map(|t| format!("{}: {selector} is taken as {t}", fixture.name)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn pages_that_are_no_article_are_left_alone() {
    let mut wrong = Vec::new();
    for fixture in fixtures().iter().filter(|f| f.expected["article"] == Value::Bool(false)) {
        let found = look(fixture);
        if found.analysis.purpose == Purpose::Article || !found.analysis.plan.removals.is_empty() {
            wrong.push(format!("{} was taken for an article", fixture.name));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
