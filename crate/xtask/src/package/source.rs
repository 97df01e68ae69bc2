//! The sources of a build: what git keeps, or all of an unpacked source package.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::archive::Files;
use crate::process;

/// Folders that the project's commands write.
const MADE: [&str; 4] = ["demo", "dist", "node_modules", "target"];

/// Reads the sources of the project that stands in a folder, by their names within it.
pub fn read(project: &Path) -> Result<Files> {
    let names = if project.join(".git").exists() { list_kept(project)? } else { list_unpacked(project)? };
    let read = |name: String| {
        let content = fs::read(project.join(&name)).with_context(|| name.clone())?;
        Ok((name, content))
    };
    names.into_iter().map(read).collect()
}

/// What git keeps; refused where something else would go into the build.
fn list_kept(project: &Path) -> Result<Vec<String>> {
    let git = |words: &[&str]| process::read(Command::new("git").arg("-C").arg(project).args(words));
    let changed = git(&["status", "--porcelain"])?;
    if !changed.is_empty() {
        bail!("the source package holds what is committed, and this is not:\n{changed}");
    }
    Ok(git(&["ls-files", "-z"])?.split_terminator('\0').map(str::to_owned).collect())
}

fn list_unpacked(project: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    list_folder(project, "", &mut names)?;
    Ok(names)
}

fn list_folder(project: &Path, folder: &str, names: &mut Vec<String>) -> Result<()> {
    for entry in project.join(folder).read_dir().with_context(|| folder.to_owned())? {
        let entry = entry?;
        let name = format!("{folder}{}", entry.file_name().to_string_lossy());
        if MADE.contains(&name.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            list_folder(project, &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::path::PathBuf;

    use super::*;

    const SOURCES: [&str; 4] = [".ci/run", "Cargo.toml", "crate/demo/lib.rs", "extension/content.js"];

    /// A project with sources and with something in every folder that commands write.
    fn project(name: &str) -> Result<PathBuf> {
        let folder = env::temp_dir().join(format!("endmark-{name}-{}", std::process::id()));
        let made = MADE.map(|made| format!("{made}/made"));
        for name in SOURCES.into_iter().chain(made.iter().map(String::as_str)) {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().context("no folder")?)?;
            fs::write(path, name)?;
        }
        let ignored = MADE.map(|made| format!("/{made}\n")).concat();
        fs::write(folder.join(".gitignore"), ignored)?;
        Ok(folder)
    }

    fn commit(folder: &Path) -> Result<()> {
        let own =
            ["-c", "user.name=Test", "-c", "user.email=test@endmark.example", "-c", "commit.gpgsign=false"];
        for words in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "--message=Test"]] {
            process::read(Command::new("git").arg("-C").arg(folder).args(own).args(words))?;
        }
        Ok(())
    }

    fn names(files: &Files) -> Vec<&str> {
        files.keys().map(String::as_str).filter(|name| *name != ".gitignore").collect()
    }

    #[test]
    fn an_unpacked_package_holds_the_same_as_git() -> Result<()> {
        let folder = project("sources")?;
        let unpacked = read(&folder)?;
        commit(&folder)?;
        let kept = read(&folder)?;
        fs::remove_dir_all(folder)?;
        assert_eq!(names(&unpacked), SOURCES);
        assert_eq!(kept, unpacked);
        Ok(())
    }

    #[test]
    fn what_is_not_committed_is_refused() -> Result<()> {
        let folder = project("changed")?;
        commit(&folder)?;
        fs::write(folder.join("extension/late.js"), "late")?;
        let fault = read(&folder).map_err(|fault| fault.to_string());
        fs::remove_dir_all(folder)?;
        assert!(fault.is_err_and(|fault| fault.contains("extension/late.js")));
        Ok(())
    }

    #[test]
    fn nothing_that_commands_write_is_a_source() -> Result<()> {
        let project = Path::new("../..");
        let names = list_unpacked(project)?;
        let tops: Vec<_> = names.iter().filter_map(|name| name.split('/').next()).collect();
        assert!(tops.contains(&"crate") && tops.contains(&".gitignore"));
        let ignored = fs::read_to_string(project.join(".gitignore"))?;
        for folder in ignored.lines().filter(|line| !line.starts_with('*')) {
            assert!(!tops.contains(&folder.trim_matches('/')), "{folder}");
        }
        Ok(())
    }
}
