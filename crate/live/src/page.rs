//! A page from the first look to the last: turn by turn, a few milliseconds each.

use alloc::{boxed::Box, string::String, vec::Vec};

use endmark_core::{Analysis, Outline, Purpose, Settings, report::Block};

use crate::apply::Mark;
use crate::beginning;
use crate::dom::{self, Element};
use crate::entry::Choice;
use crate::judging::Judging;
use crate::ledger::{Ledger, Outcome};
use crate::list::List;
use crate::own::Select;
use crate::report::{State, tell};
use crate::retry::Retry;
use crate::survey::{Step, Survey};
use crate::vocabulary::Vocabulary;
use crate::watch::Watch;

/// Milliseconds of reading or judging in one turn.
const SLICE: f64 = 4.0;
/// How often a survey begins anew because the page changed under it.
const RESTARTS: u32 = 5;
/// Milliseconds that a node costs at least, for clocks too coarse to tell.
const NODE_COST: f64 = 0.005;

/// The page and what is done to it.
pub struct Page {
    /// What it knows of words.
    pub vocabulary: Vocabulary,
    /// Selects by the user's own rules.
    pub select: Option<Select>,
    settings: Settings,
    ledger: Ledger,
    watch: Watch,
    work: Work,
    state: State,
    nearly: Vec<Block>,
    generation: u32,
    cost: f64,
    restarts: u32,
    retry: Option<Retry>,
    asked: bool,
    ended: Option<Ended>,
}

/// A survey that has ended in this turn.
struct Ended {
    changed: bool,
}

/// What is being done.
enum Work {
    Nothing,
    Reading(Box<Survey>),
    /// All is read; words may be lacking.
    Read(Outline, Vec<Element>),
    Judging(Judging),
    CarryingOut,
}

