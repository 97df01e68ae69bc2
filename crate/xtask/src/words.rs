//! The words after a command that hands over to a script.

use std::env;

use anyhow::{Context, Result, bail};

use crate::browser::Browser;

/// A command, and the options that its script takes beside `--browser`.
pub struct Known<'w> {
    /// The command's name.
    pub command: &'w str,
    /// Options that a word follows.
    pub words: &'w [&'w str],
    /// Options that a path follows.
    pub paths: &'w [&'w str],
}

/// What was said.
#[derive(Debug, PartialEq)]
pub struct Said {
    /// The browser, where one was named.
    pub browser: Option<Browser>,
    /// Options with their values; paths are whole.
    pub options: Vec<String>,
    /// What belongs to no option.
    pub others: Vec<String>,
}

/// Reads them all; what is not known is refused.
pub fn read(known: &Known<'_>, words: &mut dyn Iterator<Item = String>) -> Result<Said> {
    let mut said = Said { browser: None, options: Vec::new(), others: Vec::new() };
    while let Some(word) = words.next() {
        let mut value = || words.next().with_context(|| format!("{word} lacks a value"));
        let name = word.as_str();
        if name == "--browser" {
            said.browser = Some(Browser::named(Some(&value()?))?);
        } else if known.words.contains(&name) {
            let value = value()?;
            said.options.extend([word, value]);
        } else if known.paths.contains(&name) {
            let path = whole(&value()?)?;
            said.options.extend([word, path]);
        } else if name.starts_with("--") {
            bail!("{} does not take {word}", known.command);
        } else {
            said.others.push(word);
        }
    }
    Ok(said)
}

/// A path made whole before the working folder changes.
pub fn whole(path: &str) -> Result<String> {
    Ok(env::current_dir()?.join(path).to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known<'_> = Known { command: "try", words: &["--loads"], paths: &["--json"] };

    fn read(line: &str) -> Result<Said> {
        super::read(&KNOWN, &mut line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn paths_are_made_whole_and_other_words_are_not() -> Result<()> {
        let said = read("one --browser firefox --loads 9 --json kept two")?;
        assert_eq!(said.browser, Some(Browser::Firefox));
        assert_eq!(said.options, ["--loads", "9", "--json", &whole("kept")?]);
        assert_eq!(said.others, ["one", "two"]);
        Ok(())
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(read("--fast").is_err());
        assert!(read("--json").is_err());
        assert!(read("--browser lynx").is_err());
    }
}
