//! What runs in every page is kept small.

use std::io::Write;

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

/// How large something may be, in bytes.
#[derive(Debug)]
pub struct Limit {
    what: &'static str,
    raw: Option<usize>,
    gzip: usize,
}

/// The wasm module that runs in pages.
pub static MODULE: Limit = Limit { what: "page module", raw: Some(150_000), gzip: 60_000 };
/// The script that stands in for it where a page forbids wasm.
pub static SCRIPT: Limit = Limit { what: "script form", raw: None, gzip: 90_000 };

/// The module of the demo page, without the words.
pub static DEMO: Limit = Limit { what: "demo module", raw: Some(800_000), gzip: 400_000 };

/// How large something is, beside its limit.
#[derive(Debug)]
pub struct Size {
    limit: &'static Limit,
    raw: usize,
    gzip: usize,
}

impl Size {
    /// Measures, and prints what comes out.
    pub fn of(limit: &'static Limit, bytes: &[u8]) -> Result<Self> {
        let (raw, gzip) = (bytes.len(), gzip_length(bytes)?);
        let bound = limit.raw.map(|limit| format!(" (at most {})", kilobytes(limit))).unwrap_or_default();
        println!(
            "  {}: {} raw{bound}, {} gzip (at most {})",
            limit.what,
            kilobytes(raw),
            kilobytes(gzip),
            kilobytes(limit.gzip),
        );
        Ok(Self { limit, raw, gzip })
    }

    /// Refuses what is over its limit.
    pub fn check(&self) -> Result<()> {
        if self.limit.raw.is_some_and(|limit| self.raw > limit) || self.gzip > self.limit.gzip {
            bail!("the {} is too large: {} raw, {} gzip", self.limit.what, self.raw, self.gzip);
        }
        Ok(())
    }
}

fn gzip_length(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    static THING: Limit = Limit { what: "thing", raw: Some(1000), gzip: 100 };

    #[test]
    fn both_limits_hold() -> Result<()> {
        assert!(Size::of(&THING, &[0; 1000])?.check().is_ok());
        assert!(Size::of(&THING, &[0; 1001])?.check().is_err());
        let noise: Vec<u8> = (0..900_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(Size::of(&THING, &noise)?.check().is_err());
        Ok(())
    }
}
