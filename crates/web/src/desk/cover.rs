//! The cover of a policy as it stands up in court: when there was cover, by which rule and because of which event, as known at
//! any moment, as a picture, as a table, and as data (issue of proof: OFFICE-03).

use app::access::Action;
use app::views::desk::{self as views, ContractFile};
use askama::Template;
use kernel::{Country, Instant};

use super::common;
use crate::part::{Badge, Cell, Cover, CoverPart, Crumb, Empty, List, Notice, RuleChip, Timeline, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/cover.html")]
pub struct CoverPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Number of the policy.
    pub number: String,
    /// Where the form goes.
    pub action: String,
    /// The moment that is asked about (`datetime-local`); may be empty.
    pub at: String,
    /// As known when (`datetime-local`).
    pub known: String,
    /// Whether there was cover at the moment asked about, and why.
    pub answer: Option<Notice>,
    /// Whether we know more now than was known then.
    pub differs: Option<Notice>,
    /// Each as it was known: what it is called, the picture, the table.
    pub views: Vec<(String, Timeline, List)>,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ViewPolicy, "number");
    site.get("/desk/policies/{number}/cover", access, show)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let now = visit.now();
    let latest = file(&visit, now).await?;
    let country = latest.contract.country();
    let known = moment(visit.query().get("known"), country).map_or(now, |known| known.min(now));
    let at = moment(visit.query().get("at"), country);
    let then = if known < now { Some(file(&visit, known).await?) } else { None };
    let page = visit.page();
    let words = Words { country, ..page.words() };
    let number = latest.contract.application.number.to_string();
    let href = format!("/desk/policies/{number}");
    let asked = then.as_ref().unwrap_or(&latest);
    let differs = then.as_ref().filter(|then| then.cover != latest.cover);
    let mut views = vec![view(words, asked, known, now, "then")];
    if differs.is_some() {
        views.push(view(words, &latest, now, now, "now"));
    }
    Answer::page(&CoverPage {
        action: format!("{href}/cover"),
        crumb: Crumb { href, text: number.clone() },
        number,
        at: at.map(|at| local(words, at)).unwrap_or_default(),
        known: local(words, known),
        answer: at.map(|at| answer(words, asked, at)),
        differs: differs.map(|_| Notice::new(Tone::Warn, words.t("proof-differs"))),
        views,
        page,
    })
}

pub(crate) async fn file(visit: &Visit, known: Instant) -> Result<ContractFile, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::policy_number(visit)?, visit.now());
    let language = visit.words().language;
    let read = move |tx: &mut store::Tx<'_>| views::contract_file(&app, tx, &number, (now, known), language);
    common::read(visit, read).await?.ok_or(Failure::NotFound)
}

fn view(
    words: Words,
    file: &ContractFile,
    known: Instant,
    now: Instant,
    name: &'static str,
) -> (String, Timeline, List) {
    let title = words.with("proof-known", "at", words.moment(&known));
    let picture = Timeline::new(words, parts(words, file), now).picture(name);
    (title, picture, table(words, file))
}

/// The same as a table: for who cannot see the picture, and for the file.
fn table(words: Words, file: &ContractFile) -> List {
    let heads = ["proof-from", "proof-to", "policy-status", "work-rule", "proof-because", "event-known"];
    let heads = heads.map(|key| words.t(key));
    let segments = &file.cover.segments;
    let rows = segments.iter().enumerate().map(|(index, segment)| {
        let fact = file.facts.iter().find(|fact| fact.seq == segment.begins.seq);
        let to = segments.get(index + 1).map(|next| words.moment(&next.begins.at));
        let tone = if segment.cover.is_covered() { Tone::Good } else { Tone::Bad };
        let cover = Badge::new(tone, words.t(&format!("proof-cover-{}", segment.cover.code())));
        vec![
            Cell::text(words.moment(&segment.begins.at)),
            Cell::text(to.unwrap_or_else(|| words.t("proof-open"))),
            Cell::Badge(cover),
            Cell::Rules(vec![RuleChip::linked(segment.begins.rule.id())]),
            Cell::Pair {
                text: fact.map(|fact| words.t(&format!("event-{}", fact.event.kind()))).unwrap_or_default(),
                below: fact
                    .map(|fact| format!("{}, {}", fact.seq, common::actor(words, &fact.actor)))
                    .unwrap_or_default(),
            },
            Cell::text(fact.map(|fact| words.moment(&fact.recorded)).unwrap_or_default()),
        ]
    });
    List::new(words.t("proof-title"), &heads, rows.collect(), Empty::new(words.t("proof-none"), ""))
}

fn answer(words: Words, file: &ContractFile, at: Instant) -> Notice {
    let segment = file.cover.segment(at);
    let covered = file.cover.at(at).is_covered();
    let title = words.with(if covered { "proof-yes" } else { "proof-no" }, "at", words.instant(&at));
    let tone = if covered { Tone::Good } else { Tone::Bad };
    let Some(segment) = segment else { return Notice::new(tone, title).text(words.t("proof-before")) };
    let fact = file.facts.iter().find(|fact| fact.seq == segment.begins.seq);
    let event = fact.map(|fact| words.t(&format!("event-{}", fact.event.kind()))).unwrap_or_default();
    let since = words.say(
        "proof-since",
        &[
            ("from", words.moment(&segment.begins.at).into()),
            ("rule", segment.begins.rule.id().into()),
            ("event", event.into()),
        ],
    );
    Notice::new(tone, title).text(since)
}

/// A moment as a form or an address gives it: local to the policy, or with its own offset.
pub(crate) fn moment(text: &str, country: Country) -> Option<Instant> {
    if let Ok(at) = text.parse::<Instant>() {
        return Some(at);
    }
    let local = text.parse::<jiff::civil::DateTime>().ok()?;
    Some(local.to_zoned(country.time_zone()).ok()?.timestamp())
}

fn local(words: Words, at: Instant) -> String {
    at.to_zoned(words.country.time_zone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The timeline of cover with the event and rule behind each boundary.
pub(super) fn parts(words: Words, file: &ContractFile) -> Vec<CoverPart> {
    let segments = &file.cover.segments;
    let part = |(index, segment): (usize, &policy::Segment)| {
        let next = segments.get(index + 1).map(|next| next.begins.at);
        let cover = match segment.cover {
            policy::Cover::Provisional => Cover::Provisional,
            policy::Cover::On => Cover::On,
            policy::Cover::Off if next.is_none() && !segment.is_gap() => Cover::Ended,
            policy::Cover::Off | policy::Cover::Suspended | policy::Cover::Void => Cover::Off,
        };
        let fact = file.facts.iter().find(|fact| fact.seq == segment.begins.seq);
        CoverPart {
            from: segment.begins.at,
            to: next,
            cover,
            // An end date was set by the acceptance, and a death by the notice: how it ended says more than what was entered.
            reason: match (segment.begins.end, fact) {
                (Some(way), _) => words.t(&format!("ending-way-{}", way.code())),
                (None, Some(fact)) => words.t(&format!("event-{}", fact.event.kind())),
                (None, None) => String::new(),
            },
            rule: Some(RuleChip::linked(segment.begins.rule.id())),
        }
    };
    segments.iter().enumerate().map(part).collect()
}
