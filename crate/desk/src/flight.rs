//! A document that is marked while it comes in.

use std::sync::OnceLock;

use endmark_core::{Address, Words};
use endmark_stream::Marker;
use wasm_bindgen::prelude::*;

use crate::given::{Object, read_answer, read_settings};

/// The common words, once they were handed over: they are the same for every document.
static COMMON: OnceLock<Words> = OnceLock::new();

/// A document that is coming in: bytes in, the same bytes out with what is certain marked in them.
#[wasm_bindgen]
pub struct Flight {
    marker: Marker<'static>,
}

#[wasm_bindgen]
impl Flight {
    /// Begins with what the server says before the document (`{url, status, kind, disposition}`), the
    /// page's settings, the common words and the name of the attribute that hides; `undefined` where the document
    /// is to flow by as it is: it is no page, or something that is found only later is to stay on it.
    ///
    /// # Errors
    /// Where one of them is not what it should be.
    pub fn begin(
        answer: &Object,
        settings: &Object,
        words: Vec<u8>,
        name: String,
    ) -> Result<Option<Self>, JsError> {
        let ((url, answer), settings) = (read_answer(answer)?, read_settings(settings)?);
        let Some(settings) = settings.filter(|_| answer.is_page()) else { return Ok(None) };
        let marker = Marker::new(common(words)?, Address::of(&url), settings, name);
        Ok(Some(Self { marker }))
    }

    /// Takes the next bytes; gives those that flow on.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.marker.feed(bytes)
    }

    /// The document has ended; gives the rest.
    pub fn end(&mut self) -> Vec<u8> {
        self.marker.end()
    }

    /// Gives the rest as it is; nothing more is marked.
    pub fn give_up(&mut self) -> Vec<u8> {
        self.marker.give_up()
    }

    /// How many bytes are held back.
    #[wasm_bindgen(getter)]
    pub fn held(&self) -> usize {
        self.marker.held()
    }

    /// Whether nothing is held and nothing will be marked any more.
    #[wasm_bindgen(getter)]
    pub fn done(&self) -> bool {
        self.marker.is_done()
    }
}

fn common(table: Vec<u8>) -> Result<&'static Words, JsError> {
    if let Some(known) = COMMON.get() {
        return Ok(known);
    }
    let mut words = Words::default();
    words.learn(table).map_err(|_| JsError::new("no table of words"))?;
    Ok(COMMON.get_or_init(|| words))
}
