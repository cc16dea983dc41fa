//! One application: who, what, what the checks say, how many days are left, and the decision (OFFICE-01, OFFICE-02).

use app::acceptance::{self, Decided};
use app::access::{Action, Resource};
use app::attachments;
use app::contracts::Outcome;
use app::views::desk::{self as views, ContractFile};
use askama::Template;
use kernel::{Instant, Money, Term};
use policy::{Phase, Verdict};

use super::checks::{Check, checks};
use super::common;
use crate::form::Filled;
use crate::part::{Badge, Crumb, Field, Fields, Kind, Notice, Summary, Tone};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// How far the time for deciding has run (NL-PROV-02, AMB-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Countdown {
    /// Days left, counted as the law counts them; 0 on the last day.
    pub days_left: u32,
    /// Days there were.
    pub days: u32,
    /// When provisional cover ends at the latest.
    pub ends: Instant,
}

impl Countdown {
    fn run(&self) -> u32 {
        self.days.saturating_sub(self.days_left)
    }

    fn hot(&self) -> bool {
        self.days_left <= 4
    }
}

/// What the page of an application shows.
#[derive(Debug, Template)]
#[template(path = "desk/application.html")]
pub struct ApplicationPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Its number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// Where it stands.
    pub status: Badge,
    /// How far the time has run; `None` once decided.
    pub countdown: Option<Countdown>,
    /// A message above all, such as a question that was sent and not answered.
    pub message: Option<Notice>,
    /// The applicant: name and value.
    pub person: Vec<(String, String)>,
    /// The device and its purchase.
    pub device: Vec<(String, String)>,
    /// Plan, premium, excess.
    pub offer: Vec<(String, String)>,
    /// Where the proof of purchase is, and its name.
    pub proof: Option<(String, String)>,
    /// The checks.
    pub checks: Vec<Check>,
    /// Its page as a policy, with all that happened: address and words.
    pub policy: Option<(String, String)>,
    /// What can be decided; `None` once decided, or when the reader may only look.
    pub decision: Option<Decision>,
}

/// The form of a decision.
#[derive(Debug)]
pub struct Decision {
    /// Where it goes.
    pub action: String,
    /// The ID of this decision, so that sending it twice is once.
    pub command: String,
    /// The version of the application that was read: somebody else may have decided since.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// Whether it can be accepted now; if not, why not.
    pub blocked: Option<String>,
    /// Whether the screening needs a person.
    pub screening: bool,
    /// `question`: what we still want to know (NL-PROV-03).
    pub question: Field,
    /// `premium`: what an offer on other terms costs (NL-PROV-05).
    pub premium: Field,
    /// `excess`: what the customer would bear per claim.
    pub excess: Field,
    /// `note`: for our own file; never sent.
    pub note: Field,
}

impl Decision {
    /// The form with what was typed.
    pub fn new(page: &Page, filled: &Filled, action: String, command: String, version: String) -> Self {
        let words = page.words();
        let fields = Fields { words, area: "application", filled };
        Self {
            action,
            command,
            version,
            summary: Summary::new(words, filled.faults()),
            blocked: None,
            screening: false,
            question: fields.field("question", Kind::Long).optional(words),
            premium: Fields { area: "application-offer", ..fields }
                .field("premium", Kind::Money)
                .optional(words),
            excess: Fields { area: "application-offer", ..fields }
                .field("excess", Kind::Money)
                .optional(words),
            note: fields.field("note", Kind::Long).optional(words),
        }
    }
}

