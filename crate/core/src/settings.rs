//! What the user wants taken off.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Category;

/// What the user wants taken off on the site at hand.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Settings {
    /// The user's choice by category; what is not named has its default.
    pub categories: BTreeMap<Category, bool>,
}

impl Settings {
    /// Whether blocks of a category are taken off: the user's choice, else all but the last two.
    pub fn takes(&self, category: Category) -> bool {
        let default = !matches!(category, Category::PostNav | Category::Tags);
        self.categories.get(&category).copied().unwrap_or(default)
    }
}
