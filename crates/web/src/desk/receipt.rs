//! One reminder: how it went, what is proven of its receipt, and recording what the post or the mail server says (AMB-12,
//! GEN-TIME-06). What it changes is shown before it is recorded.

use app::access::Action;
use app::attachments;
use app::contracts::{self, Outcome};
use app::delivery::fate::{self, Fate, Proof, Report};
use app::delivery::news;
use askama::Template;
use billing::Reminder;
use kernel::{Country, Date, Id};
use policy::Contract;

use super::application::serve;
use super::{common, correct};
use crate::form::Filled;
use crate::part::{Choice, Crumb, Field, Fields, Kind, RuleChip, Style, Summary, Upload};
use crate::read::{self, Reader};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page of a reminder shows.
#[derive(Debug, Template)]
#[template(path = "desk/receipt.html")]
pub struct ReceiptPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// What the page is called.
    pub title: String,
    /// The reminder: name and value.
    pub facts: Vec<(String, String)>,
    /// The rule by which receipt is counted.
    pub rule: RuleChip,
    /// Where the slip is that proves it.
    pub slip: Option<String>,
    /// The form; none when it came back and nothing can be added.
    pub form: Option<ReceiptForm>,
}

/// The form of what is known.
#[derive(Debug)]
pub struct ReceiptForm {
    /// Where it goes.
    pub action: String,
    /// The ID of this record, so that sending it twice is once.
    pub command: String,
    /// What is wrong.
    pub summary: Summary,
    /// `what`: `deposited` (Belgium) or `received`, `returned`.
    pub what: Choice,
    /// `day` of the deposit or receipt.
    pub day: Field,
    /// `item`: number of the registered item; Belgium only.
    pub item: Option<Field>,
    /// `why` it came back.
    pub why: Choice,
    /// `note`.
    pub note: Field,
    /// `paper`: the slip.
    pub paper: Upload,
    /// What follows, once it was asked for.
    pub follows: Option<Vec<String>>,
}

/// Why a letter came back, as the desk says it; the codes are kept.
const WHY: [&str; 5] = ["address-unknown", "moved", "not-collected", "refused", "mailbox-gone"];

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::CorrectPolicy, "number");
    site.get("/desk/policies/{number}/reminders/{no}", access, show)
        .upload("/desk/policies/{number}/reminders/{no}", access, "receipt", send)
        .get("/desk/policies/{number}/reminders/{no}/slip", access, slip)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default(), None).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (app, now, no) = (visit.app()?.clone(), visit.now(), number(&visit)?);
    let file = load(&visit).await?;
    let only_shown = filled.get("do") != "record";
    let fate = read_fate(&visit, &mut filled, &file);
    let paper = if only_shown {
        None
    } else {
        let purpose = app::sealed::Purpose::Desk;
        read::paper(&visit, &mut filled, "paper", (file.contract.holder(), purpose)).await?
    };
    let Some(fate) = fate.filter(|_| filled.is_good()) else {
        return Answer::again(&view(&visit, &filled, None).await?);
    };
    let report = Report {
        id: visit.command("receipt")?,
        reference: file.reference.clone(),
        fate,
        note: filled.get("note").to_owned(),
        paper,
        actor: visit.actor()?,
    };
    let (house, asked, contract) = (app.clone(), report.clone(), visit.thing()?);
    let follows = common::write(&visit, move |tx| {
        let follows = fate::preview(&house, tx, now, &asked)??;
        Ok((app::corrections::touched(tx, contract, &follows)?, follows))
    });
    let told = match follows.await? {
        Ok((claims, follows)) => correct::told(words, &follows, &claims),
        Err(refused) => {
            filled.wrong("what", words.refusal(&refused));
            return Answer::again(&view(&visit, &filled, None).await?);
        }
    };
    if only_shown {
        return Answer::page(&view(&visit, &filled, Some(told)).await?);
    }
    let back = format!("/desk/policies/{}/reminders/{no}", common::policy_number(&visit)?);
    match common::write(&visit, move |tx| fate::record(&app, tx, now, &report)).await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-saved")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("what", words.refusal(&refused));
            Answer::again(&view(&visit, &filled, Some(told)).await?)
        }
    }
}

/// The slip that proves the deposit or receipt.
async fn slip(visit: Visit) -> Result<Answer, Failure> {
    let file = load(&visit).await?;
    let paper = file.proof.and_then(|proof| proof.paper).ok_or(Failure::NotFound)?;
    let app = visit.app()?.clone();
    let served = common::aside(move || attachments::open(&app, &paper.hash)).await?;
    serve(served.ok_or(Failure::NotFound)?, visit.parameter("number"))
}

fn number(visit: &Visit) -> Result<u32, Failure> {
    visit.parameter("no").parse().map_err(|_| Failure::NotFound)
}

/// A reminder with what is kept about it.
struct ReminderFile {
    contract: Contract,
    reminder: Reminder,
    reference: String,
    proof: Option<Proof>,
}

