//! Working-day calendars, computed for any year (`LAW-CAL-01` to `07`).
//!
//! A calendar answers about one day; it is a set, not a list: in 2008 Ascension Day fell on 1 May.

use jiff::civil::Weekday;

use crate::{Date, add_days};

crate::text_enum! {
    /// Which days are days off.
    pub enum Calendar {
        /// The Dutch general terms act: 5 May is a holiday every year and Good Friday counts as one (`LAW-CAL-01`).
        NlStatutory = "nl-statutory",
        /// Days on which Dutch offices are closed: 5 May only in years divisible by five, Good Friday is an ordinary
        /// day (`LAW-CAL-02`). Used for what we promise in working days: fewer days off is kinder to the customer.
        NlOffice = "nl-office",
        /// The ten Belgian legal holidays (`LAW-CAL-05`).
        BeLegal = "be-legal",
        /// Days on which the euro payment system is closed (`LAW-SEPA-10`).
        Target = "target",
    }
}

impl Calendar {
    /// Whether the day is one of the calendar's holidays. Saturdays and Sundays as such are none.
    pub fn is_holiday(self, date: Date) -> bool {
        let after_easter = days_after_easter(date);
        let fixed = (date.month(), date.day());
        match self {
            Self::NlStatutory => {
                after_easter == GOOD_FRIDAY || fixed == LIBERATION_DAY || is_dutch_holiday(date, after_easter)
            }
            Self::NlOffice => {
                (fixed == LIBERATION_DAY && date.year() % 5 == 0) || is_dutch_holiday(date, after_easter)
            }
            Self::BeLegal => {
                matches!(after_easter, EASTER_MONDAY | ASCENSION | WHIT_MONDAY)
                    || matches!(fixed, (1 | 5, 1) | (7, 21) | (8, 15) | (11, 1 | 11) | (12, 25))
            }
            Self::Target => {
                matches!(after_easter, GOOD_FRIDAY | EASTER_MONDAY)
                    || matches!(fixed, (1 | 5, 1) | (12, 25 | 26))
            }
        }
    }

    /// Whether it is Monday to Friday and no holiday.
    pub fn is_working_day(self, date: Date) -> bool {
        !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.is_holiday(date)
    }

    /// The day itself if it is a working day, otherwise the first one after it.
    pub fn next_working_day(self, date: Date) -> Date {
        self.first_working_day(date, 1)
    }

    /// The day itself if it is a working day, otherwise the last one before it.
    pub fn previous_working_day(self, date: Date) -> Date {
        self.first_working_day(date, -1)
    }

    /// The `days`-th working day after the date; the date itself is not counted (`GEN-TIME-02`, `05`). With 0 the date
    /// itself, whatever day it is.
    pub fn add_working_days(self, date: Date, days: u32) -> Date {
        let mut at = date;
        for _ in 0..days {
            if at == Date::MAX {
                break;
            }
            at = self.next_working_day(add_days(at, 1));
        }
        at
    }

    /// The `days`-th working day before the date; the date itself is not counted.
    pub fn subtract_working_days(self, date: Date, days: u32) -> Date {
        let mut at = date;
        for _ in 0..days {
            if at == Date::MIN {
                break;
            }
            at = self.previous_working_day(add_days(at, -1));
        }
        at
    }

    /// No run of days off in any of the calendars is longer than five days.
    fn first_working_day(self, date: Date, step: i64) -> Date {
        let mut at = date;
        while !self.is_working_day(at) && at != Date::MAX && at != Date::MIN {
            at = add_days(at, step);
        }
        at
    }
}

/// Easter Sunday by the Gregorian computus (`LAW-CAL-07`). The year is one that a [`Date`] can have.
pub fn easter_sunday(year: i16) -> Date {
    // The Meeus/Jones/Butcher form: golden number, century, leap corrections, epact, weekday.
    let y = i32::from(year);
    let golden = y.rem_euclid(19);
    let (century, in_century) = (y.div_euclid(100), y.rem_euclid(100));
    let leap_centuries = century.div_euclid(4);
    let moon_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (in_century / 4) - epact - in_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day_of_march = 22 + epact + weekday - 7 * late;
    let first_of_march = Date::new(year, 3, 1).expect("every year has a first of March");
    add_days(first_of_march, i64::from(day_of_march - 1))
}

const GOOD_FRIDAY: i32 = -2;
const EASTER_MONDAY: i32 = 1;
const ASCENSION: i32 = 39;
const WHIT_MONDAY: i32 = 50;
const LIBERATION_DAY: (i8, i8) = (5, 5);

fn days_after_easter(date: Date) -> i32 {
    i32::from(date.day_of_year()) - i32::from(easter_sunday(date.year()).day_of_year())
}

/// The holidays both Dutch calendars have.
fn is_dutch_holiday(date: Date, after_easter: i32) -> bool {
    matches!(after_easter, EASTER_MONDAY | ASCENSION | WHIT_MONDAY)
        || matches!((date.month(), date.day()), (1, 1) | (12, 25 | 26))
        || is_royal_day(date)
}

/// King's Day on 27 April, from 2014; before that Queen's Day on 30 April. The day before when that is a Sunday.
fn is_royal_day(date: Date) -> bool {
    let day = if date.year() >= 2014 { 27 } else { 30 };
    let official = Date::new(date.year(), 4, day).expect("April has that day");
    let celebrated = if official.weekday() == Weekday::Sunday { add_days(official, -1) } else { official };
    date == celebrated
}
