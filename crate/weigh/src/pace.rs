//! How fast the front end over bytes is, beside what else reads documents.

use std::{
    hint::black_box,
    io::Cursor,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use dom_smoothie::Readability;
use endmark_stream::{Wanted, clean};
use lol_html::{
    DocumentContentHandlers, HtmlRewriter, Settings, element,
    html_content::{Comment, TextChunk},
};
use scraper::Html;

use crate::pages::Page;

/// Of so many runs over all pages the fastest counts.
const RUNS: u32 = 5;

/// Something that reads a document.
struct Reader {
    name: &'static str,
    /// Reads a document; says whether it could.
    read: fn(&str) -> bool,
}

/// What is timed; the last one is ours.
const READERS: [Reader; 5] = [
    Reader { name: "lol_html, every element seen", read: tokenize },
    Reader { name: "lol_html, all of it read", read },
    Reader { name: "html5ever, a tree built", read: parse },
    Reader { name: "dom_smoothie, the article's text", read: extract },
    Reader { name: "endmark, cleaned", read: cleaned },
];

/// How fast one of them is.
#[derive(Debug)]
pub struct Pace {
    /// What was timed.
    pub name: &'static str,
    /// Bytes in a second.
    pub speed: f64,
    /// Documents that it could not read.
    pub refused: usize,
}

/// Times all of them on pages, in turn, so that what else the machine does meets all of them.
///
/// # Errors
/// When there is nothing to read.
pub fn measure(pages: &[Page]) -> Result<Vec<Pace>> {
    let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
    if bytes == 0 {
        bail!("there is no page");
    }
    let mut fastest = [Duration::MAX; READERS.len()];
    let mut refused = [0; READERS.len()];
    for _ in 0..RUNS {
        for (at, reader) in READERS.iter().enumerate() {
            let began = Instant::now();
            refused[at] = pages.iter().filter(|page| !(reader.read)(black_box(&page.html))).count();
            fastest[at] = fastest[at].min(began.elapsed());
        }
    }
    let pace = |(at, reader): (usize, &Reader)| Pace {
        name: reader.name,
        speed: bytes as f64 / fastest[at].as_secs_f64(),
        refused: refused[at],
    };
    Ok(READERS.iter().enumerate().map(pace).collect())
}

/// A line for each, with its pace as a multiple of ours.
///
/// # Errors
/// When nothing was timed.
pub fn lines(paces: &[Pace]) -> Result<Vec<String>> {
    let own = paces.last().context("nothing was timed")?;
    let line = |Pace { name, speed, refused }: &Pace| {
        let (speed, ratio) = (speed / 1e6, speed / own.speed);
        format!("{name:34}{speed:>9.1} MB/s{ratio:>8.2} times ours, {refused} refused")
    };
    Ok(paces.iter().map(line).collect())
}

fn tokenize(html: &str) -> bool {
    let see = element!("*", |element| {
        black_box(element.tag_name());
        Ok(())
    });
    rewrite(html, Settings::new().append_element_content_handler(see))
}

/// What has to be asked of lol_html to build a tree: names and attributes, texts and comments.
fn read(html: &str) -> bool {
    let see = element!("*", |element| {
        black_box(element.tag_name());
        for attribute in element.attributes() {
            black_box((attribute.name(), attribute.value()));
        }
        Ok(())
    });
    let hear = DocumentContentHandlers::default()
        .text(|text: &mut TextChunk<'_>| {
            black_box(text.as_str());
            Ok(())
        })
        .comments(|comment: &mut Comment<'_>| {
            black_box(comment.text());
            Ok(())
        });
    rewrite(html, Settings::new().append_element_content_handler(see).append_document_content_handler(hear))
}

fn rewrite(html: &str, settings: Settings<'_, '_>) -> bool {
    let mut rewriter = HtmlRewriter::new(settings, |part: &[u8]| {
        let _ = black_box(part);
    });
    rewriter.write(html.as_bytes()).is_ok() && rewriter.end().is_ok()
}

fn parse(html: &str) -> bool {
    black_box(Html::parse_document(html)).tree.root().has_children()
}

fn extract(html: &str) -> bool {
    let article = Readability::new(html, None, None).and_then(|mut reader| reader.parse());
    black_box(article).is_ok()
}

fn cleaned(html: &str) -> bool {
    let mut source = Cursor::new(html);
    // Like the others, it is told that this is UTF-8, whatever the document declares.
    let wanted = Wanted { charset: Some("utf-8"), ..Wanted::default() };
    let Ok(cleaning) = clean(&mut source, &wanted) else { return false };
    let mut result = Vec::with_capacity(html.len());
    source.set_position(0);
    let copied = cleaning.cutting.cuts.copy(&mut source, &mut result);
    black_box(result);
    copied.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::Meta;

    #[test]
    fn all_are_timed_on_the_same_pages() -> Result<()> {
        let html =
            "<html><body><h1>Bridges</h1><p>In 1900 the bridge carried people and carts.</p></body></html>";
        let (id, html) = ("bridges".to_owned(), html.to_owned());
        let page = Page { id, meta: Meta::default(), html, labels: None, body: None, clutter: Vec::new() };
        let paces = measure(&[page])?;
        assert!(paces.len() == READERS.len() && paces.iter().all(|pace| pace.speed > 0.0));
        assert!(lines(&paces)?.last().is_some_and(|line| line.contains("1.00 times ours, 0 refused")));
        assert!(measure(&[]).is_err());
        Ok(())
    }
}
