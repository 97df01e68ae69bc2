//! The guard: what a block may not hold of the article.

use super::{MOST_TOGETHER, attached::is_attached};
use crate::{
    attribute::CLASS,
    candidate::{Candidate, by_person::introduces},
    cards::{LARGEST, shows_story},
    category::Category,
    evidence::core,
    measure::Measure,
    outline::{
        NodeId,
        tag::{FIGURE, FOOTER, IMG, LI, P, ROOTS},
    },
    page::{LONGEST_BIO, Page, Position},
    part::{ends_in, without_number},
    verdict::Verdict,
    words::Meaning,
};

/// A block may hold at most this share of the article's own prose.
pub(super) const MOST_OF_ARTICLE: f32 = 0.1;
/// Words of a block in no card, such as those that invite to sign up, have at most so many characters.
const LONGEST_WORDS: u32 = 400;
/// Words that lead to other stories, outside their cards, have at most so many.
const LONGEST_BLURB: u32 = 250;
/// A box in a column has more than so many characters.
const LEAST_BOX: u32 = 60;
/// And to each title in it there are so many links at most.
const MOST_TO_TITLE: u32 = 4;
/// A page has at most so many boxes of one kind about those who wrote it.
const MOST_BIOS: usize = 2;
/// Comments are at most so many times as long as the article.
const MOST_COMMENTS: u32 = 8;

/// Whether a block leaves the headline, the article's text and its pictures.
pub(crate) fn spares_article(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let holds_page = candidate.nodes.iter().any(|&n| page.is_wrapper(n) || page.holds_headline(n));
    // Among the article's paragraphs a name is no proof: one of them may bear it too.
    let worded = match candidate.category {
        Category::Comments => candidate.total(page, Measure::chars),
        _ => candidate.total(page, Measure::prose),
    };
    let within = page.is_within(candidate.first());
    !holds_page
        && !is_longer(page, candidate)
        && !candidate.nodes.iter().any(|&n| is_open(page, candidate.category, n))
        && (!within || worded == 0 || verdict.is_proven())
        && (!within || is_foreign(page, verdict) && !is_asked(page, verdict))
        && !goes_on(page, verdict)
        && !is_attached(page, verdict)
        && (verdict.is_named() || !is_in_recipe(page, candidate.first()))
        && !holds_pictures(page, candidate)
        && !is_mixed(page, verdict)
        && !holds_paragraph(page, candidate)
        && !holds_text(page, verdict)
}

/// Whether a block in the article's own part is none of it: an article may end in cards of its own, in letters of
/// readers, or in what several people say.
fn is_foreign(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let mut nodes = candidate.nodes.iter();
    match candidate.category {
        Category::Teaser => {
            let between = candidate.position(page) == Position::Inside;
            (page.aside[candidate.first()] && !between || verdict.is_told())
                && !is_announced(page, candidate.first())
        }
        Category::Comments => !verdict.is_unsaid() || nodes.any(|&n| speaks_of_comments(page, n)),
        Category::AuthorBio => verdict.is_ruled() || !nodes.any(|&n| is_one_of_many(page, n)),
        _ => true,
    }
}

/// Whether an element stands in the card of a recipe, which has buttons and a name of its own.
fn is_in_recipe(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.upward(id).any(|n| page.signs.said[n].recipe)
}

/// Whether a block is a form that a static page is made for; comments that a platform adds are none.
fn is_asked(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    let asks = match candidate.category {
        Category::Comments | Category::CommentForm => !verdict.is_ruled(),
        category => category == Category::Newsletter,
    };
    asks && candidate.nodes.iter().any(|&n| asks_of_page(page, n))
}

/// Whether a column of links to other stories has a box of something else in it.
fn is_mixed(page: &Page<'_>, verdict: &Verdict) -> bool {
    let (m, signs, id) = (&page.measure, &page.signs, verdict.weighed.candidate.first());
    let leads_nowhere = |n: NodeId| !verdict.is_named() && m.links(n) > m.titles(n) * MOST_TO_TITLE;
    let is_other =
        |n: NodeId| m.chars(n) > LEAST_BOX && (leads_nowhere(n) || signs.is_named(n, Category::Tags));
    verdict.weighed.candidate.category == Category::Teaser
        && signs.said[id].column
        && core(page, id).last().is_some_and(|&whole| page.outline.children(whole).any(is_other))
}

