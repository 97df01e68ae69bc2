//! Reads the user's settings. By hand: what serde brings along to read one object of booleans is
//! a fifth of what the module may weigh.

use endmark_core::{Category, Settings, part::joined};
use wasm_bindgen::{JsCast, JsError, JsValue};

use crate::object::Object;

/// The settings in `{categories: {comments: true, …}, kept: "key\nkey"}`; what is not named has its
/// default, and names that are not known are passed over.
///
/// # Errors
/// When it is not such an object.
pub fn read_settings(given: &JsValue) -> Result<Settings, JsError> {
    let given = open(given, "settings")?;
    let mut settings =
        Settings { kept: given.get("kept").as_string().unwrap_or_default(), ..Settings::default() };
    let chosen = given.get("categories");
    if chosen.is_undefined() {
        return Ok(settings);
    }
    let chosen = open(&chosen, "settings: categories")?;
    for category in Category::ALL {
        let takes = chosen.get(category.name());
        match takes.as_bool() {
            Some(takes) => settings.categories.set(category, takes),
            None if takes.is_undefined() => {}
            None => return Err(fault(category.name(), "is neither true nor false")),
        }
    }
    Ok(settings)
}

fn open<'a>(value: &'a JsValue, name: &str) -> Result<&'a Object, JsError> {
    value.is_object().then(|| value.unchecked_ref()).ok_or_else(|| fault(name, "is no object"))
}

fn fault(name: &str, what: &str) -> JsError {
    JsError::new(&joined(&[name, " ", what]))
}
