//! Ordered values as whole numbers, and the functions of the language on them. Every function here never falls where its
//! argument rises; that is what the reasoning in `order` rests on.

use kernel::{Country, Date, Decimal, Instant, Money, Roll, Rounding, Term, add_days, local_date};
use rust_decimal::prelude::ToPrimitive;

use crate::limits;
use crate::value::{Datum, Kind};

/// One whole number is: a billionth, a cent, a day since 1970, a microsecond since 1970.
pub(super) const DAY: i128 = 86_400_000_000;
const NUMBER_SCALE: u32 = 9;

/// A function of one ordered fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Add(i128),
    /// Of money, half a cent rounds up.
    Times(Decimal),
    Later(Term, Country),
    DateOf(Country),
    Deadline(Term, bool, Country),
}

/// An ordered value that no longer depends on conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leaf {
    Const(Kind, i128),
    /// Functions of one fact, first to last.
    Chain(usize, Kind, Vec<Step>),
    /// Beyond exact reasoning: sums of two facts and the like. Equal texts mean equal values.
    Opaque(Kind, String),
}

impl Leaf {
    /// The kind of the value.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Const(kind, _) | Self::Opaque(kind, _) => *kind,
            Self::Chain(_, kind, steps) => steps.iter().fold(*kind, |kind, step| step.kind(kind)),
        }
    }

    /// Equal keys mean equal values.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Opaque(_, key) => key.clone(),
            _ => format!("{self:?}"),
        }
    }

    /// The function of it.
    pub(super) fn then(self, step: Step) -> Self {
        match self {
            Self::Const(kind, value) => Self::Const(step.kind(kind), step.of(kind, value)),
            Self::Chain(fact, kind, mut steps) => {
                match (steps.last_mut(), &step) {
                    (Some(Step::Add(before)), Step::Add(more)) => *before += more,
                    _ => steps.push(step),
                }
                steps.retain(|step| *step != Step::Add(0));
                Self::Chain(fact, kind, steps)
            }
            Self::Opaque(kind, key) => Self::Opaque(step.kind(kind), format!("({key} then {step:?})")),
        }
    }
}

impl Step {
    /// The kind of what it gives.
    pub(super) fn kind(&self, of: Kind) -> Kind {
        match self {
            Self::Add(_) | Self::Times(_) => of,
            Self::Later(..) | Self::DateOf(_) => Kind::Date,
            Self::Deadline(..) => Kind::Instant,
        }
    }

    fn of(&self, kind: Kind, value: i128) -> i128 {
        match self {
            Self::Add(more) => value.saturating_add(*more),
            Self::Times(rate) => {
                let cents = i64::try_from(value).unwrap_or(i64::MAX);
                let product = Money::from_cents(cents).checked_times(*rate, Rounding::HalfUp);
                product.map_or(i128::from(i64::MAX), |money| i128::from(money.cents()))
            }
            Self::Later(term, country) => {
                let later = term.from_date(date(value), *country, Roll::Never).last_day;
                later.map_or(value, of_date)
            }
            Self::DateOf(country) => of_date(local_date(instant(value), *country)),
            Self::Deadline(term, rolls, country) => {
                let roll = if *rolls { Roll::for_customer(*country) } else { Roll::Never };
                let end = match kind {
                    Kind::Date => term.from_date(date(value), *country, roll).end,
                    _ => term.from_instant(instant(value), *country, roll).end,
                };
                i128::from(end.as_microsecond())
            }
        }
    }

    /// Between how much is added at least and at most, on the scale of [`scaled`]; `None` where nothing can be said.
    fn shift(&self, kind: Kind) -> Option<(i128, i128)> {
        const HOUR: i128 = DAY / 24;
        let days = |term: &Term| match *term {
            Term::Hours(hours) => (i128::from(hours) * HOUR, i128::from(hours) * HOUR),
            Term::Days(days) => (i128::from(days) * DAY, i128::from(days) * DAY),
            Term::Months(months) => (i128::from(months) * 28 * DAY, i128::from(months) * 31 * DAY),
            Term::WorkingDays(days) => (i128::from(days) * DAY, (i128::from(days) * 4 + 30) * DAY),
        };
        Some(match self {
            Self::Add(more) => (*more, *more),
            Self::Times(_) => return None,
            Self::Later(term, _) => days(term),
            Self::DateOf(_) => (-(DAY + 14 * HOUR), 15 * HOUR),
            Self::Deadline(term @ Term::Hours(_), _, _) if kind == Kind::Instant => days(term),
            Self::Deadline(term, rolls, _) => {
                let (least, most) = days(term);
                (least - 3 * DAY, most + if *rolls { 33 * DAY } else { 4 * DAY })
            }
        })
    }
}

