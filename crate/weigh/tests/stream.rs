//! The front end over bytes takes off every fixture page what the one in the page takes, or less of it, and
//! leaves the rest as it was.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::{collections::HashSet, io::Cursor};

use endmark_core::{Address, NodeId, Removal, Settings, analyse};
use endmark_stream::{Cleaning, Wanted, clean, words_of};
use endmark_weigh::{stream::differences, survey::survey_document};
use fixture::{Fixture, fixtures};
use scraper::{Html, Selector};
use serde_json::Value;

mod fixture;

fn address(fixture: &Fixture) -> Address {
    Address::of(&format!("http://news.localhost/{}.html", fixture.name))
}

fn cleaning(fixture: &Fixture) -> Cleaning {
    let wanted = Wanted { address: Some(address(fixture)), ..Wanted::default() };
    let read = clean(&mut Cursor::new(&fixture.html), &wanted);
    read.unwrap_or_else(|fault| panic!("{}: {fault}", fixture.name))
}

fn result(fixture: &Fixture) -> Html {
    let mut bytes = Vec::new();
    let cuts = cleaning(fixture).cutting.cuts;
    cuts.copy(&mut Cursor::new(&fixture.html), &mut bytes).expect("memory");
    Html::parse_document(&String::from_utf8(bytes).expect("what is left of a text"))
}

fn nodes<'r>(removals: impl IntoIterator<Item = &'r Removal>) -> HashSet<NodeId> {
    removals.into_iter().flat_map(|removal| removal.nodes.iter().copied()).collect()
}

#[test]
fn pages_are_read_as_html5ever_reads_them_and_are_what_they_were_without_what_goes() {
    let wrong = |fixture: &Fixture| {
        differences(&fixture.html, &cleaning(fixture))
            .into_iter()
            .map(|how| format!("{}: {how}", fixture.name))
            .collect::<Vec<_>>()
    };
    let wrong: Vec<String> = fixtures().iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_plan_is_that_of_the_page() {
    for fixture in fixtures() {
        let (surveyed, _) = survey_document(&Html::parse_document(&fixture.html));
        let words = words_of(&surveyed.outline);
        let plan = analyse(&surveyed.outline, &address(&fixture), &Settings::default(), &words).plan;
        let (live, cutting) = (nodes(&plan.removals), cleaning(&fixture).cutting);
        let own = nodes(cutting.taken.iter().chain(&cutting.left));
        assert_eq!(own, live, "{}", fixture.name);
    }
}

#[test]
fn what_must_stay_is_still_there() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let result = result(&fixture);
        for select in fixture.expected["leaves"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let selector = Selector::parse(select).expect("a selector");
            let texts = |page: &Html| {
                page.select(&selector).map(|e| e.text().collect::<String>()).collect::<Vec<_>>()
            };
            if texts(&Html::parse_document(&fixture.html)) != texts(&result) {
                wrong.push(format!("{}: {select}", fixture.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Pages on which something that must go stays, since cutting it out would change what follows.
const LEFT: &[&str] = &["link-left-open", "publishpress-authors"];

#[test]
fn what_must_go_is_gone() {
    let left: Vec<String> =
        fixtures().into_iter().filter(|f| !cleaning(f).cutting.left.is_empty()).map(|f| f.name).collect();
    assert_eq!(left, LEFT);
}
