//! One page, before and after.

use std::process::Command;

use anyhow::Result;

use crate::browser::Browser;
use crate::setup::{self, Purpose};
use crate::{build, process};

const SCRIPT: &str = "tests/browser/demo.mjs";

/// What to show, and how.
#[derive(Debug, PartialEq)]
pub struct Demo {
    /// A file or an address; the sample article where none is given.
    pub page: Option<String>,
    /// The browser to show it in.
    pub browser: Browser,
    /// Whether a window is opened and left open.
    pub headed: bool,
}

impl Demo {
    /// Sets up, builds, and hands over to the script that drives the browser.
    pub fn show(&self) -> Result<()> {
        setup::set_up(Purpose::Demo(self.browser))?;
        build::build()?;
        println!("Demo");
        let mut node = Command::new("node");
        node.args([SCRIPT, "--extension", self.browser.extension(), "--browser", self.browser.name()]);
        if self.headed {
            node.arg("--headed");
        }
        process::run(node.args(&self.page))
    }
}
