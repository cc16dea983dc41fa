//! The three plans with what they cover (NL-COV-01, 04…08; AMB-01).

use askama::Template;
use kernel::Money;

use crate::{Answer, Failure, Page, Visit, Words};

/// The plans, from small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// Accident, and defect after the warranty.
    Xandocare,
    /// And theft.
    Plus,
    /// And case and shield.
    PlusProtect,
}

impl Plan {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Xandocare, Self::Plus, Self::PlusProtect];

    /// How forms and addresses name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Xandocare => "xandocare",
            Self::Plus => "plus",
            Self::PlusProtect => "plus-protect",
        }
    }
}

/// The lowest monthly price of each plan, tax included (GEN-TAX-01); `None` when no tariff is published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Prices {
    /// Xandocare.
    pub xandocare: Option<Money>,
    /// Xandocare Plus.
    pub plus: Option<Money>,
    /// Xandocare Plus Protect.
    pub plus_protect: Option<Money>,
}

/// One plan as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCard {
    /// How the application form names it.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// Whom it suits.
    pub text: String,
    /// What it covers, and what not.
    pub points: Vec<(String, bool)>,
    /// "from € 4,50".
    pub price: Option<String>,
    /// Whether it covers most.
    pub best: bool,
}

/// The plans in words.
pub fn cards(words: Words, prices: &Prices) -> Vec<PlanCard> {
    let card = |plan: Plan, price: Option<Money>| {
        let code = plan.code();
        let covers = [
            ("plan-accident", true),
            ("plan-defect", true),
            ("plan-theft", plan != Plan::Xandocare),
            ("plan-case", plan == Plan::PlusProtect),
        ];
        PlanCard {
            code,
            name: words.t(&format!("plan-{code}")),
            text: words.t(&format!("plan-{code}-text")),
            points: covers.into_iter().map(|(key, yes)| (words.t(key), yes)).collect(),
            price: price.map(|price| words.with("plan-from", "price", price)),
            best: plan == Plan::PlusProtect,
        }
    };
    vec![
        card(Plan::Xandocare, prices.xandocare),
        card(Plan::Plus, prices.plus),
        card(Plan::PlusProtect, prices.plus_protect),
    ]
}

/// What the page of the plans shows.
#[derive(Debug, Template)]
#[template(path = "public/plans.html")]
pub struct PlansPage {
    /// The frame.
    pub page: Page,
    /// The three plans.
    pub plans: Vec<PlanCard>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let page = visit.page();
    Answer::page(&PlansPage { plans: cards(page.words(), &visit.shell().prices), page })
}
