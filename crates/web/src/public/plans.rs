//! The plans of each country with what they cover (NL-COV-01, 04…08; AMB-01; BE-COV-01, BE-CLAIM-07).

use askama::Template;
use kernel::{Country, DeviceKind, Money};
use terms::Product;

use crate::{Answer, Failure, Page, Visit, Words};

/// A product as it is offered to people of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Code of the product.
    pub product: String,
    /// Where the policyholder lives.
    pub country: Country,
    /// What may be insured.
    pub devices: Vec<DeviceKind>,
    /// The plans, in their order.
    pub plans: Vec<OfferedPlan>,
}

/// A plan that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedPlan {
    /// How forms and addresses name it.
    pub code: String,
    /// What it covers and what not, by key of the words.
    pub covers: Vec<(&'static str, bool)>,
    /// The lowest monthly price for a phone, tax included (GEN-TAX-01); `None` when no tariff is published.
    pub price: Option<Money>,
}

impl Offer {
    /// What a product offers.
    pub fn of(product: &Product) -> Self {
        let least = |plan: &str| -> Option<Money> {
            let rows = product.tariff().rows.iter();
            let of_plan = rows.filter(|row| row.plan == plan && row.device == DeviceKind::Phone);
            of_plan.map(|row| row.monthly).min()
        };
        let plan = |plan: &terms::Plan| OfferedPlan {
            code: plan.code.clone(),
            covers: covers(plan),
            price: least(&plan.code),
        };
        Self {
            product: product.code().to_owned(),
            country: product.country(),
            devices: product.devices().iter().map(|sold| sold.kind).collect(),
            plans: product.plans().iter().map(plan).collect(),
        }
    }
}

/// What a plan covers, by its flags: a cover without a flag is part of every plan, theft only with one.
fn covers(plan: &terms::Plan) -> Vec<(&'static str, bool)> {
    let flag = |name: &str| plan.flags.get(name).copied();
    let mut covers = vec![
        ("covers-accident", flag("accident_covered").unwrap_or(true)),
        ("covers-defect", flag("defect_covered").unwrap_or(true)),
        ("covers-theft", flag("theft_covered").unwrap_or(false)),
    ];
    covers.extend(flag("protect").map(|with_case| ("covers-case", with_case)));
    covers
}

/// One plan as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCard {
    /// The product it belongs to.
    pub product: String,
    /// How the application form names it.
    pub code: String,
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
pub fn cards(words: Words, offer: &Offer) -> Vec<PlanCard> {
    let covered = |plan: &OfferedPlan| plan.covers.iter().filter(|(_, yes)| *yes).count();
    let most = offer.plans.iter().map(covered).max();
    let card = |plan: &OfferedPlan| PlanCard {
        product: offer.product.clone(),
        code: plan.code.clone(),
        name: words.t(&format!("plan-{}", plan.code)),
        text: words.t(&format!("plan-{}-text", plan.code)),
        points: plan.covers.iter().map(|(key, yes)| (words.t(key), *yes)).collect(),
        price: plan.price.map(|price| words.with("plan-from", "price", price)),
        best: Some(covered(plan)) == most,
    };
    offer.plans.iter().map(card).collect()
}

/// The plans of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Market {
    /// For people who live where.
    pub title: String,
    /// What there is to choose.
    pub lead: String,
    /// The plans.
    pub plans: Vec<PlanCard>,
    /// What none of them covers.
    pub not_insured: String,
}

/// What the page of the plans shows.
#[derive(Debug, Template)]
#[template(path = "public/plans.html")]
pub struct PlansPage {
    /// The frame.
    pub page: Page,
    /// The countries.
    pub markets: Vec<Market>,
}

impl PlansPage {
    /// The plans of every country.
    pub fn new(page: Page, offers: &[Offer]) -> Self {
        let words = page.words();
        let market = |offer: &Offer| {
            let country = offer.country.code().to_lowercase();
            Market {
                title: words.t(&format!("plans-{country}")),
                lead: words.t(&format!("plans-{country}-lead")),
                plans: cards(words, offer),
                not_insured: words.t(&format!("plans-{country}-not")),
            }
        };
        Self { markets: offers.iter().map(market).collect(), page }
    }
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&PlansPage::new(visit.page(), &visit.shell().offers()))
}
