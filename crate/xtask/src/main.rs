//! `cargo xtask …` sets Endmark up, builds it, shows it and tests it.

mod bench;
mod browser;
mod build;
mod clippy;
mod demo;
mod faults;
mod fuzz;
mod lint;
mod measure;
mod order;
mod package;
mod process;
mod screenshots;
mod setup;
mod steps;
mod test;
mod toolchain;
mod words;
mod www;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use build::identity;
use order::Order;
use setup::Purpose;

fn main() -> ExitCode {
    let words = env::args().skip(1);
    let outcome = if identity::stands_before_rustc() {
        identity::run_rustc(words)
    } else {
        obey(words).map(|()| ExitCode::SUCCESS)
    };
    match outcome {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("\ncargo xtask: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: impl Iterator<Item = String>) -> Result<()> {
    let order = Order::read(words)?;
    identity::remember_program()?;
    env::set_current_dir(project_root()).context("the project's folder is gone")?;
    match order {
        Order::Help => {
            print!("{}", order::USAGE);
            Ok(())
        }
        Order::Setup(purpose) => setup::set_up(purpose),
        Order::Build => {
            setup::set_up(Purpose::Build)?;
            build::build()
        }
        Order::Demo(demo) => demo.show(),
        Order::Www => www::serve(),
        Order::Package => package::package(),
        Order::Lint => lint::check(),
        Order::Test { all } => test::test(all),
        Order::Screenshots => screenshots::take(),
        Order::Measure(measure) => measure.run(),
        Order::Bench(bench) => bench.run(),
        Order::Faults(faults) => faults.run(),
        Order::Fuzz(fuzz) => fuzz.run(),
    }
}

/// Two folders above this crate, where cargo says it is now rather than where it was when it was compiled.
fn project_root() -> PathBuf {
    let own = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&own).ancestors().nth(2).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
