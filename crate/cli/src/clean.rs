//! `endmark clean`.

use std::{
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::{
    arguments::Clean,
    choice::Chosen,
    jobs::{Job, jobs},
    lines,
    notes::{End, name, note},
    outlet::put,
    product::{Form, produce},
    source::Source,
};

/// Cleans what was named.
///
/// # Errors
/// When nothing can be done at all; what fails with one file is said, and the rest goes on.
pub fn run(clean: &Clean) -> Result<End> {
    let chosen = Chosen::read(&clean.choice, &clean.input)?;
    let form = if clean.text { Form::Text } else { Form::Document };
    match (&clean.input.files[..], &clean.out) {
        _ if clean.input.jsonl => lines::run(&|line| lines::clean(line, form, &chosen)),
        ([], None) => one(Path::new("-"), form, &chosen, clean),
        ([path], None) if path.is_dir() => bail!("{} is a folder: say where to with --out", path.display()),
        ([path], None) => one(path, form, &chosen, clean),
        (_, None) => bail!("there are several files: say where to with --out"),
        ([], Some(_)) => bail!("say which files and folders are to be cleaned"),
        (named, Some(out)) => many(named, out, form, &chosen, clean),
    }
}

fn one(path: &Path, form: Form, chosen: &Chosen, clean: &Clean) -> Result<End> {
    let mut source = Source::open(path).with_context(|| name(path))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let notes =
        produce(&mut source, &mut out, form, &chosen.wanted(None), chosen).with_context(|| name(path))?;
    out.flush()?;
    tell(path, &notes, clean);
    Ok(End::Done)
}

fn tell(path: &Path, notes: &[String], clean: &Clean) {
    for said in notes.iter().filter(|_| !clean.quiet) {
        note(&format!("{}: {said}", name(path)));
    }
}

/// How one of many files fared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Cleaned,
    DoneBefore,
    Failed,
}

fn many(named: &[PathBuf], out: &Path, form: Form, chosen: &Chosen, clean: &Clean) -> Result<End> {
    let jobs = jobs(named, out, form);
    let bar = bar(jobs.len() as u64);
    let done = |job: Result<Job>| {
        let fate = job.and_then(|job| carry_out(&job, form, chosen, clean, &bar));
        bar.inc(1);
        fate.unwrap_or_else(|fault| {
            bar.suspend(|| note(&format!("{fault:#}")));
            Fate::Failed
        })
    };
    let fates: Vec<Fate> = jobs.into_par_iter().map(done).collect();
    bar.finish_and_clear();
    let count = |fate| fates.iter().filter(|&&own| own == fate).count();
    let failed = count(Fate::Failed);
    if !clean.quiet {
        let (cleaned, before) = (count(Fate::Cleaned), count(Fate::DoneBefore));
        note(&format!("{cleaned} cleaned, {before} done before, {failed} failed"));
    }
    Ok(if failed > 0 { End::Failed } else { End::Done })
}

fn carry_out(job: &Job, form: Form, chosen: &Chosen, clean: &Clean, bar: &ProgressBar) -> Result<Fate> {
    if job.is_done()? {
        return Ok(Fate::DoneBefore);
    }
    let mut source = Source::open(&job.from).with_context(|| name(&job.from))?;
    let wanted = chosen.wanted(None);
    let notes = put(&job.to, |out| {
        produce(&mut source, out, form, &wanted, chosen).with_context(|| name(&job.from))
    })?;
    bar.suspend(|| tell(&job.from, &notes, clean));
    Ok(Fate::Cleaned)
}

/// Shown where standard error is a terminal.
fn bar(length: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} files, {eta} left");
    let bar = ProgressBar::new(length);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
