//! What the law lets a creditor ask for: the scales of collection costs and the rates of statutory interest, with the days from
//! which they hold. Everything that the law may change stands in the tables of this file, each with its source in lawfacts.

use kernel::{Country, Date, Decimal, Money, Rounding, date};

/// One step of a scale: so much percent of the principal from `above` on, in cents, up to the next step.
struct Step {
    above: i64,
    percent: i64,
    /// Fixed amount in cents once the principal is in this step.
    fixed: i64,
}

/// LAW-NL-COL-01: Besluit vergoeding voor buitengerechtelijke incassokosten, art. 2. Percentages in tenths; at least € 40, at
/// most € 6,775.
const NL_SCALE: [(i64, i64); 5] = [(0, 150), (250_000, 100), (500_000, 50), (1_000_000, 10), (20_000_000, 5)];
const NL_LEAST: i64 = 4_000;
const NL_MOST: i64 = 677_500;

/// LAW-BE-COL-05: art. XIX.4 of the Code of Economic Law; at most € 2,000.
const BE_CAP: [Step; 3] = [
    Step { above: 0, percent: 0, fixed: 2_000 },
    Step { above: 15_000, percent: 10, fixed: 3_000 },
    Step { above: 50_000, percent: 5, fixed: 6_500 },
];
const BE_MOST: i64 = 200_000;

/// The collection costs that the law allows on this principal, over all that is reminded of together (LAW-NL-COL-01, -05,
/// LAW-BE-COL-05); nothing on nothing. Without VAT: insurers and administrators collect themselves (LAW-NL-COL-02).
pub fn collection_costs(country: Country, principal: Money) -> Money {
    let cents = principal.cents();
    if cents <= 0 {
        return Money::ZERO;
    }
    match country {
        Country::Nl => {
            let mut costs = Money::ZERO;
            for (index, (above, permille)) in NL_SCALE.iter().enumerate() {
                let top = NL_SCALE.get(index + 1).map_or(cents, |(next, _)| cents.min(*next));
                if top > *above {
                    costs += Money::from_cents(top - above).part(*permille, 1_000, Rounding::HalfUp);
                }
            }
            costs.max(Money::from_cents(NL_LEAST)).min(Money::from_cents(NL_MOST))
        }
        Country::Be => {
            let step = BE_CAP.iter().rev().find(|step| cents > step.above).unwrap_or(&BE_CAP[0]);
            let part = Money::from_cents(cents - step.above).part(step.percent, 100, Rounding::HalfUp);
            (Money::from_cents(step.fixed) + part).min(Money::from_cents(BE_MOST))
        }
    }
}

/// LAW-NL-INT-01: art. 6:119 BW. From when, percent in hundredths. The step of July 2026 is not known yet.
const NL_RATES: [(Date, i64); 8] = [
    (date(2011, 7, 1), 400),
    (date(2012, 7, 1), 300),
    (date(2015, 1, 1), 200),
    (date(2023, 1, 1), 400),
    (date(2023, 7, 1), 600),
    (date(2024, 1, 1), 700),
    (date(2025, 1, 1), 600),
    (date(2026, 1, 1), 400),
];

/// LAW-BE-INT-01: law of 5 May 1865, set for each calendar year.
const BE_RATES: [(Date, i64); 11] = [
    (date(2012, 1, 1), 425),
    (date(2013, 1, 1), 275),
    (date(2015, 1, 1), 250),
    (date(2016, 1, 1), 225),
    (date(2017, 1, 1), 200),
    (date(2020, 1, 1), 175),
    (date(2022, 1, 1), 150),
    (date(2023, 1, 1), 525),
    (date(2024, 1, 1), 575),
    (date(2025, 1, 1), 450),
    (date(2026, 1, 1), 450),
];

/// First day for which nobody has looked up the rate of statutory interest yet: from there the last one is used.
pub const fn rates_known_until(country: Country) -> Date {
    match country {
        Country::Nl => date(2026, 7, 1),
        Country::Be => date(2027, 1, 1),
    }
}

fn rates(country: Country) -> &'static [(Date, i64)] {
    match country {
        Country::Nl => &NL_RATES,
        Country::Be => &BE_RATES,
    }
}

/// Rate of statutory interest on a day, in percent. A day without a known rate has the last known one before it.
pub fn statutory_rate(country: Country, on: Date) -> Decimal {
    let rates = rates(country);
    let rate = rates.iter().rev().find(|(from, _)| *from <= on).unwrap_or(&rates[0]);
    Decimal::new(rate.1, 2)
}

