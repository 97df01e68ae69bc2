//! The build refuses mistakes in the data, with file, line and reason.

#![expect(clippy::expect_used, reason = "a test that cannot prepare its data has failed")]

extern crate alloc;

#[path = "../build/main.rs"]
#[allow(dead_code, reason = "the build's own beginning")]
mod build;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

use build::{rules, table, weights};

static COPIES: AtomicUsize = AtomicUsize::new(0);

/// A copy of the data in which one text of a file is another.
struct Copy(PathBuf);

impl Copy {
    fn with(file: &str, old: &str, new: &str) -> Self {
        let number = COPIES.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("endmark-data-{}-{number}", process::id()));
        copy(Path::new("data"), &folder);
        let path = folder.join(file);
        let text = fs::read_to_string(&path).expect("a data file");
        assert!(text.contains(old), "{file} has no `{old}`");
        fs::write(&path, text.replacen(old, new, 1)).expect("a changed data file");
        Self(folder)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("the data").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).map(drop).expect("a copied data file");
        }
    }
}

const RULE: &str =
    "[[rule]]\nname = \"odd\"\nplatform = \"Odd\"\nstrength = \"platform\"\nselect = [\".odd-box\"]\n";
const TAKES: &str = "takes = ['<div class=\"odd-box\"></div>']\n";
const LEAVES: &str = "leaves = ['<p class=\"odd\">Text</p>']\n";

/// What is said of a rule put first into a file of rules.
fn said_of(rule: &str) -> Result<Vec<u8>, String> {
    let copy = Copy::with("rules/share.toml", "[[rule]]\n", &format!("{rule}\n[[rule]]\n"));
    rules::write(&copy.0).map(|records| records.bytes().to_vec())
}

#[test]
fn a_rule_with_both_examples_is_taken() {
    assert!(
        said_of(&[RULE, TAKES, LEAVES].concat())
            .is_ok_and(|bytes| bytes.windows(8).any(|run| run == b"\x03odd\x03Odd"))
    );
}

#[test]
fn a_rule_without_an_example_is_refused_with_file_line_and_reason() {
    for rule in [[RULE, TAKES].concat(), [RULE, LEAVES].concat()] {
        let said = said_of(&rule).expect_err("a rule without an example");
        assert!(said.contains("share.toml:") && said.contains("rule `odd`"), "{said}");
        assert!(said.contains("an example that it `takes` and one that it `leaves`"), "{said}");
        let line: usize = said.split(':').nth(1).and_then(|l| l.parse().ok()).expect("a line");
        assert!(line > 0, "{said}");
    }
}

#[test]
fn a_rule_that_misses_or_overreaches_is_refused() {
    let missed = said_of(&[RULE, "takes = ['<p>Text</p>']\n", LEAVES].concat());
    assert!(missed.expect_err("a rule that misses").contains("does not take its example"));
    let taken = said_of(&[RULE, TAKES, "leaves = ['<i class=\"odd-box\"></i>']\n"].concat());
    assert!(taken.expect_err("a rule that overreaches").contains("takes what it should leave"));
}

#[test]
fn a_weight_of_the_wrong_sign_is_refused() {
    let copy = Copy::with("weights.toml", "speaks = \"for\"", "speaks = \"against\"");
    let said = weights::compile(&copy.0).expect_err("a weight of the wrong sign");
    assert!(said.contains("weights.toml") && said.contains("speaks against but weighs"), "{said}");
}

#[test]
fn words_of_a_group_that_is_none_are_refused() {
    let copy = Copy::with("words/de.toml", "\nrelated = [", "\nrelatives = [");
    let said = table::tables(&copy.0).map(drop).expect_err("a group that is none");
    assert!(said.contains("de.toml:") && said.contains("no group is called `relatives`"), "{said}");
}

#[test]
fn choices_that_are_not_closed_are_refused() {
    let copy = Copy::with("words/de.toml", "\nrelated = [", "\nrelated = [\"{Mehr|Weitere Artikel\",");
    let said = table::tables(&copy.0).map(drop).expect_err("open choices");
    assert!(said.contains("de.toml:") && said.contains("opens choices that it does not close"), "{said}");
}