async fn load(visit: &Visit) -> Result<ReminderFile, Failure> {
    let (app, no, contract): (_, _, Id) = (visit.app()?.clone(), number(visit)?, visit.thing()?);
    let read = move |tx: &mut store::Tx<'_>| {
        let facts = contracts::facts(tx, &[contract])?.remove(&contract).unwrap_or_default();
        let folded = Contract::fold(facts.iter().map(|fact| (&fact.event, fact.effective)));
        let Some(folded) = folded else { return Ok(None) };
        let reminder = folded.billing.reminders.iter().find(|reminder| reminder.no == no).cloned();
        let (Some(reminder), Some(reference)) = (reminder, fate::of_reminder(&facts, contract, no)) else {
            return Ok(None);
        };
        let proof = match &reminder.proof {
            Some(proof) => app.unseal::<Proof>(tx, proof).unwrap_or_default(),
            None => None,
        };
        Ok(Some(ReminderFile { contract: folded, reminder, reference, proof }))
    };
    common::read(visit, read).await?.ok_or(Failure::NotFound)
}

fn read_fate(visit: &Visit, filled: &mut Filled, file: &ReminderFile) -> Option<Fate> {
    let words = visit.words();
    let today: Date = kernel::local_date(visit.now(), file.contract.country());
    let mut form = Reader { words, filled };
    let what = form.one_of("what", ways(file.contract.country()))?;
    if what == "returned" {
        return Some(Fate::CameBack { why: form.one_of("why", &WHY)? });
    }
    let on = form.past_day("day", today);
    if what == "received" {
        return Some(Fate::Received { on: on? });
    }
    let item = news::item(form.filled.get("item"));
    if item.is_none() {
        form.wrong("item", "receipt-item-wrong");
    }
    Some(Fate::Deposited { on: on?, item: item? })
}

const fn ways(country: Country) -> &'static [&'static str] {
    match country {
        Country::Nl => &["received", "returned"],
        Country::Be => &["deposited", "returned"],
    }
}

async fn view(visit: &Visit, filled: &Filled, follows: Option<Vec<String>>) -> Result<ReceiptPage, Failure> {
    let file = load(visit).await?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let no = file.reminder.no;
    let country = file.contract.country();
    let form = file.reminder.returned.is_none().then(|| {
        let fields = Fields { words, area: "receipt", filled };
        let mut paper = fields.upload("paper");
        paper.optional = Some(words.t("form-optional"));
        ReceiptForm {
            action: format!("{href}/reminders/{no}"),
            command: visit.draw(),
            summary: Summary::new(words, filled.faults()),
            what: fields.choice("what", ways(country)).or_chosen(ways(country)[0]),
            day: fields.field("day", Kind::Date),
            item: (country == Country::Be).then(|| fields.text("item")),
            why: fields.choice("why", &WHY).style(Style::Select),
            note: fields.field("note", Kind::Long).optional(words),
            paper,
            follows,
        }
    });
    Ok(ReceiptPage {
        crumb: Crumb { href: href.clone(), text: number.to_string() },
        title: words.with("receipt-title", "no", i64::from(no)),
        facts: facts(words, &file),
        rule: RuleChip::linked("AMB-12"),
        slip: file
            .proof
            .as_ref()
            .is_some_and(|proof| proof.paper.is_some())
            .then(|| format!("{href}/reminders/{no}/slip")),
        form,
        page,
    })
}

fn facts(words: Words, file: &ReminderFile) -> Vec<(String, String)> {
    let reminder = &file.reminder;
    let how = match (file.contract.country(), reminder.by_email) {
        (Country::Be, _) => "sent-registered",
        (Country::Nl, true) => "sent-email",
        (Country::Nl, false) => "sent-print",
    };
    let proof = file.proof.as_ref();
    let received = if reminder.proven { "receipt-proven" } else { "receipt-presumed" };
    let back = reminder.returned.as_ref();
    let facts = [
        ("receipt-reference", Some(file.reference.clone())),
        ("reminder-sent", Some(format!("{}, {}", words.moment(&reminder.sent), words.t(how)))),
        ("policy-amount", Some(words.money(&reminder.amount()))),
        (received, Some(words.day(&reminder.received))),
        ("receipt-item", proof.and_then(|proof| proof.item.clone())),
        ("receipt-note", proof.map(|proof| proof.note.clone()).filter(|note| !note.is_empty())),
        ("reminder-last-day", back.is_none().then(|| words.day(&reminder.last_day))),
        ("receipt-stops", back.is_none().then(|| words.until(&reminder.cover_stops))),
        ("receipt-paid", reminder.satisfied.map(|paid| words.moment(&paid))),
        ("receipt-returned", back.map(|why| came_back(words, why))),
    ];
    facts.into_iter().filter_map(|(key, value)| Some((words.t(key), value?))).collect()
}

/// Why a letter came back, in words where it is one of ours.
pub(super) fn came_back(words: Words, why: &str) -> String {
    words.maybe(&format!("receipt-why-{why}")).unwrap_or_else(|| why.to_owned())
}
