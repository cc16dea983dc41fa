//! The parameters code asks a product for. A folder without one of them, or with a value outside its bounds, does not
//! load, so that reading them needs no error path.

use kernel::{Decimal, Term};

use crate::value::{Datum, Kind};

/// A parameter every product must have.
#[derive(Debug, Clone, Copy)]
pub struct RequiredParameter {
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// Least and greatest value: days for terms (a month as 30, hours rounded up), cents for money, plain for numbers
    /// (a percentage is a rate from 0 to 1).
    pub bounds: (i64, i64),
}

/// What code may ask for with `param_term`, `param_money` and `param_percent`.
pub const REQUIRED_PARAMETERS: &[RequiredParameter] = &[
    // Application and duration.
    term("provisional_cover", 1, 62),
    term("provisional_first_alarm", 1, 62),
    term("provisional_last_alarm", 1, 62),
    term("minimum_duration", 0, 1_830),
    term("maximum_duration", 30, 3_650),
    term("one_off_duration", 30, 3_650),
    term("renewal_period", 28, 366),
    term("cooling_off", 14, 366),
    // Notice.
    term("notice_customer", 0, 62),
    term("notice_insurer", 30, 366),
    term("after_claim_window", 1, 366),
    term("notice_customer_after_claim", 0, 62),
    term("notice_insurer_after_claim", 30, 366),
    // Premium.
    term("prenotification", 1, 31),
    term("overdue_before_reminder", 1, 366),
    term("reminder_term", 14, 366),
    term("cover_resumes_after", 0, 31),
    number("unpaid_due_dates_before_end", 1, 12),
    percent("insurance_tax"),
    // Claims.
    term("claim_report", 1, 366),
    term("evidence", 1, 62),
    term("evidence_reminder_before_end", 0, 31),
    term("statutory_warranty", 180, 3_650),
    money("machine_may_approve", 0, 100_000),
    money("second_person_above", 0, 10_000_000),
];

const fn term(name: &'static str, least_days: i64, most_days: i64) -> RequiredParameter {
    RequiredParameter { name, kind: Kind::Term, bounds: (least_days, most_days) }
}

const fn money(name: &'static str, least_cents: i64, most_cents: i64) -> RequiredParameter {
    RequiredParameter { name, kind: Kind::Money, bounds: (least_cents, most_cents) }
}

const fn percent(name: &'static str) -> RequiredParameter {
    RequiredParameter { name, kind: Kind::Number, bounds: (0, 1) }
}

const fn number(name: &'static str, least: i64, most: i64) -> RequiredParameter {
    RequiredParameter { name, kind: Kind::Number, bounds: (least, most) }
}

/// Whether a value of the right kind lies within the bounds.
pub(crate) fn is_within(datum: Datum, (least, most): (i64, i64)) -> bool {
    match datum {
        Datum::Term(term, _) => (least..=most).contains(&days(term)),
        Datum::Money(cents) => (least..=most).contains(&cents),
        Datum::Number(number) => (Decimal::from(least)..=Decimal::from(most)).contains(&number),
        _ => true,
    }
}

/// Roughly how many days a term is.
fn days(term: Term) -> i64 {
    match term {
        Term::Hours(hours) => i64::from(hours.div_ceil(24)),
        Term::Days(days) => i64::from(days),
        Term::Months(months) => i64::from(months) * 30,
        Term::WorkingDays(days) => i64::from(days) * 7 / 5,
    }
}
