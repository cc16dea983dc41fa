//! Reporting a claim: one question a page, only those that the wording still needs. Each answer is kept at once, so that the
//! report goes on later or on another device (PORTAL-06, PORTAL-07).

use app::attachments::{self, Upload as Stored};
use app::claims::unsent::{self, Ahead, Step, Unsent};
use app::claims::{NARRATIVE_CHARS, Question};
use app::sealed::Purpose;
use app::views::portal::{self as view, PolicyView};
use app::{App, AppError};
use askama::Template;
use kernel::{Id, Instant, Language};
use store::{Priority, Tx};
use terms::Kind;

use super::question::{Asked, AskedKind, QuestionPage};
use crate::form::{Filled, day};
use crate::part::{Crumb, MAX_FILE_BYTES, Summary};
use crate::{Answer, Failure, Page, Visit, Words};

const NARRATIVE: &str = "narrative";
const EVIDENCE: &str = "evidence-";

/// Everything answered: read once more, and sent.
#[derive(Debug, Template)]
#[template(path = "portal/report-ready.html")]
pub struct ReadyPage {
    /// The frame.
    pub page: Page,
    /// Back to the claims.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of the report, so that sending it twice is once.
    pub command: String,
    /// The device it is about.
    pub device: String,
    /// What is wrong.
    pub summary: Summary,
    /// Question, answer, where to change it.
    pub before: Vec<(String, String, String)>,
    /// Names of the papers that come with it.
    pub papers: Vec<String>,
    /// Papers that come later.
    pub later: Vec<String>,
}

/// What a page of the report is made of.
struct Place {
    device: String,
    number: String,
    unsent: Unsent,
    ahead: Ahead,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract, language) = (visit.now(), visit.thing()?, visit.words().language);
    let change = visit.query().given("change").map(str::to_owned);
    let read = visit.app()?.db.read_async(move |tx| {
        let unsent = unsent::load(&app, tx, contract)?;
        place(&app, tx, (now, contract, language), unsent, change.as_deref())
    });
    let place = read.await?;
    let filled = answered(&place);
    page(&visit, place, &filled)
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    if visit.sent().get("do") == "send" {
        return finish(visit).await;
    }
    let app = visit.app()?.clone();
    let (now, contract, language) = (visit.now(), visit.thing()?, visit.words().language);
    let words = visit.words();
    let mut filled = visit.sent().clone();
    let asked = filled.get("asked").to_owned();
    let house = app.clone();
    let (unsent, policy) = app
        .db
        .read_async(move |tx| {
            let unsent = unsent::load(&house, tx, contract)?;
            Ok::<_, AppError>((unsent, view::policy_of(&house, tx, now, contract)?))
        })
        .await?;
    let holder = holder(&visit)?;
    let house = app.clone();
    let (before, again) = (unsent.clone(), asked.clone());
    let at = app
        .db
        .read_async(move |tx| place(&house, tx, (now, contract, language), before.clone(), Some(&again)));
    let at = at.await?;
    let mut next = unsent;
    if asked == NARRATIVE {
        let text = filled.get(NARRATIVE).to_owned();
        if text.is_empty() {
            filled.wrong(NARRATIVE, words.t("form-required"));
        } else if text.chars().count() > NARRATIVE_CHARS {
            filled.wrong(NARRATIVE, words.t("refusal-claim-report-too-large"));
        } else {
            next.narrative = Some(text);
        }
    } else if let Some(kind) = asked.strip_prefix(EVIDENCE) {
        let uploads = store_all(&visit, &mut filled, &asked, holder).await?;
        let is_given = !uploads.is_empty() || next.uploads.iter().any(|(given, _)| given == kind);
        if !is_given && filled.is_good() {
            if filled.ticked(&format!("{asked}_unknown")) {
                next.later.push(kind.to_owned());
            } else {
                filled.wrong(&asked, words.t("form-file-missing"));
            }
        }
        next.uploads.extend(uploads.into_iter().map(|upload| (kind.to_owned(), upload)));
        // Of several files those that are right are kept, whatever is wrong with the others.
        if !filled.is_good() && is_given {
            keep(&app, now, (contract, holder), next.clone()).await?;
        }
    } else {
        let question = match &at.ahead.step {
            Step::Ask(question, may_skip) if question.fact == asked => Some((question.clone(), *may_skip)),
            // The form is older than the report: on to where it stands.
            _ => None,
        };
        let Some((question, may_skip)) = question else { return onward(&policy) };
        if let Some(text) = read_answer(words, &mut filled, &question, may_skip, now) {
            next.answer(&asked, text);
        }
    }
    if !filled.is_good() {
        return page(&visit, at, &filled);
    }
    let house = app.clone();
    let kept = next.clone();
    let looked =
        app.db.read_async(move |tx| place(&house, tx, (now, contract, language), next.clone(), None));
    let looked = looked.await?;
    // What contradicts is said beside the answer that was just given; it is not kept.
    if let Some((_, code, text)) = looked.ahead.faults.first() {
        let message = text.clone().unwrap_or_else(|| words.t(&format!("refusal-{code}")));
        filled.wrong(&asked, message);
        return page(&visit, at, &filled);
    }
    keep(&app, now, (contract, holder), kept).await?;
    onward(&policy)
}

