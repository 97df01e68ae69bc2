//! Where a block stands to the article, and what of the article is in it.

use super::{
    Evidence, Kind,
    forms::addresses,
    markup::{core, label},
    onward::links,
};
use crate::{
    attribute::{ITEMPROP, REL, ROLE},
    candidate::{
        Candidate,
        by_cards::{is_list, is_row},
        by_invitation::is_call,
        by_label::is_shown_by_pictures,
        by_person::{introduces, names_author},
    },
    cards::is_story,
    category::Category,
    dates::is_date,
    measure::{Measure, share},
    names::SHARES,
    outline::{
        NodeId,
        tag::{A, ARTICLE, ASIDE, DIV, FIGURE, H1, HEADER, LI, NAV, SECTION, TIME},
    },
    page::{Page, Position},
    part::contains,
    report::Reason,
    signs::Label,
    targets::{ARTICLE as STORY, ELSEWHERE, PART, PROFILE},
};

/// So many characters of the article's prose speak against a block in full, fewer by their share.
const FULL: u32 = 300;
/// That a list of titles stands in a part of the site weighs this share.
const STORIES: f32 = 0.15;
/// A menu has so many entries at least.
const ENTRIES: usize = 3;
/// Each of them has so many characters at most.
const LONGEST_ENTRY: u32 = 24;

pub(super) fn position(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let stands = candidate.position(page);
    let among = matches!(stands, Position::Before | Position::Inside);
    let apart = || is_set_aside(page, candidate) || is_said_apart(page, candidate);
    Some(match if among && apart() { Position::Beside } else { stands } {
        // Rows that share stand above the text as often as below it.
        Position::Before if candidate.category == Category::Share => {
            Evidence::of(Kind::Above, Reason::new("above"))
        }
        Position::Before => Evidence::silent(Kind::Before, 1.0),
        Position::Inside => Evidence::of(Kind::Inside, Reason::new("inside")),
        Position::After => Evidence::of(Kind::After, Reason::new("after")),
        Position::Beside => Evidence::of(Kind::Beside, Reason::new("beside")),
    })
}

/// Whether links to other articles stand in a box that the markup sets apart from the paragraphs around it.
fn is_set_aside(page: &Page<'_>, candidate: &Candidate) -> bool {
    candidate.category == Category::Teaser && page.in_column[candidate.first()]
}

/// Whether words about the author end the text, or stand before it beside a byline that says the name once more, as
/// what a click on it opens does.
fn is_said_apart(page: &Page<'_>, candidate: &Candidate) -> bool {
    let outline = page.outline;
    let own = candidate.whole(page);
    let bio = |n: NodeId| page.signs.is_named(n, Category::AuthorBio);
    let signs = |n: NodeId| {
        !own.contains(&n)
            && page.measure.chars(n) > 0
            && names_author(&page.authors, page.measure.first_line(n))
            && !outline.holds(n, candidate.first())
    };
    let head = || page.article.headline.unwrap_or(0)..page.article.span().map_or(0, |(first, _)| first);
    let opened = || {
        candidate.position(page) == Position::Before
            && candidate.total(page, Measure::prose) > 0
            && core(page, candidate.first()).into_iter().any(bio)
            && !own.clone().any(|n| outline.is(n, H1) || is_date(page, n))
            && head().any(signs)
    };
    candidate.category == Category::AuthorBio && (introduces(page, candidate.first()) || opened())
}

pub(super) fn prose(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let free = |n: NodeId| is_story(page, n) || is_call(page, n);
    let own = |n: NodeId| if free(n) { 0 } else { page.prose_in(n) };
    let chars: u32 = candidate.nodes.iter().map(|&n| own(n)).sum();
    (chars > 0).then(|| Evidence::silent(Kind::Prose, share(chars, FULL).min(1.0)))
}

/// The site's own part; but no site shares its menu, so a row that shares the page is the page's.
pub(super) fn chrome(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let first = candidate.first();
    // A headline that is a link is the site's name.
    let bare = page.article.headline.is_some_and(|h| page.measure.links(h) == 0);
    let titled = |n: NodeId| bare && page.outline.is(n, HEADER) && page.is_wrapper(n);
    let of_page = || page.outline.ancestors(first).any(titled) || shares(page, candidate);
    let own = match candidate.category {
        Category::Share => page.signs.chrome[first] && !of_page() || follows_site(page, candidate),
        _ => page.signs.chrome[first] || is_in_menu(page, first, candidate.category),
    };
    own.then(|| Evidence::silent(Kind::Chrome, if lists_stories(page, candidate) { STORIES } else { 1.0 }))
}

