//! Weights of the kinds of evidence by category, compiled to one table.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use serde::Deserialize;

use super::{CATEGORIES, read};

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
    /// What a person gave it, where `weight` was fitted.
    #[serde(default)]
    prior: BTreeMap<String, f32>,
    /// Whether it is never fitted.
    #[allow(dead_code)]
    #[serde(default)]
    fixed: bool,
}

impl Evidence {
    /// A weight whose sign is not the one declared, with its category.
    fn misspeaking(&self) -> Option<(&String, f32)> {
        let against = |weight: f32| match self.speaks.as_str() {
            "for" => weight < 0.0,
            "against" => weight > 0.0,
            _ => true,
        };
        let all = self.weight.iter().chain(&self.prior);
        all.map(|(category, weight)| (category, *weight)).find(|&(_, weight)| against(weight))
    }
}

/// The kinds of evidence, with their Rust names.
const KINDS: &[(&str, &str)] = &[
    ("platform", "Platform"),
    ("rule", "Rule"),
    ("name", "Name"),
    ("label", "Label"),
    ("weak-label", "WeakLabel"),
    ("links", "Links"),
    ("card", "Card"),
    ("cards", "Cards"),
    ("stories", "Stories"),
    ("line", "Line"),
    ("share-links", "ShareLinks"),
    ("row", "Row"),
    ("comment-field", "CommentField"),
    ("email-field", "EmailField"),
    ("invites", "Invites"),
    ("entries", "Entries"),
    ("portrait", "Portrait"),
    ("author-link", "AuthorLink"),
    ("author", "Author"),
    ("stranger", "Stranger"),
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
    ("button", "Button"),
];

/// Weights and thresholds, and every kind of evidence.
pub fn compile(data: &Path) -> Result<String, String> {
    let path = data.join("weights.toml");
    let (file, _): (File, String) = read(&path)?;
    let wrong = |reason: String| format!("{}: {reason}", path.display());
    let (mut out, mut order) = (String::from("static WEIGHTS: &[[i16; 9]] = &[\n"), String::new());
    for (at, (name, kind)) in KINDS.iter().enumerate() {
        let evidence =
            file.evidence.get(*name).ok_or_else(|| wrong(format!("evidence `{name}` is missing")))?;
        if let Some((category, weight)) = evidence.misspeaking() {
            let speaks = &evidence.speaks;
            return Err(wrong(format!("`{name}` speaks {speaks} but weighs {weight} for `{category}`")));
        }
        let weight = |(category, _): &(&str, &str)| evidence.weight.get(*category).copied().unwrap_or(0.0);
        let steps = |category| {
            in_steps(weight(category)).ok_or_else(|| wrong(format!("`{name}` weighs parts of a hundredth")))
        };
        let row: Vec<String> = CATEGORIES.iter().map(steps).collect::<Result<_, _>>()?;
        writeln!(out, "[{}],", row.join(", ")).map_err(|e| e.to_string())?;
        writeln!(order, "const _: () = assert!(Kind::{kind} as usize == {at});")
            .map_err(|e| e.to_string())?;
    }
    if let Some(unknown) = file.evidence.keys().find(|n| !KINDS.iter().any(|(k, _)| k == n)) {
        return Err(wrong(format!("no evidence is called `{unknown}`")));
    }
    let kinds: Vec<String> = KINDS.iter().map(|(_, kind)| format!("Self::{kind}")).collect();
    writeln!(
        out,
        "];\n{order}const THRESHOLDS: [f32; 9] = [{}];\nimpl Kind {{\n/// All of them, in the order of their numbers.\n\
         pub const ALL: [Self; {}] = [{}];\n}}",
        thresholds(&file).map_err(wrong)?.join(", "),
        kinds.len(),
        kinds.join(", ")
    )
    .map_err(|e| e.to_string())?;
    Ok(out)
}

/// The sum from which blocks go, for each category.
fn thresholds(file: &File) -> Result<Vec<String>, String> {
    let of = |(category, _): &(&str, &str)| {
        let threshold = file.threshold.get(*category);
        threshold.map(|t| format!("{t:?}")).ok_or_else(|| format!("threshold of `{category}` is missing"))
    };
    CATEGORIES.iter().map(of).collect()
}

/// A weight in hundredths, where it is whole ones.
fn in_steps(weight: f32) -> Option<String> {
    let steps = (weight * 100.0).round() as i16;
    (f32::from(steps) / 100.0 == weight).then(|| steps.to_string())
}
