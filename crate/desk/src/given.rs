//! What the script around the module hands over: objects and lists, read by hand. What serde brings along to
//! read two objects is more than all else that is done with them.

use endmark_core::{Category, Settings};
use endmark_stream::Answer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Values by name.
    pub type Object;
    /// The value of a name.
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn get(this: &Object, name: &str) -> JsValue;

    /// Values in order.
    pub type List;
    /// How many they are.
    #[wasm_bindgen(method, getter)]
    fn length(this: &List) -> u32;
    /// One of them.
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &List, place: u32) -> JsValue;
}

/// Where a document stands, and what its server says before it: `{url, status, kind, disposition}`.
///
/// # Errors
/// Where something of it is missing.
pub fn read_answer(given: &Object) -> Result<(String, Answer), JsError> {
    let status = given.get("status").as_f64().ok_or_else(|| fault("status"))? as u16;
    let answer = Answer { status, kind: text(given, "kind")?, disposition: text(given, "disposition")? };
    Ok((text(given, "url")?, answer))
}

/// What a page's settings say, as they are handed to the engine in the page; `None` where something that is
/// found only later is to stay.
///
/// # Errors
/// Where something of it is missing.
pub fn read_settings(given: &Object) -> Result<Option<Settings>, JsError> {
    let own = object(given, "own")?.unchecked_into::<List>();
    let keeps = |place| own.at(place).unchecked_ref::<Object>().get("keeps").is_truthy();
    let categories = object(given, "categories")?;
    let mut settings = Settings::default();
    for category in Category::ALL {
        if let Some(takes) = categories.get(category.name()).as_bool() {
            settings.categories.set(category, takes);
        }
    }
    let stays = !text(given, "kept")?.is_empty() || (0..own.length()).any(keeps);
    Ok((!stays).then_some(settings))
}

fn text(given: &Object, name: &str) -> Result<String, JsError> {
    given.get(name).as_string().ok_or_else(|| fault(name))
}

fn object(given: &Object, name: &str) -> Result<Object, JsError> {
    let value = given.get(name);
    if value.is_object() { Ok(value.unchecked_into()) } else { Err(fault(name)) }
}

fn fault(name: &str) -> JsError {
    JsError::new(&[name, " is not what it should be"].concat())
}
