//! Steps that are run one after the other, and the summary at their end.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// A step: its headline, and what it does; it may return a remark for the summary.
pub struct Step {
    /// The headline.
    pub title: &'static str,
    /// What is done.
    pub run: fn() -> Result<String>,
}

/// Runs the steps up to the first that fails, and says of each how it went.
pub fn run(steps: &[Step]) -> Result<()> {
    let mut lines = Vec::new();
    let mut failed = None;
    for (number, step) in steps.iter().enumerate() {
        if failed.is_some() {
            lines.push(format!("     not run  {}", step.title));
            continue;
        }
        println!("\n[{}/{}] {}", number + 1, steps.len(), step.title);
        let started = Instant::now();
        let outcome = (step.run)();
        let spent = seconds(started.elapsed());
        match outcome {
            Ok(remark) if remark.is_empty() => lines.push(format!("ok   {spent}  {}", step.title)),
            Ok(remark) => lines.push(format!("ok   {spent}  {}: {remark}", step.title)),
            Err(fault) => {
                eprintln!("  {fault:#}");
                lines.push(format!("FAIL {spent}  {}", step.title));
                failed = Some(step.title);
            }
        }
    }
    println!("\nSummary\n  {}", lines.join("\n  "));
    match failed {
        Some(title) => bail!("{title} failed"),
        None => Ok(()),
    }
}

fn seconds(time: Duration) -> String {
    format!("{:5.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_failure_ends_the_run() {
        let good = || Ok(String::new());
        let steps = [
            Step { title: "one", run: good },
            Step { title: "two", run: || bail!("broken") },
            Step { title: "three", run: || unreachable!("a step after one that failed") },
        ];
        let fault = run(&steps).map_err(|fault| fault.to_string());
        assert_eq!(fault, Err("two failed".to_owned()));
        assert!(run(&steps[..1]).is_ok());
    }
}
