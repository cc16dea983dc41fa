//! Signs that a person should see before they decide on a claim (PRIV-06): the device was claimed for before, was made good
//! before, came in lately, or its holder or account stands behind other claims.
//!
//! They are looked for whenever the wording decides, from the report on, and again when a person opens the claim; they lie
//! sealed with the policyholder's data by the purpose of the desk's notes, so that they go when those go (PRIV-19); the claim's
//! row says no more than how many there are. A sign decides nothing and is no finding: it only keeps the machine from approving,
//! so that a person looks first (OFFICE-05, GEN-HARM-01).

use std::collections::BTreeSet;

use ::claims::{Claim, CloseWay};
use kernel::{ClaimNumber, Id, Instant, PolicyNumber};
use party::Payee;
use policy::Contract;
use serde::{Deserialize, Serialize};
use store::{Tx, params, row, sql};
use terms::Remedy;

use super::{
    change,
    device_history::{DeviceHistory, Loss, device_at, device_history},
    left_aside,
};
use crate::{
    App, AppError,
    find::{self, Key},
    incidents,
    sealed::Purpose,
    streams,
};

/// Losses of the same device are told of for so many days.
const LOSS_DAYS: i64 = 366;
/// So many claims of a person within [`LOSS_DAYS`] are told of.
const MANY: usize = 3;
/// A device that came in so many days before the damage is told of.
const SWAP_DAYS: i64 = 30;

kernel::text_enum! {
    /// What a sign is. Names are the eternal format, and the keys of their texts.
    pub enum SignKind {
        /// The same device was claimed for within a year.
        RepeatLoss = "repeat-loss",
        /// The same device was claimed for under another policy.
        ClaimedElsewhere = "claimed-elsewhere",
        /// The same device was stolen, replaced or paid out before.
        GoneBefore = "gone-before",
        /// The device came in the place of another shortly before the damage.
        SwappedLately = "swapped-lately",
        /// The same person has several claims within a year.
        ManyClaims = "many-claims",
        /// Somebody else with claims uses the same account.
        SameAccount = "same-account",
        /// Fraud was found on another claim under the same policy.
        FraudOnPolicy = "fraud-on-policy",
        /// The person is in the register of incidents.
        Incident = "incident",
    }
}

/// A sign, and the claim or policy that shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sign {
    /// What it is.
    pub kind: SignKind,
    /// The other claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Id>,
    /// The other contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Id>,
}

impl Sign {
    fn of_claim(kind: SignKind, claim: Id) -> Self {
        Self { kind, claim: Some(claim), contract: None }
    }
}

/// Looks for signs as things stand, and keeps them in the place of those that were found before. Answers whether there are any:
/// the machine approves no such claim.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub(super) fn keep(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, claim): (Id, &Claim),
) -> Result<bool, AppError> {
    let signs = look_for(app, tx, (id, claim))?;
    if kept(app, tx, id)?.unwrap_or_default() == signs {
        return Ok(!signs.is_empty());
    }
    tx.exec(sql!("delete from claim_signal where claim = ?1"), &params![id])?;
    if signs.is_empty() {
        return Ok(false);
    }
    let content = app.seal(tx, now, (claim.report.holder, Purpose::Desk, "claim-signs"), None, &signs)?;
    let number = i64::try_from(signs.len()).unwrap_or(i64::MAX);
    tx.insert(
        sql!("insert into claim_signal (claim, content, signs, found_us) values {rows}"),
        &[row![id, content.id, number, now]],
    )?;
    Ok(true)
}

/// The signs that were kept last; none where there were none, or they were forgotten.
fn kept(app: &App, tx: &mut Tx<'_>, claim: Id) -> Result<Option<BTreeSet<Sign>>, AppError> {
    let row = tx.query_opt(sql!("select content from claim_signal where claim = ?1"), &params![claim])?;
    row.map_or(Ok(None), |row| app.unseal_row(tx, row.id("content")?))
}

fn look_for(app: &App, tx: &mut Tx<'_>, (id, claim): (Id, &Claim)) -> Result<BTreeSet<Sign>, AppError> {
    let contract = &change::contract(tx, claim.report.contract)?;
    let mut signs = BTreeSet::new();
    let happened = claim.happened_at();
    // A year before the report: that somebody looks later makes nothing older.
    let year_before = days_before(claim.reported_at, LOSS_DAYS);
    for item in &claim.items {
        let Some(device) = device_at(app, tx, contract, (item.reported.item, happened))? else { continue };
        let history = device_history(app, tx, std::slice::from_ref(&device))?;
        signs.extend(of_device(&history, (id, claim), year_before));
    }
    let rows = tx.query(
        sql!(
            "select id from claim where holder = ?1 and id <> ?2 and reported_us >= ?3 and reported_us <= ?4 \
             and (way is null or way not in ('withdrawn', 'no-answer')) order by id limit 50"
        ),
        &params![claim.report.holder, id, year_before, claim.reported_at],
    )?;
    if rows.len() >= MANY {
        signs.insert(Sign { kind: SignKind::ManyClaims, claim: None, contract: None });
    }
    if let Some(other) = left_aside::fraud_elsewhere(app, tx, (id, claim))? {
        signs.insert(Sign::of_claim(SignKind::FraudOnPolicy, other));
    }
    signs.extend(of_account(app, tx, contract, (year_before, claim.reported_at))?);
    let incident = |contract| Sign { kind: SignKind::Incident, claim: None, contract: Some(contract) };
    signs.extend(incidents::of_person(tx, claim.report.holder)?.into_iter().map(incident));
    Ok(signs)
}

