//! Addresses that share or follow, and names of networks.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::{read, records::Records};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Links {
    share: Vec<String>,
    follow: Vec<String>,
    networks: Vec<String>,
    authors: Vec<String>,
    pointers: Vec<String>,
    newsletters: Vec<String>,
    followers: Vec<String>,
    profiles: Vec<String>,
    posts: Vec<String>,
    files: Vec<String>,
    by: Vec<String>,
}

/// The lists that stand in the table that every page needs.
pub fn write(data: &Path) -> Result<Vec<Records>, String> {
    let path = data.join("links.toml");
    let (links, _): (Links, String) = read(&path)?;
    if let Some(bad) =
        links.share.iter().chain(&links.newsletters).chain(&links.followers).find(|s| **s != s.to_lowercase())
    {
        return Err(format!("{}: `{bad}` is not lower case", path.display()));
    }
    let rest = [
        links.follow,
        links.networks,
        links.authors,
        links.pointers,
        links.newsletters,
        links.followers,
        links.profiles,
        links.posts,
        links.files,
        links.by,
    ];
    let share = grouped(links.share)?;
    core::iter::once(Ok(share)).chain(rest.iter().map(|list| Records::texts(list))).collect()
}

/// Texts by their first byte, and behind each the texts that begin with it.
fn grouped(texts: Vec<String>) -> Result<Records, String> {
    let mut groups = BTreeMap::<u8, Vec<String>>::new();
    for text in texts {
        let first = *text.as_bytes().first().ok_or("an empty text")?;
        groups.entry(first).or_default().push(text);
    }
    let mut records = Records::default();
    for (first, texts) in groups {
        records.number(first.into())?;
        records.part(&Records::texts(&texts)?)?;
    }
    Ok(records)
}
