//! Whether a document that was cut is the document that it was without what was cut out.

use std::{collections::HashSet, io::Cursor, ops::Range};

use ego_tree::{NodeRef, iter::Edge};
use endmark_core::{
    NodeId, Outline,
    attribute::{CLASS, ID},
};
use endmark_stream::Cleaning;
use scraper::{Html, Node};

use crate::survey::{NodeKey, survey_document};

/// In which ways a result is not as it should be; nothing where it is.
pub fn differences(source: &str, cleaning: &Cleaning) -> Vec<String> {
    let mut found = Vec::new();
    let document = Html::parse_document(source);
    let (surveyed, by_key) = survey_document(&document);
    let (own, parsed) = (&cleaning.survey.outline, &surveyed.outline);
    if let Some(place) = first_difference(own, parsed) {
        found.push(format!("read otherwise than html5ever reads it: {place}"));
        return found;
    }
    let mut result = Vec::new();
    let cuts = &cleaning.cutting.cuts;
    if let Err(fault) = cuts.copy(&mut Cursor::new(source.as_bytes()), &mut result) {
        found.push(fault.to_string());
    }
    if result != without(source.as_bytes(), cuts.ranges()) {
        found.push("bytes outside of what was cut differ".to_owned());
    }
    let gone: HashSet<NodeId> = cleaning.cutting.taken.iter().flat_map(|r| r.nodes.iter().copied()).collect();
    let gone: HashSet<NodeKey> =
        by_key.into_iter().filter(|(_, n)| gone.contains(n)).map(|(key, _)| key).collect();
    let expected = written(&document, &gone);
    let is = written(&Html::parse_document(&String::from_utf8_lossy(&result)), &HashSet::new());
    if let Some(at) = (0..expected.len().max(is.len())).find(|&at| expected.get(at) != is.get(at)) {
        found.push(format!("another tree: {:?} is {:?}", near(&expected, at), near(&is, at)));
    }
    found
}

fn near(lines: &[String], at: usize) -> &[String] {
    &lines[at.saturating_sub(2).min(lines.len())..(at + 2).min(lines.len())]
}

fn without(source: &[u8], cuts: &[Range<usize>]) -> Vec<u8> {
    let is_cut = |at: &usize| cuts.iter().any(|cut| cut.contains(at));
    (0..source.len()).filter(|at| !is_cut(at)).map(|at| source[at]).collect()
}

/// Where two outlines of the same source differ.
fn first_difference(one: &Outline, other: &Outline) -> Option<String> {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let differs = |n: &NodeId| {
        let (a, b) = (one.node(*n), other.node(*n));
        let attributes =
            [CLASS, ID].into_iter().any(|name| one.attribute(*n, name) != other.attribute(*n, name));
        a.tag != b.tag
            || a.parent != b.parent
            || a.end != b.end
            || attributes
            || one.own_chars(*n) != other.own_chars(*n)
    };
    let told = |outline: &Outline, n: NodeId| {
        let text: String = squeezed(outline.text(n)).chars().take(40).collect();
        format!("{} {:?} {text:?} {}", outline.node(n).tag, outline.attribute(n, CLASS), outline.own_chars(n))
    };
    let least = one.len().min(other.len());
    let at = (0..least).find(differs);
    at.map(|n| format!("{} for {}", told(one, n), told(other, n)))
        .or_else(|| (one.len() != other.len()).then(|| format!("{} elements for {}", one.len(), other.len())))
}

/// A tree line by line, without some of its elements, texts that touch each other joined.
pub fn written(document: &Html, gone: &HashSet<NodeKey>) -> Vec<String> {
    let (mut lines, mut text, mut skipped): (Vec<String>, String, usize) = Default::default();
    for edge in document.tree.root().traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        let goes = usize::from(gone.contains(&node.id()));
        let opens = matches!(edge, Edge::Open(_));
        skipped = if opens { skipped + goes } else { skipped - goes };
        if skipped + goes > 0 {
            continue;
        }
        match line(node, opens) {
            Line::Text(more) => text.push_str(more),
            Line::Tag(line) => {
                lines.extend([std::mem::take(&mut text), line].into_iter().filter(|line| !line.is_empty()));
            }
            Line::Nothing => {}
        }
    }
    lines.push(text);
    lines
}

enum Line<'t> {
    Tag(String),
    Text(&'t str),
    Nothing,
}

fn line(node: NodeRef<'_, Node>, opens: bool) -> Line<'_> {
    match node.value() {
        Node::Text(text) if opens => Line::Text(text),
        Node::Element(element) if opens => Line::Tag(format!("{element:?}")),
        Node::Element(_) => Line::Tag("end".to_owned()),
        Node::Comment(comment) if opens => Line::Tag(format!("<!--{}", &**comment)),
        _ => Line::Nothing,
    }
}
