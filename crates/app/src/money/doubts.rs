//! What a person looks at before a payment goes out: a high amount, a payee with another name, an account that was changed a
//! short while ago, an account that is blocked (OFFICE-15).

use std::collections::{BTreeMap, BTreeSet};

use agreement::Agreement;
use billing::BillingEvent;
use kernel::{Id, Instant, Money};
use party::Payee;
use policy::{ContractEvent, Fact};
use store::Tx;

use super::blocked;
use crate::{App, AppError, contracts, parties};

/// Days for which a changed account is looked at before money goes out.
const NEW_FOR_DAYS: i64 = 14;

kernel::text_enum! {
    /// Why a second person looks at a payment.
    pub enum Doubt {
        /// More than one person may pay alone.
        AboveLimit = "above-limit",
        /// The holder of the account has no name in common with the policyholder or who is insured.
        OtherName = "other-name",
        /// The account of the policy was changed in the last fourteen days.
        NewAccount = "new-account",
        /// Nothing is paid to this account: nobody can check that away.
        Blocked = "blocked",
    }
}

/// Whose policy a payment is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Party {
    pub(super) contract: Id,
    pub(super) holder: Id,
}

/// A payment to look at.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) payment: Id,
    /// None when it goes back to a payer: then there is no policyholder, and the account is the one the money came from.
    pub(super) of: Option<Party>,
    pub(super) amount: Money,
    pub(super) payee: Option<Payee>,
}

/// What is doubtful about payments; those without a doubt are not among them.
pub(super) fn find(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    agreement: &Agreement,
    subjects: &[Subject],
) -> Result<BTreeMap<Id, BTreeSet<Doubt>>, AppError> {
    let unique = |id: fn(Party) -> Id| -> Vec<Id> {
        subjects.iter().filter_map(|s| s.of).map(id).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let known = parties::known(app, tx, &unique(|of| of.holder))?;
    let facts = contracts::facts(tx, &unique(|of| of.contract))?;
    let accounts: Vec<_> = subjects.iter().filter_map(|s| Some(&s.payee.as_ref()?.iban)).collect();
    let blocked = blocked::among(app, tx, &accounts)?;
    let limit = agreement.authority.pay_one_person();
    let mut found: BTreeMap<Id, BTreeSet<Doubt>> = BTreeMap::new();
    for subject in subjects {
        let mut doubts = BTreeSet::new();
        if subject.amount > limit {
            doubts.insert(Doubt::AboveLimit);
        }
        if let Some(payee) = &subject.payee {
            if let Some(of) = subject.of {
                let profile = known.get(&of.holder).and_then(|known| known.profile.as_ref());
                let mut names =
                    profile.into_iter().flat_map(|p| [Some(&p.name), p.insured_person.as_ref()]).flatten();
                if !names.any(|name| payee.resembles(name)) {
                    doubts.insert(Doubt::OtherName);
                }
            }
            if blocked.contains(&payee.iban) {
                doubts.insert(Doubt::Blocked);
            }
        }
        if subject.of.and_then(|of| facts.get(&of.contract)).is_some_and(|facts| is_new(facts, now)) {
            doubts.insert(Doubt::NewAccount);
        }
        if !doubts.is_empty() {
            found.insert(subject.payment, doubts);
        }
    }
    Ok(found)
}

/// Whether the account of a policy was changed, and not first given, a short while ago.
fn is_new(facts: &[Fact], now: Instant) -> bool {
    const SECONDS_A_DAY: i64 = 86_400;
    let mut changes = facts.iter().filter(|fact| {
        matches!(
            fact.event,
            ContractEvent::Billing(BillingEvent::MandateGiven { .. } | BillingEvent::MandateAmended { .. })
        )
    });
    changes.next();
    changes.any(|fact| now.as_second() - fact.recorded.as_second() < NEW_FOR_DAYS * SECONDS_A_DAY)
}
