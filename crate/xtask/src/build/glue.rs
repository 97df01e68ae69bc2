//! What wasm-bindgen's glue lacks for a content script.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

const OPENING: &str = "let wasm_bindgen = (function(exports) {\n";
/// A `var`, so that a second injection into the same page is no error.
const OWN_OPENING: &str = "var wasm_bindgen = (function(exports) {\n";
const LOOK_UP: &str = "GetOwnOrInheritedPropertyDescriptor(";
const DEFINITION: &str = "function GetOwnOrInheritedPropertyDescriptor(";

/// Readies the glue: reopened as a `var`, each accessor of a prototype looked up once, at load.
pub fn finish(glue: &str) -> Result<String> {
    let Some(body) = glue.strip_prefix(OPENING) else {
        bail!("wasm-bindgen's glue begins otherwise than expected: {:?}", glue.lines().next());
    };
    let (body, accessors) = hoist(body)?;
    let constants: String =
        accessors.iter().map(|(accessor, name)| format!("    const {name} = {accessor};\n")).collect();
    Ok(format!("{OWN_OPENING}{constants}{body}"))
}

/// Replaces every look-up of an accessor by the name of a constant.
fn hoist(body: &str) -> Result<(String, BTreeMap<String, String>)> {
    let mut accessors = BTreeMap::new();
    let mut hoisted = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(start) = rest.find(LOOK_UP) {
        let is_definition = rest[..start + LOOK_UP.len()].ends_with(DEFINITION);
        let length = if is_definition { LOOK_UP.len() } else { accessor_length(&rest[start..])? };
        let accessor = &rest[start..start + length];
        hoisted.push_str(&rest[..start]);
        if is_definition {
            hoisted.push_str(accessor);
        } else {
            let name = accessors.entry(accessor.to_owned()).or_insert_with(|| name_of(accessor));
            hoisted.push_str(name);
        }
        rest = &rest[start + length..];
    }
    hoisted.push_str(rest);
    Ok((hoisted, accessors))
}

/// How long `…(Node.prototype, 'firstChild').get` is.
fn accessor_length(look_up: &str) -> Result<usize> {
    let close = look_up.find(')').context("a look-up without its end")? + 1;
    match look_up.get(close..close + 4) {
        Some(".get" | ".set") => Ok(close + 4),
        _ => bail!("a look-up that is no accessor: {}", look_up.lines().next().unwrap_or_default()),
    }
}

/// `get_Node_firstChild` for `…(Node.prototype, 'firstChild').get`.
fn name_of(accessor: &str) -> String {
    let (look_up, kind) = accessor.rsplit_once('.').unwrap_or((accessor, "get"));
    let arguments = look_up.trim_start_matches(LOOK_UP).replace(".prototype", "");
    let words = arguments.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    [kind].into_iter().chain(words).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
let wasm_bindgen = (function(exports) {
    a = GetOwnOrInheritedPropertyDescriptor(Node.prototype, 'firstChild').get.call(arg0);
    b = GetOwnOrInheritedPropertyDescriptor(Node.prototype, 'firstChild').get.call(arg1);
    GetOwnOrInheritedPropertyDescriptor(Element.prototype, 'id').set.call(arg0, v0);
    function GetOwnOrInheritedPropertyDescriptor(obj, id) {}
})({});
";

    #[test]
    fn accessors_are_looked_up_once() -> Result<()> {
        let expected = "\
var wasm_bindgen = (function(exports) {
    const set_Element_id = GetOwnOrInheritedPropertyDescriptor(Element.prototype, 'id').set;
    const get_Node_firstChild = GetOwnOrInheritedPropertyDescriptor(Node.prototype, 'firstChild').get;
    a = get_Node_firstChild.call(arg0);
    b = get_Node_firstChild.call(arg1);
    set_Element_id.call(arg0, v0);
    function GetOwnOrInheritedPropertyDescriptor(obj, id) {}
})({});
";
        assert_eq!(finish(GLUE)?, expected);
        Ok(())
    }

    #[test]
    fn glue_of_another_make_is_refused() {
        assert!(finish("const wasm = 1;").is_err());
        let value = GLUE.replace(".get.call", ".value.call");
        assert!(finish(&value).is_err());
    }
}
