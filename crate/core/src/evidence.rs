//! What speaks for and against a candidate: independent kinds, each with one small function.

use alloc::{string::String, vec, vec::Vec};

use crate::{
    candidate::Candidate,
    candidate::{
        by_label::is_button,
        by_links::{is_sharer, sharers},
        in_text::opener,
    },
    category::Category,
    links::{follows, leaves, shares},
    measure::share,
    names::names_byline,
    outline::NodeId,
    page::{Page, Position},
    report::Reason,
    rules::Rule,
    words::{Kind as Word, Meaning, meanings},
};

/// A row of share links has at most this many characters beside them.
const REST_OF_ROW: u32 = 45;
/// Strength of buttons and profiles, where a row has no addresses that share.
const BUTTONS: f32 = 0.85;
/// A text about a person has at least this many characters.
const LEAST_BIO: u32 = 60;

/// A kind of evidence; `data/weights.toml` says what each means and weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Platform,
    Rule,
    Name,
    Label,
    WeakLabel,
    Links,
    Cards,
    Line,
    ShareLinks,
    CommentField,
    EmailField,
    Entries,
    Microdata,
    Portrait,
    AuthorLink,
    EmptyMount,
    After,
    Beside,
    Inside,
    Before,
    Above,
    Prose,
    Chrome,
    Outbound,
    Byline,
    Running,
    Bare,
    Pictures,
    Button,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What kind it is.
    pub kind: Kind,
    /// How strong, 0 to 1.
    pub strength: f32,
    /// How it is told to the user; what speaks against is not told.
    pub reason: Option<Reason>,
}

impl Evidence {
    fn of(kind: Kind, reason: Reason) -> Self {
        Self { kind, strength: 1.0, reason: Some(reason) }
    }

    fn silent(kind: Kind, strength: f32) -> Self {
        Self { kind, strength, reason: None }
    }
}

/// A candidate with what speaks for and against it.
#[derive(Debug, Clone)]
pub struct Weighed {
    /// The block.
    pub candidate: Candidate,
    /// All evidence that was found.
    pub evidence: Vec<Evidence>,
    /// The rule that it meets, where there is one.
    pub rule: Option<Rule>,
}

/// Gathers the evidence on a candidate.
pub fn weigh(page: &Page<'_>, candidate: Candidate) -> Weighed {
    let core = core(page, candidate.first());
    let rule = rule(page, &candidate, &core);
    let mut evidence = Vec::new();
    evidence.extend(rule.map(markup));
    evidence.extend(name(page, &candidate, &core));
    evidence.extend(label(page, &candidate));
    evidence.extend(content(page, &candidate));
    evidence.extend(button(page, &candidate));
    evidence.push(position(page, &candidate));
    evidence.extend(prose(page, &candidate));
    evidence.extend(chrome(page, &candidate));
    evidence.extend(byline(page, &candidate));
    if !evidence.iter().any(|e| matches!(e.kind, Kind::Name | Kind::Rule | Kind::Platform)) {
        evidence.extend(running(page, &candidate));
    }
    evidence.extend(pictures(page, &candidate));
    Weighed { candidate, evidence, rule }
}

/// An element and those inside it that hold all that it holds.
fn core(page: &Page<'_>, id: NodeId) -> Vec<NodeId> {
    let m = &page.measure;
    let mut chain = vec![id];
    let mut at = id;
    while let Some(only) = page.outline.children(at).find(|&c| {
        m.chars(c) == m.chars(at) && m.pictures(c) == m.pictures(at) && m.fields(c) == m.fields(at)
    }) {
        if chain.len() > 5 || m.is_blank(at) && page.outline.children(at).count() != 1 {
            break;
        }
        chain.push(only);
        at = only;
    }
    chain
}

fn rule(page: &Page<'_>, candidate: &Candidate, core: &[NodeId]) -> Option<Rule> {
    if candidate.nodes.len() > 1 {
        return None;
    }
    core.iter().filter_map(|&n| page.signs.rules[n]).find(|r| r.category == candidate.category)
}

