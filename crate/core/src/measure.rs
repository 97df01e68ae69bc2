//! How much of what stands below each element, counted once for the whole outline. Characters are counted without
//! white space, and those of Chinese, Japanese and Korean twice: each says about as much as two letters.

use alloc::{vec, vec::Vec};

use crate::{
    attribute::{HIDDEN, HREF, STYLE, TYPE},
    cards::LARGEST,
    outline::{
        NodeId, Outline,
        tag::{A, BUTTON, HEADINGS, IMG, INLINE, INPUT, PICTURE, PLAYERS, TEXTAREA},
    },
    part::{ending, parts, trimmed, until},
};

/// A link whose text has at least this many characters reads like a title.
const TITLE: u32 = 15;
/// A line of text with at least this many characters of which few are links is prose.
const PROSE: u32 = 60;
/// More than this share of an element that is one link is the link's words.
const ONE: f32 = 0.9;
/// So many elements of a link are looked at, that links in links cost no time.
const MOST_IN_CARD: usize = 200;

/// What stands before an element in document order: what stands below one is a difference.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    chars: u32,
    link_chars: u32,
    titles: u32,
    title_chars: u32,
    links: u32,
    pictures: u32,
    loose_pictures: u32,
    fields: u32,
    prose: u32,
}

/// Counts of text, links, pictures and fields below each element. What the page itself hides in
/// its markup (`hidden`, `style="display:none"`) counts as nothing.
#[derive(Debug, Clone)]
pub struct Measure<'a> {
    /// The outline that was measured.
    pub outline: &'a Outline,
    hidden: Vec<bool>,
    line_chars: Vec<u32>,
    line_links: Vec<u32>,
    /// One more than elements: the last counts all of them.
    counts: Vec<Counts>,
}

impl<'a> Measure<'a> {
    /// Measures a page.
    pub fn of(outline: &'a Outline) -> Self {
        let hidden = outline.inherited(&mut |id| hides(outline, id));
        let linked = outline.inherited(&mut |id| is_link(outline, id));
        let (line_chars, line_links) = lines(outline, &hidden, &linked);
        let counts = Vec::with_capacity(outline.len() + 1);
        let mut measure = Self { outline, hidden, line_chars, line_links, counts };
        measure.count(&linked);
        measure.count_titles();
        measure
    }

    fn count(&mut self, linked: &[bool]) {
        let mut sum = Counts::default();
        self.counts.push(sum);
        for (id, &linked) in linked.iter().enumerate() {
            if self.is_prose(id) {
                sum.prose += self.line_chars[id];
            }
            if !self.hidden[id] {
                let picture = u32::from(self.outline.is(id, IMG));
                let chars = self.outline.own_chars(id) as u32;
                sum.chars += chars;
                sum.link_chars += if linked { chars } else { 0 };
                sum.links += u32::from(is_link(self.outline, id));
                sum.pictures += picture;
                sum.loose_pictures += if linked { 0 } else { picture };
                sum.fields += u32::from(is_field(self.outline, id));
            }
            self.counts.push(sum);
        }
    }

    fn count_titles(&mut self) {
        let (mut titles, mut title_chars) = (0, 0);
        for (id, node) in self.outline.nodes() {
            let is_link = self.counts[id].links < self.counts[id + 1].links;
            let own = self.counts[node.end].chars - self.counts[id].chars;
            let chars = if is_link && own == 0 { self.headed(node.parent) } else { own };
            if is_link && chars >= TITLE {
                titles += 1;
                title_chars += chars;
            }
            self.counts[id + 1].titles = titles;
            self.counts[id + 1].title_chars = title_chars;
        }
    }

    /// Characters of the heading in a card with a picture, where that is no link: one without words lies over all of
    /// it, and one more may lead to its section.
    fn headed(&self, card: NodeId) -> u32 {
        if self.chars(card) > LARGEST || self.links(card) > 2 || self.loose_pictures(card) == 0 {
            return 0;
        }
        let heading = |&n: &NodeId| self.outline.is(n, HEADINGS) && self.links(n) == 0;
        self.outline.inside(card).find(heading).map_or(0, |n| self.chars(n))
    }

    /// A count below an element, or of the element itself.
    fn below(&self, id: NodeId, count: fn(&Counts) -> u32) -> u32 {
        count(&self.counts[self.outline.node(id).end]) - count(&self.counts[id])
    }

    /// Whether the page's own markup hides the element.
    pub fn is_hidden(&self, id: NodeId) -> bool {
        self.hidden[id]
    }

