//! Fields, buttons and rows that share.

use core::ops::Range;

use super::{Evidence, Kind, markup::speaks_of};
use crate::{
    attribute::{ARIA_LABEL, CLASS, NAME, PLACEHOLDER, TYPE, VALUE},
    candidate::{
        Candidate,
        by_invitation::{is_call, is_invitation},
        by_label::is_button,
        by_links::is_row_of_profiles,
        by_thread::is_counter,
    },
    category::Category,
    measure::Measure,
    outline::{
        NodeId,
        tag::{A, ALL_HEADINGS, BUTTON, INPUT, TEXTAREA},
    },
    page::Page,
    part::{contains, parts},
    report::Reason,
    targets::{NETWORK, SHARE},
    words::Kind as Word,
};

/// A row of share links has at most this many characters beside them.
const REST_OF_ROW: u32 = 45;
/// Kinds of fields that no form has which asks for an e-mail address alone.
const OTHER_FIELDS: &str = "password search tel date datetime-local month week time number range color file";
/// A row has at most this many characters.
const LONGEST_ROW: u32 = 280;
/// Strength of buttons and profiles, where a row has no addresses that share.
const BUTTONS: f32 = 0.85;

pub(super) fn share_links(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let count = page.sharers.among(page.outline, &candidate.nodes) as usize;
    let profiles = page.targets.count(candidate.whole(page), NETWORK);
    let buttons = |n: NodeId| page.sharers.is(n) || page.targets.lead(n, NETWORK);
    let told: u32 = candidate.whole(page).filter(|&n| buttons(n)).map(|n| page.measure.chars(n)).sum();
    let rest = candidate.total(page, Measure::chars).saturating_sub(told);
    // An address that shares is surer than a button that names a network.
    let follows = candidate.nodes.iter().any(|&n| is_row_of_profiles(page, n));
    let sure = addresses(page, candidate.whole(page)) >= 2 || follows;
    let strength = if sure { 1.0 } else { BUTTONS };
    let reason = Reason::new("share-links").number("count", count.max(profiles));
    let row = count.max(profiles) >= 2 && rest <= REST_OF_ROW;
    row.then_some(Evidence { kind: Kind::ShareLinks, strength, reason: Some(reason) })
}

/// Number of addresses that share the page.
pub(super) fn addresses(page: &Page<'_>, within: Range<NodeId>) -> usize {
    page.targets.count(within, SHARE)
}

/// Nothing but links and buttons, where a name alone says what they are for.
pub(super) fn row(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let m = &page.measure;
    let first = candidate.first();
    if candidate.label.is_some() || page.outline.stands_in(first, ALL_HEADINGS) {
        return None;
    }
    let chars = candidate.total(page, Measure::chars);
    let none = |of| candidate.total(page, of) == 0;
    if chars > LONGEST_ROW || !none(Measure::prose) || !none(Measure::fields) || !none(Measure::titles) {
        return None;
    }
    let tag = |n: NodeId| &*page.outline.node(n).tag;
    let names = |n: NodeId| page.outline.attribute(n, CLASS).is_some_and(|c| page.words.names_network(c));
    let is_part =
        |n: NodeId| page.outline.is(n, A | BUTTON) || contains(tag(n), "-") || (n != first && names(n));
    let (mut told, mut parts) = (0, 0);
    for n in candidate.whole(page).filter(|&n| is_part(n)) {
        (told, parts) = (told + m.chars(n), parts + 1);
    }
    let is = parts > 0 && chars.saturating_sub(told) <= REST_OF_ROW;
    is.then(|| Evidence::silent(Kind::Row, 1.0))
}

/// A lone link or button with a label: what it opens is the block.
pub(super) fn button(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let first = candidate.first();
    let label = candidate.label.and_then(|label| page.signs.labels.get(label));
    let labelled = label.is_some_and(|label| label.node == first) && is_button(page, first);
    let alone = candidate.nodes.len() == 1 && (labelled || is_counter(page, first));
    alone.then(|| Evidence::silent(Kind::Button, 1.0))
}

pub(super) fn comment_field(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let outline = page.outline;
    let area = outline.any(candidate.whole(page), TEXTAREA);
    let told = || {
        candidate.whole(page).any(|n| {
            outline.attribute(n, NAME) == Some("comment")
                || [PLACEHOLDER, VALUE, ARIA_LABEL]
                    .iter()
                    .any(|&a| outline.attribute(n, a).is_some_and(|a| speaks_of_comment(page, a)))
        }) || candidate.nodes.iter().any(|&n| outline.lines(n).any(|line| speaks_of_comment(page, line)))
    };
    (area && told()).then(|| Evidence::of(Kind::CommentField, Reason::new("form-comment")))
}

pub(super) fn speaks_of_comment(page: &Page<'_>, text: &str) -> bool {
    page.words.meanings(text).iter().any(|m| !m.weak && speaks_of(m.kind, Category::CommentForm))
}

/// Words of its own that invite to a newsletter, or to follow.
pub(super) fn invites(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let is = if candidate.category == Category::Share { is_call } else { is_invitation };
    let does = candidate.nodes.iter().any(|&n| is(page, n));
    does.then(|| Evidence::of(Kind::Invites, Reason::new("invites")))
}

/// A form that asks for an e-mail address, and for a name at most; another field speaks against it.
pub(super) fn email_field(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let outline = page.outline;
    let is = |n: NodeId, kind: &str| outline.attribute(n, TYPE).is_some_and(|t| t.eq_ignore_ascii_case(kind));
    let other = |n: NodeId| parts(OTHER_FIELDS, b" ").any(|kind| is(n, kind));
    let text = |n: NodeId| outline.is(n, TEXTAREA);
    let email = |n: NodeId| {
        is(n, "email")
            || outline.attribute(n, NAME).is_some_and(|v| contains(&v.to_ascii_lowercase(), "email"))
            || outline
                .attribute(n, PLACEHOLDER)
                .is_some_and(|p| page.words.meanings(p).iter().any(|m| m.kind == Word::SubscribeField))
    };
    let any =
        |is: &dyn Fn(NodeId) -> bool| candidate.whole(page).any(|n| outline.is(n, INPUT | TEXTAREA) && is(n));
    if any(&other) {
        return Some(Evidence::silent(Kind::Bare, 1.0));
    }
    let few = candidate.total(page, Measure::fields) <= 3;
    (few && any(&email) && !any(&text)).then(|| Evidence::of(Kind::EmailField, Reason::new("form-email")))
}
