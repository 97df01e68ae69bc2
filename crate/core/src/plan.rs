//! What to take off: the verdicts that stand, checked against the article, each block once.

use alloc::{vec, vec::Vec};

mod heading;
pub(crate) mod own;

use serde::Serialize;

use crate::{
    candidate::Candidate,
    cards::{cards_in, shows_story},
    category::Category,
    extent::{is_common_shell, widen},
    measure::Measure,
    order::order,
    outline::NodeId,
    page::{Page, Position},
    report::{Block, describe},
    settings::Settings,
    verdict::Verdict,
};

/// A block may hold at most this share of the article's own prose.
const MOST_OF_ARTICLE: f32 = 0.1;
/// All blocks together may hold at most this share of it.
const MOST_TOGETHER: f32 = 0.15;

/// A block's own paragraphs, such as those that invite to sign up, have at most so many characters.
const LONGEST_WORDS: u32 = 400;

/// Comments are at most so many times as long as the article.
const MOST_COMMENTS: u32 = 8;
/// A bio has at most so many characters of prose.
const LONGEST_BIO: u32 = 1500;
/// A card, with the title that it links, has at most so many characters.
const LARGEST_CARD: u32 = 500;

/// So many cards are a list.
const CARDS: usize = 3;

/// One block to take off.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Removal {
    /// The elements that go: one, or several that follow each other.
    pub nodes: Vec<NodeId>,
    /// What is told of it.
    #[serde(flatten)]
    pub block: Block,
}

/// All that is to be taken off a page: no removal holds another, none holds the article.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Plan {
    /// In document order.
    pub removals: Vec<Removal>,
}

impl Plan {
    /// Makes the plan of what goes, of the categories that the user wants taken off.
    pub fn make(page: &Page<'_>, verdicts: &[Verdict], settings: &Settings) -> Self {
        let wanted = |v: &Verdict| settings.takes(v.weighed.candidate.category);
        let sparing: Vec<&Verdict> = verdicts.iter().filter(|v| v.goes && spares_article(page, v)).collect();
        let stays = |v: &Verdict| {
            let holds = |other: &&&Verdict| holds(page, v, other) && !is_entry(page, other);
            sparing.iter().any(|other| wraps_bio(page, v, other))
                || sparing.iter().filter(holds).any(|other| match wanted(other) {
                    true => !v.is_told() && other.is_told(),
                    false => !v.is_named() && other.is_named(),
                })
        };
        let going = sparing.iter().copied().filter(|v| wanted(v) && !stays(v)).collect();
        // The block that begins first and ends last is the whole one; markup says best what it is.
        let place = |v: &Verdict| {
            let c = &v.weighed.candidate;
            let said = (v.is_marked(), (v.score * 1000.0) as i32);
            (c.first(), core::cmp::Reverse(c.end(page)), core::cmp::Reverse(said))
        };
        let going = order(going, |a, b| place(a).cmp(&place(b)));
        let mut making = Making::default();
        going.into_iter().for_each(|verdict| making.add(page, verdict));
        heading::add(page, &mut making.removals);
        Self { removals: making.removals }
    }
}

/// A plan in the making: blocks are added in document order.
#[derive(Default)]
struct Making {
    removals: Vec<Removal>,
    /// One past the last element that goes.
    reached: NodeId,
    /// Characters of the article's prose that go.
    taken: u32,
}

impl Making {
    fn add(&mut self, page: &Page<'_>, verdict: &Verdict) {
        let found = &verdict.weighed.candidate;
        if found.first() < self.reached {
            return;
        }
        let wide = widen(page, found);
        // What goes already in its shell goes with it; a shell that is another block's too is not its own.
        let alike = |r: &&Removal| r.nodes[0] >= wide.first() && are_one(r.block.category, found.category);
        let kept = self.removals.len() - self.removals.iter().rev().take_while(alike).count();
        let free = self.removals[..kept].last().is_none_or(|r| end(page, r) <= wide.first());
        let (candidate, kept) = if free { (wide, kept) } else { (found.clone(), self.removals.len()) };
        let prose: u32 = candidate.nodes.iter().map(|&n| page.article.prose_in(page.outline, n)).sum();
        let too_much = (self.taken + prose) as f32 > MOST_TOGETHER * page.article.chars as f32;
        if prose > 0 && too_much {
            return;
        }
        self.taken += prose;
        self.removals.truncate(kept);
        self.removals.push(Removal { nodes: candidate.nodes, block: describe(page, verdict) });
        while self.join(page) {}
        self.reached = self.removals.last().map_or(0, |last| end(page, last));
    }

    /// Blocks of one kind that fill an element are one, told as the last of them, for a heading comes first; whether
    /// any were.
    fn join(&mut self, page: &Page<'_>) -> bool {
        let [.., before, last] = &self.removals[..] else { return false };
        let (category, first) = (last.block.category, before.nodes[0]);
        let Some(parent) = page.outline.ancestors(last.nodes[0]).find(|&n| n < first) else { return false };
        let inner = |r: &&Removal| r.nodes[0] > parent && are_one(r.block.category, category);
        let kept = self.removals.len() - self.removals.iter().rev().take_while(inner).count();
        let free = self.removals[..kept].last().is_none_or(|r| end(page, r) <= parent);
        let nodes = self.removals[kept..].iter().flat_map(|r| r.nodes.iter().copied()).collect();
        let blocks = Candidate { nodes, category, label: None, line: false };
        let one = free && kept + 1 < self.removals.len() && is_common_shell(page, &blocks, parent);
        if one {
            self.removals.drain(kept..self.removals.len() - 1);
            self.removals[kept].nodes = vec![parent];
        }
        one
    }
}

