//! What the user wants taken off.

use crate::{Category, part::has_part};

/// What the user wants taken off on the site at hand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings {
    /// The user's choice by category; what is not named has its default.
    pub categories: Choices,
}

impl Settings {
    /// Those that take the categories of these names, set apart by blanks, and no others.
    pub fn of(takes: &str) -> Self {
        let mut categories = Choices::default();
        for category in Category::ALL {
            categories.set(category, has_part(takes, b" ", category.name()));
        }
        Self { categories }
    }

    /// Whether blocks of a category are taken off; what own rules select is in any case.
    pub fn takes(&self, category: Category) -> bool {
        self.categories.0.get(category as usize) != Some(&false)
    }
}

/// Choices by category.
#[derive(Debug, Clone, Copy)]
pub struct Choices([bool; Category::ALL.len()]);

impl Default for Choices {
    /// All but the last two.
    fn default() -> Self {
        Self([true, true, true, true, true, true, true, false, false])
    }
}

impl Choices {
    /// Sets the choice for one category.
    pub fn set(&mut self, category: Category, takes: bool) {
        if let Some(choice) = self.0.get_mut(category as usize) {
            *choice = takes;
        }
    }
}