/// What the steps make of a value.
pub(super) fn apply(kind: Kind, steps: &[Step], value: i128) -> i128 {
    let through = |(kind, value): (Kind, i128), step: &Step| (step.kind(kind), step.of(kind, value));
    steps.iter().fold((kind, value), through).1
}

/// Between how much the steps add, on the scale of [`scaled`].
pub(super) fn shift(kind: Kind, steps: &[Step]) -> Option<(i128, i128)> {
    let (mut kind, mut sum) = (kind, (0, 0));
    for step in steps {
        let (least, most) = step.shift(kind)?;
        sum = (sum.0 + least, sum.1 + most);
        kind = step.kind(kind);
    }
    Some(sum)
}

/// Dates and moments on one scale.
pub(super) fn scaled(kind: Kind, value: i128) -> i128 {
    if kind == Kind::Date { value * DAY } else { value }
}

/// The least and greatest value a fact may state.
pub(super) fn domain(kind: Kind) -> (i128, i128) {
    let (first, last) = (of_date(Date::constant(1990, 1, 1)), of_date(Date::constant(2099, 12, 31)));
    match kind {
        Kind::Money => (0, i128::from(limits::MONEY_CENTS)),
        Kind::Date => (first, last),
        Kind::Instant => (first * DAY, (last + 1) * DAY - 1),
        _ => {
            let most = i128::from(limits::NUMBER) * 10_i128.pow(NUMBER_SCALE);
            (-most, most)
        }
    }
}

fn date(days: i128) -> Date {
    add_days(Date::constant(1970, 1, 1), i64::try_from(days).unwrap_or(0))
}

fn of_date(date: Date) -> i128 {
    let since = Date::constant(1970, 1, 1).until(date).map_or(0, |span| span.get_days());
    i128::from(since)
}

fn instant(micros: i128) -> Instant {
    i64::try_from(micros)
        .ok()
        .and_then(|micros| Instant::from_microsecond(micros).ok())
        .unwrap_or(Instant::MAX)
}

/// A value of an ordered kind as a whole number; `None` for other kinds and for numbers too fine.
pub(super) fn of_datum(datum: Datum) -> Option<(Kind, i128)> {
    Some(match datum {
        Datum::Number(number) => {
            let scaled = number.checked_mul(Decimal::from(10_i64.pow(NUMBER_SCALE)))?;
            // The last digits are kept free, so that there is always room between two numbers.
            let room = scaled.checked_div(Decimal::from(1_000))?;
            if !room.fract().is_zero() {
                return None;
            }
            (Kind::Number, scaled.to_i128()?)
        }
        Datum::Money(cents) => (Kind::Money, i128::from(cents)),
        Datum::Date(date) => (Kind::Date, of_date(date)),
        Datum::Instant(at) => (Kind::Instant, i128::from(at.as_microsecond())),
        Datum::Bool(_) | Datum::Choice(_) | Datum::Set(_) | Datum::Term(..) => return None,
    })
}

/// The stated value of a whole number.
pub(super) fn to_value(kind: Kind, value: i128) -> crate::Value {
    match kind {
        Kind::Money => crate::Value::Money(Money::from_cents(i64::try_from(value).unwrap_or(0))),
        Kind::Date => crate::Value::Date(date(value)),
        Kind::Instant => crate::Value::Instant(instant(value)),
        _ => {
            let number = Decimal::try_from_i128_with_scale(value, NUMBER_SCALE).unwrap_or_default();
            crate::Value::Number(number.normalize())
        }
    }
}
