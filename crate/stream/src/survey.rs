//! A document as the core sees it, with the bytes of its elements.

use std::{
    collections::HashMap,
    io::{Read, Seek, SeekFrom},
    ops::Range,
};

use encoding_rs::Encoding;
use endmark_core::{Outline, OutlineBuilder, attribute::Attribute, filter::Filter, survey::SKIPPED};
use html5ever::{LocalName, tendril::StrTendril};

use crate::{
    builder::{Built, Halt},
    encoding::{self, Known},
    fault::Fault,
    limits::CHUNK,
    own::{Select, Selected},
    span::Span,
    tokens::{Parsed, Stop, parse},
    tree::{DOCUMENT, Id, Kind, Node, is_data},
};

/// A document that was read.
#[derive(Debug)]
pub struct Survey {
    /// What the core judges.
    pub outline: Outline,
    /// The name of its encoding, as browsers know it.
    pub encoding: &'static str,
    /// The bytes of each element by its number; `None` where cutting them out would change what follows.
    pub bytes: Bytes,
}

/// The bytes of elements by their numbers.
pub type Bytes = Vec<Option<Range<usize>>>;

/// Reads a document from its first byte, in the encoding that its first bytes, whoever has it (`charset`) or
/// itself tell.
///
/// # Errors
/// When it cannot be read, or nothing can be said of it.
pub(crate) fn survey(
    source: &mut (impl Read + Seek),
    charset: Option<&str>,
    filters: &[Filter],
    select: &Select,
) -> Result<Survey, Fault> {
    let mut encoding = encoding::recognise(&head(source)?, charset)?;
    loop {
        source.seek(SeekFrom::Start(0))?;
        match parse(source, encoding, select) {
            Ok(parsed) => {
                let (outline, bytes) = outline(parsed, filters);
                let encoding = <&Encoding>::from(encoding.encoding).name();
                return Ok(Survey { outline, bytes, encoding });
            }
            Err(Stop::Halt(Halt::Anew(Known { encoding: declared, .. }))) => {
                encoding = Known { encoding: declared, certain: true };
            }
            Err(Stop::Halt(Halt::Untouched(untouched))) => return Err(untouched.into()),
            Err(Stop::Io(fault)) => return Err(fault.into()),
        }
    }
}

fn head(source: &mut (impl Read + Seek)) -> Result<Vec<u8>, Fault> {
    let mut head = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    source.take(CHUNK as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn outline(
    Parsed { built: Built { nodes, spans }, selected }: Parsed,
    filters: &[Filter],
) -> (Outline, Bytes) {
    let selected = selected.into_iter().map(|Selected { element, rule }| (element, rule)).collect();
    let mut walk =
        Walk { nodes: &nodes, spans, selected, filters, builder: OutlineBuilder::new(), bytes: Vec::new() };
    let root = inside(&nodes, DOCUMENT).find(|&id| matches!(nodes[id.index()].kind, Kind::Element { .. }));
    if let Some(root) = root {
        walk.read(root);
    }
    (walk.builder.finish(), walk.bytes)
}

/// The nodes in a node, in the order of the document.
fn inside(nodes: &[Node], root: Id) -> impl Iterator<Item = Id> + '_ {
    let mut next = nodes[root.index()].first;
    std::iter::from_fn(move || {
        let id = next?;
        let up =
            || std::iter::successors(Some(id), |&at| nodes[at.index()].parent).take_while(|&at| at != root);
        next = nodes[id.index()].first.or_else(|| up().find_map(|at| nodes[at.index()].next));
        Some(id)
    })
}

fn text_of(nodes: &[Node], id: Id) -> Option<&str> {
    match &nodes[id.index()].kind {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}

/// A tree on the way into an outline.
struct Walk<'t> {
    nodes: &'t [Node],
    spans: Vec<Span>,
    selected: HashMap<Id, usize>,
    filters: &'t [Filter],
    builder: OutlineBuilder,
    bytes: Vec<Option<Range<usize>>>,
}

impl Walk<'_> {
    /// Reads an element with all that is in it.
    fn read(&mut self, root: Id) {
        let (mut open, mut next) = (Vec::new(), Some(root));
        while next.is_some() || !open.is_empty() {
            let done = match next {
                Some(id) if self.enter(id, open.last().copied()) => {
                    open.push(id);
                    next = self.nodes[id.index()].first;
                    continue;
                }
                Some(id) => id,
                None => {
                    self.builder.close();
                    open.pop().unwrap_or(root)
                }
            };
            next = self.nodes[done.index()].next.filter(|_| done != root);
        }
    }

    /// Reads a node itself; says whether what is in it comes next.
    fn enter(&mut self, id: Id, parent: Option<Id>) -> bool {
        let in_head = parent.is_some_and(|parent| self.is_head(parent));
        match &self.nodes[id.index()].kind {
            Kind::Fragment => false,
            Kind::Text(text) => {
                if !in_head {
                    self.builder.text(text);
                }
                false
            }
            Kind::Element { name, attributes } => {
                let data = is_data(name, attributes);
                let tag = name.local.to_ascii_lowercase();
                if in_head && !data && !matches!(&*tag, "meta" | "link" | "title") {
                    return false;
                }
                self.open(id, &tag, attributes);
                if data {
                    let text = inside(self.nodes, id).find_map(|id| text_of(self.nodes, id));
                    text.into_iter().for_each(|text| self.builder.text(text));
                }
                let skipped = SKIPPED.contains(&&*tag);
                if skipped {
                    self.builder.close();
                }
                !skipped
            }
        }
    }

    fn open(&mut self, id: Id, tag: &str, attributes: &[(LocalName, StrTendril)]) {
        self.builder.open(tag);
        self.bytes.push(self.spans.get(id.index()).and_then(Span::bytes));
        if let Some(&rule) = self.selected.get(&id)
            && self.says(id, &self.filters[rule].text)
        {
            self.builder.choose(rule as u32, self.filters[rule].keeps);
        }
        for (name, value) in attributes {
            if let Some(name) = Attribute::named(name) {
                self.builder.attribute(name, value);
            }
        }
    }

    /// Whether words stand in an element.
    fn says(&self, id: Id, words: &str) -> bool {
        let text = || inside(self.nodes, id).filter_map(|id| text_of(self.nodes, id)).collect::<String>();
        words.is_empty() || text().contains(words)
    }

    fn is_head(&self, id: Id) -> bool {
        matches!(&self.nodes[id.index()].kind, Kind::Element { name, .. } if &*name.local == "head")
    }
}
