//! What the markup and the words say: rules, names, labels.

use alloc::{vec, vec::Vec};

use super::{Evidence, Kind};
use crate::{
    candidate::{
        Candidate,
        in_text::{opener, points},
    },
    category::Category,
    outline::NodeId,
    page::Page,
    part::{first_chars, trimmed},
    report::Reason,
    rules::Rule,
    words::{Kind as Word, Meaning},
};

/// A label is one of so many first lines.
const FIRST_LINES: usize = 3;
/// So many characters of a label are told.
const TOLD_OF_LABEL: usize = 60;
/// And of a line that a sign opens so many.
const TOLD_OF_LINE: usize = 20;
/// So many elements, one in the other, are looked at below a block that hold all that it does.
const DEEPEST: usize = 5;

/// An element and those inside it that hold all that it holds.
pub(crate) fn core(page: &Page<'_>, id: NodeId) -> Vec<NodeId> {
    let m = &page.measure;
    let mut chain = vec![id];
    let mut at = id;
    while let Some(only) = page.outline.children(at).find(|&c| {
        m.chars(c) == m.chars(at) && m.pictures(c) == m.pictures(at) && m.fields(c) == m.fields(at)
    }) {
        if chain.len() > DEEPEST || m.is_blank(at) && page.outline.children(at).count() != 1 {
            break;
        }
        chain.push(only);
        at = only;
    }
    chain
}

pub(super) fn rule(page: &Page<'_>, candidate: &Candidate, core: &[NodeId]) -> Option<Rule> {
    if candidate.nodes.len() > 1 {
        return None;
    }
    core.iter().filter_map(|&n| page.signs.rules[n]).find(|r| r.category == candidate.category)
}

pub(super) fn markup(page: &Page<'_>, rule: Rule) -> Evidence {
    let kind = if rule.unmistakable { Kind::Platform } else { Kind::Rule };
    Evidence::of(kind, Reason::new("rule").with("platform", rule.platform(page.words)))
}

pub(super) fn name(page: &Page<'_>, candidate: &Candidate, core: &[NodeId]) -> Option<Evidence> {
    let of =
        |n: &NodeId| page.signs.names[*n].filter(|(c, _)| *c == candidate.category).map(|(_, name)| name);
    let name = core.iter().find_map(of).or_else(|| candidate.nodes.iter().skip(1).find_map(of))?;
    Some(Evidence::of(Kind::Name, Reason::new("name").with("name", name)))
}

/// The label that the block begins with, in one of its first lines.
pub(super) fn label(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    if candidate.line {
        let Some(text) = opener(page, candidate.first()) else { return pointer(page, candidate) };
        let is = |m: &&Meaning| m.kind.category() == Some(Category::Teaser) || m.kind == Word::ReadMore;
        return page.words.meanings(text).iter().find(is).map(|meaning| labelled(meaning, text));
    }
    let fits = |m: &&Meaning| speaks_of(m.kind, candidate.category);
    if let Some(label) = candidate.label.and_then(|l| page.signs.labels.get(l)) {
        let heading = |m: &&Meaning| m.kind == Word::ReadMore && candidate.category == Category::Teaser;
        let strongest = label.meanings.iter().filter(|m| fits(m) || heading(m)).min_by_key(|m| m.weak)?;
        return Some(labelled(strongest, label.text));
    }
    let mut found: Option<(Meaning, &str)> = None;
    let mut lines = Vec::new();
    for &n in &candidate.nodes {
        page.outline.lines(n).take(FIRST_LINES).for_each(|line| lines.push(line));
    }
    for &line in lines.iter().take(FIRST_LINES) {
        for meaning in page.words.meanings(line).into_iter().filter(|m| fits(&m)) {
            if found.is_none_or(|(other, _)| other.weak && !meaning.weak) {
                found = Some((meaning, line));
            }
        }
    }
    found.map(|(meaning, line)| labelled(&meaning, line))
}

/// A sign that points on stands for a label in any language, and so does the place of a title by itself.
fn pointer(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let first = candidate.first();
    if page.titles.iter().any(|&title| candidate.has(page, title)) {
        return Some(Evidence::silent(Kind::WeakLabel, 1.0));
    }
    let text = first_chars(page.measure.first_line(first), TOLD_OF_LINE);
    let told = || Evidence::of(Kind::WeakLabel, Reason::new("label").with("text", text));
    points(page, first).then(told)
}

pub(super) fn labelled(meaning: &Meaning, text: &str) -> Evidence {
    let kind = if meaning.weak { Kind::WeakLabel } else { Kind::Label };
    told(kind, text)
}

fn told(kind: Kind, text: &str) -> Evidence {
    let text = first_chars(trimmed(text), TOLD_OF_LABEL);
    Evidence::of(kind, Reason::new("label").with("text", text))
}

pub(super) fn speaks_of(word: Word, category: Category) -> bool {
    word.category() == Some(category)
        || matches!(
            (word, category),
            (Word::PostComment | Word::EmailNotPublished, Category::CommentForm)
                | (Word::SubscribeField | Word::SubscribeButton, Category::Newsletter)
                | (Word::LeaveReply, Category::Comments)
                | (Word::Follow, Category::AuthorBio)
        )
}
