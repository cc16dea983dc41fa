//! At which instant a notice ends a policy.

use billing::{Frequency, Reminder};
use kernel::{Country, Date, Instant, Roll, Term};

use crate::{Contract, EndWay, EndingTerms, HolderKind, Notice, PolicyRefusal, Sender, Standing};

/// Months after a declaration of bankruptcy before the insurer's notice can work, and within which the trustee may end the
/// policy (BE-END-09, BE-END-10, AMB-37).
pub(crate) const BANKRUPTCY: Term = Term::Months(3);

/// Days of suspension before a Belgian policy can be ended for non-payment, the first one not counted (BE-END-13, AMB-68).
const SUSPENDED: Term = Term::Days(15);

/// After the first year a Belgian consumer may always leave with two months' notice (LAW-BE-INS-11, AMB-36).
const BE_CONSUMER: (Term, i32) = (Term::Months(2), 12);

/// The instant at which cover ends by a notice that was received on `day` (of a notice of the insurer: by the policyholder).
///
/// # Errors
/// [`PolicyRefusal::NoRenewal`], [`PolicyRefusal::NoAdverseChange`], [`PolicyRefusal::NoDeclaration`],
/// [`PolicyRefusal::NotRepeated`], [`PolicyRefusal::NotByNotice`].
pub(crate) fn ends_by(contract: &Contract, notice: &Notice, day: Date) -> Result<Instant, PolicyRefusal> {
    let country = contract.country();
    let terms = &contract.application.terms;
    let after = |term: Term| term.from_date(day, country, Roll::Never).end;
    let today = Term::Days(0).from_date(day, country, Roll::Never).end;
    let wish = notice.last_day.map_or(Instant::MIN, |day| kernel::end_of_day(day, country));
    Ok(match (notice.way, country) {
        // NL-END-05, BE-END-07: on the day of cancelling. AMB-40: fraud to 24:00 of the date on the letter.
        (EndWay::CoolingOff | EndWay::Fraud, _) => today,
        // NL-END-06, AMB-67: 24:00 of the day after. BE-END-11, AMB-74: a month after the letter.
        (EndWay::Death, Country::Nl) => after(Term::Days(1)),
        (EndWay::Death, Country::Be) => after(terms.notice),
        (EndWay::Ordinary, _) => ordinary(contract, day, terms.notice, notice.last_day),
        (EndWay::InsurerOrdinary, _) => insurer_ordinary(contract, day, notice.last_day)?,
        (EndWay::AfterClaim, _) => after(endings(contract).after_claim).max(wish),
        (EndWay::InsurerAfterClaim, _) => after(endings(contract).insurer_after_claim).max(wish),
        // NL-END-08: the date in the letter. BE-END-10: the trustee's own day.
        (EndWay::RepeatedNonPayment, Country::Nl) | (EndWay::TrusteeBankruptcy, _) => today.max(wish),
        (EndWay::RepeatedNonPayment, Country::Be) => {
            let first = unpaid_without_cover(contract, Instant::MAX).map(|r| r.cover_stops).min();
            let first = kernel::local_date(first.ok_or(PolicyRefusal::NotRepeated)?, country);
            SUSPENDED.from_date(first, country, Roll::Never).end.max(today).max(wish)
        }
        (EndWay::AdverseChange, _) => {
            // Of several changes the one that they may still leave for; one that counts already is accepted.
            let open = adverse_changes(contract)
                .filter(|(from, leave_by)| *leave_by >= day && kernel::local_date(*from, country) > day);
            open.map(|(from, _)| from).min().ok_or(PolicyRefusal::NoAdverseChange)?
        }
        (EndWay::InsurerBankruptcy, _) => {
            let declared = notice.happened.ok_or(PolicyRefusal::NoDeclaration)?;
            BANKRUPTCY.from_date(declared, country, Roll::Never).end.max(today).max(wish)
        }
        (EndWay::Sanctions, _) => notice.received,
        (EndWay::EndDate | EndWay::NothingLeft | EndWay::MovedAway, _) => {
            return Err(PolicyRefusal::NotByNotice);
        }
    })
}

