//! How fast a page is judged: a front end that shares its thread with the page says when to rest.

use core::{
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// Steps between two questions whether it is time to rest.
const STRIDE: usize = 8;

/// Says between two steps of work whether it is time to rest.
#[derive(Clone, Copy)]
pub struct Pace<'p> {
    is_over: &'p dyn Fn() -> bool,
}

impl<'p> Pace<'p> {
    /// Work rests whenever this holds, and goes on when it is polled again.
    pub fn of(is_over: &'p dyn Fn() -> bool) -> Self {
        Self { is_over }
    }

    /// Takes so many steps.
    pub(crate) fn steps<'s>(self, count: usize, step: &'s mut dyn FnMut(usize)) -> Steps<'s>
    where
        'p: 's,
    {
        Steps { pace: self, next: 0, count, step }
    }
}

/// Steps that are taken one after the other, with rests.
pub(crate) struct Steps<'s> {
    pace: Pace<'s>,
    next: usize,
    count: usize,
    step: &'s mut dyn FnMut(usize),
}

impl Future for Steps<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        while self.next < self.count {
            let number = self.next;
            (self.step)(number);
            self.next += 1;
            if self.next.is_multiple_of(STRIDE) && (self.pace.is_over)() {
                return Poll::Pending;
            }
        }
        Poll::Ready(())
    }
}

/// Does work without a rest.
pub(crate) fn at_once<T>(work: impl AsyncFnOnce(Pace<'_>) -> T) -> T {
    let mut work = pin!(work(Pace::of(&|| false)));
    loop {
        if let Poll::Ready(done) = go_on(work.as_mut()) {
            return done;
        }
    }
}

/// Works until it is time to rest.
pub fn go_on<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    work.poll(&mut Context::from_waker(Waker::noop()))
}
