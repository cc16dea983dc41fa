//! What each event of a contract says to the policyholder (rulebook part VII).

use std::collections::BTreeMap;

use billing::BillingEvent;
use kernel::{Country, Date, Id, Instant, Language, Money, Roll, Term, VaultRef};
use party::Payee;
use policy::{Change, Corrected, Device, Endorsement, Phase, PolicyEvent, Reason, Verdict};

use super::{App, AppError, Content, Contract, ContractEvent, Loaded, Tx, invoice, say};
use crate::{apply::DeviceIdentity, sealed::Unsealed};

/// Days within which a refund is on the account (LAW-COOL-02).
const REFUND_WITHIN: Term = Term::Days(30);

/// Whether something new may have to be said. Of premium that falls due and is collected nothing is: most of a run.
pub(super) fn is_told(loaded: &Loaded<Contract>) -> bool {
    let is_collected = |no: u32| {
        let contract = loaded.state.as_ref();
        contract
            .is_some_and(|c| c.billing.receivables.iter().any(|r| r.no == no && policy::is_collected(c, r)))
    };
    loaded.new.iter().any(|new| match &new.event {
        ContractEvent::Billing(BillingEvent::PremiumFellDue { no, .. }) => !is_collected(*no),
        _ => true,
    })
}

/// All that is sealed and that a letter about a contract may speak of, so that a whole chunk's is opened in one go.
pub(super) fn refers(loaded: &Loaded<Contract>) -> Vec<&VaultRef> {
    let mut refers = Vec::new();
    if let Some(contract) = &loaded.state {
        refers.extend(contract.application.devices.iter().map(|device| &device.identity));
        refers.extend(contract.endorsements.iter().filter_map(|endorsement| match &endorsement.change {
            Change::DeviceSwapped { identity, .. } => Some(identity),
            Change::ItemAdded { device } => Some(&device.identity),
            _ => None,
        }));
        refers.extend(contract.billing.mandate.as_ref().map(|mandate| &mandate.debtor));
    }
    for new in &loaded.new {
        match &new.event {
            ContractEvent::Policy(PolicyEvent::InformationRequested { question }) => refers.push(question),
            ContractEvent::Billing(BillingEvent::RefundOrdered { payee, .. }) => refers.extend(payee),
            _ => {}
        }
    }
    refers
}

/// The campaigns of which new events of a contract tell.
pub(super) fn campaigns(loaded: &Loaded<Contract>) -> impl Iterator<Item = Id> {
    loaded.new.iter().filter_map(|new| match &new.event {
        ContractEvent::Policy(PolicyEvent::Endorsed { endorsement }) => match endorsement.change {
            Change::TermsChanged { campaign, .. } => Some(campaign),
            _ => None,
        },
        _ => None,
    })
}

fn is_of_terms(endorsement: &Endorsement) -> bool {
    matches!(endorsement.change, Change::TermsChanged { .. })
}

