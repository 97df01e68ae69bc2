//! Rules: platforms' own markup, each with what it takes and what it must leave.

use std::{collections::BTreeSet, fmt::Write as _, path::Path};

use serde::Deserialize;

use crate::{
    category, files,
    hash::hash,
    line_of, read,
    selector::{self, Compound, Parsed},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    name: String,
    platform: String,
    strength: String,
    select: Vec<String>,
    #[serde(default)]
    takes: Vec<String>,
    #[serde(default)]
    leaves: Vec<String>,
}

pub fn compile(data: &Path) -> Result<String, String> {
    let mut tables = Tables::default();
    let mut names = BTreeSet::new();
    for path in files(&data.join("rules"))? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let category = category(&stem).ok_or_else(|| format!("{}: no such category", path.display()))?;
        let (file, text): (File, String) = read(&path)?;
        for rule in &file.rule {
            let told = |reason: String| {
                let line = line_of(&text, &format!("\"{}\"", rule.name));
                format!("{}:{line}: rule `{}`: {reason}", path.display(), rule.name)
            };
            if !names.insert(rule.name.clone()) {
                return Err(told("another rule has this name".into()));
            }
            let selectors = check(rule).map_err(told)?;
            tables.add(rule, category, &selectors).map_err(told)?;
        }
    }
    tables.write()
}

/// The tables that are written: rules, their selectors, and what selectors are made of.
#[derive(Default)]
struct Tables {
    rules: Vec<String>,
    selectors: Vec<String>,
    keys: Vec<(u32, usize)>,
    compounds: Vec<String>,
    conditions: Vec<String>,
    text: String,
}

impl Tables {
    fn add(&mut self, rule: &Rule, category: &str, selectors: &[Parsed]) -> Result<(), String> {
        let number = self.rules.len();
        let unmistakable = rule.strength == "platform";
        self.rules.push(format!(
            "Rule {{ name: {:?}, platform: {:?}, category: Category::{category}, unmistakable: {unmistakable} }}",
            rule.name, rule.platform
        ));
        for selector in selectors {
            let key = selector.key().ok_or("a selector's last part needs a class, id, attribute or name")?;
            self.keys.push((hash(&key), self.selectors.len()));
            let (first, count) = (self.compounds.len(), selector.compounds.len());
            self.selectors.push(format!("Selector {{ rule: {number}, compounds: ({first}, {count}) }}"));
            for compound in &selector.compounds {
                self.add_compound(compound)?;
            }
        }
        Ok(())
    }

    fn add_compound(&mut self, compound: &Compound) -> Result<(), String> {
        let (first, count) = (self.conditions.len(), compound.conditions.len());
        for (name, test, value) in &compound.conditions {
            let (name, value) = (self.piece(name)?, self.piece(value)?);
            self.conditions.push(format!("Condition {{ name: {name}, test: Test::{test}, value: {value} }}"));
        }
        let tag = self.piece(&compound.tag)?;
        let child = compound.child;
        self.compounds
            .push(format!("Compound {{ tag: {tag}, conditions: ({first}, {count}), child: {child} }}"));
        Ok(())
    }

    /// Where a text stands among all texts; each is written once.
    fn piece(&mut self, text: &str) -> Result<String, String> {
        let at = self.text.find(text).unwrap_or_else(|| {
            self.text.push_str(text);
            self.text.len() - text.len()
        });
        let fits = u16::try_from(at).is_ok() && u8::try_from(text.len()).is_ok();
        if fits { Ok(format!("Piece({at}, {})", text.len())) } else { Err(format!("`{text}` is too long")) }
    }

    fn write(mut self) -> Result<String, String> {
        self.keys.sort_unstable();
        let keys: Vec<String> = self.keys.iter().map(|(k, s)| format!("({k}, {s})")).collect();
        let mut out = String::new();
        let mut table = |name: &str, rows: &[String], kind: &str| {
            writeln!(out, "static {name}: &[{kind}] = &[\n{}\n];", rows.join(",\n"))
                .map_err(|e| e.to_string())
        };
        table("RULES", &self.rules, "Rule")?;
        table("ALL", &self.selectors, "Selector")?;
        table("KEYS", &keys, "(u32, u16)")?;
        table("CONDITIONS", &self.conditions, "Condition")?;
        table("COMPOUNDS", &self.compounds, "Compound")?;
        writeln!(
            out,
            "static SELECTORS: Selectors = Selectors {{ text: {:?}, conditions: CONDITIONS, compounds: COMPOUNDS }};",
            self.text
        )
        .map_err(|e| e.to_string())?;
        Ok(out)
    }
}

fn check(rule: &Rule) -> Result<Vec<Parsed>, String> {
    if !["platform", "name"].contains(&rule.strength.as_str()) {
        return Err(format!("strength is \"platform\" or \"name\", not {:?}", rule.strength));
    }
    if rule.takes.is_empty() || rule.leaves.is_empty() || rule.select.is_empty() {
        return Err("needs `select`, an example that it `takes` and one that it `leaves`".into());
    }
    let selectors = rule.select.iter().map(|s| selector::parse(s)).collect::<Result<Vec<_>, _>>()?;
    let some = |html: &String| -> Result<bool, String> {
        let elements = selector::elements(html)?;
        Ok(selectors.iter().any(|s| s.matches_any(&elements)))
    };
    for html in &rule.takes {
        if !some(html)? {
            return Err(format!("does not take its example {html}"));
        }
    }
    for html in &rule.leaves {
        if some(html)? {
            return Err(format!("takes what it should leave: {html}"));
        }
    }
    for (selector, text) in selectors.iter().zip(&rule.select) {
        let mut examples = rule.takes.iter().filter_map(|html| selector::elements(html).ok());
        if !examples.any(|e| selector.matches_any(&e)) {
            return Err(format!("no example shows what `{text}` takes"));
        }
    }
    Ok(selectors)
}
