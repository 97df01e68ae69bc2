//! What Endmark survives, as a table: each case is a test in a browser.

use std::process::Command;

use anyhow::Result;

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::words::{Options, Word};
use crate::{build, process};

const SCRIPT: &str = "tests/faults/faults.mjs";
const OPTIONS: Options =
    Options { command: "faults", paths: &["--pages", "--json"], values: &["--browser", "--loads"] };

/// Which cases to run, and how.
#[derive(Debug, PartialEq)]
pub struct Faults {
    /// What the script is told, with whole paths.
    pub words: Vec<String>,
}

impl Faults {
    /// Reads the words after the command; those that belong to no option name cases.
    pub fn read(words: &mut dyn Iterator<Item = String>) -> Result<Self> {
        let mut told = Vec::new();
        for word in OPTIONS.read(words)? {
            match word {
                Word::Option(name, value) => {
                    if name == "--browser" {
                        Browser::named(Some(&value))?;
                    }
                    told.extend([name, value]);
                }
                Word::Plain(case) => told.push(case),
            }
        }
        Ok(Self { words: told })
    }

    /// Sets up, builds, and hands over to the script that runs the tests.
    pub fn run(&self) -> Result<()> {
        setup::set_up(Purpose::Test)?;
        build::build()?;
        println!("Faults");
        process::run(Command::new("node").arg(SCRIPT).args(&self.words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::whole;

    fn read(line: &str) -> Result<Faults> {
        Faults::read(&mut line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn paths_are_made_whole_and_cases_are_not() -> Result<()> {
        let faults = read("--browser firefox F03 --loads 1000 --pages saved --json /kept P1")?;
        let pages = whole("saved")?;
        let told =
            ["--browser", "firefox", "F03", "--loads", "1000", "--pages", &pages, "--json", "/kept", "P1"];
        assert_eq!(faults.words, told);
        Ok(())
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(read("--fast").is_err());
        assert!(read("--json").is_err());
        assert!(read("--browser lynx").is_err());
    }
}
