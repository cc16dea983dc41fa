//! A recovery: money that comes back to the insurer because of a claim (MONEY-11 to MONEY-14). It is expected from somebody,
//! comes in one or several parts, or is given up.

use kernel::{Id, Money, Rule, VaultRef};
use serde::{Deserialize, Serialize};

use crate::decide::Done;
use crate::refusal::ClaimRefusal as No;
use crate::{Claim, ClaimEvent, Context, Happened, settlement};

kernel::text_enum! {
    /// Why money comes back.
    pub enum RecoveryKind {
        /// Somebody else is liable for the damage (BE-OBL-08, MONEY-13).
        ThirdParty = "third-party",
        /// A device or part that became the insurer's is sold (NL-CLAIM-06, MONEY-14).
        Salvage = "salvage",
        /// A benefit was paid on false data (NL-FRAUD-02, BE-FRAUD-02, MONEY-11).
        Reclaim = "reclaim",
        /// What the investigation of that cost (NL-FRAUD-03, BE-FRAUD-02, MONEY-12).
        Investigation = "investigation",
    }
}

impl RecoveryKind {
    /// Whether the policyholder owes it because of fraud: then two people ask for it (OFFICE-15).
    pub const fn is_for_fraud(self) -> bool {
        matches!(self, Self::Reclaim | Self::Investigation)
    }

    /// The movement of money it is.
    pub const fn rule(self) -> Rule {
        Rule(match self {
            Self::Reclaim => "MONEY-11",
            Self::Investigation => "MONEY-12",
            Self::ThirdParty => "MONEY-13",
            Self::Salvage => "MONEY-14",
        })
    }
}

/// Money that is expected back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recovery {
    /// Its number in the claim, from 1.
    pub no: u32,
    /// Why.
    pub kind: RecoveryKind,
    /// How much is asked for.
    pub amount: Money,
    /// How much came.
    pub received: Money,
    /// From whom and why, sealed.
    pub about: VaultRef,
    /// Nothing more is expected.
    pub given_up: bool,
}

impl Recovery {
    /// What may still come.
    pub fn open(&self) -> Money {
        if self.given_up { Money::ZERO } else { self.amount - self.received }
    }
}

impl Claim {
    pub(crate) fn apply_recovery(&mut self, event: &ClaimEvent) {
        match event {
            ClaimEvent::RecoveryExpected { no, kind, amount, about, .. } => self.recoveries.push(Recovery {
                no: *no,
                kind: *kind,
                amount: *amount,
                received: Money::ZERO,
                about: about.clone(),
                given_up: false,
            }),
            ClaimEvent::RecoveryReceived { no, amount } => self.recovery_mut(*no).received += *amount,
            ClaimEvent::RecoveryGivenUp { no, .. } => self.recovery_mut(*no).given_up = true,
            other => panic!("{} is no event of a recovery", other.kind()),
        }
    }

    fn recovery_mut(&mut self, no: u32) -> &mut Recovery {
        let found = self.recoveries.iter_mut().find(|recovery| recovery.no == no);
        found.unwrap_or_else(|| panic!("the claim has no recovery {no}"))
    }

    /// A recovery by its number.
    pub fn recovery(&self, no: u32) -> Option<&Recovery> {
        self.recoveries.iter().find(|recovery| recovery.no == no)
    }

    /// What came back, and belongs to the insurer.
    pub fn recovered(&self) -> Money {
        self.recoveries.iter().map(|recovery| recovery.received).sum()
    }
}

pub(crate) fn expect(
    claim: &Claim,
    (kind, amount): (RecoveryKind, Money),
    about: &VaultRef,
    proposed_by: Option<Id>,
    context: &Context<'_>,
) -> Result<Done, No> {
    settlement::person(context.actor)?;
    if !amount.is_positive() {
        return Err(No::AmountNotPositive);
    }
    let same_kind = claim.recoveries.iter().filter(|recovery| recovery.kind == kind);
    let asked: Money = same_kind.map(|recovery| recovery.open() + recovery.received).sum();
    let most = match kind {
        // What was paid on false data is reclaimed once.
        RecoveryKind::Reclaim => Some(claim.received().min(claim.benefit()) - asked),
        RecoveryKind::ThirdParty => Some(claim.approved() - asked),
        RecoveryKind::Salvage | RecoveryKind::Investigation => None,
    };
    if let Some(most) = most.filter(|most| amount > *most) {
        return Err(No::RecoversTooMuch { most });
    }
    match proposed_by {
        None if kind.is_for_fraud() => return Err(No::RecoveryNeedsSecondPerson),
        Some(proposer) if proposer == context.actor.id => return Err(No::SamePerson),
        _ => {}
    }
    let no = u32::try_from(claim.recoveries.len()).expect("few recoveries") + 1;
    let (about, asked_by) = (about.clone(), context.actor.id);
    let event = ClaimEvent::RecoveryExpected { no, kind, amount, about, asked_by, proposed_by };
    Ok(Done::Happened(vec![Happened::at(context.now, event)]))
}

pub(crate) fn receive(claim: &Claim, no: u32, amount: Money, context: &Context<'_>) -> Result<Done, No> {
    settlement::bookkeeper(context.actor)?;
    let recovery = claim.recovery(no).ok_or(No::RecoveryUnknown)?;
    if !amount.is_positive() {
        return Err(No::AmountNotPositive);
    }
    if amount > recovery.open() {
        return Err(No::RecoversTooMuch { most: recovery.open() });
    }
    Ok(Done::Happened(vec![Happened::at(context.now, ClaimEvent::RecoveryReceived { no, amount })]))
}

pub(crate) fn give_up(claim: &Claim, no: u32, reason: &VaultRef, context: &Context<'_>) -> Result<Done, No> {
    settlement::person(context.actor)?;
    let recovery = claim.recovery(no).ok_or(No::RecoveryUnknown)?;
    if !recovery.open().is_positive() {
        return Ok(Done::AlreadyDone);
    }
    let event = ClaimEvent::RecoveryGivenUp { no, reason: reason.clone() };
    Ok(Done::Happened(vec![Happened::at(context.now, event)]))
}
