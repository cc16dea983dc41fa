//! Chance, drawn anew for each question from the seed and the question itself: who, on which day, about what. Leaving one
//! thing out of a history therefore changes no other draw, which is what makes a history reducible.

use std::collections::BTreeSet;

use serde::Serialize;

/// Of whom chance decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The applicant and holder of a policy, by number from 0; and what others do about that policy.
    Policy(u32),
    /// The house as a whole: its bank, its post, its machines.
    House,
}

impl std::fmt::Display for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Policy(number) => write!(f, "policy {number}"),
            Self::House => f.write_str("the house"),
        }
    }
}

/// Something that happened because chance would have it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Decision {
    /// Day of the simulation, from 0.
    pub day: u32,
    /// Who.
    pub who: Who,
    /// What.
    pub what: String,
}

/// The source of all chance in a simulation.
pub(crate) struct Draws {
    seed: u64,
    pub(crate) day: u32,
    /// When a history is reduced: all that may happen.
    only: Option<BTreeSet<Decision>>,
    taken: Vec<Decision>,
}

impl Draws {
    pub(crate) fn new(seed: u64, only: Option<&[Decision]>) -> Self {
        let only = only.map(|decisions| decisions.iter().cloned().collect());
        Self { seed, day: 0, only, taken: Vec::new() }
    }

    /// Whether something happens today, so many times in a hundred thousand; kept among what was decided if it does.
    pub(crate) fn happens(&mut self, who: Who, what: &str, in_100_000: u64) -> bool {
        if self.below(who, what, 100_000) >= in_100_000 {
            return false;
        }
        let decision = Decision { day: self.day, who, what: what.to_owned() };
        if self.only.as_ref().is_some_and(|only| !only.contains(&decision)) {
            return false;
        }
        self.taken.push(decision);
        true
    }

    /// A number below `bound`, for today.
    pub(crate) fn below(&self, who: Who, what: &str, bound: u64) -> u64 {
        self.draw(who, u64::from(self.day) + 1, what) % bound
    }

    /// A number below `bound` that is the same every day: somebody's nature.
    pub(crate) fn nature(&self, who: Who, what: &str, bound: u64) -> u64 {
        self.draw(who, 0, what) % bound
    }

    /// What was decided so far.
    pub(crate) fn into_taken(self) -> Vec<Decision> {
        self.taken
    }

    fn draw(&self, who: Who, day: u64, what: &str) -> u64 {
        let who = match who {
            Who::House => 0,
            Who::Policy(number) => u64::from(number) + 1,
        };
        let mut state = mix(self.seed ^ 0x51a7_e5ee_d000_0001);
        for word in [who, day].into_iter().chain(what.bytes().map(u64::from)) {
            state = mix(state ^ word);
        }
        state
    }
}

/// One step of SplitMix64.
pub(crate) fn mix(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_one_thing_out_changes_no_other() {
        let play = |only: Option<&[Decision]>| {
            let mut draws = Draws::new(7, only);
            for day in 0..200 {
                draws.day = day;
                for policy in 0..5 {
                    draws.happens(Who::Policy(policy), "moves", 2_000);
                }
            }
            draws.into_taken()
        };
        let mut all = play(None);
        assert!(all.len() > 5, "{all:?}");
        all.remove(3);
        assert_eq!(play(Some(&all)), all);
    }
}
