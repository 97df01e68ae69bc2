//! What the page is told.

use std::collections::BTreeMap;

use endmark_core::{Category, Purpose, Removal, Settings, report::Block};
use endmark_stream::Cleaning;
use serde::Serialize;

/// The answer to an order.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// Names of tables of words that are missing.
    pub wanted: Vec<String>,
    /// What there is to say where none is missing.
    #[serde(flatten)]
    pub page: Option<Page>,
}

/// A page that was read.
#[derive(Debug, Serialize)]
pub struct Page {
    encoding: &'static str,
    why: Option<&'static str>,
    blocks: Vec<Numbered>,
    cuts: Vec<Cut>,
    categories: BTreeMap<&'static str, bool>,
}

#[derive(Debug, Serialize)]
struct Numbered {
    id: usize,
    key: String,
    #[serde(flatten)]
    block: Block,
}

#[derive(Debug, Serialize)]
struct Cut {
    start: usize,
    end: usize,
    block: usize,
}

/// Blocks are numbered from one.
pub fn tell(cleaning: Cleaning, settings: &Settings) -> Answer {
    let Cleaning { survey, purpose, cutting, .. } = cleaning;
    let mut cuts = Vec::new();
    let mut blocks = Vec::new();
    for (at, Removal { nodes, block }) in cutting.taken.into_iter().enumerate() {
        let id = at + 1;
        let bytes = nodes.iter().filter_map(|&node| survey.bytes.get(node).cloned().flatten());
        cuts.extend(bytes.map(|bytes| Cut { start: bytes.start, end: bytes.end, block: id }));
        blocks.push(Numbered { id, key: block.key(), block });
    }
    cuts.sort_by_key(|cut| cut.start);
    let why = match purpose {
        Purpose::Article => None,
        Purpose::Other(why) => Some(why),
    };
    let categories =
        Category::ALL.into_iter().map(|category| (category.name(), settings.takes(category))).collect();
    Answer {
        wanted: Vec::new(),
        page: Some(Page { encoding: survey.encoding, why, blocks, cuts, categories }),
    }
}
