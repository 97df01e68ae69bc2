//! Plain objects and lists, as the script around the module gives and takes them.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Values by name.
    pub type Object;
    /// An object without values.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Object;
    /// The value of a name.
    #[wasm_bindgen(method, structural, indexing_getter)]
    pub fn get(this: &Object, name: &str) -> JsValue;
    /// Gives a name its value.
    #[wasm_bindgen(method, structural, indexing_setter)]
    pub fn set(this: &Object, name: &str, value: &JsValue);

    /// Values in order.
    #[wasm_bindgen(js_name = Array)]
    pub type List;
    /// A list without values.
    #[wasm_bindgen(constructor, js_class = "Array")]
    pub fn new() -> List;
    /// Adds a value.
    #[wasm_bindgen(method)]
    pub fn push(this: &List, value: &JsValue);
}
