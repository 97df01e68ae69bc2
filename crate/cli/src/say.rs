//! Reasons in words: those of the extension.

use std::{collections::BTreeMap, sync::LazyLock};

use endmark_core::{filter::Fault, report::Reason};
use serde::Deserialize;

#[derive(Deserialize)]
struct Message {
    message: String,
    #[serde(default)]
    placeholders: BTreeMap<String, Placeholder>,
}

#[derive(Deserialize)]
struct Placeholder {
    content: String,
}

static MESSAGES: LazyLock<BTreeMap<String, Message>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../extension/_locales/en/messages.json")).unwrap_or_default()
});

/// The names of the parameters of a reason that has several, in the order of its message.
const ORDER: &[(&str, &[&str])] = &[("links", &["count", "share"])];

/// A reason, such as `label “About the author”`.
pub fn reason(reason: &Reason) -> String {
    let value = |name: &str| reason.params.iter().find(|(own, _)| *own == name).map_or("", |(_, v)| v);
    let ordered = ORDER.iter().find(|(key, _)| *key == reason.key).map(|(_, names)| names.to_vec());
    let names = ordered.unwrap_or_else(|| reason.params.iter().map(|(name, _)| *name).collect());
    let words: Vec<&str> = names.into_iter().map(value).collect();
    let one = (value("count") == "1").then(|| message(&format!("reason_{}_one", reason.key), &words));
    one.flatten()
        .or_else(|| message(&format!("reason_{}", reason.key), &words))
        .unwrap_or_else(|| reason.key.into())
}

/// Why a line of the user's rules is none.
pub fn fault(fault: &Fault) -> String {
    message(&format!("fault_{}", fault.key), &[&fault.name]).unwrap_or_else(|| fault.key.into())
}

/// Why a page is left alone.
pub fn why(key: &str) -> String {
    message(&format!("why_{key}"), &[]).unwrap_or_else(|| key.into())
}

fn message(key: &str, words: &[&str]) -> Option<String> {
    let Message { message, placeholders } = MESSAGES.get(&key.replace('-', "_"))?;
    let mut text = message.clone();
    for (name, Placeholder { content }) in placeholders {
        let number: Option<usize> = content.trim_start_matches('$').parse().ok();
        let word = number.and_then(|number| words.get(number.checked_sub(1)?)).copied().unwrap_or_default();
        text = text.replace(&format!("${}$", name.to_uppercase()), word);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_said_with_their_parameters() {
        let links = |count| Reason::new("links").number("share", 40).number("count", count);
        assert_eq!(reason(&links(3)), "3 links make up 40% of its text");
        assert_eq!(reason(&links(1)), "1 link makes up 40% of its text");
        assert_eq!(reason(&Reason::new("empty-mount")), "place that a script fills later");
        assert_eq!(reason(&Reason::new("never-heard-of")), "never-heard-of");
    }
}
