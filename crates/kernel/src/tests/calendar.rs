use proptest::prelude::*;

use super::{day, few_cases};
use crate::{Calendar, Date, add_days, easter_sunday};

/// The holidays of a year that fall on any day of the week, as `MM-DD`.
fn check(calendar: Calendar, year: i16, expected: &[&str]) {
    let first = Date::new(year, 1, 1).expect("a first of January");
    let holidays: Vec<String> = (0..i64::from(first.days_in_year()))
        .map(|offset| add_days(first, offset))
        .filter(|&date| calendar.is_holiday(date))
        .map(|date| format!("{:02}-{:02}", date.month(), date.day()))
        .collect();
    assert_eq!(holidays, expected, "{calendar} {year}");
}

#[test]
fn moving_days_as_in_the_table_of_law_cal() {
    for (year, good_friday, easter_monday, kings_day, ascension, whit_monday) in [
        (2024, "03-29", "04-01", "04-27", "05-09", "05-20"),
        (2025, "04-18", "04-21", "04-26", "05-29", "06-09"),
        (2026, "04-03", "04-06", "04-27", "05-14", "05-25"),
        (2027, "03-26", "03-29", "04-27", "05-06", "05-17"),
        (2028, "04-14", "04-17", "04-27", "05-25", "06-05"),
        (2029, "03-30", "04-02", "04-27", "05-10", "05-21"),
        (2030, "04-19", "04-22", "04-27", "05-30", "06-10"),
    ] {
        let moving = [good_friday, easter_monday, kings_day, "05-05", ascension, whit_monday];
        let around = |days: &[&'static str]| [&["01-01"], days, &["12-25", "12-26"]].concat();
        check(Calendar::NlStatutory, year, &around(&moving));
        let office: Vec<&str> =
            moving[1..].iter().copied().filter(|&d| d != "05-05" || matches!(year, 2025 | 2030)).collect();
        check(Calendar::NlOffice, year, &around(&office));
        check(
            Calendar::BeLegal,
            year,
            &[
                "01-01",
                easter_monday,
                "05-01",
                ascension,
                whit_monday,
                "07-21",
                "08-15",
                "11-01",
                "11-11",
                "12-25",
            ],
        );
        check(Calendar::Target, year, &around(&[good_friday, easter_monday, "05-01"]));
    }
}

#[test]
fn royal_days_before_and_after_2014() {
    let celebrated = |date: &str| Calendar::NlOffice.is_holiday(day(date));
    assert!(celebrated("2013-04-30") && !celebrated("2013-04-27"));
    assert!(celebrated("2006-04-29") && !celebrated("2006-04-30"), "a Sunday: the day before");
    assert!(celebrated("2014-04-26") && !celebrated("2014-04-27"), "a Sunday: the day before");
    assert!(celebrated("2015-04-27") && !celebrated("2015-04-30"));
    assert!(celebrated("2031-04-26") && !celebrated("2031-04-27"));
}

#[test]
fn a_calendar_is_a_set() {
    // Ascension Day of 2008 was 1 May: one day off, two reasons.
    check(
        Calendar::BeLegal,
        2008,
        &["01-01", "03-24", "05-01", "05-12", "07-21", "08-15", "11-01", "11-11", "12-25"],
    );
}

#[test]
fn easter_at_its_extremes() {
    for (year, date) in [
        (1818, "1818-03-22"),
        (2008, "2008-03-23"),
        (2038, "2038-04-25"),
        (1943, "1943-04-25"),
        (1954, "1954-04-18"),
        (2049, "2049-04-18"),
        (2285, "2285-03-22"),
    ] {
        assert_eq!(easter_sunday(year), day(date));
    }
}

#[test]
fn working_days_are_counted_from_the_day_after() {
    let nl = Calendar::NlOffice;
    assert_eq!(nl.add_working_days(day("2026-04-02"), 1), day("2026-04-03"), "Good Friday is an office day");
    assert_eq!(nl.add_working_days(day("2026-04-03"), 1), day("2026-04-07"));
    assert_eq!(nl.add_working_days(day("2026-04-04"), 0), day("2026-04-04"));
    assert_eq!(nl.subtract_working_days(day("2026-04-07"), 1), day("2026-04-03"));
    assert_eq!(nl.next_working_day(day("2026-04-04")), day("2026-04-07"));
    assert_eq!(nl.next_working_day(day("2026-04-07")), day("2026-04-07"));
    assert_eq!(nl.previous_working_day(day("2026-04-06")), day("2026-04-03"));
    assert_eq!(Calendar::Target.next_working_day(day("2026-04-03")), day("2026-04-07"));
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn easter_is_a_sunday_in_its_season(year in 1583_i16..9999) {
        let easter = easter_sunday(year);
        prop_assert_eq!(easter.weekday(), jiff::civil::Weekday::Sunday);
        prop_assert!((Date::new(year, 3, 22).unwrap()..=Date::new(year, 4, 25).unwrap()).contains(&easter));
    }

    #[test]
    fn there_is_a_working_day_within_a_week(offset in 0_i64..40_000) {
        let date = add_days(day("1990-01-01"), offset);
        for &calendar in Calendar::ALL {
            let next = calendar.next_working_day(date);
            prop_assert!(calendar.is_working_day(next));
            prop_assert!(date <= next && next <= add_days(date, 6));
            let later = calendar.add_working_days(date, 7);
            prop_assert_eq!(calendar.subtract_working_days(add_days(later, 1), 1), later);
            let counted = (1..=20).map(|d| add_days(date, d)).filter(|&d| d <= later && calendar.is_working_day(d)).count();
            prop_assert_eq!(counted, 7);
        }
    }
}
