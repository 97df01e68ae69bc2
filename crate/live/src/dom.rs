//! What is read from the page and written to it, each bound to its prototype: a form's fields or
//! an SVG element stand in the way of the plain properties.
//!
//! The types are names for the compiler: nothing checks at run time that a value is one, so an
//! accessor may only be called on what the name says (another throws).

use alloc::{borrow::ToOwned, string::String};

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Any node of the page.
    #[derive(Debug, Clone, PartialEq)]
    pub type Node;

    /// Name in capitals for HTML elements, `#text` and the like for other nodes.
    #[wasm_bindgen(method, final, getter, js_name = nodeName)]
    pub fn node_name(this: &Node) -> JsValue;
    /// 1 for elements, 3 for text.
    #[wasm_bindgen(method, final, getter, js_name = nodeType)]
    pub fn node_type(this: &Node) -> u16;
    /// The first node in this one.
    #[wasm_bindgen(method, final, getter, js_name = firstChild)]
    pub fn first_child(this: &Node) -> Option<Node>;
    /// The node after this one.
    #[wasm_bindgen(method, final, getter, js_name = nextSibling)]
    pub fn next_sibling(this: &Node) -> Option<Node>;
    /// The node that holds this one.
    #[wasm_bindgen(method, final, getter, js_name = parentNode)]
    pub fn parent_node(this: &Node) -> Option<Node>;
    /// Whether the node is in the document.
    #[wasm_bindgen(method, final, getter, js_name = isConnected)]
    pub fn is_connected(this: &Node) -> bool;
    /// Whether `other` is this node or stands in it.
    #[wasm_bindgen(method, final)]
    pub fn contains(this: &Node, other: Option<&Node>) -> bool;

    /// How `other` stands to this node, in bits.
    #[wasm_bindgen(method, final, js_name = compareDocumentPosition)]
    pub fn compare(this: &Node, other: &Node) -> u16;

    /// A text node.
    #[wasm_bindgen(extends = Node)]
    pub type CharacterData;

    /// A part of the text, cut by the browser.
    #[wasm_bindgen(method, final, js_name = substringData)]
    pub fn part(this: &CharacterData, start: u32, length: u32) -> String;

    /// An element.
    #[wasm_bindgen(extends = Node)]
    #[derive(Debug, Clone, PartialEq)]
    pub type Element;

    /// Whether there is any attribute.
    #[wasm_bindgen(method, final, js_name = hasAttributes)]
    pub fn has_attributes(this: &Element) -> bool;
    /// Names of all attributes.
    #[wasm_bindgen(method, final, js_name = getAttributeNames)]
    pub fn attribute_names(this: &Element) -> Names;
    /// Value of an attribute, where there is one.
    #[wasm_bindgen(method, final, js_name = getAttribute)]
    pub fn attribute(this: &Element, name: &JsValue) -> Option<Value>;
    /// Whether there is such an attribute.
    #[wasm_bindgen(method, final, js_name = hasAttribute)]
    pub fn has_attribute(this: &Element, name: &JsValue) -> bool;
    /// Takes an attribute away.
    #[wasm_bindgen(method, final, js_name = removeAttribute)]
    pub fn remove_attribute(this: &Element, name: &JsValue);
    /// The root of the tree that the page has attached to the element, where it left it open.
    #[wasm_bindgen(method, final, getter, js_name = shadowRoot)]
    pub fn shadow_root(this: &Element) -> Option<Node>;
    /// The elements in this one that match.
    #[wasm_bindgen(method, final, js_name = querySelectorAll)]
    pub fn inside(this: &Element, selectors: &str) -> NodeList;

    /// Whether the element matches.
    #[wasm_bindgen(method, final)]
    pub fn matches(this: &Element, selectors: &str) -> bool;

    /// A list of strings.
    #[wasm_bindgen(js_name = Array)]
    pub type Names;
    /// All of them in one string.
    #[wasm_bindgen(method, final, js_class = "Array")]
    pub fn join(this: &Names, separator: &str) -> Value;

    /// A string that is still with the browser.
    #[wasm_bindgen(js_name = String)]
    pub type Value;
    /// A part of it.
    #[wasm_bindgen(method, final, js_class = "String", js_name = slice)]
    pub fn part(this: &Value, start: u32, end: u32) -> String;

    /// Elements found at one time.
    pub type NodeList;
    /// The element at a place.
    #[wasm_bindgen(method, final)]
    pub fn item(this: &NodeList, at: u32) -> Option<Element>;

    /// Elements as they are now.
    pub type HTMLCollection;
    /// The element at a place.
    #[wasm_bindgen(method, final)]
    pub fn item(this: &HTMLCollection, at: u32) -> Option<Element>;

    /// The document.
    #[wasm_bindgen(extends = Node)]
    #[derive(Clone)]
    pub type Document;
    #[wasm_bindgen(js_name = document, thread_local_v2)]
    static DOCUMENT: Document;
    /// Its address, with the fragment.
    #[wasm_bindgen(method, final, getter, js_name = URL)]
    pub fn address(this: &Document) -> String;
    /// The root element.
    #[wasm_bindgen(method, final, getter, js_name = documentElement)]
    pub fn root(this: &Document) -> Option<Element>;
    /// `loading` until all of the page is parsed.
    #[wasm_bindgen(method, final, getter, js_name = readyState)]
    pub fn ready_state(this: &Document) -> String;
    /// The element that has the focus.
    #[wasm_bindgen(method, final, getter, js_name = activeElement)]
    pub fn active_element(this: &Document) -> Option<Element>;
    /// The element that fills the screen.
    #[wasm_bindgen(method, final, getter, js_name = fullscreenElement)]
    pub fn fullscreen_element(this: &Document) -> Option<Element>;
    /// What the user has selected.
    #[wasm_bindgen(method, final, js_name = getSelection)]
    pub fn selection(this: &Document) -> Option<Selection>;
    /// The elements that match.
    #[wasm_bindgen(method, final, js_name = querySelectorAll)]
    pub fn inside(this: &Document, selectors: &str) -> NodeList;
    /// The element with an id.
    #[wasm_bindgen(method, final, js_name = getElementById)]
    pub fn by_id(this: &Document, id: &str) -> Option<Element>;
    /// The elements with a name.
    #[wasm_bindgen(method, final, js_name = getElementsByName)]
    pub fn by_name(this: &Document, name: &str) -> NodeList;
    /// The elements of a kind.
    #[wasm_bindgen(method, final, js_name = getElementsByTagName)]
    pub fn by_tag(this: &Document, tag: &str) -> HTMLCollection;

    /// What the user has selected.
    pub type Selection;
    /// Whether nothing is selected.
    #[wasm_bindgen(method, final, getter, js_name = isCollapsed)]
    pub fn is_empty(this: &Selection) -> bool;
    /// Whether some of a node is selected.
    #[wasm_bindgen(method, final, js_name = containsNode)]
    pub fn touches(this: &Selection, node: &Node, partly: bool) -> bool;

    /// A field, film or sound: what is called so without being one (in SVG) has none of these properties, and on
    /// those that are nothing of the page's stands in their way.
    #[wasm_bindgen(extends = Element)]
    pub type Control;
    /// What stands in a field.
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &Control) -> Option<String>;
    /// What stood in it at first.
    #[wasm_bindgen(method, getter, js_name = defaultValue)]
    pub fn default_value(this: &Control) -> Option<String>;
    /// Whether a film or sound stands still.
    #[wasm_bindgen(method, getter)]
    pub fn paused(this: &Control) -> Option<bool>;
    /// Whether it has played to its end.
    #[wasm_bindgen(method, getter)]
    pub fn ended(this: &Control) -> Option<bool>;

    /// Numbers by element, or by string.
    pub type Map;
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Map;
    /// The number of a key.
    #[wasm_bindgen(method, final)]
    pub fn get(this: &Map, key: &JsValue) -> Option<u32>;
    /// Gives a key its number.
    #[wasm_bindgen(method, final)]
    pub fn set(this: &Map, key: &JsValue, number: u32);
    /// Forgets a key.
    #[wasm_bindgen(method, final)]
    pub fn delete(this: &Map, key: &JsValue);

    /// Milliseconds since the page began.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    pub fn clock() -> f64;

    #[wasm_bindgen(catch, js_name = decodeURIComponent)]
    fn decode_uri_component(text: &str) -> Result<String, JsValue>;

    /// Sets an attribute that hides or points out: no accessor, but the script around the module, which sees to
    /// shadow roots.
    #[wasm_bindgen(js_namespace = endmarkShade)]
    pub fn mark(element: &Element, name: &JsValue, value: &str);
}

/// The page's document.
pub fn document() -> Document {
    DOCUMENT.with(Clone::clone)
}

/// A text with its `%xx` resolved, or as it is where they make no sense.
pub fn decode(text: &str) -> String {
    decode_uri_component(text).unwrap_or_else(|_| text.to_owned())
}

/// The elements of a list.
pub fn elements(list: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..).map_while(|at| list.item(at))
}
