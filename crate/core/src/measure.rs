//! How much of what stands below each element, counted once for the whole outline.

use alloc::{vec, vec::Vec};

use crate::outline::{NodeId, Outline, is_inline};

/// A link whose text has at least this many characters reads like a title.
const TITLE: u32 = 18;
/// A line of text with at least this many characters of which few are links is prose.
const PROSE: u32 = 60;

/// Running sums over the elements in document order: what stands below an element is a difference.
#[derive(Debug, Clone, Default)]
struct Sum(Vec<u32>);

impl Sum {
    fn over(outline: &Outline, of: impl Fn(NodeId) -> u32) -> Self {
        let mut sums = Vec::with_capacity(outline.len() + 1);
        let mut sum = 0u32;
        sums.push(sum);
        for (id, _) in outline.nodes() {
            sum = sum.saturating_add(of(id));
            sums.push(sum);
        }
        Self(sums)
    }

    fn below(&self, outline: &Outline, id: NodeId) -> u32 {
        self.0[outline.node(id).end] - self.0[id]
    }
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
    chars: Sum,
    link_chars: Sum,
    titles: Sum,
    links: Sum,
    pictures: Sum,
    loose_pictures: Sum,
    fields: Sum,
    prose: Sum,
}

impl<'a> Measure<'a> {
    /// Measures a page.
    pub fn of(outline: &'a Outline) -> Self {
        let hidden = hidden(outline);
        let linked = inside_links(outline);
        let (line_chars, line_links) = lines(outline, &hidden, &linked);
        let shown = |id: NodeId| !hidden[id];
        let chars = Sum::over(outline, |id| if shown(id) { outline.own_chars(id) as u32 } else { 0 });
        let link_chars =
            Sum::over(outline, |id| if shown(id) && linked[id] { outline.own_chars(id) as u32 } else { 0 });
        let is_link = |id: NodeId| shown(id) && is_link(outline, id);
        let is = |id: NodeId, tag: &str| *outline.node(id).tag == *tag;
        let is_prose = |id: NodeId| line_chars[id] >= PROSE && line_links[id] * 2 < line_chars[id];
        Self {
            titles: Sum::over(outline, |id| u32::from(is_link(id) && chars.below(outline, id) >= TITLE)),
            links: Sum::over(outline, |id| u32::from(is_link(id))),
            pictures: Sum::over(outline, |id| u32::from(shown(id) && is(id, "img"))),
            loose_pictures: Sum::over(outline, |id| u32::from(shown(id) && is(id, "img") && !linked[id])),
            fields: Sum::over(outline, |id| u32::from(shown(id) && is_field(outline, id))),
            prose: Sum::over(outline, |id| if is_prose(id) { line_chars[id] } else { 0 }),
            outline,
            line_chars,
            line_links,
            chars,
            link_chars,
            hidden,
        }
    }

    /// Whether the page's own markup hides the element.
    pub fn is_hidden(&self, id: NodeId) -> bool {
        self.hidden[id]
    }

    /// Characters below an element, white space not counted.
    pub fn chars(&self, id: NodeId) -> u32 {
        self.chars.below(self.outline, id)
    }

    /// Share of the characters below an element that are links, 0 to 1.
    pub fn link_share(&self, id: NodeId) -> f32 {
        share(self.link_chars.below(self.outline, id), self.chars(id))
    }

    /// Links below an element (or the element itself) that read like titles.
    pub fn titles(&self, id: NodeId) -> u32 {
        self.titles.below(self.outline, id)
    }

    /// Links below an element, or the element itself.
    pub fn links(&self, id: NodeId) -> u32 {
        self.links.below(self.outline, id)
    }

    /// Pictures below an element, or the element itself.
    pub fn pictures(&self, id: NodeId) -> u32 {
        self.pictures.below(self.outline, id)
    }

    /// Pictures below an element that stand in no link.
    pub fn loose_pictures(&self, id: NodeId) -> u32 {
        self.loose_pictures.below(self.outline, id)
    }

    /// Fields that a reader fills, below an element.
    pub fn fields(&self, id: NodeId) -> u32 {
        self.fields.below(self.outline, id)
    }

    /// Characters of prose lines below an element.
    pub fn prose(&self, id: NodeId) -> u32 {
        self.prose.below(self.outline, id)
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
        (id..self.outline.node(id).end).any(|n| {
            matches!(
                &*self.outline.node(n).tag,
                "video" | "audio" | "iframe" | "canvas" | "object" | "embed" | "picture" | "button"
            )
        })
    }

    /// The first line of text below an element.
    pub fn first_line(&self, id: NodeId) -> &'a str {
        self.outline.text(id).split('\n').map(str::trim).find(|l| !l.is_empty()).unwrap_or_default()
    }
}

/// Part of a whole, 0 where there is no whole.
pub fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

fn is_link(outline: &Outline, id: NodeId) -> bool {
    &*outline.node(id).tag == "a" && outline.attribute(id, "href").is_some_and(|h| !h.starts_with('#'))
}

fn is_field(outline: &Outline, id: NodeId) -> bool {
    match &*outline.node(id).tag {
        "textarea" => true,
        "input" => !matches!(
            outline.attribute(id, "type").unwrap_or_default().to_ascii_lowercase().as_str(),
            "hidden" | "submit" | "button" | "image" | "checkbox" | "radio" | "reset"
        ),
        _ => false,
    }
}

fn hidden(outline: &Outline) -> Vec<bool> {
    let mut hidden = vec![false; outline.len()];
    for (id, node) in outline.nodes() {
        let style = outline.attribute(id, "style").unwrap_or_default();
        let by_style = style.split(';').any(|d| {
            d.split_once(':').is_some_and(|(n, v)| n.trim() == "display" && v.trim().starts_with("none"))
        });
        hidden[id] = by_style
            || outline.attribute(id, "hidden").is_some()
            || (node.parent != id && hidden[node.parent]);
    }
    hidden
}

fn inside_links(outline: &Outline) -> Vec<bool> {
    let mut linked = vec![false; outline.len()];
    for (id, node) in outline.nodes() {
        linked[id] = is_link(outline, id) || (node.parent != id && linked[node.parent]);
    }
    linked
}

fn lines(outline: &Outline, hidden: &[bool], linked: &[bool]) -> (Vec<u32>, Vec<u32>) {
    let (mut chars, mut links) = (vec![0u32; outline.len()], vec![0u32; outline.len()]);
    let mut block = vec![0; outline.len()];
    for (id, node) in outline.nodes() {
        block[id] = if is_inline(&node.tag) && node.parent != id { block[node.parent] } else { id };
        if !hidden[id] {
            let own = outline.own_chars(id) as u32;
            chars[block[id]] += own;
            links[block[id]] += if linked[id] { own } else { 0 };
        }
    }
    (chars, links)
}
