//! How much of a document is read; past any of these it stays as it is.

/// Elements, as many as the front end in the page reads.
pub const ELEMENTS: usize = 65_536;
/// Elements in elements: browsers nest no deeper.
pub const DEPTH: usize = 512;
/// Bytes of all text and attributes together.
pub const TEXT: usize = 8 << 20;
/// Bytes of a script with structured data that are kept.
pub(crate) const DATA: usize = 65_536;
/// Bytes of one attribute that are kept.
pub(crate) const ATTRIBUTE: usize = 16_384;
/// Bytes kept of an address that holds its content itself.
pub(crate) const INLINE: usize = 32;
/// Bytes of one text that are decoded at once.
pub(crate) const PIECE: usize = 65_536;
/// Bytes read at once.
pub(crate) const CHUNK: usize = 65_536;
/// Bytes that the tokenizer may hold: tags and comments as long as that.
pub(crate) const TOKENIZER: usize = 8 << 20;
/// Bytes of a document that is marked while it comes in, as many as uBlock Origin filters.
pub const FLIGHT: usize = 10 << 20;
/// Bytes of what is kept of such a document, about.
pub(crate) const KEPT: usize = 8 << 20;
/// Bytes that one element takes there, about.
pub(crate) const NODE: usize = 256;
/// Bytes that one attribute takes there beside its value, about.
pub(crate) const NAMED: usize = 64;
/// Bytes that may be held there for one tag or comment.
pub(crate) const TAG: usize = 2 << 20;
