//! Reporting a claim: one question a page, only those that the wording still needs. Each answer is kept at once, so that the
//! report goes on later or on another device (PORTAL-06, PORTAL-07). The desk asks the same questions of who calls, and goes
//! on with what the customer began (NL-CLAIM-01, BE-CLAIM-01).

mod answer;
mod by;
mod files;
mod help;
mod pages;

use app::claims::unsent::{self, Ahead, Step, Unsent};
use app::claims::{DEVICES, NARRATIVE_CHARS, UPLOADS};
use app::views::portal as view;
use app::{App, AppError};
use kernel::{Id, Instant, Language};
use store::{Priority, Tx};

pub(super) use self::answer::read_answer;
use self::by::By;
pub(super) use self::files::store_all;
pub use self::pages::ReadyPage;
pub(super) use self::pages::asked_of;
use crate::{Answer, Failure, Visit};

const NARRATIVE: &str = "narrative";
const EVIDENCE: &str = "evidence-";

/// What a page of the report is made of.
struct Place {
    by: By,
    device: String,
    number: String,
    holder: Id,
    unsent: Unsent,
    ahead: Ahead,
}

pub(crate) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let change = visit.query().given("change").map(str::to_owned);
    let place = place(&visit, None, change).await?;
    let filled = pages::answered(&place);
    pages::page(&visit, place, &filled)
}

pub(crate) async fn send(visit: Visit) -> Result<Answer, Failure> {
    if visit.sent().get("do") == "send" {
        return finish(visit).await;
    }
    let words = visit.words();
    let mut filled = visit.sent().clone();
    let asked = filled.get("asked").to_owned();
    let at = place(&visit, None, Some(asked.clone())).await?;
    let onward = Ok(Answer::onward(at.by.here(&at.number)));
    let mut next = at.unsent.clone();
    if next.begun_with.is_none() {
        next.begun_with = visit.query().get("item").parse().ok();
    }
    if asked == NARRATIVE {
        let text = filled.get(NARRATIVE).to_owned();
        if text.is_empty() {
            filled.wrong(NARRATIVE, words.t("form-required"));
        } else if text.chars().count() > NARRATIVE_CHARS {
            filled.wrong(NARRATIVE, words.t("refusal-claim-report-too-large"));
        } else {
            next.narrative = Some(text);
        }
    } else if asked == DEVICES {
        let items: Vec<u32> = filled.all(DEVICES).filter_map(|item| item.parse().ok()).collect();
        let knows = |item: &u32| at.ahead.devices.iter().any(|device| device.item == *item);
        if items.is_empty() || !items.iter().all(knows) {
            filled.wrong(DEVICES, words.t("form-choose"));
        } else {
            next.items = Some(items);
        }
    } else if let Some(kind) = asked.strip_prefix(EVIDENCE) {
        let uploads = store_all(&visit, &mut filled, &asked, at.holder).await?;
        let is_given = !uploads.is_empty() || next.uploads.iter().any(|(given, _)| given == kind);
        let before = next.clone();
        next.add(kind, uploads);
        if next.uploads.len() > UPLOADS {
            filled.wrong(&asked, words.with("report-too-many-files", "most", UPLOADS));
            next = before;
        } else if !is_given && filled.is_good() {
            if filled.ticked(&format!("{asked}_unknown")) {
                next.later.push(kind.to_owned());
            } else {
                filled.wrong(&asked, words.t("form-file-missing"));
            }
        }
        // Of several files those that are right are kept, whatever is wrong with the others.
        if !filled.is_good() && is_given {
            keep(&visit, at.holder, next.clone()).await?;
        }
    } else {
        let question = match &at.ahead.step {
            Step::Ask(question, may_skip) if question.key() == asked => Some((question.clone(), *may_skip)),
            // The form is older than the report: on to where it stands.
            _ => None,
        };
        let Some((question, may_skip)) = question else { return onward };
        if let Some(text) = read_answer(words, &mut filled, &question, may_skip, visit.now()) {
            next.answer(&question.fact, question.item, text);
        }
    }
    if !filled.is_good() {
        return pages::page(&visit, at, &filled);
    }
    // What contradicts is said beside the answer that was just given; it is not kept.
    let looked = place(&visit, Some(next.clone()), None).await?;
    if let Some((_, code, text)) = looked.ahead.faults.first() {
        let message = text.clone().unwrap_or_else(|| words.t(&format!("refusal-{code}")));
        filled.wrong(&asked, message);
        return pages::page(&visit, at, &filled);
    }
    keep(&visit, at.holder, next).await?;
    onward
}