fn end(page: &Page<'_>, removal: &Removal) -> NodeId {
    removal.nodes.last().map_or(0, |&n| page.outline.node(n).end)
}

/// Whether blocks of two categories make one: comments with their form.
fn are_one(one: Category, other: Category) -> bool {
    use Category::{CommentForm, Comments};
    one == other || matches!((one, other), (Comments, CommentForm) | (CommentForm, Comments))
}

/// Whether a box that only its name calls a bio has more text than the bio of a platform in it.
fn wraps_bio(page: &Page<'_>, verdict: &Verdict, other: &Verdict) -> bool {
    let (outer, inner) = (&verdict.weighed.candidate, &other.weighed.candidate);
    let prose = |candidate: &Candidate| candidate.total(&page.measure, Measure::prose);
    outer.category == Category::AuthorBio
        && inner.category == Category::AuthorBio
        && !verdict.is_ruled()
        && other.is_ruled()
        && outer.first() <= inner.first()
        && inner.end(page) <= outer.end(page)
        && prose(outer) > prose(inner) * 3 / 2
}

/// Whether what looks like a bio is one of several cards, with the name of who wrote that article.
fn is_entry(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    candidate.category == Category::AuthorBio
        && !verdict.is_marked()
        && cards_in(page, page.outline.node(candidate.first()).parent) >= CARDS
}

/// Whether a block holds one of another kind, or is it.
fn holds(page: &Page<'_>, verdict: &Verdict, other: &Verdict) -> bool {
    let (outer, inner) = (&verdict.weighed.candidate, &other.weighed.candidate);
    outer.category != inner.category && outer.first() <= inner.first() && inner.end(page) <= outer.end(page)
}

/// Whether a block leaves the headline, the article's text and its pictures.
pub(crate) fn spares_article(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let holds_page = candidate.nodes.iter().any(|&n| page.is_wrapper(n) || page.holds_headline(n));
    // A column is no part of the article, but what is only called comments in one may be.
    let threadless = candidate.category == Category::Comments && !verdict.is_thread();
    let own = |n| match candidate.category {
        _ if threadless => page.measure.prose(n),
        Category::AuthorBio if page.measure.prose(n) > LONGEST_BIO => page.measure.prose(n),
        Category::Comments | Category::AuthorBio => page.article.prose_in(page.outline, n),
        _ => loose_prose(page, n).max(page.article.prose_in(page.outline, n)),
    };
    let prose: u32 = candidate.nodes.iter().map(|&n| own(n)).sum();
    let share = match candidate.category {
        Category::Comments | Category::AuthorBio => MOST_OF_ARTICLE,
        _ => MOST_OF_ARTICLE / 2.0,
    };
    // Among the article's paragraphs a name is no proof: one of them may bear it too.
    let worded = match candidate.category {
        Category::Comments => candidate.total(&page.measure, Measure::chars),
        _ => candidate.total(&page.measure, Measure::prose),
    };
    let among = worded > 0 && page.outline.holds(page.article.container, candidate.first());
    // What stands in the middle of a text and is longer is the text; so is what is much longer than all of it.
    let between = page.position(candidate.first(), candidate.end(page)) == Position::Inside;
    let most = if between { page.article.chars } else { page.article.chars * MOST_COMMENTS };
    let longer = candidate.total(&page.measure, Measure::prose) > most;
    !holds_page
        && !longer
        && !candidate.nodes.iter().any(|&n| is_open(page, candidate.category, n))
        && (!among || verdict.is_proven())
        && !holds_pictures(page, candidate)
        && prose as f32 <= share * page.article.chars as f32
}

/// Characters of prose in an element that stand in no card, where they are many: a box that was left open has
/// them of the text.
fn loose_prose(page: &Page<'_>, id: NodeId) -> u32 {
    let m = &page.measure;
    let is_card = |&n: &NodeId| n > id && m.chars(n) <= LARGEST_CARD;
    let carded = |n: NodeId| page.outline.ancestors(n).take_while(is_card).any(|n| m.titles(n) > 0);
    let loose = page.outline.inside(id).filter(|&n| m.is_prose(n) && !carded(n));
    let chars = loose.map(|n| m.line_chars(n)).sum();
    if chars > LONGEST_WORDS { chars } else { 0 }
}

/// Whether a block was left open and swallows what follows: the foot of the site, or, where it is about
/// a person, fields or another box of its kind.
fn is_open(page: &Page<'_>, category: Category, id: NodeId) -> bool {
    let class = page.outline.attribute(id, "class");
    let foot = |n: NodeId| page.signs.chrome[n] && page.outline.is(n, &["footer"]);
    let again = |n: NodeId| class.is_some() && page.outline.attribute(n, "class") == class;
    match category {
        Category::Comments | Category::CommentForm => false,
        Category::AuthorBio => {
            page.measure.fields(id) > 0 || page.outline.inside(id).any(|n| again(n) || foot(n))
        }
        _ => !page.signs.chrome[id] && page.outline.inside(id).any(foot),
    }
}

/// Whether pictures of the article stand in a block: between its paragraphs, in no link, and in
/// nothing that is set aside by its markup.
fn holds_pictures(page: &Page<'_>, candidate: &Candidate) -> bool {
    let between = page.position(candidate.first(), candidate.end(page)) == Position::Inside;
    let own = |n: usize| {
        page.outline.is(n, &["img"])
            && page.measure.loose_pictures(n) > 0
            && !page.aside[n]
            && !shows_story(page, n)
    };
    between && candidate.nodes.iter().any(|&n| page.outline.whole(n).any(own))
}
