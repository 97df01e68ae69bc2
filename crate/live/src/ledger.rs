//! Keeps every block that was planned, so that each can be given back and is known again when
//! the page is read anew.

use alloc::{string::String, vec::Vec};

use endmark_core::{Category, Plan, Removal, part::has_part, report::Block};

use crate::apply::{Mark, User};
use crate::dom::{Element, Map, elements};
use crate::entry::{Choice, Entry};
use crate::fragment::find_target;

/// Elements marked in one turn; a block is never split.
const WRITES: usize = 200;
/// How often the same block is taken off again when the page puts it back.
const PATIENCE: u32 = 20;

/// What came of carrying out the plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Something was hidden or given back.
    pub changed: bool,
    /// There is more to do in the next turn.
    pub unfinished: bool,
    /// Some block waits until the user is done with it.
    pub waiting: bool,
}

/// The blocks of a page.
pub struct Ledger {
    /// Who reads the page.
    pub user: User,
    /// What hides them.
    pub mark: Mark,
    entries: Vec<Entry>,
    /// Numbers of the plan's blocks in its order.
    order: Vec<u32>,
    numbers: Map,
    next: u32,
    all_shown: bool,
    /// Keys of blocks that are to be seen wherever they are found, a line each.
    kept: String,
    /// Blocks that were hidden when the page took them away, each time anew.
    gone: Vec<String>,
    yielded: bool,
}

impl Ledger {
    /// No blocks yet.
    pub fn new(mark: Mark) -> Self {
        Self {
            user: User::default(),
            mark,
            entries: Vec::new(),
            order: Vec::new(),
            numbers: Map::new(),
            next: 1,
            all_shown: false,
            kept: String::new(),
            gone: Vec::new(),
            yielded: false,
        }
    }

    /// The blocks of the plan in its order, hidden or not.
    pub fn blocks(&self) -> impl Iterator<Item = &Entry> {
        let find = |id: &u32| self.entries.iter().find(|entry| entry.id == *id && entry.planned);
        self.order.iter().filter_map(find)
    }

    /// Number of blocks that are hidden.
    pub fn count(&self) -> u32 {
        self.entries.iter().filter(|entry| entry.is_hidden()).count() as u32
    }

    /// Whether some block was left because the page puts it back again and again.
    pub fn has_yielded(&self) -> bool {
        self.yielded
    }

    /// Takes over a new plan; blocks that it does not name will be given back.
    pub fn follow(&mut self, plan: Plan, elements: &[Element]) {
        for entry in &mut self.entries {
            entry.planned = false;
        }
        self.forget_gone();
        self.order.clear();
        for removal in plan.removals {
            self.take_over(removal, elements);
        }
        self.check_marks();
    }

    fn take_over(&mut self, removal: Removal, elements: &[Element]) {
        let mut nodes = Vec::new();
        for element in removal.nodes.iter().filter_map(|&id| elements.get(id)) {
            nodes.push(element.clone());
        }
        if nodes.is_empty() {
            return;
        }
        let at = self.find_free(&nodes).unwrap_or(self.entries.len());
        match self.entries.get_mut(at) {
            Some(entry) => entry.block = removal.block,
            None => self.add(&nodes, removal.block),
        }
        self.claim(at, &nodes);
        let Some(entry) = self.entries.get_mut(at) else { return };
        entry.nodes = nodes;
        entry.planned = true;
        self.order.push(entry.id);
    }

    /// The entry that has one of these elements and is not taken by another block of the plan.
    fn find_free(&self, nodes: &[Element]) -> Option<usize> {
        nodes.iter().find_map(|node| {
            let id = self.numbers.get(node)?;
            self.entries.iter().position(|entry| entry.id == id && !entry.planned)
        })
    }

    fn add(&mut self, nodes: &[Element], block: Block) {
        let given_back = |entry: &Entry| entry.choice == Some(Choice::Shown);
        let touches = |entry: &Entry| nodes.iter().any(|node| entry.touches(node));
        let key = block.key();
        let shown = self.entries.iter().any(|entry| given_back(entry) && touches(entry));
        let choice = (shown || has(&self.kept, &key)).then_some(Choice::Shown);
        self.entries.push(Entry::new(self.next, block, choice));
        self.next += 1;
    }

    /// Makes these elements the entry's own, with the marks that another entry has set.
    fn claim(&mut self, at: usize, nodes: &[Element]) {
        let Some(id) = self.entries.get(at).map(|entry| entry.id) else { return };
        for node in nodes {
            let other = self.numbers.get(node).filter(|&other| other != id);
            let other = self.entries.iter_mut().find(|entry| Some(entry.id) == other);
            let marked = other.and_then(|other| other.lose(node));
            if let (Some(node), Some(entry)) = (marked, self.entries.get_mut(at)) {
                entry.marked.push(node);
            }
            self.numbers.set(node, id);
        }
    }

    /// Forgets blocks that the page has taken away, and counts those that were hidden: one that
    /// comes back again and again is left to the page.
    fn forget_gone(&mut self) {
        while let Some(at) = self.entries.iter().position(Entry::is_gone) {
            let entry = self.entries.remove(at);
            if entry.is_hidden() {
                self.gone.push(entry.likeness());
            }
            entry.marked.iter().for_each(|node| self.mark.clear(node));
            entry.nodes.iter().for_each(|node| self.numbers.delete(node));
        }
    }