async fn keep(app: &App, now: Instant, of: (Id, Id), unsent: Unsent) -> Result<(), Failure> {
    let house = app.clone();
    let saved = app.db.write_async(Priority::Click, move |tx| unsent::save(&house, tx, now, of, &unsent));
    Ok(saved.await?)
}

/// Sends the report; the claim's page says what happens next.
async fn finish(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract, actor, holder) = (visit.now(), visit.thing()?, visit.actor()?, holder(&visit)?);
    // The report's own ID: the same report sent twice, from wherever, is one claim.
    let command = visit.sent().get("command").to_owned();
    if command.len() > 64 || !command.starts_with("report:") {
        return Err(Failure::Malformed);
    }
    let house = app.clone();
    let sent = app.db.write_async(Priority::Click, move |tx| {
        unsent::send(&house, tx, now, (&command, &actor), (contract, holder))
    });
    let claim = sent.await?;
    Ok(Answer::onward(format!("/my/claims/{}", claim.number)).say("done-reported"))
}

fn onward(policy: &PolicyView) -> Result<Answer, Failure> {
    Ok(Answer::onward(format!("/my/claims/new/{}", policy.line.number)))
}

fn holder(visit: &Visit) -> Result<Id, Failure> {
    visit.visitor().and_then(|visitor| visitor.who.party).ok_or(Failure::NotAllowed)
}

fn place(
    app: &App,
    tx: &mut Tx<'_>,
    (now, contract, language): (Instant, Id, Language),
    unsent: Unsent,
    change: Option<&str>,
) -> Result<Place, AppError> {
    let policy = view::policy_of(app, tx, now, contract)?;
    let ahead = unsent::ahead(app, tx, now, contract, &unsent, change, language)?;
    let number = policy.line.number.to_string();
    Ok(Place { device: policy.line.model, number, unsent, ahead })
}

/// The form as it was answered before, for a question that is asked again.
fn answered(place: &Place) -> Filled {
    let mut filled = Filled::default();
    match &place.ahead.step {
        Step::Ask(question, _) => {
            let before = place.ahead.answered.iter().find(|(known, _)| known.fact == question.fact);
            if let Some((_, Some(text))) = before {
                match question.kind {
                    Kind::Instant => {
                        let (date, time) = text.split_once('T').unwrap_or((text, ""));
                        filled.set(&question.fact, date);
                        filled.set(&format!("{}_time", question.fact), time);
                    }
                    _ => filled.set(&question.fact, text.as_str()),
                }
            }
        }
        Step::Narrative => filled.set(NARRATIVE, place.unsent.narrative.clone().unwrap_or_default()),
        Step::Evidence(..) | Step::Ready => {}
    }
    filled
}

