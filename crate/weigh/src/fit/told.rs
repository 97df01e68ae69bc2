//! A fit in words and columns.

use std::collections::BTreeMap;

use endmark_core::Category;

use crate::{
    figures::{Figures, Part},
    fit::{Fit, Reached, file::Pull},
    table::percent,
};

/// What is printed of a fit.
pub fn lines(fit: &Fit) -> Vec<String> {
    let mut lines = vec![
        "candidates that go: labelled blocks, of those that have one of their size; what is neither clutter nor"
            .to_owned(),
        "article; what holds article text and would not be stopped. Held out are the pages of whole sites.".to_owned(),
        format!("{:16}{:>22}{:>22}{:>22}{:>22}", "", "held near nothing", "near the priors", "taken, fitted", "held out"),
    ];
    lines.extend(fit.learned.iter().map(|learned| {
        let best = learned.best.iter().map(|(_, reached)| counts(reached));
        let cells = best.chain([counts(&learned.fitted), counts(&learned.held_out)]);
        let cells: String = cells.map(|cell| format!("{cell:>22}")).collect();
        format!(
            "{:16}{cells}  {} by {}",
            learned.category.name(),
            near(learned.manner.pull),
            learned.manner.strength
        )
    }));
    lines.push(String::new());
    lines.push("in the end, by the plan".to_owned());
    lines.push(format!("  {:16}{:>10}{:>10}{:>10}", "", "as it is", "fitted", "held out"));
    let all = [&fit.own, &fit.fitted, &fit.held_out];
    lines.extend(rows(all).into_iter().map(|(name, cells)| {
        format!("  {name:16}{}", cells.iter().map(|cell| format!("{cell:>10}")).collect::<String>())
    }));
    lines
}

fn counts(reached: &Reached) -> String {
    let Reached { found, blocks, rest, article } = reached;
    format!("{blocks} of {found}, {rest}, {article}")
}

/// What stands at the head of a file of fitted weights.
pub fn head(fit: &Fit) -> Vec<String> {
    let mut head = vec![
        "Weights of the kinds of evidence by category: a block goes from the threshold on.".to_owned(),
        format!(
            "Fitted by `cargo xtask weigh` on {} labelled pages; `prior` is what a person set and",
            fit.own.pages
        ),
        "`speaks` the sign that a kind keeps. What they reach, fitted and with whole sites held out:"
            .to_owned(),
    ];
    let rows = rows([&fit.fitted, &fit.held_out]);
    head.extend(rows.into_iter().map(|(name, [fitted, held])| format!("  {name:16}{fitted:>9}{held:>9}")));
    head
}

/// Whether the fitted weights take no less than those as they are, and damage no more.
pub fn is_better(fit: &Fit) -> bool {
    let wanted = Category::ALL.into_iter().filter(|c| endmark_core::Settings::default().takes(*c));
    let of =
        |gone: &BTreeMap<String, Part>, category: Category| gone.get(category.name()).map_or(0, |p| p.of);
    let (own, fitted) = (&fit.own, &fit.fitted);
    wanted.into_iter().all(|c| of(&fitted.gone, c) >= of(&own.gone, c))
        && fitted.damaged.len() <= own.damaged.len()
        && fitted.clean.of >= own.clean.of
        && fitted.article.of >= own.article.of
}

fn near(pull: Pull) -> &'static str {
    match pull {
        Pull::Zero => "nothing",
        Pull::Hand => "the priors",
    }
}

fn rows<const N: usize>(all: [&Figures; N]) -> Vec<(String, [String; N])> {
    let default = endmark_core::Settings::default();
    let wanted = Category::ALL.into_iter().filter(|category| default.takes(*category));
    let gone = |figures: &Figures, c: Category| figures.gone.get(c.name()).copied().unwrap_or_default();
    let mut rows: Vec<(String, [String; N])> =
        wanted.map(|c| (c.name().to_owned(), all.map(|figures| percent(gone(figures, c), 1)))).collect();
    rows.push(("clean pages".to_owned(), all.map(|figures| percent(figures.clean, 1))));
    rows.push(("article kept".to_owned(), all.map(|figures| percent(figures.article, 3))));
    rows.push(("rest kept".to_owned(), all.map(|figures| percent(figures.rest, 2))));
    rows.push(("damaged pages".to_owned(), all.map(|figures| figures.damaged.len().to_string())));
    rows
}
