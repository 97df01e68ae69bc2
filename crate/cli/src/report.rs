//! `endmark report`.

use std::{
    io::{self, BufWriter, Cursor, Read, Seek, Write},
    ops::Range,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use endmark_core::{NodeId, Purpose, Removal, report::Block};
use endmark_stream::{Cleaning, Fault, Untouched, Wanted, clean};
use serde_json::{Value, json};

use crate::{
    arguments::Report,
    choice::Chosen,
    jobs::{Page, pages},
    lines::{self, Line, Made},
    notes::{End, name, note},
    product, say,
    source::Source,
};

/// Says what would go of what was named.
///
/// # Errors
/// When nothing can be said at all; what fails with one file is said, and the rest goes on.
pub fn run(report: &Report) -> Result<End> {
    let chosen = Chosen::read(&report.choice, &report.input)?;
    if report.input.jsonl {
        return lines::run(&|line| report_line(line, &chosen));
    }
    let named = match &report.input.files[..] {
        [] => vec![PathBuf::from("-")],
        named => named.to_vec(),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut end = End::Done;
    for page in pages(&named, None) {
        let told = page.and_then(|Page { path, .. }| tell(&path, report, &chosen));
        match told {
            Ok(lines) => lines.iter().try_for_each(|line| writeln!(out, "{line}"))?,
            Err(fault) => {
                note(&format!("{fault:#}"));
                end = End::Failed;
            }
        }
    }
    out.flush()?;
    Ok(end)
}

/// What is told of one file.
fn tell(path: &Path, report: &Report, chosen: &Chosen) -> Result<Vec<String>> {
    let mut source = Source::open(path).with_context(|| name(path))?;
    let found = look(&mut source, &chosen.wanted(None)).with_context(|| name(path))?;
    let cleaning = match found {
        Looked::At(cleaning) => cleaning,
        Looked::Untouched(why) => {
            note(&format!("{}: {}", name(path), left(&why)));
            return Ok(Vec::new());
        }
    };
    for said in product::notes(&cleaning, chosen) {
        note(&format!("{}: {said}", name(path)));
    }
    if !report.json {
        return Ok(table(&name(path), &cleaning));
    }
    let file = Line::from_iter([("file".to_owned(), name(path).into())]);
    Ok(blocks(&cleaning).iter().map(|told| told.json(&file).to_string()).collect())
}

fn report_line(line: Line, chosen: &Chosen) -> Result<Made> {
    if line.is_empty() {
        return Ok(Made::default());
    }
    let (url, html) = lines::document(&line)?;
    match look(&mut Cursor::new(html.as_bytes()), &lines::wanted(chosen, url))? {
        Looked::At(cleaning) => {
            let page = line.iter().filter(|(name, _)| *name != "html");
            let page: Line = page.map(|(name, value)| (name.clone(), value.clone())).collect();
            let lines = blocks(&cleaning).iter().map(|told| told.json(&page)).collect();
            Ok(Made { lines, notes: product::notes(&cleaning, chosen) })
        }
        Looked::Untouched(why) => Ok(Made { lines: Vec::new(), notes: vec![left(&why)] }),
    }
}

fn left(why: &Untouched) -> String {
    format!("left as it is, since {why}")
}

/// What a look at a document came to.
enum Looked {
    At(Box<Cleaning>),
    Untouched(Untouched),
}

fn look(source: &mut (impl Read + Seek), wanted: &Wanted<'_>) -> Result<Looked> {
    match clean(source, wanted) {
        Ok(cleaning) => Ok(Looked::At(Box::new(cleaning))),
        Err(Fault::Untouched(why)) => Ok(Looked::Untouched(why)),
        Err(Fault::Io(fault)) => Err(fault.into()),
    }
}

/// A block, and what would be done with it.
struct Told<'c> {
    block: &'c Block,
    fate: Fate,
    bytes: Vec<Range<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Goes,
    /// Looked at and left, or not to be cut out cleanly.
    Stays,
}

fn blocks(cleaning: &Cleaning) -> Vec<Told<'_>> {
    let bytes = |n: &NodeId| cleaning.survey.bytes.get(*n).cloned().flatten();
    let going = |removal: &'_ Removal| removal.nodes.iter().filter_map(bytes).collect();
    let taken = &cleaning.cutting.taken;
    let goes = taken.iter().map(|r| Told { block: &r.block, fate: Fate::Goes, bytes: going(r) });
    let left = cleaning.cutting.left.iter().map(|removal| &removal.block).chain(&cleaning.nearly);
    goes.chain(left.map(|block| Told { block, fate: Fate::Stays, bytes: Vec::new() })).collect()
}

impl Told<'_> {
    fn reasons(&self) -> Vec<String> {
        self.block.reasons.iter().map(say::reason).collect()
    }

    /// All that is known of it, with the fields of its page.
    fn json(&self, page: &Line) -> Value {
        let Block { category, rule, words, reasons, path } = self.block;
        let bytes: Vec<[usize; 2]> = self.bytes.iter().map(|range| [range.start, range.end]).collect();
        let mut line = page.clone();
        line.insert("goes".into(), json!(self.fate == Fate::Goes));
        line.insert("category".into(), json!(category));
        line.insert("rule".into(), json!(rule));
        line.insert("words".into(), json!(words));
        line.insert("why".into(), json!(self.reasons()));
        line.insert("reasons".into(), json!(reasons));
        line.insert("path".into(), json!(path));
        line.insert("bytes".into(), json!(bytes));
        line.into()
    }
}

/// What is told of a page for people.
fn table(name: &str, cleaning: &Cleaning) -> Vec<String> {
    let going: Vec<_> = blocks(cleaning).into_iter().filter(|told| told.fate == Fate::Goes).collect();
    let mut lines = vec![match cleaning.purpose {
        Purpose::Article => format!("{name}: {} blocks go", going.len()),
        other => format!("{name}: {}", product::purpose(other)),
    }];
    for told in going {
        let bytes: usize = told.bytes.iter().map(ExactSizeIterator::len).sum();
        let category = told.block.category.name();
        lines.push(format!("  {category:13}{bytes:>8} bytes  {}", told.block.path));
        lines.push(format!("  {:13}“{}”", "", told.block.words));
        lines.push(format!("  {:13}{}", "", told.reasons().join("; ")));
    }
    lines
}
