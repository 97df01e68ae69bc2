//! Reads a document's bytes into tags and texts, each with its place.

use std::{
    borrow::Cow,
    cell::RefCell,
    io::{self, Read},
    ops::Range,
};

use lol_html::{
    DocumentContentHandlers, ElementContentHandlers, HandlerResult, HtmlRewriter, MemorySettings, Selector,
    Settings,
    errors::RewritingError,
    html_content::{Comment, Doctype, Element, TextChunk, TextType},
};

use crate::{
    builder::{Builder, Built, Halt},
    encoding::Known,
    fault::Untouched,
    limits::{CHUNK, DATA, PIECE, TOKENIZER},
    own::{Select, Selected},
    tag::tag,
    text::{decode, is_ragged, split_at},
    window::{Unnamed, Window},
};

/// A tree, and which of the user's own rules select its elements.
pub(crate) struct Parsed {
    pub built: Built,
    pub selected: Vec<Selected>,
}

/// Reads a document to its end, or until it is clear that it has to be read otherwise or not at all.
pub(crate) fn parse(source: &mut impl Read, encoding: Known, select: &Select) -> Result<Parsed, Stop> {
    let reading = RefCell::new(Reading::new(encoding));
    let mut rewriter = HtmlRewriter::new(settings(encoding, &reading, select)?, |_: &[u8]| {});
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = match source.read(&mut chunk) {
            Ok(length) => length,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(fault) => return Err(fault.into()),
        };
        let part = &chunk[..length];
        if part.is_empty() {
            break;
        }
        reading.borrow_mut().window.extend(part);
        rewriter.write(part).map_err(|fault| reading.borrow_mut().stop(&fault))?;
        reading.borrow_mut().forget();
    }
    rewriter.end().map_err(|fault| reading.borrow_mut().stop(&fault))?;
    reading.into_inner().finish()
}

/// Why reading ended.
#[derive(Debug)]
pub(crate) enum Stop {
    Halt(Halt),
    Io(io::Error),
}

impl From<Halt> for Stop {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

impl From<io::Error> for Stop {
    fn from(fault: io::Error) -> Self {
        Self::Io(fault)
    }
}

impl From<Untouched> for Stop {
    fn from(untouched: Untouched) -> Self {
        Self::Halt(untouched.into())
    }
}

/// What is called for each part of the document. Handlers run in this order, so that what selects an element
/// runs before what reads it.
fn settings<'r>(
    encoding: Known,
    reading: &'r RefCell<Reading>,
    select: &'r Select,
) -> Result<Settings<'r, 'r>, Stop> {
    let Ok(all) = "*".parse::<Selector>() else { return Err(Untouched::Ambiguous.into()) };
    let read = |element: &mut Element<'_, '_>| reading.borrow_mut().heed(|r| r.begin(element));
    let memory = MemorySettings::new().with_max_allowed_memory_usage(TOKENIZER);
    let mut settings = Settings::new()
        .with_encoding(encoding.encoding)
        .with_memory_settings(memory)
        .with_strict(true)
        .append_document_content_handler(document(reading));
    for (rule, selector) in select.selectors() {
        let choose = move |_: &mut Element<'_, '_>| {
            reading.borrow_mut().rule = Some(rule);
            Ok(())
        };
        settings = settings.append_element_content_handler(on(Cow::Borrowed(selector), choose));
    }
    Ok(settings.append_element_content_handler(on(Cow::Owned(all), read)))
}

fn on<'r>(
    selector: Cow<'r, Selector>,
    handler: impl FnMut(&mut Element<'_, '_>) -> HandlerResult + 'r,
) -> (Cow<'r, Selector>, ElementContentHandlers<'r>) {
    (selector, ElementContentHandlers::default().element(handler))
}

