//! By what crates are told apart in a module. cargo's word for it depends on the processor it runs on,
//! and the order of functions depends on the word. So this program stands before rustc and says
//! another, of which each part is the same everywhere.

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::OnceLock;

use anyhow::{Context, Result};

const STANDS: &str = "ENDMARK_STANDS_BEFORE_RUSTC";
const WORD: &str = "metadata=";

/// Where this program lies. Compiling the tests puts it there anew, and then the system no longer knows.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Remembers where this program lies; to be called before anything is compiled.
pub fn remember_program() -> Result<()> {
    let program = env::current_exe()?;
    PROGRAM.get_or_init(|| program);
    Ok(())
}

/// Lets cargo start this program in place of rustc.
pub fn stand_before_rustc(cargo: &mut Command) -> Result<()> {
    let program = PROGRAM.get().context("nobody remembered where this program lies")?;
    cargo.env("RUSTC_WRAPPER", program).env(STANDS, "1");
    Ok(())
}

/// Whether cargo has started this program in place of rustc.
pub fn stands_before_rustc() -> bool {
    env::var_os(STANDS).is_some()
}

/// Runs rustc, which is the first of the words, with the others.
pub fn run_rustc(mut words: impl Iterator<Item = String>) -> Result<ExitCode> {
    let rustc = words.next().context("cargo names no rustc")?;
    let package = ["CARGO_PKG_NAME", "CARGO_PKG_VERSION"].map(|name| env::var(name).unwrap_or_default());
    let words: Vec<String> = words.collect();
    let status = Command::new(&rustc).args(identify(&words, &package.join("-"))).status().context(rustc)?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The words, with package and features in place of cargo's own word.
fn identify(words: &[String], package: &str) -> Vec<String> {
    let features = words.iter().filter(|word| word.starts_with("feature="));
    let identity = features.fold(format!("{WORD}{package}"), |identity, feature| identity + "," + feature);
    let own = |word: &String| if word.starts_with(WORD) { identity.clone() } else { word.clone() };
    words.iter().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identified(line: &str, package: &str) -> String {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        identify(&words, package).join(" ")
    }

    #[test]
    fn nothing_of_the_machine_is_left() {
        let line = "--crate-name serde --cfg feature=\"alloc\" -C metadata=0123 -C extra-filename=-4567";
        let own = "--crate-name serde --cfg feature=\"alloc\" -C metadata=serde-1.0.2,feature=\"alloc\" -C extra-filename=-4567";
        assert_eq!(identified(line, "serde-1.0.2"), own);
    }

    #[test]
    fn versions_and_features_are_told_apart() {
        let identity = |line: &str, package: &str| {
            identified(line, package).split(' ').find(|word| word.starts_with(WORD)).map(str::to_owned)
        };
        let plain = identity("-C metadata=0123", "syn-2.0.0");
        assert_ne!(plain, identity("-C metadata=0123", "syn-3.0.0"));
        assert_ne!(plain, identity("--cfg feature=\"full\" -C metadata=0123", "syn-2.0.0"));
    }

    #[test]
    fn questions_to_rustc_are_passed_on() {
        assert_eq!(identified("-vV", ""), "-vV");
    }
}
