//! How long the core takes for pages as a browser recorded them:
//! `cargo bench -p endmark-weigh --bench core -- FOLDER RECORDINGS [WORD…]`.

use std::{
    env,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use endmark_core::{Settings, analyse};
use endmark_stream::words_of;
use endmark_weigh::subject::{self, Subject};

/// Of so many runs on a page the fastest counts.
const RUNS: u32 = 20;

/// How long a page takes.
struct Timed<'s> {
    page: &'s str,
    elements: usize,
    /// Telling its languages and choosing its words.
    words: Duration,
    /// Everything from the outline to the plan.
    analyse: Duration,
}

fn main() -> Result<()> {
    // What cargo adds for its own harness stands first.
    let mut given = env::args().skip(1).filter(|word| word != "--bench");
    let (Some(folder), Some(recordings)) = (given.next(), given.next()) else {
        bail!("name a folder of saved pages and one of recordings");
    };
    let words: Vec<String> = given.collect();
    let subjects = subject::load(Path::new(&folder), &words, Some(Path::new(&recordings)))?;
    let mut timed: Vec<Timed<'_>> = subjects.iter().map(time).collect();
    timed.sort_by_key(|page| page.analyse);
    println!("{:>9} {:>9} {:>9} {:>9}  page", "elements", "words ms", "core ms", "µs each");
    for Timed { page, elements, words, analyse } in &timed {
        let each = 1e6 * analyse.as_secs_f64() / *elements as f64;
        println!("{elements:>9} {:>9.3} {:>9.3} {each:>9.2}  {page}", millis(*words), millis(*analyse));
    }
    if let Some(middle) = timed.get(timed.len() / 2) {
        println!("median: {:.3} ms", millis(middle.analyse));
    }
    Ok(())
}

fn time(subject: &Subject) -> Timed<'_> {
    let Subject { page, address, surveyed, words } = subject;
    let outline = &surveyed.outline;
    let settings = Settings::default();
    Timed {
        page: &page.id,
        elements: outline.len(),
        words: fastest(|| drop(black_box(words_of(black_box(outline))))),
        analyse: fastest(|| drop(black_box(analyse(black_box(outline), address, &settings, words)))),
    }
}

fn fastest(run: impl Fn()) -> Duration {
    let once = || {
        let began = Instant::now();
        run();
        began.elapsed()
    };
    (0..RUNS).map(|_| once()).min().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    1000.0 * time.as_secs_f64()
}