    /// Characters below an element, or of its own.
    pub fn chars(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.chars)
    }

    /// Share of the characters below an element that are links, 0 to 1.
    pub fn link_share(&self, id: NodeId) -> f32 {
        share(self.below(id, |c| c.link_chars), self.chars(id))
    }

    /// Whether an element is nothing but one link and a few signs.
    pub fn is_one_link(&self, id: NodeId) -> bool {
        self.links(id) == 1 && self.link_share(id) > ONE
    }

    /// Links below an element (or the element itself) that read like titles.
    pub fn titles(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.titles)
    }

    /// Characters of the links that read like titles.
    pub fn title_chars(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.title_chars)
    }

    /// Characters of all links below an element.
    pub fn link_chars(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.link_chars)
    }

    /// Links below an element, or the element itself.
    pub fn links(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.links)
    }

    /// Pictures below an element, or the element itself.
    pub fn pictures(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.pictures)
    }

    /// Pictures below an element, or the element itself, that stand in no link.
    pub fn loose_pictures(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.loose_pictures)
    }

    /// Fields that a reader fills, below an element.
    pub fn fields(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.fields)
    }

    /// Characters of prose lines below an element.
    pub fn prose(&self, id: NodeId) -> u32 {
        self.below(id, |c| c.prose)
    }

    /// Characters of prose lines before an element.
    pub fn prose_before(&self, id: NodeId) -> u32 {
        self.counts[id].prose
    }

    /// Characters of the line of text that stands in a block-level element itself: its own text
    /// and that of its inline elements. 0 for inline elements.
    pub fn line_chars(&self, id: NodeId) -> u32 {
        self.line_chars[id]
    }

    /// Share of that line that is links, 0 to 1.
    pub fn line_link_share(&self, id: NodeId) -> f32 {
        share(self.line_links[id], self.line_chars[id])
    }

    /// Whether an element's own line is prose.
    pub fn is_prose(&self, id: NodeId) -> bool {
        self.line_chars[id] >= PROSE && self.line_links[id] * 2 < self.line_chars[id]
    }

    /// Whether nothing that a reader sees stands below an element.
    pub fn is_blank(&self, id: NodeId) -> bool {
        self.chars(id) == 0 && self.pictures(id) == 0 && self.fields(id) == 0 && !self.holds_player(id)
    }

    fn holds_player(&self, id: NodeId) -> bool {
        self.outline.any(self.outline.whole(id), PLAYERS | PICTURE | BUTTON)
    }

    /// The first line of text below an element.
    pub fn first_line(&self, id: NodeId) -> &'a str {
        self.outline.lines(id).next().unwrap_or_default()
    }
}

/// Part of a whole, 0 where there is no whole.
pub fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// Whether an element is a link: one that holds more than a card was left open over the text.
fn is_link(outline: &Outline, id: NodeId) -> bool {
    let chars = || outline.whole(id).take(MOST_IN_CARD).map(|n| outline.own_chars(n)).sum::<usize>();
    outline.is(id, A)
        && chars() <= LARGEST as usize
        && outline.attribute(id, HREF).is_some_and(|h| !h.starts_with('#'))
}

fn is_field(outline: &Outline, id: NodeId) -> bool {
    let kind = || outline.attribute(id, TYPE).unwrap_or_default().to_ascii_lowercase();
    let typed = || {
        !matches!(kind().as_str(), "hidden" | "submit" | "button" | "image" | "checkbox" | "radio" | "reset")
    };
    outline.is(id, TEXTAREA) || outline.is(id, INPUT) && typed()
}

/// Whether the markup of an element hides it.
fn hides(outline: &Outline, id: NodeId) -> bool {
    let style = outline.attribute(id, STYLE).unwrap_or_default();
    let by_style = parts(style, b";").any(|declaration| {
        let name = until(declaration, b":");
        let value = ending(declaration, name.len() + 1);
        trimmed(name) == "display" && trimmed(value).starts_with("none")
    });
    by_style || outline.attribute(id, HIDDEN).is_some()
}

fn lines(outline: &Outline, hidden: &[bool], linked: &[bool]) -> (Vec<u32>, Vec<u32>) {
    let (mut chars, mut links) = (vec![0u32; outline.len()], vec![0u32; outline.len()]);
    let mut block = vec![0; outline.len()];
    for (id, node) in outline.nodes() {
        block[id] = if outline.is(id, INLINE) && node.parent != id { block[node.parent] } else { id };
        if !hidden[id] {
            let own = outline.own_chars(id) as u32;
            chars[block[id]] += own;
            links[block[id]] += if linked[id] { own } else { 0 };
        }
    }
    (chars, links)
}
