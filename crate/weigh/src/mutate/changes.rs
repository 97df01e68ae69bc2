//! The ways in which a page is made worse.

use super::{
    dice::Dice,
    guise::{BOXES, LABELS, NAMES},
    tree::{Id, Tree},
};

/// One way: nothing is said where it does not fit the page.
pub type Change = fn(&mut Tree, &mut Dice) -> Option<()>;

/// Every way, with its name.
pub const ALL: &[(&str, Change)] = &[
    ("end tags dropped", drop_end_tags),
    ("a box left open", leave_box_open),
    ("names swapped", swap_names),
    ("names of boxes swapped", swap_any_names),
    ("article wrapped", wrap_article),
    ("article named", name_article),
    ("headline removed", remove_headline),
    ("headline doubled", double_headline),
    ("headline no heading", level_headline),
    ("paragraphs renamed", rename_paragraphs),
    ("paragraphs in cells", put_in_cells),
    ("paragraphs as lines", break_into_lines),
    ("labels as headings", head_with_labels),
    ("paragraph set apart", set_apart),
    ("clutter moved", move_clutter),
    ("attributes shuffled", shuffle_attributes),
    ("ids doubled", double_ids),
    ("nested deeply", nest),
];

fn drop_end_tags(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let all = tree.elements();
    let percent = 1 + dice.below(5);
    let chosen = dice.draw(&all, (all.len() * percent).div_ceil(100));
    chosen.into_iter().for_each(|id| tree.leave_open(id));
    Some(())
}

fn leave_box_open(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let mut boxes = tree.elements();
    boxes.retain(|&n| matches!(tree.tag(n), "div" | "section" | "article" | "aside" | "ul"));
    let clutter: Vec<Id> = boxes.iter().copied().filter(|&n| tree.clutter().contains(&n)).collect();
    // Clutter left open takes what follows into itself.
    let among = if clutter.is_empty() || dice.falls(50) { boxes } else { clutter };
    let chosen = *dice.pick(&among)?;
    tree.leave_open(chosen);
    Some(())
}

fn swap_names(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let clutter = *dice.pick(&tree.clutter())?;
    let mut holders = vec![tree.container(), tree.container(), tree.parent(tree.container())];
    holders.extend(tree.paragraphs());
    holders.extend(tree.headline());
    let holder = *dice.pick(&holders[..holders.len().min(6)])?;
    swap(tree, clutter, holder);
    Some(())
}

fn swap_any_names(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let mut named = tree.elements();
    named.retain(|&n| tree.attribute(n, "class").or(tree.attribute(n, "id")).is_some());
    for _ in 0..1 + dice.below(4) {
        let (one, other) = (*dice.pick(&named)?, *dice.pick(&named)?);
        swap(tree, one, other);
    }
    Some(())
}

fn swap(tree: &mut Tree, one: Id, other: Id) {
    for name in ["class", "id"] {
        let [first, second] = [one, other].map(|n| tree.attribute(n, name).map(str::to_owned));
        tree.set(one, name, second);
        tree.set(other, name, first);
    }
}

fn wrap_article(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let container = tree.container();
    let paragraphs = tree.paragraphs();
    let body = matches!(tree.tag(container), "html" | "body");
    let tag = *dice.pick(BOXES)?;
    let (name, value) = *dice.pick(NAMES)?;
    if body || dice.falls(30) {
        // Some of the paragraphs that follow each other.
        let first = *dice.pick(&paragraphs)?;
        let count = 2 + dice.below(8);
        let around = tree.wrap(first, tag);
        tree.set(around, name, Some(value.to_owned()));
        let parent = tree.parent(around);
        let siblings = tree.children(parent).to_vec();
        let at = siblings.iter().position(|&c| c == around)?;
        for &next in siblings.iter().skip(at + 1).take(count) {
            tree.take_out(next);
            tree.append(next, around);
        }
        return Some(());
    }
    let around = tree.wrap(container, tag);
    tree.set(around, name, Some(value.to_owned()));
    Some(())
}

fn name_article(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let container = tree.container();
    let holder = if dice.falls(30) { tree.parent(container) } else { container };
    let (name, value) = *dice.pick(NAMES)?;
    let before = tree.attribute(holder, name).filter(|_| dice.falls(50)).unwrap_or_default().to_owned();
    tree.set(holder, name, Some(format!("{before} {value}").trim().to_owned()));
    Some(())
}

fn remove_headline(tree: &mut Tree, _: &mut Dice) -> Option<()> {
    let headline = tree.headline()?;
    tree.take_out(headline);
    Some(())
}

