//! Looking for a part of a text. The standard library's search is fast in long texts, and 3 KB
//! of the module.

/// Whether a part stands in a text.
pub fn contains(text: &str, part: &str) -> bool {
    after(text, part).is_some()
}

/// What follows the first place where a part stands in a text.
pub fn after<'t>(text: &'t str, part: &str) -> Option<&'t str> {
    let mut windows = text.as_bytes().windows(part.len().max(1));
    let at = windows.position(|window| window == part.as_bytes())?;
    text.get(at + part.len()..)
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn what_follows_the_first_place_is_given() {
        assert_eq!(after("à lire à tort", "à "), Some("lire à tort"));
        assert_eq!(after("ab", "b"), Some(""));
        assert_eq!(after("ab", "abc"), None);
    }
}
