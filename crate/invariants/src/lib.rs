//! What holds on any input, however odd: the tests ask it of a few inputs, fuzzing of as many as there is time for.
//!
//! Each check takes bytes, makes of them what it is about, and panics where something does not hold.

#![allow(clippy::expect_used, reason = "a check may stop")]

pub mod clean;
pub mod inputs;
pub mod mark;
pub mod parts;
pub mod plan;
pub mod rules;

/// A check on bytes.
pub type Check = fn(&[u8]);

/// Every check, by the name of its fuzz target.
pub const CHECKS: [(&str, Check); 4] =
    [("rules", rules::check), ("plan", plan::check), ("clean", clean::check), ("mark", mark::check)];