fn of_device(history: &DeviceHistory, (id, claim): (Id, &Claim), year_before: Instant) -> Vec<Sign> {
    let mut signs = Vec::new();
    let given_up = |way: CloseWay| matches!(way, CloseWay::Withdrawn | CloseWay::NoAnswer);
    // What was claimed later is a sign on the later claim; of two at one instant a person looks at both.
    let is_before = |loss: &Loss| loss.claim != id && loss.reported_at <= claim.reported_at;
    let losses = history.losses.iter().filter(|loss| is_before(loss) && !loss.way.is_some_and(given_up));
    for loss in losses {
        let was_made_good = matches!(loss.approved, Some((Remedy::Payment | Remedy::Replacement, _)));
        if was_made_good {
            signs.push(Sign::of_claim(SignKind::GoneBefore, loss.claim));
        } else if loss.contract != claim.report.contract {
            signs.push(Sign::of_claim(SignKind::ClaimedElsewhere, loss.claim));
        } else if loss.reported_at >= year_before {
            signs.push(Sign::of_claim(SignKind::RepeatLoss, loss.claim));
        }
    }
    let happened = claim.happened_at();
    let lately = days_before(happened, SWAP_DAYS);
    let here = history.stays.iter().filter(|stay| stay.contract == claim.report.contract);
    let mut swaps = here.filter(|stay| stay.is_swap && stay.since > lately && stay.since <= happened);
    if swaps.any(|stay| claim.item(stay.item).is_some()) {
        let contract = Some(claim.report.contract);
        signs.push(Sign { kind: SignKind::SwappedLately, claim: None, contract });
    }
    signs
}

/// Contracts of others that are paid from the same account and have claims.
fn of_account(
    app: &App,
    tx: &mut Tx<'_>,
    contract: &Contract,
    (from, until): (Instant, Instant),
) -> Result<Vec<Sign>, AppError> {
    let Some(mandate) = &contract.billing.mandate else { return Ok(Vec::new()) };
    let Some(payee) = app.unseal::<Payee>(tx, &mandate.debtor)? else { return Ok(Vec::new()) };
    let same = find::streams(app, tx, Key::Account(&payee.iban))?;
    let rows = tx.query_ids(
        sql!(
            "select distinct contract from claim where contract in ({ids}) and holder <> ?1 \
             and reported_us >= ?2 and reported_us <= ?3"
        ),
        &params![contract.holder(), from, until],
        &same,
    )?;
    let sign = |contract| Sign { kind: SignKind::SameAccount, claim: None, contract: Some(contract) };
    Ok(rows.iter().map(|row| row.id("contract").map(sign)).collect::<Result<_, _>>()?)
}

fn days_before(at: Instant, days: i64) -> Instant {
    const DAY_MICROS: i64 = 86_400_000_000;
    Instant::from_microsecond(at.as_microsecond() - days * DAY_MICROS).unwrap_or(Instant::MIN)
}

/// A sign as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignLine {
    /// What it is.
    pub kind: SignKind,
    /// Number of the other claim.
    pub claim: Option<ClaimNumber>,
    /// Number of the other policy.
    pub policy: Option<PolicyNumber>,
    /// Whose that is: a look to be logged.
    pub holder: Option<Id>,
}

/// Signs on a claim as things stand now: what changed since they were kept, such as a number of the device or an account, shows
/// at once. Those that were kept stay to be seen.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn signs(app: &App, tx: &mut Tx<'_>, claim: Id) -> Result<Vec<SignLine>, AppError> {
    let mut signs = kept(app, tx, claim)?.unwrap_or_default();
    let stands = streams::look::<Claim>(tx, &[claim])?.remove(&claim).and_then(|loaded| loaded.state);
    if let Some(stands) = stands.filter(|stands| stands.closed.is_none()) {
        signs.extend(look_for(app, tx, (claim, &stands))?);
    }
    let mut lines = Vec::with_capacity(signs.len());
    for sign in signs {
        let mut line = SignLine { kind: sign.kind, claim: None, policy: None, holder: None };
        if let Some(other) = sign.claim {
            let row =
                tx.query_opt(sql!("select number, holder from claim where id = ?1"), &params![other])?;
            if let Some(row) = row {
                (line.claim, line.holder) = (Some(row.parse("number")?), Some(row.id("holder")?));
            }
        } else if let Some(other) = sign.contract {
            let row =
                tx.query_opt(sql!("select number, holder from contract where id = ?1"), &params![other])?;
            if let Some(row) = row {
                (line.policy, line.holder) = (Some(row.parse("number")?), Some(row.id("holder")?));
            }
        }
        lines.push(line);
    }
    Ok(lines)
}
