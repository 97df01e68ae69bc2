//! What the user wants taken off.

use alloc::string::String;

use crate::Category;

/// What the user wants taken off on the site at hand.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The user's choice by category; what is not named has its default.
    pub categories: Choices,
    /// Keys of blocks that are to stay ([`crate::report::Block::key`]), a line each.
    pub kept: String,
}

impl Settings {
    /// Whether blocks of a category are taken off: the user's choice, else all but the last two.
    pub fn takes(&self, category: Category) -> bool {
        let default = !matches!(category, Category::PostNav | Category::Tags);
        self.categories.0.get(category as usize).copied().flatten().unwrap_or(default)
    }
}

/// Choices by category.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choices([Option<bool>; Category::ALL.len()]);

impl Choices {
    /// Sets the choice for one category.
    pub fn set(&mut self, category: Category, takes: bool) {
        if let Some(choice) = self.0.get_mut(category as usize) {
            *choice = Some(takes);
        }
    }
}
