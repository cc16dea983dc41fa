//! The cover timeline: when there was cover, why, and as known when.
//!
//! Computed from all facts by the time they count, among those known at the instant asked for. Whether the daily run has
//! recorded a consequence yet makes no difference: what follows from a reminder follows from its term, not from the run.

use billing::BillingEvent;
use kernel::{Country, Instant, Rule};
use serde::{Deserialize, Serialize};

use crate::{
    Contract, ContractEvent, Corrected, EndWay, Ending, Fact, Phase, PolicyEvent, Verdict,
    in_order_of_effect, reminding::cover_back,
};

/// Whether there is cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cover {
    /// Until the application is decided (NL-PROV-01, BE-PROV-02).
    Provisional,
    /// In force.
    On,
    /// Not in force.
    Off,
    /// Suspended for non-payment (BE-DUN-04).
    Suspended,
    /// Never was: a rejected Belgian application (BE-PROV-04).
    Void,
}

impl Cover {
    /// Whether damage at that time is covered, as far as cover goes.
    pub const fn is_covered(self) -> bool {
        matches!(self, Self::Provisional | Self::On)
    }

    /// The name used in files and on screens.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::On => "on",
            Self::Off => "off",
            Self::Suspended => "suspended",
            Self::Void => "void",
        }
    }
}

/// Why cover changed at an instant: the rule, and the fact that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boundary {
    /// When.
    pub at: Instant,
    /// By which rule.
    pub rule: Rule,
    /// Place of the fact in the contract's stream. Of an end date it is the acceptance, which set it.
    pub seq: i64,
    /// The way in which the policy ended here, if it did: at the end of its term for [`EndWay::EndDate`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<EndWay>,
}

/// A stretch of time with the same cover: from its boundary up to the next segment's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// What there was.
    pub cover: Cover,
    /// What began it.
    pub begins: Boundary,
}

impl Segment {
    /// Whether it is a stretch without cover for non-payment, which payment ends (NL-DUN-04, BE-DUN-04), and no end.
    pub fn is_gap(&self) -> bool {
        self.cover == Cover::Suspended || matches!(self.begins.rule.id(), "NL-DUN-04" | "BE-DUN-04")
    }
}

/// The timeline of a contract. Before the first segment there is no cover; the last one has no end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// The segments in order of time. Two neighbours never have the same cover, but for the end of a policy that had none.
    pub segments: Vec<Segment>,
}

impl Timeline {
    /// The segment in which an instant lies; none before the first.
    pub fn segment(&self, at: Instant) -> Option<&Segment> {
        self.segments.iter().rev().find(|segment| segment.begins.at <= at)
    }

    /// Whether there is cover at an instant.
    pub fn at(&self, at: Instant) -> Cover {
        self.segment(at).map_or(Cover::Off, |segment| segment.cover)
    }

    /// Provisional cover from one boundary to the other, if any lies between them.
    fn provisional(&mut self, begins: Option<Boundary>, over: Boundary) {
        if let Some(begins) = begins.filter(|begins| begins.at < over.at) {
            self.push(Cover::Provisional, begins);
            self.push(Cover::Off, over);
        }
    }

    fn push(&mut self, cover: Cover, begins: Boundary) {
        while self.segments.last().is_some_and(|last| last.begins.at >= begins.at) {
            self.segments.pop();
        }
        if self
            .segments
            .last()
            .is_none_or(|last| last.cover != cover || (begins.end.is_some() && last.is_gap()))
        {
            self.segments.push(Segment { cover, begins });
        }
    }
}

