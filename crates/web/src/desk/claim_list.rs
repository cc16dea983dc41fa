//! The work list of claims: by deadline or amount, narrowed down by where they stand, country, insurer, cause and who has them
//! in hand; the same as a file (OFFICE-05).

use app::access::Action;
use app::accounts::table::{Kind, Sheet};
use app::claims::{self as cases, Filter, Whose, WorkLine, WorkOrder};
use app::views::desk as views;
use askama::Template;
use claims::Phase;
use kernel::{Country, Id};
use store::Tx;

use super::collections::Tab;
use super::common;
use crate::form::Filled;
use crate::part::{Cell, Choice, Empty, Fields, List, Opt, Pages, Style};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the list shows.
#[derive(Debug, Template)]
#[template(path = "desk/claims.html")]
pub struct ClaimsPage {
    /// The frame.
    pub page: Page,
    /// Where they stand: address, name with count, whether it is this one.
    pub tabs: Vec<Tab>,
    /// What narrows the list down.
    pub filters: Vec<Choice>,
    /// Which phase is shown, for the form.
    pub show: String,
    /// The query of this list, for its files.
    pub query: String,
    /// The claims.
    pub claims: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/claims", Access::on(Action::ViewClaim), show).get(
        "/desk/claims/list/{file}",
        Access::on(Action::ViewClaim),
        file,
    )
}

const WHOSE: [&str; 3] = ["all", "mine", "nobody"];

/// What is asked for, by its query. What makes no sense narrows nothing.
fn asked(visit: &Visit) -> Result<Filter, Failure> {
    let query = visit.query();
    let text = |name: &str| query.given(name).map(str::to_owned);
    Ok(Filter {
        phase: Phase::ALL.iter().copied().find(|phase| phase.code() == query.get("show")),
        country: query.get("country").parse::<Country>().ok(),
        agreement: text("insurer"),
        cause: text("cause"),
        whose: match query.get("whose") {
            "mine" => Whose::Of(visit.actor()?.id),
            "nobody" => Whose::Nobody,
            _ => Whose::All,
        },
        order: query.get("order").parse().unwrap_or(WorkOrder::Due),
    })
}

/// The query of a list, with another phase.
fn query(visit: &Visit, show: &str) -> String {
    let encoded = |text: &str| -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        text.chars().filter(|c| plain(*c)).collect()
    };
    let mut query = format!("show={}", encoded(show));
    for name in ["country", "insurer", "cause", "whose", "order"] {
        if let Some(given) = visit.query().given(name) {
            query.push_str(&format!("&{name}={}", encoded(given)));
        }
    }
    query
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (part, filter) = (common::part_of(&visit), asked(&visit)?);
    let (app, wanted) = (visit.app()?.clone(), filter.clone());
    let read = move |tx: &mut Tx<'_>| {
        let list = cases::work(tx, &wanted, part)?;
        let handlers: Vec<Id> = list.claims.iter().filter_map(|line| line.handler).collect();
        let names = views::staff_names(&app, tx, &handlers)?;
        Ok((list, names, cases::causes(tx)?))
    };
    let (list, names, causes) = common::read(&visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let shown = filter.phase.map_or("", Phase::code);
    let open =
        list.counts.0.iter().filter(|(phase, _)| *phase != Phase::Closed).map(|(_, count)| count).sum();
    let tab = |code: &str, key: &str, count: u64| {
        let name = format!("{} ({})", page.t(key), page.number(usize::try_from(count).unwrap_or(usize::MAX)));
        (format!("/desk/claims?{}", query(&visit, code)), name, code == shown)
    };
    let mut tabs = vec![tab("", "claims-open", open)];
    let phases = Phase::ALL.iter();
    tabs.extend(phases.map(|p| tab(p.code(), &format!("claim-phase-{}", p.code()), list.counts.of(*p))));
    let count = filter.phase.map_or(open, |phase| list.counts.of(phase));
    let here = query(&visit, shown);
    let rows = list.claims.iter().map(|line| {
        let handler = line.handler.map(|id| match names.get(&id) {
            Some(name) => name.clone(),
            None if Whose::Of(id) == me(&visit) => page.t("claims-handler-you"),
            None => page.t("claims-handler-somebody"),
        });
        row(&visit, words, line, handler)
    });
    let rows = rows.collect::<Result<Vec<_>, Failure>>()?;
    let heads = ["list-file", "list-about", "list-status", "claims-amount", "list-due", "claims-handler"]
        .map(|key| page.t(key));
    let none = Empty::new(page.t("claims-list-none"), page.t("claims-list-none-text"));
    Answer::page(&ClaimsPage {
        filters: filters(&visit, words, &causes)?,
        claims: List::new(page.t("desk-nav-claims"), &heads, rows, none),
        pages: common::pages(&page, &format!("/desk/claims?{here}&"), part, count),
        show: shown.to_owned(),
        query: here,
        tabs,
        page,
    })
}