    /// Notices marks that the page has taken away, and takes those away that it has copied.
    fn check_marks(&mut self) {
        for entry in &mut self.entries {
            let before = entry.marked.len();
            while let Some(at) = entry.marked.iter().position(|node| !self.mark.is_on(node)) {
                entry.marked.remove(at);
            }
            entry.losses += u32::from(entry.marked.len() < before);
        }
        self.sweep();
    }

    /// Takes the mark from every element that is in no hidden block.
    pub fn sweep(&self) {
        for element in elements(&self.mark.all()) {
            let id = self.numbers.get(&element);
            let kept = |entry: &Entry| Some(entry.id) == id && entry.is_hidden();
            if !self.entries.iter().any(kept) {
                self.mark.clear(&element);
            }
        }
    }

    /// Hides what is to be hidden and gives back what is not, and what the fragment of the page's address points at.
    pub fn carry_out(&mut self, address: &str) -> Outcome {
        let (mut outcome, mut writes) = (Outcome::default(), 0);
        let target = find_target(address);
        for entry in &mut self.entries {
            let fought = entry.planned && times_lost(&self.gone, entry) > PATIENCE;
            self.yielded |= fought;
            if target.as_ref().is_some_and(|target| entry.choice.is_none() && entry.holds(target)) {
                entry.choice = Some(Choice::Shown);
            }
            let shown = self.all_shown || entry.choice == Some(Choice::Shown);
            if !entry.planned || shown || fought {
                outcome.changed |= entry.give_back(&self.mark);
            } else if writes >= WRITES {
                outcome.unfinished = true;
            } else {
                match entry.take_off(&self.mark, &self.user) {
                    Some(changes) => {
                        writes += changes;
                        outcome.changed |= changes > 0;
                    }
                    None => outcome.waiting = true,
                }
            }
        }
        outcome
    }

    /// Gives one block back, or takes it off again; says whether there is such a block.
    pub fn choose(&mut self, id: u32, choice: Choice) -> bool {
        let entry = self.entries.iter_mut().find(|entry| entry.id == id);
        if self.all_shown && choice != Choice::Shown {
            self.all_shown = false;
            return self.choose_only(id, choice);
        }
        entry.map(|entry| entry.choice = Some(choice)).is_some()
    }

    /// Shows one block in its place, and no other.
    pub fn point(&self, id: u32) {
        for entry in &self.entries {
            let hidden = entry.is_hidden();
            for node in if hidden { &entry.marked } else { &entry.nodes } {
                match (entry.id == id, hidden) {
                    (true, _) => self.mark.point(node),
                    (false, true) => self.mark.set(node),
                    (false, false) => self.mark.clear(node),
                }
            }
        }
    }

    /// From now on blocks with these keys are to be seen, and those whose keys are gone are not.
    pub fn keep(&mut self, kept: String) {
        let before = core::mem::replace(&mut self.kept, kept);
        for entry in &mut self.entries {
            let key = entry.block.key();
            let stays = has(&self.kept, &key);
            if stays != has(&before, &key) {
                entry.choice = stays.then_some(Choice::Shown);
            }
        }
    }

    /// Of blocks that are all shown, hides but one.
    fn choose_only(&mut self, id: u32, choice: Choice) -> bool {
        for entry in &mut self.entries {
            entry.choice = Some(if entry.id == id { choice } else { Choice::Shown });
        }
        self.entries.iter().any(|entry| entry.id == id)
    }

    /// Gives all blocks back, those that will be found later too, or takes all off again.
    pub fn choose_all(&mut self, choice: Choice) {
        self.all_shown = choice == Choice::Shown;
        for entry in &mut self.entries {
            entry.choice = (!self.all_shown).then_some(choice);
        }
    }

    /// Gives the block back that a fragment points into; says whether there is one.
    pub fn reveal(&mut self, hash: &str) -> bool {
        let Some(target) = find_target(hash) else { return false };
        let holds = |entry: &&mut Entry| entry.is_hidden() && entry.holds(&target);
        let entry = self.entries.iter_mut().find(holds);
        entry.map(|entry| entry.choice = Some(Choice::Shown)).is_some()
    }

    /// Lets go of the blocks whose category the user does not want taken off any more.
    pub fn narrow(&mut self, takes: impl Fn(Category) -> bool) {
        for entry in &mut self.entries {
            entry.planned &= takes(entry.block.category);
        }
    }

    /// The page became another one: what it did before is forgotten, its blocks stay until the
    /// next plan.
    pub fn turn_page(&mut self) {
        self.all_shown = false;
        self.yielded = false;
        self.gone.clear();
        for entry in &mut self.entries {
            entry.losses = 0;
        }
    }

    /// Takes every mark away, those that the page has copied too.
    pub fn release(&mut self) {
        for entry in &mut self.entries {
            entry.give_back(&self.mark);
        }
        self.sweep();
    }
}

/// Whether a list of keys, a line each, has one.
fn has(keys: &str, key: &str) -> bool {
    has_part(keys, b"\n", key)
}

/// How often the page has taken a block away, or its mark.
fn times_lost(gone: &[String], entry: &Entry) -> u32 {
    let likeness = entry.likeness();
    let times = gone.iter().filter(|known| **known == likeness).count();
    entry.losses.max(times as u32)
}
