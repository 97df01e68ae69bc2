//! The signs of what a page is for, compiled to tables.

use std::path::Path;

use serde::Deserialize;

use super::{read, records::Records};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    least: i32,
    built: Built,
    sign: Vec<Sign>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Built {
    one_article: i32,
    dated: i32,
    signed: i32,
    slug: i32,
    filed: i32,
    long: i32,
    long_chars: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sign {
    says: String,
    place: String,
    points: usize,
    values: Vec<String>,
}

/// Where signs stand, in the order of `Place`.
const PLACES: [&str; 9] =
    ["og-type", "json-ld", "itemtype", "itemprop", "class", "id", "generator", "path", "host"];

/// Points and what can be said.
pub fn compile(data: &Path) -> Result<String, String> {
    let path = data.join("purpose.toml");
    let (file, _): (File, String) = read(&path)?;
    let Built { one_article, dated, signed, slug, filed, long, long_chars } = file.built;
    Ok(format!(
        "const LEAST_POINTS: i32 = {};\nconst ONE_ARTICLE: i32 = {one_article};\nconst DATED: i32 = {dated};\n\
         const SIGNED: i32 = {signed};\nconst SLUG: i32 = {slug};\nconst FILED: i32 = {filed};\nconst LONG: i32 = {long};\n\
         const LONG_CHARS: u32 = {long_chars};\nstatic KINDS: &[&str] = &{:?};\n",
        file.least,
        kinds(&file.sign)
    ))
}

/// What signs say, that which is said last of all last.
fn kinds(signs: &[Sign]) -> Vec<&str> {
    let is_last = |at: usize| signs[at + 1..].iter().all(|other| other.says != signs[at].says);
    (0..signs.len()).filter(|&at| is_last(at)).map(|at| &*signs[at].says).collect()
}

/// The signs: number of what each says, number of its place, points, and the values.
pub fn write(data: &Path) -> Result<Records, String> {
    let path = data.join("purpose.toml");
    let (file, _): (File, String) = read(&path)?;
    let kinds = kinds(&file.sign);
    let mut records = Records::default();
    for sign in &file.sign {
        let place = PLACES
            .iter()
            .position(|place| *place == sign.place)
            .ok_or_else(|| format!("{}: no place is called `{}`", path.display(), sign.place))?;
        let says = kinds.iter().position(|kind| *kind == sign.says).unwrap_or_default();
        records.number(says)?;
        records.number(place)?;
        records.number(sign.points)?;
        records.part(&Records::texts(&sign.values)?)?;
    }
    Ok(records)
}
