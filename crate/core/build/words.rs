//! Label words by language, compiled to one sorted table.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use serde::Deserialize;

use crate::{files, line_of, normal::normalise, read, table};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[allow(dead_code)]
    language: String,
    #[allow(dead_code)]
    name: String,
    labels: BTreeMap<String, Vec<String>>,
}

/// The groups of labels, with the Rust names of their kinds.
const GROUPS: &[(&str, &str)] = &[
    ("also-read", "AlsoRead"),
    ("related", "Related"),
    ("you-may-like", "YouMayLike"),
    ("recommended", "Recommended"),
    ("more-from", "MoreFrom"),
    ("popular", "Popular"),
    ("about-author", "AboutAuthor"),
    ("written-by", "WrittenBy"),
    ("comments", "Comments"),
    ("comments-closed", "CommentsClosed"),
    ("leave-reply", "LeaveReply"),
    ("email-not-published", "EmailNotPublished"),
    ("post-comment-button", "PostComment"),
    ("join-conversation", "JoinConversation"),
    ("log-in-to-comment", "LogInToComment"),
    ("save-my-name", "SaveMyName"),
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

pub fn compile(data: &Path) -> Result<String, String> {
    let mut whole: BTreeMap<(String, &str), bool> = BTreeMap::new();
    let mut named: BTreeMap<(String, String, &str), bool> = BTreeMap::new();
    for path in files(&data.join("words"))? {
        let (file, text): (File, String) = read(&path)?;
        let weak: Vec<String> = file
            .labels
            .get("weak-labels")
            .into_iter()
            .flatten()
            .map(|l| normalise(&l.replace("%d", "#")))
            .collect();
        for (group, labels) in file.labels.iter().filter(|(g, _)| *g != "weak-labels") {
            let kind = GROUPS.iter().find(|(g, _)| g == group).map(|(_, k)| *k).ok_or_else(|| {
                format!("{}:{}: no group is called `{group}`", path.display(), line_of(&text, group))
            })?;
            for label in labels {
                let is_weak = weak.contains(&normalise(&label.replace("%d", "#")));
                if let Some((before, after)) = label.split_once("%s") {
                    let (before, after) = (normalise(before), normalise(after));
                    if before.is_empty() && after.is_empty() {
                        return Err(format!("{}: `{label}` has no words", path.display()));
                    }
                    *named.entry((before, after, kind)).or_insert(is_weak) &= is_weak;
                } else {
                    let key = normalise(&label.replace("%d", "1")).replace('1', "#");
                    if key.is_empty() {
                        return Err(format!("{}: `{label}` has no words", path.display()));
                    }
                    *whole.entry((key, kind)).or_insert(is_weak) &= is_weak;
                }
            }
        }
    }
    write(&whole, &named)
}

fn write(
    whole: &BTreeMap<(String, &str), bool>,
    named: &BTreeMap<(String, String, &str), bool>,
) -> Result<String, String> {
    let number = |kind: &str| GROUPS.iter().position(|(_, k)| *k == kind).unwrap_or_default() as u8;
    let words: Vec<(String, u8)> = whole
        .iter()
        .map(|((text, kind), weak)| (text.clone(), number(kind) | if *weak { 0x80 } else { 0 }))
        .collect();
    let mut out = table::write("WHOLE", &words)?;
    let kinds: Vec<String> = GROUPS.iter().map(|(_, k)| format!("Kind::{k}")).collect();
    writeln!(out, "static KINDS: &[Kind] = &[{}];", kinds.join(", ")).map_err(|e| e.to_string())?;
    out.push_str("static NAMED: &[(&str, &str, Kind, bool)] = &[\n");
    for ((before, after, kind), weak) in named {
        writeln!(out, "({before:?}, {after:?}, Kind::{kind}, {weak}),").map_err(|e| e.to_string())?;
    }
    out.push_str("];\n");
    Ok(out)
}
