//! cargo's part of the build.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::identity;
use crate::process;
use crate::toolchain::{TARGET, Toolchain};

/// What the compiled module is to become.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A module that browsers run.
    Module,
    /// A script: only what wasm could do at first has a way into JavaScript.
    Script,
    /// The module of the extension's own pages.
    Desk,
    /// The module of the demo page.
    Demo,
}

impl Form {
    /// Where cargo compiles it.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Module | Self::Desk | Self::Demo => "target/wasm",
            Self::Script => "target/wasm-mvp",
        }
    }
}

impl Form {
    fn package(self) -> &'static str {
        match self {
            Self::Module | Self::Script => "endmark-module",
            Self::Desk => "endmark-desk",
            Self::Demo => "endmark-demo",
        }
    }
}

/// What runs in pages is compiled without LLVM's search for what is computed twice, or anew in every round of a
/// loop: browsers' compilers search too, and code that says the same again compresses better.
const PLAIN: [&str; 3] = [
    "-Cllvm-args=-opt-disable=gvn,indvars,licm",
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-disable-machine-licm",
];

/// The profile of `Cargo.toml` that modules are compiled by.
const PROFILE: &str = "module";

/// Compiles a module.
pub fn compile(toolchain: Toolchain, form: Form) -> Result<Vec<u8>> {
    let mut cargo = toolchain.command("cargo")?;
    cargo.args(["build", "--profile", PROFILE, "--locked", "--package", form.package(), "--target", TARGET]);
    cargo.args(["--target-dir", form.folder()]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(form)?.join("\x1f")).env_remove("RUSTFLAGS");
    identity::stand_before_rustc(&mut cargo)?;
    process::run(&mut cargo)?;
    let name = form.package().replace('-', "_") + ".wasm";
    let module = Path::new(form.folder()).join(TARGET).join(PROFILE).join(name);
    fs::read(&module).with_context(|| module.display().to_string())
}

/// Nothing says where the project and cargo's crates lie.
fn flags(form: Form) -> Result<Vec<String>> {
    let here = env::current_dir()?;
    let home = env::var_os("HOME").unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| Path::new(&home).join(".cargo"), Into::into);
    let mut flags = vec![
        format!("--remap-path-prefix={}=.", here.display()),
        format!("--remap-path-prefix={}=cargo", cargo.display()),
    ];
    if matches!(form, Form::Module | Form::Script) {
        flags.extend(PLAIN.map(str::to_owned));
    }
    if form == Form::Script {
        flags.push("-Ctarget-cpu=mvp".to_owned());
    }
    Ok(flags)
}
