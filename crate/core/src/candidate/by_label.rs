//! Blocks found by their label: the smallest element around it that has what such a block has,
//! or the label with what follows it.

mod run;

use alloc::{vec, vec::Vec};

use crate::{
    attribute::CLASS,
    candidate::Candidate,
    cards::{is_story, shows_story},
    category::Category,
    evidence::is_sentence,
    outline::{
        NodeId,
        tag::{A, ARTICLE, ASIDE, BUTTON, DIV, SECTION, TEXTAREA, UNSEEN},
    },
    page::{LONGEST_BIO, Page},
    signs::Label,
    words::Kind,
};

/// A label stands at most this many characters after its block's beginning.
const NEAR: u32 = 40;
/// A wrapper adds at most this many characters to the block in it.
const TRIM: u32 = 24;
/// A title has more than this many characters.
const LEAST_TITLE: u32 = 15;
/// Words about the author have at least this many.
const LEAST_BIO: u32 = 40;
/// Comments have at least this many.
const LEAST_COMMENTS: u32 = 30;
/// Stories shown by their pictures alone are so many at least.
const LEAST_PICTURES: u32 = 2;
/// And to each of them there are so many links at most.
const MOST_TO_PICTURE: u32 = 4;

/// The blocks of the label with this number.
pub(super) fn find(page: &Page<'_>, number: usize, found: &mut Vec<Candidate>) {
    let label = &page.signs.labels[number];
    let mut seen: Vec<Category> = Vec::new();
    for meaning in &label.meanings {
        let Some(category) = heads(page, label, meaning.kind).filter(|c| !seen.contains(c)) else {
            continue;
        };
        seen.push(category);
        let whole = matches!(meaning.kind, Kind::LogInToComment | Kind::CommentsClosed)
            || (leads_on(category) && is_button(page, label.node));
        let nodes = if whole { Some(vec![label.node]) } else { around(page, label, category) };
        let nodes = nodes.or_else(|| hollow(page, label, category).map(|node| vec![node]));
        found.extend(nodes.map(|nodes| Candidate { nodes, category, label: Some(number), line: false }));
    }
}

/// Categories of which a lone button leads to the block itself.
fn leads_on(category: Category) -> bool {
    use Category::{CommentForm, Comments, Newsletter, Share};
    matches!(category, CommentForm | Comments | Newsletter | Share)
}

/// Whether all of a label is one link or button.
pub(crate) fn is_button(page: &Page<'_>, id: NodeId) -> bool {
    let whole = |n: NodeId| page.measure.chars(n) == page.measure.chars(id);
    let is = |n: NodeId| page.outline.is(n, A | BUTTON) && whole(n);
    page.outline.inside(id).any(is) || page.outline.upward(id).take(3).any(is)
}

/// What a label heads. "Read more" that is no link heads links to other articles; "Subscribe" that
/// is no button heads a sign-up box.
fn heads(page: &Page<'_>, label: &Label<'_>, kind: Kind) -> Option<Category> {
    let heading = kind == Kind::ReadMore && page.measure.line_link_share(label.node) == 0.0;
    let invitation = kind == Kind::SubscribeButton && !is_button(page, label.node);
    match kind {
        _ if heading => Some(Category::Teaser),
        _ if invitation => Some(Category::Newsletter),
        _ => kind.category(),
    }
}

/// The block that a label heads.
fn around(page: &Page<'_>, label: &Label<'_>, category: Category) -> Option<Vec<NodeId>> {
    let mut top = label.node;
    if has_content(page, label, category, top) {
        return Some(vec![widen(page, label, category, top)]);
    }
    for above in page.outline.ancestors(label.node) {
        if page.is_wrapper(above)
            || page.chars_before(above, label.node) > NEAR
            || pictured_before(page, category, above, label)
            || has_other_label(page, label, category, above)
            || (category == Category::AuthorBio && page.measure.fields(above) > 0)
        {
            break;
        }
        if swallows_prose(page, label, category, above) {
            break;
        }
        if has_content(page, label, category, above) {
            return Some(vec![widen(page, label, category, above)]);
        }
        top = above;
    }
    run::gather(page, label, category, top)
}

/// The element around a label that has nothing else yet: a script fills it later.
fn hollow(page: &Page<'_>, label: &Label<'_>, category: Category) -> Option<NodeId> {
    let m = &page.measure;
    let pictures = u32::from(category == Category::Newsletter);
    let bare = |n: &NodeId| {
        !page.is_wrapper(*n)
            && m.chars(*n) == m.chars(label.node)
            && m.pictures(*n) <= pictures
            && m.fields(*n) == 0
    };
    let block = page.outline.upward(label.node).take_while(bare).last()?;
    let is_box = page.outline.is(block, DIV | SECTION | ASIDE | ARTICLE);
    let outside = !page.is_within(block) && !page.signs.chrome[block];
    let alone = page.outline.following(block).find(|&n| !page.outline.is(n, UNSEEN));
    let headed = alone.is_some_and(|n| !m.is_blank(n) && page.outline.attribute(n, CLASS).is_none());
    let fits = matches!(category, Category::Teaser | Category::Comments | Category::Newsletter);
    (fits && is_box && outside && !headed && m.links(block) == 0).then_some(block)
}

