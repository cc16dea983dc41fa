//! What is known at an instant, and what the rule book makes of it.

use kernel::{
    Calendar, Country, Date, Delivery, Instant, add_days, add_months_anchored, end_of_day, local_date,
    presumed_receipt, start_of_day,
};

use super::{EndRow, Figures, PlainFact, There, What, money};

/// What is known at an instant, as the oracle sees it.
pub struct Known {
    facts: Vec<PlainFact>,
    figures: Figures,
    applied: Instant,
    gaps: Vec<(Instant, Option<Instant>)>,
}

impl Known {
    /// Of all facts those that were known at `at`; none if nobody had applied.
    pub fn at(facts: &[PlainFact], at: Instant) -> Option<Self> {
        let mut facts: Vec<PlainFact> = facts.iter().filter(|fact| fact.known <= at).cloned().collect();
        // A correction puts what is right in the place of what was wrong.
        while let Some(place) = facts.iter().position(|fact| matches!(fact.what, What::Corrected { .. })) {
            let What::Corrected { seq, right, ends } = facts.remove(place).what else { break };
            let Some(right) = right else {
                facts.retain(|fact| fact.seq != seq);
                continue;
            };
            for fact in facts.iter_mut().filter(|fact| fact.seq == seq) {
                fact.counts = right;
                if let (What::Ended { by: EndRow::At(at), .. }, Some(ends)) = (&mut fact.what, ends) {
                    *at = ends;
                }
            }
        }
        let (figures, applied) = facts.iter().find_map(|fact| match fact.what {
            What::Applied(figures) => Some((figures, fact.counts)),
            _ => None,
        })?;
        let mut known = Self { facts, figures, applied, gaps: Vec::new() };
        known.gaps = (0..known.facts.len()).filter_map(|index| known.gap(index)).collect();
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
        let over = self.provisional_over();
        if self.has(|what| matches!(what, What::Rejected)) && !nl {
            // BE-PROV-04: what there was is void from the application on. AMB-07: it ends on the day of the notice.
            let begun = self.provisional_from().is_some_and(|from| from <= t);
            return match (begun, t < over) {
                (true, true) => (There::Void, "BE-PROV-04"),
                (false, true) => (There::Nothing, "BE-PROV-02"),
                (_, false) => (There::Off, "BE-END-01"),
            };
        }
        let Some(starts) = self.starts() else {
            // NL-PROV-01/02/05, BE-PROV-02/03, AMB-09, AMB-69.
            let begun = self.provisional_from().is_some_and(|from| from <= t);
            return match (t < over, begun) {
                (true, true) => (There::Provisional, rule("NL-PROV-01", "BE-PROV-02")),
                (true, false) => (There::Nothing, "BE-PROV-02"),
                (false, _) => (There::Off, rule("NL-PROV-02", "BE-PROV-03")),
            };
        };
        if t < starts {
            // AMB-09: an offer with a beginning of its own; until then what there was before it, unless the policy ends sooner.
            let begun = self.provisional_from().is_some_and(|from| from <= t);
            let is_ended = self.ends().is_some_and(|end| end <= t);
            return match begun && t < over && !is_ended {
                true => (There::Provisional, rule("NL-PROV-01", "BE-PROV-02")),
                false => (There::Off, "AMB-09"),
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
            if let What::Ended { by: EndRow::At(at), .. } = fact.what {
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
        let by_notice = self.facts.iter().enumerate().filter_map(|(index, fact)| match fact.what {
            What::Ended { by, wish, told } if !self.is_taken_back(index, by) => {
                Some(self.end_of_notice(by, fact.counts, wish, told))
            }
            _ => None,
        });
        // NL-END-07, BE-END-12: the end date itself is still insured (AMB-58).
        let by_itself =
            self.figures.duration_months.map(|months| self.end_of(months_after(self.start(), months)));
        by_notice.chain(by_itself).min()
    }

    /// Whether the notice at `index` was taken back later.
    fn is_taken_back(&self, index: usize, row: EndRow) -> bool {
        self.facts[index..].iter().any(|fact| matches!(fact.what, What::EndTakenBack { by } if by == row))
    }

    /// When a notice ends the policy. The insurer's letter counts from its receipt by the customer (AMB-06), which is that day
    /// by e-mail and later by post (GEN-TIME-06); how it went is not among the facts, so each is good that the event agrees with.
    fn end_of_notice(&self, row: EndRow, sent: Instant, wish: Option<Date>, told: Instant) -> Instant {
        let days: Vec<Date> = match row {
            EndRow::InsurerAfterClaim | EndRow::InsurerNotice => {
                let by = [Delivery::Electronic, Delivery::Post, Delivery::Registered];
                by.map(|by| presumed_receipt(sent, by, self.figures.country).day).to_vec()
            }
            _ => vec![self.day(sent)],
        };
        let ends: Vec<Instant> = days.iter().map(|day| self.end_by(row, (sent, *day), wish)).collect();
        ends.iter().copied().find(|end| *end == told).unwrap_or(ends[0])
    }

    /// When a notice sent at an instant and received on a day ends the policy; a wish for a later day is followed.
    fn end_by(&self, row: EndRow, (sent, day): (Instant, Date), wish: Option<Date>) -> Instant {
        let country = self.figures.country;
        let wished = |not_before: Date| wish.map_or(not_before, |wish| not_before.max(add_days(wish, 1)));
        let months_on = |months| months_after(day, months);
        let minimum = months_after(self.start(), self.figures.minimum_months);
        let figures = &self.figures;
        let earliest = match (row, country) {
            (EndRow::At(at), _) => at,
            // AMB-40: 24:00 of the date of the letter.
            (EndRow::ThatDay | EndRow::Fraud, _) => self.end_of(day),
            (EndRow::Sanctions, _) => sent,
            (EndRow::Death, Country::Nl) => self.end_of(add_days(day, 1)),
            (EndRow::Death, Country::Be) => self.end_of(months_on(figures.notice_months)),
            // NL-END-02/03, BE-END-04/05: also inside the minimum duration (AMB-05).
            (EndRow::AfterClaim, _) => self.end_of(months_on(figures.after_claim_months)),
            (EndRow::InsurerAfterClaim, _) => self.end_of(months_on(figures.insurer_after_claim_months)),
            // AMB-37: not before three months after the declaration.
            (EndRow::InsurerBankruptcy(declared), _) => {
                self.end_of(day).max(self.end_of(months_after(declared, 3)))
            }
            // NL-END-09, AMB-72: not inside the minimum duration.
            (EndRow::Notice, Country::Nl) => {
                self.end_of(months_on(figures.notice_months)).max(start_of_day(minimum, country))
            }
            // BE-END-02/03, AMB-36, AMB-73: 00:00 of the first premium due date on or after that.
            (EndRow::Notice, Country::Be) => {
                let not_before = wished(months_on(figures.notice_months).max(minimum));
                let due = start_of_day(self.on_or_after(not_before, figures.premium_months), country);
                // AMB-36: a consumer may leave with two months' notice at any time after the first year.
                let by_law =
                    self.end_of(months_on(2)).max(start_of_day(months_after(self.start(), 12), country));
                if figures.is_consumer && wish.is_none() { due.min(by_law) } else { due }
            }
            (EndRow::InsurerNotice, Country::Be) => {
                let not_before = wished(months_on(figures.insurer_months).max(minimum));
                start_of_day(self.on_or_after(not_before, figures.premium_months), country)
            }
            // NL-END-10, NL-DEF-16: 00:00 of the first expiry date on or after that.
            (EndRow::InsurerNotice, Country::Nl) => {
                let not_before = wished(months_on(figures.insurer_months).max(minimum));
                let step = figures.premium_months.map(|_| figures.renewal_months);
                start_of_day(self.on_or_after(not_before, step), country)
            }
        };
        // What ends at once or by itself knows no later day.
        let at_once = matches!(
            row,
            EndRow::ThatDay
                | EndRow::Fraud
                | EndRow::Sanctions
                | EndRow::Death
                | EndRow::InsurerNotice
                | EndRow::At(_)
        );
        let to_due_date = row == EndRow::Notice && country == Country::Be;
        wish.filter(|_| !at_once && !to_due_date).map_or(earliest, |wish| self.end_of(wish).max(earliest))
    }

    /// The first date on or after `day` of a series of months from the start (GEN-TIME-04); the day itself without a series.
    fn on_or_after(&self, day: Date, step: Option<u32>) -> Date {
        let Some(step) = step else { return day };
        let anchor = self.start();
        let mut months = 0;
        while months_after(anchor, months) < day {
            months += step;
        }
        months_after(anchor, months)
    }

    /// When the reminder at `index` took cover away, and when payment gave it back; none if it was paid in time, or if it never
    /// arrived (GEN-TIME-06).
    fn gap(&self, index: usize) -> Option<(Instant, Option<Instant>)> {
        let What::Reminded { no, debts, received, costs } = &self.facts[index].what else { return None };
        if self.has(|what| matches!(what, What::NotArrived { no: lost } if lost == no)) {
            return None;
        }
        let proven = self.facts.iter().rev().find_map(|fact| match fact.what {
            What::Arrived { no: arrived, on } if arrived == *no => Some(on),
            _ => None,
        });
        // AMB-12: the term never gets shorter than the letter said.
        let last_day = self.last_day_to_pay(*received).max(self.last_day_to_pay(proven.unwrap_or(*received)));
        let stops = self.end_of(last_day);
        let sent = &self.facts[index];
        let held =
            |fact: &PlainFact| matches!(fact.what, What::Held) && fact.seq > sent.seq && fact.counts < stops;
        if self.facts.iter().any(held) {
            return None;
        }
        let hours = jiff::SignedDuration::from_hours(i64::from(self.figures.back_hours));
        match money::paid_in_full(&self.facts, index, &money::Asked { no: *no, debts, costs: *costs, stops })
        {
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

    /// NL-PROV-02, AMB-08: the day of application is not counted; 24:00 of the last day. Sooner on the day on which the letter
    /// of rejection is sent, in the Netherlands also the offer of other terms (NL-PROV-05, AMB-09), or the application is taken
    /// back.
    fn provisional_over(&self) -> Instant {
        let nl = self.figures.country == Country::Nl;
        let stops = |what: &What| match what {
            What::Rejected | What::Withdrawn => true,
            What::Offered { .. } => nl,
            _ => false,
        };
        let longest = self.end_of(add_days(self.day(self.applied), i64::from(self.figures.provisional_days)));
        // A letter that turns out to have gone sooner ends it sooner, whatever was sent after it.
        let first = self.facts.iter().filter(|fact| stops(&fact.what)).map(|fact| fact.counts).min();
        first.map_or(longest, |sent| self.end_of(self.day(sent)).min(longest))
    }

    /// NL-PROV-01: at once. BE-PROV-02, AMB-69: when all that the application asks for has come.
    fn provisional_from(&self) -> Option<Instant> {
        let mut from = self.applied;
        for fact in &self.facts {
            let What::Missing { items } = &fact.what else { continue };
            for item in items.iter().filter(|_| self.figures.country == Country::Be) {
                from =
                    from.max(self.when(|what| matches!(what, What::Came { items } if items.contains(item)))?);
            }
        }
        Some(from)
    }

    /// From when cover runs, if the application was accepted: from the application (NL-PROV-07, BE-PROV-07), unless the offer
    /// that was agreed to says otherwise (AMB-09).
    fn starts(&self) -> Option<Instant> {
        let agreed = self.facts.iter().find_map(|fact| match fact.what {
            What::Agreed { no } => Some(no),
            _ => None,
        });
        if let Some(agreed) = agreed {
            return self.facts.iter().find_map(|fact| match fact.what {
                What::Offered { no, starts } if no == agreed => Some(starts.unwrap_or(self.applied)),
                _ => None,
            });
        }
        self.has(|what| matches!(what, What::Accepted)).then_some(self.applied)
    }

    /// The day to which durations and due dates are anchored.
    fn start(&self) -> Date {
        self.day(self.starts().unwrap_or(self.applied))
    }

    fn day(&self, at: Instant) -> Date {
        local_date(at, self.figures.country)
    }

    fn end_of(&self, day: Date) -> Instant {
        end_of_day(day, self.figures.country)
    }

    fn has(&self, wanted: impl Fn(&What) -> bool) -> bool {
        self.facts.iter().any(|fact| wanted(&fact.what))
    }

    fn when(&self, wanted: impl Fn(&What) -> bool) -> Option<Instant> {
        self.facts.iter().find(|fact| wanted(&fact.what)).map(|fact| fact.counts)
    }
}

fn months_after(day: Date, months: u32) -> Date {
    add_months_anchored(day, i32::try_from(months).unwrap_or(i32::MAX))
}
