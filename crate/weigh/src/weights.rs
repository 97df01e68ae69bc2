//! The weights as the core has them.

use std::{collections::BTreeMap, sync::LazyLock};

use endmark_core::Category;
use serde::Deserialize;

/// The file of weights.
#[derive(Debug, Clone, Deserialize)]
pub struct Weights {
    /// By category, what a block needs to go.
    pub threshold: BTreeMap<String, f32>,
}

static COMPILED: LazyLock<Option<Weights>> =
    LazyLock::new(|| toml::from_str(include_str!("../../core/data/weights.toml")).ok());

/// Sums of decimal weights miss the threshold by rounding alone.
const ROUNDING: f32 = 1e-4;

/// What a block of a category needs to go.
pub fn threshold(category: Category) -> f32 {
    let threshold = |weights: &Weights| weights.threshold.get(category.name()).copied();
    COMPILED.as_ref().and_then(threshold).unwrap_or(f32::INFINITY)
}

/// Whether a sum of evidence is what a block of a category needs.
pub fn reaches(score: f32, category: Category) -> bool {
    score >= threshold(category) - ROUNDING
}
