//! What is a date, as far as digits tell: an element, a line, the folders of an address.

use crate::{
    attribute::ITEMPROP,
    outline::{NodeId, tag::TIME},
    page::Page,
    part::split_last,
};

/// A line with a date has at most this many characters.
const LONGEST_DATE: u32 = 60;

/// Whether an element is a date, or a short line with one.
pub(crate) fn is_date(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.is(id, TIME)
        || page.outline.attribute(id, ITEMPROP).is_some_and(|p| p.starts_with("date"))
        || (1..=LONGEST_DATE).contains(&page.measure.line_chars(id)) && says_date(page.outline.own_line(id))
}

/// Whether a page lies in folders that are a date: by their digits alone, wherever in them a year and another number
/// stand, as in `/2026/10/kettles` and `/world/2026-10/05/kettles.htm`. The last step has to have a letter, or it may be
/// the day itself, and must not be the first page of the folder, which lists what came that day.
pub(crate) fn is_filed(path: &str) -> bool {
    let (folders, step) = split_last(path.strip_suffix('/').unwrap_or(path), b'/');
    says_date(folders) && !step.starts_with("index") && step.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether a text has a year, of 1900 to 2099, and another number.
fn says_date(text: &str) -> bool {
    let (mut numbers, mut has_year) = (0, false);
    for number in text.as_bytes().split(|byte| !byte.is_ascii_digit()).filter(|number| !number.is_empty()) {
        numbers += 1;
        has_year |= number.len() == 4 && (number.starts_with(b"19") || number.starts_with(b"20"));
    }
    has_year && numbers > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_year_and_another_number() {
        assert!(says_date("2026年10月05日 08:40") && says_date("Monday, 5 October 2026"));
        assert!(!says_date("Since 1898") && !says_date("10 of 12 tides") && !says_date("No. 1234 of 20"));
    }

    #[test]
    fn an_address_may_say_the_day() {
        assert!(is_filed("/2026/10/05/kettles/") && is_filed("/world/2026-10/05/c_1125328766.htm"));
        assert!(!is_filed("/2026/10/05/") && !is_filed("/2026/10/") && !is_filed("/2026/kettles"));
        assert!(!is_filed("/2026/10/index.html") && !is_filed("/kettles/10/of-12"));
    }
}
