//! What Endmark costs a page, measured in a browser.

use std::env;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::{build, process};

const SCRIPT: &str = "tests/bench/bench.mjs";

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
        let here = env::current_dir()?;
        let whole = |path: &str| here.join(path).to_string_lossy().into_owned();
        let mut bench = Self { browser: Browser::Chrome, words: Vec::new() };
        let mut has_folder = false;
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} lacks a value"));
            let told = match word.as_str() {
                "--browser" => {
                    bench.browser = Browser::named(Some(&value()?))?;
                    continue;
                }
                "--out" | "--save" | "--against" => vec![whole(&value()?)],
                "--loads" | "--sample" | "--parts" => vec![value()?],
                _ if word.starts_with("--") => bail!("bench does not take {word}"),
                _ => Vec::new(),
            };
            let is_folder = told.is_empty() && !has_folder;
            has_folder |= is_folder;
            bench.words.push(if is_folder { whole(&word) } else { word });
            bench.words.extend(told);
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
        let pages = env::current_dir()?.join("pages").to_string_lossy().into_owned();
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
