//! Every page and every command, by name. What the acts mean to the rules (their groups) stands in the schema.

use super::Kind;

/// Declares [`Action`] with its name, the kind of resource it is about, and the list of all.
macro_rules! actions {
    ($($kind:ident: $($action:ident),+;)+) => {
        /// An act somebody may be allowed to do. Each is about one [`Kind`] of resource.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(
            #[doc = concat!("On a resource of kind `", stringify!($kind), "`.")]
            $action,
        )+)+ }

        impl Action {
            /// All acts, in the order of the table.
            pub const ALL: &'static [Self] = &[$($(Self::$action,)+)+];

            /// The name in the policy set.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($(Self::$action => stringify!($action),)+)+ }
            }

            /// The act of this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.name() == name)
            }

            /// The kind of resource the act is about.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $($(Self::$action)|+ => Kind::$kind,)+ }
            }
        }
    };
}

actions! {
    Site: ViewSite, Apply, OpenAccount;
    Account: ViewAccount, ManageAccount;
    Application: ViewApplication, ConfirmApplication, WithdrawApplication, AddApplicationEvidence, AskApplicant,
        ScreenApplicant, AcceptApplication, RejectApplication, ApproveRejection, LapseApplication;
    Policy: ViewPolicy, ViewPolicyStatus, ViewSchedule, ViewPremiums, ReportClaim, CancelPolicy, ChangeMandate,
        GrantPartnerView, ReportChange, EndPolicy, ApproveEnding, CorrectPolicy;
    Claim: ViewClaim, ViewClaimStatus, AddEvidence, WithdrawClaim, ObjectToClaim, AcceptReplacement, AskForEvidence, StateFinding,
        DecideClaim, HandleClaim, RefuseClaim, AnswerObjection, ApproveRefusal, ApprovePayout, OrderRepair;
    RepairOrder: ViewRepairOrder, ReportRepair;
    Incident: ViewIncidents, RecordIncident, ApproveIncident, CorrectIncident;
    Party: ViewOwnOverview, ChangeOwnData, ViewPersonalData, ChangePersonalData, SearchPeople;
    Document: ViewDocument;
    Task: ViewWorkList, DoTask;
    Books: ViewLedger, ViewCollections, ViewPayments, PrepareCollection, ReleaseCollection, ImportStatement,
        MatchSuspense, PreparePayments, ReleasePayments, CloseMonth, ApproveClose;
    Settlement: ViewSettlement;
    Product: ViewProducts, ManageProducts;
    Campaign: ViewCampaigns, PrepareCampaign, ApproveCampaign, StopCampaign;
    System: ViewUsers, ManageUsers, ViewJournal, ViewLooks, ViewStuck, ResolveStuck, RunDay;
}