fn page(visit: &Visit, place: Place, filled: &Filled) -> Result<Answer, Failure> {
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/claims/new/{}", place.number);
    let before = before(words, &place, &here);
    let asked = match &place.ahead.step {
        Step::Ready => {
            let name = |kind: &String| {
                let known = place.ahead.evidence.iter().find(|(name, _)| name == kind);
                known.map_or_else(|| kind.clone(), |(_, text)| text.clone())
            };
            return Answer::page(&ReadyPage {
                crumb: Crumb { href: "/my/claims".to_owned(), text: words.t("nav-claims") },
                action: here,
                command: place.unsent.command.clone(),
                device: place.device,
                summary: Summary::new(words, filled.faults()),
                before,
                papers: place.unsent.uploads.iter().map(|(_, upload)| upload.name.clone()).collect(),
                later: place.unsent.later.iter().map(name).collect(),
                page,
            });
        }
        Step::Ask(question, may_skip) => asked_of(question, *may_skip),
        Step::Narrative => Asked {
            fact: NARRATIVE.to_owned(),
            question: words.t("report-narrative"),
            help: words.t("report-narrative-help"),
            kind: AskedKind::Words,
            may_be_unknown: false,
        },
        Step::Evidence(kind, text) => Asked {
            fact: format!("{EVIDENCE}{kind}"),
            question: text.clone(),
            help: words.t("report-evidence-help"),
            kind: AskedKind::Files,
            may_be_unknown: true,
        },
    };
    let about = before.len() + place.ahead.left;
    let view = QuestionPage::new(page, (here, visit.draw(), place.device), &asked, filled, before, about);
    if filled.is_good() { Answer::page(&view) } else { Answer::again(&view) }
}

/// A question of the wording as the page asks it.
pub(super) fn asked_of(question: &Question, may_be_unknown: bool) -> Asked {
    Asked {
        fact: question.fact.clone(),
        question: question.question.clone(),
        help: question.help.clone().unwrap_or_default(),
        kind: match question.kind {
            Kind::Bool => AskedKind::YesNo,
            Kind::Choice => AskedKind::OneOf(question.values.clone()),
            Kind::Set => AskedKind::AnyOf(question.values.clone()),
            Kind::Money => AskedKind::Money,
            Kind::Date => AskedKind::Date,
            Kind::Instant => AskedKind::Moment,
            Kind::Number | Kind::Term => AskedKind::Words,
        },
        may_be_unknown,
    }
}

fn before(words: Words, place: &Place, here: &str) -> Vec<(String, String, String)> {
    let mut before: Vec<_> = place
        .ahead
        .answered
        .iter()
        .map(|(question, text)| {
            let answer = text.as_ref().map_or_else(|| words.t("unknown"), |text| said(words, question, text));
            (question.question.clone(), answer, format!("{here}?change={}", question.fact))
        })
        .collect();
    if let Some(narrative) = &place.unsent.narrative {
        let short: String = narrative.chars().take(120).collect();
        let more = if short.len() < narrative.len() { "…" } else { "" };
        before.push((
            words.t("report-narrative"),
            format!("{short}{more}"),
            format!("{here}?change={NARRATIVE}"),
        ));
    }
    before
}

/// An answer in the reader's words.
fn said(words: Words, question: &Question, text: &str) -> String {
    let label = |name: &str| {
        let value = question.values.iter().find(|(value, _)| value == name);
        value.map_or_else(|| name.to_owned(), |(_, label)| label.clone())
    };
    match question.kind {
        Kind::Bool => words.t(if text == "yes" { "yes" } else { "no" }),
        Kind::Choice => label(text),
        Kind::Set if text.is_empty() => words.t("report-none"),
        Kind::Set => text.split(',').map(label).collect::<Vec<_>>().join("; "),
        Kind::Date => day(text).map_or_else(|| text.to_owned(), |date| words.date(&date)),
        Kind::Money => text.parse().map_or_else(|_| text.to_owned(), |amount| words.money(&amount)),
        Kind::Instant => local(words, text).map_or_else(|| text.to_owned(), |at| words.instant(&at)),
        Kind::Number | Kind::Term => text.to_owned(),
    }
}

