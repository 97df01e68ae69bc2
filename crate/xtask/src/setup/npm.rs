//! npm's packages, as the lock file names them.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Purpose, say};
use crate::process;

const LOCK: &str = "package-lock.json";
/// Where npm itself notes what it has put into the folder.
const INSTALLED: &str = "node_modules/.package-lock.json";

/// Sees to the packages: those of the build and the demo, or all.
pub fn provide(purpose: Purpose) -> Result<()> {
    let all = purpose == Purpose::Test;
    let lock = serde_json::from_str(&fs::read_to_string(LOCK).context(LOCK)?).context(LOCK)?;
    let installed = fs::read_to_string(INSTALLED).ok().and_then(|text| serde_json::from_str(&text).ok());
    if installed.is_some_and(|installed| satisfies(&installed, &lock, all)) {
        say("npm packages", "there");
        return Ok(());
    }
    say("npm packages", "missing or of other versions: installing, about half a minute");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    if !all {
        npm.arg("--omit=dev");
    }
    process::run(&mut npm)
}

/// Whether all that the lock file names is installed in its version; what is optional may be missing.
fn satisfies(installed: &Value, lock: &Value, all: bool) -> bool {
    let Some(packages) = lock["packages"].as_object() else { return false };
    packages.iter().filter(|(folder, _)| !folder.is_empty()).all(|(folder, package)| {
        let is = |mark: &str| package[mark] == true;
        let found = &installed["packages"][folder.as_str()]["version"];
        let spared = is("optional") || is("devOptional") || (is("dev") && !all);
        *found == package["version"] || (spared && found.is_null())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn lock() -> Value {
        json!({ "packages": {
            "": { "name": "endmark" },
            "node_modules/binaryen": { "version": "132.0.0" },
            "node_modules/typescript": { "version": "7.0.2", "dev": true },
            "node_modules/@esbuild/aix-ppc64": { "version": "0.28.2", "optional": true },
        } })
    }

    fn installed(packages: &Value) -> Value {
        json!({ "packages": packages })
    }

    #[test]
    fn the_build_needs_no_development_packages() {
        let build = installed(&json!({ "node_modules/binaryen": { "version": "132.0.0" } }));
        assert!(satisfies(&build, &lock(), false));
        assert!(!satisfies(&build, &lock(), true));
    }

    #[test]
    fn another_version_does_not_satisfy() {
        let old = installed(&json!({ "node_modules/binaryen": { "version": "131.0.0" } }));
        assert!(!satisfies(&old, &lock(), false));
    }

    #[test]
    fn nothing_installed_does_not_satisfy() {
        assert!(!satisfies(&Value::Null, &lock(), false));
    }
}
