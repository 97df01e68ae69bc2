//! `endmark-weigh record|eval …`: records saved pages in a browser, and measures the core on them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use endmark_weigh::{figures, recording, score, subject, table};

const USAGE: &str = "\
endmark-weigh record FOLDER --out DIR [--browser chrome|firefox] [WORD…]
endmark-weigh eval FOLDER [--recordings DIR] [--clutter FILE] [--verbose] [--json FILE] [WORD…]";

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let command = words.next();
    let words: Vec<String> = words.collect();
    match command.as_deref() {
        Some("record") => recording::record(&words),
        Some("eval") => Evaluation::read(words)?.run(),
        _ => bail!("usage:\n{USAGE}"),
    }
}

/// What `eval` is asked for.
#[derive(Default)]
struct Evaluation {
    folder: PathBuf,
    words: Vec<String>,
    recordings: Option<PathBuf>,
    clutter: Option<PathBuf>,
    json: Option<PathBuf>,
    verbose: bool,
}

impl Evaluation {
    fn read(words: Vec<String>) -> Result<Self> {
        let mut asked = Self::default();
        let mut words = words.into_iter();
        let mut names = Vec::new();
        while let Some(word) = words.next() {
            let mut path = || words.next().map(PathBuf::from).with_context(|| format!("{word} takes a path"));
            match word.as_str() {
                "--recordings" => asked.recordings = Some(path()?),
                "--clutter" => asked.clutter = Some(path()?),
                "--json" => asked.json = Some(path()?),
                "--verbose" => asked.verbose = true,
                _ if word.starts_with("--") => bail!("eval does not take {word}\n{USAGE}"),
                _ => names.push(word),
            }
        }
        let mut names = names.into_iter();
        asked.folder = names.next().map(PathBuf::from).with_context(|| format!("usage:\n{USAGE}"))?;
        asked.words = names.collect();
        Ok(asked)
    }

    fn run(&self) -> Result<()> {
        let mut subjects = subject::load(&self.folder, &self.words, self.recordings.as_deref())?;
        if let Some(clutter) = &self.clutter {
            subject::note_clutter(&mut subjects, clutter)?;
        }
        let scores: Vec<score::Score> = subjects.iter().map(score::score).collect();
        if self.verbose {
            print(scores.iter().flat_map(table::page));
        }
        let figures = figures::sum(&scores);
        print(table::figures(&figures));
        self.json.as_deref().map_or(Ok(()), |path| write(path, &figures, &scores))
    }
}

fn print(lines: impl IntoIterator<Item = String>) {
    for line in lines {
        println!("{line}");
    }
}

fn write(path: &Path, figures: &figures::Figures, scores: &[score::Score]) -> Result<()> {
    let all = serde_json::json!({ "figures": figures, "pages": scores });
    fs::write(path, serde_json::to_vec_pretty(&all)?).with_context(|| path.display().to_string())
}
