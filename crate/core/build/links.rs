//! Addresses that share or follow, and names of networks.

use std::path::Path;

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
    things: Vec<String>,
    introductions: Vec<String>,
    greetings: Vec<String>,
    contacts: Vec<String>,
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
    // Four bytes of these are looked up before the rest (`src/sieve.rs`).
    if let Some(bad) =
        links.share.iter().chain(&links.newsletters).chain(&links.authors).find(|s| s.len() < 4)
    {
        return Err(format!("{}: `{bad}` is too short", path.display()));
    }
    let lists = [
        links.share,
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
        links.things,
        links.introductions.iter().map(|words| format!(" {words} ")).collect(),
        links.greetings,
        links.contacts.iter().map(|words| format!("{words} ")).collect(),
    ];
    lists.iter().map(|list| Records::texts(list)).collect()
}
