//! Programs that cargo installs for the tests and for fuzzing.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use super::say;
use crate::process;

/// What the tests run.
pub const TESTS: [&str; 4] = ["wasm-bindgen", "wasm-pack", "geckodriver", "cargo-deny"];

/// A crate whose program is run, in the one version they were written against.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    /// Not where its own lock file names a version that the registry has withdrawn.
    locked: bool,
}

const TOOLS: [Tool; 5] = [
    Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: "0.2.130", locked: false },
    Tool { package: "wasm-pack", program: "wasm-pack", version: "0.15.1", locked: true },
    Tool { package: "geckodriver", program: "geckodriver", version: "0.37.1", locked: true },
    Tool { package: "cargo-deny", program: "cargo-deny", version: "0.20.2", locked: true },
    Tool { package: "cargo-fuzz", program: "cargo-fuzz", version: "0.13.2", locked: true },
];

/// Installs those of the tools that are not here in their exact version.
pub fn provide(programs: &[&str]) -> Result<()> {
    for tool in TOOLS.iter().filter(|tool| programs.contains(&tool.program)) {
        match tool.find() {
            Some(path) => say(tool.program, format_args!("there ({}, {})", tool.version, path.display())),
            None => tool.install()?,
        }
    }
    Ok(())
}

/// Where a tool stands that set-up has provided.
pub fn path_of(program: &str) -> Result<PathBuf> {
    let tool = TOOLS.iter().find(|tool| tool.program == program);
    tool.and_then(Tool::find).with_context(|| format!("{program} is missing: cargo xtask setup"))
}

impl Tool {
    /// On the path, among cargo's programs, or where it was installed for Endmark.
    fn find(&self) -> Option<PathBuf> {
        let home = cargo_home().ok();
        let known = home.iter().flat_map(|home| [home.join("bin"), own_root(home).join("bin")]);
        let known = known.map(|folder| folder.join(self.program));
        process::find(self.program).into_iter().chain(known).find(|path| self.is_at(path))
    }

    fn is_at(&self, path: &Path) -> bool {
        let said = process::read(Command::new(path).arg("--version"));
        said.is_ok_and(|said| names_version(&said, self.version))
    }

    fn install(&self) -> Result<()> {
        say(self.program, format_args!("missing: compiling {}, about 5 minutes", self.version));
        let started = Instant::now();
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--force", "--version", self.version, self.package]);
        cargo.arg("--root").arg(own_root(&cargo_home()?));
        if self.locked {
            cargo.arg("--locked");
        }
        process::run(&mut cargo)?;
        say(self.program, format_args!("installed in {} s", started.elapsed().as_secs()));
        Ok(())
    }
}

fn cargo_home() -> Result<PathBuf> {
    let own = env::var_os("CARGO_HOME").map(PathBuf::from);
    own.or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo"))).context("HOME is not set")
}

/// Beside cargo's own programs, so that another clone finds the tools and nobody's other version is replaced.
fn own_root(cargo_home: &Path) -> PathBuf {
    cargo_home.join("endmark")
}

fn names_version(said: &str, version: &str) -> bool {
    said.split_whitespace().take(2).any(|word| word.trim_start_matches('v') == version)
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn only_the_exact_version_counts() {
        assert!(names_version("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(names_version("geckodriver 0.37.1 (abc 2026-01-01)\n\nThe source code", "0.37.1"));
        assert!(!names_version("wasm-bindgen 0.2.1300", "0.2.130"));
        assert!(!names_version("wasm-bindgen 0.2.13", "0.2.130"));
    }
}
