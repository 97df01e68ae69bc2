//! A browser that is used for long: whether anything is lost, and whether memory grows.

use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::words::{self, Known};
use crate::{build, process};

const SCRIPT: &str = "tests/soak/soak.mjs";
const KNOWN: Known<'_> =
    Known { command: "soak", words: &["--minutes", "--loads", "--seed"], paths: &["--json"] };

/// In which browser, and for how long.
#[derive(Debug, PartialEq)]
pub struct Soak {
    /// The browser that is used.
    pub browser: Browser,
    /// What the script is told.
    pub words: Vec<String>,
}

impl Soak {
    /// Reads the words after the command.
    pub fn read(words: &mut dyn Iterator<Item = String>) -> Result<Self> {
        let said = words::read(&KNOWN, words)?;
        if let Some(word) = said.others.first() {
            bail!("soak does not take {word}");
        }
        Ok(Self { browser: said.browser.unwrap_or(Browser::Chrome), words: said.options })
    }

    /// Sets up, builds, and hands over to the script that drives the browser.
    pub fn run(&self) -> Result<()> {
        setup::set_up(Purpose::Test)?;
        build::build()?;
        println!("Soak");
        let mut node = Command::new("node");
        node.env("ENDMARK_BROWSER", self.browser.name());
        process::run(node.arg(SCRIPT).args(&self.words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Soak> {
        Soak::read(&mut line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_time_a_seed_and_a_browser_are_taken_and_nothing_else() -> Result<()> {
        let soak = read("--minutes 3 --browser firefox --seed 7")?;
        assert_eq!(soak.browser, Browser::Firefox);
        assert_eq!(soak.words, ["--minutes", "3", "--seed", "7"]);
        assert!(read("pages").is_err());
        assert!(read("--sample 3").is_err());
        Ok(())
    }
}
