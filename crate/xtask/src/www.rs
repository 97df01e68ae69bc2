//! The demo page, on this machine.

use std::process::Command;

use anyhow::Result;

use crate::setup::{self, Purpose};
use crate::{build, process};

const SCRIPT: &str = "tests/browser/www.mjs";

/// Builds the page and serves it until it is stopped.
pub fn serve() -> Result<()> {
    setup::set_up(Purpose::Build)?;
    build::build_www()?;
    process::run(Command::new("node").arg(SCRIPT))
}
