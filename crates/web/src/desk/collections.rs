//! Collecting premium: what will be collected, released by a person, and what was (OFFICE-04).

use std::collections::BTreeMap;

use app::access::Action;
use app::money::{self, BatchKind, BatchLine, LeftOut, Released, collections, collections::TargetDay};
use app::views::desk as views;
use askama::Template;
use kernel::{Date, Id, Instant, Money};
use store::{StoreError, Tx};

use super::common;
use crate::part::{Badge, Cell, Empty, List, Notice, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// Days ahead of the debit on which a collection may be released: it was announced then, and the bank takes it then.
const AHEAD_DAYS: i64 = 14;
/// Files that one press of the button makes at most; what is left waits for the next.
const FILES_AT_ONCE: usize = 12;
/// Most lines of what would be left out.
const LEFT_OUT_SHOWN: usize = 50;
/// Characters of a policy number.
const POLICY_NUMBER_LENGTH: usize = 17;

/// What will be collected on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// The day the bank collects.
    pub on: Date,
    /// As announced, or which day was announced, in words.
    pub announced: String,
    /// How many.
    pub count: usize,
    /// How much.
    pub total: Money,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The file, for who released it; empty for others.
    pub href: String,
    /// Its name.
    pub name: String,
    /// When it was released.
    pub released: Instant,
    /// By whom.
    pub by: String,
    /// How many.
    pub count: usize,
    /// How much.
    pub total: Money,
    /// Where it stands.
    pub status: Badge,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/collections.html")]
pub struct CollectionsPage {
    /// The frame.
    pub page: Page,
    /// A message, such as contracts that were left out and why.
    pub message: Option<Notice>,
    /// The accounts, one for each insurer: address, name, and whether it is this one. Empty when there is only one.
    pub tabs: Vec<Tab>,
    /// The address of this account's page.
    pub here: String,
    /// What will be collected.
    pub due: List,
    /// What would stand in the file: day, sequence type, how many, how much.
    pub blocks: List,
    /// What would be left out, and why.
    pub left_out: List,
    /// The days ahead: whether banks settle, and whether a file made now is in time.
    pub calendar: List,
    /// The sum of it; `None` when there is nothing to release.
    pub total: Option<(usize, Money)>,
    /// The ID of the release.
    pub command: String,
    /// What was seen: the release fails if it has changed since.
    pub version: String,
    /// What was released.
    pub batches: List,
}

impl CollectionsPage {
    /// The preview and the batches.
    pub fn new(page: Page, due: Vec<DueRow>, batches: Vec<Batch>, command: String, version: String) -> Self {
        let total = due.iter().map(|row| row.total).sum();
        let count = due.iter().map(|row| row.count).sum();
        let heads = ["collect-on", "collect-kind", "collect-count", "collect-total"].map(|key| page.t(key));
        let rows = due.into_iter().map(|row| {
            vec![
                Cell::text(page.day(&row.on)),
                Cell::text(row.announced),
                Cell::Figure(page.number(row.count)),
                Cell::Figure(page.money(&row.total)),
            ]
        });
        let none = Empty::new(page.t("collect-none"), page.t("collect-none-text"));
        let due = List::new(page.t("collect-due"), &heads, rows.collect(), none);
        let batches = batch_list(&page, batches, "collect");
        Self {
            message: None,
            tabs: Vec::new(),
            here: "/desk/collections".to_owned(),
            blocks: blocks(&page, &[]),
            left_out: left_out(page.words(), &[]),
            calendar: calendar(page.words(), &[]),
            due,
            total: (count > 0).then_some((count, total)),
            command,
            version,
            batches,
            page,
        }
    }
}

/// What would stand in the file (LAW-SEPA-07).
fn blocks(page: &Page, blocks: &[(Date, &'static str, u64, Money)]) -> List {
    let heads = ["collect-on", "collect-kind", "collect-count", "collect-total"].map(|key| page.t(key));
    let row = |(on, sequence, count, sum): &(Date, &'static str, u64, Money)| {
        vec![
            Cell::text(page.day(on)),
            Cell::text(page.t(&format!("collect-sequence-{sequence}"))),
            Cell::Figure(page.number(usize::try_from(*count).unwrap_or(usize::MAX))),
            Cell::Figure(page.money(sum)),
        ]
    };
    let none = Empty::new(page.t("collect-none"), "");
    List::new(page.t("collect-preview"), &heads, blocks.iter().map(row).collect(), none)
}

/// What would be left out, with why.
fn left_out(words: Words, left_out: &[LeftOut]) -> List {
    let heads = ["collect-left-what", "collect-left-why"].map(|key| words.t(key));
    let row = |left: &LeftOut| {
        // The key of a direct debit begins with the policy number.
        let number: String = left.key.chars().take(POLICY_NUMBER_LENGTH).collect();
        let rule = left.refused.rule.map(|rule| rule.to_string()).unwrap_or_default();
        vec![
            Cell::link(format!("/desk/policies/{number}"), number),
            Cell::Pair { text: words.refusal(&left.refused), below: rule },
        ]
    };
    let none = Empty::new(words.t("collect-left-none"), "");
    List::new(words.t("collect-left"), &heads, left_out.iter().take(LEFT_OUT_SHOWN).map(row).collect(), none)
}

/// The days ahead (LAW-SEPA-06, LAW-SEPA-10).
fn calendar(words: Words, days: &[(TargetDay, u64)]) -> List {
    let heads = ["collect-day", "policy-status", "collect-count"].map(|key| words.t(key));
    let row = |(day, count): &(TargetDay, u64)| {
        let (tone, key) = match (day.is_open, day.in_time) {
            (false, _) => (Tone::Plain, "collect-closed"),
            (true, false) => (Tone::Warn, "collect-too-near"),
            (true, true) => (Tone::Good, "collect-open"),
        };
        let count = usize::try_from(*count).unwrap_or(usize::MAX);
        vec![
            Cell::text(words.day(&day.on)),
            Cell::Badge(Badge::new(tone, words.t(key))),
            Cell::Figure(words.number(count)),
        ]
    };
    let none = Empty::new(words.t("collect-none"), "");
    List::new(words.t("collect-calendar"), &heads, days.iter().map(row).collect(), none)
}

/// A table of files for the bank; `area` is `collect` or `payout`.
pub(super) fn batch_list(page: &Page, batches: Vec<Batch>, area: &str) -> List {
    let heads = ["batch-file", "batch-count", "batch-total", "batch-status"].map(|key| page.t(key));
    let rows = batches.into_iter().map(|batch| {
        let below = page.with2("batch-released", "at", page.moment(&batch.released), "name", batch.by);
        vec![
            if batch.href.is_empty() {
                Cell::Pair { text: batch.name, below }
            } else {
                Cell::Link { href: batch.href, text: batch.name, below }
            },
            Cell::Figure(page.number(batch.count)),
            Cell::Figure(page.money(&batch.total)),
            Cell::Badge(batch.status),
        ]
    });
    let none = Empty::new(page.t("batch-none"), "");
    List::new(page.t(&format!("{area}-batches")), &heads, rows.collect(), none)
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/collections", Access::on(Action::ViewCollections), show)
        .post("/desk/collections", Access::on(Action::ReleaseCollection), release)
        .get("/desk/collections/{batch}/file", Access::to(Action::ReleaseCollection, "batch"), file)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, None).await?)
}

async fn release(visit: Visit) -> Result<Answer, Failure> {
    let seen = Seen::read(visit.sent().get("version"))?;
    let command = visit.command("collections")?;
    let (mut files, mut refused) = (Vec::new(), None);
    while files.len() < FILES_AT_ONCE && refused.is_none() {
        let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
        let (number, agreement, up_to) = (files.len(), seen.agreement.clone(), seen.up_to);
        let (count, sum) = (seen.count, seen.sum);
        let command = if number == 0 { command.clone() } else { format!("{command}:{number}") };
        // A file is a transaction: what was released stays released, whatever happens to the next.
        let done = common::write(&visit, move |tx| {
            if number == 0 && store::command::seen(tx, &[&command])?.remove(0).is_none() {
                let waiting = collections::waiting(&app, tx, now, &agreement, up_to)?;
                Seen { agreement: agreement.clone(), up_to, count, sum }.hold(waiting.count, waiting.sum)?;
            }
            collections::release(&app, tx, now, (&command, &actor), &agreement, up_to)
        });
        match done.await? {
            Ok(released) => {
                let is_all = released.waiting == 0;
                files.push(released);
                if is_all {
                    break;
                }
            }
            Err(why) => refused = Some(why),
        }
    }
    let message = match refused {
        Some(refused) if files.is_empty() => released(visit.words(), Err(refused)),
        _ => released(visit.words(), Ok(&files)),
    };
    Answer::page(&view(&visit, Some(message)).await?)
}

/// The file for the bank, for the person who released it.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    bank_file(&visit).await
}

