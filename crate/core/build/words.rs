//! Label words by language, and how each language is told.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
    path::Path,
};

use serde::Deserialize;

use super::{
    files, line_of,
    normal::{fold_numbers, is_edge, normalise},
    read,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    language: String,
    #[allow(dead_code)]
    name: String,
    tags: Vec<String>,
    commonest: Vec<String>,
    labels: BTreeMap<String, Vec<String>>,
}

/// How many of its commonest words a language is told by.
const COMMONEST: RangeInclusive<usize> = 8..=14;

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
/// What words stand for that labels with a name in them begin or end with: no kind has this number.
const EDGE: u8 = 0xff;

/// What a file says of a language.
pub struct Language {
    pub code: String,
    /// Tags that declare it, in lower case: `nb`, `zh-tw`.
    pub tags: Vec<String>,
    /// Words, or where nothing sets words apart characters, that stand in most of its sentences.
    pub commonest: Vec<String>,
    pub labels: Vec<Label>,
}

/// A label that runs into the name in it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Joined {
    pub before: String,
    pub after: String,
    pub value: u8,
}

/// Labels with their values. A label with a name in it is kept as it stands; those that run into
/// the name are not among them.
pub fn entries(labels: &[Label]) -> Vec<(String, u8)> {
    let mut entries: BTreeMap<(String, u8), bool> = BTreeMap::new();
    for label in labels.iter().filter(|label| !label.is_joined()) {
        let named = if label.name.is_some() { NAMED } else { 0 };
        *entries.entry((label.key(), label.kind | named)).or_insert(label.weak) &= label.weak;
    }
    let edges: BTreeSet<String> = labels.iter().filter_map(Label::edge).collect();
    let told = entries.into_iter().map(|((key, value), weak)| (key, value | if weak { WEAK } else { 0 }));
    told.chain(edges.into_iter().map(|edge| (edge, EDGE))).collect()
}

/// The labels that run into the name in them.
pub fn joined(labels: &[Label]) -> Vec<Joined> {
    let joined = labels.iter().filter(|label| label.is_joined()).map(|label| Joined {
        before: normalise(&label.before),
        after: normalise(label.name.as_deref().unwrap_or_default()),
        value: label.kind | if label.weak { WEAK } else { 0 },
    });
    let mut joined: Vec<Joined> = joined.collect();
    joined.sort();
    joined.dedup();
    joined
}

/// The kinds by their numbers.
pub fn compile(_: &Path) -> Result<String, String> {
    let kinds: Vec<String> = kinds().iter().map(|kind| format!("Kind::{kind}")).collect();
    Ok(format!(
        "const WEAK: u8 = {WEAK};\nconst NAMED: u8 = {NAMED};\nstatic KINDS: &[Kind] = &[{}];\n",
        kinds.join(", "),
    ))
}

