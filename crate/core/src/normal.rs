//! Labels made comparable: what a reader takes for the same words is the same text.

use alloc::{borrow::ToOwned, string::String};

/// A label in the form that labels are compared in: lower case, Turkish and Arabic forms folded,
/// marks that are not seen left out, white space single, colons, bars, arrows and dots at the
/// ends gone, apostrophes plain.
pub fn normalise(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().map(lower) {
        match c {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => {}
            // Combining dots and the short vowels of Arabic.
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

/// A letter in lower case, in the alphabets that labels are written in: all of Unicode is 12 KB.
pub fn lower(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let code = letter as u32;
    let lowered = match code {
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        0xff21..=0xff3a => code + 32,
        0x400..=0x40f => code + 80,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x130 => 0x69,
        0x178 => 0xff,
        0x1e9e => 0xdf,
        // Pairs of a capital and a small letter.
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code + (code & 1),
        _ => code,
    };
    char::from_u32(lowered).unwrap_or(letter)
}

/// Numbers written as `#`: `12 comments` and `1,204 comments` are one label.
pub fn fold_numbers(plain: &str) -> String {
    let mut folded = String::with_capacity(plain.len());
    for c in plain.chars() {
        if is_digit(c) {
            if !folded.ends_with('#') {
                folded.push('#');
            }
        } else if !(matches!(c, '.' | ',') && folded.ends_with('#')) {
            folded.push(c);
        }
    }
    folded
}

/// Whether a character is a digit, in the scripts that labels are written in.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '০'..='৯' | '๐'..='๙' | '０'..='９')
}

/// Characters that may stand around a label without being part of it.
pub fn is_edge(c: char) -> bool {
    matches!(c,
        '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}'
        | '،' | '؛' | '؟' | '×' | '\u{1f000}'..='\u{1faff}' | '\u{e000}'..='\u{f8ff}')
        || c.is_whitespace()
        || c.is_ascii_punctuation() && c != '%'
}

#[cfg(test)]
mod tests {
    use super::{lower, normalise};

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

    #[test]
    fn letters_of_labels_are_lowered_as_by_the_standard_library() {
        let rare = |c: char| !matches!(c as u32, 0..=0x17f | 0x386..=0x3ce | 0x400..=0x52f | 0x1e00..=0x1eff);
        for c in ('\0'..='\u{1f00}').filter(|&c| !rare(c) && !matches!(c, 'İ' | '\u{4c0}')) {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
        }
    }
}
