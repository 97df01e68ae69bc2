//! What Endmark costs a page, measured in a browser.

use std::process::Command;

use anyhow::Result;

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::words::{Options, Word, whole};
use crate::{build, process};

const SCRIPT: &str = "tests/bench/bench.mjs";
const OPTIONS: Options = Options {
    command: "bench",
    paths: &["--out", "--save", "--against"],
    values: &["--browser", "--loads", "--sample", "--parts"],
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
        let mut bench = Self { browser: Browser::Chrome, words: Vec::new() };
        let mut has_folder = false;
        for word in OPTIONS.read(words)? {
            match word {
                Word::Option(name, value) if name == "--browser" => {
                    bench.browser = Browser::named(Some(&value))?;
                }
                Word::Option(name, value) => bench.words.extend([name, value]),
                Word::Plain(word) if has_folder => bench.words.push(word),
                Word::Plain(folder) => {
                    has_folder = true;
                    bench.words.push(whole(&folder)?);
                }
            }
        }
        Ok(bench)
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
    fn paths_are_made_whole_and_words_are_not() -> Result<()> {
        let bench = read("--loads 2 pages --browser firefox blog --save /kept")?;
        assert_eq!(bench.browser, Browser::Firefox);
        let pages = whole("pages")?;
        assert_eq!(bench.words, ["--loads", "2", &pages, "blog", "--save", "/kept"]);
        Ok(())
    }

    #[test]
    fn no_folder_is_needed_and_what_is_not_known_is_refused() -> Result<()> {
        assert_eq!(read("")?, Bench { browser: Browser::Chrome, words: Vec::new() });
        assert!(read("--fast").is_err());
        assert!(read("--save").is_err());
        assert!(read("--browser lynx").is_err());
        Ok(())
    }
}