impl ApplicationPage {
    fn left(&self, countdown: &Countdown) -> String {
        self.page.with("application-days-left", "n", i64::from(countdown.days_left))
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/applications/{number}", Access::to(Action::ViewApplication, "number"), show)
        .post("/desk/applications/{number}", Access::to(Action::AcceptApplication, "number"), decide)
        .get("/desk/applications/{number}/proof", Access::to(Action::ViewApplication, "number"), proof)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

async fn decide(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let (decision, action) = match filled.get("decision") {
        "accept" => (acceptance::Decision::Accept, Action::AcceptApplication),
        "reject" => {
            (acceptance::Decision::Reject { note: filled.get("note").to_owned() }, Action::RejectApplication)
        }
        "ask" => {
            (acceptance::Decision::Ask { question: filled.get("question").to_owned() }, Action::AskApplicant)
        }
        "offer" => {
            let mut form = Reader { words: visit.words(), filled: &mut filled };
            let money = |text: &str| text.parse::<Money>().map_err(kernel::MoneyError::code);
            let (premium, excess) = (form.optional("premium", money), form.optional("excess", money));
            (acceptance::Decision::Offer { premium, excess }, Action::AcceptApplication)
        }
        "clear" => (acceptance::Decision::Clear, Action::ScreenApplicant),
        "hit" => (acceptance::Decision::Hit, Action::ScreenApplicant),
        _ => return Err(Failure::Malformed),
    };
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let decided = Decided {
        id: visit.command("application")?,
        contract,
        version: Some(common::version(&filled)?),
        actor: common::actor_for(&visit, action, &Resource::any().in_file(contract))?,
        decision,
    };
    if matches!(&decided.decision, acceptance::Decision::Ask { question } if question.is_empty()) {
        filled.wrong("question", visit.words().t("form-required"));
        return Answer::again(&view(&visit, &filled).await?);
    }
    if !filled.is_good() {
        return Answer::again(&view(&visit, &filled).await?);
    }
    let back = format!("/desk/applications/{}", visit.parameter("number"));
    match common::write(&visit, move |tx| acceptance::decide(&app, tx, now, &decided)).await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-decided")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("", visit.words().refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

/// The proof of purchase: pictures are shown, everything else is only ever downloaded.
async fn proof(visit: Visit) -> Result<Answer, Failure> {
    let (app, number) = (visit.app()?.clone(), common::policy_number(&visit)?);
    let found = common::read(&visit, move |tx| views::device_proof(&app, tx, &number)).await?;
    let (_, attached) = found.ok_or(Failure::NotFound)?;
    let app = visit.app()?.clone();
    let served = common::aside(move || attachments::open(&app, &attached.hash)).await?;
    serve(served.ok_or(Failure::NotFound)?, visit.parameter("number"))
}

/// An attachment as an answer.
pub(super) fn serve(served: attachments::Served, name: &str) -> Result<Answer, Failure> {
    if served.is_shown {
        return Ok(Answer::inline(served.media_type, served.bytes));
    }
    let ending = if served.media_type == "application/pdf" { "pdf" } else { "bin" };
    Ok(Answer::download(served.media_type, format!("{name}.{ending}"), served.bytes))
}

async fn view(visit: &Visit, filled: &Filled) -> Result<ApplicationPage, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::policy_number(visit)?, visit.now());
    let language = visit.words().language;
    let read = move |tx: &mut store::Tx<'_>| views::contract_file(&app, tx, &number, (now, now), language);
    let file = common::read(visit, read).await?.ok_or(Failure::NotFound)?;
    // PRIV-17: what the check found tells something of other people too.
    visit
        .look(file.kindred.iter().map(|other| other.holder).filter(|holder| *holder != file.holder).collect())
        .await?;
    let page = visit.page();
    let words = page.words();
    let waits = matches!(file.contract.phase, Phase::Screening { .. } | Phase::Applied { .. });
    let number = file.contract.application.number.to_string();
    let on = Resource::of(file.holder).in_file(file.id);
    let decision = (waits && common::may(visit, Action::AcceptApplication, &on)).then(|| {
        let action = format!("/desk/applications/{number}");
        let mut decision = Decision::new(&page, filled, action, visit.draw(), file.version.to_string());
        let verdict = file.screened.verdict;
        decision.screening = matches!(verdict, Some(Verdict::Possible | Verdict::Hit));
        decision.blocked =
            (verdict != Some(Verdict::Clear)).then(|| words.t("application-blocked-screening"));
        decision
    });
    Ok(ApplicationPage {
        crumb: common::crumb(words, "applications"),
        name: name(words, &file),
        status: common::phase(words, file.phase),
        countdown: waits.then(|| countdown(&file, now)),
        message: message(words, &file),
        person: person(words, &file),
        device: devices(words, &file),
        offer: offer(words, &file),
        proof: file.proof.as_ref().map(|attached| {
            (
                format!("/desk/applications/{number}/proof"),
                size(words, attached.size_bytes, &attached.media_type),
            )
        }),
        checks: checks(words, &file),
        policy: common::may(visit, Action::ViewPolicy, &on)
            .then(|| (format!("/desk/policies/{number}"), words.t("application-as-policy"))),
        decision,
        number,
        page,
    })
}

fn countdown(file: &ContractFile, now: Instant) -> Countdown {
    let contract = &file.contract;
    let ends = contract.provisional_until();
    let today = kernel::local_date(now, contract.country());
    let after = kernel::local_date(ends, contract.country());
    let left = (after - today).get_days() - 1;
    let days = match contract.application.terms.provisional {
        Term::Days(days) => days,
        _ => 0,
    };
    Countdown { days_left: u32::try_from(left).unwrap_or(0), days, ends }
}

fn message(words: Words, file: &ContractFile) -> Option<Notice> {
    if let Some(note) = &file.note {
        return Some(Notice::new(Tone::Plain, words.t("application-note")).text(note));
    }
    let (asked, question) = file.question.as_ref()?;
    Some(match &file.answer {
        Some((at, answer)) => {
            Notice::new(Tone::Info, words.with("application-answered", "at", words.moment(at))).text(answer)
        }
        None => {
            Notice::new(Tone::Info, words.with("application-asked", "at", words.moment(asked))).text(question)
        }
    })
}

/// The holder's name, or that it was forgotten.
pub(super) fn name(words: Words, file: &ContractFile) -> String {
    let profile = file.known.as_ref().and_then(|known| known.profile.as_ref());
    profile.map_or_else(|| words.t("person-forgotten"), |profile| profile.name.clone())
}

/// Who holds a policy and how they are reached.
pub(super) fn person(words: Words, file: &ContractFile) -> Vec<(String, String)> {
    let Some(known) = &file.known else { return Vec::new() };
    let Some(profile) = &known.profile else {
        return vec![(words.t("person-name"), words.t("person-forgotten"))];
    };
    let address = &profile.address;
    let address = format!("{}, {} {}", address.street, address.postcode.as_str(), address.town);
    let kind = match file.contract.application.holder_kind {
        policy::HolderKind::Consumer => "person-consumer",
        policy::HolderKind::Business => "person-business",
    };
    let reached = if known.party.by_email { "person-by-email" } else { "person-by-post" };
    let facts = [
        ("person-name", Some(profile.name.clone())),
        ("person-born", profile.born.map(|born| words.day(&born))),
        ("person-user", insured_person(words, profile)),
        ("person-kind", Some(words.t(kind))),
        ("person-address", Some(address)),
        ("person-phone", profile.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        ("person-email", profile.email.as_ref().map(|email| email.as_str().to_owned())),
        ("person-reached", Some(words.t(reached))),
        ("person-language", Some(words.t(&format!("language-{}", known.party.language.code())))),
    ];
    facts.into_iter().filter_map(|(key, value)| Some((words.t(key), value?))).collect()
}

/// Who uses the device for the policyholder, such as a parent's child (LAW-FMT-10).
fn insured_person(words: Words, profile: &party::Profile) -> Option<String> {
    let name = profile.insured_person.as_ref()?;
    Some(match &profile.insured_born {
        Some(born) => format!("{name}, {}", words.day(born)),
        None => name.clone(),
    })
}

/// What is insured, device after device.
pub(super) fn device(words: Words, insured: &views::InsuredDevice) -> Vec<(String, String)> {
    let (device, identity) = (&insured.device, insured.identity.as_ref());
    let kind = words.t(&format!("device-{}", device.kind.code()));
    let model = identity.map_or_else(|| words.t("person-forgotten"), |identity| identity.model.clone());
    let facts = [
        ("policy-device", Some(format!("{kind}, {model}"))),
        ("item-imei", identity.and_then(|identity| Some(identity.imei.as_ref()?.as_str().to_owned()))),
        ("item-serial", identity.and_then(|identity| Some(identity.serial.as_ref()?.as_str().to_owned()))),
        ("item-bought", Some(words.day(&device.bought))),
        ("item-value", Some(words.money(&device.purchase_value))),
        ("item-excess", Some(words.money(&device.excess))),
    ];
    facts.into_iter().filter_map(|(key, value)| Some((words.t(key), value?))).collect()
}

fn devices(words: Words, file: &ContractFile) -> Vec<(String, String)> {
    file.devices.iter().flat_map(|insured| device(words, insured)).collect()
}

/// Plan, wording, premium.
pub(super) fn offer(words: Words, file: &ContractFile) -> Vec<(String, String)> {
    let application = &file.contract.application;
    let premium = format!(
        "{} {}",
        words.money(&file.schedule.premium),
        words.t(&format!("frequency-{}", application.frequency.code()))
    );
    let mandate = file.contract.billing.mandate.as_ref();
    let by = match mandate {
        Some(mandate) if mandate.stopped => words.t("pays-mandate-stopped"),
        Some(mandate) => words.with("pays-mandate", "reference", mandate.reference.as_str()),
        None => words.t("pays-transfer"),
    };
    vec![
        (words.t("policy-plan"), file.plan.clone()),
        (
            words.t("offer-wording"),
            format!("{} {}", file.schedule.product.code, file.schedule.product.version),
        ),
        (words.t("offer-premium"), premium),
        (words.t("offer-pays"), by),
        (words.t("offer-applied"), words.instant(&file.contract.applied)),
        (words.t("offer-agreement"), application.agreement.clone()),
    ]
}

fn size(words: Words, bytes: u64, media_type: &str) -> String {
    let kilobytes = usize::try_from(bytes.div_ceil(1024)).unwrap_or(usize::MAX);
    format!("{media_type}, {} kB", words.number(kilobytes))
}
