//! binaryen's passes over the module, each skipped where its input is the same as last time.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;

use crate::process;

/// Named one by one: `--all-features` writes encodings that Chromium refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// What the standard library uses although the target is the first wasm, said in terms of the first wasm.
const LOWERING: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--strip-target-features",
];
/// Where passes keep what they made.
pub const FOLDER: &str = "target/binaryen";

/// Makes the page module as small as it gets: written anew from plain statements, twice. Functions
/// that are called once stay apart: larger ones have more locals, and compress worse. Zeros among the data
/// stay, and so does what is computed twice: both compress better than what would stand for them.
/// The lowest kilobyte of memory is the end of the stack: a stack that has grown into it may trap a little earlier.
pub fn shrink(module: &[u8]) -> Result<Vec<u8>> {
    let passes = [
        "--one-caller-inline-max-function-size=20",
        "--low-memory-unused",
        "--always-inline-max-function-size=4",
        "--skip-pass=memory-packing",
        "--skip-pass=local-cse",
        "-Oz",
        "--flatten",
        "--rereloop",
        "-Oz",
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    let arguments = [&FEATURES[..], &passes].concat();
    Pass { program: "wasm-opt", arguments: &arguments, result: "page.wasm" }.run(module)
}

/// Makes the module of a page of ours smaller.
pub fn shrink_page(module: &[u8], result: &str) -> Result<Vec<u8>> {
    let arguments = [&FEATURES[..], &["-Oz", "--strip-debug", "--strip-producers"]].concat();
    Pass { program: "wasm-opt", arguments: &arguments, result }.run(module)
}

/// Rewrites a module so that nothing in it is younger than the first wasm.
pub fn lower(module: &[u8]) -> Result<Vec<u8>> {
    let arguments = [&["--one-caller-inline-max-function-size=30", "-Oz"][..], &LOWERING].concat();
    Pass { program: "wasm-opt", arguments: &arguments, result: "lowered.wasm" }.run(module)
}

/// Turns a module of the first wasm into JavaScript.
pub fn script(module: &[u8]) -> Result<String> {
    let script = Pass { program: "wasm2js", arguments: &["-Oz"], result: "functions.js" }.run(module)?;
    Ok(String::from_utf8(script)?)
}

/// One run of a program of binaryen's.
struct Pass<'p> {
    program: &'p str,
    arguments: &'p [&'p str],
    result: &'p str,
}

impl Pass<'_> {
    fn run(&self, input: &[u8]) -> Result<Vec<u8>> {
        let (result, note) = (self.path(""), self.path(".made-from"));
        let origin = self.origin(input);
        if fs::read_to_string(&note).is_ok_and(|noted| noted == origin)
            && let Ok(made) = fs::read(&result)
        {
            println!("  {}: {} is up to date", self.program, self.result);
            return Ok(made);
        }
        let made = self.make(input, &result)?;
        fs::write(note, origin)?;
        Ok(made)
    }

    fn make(&self, input: &[u8], result: &Path) -> Result<Vec<u8>> {
        let started = Instant::now();
        let source = self.path(".input.wasm");
        fs::create_dir_all(FOLDER)?;
        fs::write(&source, input)?;
        let mut program = process::npm_program(self.program);
        program.arg(&source).args(self.arguments).arg("-o").arg(result);
        process::run(&mut program)?;
        let made = fs::read(result)?;
        let seconds = started.elapsed().as_secs_f64();
        println!("  {} KB to {} KB, {seconds:.1} s", input.len() / 1000, made.len() / 1000);
        Ok(made)
    }

    fn path(&self, ending: &str) -> PathBuf {
        Path::new(FOLDER).join(format!("{}{ending}", self.result))
    }

    /// What the result depends on: program, version, arguments and input.
    fn origin(&self, input: &[u8]) -> String {
        let mut hasher = DefaultHasher::new();
        input.hash(&mut hasher);
        self.arguments.hash(&mut hasher);
        let version = fs::read_to_string("node_modules/binaryen/package.json").unwrap_or_default();
        (self.program, version).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}
