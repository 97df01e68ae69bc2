//! How much of a page was read so far.

use std::io::{Read, Result, Seek, SeekFrom};

use js_sys::Function;
use wasm_bindgen::JsValue;

/// A reader that tells the share of a page that was read.
pub struct Telling<'p, R> {
    reader: R,
    length: usize,
    read: usize,
    progress: &'p Function,
}

impl<'p, R> Telling<'p, R> {
    /// A reader of so many bytes.
    pub fn new(reader: R, length: usize, progress: &'p Function) -> Self {
        Self { reader, length, read: 0, progress }
    }
}

impl<R: Read> Read for Telling<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let length = self.reader.read(buffer)?;
        self.read += length;
        let share = self.read as f64 / self.length.max(1) as f64;
        // Who does not listen is no reason to stop.
        let _ = self.progress.call1(&JsValue::NULL, &JsValue::from_f64(share.min(1.0)));
        Ok(length)
    }
}

impl<R: Seek> Seek for Telling<'_, R> {
    fn seek(&mut self, place: SeekFrom) -> Result<u64> {
        self.read = 0;
        self.reader.seek(place)
    }
}
