//! The list of late premium: by where it stands on the reminder path, with the next step and a way to everything a person can do.

use app::access::Action;
use app::accounts::table::{Kind, Sheet};
use app::money::reminders::{self, Line, Stage};
use askama::Template;
use kernel::Instant;
use store::Tx;

use super::common;
use crate::part::{Badge, Cell, Empty, List, Pages, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/reminders.html")]
pub struct RemindersPage {
    /// The frame.
    pub page: Page,
    /// Stages to choose from: address, name with how many, whether it is this one.
    pub tabs: Vec<(String, String, bool)>,
    /// What is open of what is shown: words.
    pub sum: Option<String>,
    /// The policies.
    pub lines: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
    /// The chosen stage, as in the address.
    pub show: String,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::on(Action::ViewPremiums);
    site.get("/desk/reminders", access, show).get("/desk/reminders/{file}", access, file)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (now, part) = (visit.now(), common::part_of(&visit));
    let only = Stage::from_code(visit.query().get("show"));
    let read =
        move |tx: &mut Tx<'_>| Ok((reminders::counts(tx, now)?, reminders::list(tx, now, only, part)?));
    let (counts, found) = common::read(&visit, read).await?;
    let page = visit.page();
    let acts = Acts {
        decide: common::may_ever(&visit, Action::CorrectPolicy),
        end: common::may_ever(&visit, Action::EndPolicy),
    };
    let number = |count: u64| page.number(usize::try_from(count).unwrap_or(usize::MAX));
    let all: u64 = counts.iter().map(|(_, count, _)| count).sum();
    let mut tabs = vec![(
        "/desk/reminders".to_owned(),
        format!("{} ({})", page.t("late-stage-all"), number(all)),
        only.is_none(),
    )];
    for stage in Stage::ALL {
        let count = counts.iter().find(|(of, ..)| *of == stage).map_or(0, |(_, count, _)| *count);
        let name = page.t(&format!("late-stage-{}", stage.code()));
        let href = format!("/desk/reminders?show={}", stage.code());
        tabs.push((href, format!("{name} ({})", number(count)), only == Some(stage)));
    }
    let shown = counts.iter().filter(|(stage, ..)| only.is_none_or(|only| only == *stage));
    let sum = shown.map(|(_, _, sum)| *sum).sum();
    let code = only.map_or("", Stage::code);
    let heads = ["late-policy", "late-stage", "late-open", "late-oldest", "late-next", "late-acts"]
        .map(|key| page.t(key));
    let rows = found.lines.iter().map(|line| row(&page, line, acts, now)).collect();
    let none = Empty::new(page.t("late-none"), page.t("late-none-text"));
    Answer::page(&RemindersPage {
        tabs,
        sum: (found.count > 0).then(|| page.with("late-sum", "amount", page.money(&sum))),
        lines: List::new(page.t("desk-nav-reminders"), &heads, rows, none),
        pages: common::pages(&page, &format!("/desk/reminders?show={code}&"), part, found.count),
        show: code.to_owned(),
        page,
    })
}

/// What the visitor may do with a policy of the list.
#[derive(Debug, Clone, Copy)]
struct Acts {
    decide: bool,
    end: bool,
}

fn row(page: &Page, line: &Line, acts: Acts, now: Instant) -> Vec<Cell> {
    let policy = format!("/desk/policies/{}", line.number);
    let code = line.stage.code();
    let tone = match line.stage {
        Stage::Soon | Stage::Free | Stage::Held => Tone::Plain,
        Stage::Reminded | Stage::Waiting => Tone::Warn,
        Stage::Off | Stage::Ready => Tone::Bad,
    };
    // A term is told by its last day, not by the first moment after it.
    let day = |at: Instant| page.day(&kernel::local_date(at, page.words().country));
    let last = |at: Instant| page.day(&kernel::add_days(kernel::local_date(at, page.words().country), -1));
    let told = |key: &str, day: String| page.with(&format!("late-{key}"), "day", day);
    let next = match (line.stage, line.at, line.next) {
        (Stage::Soon, _, Some(next)) if next <= now => page.t("late-next-now"),
        (Stage::Soon, _, Some(next)) => told("next-remind", day(next)),
        (Stage::Free, Some(at), Some(next)) => {
            format!("{} · {}", told("last-day", last(at)), told("next-remind", day(next)))
        }
        (Stage::Reminded, Some(at), _) => told("last-day", last(at)),
        (Stage::Off, Some(at), Some(next)) => {
            format!("{} · {}", told("off-since", day(at)), told("next-end", day(next)))
        }
        (Stage::Off | Stage::Ready, Some(at), None) => told("off-since", day(at)),
        (Stage::Held, Some(at), _) => told("held-until", last(at)),
        _ => page.t("late-next-nothing"),
    };
    let act = match line.stage {
        Stage::Ready if acts.end => Cell::Link {
            href: format!("{policy}/terminate?way=repeated-non-payment"),
            text: page.t("late-propose"),
            below: String::new(),
        },
        _ if acts.decide => Cell::Link {
            href: format!("{policy}/arrears"),
            text: page.t("late-decide"),
            below: String::new(),
        },
        _ => Cell::text(""),
    };
    vec![
        Cell::Link { href: policy, text: line.number.clone(), below: String::new() },
        Cell::Badge(Badge::new(tone, page.t(&format!("late-stage-{code}")))),
        Cell::Figure(page.money(&line.open)),
        Cell::text(page.day(&line.oldest)),
        Cell::text(next),
        act,
    ]
}

/// `reminders.csv`, `reminders.xlsx`: all that the chosen stage holds.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let name = visit.parameter("file").to_owned();
    let kind = name.strip_prefix("reminders.").and_then(Kind::of).ok_or(Failure::NotFound)?;
    let (now, words) = (visit.now(), visit.words());
    let only = Stage::from_code(visit.query().get("show"));
    let read = move |tx: &mut Tx<'_>| {
        let word = |key: &str| words.t(key);
        let mut sheet = Sheet::new(kind, &word);
        reminders::export(tx, now, only, &word, &mut sheet)?;
        sheet.finish()
    };
    let bytes = common::read(&visit, read).await?;
    Ok(Answer::download(kind.media_type(), name, bytes))
}
