//! The signs of what a page is for, compiled to tables.

use std::{fmt::Write as _, path::Path};

use serde::Deserialize;

use crate::read;

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
    long: i32,
    long_chars: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sign {
    says: String,
    place: String,
    points: i32,
    values: Vec<String>,
}

const PLACES: &[(&str, &str)] = &[
    ("og-type", "OgType"),
    ("json-ld", "JsonLd"),
    ("itemtype", "ItemType"),
    ("itemprop", "ItemProp"),
    ("class", "Class"),
    ("id", "Id"),
    ("generator", "Generator"),
    ("path", "Path"),
];

pub fn compile(data: &Path) -> Result<String, String> {
    let path = data.join("purpose.toml");
    let (file, _): (File, String) = read(&path)?;
    let Built { one_article, dated, signed, slug, long, long_chars } = file.built;
    let mut out = format!(
        "const LEAST_POINTS: i32 = {};\nconst ONE_ARTICLE: i32 = {one_article};\nconst DATED: i32 = {dated};\n\
         const SIGNED: i32 = {signed};\nconst SLUG: i32 = {slug};\nconst LONG: i32 = {long};\n\
         const LONG_CHARS: u32 = {long_chars};\nstatic SIGNS: &[Sign] = &[\n",
        file.least
    );
    for sign in &file.sign {
        let place = PLACES
            .iter()
            .find(|(p, _)| *p == sign.place)
            .ok_or_else(|| format!("{}: no place is called `{}`", path.display(), sign.place))?;
        writeln!(
            out,
            "Sign {{ says: {:?}, place: Place::{}, points: {}, values: &{:?} }},",
            sign.says, place.1, sign.points, sign.values
        )
        .map_err(|e| e.to_string())?;
    }
    out.push_str("];\n");
    Ok(out)
}
