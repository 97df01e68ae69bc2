//! Decides when the page is looked at again. Pure: times are handed in, in milliseconds.

/// Quiet time after the last change.
const QUIET: f64 = 200.0;
/// Longest wait since the first change that was not looked at.
const PATIENCE: f64 = 1000.0;
/// Rest after a survey, as a multiple of its cost: about 5 % of the time is work.
const REST: f64 = 20.0;
/// After so many surveys in a row that found nothing new, a change waits for quiet however long that takes.
const FRUITLESS: u32 = 40;
/// From then on every further one makes the rest longer by itself, up to so many times.
const LONGER: u32 = 20;

/// Changes of the page that were heard of and surveys that were made.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    unseen: Option<Unseen>,
    last: Option<Last>,
    fruitless: u32,
    stopped: bool,
}

#[derive(Debug, Clone, Copy)]
struct Unseen {
    first: f64,
    latest: f64,
    quiet: f64,
}

#[derive(Debug, Clone, Copy)]
struct Last {
    ended: f64,
    rest: f64,
}

impl Watch {
    /// The page changed; gives the time until it should be looked at.
    pub fn heard(&mut self, now: f64) -> f64 {
        if self.stopped {
            return f64::INFINITY;
        }
        let first = self.unseen.map_or(now, |unseen| unseen.first.min(now));
        self.unseen = Some(Unseen { first, latest: now, quiet: QUIET });
        self.wait(now)
    }

    /// Asks for a survey at once, whatever the rest after the last one: the user waits for it.
    pub fn ask(&mut self, now: f64) {
        if !self.stopped {
            self.last = None;
            self.unseen = Some(Unseen { first: now, latest: now, quiet: 0.0 });
        }
    }

    /// Time until a survey is due: 0 when it is, infinite when nothing changed.
    pub fn wait(&mut self, now: f64) -> f64 {
        let Some(unseen) = &mut self.unseen else { return f64::INFINITY };
        // A clock that was set back must not make the wait longer.
        unseen.first = unseen.first.min(now);
        unseen.latest = unseen.latest.min(now);
        let patience = if self.fruitless < FRUITLESS { PATIENCE } else { f64::INFINITY };
        let due = (unseen.latest + unseen.quiet).min(unseen.first + patience);
        let rested = self.last.as_mut().map_or(due, |last| {
            last.ended = last.ended.min(now);
            last.ended + last.rest
        });
        (due.max(rested) - now).max(0.0)
    }

    /// A survey begins: what changed so far will be seen by it.
    pub fn begun(&mut self) {
        self.unseen = None;
    }

    /// A survey has ended. `cost` is the time it took, `changed` whether it led to anything new.
    pub fn ended(&mut self, now: f64, cost: f64, changed: bool) {
        self.fruitless = if changed { 0 } else { self.fruitless + 1 };
        let longer = 1 + self.fruitless.saturating_sub(FRUITLESS).min(LONGER);
        self.last = Some(Last { ended: now, rest: cost.max(0.0) * REST * f64::from(longer) });
    }

    /// Nothing more is looked at until [`Watch::restart`].
    pub fn stop(&mut self) {
        self.stopped = true;
        self.unseen = None;
    }