async fn view(visit: &Visit, message: Option<Notice>) -> Result<CollectionsPage, Failure> {
    let (app, now) = (visit.app()?.clone(), visit.now());
    let agreement = agreement(visit)?;
    let may = common::may_ever(visit, Action::ReleaseCollection);
    let today = kernel::local_date(now, visit.words().country);
    let up_to = kernel::add_days(today, AHEAD_DAYS);
    let code = agreement.clone();
    let read = move |tx: &mut Tx<'_>| {
        let waiting = collections::waiting(&app, tx, now, &code, up_to)?;
        let planned = collections::preview(&app, tx, now, &code, up_to)?;
        let days = collections::calendar(&app, now, &code, up_to)?;
        let (batches, names) = batches(&app, tx, BatchKind::Collections)?;
        Ok(((waiting, planned, days), batches, names))
    };
    let ((waiting, planned, days), lines, names) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let due = waiting.days.iter().map(|day| DueRow {
        on: day.execute_on,
        announced: if day.execute_on == day.on {
            words.t("collect-as-announced")
        } else {
            words.with("collect-moved", "day", words.day(&day.on))
        },
        count: usize::try_from(day.count).unwrap_or(usize::MAX),
        total: day.sum,
    });
    let (tabs, here) = accounts(visit, "/desk/collections", &agreement)?;
    let seen = Seen { agreement, up_to, count: waiting.count, sum: waiting.sum };
    let batches = batch_rows(visit, &lines, &names);
    let on_day = |on: Date| waiting.days.iter().filter(|day| day.execute_on == on).map(|day| day.count).sum();
    let days: Vec<(TargetDay, u64)> = days.into_iter().map(|day| (day, on_day(day.on))).collect();
    let mut view = CollectionsPage::new(page, due.collect(), batches, visit.draw(), seen.text());
    view.blocks = blocks(&view.page, &planned.blocks);
    view.left_out = left_out(words, &planned.left_out);
    view.calendar = calendar(words, &days);
    view.message = message;
    (view.tabs, view.here) = (tabs, here);
    if !may {
        view.total = None;
    }
    Ok(view)
}