/// Computes the timeline from the facts known at `known_at`. Segments that lie in the future hold if nothing changes.
///
/// # Panics
/// When the facts do not fold: the journal is damaged.
pub fn cover(facts: &[Fact], known_at: Instant) -> Timeline {
    let known: Vec<&Fact> = facts.iter().filter(|fact| fact.recorded <= known_at).collect();
    let mut timeline = Timeline { segments: Vec::new() };
    let Some(contract) = Contract::fold(known.iter().map(|fact| (&fact.event, fact.effective))) else {
        return timeline;
    };
    let cleared = known.iter().find(|fact| {
        matches!(
            fact.event,
            ContractEvent::Policy(
                PolicyEvent::Screened { verdict: Verdict::Clear } | PolicyEvent::TakenOver { .. }
            )
        )
    });
    let Some(cleared) = cleared else { return timeline };
    let country = contract.country();
    let rule = |nl, be| Rule(if country == Country::Nl { nl } else { be });
    let first = known[0].seq;
    let begins = contract.provisional_from().map(|at| {
        let completed = |fact: &&&Fact| {
            fact.effective == at
                && matches!(fact.event, ContractEvent::Policy(PolicyEvent::ItemsReceived { .. }))
        };
        let seq = known.iter().rev().find(completed).map_or(first, |fact| fact.seq);
        Boundary { at, rule: rule("NL-PROV-01", "BE-PROV-02"), seq, end: None }
    });
    let until = contract.provisional_until();
    let lapses = Boundary { at: until, rule: rule("NL-PROV-02", "BE-PROV-03"), seq: cleared.seq, end: None };
    match &contract.phase {
        Phase::Screening { .. } => {}
        Phase::Applied { .. } | Phase::Lapsed { .. } | Phase::Offered { .. } => {
            timeline.provisional(begins, offer_ends(&contract, &known, lapses));
        }
        Phase::Withdrawn { at, .. } => {
            let seq = seq_of(&known, |e| {
                matches!(e, PolicyEvent::ApplicationWithdrawn | PolicyEvent::OfferDeclined { .. })
            });
            let rule = rule("NL-PROV-08", "BE-PROV-01");
            let over = Boundary { at: end_of_day(*at, country).min(until), rule, seq, end: None };
            timeline.provisional(begins, offer_ends(&contract, &known, over));
        }
        Phase::Rejected { sent } => {
            let seq = seq_of(&known, |e| matches!(e, PolicyEvent::Rejected { .. }));
            let rule = rule("NL-PROV-05", "BE-END-01");
            let over = Boundary { at: end_of_day(*sent, country).min(until), rule, seq, end: None };
            match (country, begins) {
                (Country::Nl, _) => timeline.provisional(begins, offer_ends(&contract, &known, over)),
                (Country::Be, Some(begins)) if begins.at < over.at => {
                    timeline.push(Cover::Void, Boundary { rule: Rule("BE-PROV-04"), seq, ..begins });
                    timeline.push(Cover::Off, over);
                }
                (Country::Be, _) => {}
            }
        }
        Phase::Running { .. } => {
            let seq = seq_of(&known, |e| {
                matches!(
                    e,
                    PolicyEvent::Accepted | PolicyEvent::OfferAgreed { .. } | PolicyEvent::TakenOver { .. }
                )
            });
            if contract.own_start.is_some() {
                timeline.provisional(begins, offer_ends(&contract, &known, lapses));
            }
            let on =
                Boundary { at: contract.starts(), rule: rule("NL-PROV-07", "BE-PROV-07"), seq, end: None };
            timeline.push(Cover::On, on);
            for gap in gaps(&contract, &known) {
                let cover = if country == Country::Nl { Cover::Off } else { Cover::Suspended };
                timeline.push(cover, gap.stops);
                if let Some(back) = gap.back {
                    timeline.push(Cover::On, back);
                }
            }
            if let Some(ending) = contract.ends() {
                let seq = seq_of_ending(&known, ending).unwrap_or(seq);
                let rule = ending.way.rule(country);
                timeline.push(Cover::Off, Boundary { at: ending.ends, rule, seq, end: Some(ending.way) });
            }
        }
    }
    timeline
}

/// Whether everything was paid at that moment but cover was not back yet: a person looks at damage of those hours
/// (AMB-16, LAW-BE-INS-03).
pub fn is_paid_and_waiting(contract: &Contract, at: Instant) -> bool {
    let lost = contract.billing.reminders.iter().filter(|reminder| reminder.cost_cover());
    let mut paid = lost.filter_map(|reminder| reminder.satisfied);
    paid.any(|paid| paid <= at && at < cover_back(contract, paid))
}

/// Where provisional cover ends because of an offer on other terms: in the Netherlands at 24:00 of the day on which it was sent
/// (NL-PROV-05, AMB-09); else where it ends anyway.
fn offer_ends(contract: &Contract, known: &[&Fact], otherwise: Boundary) -> Boundary {
    let offered = known
        .iter()
        .find(|fact| matches!(&fact.event, ContractEvent::Policy(PolicyEvent::OtherTermsOffered { .. })));
    match offered {
        Some(offered) if contract.country() == Country::Nl => {
            let at = end_of_day(offered.effective, Country::Nl);
            let by_offer = Boundary { at, rule: Rule("NL-PROV-05"), seq: offered.seq, end: None };
            if at <= otherwise.at { by_offer } else { otherwise }
        }
        _ => otherwise,
    }
}

