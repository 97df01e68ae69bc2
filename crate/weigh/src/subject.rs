//! A saved page ready to be measured: surveyed, with its address.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Result, bail};
use endmark_core::{
    Address, Looked, NodeId, Words,
    reading::{self, Found},
};
use endmark_stream::words_of;

use crate::{
    pages::{self, Label, Labels, Page},
    recording,
    survey::{self, Surveyed},
};

/// A page to be measured.
#[derive(Debug)]
pub struct Subject {
    /// What was saved of it.
    pub page: Page,
    /// Where it stood.
    pub address: Address,
    /// What is on it.
    pub surveyed: Surveyed,
    /// The words that it is read with.
    pub words: Words,
}

impl Subject {
    /// Every block of it that the core looks at.
    pub fn looked(&self) -> Vec<Looked> {
        endmark_core::explain(&self.surveyed.outline, &self.address, &self.words)
    }

    /// Where the core finds its article.
    pub fn located(&self) -> Option<Found> {
        reading::locate(&self.surveyed.outline, &self.address, &self.words)
    }

    /// Takes what a browser recorded of a page, or, without a folder of recordings, its source.
    ///
    /// # Errors
    /// When a folder is given and holds no recording of the page.
    pub fn of(page: Page, recordings: Option<&Path>) -> Result<Self> {
        let (address, surveyed) = match recordings {
            Some(folder) => {
                let recording = recording::read(folder, &page.id)?;
                (Address::of(&recording.address), recording.surveyed)
            }
            None => {
                let url = page.meta.url.as_deref().unwrap_or_default();
                (Address::of(url), survey::survey(&page.html))
            }
        };
        let words = words_of(&surveyed.outline);
        Ok(Self { page, address, surveyed, words })
    }

    /// The labelled clutter that is on the page, by its elements.
    pub fn labelled<'l>(&self, labels: &'l Labels) -> Vec<(NodeId, &'l Label)> {
        labels.junk.iter().filter_map(|label| Some((self.node(label.n)?, label))).collect()
    }

    /// The elements that hold the labelled article.
    pub fn bodies(&self, labels: &Labels) -> Vec<NodeId> {
        labels.body.iter().filter_map(|&n| self.node(n)).collect()
    }

    fn node(&self, n: usize) -> Option<NodeId> {
        self.surveyed.by_order.get(&n).copied()
    }
}

/// Every page below `folder`, or those whose name contains one of the words, surveyed.
///
/// # Errors
/// When a page or its recording cannot be read.
pub fn load(folder: &Path, words: &[String], recordings: Option<&Path>) -> Result<Vec<Subject>> {
    pages::load(folder, words)?.into_iter().map(|page| Subject::of(page, recordings)).collect()
}

/// Notes what of articles' texts is clutter: a file of texts by page.
///
/// # Errors
/// When the file cannot be read, or a text of it does not stand in its page's text.
pub fn note_clutter(subjects: &mut [Subject], file: &Path) -> Result<()> {
    let mut clutter: BTreeMap<String, Vec<String>> = serde_json::from_slice(&fs::read(file)?)?;
    for Page { id, body, clutter: noted, .. } in subjects.iter_mut().map(|subject| &mut subject.page) {
        *noted = clutter.remove(id).unwrap_or_default();
        let stands = |text: &&String| body.as_ref().is_some_and(|body| body.contains(text.as_str()));
        if let Some(text) = noted.iter().find(|text| !stands(text)) {
            bail!("{id} has no such text: {text}");
        }
    }
    Ok(())
}
