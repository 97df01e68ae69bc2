//! The elements of a document that is coming in, in the order of their start tags.

use std::{borrow::Cow, cell::RefCell, rc::Rc};

use endmark_core::{
    NodeId, OutlineBuilder,
    attribute::Attribute,
    outline::tag::{MATH, SVG},
    survey::SKIPPED,
};
use lol_html::{
    DocumentContentHandlers, ElementContentHandlers, Selector, Settings,
    html_content::{self, Comment, EndTag, TextChunk},
};

use crate::{
    limits::{DATA, NAMED, NODE},
    text::decode_attribute,
};

/// Structured data, which tells what a page is.
const STRUCTURED: &str = "script[type=\"application/ld+json\"]";

/// Elements that hold nothing but text; in some with odd attributes lol_html sees tags all the same.
const TEXTUAL: [&str; 6] = ["iframe", "noembed", "noframes", "textarea", "title", "xmp"];

/// Elements of other languages, in which tags and text are told apart in another way.
const FOREIGN: [&str; 2] = ["math", "svg"];

/// Tags that end them.
const HOME: &str = "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i \
    img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var";

/// What was read so far.
#[derive(Default)]
pub(crate) struct Passing {
    pub outline: OutlineBuilder,
    /// Elements that have begun and were not looked at yet.
    pub begun: Vec<Element>,
    /// Bytes that the outline takes, about.
    pub kept: usize,
    /// Bytes that were read.
    pub read: usize,
    /// Whether what follows may be text where it looks like tags: SVG or MathML did not end as it should, or tags were
    /// seen in what holds text alone.
    pub is_unclear: bool,
    /// How many elements of those are open.
    foreign: usize,
    /// Elements that have not ended, and whether what is in them is no part of the page as it is shown.
    open: Vec<(NodeId, bool)>,
    data: String,
}

/// An element that has begun.
pub(crate) struct Element {
    pub node: NodeId,
    /// Where its start tag begins.
    pub at: usize,
    /// Whether it is in what browsers do not build, or draws.
    pub is_raw: bool,
    /// How it loads what it shows, where that can be put off.
    pub loading: Option<Loading>,
}

/// How a frame or an image is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loading {
    /// At once, since nothing is said.
    Unsaid,
    /// At once, as is said.
    Eager,
}

impl Loading {
    /// What is said of it in the source.
    pub fn before(self) -> &'static str {
        match self {
            Self::Unsaid => "",
            Self::Eager => "eager",
        }
    }
}

/// What is called for each start tag, and for structured data.
pub(crate) fn handlers(passing: &Rc<RefCell<Passing>>) -> Option<Settings<'static, 'static>> {
    let [all, structured] = ["*", STRUCTURED].map(str::parse::<Selector>);
    let (begins, says) = (Rc::clone(passing), Rc::clone(passing));
    let begin = move |element: &mut html_content::Element<'_, '_>| {
        let node = begins.borrow_mut().begin(element);
        let ends = Rc::clone(&begins);
        match element.end_tag_handlers() {
            Some(handlers) => handlers.push(Box::new(move |tag| {
                ends.borrow_mut().end(node, Some(tag));
                Ok(())
            })),
            None => ends.borrow_mut().end(node, None),
        }
        Ok(())
    };
    let say = move |text: &mut TextChunk<'_>| {
        says.borrow_mut().say(text);
        Ok(())
    };
    let comments = Rc::clone(passing);
    let pass = move |comment: &mut Comment<'_>| {
        comments.borrow_mut().is_unclear |= comment.text().starts_with("[CDATA[");
        Ok(())
    };
    let settings = Settings::new()
        .append_document_content_handler(DocumentContentHandlers::default().comments(pass))
        .append_element_content_handler((
            Cow::Owned(all.ok()?),
            ElementContentHandlers::default().element(begin),
        ))
        .append_element_content_handler((
            Cow::Owned(structured.ok()?),
            ElementContentHandlers::default().text(say),
        ));
    Some(settings)
}

impl Passing {
    fn begin(&mut self, element: &html_content::Element<'_, '_>) -> NodeId {
        let tag = element.tag_name();
        let node = self.outline.open(&tag);
        let mut loading = Some(Loading::Unsaid);
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            if let Some(name) = Attribute::named(&name) {
                let value = decode_attribute(&value);
                self.kept += NAMED + value.len();
                self.outline.attribute(name, &value);
            } else if name == "loading" {
                loading = value.eq_ignore_ascii_case("eager").then_some(Loading::Eager);
            }
        }
        self.kept += NODE;
        let at = element.source_location().bytes().start;
        let is_raw = self.open.last().is_some_and(|&(_, raw)| raw);
        self.is_unclear |= self.open.last().is_some_and(|&(around, _)| self.is_textual(around));
        let loading = loading.filter(|_| !is_raw && matches!(&*tag, "iframe" | "img"));
        self.is_unclear |= self.foreign > 0 && HOME.split(' ').any(|name| name == tag);
        self.foreign += usize::from(FOREIGN.contains(&&*tag));
        self.begun.push(Element { node, at, is_raw, loading });
        self.open.push((node, is_raw || SKIPPED.contains(&&*tag) || TEXTUAL.contains(&&*tag)));
        node
    }

    /// Ends an element and those in it, whose end tags were left out.
    fn end(&mut self, node: NodeId, tag: Option<&EndTag<'_>>) {
        let Some(last) = self.open.iter().rposition(|&(open, _)| open == node) else { return };
        let outline = self.outline.so_far();
        let foreign = self.open[last..].iter().filter(|&&(open, _)| outline.is(open, MATH | SVG)).count();
        let is_own = tag.is_none_or(|tag| *tag.name() == *outline.node(node).tag);
        if foreign > 0 {
            self.is_unclear |= !is_own || foreign > usize::from(outline.is(node, MATH | SVG));
            self.foreign -= foreign;
        }
        let is_cut = |&(open, _): &(NodeId, bool)| self.is_textual(open) && !(is_own && open == node);
        self.is_unclear |= self.open[last..].iter().any(is_cut);
        self.open.drain(last..).for_each(|_| self.outline.close());
    }

    /// Whether what browsers build of an element is text up to its own end tag, whatever is seen in it.
    fn is_textual(&self, node: NodeId) -> bool {
        TEXTUAL.contains(&&*self.outline.so_far().node(node).tag)
    }

    fn say(&mut self, text: &TextChunk<'_>) {
        let room = DATA.saturating_sub(self.data.len());
        let said = text.as_str();
        self.data.push_str(&said[..said.floor_char_boundary(room)]);
        if text.last_in_text_node() {
            self.kept += self.data.len();
            self.outline.text(&self.data);
            self.data.clear();
        }
    }
}
