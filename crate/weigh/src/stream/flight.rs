//! What is marked in a page while it comes in, held against what is taken off it once it is there.

use std::iter::Sum;

use endmark_core::Settings;
use endmark_stream::{Cleaning, Marker};

/// No page has attributes of this name.
const NAME: &str = "endmarkinflight";

/// Marks in one page or in many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flight {
    /// Blocks that are taken off.
    pub blocks: usize,
    /// Those of them that hold a mark or are marked themselves.
    pub marked: usize,
    /// Marks outside of what is taken off: seen only once the page is there.
    pub released: usize,
    /// Frames and images that are not loaded.
    pub unloaded: usize,
}

impl Flight {
    /// Marks a page and compares.
    pub fn over(source: &[u8], cleaning: &Cleaning) -> Self {
        let mut marker =
            Marker::new(&cleaning.words, cleaning.address.clone(), Settings::default(), NAME.to_owned());
        let marked = [marker.feed(source), marker.end()].concat();
        let (marks, unloaded) = places(&String::from_utf8_lossy(&marked));
        let blocks: Vec<_> =
            cleaning.cutting.taken.iter().map(|block| ranges(cleaning, &block.nodes)).collect();
        let holds =
            |block: &Vec<std::ops::Range<usize>>, at: &usize| block.iter().any(|bytes| bytes.contains(at));
        Self {
            blocks: blocks.len(),
            marked: blocks.iter().filter(|block| marks.iter().any(|at| holds(block, at))).count(),
            released: marks.iter().filter(|at| !blocks.iter().any(|block| holds(block, at))).count(),
            unloaded,
        }
    }
}

impl Sum for Flight {
    fn sum<I: Iterator<Item = Self>>(flights: I) -> Self {
        flights.fold(Self::default(), |sum, one| Self {
            blocks: sum.blocks + one.blocks,
            marked: sum.marked + one.marked,
            released: sum.released + one.released,
            unloaded: sum.unloaded + one.unloaded,
        })
    }
}

fn ranges(cleaning: &Cleaning, nodes: &[usize]) -> Vec<std::ops::Range<usize>> {
    nodes.iter().filter_map(|&node| cleaning.survey.bytes.get(node).cloned().flatten()).collect()
}

/// Where the source has the tags that were marked, and how many frames and images were put off.
fn places(marked: &str) -> (Vec<usize>, usize) {
    let mark = format!(" {NAME}=\"\"");
    let added = [format!(" {NAME}=\"flight\""), mark.clone()];
    let loading = format!(" loading=\"lazy\" {NAME}-before=\"");
    let (mut marks, mut unloaded, mut extra) = (Vec::new(), 0, 0);
    for (at, _) in marked.match_indices(' ') {
        let rest = &marked[at..];
        if rest.starts_with(&mark) {
            marks.push(at - extra);
        }
        if let Some(text) = added.iter().find(|text| rest.starts_with(text.as_str())) {
            extra += text.len();
        } else if rest.starts_with(&loading) {
            unloaded += 1;
            extra += rest[loading.len()..].find('"').map_or(0, |end| loading.len() + end + 1);
        }
    }
    (marks, unloaded)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use endmark_stream::{Wanted, clean};

    use super::*;

    #[test]
    fn marks_are_found_where_the_source_has_their_tags() {
        let (marks, unloaded) = places(
            "<html endmarkinflight=\"flight\"><div endmarkinflight=\"\" id=a><img loading=\"lazy\" endmarkinflight-before=\"eager\" src=b><div endmarkinflight=\"\">",
        );
        assert_eq!((marks, unloaded), (vec![10, 31], 1));
    }

    #[test]
    fn what_stays_in_the_end_is_counted() -> Result<(), endmark_stream::Fault> {
        let flight = |begin: &str, end: &str| -> Result<Flight, endmark_stream::Fault> {
            let paragraph = |n| {
                format!(
                    "<p>In the year {n} the town had many reasons to think about its {n} bridges, and it did so at length.</p>"
                )
            };
            let text: String = (1900..1920).map(paragraph).collect();
            let source = format!(
                "<html><head><meta property='og:type' content='article'></head><body><h1>Bridges</h1>{begin}<article>{text}</article>{end}"
            );
            let cleaning = clean(&mut Cursor::new(source.as_bytes()), &Wanted::default())?;
            Ok(Flight::over(source.as_bytes(), &cleaning))
        };
        let form = "<div id=respond class=comment-respond><h3>Leave a Reply</h3><form><textarea name=comment></textarea></form></div>";
        assert_eq!(flight("", form)?, Flight { blocks: 1, marked: 1, released: 0, unloaded: 0 });
        let around = "<div id=respond class=comment-respond><img src=a>";
        assert_eq!(flight(around, "</div>")?, Flight { blocks: 0, marked: 0, released: 1, unloaded: 1 });
        Ok(())
    }
}
