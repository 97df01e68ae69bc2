//! Cleaning: a document comes out the same in whatever parts it comes; what comes out is what went in without
//! what was cut, to the byte and as a tree.

use std::io::{Seek, SeekFrom};

use endmark_core::filter::{Filter, read};
use endmark_stream::{Cleaning, Wanted, clean};
use endmark_weigh::stream::differences;

use crate::parts::{InParts, by_chance, throw_of};

/// Rules that let much be cut out of documents that are no articles.
const RULES: &str = "##.bio\n##p.box\n##.outer > .inner\n##[title]\n#@#.kept\n##.bio:has-text(Ann)";

/// A character that html5ever drops where a declaration of the encoding stands before it; browsers do not.
const UNSURE: &str = ">\u{feff}";

/// A document with what was found of it, or why it stays.
type Cleaned = Result<(Cleaning, Vec<u8>), String>;

/// Cleans a document that comes in parts of these lengths.
pub fn cleaned(document: &[u8], lengths: &[usize], filters: &[Filter]) -> Cleaned {
    let mut source = InParts::new(document, lengths);
    let wanted = Wanted { filters, ..Wanted::default() };
    let cleaning = clean(&mut source, &wanted).map_err(|fault| fault.to_string())?;
    let mut result = Vec::new();
    source.seek(SeekFrom::Start(0)).expect("memory");
    cleaning.cutting.cuts.copy(&mut source, &mut result).expect("memory");
    Ok((cleaning, result))
}

/// Cleans a document and compares.
pub fn check(document: &[u8]) {
    let filters = read(RULES).filters;
    let whole = cleaned(document, &[usize::MAX], &filters);
    let bytes = |cleaned: Cleaned| cleaned.map(|(_, bytes)| bytes);
    let throw = throw_of(document);
    for lengths in [vec![1], vec![2 + throw as usize % 63], by_chance(throw)] {
        let parted = bytes(cleaned(document, &lengths, &filters));
        let expected = whole.as_ref().map(|(_, bytes)| bytes).map_err(String::as_str);
        assert!(parted.as_ref().map_err(String::as_str) == expected, "not the same in {lengths:?}");
    }
    let Ok((cleaning, result)) = whole else { return };
    let ranges = cleaning.cutting.cuts.ranges();
    assert!(ranges.iter().all(|cut| cut.start < cut.end && cut.end <= document.len()));
    assert!(ranges.is_sorted_by(|one, next| one.end <= next.start), "cuts overlap: {ranges:?}");
    let gone: usize = ranges.iter().map(|cut| cut.len()).sum();
    assert_eq!(result.len() + gone, document.len());
    if let ("UTF-8", Ok(source)) = (cleaning.survey.encoding, str::from_utf8(document))
        && !source.contains(UNSURE)
    {
        let found = differences(source, &cleaning);
        assert!(found.is_empty(), "{found:#?}");
    }
}
