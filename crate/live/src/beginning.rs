//! Hides what is certain in a page that is still coming in, before it is painted.

use endmark_core::{Address, Rules, Settings, Words, promises};

use crate::apply::{Mark, User, holds};
use crate::dom;
use crate::survey::{Step, Survey};

/// Hides the blocks so far that are certain from their markup; reads no more than so many milliseconds. Says whether
/// more of the page is worth a look; `None` where the page promises no article.
pub fn hide_certain(time: f64, mark: &Mark, user: &User, settings: &Settings, words: &Words) -> Option<bool> {
    let document = dom::document();
    let mut survey = Survey::begin(None)?;
    let step = survey.advance(time);
    let (outline, elements) = survey.finish();
    if !promises(&outline, &Address::of(&document.address()), words) {
        return None;
    }
    let rules = Rules::of(words);
    let mut last = None;
    for (id, element) in elements.iter().enumerate() {
        if last.is_some_and(|last| outline.holds(last, id)) || !rules.is_certain(&outline, id, settings) {
            continue;
        }
        last = Some(id);
        // What stands in a shadow root is not found again before the page is read as a whole.
        if holds(&document, element) && !user.is_busy_with(element) {
            mark.set(element);
        }
    }
    Some(matches!(step, Step::Done))
}
