//! Pictures of the extension for the docs.

use std::process::Command;

use anyhow::Result;

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::{build, process};

const SCRIPT: &str = "tests/browser/screenshots.mjs";
const FOLDER: &str = "docs/screenshots";

/// Sets up, builds, and hands over to the script that drives the browser.
pub fn take() -> Result<()> {
    setup::set_up(Purpose::Demo(Browser::Chrome))?;
    build::build()?;
    println!("Screenshots");
    let extension = Browser::Chrome.extension();
    process::run(Command::new("node").args([SCRIPT, "--extension", extension, "--out", FOLDER]))
}
