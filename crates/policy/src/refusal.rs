//! Why a command is refused. Each refusal is named and carries its rule; what people read derives from its code.

use kernel::{Date, Refusal, Rule};

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $({ $(#[$field_doc:meta])* $field:ident })? = $code:literal, $rule:literal;)*) => {
        /// A refusal of a command on a contract.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum PolicyRefusal {
            $($(#[$doc])* $name $({ $(#[$field_doc])* $field: Date })?,)*
        }

        impl Refusal for PolicyRefusal {
            fn code(&self) -> &'static str {
                match self { $(Self::$name $({ $field: _ })? => $code,)* }
            }

            fn rule(&self) -> Option<Rule> {
                Some(Rule(match self { $(Self::$name $({ $field: _ })? => $rule,)* }))
            }

            fn args(&self) -> Vec<(&'static str, String)> {
                match self { $(Self::$name $({ $field })? => vec![$(("date", $field.to_string()))?],)* }
            }
        }
    };
}

refusals! {
    /// There is no such contract.
    Unknown = "contract-unknown", "DATA-03";
    // The application.
    /// The application names no device.
    NoDevice = "application-no-device", "NL-PROV-09";
    /// Two devices have the same number in the schedule, or one has none.
    ItemTwice = "schedule-item-twice", "NL-PROV-09";
    /// Damage to a smartwatch is never paid in the Netherlands: it is not sold.
    SmartwatchNotCovered = "application-smartwatch-not-covered", "NL-NOPAY-08";
    /// A minor applies without a parent.
    MinorAlone = "application-minor-alone", "LAW-FMT-10";
    /// Household goes with consumers, staff with businesses.
    RelationDoesNotFit = "insured-relation-does-not-fit", "AMB-62";
    /// The application was decided already.
    AlreadyDecided = "application-already-decided", "NL-PROV-04";
    /// Provisional cover is over: nobody can decide on the application any more.
    ProvisionalOver = "application-provisional-over", "NL-PROV-02";
    /// The screening has not cleared the applicant.
    NotCleared = "application-not-cleared", "AMB-41";
    /// The purchase value is above what the power of attorney lets us accept.
    AboveAuthority = "application-above-authority", "ACT-06";
    /// No question is open.
    NothingAsked = "application-nothing-asked", "NL-PROV-03";
    /// No offer waits for an answer.
    NoOffer = "offer-none", "AMB-09";
    /// An offer is out already; it is answered or withdrawn by a rejection first.
    OfferWaits = "offer-waits", "NL-PROV-05";
    /// The offer is what was applied for: it is accepted instead.
    OfferChangesNothing = "offer-changes-nothing", "NL-PROV-05";
    /// A day that counts lies outside what can be: a start in the past, or more than a year away.
    DateOutOfRange = "date-out-of-range", "GEN-TIME-01";
    // Taken over from another administrator.
    /// What was paid, open or agreed at the takeover does not fit together.
    TakenOverUnsound = "takeover-unsound", "GEN-TIME-04";
    /// The policy had ended before the takeover.
    TakenOverEnded = "takeover-ended", "NL-END-11";
    // The end.
    /// The policy does not run.
    NotRunning = "policy-not-running", "NL-END-11";
    /// A policy ends in this way by itself, not by a notice.
    NotByNotice = "ending-not-by-notice", "NL-END-11";
    /// The cooling-off period is over.
    CoolingOffOver {
        /// Its last day.
        last_day
    } = "policy-cooling-off-over", "NL-END-05";
    /// This way of ending is not known in the country of the policy.
    NotInCountry = "ending-not-in-country", "GEN-LAW-01";
    /// This person cannot end the policy in this way.
    SenderMayNot = "ending-sender-may-not", "ACT-01";
    /// Somebody acts for the policyholder without proof of authority.
    NoAuthority = "ending-no-authority", "AMB-20";
    /// This notice must be in writing.
    NotInWriting = "ending-not-in-writing", "GEN-FORM-01";
    /// A notice or event cannot lie in the future.
    InFuture = "ending-in-future", "GEN-TIME-06";
    /// A notice or event cannot lie before the application.
    BeforeApplication {
        /// Day of the application.
        date
    } = "ending-before-application", "NL-PROV-07";
    /// After a claim a policy can be ended once the claim is closed.
    ClaimNotClosed = "ending-claim-not-closed", "NL-END-02";
    /// The time to end it after the claim is over.
    AfterClaimOver {
        /// Its last day.
        last_day
    } = "ending-after-claim-over", "NL-END-02";
    /// Nothing changes to the policyholder's disadvantage.
    NoAdverseChange = "ending-no-adverse-change", "BE-PREM-05";
    /// The time to leave because of a change is over.
    AdverseChangeOver {
        /// Its last day.
        last_day
    } = "ending-adverse-change-over", "BE-END-08";
    /// The day of the declaration of bankruptcy is missing.
    NoDeclaration = "ending-no-declaration", "AMB-37";
    /// The trustee's three months are over.
    TrusteeOver {
        /// Their last day.
        last_day
    } = "ending-trustee-over", "BE-END-10";
    /// Premium did not stay unpaid repeatedly.
    NotRepeated = "ending-not-repeated", "AMB-13";
    /// The policyholder is on no sanctions list.
    NotListed = "ending-not-listed", "BE-SANC-03";
    /// The policy does not renew, so that there is no renewal to stop.
    NoRenewal = "ending-no-renewal", "NL-TERM-02";
    /// No cancellation waits.
    NoCancellation = "cancellation-none", "NL-END-11";
    /// The cancellation has worked: the policy ended.
    CancellationWorked {
        /// First day without the policy.
        date
    } = "cancellation-worked", "NL-END-11";
    /// Only the policyholder's own choice can be taken back.
    CancellationStays = "cancellation-stays", "NL-END-11";
    // Changes.
    /// There is no such device in the schedule.
    ItemUnknown = "schedule-item-unknown", "NL-PROV-09";
    /// Cover cannot be bought for the past.
    ChangeBackwards = "change-backwards", "NL-PROV-09";
    /// The change would count after the policy has ended.
    ChangeAfterEnd {
        /// First day without the policy.
        date
    } = "change-after-end", "NL-END-11";
    /// The price after the change is not known.
    PremiumUnknown = "change-premium-unknown", "GEN-TAX-01";
    /// A change by the insurer is announced in a campaign.
    ChangeNeedsAnnouncement = "change-needs-announcement", "BE-PREM-04";
    /// In the Netherlands premium and conditions change on a renewal only.
    ChangeNotAtRenewal {
        /// The next day on which it can change.
        date
    } = "change-not-at-renewal", "AMB-56";
    /// A change is announced at least a month before.
    ChangeTooSoon {
        /// The first day on which it can count.
        date
    } = "change-too-soon", "BE-PREM-04";
    /// This campaign announced nothing on this policy.
    ChangeUnknown = "change-unknown", "BE-PREM-04";
    /// The change counts already: it cannot be taken back.
    ChangeInForce {
        /// Since when.
        date
    } = "change-in-force", "BE-PREM-04";
    // Reminders.
    /// There is no such reminder.
    ReminderUnknown = "reminder-unknown", "NL-DUN-02";
    /// It is proven that the reminder arrived.
    ReminderArrived = "reminder-arrived", "AMB-12";
    /// A reminder cannot be received before it was sent.
    ReceiptBeforeSent = "reminder-receipt-before-sent", "GEN-TIME-06";
    /// Nothing is open that could be reminded of now.
    NothingToRemind = "reminder-nothing-open", "NL-DUN-01";
    /// A hold on reminders ends today or later, and within half a year.
    HoldOutOfRange { /// The last day that can be.
        date } = "hold-out-of-range", "NL-DUN-02";
    /// The policy has come to its end, or never began: there is nothing to hold.
    NothingToHold = "hold-nothing", "NL-DUN-02";
    /// A payment plan has two to twelve monthly parts, the first today or later, the last within a year.
    PlanOutOfRange { /// The last day that can be.
        date } = "plan-out-of-range", "NL-DUN-02";
    /// Nothing is open that could be paid in parts.
    PlanNothing = "plan-nothing-open", "NL-DUN-02";
    /// Another payment plan runs.
    PlanRuns = "plan-runs", "NL-DUN-02";
    /// There are no such costs and no such interest.
    ChargeUnknown = "charge-unknown", "NL-DUN-05";
    /// Nothing is overdue that may be set off against a benefit.
    NothingToSetOff = "set-off-nothing", "AMB-14";
    /// No more is set off than is overdue.
    AboveOverdue = "set-off-above-overdue", "AMB-14";
    // Corrections.
    /// The contract does not hold the fact that is to be corrected.
    FactUnknown = "correction-fact-unknown", "GEN-RANK-05";
    /// This fact is not corrected in this way.
    NotCorrectable = "correction-not-possible", "GEN-RANK-05";
    // Partners.
    /// The insurance is over or never began: there is nothing to open to a partner any more.
    PartnerViewOver = "partner-view-over", "PRIV-24";
    // Money.
    /// There is no mandate that could be used.
    NoMandate = "mandate-none", "LAW-SEPA-03";
    /// No such direct debit waits for release.
    CollectionNotWaiting = "collection-not-waiting", "LAW-SEPA-05";
    /// A direct debit that is not under way cannot be booked.
    CollectionNotUnderWay = "collection-not-under-way", "LAW-SEPA-09";
    /// An amount must be above zero.
    AmountNotPositive = "amount-not-positive", "MONEY-02";
    /// The amount differs from that of the direct debit.
    AmountDiffers = "collection-amount-differs", "MONEY-02";
    /// No such refund waits.
    RefundNotWaiting = "refund-not-waiting", "MONEY-03";
    /// What was to go back has gone back otherwise: the debit that had paid it came back.
    RefundNotOwed = "refund-not-owed", "LAW-SEPA-08";
    /// Nobody knows where the refund must go.
    NoRefundAccount = "refund-no-account", "MONEY-03";
    /// Money on the contract is blocked (LAW-SANC-03).
    Blocked = "contract-blocked", "BE-SANC-03";
}
