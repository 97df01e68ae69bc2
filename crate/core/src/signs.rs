//! What the markup says by itself: rules met, telling names, labels, what belongs to the site.

use alloc::vec::Vec;

use crate::{
    attribute::{CLASS, HREF, ID, ROLE},
    category::Category,
    measure::Measure,
    names::{ROLES, Reader, SITE_TAGS, Said, TAGS},
    normal::normalise,
    outline::{
        NodeId, Outline,
        tag::{A, ARTICLE, HEADINGS, INLINE, MAIN, OPTION, ROOTS, SCRIPT, TITLE, WRAPPERS},
    },
    part::{BLANKS, contains, has_part, parts, until},
    rules::{Rule, Rules},
    words::{Kind, Meaning, Words},
};

/// Lines longer than this many characters are no labels.
const LONGEST_LABEL: u32 = 90;
/// A table of contents leads to more places on the page, by names of their own, than so many.
const LEAST_PLACES: usize = 2;

/// A label and what it can mean.
#[derive(Debug, Clone)]
pub struct Label<'a> {
    /// The element whose line it is.
    pub node: NodeId,
    /// As it stands on the page.
    pub text: &'a str,
    /// Its meanings, one at least.
    pub meanings: Vec<Meaning>,
}

impl Label<'_> {
    /// Whether it surely leads on to other articles, and not to the newest or most read ones.
    pub fn is_onward(&self) -> bool {
        self.meanings.iter().any(|m| m.kind == Kind::Onward && !m.weak)
    }
}

/// The signs of a page.
#[derive(Debug, Clone)]
pub struct Signs<'a> {
    /// What words mean on the page.
    pub words: &'a Words,
    /// The rule that each element meets.
    pub rules: Vec<Option<Rule>>,
    /// The category that each element's class or id speaks of, with that name.
    pub names: Vec<Option<(Category, &'a str)>>,
    /// Labels in document order.
    pub labels: Vec<Label<'a>>,
    /// What the names of each element say together.
    pub said: Vec<Said>,
    /// Whether an element belongs to the site, not to the page.
    pub chrome: Vec<bool>,
}

impl<'a> Signs<'a> {
    /// The signs of a page with so many elements, of which none is read yet.
    pub fn of(words: &'a Words, count: usize) -> Self {
        Self {
            words,
            rules: Vec::with_capacity(count),
            names: Vec::with_capacity(count),
            labels: Vec::new(),
            said: Vec::with_capacity(count),
            chrome: Vec::new(),
        }
    }

    /// Reads the signs of the next element.
    pub fn read(&mut self, measure: &Measure<'a>, id: NodeId, known: &Rules<'_>, reader: &mut Reader<'a>) {
        let outline = measure.outline;
        let wrapper = outline.is(id, WRAPPERS);
        self.rules.push(if wrapper { None } else { known.met(outline, id) });
        let (all, telling) = read_names(outline, id, reader);
        self.said.push(all);
        self.names
            .push(telling.filter(|&(category, name)| !wrapper && !is_section(measure, id, category, name)));
        if let Some(label) = label(measure, id, self.words) {
            self.labels.push(label);
        }
    }

    /// Says what belongs to the site, once all elements were read.
    pub fn finish(&mut self, measure: &Measure<'a>) {
        self.chrome = chrome(measure, self);
    }

    /// Whether the class or id of an element speaks of a category.
    pub fn is_named(&self, id: NodeId, category: Category) -> bool {
        self.names[id].is_some_and(|(named, _)| named == category)
    }

    /// The labels inside an element.
    pub fn labels_in(&self, outline: &Outline, id: NodeId) -> &[Label<'a>] {
        let from = self.labels.partition_point(|l| l.node < id);
        let to = self.labels.partition_point(|l| l.node < outline.node(id).end);
        &self.labels[from..to]
    }
}

/// Whether a name is made from the heading of a section of the text: it tells nothing that the heading does not.
fn is_section(measure: &Measure<'_>, id: NodeId, category: Category, name: &str) -> bool {
    let words = || {
        let line = normalise(measure.first_line(id));
        let mut words = parts(&line, b" -'");
        parts(name, b"-_").all(|word| words.next().is_some_and(|own| own.starts_with(word)))
    };
    matches!(category, Category::AuthorBio | Category::Newsletter)
        && measure.outline.attribute(id, ID) == Some(name)
        && measure.prose(id) > 0
        && measure.fields(id) == 0
        && words()
}

