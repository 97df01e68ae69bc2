//! Labels made comparable: what a reader takes for the same words is the same text.

use alloc::{borrow::ToOwned, string::String};

/// A label in the form that labels are compared in: lower case, Turkish and Arabic forms folded,
/// marks that are not seen left out, white space single, colons, bars, arrows and dots at the
/// ends gone, apostrophes plain.
pub fn normalise(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => {}
            // Combining dot (İ in lower case) and the short vowels of Arabic.
            '\u{307}' | '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{670}' => {}
            'ı' => plain.push('i'),
            'أ' | 'إ' | 'آ' | 'ٱ' => plain.push('ا'),
            'ى' | 'ی' => plain.push('ي'),
            'ک' => plain.push('ك'),
            'ة' => plain.push('ه'),
            '’' | '‘' | 'ʼ' | '`' | '´' => plain.push('\''),
            'ё' => plain.push('е'),
            '：' => plain.push(':'),
            '！' => plain.push('!'),
            '？' => plain.push('?'),
            '…' => plain.push_str("..."),
            c if c.is_whitespace() || c == '\u{a0}' => {
                if !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            c if c.is_control() => {}
            c => plain.push(c),
        }
    }
    plain.trim_matches(is_edge).to_owned()
}

/// Characters that may stand around a label without being part of it.
fn is_edge(c: char) -> bool {
    matches!(c,
        '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}'
        | '،' | '؛' | '؟' | '×' | '\u{1f000}'..='\u{1faff}' | '\u{e000}'..='\u{f8ff}')
        || c.is_whitespace()
        || c.is_ascii_punctuation() && c != '%'
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn what_reads_alike_is_alike() {
        let same = [
            ("  Also  Read: ", "also read"),
            ("À lire\u{a0}aussi\u{202f}:", "à lire aussi"),
            ("İLGİLİ HABERLER", "ilgili haberler"),
            ("اقرأ أيضًا:", "اقرا ايضا"),
            ("関連記事：", "関連記事"),
            ("» You’ll also like…", "you'll also like"),
            ("نظر\u{200c}ها", "نظرها"),
        ];
        for (text, wanted) in same {
            assert_eq!(normalise(text), wanted);
        }
    }
}
