//! How far a block reaches: the heading, the wrapper and the shell around it belong to it, its
//! neighbours do not.

use alloc::vec;

use crate::{
    candidate::{Candidate, by_invitation::is_button_in_frame},
    category::Category,
    dates::is_date,
    measure::Measure,
    outline::{
        NodeId,
        tag::{BUTTON, CONTROLS, FIGCAPTION, HEADINGS, INLINE, PLAYERS, TIME},
    },
    page::{Page, Position},
};

/// A wrapper has at most this many characters beside the block in it.
const REST: u32 = 60;
/// Or this share of the block's own.
const REST_SHARE: f32 = 0.15;
/// A wrapper of comments, teasers or a sign-up box may have a button of so many characters beside it.
const BUTTON_CHARS: u32 = 12;
/// A bio has at most so many pictures beside it: the same portrait for narrow and for wide windows.
const PORTRAITS: u32 = 2;
/// Words that invite to sign up are at most this many characters.
const INVITATION: u32 = 400;
/// A box around a sign-up form has at most this many parts.
const MOST_PARTS: usize = 6;

/// The candidate with all that belongs to it.
pub(crate) fn widen(page: &Page<'_>, candidate: &Candidate) -> Candidate {
    let mut wide = candidate.clone();
    while let Some(parent) = shell(page, &wide).or_else(|| invitation(page, &wide)) {
        wide.nodes = vec![parent];
    }
    wide
}

/// Whether an element is no more than the shell of several blocks of a kind; a column stays.
pub(crate) fn is_common_shell(page: &Page<'_>, blocks: &Candidate, parent: NodeId) -> bool {
    !page.is_column(parent) && is_shell(page, blocks, parent)
}

/// The parent of a sign-up form, where all it has beside the form is words that invite to sign up.
fn invitation(page: &Page<'_>, candidate: &Candidate) -> Option<NodeId> {
    let m = &page.measure;
    let form = candidate.first();
    let parent = page.outline.node(form).parent;
    let fits = candidate.category == Category::Newsletter
        && candidate.nodes.len() == 1
        && !page.is_wrapper(parent)
        && !page.holds_headline(parent)
        && !shares_column(page, candidate, parent)
        && m.chars(parent) - m.chars(form) <= INVITATION
        && m.fields(parent) == m.fields(form)
        && m.titles(parent) <= m.titles(form) + 1
        && is_box(page, form, parent);
    fits.then_some(parent)
}

/// Whether a form stands in a box of its own, with few words and none of the article's.
fn is_box(page: &Page<'_>, form: NodeId, parent: NodeId) -> bool {
    let m = &page.measure;
    let own = page.prose_in(form);
    let button = || page.outline.any(page.outline.whole(form), BUTTON);
    (m.fields(form) > 0 || button())
        && m.links(parent) <= m.links(form) + 1
        && page.prose_in(parent) == own
        && m.loose_pictures(parent) <= m.loose_pictures(form) + 1
        && page.outline.children(parent).count() <= MOST_PARTS
}

/// The parent of a block, where it is no more than the block's shell.
fn shell(page: &Page<'_>, candidate: &Candidate) -> Option<NodeId> {
    let parent = page.outline.node(candidate.first()).parent;
    is_shell(page, candidate, parent).then_some(parent)
}

fn is_shell(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    if is_more(page, candidate, parent) {
        return false;
    }
    let beside = |of| candidate.beside(page, parent, of);
    let pictures = beside(Measure::pictures);
    let is_bio = candidate.category == Category::AuthorBio;
    let most_pictures = if is_bio { PORTRAITS } else { u32::from(is_in_list(page, candidate, parent)) };
    let is_other = |c: NodeId| page.signs.names[c].is_some_and(|(named, _)| named != candidate.category);
    let signed = is_bio && pictures > 0;
    // What is still empty has its maker's name beside it at most.
    let empty = candidate.category == Category::Sponsored && candidate.total(page, Measure::chars) == 0;
    beside(Measure::fields) == 0
        && (!empty || beside(Measure::links) < 2)
        && (signed || beside(Measure::titles) == 0)
        && beside(Measure::prose) == 0
        && pictures <= most_pictures
        && beside(Measure::chars)
            <= labels_beside(page, candidate, parent) + most_words(page, candidate, parent)
        && !page.outline.children(parent).any(is_other)
        && !page.holds_headline(parent)
        && !has_player_beside(page, candidate, parent)
        && !has_control_beside(page, candidate, parent)
}

