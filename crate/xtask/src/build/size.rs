//! What runs in every page is kept small.

use std::io::Write;

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

/// How large something may be, in bytes.
pub struct Limit {
    what: &'static str,
    raw: Option<usize>,
    gzip: usize,
}

/// The wasm module that runs in pages.
pub const MODULE: Limit = Limit { what: "page module", raw: Some(150_000), gzip: 60_000 };
/// The script that stands in for it where a page forbids wasm.
pub const SCRIPT: Limit = Limit { what: "script form", raw: None, gzip: 90_000 };

impl Limit {
    /// Prints the size and refuses what is over the limit.
    pub fn check(&self, bytes: &[u8]) -> Result<()> {
        let (raw, gzip) = (bytes.len(), gzip_length(bytes)?);
        let bound = self.raw.map(|limit| format!(" (at most {})", kilobytes(limit))).unwrap_or_default();
        println!(
            "  {}: {} raw{bound}, {} gzip (at most {})",
            self.what,
            kilobytes(raw),
            kilobytes(gzip),
            kilobytes(self.gzip),
        );
        if self.raw.is_some_and(|limit| raw > limit) || gzip > self.gzip {
            bail!("the {} is too large", self.what);
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

    #[test]
    fn both_limits_hold() {
        let limit = Limit { what: "thing", raw: Some(1000), gzip: 100 };
        assert!(limit.check(&[0; 1000]).is_ok());
        assert!(limit.check(&[0; 1001]).is_err());
        let noise: Vec<u8> = (0..900_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(limit.check(&noise).is_err());
    }
}
