//! The wasm32 standard library: rustup's, or Debian's source compiled once.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Purpose, say, system};
use crate::process;
use crate::toolchain::{TARGET, Toolchain};

const WHAT: &str = "wasm32 standard library";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_CLIPPY: &str = "rust-web-clippy";
/// A library with nothing in it, compiled for the sake of the standard library under it.
const EMPTY_CRATE: &str = "target/debian-std";
const EMPTY_MANIFEST: &str = "\
[package]\nname = \"empty\"\nedition = \"2021\"\n[lib]\npath = \"lib.rs\"\n[workspace]\n";

/// Sees to a Rust that compiles for wasm32.
pub fn provide(purpose: Purpose) -> Result<()> {
    if let Some(toolchain) = Toolchain::ready()? {
        say(WHAT, format_args!("there ({})", toolchain.name()));
        return provide_clippy(toolchain, purpose);
    }
    let toolchain = add()?;
    if Toolchain::ready()? != Some(toolchain) {
        bail!("{TARGET} was installed ({}), yet rustc does not find its library", toolchain.name());
    }
    provide_clippy(toolchain, purpose)
}

fn add() -> Result<Toolchain> {
    let mut faults = Vec::new();
    for toolchain in Toolchain::considered()? {
        say(WHAT, format_args!("missing: trying {}", toolchain.name()));
        let added = match toolchain {
            Toolchain::Rustup => add_with_rustup(),
            Toolchain::Debian => add_with_debian(),
        };
        match added {
            Ok(()) => return Ok(*toolchain),
            Err(fault) => faults.push(format!("{}: {fault:#}", toolchain.name())),
        }
        println!("  {}", faults[faults.len() - 1]);
    }
    bail!("no way to a {TARGET} target.\n  {}", faults.join("\n  "))
}

/// A network that swallows the request must not hold up the other way for long.
fn add_with_rustup() -> Result<()> {
    if process::find("rustup").is_none() {
        bail!("there is no rustup (https://rustup.rs)");
    }
    process::run(Command::new("timeout").args(["300", "rustup", "target", "add", TARGET]))
}

fn add_with_debian() -> Result<()> {
    system::install(&DEBIAN_PACKAGES)?;
    fs::create_dir_all(EMPTY_CRATE)?;
    fs::write(Path::new(EMPTY_CRATE).join("Cargo.toml"), EMPTY_MANIFEST)?;
    fs::write(Path::new(EMPTY_CRATE).join("lib.rs"), "")?;
    println!("  compiling the standard library once, about 3 minutes");
    let mut cargo = Toolchain::Debian.command("cargo")?;
    cargo.env("RUSTC_BOOTSTRAP", "1").current_dir(EMPTY_CRATE);
    cargo.args(["build", "--release", "--target", TARGET, "--target-dir", "target"]);
    process::run(cargo.arg("-Zbuild-std=std,panic_abort,test"))?;
    keep_libraries().context("could not put the standard library into Debian's toolchain")
}

fn keep_libraries() -> Result<()> {
    let to = Toolchain::Debian.library()?;
    fs::create_dir_all(&to)?;
    let from = Path::new(EMPTY_CRATE).join("target").join(TARGET).join("release/deps");
    for entry in from.read_dir()?.flatten() {
        let path = entry.path();
        let own = entry.file_name().to_string_lossy().starts_with("libempty-");
        if !own && path.extension() == Some(OsStr::new("rlib")) {
            fs::copy(&path, to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn provide_clippy(toolchain: Toolchain, purpose: Purpose) -> Result<()> {
    let needed = toolchain == Toolchain::Debian && purpose == Purpose::Test;
    let there = Path::new(crate::toolchain::DEBIAN_PROGRAMS).join("cargo-clippy").is_file();
    if needed && !there { system::install(&[DEBIAN_CLIPPY]) } else { Ok(()) }
}
