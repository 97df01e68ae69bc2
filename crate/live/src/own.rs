//! The elements that the user's own rules select. The script around the module selects them with the
//! browser's own selector engine when a survey begins.

use wasm_bindgen::prelude::*;

use crate::dom::{Element, Map};

#[wasm_bindgen]
extern "C" {
    /// Gives the numbers of the elements that are selected: twice what a rule is known by, and one more
    /// where it keeps them.
    #[wasm_bindgen(js_name = Function)]
    pub type Select;
    #[wasm_bindgen(method, final, js_class = "Function")]
    fn call(this: &Select) -> Map;
}

/// The elements selected in the page as it was when its survey began.
pub struct Selected(Option<Map>);

impl Selected {
    /// What a script selects now; nothing where there is none.
    pub fn by(select: Option<&Select>) -> Self {
        Self(select.map(Select::call))
    }

    /// What the rule that selects an element is known by, and whether it keeps it.
    pub fn rule(&self, element: &Element) -> Option<(u32, bool)> {
        let number = self.0.as_ref()?.get(element)?;
        Some((number / 2, number % 2 == 1))
    }
}
