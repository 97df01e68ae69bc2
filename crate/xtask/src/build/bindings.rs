//! wasm-bindgen's part of the build.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::compile::Form;
use super::{glue, names};

/// A module, and the script that connects it to the page.
pub struct Bound {
    /// A classic script that defines `wasm_bindgen`.
    pub glue: String,
    /// The module that the glue instantiates.
    pub module: Vec<u8>,
}

/// Generates the glue of a page of ours: a module of JavaScript.
pub fn bind_page(compiled: &[u8], name: &str) -> Result<Bound> {
    let folder = Path::new("target/wasm").join(name);
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, compiled.to_vec()).web(true)?.typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true).omit_default_module_path(true);
    bindgen.generate(&folder)?;
    let glue = fs::read_to_string(folder.join(format!("{name}.js")))?;
    Ok(Bound { glue, module: fs::read(folder.join(format!("{name}_bg.wasm")))? })
}

/// Generates the glue for a compiled module.
pub fn bind(compiled: &[u8], form: Form) -> Result<Bound> {
    println!("  wasm-bindgen: glue for {} KB", compiled.len() / 1000);
    let folder = Path::new(form.folder()).join("bindings");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("endmark", compiled.to_vec()).no_modules(true)?.typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(&folder)?;
    if folder.join("snippets").exists() {
        bail!("the live front end brings JavaScript files of its own, which a content script cannot load");
    }
    let glue = fs::read_to_string(folder.join("endmark.js"))?;
    let (module, glue) = names::shorten(&fs::read(folder.join("endmark_bg.wasm"))?, &glue)?;
    Ok(Bound { glue: glue::finish(&glue)?, module })
}
