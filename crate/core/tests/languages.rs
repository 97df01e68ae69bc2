//! Every language is told by its text, whatever the page declares.

mod samples;

use endmark_core::{
    Outline, OutlineBuilder, Words,
    attribute::{Attribute, CONTENT, HTTP_EQUIV, LANG, PROPERTY},
    language::languages,
};
use samples::SAMPLES;

/// Elements with their attributes, which declare a language or do not.
type Declared<'d> = &'d [(&'d str, &'d [(Attribute, &'d str)])];

/// An article of a text, with what its page declares.
fn page(declared: Declared<'_>, text: &str) -> Outline {
    let mut page = OutlineBuilder::new();
    for (at, (tag, attributes)) in declared.iter().enumerate() {
        page.open(tag);
        attributes.iter().for_each(|(name, value)| page.attribute(*name, value));
        if at > 0 {
            page.close();
        }
    }
    page.open("nav");
    page.text("Home News Sport The Arts");
    page.close();
    for _ in 0..3 {
        page.open("p");
        page.text(text);
        page.close();
    }
    page.finish()
}

fn told(declared: Declared<'_>, text: &str) -> Vec<String> {
    languages(&page(declared, text), &Words::all()).into_iter().map(String::from).collect()
}

#[test]
fn each_language_is_told_by_its_text() {
    for (language, text) in SAMPLES {
        let told = told(&[("html", &[])], text);
        assert!(told.len() <= 4 && told.iter().any(|other| other == language), "{language}: {told:?}");
    }
}

#[test]
fn most_texts_are_told_alone() {
    let several = SAMPLES.iter().filter(|(_, text)| told(&[("html", &[])], text).len() > 2).count();
    assert!(several * 5 <= SAMPLES.len(), "{several} of {}", SAMPLES.len());
}

#[test]
fn a_wrong_declaration_hides_no_language() {
    for (language, text) in SAMPLES {
        let told = told(&[("html", &[(LANG, "en-US")])], text);
        assert!(["en", language].iter().all(|l| told.iter().any(|other| other == l)), "{language}: {told:?}");
    }
}

#[test]
fn every_language_has_a_sample() {
    let words = Words::all();
    let names = endmark_core::words::tables().iter().map(|(name, _)| *name);
    for name in names.filter(|name| *name != "common") {
        assert!(SAMPLES.iter().any(|(language, _)| *language == name), "{name}");
        assert!(words.knows(name));
    }
}

#[test]
fn what_is_declared_is_read_where_pages_declare_it() {
    let cases: [(Declared<'_>, &str); 12] = [
        (&[("html", &[(LANG, "de")])], "de"),
        (&[("html", &[(LANG, "pt-BR")])], "pt"),
        (&[("html", &[(LANG, "nb-NO")])], "no"),
        (&[("html", &[(LANG, "zh")])], "zh-Hans"),
        (&[("html", &[(LANG, "zh-TW")])], "zh-Hant"),
        (&[("html", &[(LANG, "zh-Hant-HK")])], "zh-Hant"),
        (&[("html", &[(LANG, "sr-Latn-RS")])], "hr"),
        (&[("html", &[(LANG, " DE ")])], "de"),
        (&[("html", &[]), ("body", &[(LANG, "fi")])], "fi"),
        (&[("html", &[]), ("meta", &[(PROPERTY, "og:locale"), (CONTENT, "es_MX")])], "es"),
        (&[("html", &[]), ("meta", &[(HTTP_EQUIV, "Content-Language"), (CONTENT, "it")])], "it"),
        (&[("html", &[(LANG, "bs")])], "sr"),
    ];
    for (declared, language) in cases {
        let told = told(declared, "12:30");
        assert!(told.iter().any(|other| other == language), "{declared:?}: {told:?}");
    }
}

#[test]
fn nothing_is_told_of_what_says_nothing() {
    assert!(told(&[("html", &[])], "12:30").is_empty());
    assert!(told(&[("html", &[(LANG, "")])], "12:30").is_empty());
    assert!(told(&[("html", &[(LANG, "x-klingon")])], "12:30").is_empty());
    assert!(languages(&Outline::default(), &Words::all()).is_empty());
    assert!(languages(&page(&[("html", &[(LANG, "de")])], SAMPLES[6].1), &Words::default()).is_empty());
}

#[test]
fn at_most_four_are_told() {
    let declared: Declared<'_> = &[
        ("html", &[(LANG, "bs")]),
        ("body", &[(LANG, "ms")]),
        ("main", &[(LANG, "fr")]),
        ("article", &[(LANG, "el")]),
    ];
    assert_eq!(told(declared, SAMPLES[5].1).len(), 4);
}
