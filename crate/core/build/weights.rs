//! Weights of the kinds of evidence by category, compiled to one table.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use serde::Deserialize;

use crate::{CATEGORIES, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    threshold: BTreeMap<String, f32>,
    evidence: BTreeMap<String, Evidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Evidence {
    /// `for` or `against`: the sign that every weight of it has.
    speaks: String,
    #[allow(dead_code)]
    unit: String,
    weight: BTreeMap<String, f32>,
}

/// The kinds of evidence, with their Rust names.
const KINDS: &[(&str, &str)] = &[
    ("platform", "Platform"),
    ("rule", "Rule"),
    ("name", "Name"),
    ("label", "Label"),
    ("weak-label", "WeakLabel"),
    ("links", "Links"),
    ("cards", "Cards"),
    ("stories", "Stories"),
    ("line", "Line"),
    ("share-links", "ShareLinks"),
    ("row", "Row"),
    ("comment-field", "CommentField"),
    ("email-field", "EmailField"),
    ("entries", "Entries"),
    ("microdata", "Microdata"),
    ("portrait", "Portrait"),
    ("author-link", "AuthorLink"),
    ("author", "Author"),
    ("italics", "Italics"),
    ("empty-mount", "EmptyMount"),
    ("after", "After"),
    ("beside", "Beside"),
    ("inside", "Inside"),
    ("before", "Before"),
    ("above", "Above"),
    ("prose", "Prose"),
    ("chrome", "Chrome"),
    ("outbound", "Outbound"),
    ("inbound", "Inbound"),
    ("byline", "Byline"),
    ("running", "Running"),
    ("bare", "Bare"),
    ("pictures", "Pictures"),
    ("button", "Button"),
];

pub fn compile(data: &Path) -> Result<String, String> {
    let path = data.join("weights.toml");
    let (file, _): (File, String) = read(&path)?;
    let wrong = |reason: String| format!("{}: {reason}", path.display());
    let mut out = String::from("static WEIGHTS: &[(Kind, [f32; 9])] = &[\n");
    for (name, kind) in KINDS {
        let evidence =
            file.evidence.get(*name).ok_or_else(|| wrong(format!("evidence `{name}` is missing")))?;
        let mut row = Vec::new();
        for (category, _) in CATEGORIES {
            let weight = evidence.weight.get(*category).copied().unwrap_or(0.0);
            if (evidence.speaks == "for" && weight < 0.0) || (evidence.speaks == "against" && weight > 0.0) {
                return Err(wrong(format!(
                    "`{name}` speaks {} but weighs {weight} for `{category}`",
                    evidence.speaks
                )));
            }
            row.push(format!("{weight:?}"));
        }
        writeln!(out, "(Kind::{kind}, [{}]),", row.join(", ")).map_err(|e| e.to_string())?;
    }
    if let Some(unknown) = file.evidence.keys().find(|n| !KINDS.iter().any(|(k, _)| k == n)) {
        return Err(wrong(format!("no evidence is called `{unknown}`")));
    }
    let thresholds = CATEGORIES
        .iter()
        .map(|(c, _)| {
            file.threshold
                .get(*c)
                .map(|t| format!("{t:?}"))
                .ok_or_else(|| wrong(format!("threshold of `{c}` is missing")))
        })
        .collect::<Result<Vec<_>, _>>()?;
    writeln!(out, "];\nstatic THRESHOLDS: [f32; 9] = [{}];", thresholds.join(", "))
        .map_err(|e| e.to_string())?;
    Ok(out)
}
