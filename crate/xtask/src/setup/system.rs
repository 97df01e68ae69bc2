//! Programs of the operating system: Node, the browsers and their drivers.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Purpose, say};
use crate::browser::Browser;
use crate::process;

const OLDEST_NODE: u32 = 20;

/// A program and the Debian package that brings it.
struct Program {
    name: &'static str,
    package: &'static str,
}

const CHROMIUM: Program = Program { name: "chromium", package: "chromium" };
const CHROMEDRIVER: Program = Program { name: "chromedriver", package: "chromium-driver" };
const FIREFOX: Program = Program { name: "firefox-esr", package: "firefox-esr" };

/// Sees to Node and to the browsers that the purpose needs.
pub fn provide(purpose: Purpose) -> Result<()> {
    check_node()?;
    let missing: Vec<&str> = needed_for(purpose)
        .into_iter()
        .filter(|program| {
            let found = process::find(program.name);
            if let Some(path) = &found {
                say(program.name, format_args!("there ({})", path.display()));
            }
            found.is_none()
        })
        .map(|program| program.package)
        .collect();
    install(&missing)
}

/// Installs Debian packages; says how to where it may not.
pub fn install(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    let by_hand = format!("apt-get install --no-install-recommends {names}");
    if process::find("apt-get").is_none() {
        bail!("missing: {names} (names of Debian's packages). Install them with your system's own means");
    }
    if process::read(Command::new("id").arg("-u"))? != "0" {
        bail!("missing: {names}. Installing them takes root's rights: sudo {by_hand}");
    }
    say(&names, "missing: installing with apt-get");
    // A source that cannot be refreshed is no reason to stop: the packages may be known already.
    if let Err(fault) = process::run(Command::new("apt-get").args(["update", "--quiet"])) {
        eprintln!("  {fault:#}; trying all the same");
    }
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    // Another apt-get at work is waited for.
    apt.args(["install", "--yes", "--quiet", "-o", "DPkg::Lock::Timeout=300"]);
    apt.arg("--no-install-recommends").args(packages);
    process::run(&mut apt).with_context(|| format!("could not install {names}; by hand: {by_hand}"))
}

fn needed_for(purpose: Purpose) -> Vec<Program> {
    match purpose {
        Purpose::Build => vec![],
        Purpose::Demo(Browser::Chrome) => vec![CHROMIUM],
        Purpose::Demo(Browser::Firefox) => vec![FIREFOX],
        Purpose::Test => vec![CHROMIUM, CHROMEDRIVER, FIREFOX],
    }
}

fn check_node() -> Result<()> {
    let how = "install Node 20 or newer with npm (https://nodejs.org, or your system's packages)";
    let version = process::read(Command::new("node").arg("--version")).context(how)?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node is {version}: {how}");
    }
    if process::find("npm").is_none() {
        bail!("npm is missing: {how}");
    }
    say("node", format_args!("there ({version})"));
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn nodes_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v9.1.0"), Some(9));
        assert_eq!(major("nonsense"), None);
    }
}
