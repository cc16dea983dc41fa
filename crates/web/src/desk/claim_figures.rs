//! Figures of claims: what is open and how long, how claims ended, what each cause costs.

use app::access::Action;
use app::claims::{self as cases, Age, Figures};
use askama::Template;
use claims::CloseWay;
use kernel::Instant;

use super::common;
use crate::part::{Bars, Cell, Crumb, Empty, List};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// Days that what ended and was reported is counted over.
const DAYS: i64 = 365;

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/claim-figures.html")]
pub struct ClaimFiguresPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Pictures: what is open by age, what each cause costs, how claims ended.
    pub pictures: Vec<Bars>,
    /// The same in figures.
    pub tables: Vec<List>,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/claims/figures", Access::on(Action::ViewClaim), show)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let now = visit.now();
    let since = Instant::from_second(now.as_second() - DAYS * 86_400).unwrap_or(Instant::MIN);
    let figures = common::read(&visit, move |tx| cases::figures(tx, since, now)).await?;
    let page = visit.page();
    let words = page.words();
    let app = visit.app()?;
    let cause = |code: &str| super::claim::cause(app, words, code);
    let counted = |count: u64| words.number(usize::try_from(count).unwrap_or(usize::MAX));
    let none = || Empty::new(words.t("figures-none"), "");
    let open = figures.open.iter().map(|age| {
        let is_old = age.days.is_none() && age.sum.count > 0;
        (label(words, age), age.sum.count, counted(age.sum.count), is_old)
    });
    let causes = figures
        .causes
        .iter()
        .map(|line| (cause(&line.cause), line.sum.amount, words.money(&line.sum.amount), false));
    let ended = figures.ended.iter().map(|line| {
        let is_lost = line.way == CloseWay::NoAnswer;
        (words.t(&format!("figures-{}", line.way.code())), line.sum.count, counted(line.sum.count), is_lost)
    });
    let pictures = vec![
        Bars::of_counts(words.t("figures-open"), open.collect()),
        Bars::new(words.t("figures-causes"), causes.collect()),
        Bars::of_counts(words.t("figures-ended"), ended.collect()),
    ];
    let heads = |keys: [&str; 3]| keys.map(|key| words.t(key));
    let tables = vec![
        List::new(
            words.t("figures-open"),
            &heads(["figures-age", "figures-count", "claims-amount"]),
            open_rows(words, &figures),
            none(),
        )
        .shown(),
        List::new(
            words.t("figures-causes"),
            &["list-about", "figures-count", "claims-amount", "figures-each"].map(|key| words.t(key)),
            figures
                .causes
                .iter()
                .map(|line| {
                    let count = i64::try_from(line.sum.count.max(1)).unwrap_or(i64::MAX);
                    let each = kernel::Money::from_cents(line.sum.amount.cents() / count);
                    vec![
                        Cell::text(cause(&line.cause)),
                        Cell::Figure(counted(line.sum.count)),
                        Cell::Figure(words.money(&line.sum.amount)),
                        Cell::Figure(words.money(&each)),
                    ]
                })
                .collect(),
            none(),
        )
        .shown(),
        List::new(
            words.t("figures-ended"),
            &["figures-way", "figures-count", "figures-paid", "figures-days"].map(|key| words.t(key)),
            figures
                .ended
                .iter()
                .map(|line| {
                    vec![
                        Cell::text(words.t(&format!("figures-{}", line.way.code()))),
                        Cell::Figure(counted(line.sum.count)),
                        Cell::Figure(words.money(&line.sum.amount)),
                        Cell::Figure(counted(u64::try_from(line.days).unwrap_or(0))),
                    ]
                })
                .collect(),
            none(),
        )
        .shown(),
    ];
    Answer::page(&ClaimFiguresPage {
        crumb: common::crumb(words, "claims"),
        pictures: pictures.into_iter().filter(|picture| !picture.is_empty()).collect(),
        tables,
        page,
    })
}

fn open_rows(words: Words, figures: &Figures) -> Vec<Vec<Cell>> {
    let row = |age: &Age| {
        vec![
            Cell::text(label(words, age)),
            Cell::Figure(words.number(usize::try_from(age.sum.count).unwrap_or(usize::MAX))),
            Cell::Figure(words.money(&age.sum.amount)),
        ]
    };
    figures.open.iter().map(row).collect()
}

/// How old claims are, in words.
fn label(words: Words, age: &Age) -> String {
    match age.days {
        Some(days) => words.with("figures-up-to", "n", usize::try_from(days).unwrap_or(0)),
        None => words.t("figures-older"),
    }
}