/// The kinds of labels, in the order of their numbers.
pub fn kinds() -> Vec<&'static str> {
    let mut kinds: Vec<&str> = GROUPS.iter().map(|(_, kind)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

pub struct Label {
    before: String,
    /// What follows the name; `None` for labels without one.
    name: Option<String>,
    kind: u8,
    weak: bool,
}

impl Label {
    fn of(text: &str, kind: u8, weak: bool) -> Self {
        let (before, name) = match text.split_once("%s") {
            Some((before, after)) => (before.to_owned(), Some(after.to_owned())),
            None => (text.to_owned(), None),
        };
        Self { before, name, kind, weak }
    }

    /// The form that it is looked up by.
    fn key(&self) -> String {
        let plain = |part: &str| fold_numbers(normalise(&part.replace("%d", "1")));
        match &self.name {
            Some(after) => format!("{}%s{}", plain(&self.before), plain(after)),
            None => plain(&self.before),
        }
    }

    /// The word that a label begins with before the name in it, or ends with after it.
    fn edge(&self) -> Option<String> {
        let key = self.key();
        let (before, after) = key.split_once("%s").filter(|_| !self.is_joined())?;
        match before.split([' ', ':']).next().filter(|first| !first.is_empty()) {
            Some(first) => Some(format!("^{first}")),
            None => after.rsplit(' ').next().map(|last| format!("{last}$")),
        }
    }

    /// Whether the name in it may stand without spaces around it.
    fn is_joined(&self) -> bool {
        let apart_before = self.before.is_empty() || self.before.ends_with([' ', ':']);
        self.name
            .as_ref()
            .is_some_and(|after| !apart_before || !(normalise(after).is_empty() || after.starts_with(' ')))
    }

    /// Whether what it runs into the name with is written in an alphabet that sets words apart.
    fn runs_on(&self) -> bool {
        let apart = |c: char| c.is_alphanumeric() && c < '\u{590}';
        let after = self.name.as_ref();
        after.is_some_and(|after| self.before.ends_with(apart) || after.starts_with(apart))
    }
}

/// Every language with its labels.
pub fn read_all(data: &Path) -> Result<Vec<Language>, String> {
    files(&data.join("words"))?.iter().map(|path| read_language(path)).collect()
}

fn read_language(path: &Path) -> Result<Language, String> {
    let (file, text): (File, String) = read(path)?;
    let told = |reason: String| format!("{}: {reason}", path.display());
    if path.file_stem().is_none_or(|stem| *stem != *file.language) {
        return Err(told(format!("it is named otherwise than its language, `{}`", file.language)));
    }
    check_commonest(&file.commonest).map_err(told)?;
    let plain = |label: &String| normalise(&label.replace("%d", "#"));
    let mut weak = BTreeSet::new();
    for label in file.labels.get("weak-labels").into_iter().flatten() {
        weak.extend(spellings(label).map_err(told)?.iter().map(plain));
    }
    let mut labels = Vec::new();
    for (group, texts) in file.labels.iter().filter(|(g, _)| *g != "weak-labels") {
        let kind = kind_of(group).ok_or_else(|| {
            format!("{}:{}: no group is called `{group}`", path.display(), line_of(&text, group))
        })?;
        let spelt = texts.iter().map(|label| spellings(label).map_err(told));
        for label in spelt.collect::<Result<Vec<_>, _>>()?.concat() {
            let read = Label::of(&label, kind, weak.contains(&plain(&label)));
            if ["", "%s"].contains(&read.key().as_str()) {
                return Err(told(format!("`{label}` has no words")));
            }
            if read.runs_on() {
                return Err(told(format!("`{label}` takes the name for a part of a word: set it apart")));
            }
            labels.push(read);
        }
    }
    let commonest = file.commonest.iter().map(|word| normalise(word)).collect();
    Ok(Language { code: file.language, tags: file.tags, commonest, labels })
}

/// Every label that one with choices stands for: `{More|Other} articles` is two.
fn spellings(label: &str) -> Result<Vec<String>, String> {
    let Some((before, rest)) = label.split_once('{') else {
        return if label.contains('}') {
            Err(format!("`{label}` closes choices that it does not open"))
        } else {
            Ok(vec![label.to_owned()])
        };
    };
    let (choices, after) =
        rest.split_once('}').ok_or_else(|| format!("`{label}` opens choices that it does not close"))?;
    let spelt = choices.split('|').map(|choice| spellings(&[before, choice, after].concat()));
    Ok(spelt.collect::<Result<Vec<_>, _>>()?.concat())
}

fn check_commonest(words: &[String]) -> Result<(), String> {
    if !COMMONEST.contains(&words.len()) {
        return Err(format!("`commonest` has {} words, not {COMMONEST:?}", words.len()));
    }
    match words.iter().find(|word| normalise(word).is_empty() || word.chars().any(is_edge)) {
        Some(word) => Err(format!("`{word}` in `commonest` is not one word")),
        None => Ok(()),
    }
}

fn kind_of(group: &str) -> Option<u8> {
    let (_, kind) = GROUPS.iter().find(|(name, _)| *name == group)?;
    kinds().iter().position(|other| other == kind).map(|at| at as u8)
}
