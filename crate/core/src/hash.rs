//! Words kept as numbers: tables of thousands of labels and names stay small.

/// What a file of a table of words begins with.
pub const MAGIC: &[u8; 4] = b"EMW2";

/// 32 bits of the FNV-1a hash of a text (Fowler, Noll and Vo; 64-bit offset basis and prime, folded).
/// A text that is none of 12,000 entries is taken for one with a chance of 3 in a million.
pub fn hash(text: &str) -> u32 {
    hash_all(&[text])
}

/// The hash of several texts, one after the other.
pub fn hash_all(parts: &[&str]) -> u32 {
    let mut folded = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes() {
            folded = (folded ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    (folded >> 32) as u32 ^ folded as u32
}
