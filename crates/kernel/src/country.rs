//! The two countries policies are sold in, and the three languages people are written to in.

use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::Calendar;

crate::text_enum! {
    /// A country policies are sold in; written `NL`, `BE`.
    pub enum Country {
        /// The Netherlands.
        Nl = "NL",
        /// Belgium.
        Be = "BE",
    }
}

impl Country {
    /// The zone of local civil time (`GEN-TIME-01`), from the data built into the binary: the machine's own zone files
    /// are not read.
    pub fn time_zone(self) -> TimeZone {
        static AMSTERDAM: LazyLock<TimeZone> = LazyLock::new(|| bundled("Europe/Amsterdam"));
        static BRUSSELS: LazyLock<TimeZone> = LazyLock::new(|| bundled("Europe/Brussels"));
        match self {
            Self::Nl => AMSTERDAM.clone(),
            Self::Be => BRUSSELS.clone(),
        }
    }

    /// The calendar by which our own promises in working days count (`GEN-TIME-05`): NL office, BE legal holidays.
    pub const fn office_calendar(self) -> Calendar {
        match self {
            Self::Nl => Calendar::NlOffice,
            Self::Be => Calendar::BeLegal,
        }
    }

    /// The calendar by which a term within which a customer must act rolls on (`GEN-TIME-08`, `AMB-71`).
    pub const fn statutory_calendar(self) -> Calendar {
        match self {
            Self::Nl => Calendar::NlStatutory,
            Self::Be => Calendar::BeLegal,
        }
    }
}

fn bundled(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).expect("the bundled time zone data holds both zones")
}

crate::text_enum! {
    /// A language people are written to in; written `nl`, `en`, `fr`.
    pub enum Language {
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
    }
}