pub(super) fn content(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (loaded, index): (&Loaded<Contract>, usize),
    (sealed, reasons): (&Unsealed, &BTreeMap<Id, Reason>),
    language: Language,
) -> Result<Option<Content>, AppError> {
    let (contract, new) = (loaded.state()?, &loaded.new[index]);
    let write = Writer { app, now, contract, loaded, sealed, language };
    Ok(match &new.event {
        ContractEvent::Policy(event) => match event {
            // After a correction it waits again: from when to when there is provisional cover.
            PolicyEvent::Screened { verdict: Verdict::Clear }
            | PolicyEvent::Corrected {
                corrected:
                    Corrected::Application { .. } | Corrected::Acceptance | Corrected::Rejection { sent: None },
                ..
            } => Some(write.application_received(tx)?),
            PolicyEvent::Corrected { corrected: Corrected::Reminder { no }, .. } => {
                write.cover_not_stopped(tx, (*no, true), None)?
            }
            PolicyEvent::InformationRequested { question } => {
                let question: Option<String> = sealed.get(question)?;
                Some(write.information_requested(tx, question)?)
            }
            PolicyEvent::Rejected { .. } => Some(write.rejected(tx)?),
            PolicyEvent::Lapsed => Some(write.lapsed(tx)?),
            PolicyEvent::Accepted | PolicyEvent::OfferAgreed { .. } => {
                Some(write.schedule(tx, (contract.starts(), None))?)
            }
            PolicyEvent::Endorsed { endorsement } if is_of_terms(endorsement) => {
                write.change_announced(tx, endorsement.no, reasons)?
            }
            PolicyEvent::TermsChangeWithdrawn { no } => write.change_withdrawn(tx, *no)?,
            PolicyEvent::TermsTookEffect { no } => {
                let from = contract.endorsements.iter().find(|e| e.no == *no).map_or(now, |e| e.from);
                Some(write.schedule(tx, (from, Some(*no)))?)
            }
            PolicyEvent::Endorsed { endorsement } => {
                Some(write.schedule(tx, (endorsement.from, Some(endorsement.no)))?)
            }
            PolicyEvent::OtherTermsOffered { offer } => Some(write.offered(tx, offer)?),
            PolicyEvent::Cancelled { way, ends, notice, .. } => {
                Some(write.cancelled(tx, (*way, *ends), notice.as_deref(), new)?)
            }
            PolicyEvent::EndAnnounced => write.end_date(tx)?,
            PolicyEvent::PartnerViewOpened { partner, reports } => {
                Some(Content::PartnerViewOpened(write.partner_view(tx, *partner, *reports, new.effective)?))
            }
            PolicyEvent::PartnerViewClosed { partner } => {
                Some(Content::PartnerViewClosed(write.partner_view(tx, *partner, false, new.effective)?))
            }
            PolicyEvent::CancellationWithdrawn { ends, .. } => {
                Some(Content::CancellationWithdrawn(say::CancellationWithdrawn {
                    plan: write.plan_name(tx)?,
                    would_have_ended: *ends,
                }))
            }
            _ => None,
        },
        ContractEvent::Billing(event) => match event {
            BillingEvent::MandateGiven { signed, .. } | BillingEvent::MandateAmended { signed, .. }
                if is_running(contract) =>
            {
                write.mandate_given(*signed)?
            }
            BillingEvent::CollectionAnnounced { amount, collect_on, receivables, .. } => {
                let again = receivables.iter().any(|no| contract.billing.returns(*no) > 0);
                write.collection(*amount, *collect_on, again)?
            }
            BillingEvent::FreeReminderSent { arrears, amount, last_day, .. } => {
                Some(write.first_reminder(arrears, *amount, *last_day))
            }
            BillingEvent::ReminderSent { no, .. } => Some(write.reminder(*no)),
            BillingEvent::CoverStopAnnounced { no } => Some(write.cover_stopped(*no)),
            BillingEvent::CoverReturnAnnounced { no, from } => Some(write.cover_back(*no, *from)),
            BillingEvent::ReminderReturned { no, .. } => write.cover_not_stopped(tx, (*no, false), None)?,
            BillingEvent::ReminderReceiptProven { no, cover_stops, .. } => {
                write.cover_not_stopped(tx, (*no, false), Some(*cover_stops))?
            }
            BillingEvent::PaymentPlanAgreed { parts, .. } => Some(write.plan_agreed(parts)),
            BillingEvent::PaymentPlanBroken { .. } => Some(write.plan_broken()),
            BillingEvent::RemindersHeld { reason, until, .. } => write.paused(*reason, *until),
            other => invoice::reason(other).and_then(|why| write.invoice(index, why)),
        },
    })
}

pub(super) struct Writer<'a> {
    pub(super) app: &'a App,
    pub(super) now: Instant,
    pub(super) contract: &'a Contract,
    pub(super) loaded: &'a Loaded<Contract>,
    sealed: &'a Unsealed,
    pub(super) language: Language,
}

/// Before acceptance a mandate is confirmed with the schedule.
fn is_running(contract: &Contract) -> bool {
    matches!(contract.phase, Phase::Running { .. })
}

