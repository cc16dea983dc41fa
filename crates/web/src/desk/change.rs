//! A change of a policy, entered by the desk on the customer's word: another device or number, a device that is gone, another
//! plan, a move (NL-OBL-04, NL-CLAIM-07, AMB-63). Each makes an endorsement and a new schedule.

use app::access::Action;
use app::apply::DeviceIdentity;
use app::changes::{self, Asked, What};
use app::contracts::{self, Outcome};
use app::views::desk as views;
use askama::Template;
use kernel::{Imei, SerialNumber};
use policy::{Gone, Swap};

use super::common;
use super::on_word::{self, OnWord};
use crate::form::Filled;
use crate::part::{Choice, Crumb, Field, Fields, Kind, Opt, Style, Summary};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// The form of a change.
#[derive(Debug, Template)]
#[template(path = "desk/change.html")]
pub struct ChangePage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this change, so that sending it twice is once.
    pub command: String,
    /// The version of the policy that was read.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// `what`: `swapped`, `left`, `plan`, `moved`.
    pub what: Choice,
    /// `item`: which device.
    pub item: Choice,
    /// `swap`: why it got another number.
    pub swap: Choice,
    /// `model`, `imei`, `serial` of the new one.
    pub model: Field,
    /// IMEI.
    pub imei: Field,
    /// Serial number.
    pub serial: Field,
    /// `gone`: why it left.
    pub gone: Choice,
    /// `plan`: the new one.
    pub plan: Choice,
    /// `to`: where the customer moves.
    pub to: Choice,
    /// `on`: since when it is gone, or the first day in the other country.
    pub on: Field,
    /// How the desk knows.
    pub word: OnWord,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ReportChange, "number");
    site.get("/desk/policies/{number}/change", access, show).upload(
        "/desk/policies/{number}/change",
        access,
        "change",
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let holder = common::read(&visit, move |tx| contracts::holder(tx, contract)).await?;
    let what = read(&visit, &mut filled);
    let word = on_word::read(&visit, &mut filled, holder).await?;
    let version = common::version(&filled)?;
    let (Some(what), Some(word)) = (what, word) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let mut actor = visit.actor()?;
    actor.channel = word.channel;
    let asked = Asked { id: visit.command("change")?, contract, version: Some(version), what, actor };
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        app::basis::seal(&app, tx, now, holder, &word.note, word.paper.as_ref())?;
        changes::change(&app, tx, now, &asked)
    });
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-changed")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("what", words.refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

fn read(visit: &Visit, filled: &mut Filled) -> Option<What> {
    let now = visit.now();
    let words = visit.words();
    let today = kernel::local_date(now, words.country);
    let mut form = Reader { words, filled };
    let what = form.one_of("what", &["swapped", "left", "plan", "moved"])?;
    match what.as_str() {
        "plan" => {
            let plan = form.one_of("plan", &["xandocare", "plus", "plus-protect"])?;
            Some(What::Plan { plan })
        }
        "moved" => {
            let to = form.one_of("to", &["NL", "BE", "other"])?;
            let Some(on) = crate::form::day(form.filled.get("on")) else {
                form.wrong("on", "form-date-wrong");
                return None;
            };
            Some(What::Moved { to: to.parse().ok(), on })
        }
        "left" => {
            let why = match form.one_of("gone", &["stolen", "sold", "broken", "not-wanted"])?.as_str() {
                "stolen" => Gone::Stolen,
                "sold" => Gone::Sold,
                "broken" => Gone::Broken,
                _ => Gone::NotWanted,
            };
            let on = match form.filled.given("on") {
                Some(_) => Some(form.past_day("on", today)?),
                None => None,
            };
            Some(What::Left { item: item(&mut form)?, why, on })
        }
        _ => {
            let why =
                match form.one_of("swap", &["replaced", "repaired", "warranty", "wrong-number"])?.as_str() {
                    "replaced" => Swap::Replaced,
                    "repaired" => Swap::Repaired,
                    "warranty" => Swap::Warranty,
                    _ => Swap::WrongNumber,
                };
            let model = form.text("model");
            let imei = form.optional("imei", |text| Imei::parse(text).map_err(kernel::ImeiError::code));
            let serial = form.optional("serial", |text| {
                SerialNumber::parse(text).map_err(kernel::SerialNumberError::code)
            });
            let item = item(&mut form)?;
            let identity = DeviceIdentity { model: model?, imei, serial };
            form.filled.is_good().then_some(What::Swapped { item, identity, why })
        }
    }
}

fn item(form: &mut Reader<'_>) -> Option<u32> {
    let item = form.filled.get("item").parse().ok();
    if item.is_none() {
        form.wrong("item", "form-choose");
    }
    item
}

async fn view(visit: &Visit, filled: &Filled) -> Result<ChangePage, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::policy_number(visit)?, visit.now());
    let language = visit.words().language;
    let read = move |tx: &mut store::Tx<'_>| views::contract_file(&app, tx, &number, (now, now), language);
    let file = common::read(visit, read).await?.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let fields = Fields { words, area: "change", filled };
    let mut item = fields.choice("item", &[]);
    let only = file.devices.len() == 1;
    item.options = file
        .devices
        .iter()
        .map(|insured| Opt {
            value: insured.device.item.to_string(),
            label: insured.identity.as_ref().map_or_else(String::new, |identity| identity.model.clone()),
            hint: None,
            points: Vec::new(),
            tag: None,
            chosen: only || filled.get("item") == insured.device.item.to_string(),
        })
        .collect();
    let apply = Fields { words, area: "apply", filled };
    Ok(ChangePage {
        action: format!("{href}/change"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        version: filled.given("version").map_or_else(|| file.version.to_string(), str::to_owned),
        summary: Summary::new(words, filled.faults()),
        what: fields.choice("what", &["swapped", "left", "plan", "moved"]),
        item,
        swap: fields.choice("swap", &["replaced", "repaired", "warranty", "wrong-number"]),
        model: fields.text("model"),
        imei: apply.field("imei", Kind::Digits).optional(words),
        serial: apply.text("serial").optional(words),
        gone: fields.choice("gone", &["stolen", "sold", "broken", "not-wanted"]),
        plan: fields.choice("plan", &["xandocare", "plus", "plus-protect"]),
        to: fields.choice("to", &["NL", "BE", "other"]).style(Style::Pills),
        on: fields.field("on", Kind::Date).optional(words),
        word: OnWord::new(words, filled),
        page,
    })
}
