//! Scores and figures in words and columns.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    figures::{Figures, Group, Part},
    score::Score,
};

/// What was left of a page and lost on it, and, where asked for, what was taken and has no label.
pub fn page(score: &Score) -> Vec<String> {
    let mut lines = Vec::new();
    for taken in score.taken.iter().filter(|t| t.article.chars + t.article.media > 0) {
        let lost = taken.article;
        lines.push(format!("  LOST {} characters, {} media: {}", lost.chars, lost.media, taken.told));
    }
    for block in score.blocks.iter().filter(|b| !b.gone) {
        let Some(why) = &block.why else { continue };
        lines.push(format!(
            "  left {} #{} {:.0} % {} {}\n         {why}",
            block.category,
            block.n,
            100.0 * block.left,
            block.place.name(),
            block.told
        ));
    }
    for taken in score.taken.iter().filter(|t| !t.labelled && t.article.chars + t.article.media == 0) {
        lines.push(format!("  also {}", taken.told));
    }
    if !lines.is_empty() {
        let harm = if score.harm.is_empty() {
            String::new()
        } else {
            format!(" DAMAGED: {}", score.harm.join(", "))
        };
        let purpose = score.purpose.map(|p| format!(" taken for {p}")).unwrap_or_default();
        lines.insert(0, format!("{}{purpose}{harm}", score.id));
    }
    lines
}

/// All figures.
pub fn figures(figures: &Figures) -> Vec<String> {
    let mut lines = vec![row("pages", format!("{} measured", figures.pages))];
    if !figures.blank.is_empty() {
        lines.push(row("hardly any article on", figures.blank.join(" ")));
    }
    lines.extend(figures.gone.iter().map(|(category, part)| row(category, counted(*part))));
    lines.extend(figures.teasers.iter().map(|(place, part)| row(&format!("teaser {place}"), counted(*part))));
    if figures.clean.all > 0 {
        lines.push(row("clean pages", counted(figures.clean)));
    }
    for (name, part, what) in [
        ("article kept", figures.article, "characters"),
        ("article's text kept", figures.runs, "word runs"),
        ("rest of page kept", figures.rest, "characters"),
    ] {
        if part.all > 0 {
            let lost = part.all - part.of;
            lines.push(row(name, format!("{}, {lost} of {} {what} lost", percent(part, 3), part.all)));
        }
    }
    lines.push(row("damaged pages", format!("{} {}", figures.damaged.len(), figures.damaged.join(" "))));
    lines.extend(confusion(figures));
    lines.extend(grouped("language", &figures.languages));
    lines.extend(grouped("platform", &figures.platforms));
    lines.extend(left(figures));
    lines
}

fn row(name: &str, rest: String) -> String {
    format!("{name:24}{rest}")
}

fn counted(part: Part) -> String {
    format!("{:4} of {:4} {:>7}", part.of, part.all, percent(part, 1))
}

/// A part in per cent.
pub fn percent(part: Part, digits: usize) -> String {
    if part.all == 0 {
        return "–".to_owned();
    }
    format!("{:.digits$}%", 100.0 * part.of as f64 / part.all as f64)
}

fn confusion(figures: &Figures) -> Vec<String> {
    if figures.right.all == 0 {
        return Vec::new();
    }
    let under: BTreeSet<&str> = figures.confusion.values().flat_map(BTreeMap::keys).copied().collect();
    let cells = |name: &str, cell: &dyn Fn(&str) -> String| {
        row(name, under.iter().map(|category| format!("{:>13}", cell(category))).collect())
    };
    let mut lines = vec![String::new(), cells("labelled \\ taken as", &str::to_owned)];
    lines.extend(figures.confusion.iter().map(|(labelled, taken)| {
        cells(labelled, &|category| taken.get(category).map_or(String::new(), usize::to_string))
    }));
    lines.push(row("category right", counted(figures.right)));
    lines.push(row("comments with form", counted(figures.right_together)));
    lines
}

fn grouped(name: &str, groups: &BTreeMap<String, Group>) -> Vec<String> {
    let mut lines =
        vec![String::new(), row(name, format!("{:>5}  {:>20}  {:>20}  damaged", "pages", "gone", "clean"))];
    lines.extend(groups.iter().map(|(name, group)| {
        let Group { pages, gone, clean, damaged } = group;
        row(name, format!("{pages:5}  {:>20}  {:>20}  {damaged:7}", counted(*gone), counted(*clean)))
    }));
    lines
}

fn left(figures: &Figures) -> Vec<String> {
    let mut lines = Vec::new();
    for (why, categories) in &figures.left {
        let by: Vec<String> =
            categories.iter().map(|(category, count)| format!("{category} {count}")).collect();
        lines.push(row("", format!("{:4} {why}: {}", categories.values().sum::<usize>(), by.join(", "))));
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
        lines.insert(1, row("left", "by reason".to_owned()));
    }
    lines
}
