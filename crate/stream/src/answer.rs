//! Which answers of servers may be marked while they come in.

use encoding_rs::Encoding;
use lol_html::AsciiCompatibleEncoding;

/// Statuses without a document of their own, or with a part of one.
const PARTIAL: [u16; 3] = [204, 205, 206];

/// What a server says before a document.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The number, such as 200.
    pub status: u16,
    /// `Content-Type`.
    pub kind: String,
    /// `Content-Disposition`, empty where there is none.
    pub disposition: String,
}

impl Answer {
    /// Whether it is a whole page, to be shown, in an encoding that has ASCII in it or is not told.
    pub fn is_page(&self) -> bool {
        let shown = matches!(self.status, 200..=299 | 400..=499) && !PARTIAL.contains(&self.status);
        let (kind, rest) = self.kind.split_once(';').unwrap_or((&self.kind, ""));
        let inline = matches!(first(&self.disposition), "" | "inline");
        shown && inline && kind.trim().eq_ignore_ascii_case("text/html") && charset(rest).is_none_or(is_ascii)
    }
}

/// What stands before the parameters of a header.
fn first(header: &str) -> &str {
    header.split(';').next().unwrap_or_default().trim()
}

/// The encoding that the parameters of a type name.
fn charset(parameters: &str) -> Option<&str> {
    let named = |parameter: &&str| parameter.trim().to_ascii_lowercase().starts_with("charset=");
    let (_, label) = parameters.split(';').find(named)?.split_once('=')?;
    Some(label.trim().trim_matches(['"', '\'']))
}

fn is_ascii(label: &str) -> bool {
    Encoding::for_label(label.as_bytes()).is_some_and(|known| AsciiCompatibleEncoding::new(known).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_page(status: u16, kind: &str, disposition: &str) -> bool {
        Answer { status, kind: kind.into(), disposition: disposition.into() }.is_page()
    }

    #[test]
    fn whole_pages_are_marked() {
        assert!(is_page(200, "text/html", ""));
        assert!(is_page(404, "Text/HTML ; charset=\"Shift_JIS\"", "inline; filename=a.html"));
        assert!(is_page(200, "text/html; x=y; Charset=windows-1251", ""));
    }

    #[test]
    fn what_is_no_page_flows_by() {
        for status in [0, 100, 204, 206, 301, 304, 500] {
            assert!(!is_page(status, "text/html", ""), "{status}");
        }
        for kind in ["", "application/json", "application/pdf", "text/plain", "multipart/x-mixed-replace"] {
            assert!(!is_page(200, kind, ""), "{kind}");
        }
        assert!(!is_page(200, "text/html", "attachment; filename=a.html"));
    }

    #[test]
    fn encodings_without_ascii_flow_by() {
        for label in ["utf-16le", "iso-2022-jp", "utf-99", "replacement", ""] {
            assert!(!is_page(200, &format!("text/html; charset={label}"), ""), "{label}");
        }
    }
}
