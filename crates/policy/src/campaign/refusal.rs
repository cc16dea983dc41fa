//! Why a campaign is refused.

use kernel::{Refusal, Rule};

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $rule:literal;)*) => {
        /// A refusal of a command on a campaign.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum CampaignRefusal { $($(#[$doc])* $name,)* }

        impl Refusal for CampaignRefusal {
            fn code(&self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            fn rule(&self) -> Option<Rule> {
                Some(match self { $(Self::$name => Rule($rule),)* })
            }
        }
    };
}

refusals! {
    /// It has no name.
    NoName = "campaign-no-name", "OFFICE-12";
    /// The reason is missing in a language: every customer is told why.
    NoReason = "campaign-no-reason", "BE-PREM-04";
    /// No plan is chosen.
    NoPlan = "campaign-no-plan", "OFFICE-12";
    /// A plan is not part of the product, or of the new version of it.
    PlanUnknown = "campaign-plan-unknown", "OFFICE-12";
    /// Neither premium nor conditions change.
    ChangesNothing = "campaign-changes-nothing", "OFFICE-12";
    /// A percentage beyond what can be meant.
    PercentOutOfRange = "campaign-percent-out-of-range", "OFFICE-12";
    /// An amount beyond what can be meant.
    AmountOutOfRange = "campaign-amount-out-of-range", "OFFICE-12";
    /// There is no new tariff without a new version.
    NoTariff = "campaign-no-tariff", "GEN-TAX-01";
    /// No such version is published.
    VersionUnknown = "campaign-version-unknown", "GEN-RANK-05";
    /// The new conditions are of another product.
    OtherProduct = "campaign-other-product", "GEN-RANK-05";
    /// The new version is the one that the policies are under: its latest revision holds for them already.
    SameVersion = "campaign-same-version", "GEN-RANK-05";
    /// It would count from today or earlier.
    InPast = "campaign-in-past", "BE-PREM-04";
    /// It would count only in more than two years.
    TooFar = "campaign-too-far", "BE-PREM-04";
    /// Its last day lies before its first.
    UntilBeforeFrom = "campaign-until-before-from", "BE-PREM-04";
    /// It would reach no policy.
    ReachesNobody = "campaign-reaches-nobody", "OFFICE-12";
    /// Another campaign under way is after some of the same policies.
    Overlaps = "campaign-overlaps", "AMB-56";
    /// What is asked does not fit where it stands.
    NotNow = "campaign-not-now", "OFFICE-12";
}
