//! Every test there is.

use std::ffi::OsStr;
use std::fs;
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
const SOAK: &str = "tests/soak";

/// Where a run of browser tests leaves the names of the files that failed.
const FAILED: &str = "target/failed-tests";
/// A busy machine loses a click now and then: as many files may be run once more, alone.
const MOST_FAILED: usize = 2;

const TESTS: [Step; 9] = [
    Step { title: "cargo test", run: test_natively },
    Step { title: "the comparison's own tests", run: || test_in_node(PEERS, 1, &mut Command::new("node")) },
    Step { title: "the bench's own tests", run: || test_in_node(BENCH, 1, &mut Command::new("node")) },
    Step { title: "the soak's own tests", run: || test_in_node(SOAK, 1, &mut Command::new("node")) },
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
    let fault = match test_in_node(END_TO_END, 2, &mut in_browser(browser)) {
        Err(fault) => fault,
        held => return held,
    };
    let failed = fs::read_to_string(FAILED).with_context(|| FAILED.to_owned())?;
    let failed: Vec<&str> = failed.lines().collect();
    if !(1..=MOST_FAILED).contains(&failed.len()) {
        return Err(fault);
    }
    println!("\n  once more, alone: {}\n", failed.join(" "));
    run_files(1, &mut in_browser(browser), &failed)?;
    Ok(format!("held at the second try only: {}", failed.join(" ")))
}

/// node, as tests in a browser want it: it names the files that fail, too.
fn in_browser(browser: Browser) -> Command {
    let mut node = Command::new("node");
    node.env("ENDMARK_BROWSER", browser.name());
    node.arg("--test-reporter=./tests/browser/failed.mjs")
        .arg(format!("--test-reporter-destination={FAILED}"));
    node
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
    run_files(files_at_once, node, &files)?;
    Ok(format!("{} files", files.len()))
}

fn run_files(files_at_once: u8, node: &mut Command, files: &[impl AsRef<OsStr>]) -> Result<()> {
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    process::run(node.arg(format!("--test-concurrency={files_at_once}")).args(files))
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