fn me(visit: &Visit) -> Whose {
    visit.visitor().map_or(Whose::Nobody, |visitor| Whose::Of(visitor.id))
}

fn row(visit: &Visit, words: Words, line: &WorkLine, handler: Option<String>) -> Result<Vec<Cell>, Failure> {
    let app = visit.app()?;
    let mut below: Vec<String> = line.to_do.iter().map(|code| to_do(words, code)).collect();
    if line.signs > 0 {
        let n = usize::try_from(line.signs).unwrap_or(usize::MAX);
        below.push(words.with("claims-signs", "n", n));
    }
    let country = words.t(&format!("claims-country-{}", line.country.code()));
    let since = words.day(&kernel::local_date(line.reported_at, line.country));
    Ok(vec![
        Cell::Link {
            href: format!("/desk/claims/{}", line.number),
            text: line.number.to_string(),
            below: format!("{country} · {since}"),
        },
        Cell::Pair { text: super::claim::cause(app, words, &line.cause), below: below.join(" · ") },
        Cell::Badge(super::claim::phase(words, line.phase)),
        Cell::Figure(words.money(&line.amount)),
        line.due.map_or(Cell::text("–"), |due| {
            Cell::Badge(super::work::due_badge(&visit.page(), due, visit.now()))
        }),
        Cell::text(handler.unwrap_or_else(|| words.t("work-nobody"))),
    ])
}

/// What a person has to do, in words.
fn to_do(words: Words, code: &str) -> String {
    words.maybe(&format!("claim-todo-{code}")).unwrap_or_else(|| words.t("claim-todo-other"))
}

fn filters(visit: &Visit, words: Words, causes: &[String]) -> Result<Vec<Choice>, Failure> {
    let app = visit.app()?;
    let filled: &Filled = visit.query();
    let fields = Fields { words, area: "claims", filled };
    let select = |name: &str, values: Vec<(String, String)>| {
        let any = std::iter::once((String::new(), words.t("claims-any")));
        let option = |(value, label): (String, String)| Opt {
            chosen: filled.get(name) == value,
            value,
            label,
            hint: None,
            points: Vec::new(),
            tag: None,
        };
        let mut choice = fields.choice(name, &[]).style(Style::Select);
        choice.options = any.chain(values).map(option).collect();
        choice
    };
    let countries =
        Country::ALL.iter().map(|c| (c.code().to_owned(), words.t(&format!("claims-country-{}", c.code()))));
    let insurers = app.products.agreements().iter().map(|a| (a.code.clone(), a.insurer.name.clone()));
    let causes = causes.iter().map(|code| (code.clone(), super::claim::cause(app, words, code)));
    let orders: Vec<&str> = WorkOrder::ALL.iter().map(|order| order.code()).collect();
    Ok(vec![
        fields.choice("whose", &WHOSE).style(Style::Select).or_chosen("all"),
        fields.choice("order", &orders).style(Style::Select).or_chosen("due"),
        select("cause", causes.collect()),
        select("insurer", insurers.collect()),
        select("country", countries.collect()),
    ])
}

/// `claims.csv`, `claims.xlsx`: the list as it is narrowed down, whole.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let name = visit.parameter("file").to_owned();
    let kind = name.strip_prefix("claims.").and_then(Kind::of).ok_or(Failure::NotFound)?;
    let (filter, words) = (asked(&visit)?, visit.words());
    let read = move |tx: &mut Tx<'_>| {
        let word = |key: &str| words.t(key);
        let mut sheet = Sheet::new(kind, &word);
        cases::export_work(tx, &filter, &mut sheet)?;
        sheet.finish()
    };
    let bytes = common::read(&visit, read).await?;
    Ok(Answer::download(kind.media_type(), name, bytes))
}
