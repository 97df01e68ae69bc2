//! Lists, as the script around the module is given them.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Texts and numbers in order.
    #[wasm_bindgen(js_name = Array)]
    pub type List;
    /// A list without values.
    #[wasm_bindgen(constructor, js_class = "Array")]
    pub fn new() -> List;
    /// Adds a text.
    #[wasm_bindgen(method, js_class = "Array", js_name = push)]
    pub fn text(this: &List, text: &str);
    /// Adds a number.
    #[wasm_bindgen(method, js_class = "Array", js_name = push)]
    pub fn number(this: &List, number: u32);
}
