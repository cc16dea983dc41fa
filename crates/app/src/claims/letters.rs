//! What claims say to the policyholder: acknowledgement, evidence still wanted, decision, payment (DOC-12, DOC-14).

use claims::{Claim, ClaimEvent, RecoveryKind, Settlement};
use documents::{Content, content as say};
use kernel::{Instant, Money, Role, Roll, Term, VaultRef};
use party::Payee;
use policy::Contract;
use store::Tx;
use terms::{ClauseTrace, Decision, ItemDecision, Product, Remedy, StepKind};

use super::{
    change::Change, change::contract, left_aside, recoveries::About, stream::evidence_by, work_notes,
};
use crate::{
    App, AppError,
    apply::DeviceIdentity,
    letters::{self, NewLetter},
    partner,
};

/// Within this time an approved benefit is on the account, and what we ask back is expected: what the house promises (LAW-BE-INS-09 allows no more).
const PAID_WITHIN: Term = Term::Days(30);

/// Writes what events of claims ask for.
pub(super) fn of_claims(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    changes: &[&Change<'_>],
) -> Result<(), AppError> {
    let mut letters = Vec::new();
    for change in changes {
        let wanted: Vec<(i64, Say)> = wanted(change);
        if wanted.is_empty() {
            continue;
        }
        let claim = change.claim();
        let writer = Writer {
            app,
            now,
            claim,
            product: &change.product,
            contract: contract(tx, claim.report.contract)?.as_of(claim.happened_at()),
        };
        for (seq, what) in wanted {
            let Some(content) = writer.content(tx, &what)? else { continue };
            letters.push((
                format!("{}:{seq}", change.loaded.id),
                NewLetter {
                    stream: change.loaded.id,
                    holder: claim.report.holder,
                    language: claim.report.language,
                    agreement: claim.report.agreement.clone(),
                    policy: Some(writer.contract.application.number.clone()),
                    claim: Some(claim.report.number.clone()),
                    content,
                    by_post: writer.contract.mail_came_back(),
                },
            ));
        }
    }
    letters::send(app, tx, now, letters)
}

/// Something to be said.
enum Say {
    /// We have the claim, and this is what we still need (DOC-12); whether a partner has just reported it (PRIV-24).
    Acknowledged(bool),
    /// These items are decided (DOC-14), with the reason of a refusal, and so much is set off against them (AMB-14).
    Decided(Vec<u32>, Option<VaultRef>, Money),
    /// Somebody looked again: whether the claim is decided again, and why (OFFICE-15).
    Answered(bool, VaultRef),
    /// What fraud cost is asked back (DOC-16).
    AskedBack(RecoveryKind, Money, VaultRef),
    /// The money was taken from our account.
    Paid(kernel::Id, Instant),
    /// Where a repair or replacement is (DOC-13).
    Work(kernel::Id, work_notes::WorkStage),
}

/// What the new events ask for; a letter about decisions is one, however many events decided. Evidence that is asked for
/// or reminded of is told with the list of all that is awaited.
fn wanted(change: &Change<'_>) -> Vec<(i64, Say)> {
    let mut out = Vec::new();
    let (mut items, mut reason, mut decided_seq) = (Vec::new(), None, 0);
    let (mut in_money, mut set_off) = (Money::ZERO, Money::ZERO);
    for (index, new) in change.loaded.new.iter().enumerate() {
        let seq = change.loaded.seq_of(index);
        match &new.event {
            ClaimEvent::Reported { .. }
            | ClaimEvent::EvidenceReminded
            | ClaimEvent::EvidenceRequested { .. } => {
                let by_partner =
                    new.actor.role == Role::Partner && matches!(new.event, ClaimEvent::Reported { .. });
                out.push((seq, Say::Acknowledged(by_partner)));
            }
            ClaimEvent::Approved { items: approved, .. } => {
                items.extend(approved.iter().map(|item| item.item));
                in_money += approved
                    .iter()
                    .filter(|item| item.remedy == Remedy::Payment)
                    .map(|item| item.amount)
                    .sum::<Money>();
                decided_seq = seq;
            }
            ClaimEvent::SetOff { amount } => {
                set_off += *amount;
                decided_seq = decided_seq.max(seq);
            }
            ClaimEvent::Refused { items: refused, reason: why, .. } => {
                items.extend(refused);
                reason = Some(why.clone());
                decided_seq = seq;
            }
            ClaimEvent::LeftAside { items: aside, reason: why, .. } => {
                items.extend(aside);
                reason = Some(why.clone());
                decided_seq = seq;
            }
            ClaimEvent::ObjectionAnswered { upheld, words, .. } => {
                out.push((seq, Say::Answered(*upheld, words.clone())));
            }
            ClaimEvent::RecoveryExpected { kind, amount, about, .. } if kind.is_for_fraud() => {
                out.push((seq, Say::AskedBack(*kind, *amount, about.clone())));
            }
            event if work_notes::told(event).is_some() => {
                out.extend(work_notes::told(event).map(|(job, stage)| (seq, Say::Work(job, stage))));
            }
            ClaimEvent::PaymentConfirmed { payment } => out.push((seq, Say::Paid(*payment, new.effective))),
            _ => {}
        }
    }
    if set_off > in_money {
        // It was taken off what had been approved before, too: the whole is told again.
        let claim = change.claim();
        let is_money = |item: &&claims::ClaimItem| {
            matches!(item.settlement, Settlement::Approved { remedy: Remedy::Payment, .. })
        };
        items.extend(claim.items.iter().filter(is_money).map(|item| item.reported.item));
        set_off = claim.set_off;
    }
    if !items.is_empty() {
        out.push((decided_seq, Say::Decided(items, reason, set_off)));
    }
    out
}

pub(super) struct Writer<'a> {
    pub(super) app: &'a App,
    now: Instant,
    pub(super) claim: &'a Claim,
    product: &'a Product,
    contract: Contract,
}

