//! Money that came in for a claim and waits in suspense: a person says what it is for, the own share (MONEY-07) or one of the
//! recoveries (MONEY-11 to MONEY-14).

use ::claims::{Claim, ClaimRefusal, Command, RecoveryKind};
use kernel::{Actor, Id, Instant, Money};
use store::Tx;

use super::{act::once, recoveries};
use crate::{
    App, AppError, Refused,
    contracts::Outcome,
    money::suspense::{self, TakenAs},
    streams,
};

/// What money that came in can be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// The customer's own share in repair or replacement.
    OwnShare,
    /// The recovery of this number.
    Recovery(u32),
}

impl Toward {
    /// Its name in forms: `own-share`, `recovery-2`.
    pub fn code(self) -> String {
        match self {
            Self::OwnShare => "own-share".to_owned(),
            Self::Recovery(no) => format!("recovery-{no}"),
        }
    }

    /// What has this name.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.strip_prefix("recovery-") {
            Some(no) => no.parse().ok().map(Self::Recovery),
            None => (code == "own-share").then_some(Self::OwnShare),
        }
    }
}

/// Money that is awaited for a claim. Personal: it names who it is awaited from.
#[derive(Clone, PartialEq, Eq)]
pub struct Awaited {
    /// What for.
    pub toward: Toward,
    /// Why, where it is a recovery.
    pub kind: Option<RecoveryKind>,
    /// How much may still come.
    pub open: Money,
    /// From whom, where it is a recovery and that is not forgotten.
    pub from: Option<String>,
}

impl std::fmt::Debug for Awaited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Awaited({}, {})", self.toward.code(), self.open)
    }
}

/// What money is awaited for a claim: the own share first, then recoveries by their numbers.
///
/// # Errors
/// [`AppError::Missing`] when there is no such claim.
pub fn awaited(app: &App, tx: &mut Tx<'_>, claim: Id) -> Result<Vec<Awaited>, AppError> {
    let loaded = streams::look::<Claim>(tx, &[claim])?.remove(&claim).and_then(|loaded| loaded.state);
    let claim = loaded.ok_or_else(|| AppError::missing("claim", claim))?;
    let open = claim.own_share_open();
    let share = Awaited { toward: Toward::OwnShare, kind: None, open, from: None };
    let mut awaited: Vec<Awaited> = open.is_positive().then_some(share).into_iter().collect();
    for line in recoveries::lines(app, tx, &claim)? {
        if line.open.is_positive() {
            let (toward, kind) = (Toward::Recovery(line.no), Some(line.kind));
            awaited.push(Awaited { toward, kind, open: line.open, from: line.from });
        }
    }
    Ok(awaited)
}

/// Places money that came in: an entry in suspense, or a part of it, up to what may still come; the rest stays there. What it is
/// for may be left out where only one thing is awaited.
///
/// # Errors
/// [`AppError::Refused`]: `recovery-unknown` where nothing of that is awaited, `claim-money-for-what` where several things are,
/// `entry-not-in-suspense`, `entry-not-a-payment`, `split-too-much`, `contract-other-insurer`.
pub fn place_money(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    fingerprint: &str,
    (toward, part): (Option<Toward>, Option<Money>),
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let awaited = awaited(app, tx, claim)?;
        let chosen = match (toward, &awaited[..]) {
            (Some(toward), all) => all.iter().find(|one| one.toward == toward),
            (None, [one]) => Some(one),
            (None, []) => None,
            (None, _) => return Err(Refused::new("claim-money-for-what", None).into()),
        };
        let chosen = chosen.ok_or(ClaimRefusal::RecoveryUnknown)?;
        let report = &change.claim().report;
        let from = (claim, report.agreement.as_str(), report.country);
        let most = (chosen.open, part);
        let command = match chosen.toward {
            Toward::OwnShare => {
                let taken =
                    suspense::take(app, tx, now, (actor, TakenAs::OwnShare), fingerprint, from, most)?;
                Command::ReceiveOwnShare { amount: taken.amount, received: taken.credited }
            }
            Toward::Recovery(no) => {
                let taken =
                    suspense::take(app, tx, now, (actor, TakenAs::Recovery), fingerprint, from, most)?;
                Command::ReceiveRecovery { no, amount: taken.amount }
            }
        };
        Ok(change.give(actor, &command)?)
    })
}
