use proptest::prelude::*;

use super::{day, few_cases, instant};
use crate::{
    Calendar, Country, Date, Roll, Term, TermError, add_days, add_months_anchored, end_of_day, local_date,
    start_of_day,
};

fn check(term: &str, from: &str, country: Country, roll: Roll, last_day: &str, end: &str) {
    let term: Term = term.parse().expect("a term of a test");
    let deadline = term.from_date(day(from), country, roll);
    assert_eq!(deadline.last_day, Some(day(last_day)), "{term} from {from}");
    assert_eq!(deadline.end, instant(end), "{term} from {from}");
    let noon =
        start_of_day(day(from), country).checked_add(jiff::SignedDuration::from_hours(12)).expect("a noon");
    assert_eq!(term.from_instant(noon, country, roll), deadline, "the time of day plays no part");
}

#[test]
fn the_worked_example_of_nl_dun() {
    let (nl, roll) = (Country::Nl, Roll::for_customer(Country::Nl));
    check("30 days", "2026-03-01", nl, Roll::Never, "2026-03-31", "2026-03-31T22:00:00Z");
    check("14 days", "2026-04-01", nl, roll, "2026-04-15", "2026-04-15T22:00:00Z"); // 16 April 00:00
    let paid = instant("2026-04-20T08:00:00Z"); // 10:00
    let again = Term::Hours(24).from_instant(paid, nl, roll);
    assert_eq!((again.last_day, again.end), (None, instant("2026-04-21T08:00:00Z")));
}

#[test]
fn the_worked_example_of_be_dun() {
    let (be, roll) = (Country::Be, Roll::for_customer(Country::Be));
    check("15 days", "2026-04-01", be, roll, "2026-04-16", "2026-04-16T22:00:00Z"); // 17 April 00:00
    // 2 May 2026 is a Saturday: a duration of cover does not roll.
    check("15 days", "2026-04-17", be, Roll::Never, "2026-05-02", "2026-05-02T22:00:00Z"); // 3 May 00:00
    check("15 days", "2026-04-17", be, roll, "2026-05-04", "2026-05-04T22:00:00Z");
}

#[test]
fn days_around_weekends_holidays_and_year_ends() {
    let (nl, be) = (Country::Nl, Country::Be);
    let nl_roll = Roll::for_customer(nl);
    check("0 days", "2026-06-10", nl, Roll::Never, "2026-06-10", "2026-06-10T22:00:00Z");
    check("1 day", "2026-06-10", nl, Roll::Never, "2026-06-11", "2026-06-11T22:00:00Z");
    check("14 days", "2026-03-20", nl, Roll::Never, "2026-04-03", "2026-04-03T22:00:00Z");
    // Good Friday, Saturday, Easter and Easter Monday in one go; in Belgium Good Friday is a working day.
    check("14 days", "2026-03-20", nl, nl_roll, "2026-04-07", "2026-04-07T22:00:00Z");
    check("14 days", "2026-03-20", be, Roll::for_customer(be), "2026-04-03", "2026-04-03T22:00:00Z");
    check("14 days", "2026-12-11", nl, nl_roll, "2026-12-28", "2026-12-28T23:00:00Z");
    check("14 days", "2026-12-18", nl, nl_roll, "2027-01-04", "2027-01-04T23:00:00Z");
    check("14 days", "2028-02-15", nl, Roll::Never, "2028-02-29", "2028-02-29T23:00:00Z");
    check("14 days", "2027-02-15", nl, Roll::Never, "2027-03-01", "2027-03-01T23:00:00Z");
}

#[test]
fn a_late_evening_counts_by_the_local_day() {
    // 23:30 on 1 April in Amsterdam is still the first in UTC, 00:30 on the second is not the first any more.
    let by = |at| Term::Days(14).from_instant(instant(at), Country::Nl, Roll::Never).last_day;
    assert_eq!(by("2026-04-01T21:59:59.999999Z"), Some(day("2026-04-15")));
    assert_eq!(by("2026-04-01T22:00:00Z"), Some(day("2026-04-16")));
    // And in winter one hour later.
    assert_eq!(by("2026-01-01T22:59:59Z"), Some(day("2026-01-15")));
    assert_eq!(by("2026-01-01T23:00:00Z"), Some(day("2026-01-16")));
}