/// Whether the parent is more than any shell: a part of the page, of the article or of its byline.
fn is_more(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let pictured =
        || candidate.category == Category::Share || candidate.beside(page, parent, Measure::pictures) > 0;
    // Before the text the article's byline stands around words about its author; with its date it may stand below.
    let signs = || page.position_of(parent) == Position::Before || is_dated(page, candidate, parent);
    // The foot of the site has links of its own.
    let of_site = || page.signs.chrome[parent] && candidate.beside(page, parent, Measure::links) > 0;
    page.is_wrapper(parent)
        || parent == candidate.first()
        || of_site()
        || page.signs.said[parent].picture && pictured()
        || candidate.category == Category::AuthorBio && signs()
        || has_text_beside(page, candidate, parent)
}

/// Whether a block is a list in a box of its own, or a bio in a column: what else is there is of its kind.
fn is_in_list(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let stands = page.position_of(parent);
    let listed = match candidate.category {
        // Above the text stands the article's own film beside a list of others.
        Category::Teaser | Category::Sponsored => stands != Position::Before,
        Category::AuthorBio => stands == Position::Beside,
        _ => false,
    };
    listed && !page.is_within(parent) && !shares_column(page, candidate, parent)
}

/// How many characters a shell has at most beside the block and its labels.
fn most_words(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> u32 {
    let category = candidate.category;
    if matches!(category, Category::Teaser | Category::Sponsored)
        && page.position_of(parent) == Position::Before
    {
        return 0;
    }
    let signed = category == Category::AuthorBio && candidate.beside(page, parent, Measure::pictures) > 0;
    let most = if signed || is_in_list(page, candidate, parent) || is_captioned(page, candidate, parent) {
        REST
    } else {
        (candidate.total(page, Measure::chars) as f32 * REST_SHARE).min(REST as f32) as u32
    };
    // A link in a line has the rest of the line beside it.
    let apart = is_told_apart(category) && !page.outline.is(candidate.first(), INLINE);
    if apart { most.max(BUTTON_CHARS) } else { most }
}

/// Whether the article's date stands beside a block.
fn is_dated(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let apart = |n: NodeId| n < candidate.first() || n >= candidate.end(page);
    page.outline.inside(parent).any(|n| apart(n) && is_date(page, n))
}

/// Whether a block is of a kind that stands beside no name or date of the article.
fn is_told_apart(category: Category) -> bool {
    matches!(category, Category::Comments | Category::CommentForm | Category::Newsletter | Category::Teaser)
}

/// Whether the parent is a column that has something else in it.
fn shares_column(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let other = |c: NodeId| {
        !candidate.nodes.contains(&c) && !page.measure.is_blank(c) && !page.outline.is(c, HEADINGS)
    };
    page.is_column(parent) && page.outline.children(parent).any(other)
}

/// Whether the words beside a row that shares are a caption of it: no name, no date, no count. A lone link to
/// follow stands beside the name of who is followed.
fn is_captioned(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let apart = |n: NodeId| page.outline.node(n).end <= candidate.first() || n >= candidate.end(page);
    let told = |n: NodeId| {
        page.outline.is(n, TIME)
            || page.signs.said[n].byline
            || page.outline.text(n).bytes().any(|b| b.is_ascii_digit())
    };
    candidate.category == Category::Share
        && candidate.total(page, Measure::links) != 1
        && !page.outline.inside(parent).any(|n| apart(n) && told(n))
}

/// Whether the parent has text of the article beside the block.
fn has_text_beside(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let own: u32 = candidate.nodes.iter().map(|&n| page.prose_in(n)).sum();
    page.prose_in(parent) > own
}

/// Whether a player, frame or captioned picture stands beside the block; a network's own button in a frame is
/// none.
fn has_player_beside(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let button = |n: NodeId| candidate.category == Category::Share && is_button_in_frame(page, n);
    let captioned = |n: NodeId| page.outline.is(n, FIGCAPTION) && page.measure.chars(n) > 0;
    page.outline
        .inside(parent)
        .any(|n| (page.outline.is(n, PLAYERS) || captioned(n)) && !button(n) && !candidate.has(page, n))
}

/// Whether a link or button for something else stands beside a row that shares.
fn has_control_beside(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> bool {
    let other = |n: NodeId| page.outline.is(n, CONTROLS) && !page.sharers.is(n) && !candidate.has(page, n);
    candidate.category == Category::Share && page.outline.inside(parent).any(other)
}

/// Characters of the block's own labels that stand in the parent beside it.
fn labels_beside(page: &Page<'_>, candidate: &Candidate, parent: NodeId) -> u32 {
    let own = |c: Category| {
        use Category::{CommentForm, Comments, Sponsored, Teaser};
        c == candidate.category
            || matches!(
                (candidate.category, c),
                (Sponsored, Teaser) | (Comments, CommentForm) | (CommentForm, Comments)
            )
    };
    page.signs
        .labels_in(page.outline, parent)
        .iter()
        .filter(|l| !candidate.has(page, l.node))
        .filter(|l| l.meanings.iter().any(|m| m.kind.category().is_some_and(own)))
        .map(|l| page.measure.line_chars(l.node))
        .sum()
}
