//! The claims bordereau of an insurer and month: a line a claim, its postings, and both as files (OFFICE-13).

use app::access::Action;
use app::accounts::claims::{self as bordereau, Line, Totals};
use app::accounts::close;
use app::accounts::table::{Kind, Sheet};
use askama::Template;
use ledger::Month;
use store::Tx;

use super::collections::Tab;
use super::{common, insurers};
use crate::part::{Badge, Cell, Crumb, Empty, List};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// Lines on the page; the rest is in the file.
const LINES: usize = 100;

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/claim-bordereau.html")]
pub struct ClaimBordereauPage {
    /// The frame.
    pub page: Page,
    /// Back to the insurer's month.
    pub crumb: Crumb,
    /// Insurers to choose from.
    pub tabs: Vec<Tab>,
    /// Which agreement.
    pub agreement: String,
    /// Which month, as in the address and in words.
    pub month: (String, String),
    /// Whether anything can still change.
    pub status: Badge,
    /// Sums.
    pub totals: Vec<(String, String)>,
    /// Claims.
    pub lines: List,
    /// How many there are beside those shown.
    pub more: usize,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/insurers/claims", Access::on(Action::ViewSettlement), show).get(
        "/desk/insurers/claims/{file}",
        Access::on(Action::ViewSettlement),
        file,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (code, month) = insurers::asked(&visit)?;
    let agreement = code.clone();
    let read = move |tx: &mut Tx<'_>| {
        let mut shown = Vec::new();
        let totals = bordereau::each(tx, &agreement, month, |line| {
            if shown.len() < LINES {
                shown.push(line.clone());
            }
            Ok(())
        })?;
        Ok((shown, totals, close::is_closed(tx, month)?))
    };
    let (lines, totals, is_closed) = common::read(&visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let tab = |(one, insurer): (String, String)| {
        (format!("/desk/insurers/claims?agreement={one}&month={month}"), insurer, one == code)
    };
    let tabs: Vec<Tab> = insurers::agreements(&visit)?.into_iter().map(tab).collect();
    let rows = lines.iter().map(|line| row(&visit, words, line)).collect::<Result<Vec<_>, Failure>>()?;
    let heads = [
        "list-file",
        "list-about",
        "list-status",
        "claims-borne",
        "claims-borne-all",
        "claims-paid",
        "claims-reserve",
    ]
    .map(|key| words.t(key));
    let crumb = Crumb {
        href: format!("/desk/insurers?agreement={code}&month={month}"),
        text: words.t("desk-nav-insurers"),
    };
    Answer::page(&ClaimBordereauPage {
        tabs: if tabs.len() > 1 { tabs } else { Vec::new() },
        month: (month.to_string(), words.month(month)),
        status: insurers::closed_badge(words, is_closed),
        totals: sums(words, &totals),
        more: usize::try_from(totals.lines).unwrap_or(usize::MAX).saturating_sub(lines.len()),
        lines: List::new(
            words.t("claims-bordereau"),
            &heads,
            rows,
            Empty::new(words.t("claims-bordereau-none"), words.t("claims-bordereau-none-text")),
        ),
        agreement: code,
        crumb,
        page,
    })
}

fn sums(words: Words, totals: &Totals) -> Vec<(String, String)> {
    vec![
        (words.t("figures-count"), words.number(usize::try_from(totals.lines).unwrap_or(usize::MAX))),
        (words.t("claims-borne"), words.money(&totals.borne)),
        (words.t("claims-paid"), words.money(&totals.paid)),
        (words.t("claims-reserve"), words.money(&totals.reserve)),
    ]
}

fn row(visit: &Visit, words: Words, line: &Line) -> Result<Vec<Cell>, Failure> {
    Ok(vec![
        Cell::Link {
            href: format!("/desk/claims/{}", line.number),
            text: line.number.to_string(),
            below: line.policy.to_string(),
        },
        Cell::Pair {
            text: super::claim::cause(visit.app()?, words, &line.cause),
            below: words.day(&kernel::local_date(line.happened, words.country)),
        },
        Cell::Badge(super::claim::phase(words, line.phase)),
        Cell::Figure(words.money(&line.borne)),
        Cell::Figure(words.money(&line.borne_in_all)),
        Cell::Figure(words.money(&line.paid)),
        Cell::Figure(words.money(&line.reserve)),
    ])
}

/// `claims.csv`, `postings.csv`, and `claims.xlsx` with both.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let (code, month) = insurers::asked(&visit)?;
    let name = visit.parameter("file").to_owned();
    let (which, ending) = name.rsplit_once('.').ok_or(Failure::NotFound)?;
    let kind = Kind::of(ending).ok_or(Failure::NotFound)?;
    let is_postings = match which {
        "claims" => false,
        "postings" => true,
        _ => return Err(Failure::NotFound),
    };
    let (agreement, words, which) = (code.clone(), visit.words(), which.to_owned());
    let read = move |tx: &mut Tx<'_>| write(tx, words, (&agreement, month), (kind, is_postings));
    let bytes = common::read(&visit, read).await?;
    Ok(Answer::download(kind.media_type(), format!("{which}-{code}-{month}.{}", kind.ending()), bytes))
}

fn write(
    tx: &mut Tx<'_>,
    words: Words,
    (agreement, month): (&str, Month),
    (kind, is_postings): (Kind, bool),
) -> Result<Vec<u8>, app::AppError> {
    let word = |key: &str| words.t(key);
    let mut sheet = Sheet::new(kind, &word);
    if !is_postings {
        bordereau::export(tx, agreement, month, &mut sheet)?;
    }
    if is_postings || kind == Kind::Xlsx {
        bordereau::export_postings(tx, agreement, month, &mut sheet)?;
    }
    sheet.finish()
}