#[test]
fn months_clamp_and_keep_their_anchor() {
    let nl = Country::Nl;
    check("1 month", "2026-01-31", nl, Roll::Never, "2026-02-28", "2026-02-28T23:00:00Z");
    check("1 month", "2028-01-31", nl, Roll::Never, "2028-02-29", "2028-02-29T23:00:00Z");
    check("1 month", "2026-03-31", nl, Roll::Never, "2026-04-30", "2026-04-30T22:00:00Z");
    check("12 months", "2028-02-29", nl, Roll::Never, "2029-02-28", "2029-02-28T23:00:00Z");
    check("36 months", "2026-12-31", nl, Roll::Never, "2029-12-31", "2029-12-31T23:00:00Z");
    check("2 months", "2026-12-31", nl, Roll::Never, "2027-02-28", "2027-02-28T23:00:00Z");
    let series: Vec<Date> = (-1..5).map(|n| add_months_anchored(day("2028-01-31"), n)).collect();
    let expected =
        ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"].map(day);
    assert_eq!(series, expected);
}

#[test]
fn working_days_follow_the_office_of_the_country() {
    check("2 working days", "2025-04-30", Country::Nl, Roll::Never, "2025-05-02", "2025-05-02T22:00:00Z");
    check("2 working days", "2025-04-30", Country::Be, Roll::Never, "2025-05-05", "2025-05-05T22:00:00Z"); // 1 May
    check("3 working days", "2025-04-30", Country::Nl, Roll::Never, "2025-05-06", "2025-05-06T22:00:00Z"); // 5 May
    check("2 working days", "2026-05-04", Country::Nl, Roll::Never, "2026-05-06", "2026-05-06T22:00:00Z"); // no lustrum
    check("15 working days", "2026-07-10", Country::Nl, Roll::Never, "2026-07-31", "2026-07-31T22:00:00Z");
    check("15 working days", "2026-07-10", Country::Be, Roll::Never, "2026-08-03", "2026-08-03T22:00:00Z"); // 21 July
    check("15 working days", "2026-08-03", Country::Nl, Roll::Never, "2026-08-24", "2026-08-24T22:00:00Z");
    check("5 working days", "2026-12-24", Country::Be, Roll::Never, "2027-01-04", "2027-01-04T23:00:00Z");
    check("5 working days", "2026-12-23", Country::Nl, Roll::Never, "2026-12-31", "2026-12-31T23:00:00Z");
}

#[test]
fn hours_are_elapsed_time_also_when_the_clocks_change() {
    let hours =
        |from, hours: u32| Term::Hours(hours).from_instant(instant(from), Country::Nl, Roll::Never).end;
    // Saturday 28 March 2026 10:00 local + 24 h is Sunday 11:00 local: the night has an hour less.
    assert_eq!(hours("2026-03-28T09:00:00Z", 24), instant("2026-03-29T09:00:00Z"));
    assert_eq!(hours("2026-10-24T08:00:00Z", 48), instant("2026-10-26T08:00:00Z"));
    assert_eq!(
        Term::Hours(24).from_date(day("2026-04-01"), Country::Nl, Roll::Never).end,
        instant("2026-04-02T22:00:00Z"),
        "of a day only: from its end"
    );
}

#[test]
fn days_last_23_to_25_hours() {
    let hours = |date: &str, country| {
        (end_of_day(day(date), country).as_second() - start_of_day(day(date), country).as_second()) / 3_600
    };
    for &country in Country::ALL {
        assert_eq!(hours("2026-03-28", country), 24);
        assert_eq!(hours("2026-03-29", country), 23);
        assert_eq!(hours("2026-10-25", country), 25);
    }
    assert_eq!(start_of_day(day("2026-03-29"), Country::Nl), instant("2026-03-28T23:00:00Z"));
    assert_eq!(start_of_day(day("2026-03-30"), Country::Nl), instant("2026-03-29T22:00:00Z"));
    let twice = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]; // 02:30 local, both of them
    assert!(twice.iter().all(|at| local_date(instant(at), Country::Be) == day("2026-10-25")));
}

#[test]
fn the_end_of_time_does_not_panic() {
    for &country in Country::ALL {
        for term in [Term::Hours(u32::MAX), Term::Days(u32::MAX), Term::Months(u32::MAX)] {
            let _ = term.from_date(Date::MAX, country, Roll::for_customer(country));
            let _ = term.from_date(Date::MIN, country, Roll::for_customer(country));
            let _ = term.latest_day_before(Date::MIN, country);
            let _ = term.latest_day_before(Date::MAX, country);
        }
        let _ = Term::WorkingDays(3).from_date(Date::MAX, country, Roll::Never);
        let _ = Term::WorkingDays(3).latest_day_before(Date::MIN, country);
    }
}

#[test]
fn a_deadline_is_half_open() {
    let deadline = Term::Days(14).from_date(day("2026-04-01"), Country::Nl, Roll::Never);
    assert!(deadline.is_met_at(instant("2026-04-15T21:59:59.999999Z")));
    assert!(!deadline.is_met_at(deadline.end));
    assert!(deadline.has_passed_at(deadline.end));
}

