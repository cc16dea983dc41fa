//! The oracle beside the timeline.

use kernel::{Date, Instant, add_days};
use policy::{Cover, Fact};

use super::{Known, There, plain};

/// Where the timeline and the oracle first disagree between two days, as known at an instant; none where they agree. Looks at
/// the beginning and the noon of each day, at every instant from which a fact counts, and just before each of them.
pub fn disagreement(facts: &[Fact], known_at: Instant, from: Date, until: Date) -> Option<String> {
    let plain = plain(facts);
    let known = Known::at(&plain, known_at)?;
    let timeline = policy::cover(facts, known_at);
    let mut day = from;
    while day <= until {
        for at in known.instants_of(day) {
            let (there, rule) = known.cover(at);
            let cover = timeline.at(at);
            if !same(cover, there) {
                let cover = cover.code();
                return Some(format!(
                    "at {at}, as known at {known_at}: the timeline says {cover}, the oracle {there:?} ({rule})"
                ));
            }
        }
        day = add_days(day, 1);
    }
    None
}

fn same(cover: Cover, there: There) -> bool {
    matches!(
        (cover, there),
        (Cover::Provisional, There::Provisional)
            | (Cover::On, There::On)
            | (Cover::Off, There::Off | There::Nothing)
            | (Cover::Suspended, There::Suspended)
            | (Cover::Void, There::Void)
    )
}
