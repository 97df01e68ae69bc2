//! Weights fitted on labelled pages, and what they reach on sites that they were not fitted on.

pub mod file;
pub mod fold;
pub mod model;
pub mod sample;
pub mod told;

use std::collections::BTreeSet;

use anyhow::Result;
use endmark_core::{Category, Weights};

use crate::{
    figures::{self, Figures},
    score::{Score, score},
    subject::Subject,
};
use file::{File, Pull, Table};
use fold::{FOLDS, fold};
use model::{Lesson, sum};
use sample::{Sample, Truth, gather};

/// How strongly weights are held near their priors, of which the best is taken; the last leaves them
/// as they are.
const STRENGTHS: [f64; 8] = [10.0, 30.0, 100.0, 200.0, 300.0, 1000.0, 3000.0, 1e6];
/// A block needs so much more than what holds article text had at most.
const MARGIN: f64 = 0.05;
/// A weaker pull has to gain so many candidates more: less is chance.
const GAIN: i64 = 2;
/// Sums of decimal weights miss the threshold by rounding alone.
const ROUNDING: f64 = 1e-4;

/// How weights of a category are fitted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Manner {
    /// What they are held near.
    pub pull: Pull,
    /// How strongly.
    pub strength: f64,
}

/// Candidates that go where their page is held out.
#[derive(Debug, Default, Clone, Copy)]
pub struct Reached {
    /// Labelled blocks that have a candidate of their size.
    pub found: usize,
    /// Those of which one goes.
    pub blocks: usize,
    /// Candidates that hold neither clutter nor article and go.
    pub rest: usize,
    /// Candidates that hold article text, would not be stopped, and go.
    pub article: usize,
}

/// A category's weights, and what they reach.
#[derive(Debug)]
pub struct Learned {
    /// The category.
    pub category: Category,
    /// How its weights were fitted.
    pub manner: Manner,
    /// What each pull reaches at best on pages held out.
    pub best: Vec<(Manner, Reached)>,
    /// What they reach on the pages that they were fitted on.
    pub fitted: Reached,
    /// What is reached where neither weights nor threshold have seen a page's site.
    pub held_out: Reached,
    /// The weights, by which blocks go from 1 on.
    weights: Vec<f64>,
    /// The same for each part, from the others.
    apart: Vec<Vec<f64>>,
}

/// All that a fit found.
#[derive(Debug)]
pub struct Fit {
    /// By category.
    pub learned: Vec<Learned>,
    /// The weights, fitted on all pages.
    pub table: Table,
    /// Figures with the weights as they are.
    pub own: Figures,
    /// Figures with the fitted weights.
    pub fitted: Figures,
    /// Figures where the weights for each page were fitted on other sites.
    pub held_out: Figures,
}

/// Fits weights on labelled pages.
///
/// # Errors
/// When the optimiser fails.
pub fn fit(subjects: &[Subject], file: &File) -> Result<Fit> {
    let samples = gather(subjects, file);
    let folds: Vec<usize> = subjects.iter().map(|subject| fold(&subject.address.host)).collect();
    let learn = |category| {
        let samples = samples.iter().filter(|s| s.category == category).collect();
        Lessons { file, category, samples, folds: &folds }.learn()
    };
    let learned = Category::ALL.into_iter().map(learn).collect::<Result<Vec<Learned>>>()?;
    let table = joined(learned.iter().map(|l| l.weights.as_slice()));
    let apart: Vec<Table> =
        (0..FOLDS).map(|held| joined(learned.iter().map(|l| l.apart[held].as_slice()))).collect();
    let own = measure(subjects, |subject| score(subject, &Weights::OWN));
    let fitted = file.with(&table, |weights| measure(subjects, |subject| score(subject, weights)));
    let held_out = measure(subjects, |subject| {
        file.with(&apart[fold(&subject.address.host)], |weights| score(subject, weights))
    });
    Ok(Fit { learned, table, own, fitted, held_out })
}

fn measure(subjects: &[Subject], score: impl Fn(&Subject) -> Score) -> Figures {
    figures::sum(&subjects.iter().map(score).collect::<Vec<_>>())
}

/// A table from the weights of each category.
fn joined<'w>(columns: impl Iterator<Item = &'w [f64]>) -> Table {
    let mut table = Table::new();
    for (category, column) in columns.enumerate() {
        table.resize(column.len(), [0.0; 9]);
        table.iter_mut().zip(column).for_each(|(row, weight)| row[category] = *weight);
    }
    table
}

/// What is to be learned of one category.
struct Lessons<'a> {
    file: &'a File,
    category: Category,
    samples: Vec<&'a Sample>,
    /// The part that each page is in.
    folds: &'a [usize],
}

