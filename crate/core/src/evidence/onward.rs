//! Links to read on, and places that are still empty.

use core::ops::Range;

use super::{Evidence, Kind, is_sentence};
use crate::{
    attribute::HREF,
    candidate::{Candidate, by_label::is_shown_by_pictures},
    cards::{cards_in, is_story},
    category::Category,
    links::{host_in, leaves},
    measure::{Measure, share},
    outline::{
        NodeId,
        tag::{ALL_HEADINGS, INLINE, LI},
    },
    page::{Page, Position},
    report::Reason,
    targets::{AWAY, ELSEWHERE},
};

/// At least this share of a block that leads on is links.
const LINKED: f32 = 0.4;
/// Of one with three titles at least this.
const LISTED: f32 = 0.25;
/// At least this share of links to the neighbours and of a list of tags is links.
const MOSTLY: f32 = 0.6;
/// Strength of links that may be the article's sources.
const SOURCES: f32 = 0.5;

/// Most of the text is links, and most of these read like titles; entries of menus do not.
pub(super) fn links(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let (count, titles) = (candidate.total(page, Measure::links), candidate.total(page, Measure::titles));
    let linked = candidate.total(page, Measure::link_chars);
    let part = share(linked, candidate.total(page, Measure::chars));
    let enough = match candidate.category {
        Category::Teaser | Category::Sponsored => {
            let read_on = candidate.total(page, Measure::title_chars) * 2 >= linked;
            titles > 0 && read_on && (part >= LINKED || titles >= 3 && part >= LISTED)
        }
        // Tags are words, not titles.
        Category::Tags if titles * 2 > count => false,
        _ => count > 0 && part >= MOSTLY,
    };
    if !enough {
        return None;
    }
    let sources = candidate.category == Category::Sponsored && may_be_sources(page, candidate);
    let reason =
        Reason::new("links").number("count", count as usize).number("share", (part * 100.0) as usize);
    let strength = if sources { SOURCES } else { 1.0 };
    Some(Evidence { kind: Kind::Links, strength, reason: Some(reason) })
}

/// Whether links below the text stand in the article's own part, or lead to several sites.
fn may_be_sources(page: &Page<'_>, candidate: &Candidate) -> bool {
    let mut links = candidate.whole(page).filter_map(|n| page.outline.attribute(n, HREF));
    let first = links.find_map(host_in).unwrap_or_default();
    candidate.position(page) == Position::After
        && (page.is_within(candidate.first()) || links.any(|href| leaves(href, first)))
}

/// One story, below its label or by itself: its picture and its title lead to the same article of the site.
pub(super) fn card(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let story = match candidate.nodes[..] {
        [only] => only,
        [label, story] if page.measure.links(label) == 0 => story,
        _ => return None,
    };
    is_story(page, story).then(|| Evidence::of(Kind::Card, Reason::new("card")))
}

/// Words without a link that reads like a title lead nowhere, but for those of cards.
pub(super) fn linkless(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let none = candidate.total(page, Measure::titles) == 0 && stories(page, candidate).is_none();
    let told = candidate.total(page, Measure::prose) > 0 || is_sentence(page, candidate.first());
    (none && told).then(|| Evidence::silent(Kind::Bare, 1.0))
}

/// Cards of other articles, where their links alone do not read like titles.
pub(super) fn stories(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    if links(page, candidate).is_some() {
        return None;
    }
    let shown = candidate.nodes.iter().filter(|&&n| is_shown_by_pictures(page, n));
    let shown = shown.map(|&n| page.measure.links(n) as usize).max().unwrap_or(0);
    let most = candidate.whole(page).map(|n| cards_in(page, n)).fold(shown, usize::max);
    let told = || Evidence::of(Kind::Stories, Reason::new("cards").number("count", most));
    (most >= 3).then(told)
}

/// Children of the same shape, each with a link, one story among such, or lines that are a link: three at least.
pub(super) fn cards(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let linked = |c: NodeId| page.measure.links(c) > 0;
    let within = candidate.whole(page).map(|n| page.outline.alike(n, &linked)).max().unwrap_or(0);
    // The first and the last entry of a list may have classes of their own.
    let entry = |&n: &NodeId| page.outline.is(n, LI) && page.measure.titles(n) > 0;
    let entries = candidate.whole(page).filter(entry).count();
    let around = if is_story(page, candidate.first()) { stories_around(page, candidate.first()) } else { 0 };
    let line = |n: &&NodeId| page.measure.is_one_link(**n);
    // A heading among the paragraphs heads a part of the article as well.
    let headed = page.outline.any(page.outline.whole(candidate.first()), ALL_HEADINGS);
    let lines = if headed { 0 } else { candidate.nodes.iter().filter(line).count() };
    let most = within.max(around).max(lines).max(entries);
    (most >= 3).then(|| Evidence::of(Kind::Cards, Reason::new("cards").number("count", most)))
}

/// How many cards there are where a story is one, whatever is wrapped around it.
fn stories_around(page: &Page<'_>, id: NodeId) -> usize {
    let m = &page.measure;
    let same = |n: &NodeId| m.chars(*n) == m.chars(id) && !page.is_wrapper(*n);
    let card = page.outline.ancestors(id).take_while(same).last().unwrap_or(id);
    cards_in(page, page.outline.node(card).parent)
}

/// Three pictures beside the article, as lists of sources do not have.
pub(super) fn pictured(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let count = candidate.total(page, Measure::pictures) as usize;
    let beside = candidate.position(page) == Position::Beside;
    (count >= 3 && beside).then(|| Evidence::of(Kind::Stories, Reason::new("cards").number("count", count)))
}

/// Most links of a teaser lead to other sites.
pub(super) fn outbound(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let (out, all) = leaving(page, candidate.whole(page));
    (out * 2 > all).then(|| Evidence::silent(Kind::Outbound, 1.0))
}

/// Most links of a sponsored block lead to the same site.
pub(super) fn inbound(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let (out, all) = leaving(page, candidate.whole(page));
    (out * 2 < all).then(|| Evidence::silent(Kind::Inbound, 1.0))
}

/// Number of links that lead to other sites, and of all.
pub(crate) fn leaving(page: &Page<'_>, within: Range<NodeId>) -> (usize, usize) {
    (page.targets.count(within.clone(), AWAY), page.targets.count(within, ELSEWHERE))
}

/// Nothing that a reader sees, or nothing but a label: for a script to fill.
pub(super) fn empty_mount(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    // But for buttons, an element in a line is a sign or a dot.
    let block = |n: NodeId| candidate.category == Category::Share || !page.outline.is(n, INLINE);
    let blank = candidate.nodes.iter().all(|&n| page.measure.is_blank(n) && block(n));
    let label = candidate.label.and_then(|l| page.signs.labels.get(l));
    let hollow = label.is_some_and(|l| {
        candidate.nodes.len() == 1
            && matches!(candidate.category, Category::Teaser | Category::Comments | Category::Newsletter)
            && candidate.total(page, Measure::chars) == page.measure.chars(l.node)
            && candidate.total(page, Measure::links) == 0
    });
    (blank || hollow).then(|| Evidence::of(Kind::EmptyMount, Reason::new("empty-mount")))
}
