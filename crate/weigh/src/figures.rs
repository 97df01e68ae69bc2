//! What the scores of all pages come to.

use std::collections::BTreeMap;

use endmark_core::Category;
use serde::Serialize;

use crate::score::{Block, Score};

/// The categories that decide whether a reader still sees clutter.
const BRIEF: [&str; 4] = ["author-bio", "teaser", "comments", "comment-form"];

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Those that are so.
    pub of: usize,
    /// All.
    pub all: usize,
}

impl Part {
    /// Counts how many of some are so.
    pub fn count<T>(all: impl IntoIterator<Item = T>, is_so: impl Fn(&T) -> bool) -> Self {
        all.into_iter().fold(Self::default(), |sum, one| Self {
            of: sum.of + usize::from(is_so(&one)),
            all: sum.all + 1,
        })
    }

    fn and(self, of: usize, all: usize) -> Self {
        Self { of: self.of + of, all: self.all + all }
    }
}

/// How the pages of one language or platform fared.
#[derive(Debug, Serialize)]
pub struct Group {
    /// Its pages.
    pub pages: usize,
    /// Its blocks that went.
    pub gone: Part,
    /// Its pages of those with clutter that are clean.
    pub clean: Part,
    /// Its damaged pages.
    pub damaged: usize,
}

/// All figures.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Pages that were measured.
    pub pages: usize,
    /// Pages of which hardly any article can be seen.
    pub blank: Vec<String>,
    /// Blocks that went by category.
    pub gone: BTreeMap<String, Part>,
    /// Teasers that went by where they stood.
    pub teasers: BTreeMap<&'static str, Part>,
    /// Pages with clutter of the brief of which no block is left.
    pub clean: Part,
    /// Characters of labelled articles that are still seen.
    pub article: Part,
    /// Characters of everything else that are.
    pub rest: Part,
    /// Word runs of articles without labels that are.
    pub runs: Part,
    /// Damaged pages.
    pub damaged: Vec<String>,
    /// Blocks that went: by what a person called them, under which category.
    pub confusion: BTreeMap<String, BTreeMap<&'static str, usize>>,
    /// Those that went under the category that a person gave them.
    pub right: Part,
    /// The same, where comments and the form that stands in one block with them are one category.
    pub right_together: Part,
    /// By language.
    pub languages: BTreeMap<String, Group>,
    /// By what pages were made with.
    pub platforms: BTreeMap<String, Group>,
    /// Blocks of Endmark's categories that were left, by reason and category.
    pub left: BTreeMap<&'static str, BTreeMap<String, usize>>,
}

/// Sums scores up.
pub fn sum<'s>(scores: impl IntoIterator<Item = &'s Score>) -> Figures {
    let scores: Vec<&Score> = scores.into_iter().collect();
    let good: Vec<&Score> = scores.iter().copied().filter(|s| !s.blank).collect();
    let blocks = || good.iter().flat_map(|s| &s.blocks);
    let mut gone: BTreeMap<String, Part> = BTreeMap::new();
    let mut teasers: BTreeMap<&'static str, Part> = BTreeMap::new();
    let mut left: BTreeMap<&'static str, BTreeMap<String, usize>> = BTreeMap::new();
    for block in blocks() {
        let went = usize::from(block.gone);
        let part = gone.entry(block.category.clone()).or_default();
        *part = part.and(went, 1);
        if block.category == Category::Teaser.name() {
            let part = teasers.entry(block.place.name()).or_default();
            *part = part.and(went, 1);
        }
        if let Some(why) = &block.why {
            *left.entry(why.name()).or_default().entry(block.category.clone()).or_default() += 1;
        }
    }
    let kept = |of: &dyn Fn(&Score) -> (usize, usize)| {
        good.iter().map(|s| of(s)).fold(Part::default(), |sum, (of, all)| sum.and(of, all))
    };
    let text = |s: &Score| s.text.as_ref().map_or((0, 0), |t| (t.runs - t.lost, t.runs));
    Figures {
        pages: good.len(),
        blank: scores.iter().filter(|s| s.blank).map(|s| s.id.clone()).collect(),
        clean: clean(&good),
        article: kept(&|s| (s.body.after.chars, s.body.before.chars)),
        rest: kept(&|s| (s.rest.after.chars, s.rest.before.chars)),
        runs: kept(&text),
        damaged: good.iter().filter(|s| !s.harm.is_empty()).map(|s| s.id.clone()).collect(),
        confusion: confusion(blocks()),
        right: right(blocks(), |labelled, taken| labelled == taken),
        right_together: right(blocks(), |labelled, taken| {
            let of_comments = |name: &str| matches!(name, "comments" | "comment-form");
            labelled == taken || (of_comments(labelled) && of_comments(taken))
        }),
        languages: groups(&good, |s| &s.language),
        platforms: groups(&good, |s| &s.platform),
        gone,
        teasers,
        left,
    }
}

fn clean(scores: &[&Score]) -> Part {
    let brief = |b: &&Block| BRIEF.contains(&b.category.as_str());
    let cluttered = scores.iter().filter(|s| s.blocks.iter().any(|b| brief(&b)));
    Part::count(cluttered, |s| s.blocks.iter().filter(brief).all(|b| b.gone))
}

fn confusion<'b>(blocks: impl Iterator<Item = &'b Block>) -> BTreeMap<String, BTreeMap<&'static str, usize>> {
    let mut table: BTreeMap<String, BTreeMap<&'static str, usize>> = BTreeMap::new();
    for block in blocks {
        if let Some(category) = block.taken_as {
            *table.entry(block.category.clone()).or_default().entry(category.name()).or_default() += 1;
        }
    }
    table
}

fn right<'b>(blocks: impl Iterator<Item = &'b Block>, is: impl Fn(&str, &str) -> bool) -> Part {
    let known = |b: &&Block| Category::ALL.iter().any(|c| c.name() == b.category);
    let went = blocks.filter(known).filter_map(|b| Some((b.category.as_str(), b.taken_as?)));
    Part::count(went, |(labelled, taken)| is(labelled, taken.name()))
}

fn groups(scores: &[&Score], of: impl Fn(&Score) -> &String) -> BTreeMap<String, Group> {
    let mut members: BTreeMap<String, Vec<&Score>> = BTreeMap::new();
    for score in scores {
        members.entry(of(score).clone()).or_default().push(score);
    }
    let wanted = |b: &&Block| {
        let defaults = endmark_core::Settings::default();
        Category::ALL.iter().any(|&c| defaults.takes(c) && c.name() == b.category)
    };
    let group = |(name, scores): (String, Vec<&Score>)| {
        let group = Group {
            pages: scores.len(),
            gone: Part::count(scores.iter().flat_map(|s| &s.blocks).filter(wanted), |b| b.gone),
            clean: clean(&scores),
            damaged: scores.iter().filter(|s| !s.harm.is_empty()).count(),
        };
        (name, group)
    };
    members.into_iter().map(group).collect()
}
