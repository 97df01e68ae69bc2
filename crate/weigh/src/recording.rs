//! Recordings: what a survey in a browser's page read, one file for each page.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
    process::Command,
};

use anyhow::{Context, Result, bail};
use endmark_core::{
    attribute,
    survey::{PLACES, SKIPPED},
};
use flate2::read::GzDecoder;
use serde::Deserialize;

use crate::survey::{Sight, Survey, Surveyed};

/// Drives the browser.
const SCRIPT: &str = "tests/browser/record.mjs";

/// A page as a browser had it.
#[derive(Debug)]
pub struct Recording {
    /// The address under which it was opened.
    pub address: String,
    /// What was read of it.
    pub surveyed: Surveyed,
}

/// The first line of a recording.
#[derive(Deserialize)]
struct Head {
    address: String,
}

/// Every other line of a recording.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Text(String),
    /// So many elements end.
    Ends(usize),
    Begins(Begin),
}

#[derive(Deserialize)]
struct Begin {
    tag: String,
    n: usize,
    #[serde(default)]
    hidden: bool,
    #[serde(default)]
    unread: Unread,
    #[serde(default)]
    attributes: BTreeMap<String, String>,
}

#[derive(Deserialize, Default)]
struct Unread {
    chars: usize,
    media: usize,
}

/// Records the pages of a folder; `asked` is passed on: browser, folder to write to, words of names.
///
/// # Errors
/// When a page could not be recorded.
pub fn record(asked: &[String]) -> Result<()> {
    let reads = serde_json::json!({ "places": PLACES, "attributes": attribute::NAMES, "skipped": SKIPPED });
    let status = Command::new("node")
        .args([SCRIPT, "--reads", &reads.to_string()])
        .args(asked)
        .status()
        .context("could not start node")?;
    if !status.success() {
        bail!("{SCRIPT} ended with {status}");
    }
    Ok(())
}

/// Reads the recording of a page from a folder of recordings.
///
/// # Errors
/// When there is none, or a line of it is not understood.
pub fn read(folder: &Path, page: &str) -> Result<Recording> {
    let path = folder.join(format!("{page}.jsonl.gz"));
    let file = File::open(&path).with_context(|| format!("no recording {}", path.display()))?;
    read_lines(BufReader::new(GzDecoder::new(file))).with_context(|| path.display().to_string())
}

fn read_lines(source: impl BufRead) -> Result<Recording> {
    let mut lines = source.lines();
    let head: Head = serde_json::from_str(&lines.next().context("an empty recording")??)?;
    let mut survey = Survey::default();
    for line in lines {
        match serde_json::from_str(&line?)? {
            Line::Text(text) => survey.text(&text),
            Line::Ends(count) => (0..count).for_each(|_| survey.close()),
            Line::Begins(element) => begin(&mut survey, &element),
        }
    }
    Ok(Recording { address: head.address, surveyed: survey.finish() })
}

fn begin(survey: &mut Survey, element: &Begin) {
    let Unread { chars, media } = element.unread;
    survey.open(&element.tag, element.n, Sight { shown: !element.hidden, chars, media });
    for (name, value) in &element.attributes {
        survey.attribute(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = r#"{"page":"one","address":"https://news.example/a","browser":"x"}
{"tag":"html","n":0}
{"tag":"body","n":3}
{"tag":"p","n":5,"attributes":{"class":"lead"}}
"Ann  Calder\nwrites "
{"tag":"img","n":4}
2
{"tag":"p","n":6,"hidden":true}
"Unseen."
1
{"tag":"select","n":7,"unread":{"chars":12,"media":0}}
3
"#;

    #[test]
    fn a_recording_is_read_as_it_was_written() -> Result<()> {
        let Recording { address, surveyed } = read_lines(LINES.as_bytes())?;
        let node = |n: usize| surveyed.by_order[&n];
        assert_eq!(address, "https://news.example/a");
        assert_eq!(surveyed.outline.attribute(node(5), attribute::CLASS), Some("lead"));
        assert_eq!(surveyed.outline.node(node(4)).parent, node(5));
        assert_eq!(surveyed.sights[node(5)].chars, "Ann Calder writes".len());
        assert_eq!(surveyed.sights[node(4)].media, 1);
        assert!(!surveyed.sights[node(6)].shown);
        assert_eq!(surveyed.sights[node(6)].chars, 0);
        assert_eq!(surveyed.sights[node(7)].chars, 12);
        assert!(read_lines("{}".as_bytes()).is_err());
        Ok(())
    }
}