    /// Begins anew: the page became another one.
    pub fn restart(&mut self, now: f64) {
        self.stopped = false;
        self.fruitless = 0;
        self.heard(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs a page that changes every `pause` for `time`; gives the number of surveys and the end.
    fn run(watch: &mut Watch, from: f64, time: f64, pause: f64, cost: f64, grain: f64) -> (u32, f64) {
        let coarse = |now: f64| (now / grain).floor() * grain;
        let (mut now, mut surveys) = (from, 0);
        while now < from + time {
            if watch.heard(coarse(now)) == 0.0 {
                watch.begun();
                now += cost;
                watch.ended(coarse(now), cost, surveys % 2 == 0);
                surveys += 1;
            }
            now += pause;
        }
        (surveys, now)
    }

    #[test]
    fn sleeps_until_something_changes() {
        let mut watch = Watch::default();
        assert_eq!(watch.wait(5.0), f64::INFINITY);
        assert_eq!(watch.heard(10.0), 200.0);
        assert_eq!(watch.wait(110.0), 100.0);
        assert_eq!(watch.wait(210.0), 0.0);
        watch.begun();
        watch.ended(220.0, 5.0, true);
        assert_eq!(watch.wait(220.0), f64::INFINITY);
    }

    #[test]
    fn waits_for_quiet_but_not_for_ever() {
        let mut watch = Watch::default();
        for tick in 0..10 {
            assert!(watch.heard(f64::from(tick) * 100.0) > 0.0);
        }
        assert_eq!(watch.heard(1000.0), 0.0);
    }

    #[test]
    fn a_storm_costs_a_twentieth_of_the_time() {
        let mut watch = Watch::default();
        let (surveys, _) = run(&mut watch, 0.0, 60_000.0, 0.1, 80.0, 1.0);
        assert!(surveys >= 30, "{surveys}");
        assert!(f64::from(surveys) * 80.0 <= 60_000.0 * 0.05, "{surveys}");
    }

    #[test]
    fn a_coarse_clock_does_not_loop() {
        let mut watch = Watch::default();
        let (surveys, _) = run(&mut watch, 0.0, 60_000.0, 1.0, 5.0, 100.0);
        assert!((50..=70).contains(&surveys), "{surveys}");
    }

    #[test]
    fn a_clock_set_back_neither_loops_nor_hangs() {
        let mut watch = Watch::default();
        watch.heard(1_000_000.0);
        assert_eq!(watch.wait(50.0), 200.0);
        assert_eq!(watch.wait(250.0), 0.0);
        watch.begun();
        watch.ended(1_000_000.0, 10.0, true);
        assert_eq!(watch.heard(100.0), 200.0);
        assert_eq!(watch.heard(-5_000.0), 200.0);
    }

    #[test]
    fn a_clock_set_forward_makes_one_survey_due() {
        let mut watch = Watch::default();
        watch.heard(0.0);
        assert_eq!(watch.wait(1e12), 0.0);
        watch.begun();
        watch.ended(1e12, 4.0, true);
        assert_eq!(watch.wait(1e12 + 1e9), f64::INFINITY);
    }

    fn tired() -> Watch {
        let mut watch = Watch::default();
        for _ in 0..FRUITLESS {
            watch.heard(0.0);
            watch.begun();
            watch.ended(0.0, 1.0, false);
        }
        watch
    }

    #[test]
    fn looks_in_vain_make_it_wait_for_quiet() {
        let mut watch = tired();
        assert!((0..600).all(|tick| watch.heard(f64::from(tick) * 100.0) > 0.0), "not in the storm");
        assert_eq!(watch.wait(59_900.0 + QUIET), 0.0, "but right after it");
        watch.begun();
        watch.ended(60_101.0, 1.0, true);
        (0..10).for_each(|tick| _ = watch.heard(61_000.0 + f64::from(tick) * 100.0));
        assert_eq!(watch.heard(62_000.0), 0.0, "something new came: no longer tired");
    }

    #[test]
    fn a_page_that_never_rests_costs_less_and_less() {
        let mut watch = tired();
        let (mut now, mut surveys) = (0.0, 0);
        while now < 3_600_000.0 {
            watch.heard(now);
            now += 500.0;
            if watch.wait(now) == 0.0 {
                watch.begun();
                watch.ended(now, 100.0, false);
                surveys += 1;
            }
        }
        assert!((90..120).contains(&surveys), "{surveys} in an hour");
    }

    #[test]
    fn what_is_stopped_rests_until_it_begins_anew() {
        let mut watch = Watch::default();
        watch.stop();
        assert_eq!(watch.heard(1.0), f64::INFINITY);
        watch.ask(1.0);
        assert_eq!(watch.wait(1.0), f64::INFINITY);
        watch.restart(2.0);
        assert_eq!(watch.wait(2.0), 200.0);
    }

    #[test]
    fn what_changes_during_a_survey_is_looked_at_after_it() {
        let mut watch = Watch::default();
        watch.heard(0.0);
        watch.begun();
        watch.heard(3.0);
        watch.ended(4.0, 4.0, true);
        assert_eq!(watch.wait(4.0), 199.0);
    }

    #[test]
    fn a_survey_that_is_asked_for_does_not_wait_for_quiet() {
        let mut watch = Watch::default();
        watch.ended(6.0, 100.0, true);
        watch.ask(7.0);
        assert_eq!(watch.wait(7.0), 0.0);
    }
}
