//! Set-up: what a purpose needs, installed where it is missing.

mod npm;
mod system;
mod target;
pub mod tools;

use std::fmt::Display;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use crate::browser::Browser;

/// What is to be done with what is installed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Purpose {
    /// Write `dist/`.
    Build,
    /// Build, and open one page in a browser.
    Demo(Browser),
    /// Everything.
    Test,
}

impl Purpose {
    fn title(self) -> &'static str {
        match self {
            Self::Build => "the build",
            Self::Demo(_) => "the demo",
            Self::Test => "the tests",
        }
    }
}

/// Installs what the purpose needs and is missing, and says what it does.
pub fn set_up(purpose: Purpose) -> Result<()> {
    let started = Instant::now();
    println!("Set-up for {}", purpose.title());
    system::provide(purpose)?;
    target::provide(purpose)?;
    npm::provide(purpose)?;
    if purpose == Purpose::Test {
        tools::provide(&tools::TESTS)?;
    }
    println!("  ready in {:.1} s\n", started.elapsed().as_secs_f64());
    Ok(())
}

/// Installs what the applications in a folder need, each for itself: versions that no one project can hold at once.
pub fn set_up_applications(folder: &str) -> Result<()> {
    npm::provide_below(Path::new(folder))
}

fn say(what: impl Display, how: impl Display) {
    println!("  {what:<28} {how}");
}
