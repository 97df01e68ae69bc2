//! `endmark-weigh FOLDER [WORD…] [--verbose]`: what the core takes off saved pages, natively.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Result, bail};
use endmark_core::{Address, Purpose, Settings, Words};
use endmark_weigh::{pages, score, survey};

fn main() -> Result<()> {
    let (flags, named): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let Some((folder, only)) = named.split_first() else {
        bail!("usage: endmark-weigh FOLDER [WORD…] [--verbose]");
    };
    let words = Words::all();
    let verbose = flags.iter().any(|f| f == "--verbose");
    let mut sums: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut damaged = Vec::new();
    for page in pages::load(Path::new(folder), only)? {
        let surveyed = survey::survey(&page.html);
        let analysis =
            endmark_core::analyse(&surveyed.outline, &address(&page.url), &Settings::default(), &words);
        let looked = if verbose {
            endmark_core::explain(&surveyed.outline, &address(&page.url), &words)
        } else {
            Vec::new()
        };
        let score = score::score(&page, &surveyed, &analysis, &looked);
        println!("{} {}", page.id, said(&analysis.purpose, &page));
        print_lines("HARM", &score.harm);
        if verbose {
            print_lines("left", &score.left);
            print_lines("also", &score.unlabelled);
        }
        for (category, (gone, all)) in &score.gone {
            let sum = sums.entry(category.clone()).or_default();
            *sum = (sum.0 + gone, sum.1 + all);
        }
        if score.damaged {
            damaged.push(page.id);
        }
    }
    for (category, (gone, all)) in &sums {
        println!(
            "{category:16} gone {gone:4} of {all:4} {:6.1}%",
            100.0 * *gone as f64 / (*all).max(1) as f64
        );
    }
    println!("damaged {}: {}", damaged.len(), damaged.join(" "));
    Ok(())
}

fn said(purpose: &Purpose, page: &pages::Page) -> String {
    let labelled = page
        .labels
        .as_ref()
        .map(|l| if l.article { " (labelled an article)" } else { " (labelled no article)" });
    let found = match purpose {
        Purpose::Article => "article",
        Purpose::Other(why) => why,
    };
    format!("{found}{}", labelled.unwrap_or_default())
}

fn print_lines(what: &str, lines: &[String]) {
    for line in lines {
        println!("    {what} {line}");
    }
}

fn address(url: &str) -> Address {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    Address { host: host.split(':').next().unwrap_or_default().to_lowercase(), path: format!("/{path}") }
}
