//! What a page was made with, as far as it says so.

use endmark_core::{
    Outline,
    attribute::{CONTENT, HREF, NAME, SRC},
};

/// Traces that tell more than the generator, which can be a plugin.
const TRACES: &[(&str, &str)] = &[("/wp-content/", "wordpress"), ("/wp-includes/", "wordpress")];

/// What its addresses give away; else the first word of what it names as its generator, in lower case.
pub fn platform(outline: &Outline) -> String {
    let link = |n| outline.attribute(n, SRC).or(outline.attribute(n, HREF));
    let traced = outline.nodes().filter_map(|(n, _)| link(n)).find_map(|link| {
        TRACES.iter().find(|(trace, _)| link.contains(trace)).map(|(_, platform)| *platform)
    });
    let generator = outline.nodes().find_map(|(n, node)| {
        let named = &*node.tag == "meta" && outline.attribute(n, NAME) == Some("generator");
        outline.attribute(n, CONTENT).filter(|_| named)
    });
    let first = || generator.and_then(|text| text.split([' ', '.', '-', ',', '/']).find(|w| !w.is_empty()));
    traced.or_else(first).unwrap_or("unknown").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::survey;

    #[test]
    fn a_page_says_what_it_was_made_with() {
        let of = |html: &str| platform(&survey(html).outline);
        assert_eq!(of("<meta name=generator content='Ghost 5.2'><p>Text"), "ghost");
        assert_eq!(of("<p><img src='https://news.example/wp-content/a.jpg'>"), "wordpress");
        assert_eq!(of("<p>Text"), "unknown");
    }
}
