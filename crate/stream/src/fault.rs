//! Why a document is left as it is.

use std::io;

use crate::limits::{DEPTH, ELEMENTS, TEXT};

/// Why a document was not looked at, so that all of it stays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Untouched {
    /// There are bytes in it that no text has.
    #[error("it is no text")]
    Binary,
    /// Its encoding has bytes of ASCII that mean something else.
    #[error("its encoding is {0}")]
    Encoding(&'static str),
    /// Nobody knows its encoding.
    #[error("its encoding is said to be {0}, which is none")]
    UnknownEncoding(String),
    /// It has more elements than are read.
    #[error("it has more than {ELEMENTS} elements")]
    TooManyElements,
    /// Its elements are nested deeper than browsers nest them.
    #[error("its elements are nested more than {DEPTH} deep")]
    TooDeep,
    /// Its text and attributes, or one tag of it, are larger than what is kept in memory.
    #[error("its text and attributes, or one of its tags, take more than {} MB", TEXT >> 20)]
    TooLarge,
    /// It may be made of frames: what takes the place of what depends on all that stands before them.
    #[error("it may be made of frames")]
    Frames,
    /// What is a tag in it and what is text, or what a tag says, depends on who reads it.
    #[error("what is a tag in it, or what a tag says, cannot be told")]
    Ambiguous,
}

/// Why there is no plan for a document.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It could not be read, or the result could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It stays as it is.
    #[error(transparent)]
    Untouched(#[from] Untouched),
}
