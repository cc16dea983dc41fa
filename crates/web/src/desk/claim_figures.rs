//! Figures of claims: what is open and how long, how claims ended, what each cause costs, how fast repairers are.

use app::access::Action;
use app::accounts::table::{Kind, Sheet};
use app::claims::{self as cases, Age, Figures, Pace, Turnaround};
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
    site.get("/desk/claims/figures", Access::on(Action::ViewClaim), show).get(
        "/desk/claims/figures/{file}",
        Access::on(Action::ViewClaim),
        file,
    )
}

/// From when on what ended, was reported and was ordered is counted.
fn since(visit: &Visit) -> Instant {
    Instant::from_second(visit.now().as_second() - DAYS * 86_400).unwrap_or(Instant::MIN)
}

/// `repairers.csv`, `repairers.xlsx`: how fast each is, in hours.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let name = visit.parameter("file").to_owned();
    let kind = name.strip_prefix("repairers.").and_then(Kind::of).ok_or(Failure::NotFound)?;
    let (app, since, words) = (visit.app()?.clone(), since(&visit), visit.words());
    let read = move |tx: &mut store::Tx<'_>| {
        let word = |key: &str| words.t(key);
        let mut sheet = Sheet::new(kind, &word);
        cases::export_turnaround(&app, tx, since, &mut sheet)?;
        sheet.finish()
    };
    let bytes = common::read(&visit, read).await?;
    Ok(Answer::download(kind.media_type(), name, bytes))
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let now = visit.now();
    let (since, worker) = (since(&visit), visit.app()?.clone());
    let read = move |tx: &mut store::Tx<'_>| {
        Ok((cases::figures(tx, since, now)?, cases::turnaround(&worker, tx, since)?))
    };
    let (figures, repairers) = common::read(&visit, read).await?;
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
        pace_bars(words, &repairers),
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
        repairers_table(words, &repairers),
    ];
    Answer::page(&ClaimFiguresPage {
        crumb: common::crumb(words, "claims"),
        pictures: pictures.into_iter().filter(|picture| !picture.is_empty()).collect(),
        tables,
        page,
    })
}

fn repairer(words: Words, line: &Turnaround) -> String {
    line.name.clone().unwrap_or_else(|| words.t("figures-repairer-gone"))
}

/// A span of time in days and hours.
fn span(words: Words, seconds: i64) -> String {
    // Half an hour and more is an hour.
    let hours = usize::try_from((seconds + 1_800) / 3_600).unwrap_or(0);
    words.with2("figures-span", "days", hours / 24, "hours", hours % 24)
}

/// From the order to the device that is ready: what nine of ten orders took at most.
fn pace_bars(words: Words, repairers: &[Turnaround]) -> Bars {
    let ready = repairers.iter().filter_map(|line| {
        let pace = line.ready?;
        let seconds = u64::try_from(pace.most).unwrap_or(0);
        Some((repairer(words, line), seconds, span(words, pace.most), false))
    });
    Bars::of_counts(words.t("figures-ready-most"), ready.collect())
}

fn repairers_table(words: Words, repairers: &[Turnaround]) -> List {
    let heads = [
        "figures-repairer",
        "figures-orders",
        "figures-quote-half",
        "figures-quote-most",
        "figures-ready-half",
        "figures-ready-most",
    ]
    .map(|key| words.t(key));
    let time = |pace: Option<Pace>, of: fn(&Pace) -> i64| {
        Cell::Figure(pace.map_or_else(|| "–".to_owned(), |pace| span(words, of(&pace))))
    };
    let rows = repairers.iter().map(|line| {
        let number = |number: u64| words.number(usize::try_from(number).unwrap_or(usize::MAX));
        let open = words.with("figures-orders-open", "n", number(line.open));
        vec![
            Cell::Pair { text: repairer(words, line), below: open },
            Cell::Figure(number(line.orders)),
            time(line.quote, |pace| pace.median),
            time(line.quote, |pace| pace.most),
            time(line.ready, |pace| pace.median),
            time(line.ready, |pace| pace.most),
        ]
    });
    let none = Empty::new(words.t("figures-repairers"), words.t("figures-none"));
    List::new(words.t("figures-repairers"), &heads, rows.collect(), none).shown()
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
