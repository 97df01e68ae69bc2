//! What to take off: the verdicts that stand, checked against the article, each block once.

use alloc::vec::Vec;

mod attached;
pub(crate) mod guard;
mod heading;
pub(crate) mod own;
mod row;

use guard::spares_article;
use serde::Serialize;

use crate::{
    candidate::Candidate,
    cards::cards_in,
    category::Category,
    evidence::Kind,
    extent::{is_common_shell, widen},
    measure::Measure,
    order::places,
    outline::NodeId,
    page::{Page, Position},
    report::{Block, describe},
    settings::Settings,
    targets::ARTICLE,
    verdict::Verdict,
};

/// All blocks together may hold at most this share of the article's own prose.
const MOST_TOGETHER: f32 = 0.15;

/// A block goes from this sum on where one of its kind that surely goes is in it.
const BACKED: f32 = 0.7 - 1e-4;
/// Such a block has at most so many characters beside the sure one, or as many as that one.
const MOST_BESIDE: u32 = 220;

/// An article's own part invites to so many newsletters at most.
const MOST_NEWSLETTERS: usize = 2;
/// And has so many boxes that do so, at most.
const MOST_BOXES: usize = 3;

/// To each line that sends the reader on there are so many paragraphs at least.
const PARAGRAPHS: usize = 2;

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
        let mut sparing: Vec<&Verdict> = Vec::new();
        // What is not sure is asked after all that is: a sure block in it backs it.
        for is_sure in [true, false] {
            let sure = sparing.len();
            for v in verdicts.iter().filter(|v| v.goes == is_sure) {
                if (is_sure || is_backed(page, v, &sparing[..sure])) && spares_article(page, v) {
                    sparing.push(v);
                }
            }
        }
        let stays = |v: &Verdict| {
            let holds = |other: &&&Verdict| holds(page, v, other) && !is_entry(page, other);
            sparing.iter().filter(holds).any(|other| match wanted(other) {
                true => !v.is_told() && other.is_told(),
                false => (!v.is_named() || is_all(page, v, other)) && other.is_named(),
            })
        };
        let listed = is_list_of_lines(page, &sparing);
        let kept = |v: &Verdict| stays(v) || listed && v.is_mere_line();
        let mut going = Vec::new();
        sparing.iter().filter(|v| wanted(v) && !kept(v)).for_each(|v| going.push(*v));
        // The block that begins first and ends last is the whole one; markup says best what it is.
        let place = |v: &Verdict| {
            let c = &v.weighed.candidate;
            let said = (v.is_marked(), (v.score * 1000.0) as i32);
            (c.first(), core::cmp::Reverse(c.end(page)), core::cmp::Reverse(said))
        };
        let order = places(going.len(), &|a, b| place(going[a]).cmp(&place(going[b])));
        let mut making = Making::default();
        order.into_iter().for_each(|at| making.add(page, going[at]));
        spare_newsletters(page, &mut making.removals);
        heading::add(page, &mut making.removals);
        Self { removals: making.removals }
    }
}

/// Whether an article has a line or a card that sends the reader on to every few paragraphs, and no more than a sign, a
/// weak label or a platform says that it does: then these are what it is about.
fn is_list_of_lines(page: &Page<'_>, verdicts: &[&Verdict]) -> bool {
    let within = |v: &Verdict| {
        let candidate = &v.weighed.candidate;
        v.is_mere_line() && (candidate.line || candidate.position(page) == Position::Inside)
    };
    verdicts.iter().filter(|v| within(v)).count() * PARAGRAPHS > page.article.prose.len()
}