fn markup(rule: Rule) -> Evidence {
    let kind = if rule.unmistakable { Kind::Platform } else { Kind::Rule };
    Evidence::of(kind, Reason::new("rule").with("platform", rule.platform))
}

fn name(page: &Page<'_>, candidate: &Candidate, core: &[NodeId]) -> Option<Evidence> {
    let of =
        |n: &NodeId| page.signs.names[*n].filter(|(c, _)| *c == candidate.category).map(|(_, name)| name);
    let name = core.iter().find_map(of).or_else(|| candidate.nodes.iter().skip(1).find_map(of))?;
    Some(Evidence::of(Kind::Name, Reason::new("name").with("name", name)))
}

/// The label that the block begins with, in one of its first lines.
fn label(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    if candidate.line {
        let text = opener(page, candidate.first())?;
        let meaning = meanings(text)
            .into_iter()
            .find(|m| m.kind.category() == Some(Category::Teaser) || m.kind == Word::ReadMore)?;
        return Some(labelled(&meaning, text));
    }
    let fits = |m: &&Meaning| speaks_of(m.kind, candidate.category);
    if let Some(label) = candidate.label.and_then(|l| page.signs.labels.get(l)) {
        let heading = |m: &&Meaning| m.kind == Word::ReadMore && candidate.category == Category::Teaser;
        let strongest = label.meanings.iter().filter(|m| fits(m) || heading(m)).min_by_key(|m| m.weak)?;
        return Some(labelled(strongest, label.text));
    }
    let lines = candidate.nodes.iter().flat_map(|&n| page.outline.text(n).split('\n'));
    let first = lines.map(str::trim).filter(|l| !l.is_empty()).take(3);
    let found: Vec<(Meaning, &str)> = first
        .flat_map(|line| meanings(line).into_iter().map(move |m| (m, line)))
        .filter(|(m, _)| fits(&m))
        .collect();
    found.iter().min_by_key(|(m, _)| m.weak).map(|(m, line)| labelled(m, line))
}

fn labelled(meaning: &Meaning, text: &str) -> Evidence {
    let kind = if meaning.weak { Kind::WeakLabel } else { Kind::Label };
    let text: String = text.trim().chars().take(60).collect();
    Evidence::of(kind, Reason::new("label").with("text", text))
}

fn speaks_of(word: Word, category: Category) -> bool {
    word.category() == Some(category)
        || matches!(
            (word, category),
            (Word::PostComment | Word::SaveMyName | Word::EmailNotPublished, Category::CommentForm)
                | (Word::SubscribeField | Word::SubscribeButton, Category::Newsletter)
                | (Word::LeaveReply | Word::JoinConversation, Category::Comments)
                | (Word::Follow, Category::AuthorBio)
        )
}

fn content(page: &Page<'_>, candidate: &Candidate) -> Vec<Evidence> {
    let found: Vec<Option<Evidence>> = match candidate.category {
        Category::Teaser if candidate.line => {
            vec![Some(Evidence::of(Kind::Line, Reason::new("links").with("count", 1).with("share", 100)))]
        }
        Category::Teaser | Category::Sponsored | Category::PostNav | Category::Tags => {
            vec![
                links(page, candidate),
                cards(page, candidate),
                outbound(page, candidate),
                empty_mount(page, candidate),
            ]
        }
        Category::Share => vec![share_links(page, candidate), empty_mount(page, candidate)],
        Category::Comments => {
            vec![
                entries(page, candidate),
                comment_field(page, candidate),
                microdata(page, candidate),
                empty_mount(page, candidate),
            ]
        }
        Category::CommentForm => vec![comment_field(page, candidate)],
        Category::Newsletter => vec![email_field(page, candidate)],
        Category::AuthorBio => {
            vec![
                portrait(page, candidate),
                author_link(page, candidate),
                microdata(page, candidate),
                bare(page, candidate),
            ]
        }
    };
    found.into_iter().flatten().collect()
}

fn sum(candidate: &Candidate, of: impl Fn(NodeId) -> u32) -> u32 {
    candidate.nodes.iter().map(|&n| of(n)).sum()
}

