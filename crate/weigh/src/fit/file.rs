//! The file of weights: read as it stands, and written back with its comments.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use endmark_core::{Category, Kind, Weights};
use toml_edit::{DocumentMut, InlineTable, Item, Value};

use crate::fit::model::Term;

/// Steps of a weight.
const STEP: f64 = 0.01;

/// Weights by kind of evidence, in the order of the file, and category; blocks go from 1 on.
pub type Table = Vec<[f64; 9]>;

/// The file of weights.
#[derive(Debug)]
pub struct File {
    document: DocumentMut,
    kinds: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    kind: Kind,
    sign: f64,
    fixed: bool,
    prior: [f64; 9],
}

impl File {
    /// Reads a file of weights.
    ///
    /// # Errors
    /// When it cannot be read, or has other kinds of evidence than the core.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    fn parse(text: &str) -> Result<Self> {
        let document: DocumentMut = text.parse()?;
        let evidence = document.get("evidence").and_then(Item::as_table_like).context("no evidence")?;
        let kinds =
            evidence.iter().map(|(name, entry)| read_entry(name, entry)).collect::<Result<Vec<_>>>()?;
        Ok(Self { kinds, document })
    }

    /// Strengths of evidence by the order of the file.
    pub fn strengths(&self, evidence: &[(String, f32)]) -> Vec<f64> {
        let of = |entry: &Entry| {
            let own = evidence.iter().filter(|(name, _)| kebab(name) == entry.name);
            own.map(|(_, strength)| f64::from(*strength)).sum()
        };
        self.kinds.iter().map(of).collect()
    }

    /// The kinds of evidence as terms of a category's model; without priors all are held near nothing.
    pub fn terms(&self, category: Category, pull: Pull) -> Vec<Term> {
        let term = |entry: &Entry| {
            let hand = entry.prior[category as usize];
            let prior = if pull == Pull::Hand || entry.fixed { hand } else { 0.0 };
            Term { prior, sign: entry.sign, fixed: entry.fixed }
        };
        self.kinds.iter().map(term).collect()
    }

    /// Weights of a category divided by what its blocks need, in the steps of the file; fixed ones stay.
    pub fn scaled(&self, weights: &[f64], needs: f64) -> Vec<f64> {
        let scaled = |(weight, entry): (&f64, &Entry)| match entry.fixed {
            true => *weight,
            false => (weight / needs / STEP).round() * STEP,
        };
        weights.iter().zip(&self.kinds).map(scaled).collect()
    }

    /// Judges by a table of weights.
    pub fn with<T>(&self, table: &Table, judge: impl FnOnce(&Weights<'_>) -> T) -> T {
        let mut kinds = [[0; 9]; Kind::ALL.len()];
        for (entry, row) in self.kinds.iter().zip(table) {
            kinds[entry.kind as usize] = row.map(|weight| (weight / STEP).round() as i16);
        }
        judge(&Weights { kinds: &kinds, thresholds: [1.0; 9] })
    }

    /// The file with other weights and other words at its head; what a person set is kept as prior.
    pub fn written(mut self, table: &Table, head: &[String]) -> Result<String> {
        let evidence = self.document.get_mut("evidence").and_then(Item::as_table_like_mut);
        let evidence = evidence.context("no evidence")?;
        for (entry, row) in self.kinds.iter().zip(table) {
            let of = evidence.get_mut(&entry.name).and_then(Item::as_table_like_mut);
            let of = of.context("a kind of evidence is no table")?;
            of.insert("weight", written(row));
            if !entry.fixed {
                of.insert("prior", written(&entry.prior));
            }
        }
        let thresholds = self.document.get_mut("threshold").and_then(Item::as_table_mut);
        let thresholds = thresholds.context("no thresholds")?;
        for category in Category::ALL {
            thresholds.insert(category.name(), toml_edit::value(1.0));
        }
        let head: String = head.iter().map(|line| format!("# {line}\n")).collect();
        thresholds.decor_mut().set_prefix(format!("{head}\n"));
        Ok(self.document.to_string())
    }
}

/// What weights are held near while they are fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pull {
    /// Nothing.
    Zero,
    /// What a person set.
    Hand,
}

fn read_entry(name: &str, entry: &Item) -> Result<Entry> {
    let kind = Kind::ALL.into_iter().find(|kind| kebab(&format!("{kind:?}")) == name);
    let kind = kind.with_context(|| format!("the core knows no evidence `{name}`; is it built anew?"))?;
    let sign = match entry.get("speaks").and_then(Item::as_str) {
        Some("for") => 1.0,
        Some("against") => -1.0,
        _ => bail!("`{name}` speaks neither for nor against"),
    };
    let set = entry.get("prior").or(entry.get("weight")).and_then(Item::as_table_like);
    let set = set.with_context(|| format!("`{name}` has no weight"))?;
    let of = |category: Category| {
        let value = set.get(category.name()).and_then(Item::as_value);
        value.and_then(|v| v.as_float().or(v.as_integer().map(|i| i as f64))).unwrap_or(0.0)
    };
    let fixed = entry.get("fixed").and_then(Item::as_bool).unwrap_or(false);
    Ok(Entry { name: name.to_owned(), kind, sign, fixed, prior: Category::ALL.map(of) })
}

fn written(row: &[f64; 9]) -> Item {
    let mut table = InlineTable::new();
    for (category, weight) in Category::ALL.iter().zip(row).filter(|(_, weight)| **weight != 0.0) {
        let decimals: Result<f64, _> = format!("{weight:.2}").parse();
        table.insert(category.name(), Value::from(decimals.unwrap_or(*weight)));
    }
    Item::Value(Value::InlineTable(table))
}

/// A Rust name as the file has it.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(c.to_lowercase());
    }
    kebab
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"# Set by hand.

[threshold]
teaser = 1.0

[evidence.platform] # Nobody else writes such markup.
speaks = "for"
fixed = true
unit = "1 where markup is unmistakable"
weight = { teaser = 1.0 }

[evidence.chrome]
speaks = "against"
unit = "1 where it belongs to the site"
weight = { teaser = -2.0 }
"#;

    fn teaser(weight: f64) -> [f64; 9] {
        let mut row = [0.0; 9];
        row[Category::Teaser as usize] = weight;
        row
    }

    #[test]
    fn what_is_written_has_its_comments_and_the_priors_of_before() -> Result<()> {
        let table = vec![teaser(1.0), teaser(-1.234)];
        let head = ["Fitted.".to_owned()];
        let written = File::parse(TEXT)?.written(&table, &head)?;
        assert!(written.starts_with("# Fitted.\n\n[threshold]"), "{written}");
        assert!(written.contains("# Nobody else writes such markup.") && !written.contains("Set by hand"));
        assert!(
            written.contains("weight = { teaser = -1.23 }") && written.contains("prior = { teaser = -2.0 }")
        );
        let again = File::parse(&written)?;
        assert_eq!(again.terms(Category::Teaser, Pull::Hand)[1].prior, -2.0);
        assert_eq!(again.written(&table, &head)?, written);
        Ok(())
    }

    #[test]
    fn what_blocks_need_divides_all_but_what_is_fixed() -> Result<()> {
        assert_eq!(File::parse(TEXT)?.scaled(&[1.0, -2.0], 2.0), [1.0, -1.0]);
        Ok(())
    }

    #[test]
    fn evidence_that_the_core_does_not_know_is_refused() {
        assert!(File::parse(&TEXT.replace("chrome", "moonlight")).is_err());
    }
}
