//! Everything that finding and weighing need to know of a page, gathered once.

use alloc::{string::String, vec::Vec};
use core::cell::OnceCell;

use crate::{
    Address,
    article::{Article, LEAST_PROSE},
    attribute::ROLE,
    authors,
    category::Category,
    measure::Measure,
    names::Reader,
    normal::normalise,
    outline::{
        NodeId, Outline,
        tag::{ASIDE, H1, TEXTAREA, TIME, WRAPPERS},
    },
    pace::Pace,
    part::trimmed,
    rules::Rules,
    sharers::Sharers,
    signs::Signs,
    targets::Targets,
    titles,
    words::Words,
};

/// A page with its measures, signs and article.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The page's elements.
    pub outline: &'a Outline,
    /// Where it stands.
    pub address: &'a Address,
    /// What words mean on it.
    pub words: &'a Words,
    /// How much of what stands where.
    pub measure: Measure<'a>,
    /// What the markup says by itself.
    pub signs: Signs<'a>,
    /// Where its links lead.
    pub targets: Targets<'a>,
    /// Links and buttons that pass the page on.
    pub sharers: Sharers,
    /// The article.
    pub article: Article,
    /// Names of its authors, in the form that labels are compared in.
    pub authors: Vec<String>,
    /// Titles and cards of other articles, each by itself between paragraphs of the text.
    pub titles: Vec<NodeId>,
    /// Whether an element cannot be the article's, by its markup alone.
    pub aside: Vec<bool>,
    /// Whether an element stands in a column beside the article.
    pub in_column: Vec<bool>,
    /// What [`Page::normal_text`] gives.
    normal_text: OnceCell<String>,
}

/// A text about an author has at most this many characters of prose.
pub const LONGEST_BIO: u32 = 1000;
/// The words below a title of another article have at most this many characters.
const LONGEST_EXCERPT: u32 = 400;
/// At least this share of the characters in a row is links.
const LINKED: f32 = 0.3;
/// A sign-up box without a field has at most this many characters.
const LONGEST_INVITATION: u32 = 600;

/// Where a block stands to the article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Before its first line.
    Before,
    /// Between its lines.
    Inside,
    /// After its last line.
    After,
    /// In a column of its own.
    Beside,
}

impl Position {
    /// Whether it is clear of the text: after it, or beside it.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::After | Self::Beside)
    }
}

impl<'a> Page<'a> {
    /// Gathers what is to know of a page.
    pub async fn of(pace: Pace<'_>, outline: &'a Outline, address: &'a Address, words: &'a Words) -> Self {
        let measure = Measure::of(outline);
        let mut signs = Signs::of(words, outline.len());
        let mut targets = Targets::of(outline.len());
        let mut sharers = Sharers::of(outline.len());
        let (mut reader, rules) = (Reader::new(words), Rules::of(words));
        let mut read = |id| {
            signs.read(&measure, id, &rules, &mut reader);
            targets.read(outline, words, address, id);
            sharers.read(&measure, &signs, &targets, id);
        };
        pace.steps(outline.len(), &mut read).await;
        signs.finish(&measure);
        let aside = aside(&measure, &signs);
        let article = Article::find(&measure, &aside);
        let authors = authors::find(outline, words, &article, &signs, &targets);
        let in_column = Vec::with_capacity(outline.len());
        let mut page = Self {
            outline,
            address,
            words,
            measure,
            signs,
            targets,
            sharers,
            article,
            authors,
            titles: Vec::new(),
            aside,
            in_column,
            normal_text: OnceCell::new(),
        };
        page.find_columns();
        page.titles = titles::find(&page);
        page
    }

    fn find_columns(&mut self) {
        for (id, node) in self.outline.nodes() {
            let above = node.parent != id && self.in_column[node.parent];
            let is = !self.is_wrapper(id) && (above || self.is_column(id));
            self.in_column.push(is);
        }
    }

    /// Where the elements from `first` to before `end` stand to the article's text.
    pub fn position(&self, first: NodeId, end: NodeId) -> Position {
        let prose = &self.article.prose;
        let before = prose.first().is_some_and(|&p| p < first);
        let after = prose.last().is_some_and(|&p| p >= end);
        let outside = !self.is_within(first);
        match (before, after) {
            _ if outside && self.in_column[first] => Position::Beside,
            (true, false) => Position::After,
            (true, true) => Position::Inside,
            (false, _) => Position::Before,
        }
    }

    /// Where an element stands to the article's text.
    pub fn position_of(&self, id: NodeId) -> Position {
        self.position(id, self.outline.node(id).end)
    }

    /// Whether an element stands in the article's container, or is it.
    pub fn is_within(&self, id: NodeId) -> bool {
        self.outline.holds(self.article.container, id)
    }

    /// Headline and lines of the article, in the form that labels are compared in.
    pub fn normal_text(&self) -> &str {
        self.normal_text.get_or_init(|| {
            let mut text = String::new();
            let mut add = |&line: &NodeId| {
                text.push_str(&normalise(self.outline.text(line)));
                text.push('\n');
            };
            self.article.headline.iter().for_each(&mut add);
            self.article.prose.iter().for_each(&mut add);
            text
        })
    }

