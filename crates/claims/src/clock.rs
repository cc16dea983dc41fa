//! Our own terms: to answer a claim with reasons, and to pay what was agreed (LAW-BE-INS-09; in the Netherlands what the
//! agreement promises). The desk is warned before each ends, and what was missed stays on the record.

use kernel::{Instant, Roll, Term};
use serde::{Deserialize, Serialize};

use crate::{Claim, ClaimEvent, Happened, Settlement};

kernel::text_enum! {
    /// A term of ours.
    pub enum OurTerm {
        /// To answer with reasons, from the report.
        Answer = "answer",
        /// To pay, from the approval.
        Payment = "payment",
    }
}

/// How long we have, as the claim pins it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OurTerms {
    /// To answer, from the report or from the reopening.
    pub answer: Term,
    /// To pay in money what was approved, from the approval.
    pub payment: Term,
    /// How long before its end the desk is warned.
    pub warn_before: Term,
}

/// A term of ours that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Which.
    pub term: OurTerm,
    /// The first instant that is too late.
    pub until: Instant,
    /// When the desk is warned.
    pub warn_at: Instant,
}

/// That the desk was warned of a term, or that it passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Which.
    pub term: OurTerm,
    /// Its end: the same term may run again after the claim was reopened.
    pub until: Instant,
    /// It passed.
    pub is_missed: bool,
}

impl Claim {
    /// The terms of ours that run, the first to end first. None for claims from before they were kept.
    pub fn clocks(&self) -> Vec<Clock> {
        let Some(ours) = self.report.terms.ours.filter(|_| self.closed.is_none()) else { return Vec::new() };
        let country = self.report.country;
        let clock = |term: OurTerm, from: Instant, length: Term| {
            let until = length.from_instant(from, country, Roll::Never).end;
            let warned = ours.warn_before.from_instant(from, country, Roll::Never).end;
            let before = warned.as_microsecond() - from.as_microsecond();
            let warn_at = until.as_microsecond().saturating_sub(before).max(from.as_microsecond());
            Clock { term, until, warn_at: Instant::from_microsecond(warn_at).expect("between two instants") }
        };
        let is_open = self.items.iter().any(|item| item.settlement == Settlement::Open);
        let answer = is_open
            .then(|| clock(OurTerm::Answer, self.answer_from.unwrap_or(self.reported_at), ours.answer));
        let owes = self.payable() > self.received();
        let payment = self.agreed_at.filter(|_| owes).map(|at| clock(OurTerm::Payment, at, ours.payment));
        let mut clocks: Vec<Clock> = answer.into_iter().chain(payment).collect();
        clocks.sort_by_key(|clock| clock.until);
        clocks
    }

    /// Whether the desk was warned of it, or it passed.
    pub fn is_told(&self, clock: &Clock) -> bool {
        self.told.iter().any(|told| told.term == clock.term && told.until == clock.until)
    }

    fn is_missed(&self, clock: &Clock) -> bool {
        self.told.iter().any(|told| told.term == clock.term && told.until == clock.until && told.is_missed)
    }
}

/// What is due of our own terms by `now`. A warning counts from when it is given, what was missed from when it ended.
pub(crate) fn fall_due(claim: &Claim, now: Instant) -> Vec<Happened> {
    let mut out = Vec::new();
    for clock in claim.clocks() {
        let (term, until) = (clock.term, clock.until);
        if until <= now && !claim.is_missed(&clock) {
            out.push(Happened::at(until, ClaimEvent::TermMissed { term, until }));
        } else if clock.warn_at <= now && now < until && !claim.is_told(&clock) {
            out.push(Happened::at(now, ClaimEvent::TermNear { term, until }));
        }
    }
    out
}

/// When one of our own terms next needs a look.
pub(crate) fn next_due(claim: &Claim) -> Option<Instant> {
    let next = |clock: Clock| {
        if claim.is_missed(&clock) {
            None
        } else if claim.is_told(&clock) {
            Some(clock.until)
        } else {
            Some(clock.warn_at)
        }
    };
    claim.clocks().into_iter().filter_map(next).min()
}
