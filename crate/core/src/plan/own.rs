//! What the user's own rules take off and keep.

use alloc::vec::Vec;

use super::{Plan, Removal, guard::MOST_OF_ARTICLE};
use crate::{
    category::Category,
    outline::{Chosen, NodeId, Outline},
    page::Page,
    report::{Block, Reason, path, words},
};

/// Adds what own rules take and drops what they keep; adds to `refused` the blocks that a rule selects and that stay,
/// since the article would go with all that the rule selects.
pub fn add(page: &Page<'_>, plan: &mut Plan, refused: &mut Vec<Block>) {
    let outline = page.outline;
    let touches = |one: NodeId, other: NodeId| outline.holds(one, other) || outline.holds(other, one);
    let kept = |n: NodeId| outline.chosen().iter().any(|c| c.keeps && touches(c.node, n));
    let holds = |r: &Removal, n: NodeId| r.nodes.iter().any(|&own| outline.holds(own, n));
    let removals = &mut plan.removals;
    drop_where(removals, &|r| kept(r.nodes[0]));
    for chosen in outline.chosen().iter().filter(|c| !kept(c.node)) {
        let node = chosen.node;
        let article = holds_article(page, chosen);
        let block = tell(outline, chosen, if article { "refused" } else { "own" });
        if article {
            refused.push(block);
        } else if !removals.iter().any(|r| holds(r, node)) {
            drop_where(removals, &|r| outline.holds(node, r.nodes[0]));
            let at = removals.iter().position(|r| r.nodes[0] > node).unwrap_or(removals.len());
            removals.insert(at, Removal { nodes: Vec::from([node]), block });
        }
    }
}

/// Drops the removals that `is` holds of.
pub(super) fn drop_where(removals: &mut Vec<Removal>, is: &dyn Fn(&Removal) -> bool) {
    while let Some(at) = removals.iter().position(is) {
        removals.remove(at);
    }
}

/// Whether an element holds the headline, or all that its rule selects more of the article than a block may.
fn holds_article(page: &Page<'_>, chosen: &Chosen) -> bool {
    let same = page.outline.chosen().iter().filter(|c| c.rule == chosen.rule);
    let prose: u32 = same.map(|c| page.article.text_in(&page.measure, c.node)).sum();
    page.is_wrapper(chosen.node)
        || page.holds_headline(chosen.node)
        || prose as f32 > MOST_OF_ARTICLE * page.article.chars as f32
}

fn tell(outline: &Outline, chosen: &Chosen, key: &'static str) -> Block {
    let reason = Reason::new(key).number("rule", chosen.rule as usize);
    Block {
        category: Category::Own,
        rule: reason.params[0].1.clone(),
        words: words(outline, &[chosen.node]),
        path: path(outline, chosen.node),
        reasons: Vec::from([reason]),
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::{Address, Analysis, OutlineBuilder, Settings, Words, analyse, attribute::ID};

    const PROSE: &str = "The night ferry puts in at the old quay again, nine hours after it was cast off, and \
                         some three hundred people watch it moor in the rain on the other side of the sound. ";

    /// An article of six paragraphs with a note in it and a box below it; what own rules select.
    fn article(select: &[(&str, u32, bool)]) -> Analysis {
        let mut page = OutlineBuilder::new();
        let open = |page: &mut OutlineBuilder, tag: &str, id: &str, text: &str| {
            page.open(tag);
            page.attribute(ID, id);
            for (_, rule, keeps) in select.iter().filter(|(name, ..)| *name == id || *name == tag) {
                page.choose(*rule, *keeps);
            }
            page.text(text);
        };
        open(&mut page, "body", "all", "");
        open(&mut page, "article", "story", "");
        open(&mut page, "h1", "headline", "The night ferry returns");
        page.close();
        for _ in 0..6 {
            open(&mut page, "p", "", PROSE);
            page.close();
        }
        open(&mut page, "p", "", "");
        open(&mut page, "span", "line", PROSE);
        page.close();
        page.close();
        open(&mut page, "aside", "note", "A short note");
        page.close();
        page.close();
        open(&mut page, "div", "box", "");
        open(&mut page, "span", "inner", "Something else");
        page.close();
        page.close();
        let address = Address::of("https://news.example/2026/the-night-ferry-returns");
        analyse(&page.finish(), &address, &Settings::default(), &Words::all())
    }

    fn taken(analysis: &Analysis) -> Vec<&str> {
        analysis.plan.removals.iter().map(|removal| &*removal.block.words).collect()
    }

    #[test]
    fn blocks_are_taken_once_and_told_with_their_rule() {
        let analysis = article(&[("box", 7, false), ("inner", 8, false), ("note", 7, false)]);
        assert_eq!(taken(&analysis), ["A short note", "Something else"]);
        assert_eq!(analysis.plan.removals[1].block.rule, "7");
    }

    #[test]
    fn the_article_stays_whatever_rules_select() {
        for select in ["all", "story", "headline", "p", "line"] {
            let analysis = article(&[(select, 7, false)]);
            assert!(analysis.plan.removals.is_empty(), "{select} goes");
            assert_eq!(analysis.nearly[0].reasons[0].key, "refused");
        }
    }

    #[test]
    fn what_is_kept_stays_with_all_in_it_and_around_it() {
        assert!(taken(&article(&[("box", 7, false), ("inner", 8, true)])).is_empty());
        assert!(taken(&article(&[("box", 7, true), ("inner", 8, false)])).is_empty());
    }
}
