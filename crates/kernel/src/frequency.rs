//! How often premium falls due (DATA-09).

crate::text_enum! {
    /// How often premium falls due.
    pub enum Frequency {
        /// Each month.
        Monthly = "monthly",
        /// Each year.
        Yearly = "yearly",
        /// Once, when the policy is taken out (NL-PREM-01, BE-PREM-03).
        OneOff = "one-off",
    }
}

impl Frequency {
    /// Months that one instalment pays for; none for a one-off premium, which pays for the whole duration.
    pub const fn months(self) -> Option<u32> {
        match self {
            Self::Monthly => Some(1),
            Self::Yearly => Some(12),
            Self::OneOff => None,
        }
    }
}
