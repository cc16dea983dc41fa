//! A second, naive reading of the rule book, apart from `policy::cover` and without looking at it: for any instant, is there
//! cover, and by which rule? It walks plain facts from the first to the last for every question, remembers nothing and is in no
//! hurry. Where it and the timeline disagree, one of them is wrong.

mod compare;
mod money;
mod read;

use kernel::{
    Calendar, Country, Date, Instant, add_days, add_months_anchored, end_of_day, local_date, start_of_day,
};

pub use compare::disagreement;
pub use read::plain;

/// What there was at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// Nothing yet.
    Nothing,
    /// Provisional cover.
    Provisional,
    /// Cover.
    On,
    /// No cover any more, or not for the time being.
    Off,
    /// Suspended for non-payment (Belgium).
    Suspended,
    /// There never was any (Belgium, rejected).
    Void,
}

/// One plain fact: what, from when it counts, since when we know.
#[derive(Debug, Clone)]
pub struct PlainFact {
    /// What.
    pub what: What,
    /// From when it counts.
    pub counts: Instant,
    /// Since when we know.
    pub known: Instant,
}

/// The facts that the rule book speaks of. Amounts are cents.
#[derive(Debug, Clone)]
pub enum What {
    /// Somebody applied, with the figures of the conditions.
    Applied(Figures),
    /// The screening said that there is nothing (AMB-41), or that there may be or is something.
    Screened {
        /// Nothing.
        clear: bool,
    },
    /// Accepted.
    Accepted,
    /// The letter of rejection was sent.
    Rejected,
    /// Premium fell due.
    Due {
        /// Number of the instalment.
        no: u32,
        /// Premium due date.
        on: Date,
        /// How much.
        cents: i64,
    },
    /// Premium was taken back.
    TakenBack {
        /// Number of the instalment.
        no: u32,
        /// How much.
        cents: i64,
    },
    /// Money was credited: for the instalments named first, then for the oldest.
    Paid {
        /// The direct debit it came by, if any.
        debit: Option<String>,
        /// The instalments it was for.
        named: Vec<u32>,
        /// How much.
        cents: i64,
    },
    /// A direct debit that had been credited came back.
    CameBack {
        /// Which.
        debit: String,
        /// The instalments it was for.
        named: Vec<u32>,
        /// How much.
        cents: i64,
    },
    /// Money that paid nothing was given back.
    GivenBack {
        /// How much.
        cents: i64,
    },
    /// A reminder was sent.
    Reminded {
        /// What it asks for: instalments.
        debts: Vec<u32>,
        /// The day of receipt, proven or presumed.
        received: Date,
    },
    /// A notice or an event that ends the policy.
    Ended {
        /// Which row of the end list.
        by: EndRow,
    },
}

/// The figures of the conditions that a policy was sold under.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Which law.
    pub country: Country,
    /// Days of provisional cover.
    pub provisional_days: u32,
    /// Days to pay after a reminder.
    pub pay_days: u32,
    /// Hours after which cover is back.
    pub back_hours: u32,
    /// Months of the minimum duration.
    pub minimum_months: u32,
    /// Months of the customer's notice.
    pub notice_months: u32,
    /// Months between premium due dates; none for a one-off premium.
    pub premium_months: Option<u32>,
    /// Months after which the policy ends by itself.
    pub duration_months: Option<u32>,
}

/// A row of NL-END or BE-END, by what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndRow {
    /// On the day of cancelling: cooling-off.
    ThatDay,
    /// The customer's ordinary notice.
    Notice,
    /// The policyholder died.
    Death,
    /// At an instant that the event itself fixes.
    At(Instant),
}

/// What is known at an instant, as the oracle sees it.
pub struct Known<'a> {
    facts: Vec<&'a PlainFact>,
    figures: Figures,
    applied: Instant,
    gaps: Vec<(Instant, Option<Instant>)>,
}

