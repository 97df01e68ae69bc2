//! Measures the core on saved pages: surveys them natively or reads what a browser recorded, and
//! compares the plan with labels. Fits the core's weights to them.

pub mod figures;
pub mod fit;
pub mod left;
pub mod mutate;
pub mod pace;
pub mod pages;
pub mod place;
pub mod platform;
pub mod recording;
pub mod score;
pub mod seen;
pub mod stream;
pub mod subject;
pub mod survey;
pub mod table;
pub mod told;
pub mod truth;
