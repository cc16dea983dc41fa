//! What is published, and what one published version would have answered on the claims there are. Ids and sums only.

use app::access::Action;
use app::claims::{self as cases, Seen, Span};
use askama::Template;
use kernel::Money;
use store::{params, sql};

use super::common;
use crate::part::{Badge, Cell, Crumb, Empty, List, Notice, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// Beyond so many claims a page does not wait: the command line counts any number.
const CLAIMS_AT_ONCE: i64 = 20_000;
/// Changed claims listed.
const CHANGED_LISTED: usize = 50;

/// What the pages show: lists under one title.
#[derive(Debug, Template)]
#[template(path = "desk/products.html")]
pub struct ProductsPage {
    /// The frame.
    pub page: Page,
    /// Back to the list; none on the list itself.
    pub crumb: Option<Crumb>,
    /// The title.
    pub title: String,
    /// What it comes to.
    pub notice: Option<Notice>,
    /// The tables.
    pub lists: Vec<List>,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/products", Access::on(Action::ViewProducts), show).get(
        "/desk/products/{hash}",
        Access::on(Action::ManageProducts),
        tried,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let all = common::read(&visit, move |tx| app.products.published(tx)).await?;
    let may_try = common::may_ever(&visit, Action::ManageProducts);
    let app = visit.app()?;
    let page = visit.page();
    let language = page.words().language;
    let rows = all.iter().rev().map(|line| {
        let sold = app.products.current(&line.code);
        let name = sold.as_ref().map_or(line.code.as_str(), |product| product.name().get(language));
        let is_sold = sold.as_ref().is_some_and(|product| product.content_hash() == line.hash);
        let text = format!("{name} {}", line.version);
        let below = line.hash.get(..12).unwrap_or(&line.hash).to_owned();
        vec![
            if may_try {
                Cell::Link { href: format!("/desk/products/{}", line.hash), text, below }
            } else {
                Cell::Pair { text, below }
            },
            Cell::Figure(line.revision.to_string()),
            Cell::text(page.moment(&line.published_at)),
            if is_sold {
                Cell::Badge(Badge::new(Tone::Good, page.t("products-sold")))
            } else {
                Cell::text("")
            },
        ]
    });
    let heads = ["products-version", "products-revision", "products-published", "policy-status"];
    let heads = heads.map(|key| page.t(key));
    let none = Empty::new(page.t("products-none"), "");
    let list = List::new(page.t("products-title"), &heads, rows.collect(), none);
    Answer::page(&ProductsPage {
        crumb: None,
        title: page.t("products-title"),
        notice: None,
        lists: vec![list],
        page,
    })
}

/// The last decision of every claim under this version.
async fn tried(visit: Visit) -> Result<Answer, Failure> {
    let (app, hash) = (visit.app()?.clone(), visit.parameter("hash").to_owned());
    let found = common::read(&visit, move |tx| {
        let there = app.products.published(tx)?.into_iter().find(|line| line.hash == hash);
        let Some(line) = there else { return Ok(None) };
        let sql = sql!(
            "select count(*) as number from claim c join contract k on k.id = c.contract where k.product = ?1"
        );
        let claims = tx.query_one(sql, &params![line.code.as_str()])?.i64("number")?;
        Ok(Some((app.products.by_hash(tx, &line.hash)?, claims)))
    });
    let (product, claims) = found.await?.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let wording = product.wording();
    let name = product.name().get(page.words().language);
    let title = format!("{name} {} r{}", wording.version, wording.revision);
    let crumb = Some(Crumb { href: "/desk/products".into(), text: page.t("products-title") });
    if claims > CLAIMS_AT_ONCE {
        let text = format!("harmony product backtest {}", product.content_hash());
        let notice = Some(Notice::new(Tone::Info, page.t("products-many")).text(text));
        return Answer::page(&ProductsPage { crumb, title, notice, lists: Vec::new(), page });
    }
    let app = visit.app()?.clone();
    let (report, changed) = common::aside(move || {
        let mut changed = Vec::new();
        let report = cases::backtest(&app, &product, Span::default(), |seen| {
            if let Seen::Changed(one) = seen
                && changed.len() < CHANGED_LISTED
            {
                changed.push(one);
            }
        })?;
        Ok((report, changed))
    })
    .await?;
    let notice = Notice::new(
        if report.changed == 0 { Tone::Good } else { Tone::Info },
        page.with2("products-changed", "n", count(report.changed), "all", count(report.claims)),
    );
    let sums = page.with2(
        "products-borne",
        "before",
        page.money(&report.before),
        "after",
        page.money(&report.after),
    );
    let table = |title: &str, heads: &[&str], rows: Vec<Vec<Cell>>| {
        let heads: Vec<String> = heads.iter().map(|key| page.t(key)).collect();
        List::new(page.t(title), &heads, rows, Empty::new(page.t("products-same"), "")).shown()
    };
    let figure = |amount: &Money| Cell::Figure(page.money(amount));
    let verdicts = report.verdicts.iter().map(|line| {
        let text = format!("{} → {}", line.before, line.after);
        vec![Cell::text(text), Cell::Figure(line.items.to_string())]
    });
    let clauses = report.by_clause.iter().map(|(clause, line)| {
        vec![Cell::text(clause), Cell::Figure(line.items.to_string()), figure(&line.amount)]
    });
    let claims = changed
        .iter()
        .map(|one| vec![Cell::text(one.claim.to_string()), figure(&one.before), figure(&one.after)]);
    let lists = vec![
        table("products-verdicts", &["products-verdict", "products-items"], verdicts.collect()),
        table(
            "products-clauses",
            &["products-clause", "products-items", "products-difference"],
            clauses.collect(),
        ),
        table("products-claims", &["products-claim", "products-before", "products-after"], claims.collect()),
    ];
    Answer::page(&ProductsPage { crumb, title, notice: Some(notice.text(sums)), lists, page })
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