fn document(reading: &RefCell<Reading>) -> DocumentContentHandlers<'_> {
    DocumentContentHandlers::default()
        .doctype(|doctype: &mut Doctype<'_>| reading.borrow_mut().heed(|r| r.doctype(doctype)))
        .text(|text: &mut TextChunk<'_>| reading.borrow_mut().heed(|r| r.text(text)))
        .comments(|comment: &mut Comment<'_>| reading.borrow_mut().heed(|r| r.comment(comment)))
}

/// A document that is being read.
struct Reading {
    builder: Builder,
    selected: Vec<Selected>,
    window: Window,
    /// Where the part that was named last ends.
    covered: usize,
    text: String,
    text_from: usize,
    /// The rule that selects the element that begins next.
    rule: Option<usize>,
    halt: Option<Halt>,
}

impl Reading {
    fn new(encoding: Known) -> Self {
        Self {
            builder: Builder::new(encoding),
            selected: Vec::new(),
            window: Window::default(),
            covered: 0,
            text: String::new(),
            text_from: 0,
            rule: None,
            halt: None,
        }
    }

    /// Does something with a part of the document; keeps why reading ends with it.
    fn heed(&mut self, read: impl FnOnce(&mut Self) -> Result<(), Halt>) -> HandlerResult {
        read(self).map_err(|halt| {
            self.halt = Some(halt);
            "halt".into()
        })
    }

    fn stop(&mut self, fault: &RewritingError) -> Stop {
        let untouched = match fault {
            RewritingError::MemoryLimitExceeded(_) => Untouched::TooLarge,
            _ => Untouched::Ambiguous,
        };
        self.halt.take().unwrap_or(Halt::Untouched(untouched)).into()
    }

    fn forget(&mut self) {
        self.window.forget(self.covered);
    }

    fn finish(mut self) -> Result<Parsed, Stop> {
        let end = self.window.end();
        // What is cut off in the middle of a tag is nothing.
        let _ = self.cover(&(end..end));
        Ok(Parsed { built: self.builder.finish(end), selected: self.selected })
    }

    /// Goes on to a part of the document; what lies before it without a name are end tags.
    fn cover(&mut self, part: &Range<usize>) -> Result<(), Halt> {
        while self.covered < part.start {
            let from = self.covered;
            match self.window.unnamed(from..part.start).ok_or(Untouched::Ambiguous)? {
                Unnamed::Mark(length) => self.covered += length,
                Unnamed::End(name, length) => {
                    self.covered += length;
                    self.builder.end(&name, from..self.covered)?;
                }
            }
        }
        self.covered = self.covered.max(part.end);
        Ok(())
    }

    fn doctype(&mut self, doctype: &Doctype<'_>) -> Result<(), Halt> {
        self.cover(&doctype.source_location().bytes())?;
        self.builder.doctype(doctype.name(), doctype.public_id(), doctype.system_id())
    }

    fn comment(&mut self, comment: &Comment<'_>) -> Result<(), Halt> {
        self.cover(&comment.source_location().bytes())?;
        self.builder.comment(&comment.text())
    }

    fn begin(&mut self, element: &Element<'_, '_>) -> Result<(), Halt> {
        let bytes = element.source_location().bytes();
        self.cover(&bytes)?;
        if self.window.marks_order(bytes.clone()) {
            return Err(Untouched::Ambiguous.into());
        }
        let tag = tag(element);
        let rule = self.rule.take();
        if let (Some(element), Some(rule)) = (self.builder.begin(tag, bytes)?, rule) {
            self.selected.push(Selected { element, rule });
        }
        Ok(())
    }

    fn text(&mut self, chunk: &TextChunk<'_>) -> Result<(), Halt> {
        let bytes = chunk.source_location().bytes();
        let from = bytes.start;
        self.cover(&bytes)?;
        if self.text.is_empty() {
            self.text_from = from;
        }
        let kind = chunk.text_type();
        let room = match kind {
            TextType::ScriptData if !self.builder.holds_data() => 0,
            TextType::ScriptData => DATA.saturating_sub(self.text.len()),
            _ => usize::MAX,
        };
        let text = chunk.as_str();
        let text = if from == 0 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
        self.text.push_str(&text[..text.floor_char_boundary(room)]);
        while self.text.len() > 2 * PIECE {
            let rest = self.text.split_off(split_at(&self.text, PIECE));
            self.give_text(kind)?;
            self.text = rest;
        }
        if chunk.last_in_text_node() {
            self.give_text(kind)?;
            self.text.clear();
        }
        Ok(())
    }

    fn give_text(&mut self, kind: TextType) -> Result<(), Halt> {
        self.builder.text(&decode(&self.text, kind), kind, self.text_from..self.covered)?;
        if kind == TextType::Data && is_ragged(&self.text) {
            self.builder.set_ragged(self.covered);
        }
        Ok(())
    }
}
