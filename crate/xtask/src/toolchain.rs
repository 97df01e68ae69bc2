//! Which Rust compiles for wasm32: the one in use, or Debian's where rustup can fetch nothing.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// Where Debian's packages put `cargo` and `rustc`.
pub const DEBIAN_PROGRAMS: &str = "/usr/bin";
const DEBIAN_LINKER: &str = "wasm-ld-22";

/// A Rust that can have the wasm32 target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Toolchain {
    /// The Rust that runs this, in general rustup's.
    Rustup,
    /// Debian's `rustc-web`, with a standard library built from `rust-web-src`.
    Debian,
}

impl Toolchain {
    /// The ones to consider, the preferred first: both, or the one that `ENDMARK_WASM_TOOLCHAIN` forces.
    pub fn considered() -> Result<&'static [Self]> {
        match env::var("ENDMARK_WASM_TOOLCHAIN").as_deref() {
            Err(_) => Ok(&[Self::Rustup, Self::Debian]),
            Ok("rustup") => Ok(&[Self::Rustup]),
            Ok("debian") => Ok(&[Self::Debian]),
            Ok(other) => bail!("ENDMARK_WASM_TOOLCHAIN is {other}, not rustup or debian"),
        }
    }

    /// The first considered one that is ready to compile for wasm32.
    pub fn ready() -> Result<Option<Self>> {
        Ok(Self::considered()?.iter().copied().find(|toolchain| toolchain.is_ready()))
    }

    /// The first ready one; an error where there is none.
    pub fn required() -> Result<Self> {
        match Self::ready()? {
            Some(toolchain) => Ok(toolchain),
            None => bail!("no Rust here compiles for {TARGET}; `cargo xtask setup` installs one"),
        }
    }

    /// Its name in what is printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rustup => "rustup",
            Self::Debian => "Debian",
        }
    }

    /// A program of this toolchain, or one that starts programs of it.
    pub fn command(self, program: impl AsRef<Path>) -> Result<Command> {
        let program = program.as_ref();
        if self == Self::Rustup {
            return Ok(Command::new(program));
        }
        let own = Path::new(DEBIAN_PROGRAMS).join(program);
        let mut command = Command::new(if own.is_file() { &own } else { program });
        for variable in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
            command.env_remove(variable);
        }
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
        process::prefer(&mut command, Path::new(DEBIAN_PROGRAMS))?;
        Ok(command)
    }

    /// The folder of the target's standard library, there or not.
    pub fn library(self) -> Result<PathBuf> {
        let mut rustc = self.command("rustc")?;
        process::read(rustc.args(["--print", "target-libdir", "--target", TARGET])).map(PathBuf::from)
    }

    fn is_ready(self) -> bool {
        let debians = process::find("rustc").is_some_and(|rustc| rustc.starts_with(DEBIAN_PROGRAMS));
        let can_link = match self {
            Self::Rustup => !debians,
            Self::Debian => process::find(DEBIAN_LINKER).is_some(),
        };
        can_link && self.library().is_ok_and(|folder| holds_standard_library(&folder))
    }
}

fn holds_standard_library(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}
