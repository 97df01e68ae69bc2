//! From crate/module and extension/ to the unpacked extensions in dist/, and from crate/demo and www/ to the demo page.

mod binaryen;
mod bindings;
mod compile;
mod extension;
mod glue;
pub mod identity;
mod manifest;
mod names;
mod script;
mod size;
mod www;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;

use crate::browser::Browser;
use crate::toolchain::Toolchain;
use bindings::Bound;
use compile::Form;
use size::Size;

/// Writes `dist/chrome` and `dist/firefox`; fails where what runs in pages is too large.
pub fn build() -> Result<()> {
    let started = Instant::now();
    println!("Build");
    let toolchain = Toolchain::required()?;
    let (core, module_size) = make_core(toolchain)?;
    let (script, script_size) = make_script_form(toolchain)?;
    let desk = bindings::bind_page(&compile::compile(toolchain, Form::Desk)?, "desk")?;
    let desk_module = binaryen::shrink_page(&desk.module, "desk.wasm")?;
    let made: [(&str, &[u8]); 5] = [
        ("core.js", core.glue.as_bytes()),
        ("core.wasm", &core.module),
        ("desk.js", desk.glue.as_bytes()),
        ("desk.wasm", &desk_module),
        // Firefox holds no page's policy against a content script's wasm.
        ("core-script.js", script.as_bytes()),
    ];
    extension::write(Browser::Chrome, &made)?;
    extension::write(Browser::Firefox, &made[..4])?;
    let [chrome, firefox] = Browser::BOTH.map(Browser::extension);
    println!("  {chrome} and {firefox} written, {:.1} s\n", started.elapsed().as_secs_f64());
    module_size.check()?;
    script_size.check()
}

/// Writes the demo page to `dist/www`.
pub fn build_www() -> Result<()> {
    println!("Demo page");
    let toolchain = Toolchain::required()?;
    let bound = bindings::bind_page(&compile::compile(toolchain, Form::Demo)?, "demo")?;
    let module = binaryen::shrink_page(&bound.module, "demo.wasm")?;
    let size = Size::of(&size::DEMO, &module)?;
    www::write(&bound.glue, &module)?;
    println!("  {} written\n", www::FOLDER);
    size.check()
}

/// Forgets what was compiled for the extensions.
pub fn clean() -> Result<()> {
    for folder in [Form::Module.folder(), Form::Script.folder(), binaryen::FOLDER] {
        if Path::new(folder).exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    Ok(())
}

/// Every file of both extensions.
pub fn read_extensions() -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for browser in Browser::BOTH {
        extension::read(Path::new(browser.extension()), &mut files)?;
    }
    Ok(files)
}

/// The glue is a content script; the module is handed to it by the background, so that no page can fetch it.
fn make_core(toolchain: Toolchain) -> Result<(Bound, Size)> {
    let bound = bindings::bind(&compile::compile(toolchain, Form::Module)?, Form::Module)?;
    let module = binaryen::shrink(&bound.module)?;
    let size = Size::of(&size::MODULE, &module)?;
    Ok((Bound { module, ..bound }, size))
}

/// The same as one script without wasm, for pages whose policy forbids wasm in Chromium.
fn make_script_form(toolchain: Toolchain) -> Result<(String, Size)> {
    let lowered = binaryen::lower(&compile::compile(toolchain, Form::Script)?)?;
    let bound = bindings::bind(&lowered, Form::Script)?;
    let functions = binaryen::script(&bound.module)?;
    let script = script::minify(&script::join(&functions, &bound.glue)?)?;
    let size = Size::of(&size::SCRIPT, script.as_bytes())?;
    Ok((script, size))
}
