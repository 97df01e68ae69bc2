//! clippy as the compiler of the tests: it is rustc with more lints, so what it looks at need not be compiled
//! a second time.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;
use crate::toolchain::Toolchain;

/// What stands between clippy's words in its variable.
const BETWEEN: &str = "__CLIPPY_HACKERY__";

/// Lets cargo compile the workspace's own crates with clippy, every warning an error.
pub fn compile(cargo: &mut Command) -> Result<&mut Command> {
    compile_by(Toolchain::Rustup, cargo)
}

/// The same with a toolchain's own clippy.
pub fn compile_by(toolchain: Toolchain, cargo: &mut Command) -> Result<&mut Command> {
    let words = ["-D", "warnings", ""].join(BETWEEN);
    Ok(cargo.env("RUSTC_WORKSPACE_WRAPPER", driver(toolchain)?).env("CLIPPY_ARGS", words))
}

fn driver(toolchain: Toolchain) -> Result<PathBuf> {
    let root = process::read(toolchain.command("rustc")?.args(["--print", "sysroot"]))?;
    let driver = PathBuf::from(&root).join("bin/clippy-driver");
    if !driver.is_file() {
        bail!("there is no clippy in {root}: `rustup component add clippy`");
    }
    Ok(driver)
}