/// Whether a picture that is no link stands in an element before the label: it is another's.
fn pictured_before(page: &Page<'_>, category: Category, above: NodeId, label: &Label<'_>) -> bool {
    let m = &page.measure;
    let earlier = |n: NodeId| {
        page.outline.node(n).end <= label.node && m.loose_pictures(n) > 0 && !shows_story(page, n)
    };
    category != Category::AuthorBio && m.loose_pictures(above) > 0 && (above..label.node).any(earlier)
}

/// Wrappers that add next to nothing belong to the block.
fn widen(page: &Page<'_>, label: &Label<'_>, category: Category, block: NodeId) -> NodeId {
    let m = &page.measure;
    let mut at = block;
    for above in page.outline.ancestors(block) {
        let adds = m.chars(above) - m.chars(at);
        let of_site = page.signs.chrome[above] && m.links(above) > m.links(at);
        let more =
            m.pictures(above) > m.pictures(at) || m.fields(above) > m.fields(at) || adds > TRIM || of_site;
        if page.is_wrapper(above) || more || has_other_label(page, label, category, above) {
            break;
        }
        at = above;
    }
    at
}

/// Whether another block's label stands in an element.
fn has_other_label(page: &Page<'_>, label: &Label<'_>, category: Category, within: NodeId) -> bool {
    page.signs.labels_in(page.outline, within).iter().any(|other| {
        other.node != label.node
            && page.measure.line_link_share(other.node) < 0.5
            && other.meanings.iter().any(|m| !m.weak)
            && other.meanings.iter().all(|m| m.kind.category().is_some_and(|c| !go_together(category, c)))
    })
}

fn go_together(outer: Category, inner: Category) -> bool {
    use Category::{AuthorBio, CommentForm, Comments, Share, Teaser};
    outer == inner
        || matches!(
            (outer, inner),
            (Comments, CommentForm | Share) | (CommentForm, Comments | Share) | (AuthorBio, Share | Teaser)
        )
}

/// Whether an element has text of the article that the block it is taken for would not have.
fn swallows_prose(page: &Page<'_>, label: &Label<'_>, category: Category, within: NodeId) -> bool {
    let prose = page.prose_in(within);
    match category {
        Category::AuthorBio => {
            let later = page.article.prose.last().is_some_and(|&last| last >= page.outline.node(within).end);
            prose > LONGEST_BIO || (prose > 0 && later) || prose * 3 > page.article.chars
        }
        Category::Comments | Category::CommentForm => {
            let earlier = page.article.prose.iter().take_while(|&&p| p < label.node).count() * 2;
            earlier < page.article.prose.len()
        }
        Category::Teaser => prose > 0 && !is_story(page, within),
        _ => prose > 0,
    }
}

/// Whether an element has what a block of the category has, besides its label.
fn has_content(page: &Page<'_>, label: &Label<'_>, category: Category, id: NodeId) -> bool {
    let m = &page.measure;
    let own = m.line_chars(label.node);
    let more = m.chars(id).saturating_sub(own);
    let links = m.links(id).saturating_sub(if id == label.node { 0 } else { m.links(label.node) });
    match category {
        Category::Teaser => {
            let linked = if m.line_link_share(label.node) > 0.0 { own } else { 0 };
            let titled = m.titles(id) > 0 && m.title_chars(id) > linked + LEAST_TITLE && more > LEAST_TITLE;
            titled || (more == 0 && is_shown_by_pictures(page, id))
        }
        Category::Sponsored => more > LEAST_TITLE && links > 0,
        Category::AuthorBio => {
            let told = || m.pictures(id) > 0 || is_sentence(page, id);
            more >= LEAST_BIO && (m.prose(id) > 0 || told() && opens(page, label, id))
        }
        Category::Comments => more >= LEAST_COMMENTS || has_comment(page, id),
        Category::CommentForm => page.outline.any(page.outline.inside(id), TEXTAREA),
        Category::Newsletter => m.fields(id) > 0 || (links > 0 && id != label.node),
        Category::Share => id != label.node && (m.links(id) > 1 || buttons(page, id) > 1),
        Category::PostNav | Category::Tags => links > 0 && id != label.node,
        Category::Own => false,
    }
}

/// Whether an element begins with a label without a name: one with a name is a byline.
fn opens(page: &Page<'_>, label: &Label<'_>, id: NodeId) -> bool {
    page.chars_before(id, label.node) == 0 && !page.words.fixed_meanings(label.text).is_empty()
}

/// Whether other articles are shown by nothing but their pictures.
pub(crate) fn is_shown_by_pictures(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    m.pictures(id) >= LEAST_PICTURES
        && m.loose_pictures(id) == 0
        && (LEAST_PICTURES..=m.pictures(id) * MOST_TO_PICTURE).contains(&m.links(id))
}

fn has_comment(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.inside(id).any(|n| is_comment(page, n))
}

fn is_comment(page: &Page<'_>, id: NodeId) -> bool {
    page.signs.is_named(id, Category::Comments)
}

fn buttons(page: &Page<'_>, id: NodeId) -> usize {
    page.outline.inside(id).filter(|&n| page.outline.is(n, BUTTON)).count()
}