async fn keep(visit: &Visit, holder: Id, unsent: Unsent) -> Result<(), Failure> {
    let app = visit.app()?.clone();
    let (now, of) = (visit.now(), (By::of(visit).whose(visit.thing()?), holder));
    let write = move |tx: &mut Tx<'_>| unsent::save(&app, tx, now, of, &unsent);
    Ok(visit.app()?.db.write_async(Priority::Click, write).await?)
}

/// Sends the report; the claim's page says what happens next.
async fn finish(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let by = By::of(&visit);
    let (now, contract, actor) = (visit.now(), visit.thing()?, by.actor(visit.actor()?));
    // The report's own ID: the same report sent twice, from wherever, is one claim.
    let command = visit.sent().get("command").to_owned();
    if command.len() > 64 || !command.starts_with("report:") {
        return Err(Failure::Malformed);
    }
    let house = app.clone();
    let sent = app.db.write_async(Priority::Click, move |tx| {
        let holder = app::contracts::holder(tx, contract)?;
        let claim = unsent::send(&house, tx, now, (&command, &actor), (by.whose(contract), holder))?;
        let number = view::policy_of(&house, tx, now, contract)?.line.number;
        Ok::<_, AppError>((claim, number))
    });
    let (claim, policy) = sent.await?;
    let said = if claim.was_there { "done-reported-before" } else { "done-reported" };
    Ok(Answer::onward(by.after(&visit, &claim.number, &policy)).say(said))
}

/// Throws a report away that was begun.
pub(crate) async fn discard(visit: Visit) -> Result<Answer, Failure> {
    let by = By::of(&visit);
    let whose = by.whose(visit.thing()?);
    let app = visit.app()?.clone();
    let write = move |tx: &mut Tx<'_>| unsent::throw_away(&app, tx, whose);
    visit.app()?.db.write_async(Priority::Click, write).await?;
    Ok(Answer::onward(by.back(visit.parameter("number"))).say("done-report-discarded"))
}

/// Where the report stands, or would stand with what is not kept yet. `change` asks an answered question again.
async fn place(visit: &Visit, unsent: Option<Unsent>, change: Option<String>) -> Result<Place, Failure> {
    let app = visit.app()?.clone();
    let by = By::of(visit);
    let (now, contract, language) = (visit.now(), visit.thing()?, visit.words().language);
    let read = visit.app()?.db.read_async(move |tx| {
        let unsent = match unsent {
            Some(ref unsent) => unsent.clone(),
            None => unsent::load(&app, tx, by.whose(contract))?,
        };
        stands(&app, tx, (now, contract, language), (by, unsent), change.as_deref())
    });
    Ok(read.await?)
}

fn stands(
    app: &App,
    tx: &mut Tx<'_>,
    (now, contract, language): (Instant, Id, Language),
    (by, unsent): (By, Unsent),
    change: Option<&str>,
) -> Result<Place, AppError> {
    let holder = app::contracts::holder(tx, contract)?;
    let policy = view::policy_of(app, tx, now, contract)?;
    let ahead = unsent::ahead(app, tx, now, contract, &unsent, change, language)?;
    let number = policy.line.number.to_string();
    Ok(Place { by, device: policy.line.model, number, holder, unsent, ahead })
}
