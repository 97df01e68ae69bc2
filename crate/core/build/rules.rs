//! Rules: platforms' own markup, each with what it takes and what it must leave.

use std::{collections::BTreeSet, fmt::Write as _, path::Path};

use serde::Deserialize;

use crate::{
    files,
    hash::hash,
    line_of, number_of, read,
    selector::{self, Parsed},
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
    let mut lines = Lines::default();
    let mut names = BTreeSet::new();
    for path in files(&data.join("rules"))? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let category = number_of(&stem).ok_or_else(|| format!("{}: no such category", path.display()))?;
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
            lines.add(rule, category, &selectors).map_err(told)?;
        }
    }
    lines.write()
}

/// What is written: a line for each rule, those whose markup is unmistakable first, and a line
/// for each selector, found by the hash of what an element needs to be matched.
#[derive(Default)]
struct Lines {
    rules: Vec<(bool, String)>,
    selectors: Vec<(u16, usize, String)>,
}

impl Lines {
    fn add(&mut self, rule: &Rule, category: usize, selectors: &[Parsed]) -> Result<(), String> {
        for selector in selectors {
            let key = selector.key().ok_or("a selector's last part needs a class, id, attribute or name")?;
            let written = selector.write();
            if !written.is_ascii() || written.contains('\n') {
                return Err(format!("only ASCII can be matched, not `{written}`"));
            }
            self.selectors.push((hash(&key) as u16, self.rules.len(), written));
        }
        let line = format!("{}\t{}\t{category}", rule.name, rule.platform);
        self.rules.push((rule.strength != "platform", line));
        Ok(())
    }

    fn write(mut self) -> Result<String, String> {
        let mut order: Vec<usize> = (0..self.rules.len()).collect();
        order.sort_by_key(|&at| self.rules[at].0);
        let rules: Vec<&str> = order.iter().map(|&at| self.rules[at].1.as_str()).collect();
        let unmistakable = self.rules.iter().filter(|(less, _)| !less).count();
        for (_, rule, _) in &mut self.selectors {
            *rule = order.iter().position(|at| at == rule).unwrap_or_default();
        }
        self.selectors.sort();
        let (mut text, mut starts) = (String::new(), Vec::new());
        for (_, rule, selector) in &self.selectors {
            starts.push(u16::try_from(text.len()).map_err(|e| e.to_string())?);
            writeln!(text, "{rule}{selector}").map_err(|e| e.to_string())?;
        }
        let keys: Vec<u16> = self.selectors.iter().map(|(key, ..)| *key).collect();
        Ok(format!(
            "const UNMISTAKABLE: u16 = {unmistakable};\nstatic RULES: &str = {:?};\n\
             static KEYS: &[u16] = &{keys:?};\n\
             static STARTS: &[u16] = &{starts:?};\nstatic SELECTORS: &str = {text:?};\n",
            rules.join("\n")
        ))
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
