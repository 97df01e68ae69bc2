//! What a short text says: labels in many languages, looked up as whole labels.

use alloc::{string::String, vec::Vec};
use core::iter;

use crate::{category::Category, normal::normalise, table};

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    /// On to other articles: related, recommended, more from here.
    Onward,
    Popular,
    AboutAuthor,
    Comments,
    CommentsClosed,
    /// Write a comment, join in.
    LeaveReply,
    EmailNotPublished,
    /// What stands in a comment form only: its button, its boxes.
    PostComment,
    LogInToComment,
    Newsletter,
    SubscribeField,
    SubscribeButton,
    Share,
    Follow,
    Sponsored,
    NextPrevious,
    Tags,
    ReadMore,
}

impl Kind {
    /// The category of a block that such a label heads.
    pub fn category(self) -> Option<Category> {
        Some(match self {
            Self::Onward | Self::Popular => Category::Teaser,
            Self::AboutAuthor => Category::AuthorBio,
            Self::Comments | Self::CommentsClosed => Category::Comments,
            Self::LeaveReply | Self::LogInToComment | Self::EmailNotPublished => Category::CommentForm,
            Self::Newsletter => Category::Newsletter,
            Self::Share | Self::Follow => Category::Share,
            Self::Sponsored => Category::Sponsored,
            Self::NextPrevious => Category::PostNav,
            Self::Tags => Category::Tags,
            Self::PostComment | Self::SubscribeField | Self::SubscribeButton | Self::ReadMore => return None,
        })
    }
}

/// One meaning of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// What it says.
    pub kind: Kind,
    /// Whether articles have such labels too, so that more than the label is needed.
    pub weak: bool,
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Labels longer than this many bytes are no labels.
const LONGEST: usize = 160;

/// Everything that a whole text can mean as a label; empty for other texts.
pub fn meanings(text: &str) -> Vec<Meaning> {
    let Some(plain) = plain(text) else { return Vec::new() };
    let found = fixed(&plain);
    if found.is_empty() { named(&plain) } else { found }
}

/// The same, without labels that have a name in them.
pub fn fixed_meanings(text: &str) -> Vec<Meaning> {
    plain(text).map_or_else(Vec::new, |plain| fixed(&plain))
}

fn plain(text: &str) -> Option<String> {
    let plain = (text.len() <= 2 * LONGEST).then(|| normalise(text))?;
    (!plain.is_empty() && plain.len() <= LONGEST).then_some(plain)
}

fn fixed(plain: &str) -> Vec<Meaning> {
    let mut found = look_up(plain, 0);
    let folded = fold_numbers(plain);
    if folded != plain {
        found.extend(look_up(&folded, 0));
    }
    found
}

/// What a key means as a label without (0) or around a name (`NAMED`).
fn look_up(key: &str, form: u8) -> Vec<Meaning> {
    let meaning = |value: &u8| {
        let kind = *KINDS.get(usize::from(value & !(WEAK | NAMED)))?;
        (value & NAMED == form).then_some(Meaning { kind, weak: value & WEAK != 0 })
    };
    table::get(key).iter().filter_map(meaning).collect()
}

/// Labels with a name in them (`About %s`): the one with the most words around the name.
fn named(plain: &str) -> Vec<Meaning> {
    let mut found = Vec::new();
    let mut shortest = plain.len();
    let begins = plain.match_indices([' ', ':']).map(|(at, _)| at);
    for begin in iter::once(0).chain(begins) {
        let ends = plain.match_indices(' ').map(|(at, _)| at + 1);
        for end in ends.chain([plain.len()]).filter(|&end| end > begin) {
            let name = &plain[begin..end];
            if name.len() < shortest && is_name(name) {
                let meanings = look_up(&[&plain[..begin], "%s", &plain[end..]].concat(), NAMED);
                if !meanings.is_empty() {
                    (found, shortest) = (meanings, name.len());
                }
            }
        }
    }
    if found.is_empty() { joined(plain).into_iter().collect() } else { found }
}

/// The same where nothing sets the name off, as in Japanese.
fn joined(plain: &str) -> Option<Meaning> {
    let fits = |before: &str, after: &str| {
        let name = plain.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        name.is_some_and(is_name)
    };
    let (.., value) = JOINED
        .iter()
        .filter(|(before, after, _)| fits(before, after))
        .max_by_key(|(before, after, _)| before.len() + after.len())?;
    Some(Meaning { kind: *KINDS.get(usize::from(value & !WEAK))?, weak: value & WEAK != 0 })
}

/// Whether a text can be the name in a label: at most six words of no sentence.
fn is_name(text: &str) -> bool {
    let bare = text.trim_matches([' ', ':', ',']);
    !bare.is_empty() && bare.split(' ').count() <= 6 && !bare.contains(['.', '?', '!'])
}

/// Numbers written as `#`: `12 comments` and `1,204 comments` are one label.
fn fold_numbers(plain: &str) -> String {
    let mut folded = String::with_capacity(plain.len());
    for c in plain.chars() {
        if is_digit(c) {
            if !folded.ends_with('#') {
                folded.push('#');
            }
        } else if !(matches!(c, '.' | ',') && folded.ends_with('#')) {
            folded.push(c);
        }
    }
    folded
}

/// Whether a character is a digit, in the scripts that labels are written in.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '০'..='৯' | '๐'..='๙' | '０'..='９')
}