#[test]
fn terms_are_read_as_they_are_written() {
    let read = |text: &str| text.parse::<Term>();
    assert_eq!(read("24 hours"), Ok(Term::Hours(24)));
    assert_eq!(read("14 days"), Ok(Term::Days(14)));
    assert_eq!(read("1 month"), Ok(Term::Months(1)));
    assert_eq!(read("15 working days"), Ok(Term::WorkingDays(15)));
    assert_eq!(read("1 working day"), Ok(Term::WorkingDays(1)));
    assert_eq!(read("0 days"), Ok(Term::Days(0)));
    for (text, wrong) in [
        ("", TermError::Shape),
        ("14", TermError::Shape),
        ("14days", TermError::Shape),
        ("-1 days", TermError::Shape),
        ("1.5 days", TermError::Shape),
        ("99999999999 days", TermError::Shape),
        (" days", TermError::Shape),
        ("1 days", TermError::Unit),
        ("2 month", TermError::Unit),
        ("2 years", TermError::Unit),
        ("2  days", TermError::Unit),
        ("40000 days", TermError::TooLong),
        ("1201 months", TermError::TooLong),
    ] {
        assert_eq!(read(text), Err(wrong), "{text:?}");
    }
}

#[test]
fn notice_before_a_date() {
    let latest = |term: &str, date: &str| {
        term.parse::<Term>().expect("a term").latest_day_before(day(date), Country::Nl).to_string()
    };
    assert_eq!(latest("1 month", "2026-04-01"), "2026-02-28");
    assert_eq!(latest("1 month", "2028-04-01"), "2028-02-29");
    assert_eq!(latest("1 month", "2026-03-31"), "2026-02-28");
    assert_eq!(latest("1 month", "2026-05-15"), "2026-04-14");
    assert_eq!(latest("2 months", "2027-01-01"), "2026-10-31");
    assert_eq!(latest("14 days", "2026-04-16"), "2026-04-01");
    assert_eq!(latest("24 hours", "2026-03-30"), "2026-03-27"); // the 29th has 23 hours
}

fn any_term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (0_u32..200).prop_map(Term::Hours),
        (0_u32..400).prop_map(Term::Days),
        (0_u32..40).prop_map(Term::Months),
        (0_u32..40).prop_map(Term::WorkingDays),
    ]
}

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..20_000).prop_map(|days| add_days(day("2010-01-01"), days))
}

fn any_country() -> impl Strategy<Value = Country> {
    prop::sample::select(Country::ALL)
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn text_goes_round(term in any_term()) {
        prop_assert_eq!(term.to_string().parse(), Ok(term));
    }

    #[test]
    fn rolling_never_harms_and_ends_on_a_working_day(term in any_term(), from in any_day(), country in any_country()) {
        let fixed = term.from_date(from, country, Roll::Never);
        for &calendar in Calendar::ALL {
            let rolled = term.from_date(from, country, Roll::NextWorkingDay(calendar));
            prop_assert!(rolled.end >= fixed.end);
            if let (Some(last), Some(fixed_last)) = (rolled.last_day, fixed.last_day) {
                prop_assert!(calendar.is_working_day(last));
                prop_assert_eq!(calendar.is_working_day(fixed_last), last == fixed_last);
                prop_assert_eq!(rolled.end, start_of_day(add_days(last, 1), country));
            } else {
                prop_assert_eq!(rolled, fixed);
            }
        }
    }

    #[test]
    fn a_later_event_never_ends_earlier(term in any_term(), from in any_day(), country in any_country()) {
        let next = term.from_date(add_days(from, 1), country, Roll::Never);
        prop_assert!(term.from_date(from, country, Roll::Never).end <= next.end);
    }

    #[test]
    fn notice_is_the_last_day_that_fits(term in any_term(), date in any_day(), country in any_country()) {
        let latest = term.latest_day_before(date, country);
        let begins = start_of_day(date, country);
        prop_assert!(term.from_date(latest, country, Roll::Never).end <= begins);
        prop_assert!(term.from_date(add_days(latest, 1), country, Roll::Never).end > begins);
    }

    #[test]
    fn a_day_begins_on_itself(date in any_day(), country in any_country()) {
        let start = start_of_day(date, country);
        prop_assert_eq!(local_date(start, country), date);
        let before = crate::Instant::from_microsecond(start.as_microsecond() - 1).expect("an instant");
        prop_assert_eq!(local_date(before, country), add_days(date, -1));
    }
}
