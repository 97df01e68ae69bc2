//! Documents as lines of JSON: `{"url": …, "html": …}`; other fields are kept.

use std::io::{self, BufRead, BufReader, BufWriter, Cursor, Write};

use anyhow::{Context, Result};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::{Map, Value};

use crate::{
    choice::Chosen,
    notes::{End, note},
    product::{Form, produce},
};

/// Lines that are worked on together.
const BATCH: usize = 64;

/// The encoding of what stands in JSON, whatever it says of itself.
const CHARSET: &str = "utf-8";

/// One document.
pub type Line = Map<String, Value>;

/// What comes of a line: other lines, and what is to be said of it.
#[derive(Debug, Default)]
pub struct Made {
    /// Lines that are written.
    pub lines: Vec<Value>,
    /// What is said beside them.
    pub notes: Vec<String>,
}

/// Works on each line of standard input and writes what comes of it, in the same order. A line that is broken
/// is told by its number, and the rest goes on.
///
/// # Errors
/// When standard input cannot be read or standard output cannot be written.
pub fn run(make: &(dyn Fn(Line) -> Result<Made> + Sync)) -> Result<End> {
    let mut lines = BufReader::new(io::stdin().lock());
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut number, mut end) = (0, End::Done);
    loop {
        let batch = read(&mut lines)?;
        if batch.is_empty() {
            return Ok(end);
        }
        let made: Vec<Result<Made>> = batch.par_iter().map(|line| parse(line).and_then(make)).collect();
        for made in made {
            number += 1;
            match made {
                Ok(Made { lines, notes }) => {
                    lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
                    notes.iter().for_each(|said| note(&format!("line {number}: {said}")));
                }
                Err(fault) => {
                    note(&format!("line {number}: {fault:#}"));
                    end = End::Failed;
                }
            }
        }
        out.flush()?;
    }
}

/// Lines that are there already, one at least: whoever writes them may wait for what comes of the last.
fn read(lines: &mut BufReader<impl io::Read>) -> io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    while batch.len() < BATCH && (batch.is_empty() || lines.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        batch.push(line);
    }
    Ok(batch)
}

fn parse(line: &[u8]) -> Result<Line> {
    if line.trim_ascii().is_empty() {
        return Ok(Line::new());
    }
    serde_json::from_slice(line).context("not an object of JSON")
}

/// The address and the document of a line.
pub fn document(line: &Line) -> Result<(Option<&str>, &str)> {
    let html = line.get("html").and_then(Value::as_str).context("no text in \"html\"")?;
    Ok((line.get("url").and_then(Value::as_str), html))
}

/// What is wanted of a line's document.
pub fn wanted<'c>(chosen: &'c Chosen, url: Option<&str>) -> endmark_stream::Wanted<'c> {
    endmark_stream::Wanted { charset: Some(CHARSET), ..chosen.wanted(url) }
}

/// The same line with its document cleaned, or with the article's text instead of it.
///
/// # Errors
/// When it has no document.
pub fn clean(mut line: Line, form: Form, chosen: &Chosen) -> Result<Made> {
    if line.is_empty() {
        return Ok(Made::default());
    }
    let (url, html) = document(&line)?;
    let mut product = Vec::new();
    let wanted = wanted(chosen, url);
    let notes = produce(&mut Cursor::new(html.as_bytes()), &mut product, form, &wanted, chosen)?;
    let text = String::from_utf8(product)?;
    match form {
        Form::Document => line["html"] = text.into(),
        Form::Text => {
            line.shift_remove("html");
            let text = text.strip_suffix('\n').map_or(Value::Null, Value::from);
            line.insert("text".to_owned(), text);
        }
    }
    Ok(Made { lines: vec![line.into()], notes })
}
