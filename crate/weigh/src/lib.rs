//! Measures the core on saved pages: surveys them natively and compares the plan with labels.

pub mod pages;
pub mod score;
pub mod survey;