/// What a person saw before releasing: the release fails if it has changed since.
pub(super) struct Seen {
    pub(super) agreement: String,
    pub(super) up_to: Date,
    pub(super) count: u64,
    pub(super) sum: Money,
}

impl Seen {
    pub(super) fn text(&self) -> String {
        format!("{}/{}/{}/{}", self.agreement, self.up_to, self.count, self.sum.cents())
    }

    pub(super) fn read(text: &str) -> Result<Self, Failure> {
        let parts: Vec<&str> = text.split('/').collect();
        let [agreement, up_to, count, cents] = parts.as_slice() else { return Err(Failure::Malformed) };
        Ok(Self {
            agreement: (*agreement).to_owned(),
            up_to: up_to.parse().map_err(|_| Failure::Malformed)?,
            count: count.parse().map_err(|_| Failure::Malformed)?,
            sum: Money::from_cents(cents.parse().map_err(|_| Failure::Malformed)?),
        })
    }

    /// Holds what was seen against what is so now.
    pub(super) fn hold(&self, count: u64, sum: Money) -> Result<(), StoreError> {
        let same = (count, sum) == (self.count, self.sum);
        let stream = app::day::agreement_stream(&self.agreement);
        if same { Ok(()) } else { Err(StoreError::Conflict { stream, expected: 0 }) }
    }
}

/// The power of attorney that the page is about: the one asked for, or the first.
pub(super) fn agreement(visit: &Visit) -> Result<String, Failure> {
    let agreements = visit.app()?.products.agreements();
    let asked = visit.query().get("agreement");
    let found = agreements.iter().find(|agreement| agreement.code == asked).or(agreements.first());
    found.map(|agreement| agreement.code.clone()).ok_or(Failure::NotFound)
}

/// Address and name of a page beside this one, and whether it is this one.
pub(crate) type Tab = (String, String, bool);

/// The accounts to choose from on a page, where there are several, and the address of the one it shows.
pub(super) fn accounts(visit: &Visit, path: &str, here: &str) -> Result<(Vec<Tab>, String), Failure> {
    let address = |code: &str| format!("{path}?agreement={code}");
    let agreements = visit.app()?.products.agreements();
    let tabs = agreements.iter().map(|one| (address(&one.code), one.insurer.name.clone(), one.code == here));
    let tabs = if agreements.len() > 1 { tabs.collect() } else { Vec::new() };
    Ok((tabs, address(here)))
}

/// Files of a kind with the names of those who released them.
pub(super) fn batches(
    app: &app::App,
    tx: &mut Tx<'_>,
    kind: BatchKind,
) -> Result<(Vec<BatchLine>, BTreeMap<Id, String>), app::AppError> {
    let (mut lines, _) = money::batches(tx, 0)?;
    lines.retain(|line| line.kind == kind);
    let people: Vec<Id> = lines.iter().map(|line| line.released_by).collect();
    Ok((lines, views::staff_names(app, tx, &people)?))
}

