//! From which byte to which an element goes, and whether it may be cut out.
//!
//! It may where the parser after it is in the state in which it was before it, so that all that follows
//! is read as if the element had never been there.

use std::ops::Range;

use html5ever::LocalName;

use crate::tree::{Id, Irregular, Tree};

/// The bytes of one element, and what is known of how it began and ended.
#[derive(Debug, Clone, Default)]
pub(crate) struct Span {
    start: usize,
    /// Nothing ends at 0, so that is nowhere.
    end: usize,
    begun: Begun,
    doubted: bool,
    /// What the parser kept beside its open elements before this one began.
    state: u32,
}

impl Span {
    /// The bytes that go where the element goes; `None` where that would change what follows.
    pub fn bytes(&self) -> Option<Range<usize>> {
        (self.end > 0 && !self.doubted).then_some(self.start..self.end)
    }
}

/// How an element began.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
enum Begun {
    /// By its own tag, which did nothing else.
    Alone,
    /// By its own tag, which ended another such element first, as `<li>` does.
    InPlace,
    /// In another way.
    #[default]
    Unclearly,
}

/// What the tree builder was given.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Token<'t> {
    Begin(&'t LocalName),
    End(&'t LocalName),
    Text,
    Finish,
}

/// An odd number whose bits are spread well: 2^64 through the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The elements that are open, and what the parser keeps beside them.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub open: Vec<Id>,
    /// Formatting elements that go on, the head and the form.
    pub beside: Vec<Id>,
}

impl State {
    /// What is kept beside the open elements, and in which order, as a number.
    fn print(&self) -> u32 {
        let mix =
            |print: u64, id: &Id| (print.rotate_left(29) ^ (id.index() as u64 + 1)).wrapping_mul(SPREAD);
        (self.beside.iter().fold(0, mix) >> 32) as u32
    }
}

/// The spans of all nodes made so far.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    spans: Vec<Span>,
    made: Vec<Id>,
}

/// One token with what it did.
pub(crate) struct Step<'s> {
    pub tree: &'s Tree,
    pub token: Token<'s>,
    pub bytes: Range<usize>,
    pub before: &'s State,
    pub after: &'s State,
}

impl Spans {
    /// Notes what a token began and ended.
    pub fn note(&mut self, step: &Step<'_>) {
        let (before, after) = (&step.before.open, &step.after.open);
        let kept = before.iter().zip(after).take_while(|(one, other)| one == other).count();
        let unchanged = kept == before.len() && kept == after.len() && self.spans.len() == step.tree.len();
        if !unchanged {
            (kept..before.len()).rev().for_each(|at| self.end(step, kept, at));
            self.begin(step, kept);
        }
        self.doubt_irregular(step, kept, &step.tree.irregular());
    }

    /// All spans, by the numbers of their nodes.
    pub fn finish(self) -> Vec<Span> {
        self.spans
    }

    /// Says that an element must stay whatever it looks like.
    pub fn doubt(&mut self, id: Id) {
        if let Some(span) = self.spans.get_mut(id.index()) {
            span.doubted = true;
        }
    }

    fn end(&mut self, step: &Step<'_>, kept: usize, at: usize) {
        let id = step.before.open[at];
        let span = &mut self.spans[id.index()];
        match step.token {
            Token::Finish => span.doubted = true,
            Token::End(name) if at == kept => {
                span.end = step.bytes.end;
                let own = *name == step.tree.name(id);
                span.doubted |= !own || span.begun != Begun::Alone || span.state != step.after.print();
            }
            _ => {
                span.end = step.bytes.start;
                span.doubted |= span.begun == Begun::Unclearly || span.state != step.before.print();
            }
        }
    }

    fn begin(&mut self, step: &Step<'_>, kept: usize) {
        let first = self.spans.len();
        self.spans.resize_with(step.tree.len(), Span::default);
        self.made.clear();
        self.made.extend((first..step.tree.len()).map(Id::of).filter(|&id| step.tree.is_element(id)));
        let (&[id], Token::Begin(name)) = (&self.made[..], step.token) else { return };
        let ended = step.before.open.get(kept);
        let begun = match ended {
            _ if step.tree.name(id) != *name => Begun::Unclearly,
            None => Begun::Alone,
            Some(&other) if follow(&step.tree.name(other), name) => Begun::InPlace,
            Some(_) => Begun::Unclearly,
        };
        let state = step.before.print();
        let void = !step.after.open[kept..].contains(&id);
        self.spans[id.index()] = Span {
            start: step.bytes.start,
            end: if void { step.bytes.end } else { 0 },
            begun,
            doubted: begun == Begun::Unclearly
                || void && (begun != Begun::Alone || state != step.after.print())
                || is_first_line_lost(step.tree, id),
            state,
        };
    }

    fn doubt_irregular(&mut self, step: &Step<'_>, kept: usize, irregular: &Irregular) {
        let stays = |id: &Id| step.after.open[kept..].contains(id);
        let is_torn = step.before.open[kept..].iter().any(stays);
        if is_torn || !irregular.moved.is_empty() {
            let around = step.before.open[kept..].iter().chain(&step.after.open[kept..]);
            around.chain(&irregular.moved).for_each(|&id| self.doubt(id));
        }
        if let Some(table) = irregular.fostered {
            let from =
                |open: &'_ [Id]| open.iter().skip_while(|&&id| id != table).copied().collect::<Vec<_>>();
            let around = [from(&step.before.open), from(&step.after.open)].concat();
            around.into_iter().chain(std::mem::take(&mut self.made)).for_each(|id| self.doubt(id));
        }
        let leaves_body = matches!(step.token, Token::End(name) if matches!(&**name, "body" | "html"));
        if irregular.extended || leaves_body {
            step.after.open.iter().for_each(|&id| self.doubt(id));
        }
    }
}

/// Whether the tags of two elements end each other, and whatever ends the one ends the other too.
fn follow(one: &str, other: &str) -> bool {
    const ALIKE: [&[&str]; 3] = [&["dt", "dd"], &["td", "th"], &["tbody", "thead", "tfoot"]];
    one == other || ALIKE.iter().any(|names| names.contains(&one) && names.contains(&other))
}

/// Whether an element stands in one whose text loses the line feed that it begins with.
fn is_first_line_lost(tree: &Tree, id: Id) -> bool {
    let parent = tree.parent(id);
    parent.is_some_and(|parent| matches!(&*tree.name(parent), "pre" | "listing" | "textarea"))
}