/// What the names of an element say together, and the first that speaks of a category.
fn read_names<'a>(
    outline: &'a Outline,
    id: NodeId,
    reader: &mut Reader<'a>,
) -> (Said, Option<(Category, &'a str)>) {
    let (mut all, mut telling) = (Said::default(), None);
    // Pages name elements of their own, such as `facebook-comments`.
    let own = Some(&*outline.node(id).tag).filter(|tag| contains(tag, "-"));
    // The id of a heading is made from its words as often as not, whatever they head.
    let id_value = outline.attribute(id, ID).filter(|_| !outline.is(id, HEADINGS));
    let values = [outline.attribute(id, CLASS), id_value, own];
    for value in values {
        for name in parts(value.unwrap_or_default(), BLANKS) {
            let said = reader.read(name);
            telling = telling.or(said.category.map(|c| (c, name)));
            all = Said {
                category: all.category.or(said.category),
                byline: all.byline || said.byline,
                chrome: all.chrome || said.chrome,
                part_of_page: all.part_of_page || said.part_of_page,
                column: all.column || said.column,
                picture: all.picture || said.picture,
                recipe: all.recipe || said.recipe,
            };
        }
    }
    (all, telling)
}

fn label<'a>(measure: &Measure<'a>, id: NodeId, words: &Words) -> Option<Label<'a>> {
    let outline = measure.outline;
    if outline.is(id, INLINE | OPTION | SCRIPT | TITLE) {
        return None;
    }
    let chars = measure.line_chars(id);
    if chars == 0 || chars > LONGEST_LABEL {
        return None;
    }
    let (own, first) = (outline.own_line(id), measure.first_line(id));
    let mut lines = [own, first].into_iter().skip(usize::from(own == first));
    lines.find_map(|text| {
        let meanings = words.meanings(text);
        let heads = !meanings.is_empty() && !is_listed(measure, words, id);
        heads.then_some(Label { node: id, text, meanings })
    })
}

/// Whether an element is an entry of a table of contents: it names a part of the text, and heads nothing.
pub(crate) fn is_listed(measure: &Measure<'_>, words: &Words, id: NodeId) -> bool {
    let outline = measure.outline;
    let place = |n: NodeId| {
        let href = outline.attribute(n, HREF).unwrap_or_default();
        href.len() > until(href, b"#").len() + 1
    };
    let links = |id: NodeId| outline.inside(id).filter(|&n| outline.is(n, A));
    // Tabs of a box lead to places too, and are all named as such boxes are.
    let own = |n: &NodeId| words.meanings(outline.text(*n)).is_empty();
    let is_list =
        |above: NodeId| links(above).all(place) && links(above).filter(own).nth(LEAST_PLACES).is_some();
    links(id).any(|n| measure.chars(n) == measure.chars(id)) && outline.ancestors(id).take(2).any(is_list)
}

/// The site's own parts. What holds most of the prose or is marked as clutter of the page is none.
fn chrome(measure: &Measure<'_>, signs: &Signs<'_>) -> Vec<bool> {
    let outline = measure.outline;
    let most = |id: NodeId| measure.prose(id) * 2 > measure.prose(0);
    let in_article = outline.inherited(&mut |id| outline.is(id, ARTICLE));
    let in_main = outline.inherited(&mut |id| outline.is(id, MAIN | ARTICLE));
    let is_window = |id: NodeId| outline.attribute(id, ROLE) == Some("dialog") && !signs.said[id].chrome;
    outline.inherited(&mut |id| {
        is_chrome(outline, id, signs.said[id], in_article[id], in_main[id])
            && !most(id)
            && signs.rules[id].is_none()
            && !signs.names[id].is_some_and(|(category, _)| is_of_page(category) || is_window(id))
    })
}

fn is_chrome(outline: &Outline, id: NodeId, said: Said, in_article: bool, in_main: bool) -> bool {
    if outline.is(id, ROOTS | MAIN | ARTICLE) {
        return false;
    }
    outline.is(id, TAGS)
        || (outline.is(id, SITE_TAGS) && !in_main && !said.part_of_page)
        || outline.attribute(id, ROLE).is_some_and(|r| has_part(ROLES, b" ", r) && !in_article)
        || (said.chrome && !in_article)
}

/// Whether what looks like a header or footer and has the name of such a block, as a bio, is the page's.
fn is_of_page(category: Category) -> bool {
    !matches!(category, Category::Newsletter | Category::Share)
}
