//! What is asked for on the command line.

use std::env;
use std::path::Path;

use anyhow::{Result, bail};

use crate::bench::Bench;
use crate::browser::Browser;
use crate::demo::Demo;
use crate::faults::Faults;
use crate::fuzz::Fuzz;
use crate::measure::Measure;
use crate::setup::Purpose;
use crate::soak::Soak;

/// What `cargo xtask help` prints.
pub const USAGE: &str = "\
cargo xtask setup [--for demo|test]    installs what is missing; everything if --for is left out
cargo xtask build                      writes the unpacked extensions to dist/chrome and dist/firefox
cargo xtask demo [FILE|URL] [--browser chrome|firefox] [--headed]
                                       cleans a sample article (or the page named) and shows what went
cargo xtask www                        serves the demo page on this machine
cargo xtask screenshots                takes the pictures in docs/screenshots anew
cargo xtask package                    builds, and writes the stores' packages and their sums to dist/packages
cargo xtask lint                       formatting, lints, types, the add-on linter, dependencies
cargo xtask test [--all]               lint, and every test in both browsers; --all adds what takes longer
cargo xtask record FOLDER --out DIR [--browser chrome|firefox] [WORD...]
                                       writes down what is read of saved pages in a browser
cargo xtask eval FOLDER [--recordings DIR] [--clutter FILE] [--verbose] [--json FILE] [WORD...]
                                       measures what the core takes off saved pages
cargo xtask weigh FOLDER [--recordings DIR] [--out FILE] [WORD...]
                                       fits the weights of the evidence to labelled pages
cargo xtask bench [FOLDER] [--browser chrome|firefox] [--loads N] [--sample N] [--parts PART,...]
                  [--out STEM] [--save FILE] [--against FILE] [WORD...]
                                       measures what Endmark costs a page, beside others and without it
cargo xtask faults [--browser chrome|firefox] [--loads N] [--pages DIR] [--json FILE] [CASE...]
                                       shows what Endmark survives, and what it does not, as a table
cargo xtask soak [--browser chrome|firefox] [--minutes N] [--loads N] [--seed N] [--json FILE]
                                       uses a browser for long: whether anything is lost, or memory grows
cargo xtask fuzz [TARGET...] [--seconds N]
                                       looks for inputs on which something does not hold: rules, plan, clean, mark

ENDMARK_WASM_TOOLCHAIN=rustup|debian   forces where the wasm32 target comes from
";

/// One order, with its options.
#[derive(Debug, PartialEq)]
pub enum Order {
    /// Print the usage.
    Help,
    /// Install what a purpose needs.
    Setup(Purpose),
    /// Write `dist/`.
    Build,
    /// Clean one page and show it.
    Demo(Demo),
    /// Serve the demo page.
    Www,
    /// Write `dist/packages`.
    Package,
    /// Run the checks that need no browser.
    Lint,
    /// Run everything.
    Test {
        /// Also what takes longer.
        all: bool,
    },
    /// Take the pictures of the docs.
    Screenshots,
    /// Measure on saved pages.
    Measure(Measure),
    /// Measure the time that pages lose.
    Bench(Bench),
    /// Show what is survived.
    Faults(Faults),
    /// Use a browser for long.
    Soak(Soak),
    /// Ask what holds of many inputs.
    Fuzz(Fuzz),
}

impl Order {
    /// Reads the words after `cargo xtask`.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let Some(name) = words.next() else { return Ok(Self::Help) };
        let mut words = words.peekable();
        let order = match name.as_str() {
            "help" | "--help" | "-h" => Self::Help,
            "setup" => Self::Setup(read_purpose(&mut words)?),
            "build" => Self::Build,
            "demo" => Self::Demo(read_demo(&mut words)?),
            "www" => Self::Www,
            "package" => Self::Package,
            "lint" => Self::Lint,
            "test" => Self::Test { all: words.next_if(|word| word == "--all").is_some() },
            "screenshots" => Self::Screenshots,
            "record" => Self::Measure(Measure::record(words.by_ref())?),
            "weigh" => Self::Measure(Measure::weigh(words.by_ref())?),
            "eval" => Self::Measure(Measure::eval(words.by_ref())?),
            "bench" => Self::Bench(Bench::read(&mut words)?),
            "faults" => Self::Faults(Faults::read(&mut words)?),
            "soak" => Self::Soak(Soak::read(&mut words)?),
            "fuzz" => Self::Fuzz(Fuzz::read(&mut words)?),
            other => bail!("no such command: {other}\n\n{USAGE}"),
        };
        match words.next() {
            Some(word) => bail!("{name} does not take {word}\n\n{USAGE}"),
            None => Ok(order),
        }
    }
}

type Words<'w> = dyn Iterator<Item = String> + 'w;

fn read_purpose(words: &mut Words<'_>) -> Result<Purpose> {
    match (words.next().as_deref(), words.next().as_deref()) {
        (None, _) | (Some("--for"), Some("test")) => Ok(Purpose::Test),
        (Some("--for"), Some("demo")) => Ok(Purpose::Demo(Browser::Chrome)),
        _ => bail!("setup takes --for demo or --for test\n\n{USAGE}"),
    }
}

fn read_demo(words: &mut Words<'_>) -> Result<Demo> {
    let mut demo = Demo { page: None, browser: Browser::Chrome, headed: false };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--browser" => demo.browser = Browser::named(words.next().as_deref())?,
            "--headed" => demo.headed = true,
            _ if word.starts_with("--") || demo.page.is_some() => {
                bail!("demo does not take {word}\n\n{USAGE}")
            }
            _ => demo.page = Some(locate_page(word)?),
        }
    }
    Ok(demo)
}

/// A file's path is made whole before the working folder changes; an address stays as it is.
fn locate_page(page: String) -> Result<String> {
    if ["http://", "https://", "file://"].iter().any(|scheme| page.starts_with(scheme)) {
        return Ok(page);
    }
    if !Path::new(&page).is_file() {
        bail!("{page} is neither a file nor an address that begins with http:// or https://");
    }
    Ok(env::current_dir()?.join(page).to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Order> {
        Order::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn setup_is_for_everything_unless_said() -> Result<()> {
        assert_eq!(read("setup")?, Order::Setup(Purpose::Test));
        assert_eq!(read("setup --for demo")?, Order::Setup(Purpose::Demo(Browser::Chrome)));
        assert!(read("setup --for fun").is_err());
        Ok(())
    }

    #[test]
    fn demo_takes_a_page_a_browser_and_a_window() -> Result<()> {
        let demo =
            Demo { page: Some("https://news.example/a".to_owned()), browser: Browser::Firefox, headed: true };
        assert_eq!(read("demo --browser firefox https://news.example/a --headed")?, Order::Demo(demo));
        assert!(read("demo no-such-file.html").is_err());
        assert!(read("demo --browser lynx").is_err());
        Ok(())
    }

    #[test]
    fn what_is_not_understood_is_refused() -> Result<()> {
        assert_eq!(read("test --all")?, Order::Test { all: true });
        assert_eq!(read("package")?, Order::Package);
        assert_eq!(read("screenshots")?, Order::Screenshots);
        assert!(read("build --fast").is_err());
        assert!(read("bild").is_err());
        assert_eq!(read("")?, Order::Help);
        Ok(())
    }
}
