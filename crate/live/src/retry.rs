//! When blocks that the user was busy with are looked at again: ever later.

/// First and longest pause, in milliseconds.
const PAUSE: (f64, f64) = (1_000.0, 16_000.0);

/// Blocks that wait until the user is done with them.
#[derive(Clone, Copy)]
pub struct Retry {
    since: f64,
    pause: f64,
}

impl Retry {
    /// The next look after the last one, if there was one; `now` is in milliseconds.
    pub fn next(last: Option<Self>, now: f64) -> Self {
        let pause = last.map_or(PAUSE.0, |last| (last.pause * 2.0).min(PAUSE.1));
        Self { since: now, pause }
    }

    /// Milliseconds until the blocks are looked at; also where the clock was set back.
    pub fn wait(self, now: f64) -> f64 {
        (self.since.min(now) + self.pause - now).max(0.0)
    }
}
