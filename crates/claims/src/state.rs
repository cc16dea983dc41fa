//! Where a claim stands: the fold of its events.

use std::collections::BTreeMap;

use kernel::{Id, Instant, Money, VaultRef};
use serde::{Deserialize, Serialize};
use terms::{Case, CaseItem, Facts, Product, Remedy, Value};

use crate::{
    ClaimEvent, CloseWay, Given, Job, Known, Lateness, Objection, Payment, PaymentState, Recovery, Referral,
    Report, ReportedItem, StatedFact, StatedValue, Told, Verdicts, Wanted,
};

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The report.
    pub report: Report,
    /// When it was reported.
    pub reported_at: Instant,
    /// Facts of the event by name; the latest value counts.
    pub facts: BTreeMap<String, StatedValue>,
    /// The items.
    pub items: Vec<ClaimItem>,
    /// Evidence that is or was wanted.
    pub wanted: Vec<Wanted>,
    /// Evidence that came.
    pub given: Vec<Given>,
    /// The last decision.
    pub decision: Option<DecisionKept>,
    /// Payments, in the order they were ordered.
    pub payments: Vec<Payment>,
    /// Orders to repairers and suppliers, in the order they were made.
    #[serde(default)]
    pub jobs: Vec<Job>,
    /// What was paid or waived of the own share in repair and replacement.
    #[serde(default)]
    pub own_share_settled: Money,
    /// What was set off against overdue premium (AMB-14, BE-DUN-08).
    #[serde(default)]
    pub set_off: Money,
    /// Objections, the first first; the last one may wait.
    #[serde(default)]
    pub objections: Vec<Objection>,
    /// Questions to the insurer, the first first; the last one may wait.
    #[serde(default)]
    pub referrals: Vec<Referral>,
    /// Money that is or was expected back.
    #[serde(default)]
    pub recoveries: Vec<Recovery>,
    /// Who approved, proposed or refused something: nobody of them answers an objection (OFFICE-15).
    #[serde(default)]
    pub deciders: Vec<Id>,
    /// What was pending was left aside, because fraud was found on this other claim (BE-FRAUD-03).
    #[serde(default)]
    pub left_aside: Option<Id>,
    /// When the claim was reopened last: from there we have anew to answer.
    #[serde(default)]
    pub answer_from: Option<Instant>,
    /// When payment was approved last: from there we have to pay.
    #[serde(default)]
    pub agreed_at: Option<Instant>,
    /// Terms of ours that the desk was warned of, and that passed.
    #[serde(default)]
    pub told: Vec<Told>,
    /// What is owed because we were late; paid with the benefit and no part of it (LAW-BE-INS-09).
    #[serde(default)]
    pub lateness: Option<Lateness>,
    /// What it is expected to cost still.
    pub reserve: Money,
    /// Its end.
    pub closed: Option<Closed>,
}

/// An item of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimItem {
    /// As the schedule said.
    pub reported: ReportedItem,
    /// Its facts by name; the latest value counts.
    pub facts: BTreeMap<String, StatedValue>,
    /// What came of it.
    pub settlement: Settlement,
    /// What the customer bears of the repair or replacement that was approved.
    #[serde(default)]
    pub own_share: Money,
}

/// What came of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Settlement {
    /// Nothing yet.
    Open,
    /// Approved.
    Approved {
        /// What is done.
        remedy: Remedy,
        /// What the insurer bears.
        amount: Money,
    },
    /// Refused by a person.
    Refused,
}

impl Settlement {
    /// What is approved to be paid in money.
    pub(crate) fn payable(self) -> Money {
        match self {
            Self::Approved { remedy: Remedy::Payment, amount } => amount,
            _ => Money::ZERO,
        }
    }

    /// What repair or replacement will cost.
    pub(crate) fn borne_in_kind(self) -> Money {
        match self {
            Self::Approved { remedy: Remedy::Repair | Remedy::Replacement, amount } => amount,
            _ => Money::ZERO,
        }
    }
}

/// A decision as the claim keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionKept {
    /// When it was made.
    pub at: Instant,
    /// Its answers.
    pub verdicts: Verdicts,
    /// What Harmony knew.
    pub known: Known,
    /// The whole of it, sealed.
    pub sealed: VaultRef,
    /// Facts changed since: it must be made again before anything rests on it.
    pub is_stale: bool,
}

/// How and when a claim came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: Instant,
    /// How.
    pub way: CloseWay,
}

kernel::text_enum! {
    /// Where the process stands, for lists.
    pub enum Phase {
        /// Facts, evidence or a decision are missing.
        Open = "open",
        /// Decided and waiting for a person.
        Decided = "decided",
        /// Approved; money or device still to come.
        Approved = "approved",
        /// A payment is on its way.
        Paying = "paying",
        /// At its end.
        Closed = "closed",
    }
}

