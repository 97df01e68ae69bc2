//! What is to go, as it was said on the command line.

use std::fs;

use anyhow::{Context, Result};
use endmark_core::{
    Address, Settings,
    filter::{self, Filter},
};
use endmark_stream::Wanted;

use crate::{
    arguments::{Choice, Input, Named},
    notes::note,
    say,
};

/// What is to go, for every document alike.
#[derive(Debug, Default)]
pub struct Chosen {
    settings: Settings,
    filters: Vec<Filter>,
    url: Option<String>,
    charset: Option<String>,
}

impl Chosen {
    /// Reads it; says which of the user's rules are none.
    ///
    /// # Errors
    /// When the file of rules cannot be read.
    pub fn read(choice: &Choice, input: &Input) -> Result<Self> {
        let mut settings = Settings::default();
        choice.take.iter().for_each(|Named(category)| settings.categories.set(*category, true));
        choice.keep.iter().for_each(|Named(category)| settings.categories.set(*category, false));
        let mut filters = Vec::new();
        if let Some(path) = &choice.rules {
            let list = fs::read_to_string(path).with_context(|| path.display().to_string())?;
            let read = filter::read(&list);
            for fault in &read.faults {
                note(&format!("{}:{}: {}", path.display(), fault.line, say::fault(fault)));
            }
            filters = read.filters;
        }
        Ok(Self { settings, filters, url: input.url.clone(), charset: input.charset.clone() })
    }

    /// What is wanted of a document from an address.
    pub fn wanted(&self, url: Option<&str>) -> Wanted<'_> {
        Wanted {
            address: url.or(self.url.as_deref()).map(Address::of),
            charset: self.charset.as_deref(),
            settings: self.settings,
            filters: &self.filters,
        }
    }

    /// A rule as the user wrote it.
    pub fn rule(&self, number: usize) -> &str {
        self.filters.get(number).map_or("", |filter| &filter.rule)
    }
}
