//! Marks clutter in a document that is still coming in, by start tags alone.
//!
//! Bytes are only ever added, as attributes behind a tag's name: what hides a block, and what keeps the frames
//! and images in it from being loaded. All other bytes flow on as they come, and none is held back but those of
//! a tag that has not ended.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use endmark_core::{Address, Rules, Settings, Words, promises};
use lol_html::{HtmlRewriter, MemorySettings};

use crate::{
    limits::{FLIGHT, KEPT, TAG},
    passing::{Element, Passing, handlers},
};

type Tokenizer = HtmlRewriter<'static, Box<dyn FnMut(&[u8])>>;

/// Elements whose end tag may be left out: where they end is not certain.
const OPEN: [&str; 15] = [
    "colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
    "thead", "tr",
];

/// Bytes that no text in an encoding with ASCII in it has: of UTF-16, and of encodings that change their state.
const FOREIGN: [u8; 2] = [0, 0x1b];

/// A document that is coming in.
pub struct Marker<'w> {
    words: &'w Words,
    rules: Rules<'w>,
    address: Address,
    settings: Settings,
    tokenizer: Option<Tokenizer>,
    passing: Rc<RefCell<Passing>>,
    /// For each element so far, whether it is in a marked one.
    hidden: Vec<bool>,
    /// Whether the document promises an article, once it was asked.
    promised: Option<bool>,
    name: String,
    /// Whether the root says by which name blocks are marked.
    told: bool,
    places: VecDeque<Place>,
    /// Bytes that have not flowed on, and the place of the first of them.
    held: Vec<u8>,
    from: usize,
}

/// What is added behind the name of a tag.
struct Place {
    at: usize,
    text: String,
}

impl<'w> Marker<'w> {
    /// A document of which nothing is known but where it stands; only the common words are needed. Blocks will
    /// be marked by an attribute of this name, without a value; the root tells it by the value `flight`.
    pub fn new(words: &'w Words, address: Address, settings: Settings, name: String) -> Self {
        let passing = Rc::default();
        Self {
            words,
            rules: Rules::of(words),
            address,
            settings,
            tokenizer: tokenizer(&passing),
            passing,
            hidden: Vec::new(),
            promised: None,
            name,
            told: false,
            places: VecDeque::new(),
            held: Vec::new(),
            from: 0,
        }
    }

    /// Takes the next bytes; gives those that flow on.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.held.extend_from_slice(bytes);
        if self.read(bytes).is_none() || self.judge().is_none() {
            self.stop();
        }
        self.flow()
    }

    /// Gives the rest as it is; whatever comes later is not marked.
    pub fn give_up(&mut self) -> Vec<u8> {
        self.stop();
        self.flow()
    }

    /// The document has ended; gives the rest.
    pub fn end(&mut self) -> Vec<u8> {
        let ended = self.tokenizer.take().is_some_and(|tokenizer| tokenizer.end().is_ok());
        if !ended || self.judge().is_none() {
            self.stop();
        }
        self.flow()
    }

    /// How many bytes are held back.
    pub fn held(&self) -> usize {
        self.held.len()
    }

    /// Whether nothing is held and nothing will be marked any more.
    pub fn is_done(&self) -> bool {
        self.tokenizer.is_none() && self.held.is_empty()
    }

    fn stop(&mut self) {
        self.tokenizer = None;
        self.places.clear();
    }

    /// Reads the tags; `None` where nothing more is to be marked.
    fn read(&mut self, bytes: &[u8]) -> Option<()> {
        if self.from + self.held.len() > FLIGHT || bytes.iter().any(|byte| FOREIGN.contains(byte)) {
            return None;
        }
        self.tokenizer.as_mut()?.write(bytes).ok()
    }

    /// Looks at the elements that have begun; `None` where nothing more is to be marked.
    fn judge(&mut self) -> Option<()> {
        let passing = Rc::clone(&self.passing);
        if passing.borrow().is_unclear {
            return None;
        }
        let begun = std::mem::take(&mut passing.borrow_mut().begun);
        if begun.is_empty() {
            return Some(());
        }
        let on = begun.iter().all(|element| self.look(element, &passing.borrow()));
        (on && passing.borrow().kept <= KEPT).then_some(())
    }

    /// Looks at one element; says whether to go on.
    fn look(&mut self, element: &Element, passing: &Passing) -> bool {
        let outline = passing.outline.so_far();
        let tag = &*outline.node(element.node).tag;
        let inside = self.hidden.get(outline.node(element.node).parent).copied().unwrap_or(false);
        let marked = !inside
            && !element.is_raw
            && !OPEN.contains(&tag)
            && self.rules.is_certain(outline, element.node, &self.settings);
        self.hidden.push(inside || marked);
        if marked || tag == "body" {
            let promised = || promises(outline, &self.address, self.words);
            if !self.told || !*self.promised.get_or_insert_with(promised) {
                return false;
            }
        }
        // What is called so later may be text, and is no root.
        if tag == "html" && element.node == 0 {
            self.told = self.add(element, tag, format!(" {}=\"flight\"", self.name));
        }
        if marked {
            self.add(element, tag, format!(" {}=\"\"", self.name));
        }
        if let Some(loading) = element.loading.filter(|_| inside || marked) {
            let before = loading.before();
            self.add(element, tag, format!(" loading=\"lazy\" {}-before=\"{before}\"", self.name));
        }
        true
    }

    /// Adds text where the source has the tag that was read; says whether it has.
    fn add(&mut self, element: &Element, tag: &str, text: String) -> bool {
        let at = element.at + 1 + tag.len();
        let source = element.at.checked_sub(self.from).and_then(|from| self.held.get(from..at - self.from));
        let name = source.and_then(|source| source.strip_prefix(b"<"));
        let found = name.is_some_and(|name| name.eq_ignore_ascii_case(tag.as_bytes()));
        if found {
            self.places.push_back(Place { at, text });
        }
        found
    }

    /// The bytes that flow on, with what is added to them.
    fn flow(&mut self) -> Vec<u8> {
        let mut flowing = Vec::new();
        while let Some(place) = self.places.pop_front() {
            self.pass(place.at, &mut flowing);
            flowing.extend_from_slice(place.text.as_bytes());
        }
        let read = match self.tokenizer {
            Some(_) => self.passing.borrow().read,
            None => self.from + self.held.len(),
        };
        self.pass(read, &mut flowing);
        flowing
    }

    fn pass(&mut self, until: usize, flowing: &mut Vec<u8>) {
        let length = until.saturating_sub(self.from).min(self.held.len());
        flowing.extend(self.held.drain(..length));
        self.from += length;
    }
}

fn tokenizer(passing: &Rc<RefCell<Passing>>) -> Option<Tokenizer> {
    let settings = handlers(passing)?
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(TAG))
        .with_strict(true);
    let read = Rc::clone(passing);
    // What the tokenizer gives out tells how far it has read: it changes nothing.
    let count = Box::new(move |bytes: &[u8]| read.borrow_mut().read += bytes.len());
    Some(HtmlRewriter::new(settings, count))
}
