//! `endmark`: takes the clutter off saved HTML documents, and says what it was and why.

#![cfg_attr(test, allow(clippy::expect_used, clippy::panic, reason = "a test may stop"))]

mod arguments;
mod choice;
mod clean;
mod jobs;
mod lines;
mod notes;
mod outlet;
mod product;
mod report;
mod say;
mod source;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::Result;
use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use notes::{End, is_closed, note};

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(end) => end.into(),
        // Whoever reads the output has had enough of it.
        Err(fault) if is_closed(&fault) => End::Done.into(),
        Err(fault) => {
            note(&format!("{fault:#}"));
            End::Failed.into()
        }
    }
}

fn run(arguments: &Arguments) -> Result<End> {
    match &arguments.command {
        Command::Clean(clean) => return clean::run(clean),
        Command::Report(report) => return report::run(report),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "endmark", &mut script);
            io::stdout().write_all(&script)?;
        }
        Command::Man => manual(&mut io::stdout())?,
    }
    Ok(End::Done)
}

/// The pages of the command and of each of its subcommands, one after the other.
fn manual(out: &mut impl Write) -> io::Result<()> {
    let mut command = Arguments::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(out)?;
    let shown = command.get_subcommands().filter(|sub| sub.get_name() != "help");
    shown.cloned().try_for_each(|sub| clap_mangen::Man::new(sub).render(out))
}
