//! The script form: wasm2js's functions and the glue in one classic script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::binaryen::FOLDER;
use crate::process;

/// Where wasm2js begins to export what it has made; the glue takes it from `asmFunc` instead.
const EXPORTS: &str = "\nvar retasmFunc = asmFunc(";
/// Growth as wasm2js does it leaves the old buffer attached, and the glue reads on in it.
const GROWTH: &str = "\
   var newBuffer = new ArrayBuffer(newPages << 16);
   var newHEAP8 = new Int8Array(newBuffer);
   newHEAP8.set(HEAP8);
";
const OWN_GROWTH: &str = "   var newBuffer = buffer.transfer(newPages << 16);\n";
const CLOSING: &str = "\
wasm_bindgen.initSync({ module: new WebAssembly.Module() });
globalThis.endmarkScriptForm = wasm_bindgen;
globalThis.endmarkScriptReady?.();
})();
";
/// As much of `WebAssembly` as the glue uses.
const WEB_ASSEMBLY: &str = "\
const WebAssembly = {
\tModule: class {},
\tInstance: class { constructor(_module, imports) { this.exports = asmFunc(imports); } },
};
";

/// Puts both into one function, which defines `endmarkScriptForm`, ready for use.
pub fn join(functions: &str, glue: &str) -> Result<String> {
    let functions = strip_module_syntax(functions)?;
    let functions = replace_once(&functions, GROWTH, OWN_GROWTH).context("growth of the memory")?;
    Ok(format!("(() => {{\n\"use strict\";\n{functions}\n{WEB_ASSEMBLY}{glue}\n{CLOSING}"))
}

/// Shortens names and drops blanks.
pub fn minify(script: &str) -> Result<String> {
    let path = |name: &str| Path::new(FOLDER).join(name);
    let (source, result) = (path("script-form.js"), path("core-script.js"));
    fs::write(&source, script)?;
    let mut esbuild = process::npm_program("esbuild");
    esbuild.arg(&source).args(["--minify", "--target=chrome121", "--legal-comments=none"]);
    esbuild.args(["--charset=ascii", "--log-level=warning"]);
    process::run(esbuild.arg(format!("--outfile={}", result.display())))?;
    fs::read_to_string(&result).with_context(|| result.display().to_string())
}

fn strip_module_syntax(functions: &str) -> Result<String> {
    let end = functions.find(EXPORTS).context("wasm2js's script ends otherwise than expected")?;
    let lines = functions[..end].lines().filter(|line| !line.starts_with("import "));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

fn replace_once(text: &str, old: &str, new: &str) -> Option<String> {
    (text.matches(old).count() == 1).then(|| text.replacen(old, new, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn functions() -> String {
        format!(
            "import * as x from './endmark_bg.js';\nfunction asmFunc(imports) {{\n{GROWTH}}}\n{EXPORTS}{{}});\n"
        )
    }

    #[test]
    fn module_syntax_goes_and_memory_grows_by_transfer() -> Result<()> {
        let script = join(&functions(), "var wasm_bindgen = 1;")?;
        assert!(!script.contains("import ") && !script.contains("retasmFunc"));
        assert!(script.contains(OWN_GROWTH) && !script.contains("newHEAP8"));
        assert!(script.starts_with("(() => {") && script.ends_with("})();\n"));
        Ok(())
    }

    #[test]
    fn a_script_of_another_make_is_refused() {
        assert!(join("function asmFunc() {}", "").is_err());
        assert!(join(&functions().replace("newHEAP8", "newHeap8"), "").is_err());
    }
}
