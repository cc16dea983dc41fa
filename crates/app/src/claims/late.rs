//! What a Belgian policyholder can ask because we answered or paid too late (LAW-BE-INS-09), worked out for a person.
//!
//! The law's finer terms were not read (docs/lawfacts.md), so nothing of it is owed by itself: the desk sees the sum with its
//! arithmetic, one person proposes it and another agrees, and then it is paid with the benefit.

use ::claims::{Claim, ClaimEvent, Command, Lateness, OurTerm};
use kernel::{Actor, Country, Date, Decimal, Id, Instant, Money, Rule};
use store::{Tx, command, journal};

use super::change::Change;
use crate::{
    App, AppError, Refused,
    approvals::{self, Proposal, Proposed},
    streams,
};

/// The rule.
const RULE: Rule = Rule("LAW-BE-INS-09");
/// Once, for no answer within three months; and for each day after a registered reminder, from the reminder on, where no answer
/// came within eleven days of it.
const CENTS: i64 = 30_000;
const REMINDED_DAYS: i64 = 11;

/// What being late comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateSum {
    /// The term to answer ended then, and the answer came then; none: not yet.
    pub answer: Option<(Instant, Option<Instant>)>,
    /// The registered reminder came on this day, and so many days went by from it to the answer, or to today.
    pub reminded: Option<(Date, i64)>,
    /// On so much, from this day up to that one, which does not count, at so much percent a year.
    pub interest: Option<(Money, Date, Date, Decimal)>,
    /// The sum by what it is for.
    pub lateness: Lateness,
    /// It is owed already.
    pub is_owed: bool,
}

/// Works out what being late comes to on a claim, up to now; none where we were not, or where the law gives nothing for it.
/// `reminded` is the day on which a registered reminder of the customer came in, if one did.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn late(
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    reminded: Option<Date>,
) -> Result<Option<LateSum>, AppError> {
    let loaded = streams::look::<Claim>(tx, &[id])?.remove(&id);
    let Some(claim) = loaded.and_then(|loaded| loaded.state) else { return Ok(None) };
    // Most claims were never late: their journal is not read.
    if claim.report.country != Country::Be || !claim.told.iter().any(|told| told.is_missed) {
        return Ok(None);
    }
    let mut events = Vec::new();
    for event in journal::load(tx, &[id])?.remove(&id).unwrap_or_default() {
        let read = ClaimEvent::read(i64::from(event.version), &event.body)
            .map_err(|_| AppError::damaged("an event", format!("{id}/{}", event.seq)))?;
        events.push((read, event.effective));
    }
    Ok(Some(sum(&claim, &events, now, reminded)))
}

fn sum(claim: &Claim, events: &[(ClaimEvent, Instant)], now: Instant, reminded: Option<Date>) -> LateSum {
    let country = claim.report.country;
    let day = |at: Instant| kernel::local_date(at, country);
    let mut lateness = Lateness::default();
    let missed = |term| {
        let told = claim.told.iter().find(move |told| told.term == term && told.is_missed);
        told.map(|told| told.until)
    };
    let answer = missed(OurTerm::Answer).map(|until| (until, answered(events, until)));
    let mut days_reminded = None;
    if let Some((_, answered)) = answer {
        lateness.fixed = Money::from_cents(CENTS);
        let until = day(answered.unwrap_or(now));
        days_reminded = reminded.map(|on| (on, i64::from((until - on).get_days())));
        if let Some((_, days)) = days_reminded.filter(|(_, days)| *days > REMINDED_DAYS) {
            lateness.daily = Money::from_cents(CENTS * days);
        }
    }
    let interest = missed(OurTerm::Payment).map(|until| {
        let (principal, last) = paid_late(claim, events, until);
        let (from, to) = (day(until), day(last.unwrap_or(now)));
        // Twice the rate is the interest on twice as much: interest bears none here.
        lateness.interest = billing::interest(country, principal + principal, from, from, to);
        let rate = billing::statutory_rate(country, from);
        (principal, from, to, rate + rate)
    });
    let is_owed = claim.lateness.is_some();
    LateSum {
        answer,
        reminded: days_reminded,
        interest,
        lateness: claim.lateness.unwrap_or(lateness),
        is_owed,
    }
}

/// When the claim was answered after the term: the first instant from which no item is open.
fn answered(events: &[(ClaimEvent, Instant)], until: Instant) -> Option<Instant> {
    let mut claim = None;
    for (event, at) in events {
        let after = Claim::next(claim, event, *at);
        if *at >= until && after.pending().is_empty() {
            return Some(*at);
        }
        claim = Some(after);
    }
    None
}

/// What of the benefit was open when the term to pay ended, and when the last of it was paid; none: not yet.
fn paid_late(claim: &Claim, events: &[(ClaimEvent, Instant)], until: Instant) -> (Money, Option<Instant>) {
    let (mut before, mut last) = (Money::ZERO, None);
    for (event, at) in events {
        let paid = match event {
            ClaimEvent::SetOff { amount } => *amount,
            ClaimEvent::PaymentConfirmed { payment } => {
                let known = claim.payments.iter().find(|known| known.id == *payment && known.is_benefit());
                known.map_or(Money::ZERO, |known| known.amount)
            }
            _ => continue,
        };
        if *at < until {
            before += paid;
        } else if last.is_none() || claim.lateness.is_none() {
            last = Some(*at);
        }
    }
    let is_paid = claim.received() >= claim.benefit();
    ((claim.benefit() - before).max(Money::ZERO), last.filter(|_| is_paid))
}

/// Proposes to owe what being late comes to now; another person agrees.
///
/// # Errors
/// [`AppError::Refused`]: `claim-not-late`, `claim-lateness-owed`.
pub fn propose_lateness(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    claim: Id,
    reminded: Option<Date>,
) -> Result<Proposed, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some()
        && let Some(proposed) = approvals::proposed_last(tx, claim, "owe-lateness")?
    {
        return Ok(proposed);
    }
    let found = late(tx, now, claim, reminded)?.filter(|sum| sum.lateness.total().is_positive());
    let sum = found.ok_or(::claims::ClaimRefusal::NotLate)?;
    if sum.is_owed {
        return Err(Refused::new("claim-lateness-owed", Some(RULE)).into());
    }
    let change = Change::open(app, tx, now, id, claim)?;
    let subject = (claim, change.claim().report.holder, Rule("OFFICE-15"));
    let proposal = Proposal::OweLateness { claim, lateness: sum.lateness };
    let proposed = approvals::propose(app, tx, now, actor, subject, sum.lateness.total(), &proposal)?;
    command::record(tx, now, &[(id, "\"proposed\"".to_owned())])?;
    Ok(proposed)
}

/// Owes what somebody else proposed, and orders its payment where it is known to whom.
///
/// # Errors
/// As the domain refuses it.
pub(crate) fn owe_lateness_as_second(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, lateness): (Id, Lateness),
    proposed_by: Id,
) -> Result<(), AppError> {
    let mut change = Change::open(app, tx, now, command, claim)?;
    change.give(actor, &Command::OweForLateness { lateness, proposed_by: Some(proposed_by) })?;
    change.order_what_is_approved(tx, None)?;
    change.commit(tx)
}
