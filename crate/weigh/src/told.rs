//! Blocks in a line, for people.

use endmark_core::{
    Looked, NodeId, Outline, Removal,
    attribute::{CLASS, ID},
    reading::Found,
    report::Reason,
};

use crate::pages::Label;

/// A removal: its category, rule, place, reasons and first words.
pub fn removal(outline: &Outline, removal: &Removal) -> String {
    let block = &removal.block;
    let told = |r: &Reason| {
        let params: Vec<&str> = r.params.iter().map(|(_, value)| value.as_str()).collect();
        format!("{}({})", r.key, params.join(", "))
    };
    let reasons: Vec<String> = block.reasons.iter().map(told).collect();
    let text = removal.nodes.first().map_or("", |&n| outline.text(n));
    let category = block.category.name();
    format!("{category} [{}] {} | {} | {}", block.rule, block.path, reasons.join(" "), first(text, 120))
}

/// A block that was looked at: its sum, category, place, evidence and first words.
pub fn looked(outline: &Outline, looked: &Looked) -> String {
    let block = &looked.removal.block;
    let told = |(kind, strength): &(String, f32)| match strength {
        1.0 => kind.clone(),
        part => format!("{kind} {part:.1}"),
    };
    let evidence: Vec<String> = looked.evidence.iter().map(told).collect();
    let guarded = if looked.spares_article { "" } else { ", stopped by the guard" };
    let text = looked.removal.nodes.first().map_or("", |&n| outline.text(n));
    format!(
        "{:.2} {}{guarded} {} | {} | {}",
        looked.score,
        block.category.name(),
        block.path,
        evidence.join(" "),
        first(text, 80)
    )
}

/// Where an article was found: its container, how many lines of prose, and the last that is its own.
pub fn found(outline: &Outline, found: &Found) -> String {
    let line = |n: NodeId| format!("<{}> {}", outline.node(n).tag, first(outline.text(n), 80));
    let names = |n: NodeId| [ID, CLASS].map(|name| outline.attribute(n, name).unwrap_or_default()).join(".");
    format!(
        "article in <{} {}>, {} lines, last: {}",
        outline.node(found.container).tag,
        names(found.container),
        found.prose.len(),
        found.prose.last().copied().map(line).unwrap_or_default()
    )
}

/// A labelled block: its element and first words.
pub fn label(outline: &Outline, node: NodeId, label: &Label) -> String {
    let tag = &outline.node(node).tag;
    let [class, id] = [CLASS, ID].map(|name| outline.attribute(node, name).unwrap_or_default());
    let odd = if **tag == *label.tag { "" } else { " (LABEL ON ANOTHER TAG)" };
    format!("<{tag} id={id} class={}>{odd} {}", first(class, 80), first(&label.text, 100))
}

fn first(text: &str, most: usize) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect()
}
