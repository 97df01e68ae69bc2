//! The words after a command: options with their values, and the rest.

use std::env;

use anyhow::{Context, Result, bail};

/// One thing that is asked for.
#[derive(Debug, PartialEq)]
pub enum Word {
    /// An option and what stands behind it.
    Option(String, String),
    /// A word that belongs to no option.
    Plain(String),
}

/// Options that a command takes, each with a value.
pub struct Options {
    /// The command, as it is called.
    pub command: &'static str,
    /// Options that a path follows.
    pub paths: &'static [&'static str],
    /// Options that something else follows.
    pub values: &'static [&'static str],
}

impl Options {
    /// Reads all words; paths behind options are made whole before the working folder changes.
    pub fn read(&self, words: &mut dyn Iterator<Item = String>) -> Result<Vec<Word>> {
        let mut all = Vec::new();
        while let Some(word) = words.next() {
            let is_path = self.paths.contains(&word.as_str());
            if !is_path && !self.values.contains(&word.as_str()) {
                if word.starts_with("--") {
                    bail!("{} does not take {word}", self.command);
                }
                all.push(Word::Plain(word));
                continue;
            }
            let value = words.next().with_context(|| format!("{word} lacks a value"))?;
            all.push(Word::Option(word, if is_path { whole(&value)? } else { value }));
        }
        Ok(all)
    }
}

/// A path that holds in any working folder.
pub fn whole(path: &str) -> Result<String> {
    Ok(env::current_dir()?.join(path).to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: Options = Options { command: "test", paths: &["--out"], values: &["--loads"] };

    fn read(line: &str) -> Result<Vec<Word>> {
        OPTIONS.read(&mut line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_have_their_values_and_paths_are_made_whole() -> Result<()> {
        let option = |name: &str, value: &str| Word::Option(name.to_owned(), value.to_owned());
        let plain = |word: &str| Word::Plain(word.to_owned());
        let all = [plain("a"), option("--out", &whole("b")?), option("--loads", "2"), plain("c")];
        assert_eq!(read("a --out b --loads 2 c")?, all);
        assert!(whole("b")?.ends_with("b") && whole("b")?.len() > 1);
        assert_eq!(whole("/b")?, "/b");
        Ok(())
    }

    #[test]
    fn what_is_not_known_or_lacks_its_value_is_refused() {
        assert!(read("--fast").is_err());
        assert!(read("a --loads").is_err());
    }
}
