//! Pages of the customer: application, overview, policy, claim.

pub(crate) mod account;
mod apply;
mod apply_done;
mod asked;
mod cancel;
mod change;
mod claim;
mod claims;
mod cover;
mod details;
mod kept;
mod overview;
mod policy;
mod premium;
pub(crate) mod proposal;
mod question;
pub(crate) mod reach;
mod refund;
pub(crate) mod report;
pub(crate) mod share;
mod work;

pub use account::AccountPage;
pub use apply::ApplyPage;
pub use apply_done::{AppliedPage, ConfirmPage, ConfirmedPage};
pub use asked::{AskedPage, OfferPage};
pub use cancel::CancelPage;
pub use change::{ChangePage, ChangesPage, RequestCard, ToldPage};
pub use claim::{ClaimPage, Payout};
pub use claims::{BegunRow, ClaimRow, ClaimsPage, InsuredDevice, WhichDevicePage};
pub use details::{AddressPage, DetailsPage};
pub use overview::{MyPage, PolicyCard, ToDo};
pub use policy::{PolicyPage, PremiumRow, Stay};
pub use premium::PremiumPage;
pub use question::{Asked, AskedKind, QuestionPage};
pub use refund::RefundPage;
pub use report::ReadyPage;
pub use share::{SharePage, Shared};
pub use work::{JobCard, WorkPage};

use app::access::Action;

use crate::site::{Access, REPORT, Site};

/// The customer's routes.
pub(crate) fn routes(site: Site) -> Site {
    site.get("/apply", Access::Everyone, apply::show)
        .upload("/apply", Access::Everyone, "apply", apply::send)
        .get("/apply/confirm/{token}", Access::Bearer, apply_done::show)
        .post_slowly("/apply/confirm/{token}", Access::Bearer, "link", apply_done::send)
        .get("/apply/done", Access::on(Action::ViewApplication), apply_done::done)
        .get("/my", Access::on(Action::ViewOwnOverview), overview::show)
        .get("/my/details", Access::on(Action::ChangeOwnData), details::show)
        .post("/my/details", Access::on(Action::ChangeOwnData), details::send)
        .post_slowly("/my/details/email", Access::on(Action::ChangeOwnData), "address", details::send_email)
        .get("/address/{token}", Access::Bearer, details::show_address)
        .post_slowly("/address/{token}", Access::Bearer, "link", details::confirm_address)
        .get("/my/policies/{number}/account", Access::to(Action::ChangeMandate, "number"), account::show)
        .post("/my/policies/{number}/account", Access::to(Action::ChangeMandate, "number"), account::send)
        .post(
            "/my/policies/{number}/account/stop",
            Access::to(Action::ChangeMandate, "number"),
            account::stop,
        )
        .get("/my/policies/{number}/premium", Access::to(Action::ViewPremiums, "number"), premium::show)
        .get("/my/policies/{number}/refund", Access::to(Action::ChangeMandate, "number"), refund::show)
        .post_slowly(
            "/my/policies/{number}/refund",
            Access::to(Action::ChangeMandate, "number"),
            "account",
            refund::send,
        )
        .get("/my/policies/{number}/partner", Access::to(Action::GrantPartnerView, "number"), share::show)
        .post("/my/policies/{number}/partner", Access::to(Action::GrantPartnerView, "number"), share::send)
        .get("/my/policies/{number}", Access::to(Action::ViewPolicy, "number"), policy::show)
        .get("/my/policies/{number}/schedule", Access::to(Action::ViewSchedule, "number"), policy::schedule)
        .get(
            "/my/policies/{number}/letters/{letter}",
            Access::to(Action::ViewPolicy, "number"),
            policy::letter,
        )
        .get("/my/policies/{number}/cancel", Access::to(Action::CancelPolicy, "number"), cancel::show)
        .post("/my/policies/{number}/cancel", Access::to(Action::CancelPolicy, "number"), cancel::send)
        .post("/my/policies/{number}/stay", Access::to(Action::CancelPolicy, "number"), cancel::take_back)
        .get("/my/policies/{number}/change", Access::to(Action::ReportChange, "number"), change::list)
        .post(
            "/my/policies/{number}/change/withdraw",
            Access::to(Action::ReportChange, "number"),
            change::withdraw,
        )
        .get("/my/policies/{number}/change/{what}", Access::to(Action::ReportChange, "number"), change::show)
        .post_slowly(
            "/my/policies/{number}/change/{what}",
            Access::to(Action::ReportChange, "number"),
            "change",
            change::send,
        )
        .get(
            "/my/policies/{number}/answer",
            Access::to(Action::AddApplicationEvidence, "number"),
            asked::show,
        )
        .post(
            "/my/policies/{number}/answer",
            Access::to(Action::AddApplicationEvidence, "number"),
            asked::send,
        )
        .get("/my/policies/{number}/offer", Access::to(Action::ViewApplication, "number"), asked::show_offer)
        .post(
            "/my/policies/{number}/offer",
            Access::to(Action::ConfirmApplication, "number"),
            asked::send_offer,
        )
        .get("/my/claims", Access::on(Action::ViewClaim), claims::show)
        .get("/my/claims/new", Access::on(Action::ReportClaim), claims::which)
        .get("/my/claims/new/{number}", Access::to(Action::ReportClaim, "number"), report::show)
        .upload("/my/claims/new/{number}", Access::to(Action::ReportClaim, "number"), REPORT, report::send)
        .post("/my/claims/new/{number}/discard", Access::to(Action::ReportClaim, "number"), report::discard)
        .get("/my/claims/{number}", Access::to(Action::ViewClaim, "number"), claim::show)
        .upload(
            "/my/claims/{number}/papers",
            Access::to(Action::AddEvidence, "number"),
            REPORT,
            claim::papers,
        )
        .post("/my/claims/{number}/objection", Access::to(Action::ObjectToClaim, "number"), claim::object)
        .get("/my/claims/{number}/work", Access::to(Action::ViewClaim, "number"), work::show)
        .post("/my/claims/{number}/work", Access::to(Action::AcceptReplacement, "number"), work::send)
        .get("/my/claims/{number}/answer", Access::to(Action::AddEvidence, "number"), claim::ask)
        .post("/my/claims/{number}/answer", Access::to(Action::AddEvidence, "number"), claim::answer)
}