/// Whether a block clear of the text has a list of other articles under a label for such, and little that leads
/// elsewhere. What is newest or most read may be a part of the site.
fn lists_stories(page: &Page<'_>, candidate: &Candidate) -> bool {
    let own = || candidate.whole(page);
    let heads = |&n: &NodeId| page.signs.labels_in(page.outline, n).iter().any(Label::is_onward);
    let is_menu =
        |n: NodeId| page.outline.is(n, NAV) || page.outline.attribute(n, ROLE) == Some("navigation");
    candidate.category == Category::Teaser
        && candidate.nodes.iter().any(heads)
        && candidate.position(page).is_clear()
        && !page.outline.upward(candidate.first()).any(is_menu)
        && page.targets.count(own(), STORY) * 3 >= page.targets.count(own(), ELSEWHERE) * 2
        && own().any(|n| is_row(page, n) || is_list(page, n) || is_shown_by_pictures(page, n))
        && own().all(|n| page.measure.titles(n) < 2 || is_story(page, n) || has_only_stories(page, n))
}

/// Whether all that stands in an element are stories and their label: the site's menu and who it belongs to are none.
fn has_only_stories(page: &Page<'_>, id: NodeId) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    let fits = |c: NodeId| m.is_blank(c) || m.titles(c) > 0 || !page.signs.labels_in(outline, c).is_empty();
    outline.children(id).all(fits)
}

/// Whether a row leads to the site's profiles alone, and stands over the headline or has a name of the site's parts.
fn follows_site(page: &Page<'_>, candidate: &Candidate) -> bool {
    let first = candidate.first();
    let over = candidate.label.is_none()
        && !page.in_column[first]
        && page.article.headline.is_some_and(|headline| first < headline);
    (over || page.signs.said[first].chrome)
        && page.targets.count(candidate.whole(page), PROFILE) > 1
        && page.sharers.among(page.outline, &candidate.nodes) < 2
}

/// Whether an element is an entry of a menu: others beside it are short links too, and none of them shares. What is
/// called a newsletter may lead to nothing but what a script opens, and stand in no list.
fn is_in_menu(page: &Page<'_>, id: NodeId, category: Category) -> bool {
    let (outline, m) = (page.outline, &page.measure);
    let letter = category == Category::Newsletter;
    let entry = if letter { LI | A } else { LI };
    let is_entry = |&n: &NodeId| {
        let is_all = |link: NodeId| outline.is(link, A) && m.chars(link) == m.chars(n);
        outline.is(n, entry) && (1..=LONGEST_ENTRY).contains(&m.chars(n)) && outline.whole(n).any(is_all)
    };
    let above = outline.node(id).parent;
    let own = if outline.is(above, entry) { above } else { id };
    let menu = outline.node(own).parent;
    is_entry(&own)
        && (letter || page.targets.count(outline.whole(own), PART) == 0)
        && page.sharers.below(outline, menu) == 0
        && outline.children(menu).filter(is_entry).nth(ENTRIES - 1).is_some()
}

/// Whether a row has addresses that share the page, or buttons and a name or label that says what they do.
fn shares(page: &Page<'_>, candidate: &Candidate) -> bool {
    let buttons = || page.sharers.among(page.outline, &candidate.nodes) >= 2;
    let says = |name: &str| contains(&name.to_ascii_lowercase(), SHARES);
    let of = |n: NodeId| page.signs.names[n].is_some_and(|(c, name)| c == Category::Share && says(name));
    let named = || core(page, candidate.first()).into_iter().any(of);
    let told = || label(page, candidate).is_some_and(|e| e.kind == Kind::Label);
    addresses(page, candidate.whole(page)) >= 2 || buttons() && (named() || told())
}

/// Name or date of the article: where it stands before the text, or in a row that shares. Those in a list of
/// titles are other articles'.
pub(super) fn byline(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let before = candidate.position(page) == Position::Before;
    let listed = candidate.category == Category::Teaser && links(page, candidate).is_some();
    let dated = || candidate.whole(page).any(|n| page.outline.says(n, ITEMPROP, "datePublished"));
    let open = before
        || candidate.category == Category::Share
        || candidate.category == Category::AuthorBio && dated();
    if listed || !open || is_said_apart(page, candidate) {
        return None;
    }
    let outline = page.outline;
    let signs = |n: NodeId| {
        outline.is(n, TIME)
            || outline.says(n, REL, "author")
            || outline
                .attribute(n, ITEMPROP)
                .is_some_and(|p| matches!(p, "author" | "datePublished" | "headline"))
            || (page.measure.chars(n) > 0 && page.signs.said[n].byline)
            || candidate.category == Category::Share && is_date(page, n)
    };
    candidate.whole(page).any(signs).then(|| Evidence::silent(Kind::Byline, 1.0))
}

/// Elements in the run of the article's paragraphs, without a wrapper or a name of their own.
pub(super) fn running(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let wrapped = page.outline.is(candidate.first(), DIV | ASIDE | SECTION | FIGURE | ARTICLE);
    if wrapped && candidate.nodes.len() == 1 {
        return None;
    }
    let parent = page.outline.node(candidate.first()).parent;
    let beside = |p: &&NodeId| page.outline.node(**p).parent == parent;
    let run = page.article.prose.iter().filter(beside).nth(1).is_some();
    (run && !candidate.line).then(|| Evidence::silent(Kind::Running, 1.0))
}
