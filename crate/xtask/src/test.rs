//! Every test there is.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::browser::Browser;
use crate::setup::{self, Purpose, tools};
use crate::steps::{self, Step};
use crate::toolchain::Toolchain;
use crate::{build, clippy, lint, process};

const END_TO_END: &str = "tests/e2e";
const PEERS: &str = "tests/peers";
const BENCH: &str = "tests/bench";

const TESTS: [Step; 8] = [
    Step { title: "cargo test", run: test_natively },
    Step { title: "the comparison's own tests", run: || test_in_node(PEERS, 1, &mut Command::new("node")) },
    Step { title: "the bench's own tests", run: || test_in_node(BENCH, 1, &mut Command::new("node")) },
    Step { title: "wasm-pack test in Chromium", run: || test_wasm(Browser::Chrome) },
    Step { title: "wasm-pack test in Firefox", run: || test_wasm(Browser::Firefox) },
    Step { title: "the demo page", run: build_www },
    Step { title: "end to end in Chromium", run: || test_end_to_end(Browser::Chrome) },
    Step { title: "end to end in Firefox", run: || test_end_to_end(Browser::Firefox) },
];

const BUILD_AGAIN: Step = Step { title: "the same bytes from a clean build", run: build_again };

/// Set-up, the lints with the build, and the tests.
pub fn test(all: bool) -> Result<()> {
    setup::set_up(Purpose::Test)?;
    let longer = all.then_some(BUILD_AGAIN);
    let steps: Vec<Step> = lint::STEPS.into_iter().chain(TESTS).chain(longer).collect();
    steps::run(&steps)
}

fn test_natively() -> Result<String> {
    let mut cargo = Command::new("cargo");
    process::run(clippy::compile(cargo.args(["test", "--locked", "--workspace"]))?)?;
    Ok(String::new())
}

fn test_wasm(browser: Browser) -> Result<String> {
    let toolchain = Toolchain::required()?;
    let mut wasm_pack = toolchain.command(tools::path_of("wasm-pack")?)?;
    wasm_pack.args(["test", "--mode", "no-install", "--headless"]);
    match browser {
        Browser::Chrome => {
            let driver = process::find("chromedriver").context("chromedriver is missing")?;
            wasm_pack.arg("--chrome").arg("--chromedriver").arg(driver);
        }
        Browser::Firefox => {
            wasm_pack.arg("--firefox").arg("--geckodriver").arg(tools::path_of("geckodriver")?);
        }
    }
    let bindgen = tools::path_of("wasm-bindgen")?;
    process::prefer(&mut wasm_pack, bindgen.parent().context("wasm-bindgen has no folder")?)?;
    // What stands after the crate is passed on to cargo.
    process::run(clippy::compile_by(toolchain, wasm_pack.args(["crate/live", "--locked"]))?)?;
    Ok(String::new())
}

fn test_end_to_end(browser: Browser) -> Result<String> {
    // Most of the time such a test waits for a browser, so two share the machine.
    test_in_node(END_TO_END, 2, Command::new("node").env("ENDMARK_BROWSER", browser.name()))
}

fn build_www() -> Result<String> {
    build::build_www()?;
    Ok(String::new())
}

/// Runs the tests of a folder, so many files at a time.
fn test_in_node(folder: &str, files_at_once: u8, node: &mut Command) -> Result<String> {
    let mut files = tests_in(Path::new(folder))?;
    files.sort();
    if files.is_empty() {
        bail!("no *.test.mjs in {folder}");
    }
    node.args(["--test", "--test-reporter=spec"]).arg(format!("--test-concurrency={files_at_once}"));
    process::run(node.args(&files))?;
    Ok(format!("{} files", files.len()))
}

fn tests_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = folder.read_dir().with_context(|| folder.display().to_string())?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(paths.into_iter().filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect())
}

fn build_again() -> Result<String> {
    let before = build::read_extensions()?;
    build::clean()?;
    build::build()?;
    let after = build::read_extensions()?;
    match before.iter().find(|&(path, bytes)| after.get(path) != Some(bytes)) {
        Some((path, _)) => bail!("{} comes out otherwise", path.display()),
        None => Ok(format!("{} files", after.len())),
    }
}
