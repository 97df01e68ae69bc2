//! Rules: platforms' own markup, each with what it takes and what it must leave.

use std::{collections::BTreeSet, fmt::Write as _, path::Path};

use serde::Deserialize;

use crate::{category, files, line_of, read, selector};

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
    let mut out = String::from("pub(crate) static RULES: &[Rule] = &[\n");
    let mut names = BTreeSet::new();
    for path in files(&data.join("rules"))? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let category = category(&stem).ok_or_else(|| format!("{}: no such category", path.display()))?;
        let (file, text): (File, String) = read(&path)?;
        for rule in &file.rule {
            let told = |reason: String| {
                format!(
                    "{}:{}: rule `{}`: {reason}",
                    path.display(),
                    line_of(&text, &format!("\"{}\"", rule.name)),
                    rule.name
                )
            };
            if !names.insert(rule.name.clone()) {
                return Err(told("another rule has this name".into()));
            }
            let selectors = check(rule).map_err(told)?;
            writeln!(
                out,
                "Rule {{ name: {:?}, platform: {:?}, category: Category::{category}, unmistakable: {}, select: &[{}] }},",
                rule.name,
                rule.platform,
                rule.strength == "platform",
                selectors.iter().map(selector::Parsed::rust).collect::<Vec<_>>().join(", ")
            )
            .map_err(|e| e.to_string())?;
        }
    }
    out.push_str("];\n");
    Ok(out)
}

fn check(rule: &Rule) -> Result<Vec<selector::Parsed>, String> {
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
