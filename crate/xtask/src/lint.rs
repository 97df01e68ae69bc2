//! Formatting, lints, types, the add-on linter, and what the dependencies are.

use std::process::Command;

use anyhow::Result;

use crate::browser::Browser;
use crate::setup::{self, Purpose, tools};
use crate::steps::{self, Step};
use crate::toolchain::{TARGET, Toolchain};
use crate::{build, clippy, process};

/// What needs no browser; the build comes before the linter that looks at it.
pub const STEPS: [Step; 8] = [
    Step { title: "rustfmt", run: check_format },
    Step { title: "clippy", run: run_clippy },
    Step { title: "clippy for wasm32", run: run_clippy_for_wasm },
    Step { title: "Biome", run: run_biome },
    Step { title: "tsc", run: check_types },
    Step { title: "cargo-deny", run: check_dependencies },
    Step { title: "build", run: build_extensions },
    Step { title: "web-ext lint", run: lint_extension },
];

/// Set-up, then every lint.
pub fn check() -> Result<()> {
    setup::set_up(Purpose::Test)?;
    steps::run(&STEPS)
}

fn check_format() -> Result<String> {
    finish(Command::new("cargo").args(["fmt", "--all", "--check"]))
}

fn run_clippy() -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--locked", "--workspace", "--all-targets"]);
    finish(clippy::compile(&mut cargo)?)
}

/// The module has a panic handler of its own, with which no test could be linked.
fn run_clippy_for_wasm() -> Result<String> {
    let toolchain = Toolchain::required()?;
    let mut tested = toolchain.command("cargo")?;
    tested.args(["build", "--locked", "--package", "endmark-live", "--all-targets", "--target", TARGET]);
    process::run(clippy::compile_by(toolchain, &mut tested)?)?;
    let mut module = toolchain.command("cargo")?;
    module.args(["clippy", "--locked", "--package", "endmark-module", "--lib", "--target", TARGET]);
    finish(module.args(["--", "-D", "warnings"]))
}

fn run_biome() -> Result<String> {
    finish(process::npm_program("biome").args(["ci", "--error-on-warnings", "--colors=off"]))
}

/// Two worlds of globals: the extension knows no Node, the tests know both.
fn check_types() -> Result<String> {
    for project in ["tsconfig.json", "tests/tsconfig.json"] {
        process::run(process::npm_program("tsc").args(["--project", project]))?;
    }
    Ok(String::new())
}

fn build_extensions() -> Result<String> {
    build::build().map(|()| String::new())
}

fn lint_extension() -> Result<String> {
    let mut linter = process::npm_program("web-ext");
    linter.args(["lint", "--source-dir", Browser::Firefox.extension(), "--warnings-as-errors"]);
    finish(linter.args(["--no-config-discovery", "--no-input"]))
}

fn check_dependencies() -> Result<String> {
    let deny = || -> Result<Command> { Ok(Command::new(tools::path_of("cargo-deny")?)) };
    process::run(deny()?.args(["--locked", "check", "bans", "licenses", "sources"]))?;
    // A network that swallows the request must not hold up the tests for long.
    let mut fetch = Command::new("timeout");
    fetch.arg("120").arg(tools::path_of("cargo-deny")?).args(["fetch", "db"]);
    if let Err(fault) = process::run(&mut fetch) {
        println!("  {fault:#}");
        return Ok("bans, licences, sources; NOT advisories: their database cannot be reached".to_owned());
    }
    process::run(deny()?.args(["--locked", "check", "--disable-fetch", "advisories"]))?;
    Ok("bans, licences, sources, advisories".to_owned())
}

fn finish(command: &mut Command) -> Result<String> {
    process::run(command).map(|()| String::new())
}