    /// Characters of the article's prose below an element, long lines counted short.
    pub fn prose_in(&self, id: NodeId) -> u32 {
        self.article.prose_in(self.outline, id)
    }

    /// Whether an element is a column beside the article.
    pub fn is_column(&self, id: NodeId) -> bool {
        self.outline.is(id, ASIDE)
            || self.outline.attribute(id, ROLE) == Some("complementary")
            || self.signs.said[id].column
    }

    /// Whether an element can be no block: it holds the article or the headline, or is the page.
    pub fn is_wrapper(&self, id: NodeId) -> bool {
        self.outline.is(id, WRAPPERS)
            || self.outline.holds(id, self.article.container)
            || self.article.headline.is_some_and(|h| self.outline.holds(id, h))
    }

    /// Whether a first-level heading with words stands in an element, or around it; such a heading
    /// always stays, for no page says for sure which of several is the headline.
    pub fn holds_headline(&self, id: NodeId) -> bool {
        let outline = self.outline;
        let is = |n: NodeId| outline.is(n, H1);
        outline.ancestors(id).any(is)
            || outline.whole(id).any(|n| is(n) && !trimmed(outline.text(n)).is_empty())
    }

    /// Characters between the beginning of `outer` and the element `inner` in it.
    pub fn chars_before(&self, outer: NodeId, inner: NodeId) -> u32 {
        (outer..inner).map(|n| self.outline.own_chars(n) as u32 * u32::from(!self.measure.is_hidden(n))).sum()
    }
}

/// What cannot be the article's text: the site's own parts, and what platforms or names give away.
/// An element with a headline is never set aside by its name.
fn aside(measure: &Measure<'_>, signs: &Signs<'_>) -> Vec<bool> {
    let outline = measure.outline;
    let all = if outline.is_empty() { 0 } else { measure.prose(0) };
    let mut titled = 0;
    outline.inherited(&mut |id| {
        let most = measure.prose(id) * 2 > all;
        let rule = signs.rules[id].filter(|r| r.unmistakable).map(|r| r.category);
        let named = signs.names[id].map(|(c, _)| c).filter(|_| !holds_headline(outline, id));
        let is_marked = |c: Option<Category>| c.is_some_and(|c| is_built_like(measure, signs, id, c));
        let marked = is_marked(rule) || is_marked(named);
        let is_thread = |c: Category| matches!(c, Category::Comments | Category::CommentForm);
        let comments = signs.rules[id].is_some_and(|r| is_thread(r.category))
            || signs.names[id].is_some_and(|(c, _)| is_thread(c));
        let column = outline.is(id, ASIDE) && !most;
        if outline.is(id, H1) && measure.chars(id) > 0 {
            titled = measure.prose_before(id);
        }
        // Comments may have most of the prose where an article stands between the headline and them.
        let below = comments && measure.prose_before(id) - titled >= LEAST_PROSE;
        (signs.chrome[id] && !most) || (marked && (!most || below)) || column
    })
}

/// Whether an element is built like what its name says: a section of the article may be called
/// "discussion" or "related" too.
fn is_built_like(measure: &Measure<'_>, signs: &Signs<'_>, id: NodeId, category: Category) -> bool {
    let outline = measure.outline;
    let prose = measure.prose(id);
    if prose == 0 {
        return true;
    }
    match category {
        Category::Comments | Category::CommentForm => {
            let siblings = outline.children(outline.node(id).parent);
            let alike = siblings.filter(|&c| is_called_comment(signs, c)).nth(1).is_some();
            alike || outline.inside(id).filter(|&n| is_part_of_thread(measure, signs, n)).nth(1).is_some()
        }
        Category::Teaser | Category::Sponsored => prose <= LONGEST_EXCERPT * measure.titles(id),
        Category::AuthorBio => prose <= LONGEST_BIO,
        Category::Newsletter => measure.fields(id) > 0 || measure.chars(id) <= LONGEST_INVITATION,
        Category::Share | Category::PostNav | Category::Tags => measure.link_share(id) >= LINKED,
        Category::Own => false,
    }
}

/// Whether an element is a comment, its date, or a field to write one; a thread has two at least.
fn is_part_of_thread(measure: &Measure<'_>, signs: &Signs<'_>, id: NodeId) -> bool {
    measure.outline.is(id, TIME | TEXTAREA) || is_called_comment(signs, id)
}

/// Whether its name or a platform's markup calls an element a comment.
pub(crate) fn is_called_comment(signs: &Signs<'_>, id: NodeId) -> bool {
    signs.is_named(id, Category::Comments)
        || signs.rules[id].is_some_and(|r| r.category == Category::Comments)
}

fn holds_headline(outline: &Outline, id: NodeId) -> bool {
    outline.any(outline.whole(id), H1)
}
