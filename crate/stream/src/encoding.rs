//! The encoding of a document: told by its first bytes, by whoever has it, or by itself.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use lol_html::AsciiCompatibleEncoding;

use crate::fault::Untouched;

/// Bytes in which something that is no text shows itself.
const HEAD: usize = 1_024;

/// The encoding that a document is read in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    pub encoding: AsciiCompatibleEncoding,
    /// Whether what the document declares no longer counts.
    pub certain: bool,
}

/// The encoding that the first bytes and whoever has the document tell; else UTF-8, until it declares
/// another one.
pub(crate) fn recognise(bytes: &[u8], given: Option<&str>) -> Result<Known, Untouched> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some((marked, _)) = Encoding::for_bom(head) {
        return certain(marked);
    }
    if head.contains(&0) || head.starts_with(b"%PDF-") {
        return Err(Untouched::Binary);
    }
    match given {
        Some(label) => certain(
            Encoding::for_label(label.as_bytes())
                .ok_or_else(|| Untouched::UnknownEncoding(label.to_owned()))?,
        ),
        None => Ok(Known { encoding: AsciiCompatibleEncoding::utf_8(), certain: false }),
    }
}

/// The encoding that a document declares of itself; `None` where the label is none.
pub(crate) fn declared(label: &str) -> Option<Result<Known, Untouched>> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    // Whoever can read the declaration does not read UTF-16.
    Some(certain(match encoding {
        found if found == UTF_16LE || found == UTF_16BE => UTF_8,
        found if found == X_USER_DEFINED => WINDOWS_1252,
        found => found,
    }))
}

fn certain(encoding: &'static Encoding) -> Result<Known, Untouched> {
    let compatible = AsciiCompatibleEncoding::new(encoding);
    compatible
        .map(|encoding| Known { encoding, certain: true })
        .ok_or_else(|| Untouched::Encoding(encoding.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8], given: Option<&str>) -> Result<&'static str, Untouched> {
        recognise(bytes, given).map(|known| <&'static Encoding>::from(known.encoding).name())
    }

    #[test]
    fn marks_count_before_what_is_given() {
        assert_eq!(name(b"\xef\xbb\xbf<p>", Some("koi8-r")), Ok("UTF-8"));
        assert_eq!(name(b"<p>", Some("Shift-JIS")), Ok("Shift_JIS"));
        assert_eq!(name(b"<p>", None), Ok("UTF-8"));
    }

    #[test]
    fn what_is_no_ascii_stays() {
        assert_eq!(name(b"\xff\xfe<\0p\0", None), Err(Untouched::Encoding("UTF-16LE")));
        assert_eq!(name(b"<p>", Some("iso-2022-jp")), Err(Untouched::Encoding("ISO-2022-JP")));
        assert_eq!(name(b"<p>", Some("utf-99")), Err(Untouched::UnknownEncoding("utf-99".into())));
        assert_eq!(name(b"GIF89a\0\0", None), Err(Untouched::Binary));
    }
}
