//! Insurance tax by country and period: what fell due, what is set off, what is to be paid (LAW-TAX).

use app::access::Action;
use app::accounts::table::{Kind, Sheet};
use app::accounts::tax::{self, Figures};
use askama::Template;
use kernel::{Country, Decimal, Money};
use ledger::Month;
use store::Tx;

use super::collections::Tab;
use super::{common, insurers};
use crate::part::{Badge, Cell, Empty, List, RuleChip};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/tax.html")]
pub struct TaxPage {
    /// The frame.
    pub page: Page,
    /// Countries.
    pub tabs: Vec<Tab>,
    /// Which country, by its code.
    pub country: String,
    /// The month that is asked for, as in the address.
    pub month: String,
    /// Whether a quarter is shown, and the address of the other.
    pub quarter: (bool, String),
    /// The period in words.
    pub period: String,
    /// Whether anything can still change.
    pub status: Badge,
    /// By rate.
    pub rates: List,
    /// To be paid, paid, and owed from whenever.
    pub sums: [(String, Money); 3],
    /// The rules behind it.
    pub rules: Vec<RuleChip>,
    /// What the address of a file ends with.
    pub asked: String,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/tax", Access::on(Action::ViewLedger), show).get(
        "/desk/tax/{file}",
        Access::on(Action::ViewLedger),
        file,
    )
}

struct Asked {
    country: Country,
    month: Month,
    by_quarter: bool,
}

impl Asked {
    fn of(visit: &Visit) -> Self {
        let country = visit.query().get("country").parse().unwrap_or(Country::Nl);
        let by_quarter = visit.query().get("per") == "quarter";
        Self { country, month: insurers::month(visit), by_quarter }
    }

    fn months(&self) -> (Month, Month) {
        if self.by_quarter {
            let first = self.month.quarter();
            (first, first.next().next())
        } else {
            (self.month, self.month)
        }
    }

    fn text(&self, country: Country, by_quarter: bool) -> String {
        let per = if by_quarter { "quarter" } else { "month" };
        format!("country={}&month={}&per={per}", country.code(), self.month)
    }
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let asked = Asked::of(&visit);
    let (app, country, (from, to)) = (visit.app()?.clone(), asked.country, asked.months());
    let figures =
        common::read(&visit, move |tx: &mut Tx<'_>| tax::figures(&app, tx, country, from, to)).await?;
    let page = visit.page();
    let words = page.words();
    let tab = |country: Country| {
        let href = format!("/desk/tax?{}", asked.text(country, asked.by_quarter));
        (href, words.t(&format!("country-{}", country.code().to_lowercase())), country == asked.country)
    };
    let period =
        if from == to { words.month(from) } else { format!("{} – {}", words.month(from), words.month(to)) };
    let sum = |key: &str, amount| (words.t(key), amount);
    Answer::page(&TaxPage {
        tabs: [Country::Nl, Country::Be].map(tab).to_vec(),
        country: country.code().to_owned(),
        month: asked.month.to_string(),
        quarter: (asked.by_quarter, format!("/desk/tax?{}", asked.text(country, !asked.by_quarter))),
        period,
        status: insurers::closed_badge(words, figures.is_closed),
        rates: rates(&page, &figures),
        sums: [
            sum("tax-to-pay", figures.to_pay),
            sum("tax-paid", figures.paid),
            sum("tax-owed", figures.owed),
        ],
        rules: ["LAW-TAX-03", "LAW-TAX-04", "LAW-TAX-06"].map(RuleChip::plain).to_vec(),
        asked: asked.text(country, asked.by_quarter),
        page,
    })
}

fn rates(page: &Page, figures: &Figures) -> List {
    let heads =
        ["tax-rate", "tax-base", "tax-due", "tax-base-back", "tax-back", "tax-to-pay"].map(|key| page.t(key));
    let rows = figures.rates.iter().map(|rate| {
        let figure = |amount: Money| Cell::Figure(page.money(&amount));
        let late = if rate.late == Money::ZERO {
            String::new()
        } else {
            page.with("current-late", "amount", page.money(&rate.late))
        };
        vec![
            Cell::Pair { text: page.words().percent(&(rate.percent / Decimal::ONE_HUNDRED)), below: late },
            figure(rate.base),
            figure(rate.tax),
            figure(rate.base_back),
            figure(rate.tax_back),
            figure(rate.to_pay()),
        ]
    });
    let none = Empty::new(page.t("tax-none"), page.t("tax-none-text"));
    List::new(page.t("desk-nav-tax"), &heads, rows.collect(), none)
}

/// `tax.csv` and `tax.xlsx`.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let asked = Asked::of(&visit);
    let ending = visit.parameter("file").strip_prefix("tax.").ok_or(Failure::NotFound)?;
    let kind = Kind::of(ending).ok_or(Failure::NotFound)?;
    let (app, words, country, (from, to)) =
        (visit.app()?.clone(), visit.words(), asked.country, asked.months());
    let read = move |tx: &mut Tx<'_>| {
        let word = |key: &str| words.t(key);
        let mut sheet = Sheet::new(kind, &word);
        tax::export(&tax::figures(&app, tx, country, from, to)?, &mut sheet)?;
        sheet.finish()
    };
    let bytes = common::read(&visit, read).await?;
    let name = format!("tax-{}-{from}-{to}.{}", country.code(), kind.ending());
    Ok(Answer::download(kind.media_type(), name, bytes))
}
