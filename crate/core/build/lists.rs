//! Plain lists: addresses, networks, and the names of what belongs to the site.

use std::path::Path;

use serde::Deserialize;

use crate::read;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Links {
    share: Vec<String>,
    follow: Vec<String>,
    networks: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chrome {
    tags: Vec<String>,
    roles: Vec<String>,
    site_tags: Vec<String>,
    tokens: Vec<String>,
    except: Vec<String>,
}

pub fn compile_links(data: &Path) -> Result<String, String> {
    let path = data.join("links.toml");
    let (links, _): (Links, String) = read(&path)?;
    if let Some(bad) = links.share.iter().find(|s| **s != s.to_lowercase()) {
        return Err(format!("{}: `{bad}` is not lower case", path.display()));
    }
    Ok(list("SHARE", &links.share) + &list("FOLLOW", &links.follow) + &list("NETWORKS", &links.networks))
}

pub fn compile_chrome(data: &Path) -> Result<String, String> {
    let (chrome, _): (Chrome, String) = read(&data.join("chrome.toml"))?;
    Ok(list("TAGS", &chrome.tags)
        + &list("ROLES", &chrome.roles)
        + &list("SITE_TAGS", &chrome.site_tags)
        + &sequences("TOKENS", &chrome.tokens)
        + &sequences("EXCEPT", &chrome.except))
}

fn list(name: &str, values: &[String]) -> String {
    format!("static {name}: &[&str] = &{values:?};\n")
}

fn sequences(name: &str, values: &[String]) -> String {
    let words = |t: &String| format!("&{:?}", t.split_whitespace().collect::<Vec<_>>());
    let all: Vec<String> = values.iter().map(words).collect();
    format!("static {name}: &[&[&str]] = &[{}];\n", all.join(", "))
}
