//! The ambient clock and randomness: read here and nowhere else.

use std::sync::Arc;

use kernel::Instant;
use store::entropy::{Entropy, SharedEntropy};

/// The system's clock.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the outermost shell: the one place that reads the clock"
)]
pub(crate) fn system_now() -> Instant {
    let now = jiff::Timestamp::now();
    Instant::from_microsecond(now.as_microsecond()).expect("now lies within the range of instants")
}

/// A business clock: the system's, or one that began at an instant given and runs on from there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BusinessClock {
    ahead: jiff::SignedDuration,
}

impl BusinessClock {
    /// The system's clock, or one that now shows `start`.
    pub(crate) fn starting(start: Option<Instant>) -> Self {
        let ahead = start.map_or(jiff::SignedDuration::ZERO, |start| start.duration_since(system_now()));
        Self { ahead }
    }

    /// The business instant.
    pub(crate) fn now(self) -> Instant {
        system_now().saturating_add(self.ahead).unwrap_or(Instant::MAX)
    }
}

impl web::Clock for BusinessClock {
    fn now(&self) -> Instant {
        Self::now(*self)
    }
}

/// The system's randomness.
#[derive(Debug)]
struct System;

impl Entropy for System {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the outermost shell: the one place that draws randomness"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system has randomness, or nothing may be sealed");
    }
}

/// The system's randomness, to be passed on.
pub(crate) fn entropy() -> SharedEntropy {
    Arc::new(System)
}