/// 24:00 of the day in which an instant lies.
fn end_of_day(at: Instant, country: Country) -> Instant {
    kernel::end_of_day(kernel::local_date(at, country), country)
}

/// The fact that made an ending; none for the end date.
fn seq_of_ending(known: &[&Fact], ending: &Ending) -> Option<i64> {
    let made = |fact: &&&Fact| match &fact.event {
        ContractEvent::Policy(PolicyEvent::Cancelled { way, ends, .. }) => {
            (*way, *ends) == (ending.way, ending.ends)
        }
        ContractEvent::Policy(PolicyEvent::TakenOver { ending: Some(taken), .. }) => taken == ending,
        ContractEvent::Policy(PolicyEvent::Corrected {
            corrected: Corrected::Ending { right: Some(right), .. },
            ..
        }) => right == ending,
        _ => false,
    };
    known.iter().rev().find(made).map(|fact| fact.seq)
}

fn seq_of(known: &[&Fact], is: impl Fn(&PolicyEvent) -> bool) -> i64 {
    let found =
        known.iter().rev().find(|fact| matches!(&fact.event, ContractEvent::Policy(event) if is(event)));
    found.expect("the state was folded from these facts").seq
}

struct Gap {
    stops: Boundary,
    back: Option<Boundary>,
}

/// The stretches without cover for non-payment (NL-DUN-04…07, BE-DUN-04…07), in order of time and joined where they overlap.
fn gaps(contract: &Contract, known: &[&Fact]) -> Vec<Gap> {
    let country = contract.country();
    let rule = |nl, be| Rule(if country == Country::Nl { nl } else { be });
    let mut gaps: Vec<Gap> = Vec::new();
    let billing = in_order_of_effect::billing(known, &contract.billing);
    let mut lost: Vec<_> = billing
        .as_ref()
        .unwrap_or(&contract.billing)
        .reminders
        .iter()
        .filter(|reminder| reminder.cost_cover())
        .collect();
    lost.sort_by_key(|reminder| reminder.cover_stops);
    for reminder in lost {
        let sets_term = |event: &BillingEvent| match event {
            BillingEvent::ReminderSent { no, cover_stops, .. }
            | BillingEvent::ReminderReceiptProven { no, cover_stops, .. } => {
                *no == reminder.no && *cover_stops == reminder.cover_stops
            }
            BillingEvent::Opened { opening } => {
                let taken = opening.reminder.map(|taken| taken.cover_stops);
                taken == Some(reminder.cover_stops) && reminder.no == 1
            }
            _ => false,
        };
        let sent = known
            .iter()
            .find(|fact| matches!(&fact.event, ContractEvent::Billing(event) if sets_term(event)));
        let stops = Boundary {
            at: reminder.cover_stops,
            rule: rule("NL-DUN-04", "BE-DUN-04"),
            seq: sent.expect("a reminder in the state was sent").seq,
            end: None,
        };
        let back = reminder.satisfied.map(|paid| Boundary {
            at: cover_back(contract, paid),
            rule: rule("NL-DUN-06", "BE-DUN-06"),
            seq: paying_fact(known, paid),
            end: None,
        });
        match gaps.last_mut() {
            Some(last) if last.back.is_none_or(|end| end.at >= stops.at) => {
                let later = match (last.back, back) {
                    (Some(a), Some(b)) => Some(if a.at >= b.at { a } else { b }),
                    _ => None,
                };
                last.back = later;
            }
            _ => gaps.push(Gap { stops, back }),
        }
    }
    gaps
}

/// The fact from which the debt counts as paid: the last one that counts from that instant.
fn paying_fact(known: &[&Fact], paid: Instant) -> i64 {
    let pays = |fact: &&&Fact| match &fact.event {
        ContractEvent::Billing(
            BillingEvent::PaymentReceived { .. }
            | BillingEvent::PremiumReversed { .. }
            | BillingEvent::ChargeWaived { .. },
        ) => fact.effective == paid,
        ContractEvent::Policy(PolicyEvent::Corrected {
            corrected: Corrected::Payment { right, .. }, ..
        }) => *right == paid,
        _ => false,
    };
    known.iter().rev().find(pays).expect("a debt was settled by a payment, taken back or waived").seq
}
