//! What fuzzing asks of as many inputs as there is time for, asked of the seeds and of some made by chance.

use std::panic::{AssertUnwindSafe, catch_unwind};

use endmark_core::{Address, OutlineBuilder, Purpose, Settings, Words, analyse};
use endmark_invariants::{CHECKS, Check, inputs};
use endmark_weigh::mutate::dice::Dice;

/// Inputs of each kind that are made for each check.
const COUNT: u64 = 150;

fn ask(check: Check, input: &[u8], name: &str) {
    let asked = catch_unwind(AssertUnwindSafe(|| check(input)));
    assert!(asked.is_ok(), "{name}: {:?}", String::from_utf8_lossy(input));
}

#[test]
fn an_empty_page_is_no_article() {
    let empty = OutlineBuilder::new().finish();
    let analysis = analyse(&empty, &Address::default(), &Settings::default(), &Words::all());
    assert!(analysis.purpose != Purpose::Article && analysis.plan.removals.is_empty());
}

#[test]
fn checks_hold_on_their_seeds() {
    for (target, check) in CHECKS {
        let seeds = inputs::seeds(target);
        assert!(!seeds.is_empty(), "{target} has no seeds");
        seeds.iter().for_each(|(name, input)| ask(check, input, name));
    }
}

#[test]
fn checks_hold_on_what_chance_makes() {
    let dictionary = inputs::dictionary();
    assert!(dictionary.len() > 100);
    for (target, check) in CHECKS {
        for throw in 0..COUNT {
            let mut dice = Dice::new(20_261_126, throw);
            ask(check, &inputs::text(&dictionary, &mut dice), target);
            ask(check, &inputs::bytes(&mut dice), target);
        }
    }
}
