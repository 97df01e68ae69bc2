//! Starting other programs: each is named as it starts, and its output streams through.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a program in view; a failure names what was run.
pub fn run(command: &mut Command) -> Result<()> {
    let line = describe(command);
    println!("  $ {line}");
    let status = command.status().with_context(|| format!("could not start {line}"))?;
    if !status.success() {
        bail!("{line} ended with {status}");
    }
    Ok(())
}

/// Runs a program out of view and returns what it prints, trimmed.
pub fn read(command: &mut Command) -> Result<String> {
    let line = describe(command);
    let output = command.stderr(Stdio::null()).output().with_context(|| format!("could not start {line}"))?;
    if !output.status.success() {
        bail!("{line} ended with {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program stands, looked for as the shell would.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

/// Puts a folder before all others in which the program's own children look.
pub fn prefer<'c>(command: &'c mut Command, folder: &Path) -> Result<&'c mut Command> {
    let set = command.get_envs().find(|(name, _)| *name == OsStr::new("PATH"));
    let path = set.and_then(|(_, value)| value.map(OsStr::to_owned)).or_else(|| env::var_os("PATH"));
    let rest = path.iter().flat_map(env::split_paths);
    let joined = env::join_paths([folder.to_path_buf()].into_iter().chain(rest))?;
    Ok(command.env("PATH", joined))
}

/// A program that npm installed.
pub fn npm_program(name: &str) -> Command {
    Command::new(Path::new("node_modules/.bin").join(name))
}

fn describe(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
