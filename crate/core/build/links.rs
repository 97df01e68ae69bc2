//! Addresses that share or follow, and names of networks.

use std::path::Path;

use serde::Deserialize;

use crate::read;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Links {
    share: Vec<String>,
    follow: Vec<String>,
    networks: Vec<String>,
    authors: Vec<String>,
    pointers: Vec<String>,
}

pub fn compile(data: &Path) -> Result<String, String> {
    let path = data.join("links.toml");
    let (links, _): (Links, String) = read(&path)?;
    if let Some(bad) = links.share.iter().find(|s| **s != s.to_lowercase()) {
        return Err(format!("{}: `{bad}` is not lower case", path.display()));
    }
    Ok(list("SHARE", &links.share)
        + &list("FOLLOW", &links.follow)
        + &list("NETWORKS", &links.networks)
        + &list("AUTHORS", &links.authors))
}

/// Signs at the beginning of lines.
pub fn compile_pointers(data: &Path) -> Result<String, String> {
    let (links, _): (Links, String) = read(&data.join("links.toml"))?;
    Ok(list("POINTERS", &links.pointers))
}

fn list(name: &str, values: &[String]) -> String {
    format!("static {name}: &[&str] = &{values:?};\n")
}