/// NL: the notice period after receipt, but not inside the minimum duration (NL-END-09, AMB-72). BE: the first premium due date
/// on or after that (BE-END-02, AMB-36, AMB-73), and for a consumer not later than the law allows.
pub(crate) fn ordinary(contract: &Contract, day: Date, notice: Term, last_day: Option<Date>) -> Instant {
    let country = contract.country();
    let by_notice = notice.from_date(day, country, Roll::Never);
    let minimum = minimum_over(contract);
    match country {
        Country::Nl => {
            let wish = last_day.map_or(Instant::MIN, |day| kernel::end_of_day(day, country));
            by_notice.end.max(minimum).max(wish)
        }
        Country::Be => {
            let noticed = by_notice.last_day.expect("notice periods are in days or months");
            let wish = last_day.map_or(Date::MIN, |day| kernel::add_days(day, 1));
            let not_before = kernel::local_date(minimum, country).max(noticed).max(wish);
            let due = kernel::start_of_day(first_due_on_or_after(contract, not_before), country);
            if contract.application.holder_kind == HolderKind::Business || last_day.is_some() {
                return due;
            }
            let (term, months) = BE_CONSUMER;
            let first_year =
                kernel::start_of_day(kernel::add_months_anchored(contract.start(), months), country);
            due.min(term.from_date(day, country, Roll::Never).end.max(first_year))
        }
    }
}

/// NL: to the first renewal that leaves the notice (NL-END-10, AMB-04). BE: to the first premium due date that does (BE-END-03).
/// Neither inside the minimum duration, nor before the day after the last one that the letter names.
fn insurer_ordinary(
    contract: &Contract,
    day: Date,
    last_day: Option<Date>,
) -> Result<Instant, PolicyRefusal> {
    let country = contract.country();
    if contract.application.frequency == Frequency::OneOff {
        return Err(PolicyRefusal::NoRenewal);
    }
    let by_notice = endings(contract).insurer.from_date(day, country, Roll::Never);
    let noticed = by_notice.last_day.expect("notice periods are in days or months");
    let wish = last_day.map_or(Date::MIN, |day| kernel::add_days(day, 1));
    let not_before = kernel::local_date(minimum_over(contract), country).max(noticed).max(wish);
    let ends = match country {
        Country::Nl => renewal_on_or_after(contract, not_before).ok_or(PolicyRefusal::NoRenewal)?,
        Country::Be => first_due_on_or_after(contract, not_before),
    };
    Ok(kernel::start_of_day(ends, country))
}

/// First instant after the minimum duration (NL-DEF-15).
pub(crate) fn minimum_over(contract: &Contract) -> Instant {
    let country = contract.country();
    let start = contract.start();
    // The minimum duration counts from the start date and ends where the paid period ends: 00:00 of the same day number.
    match contract.application.terms.minimum {
        Term::Months(months) => {
            kernel::start_of_day(kernel::add_months_anchored(start, whole(months)), country)
        }
        other => other.from_date(start, country, Roll::Never).end,
    }
}

/// The first premium due date on or after a day (NL-DEF-17); the day itself where premium is paid once.
pub(crate) fn first_due_on_or_after(contract: &Contract, day: Date) -> Date {
    let frequency = contract.application.frequency;
    let Some(months) = frequency.months() else { return day };
    series(contract.start(), 0, whole(months), day)
}

/// The first policy expiry date on or after a day (NL-DEF-16): the end of the minimum duration, and each renewal from there
/// (NL-TERM-01, AMB-35); none for a one-off premium (NL-TERM-02).
pub(crate) fn renewal_on_or_after(contract: &Contract, day: Date) -> Option<Date> {
    contract.application.frequency.months()?;
    let Term::Months(renewal) = endings(contract).renewal else { return None };
    match contract.application.terms.minimum {
        Term::Months(minimum) => Some(series(contract.start(), whole(minimum), whole(renewal), day)),
        _ => {
            let first = kernel::local_date(minimum_over(contract), contract.country());
            Some(series(first, 0, whole(renewal), day))
        }
    }
}