fn inside<'a>(page: &'a Page<'_>, candidate: &'a Candidate) -> impl Iterator<Item = NodeId> + 'a {
    candidate.nodes.iter().flat_map(|&n| n..page.outline.node(n).end)
}

fn links(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let m = &page.measure;
    let (chars, titles, count) =
        (sum(candidate, |n| m.chars(n)), sum(candidate, |n| m.titles(n)), sum(candidate, |n| m.links(n)));
    let linked: f32 = candidate.nodes.iter().map(|&n| m.link_share(n) * m.chars(n) as f32).sum();
    let share = if chars == 0 { 0.0 } else { linked / chars as f32 };
    let enough = match candidate.category {
        Category::Teaser | Category::Sponsored => {
            titles > 0 && (share >= 0.4 || titles >= 3 && share >= 0.25)
        }
        _ => count > 0 && share >= 0.6,
    };
    let reason = || Reason::new("links").with("count", count).with("share", (share * 100.0) as u32);
    enough.then(|| Evidence::of(Kind::Links, reason()))
}

/// Children of the same shape, each with a link: three at least.
fn cards(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let most = inside(page, candidate).map(|n| same_children(page, n)).max().unwrap_or(0);
    (most >= 3).then(|| Evidence::of(Kind::Cards, Reason::new("cards").with("count", most)))
}

fn same_children(page: &Page<'_>, id: NodeId) -> usize {
    let shape = |c: NodeId| {
        (&*page.outline.node(c).tag, page.outline.attribute(c, "class").and_then(|v| v.split(' ').next()))
    };
    let with_link: Vec<_> =
        page.outline.children(id).filter(|&c| page.measure.links(c) > 0).map(shape).collect();
    with_link.first().map_or(0, |first| with_link.iter().filter(|s| *s == first).count())
}

fn outbound(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let hrefs: Vec<&str> = inside(page, candidate)
        .filter(|&n| &*page.outline.node(n).tag == "a")
        .filter_map(|n| page.outline.attribute(n, "href"))
        .filter(|h| !h.starts_with('#'))
        .collect();
    let out = hrefs.iter().filter(|h| leaves(h, &page.address.host)).count();
    (out * 2 > hrefs.len()).then(|| Evidence::silent(Kind::Outbound, 1.0))
}

fn empty_mount(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let blank = candidate.nodes.iter().all(|&n| page.measure.is_blank(n));
    blank.then(|| Evidence::of(Kind::EmptyMount, Reason::new("empty-mount")))
}

fn share_links(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let count: usize = candidate.nodes.iter().map(|&n| sharers(page, n)).sum();
    let profiles =
        inside(page, candidate).filter(|&n| page.outline.attribute(n, "href").is_some_and(follows)).count();
    let buttons = |n: NodeId| is_sharer(page, n) || page.outline.attribute(n, "href").is_some_and(follows);
    let told: u32 = inside(page, candidate).filter(|&n| buttons(n)).map(|n| page.measure.chars(n)).sum();
    let rest = sum(candidate, |n| page.measure.chars(n)).saturating_sub(told);
    // An address that shares is surer than a button that names a network.
    let addresses =
        inside(page, candidate).filter(|&n| page.outline.attribute(n, "href").is_some_and(shares)).count();
    let strength = if addresses >= 2 { 1.0 } else { BUTTONS };
    let reason = Reason::new("share-links").with("count", count.max(profiles));
    let row = count.max(profiles) >= 2 && rest <= REST_OF_ROW;
    row.then_some(Evidence { kind: Kind::ShareLinks, strength, reason: Some(reason) })
}

fn comment_field(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let outline = page.outline;
    let area = inside(page, candidate).any(|n| &*outline.node(n).tag == "textarea");
    let told = || {
        inside(page, candidate).any(|n| {
            outline.attribute(n, "name") == Some("comment")
                || ["placeholder", "value", "aria-label"]
                    .iter()
                    .any(|a| outline.attribute(n, a).is_some_and(speaks_of_comment))
        }) || candidate.nodes.iter().any(|&n| outline.text(n).split('\n').any(speaks_of_comment))
    };
    (area && told()).then(|| Evidence::of(Kind::CommentField, Reason::new("form-comment")))
}

