//! The known-person check at application (OFFICE-02, PRIV-02, PRIV-06): whether this person, address, account or device is
//! known to us, and what happened there. It only tells; a person decides, and nothing here refuses anybody.
//!
//! The ground is our interest in not insuring fraud (PRIV-06), so no more is kept than is weighed: a household at the same
//! address is told of only when something went wrong there. What was found lies sealed with the applicant's data, by the
//! purpose of the desk's notes, and goes when they go (PRIV-19); the journal says no more than that something was found.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Date, Id, Instant, VaultRef};
use party::{Payee, Profile};
use policy::{Contract, EndWay, Phase, Signal, SignalKind};
use store::{Tx, params, sql};

use crate::{
    App, AppError,
    apply::DeviceIdentity,
    claims,
    find::{self, Key},
    incidents, payer_name,
    sealed::Purpose,
    streams,
};

/// So many claims in [`CLAIMS_WITHIN_DAYS`] are told of.
const MANY_CLAIMS: usize = 3;
/// The days before the application whose claims are counted.
const CLAIMS_WITHIN_DAYS: i64 = 366;
/// The most policies that are looked at.
const MOST: u32 = 50;

/// What an applicant may be known by.
#[derive(Debug)]
pub(crate) struct Applicant<'a> {
    /// The contract applied for.
    pub contract: Id,
    /// Who applies.
    pub holder: Id,
    /// Who that is.
    pub profile: &'a Profile,
    /// The device.
    pub device: &'a DeviceIdentity,
    /// The account.
    pub account: Option<&'a Payee>,
}

/// Looks for what a person should weigh, and seals it; none when there is nothing. From then on the applicant is found by the
/// same marks.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub(crate) fn check(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    applicant: &Applicant<'_>,
) -> Result<Option<VaultRef>, AppError> {
    let linked = linked(app, tx, applicant)?;
    let signals = weigh(tx, now, &linked)?;
    remember(app, tx, applicant)?;
    if signals.is_empty() {
        return Ok(None);
    }
    let about = (applicant.holder, Purpose::Desk, "known-person");
    Ok(Some(app.seal(tx, now, about, None, &signals)?))
}

/// The marks by which somebody is found later.
fn remember(app: &App, tx: &mut Tx<'_>, applicant: &Applicant<'_>) -> Result<(), AppError> {
    remember_profile(app, tx, applicant.holder, applicant.profile)?;
    if let Some(account) = applicant.account {
        find::remember(app, tx, &[(Key::Account(&account.iban), applicant.contract)])?;
    }
    Ok(())
}

/// Remembers who somebody is, where they live and how a bank may write their name.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn remember_profile(
    app: &App,
    tx: &mut Tx<'_>,
    party: Id,
    profile: &Profile,
) -> Result<(), AppError> {
    let mut keys = vec![(Key::Address(&profile.address), party)];
    keys.extend(profile.born.map(|born| (Key::Person(&profile.name, born), party)));
    let forms = payer_name::forms(&profile.name);
    keys.extend(forms.iter().map(|form| (Key::PayerName(form), party)));
    find::remember(app, tx, &keys)
}

/// Other contracts that share something with the applicant, and what.
fn linked(
    app: &App,
    tx: &mut Tx<'_>,
    applicant: &Applicant<'_>,
) -> Result<BTreeMap<Id, BTreeSet<SignalKind>>, AppError> {
    let mut linked: BTreeMap<Id, BTreeSet<SignalKind>> = BTreeMap::new();
    let mut add = |contracts: Vec<Id>, kind| {
        for contract in contracts {
            linked.entry(contract).or_default().insert(kind);
        }
    };
    let device = applicant.device;
    let numbers = [device.imei.as_ref().map(Key::Imei), device.serial.as_ref().map(Key::Serial)];
    for key in numbers.into_iter().flatten() {
        add(find::streams(app, tx, key)?, SignalKind::SameDevice);
    }
    if let Some(account) = applicant.account {
        add(find::streams(app, tx, Key::Account(&account.iban))?, SignalKind::SameAccount);
    }
    let profile = applicant.profile;
    let mut people = vec![applicant.holder];
    if let Some(email) = &profile.email {
        people.extend(find::streams(app, tx, Key::Email(email))?);
    }
    if let Some(born) = profile.born {
        people.extend(find::streams(app, tx, Key::Person(&profile.name, born))?);
    }
    add(contracts_of(tx, &people)?, SignalKind::OtherPolicy);
    let neighbours = find::streams(app, tx, Key::Address(&profile.address))?;
    add(contracts_of(tx, &neighbours)?, SignalKind::SameAddress);
    linked.remove(&applicant.contract);
    Ok(linked)
}

fn contracts_of(tx: &mut Tx<'_>, people: &[Id]) -> Result<Vec<Id>, AppError> {
    let rows = tx.query_ids(
        sql!("select id from contract where holder in ({ids}) order by id limit ?1"),
        &params![MOST],
        people,
    )?;
    Ok(rows.iter().map(|row| row.id("id")).collect::<Result<_, _>>()?)
}

/// What happened on the linked contracts, and the links that are told of.
fn weigh(
    tx: &mut Tx<'_>,
    now: Instant,
    linked: &BTreeMap<Id, BTreeSet<SignalKind>>,
) -> Result<Vec<Signal>, AppError> {
    let ids: Vec<Id> = linked.keys().copied().take(usize::try_from(MOST).unwrap_or_default()).collect();
    let claims = claims::of_contract(tx, &ids)?;
    let incidents = incidents::among(tx, &ids)?;
    let mut signals = Vec::new();
    for (on, loaded) in streams::look::<Contract>(tx, &ids)? {
        let Some(contract) = &loaded.state else { continue };
        let since = kernel::add_days(kernel::local_date(now, contract.country()), -CLAIMS_WITHIN_DAYS);
        let since = kernel::start_of_day(since, contract.country());
        let count = claims.iter().filter(|line| line.contract == on && line.reported_at >= since).count();
        let mut history = history(contract, now, count);
        history.extend(incidents.contains(&on).then_some(SignalKind::Incident));
        let links = &linked[&on];
        let same_person = links.contains(&SignalKind::OtherPolicy);
        let told = |link: &SignalKind| match link {
            SignalKind::SameAccount => !same_person,
            SignalKind::SameAddress => !same_person && !history.is_empty(),
            _ => true,
        };
        let kinds = links.iter().copied().filter(told).chain(history.iter().copied());
        signals.extend(kinds.map(|kind| Signal { kind, on }));
    }
    signals.sort();
    Ok(signals)
}

fn history(contract: &Contract, now: Instant, claims: usize) -> Vec<SignalKind> {
    let today: Date = kernel::local_date(now, contract.country());
    let ended = contract.ends().filter(|ending| ending.ends <= now).map(|ending| ending.way);
    let billing = &contract.billing;
    let owes = |r: &billing::Receivable| r.is_open() && r.due < today && !billing.is_being_collected(r.no);
    let kinds = [
        (SignalKind::Rejected, matches!(contract.phase, Phase::Rejected { .. })),
        (SignalKind::EndedForNonPayment, ended == Some(EndWay::RepeatedNonPayment)),
        (SignalKind::EndedForFraud, ended == Some(EndWay::Fraud)),
        (SignalKind::OpenDebt, billing.receivables.iter().any(owes)),
        (SignalKind::ManyClaims, claims >= MANY_CLAIMS),
    ];
    kinds.into_iter().filter(|(_, is_so)| *is_so).map(|(kind, _)| kind).collect()
}
