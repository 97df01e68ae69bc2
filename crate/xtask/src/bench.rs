//! What Endmark costs a page, measured in a browser.

use std::process::Command;

use anyhow::Result;

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::words::{self, Known, Said};
use crate::{build, process};

const SCRIPT: &str = "tests/bench/bench.mjs";
const KNOWN: Known<'_> = Known {
    command: "bench",
    words: &["--loads", "--sample", "--parts"],
    paths: &["--out", "--save", "--against"],
};

/// What to measure, and where.
#[derive(Debug, PartialEq)]
pub struct Bench {
    /// The browser to measure in.
    pub browser: Browser,
    /// What the script is told, with whole paths.
    pub words: Vec<String>,
}

impl Bench {
    /// Reads the words after the command; the first that belongs to no option is the folder.
    pub fn read(words: &mut dyn Iterator<Item = String>) -> Result<Self> {
        let Said { browser, options, mut others } = words::read(&KNOWN, words)?;
        if let Some(folder) = others.first_mut() {
            *folder = words::whole(folder)?;
        }
        let browser = browser.unwrap_or(Browser::Chrome);
        Ok(Self { browser, words: options.into_iter().chain(others).collect() })
    }

    /// Sets up, builds, and hands over to the script that drives the browsers.
    pub fn run(&self) -> Result<()> {
        setup::set_up(Purpose::Test)?;
        build::build()?;
        println!("Bench");
        let mut node = Command::new("node");
        node.args([SCRIPT, "--extension", self.browser.extension(), "--browser", self.browser.name()]);
        process::run(node.args(&self.words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Bench> {
        Bench::read(&mut line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn the_folder_is_made_whole_and_words_are_not() -> Result<()> {
        let bench = read("--loads 2 pages --browser firefox blog --save /kept")?;
        assert_eq!(bench.browser, Browser::Firefox);
        assert_eq!(bench.words, ["--loads", "2", "--save", "/kept", &words::whole("pages")?, "blog"]);
        Ok(())
    }

    #[test]
    fn no_folder_is_needed() -> Result<()> {
        assert_eq!(read("")?, Bench { browser: Browser::Chrome, words: Vec::new() });
        Ok(())
    }
}
