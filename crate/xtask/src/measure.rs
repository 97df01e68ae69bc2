//! Measuring on folders of saved pages; `crate/weigh` does it.

use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::Browser;
use crate::process;
use crate::setup::{self, Purpose};
use crate::words;

/// Options that a path follows.
const PATHS: [&str; 4] = ["--out", "--recordings", "--clutter", "--json"];

/// What is to be done with the pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deed {
    /// Record them in a browser.
    Record(Browser),
    /// Measure the core on them.
    Eval,
    /// Fit the core's weights to them.
    Weigh,
}

/// A deed, and the words that go with it.
#[derive(Debug, PartialEq)]
pub struct Measure {
    /// What is to be done.
    pub deed: Deed,
    /// The words after it, with whole paths.
    pub words: Vec<String>,
}

impl Measure {
    /// Reads what is to be recorded.
    pub fn record(words: impl Iterator<Item = String>) -> Result<Self> {
        let words = read(words)?;
        let browser = match words.iter().position(|word| word == "--browser") {
            Some(at) => Browser::named(words.get(at + 1).map(String::as_str))?,
            None => Browser::Chrome,
        };
        Ok(Self { deed: Deed::Record(browser), words })
    }

    /// Reads what the core is to be measured on.
    pub fn eval(words: impl Iterator<Item = String>) -> Result<Self> {
        Ok(Self { deed: Deed::Eval, words: read(words)? })
    }

    /// Reads what the core's weights are to be fitted to.
    pub fn weigh(words: impl Iterator<Item = String>) -> Result<Self> {
        Ok(Self { deed: Deed::Weigh, words: read(words)? })
    }

    /// Does it.
    pub fn run(&self) -> Result<()> {
        let name = match self.deed {
            Deed::Record(browser) => {
                setup::set_up(Purpose::Demo(browser))?;
                "record"
            }
            Deed::Eval => "eval",
            Deed::Weigh => "weigh",
        };
        let mut cargo = Command::new("cargo");
        cargo.args(["run", "--locked", "--profile", "tooling", "--package", "endmark-weigh", "--", name]);
        process::run(cargo.args(&self.words))
    }
}

/// The words, with paths made whole before the working folder changes: the folder of pages, which
/// comes first, and those after options.
fn read(words: impl Iterator<Item = String>) -> Result<Vec<String>> {
    let mut whole: Vec<String> = Vec::new();
    for word in words {
        let is_path = match whole.last() {
            None => true,
            Some(before) => PATHS.contains(&before.as_str()),
        };
        whole.push(if is_path { words::whole(&word)? } else { word });
    }
    match whole.first() {
        Some(_) => Ok(whole),
        None => bail!("name a folder of saved pages first"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> impl Iterator<Item = String> + '_ {
        line.split_whitespace().map(str::to_owned)
    }

    #[test]
    fn paths_are_made_whole_and_words_are_not() -> Result<()> {
        let record = Measure::record(split("/pages --out made --browser firefox blog"))?;
        assert_eq!(record.deed, Deed::Record(Browser::Firefox));
        let out = words::whole("made")?;
        assert_eq!(record.words, ["/pages", "--out", &out, "--browser", "firefox", "blog"]);
        Ok(())
    }

    #[test]
    fn a_folder_and_a_known_browser_are_asked_for() {
        assert!(Measure::eval(split("")).is_err());
        assert!(Measure::record(split("/pages --browser lynx")).is_err());
    }
}
