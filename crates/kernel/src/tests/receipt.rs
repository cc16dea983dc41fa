use super::{day, instant};
use crate::{Country, Delivery, presumed_receipt};

fn check(sent: &str, by: Delivery, country: Country, expected: &str) {
    let receipt = presumed_receipt(instant(sent), by, country);
    assert_eq!(receipt.day, day(expected), "{sent} {by} {country}");
    assert_eq!(receipt.at.is_some(), by == Delivery::Electronic);
}

#[test]
fn receipt_is_presumed_as_amb_12_says() {
    let (nl, be) = (Country::Nl, Country::Be);
    check("2026-04-01T21:00:00Z", Delivery::Electronic, nl, "2026-04-01");
    check("2026-04-01T22:30:00Z", Delivery::Electronic, nl, "2026-04-02");
    // Dutch post: Tuesday to Saturday.
    check("2026-06-01T10:00:00Z", Delivery::Post, nl, "2026-06-03"); // Monday: Tuesday, Wednesday
    check("2026-06-04T10:00:00Z", Delivery::Post, nl, "2026-06-06"); // Thursday: Friday, Saturday
    check("2026-06-05T10:00:00Z", Delivery::Post, nl, "2026-06-09"); // Friday: Saturday, Tuesday
    check("2026-06-06T10:00:00Z", Delivery::Post, nl, "2026-06-10"); // Saturday: Tuesday, Wednesday
    check("2026-06-07T10:00:00Z", Delivery::Registered, nl, "2026-06-10"); // Sunday
    check("2026-04-01T10:00:00Z", Delivery::Post, nl, "2026-04-04"); // Good Friday is left out
    check("2026-12-23T10:00:00Z", Delivery::Post, nl, "2026-12-29"); // 24th; Christmas, weekend, Monday; 29th
    // Belgian post: the third working day; a registered letter from its deposit.
    check("2026-06-01T10:00:00Z", Delivery::Post, be, "2026-06-04");
    check("2026-06-04T10:00:00Z", Delivery::Post, be, "2026-06-09");
    check("2026-07-20T10:00:00Z", Delivery::Post, be, "2026-07-24"); // the national day in between
    check("2026-04-01T10:00:00Z", Delivery::Registered, be, "2026-04-01");
}
