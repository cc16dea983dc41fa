//! When something counts as received (`GEN-TIME-06`, `AMB-12`).

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use crate::{Calendar, Country, Date, Instant, add_days, local_date};

crate::text_enum! {
    /// How something travels to its reader.
    pub enum Delivery {
        /// E-mail or portal inbox: received the instant it arrives.
        Electronic = "electronic",
        /// An ordinary letter.
        Post = "post",
        /// A registered letter.
        Registered = "registered",
    }
}

/// When something counts as received. Evidence of another moment beats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Receipt {
    /// The local day of receipt: the day that a term "after receipt" does not count.
    pub day: Date,
    /// The instant, where one is known: of post only the day is.
    pub at: Option<Instant>,
}

/// When something that was handed over at `sent` counts as received, in the reader's country.
///
/// - Electronic: that instant.
/// - NL, ordinary and registered post: the second postal day after it was posted. Postal days are Tuesday to Saturday
///   without the holidays of the Dutch statutory calendar; Good Friday and 5 May are left out too although post may come
///   then, since a later receipt can only give the customer time.
/// - BE, ordinary post: the third working day after it was posted.
/// - BE, registered post: the day it was deposited. The insurance act lets the term of a registered notice begin the day
///   after its deposit (`AMB-12`).
pub fn presumed_receipt(sent: Instant, by: Delivery, country: Country) -> Receipt {
    let sent_on = local_date(sent, country);
    match (by, country) {
        (Delivery::Electronic, _) => Receipt { day: sent_on, at: Some(sent) },
        (Delivery::Post | Delivery::Registered, Country::Nl) => {
            Receipt { day: postal_day_after(postal_day_after(sent_on)), at: None }
        }
        (Delivery::Post, Country::Be) => {
            Receipt { day: Calendar::BeLegal.add_working_days(sent_on, 3), at: None }
        }
        (Delivery::Registered, Country::Be) => Receipt { day: sent_on, at: None },
    }
}

/// The first Dutch postal day after a date.
fn postal_day_after(date: Date) -> Date {
    let mut day = add_days(date, 1);
    while (matches!(day.weekday(), Weekday::Sunday | Weekday::Monday)
        || Calendar::NlStatutory.is_holiday(day))
        && day != Date::MAX
    {
        day = add_days(day, 1);
    }
    day
}