/// Whether the paragraph before an element leads to it by a colon.
fn is_announced(page: &Page<'_>, id: NodeId) -> bool {
    let outline = page.outline;
    let before = page.article.prose.iter().rfind(|&&n| n < id);
    before.is_some_and(|&before| {
        let next = outline.following(before).find(|&n| !page.measure.is_blank(n));
        ends_in(outline.text(before), ":：") && next.is_some_and(|next| outline.holds(next, id))
    })
}

/// Whether links that nothing tells to be a teaser are a part of a list like the one taken for the article.
fn goes_on(page: &Page<'_>, verdict: &Verdict) -> bool {
    let (outline, candidate) = (page.outline, &verdict.weighed.candidate);
    let id = candidate.first();
    let class = outline.attribute(id, CLASS);
    let alike = |n: NodeId| outline.attribute(n, CLASS) == class && outline.holds(n, page.article.container);
    candidate.category == Category::Teaser
        && !verdict.is_told()
        && class.is_some()
        && outline.children(outline.node(id).parent).any(alike)
}

/// Whether a label in an element is one that comments have.
fn speaks_of_comments(page: &Page<'_>, id: NodeId) -> bool {
    let is = |m: &Meaning| matches!(m.kind.category(), Some(Category::Comments | Category::CommentForm));
    page.signs.labels_in(page.outline, id).iter().any(|label| label.meanings.iter().any(is))
}

/// Whether an element is a form of a static page: to book, to sign, to write to somebody.
fn asks_of_page(page: &Page<'_>, id: NodeId) -> bool {
    let is_static = |n: NodeId| page.outline.is(n, ROOTS) && page.outline.says(n, CLASS, "page");
    page.measure.fields(id) > 0 && page.outline.upward(id).any(is_static)
}

/// Whether an element is one of several pictures with words, wherever they stand.
fn is_one_of_many(page: &Page<'_>, id: NodeId) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    let class = |n: NodeId| outline.attribute(n, CLASS);
    let beside = |n: NodeId| class(n).is_some() || outline.node(n).parent == outline.node(id).parent;
    let alike = |n: NodeId| outline.node(n).tag == outline.node(id).tag && class(n) == class(id) && beside(n);
    let worded = |n: NodeId| m.pictures(n) > 0 && m.prose(n) > 0;
    worded(id) && are_many(page, &|n| alike(n) && worded(n))
}

/// Whether more elements are of a kind than a page has boxes about those who wrote it.
fn are_many(page: &Page<'_>, is: &dyn Fn(NodeId) -> bool) -> bool {
    (0..page.outline.len()).filter(|&n| is(n)).nth(MOST_BIOS).is_some()
}

/// Whether a block holds too much of what is the article's text, or may be.
fn holds_text(page: &Page<'_>, verdict: &Verdict) -> bool {
    let candidate = &verdict.weighed.candidate;
    // A column is no part of the article, but what is only called comments in one may be.
    let position = candidate.position(page);
    let below = !matches!(position, Position::Before | Position::Inside);
    let threadless =
        candidate.category == Category::Comments && !(verdict.is_thread() || verdict.is_ruled() && below);
    let own = |n| if threadless { page.measure.prose(n) } else { text_in(page, candidate.category, n) };
    let prose: u32 = candidate.nodes.iter().map(|&n| own(n)).sum();
    let share = match candidate.category {
        // Nobody comments before the text is read: what stands there is of it.
        Category::Comments if threadless && !below => 0.0,
        Category::AuthorBio if introduces(page, candidate.first()) => MOST_TOGETHER,
        Category::Comments | Category::AuthorBio => MOST_OF_ARTICLE,
        _ => MOST_OF_ARTICLE / 2.0,
    };
    prose as f32 > share * page.article.chars as f32
}

