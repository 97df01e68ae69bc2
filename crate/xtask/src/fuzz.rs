//! Asks what holds on any input of as many inputs as there is time for; `crate/invariants` says what.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup::tools;
use crate::words::{Options, Word};

const FOLDER: &str = "tests/fuzz";
const TARGETS: [&str; 4] = ["rules", "plan", "clean", "mark"];
const OPTIONS: Options = Options { command: "fuzz", paths: &[], values: &["--seconds"] };
/// Seconds for each target unless said.
const SECONDS: u32 = 600;
/// Seconds that one input may take, and megabytes.
const LIMITS: [&str; 2] = ["-timeout=20", "-rss_limit_mb=2048"];

/// What to ask, and for how long.
#[derive(Debug, PartialEq)]
pub struct Fuzz {
    /// The targets, one after the other.
    pub targets: Vec<String>,
    /// Seconds for each.
    pub seconds: u32,
}

impl Fuzz {
    /// Reads the words after the command.
    pub fn read(words: &mut dyn Iterator<Item = String>) -> Result<Self> {
        let mut fuzz = Self { targets: Vec::new(), seconds: SECONDS };
        for word in OPTIONS.read(words)? {
            match word {
                Word::Option(_, seconds) => {
                    fuzz.seconds = seconds.parse().context("--seconds takes a number")?;
                }
                Word::Plain(target) if TARGETS.contains(&target.as_str()) => fuzz.targets.push(target),
                Word::Plain(other) => bail!("no such target: {other}; there are {}", TARGETS.join(", ")),
            }
        }
        if fuzz.targets.is_empty() {
            fuzz.targets = TARGETS.map(str::to_owned).to_vec();
        }
        Ok(fuzz)
    }

    /// Asks; an input on which something does not hold is kept below `tests/fuzz/artifacts`.
    pub fn run(&self) -> Result<()> {
        tools::provide(&["cargo-fuzz"])?;
        let mut chunks = Command::new("cargo");
        chunks.args(["test", "--locked", "--package", "endmark-invariants", "--test", "chunks", "--"]);
        process::run(chunks.arg("--include-ignored"))?;
        for target in &self.targets {
            fs::create_dir_all(format!("{FOLDER}/corpus/{target}"))?;
            let mut fuzz = Command::new(tools::path_of("cargo-fuzz")?);
            // No sanitizer: there is no unsafe code to watch, and so any toolchain will do.
            fuzz.args(["run", "--fuzz-dir", FOLDER, "--sanitizer", "none", target]);
            fuzz.args(["corpus", "seeds"].map(|kind| format!("{FOLDER}/{kind}/{target}")));
            fuzz.args(["--", &format!("-max_total_time={}", self.seconds)]).args(LIMITS);
            process::run(fuzz.arg(format!("-dict={FOLDER}/dictionary.txt")))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Fuzz> {
        Fuzz::read(&mut line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn all_targets_are_asked_unless_some_are_named() -> Result<()> {
        assert_eq!(read("")?, Fuzz { targets: TARGETS.map(str::to_owned).to_vec(), seconds: SECONDS });
        assert_eq!(read("clean --seconds 5")?, Fuzz { targets: vec!["clean".to_owned()], seconds: 5 });
        assert!(read("--seconds").is_err());
        assert!(read("css").is_err());
        Ok(())
    }
}
