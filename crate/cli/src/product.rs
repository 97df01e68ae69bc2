//! What comes of one document.

use std::io::{self, Read, Seek, SeekFrom, Write};

use anyhow::Result;
use endmark_core::Purpose;
use endmark_stream::{Cleaning, Cuts, Fault, Wanted, clean};

use crate::{choice::Chosen, say};

/// What is to come of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The document without its clutter.
    Document,
    /// The article's text alone.
    Text,
}

/// Writes what comes of a document; gives what is to be said of it.
///
/// # Errors
/// When it cannot be read, or the product cannot be written.
pub fn produce(
    source: &mut (impl Read + Seek),
    out: &mut impl Write,
    form: Form,
    wanted: &Wanted<'_>,
    chosen: &Chosen,
) -> Result<Vec<String>> {
    let cleaning = match clean(source, wanted) {
        Ok(cleaning) => cleaning,
        Err(Fault::Io(fault)) => return Err(fault.into()),
        Err(Fault::Untouched(why)) => {
            if form == Form::Document {
                copy(source, out, &Cuts::default())?;
            }
            return Ok(vec![format!("left as it is, since {why}")]);
        }
    };
    let mut notes = notes(&cleaning, chosen);
    match form {
        Form::Document => copy(source, out, &cleaning.cutting.cuts)?,
        Form::Text => match cleaning.text() {
            Some(text) => writeln!(out, "{text}")?,
            None => notes.push(format!("no article: {}", purpose(cleaning.purpose))),
        },
    }
    Ok(notes)
}

/// What a page that is no article was taken for, in words.
pub fn purpose(purpose: Purpose) -> String {
    match purpose {
        Purpose::Article => "It is an article.".to_owned(),
        Purpose::Other(key) => say::why(key),
    }
}

fn copy(source: &mut (impl Read + Seek), out: &mut impl Write, cuts: &Cuts) -> io::Result<()> {
    source.seek(SeekFrom::Start(0))?;
    cuts.copy(source, out)
}

/// What is to be said of a document beside what comes of it.
pub fn notes(cleaning: &Cleaning, chosen: &Chosen) -> Vec<String> {
    let rules = cleaning.unsupported.iter();
    let mut notes: Vec<String> =
        rules.map(|&rule| format!("not supported here: {}", chosen.rule(rule))).collect();
    let left = cleaning.cutting.left.len();
    if left > 0 {
        notes.push(format!("{left} of its blocks left, since they cannot be cut out cleanly"));
    }
    notes
}