impl Writer<'_> {
    fn content(&self, tx: &mut Tx<'_>, what: &Say) -> Result<Option<Content>, AppError> {
        Ok(match what {
            Say::Acknowledged(by_partner) => Some(self.acknowledged(tx, *by_partner)?),
            Say::Decided(items, reason, set_off) => {
                Some(self.decided(tx, items, reason.as_ref(), *set_off)?)
            }
            Say::Answered(upheld, words) => {
                let reason: Option<String> = self.app.unseal(tx, words)?;
                let (upheld, reason) = (*upheld, reason.unwrap_or_default());
                Some(Content::ObjectionAnswered(say::ObjectionAnswered { upheld, reason, link: self.link() }))
            }
            Say::AskedBack(kind, amount, about) => Some(self.asked_back(tx, *kind, *amount, about)?),
            Say::Paid(payment, on) => self.paid(tx, *payment, *on)?,
            Say::Work(job, stage) => self.work(tx, *job, *stage)?,
        })
    }

    fn asked_back(
        &self,
        tx: &mut Tx<'_>,
        kind: RecoveryKind,
        amount: Money,
        about: &VaultRef,
    ) -> Result<Content, AppError> {
        let report = &self.claim.report;
        let about: Option<About> = self.app.unseal(tx, about)?;
        let today = kernel::local_date(self.now, report.country);
        let last = PAID_WITHIN.from_date(today, report.country, Roll::Never).last_day;
        Ok(Content::FraudDebt(say::FraudDebt {
            what: match kind {
                RecoveryKind::Investigation => say::FraudDebtFor::Investigation,
                _ => say::FraudDebtFor::Benefit,
            },
            amount,
            reason: about.map(|about| about.why).unwrap_or_default(),
            pay_by: last.unwrap_or(today),
            pay: say::PayInstruction { reference: report.number.to_string(), link: None },
        }))
    }

    pub(super) fn link(&self) -> Option<String> {
        Some(format!("/my/claims/{}", self.claim.report.number))
    }

    pub(super) fn device(&self, tx: &mut Tx<'_>, item: u32) -> Result<say::DeviceLine, AppError> {
        let device = self.contract.application.devices.iter().find(|device| device.item == item);
        let identity: Option<DeviceIdentity> = match device {
            Some(device) => self.app.unseal(tx, &device.identity)?,
            None => None,
        };
        Ok(identity.map_or(say::DeviceLine { model: String::new(), imei: None, serial: None }, |i| {
            say::DeviceLine { model: i.model, imei: i.imei, serial: i.serial }
        }))
    }

    fn cause(&self) -> say::ClaimCause {
        match self.claim.cause() {
            "stolen" => say::ClaimCause::Theft,
            "fails_by_itself" | "worn" | "software_fault" => say::ClaimCause::Defect,
            _ => say::ClaimCause::AccidentDamage,
        }
    }

    fn acknowledged(&self, tx: &mut Tx<'_>, by_partner: bool) -> Result<Content, AppError> {
        let claim = self.claim;
        let mut devices = Vec::new();
        for item in &claim.items {
            devices.push(self.device(tx, item.reported.item)?);
        }
        let evidence = claim
            .awaited()
            .filter_map(|wanted| self.product.evidence().iter().find(|kind| kind.name == wanted.kind))
            .map(|kind| kind.text.get(claim.report.language).to_owned())
            .collect();
        let report_term =
            claim.report.terms.evidence.from_instant(claim.reported_at, claim.report.country, Roll::Never);
        Ok(Content::ClaimAcknowledged(say::ClaimAcknowledged {
            devices,
            cause: self.cause(),
            happened_at: claim.happened_at(),
            reported_at: claim.reported_at,
            reported_by: by_partner.then(|| partner::name(self.app, &self.contract)).flatten(),
            evidence,
            evidence_by: evidence_by(claim).unwrap_or(report_term.end),
            link: self.link(),
        }))
    }

    fn decided(
        &self,
        tx: &mut Tx<'_>,
        items: &[u32],
        reason: Option<&VaultRef>,
        mut set_off: Money,
    ) -> Result<Content, AppError> {
        let claim = self.claim;
        let kept =
            claim.decision.as_ref().ok_or_else(|| AppError::missing("decision", &claim.report.number))?;
        let decision: Decision = self
            .app
            .unseal(tx, &kept.sealed)?
            .ok_or_else(|| AppError::missing("the sealed decision", &claim.report.number))?;
        let reason: Option<String> = match reason {
            Some(reason) => self.app.unseal(tx, reason)?,
            None => None,
        };
        let mut decided = Vec::new();
        for item in decision.items.iter().filter(|item| items.contains(&item.item)) {
            decided.push(self.decided_item(tx, item, reason.as_deref(), &mut set_off)?);
        }
        let wording = self.product.wording();
        Ok(Content::ClaimDecided(Box::new(say::ClaimDecided {
            cause: self.cause(),
            happened_at: claim.happened_at(),
            items: decided,
            conditions: format!("{} {}", wording.product, wording.version),
            may_end_within: self.product.param_term("after_claim_window"),
            link: self.link(),
        })))
    }

    fn decided_item(
        &self,
        tx: &mut Tx<'_>,
        item: &ItemDecision,
        reason: Option<&str>,
        to_set_off: &mut Money,
    ) -> Result<say::DecidedItem, AppError> {
        let settlement = self.claim.item(item.item).map_or(Settlement::Open, |item| item.settlement);
        let set_off = match settlement {
            Settlement::Approved { remedy: Remedy::Payment, amount } => amount.min(*to_set_off),
            _ => Money::ZERO,
        };
        *to_set_off -= set_off;
        // What was left aside was not decided by the wording: the one clause that says so stands in its place.
        let aside = left_aside::clause(self.claim, settlement, self.product);
        let decided_by = aside.as_ref().map_or(item.decided_by.as_slice(), std::slice::from_ref);
        let mut clauses: Vec<say::DecisionClause> =
            decided_by.iter().filter_map(|trace| self.clause(trace)).collect();
        let outcome = match settlement {
            Settlement::Approved { remedy, amount } => match remedy {
                Remedy::Repair => say::Outcome::Repair {
                    own_share: claims::own_share(item),
                    repairer: self.supplier(item.item),
                },
                Remedy::Replacement => {
                    say::Outcome::Replacement { own_share: claims::own_share(item), product: None }
                }
                Remedy::Payment => self.payment(tx, amount - set_off)?,
            },
            Settlement::Refused | Settlement::Open => {
                if let Some(reason) = reason {
                    let rule = decided_by.first().map_or("OFFICE-05", |trace| trace.rule.as_str()).to_owned();
                    let article = decided_by.first().and_then(|trace| self.article(trace));
                    clauses.push(say::DecisionClause { text: reason.to_owned(), rule, article });
                }
                say::Outcome::Refused
            }
        };
        let steps = match settlement {
            Settlement::Approved { remedy, amount } => self.steps(item, remedy, amount, set_off),
            _ => Vec::new(),
        };
        Ok(say::DecidedItem { device: self.device(tx, item.item)?, outcome, clauses, steps })
    }

    fn payment(&self, tx: &mut Tx<'_>, amount: Money) -> Result<say::Outcome, AppError> {
        let by = PAID_WITHIN.from_instant(self.now, self.claim.report.country, Roll::Never).last_day;
        let iban = match self.claim.payments.last() {
            Some(payment) => self.app.unseal::<Payee>(tx, &payment.payee)?.map(|payee| payee.iban),
            None => None,
        };
        Ok(say::Outcome::Payment {
            amount,
            iban,
            by: by.unwrap_or_else(|| kernel::local_date(self.now, self.claim.report.country)),
            hand_over_first: false,
        })
    }

    /// Who repairs or supplies, as far as it is ordered.
    fn supplier(&self, item: u32) -> Option<String> {
        let agreement = self.app.products.agreement(&self.claim.report.agreement).ok()?;
        Some(agreement.supplier(&self.claim.job_of(item)?.supplier)?.name.clone())
    }

    fn clause(&self, trace: &ClauseTrace) -> Option<say::DecisionClause> {
        let clause = self.product.clause(&trace.clause)?;
        Some(say::DecisionClause {
            text: clause.text.get(self.claim.report.language).to_owned(),
            rule: trace.rule.to_string(),
            article: self.article(trace),
        })
    }

    fn article(&self, trace: &ClauseTrace) -> Option<String> {
        let article = &self.product.clause(&trace.clause)?.article;
        Some(article.get(self.claim.report.language).to_owned()).filter(|article| !article.is_empty())
    }

    /// The arithmetic as the letter shows it: steps that change nothing are left out.
    fn steps(&self, item: &ItemDecision, remedy: Remedy, amount: Money, set_off: Money) -> Vec<say::SumStep> {
        let step = |kind, amount| say::SumStep { kind, amount };
        let mut out = Vec::new();
        let mut before = Money::ZERO;
        for of in &item.steps {
            let text = || {
                let known = self.product.amount(&of.step);
                say::SumKind::Other(known.map_or_else(
                    || of.step.to_string(),
                    |rule| rule.text.get(self.claim.report.language).to_owned(),
                ))
            };
            match of.kind {
                StepKind::Start if remedy == Remedy::Repair => {
                    out.push(step(say::SumKind::RepairCosts, of.amount));
                }
                StepKind::Start => out.push(step(say::SumKind::EquivalentPrice, of.amount)),
                StepKind::Plus if !of.amount.is_zero() => out.push(step(text(), of.amount)),
                StepKind::AtMost if of.result < before => out.push(step(say::SumKind::Limit, of.amount)),
                StepKind::Less if of.rule == "NL-NOPAY-01" => {
                    out.push(step(say::SumKind::Excess, Money::ZERO - of.amount));
                }
                StepKind::Less if !of.amount.is_zero() => out.push(step(text(), Money::ZERO - of.amount)),
                StepKind::Plus | StepKind::Less | StepKind::AtMost => {}
            }
            before = of.result;
        }
        if set_off.is_positive() {
            out.push(step(say::SumKind::SetOff, Money::ZERO - set_off));
        }
        if !out.is_empty() {
            out.push(step(say::SumKind::WePay, amount - set_off));
        }
        out
    }

    /// What of a payment is for being late: what goes beyond the benefit, which is paid first.
    fn for_lateness(&self, payment: &claims::Payment) -> Option<Money> {
        let before = self.claim.payments.iter().take_while(|known| known.id != payment.id);
        let before: Money =
            before.filter(|known| known.counts() && known.is_benefit()).map(|known| known.amount).sum();
        let beyond = before + payment.amount + self.claim.set_off - self.claim.benefit();
        let late = beyond.min(payment.amount).min(self.claim.late_owed());
        late.is_positive().then_some(late)
    }

    fn paid(&self, tx: &mut Tx<'_>, payment: kernel::Id, on: Instant) -> Result<Option<Content>, AppError> {
        // What a repairer or supplier gets is no news for the customer.
        let mut benefits = self.claim.payments.iter().filter(|known| known.is_benefit());
        let Some(payment) = benefits.find(|known| known.id == payment) else {
            return Ok(None);
        };
        let Some(payee) = self.app.unseal::<Payee>(tx, &payment.payee)? else { return Ok(None) };
        Ok(Some(Content::ClaimPaid(say::ClaimPaid {
            amount: payment.amount,
            for_lateness: self.for_lateness(payment),
            iban: payee.iban,
            paid_on: kernel::local_date(on, self.claim.report.country),
            reference: super::remittance(&self.contract.application.number, &self.claim.report.number),
        })))
    }
}
