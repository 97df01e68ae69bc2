//! What Endmark survives, as a table: each case is a test in a browser.

use std::process::Command;

use anyhow::Result;

use crate::setup::{self, Purpose};
use crate::words::{self, Known, Said};
use crate::{build, process};

const SCRIPT: &str = "tests/faults/faults.mjs";
/// Pages that frameworks own, some with packages of their own.
const APPLICATIONS: &str = "tests/faults/apps";
const KNOWN: Known<'_> = Known { command: "faults", words: &["--loads"], paths: &["--pages", "--json"] };

/// Which cases to run, and how.
#[derive(Debug, PartialEq)]
pub struct Faults {
    /// What the script is told, with whole paths.
    pub words: Vec<String>,
}

impl Faults {
    /// Reads the words after the command; those that belong to no option name cases.
    pub fn read(words: &mut dyn Iterator<Item = String>) -> Result<Self> {
        let Said { browser, options, others } = words::read(&KNOWN, words)?;
        let browser = browser.map(|browser| ["--browser", browser.name()].map(str::to_owned));
        Ok(Self { words: browser.into_iter().flatten().chain(options).chain(others).collect() })
    }

    /// Sets up, builds, and hands over to the script that runs the tests.
    pub fn run(&self) -> Result<()> {
        setup::set_up(Purpose::Test)?;
        setup::set_up_applications(APPLICATIONS)?;
        build::build()?;
        println!("Faults");
        process::run(Command::new("node").arg(SCRIPT).args(&self.words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Faults> {
        Faults::read(&mut line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn the_browser_comes_first_and_the_cases_last() -> Result<()> {
        let faults = read("F03 --loads 1000 --browser firefox --json /kept P1")?;
        assert_eq!(faults.words, ["--browser", "firefox", "--loads", "1000", "--json", "/kept", "F03", "P1"]);
        Ok(())
    }
}