impl Writer<'_> {
    pub(super) fn country(&self) -> Country {
        self.contract.country()
    }

    pub(super) fn plan_name(&self, tx: &mut Tx<'_>) -> Result<String, AppError> {
        self.name_of(tx, &self.contract.schedule_at(self.now).plan)
    }

    pub(super) fn name_of(&self, tx: &mut Tx<'_>, code: &str) -> Result<String, AppError> {
        let product = self.app.products.by_hash(tx, &self.contract.schedule_at(self.now).product.hash)?;
        let plan = product.plan(code);
        Ok(plan.map_or_else(|| code.to_owned(), |plan| plan.name.get(self.language).to_owned()))
    }

    fn identities(&self, devices: &[Device]) -> Result<Vec<DeviceIdentity>, AppError> {
        let mut identities = Vec::new();
        for device in devices {
            let identity: Option<DeviceIdentity> = self.sealed.get(&device.identity)?;
            identities.push(identity.unwrap_or(DeviceIdentity {
                model: String::new(),
                imei: None,
                serial: None,
            }));
        }
        Ok(identities)
    }

    pub(super) fn device_lines(&self) -> Result<Vec<say::DeviceLine>, AppError> {
        let identities = self.identities(&self.contract.schedule_at(self.now).devices)?.into_iter();
        Ok(identities.map(|i| say::DeviceLine { model: i.model, imei: i.imei, serial: i.serial }).collect())
    }

    pub(super) fn premium(&self) -> Result<say::Premium, AppError> {
        self.price(self.contract.schedule_at(self.now).premium)
    }

    pub(super) fn price(&self, gross: Money) -> Result<say::Premium, AppError> {
        let application = &self.contract.application;
        let agreement = self.app.products.agreement(&application.agreement)?;
        let rate =
            agreement::tax_rate(application.country, kernel::local_date(self.now, application.country));
        let split = agreement::split_premium(gross, rate, &agreement.remuneration);
        Ok(say::Premium {
            gross: split.gross,
            tax: split.tax,
            tax_rate: rate.percent / kernel::Decimal::ONE_HUNDRED,
            frequency: application.frequency,
        })
    }

    pub(super) fn link(&self) -> Option<String> {
        Some(format!("/my/policies/{}", self.contract.application.number))
    }

    pub(super) fn pay(&self) -> say::PayInstruction {
        let number = &self.contract.application.number;
        say::PayInstruction {
            reference: number.payment_reference(self.country()),
            link: Some(format!("/my/policies/{number}/premium")),
        }
    }

    /// The refund that this transaction ordered, if it did.
    pub(super) fn refund(&self) -> Result<Option<say::Refund>, AppError> {
        let ordered = self.loaded.new.iter().find_map(|new| match &new.event {
            ContractEvent::Billing(BillingEvent::RefundOrdered { amount, payee, .. }) => {
                Some((*amount, payee.clone()))
            }
            _ => None,
        });
        let Some((amount, payee)) = ordered else { return Ok(None) };
        let iban = match payee {
            Some(payee) => self.sealed.get::<Payee>(&payee)?.map(|payee| payee.iban),
            None => None,
        };
        let by = REFUND_WITHIN.from_instant(self.now, self.country(), Roll::Never).last_day;
        let by = by.unwrap_or_else(|| kernel::local_date(self.now, self.country()));
        Ok(Some(say::Refund { amount, iban, by }))
    }

    fn debtor(&self) -> Result<Option<Payee>, AppError> {
        match &self.contract.billing.mandate {
            Some(mandate) => self.sealed.get(&mandate.debtor),
            None => Ok(None),
        }
    }

    /// The schedule as it counts from an instant; after acceptance the first, later one for each endorsement.
    fn schedule(
        &self,
        tx: &mut Tx<'_>,
        (from, endorsement): (Instant, Option<u32>),
    ) -> Result<Content, AppError> {
        let contract = self.contract;
        let application = &contract.application;
        let start = contract.start();
        let version = contract.schedule_at(from);
        let product = self.app.products.by_hash(tx, &version.product.hash)?;
        // A cover without a flag is part of every plan, theft only with one; of a case only a wording with the flag speaks.
        let flag = |name: &str| version.flags.get(name).copied();
        let cover = |kind, included| say::Cover { kind, included };
        let mut covers = vec![
            cover(say::CoverKind::AccidentDamage, flag("accident_covered").unwrap_or(true)),
            cover(say::CoverKind::Defect, flag("defect_covered").unwrap_or(true)),
            cover(say::CoverKind::Theft, flag("theft_covered").unwrap_or(false)),
        ];
        covers.extend(flag("protect").map(|with_case| cover(say::CoverKind::CaseAndShield, with_case)));
        let payment = match (&contract.billing.mandate, self.debtor()?) {
            (Some(mandate), Some(debtor)) => {
                say::PaymentMethod::DirectDebit { iban: debtor.iban, mandate: mandate.reference.clone() }
            }
            _ => say::PaymentMethod::Transfer,
        };
        let devices = version
            .devices
            .iter()
            .zip(self.identities(&version.devices)?)
            .map(|(device, identity)| say::InsuredDevice {
                kind: device.kind,
                model: identity.model,
                imei: identity.imei,
                serial: identity.serial,
                bought: Some(device.bought),
                purchase_value: device.purchase_value,
                excess: device.excess,
            })
            .collect();
        let periodic = application.frequency.months().is_some();
        let minimum_over = match application.terms.minimum {
            Term::Months(months) => {
                kernel::add_months_anchored(start, i32::try_from(months).unwrap_or(i32::MAX))
            }
            other => other.from_date(start, self.country(), Roll::Never).last_day.unwrap_or(start),
        };
        // NL-END-05: from receipt of the policy; the letter names the day by which a notice is in time for an e-mail, the
        // earliest receipt there is. What is allowed is decided by the receipt itself.
        let received = kernel::local_date(self.now, self.country());
        let withdraw = application.terms.cooling_off.from_date(
            received,
            self.country(),
            Roll::for_customer(self.country()),
        );
        Ok(Content::PolicyIssued(Box::new(say::PolicyIssued {
            issue: 1 + endorsement.unwrap_or(0),
            valid_from: kernel::local_date(from, self.country()),
            plan: self.name_of(tx, &version.plan)?,
            consumer: application.holder_kind == policy::HolderKind::Consumer,
            covers,
            devices,
            premium: self.price(version.premium)?,
            due_day: periodic.then(|| u8::try_from(start.day()).unwrap_or(1)),
            payment,
            starts: contract.starts(),
            expires: periodic.then_some(minimum_over),
            renewal: periodic.then(|| product.param_term("renewal_period")),
            minimum: periodic.then(|| (application.terms.minimum, kernel::add_days(minimum_over, -1))),
            end_date: contract.end_date().map(|end| kernel::add_days(end, -1)),
            conditions: format!("{} {}", version.product.code, version.product.version),
            ipid: None,
            clauses: Vec::new(),
            report_within: product.param_term("claim_report"),
            withdraw_by: withdraw.last_day.filter(|_| endorsement.is_none()),
        })))
    }

    fn mandate_given(&self, signed: Date) -> Result<Option<Content>, AppError> {
        let Some(mandate) = &self.contract.billing.mandate else { return Ok(None) };
        let Some(debtor) = self.debtor()? else { return Ok(None) };
        let notice = u32::try_from(policy::COLLECTION_NOTICE_DAYS).unwrap_or_default();
        Ok(Some(Content::MandateConfirmed(say::MandateConfirmed {
            mandate: mandate.reference.clone(),
            signed_on: signed,
            account_holder: debtor.name,
            iban: debtor.iban,
            frequency: self.contract.application.frequency,
            debits: Vec::new(),
            announced_before: Term::Days(notice),
        })))
    }

    fn collection(&self, amount: Money, on: Date, again: bool) -> Result<Option<Content>, AppError> {
        let Some(mandate) = &self.contract.billing.mandate else { return Ok(None) };
        let Some(debtor) = self.debtor()? else { return Ok(None) };
        Ok(Some(Content::CollectionAnnounced(say::CollectionAnnounced {
            mandate: mandate.reference.clone(),
            iban: debtor.iban,
            debits: vec![say::Debit { on, amount }],
            again,
        })))
    }
}