impl<'a> Known<'a> {
    /// Of all facts those that were known at `at`; none if nobody had applied.
    pub fn at(facts: &'a [PlainFact], at: Instant) -> Option<Self> {
        let facts: Vec<&PlainFact> = facts.iter().filter(|fact| fact.known <= at).collect();
        let (figures, applied) = facts.iter().find_map(|fact| match fact.what {
            What::Applied(figures) => Some((figures, fact.counts)),
            _ => None,
        })?;
        let mut known = Self { facts, figures, applied, gaps: Vec::new() };
        known.gaps = known
            .reminders()
            .filter_map(|(index, debts, received)| known.gap(index, debts, received))
            .collect();
        Some(known)
    }

    /// What there was at `t`, and the rule that says so.
    pub fn cover(&self, t: Instant) -> (There, &'static str) {
        let nl = self.figures.country == Country::Nl;
        let rule = |dutch, belgian| if nl { dutch } else { belgian };
        if t < self.applied {
            return (There::Nothing, "");
        }
        // AMB-41: no cover before the screening has said that there is nothing.
        if !self.has(|what| matches!(what, What::Screened { clear: true })) {
            return (There::Nothing, "AMB-41");
        }
        if let Some(sent) = self.when(|what| matches!(what, What::Rejected)) {
            // NL-PROV-05: on the day the letter is sent, losses before stay covered. BE-PROV-04: from the application on.
            return match nl {
                // AMB-07: it ends on the day of the notice, with effect back to the application.
                false if t < self.end_of(self.day(sent)).min(self.provisional_until()) => {
                    (There::Void, "BE-PROV-04")
                }
                false => (There::Off, "BE-END-01"),
                true if t < self.end_of(self.day(sent)).min(self.provisional_until()) => {
                    (There::Provisional, "NL-PROV-01")
                }
                true => (There::Off, "NL-PROV-05"),
            };
        }
        if !self.has(|what| matches!(what, What::Accepted)) {
            // NL-PROV-01/02, BE-PROV-02/03.
            return match t < self.provisional_until() {
                true => (There::Provisional, rule("NL-PROV-01", "BE-PROV-02")),
                false => (There::Off, rule("NL-PROV-02", "BE-PROV-03")),
            };
        }
        if self.ends().is_some_and(|end| end <= t) {
            return (There::Off, rule("NL-END-11", "BE-END-15"));
        }
        let in_gap =
            |(stops, back): &(Instant, Option<Instant>)| *stops <= t && back.is_none_or(|back| t < back);
        if self.gaps.iter().any(in_gap) {
            return (if nl { There::Off } else { There::Suspended }, rule("NL-DUN-04", "BE-DUN-04"));
        }
        (There::On, rule("NL-PROV-07", "BE-PROV-07"))
    }

    /// Every instant of a day at which something could change: its beginning, noon, the instants from which facts count, and
    /// the same clock-independent hours later that payment gives cover back after; each with the instant before it.
    pub fn instants_of(&self, day: Date) -> Vec<Instant> {
        let country = self.figures.country;
        let (begins, ends) = (start_of_day(day, country), end_of_day(day, country));
        let mut instants = vec![begins, begins + jiff::SignedDuration::from_hours(12)];
        let hours = jiff::SignedDuration::from_hours(i64::from(self.figures.back_hours));
        for fact in &self.facts {
            instants.extend([fact.counts, fact.counts + hours]);
            if let What::Ended { by: EndRow::At(at) } = fact.what {
                instants.push(at);
            }
        }
        instants.retain(|at| (begins..ends).contains(at));
        let before: Vec<Instant> =
            instants.iter().map(|at| *at - jiff::SignedDuration::from_micros(1)).collect();
        instants.extend(before);
        instants
    }

    /// First instant after the policy's end, of all that could end it the earliest (NL-END-11, BE-END-15).
    pub fn ends(&self) -> Option<Instant> {
        let by_notice = self.facts.iter().filter_map(|fact| match fact.what {
            What::Ended { by } => Some(self.end_by(by, fact.counts)),
            _ => None,
        });
        // NL-END-07, BE-END-12: the end date itself is still insured (AMB-58).
        let by_itself =
            self.figures.duration_months.map(|months| self.end_of(self.months_after(self.start(), months)));
        by_notice.chain(by_itself).min()
    }

