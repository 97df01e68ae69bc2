//! The module that runs in pages: the live front end, with what the standard library would bring
//! for ten times the size.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
mod alone;
