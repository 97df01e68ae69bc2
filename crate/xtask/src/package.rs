//! What stores take: both extensions, the sources that they come from, and the sums of all three.

mod archive;
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::toolchain::Toolchain;
use crate::{build, process};
use archive::Files;

const FOLDER: &str = "dist/packages";
const SUMS: &str = "SHA256SUMS";
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Other versions of the compiler make other bytes.
const COMPILER: &str = concat!(env!("CARGO_PKG_RUST_VERSION"), ".0");

/// An archive, by the name under which it is published.
type Package = (String, Vec<u8>);

/// Builds, and writes `dist/packages` anew.
pub fn package() -> Result<()> {
    let sources = source::read(Path::new("."))?;
    setup::set_up(Purpose::Build)?;
    build::build()?;
    println!("Packages");
    let toolchain = Toolchain::required()?;
    let compiler = process::read(toolchain.command("rustc")?.arg("--version"))?;
    if let Some(remark) = remark_on(toolchain, &compiler) {
        println!("  {remark}");
    }
    write(&make(&build::read_extensions()?, &sources)?)
}

/// The archives, with the files at their top.
fn make(extensions: &BTreeMap<PathBuf, Vec<u8>>, sources: &Files) -> Result<[Package; 3]> {
    let extension = |browser: Browser, ending: &str| -> Result<Package> {
        let own = extensions.iter().filter_map(|(path, content)| {
            let name = path.strip_prefix(browser.extension()).ok()?;
            Some((name.to_string_lossy().into_owned(), content.clone()))
        });
        Ok((format!("endmark-{VERSION}-{}.{ending}", browser.name()), archive::pack(&own.collect())?))
    };
    Ok([
        extension(Browser::Chrome, "zip")?,
        extension(Browser::Firefox, "xpi")?,
        (format!("endmark-{VERSION}-source.zip"), archive::pack(sources)?),
    ])
}

fn write(packages: &[Package]) -> Result<()> {
    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (name, content) in packages {
        fs::write(folder.join(name), content).with_context(|| name.clone())?;
        println!("  {name}: {} KB", content.len() / 1000);
    }
    let sums: String = packages.iter().map(|(name, content)| sum(name, content)).collect();
    fs::write(folder.join(SUMS), &sums)?;
    print!("  {FOLDER}/{SUMS}:\n{sums}");
    Ok(())
}

/// A line as `sha256sum --check` reads it.
fn sum(name: &str, content: &[u8]) -> String {
    let digits: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digits}  {name}\n")
}

/// What keeps the sums from being those of the release.
fn remark_on(toolchain: Toolchain, compiler: &str) -> Option<String> {
    let is_same = toolchain == Toolchain::Rustup && compiler.split_whitespace().nth(1) == Some(COMPILER);
    let name = toolchain.name();
    (!is_same).then(|| {
        format!(
            "made with {compiler} ({name}); releases are made with rustup's {COMPILER}, and have other sums"
        )
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use zip::ZipArchive;

    use super::*;

    fn made() -> Result<[Package; 3]> {
        let extensions = ["dist/chrome/core-script.js", "dist/chrome/words/de", "dist/firefox/core.js"];
        let extensions = extensions.map(|path| (PathBuf::from(path), path.as_bytes().to_vec()));
        make(&extensions.into(), &[("Cargo.toml".to_owned(), Vec::new())].into())
    }

    #[test]
    fn each_package_holds_its_own() -> Result<()> {
        let mut held = Vec::new();
        for (package, content) in made()? {
            let archive = ZipArchive::new(Cursor::new(content))?;
            let names = archive.file_names().map(|name| Ok(name?.into_owned())).collect::<Result<_>>()?;
            held.push((package, names));
        }
        let expected: [(String, Vec<String>); 3] = [
            (
                format!("endmark-{VERSION}-chrome.zip"),
                vec!["core-script.js".to_owned(), "words/de".to_owned()],
            ),
            (format!("endmark-{VERSION}-firefox.xpi"), vec!["core.js".to_owned()]),
            (format!("endmark-{VERSION}-source.zip"), vec!["Cargo.toml".to_owned()]),
        ];
        assert_eq!(held, expected);
        Ok(())
    }

    #[test]
    fn twice_the_same_bytes() -> Result<()> {
        assert_eq!(made()?, made()?);
        Ok(())
    }

    #[test]
    fn sums_are_those_of_sha256sum() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc.zip\n";
        assert_eq!(sum("abc.zip", b"abc"), expected);
    }

    #[test]
    fn another_compiler_is_remarked_on() {
        let release = format!("rustc {COMPILER} (59807616e 2026-04-14)");
        assert_eq!(remark_on(Toolchain::Rustup, &release), None);
        assert!(remark_on(Toolchain::Debian, &release).is_some());
        assert!(remark_on(Toolchain::Rustup, "rustc 1.99.0 (000000000 2026-12-01)").is_some());
    }
}
