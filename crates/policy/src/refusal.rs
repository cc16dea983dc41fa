//! Why a command is refused. Each refusal is named and carries its rule; what people read derives from its code.

use kernel::{Date, Refusal, Rule};

/// A refusal of a command on a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicyRefusal {
    /// There is no such contract.
    Unknown,
    /// The application names no device.
    NoDevice,
    /// The application was decided already.
    AlreadyDecided,
    /// Provisional cover is over: nobody can decide on the application any more (NL-PROV-02).
    ProvisionalOver,
    /// The screening has not cleared the applicant (AMB-41).
    NotCleared,
    /// The purchase value is above what the power of attorney lets us accept.
    AboveAuthority,
    /// No question is open.
    NothingAsked,
    /// The policy does not run.
    NotRunning,
    /// The cooling-off period is over.
    CoolingOffOver {
        /// Its last day.
        last_day: Date,
    },
    /// There is no mandate that could be used.
    NoMandate,
    /// No such direct debit waits for release.
    CollectionNotWaiting,
    /// A direct debit that is not under way cannot be booked.
    CollectionNotUnderWay,
    /// An amount must be above zero.
    AmountNotPositive,
    /// The amount differs from that of the direct debit.
    AmountDiffers,
    /// No such refund waits.
    RefundNotWaiting,
    /// Nobody knows where the refund must go.
    NoRefundAccount,
    /// Money on the contract is blocked (LAW-SANC-03).
    Blocked,
}

impl Refusal for PolicyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "contract-unknown",
            Self::NoDevice => "application-no-device",
            Self::AlreadyDecided => "application-already-decided",
            Self::ProvisionalOver => "application-provisional-over",
            Self::NotCleared => "application-not-cleared",
            Self::AboveAuthority => "application-above-authority",
            Self::NothingAsked => "application-nothing-asked",
            Self::NotRunning => "policy-not-running",
            Self::CoolingOffOver { .. } => "policy-cooling-off-over",
            Self::NoMandate => "mandate-none",
            Self::CollectionNotWaiting => "collection-not-waiting",
            Self::CollectionNotUnderWay => "collection-not-under-way",
            Self::AmountNotPositive => "amount-not-positive",
            Self::AmountDiffers => "collection-amount-differs",
            Self::RefundNotWaiting => "refund-not-waiting",
            Self::NoRefundAccount => "refund-no-account",
            Self::Blocked => "contract-blocked",
        }
    }

    fn rule(&self) -> Option<Rule> {
        Some(Rule(match self {
            Self::NoDevice => "NL-PROV-09",
            Self::AlreadyDecided => "NL-PROV-04",
            Self::ProvisionalOver => "NL-PROV-02",
            Self::NotCleared => "AMB-41",
            Self::AboveAuthority => "ACT-06",
            Self::NothingAsked => "NL-PROV-03",
            Self::NotRunning => "NL-END-11",
            Self::CoolingOffOver { .. } => "NL-END-05",
            Self::Blocked => "BE-SANC-03",
            _ => return None,
        }))
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::CoolingOffOver { last_day } => vec![("date", last_day.to_string())],
            _ => Vec::new(),
        }
    }
}