    /// When a notice received at `received` ends the policy.
    pub fn end_by(&self, row: EndRow, received: Instant) -> Instant {
        let country = self.figures.country;
        let day = self.day(received);
        let month_on = self.months_after(day, self.figures.notice_months);
        let minimum = self.months_after(self.start(), self.figures.minimum_months);
        match (row, country) {
            (EndRow::At(at), _) => at,
            (EndRow::ThatDay, _) => self.end_of(day),
            (EndRow::Death, Country::Nl) => self.end_of(add_days(day, 1)),
            (EndRow::Death, Country::Be) => self.end_of(month_on),
            // NL-END-09, AMB-72: not inside the minimum duration.
            (EndRow::Notice, Country::Nl) => self.end_of(month_on).max(start_of_day(minimum, country)),
            // BE-END-02, AMB-36, AMB-73: 00:00 of the first premium due date on or after that.
            (EndRow::Notice, Country::Be) => {
                let not_before = month_on.max(minimum);
                let Some(step) = self.figures.premium_months else {
                    return start_of_day(not_before, country);
                };
                let mut due = self.start();
                let mut months = 0;
                while due < not_before {
                    months += step;
                    due = self.months_after(self.start(), months);
                }
                start_of_day(due, country)
            }
        }
    }

    /// When a reminder took cover away, and when payment gave it back; none if it was paid in time.
    fn gap(&self, index: usize, debts: &[u32], received: Date) -> Option<(Instant, Option<Instant>)> {
        let stops = self.end_of(self.last_day_to_pay(received));
        let hours = jiff::SignedDuration::from_hours(i64::from(self.figures.back_hours));
        match money::paid_in_full(&self.facts, index, debts) {
            Some(paid) if paid < stops => None,
            // NL-DUN-06, BE-DUN-06, GEN-TIME-03.
            paid => Some((stops, paid.map(|paid| paid + hours))),
        }
    }

    /// NL-DUN-03, BE-DUN-03: the day after receipt is day 1. AMB-71: a last day on which people do not work rolls on.
    pub fn last_day_to_pay(&self, received: Date) -> Date {
        let calendar = match self.figures.country {
            Country::Nl => Calendar::NlStatutory,
            Country::Be => Calendar::BeLegal,
        };
        let mut last = add_days(received, i64::from(self.figures.pay_days));
        while !calendar.is_working_day(last) {
            last = add_days(last, 1);
        }
        last
    }

    fn reminders(&self) -> impl Iterator<Item = (usize, &'a [u32], Date)> {
        self.facts.iter().enumerate().filter_map(|(index, fact)| match &fact.what {
            What::Reminded { debts, received } => Some((index, debts.as_slice(), *received)),
            _ => None,
        })
    }

    /// NL-PROV-02, AMB-08: the day of application is not counted; 24:00 of the last day.
    fn provisional_until(&self) -> Instant {
        self.end_of(add_days(self.start(), i64::from(self.figures.provisional_days)))
    }

    fn start(&self) -> Date {
        self.day(self.applied)
    }

    fn day(&self, at: Instant) -> Date {
        local_date(at, self.figures.country)
    }

    fn end_of(&self, day: Date) -> Instant {
        end_of_day(day, self.figures.country)
    }

    fn months_after(&self, day: Date, months: u32) -> Date {
        add_months_anchored(day, i32::try_from(months).unwrap_or(i32::MAX))
    }

    fn has(&self, wanted: impl Fn(&What) -> bool) -> bool {
        self.facts.iter().any(|fact| wanted(&fact.what))
    }

    fn when(&self, wanted: impl Fn(&What) -> bool) -> Option<Instant> {
        self.facts.iter().find(|fact| wanted(&fact.what)).map(|fact| fact.counts)
    }
}
