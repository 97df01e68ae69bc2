//! Builds a document's tree from its tags and texts as the standard says, with the bytes of each element.

use std::{cell::RefCell, ops::Range};

use html5ever::{
    LocalName,
    interface::{QuirksMode, Tracer},
    tendril::StrTendril,
    tokenizer::{
        CharacterTokens, Doctype, DoctypeToken, EOFToken, Tag, TagKind, TagToken, Token as Input, TokenSink,
        TokenSinkResult, states::RawKind,
    },
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};
use lol_html::html_content::TextType;

use crate::{
    encoding::{self, Known},
    fault::Untouched,
    limits::{DEPTH, ELEMENTS, TEXT},
    span::{Span, Spans, State, Step, Token},
    tree::{Id, Node, Tree},
};

/// Bytes that an attribute takes beside its value.
const ROOM: usize = 64;
/// Nodes of any kind.
const NODES: usize = 4 * ELEMENTS;

/// Why reading ends before the document does.
#[derive(Debug)]
pub(crate) enum Halt {
    Untouched(Untouched),
    /// The document declares another encoding than the one it is read in.
    Anew(Known),
}

impl From<Untouched> for Halt {
    fn from(untouched: Untouched) -> Self {
        Self::Untouched(untouched)
    }
}

/// A tree that is being built.
pub(crate) struct Builder {
    tree: TreeBuilder<Id, Tree>,
    encoding: Known,
    spans: Spans,
    state: State,
    next: State,
    /// What the next text has to be.
    text_type: TextType,
    /// Whether the parser is in SVG or MathML, where a text may be a section of plain characters.
    is_foreign: bool,
    /// Where a text ended that must not come to touch another one.
    ragged: Option<usize>,
    elements: usize,
    bytes: usize,
}

/// A tree with the bytes of its elements.
pub(crate) struct Built {
    pub nodes: Vec<Node>,
    pub spans: Vec<Span>,
}

impl Builder {
    pub fn new(encoding: Known) -> Self {
        let options = TreeBuilderOpts { quirks_mode: QuirksMode::NoQuirks, ..TreeBuilderOpts::default() };
        Self {
            tree: TreeBuilder::new(Tree::new(), options),
            encoding,
            spans: Spans::default(),
            state: State::default(),
            next: State::default(),
            text_type: TextType::Data,
            is_foreign: false,
            ragged: None,
            elements: 0,
            bytes: 0,
        }
    }

    /// The declaration of the document's type.
    pub fn doctype(
        &mut self,
        name: Option<String>,
        public: Option<String>,
        system: Option<String>,
    ) -> Result<(), Halt> {
        self.expect_markup()?;
        let text = |text: String| StrTendril::from(text);
        let doctype = Doctype {
            force_quirks: name.is_none(),
            name: name.map(text),
            public_id: public.map(text),
            system_id: system.map(text),
        };
        // What the type is does not end anything.
        let _ = self.tree.process_token(DoctypeToken(doctype), 1);
        Ok(())
    }

    /// A start tag; gives the number of the element that it began, where it began one.
    pub fn begin(&mut self, tag: Tag, bytes: Range<usize>) -> Result<Option<Id>, Halt> {
        self.expect_markup()?;
        if &*tag.name == "frameset" {
            return Err(Untouched::Frames.into());
        }
        self.elements += 1;
        if self.elements > ELEMENTS || self.tree.sink.len() > NODES {
            return Err(Untouched::TooManyElements.into());
        }
        self.count(tag.attrs.iter().map(|a| a.value.len() + ROOM).sum())?;
        let (name, first, start) = (tag.name.clone(), self.tree.sink.len(), bytes.start);
        let answer = self.give(TagToken(tag), Token::Begin(&name), bytes);
        self.text_type = answer.text_type;
        if let Some(label) = answer.encoding {
            self.declare(&label)?;
        }
        if self.state.open.len() > DEPTH {
            return Err(Untouched::TooDeep.into());
        }
        let made = (first..self.tree.sink.len()).rev().map(Id::of).find(|&id| self.tree.sink.is_element(id));
        if let Some(id) = made.filter(|_| self.ragged == Some(start)) {
            self.spans.doubt(id);
        }
        Ok(made.filter(|&id| self.tree.sink.name(id) == name))
    }

    /// An end tag.
    pub fn end(&mut self, name: &str, bytes: Range<usize>) -> Result<(), Halt> {
        let name = LocalName::from(name);
        let ends_text = self.state.open.last().is_some_and(|&id| self.tree.sink.name(id) == name);
        if !ends_text {
            self.expect_markup()?;
        }
        let tag = Tag {
            kind: TagKind::EndTag,
            name: name.clone(),
            self_closing: false,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        };
        self.text_type = TextType::Data;
        self.give(TagToken(tag), Token::End(&name), bytes);
        Ok(())
    }

