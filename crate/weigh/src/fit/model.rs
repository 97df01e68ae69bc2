//! A regularised logistic model over the evidence, each weight with its declared sign.

use anyhow::{Context, Result};
use argmin::{
    core::{CostFunction, Executor, Gradient, State},
    solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS},
};

/// How fast certainty grows with the distance of a sum from the threshold, which is 1.
const STEEPNESS: f64 = 6.0;
const MEMORY: usize = 7;
const STEPS: u64 = 200;
const PRECISION: f64 = 1e-9;

/// What a candidate teaches.
#[derive(Debug, Clone)]
pub struct Lesson<'s> {
    /// Strengths of its evidence.
    pub evidence: &'s [f64],
    /// Whether it should go.
    pub goes: bool,
    /// How much it counts.
    pub mass: f64,
}

/// A kind of evidence, as far as fitting goes.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The weight that it is held near.
    pub prior: f64,
    /// The sign that it keeps.
    pub sign: f64,
    /// Whether it keeps the prior itself.
    pub fixed: bool,
}

/// Sums of a candidate's evidence by weights.
pub fn sum(evidence: &[f64], weights: &[f64]) -> f64 {
    evidence.iter().zip(weights).map(|(strength, weight)| strength * weight).sum()
}

/// What a candidate costs by its sum: more the further it is on the wrong side of the threshold.
fn cost(lesson: &Lesson<'_>, weights: &[f64]) -> f64 {
    let z = STEEPNESS * (sum(lesson.evidence, weights) - 1.0);
    let wrong = if lesson.goes { -z } else { z };
    lesson.mass * (wrong.max(0.0) + (-wrong.abs()).exp().ln_1p())
}

/// The weights that cost least. A weight that would turn its sign is left out, and all are fitted again.
pub fn fit(lessons: &[Lesson<'_>], terms: &[Term], strength: f64) -> Result<Vec<f64>> {
    let mut weights: Vec<f64> = terms.iter().map(|term| term.prior).collect();
    let mut free: Vec<usize> = (0..terms.len()).filter(|&at| !terms[at].fixed).collect();
    loop {
        let problem = Problem { lessons, terms, strength, free: &free, rest: &weights };
        let best = problem.solve()?;
        for (&at, weight) in free.iter().zip(&best) {
            weights[at] = *weight;
        }
        let turned = |&at: &usize| weights[at] * terms[at].sign < 0.0;
        let (out, kept): (Vec<usize>, Vec<usize>) = free.iter().partition(|at| turned(at));
        if out.is_empty() {
            return Ok(weights);
        }
        for at in out {
            weights[at] = 0.0;
        }
        free = kept;
    }
}

#[derive(Clone, Copy)]
struct Problem<'p> {
    lessons: &'p [Lesson<'p>],
    terms: &'p [Term],
    strength: f64,
    free: &'p [usize],
    rest: &'p [f64],
}

impl Problem<'_> {
    fn solve(self) -> Result<Vec<f64>> {
        let start: Vec<f64> = self.free.iter().map(|&at| self.terms[at].prior).collect();
        if start.is_empty() || self.lessons.is_empty() {
            return Ok(start);
        }
        let solver = LBFGS::new(MoreThuenteLineSearch::new(), MEMORY)
            .with_tolerance_grad(PRECISION)?
            .with_tolerance_cost(PRECISION)?;
        let done = Executor::new(self, solver)
            .configure(|state| state.param(start).max_iters(STEPS))
            .run()
            .context("the weights could not be fitted")?;
        done.state().get_best_param().cloned().context("the fit found no weights")
    }

    fn weights(&self, free: &[f64]) -> Vec<f64> {
        let mut weights = self.rest.to_vec();
        self.free.iter().zip(free).for_each(|(&at, weight)| weights[at] = *weight);
        weights
    }

    fn pulls<'f>(&'f self, free: &'f [f64]) -> impl Iterator<Item = f64> + 'f {
        self.free.iter().zip(free).map(|(&at, weight)| weight - self.terms[at].prior)
    }
}

impl CostFunction for Problem<'_> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, free: &Self::Param) -> Result<f64> {
        let weights = self.weights(free);
        let wrong: f64 = self.lessons.iter().map(|lesson| cost(lesson, &weights)).sum();
        Ok(wrong + self.strength * self.pulls(free).map(|pull| pull * pull).sum::<f64>())
    }
}

impl Gradient for Problem<'_> {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, free: &Self::Param) -> Result<Vec<f64>> {
        let weights = self.weights(free);
        let mut gradient: Vec<f64> = self.pulls(free).map(|pull| 2.0 * self.strength * pull).collect();
        for lesson in self.lessons {
            let z = STEEPNESS * (sum(lesson.evidence, &weights) - 1.0);
            let off = 1.0 / (1.0 + (-z).exp()) - f64::from(u8::from(lesson.goes));
            for (slope, &at) in gradient.iter_mut().zip(self.free) {
                *slope += lesson.mass * STEEPNESS * off * lesson.evidence[at];
            }
        }
        Ok(gradient)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Term = Term { prior: 0.0, sign: 1.0, fixed: false };

    fn lessons(rows: &[([f64; 2], bool)]) -> Vec<Lesson<'_>> {
        rows.iter().map(|(evidence, goes)| Lesson { evidence, goes: *goes, mass: 1.0 }).collect()
    }

    #[test]
    fn what_tells_blocks_apart_weighs_and_what_does_not_weighs_little() -> Result<()> {
        let rows = [([1.0, 1.0], true), ([1.0, 0.0], true), ([0.0, 1.0], false), ([0.0, 0.0], false)];
        let weights = fit(&lessons(&rows), &[FREE, FREE], 0.1)?;
        assert!(weights[0] > 1.0 && weights[1].abs() < 0.5, "{weights:?}");
        Ok(())
    }

    #[test]
    fn a_weight_keeps_its_sign_and_a_fixed_one_its_prior() -> Result<()> {
        let rows = [([1.0, 0.0], true), ([0.0, 1.0], false), ([1.0, 1.0], false)];
        let against = Term { sign: 1.0, ..FREE };
        assert!(fit(&lessons(&rows), &[FREE, Term { sign: -1.0, ..FREE }], 0.1)?[1] < 0.0);
        assert_eq!(fit(&lessons(&rows), &[FREE, against], 0.1)?[1], 0.0);
        let fixed = Term { prior: 1.0, fixed: true, ..FREE };
        assert_eq!(fit(&lessons(&rows), &[fixed, FREE], 0.1)?[0], 1.0);
        Ok(())
    }

    #[test]
    fn a_strong_prior_wins_over_little_evidence() -> Result<()> {
        let rows = [([1.0, 0.0], true)];
        let near = fit(&lessons(&rows), &[Term { prior: 0.4, ..FREE }, FREE], 1000.0)?;
        assert!((near[0] - 0.4).abs() < 0.01, "{near:?}");
        Ok(())
    }
}
