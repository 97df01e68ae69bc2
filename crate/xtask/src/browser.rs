//! The two browsers that Endmark is built for.

use anyhow::{Result, bail};

/// A browser, and the form of the extension that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Browser {
    /// Chromium and its relatives.
    Chrome,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Both, in the order in which they are built and tested.
    pub const BOTH: [Self; 2] = [Self::Chrome, Self::Firefox];

    /// The browser of that name on the command line.
    pub fn named(name: Option<&str>) -> Result<Self> {
        match name {
            Some("chrome") => Ok(Self::Chrome),
            Some("firefox") => Ok(Self::Firefox),
            _ => bail!("--browser is chrome or firefox"),
        }
    }

    /// Its name on the command line, in `ENDMARK_BROWSER` and under `dist/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Firefox => "firefox",
        }
    }

    /// Where its unpacked extension is written.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Chrome => "dist/chrome",
            Self::Firefox => "dist/firefox",
        }
    }
}