impl Claim {
    /// The version of this state as it is cached; an older cache is folded again.
    pub const STATE_VERSION: i64 = 4;

    /// Folds a whole stream; none if it is empty.
    ///
    /// # Panics
    /// When the stream does not begin with a report or an event cannot follow: the journal is damaged.
    pub fn fold<'a>(events: impl IntoIterator<Item = (&'a ClaimEvent, Instant)>) -> Option<Self> {
        let mut claim = None;
        for (event, effective) in events {
            claim = Some(Self::next(claim, event, effective));
        }
        claim
    }

    /// The claim after one more event.
    ///
    /// # Panics
    /// As [`Claim::fold`].
    pub fn next(claim: Option<Self>, event: &ClaimEvent, effective: Instant) -> Self {
        match (claim, event) {
            (None, ClaimEvent::Reported { report }) => Self::reported(report, effective),
            (Some(mut claim), event) => {
                claim.apply(event, effective);
                claim
            }
            (None, _) => panic!("a claim begins with a report"),
        }
    }

    fn reported(report: &Report, at: Instant) -> Self {
        let item = |reported: &ReportedItem| ClaimItem {
            reported: reported.clone(),
            facts: BTreeMap::new(),
            settlement: Settlement::Open,
            own_share: Money::ZERO,
        };
        let mut claim = Self {
            report: report.clone(),
            reported_at: at,
            facts: BTreeMap::new(),
            items: report.items.iter().map(item).collect(),
            wanted: Vec::new(),
            given: Vec::new(),
            decision: None,
            payments: Vec::new(),
            jobs: Vec::new(),
            own_share_settled: Money::ZERO,
            set_off: Money::ZERO,
            objections: Vec::new(),
            referrals: Vec::new(),
            recoveries: Vec::new(),
            deciders: Vec::new(),
            left_aside: None,
            answer_from: None,
            agreed_at: None,
            told: Vec::new(),
            lateness: None,
            reserve: Money::ZERO,
            closed: None,
        };
        claim.want(&report.evidence, at);
        for fact in &report.facts {
            claim.state(fact);
        }
        claim
    }

    fn apply(&mut self, event: &ClaimEvent, at: Instant) {
        match event {
            ClaimEvent::Reported { .. } => panic!("a claim is reported once"),
            ClaimEvent::FactsStated { facts } => {
                for fact in facts {
                    self.state(fact);
                }
                self.decision_grows_stale();
            }
            ClaimEvent::FindingStated { finding, .. } => {
                self.state(finding);
                self.decision_grows_stale();
            }
            ClaimEvent::EvidenceAdded { kind, object, content } => {
                for wanted in
                    self.wanted.iter_mut().filter(|wanted| wanted.kind == *kind && wanted.given_at.is_none())
                {
                    wanted.given_at = Some(at);
                }
                let (kind, object, content) = (kind.clone(), object.clone(), content.clone());
                self.given.push(Given { kind, object, content, at });
            }
            ClaimEvent::EvidenceRequested { kinds } => self.want(kinds, at),
            ClaimEvent::EvidenceReminded => {
                for wanted in self.wanted.iter_mut().filter(|wanted| wanted.remind_at <= at) {
                    wanted.reminded = true;
                }
            }
            ClaimEvent::EvidenceTermPassed { missing } => {
                for wanted in self.wanted.iter_mut().filter(|w| missing.contains(&w.kind) && w.until <= at) {
                    wanted.passed = true;
                }
                self.decision_grows_stale();
            }
            ClaimEvent::Decided { verdicts, known, decision } => {
                self.decision = Some(DecisionKept {
                    at,
                    verdicts: verdicts.clone(),
                    known: known.clone(),
                    sealed: decision.clone(),
                    is_stale: false,
                });
            }
            ClaimEvent::Approved { items, approved_by, proposed_by } => {
                self.deciders.extend(std::iter::once(*approved_by).chain(*proposed_by));
                self.agreed_at = Some(at);
                for item in items {
                    self.settle(item.item, Settlement::Approved { remedy: item.remedy, amount: item.amount });
                    self.item_mut(item.item).own_share = item.own_share;
                }
            }
            ClaimEvent::Refused { items, refused_by, .. } => {
                self.deciders.push(*refused_by);
                for item in items {
                    self.settle(*item, Settlement::Refused);
                }
            }
            ClaimEvent::LeftAside { items, because, refused_by, proposed_by, .. } => {
                self.deciders.extend(std::iter::once(*refused_by).chain(*proposed_by));
                self.left_aside = Some(*because);
                for item in items {
                    self.settle(*item, Settlement::Refused);
                }
            }
            ClaimEvent::ReserveSet { amount, .. } => self.reserve = *amount,
            ClaimEvent::SetOff { amount } => self.set_off += *amount,
            ClaimEvent::LatenessOwed { lateness, .. } => {
                // What was paid before is not to be paid again: from here we have to pay this.
                if self.payable() == self.received() {
                    self.agreed_at = Some(at);
                }
                self.lateness = Some(*lateness);
                self.closed = None;
            }
            ClaimEvent::PaymentOrdered { payment, amount, payee, job } => self.payments.push(Payment {
                id: *payment,
                amount: *amount,
                payee: payee.clone(),
                job: *job,
                state: PaymentState::Ordered,
                reason: None,
            }),
            ClaimEvent::PaymentSent { payment, .. } => self.payment_is(*payment, PaymentState::Sent),
            ClaimEvent::PaymentConfirmed { payment } => self.payment_is(*payment, PaymentState::Confirmed),
            ClaimEvent::PaymentReturned { payment, reason } => {
                let payment = self.payment_mut(*payment);
                payment.state = PaymentState::Returned;
                payment.reason = Some(reason.clone());
            }
            ClaimEvent::ApprovalLapsed { items } => {
                for item in items {
                    self.settle(*item, Settlement::Open);
                }
                self.decision_grows_stale();
            }
            ClaimEvent::TermNear { term, until } => {
                self.told.push(Told { term: *term, until: *until, is_missed: false });
            }
            ClaimEvent::TermMissed { term, until } => {
                self.told.push(Told { term: *term, until: *until, is_missed: true });
            }
            ClaimEvent::Closed { way } => self.closed = Some(Closed { at, way: *way }),
            ClaimEvent::Reopened { .. } => {
                self.closed = None;
                self.left_aside = None;
                self.answer_from = Some(at);
                for item in self.items.iter_mut().filter(|item| item.settlement == Settlement::Refused) {
                    item.settlement = Settlement::Open;
                }
                self.decision_grows_stale();
            }
            ClaimEvent::Objected { .. } | ClaimEvent::ObjectionAnswered { .. } => {
                self.apply_objection(event, at);
            }
            ClaimEvent::ReferredToInsurer { .. } | ClaimEvent::InsurerAnswered { .. } => {
                self.apply_referral(event, at);
            }
            ClaimEvent::RecoveryExpected { .. }
            | ClaimEvent::RecoveryReceived { .. }
            | ClaimEvent::RecoveryGivenUp { .. } => self.apply_recovery(event),
            job => self.apply_job(job, at),
        }
    }

    fn want(&mut self, kinds: &[String], from: Instant) {
        let terms = &self.report.terms;
        for kind in kinds {
            self.wanted.push(Wanted::new(
                kind,
                from,
                terms.evidence,
                terms.evidence_reminder_before_end,
                self.report.country,
            ));
        }
    }

    fn state(&mut self, fact: &StatedFact) {
        let facts = match fact.item {
            None => &mut self.facts,
            Some(number) => &mut self.item_mut(number).facts,
        };
        facts.insert(fact.fact.clone(), fact.value.clone());
    }

    fn settle(&mut self, item: u32, settlement: Settlement) {
        self.item_mut(item).settlement = settlement;
    }

    fn item_mut(&mut self, number: u32) -> &mut ClaimItem {
        let found = self.items.iter_mut().find(|item| item.reported.item == number);
        found.unwrap_or_else(|| panic!("the claim has no item {number}"))
    }

    fn payment_is(&mut self, id: Id, state: PaymentState) {
        self.payment_mut(id).state = state;
    }

    fn payment_mut(&mut self, id: Id) -> &mut Payment {
        let found = self.payments.iter_mut().find(|payment| payment.id == id);
        found.unwrap_or_else(|| panic!("the claim has no payment {id}"))
    }

    /// Why the payment before this one came back, of which this one is a new try: the bank's code.
    pub fn failed_before(&self, payment: Id) -> Option<&str> {
        let at = self.payments.iter().position(|known| known.id == payment)?;
        let same = |known: &&Payment| known.job == self.payments[at].job;
        self.payments[..at].iter().rfind(same)?.reason.as_deref()
    }

    fn decision_grows_stale(&mut self) {
        if let Some(decision) = &mut self.decision {
            decision.is_stale = true;
        }
    }

    /// An item by its number in the schedule.
    pub fn item(&self, number: u32) -> Option<&ClaimItem> {
        self.items.iter().find(|item| item.reported.item == number)
    }

    /// A plain fact of the event.
    pub fn fact(&self, name: &str) -> Option<&Value> {
        match self.facts.get(name)? {
            StatedValue::Plain(value) => Some(value),
            StatedValue::Sealed(_) => None,
        }
    }

    /// When the damage arose, as stated last: the moment whose cover counts (AMB-29, AMB-64).
    pub fn happened_at(&self) -> Instant {
        match self.fact("damage_arose_at") {
            Some(Value::Instant(at)) => *at,
            _ => self.reported_at,
        }
    }

    /// When the damage was discovered, as stated last (BE-TERM-02, AMB-64).
    pub fn discovered_at(&self) -> Instant {
        match self.fact("discovered_at") {
            Some(Value::Instant(at)) => *at,
            _ => self.reported_at,
        }
    }

    /// What happened, by the name of the value.
    pub fn cause(&self) -> &str {
        match self.fact("what_happened") {
            Some(Value::Choice(cause)) => cause,
            _ => "",
        }
    }

    /// Whether evidence came late or has not come though its term is over (GEN-HARM-01).
    pub fn is_evidence_late(&self, now: Instant) -> bool {
        self.wanted.iter().any(|wanted| wanted.is_late(now))
    }

    /// References of sealed facts, which must be opened for [`Claim::case`].
    pub fn sealed_facts(&self) -> Vec<StatedFact> {
        let sealed = |item: Option<u32>, facts: &BTreeMap<String, StatedValue>| -> Vec<StatedFact> {
            let facts = facts.iter().filter(|(_, value)| matches!(value, StatedValue::Sealed(_)));
            facts.map(|(fact, value)| StatedFact { item, fact: fact.clone(), value: value.clone() }).collect()
        };
        let of_items = self.items.iter().flat_map(|item| sealed(Some(item.reported.item), &item.facts));
        sealed(None, &self.facts).into_iter().chain(of_items).collect()
    }

    /// The case to decide on: all that is stated, what Harmony knows, and the opened values of sealed facts.
    pub fn case(&self, product: &Product, known: &Known, opened: &[StatedFact], now: Instant) -> Case {
        let plain = |facts: &BTreeMap<String, StatedValue>, number: Option<u32>| {
            let mut out = Facts::new();
            for (name, value) in facts {
                if let StatedValue::Plain(value) = value {
                    out.set(name, value.clone());
                }
            }
            for fact in opened.iter().filter(|fact| fact.item == number) {
                if let StatedValue::Plain(value) = &fact.value {
                    out.set(&fact.fact, value.clone());
                }
            }
            out
        };
        let stated = plain(&self.facts, None);
        let event = known.state(product, stated, self.reported_at, self.is_evidence_late(now));
        let item = |item: &ClaimItem| CaseItem {
            item: item.reported.item,
            device: item.reported.device,
            purchase_value: item.reported.purchase_value,
            excess: item.reported.excess,
            purchased_on: item.reported.purchased_on,
            manufacturer_warranty_ends_on: item.reported.manufacturer_warranty_ends_on,
            facts: plain(&item.facts, Some(item.reported.item)),
        };
        Case { schedule: self.report.schedule(), event, items: self.items.iter().map(item).collect() }
    }

    /// What is approved to be paid in money for the items.
    pub fn benefit(&self) -> Money {
        self.items.iter().map(|item| item.settlement.payable()).sum()
    }

    /// What is to be paid to the policyholder in money: the benefit, and what is owed for being late.
    pub fn payable(&self) -> Money {
        self.benefit() + self.late_owed()
    }

    /// What is approved in all, repair and replacement included.
    pub fn approved(&self) -> Money {
        self.benefit() + self.items.iter().map(|item| item.settlement.borne_in_kind()).sum::<Money>()
    }

    /// What is ordered, on its way or paid of the benefit in money.
    pub fn ordered(&self) -> Money {
        self.payments
            .iter()
            .filter(|payment| payment.counts() && payment.is_benefit())
            .map(|payment| payment.amount)
            .sum()
    }

    /// What the bank's statements show as paid of the benefit in money.
    pub fn paid(&self) -> Money {
        let confirmed = self.payments.iter().filter(|payment| payment.state == PaymentState::Confirmed);
        let confirmed = confirmed.filter(|payment| payment.is_benefit());
        confirmed.map(|payment| payment.amount).sum()
    }

    /// What the policyholder has had of what is payable: paid by the bank, or set off.
    pub fn received(&self) -> Money {
        self.paid() + self.set_off
    }

    /// What may still be ordered.
    pub fn left_to_pay(&self) -> Money {
        self.payable() - self.ordered() - self.set_off
    }

    /// Where the process stands.
    pub fn phase(&self) -> Phase {
        let is_any = |holds: fn(&Settlement) -> bool| self.items.iter().any(|item| holds(&item.settlement));
        if self.closed.is_some() {
            Phase::Closed
        } else if self.payments.iter().any(|payment| payment.is_benefit() && payment.is_under_way()) {
            Phase::Paying
        } else if is_any(|settlement| matches!(settlement, Settlement::Open)) {
            match &self.decision {
                Some(decision) if !decision.is_stale && decision.verdicts.total.is_some() => Phase::Decided,
                _ => Phase::Open,
            }
        } else {
            Phase::Approved
        }
    }
}
