//! The front end in the page: survey, apply, ledger, watch.
//!
//! The page is read in slices into the core's outline, what the core plans is carried out by
//! setting one attribute, and every block can be given back. When to look again is decided by
//! [`watch`]; observer, timers and messages belong to the script around the module.

#![forbid(unsafe_code)]
#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod apply;
pub mod beginning;
pub mod dom;
pub mod edge;
pub mod entry;
pub mod fragment;
pub mod judging;
pub mod ledger;
pub mod list;
pub mod names;
pub mod own;
pub mod page;
pub mod places;
pub mod report;
pub mod retry;
pub mod survey;
pub mod vocabulary;
pub mod watch;

pub use edge::Endmark;