impl Page {
    /// A page that was not looked at yet.
    pub fn new(mark: Mark) -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            ledger: Ledger::new(mark),
            select: None,
            settings: Settings::default(),
            watch: Watch::default(),
            work: Work::Nothing,
            state: State::Working,
            nearly: Vec::new(),
            generation: 0,
            cost: 0.0,
            restarts: 0,
            retry: None,
            asked: true,
            ended: None,
        }
    }

    /// Works a little; gives the time until the next turn.
    pub fn turn(&mut self, now: f64) -> f64 {
        self.answer(now);
        let began = dom::clock();
        let idle = matches!(self.work, Work::Nothing);
        self.work = match core::mem::replace(&mut self.work, Work::Nothing) {
            Work::Nothing if self.watch.wait(now) <= 0.0 => self.begin(),
            Work::Nothing => self.look_again(now),
            Work::Reading(survey) => self.read(now, survey),
            Work::Read(outline, elements) if self.vocabulary.lacks(&outline) => Work::Read(outline, elements),
            Work::Read(outline, elements) => self.begin_to_judge(outline, elements),
            Work::Judging(judging) => self.judge(now, judging),
            Work::CarryingOut => self.carry_out(now),
        };
        let spent = (dom::clock() - began).max(0.0);
        if !idle {
            self.cost += spent;
        }
        if let Some(Ended { changed }) = self.ended.take() {
            self.watch.ended(now + spent, self.cost, changed);
        }
        self.wait(now)
    }

    /// Hides what is certain while the page is still coming in; says whether to look again, where the page promises
    /// an article.
    pub fn hide_certain(&self) -> Option<bool> {
        let Ledger { mark, user, .. } = &self.ledger;
        beginning::hide_certain(SLICE, mark, user, &self.settings, &self.vocabulary.words())
    }

    /// The page changed; gives the time until the next turn.
    pub fn heard(&mut self, now: f64) -> f64 {
        self.answer(now);
        self.watch.heard(now);
        self.wait(now)
    }

    /// The address changed within the page; gives nothing back until the new plan is made.
    pub fn navigated(&mut self, now: f64) {
        self.ledger.turn_page();
        self.watch.restart(now);
        self.nearly.clear();
        self.work = Work::Nothing;
        self.restarts = 0;
        self.enter(State::Working);
    }

    /// Grows with every change of what is hidden and of the state.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// Number of blocks that are hidden.
    pub fn count(&self) -> u32 {
        self.ledger.count()
    }

    /// The user selected something in the page, now or before.
    pub fn selected(&mut self) {
        self.ledger.user.selects = true;
    }

    /// How the page stands.
    pub fn report(&self) -> List {
        tell(self.state, &self.ledger, &self.nearly)
    }

    /// Gives one block back or takes it off again.
    pub fn choose(&mut self, id: u32, choice: Choice) {
        if self.ledger.choose(id, choice) {
            self.obey();
        }
    }

    /// Gives all blocks back or takes all off again.
    pub fn choose_all(&mut self, choice: Choice) {
        self.ledger.choose_all(choice);
        self.obey();
        if choice == Choice::Shown {
            self.ledger.release();
        }
    }

    /// Shows one block in its place, hidden or not, and no other.
    pub fn point(&self, id: u32) {
        self.ledger.point(id);
    }

    /// Gives the block back that a fragment points into.
    pub fn reveal(&mut self, hash: &str) {
        if self.ledger.reveal(hash) {
            self.obey();
        }
    }

    /// Takes new settings over: what is no longer wanted is given back at once, what is wanted
    /// now is found by the survey of the next turn, instead of one that knows the old ones.
    pub fn set_settings(&mut self, settings: Settings, kept: String) {
        self.work = Work::Nothing;
        self.ledger.narrow(|category| settings.takes(category));
        self.ledger.keep(kept);
        self.settings = settings;
        self.asked = true;
        self.obey();
    }

    /// A survey that was asked for is due, unless the page is still being loaded.
    fn answer(&mut self, now: f64) {
        if core::mem::take(&mut self.asked) && !matches!(self.state, State::Stopped("stopped-too-large")) {
            self.watch.restart(now);
            if dom::document().ready_state() != "loading" {
                self.watch.ask(now);
            }
        }
    }

    fn wait(&mut self, now: f64) -> f64 {
        match self.work {
            Work::Nothing => {}
            Work::Read(..) if !self.vocabulary.wanted().is_empty() => return f64::INFINITY,
            _ => return 0.0,
        }
        let retry = self.retry.map_or(f64::INFINITY, |retry| retry.wait(now));
        self.watch.wait(now).min(retry)
    }

    fn begin(&mut self) -> Work {
        self.watch.begun();
        self.cost = 0.0;
        match Survey::begin(self.select.as_ref()) {
            Some(survey) => Work::Reading(Box::new(survey)),
            None if dom::document().root().is_none() => Work::Nothing,
            None => self.stop("stopped-too-large"),
        }
    }

    fn read(&mut self, now: f64, mut survey: Box<Survey>) -> Work {
        match survey.advance(SLICE) {
            Step::More => Work::Reading(survey),
            Step::Done => {
                self.cost = self.cost.max(survey.seen() as f64 * NODE_COST);
                let (outline, elements) = survey.finish();
                Work::Read(outline, elements)
            }
            Step::TooLarge => self.stop("stopped-too-large"),
            Step::Lost if self.restarts < RESTARTS => {
                self.restarts += 1;
                self.begin()
            }
            Step::Lost => {
                self.restarts = 0;
                self.watch.heard(now);
                Work::Nothing
            }
        }
    }

    fn begin_to_judge(&mut self, outline: Outline, elements: Vec<Element>) -> Work {
        self.restarts = 0;
        Work::Judging(Judging::begin(outline, elements, self.settings, self.vocabulary.words()))
    }

    fn judge(&mut self, now: f64, mut judging: Judging) -> Work {
        match judging.advance(SLICE) {
            Some(analysis) => self.adopt(now, analysis, &judging.elements),
            None => Work::Judging(judging),
        }
    }

    fn adopt(&mut self, now: f64, analysis: Analysis, elements: &[Element]) -> Work {
        self.ledger.follow(analysis.plan, elements);
        self.nearly = analysis.nearly;
        self.retry = None;
        let before = self.generation;
        let work = self.carry_out(now);
        self.enter(match analysis.purpose {
            Purpose::Other(why) => State::NotArticle(why),
            Purpose::Article if self.ledger.has_yielded() => State::Stopped("stopped-reinserting"),
            Purpose::Article => State::Done,
        });
        self.ended = Some(Ended { changed: self.generation != before });
        work
    }

    fn carry_out(&mut self, now: f64) -> Work {
        let outcome = self.write();
        self.retry = outcome.waiting.then(|| Retry::next(self.retry, now));
        if outcome.unfinished { Work::CarryingOut } else { Work::Nothing }
    }

    fn write(&mut self) -> Outcome {
        let outcome = self.ledger.carry_out(&dom::document().address());
        self.generation += u32::from(outcome.changed);
        outcome
    }

    /// Looks at blocks again that the user was busy with.
    fn look_again(&mut self, now: f64) -> Work {
        match self.retry {
            Some(retry) if retry.wait(now) <= 0.0 => self.carry_out(now),
            _ => Work::Nothing,
        }
    }

    /// Carries out at once what the user said; what is too much for one turn follows in the next.
    fn obey(&mut self) {
        let outcome = self.write();
        if outcome.unfinished && matches!(self.work, Work::Nothing) {
            self.work = Work::CarryingOut;
        }
    }

    fn stop(&mut self, why: &'static str) -> Work {
        self.watch.stop();
        self.ledger.sweep();
        self.enter(State::Stopped(why));
        Work::Nothing
    }

    fn enter(&mut self, state: State) {
        self.generation += u32::from(self.state != state);
        self.state = state;
    }
}
