//! What the user wants taken off.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

use crate::Category;

/// What the user wants taken off on the site at hand.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Settings {
    /// The user's choice by category; what is not named has its default.
    pub categories: Choices,
}

impl Settings {
    /// Whether blocks of a category are taken off: the user's choice, else all but the last two.
    pub fn takes(&self, category: Category) -> bool {
        let default = !matches!(category, Category::PostNav | Category::Tags);
        self.categories.0[category as usize].unwrap_or(default)
    }
}

/// Choices by category, read from an object with the categories' names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choices([Option<bool>; Category::ALL.len()]);

impl Choices {
    /// Sets the choice for one category.
    pub fn set(&mut self, category: Category, takes: bool) {
        self.0[category as usize] = Some(takes);
    }
}

impl<'de> Deserialize<'de> for Choices {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ChoicesVisitor)
    }
}

struct ChoicesVisitor;

impl<'de> Visitor<'de> for ChoicesVisitor {
    type Value = Choices;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of categories and booleans")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Choices, A::Error> {
        let mut choices = Choices::default();
        while let Some((category, takes)) = map.next_entry::<Category, bool>()? {
            choices.set(category, takes);
        }
        Ok(choices)
    }
}