/// A local date and time, `2026-03-01T10:00`, on the reader's clocks.
fn local(words: Words, text: &str) -> Option<Instant> {
    let local: jiff::civil::DateTime = text.parse().ok()?;
    Some(local.to_zoned(words.country.time_zone()).ok()?.timestamp())
}

/// The answer as the wording reads it; the inner `None` is "I don't know". Notes what is wrong.
pub(super) fn read_answer(
    words: Words,
    filled: &mut Filled,
    question: &Question,
    may_skip: bool,
    now: Instant,
) -> Option<Option<String>> {
    let fact = question.fact.as_str();
    if may_skip && (filled.get(fact) == "unknown" || filled.ticked(&format!("{fact}_unknown"))) {
        return Some(None);
    }
    let given = filled.get(fact).to_owned();
    let outcome = match question.kind {
        Kind::Bool if given == "yes" || given == "no" => Ok(given),
        Kind::Choice if question.values.iter().any(|(value, _)| *value == given) => Ok(given),
        Kind::Bool | Kind::Choice => Err(words.t("form-choose")),
        Kind::Set => {
            let names: Vec<&str> = filled.all(fact).collect();
            let known = |name: &&str| question.values.iter().any(|(value, _)| value == name);
            if names.iter().all(known) { Ok(names.join(",")) } else { Err(words.t("form-choose")) }
        }
        Kind::Date => match day(&given) {
            Some(date) => Ok(date.to_string()),
            None => Err(words.t("form-date-wrong")),
        },
        Kind::Instant => moment(words, filled, fact, now),
        Kind::Money => match given.parse::<kernel::Money>() {
            Ok(amount) => Ok(amount.to_string()),
            Err(error) => Err(words.wrong(error.code())),
        },
        Kind::Number | Kind::Term if given.is_empty() => Err(words.t("form-required")),
        Kind::Number | Kind::Term => Ok(given),
    };
    match outcome {
        Ok(text) => Some(Some(text)),
        Err(message) => {
            filled.wrong(fact, message);
            None
        }
    }
}

fn moment(words: Words, filled: &Filled, fact: &str, now: Instant) -> Result<String, String> {
    let date = day(filled.get(fact)).ok_or_else(|| words.t("form-date-wrong"))?;
    let time = filled.get(&format!("{fact}_time"));
    let clock: jiff::civil::Time =
        time.get(..5).unwrap_or(time).parse().map_err(|_| words.t("form-time-wrong"))?;
    let text = date.to_datetime(clock).strftime("%Y-%m-%dT%H:%M").to_string();
    let at = local(words, &text).ok_or_else(|| words.t("form-date-wrong"))?;
    if at > now { Err(words.t("form-date-future")) } else { Ok(text) }
}

/// Seals the files of a field for the claim. Notes what is wrong with them; what was right is kept all the same.
pub(super) async fn store_all(
    visit: &Visit,
    filled: &mut Filled,
    field: &str,
    holder: Id,
) -> Result<Vec<Stored>, Failure> {
    let words = visit.words();
    if filled.oversized().iter().any(|name| name == field) {
        filled.wrong(field, words.with("form-file-too-large", "mb", MAX_FILE_BYTES >> 20));
    }
    let files: Vec<_> = filled.files(field).cloned().collect();
    let mut stored = Vec::with_capacity(files.len());
    for file in files {
        let (app, now) = (visit.app()?.clone(), visit.now());
        let kept = tokio::task::spawn_blocking(move || {
            attachments::store(&app, now, (holder, Purpose::Claim), &file.bytes, &file.name)
        });
        match kept.await.map_err(|error| Failure::fault("an upload gave up", error))? {
            Ok(upload) => stored.push(upload),
            Err(AppError::Refused(refused)) => filled.wrong(field, words.refusal(&refused)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(stored)
}
