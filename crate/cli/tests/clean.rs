//! `endmark clean` and `endmark report` as they are used, with what they are given at times.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Output, Stdio},
};

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

fn endmark() -> Command {
    Command::new(env!("CARGO_BIN_EXE_endmark"))
}

fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages").join(name)
}

fn html() -> String {
    fs::read_to_string(page("sahifa.html")).expect("a page")
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn written(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

/// Fails if it does not say so, and ends otherwise than well.
fn assert_fails(command: &mut Command, says: &str) {
    let output = command.output().expect("a command");
    assert!(!output.status.success(), "{output:?}");
    assert!(said(&output).contains(says), "{:?} says {}", command, said(&output));
}

fn assert_unchanged(bytes: &[u8], says: &str) {
    let output = endmark().arg("clean").write_stdin(bytes).output().expect("a command");
    assert!(output.status.success() && output.stdout == bytes, "{}", said(&output));
    assert!(said(&output).contains(says), "{}", said(&output));
}

#[test]
fn a_file_and_standard_input_come_out_clean() {
    let file = endmark().arg("clean").arg(page("sahifa.html")).output().expect("a command");
    let piped = endmark().arg("clean").write_stdin(html()).output().expect("a command");
    assert!(file.status.success() && said(&file).is_empty(), "{}", said(&file));
    assert_eq!(file.stdout, piped.stdout);
    let clean = written(&file);
    assert!(!clean.contains("Check Also") && clean.contains("The last night ferry"));
}

#[test]
fn categories_are_kept_and_taken() {
    let clean = |words: &[&str]| {
        let output = endmark().arg("clean").args(words).arg(page("sahifa.html")).output().expect("a command");
        written(&output)
    };
    assert!(clean(&["--keep", "comments,comment-form"]).contains("id=\"comments\""));
    assert!(!clean(&[]).contains("id=\"comments\""));
    assert!(!clean(&["--take", "post-nav"]).contains("class=\"post-navigation\""));
    assert_fails(endmark().args(["clean", "--keep", "adverts"]).write_stdin(""), "author-bio");
}

#[test]
fn own_rules_take_and_those_that_are_none_are_told() {
    let rules = folder(&[("rules", "##.post-navigation\n##.a:has(b)\n||ads.example^\n")]);
    let list = rules.path().join("rules");
    let output = endmark().arg("clean").arg("--rules").arg(list).arg(page("sahifa.html")).output();
    let output = output.expect("a command");
    assert!(!written(&output).contains("class=\"post-navigation\""));
    assert!(said(&output).contains(":3: "), "{}", said(&output));
    assert!(said(&output).contains("not supported here: ##.a:has(b)"), "{}", said(&output));
    assert_fails(endmark().args(["clean", "--rules", "/nowhere/rules"]).write_stdin(""), "/nowhere/rules");
}

#[test]
fn the_text_of_the_article_comes_alone() {
    let output = endmark().args(["clean", "--text"]).arg(page("sahifa.html")).output().expect("a command");
    let text = written(&output);
    assert!(text.starts_with("Night ferries return") && text.contains("\n\nThe last night ferry"), "{text}");
    assert!(!text.contains("Also read") && !text.contains('<'), "{text}");
    let output = endmark().args(["clean", "--text"]).write_stdin("<p>x").output().expect("a command");
    assert!(output.stdout.is_empty() && said(&output).contains("no article"), "{}", said(&output));
}

#[test]
fn folders_are_cleaned_into_folders_and_not_twice() {
    let pages = folder(&[("a.html", &html()), ("deep/b.HTM", "<p>x"), ("c.txt", "x")]);
    let out = TempDir::new().expect("a folder");
    let run = || {
        let output = endmark().arg("clean").arg("--out").arg(out.path()).arg(pages.path()).output();
        said(&output.expect("a command"))
    };
    assert!(run().contains("2 cleaned, 0 done before, 0 failed"));
    assert!(fs::read_to_string(out.path().join("a.html")).expect("a page").len() < html().len());
    assert_eq!(fs::read_to_string(out.path().join("deep/b.HTM")).expect("a page"), "<p>x");
    fs::remove_file(out.path().join("a.html")).expect("a page");
    assert!(run().contains("1 cleaned, 1 done before, 0 failed"));
    let left = fs::read_dir(out.path()).expect("a folder").count();
    assert_eq!(left, 2, "what is written for a while is gone");
}

#[test]
fn what_was_made_is_not_cleaned_again() {
    let pages = folder(&[("a.html", "<p>x")]);
    let out = pages.path().join("clean");
    for expected in ["1 cleaned, 0 done before", "0 cleaned, 1 done before"] {
        let output = endmark().arg("clean").arg("--out").arg(&out).arg(pages.path()).output();
        assert!(said(&output.expect("a command")).contains(expected), "{expected}");
    }
}

#[test]
fn one_broken_file_never_stops_the_rest() {
    let pages = folder(&[("a.html", "<p>x"), ("b.html", "<p>y")]);
    let out = TempDir::new().expect("a folder");
    let named = [pages.path().join("none.html"), pages.path().to_path_buf()];
    let output = endmark().arg("clean").arg("--out").arg(out.path()).args(named).output();
    let output = output.expect("a command");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("none.html: No such file"), "{}", said(&output));
    assert!(said(&output).contains("2 cleaned, 0 done before, 1 failed"), "{}", said(&output));
}

#[test]
fn no_page_is_written_over() {
    let pages = folder(&[("a.html", &html()), ("b/a.html", "<p>x")]);
    assert_fails(
        endmark().arg("clean").arg("--out").arg(pages.path()).arg(pages.path().join("a.html")),
        "would be written over",
    );
    assert_eq!(fs::read_to_string(pages.path().join("a.html")).expect("a page"), html());
    let out = TempDir::new().expect("a folder");
    let both = [pages.path().join("a.html"), pages.path().join("b/a.html")];
    assert_fails(endmark().arg("clean").arg("--out").arg(out.path()).args(both), "another file goes to");
}

#[test]
fn what_cannot_be_read_is_named() {
    assert_fails(endmark().args(["clean", "/nowhere/page.html"]), "/nowhere/page.html: No such file");
    let pages = folder(&[("a.html", "<p>x"), ("b.html", "<p>y")]);
    assert_fails(endmark().arg("clean").arg(pages.path()), "--out");
    let both = [pages.path().join("a.html"), pages.path().join("b.html")];
    assert_fails(endmark().arg("clean").args(both), "--out");
    assert_fails(endmark().arg("report").arg(pages.path().join("c.html")), "c.html: No such file");
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let pages = folder(&[("open.html", "<p>x"), ("shut/a.html", "<p>x")]);
    let shut = pages.path().join("shut");
    let allow =
        |mode| fs::set_permissions(&shut, fs::Permissions::from_mode(mode)).expect("a folder of ours");
    allow(0o000);
    let is_shut = fs::read_dir(&shut).is_err();
    let out = TempDir::new().expect("a folder");
    let output = endmark().arg("clean").arg("--out").arg(out.path()).arg(pages.path()).output();
    allow(0o755);
    let output = output.expect("a command");
    assert!(out.path().join("open.html").exists());
    // Whoever may do anything may read it.
    if is_shut {
        assert!(!output.status.success() && said(&output).contains("shut"), "{}", said(&output));
    }
}

#[test]
fn what_is_no_document_comes_out_as_it_was() {
    assert_unchanged(b"", "");
    assert_unchanged(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is no text");
    assert_unchanged(b"\xff\xfe<\0p\0>\0", "UTF-16LE");
    assert_unchanged(&b"<div>".repeat(10 << 20), "nested");
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_endmark"))
        .args(["clean", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a command");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all("<p>x</p>".repeat(60_000).as_bytes()).expect("a pipe");
    drop(stdin);
    let mut said = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    assert!(child.wait().expect("an end").success());
    assert!(!said.contains("pipe"), "{said}");
}

#[test]
fn lines_come_out_as_lines_and_a_broken_one_is_named() {
    let lines = [
        json!({ "id": 7, "url": "https://news.example/a", "html": html() }).to_string(),
        "{broken".to_owned(),
        String::new(),
        json!({ "url": "https://news.example/b" }).to_string(),
        json!({ "html": "<p>x", "id": 8 }).to_string(),
    ];
    let output =
        endmark().args(["clean", "--jsonl"]).write_stdin(lines.join("\n")).output().expect("a command");
    assert_eq!(output.status.code(), Some(1));
    let made: Vec<Value> =
        written(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!((made.len(), &made[0]["id"], &made[1]), (2, &json!(7), &json!({ "html": "<p>x", "id": 8 })));
    assert!(!made[0]["html"].as_str().expect("a page").contains("Check Also"));
    assert!(said(&output).contains("line 2: ") && said(&output).contains("line 4: "), "{}", said(&output));
}

#[test]
fn text_takes_the_place_of_the_page_in_a_line() {
    let lines = json!({ "html": html(), "id": 1 }).to_string() + "\n{\"html\": \"<p>x\"}";
    let output =
        endmark().args(["clean", "--jsonl", "--text"]).write_stdin(lines).output().expect("a command");
    let made = written(&output);
    let made: Vec<Value> = made.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(made[0]["text"].as_str().expect("a text").starts_with("Night ferries"));
    assert_eq!(made[1], json!({ "text": null }));
}

#[test]
fn a_report_says_what_goes_and_why() {
    let output = endmark().arg("report").arg(page("sahifa.html")).output().expect("a command");
    let table = written(&output);
    assert!(table.contains("6 blocks go") && table.contains("label “Check Also”"), "{table}");
    let output = endmark().args(["report", "--json"]).arg(page("sahifa.html")).output().expect("a command");
    let blocks: Vec<Value> =
        written(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let bio = blocks.iter().find(|block| block["category"] == "author-bio").expect("a bio");
    assert_eq!(bio["goes"], true);
    let range = |at: usize| bio["bytes"][0][at].as_u64().expect("a place") as usize;
    assert!(html()[range(0)..range(1)].starts_with("<section id=\"author-box\""));
    let line = json!({ "url": "https://news.example/a", "html": html() }).to_string();
    let output = endmark().args(["report", "--jsonl"]).write_stdin(line).output().expect("a command");
    assert!(written(&output).starts_with("{\"url\":\"https://news.example/a\",\"goes\":"));
}

#[test]
fn completions_and_the_manual_are_printed() {
    for shell in ["bash", "zsh", "fish"] {
        let output = endmark().args(["completions", shell]).output().expect("a command");
        assert!(written(&output).contains("endmark"), "{shell}");
    }
    let output = endmark().arg("man").output().expect("a command");
    assert!(written(&output).contains(".TH endmark") && written(&output).contains("jsonl"));
}