/// The first of the dates `anchor + first + n × step` months that is not before `day` (GEN-TIME-04). Years beyond what a date
/// can hold give the day itself.
fn series(anchor: Date, first: i32, step: i32, day: Date) -> Date {
    const MOST: i32 = 5_000;
    let step = step.max(1);
    let months = |n: i32| kernel::add_months_anchored(anchor, first + n * step);
    (0..MOST).map(months).find(|date| *date >= day).unwrap_or(day)
}

fn whole(months: u32) -> i32 {
    i32::try_from(months).expect("terms are a hundred years at most")
}

pub(crate) fn endings(contract: &Contract) -> EndingTerms {
    contract.application.terms.endings(contract.country())
}

/// Announced changes to the policyholder's disadvantage: from when, and the last day to leave for them.
pub(crate) fn adverse_changes(contract: &Contract) -> impl Iterator<Item = (Instant, Date)> {
    crate::terms_changes(contract)
        .filter(|change| change.adverse && change.standing != Standing::Withdrawn)
        .map(|change| (change.endorsement.from, change.leave_by))
}

/// Reminders that took away cover by an instant and are unpaid still.
fn unpaid_without_cover(contract: &Contract, at: Instant) -> impl Iterator<Item = &Reminder> {
    let lost = move |reminder: &&Reminder| {
        !reminder.cancelled && reminder.satisfied.is_none() && reminder.cover_stops <= at
    };
    contract.billing.reminders.iter().filter(lost)
}

/// Whether premium stayed unpaid repeatedly by an instant: two due dates unpaid after their reminder, or one arrear unpaid for
/// 30 days without cover (AMB-13).
pub(crate) fn is_repeated(contract: &Contract, at: Instant) -> bool {
    let terms = endings(contract);
    let open = |no: u32| contract.billing.receivables.iter().find(|r| r.no == no && r.is_open());
    let mut dues: Vec<Date> = unpaid_without_cover(contract, at)
        .flat_map(|reminder| &reminder.arrears)
        .filter_map(|arrear| open(arrear.no))
        .map(|receivable| receivable.due)
        .collect();
    dues.sort_unstable();
    dues.dedup();
    let long = |reminder: &Reminder| long_without_cover(contract, reminder) <= at;
    dues.len() >= terms.unpaid_due_dates as usize || unpaid_without_cover(contract, at).any(long)
}

/// When a reminder has stayed unpaid for the 30 days without cover of AMB-13.
fn long_without_cover(contract: &Contract, reminder: &Reminder) -> Instant {
    let country = contract.country();
    let first = kernel::local_date(reminder.cover_stops, country);
    endings(contract).unpaid_arrear.from_date(first, country, Roll::Never).end
}

/// From when premium stayed unpaid repeatedly, if nothing is paid and no other reminder goes; none without an unpaid reminder.
pub(crate) fn repeated_at(contract: &Contract) -> Option<Instant> {
    let unpaid = unpaid_without_cover(contract, Instant::MAX);
    let turns = unpaid.flat_map(|r| [r.cover_stops, long_without_cover(contract, r)]);
    turns.filter(|at| is_repeated(contract, *at)).min()
}

/// The notice with the day on which the policyholder received it, if it is the insurer's and counts from there: proven, or presumed
/// from when it was sent (GEN-TIME-06, AMB-06).
pub(crate) fn with_arrival(notice: &Notice, by_email: bool, country: Country) -> Notice {
    let sent_on = kernel::local_date(notice.received, country);
    let counts = notice.from == Sender::Insurer && !matches!(notice.way, EndWay::Fraud | EndWay::Sanctions);
    let arrived = counts.then(|| {
        let by = crate::agenda::delivery(country, by_email, false);
        let presumed = || kernel::presumed_receipt(notice.received, by, country).day;
        notice.arrived.map_or_else(presumed, |proven| proven.max(sent_on))
    });
    Notice { arrived, ..notice.clone() }
}

/// The day from which a notice counts: its arrival if it is the insurer's, else the day on which we received it.
pub(crate) fn counts_from(notice: &Notice, country: Country) -> Date {
    notice.arrived.unwrap_or_else(|| kernel::local_date(notice.received, country))
}
