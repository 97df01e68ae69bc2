//! The module that runs in the extension's background, never in a page: it reads what the user writes, and marks
//! documents while they come in.

mod flight;
mod given;

use wasm_bindgen::prelude::*;

pub use flight::Flight;

/// Reads a list of rules: `{filters: [{line, rule, hosts, but, keeps, select, text}], faults: [{line, key,
/// name}]}`.
///
/// # Errors
/// Where what was read does not cross to JavaScript, which no list is known to do.
#[wasm_bindgen]
pub fn read_rules(list: &str) -> Result<JsValue, JsError> {
    serde_wasm_bindgen::to_value(&endmark_core::filter::read(list)).map_err(JsError::from)
}