/// Statutory interest on a principal in default since `default`, from one day up to another, which does not count: actual days
/// over 365. In the Netherlands interest of each full year since the default bears interest itself (6:119 (2) BW); a new rate
/// counts from its first day.
pub fn interest(country: Country, principal: Money, default: Date, from: Date, until: Date) -> Money {
    let mut base = principal.as_decimal();
    let mut sum = Decimal::ZERO;
    let mut in_year = Decimal::ZERO;
    let mut day = from;
    let mut year = 1;
    let anniversary = |year: i32| kernel::add_months_anchored(default, year.saturating_mul(12));
    while anniversary(year) <= from {
        year += 1;
    }
    while day < until {
        let step = rates(country).iter().map(|(from, _)| *from).find(|from| *from > day);
        let next = until.min(anniversary(year)).min(step.unwrap_or(until));
        let days = (next - day).get_days();
        let part = base * statutory_rate(country, day) * Decimal::from(days) / Decimal::from(36_500);
        sum += part;
        in_year += part;
        day = next;
        if day == anniversary(year) {
            if country == Country::Nl {
                base += in_year;
            }
            in_year = Decimal::ZERO;
            year += 1;
        }
    }
    Money::from_cents(100).times(sum, Rounding::HalfUp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(country: Country, principal: i64) -> i64 {
        collection_costs(country, Money::from_cents(principal)).cents()
    }

    #[test]
    fn law_nl_col_01_the_scale() {
        // lawfacts §2, vectors
        let vectors = [
            (0, 0),
            (995, 4_000),
            (5_970, 4_000),
            (26_666, 4_000),
            (26_667, 4_000),
            (30_000, 4_500),
            (100_000, 15_000),
            (250_000, 37_500),
            (500_000, 62_500),
            (1_000_000, 87_500),
            (20_000_000, 277_500),
            (200_000_000, 677_500),
        ];
        for (principal, costs) in vectors {
            assert_eq!(cents(Country::Nl, principal), costs, "{principal}");
        }
    }

    #[test]
    fn law_be_col_05_the_cap() {
        let vectors = [
            (995, 2_000),
            (15_000, 2_000),
            (15_100, 3_010),
            (50_000, 6_500),
            (60_000, 7_000),
            (3_920_000, 200_000),
            (9_000_000, 200_000),
        ];
        for (principal, costs) in vectors {
            assert_eq!(cents(Country::Be, principal), costs, "{principal}");
        }
    }

    #[test]
    fn law_nl_int_01_a_new_rate_counts_from_its_first_day() {
        let hundred = Money::from_cents(10_000);
        let interest = |from, until| interest(Country::Nl, hundred, date(2025, 12, 1), from, until).cents();
        // 31 days of 6 % and 59 days of 4 %
        assert_eq!(interest(date(2025, 12, 1), date(2026, 3, 1)), 116);
        assert_eq!(interest(date(2025, 12, 1), date(2025, 12, 1)), 0);
        assert_eq!(interest(date(2025, 12, 1), date(2025, 12, 2)), 2);
    }

    #[test]
    fn law_nl_int_01_interest_of_a_full_year_bears_interest() {
        let thousand = Money::from_cents(100_000);
        let of = |country, until| interest(country, thousand, date(2016, 1, 1), date(2016, 1, 1), until);
        // 366 days of 2 %, then 365 days of 2 % over 1,020.05
        assert_eq!(of(Country::Nl, date(2018, 1, 1)), Money::from_cents(4_046));
        // Belgium: no interest on interest; 2.25 % in 2016, 2 % in 2017
        assert_eq!(of(Country::Be, date(2018, 1, 1)), Money::from_cents(2_256 + 2_000));
    }

    #[test]
    fn a_rate_nobody_looked_up_is_the_last_one_known() {
        assert_eq!(statutory_rate(Country::Nl, date(2031, 1, 1)), Decimal::from(4));
        assert_eq!(statutory_rate(Country::Nl, date(1999, 1, 1)), Decimal::from(4));
        for country in [Country::Nl, Country::Be] {
            assert!(rates(country).is_sorted_by_key(|(from, _)| *from));
            assert!(rates(country).iter().all(|(from, _)| *from < rates_known_until(country)));
        }
    }
}
