//! How much of the article's text, as others wrote it down, is still seen.

use std::{collections::HashSet, sync::LazyLock};

use endmark_core::NodeId;
use regex::Regex;
use serde::Serialize;

use crate::{seen::Elements, survey::Surveyed};

/// Words of one run.
const RUN: usize = 4;

/// Runs of words that are seen without a plan.
#[derive(Debug, Serialize)]
pub struct Kept {
    /// All of them.
    pub runs: usize,
    /// Those that are not seen with it.
    pub lost: usize,
}

/// Looks for runs of words of an article's text on a page, with and without what is taken. Text that
/// is `clutter`, word for word, does not count.
pub fn compare(truth: &str, clutter: &[String], page: &Surveyed, taken: &Elements) -> Kept {
    let seen = |counts: &dyn Fn(NodeId) -> bool| -> HashSet<String> {
        let texts = page.texts.iter().filter(|(n, _)| counts(*n)).map(|(_, text)| text.as_str());
        runs(&texts.collect::<Vec<_>>().join(" ")).into_iter().collect()
    };
    let (before, after) = (seen(&|_| true), seen(&|n| !taken.hold(n)));
    let there: Vec<String> =
        without(truth, clutter).into_iter().flat_map(runs).filter(|run| before.contains(run)).collect();
    Kept { runs: there.len(), lost: there.iter().filter(|run| !after.contains(*run)).count() }
}

/// The parts of a text between those that are clutter.
fn without<'t>(truth: &'t str, clutter: &[String]) -> Vec<&'t str> {
    clutter.iter().fold(vec![truth], |parts, text| {
        parts.into_iter().flat_map(|part| part.split(text.as_str())).collect()
    })
}

/// Every run of words of a text; in writing without blanks a character counts as a word.
fn runs(text: &str) -> Vec<String> {
    static ALONE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]").ok());
    static SIGNS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[^\p{L}\p{M}\p{N}]+").ok());
    let (Some(alone), Some(signs)) = (&*ALONE, &*SIGNS) else { return Vec::new() };
    let lower = text.to_lowercase();
    let spaced = alone.replace_all(&lower, " $0 ");
    let words: Vec<&str> = signs.split(&spaced).filter(|word| !word.is_empty()).collect();
    words.windows(RUN).map(|run| run.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::survey;

    #[test]
    fn lost_runs_are_those_seen_nowhere_else() {
        let page = survey("<body><p>One two three four five.</p><div>Two three four five? Six seven</div>");
        let div = page.outline.nodes().find(|(_, node)| &*node.tag == "div").map(|(n, _)| n);
        let taken = Elements::below(&page.outline, div);
        let kept = compare("one two three four five six seven, and eight", &[], &page, &taken);
        assert_eq!((kept.runs, kept.lost), (4, 2));
        let clutter = ["five six seven".to_owned()];
        let kept = compare("one two three four five six seven, and eight", &clutter, &page, &taken);
        assert_eq!((kept.runs, kept.lost), (1, 0));
    }

    #[test]
    fn writing_without_blanks_counts_by_character() {
        assert_eq!(runs("東京の空。").len(), 1);
    }
}
