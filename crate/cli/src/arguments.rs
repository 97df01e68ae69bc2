//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use endmark_core::Category;

/// Takes author bios, links to other articles, comments, sign-up boxes, share rows and paid recommendations
/// off saved news pages. What is left is as it was, byte for byte.
#[derive(Debug, Parser)]
#[command(name = "endmark", version, propagate_version = true)]
pub struct Arguments {
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Clean HTML documents
    #[command(after_help = EXAMPLES)]
    Clean(Clean),
    /// Say what would go of HTML documents, and why
    Report(Report),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

const EXAMPLES: &str = "\
Examples:
  endmark clean page.html > clean.html
  endmark clean --out clean/ pages/
  curl -s https://news.example/story | endmark clean --text --url https://news.example/story
  endmark clean --jsonl < pages.jsonl > clean.jsonl";

/// What to clean, and where to put it.
#[derive(Debug, Args)]
pub struct Clean {
    #[command(flatten)]
    pub input: Input,
    /// Write each result to this folder; files that are done already are not done again
    #[arg(long, value_name = "DIR", conflicts_with = "jsonl")]
    pub out: Option<PathBuf>,
    /// Write the article's text instead of the document
    #[arg(long)]
    pub text: bool,
    #[command(flatten)]
    pub choice: Choice,
    /// Say nothing but what failed
    #[arg(long, short)]
    pub quiet: bool,
}

/// What to report on.
#[derive(Debug, Args)]
pub struct Report {
    #[command(flatten)]
    pub input: Input,
    /// Print a line of JSON for each block instead of a table
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub choice: Choice,
}

/// Where documents come from.
#[derive(Debug, Args)]
pub struct Input {
    /// Files and folders; standard input where there are none or where it says `-`
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Read lines of JSON from standard input: {"url": …, "html": …}; other fields are kept
    #[arg(long, conflicts_with_all = ["files", "url", "charset"])]
    pub jsonl: bool,
    /// The address of the document, where it does not name it itself
    #[arg(long)]
    pub url: Option<String>,
    /// The encoding that its server says it is in
    #[arg(long, value_name = "LABEL")]
    pub charset: Option<String>,
}

/// What is to go.
#[derive(Debug, Args)]
pub struct Choice {
    /// Leave blocks of a category; may be given more than once
    #[arg(long, value_name = "CATEGORY", value_delimiter = ',')]
    pub keep: Vec<Named>,
    /// Take off blocks of a category that stay unless asked for: post-nav, tags
    #[arg(long, value_name = "CATEGORY", value_delimiter = ',')]
    pub take: Vec<Named>,
    /// Your own rules, as ad blockers write them: example.com##.box
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}

/// A category by its name.
#[derive(Debug, Clone, Copy)]
pub struct Named(pub Category);

impl ValueEnum for Named {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Named; Category::ALL.len()] = {
            let mut all = [Named(Category::Own); Category::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = Named(Category::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(self.0.name().into())
    }
}
