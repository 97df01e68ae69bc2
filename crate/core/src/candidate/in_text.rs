//! Lines of the text that send the reader on: a label, then a link to another article.

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    category::Category,
    outline::{NodeId, is_inline},
    page::Page,
    words::{Kind, fixed_meanings},
};

/// Such a line has at most this many characters.
const LONGEST_LINE: u32 = 260;

pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    page.outline
        .nodes()
        .filter(|(id, node)| !is_inline(&node.tag) && is_line(page, *id))
        .map(|(id, _)| Candidate { line: true, ..Candidate::block(whole(page, id), Category::Teaser) })
        .collect()
}

/// The element that has nothing but the line.
fn whole(page: &Page<'_>, id: NodeId) -> NodeId {
    let same = |n: &NodeId| {
        page.measure.chars(*n) == page.measure.chars(id)
            && !page.is_wrapper(*n)
            && page.measure.pictures(*n) == page.measure.pictures(id)
    };
    page.outline.ancestors(id).take_while(same).last().unwrap_or(id)
}

fn is_line(page: &Page<'_>, id: NodeId) -> bool {
    let m = &page.measure;
    let chars = m.chars(id);
    if chars == 0 || chars > LONGEST_LINE || m.links(id) == 0 || m.links(id) > 3 || m.line_chars(id) != chars
    {
        return false;
    }
    m.link_share(id) >= 0.5
        && opener(page, id)
            .is_some_and(|label| sends_on(label) && label.len() < page.outline.text(id).trim().len())
}

/// What a line begins with: the words before a colon, or its first inline element.
pub(crate) fn opener<'a>(page: &Page<'a>, id: NodeId) -> Option<&'a str> {
    let line = page.outline.text(id).trim();
    let colon = line.split_once([':', '：', '|', '»', '→']).map(|(label, _)| label);
    let element =
        page.outline.inside(id).find(|&n| page.measure.chars(n) > 0).map(|n| page.outline.text(n).trim());
    [colon, element].into_iter().flatten().find(|label| sends_on(label))
}

/// Whether a label sends the reader on to another article.
fn sends_on(label: &str) -> bool {
    fixed_meanings(label).iter().any(|m| matches!(m.kind, Kind::Onward | Kind::ReadMore))
}
