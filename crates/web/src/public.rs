//! Pages for everybody.

mod conditions;
mod contact;
mod faq;
mod home;
mod how;
mod plans;
mod privacy;
mod wording;

pub use conditions::{ConditionsPage, Document};
pub use contact::ContactPage;
pub use faq::FaqPage;
pub use home::HomePage;
pub use how::HowPage;
pub use plans::{Market, Offer, OfferedPlan, PlanCard, PlansPage, cards};
pub use privacy::PrivacyPage;
pub use wording::{Chapter, Line, WordingPage};

use crate::site::{Access, Site};

/// The public routes.
pub(crate) fn routes(site: Site) -> Site {
    site.get("/", Access::Everyone, home::show)
        .get("/plans", Access::Everyone, plans::show)
        .get("/how-it-works", Access::Everyone, how::show)
        .get("/faq", Access::Everyone, faq::show)
        .get("/contact", Access::Everyone, contact::show)
        .get("/privacy", Access::Everyone, privacy::show)
        .get("/conditions", Access::Everyone, conditions::show)
        .get("/conditions/{product}", Access::Everyone, wording::show)
}