/// Gives back the newsletters of a page that is about them: one that presents several.
fn spare_newsletters(page: &Page<'_>, removals: &mut Vec<Removal>) {
    let is = |r: &Removal| {
        r.block.category == Category::Newsletter
            && page.is_within(r.nodes[0])
            && r.block.reasons.iter().all(|reason| reason.key != "rule")
    };
    // One and the same box may stand in a text more than once.
    let is_first = |(at, r): &(usize, &Removal)| {
        is(r) && !removals[..*at].iter().any(|other| is(other) && other.block.words == r.block.words)
    };
    let several = removals.iter().enumerate().filter(is_first).count() > MOST_NEWSLETTERS;
    if several || removals.iter().filter(|r| is(r)).count() > MOST_BOXES {
        own::drop_where(removals, &is);
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
        let (candidate, kept) = self.widened(page, found.clone(), self.removals.len());
        let prose: u32 = candidate.nodes.iter().map(|&n| page.prose_in(n)).sum();
        let too_much = (self.taken + prose) as f32 > MOST_TOGETHER * page.article.chars as f32;
        if prose > 0 && too_much {
            return;
        }
        self.taken += prose;
        self.removals.truncate(kept);
        self.removals.push(Removal { nodes: candidate.nodes, block: describe(page, verdict) });
        while self.join(page) {}
        self.reached = self.removals.last().map_or(0, |last| page.outline.end_of(&last.nodes));
    }

    /// A block with its shell, and how many blocks stand before it. What goes already in the shell goes with it; a
    /// shell that is another block's too is not its own.
    fn widened(&self, page: &Page<'_>, block: Candidate, kept: usize) -> (Candidate, usize) {
        let wide = widen(page, &block);
        match self.before(page, wide.first(), block.category) {
            Some(kept) => (wide, kept),
            None => (block, kept),
        }
    }

    /// How many blocks stand before an element that has no others in it than those of one kind; `None` where it has.
    fn before(&self, page: &Page<'_>, id: NodeId, category: Category) -> Option<usize> {
        let inner = |r: &&Removal| r.nodes[0] >= id && are_one(r.block.category, category);
        let count = self.removals.len() - self.removals.iter().rev().take_while(inner).count();
        self.removals[..count].last().is_none_or(|r| page.outline.end_of(&r.nodes) <= id).then_some(count)
    }

    /// Blocks of one kind that fill an element are one, told as the last of them, for a heading comes first; whether
    /// any were.
    fn join(&mut self, page: &Page<'_>) -> bool {
        let [.., before, last] = &mut self.removals[..] else { return false };
        row::fill(page, before, last);
        let (category, first) = (last.block.category, before.nodes[0]);
        let Some(parent) = page.outline.ancestors(last.nodes[0]).find(|&n| n < first) else { return false };
        let Some(kept) = self.before(page, parent, category) else { return false };
        let mut nodes = Vec::new();
        self.removals[kept..].iter().for_each(|r| nodes.extend(&r.nodes));
        let blocks = Candidate { nodes, category, label: None, line: false };
        let one = kept + 1 < self.removals.len() && is_common_shell(page, &blocks, parent);
        let last = if one { self.removals.pop() } else { None };
        if let Some(last) = last {
            let (whole, kept) = self.widened(page, Candidate::block(parent, category), kept);
            self.removals.truncate(kept);
            self.removals.push(Removal { nodes: whole.nodes, ..last });
        }
        one
    }
}

/// Whether blocks of two categories make one: comments with their form.
fn are_one(one: Category, other: Category) -> bool {
    use Category::{CommentForm, Comments};
    one == other || matches!((one, other), (Comments, CommentForm) | (CommentForm, Comments))
}

/// Whether a block is of one story in a list: what looks like a bio is one of several cards, with the name of who
/// wrote that story; what bears the name of comments has a number at most, or a link to that story.
fn is_entry(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    match candidate.category {
        Category::AuthorBio => {
            !verdict.is_marked() && cards_in(page, page.outline.node(candidate.first()).parent) >= CARDS
        }
        Category::Comments => {
            let worded = |&n: &NodeId| page.outline.text(n).bytes().any(|b| b > b'9');
            let leads_on = || page.targets.count(candidate.whole(page), ARTICLE) > 0;
            !verdict.is_ruled() && !verdict.is_thread() && (!candidate.nodes.iter().any(worded) || leads_on())
        }
        _ => false,
    }
}

/// Whether a block that is told to be of a kind, but not surely, holds one that surely is.
fn is_backed(page: &Page<'_>, verdict: &Verdict, sure: &[&Verdict]) -> bool {
    let outer = &verdict.weighed.candidate;
    let is_signed = verdict.has(&[Kind::Byline]);
    if verdict.score < BACKED || is_signed || !verdict.is_told() || page.is_column(outer.first()) {
        return false;
    }
    let count = |c: &Candidate, of| c.total(page, of);
    let (mut chars, mut pictures, mut held) = (0, 0, false);
    for inner in sure.iter().map(|other| &other.weighed.candidate).filter(|c| outer.holds(page, c)) {
        if !are_one(inner.category, outer.category) {
            return false;
        }
        chars = chars.max(count(inner, Measure::chars));
        pictures += count(inner, Measure::loose_pictures);
        held = true;
    }
    // Its links are of its kind too.
    let links = match outer.category {
        Category::Share | Category::Teaser => count(outer, Measure::link_chars),
        _ => 0,
    };
    let rest = count(outer, Measure::chars).saturating_sub(chars.max(links));
    held && rest <= chars.max(MOST_BESIDE) && (rest == 0 || count(outer, Measure::loose_pictures) <= pictures)
}

/// Whether nothing but its markup and its place tells a block to be what it is, and another one is all of it.
fn is_all(page: &Page<'_>, verdict: &Verdict, other: &Verdict) -> bool {
    let count = |v: &Verdict, of| v.weighed.candidate.total(page, of);
    !verdict.is_proven()
        && !verdict.is_ruled()
        && count(other, Measure::chars) > 0
        && count(verdict, Measure::chars) == count(other, Measure::chars)
}

/// Whether a block holds one of another kind, or is it.
fn holds(page: &Page<'_>, verdict: &Verdict, other: &Verdict) -> bool {
    let (outer, inner) = (&verdict.weighed.candidate, &other.weighed.candidate);
    outer.category != inner.category && outer.holds(page, inner)
}
