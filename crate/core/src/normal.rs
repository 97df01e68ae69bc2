//! Labels made comparable: what a reader takes for the same words is the same text.

use alloc::string::String;

/// A label in the form that labels are compared in: lower case, Turkish and Arabic forms folded,
/// marks that are not seen left out, white space single, colons, bars, arrows and dots at the
/// ends gone, apostrophes plain.
pub fn normalise(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match plainly(lower(c)) {
            None => {}
            // At the beginning they are cut off.
            Some(' ') if plain.is_empty() || plain.ends_with(' ') => {}
            Some('…') => plain.push_str(if plain.is_empty() { "" } else { "..." }),
            Some(c) if plain.is_empty() && is_edge(c) => {}
            Some(c) => plain.push(c),
        }
    }
    plain.truncate(stripped(&plain, is_edge).len());
    plain
}

/// What a small letter or sign is taken for; nothing where it is not seen.
fn plainly(c: char) -> Option<char> {
    // Most are.
    if c.is_ascii_alphanumeric() {
        return Some(c);
    }
    Some(match c {
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}' => return None,
        // Combining dots and the short vowels of Arabic.
        '\u{307}' | '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{670}' => return None,
        'ı' => 'i',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        'ё' => 'е',
        '：' => ':',
        '！' => '!',
        '？' => '?',
        c if c.is_whitespace() => ' ',
        c if c.is_control() => return None,
        c => c,
    })
}

/// From a capital to its small letter where both stand side by side, pair after pair.
const NEXT: i16 = 1;
/// Capitals that are no ASCII, from the first to the last, and how far on their small letters are.
const CAPITALS: [(u16, u16, i16); 29] = [
    (0xc0, 0xd6, 32),
    (0xd8, 0xde, 32),
    (0x100, 0x12f, NEXT),
    (0x130, 0x130, -199),
    (0x132, 0x137, NEXT),
    (0x139, 0x148, NEXT),
    (0x14a, 0x177, NEXT),
    (0x178, 0x178, -121),
    (0x179, 0x17e, NEXT),
    (0x1cd, 0x1dc, NEXT),
    (0x1de, 0x1ef, NEXT),
    (0x1f8, 0x21f, NEXT),
    (0x222, 0x233, NEXT),
    (0x386, 0x386, 38),
    (0x388, 0x38a, 37),
    (0x38c, 0x38c, 64),
    (0x38e, 0x38f, 63),
    (0x391, 0x3a1, 32),
    (0x3a3, 0x3ab, 32),
    (0x400, 0x40f, 80),
    (0x410, 0x42f, 32),
    (0x460, 0x481, NEXT),
    (0x48a, 0x4bf, NEXT),
    (0x4c1, 0x4ce, NEXT),
    (0x4d0, 0x52f, NEXT),
    (0x1e00, 0x1e95, NEXT),
    (0x1e9e, 0x1e9e, -7615),
    (0x1ea0, 0x1eff, NEXT),
    (0xff21, 0xff3a, 32),
];

/// A letter in lower case, in the alphabets that labels are written in: all of Unicode is 12 KB.
pub fn lower(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let code = u32::from(letter);
    let Some(&(first, last, step)) = CAPITALS.iter().rfind(|(first, ..)| u32::from(*first) <= code) else {
        return letter;
    };
    let is_capital = code <= u32::from(last) && (step != NEXT || (code - u32::from(first)).is_multiple_of(2));
    let step = if is_capital { step.into() } else { 0 };
    char::from_u32(code.wrapping_add_signed(step)).unwrap_or(letter)
}

/// Numbers written as `#`: `12 comments` and `1,204 comments` are one label, the heading `3. Comments` is another.
pub fn fold_numbers(plain: String) -> String {
    if plain.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_digit() && byte != b'#') {
        return plain;
    }
    let mut folded = String::with_capacity(plain.len());
    for (at, c) in plain.char_indices() {
        let ends = plain.as_bytes().get(at + 1) == Some(&b' ');
        if is_digit(c) {
            if !folded.ends_with('#') {
                folded.push('#');
            }
        } else if !(matches!(c, '.' | ',') && folded.ends_with('#') && !ends) {
            folded.push(c);
        }
    }
    folded
}

/// Whether a character is a digit, in the scripts that labels are written in.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '০'..='৯' | '๐'..='๙' | '０'..='９')
}

/// A text without such signs at its ends. Once for all kinds of them: one copy in the module.
pub fn stripped(text: &str, is: fn(char) -> bool) -> &str {
    let mut rest = text.chars();
    while rest.clone().next().is_some_and(is) {
        rest.next();
    }
    while rest.clone().next_back().is_some_and(is) {
        rest.next_back();
    }
    rest.as_str()
}

/// Characters that may stand around a label without being part of it.
pub fn is_edge(c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        return false;
    }
    matches!(c,
        '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}'
        | '،' | '؛' | '؟' | '×' | '\u{1f000}'..='\u{1faff}' | '\u{e000}'..='\u{f8ff}')
        || c.is_whitespace()
        || c.is_ascii_punctuation() && c != '%'
}

#[cfg(test)]
mod tests {
    use super::{fold_numbers, lower, normalise};

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
    fn numbers_are_folded_and_those_of_headings_are_not_counts() {
        for text in ["12 comments", "1,204 comments", "1.204.311 comments"] {
            assert_eq!(fold_numbers(text.into()), "# comments");
        }
        assert_eq!(fold_numbers("3. comments".into()), "#. comments");
    }

    #[test]
    fn letters_of_labels_are_lowered_as_by_the_standard_library() {
        let rare = |c: char| !matches!(c as u32, 0..=0x17f | 0x386..=0x3ce | 0x400..=0x52f | 0x1e00..=0x1eff);
        for c in ('\0'..='\u{1f00}').filter(|&c| !rare(c) && !matches!(c, 'İ' | '\u{4c0}')) {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
        }
    }
}