fn speaks_of_comment(text: &str) -> bool {
    meanings(text).iter().any(|m| speaks_of(m.kind, Category::CommentForm))
}

/// A form that asks for an e-mail address, and for a name at most.
fn email_field(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let outline = page.outline;
    let is = |n: NodeId, name: &str, value: &str| {
        outline.attribute(n, name).is_some_and(|v| v.eq_ignore_ascii_case(value))
    };
    let fields: Vec<NodeId> =
        inside(page, candidate).filter(|&n| matches!(&*outline.node(n).tag, "input" | "textarea")).collect();
    let other = fields.iter().any(|&n| {
        &*outline.node(n).tag == "textarea" || is(n, "type", "password") || is(n, "type", "search")
    });
    let email = fields.iter().any(|&n| {
        is(n, "type", "email")
            || outline.attribute(n, "name").is_some_and(|v| v.to_ascii_lowercase().contains("email"))
            || outline
                .attribute(n, "placeholder")
                .is_some_and(|p| meanings(p).iter().any(|m| m.kind == Word::SubscribeField))
    });
    let few = sum(candidate, |n| page.measure.fields(n)) <= 3;
    (email && !other && few).then(|| Evidence::of(Kind::EmailField, Reason::new("form-email")))
}

/// Parts named, marked or shaped as comments: two at least.
fn entries(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let first = candidate.first();
    let named = |n: NodeId| n != first && matches!(page.signs.names[n], Some((Category::Comments, _)));
    let told = inside(page, candidate).filter(|&n| named(n) || is_comment_item(page, n)).count();
    let shaped = || inside(page, candidate).map(|n| dated_children(page, n)).max().unwrap_or(0);
    let count = if told >= 2 { told } else { shaped() };
    (count >= 2).then(|| Evidence::of(Kind::Entries, Reason::new("dates").with("count", count)))
}

/// Children of one shape that have a date and words that are no links.
fn dated_children(page: &Page<'_>, id: NodeId) -> usize {
    let outline = page.outline;
    let shape = |c: NodeId| (&*outline.node(c).tag, outline.attribute(c, "class"));
    let dated = |c: NodeId| {
        page.measure.link_share(c) < 0.3 && (c..outline.node(c).end).any(|n| &*outline.node(n).tag == "time")
    };
    let mut shapes = outline.children(id).filter(|&c| dated(c)).map(shape);
    let Some(first) = shapes.next() else { return 0 };
    1 + shapes.filter(|s| *s == first).count()
}

fn is_comment_item(page: &Page<'_>, id: NodeId) -> bool {
    page.outline.attribute(id, "itemtype").is_some_and(|t| t.ends_with("schema.org/Comment"))
}

fn microdata(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let wanted: &[&str] = match candidate.category {
        Category::AuthorBio => &["schema.org/Person"],
        _ => &["schema.org/Comment", "schema.org/UserComments"],
    };
    let kind = inside(page, candidate)
        .filter_map(|n| page.outline.attribute(n, "itemtype"))
        .find(|t| wanted.iter().any(|w| t.ends_with(w)))?;
    let kind = kind.rsplit('/').next().unwrap_or(kind);
    Some(Evidence::of(Kind::Microdata, Reason::new("microdata").with("type", kind)))
}

/// Some words about a person: a picture or profile links, and a short text of prose.
fn portrait(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let m = &page.measure;
    let (chars, prose) = (sum(candidate, |n| m.chars(n)), sum(candidate, |n| m.prose(n)));
    let pictures = sum(candidate, |n| m.pictures(n));
    let profiles =
        inside(page, candidate).filter(|&n| page.outline.attribute(n, "href").is_some_and(follows)).count();
    let linked: f32 = candidate.nodes.iter().map(|&n| m.link_share(n) * m.chars(n) as f32).sum();
    let mostly_text = linked * 2.0 < chars as f32;
    let words: usize = candidate.nodes.iter().map(|&n| page.outline.text(n).split_whitespace().count()).sum();
    let fits = (40..=1500).contains(&chars)
        && prose > 0
        && (pictures > 0 || profiles > 0)
        && pictures <= 3
        && mostly_text;
    fits.then(|| Evidence::of(Kind::Portrait, Reason::new("portrait").with("words", words)))
}

