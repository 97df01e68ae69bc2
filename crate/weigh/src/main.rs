//! `endmark-weigh record|eval|stream|pace|explain|weigh|mutate …`: records saved pages in a browser, measures the
//! core and the stream on them, says why blocks go or stay, fits the core's weights to them, and makes them worse
//! to see what its guard lets go.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use endmark_core::Weights;
use endmark_weigh::{
    figures,
    fit::{self, file::File},
    mutate::{self, known},
    pace, pages, recording,
    score::{self, Score},
    stream,
    subject::{self, Subject},
    table, told,
};

const USAGE: &str = "\
endmark-weigh record FOLDER --out DIR [--browser chrome|firefox] [WORD…]
endmark-weigh eval FOLDER [--recordings DIR] [--clutter FILE] [--verbose] [--json FILE] [WORD…]
endmark-weigh stream FOLDER [--recordings DIR] [WORD…]
endmark-weigh pace FOLDER [WORD…]
endmark-weigh explain FOLDER [--recordings DIR] [WORD…]
endmark-weigh weigh FOLDER [--recordings DIR] [--out FILE] [WORD…]
endmark-weigh mutate FOLDER [--seed N] [--count N] [WORD…]";

const WEIGHTS: &str = "crate/core/data/weights.toml";

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let command = words.next();
    let words: Vec<String> = words.collect();
    match command.as_deref() {
        Some("record") => recording::record(&words),
        Some("eval") => Asked::read(words)?.evaluate(),
        Some("stream") => Asked::read(words)?.stream(),
        Some("pace") => Asked::read(words)?.pace(),
        Some("explain") => Asked::read(words)?.explain(),
        Some("weigh") => Asked::read(words)?.weigh(),
        Some("mutate") => Asked::read(words)?.mutate(),
        _ => bail!("usage:\n{USAGE}"),
    }
}

/// What is asked for on pages.
#[derive(Default)]
struct Asked {
    folder: PathBuf,
    words: Vec<String>,
    recordings: Option<PathBuf>,
    clutter: Option<PathBuf>,
    json: Option<PathBuf>,
    out: Option<PathBuf>,
    verbose: bool,
    seed: u64,
    count: usize,
}

impl Asked {
    fn read(words: Vec<String>) -> Result<Self> {
        let mut asked = Self { seed: 1, count: 200, ..Self::default() };
        let mut words = words.into_iter();
        let mut names = Vec::new();
        while let Some(word) = words.next() {
            if let "--seed" | "--count" = word.as_str() {
                let number = words.next().and_then(|n| n.parse().ok());
                let number: u64 = number.with_context(|| format!("{word} takes a number"))?;
                if word == "--seed" {
                    asked.seed = number
                } else {
                    asked.count = usize::try_from(number)?
                }
                continue;
            }
            let mut path = || words.next().map(PathBuf::from).with_context(|| format!("{word} takes a path"));
            match word.as_str() {
                "--recordings" => asked.recordings = Some(path()?),
                "--clutter" => asked.clutter = Some(path()?),
                "--json" => asked.json = Some(path()?),
                "--out" => asked.out = Some(path()?),
                "--verbose" => asked.verbose = true,
                _ if word.starts_with("--") => bail!("what is {word}?\n{USAGE}"),
                _ => names.push(word),
            }
        }
        let mut names = names.into_iter();
        asked.folder = names.next().map(PathBuf::from).with_context(|| format!("usage:\n{USAGE}"))?;
        asked.words = names.collect();
        Ok(asked)
    }

    fn subjects(&self) -> Result<Vec<Subject>> {
        let mut subjects = subject::load(&self.folder, &self.words, self.recordings.as_deref())?;
        if let Some(clutter) = &self.clutter {
            subject::note_clutter(&mut subjects, clutter)?;
        }
        Ok(subjects)
    }

    /// Fits weights, and writes them where they are no worse, or where they are asked for.
    fn weigh(&self) -> Result<()> {
        let file = File::read(Path::new(WEIGHTS))?;
        let fit = fit::fit(&self.subjects()?, &file)?;
        print(fit::told::lines(&fit));
        let out = self.out.as_deref().unwrap_or(Path::new(WEIGHTS));
        if self.out.is_none() && !fit::told::is_better(&fit) {
            println!("\n{WEIGHTS} stays: the fitted weights take less of a category, or more that is none");
            return Ok(());
        }
        fs::write(out, file.written(&fit.table, &fit::told::head(&fit))?)?;
        println!("\nwritten: {}", out.display());
        Ok(())
    }

    /// Makes pages worse by chance; an error where anything of an article goes that did not go before.
    fn mutate(&self) -> Result<()> {
        let subjects = self.subjects()?;
        let originals: Vec<_> =
            subjects.iter().filter_map(|s| known::original(&s.page, s.address.clone())).collect();
        let mut damaged = 0;
        for found in mutate::mutate(&originals, self.seed, self.count).filter(|found| !found.lost.is_empty())
        {
            damaged += 1;
            let changes = found.changes.join(" + ");
            let first = found.lost.first().map_or("", |run| run);
            let lost = found.lost.len();
            println!("{} [{changes}]: {lost} of {} runs lost, such as “{first}”", found.id, found.seen);
            print(found.harm.iter().map(|harm| format!("    {harm}")));
        }
        println!("{damaged} of {} pages damaged (seed {})", self.count, self.seed);
        if damaged > 0 { bail!("the guard lets go of {damaged} articles") } else { Ok(()) }
    }

    /// Prints every block that was looked at, with its evidence.
    fn explain(&self) -> Result<()> {
        for subject in self.subjects()? {
            println!("{}", subject.page.id);
            let outline = &subject.surveyed.outline;
            print(subject.located().iter().map(|found| format!("  {}", told::found(outline, found))));
            print(subject.looked().iter().map(|looked| format!("  {}", told::looked(outline, looked))));
        }
        Ok(())
    }

    /// Cleans the pages' sources, and holds the results against those of the front end in the page.
    fn stream(&self) -> Result<()> {
        let subjects = self.subjects()?;
        let live: Vec<Score> = subjects.iter().map(|subject| score::score(subject, &Weights::OWN)).collect();
        let outcomes: Vec<_> = subjects.iter().map(stream::outcome).collect();
        print(stream::lines(&live, &outcomes));
        let wrong = outcomes.iter().filter(|outcome| !outcome.differs.is_empty()).count();
        if wrong > 0 { bail!("{wrong} pages are not what they were without what was cut") } else { Ok(()) }
    }

    /// Times the front end over bytes beside what else reads documents.
    fn pace(&self) -> Result<()> {
        print(pace::lines(&pace::measure(&pages::load(&self.folder, &self.words)?)?)?);
        Ok(())
    }

    fn evaluate(&self) -> Result<()> {
        let subjects = self.subjects()?;
        let scores: Vec<Score> =
            subjects.iter().map(|subject| score::score(subject, &Weights::OWN)).collect();
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

fn write(path: &Path, figures: &figures::Figures, scores: &[Score]) -> Result<()> {
    let all = serde_json::json!({ "figures": figures, "pages": scores });
    fs::write(path, serde_json::to_vec_pretty(&all)?).with_context(|| path.display().to_string())
}
