//! Label words by language, compiled to entries of the table.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use crate::{files, line_of, normal::normalise, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[allow(dead_code)]
    language: String,
    #[allow(dead_code)]
    name: String,
    labels: BTreeMap<String, Vec<String>>,
}

/// The groups of labels, with the Rust names of their kinds: groups that lead to the same are one kind.
const GROUPS: &[(&str, &str)] = &[
    ("also-read", "Onward"),
    ("related", "Onward"),
    ("you-may-like", "Onward"),
    ("recommended", "Onward"),
    ("more-from", "Onward"),
    ("popular", "Popular"),
    ("about-author", "AboutAuthor"),
    ("written-by", "AboutAuthor"),
    ("comments", "Comments"),
    ("comments-closed", "CommentsClosed"),
    ("leave-reply", "LeaveReply"),
    ("email-not-published", "EmailNotPublished"),
    ("post-comment-button", "PostComment"),
    ("join-conversation", "LeaveReply"),
    ("log-in-to-comment", "LogInToComment"),
    ("save-my-name", "PostComment"),
    ("newsletter", "Newsletter"),
    ("subscribe-field", "SubscribeField"),
    ("subscribe-button", "SubscribeButton"),
    ("share", "Share"),
    ("follow", "Follow"),
    ("sponsored", "Sponsored"),
    ("next-previous", "NextPrevious"),
    ("tags-label", "Tags"),
    ("read-more-link", "ReadMore"),
];

/// What values say beside the number of the label's kind.
const WEAK: u8 = 0x80;
const NAMED: u8 = 0x40;

/// All labels with their values. A label with a name in it is kept as it stands; those whose
/// `%s` is not set off by spaces are not among them.
pub fn entries(data: &Path) -> Result<Vec<(String, u8)>, String> {
    let mut entries: BTreeMap<(String, u8), bool> = BTreeMap::new();
    for label in read_all(data)?.into_iter().filter(|label| !label.is_joined()) {
        let named = if label.name.is_some() { NAMED } else { 0 };
        *entries.entry((label.key(), label.kind | named)).or_insert(label.weak) &= label.weak;
    }
    Ok(entries.into_iter().map(|((key, value), weak)| (key, value | if weak { WEAK } else { 0 })).collect())
}

/// The kinds by their numbers, and the labels that run into the name in them.
pub fn compile(data: &Path) -> Result<String, String> {
    let kinds: Vec<String> = kinds().iter().map(|kind| format!("Kind::{kind}")).collect();
    let mut joined: BTreeMap<(String, String, u8), bool> = BTreeMap::new();
    for label in read_all(data)?.into_iter().filter(Label::is_joined) {
        let (before, after) = (normalise(&label.before), normalise(&label.name.unwrap_or_default()));
        *joined.entry((before, after, label.kind)).or_insert(label.weak) &= label.weak;
    }
    let joined: Vec<String> = joined
        .into_iter()
        .map(|((before, after, kind), weak)| (before, after, kind | if weak { WEAK } else { 0 }))
        .map(|row| format!("{row:?}"))
        .collect();
    Ok(format!(
        "const WEAK: u8 = {WEAK};\nconst NAMED: u8 = {NAMED};\nstatic KINDS: &[Kind] = &[{}];\n\
         static JOINED: &[(&str, &str, u8)] = &[{}];\n",
        kinds.join(", "),
        joined.join(",\n")
    ))
}

/// The kinds of labels, in the order of their numbers.
pub fn kinds() -> Vec<&'static str> {
    let mut kinds: Vec<&str> = GROUPS.iter().map(|(_, kind)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

struct Label {
    before: String,
    /// What follows the name; `None` for labels without one.
    name: Option<String>,
    kind: u8,
    weak: bool,
}

impl Label {
    /// The form that it is looked up by.
    fn key(&self) -> String {
        match &self.name {
            Some(after) => format!("{}%s{}", normalise(&self.before), normalise(after)),
            None => normalise(&self.before.replace("%d", "1")).replace('1', "#"),
        }
    }

    /// Whether the name in it may stand without spaces around it.
    fn is_joined(&self) -> bool {
        let apart_before = self.before.is_empty() || self.before.ends_with([' ', ':']);
        self.name
            .as_ref()
            .is_some_and(|after| !apart_before || !(normalise(after).is_empty() || after.starts_with(' ')))
    }
}

fn read_all(data: &Path) -> Result<Vec<Label>, String> {
    let mut found = Vec::new();
    for path in files(&data.join("words"))? {
        let (file, text): (File, String) = read(&path)?;
        let plain = |label: &String| normalise(&label.replace("%d", "#"));
        let weak: Vec<String> = file.labels.get("weak-labels").into_iter().flatten().map(plain).collect();
        for (group, labels) in file.labels.iter().filter(|(g, _)| *g != "weak-labels") {
            let kind = kind_of(group).ok_or_else(|| {
                format!("{}:{}: no group is called `{group}`", path.display(), line_of(&text, group))
            })?;
            for label in labels {
                let (before, name) = match label.split_once("%s") {
                    Some((before, after)) => (before.to_owned(), Some(after.to_owned())),
                    None => (label.clone(), None),
                };
                let read = Label { before, name, kind, weak: weak.contains(&plain(label)) };
                if ["", "%s"].contains(&read.key().as_str()) {
                    return Err(format!("{}: `{label}` has no words", path.display()));
                }
                found.push(read);
            }
        }
    }
    Ok(found)
}

fn kind_of(group: &str) -> Option<u8> {
    let (_, kind) = GROUPS.iter().find(|(name, _)| *name == group)?;
    kinds().iter().position(|other| other == kind).map(|at| at as u8)
}