impl Lessons<'_> {
    /// Takes the manner that does best on pages held out, and rather one that stays near the priors.
    fn learn(&self) -> Result<Learned> {
        let mut best = Vec::new();
        for pull in [Pull::Zero, Pull::Hand] {
            let tried = STRENGTHS.map(|strength| self.try_out(Manner { pull, strength }));
            let tried = tried.into_iter().collect::<Result<Vec<_>>>()?;
            best.extend(tried.into_iter().rev().reduce(better));
        }
        let chosen = best.iter().rev().copied().reduce(better);
        let manner = chosen.map_or(Manner { pull: Pull::Hand, strength: 1.0 }, |(manner, _)| manner);
        let parts = self.parts(manner)?;
        let weights = self.scaled(&self.fit(manner, None)?, self.needs(&parts, None));
        let apart: Vec<Vec<f64>> =
            (0..FOLDS).map(|held| self.scaled(&parts[held], self.needs(&parts, Some(held)))).collect();
        Ok(Learned {
            category: self.category,
            manner,
            best,
            fitted: self.reached(|_| &weights),
            held_out: self.reached(|part| &apart[part]),
            weights,
            apart,
        })
    }

    fn try_out(&self, manner: Manner) -> Result<(Manner, Reached)> {
        let parts = self.parts(manner)?;
        let needs = self.needs(&parts, None);
        let scaled: Vec<Vec<f64>> = parts.iter().map(|weights| self.scaled(weights, needs)).collect();
        Ok((manner, self.reached(|part| &scaled[part])))
    }

    /// The weights for each part, fitted on all others.
    fn parts(&self, manner: Manner) -> Result<Vec<Vec<f64>>> {
        (0..FOLDS).map(|held| self.fit(manner, Some(held))).collect()
    }

    /// Weights fitted on all pages but those of one part.
    fn fit(&self, manner: Manner, held: Option<usize>) -> Result<Vec<f64>> {
        let taught = self.samples.iter().filter(|s| Some(self.folds[s.page]) != held);
        let lessons: Vec<Lesson<'_>> = taught.map(|sample| lesson(sample)).collect();
        model::fit(&lessons, &self.file.terms(self.category, manner.pull), manner.strength)
    }

    /// What blocks need so that no held-out candidate with article text goes, by all parts but one;
    /// never less than 1, below which a block is rather none.
    fn needs(&self, parts: &[Vec<f64>], without: Option<usize>) -> f64 {
        let article = self.samples.iter().filter(|s| s.truth == Truth::Article { guarded: false });
        let known = article.filter(|s| Some(self.folds[s.page]) != without);
        let sums = known.map(|s| sum(&s.evidence, &parts[self.folds[s.page]]));
        sums.fold(1.0, |most, sum| f64::max(most, sum + MARGIN))
    }

    fn scaled(&self, weights: &[f64], needs: f64) -> Vec<f64> {
        self.file.scaled(weights, needs)
    }

    /// What goes, by the weights for the part that a page is in.
    fn reached<'w>(&self, weights: impl Fn(usize) -> &'w Vec<f64>) -> Reached {
        let goes = |s: &Sample| sum(&s.evidence, weights(self.folds[s.page])) >= 1.0 - ROUNDING;
        let (mut found, mut blocks, mut reached) = (BTreeSet::new(), BTreeSet::new(), Reached::default());
        for sample in &self.samples {
            let goes = goes(sample);
            match sample.truth {
                Truth::Block(at) => {
                    found.insert((sample.page, at));
                    blocks.extend(goes.then_some((sample.page, at)));
                }
                Truth::Rest => reached.rest += usize::from(goes),
                Truth::Article { guarded: false } => reached.article += usize::from(goes),
                Truth::Part | Truth::Article { guarded: true } => {}
            }
        }
        Reached { found: found.len(), blocks: blocks.len(), ..reached }
    }
}

fn better(one: (Manner, Reached), other: (Manner, Reached)) -> (Manner, Reached) {
    if merit(&other.1) >= merit(&one.1) + GAIN { other } else { one }
}

/// Blocks that go, less what is none and goes too.
fn merit(reached: &Reached) -> i64 {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    count(reached.blocks) - count(reached.rest)
}

/// What a candidate teaches: most where it holds text of the article and nothing else would save it.
fn lesson(sample: &Sample) -> Lesson<'_> {
    let (goes, mass) = match sample.truth {
        Truth::Block(_) => (true, 1.0),
        Truth::Part => (true, 0.3),
        Truth::Rest => (false, 0.3),
        Truth::Article { guarded: true } => (false, 1.0),
        Truth::Article { guarded: false } => (false, 10.0),
    };
    Lesson { evidence: &sample.evidence, goes, mass }
}