fn author_link(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let outline = page.outline;
    let is_author = |n: NodeId| {
        outline.attribute(n, "rel").is_some_and(|r| r.split(' ').any(|w| w == "author"))
            || outline.attribute(n, "href").is_some_and(|h| {
                h.split('/').any(|part| {
                    matches!(part, "author" | "authors" | "autor" | "autoren" | "auteur" | "autore")
                })
            })
    };
    inside(page, candidate).find(|&n| is_author(n)).map(|_| Evidence::silent(Kind::AuthorLink, 1.0))
}

fn position(page: &Page<'_>, candidate: &Candidate) -> Evidence {
    match page.position(candidate.first(), candidate.end(page)) {
        // Rows that share stand above the text as often as below it.
        Position::Before if candidate.category == Category::Share => {
            Evidence::of(Kind::Above, Reason::new("above"))
        }
        Position::Before => Evidence::silent(Kind::Before, 1.0),
        Position::Inside => Evidence::of(Kind::Inside, Reason::new("inside")),
        Position::After => Evidence::of(Kind::After, Reason::new("after")),
        Position::Beside => Evidence::of(Kind::Beside, Reason::new("beside")),
    }
}

fn prose(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let chars = sum(candidate, |n| page.article.prose_in(page.outline, n));
    (chars > 0).then(|| Evidence::silent(Kind::Prose, share(chars, 300).min(1.0)))
}

fn chrome(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    page.signs.chrome[candidate.first()].then(|| Evidence::silent(Kind::Chrome, 1.0))
}

/// Name or date of the article: where it stands before the text, or in a row that shares.
fn byline(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let before = page.position(candidate.first(), candidate.end(page)) == Position::Before;
    if !before && candidate.category != Category::Share {
        return None;
    }
    let outline = page.outline;
    let signs = |n: NodeId| {
        &*outline.node(n).tag == "time"
            || outline.attribute(n, "rel").is_some_and(|r| r.split(' ').any(|w| w == "author"))
            || outline
                .attribute(n, "itemprop")
                .is_some_and(|p| matches!(p, "author" | "datePublished" | "headline"))
            || (page.measure.chars(n) > 0 && outline.attribute(n, "class").is_some_and(names_byline))
    };
    inside(page, candidate).any(signs).then(|| Evidence::silent(Kind::Byline, 1.0))
}

/// Elements in the run of the article's paragraphs, without a wrapper or a name of their own.
fn running(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let wrapped = matches!(
        &*page.outline.node(candidate.first()).tag,
        "div" | "aside" | "section" | "figure" | "article"
    );
    if wrapped && candidate.nodes.len() == 1 {
        return None;
    }
    let parent = page.outline.node(candidate.first()).parent;
    let paragraphs =
        page.outline.children(parent).filter(|c| page.article.prose.binary_search(c).is_ok()).count();
    (paragraphs >= 2 && !candidate.line).then(|| Evidence::silent(Kind::Running, 1.0))
}

/// No text about a person: a name alone is a byline.
fn bare(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let words = sum(candidate, |n| page.measure.chars(n)) < LEAST_BIO
        && sum(candidate, |n| page.measure.prose(n)) == 0;
    words.then(|| Evidence::silent(Kind::Bare, 1.0))
}

/// Pictures between the paragraphs that are no links: the article's own.
fn pictures(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let between = page.position(candidate.first(), candidate.end(page)) == Position::Inside;
    let loose = sum(candidate, |n| page.measure.loose_pictures(n));
    (between && loose > 0).then(|| Evidence::silent(Kind::Pictures, 1.0))
}

/// A lone link or button with a label: what it opens is the block.
fn button(page: &Page<'_>, candidate: &Candidate) -> Option<Evidence> {
    let label = page.signs.labels.get(candidate.label?)?;
    let alone = candidate.nodes == [label.node] && is_button(page, label.node);
    alone.then(|| Evidence::silent(Kind::Button, 1.0))
}