    /// Text with its character references resolved; `ragged` where what follows it may change it.
    pub fn text(&mut self, text: &str, found: TextType, bytes: Range<usize>) -> Result<(), Halt> {
        let is_plain = found == TextType::CDataSection && self.is_foreign && self.text_type == TextType::Data;
        if found != self.text_type && !is_plain {
            return Err(Untouched::Ambiguous.into());
        }
        self.count(text.len())?;
        self.give(CharacterTokens(StrTendril::from_slice(text)), Token::Text, bytes);
        Ok(())
    }

    /// A comment; in SVG and MathML none begins as a section of plain characters does.
    pub fn comment(&self, text: &str) -> Result<(), Halt> {
        self.expect_markup()?;
        let is_section = self.is_foreign && text.starts_with("[CDATA[");
        if is_section { Err(Untouched::Ambiguous.into()) } else { Ok(()) }
    }

    /// Says that the text which ended here must not come to touch another one.
    pub fn set_ragged(&mut self, end: usize) {
        self.ragged = Some(end);
    }

    /// Whether the element begun last holds structured data.
    pub fn holds_data(&self) -> bool {
        self.state.open.last().is_some_and(|&id| self.tree.sink.is_data(id))
    }

    /// The document ends.
    pub fn finish(mut self, end: usize) -> Built {
        self.give(EOFToken, Token::Finish, end..end);
        Built { spans: self.spans.finish(), nodes: self.tree.sink.into_nodes() }
    }

    fn give(&mut self, input: Input, token: Token<'_>, bytes: Range<usize>) -> Answer {
        let made = self.tree.sink.len();
        let answer = Answer::of(self.tree.process_token(input, 1));
        // Asked about its current element, the parser looks up the name of the last one that is open.
        self.is_foreign = self.tree.adjusted_current_node_present_but_not_in_html_namespace();
        let current = self.tree.sink.asked();
        // A text may end elements, but changes nothing else where it makes none.
        let is_same = matches!(token, Token::Text)
            && self.state.open.last() == Some(&current)
            && !self.tree.sink.has_element_since(made);
        if !is_same {
            self.look(current);
        }
        let (tree, before) = (&self.tree.sink, &self.state);
        let after = if is_same { before } else { &self.next };
        self.spans.note(&Step { tree, token, bytes, before, after });
        if !is_same {
            std::mem::swap(&mut self.state, &mut self.next);
        }
        answer
    }

    /// Reads the parser's state after a token: it names all that it keeps, the document first.
    fn look(&mut self, current: Id) {
        let State { open, beside } = &mut self.next;
        open.clear();
        beside.clear();
        let seen = Seen(RefCell::new(std::mem::take(open)));
        self.tree.trace_handles(&seen);
        *open = seen.0.into_inner();
        let end = open.iter().skip(1).position(|&id| id == current).map_or(1, |at| at + 2);
        beside.extend(open.drain(end.min(open.len())..));
        open.remove(0);
    }

    /// Refuses what is text for the parser, and was told as something else.
    fn expect_markup(&self) -> Result<(), Halt> {
        if self.text_type == TextType::Data { Ok(()) } else { Err(Untouched::Ambiguous.into()) }
    }

    fn count(&mut self, bytes: usize) -> Result<(), Halt> {
        self.bytes += bytes;
        if self.bytes > TEXT { Err(Untouched::TooLarge.into()) } else { Ok(()) }
    }

    fn declare(&mut self, label: &str) -> Result<(), Halt> {
        if self.encoding.certain {
            return Ok(());
        }
        let Some(declared) = encoding::declared(label) else { return Ok(()) };
        let same = self.encoding.encoding;
        self.encoding = declared?;
        if self.encoding.encoding == same { Ok(()) } else { Err(Halt::Anew(self.encoding)) }
    }
}

/// The nodes that the tree builder names.
struct Seen(RefCell<Vec<Id>>);

impl Tracer for Seen {
    type Handle = Id;

    fn trace_handle(&self, node: &Id) {
        self.0.borrow_mut().push(*node);
    }
}

/// What the tree builder says to a token.
struct Answer {
    /// What the text after it is.
    text_type: TextType,
    /// The encoding that it declares.
    encoding: Option<StrTendril>,
}

impl Answer {
    fn of(result: TokenSinkResult<Id>) -> Self {
        let text_type = match result {
            TokenSinkResult::Plaintext => TextType::PlainText,
            TokenSinkResult::RawData(RawKind::Rcdata) => TextType::RCData,
            TokenSinkResult::RawData(RawKind::Rawtext) => TextType::RawText,
            TokenSinkResult::RawData(_) => TextType::ScriptData,
            _ => TextType::Data,
        };
        let encoding = match result {
            TokenSinkResult::EncodingIndicator(label) => Some(label),
            _ => None,
        };
        Self { text_type, encoding }
    }
}