/// Whether a block is the text itself: what stands in the middle of a text and is longer, or is much longer than
/// all of it.
fn is_longer(page: &Page<'_>, candidate: &Candidate) -> bool {
    let between = candidate.position(page) == Position::Inside;
    let most = if between { page.article.chars } else { page.article.chars * MOST_COMMENTS };
    candidate.total(page, Measure::prose) > most
}

/// Characters in an element that are the article's, or may be.
fn text_in(page: &Page<'_>, category: Category, id: NodeId) -> u32 {
    let own = page.article.text_in(&page.measure, id);
    match category {
        Category::AuthorBio if page.measure.prose(id) > LONGEST_BIO => page.measure.prose(id),
        Category::CommentForm if page.measure.fields(id) > 0 => own,
        Category::Comments | Category::AuthorBio => own,
        _ if loose_prose(page, id) > LONGEST_WORDS => loose_prose(page, id).max(own),
        _ => own,
    }
}

/// Whether a block that leads to other stories holds a paragraph, or is one: a box in the article's own part that was
/// left open does, and a paragraph of prose or anything without a link may bear such a name.
fn holds_paragraph(page: &Page<'_>, candidate: &Candidate) -> bool {
    let leads = matches!(candidate.category, Category::Teaser | Category::Sponsored);
    let first = candidate.first();
    let is_paragraph = page.outline.is(first, P) && page.measure.is_prose(first);
    let most = if is_paragraph || candidate.total(page, Measure::links) == 0 {
        0
    } else if page.is_within(first) {
        LONGEST_BLURB
    } else {
        u32::MAX
    };
    leads && candidate.nodes.iter().map(|&n| loose_prose(page, n)).sum::<u32>() > most
}

/// Characters of prose in an element that stand in no card.
fn loose_prose(page: &Page<'_>, id: NodeId) -> u32 {
    let m = &page.measure;
    let is_card = |&n: &NodeId| n > id && m.chars(n) <= LARGEST;
    // An entry of a list may be a card without a box in it.
    let from = |n: NodeId| if page.outline.is(n, LI) { n } else { page.outline.node(n).parent };
    let carded = |n: NodeId| page.outline.upward(from(n)).take_while(is_card).any(|n| m.titles(n) > 0);
    page.outline.whole(id).filter(|&n| m.is_prose(n) && !carded(n)).map(|n| m.line_chars(n)).sum()
}

/// Whether a block was left open and swallows what follows: the foot of the site, or, where it is about
/// a person, fields or another box of its kind. Many such boxes are what the article is about.
fn is_open(page: &Page<'_>, category: Category, id: NodeId) -> bool {
    let class = page.outline.attribute(id, CLASS);
    let foot = |n: NodeId| page.signs.chrome[n] && page.outline.is(n, FOOTER);
    let again = |n: NodeId| class.is_some() && page.outline.attribute(n, CLASS) == class;
    let name = |n: NodeId| {
        let (_, name) = page.signs.names[n].filter(|(named, _)| *named == category)?;
        Some(without_number(name))
    };
    match category {
        Category::Comments | Category::CommentForm => false,
        Category::AuthorBio => {
            page.measure.fields(id) > 0
                || page.outline.inside(id).any(|n| again(n) || foot(n))
                || name(id).is_some_and(|own| are_many(page, &|n| name(n) == Some(own)))
        }
        _ => !page.signs.chrome[id] && page.outline.inside(id).any(foot),
    }
}

/// Whether pictures of the article stand in a block: between its paragraphs, in no link, and in
/// nothing that is set aside by its markup.
fn holds_pictures(page: &Page<'_>, candidate: &Candidate) -> bool {
    let between = candidate.position(page) == Position::Inside;
    let own = |n: usize| {
        page.outline.is(n, IMG)
            && page.measure.loose_pictures(n) > 0
            && (!page.aside[n] || page.outline.stands_in(n, FIGURE) && candidate.category == Category::Share)
            && !shows_story(page, n)
    };
    between && candidate.nodes.iter().any(|&n| page.outline.whole(n).any(own))
}