fn double_headline(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let headline = tree.headline()?;
    let mut places = tree.clutter();
    places.extend(tree.paragraphs());
    places.push(headline);
    let place = *dice.pick(&places)?;
    let copy = tree.copy(headline);
    tree.put_before(copy, place);
    Some(())
}

fn level_headline(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let headline = tree.headline()?;
    tree.rename(headline, dice.pick(&["div", "p", "h2", "h3"])?);
    Some(())
}

fn rename_paragraphs(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let tag = *dice.pick(&["div", "li", "section", "blockquote", "span"])?;
    tree.paragraphs().into_iter().for_each(|p| tree.rename(p, tag));
    Some(())
}

fn put_in_cells(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let wide = dice.falls(50);
    for paragraph in tree.paragraphs() {
        tree.rename(paragraph, "td");
        let row = tree.wrap(paragraph, "tr");
        if wide {
            tree.wrap(row, "table");
        }
    }
    let container = tree.container();
    if !wide {
        tree.rename(container, "table");
    }
    Some(())
}

fn break_into_lines(tree: &mut Tree, _: &mut Dice) -> Option<()> {
    for paragraph in tree.paragraphs() {
        for inner in tree.children(paragraph).to_vec() {
            tree.take_out(inner);
            tree.put_before(inner, paragraph);
        }
        tree.add_before(paragraph, "br", "");
        tree.rename(paragraph, "br");
    }
    Some(())
}

fn head_with_labels(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let mut labels: Vec<String> = tree
        .clutter()
        .iter()
        .filter_map(|&n| tree.text(n).lines().map(str::trim).find(|l| !l.is_empty()).map(str::to_owned))
        .filter(|label| label.chars().count() <= 60)
        .collect();
    labels.extend(dice.draw(LABELS, 4).into_iter().map(str::to_owned));
    let paragraphs = tree.paragraphs();
    for label in labels {
        let place = *dice.pick(&paragraphs)?;
        let tag = *dice.pick(&["h2", "h3", "h4", "p", "div", "strong"])?;
        tree.add_before(place, tag, &label);
    }
    Some(())
}

fn set_apart(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let paragraphs = tree.paragraphs();
    let count = 1 + dice.below(3);
    for paragraph in dice.draw(&paragraphs, count) {
        let tag = *dice.pick(&["aside", "div", "div", "blockquote", "section"])?;
        let (name, value) = *dice.pick(NAMES)?;
        let around = tree.wrap(paragraph, tag);
        if tag != "aside" || dice.falls(50) {
            tree.set(around, name, Some(value.to_owned()));
        }
    }
    Some(())
}

fn move_clutter(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let clutter = tree.clutter();
    let mut places = tree.paragraphs();
    places.push(tree.container());
    places.extend(tree.headline());
    let count = 1 + dice.below(4);
    for block in dice.draw(&clutter, count) {
        let place = *dice.pick(&places)?;
        if !tree.holds(block, place) {
            tree.take_out(block);
            tree.put_before(block, place);
        }
    }
    Some(())
}

fn shuffle_attributes(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    for id in tree.elements() {
        let attributes = tree.attributes(id)?;
        *attributes = {
            let places: Vec<usize> = (0..attributes.len()).collect();
            dice.draw(&places, places.len()).into_iter().map(|at| attributes[at].clone()).collect()
        };
        for (_, value) in attributes.iter_mut().filter(|(name, _)| name == "class") {
            let words: Vec<&str> = value.split_whitespace().collect();
            *value = dice.draw(&words, words.len()).join(" ");
        }
    }
    Some(())
}

fn double_ids(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let all = tree.elements();
    let ids: Vec<String> = all.iter().filter_map(|&n| tree.attribute(n, "id").map(str::to_owned)).collect();
    let mut holders = tree.paragraphs();
    holders.push(tree.container());
    let count = 1 + dice.below(4);
    for holder in dice.draw(&holders, count) {
        let id = dice.pick(&ids)?.clone();
        tree.set(holder, "id", Some(id));
    }
    Some(())
}

fn nest(tree: &mut Tree, dice: &mut Dice) -> Option<()> {
    let container = tree.container();
    let depth = 5 + dice.below(60);
    if !matches!(tree.tag(container), "html" | "body") {
        (0..depth).for_each(|_| {
            tree.wrap(container, "div");
        });
    }
    for paragraph in tree.paragraphs() {
        (0..dice.below(4)).for_each(|_| {
            tree.wrap(paragraph, "div");
        });
    }
    Some(())
}
