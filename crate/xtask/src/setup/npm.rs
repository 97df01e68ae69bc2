//! npm's packages, as the lock file names them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Purpose, say};
use crate::process;

const LOCK: &str = "package-lock.json";
/// Where npm itself notes what it has put into the folder.
const INSTALLED: &str = "node_modules/.package-lock.json";

/// Sees to the packages of this project: those of the build and the demo, or all.
pub fn provide(purpose: Purpose) -> Result<()> {
    let part = if purpose == Purpose::Test { Part::All } else { Part::Build };
    install("npm packages", Path::new("."), part)
}

/// Sees to the packages of each project below a folder.
pub fn provide_below(folder: &Path) -> Result<()> {
    for project in projects_below(folder)? {
        let name = project.file_name().unwrap_or_default().to_string_lossy();
        install(&format!("npm packages of {name}"), &project, Part::All)?;
    }
    Ok(())
}

/// The folders in a folder that have a lock file.
fn projects_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = folder.read_dir().with_context(|| folder.display().to_string())?;
    let mut folders = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    folders.retain(|folder| folder.join(LOCK).is_file());
    folders.sort();
    Ok(folders)
}

fn read_lock(folder: &Path) -> Result<Value> {
    let path = folder.join(LOCK);
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// What of a lock file is wanted.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// All but what is for development.
    Build,
    /// Everything.
    All,
}

fn install(name: &str, folder: &Path, part: Part) -> Result<()> {
    let lock = read_lock(folder)?;
    let installed = fs::read_to_string(folder.join(INSTALLED)).ok();
    let installed = installed.and_then(|text| serde_json::from_str(&text).ok());
    if installed.is_some_and(|installed| satisfies(&installed, &lock, part)) {
        say(name, "there");
        return Ok(());
    }
    say(name, "missing or of other versions: installing, about half a minute");
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    if part == Part::Build {
        npm.arg("--omit=dev");
    }
    process::run(&mut npm)
}

/// Whether all that the lock file names is installed in its version; what is optional may be missing.
fn satisfies(installed: &Value, lock: &Value, part: Part) -> bool {
    let Some(packages) = lock["packages"].as_object() else { return false };
    packages.iter().filter(|(folder, _)| !folder.is_empty()).all(|(folder, package)| {
        let is = |mark: &str| package[mark] == true;
        let found = &installed["packages"][folder.as_str()]["version"];
        let spared = is("optional") || is("devOptional") || (is("dev") && part == Part::Build);
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
        assert!(satisfies(&build, &lock(), Part::Build));
        assert!(!satisfies(&build, &lock(), Part::All));
    }

    #[test]
    fn another_version_does_not_satisfy() {
        let old = installed(&json!({ "node_modules/binaryen": { "version": "131.0.0" } }));
        assert!(!satisfies(&old, &lock(), Part::Build));
    }

    #[test]
    fn applications_name_the_address_and_the_sum_of_every_package() -> Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/faults/apps");
        let projects = projects_below(&folder)?;
        assert!(!projects.is_empty());
        for project in projects {
            let lock = read_lock(&project)?;
            let packages = lock["packages"].as_object().context("no packages")?;
            for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
                for key in ["resolved", "integrity"] {
                    assert!(package[key].is_string(), "{}: {name} lacks {key}", project.display());
                }
            }
        }
        Ok(())
    }

    #[test]
    fn nothing_installed_does_not_satisfy() {
        assert!(!satisfies(&Value::Null, &lock(), Part::Build));
    }
}
