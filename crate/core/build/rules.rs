//! Rules: platforms' own markup, each with what it takes and what it must leave.

use std::{collections::BTreeSet, path::Path};

use serde::Deserialize;

use super::{
    files, line_of, number_of, read,
    records::Records,
    selector::{self, Parsed},
};

/// The strength of markup that alone is several kinds of evidence.
const PLATFORM: &str = "platform";

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

/// Each rule's category, whether it is unmistakable, its name and platform, and its selectors behind the
/// hashes of what an element needs. Rules whose markup is unmistakable come first.
pub fn write(data: &Path) -> Result<Records, String> {
    let (mut certain, mut others) = (Records::default(), Records::default());
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
            let out = if rule.strength == PLATFORM { &mut certain } else { &mut others };
            out.append(&write_rule(rule, category, selectors).map_err(told)?);
        }
    }
    certain.append(&others);
    Ok(certain)
}

fn write_rule(rule: &Rule, category: usize, parsed: Vec<Parsed>) -> Result<Records, String> {
    let mut selectors = Records::default();
    for selector in parsed {
        let selector = selector.ordered();
        let key = selector.key().ok_or("a selector's last part needs a class, id, attribute or name")?;
        selectors.long(key);
        selectors.part(&selector.write()?)?;
    }
    let mut record = Records::default();
    record.number(category)?;
    record.number(usize::from(rule.strength == PLATFORM))?;
    record.text(&rule.name)?;
    record.text(&rule.platform)?;
    record.part(&selectors)?;
    Ok(record)
}

fn check(rule: &Rule) -> Result<Vec<Parsed>, String> {
    if ![PLATFORM, "name"].contains(&rule.strength.as_str()) {
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