pub(super) fn batch_rows(visit: &Visit, lines: &[BatchLine], names: &BTreeMap<Id, String>) -> Vec<Batch> {
    let words = visit.words();
    let me = visit.visitor().map(|visitor| visitor.id);
    let row = |line: &BatchLine| {
        let list = match line.kind {
            BatchKind::Collections => "collections",
            BatchKind::Payments => "payments",
        };
        let status = if line.under_way > 0 {
            let text =
                words.with("batch-under-way", "n", usize::try_from(line.under_way).unwrap_or(usize::MAX));
            Badge::new(Tone::Info, text)
        } else {
            Badge::new(Tone::Good, words.t("batch-done"))
        };
        Batch {
            href: if me == Some(line.released_by) {
                format!("/desk/{list}/{}/file", line.id)
            } else {
                String::new()
            },
            name: line.message_id.clone(),
            released: line.released,
            by: names.get(&line.released_by).cloned().unwrap_or_else(|| words.t("work-nobody")),
            count: usize::try_from(line.orders).unwrap_or(usize::MAX),
            total: line.sum,
            status,
        }
    };
    lines.iter().map(row).collect()
}

/// What came of a release into one file or several, with what was left out and why.
pub(super) fn released(words: Words, done: Result<&[Released], app::Refused>) -> Notice {
    let files = match done {
        Err(refused) => return Notice::new(Tone::Bad, words.refusal(&refused)),
        Ok(files) => files,
    };
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let (count, sum) = (files.iter().map(|file| file.orders).sum(), files.iter().map(|file| file.sum).sum());
    let mut title = words.with2("batch-made", "n", number(count), "amount", words.money(&sum));
    if files.len() > 1 {
        title = format!("{title} {}", words.with("batch-files", "n", files.len()));
    }
    // What was left out of one file was asked for again for the next.
    let left_out: BTreeMap<&str, &LeftOut> =
        files.iter().flat_map(|file| &file.left_out).map(|left| (left.key.as_str(), left)).collect();
    let left =
        files.iter().map(|file| number(file.left_out_count)).max().unwrap_or_default().max(left_out.len());
    let waiting = files.last().map_or(0, |file| file.waiting);
    let mut text = Vec::new();
    if waiting > 0 {
        text.push(words.with("batch-waiting", "n", number(waiting)));
    }
    if left > 0 {
        text.push(words.with("batch-left-out", "n", left));
        text.extend(
            left_out.values().take(5).map(|left| format!("{}: {}", left.key, words.refusal(&left.refused))),
        );
    }
    if text.is_empty() {
        return Notice::new(Tone::Good, title);
    }
    Notice::new(Tone::Warn, title).text(text.join(" "))
}

/// A file for the bank: only the person who released it takes it away.
pub(super) async fn bank_file(visit: &Visit) -> Result<Answer, Failure> {
    let (app, batch) = (visit.app()?.clone(), common::id(visit.parameter("batch"))?);
    let me = visit.visitor().ok_or(Failure::SignIn)?.id;
    let read = move |tx: &mut Tx<'_>| {
        let by = views::released_by(tx, batch)?;
        if by != Some(me) {
            return Ok(by.map(|_| None));
        }
        Ok(Some(Some(money::bank_file(&app, tx, batch)?)))
    };
    match common::read(visit, read).await? {
        None => Err(Failure::NotFound),
        Some(None) => Err(Failure::NotAllowed),
        Some(Some((name, bytes))) => Ok(Answer::download("application/xml", name, bytes)),
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Language, date};

    use super::*;

    #[test]
    fn several_files_are_told_as_one_release() {
        let left = |key: &str| LeftOut {
            key: key.to_owned(),
            refused: app::Refused::new("nothing-to-release", None),
        };
        let file = |batch: i64, orders, waiting, left_out: Vec<LeftOut>| Released {
            batch: Id::from_i64(batch).unwrap(),
            orders,
            sum: Money::from_cents(i64::try_from(orders).unwrap() * 100),
            execute_on: date(2026, 3, 9),
            left_out_count: left_out.len() as u64,
            left_out,
            waiting,
        };
        let words = Words::new(Language::En);
        let one = released(words, Ok(&[file(1, 3, 0, Vec::new())]));
        assert_eq!((one.tone, one.text.as_str()), (Tone::Good, ""));
        let files = [file(1, 5_000, 5_001, vec![left("A"), left("B")]), file(2, 5_000, 1, vec![left("A")])];
        let two = released(words, Ok(&files));
        assert_eq!(two.tone, Tone::Warn);
        assert!(two.title.contains("10,000") && two.title.contains("€10,000.00"), "{}", two.title);
        assert!(two.title.contains("2 files"), "{}", two.title);
        assert!(two.text.starts_with("Still waiting: 1."), "{}", two.text);
        assert!(two.text.contains("Not in the file: 2."), "{}", two.text);
    }
}
