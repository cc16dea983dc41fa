//! A change of a policy, entered by the desk on the customer's word: another device or number, a device that is gone, another
//! plan, a move (NL-OBL-04, NL-CLAIM-07, AMB-63). Each makes an endorsement and a new schedule.

use app::access::Action;
use app::changes::{self, Asked, Quote};
use app::contracts::{self, Outcome};
use app::views::desk as views;
use askama::Template;

use super::common;
use super::on_word::{self, OnWord};
use crate::changes::{ChangeForm, Offered, read};
use crate::form::Filled;
use crate::part::{ChangeTold, Choice, Crumb, Fields, Summary};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the desk changes, in the order of the form.
const KINDS: [&str; 7] = ["swapped", "added", "left", "plan", "person-added", "person-left", "moved"];

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
    /// `what`: one of [`KINDS`].
    pub what: Choice,
    /// The fields of each.
    pub form: ChangeForm,
    /// What would follow, once it was asked for.
    pub told: Option<ChangeTold>,
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
    let facts = facts(&visit).await?;
    Answer::page(&view(&visit, &Filled::default(), &facts, None)?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let facts = facts(&visit).await?;
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let holder = common::read(&visit, move |tx| contracts::holder(tx, contract)).await?;
    let kind = filled.get("what").to_owned();
    let today = kernel::local_date(now, words.country);
    let what = read(words, &mut filled, &kind, &facts.offered, today);
    let only_shown = filled.get("do") != "change";
    let word = if only_shown { None } else { on_word::read(&visit, &mut filled, holder).await? };
    let version = common::version(&filled)?;
    let Some(what) = what.filter(|_| filled.is_good()) else {
        return Answer::again(&view(&visit, &filled, &facts, None)?);
    };
    let (house, asked) = (app.clone(), what.clone());
    let quoted = common::write(&visit, move |tx| changes::quote(&house, tx, now, contract, &asked)).await?;
    let told = match quoted {
        Ok(Some(quote)) => ChangeTold::new(words, &quote, now, false, true),
        Ok(None) => {
            filled.wrong("what", words.t("own-no-change"));
            return Answer::again(&view(&visit, &filled, &facts, None)?);
        }
        Err(refused) => {
            filled.wrong("what", words.refusal(&refused));
            return Answer::again(&view(&visit, &filled, &facts, None)?);
        }
    };
    let Some(word) = word else {
        return Answer::page(&view(&visit, &filled, &facts, Some(told))?);
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
            Answer::again(&view(&visit, &filled, &facts, Some(told))?)
        }
    }
}

/// What there is to choose on the policy, and its version.
struct Facts {
    offered: Offered,
    version: i64,
}

async fn facts(visit: &Visit) -> Result<Facts, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::policy_number(visit)?, visit.now());
    let words = visit.words();
    let read = move |tx: &mut store::Tx<'_>| {
        let Some(file) = views::contract_file(&app, tx, &number, (now, now), words.language)? else {
            return Ok(None);
        };
        let people: Vec<kernel::Id> = file.schedule.insured.iter().map(|insured| insured.person).collect();
        let known = app::parties::known(&app, tx, &people)?;
        let plans = changes::plans(&app, tx, now, file.id)?;
        let kinds = changes::kinds(&app, tx, now, file.id)?;
        Ok(Some((file, people, known, plans, kinds)))
    };
    let (file, people, known, plans, kinds) = common::read(visit, read).await?.ok_or(Failure::NotFound)?;
    let plan = |(code, quote): (String, Quote)| {
        let name = words.t(&format!("plan-{code}"));
        let premium = quote.premium.map(|(_, after)| format!(" – {}", words.money(&after)));
        (code, format!("{name}{}", premium.unwrap_or_default()))
    };
    let name = |person: kernel::Id| {
        let profile = known.get(&person).and_then(|known| known.profile.as_ref());
        let name = profile.map_or_else(|| words.t("person-forgotten"), |profile| profile.name.clone());
        (person.to_string(), name)
    };
    let item = |insured: &views::InsuredDevice| {
        let model = insured.identity.as_ref().map(|identity| identity.model.clone());
        (insured.device.item.to_string(), model.unwrap_or_else(|| words.t("person-forgotten")))
    };
    let offered = Offered {
        items: file.devices.iter().map(item).collect(),
        plans: plans.into_iter().map(plan).collect(),
        people: people.into_iter().map(name).collect(),
        kinds: kinds.iter().map(|kind| kind.code().to_owned()).collect(),
    };
    Ok(Facts { offered, version: file.version })
}

fn view(
    visit: &Visit,
    filled: &Filled,
    facts: &Facts,
    told: Option<ChangeTold>,
) -> Result<ChangePage, Failure> {
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let offered = &facts.offered;
    let there = |kind: &&str| match *kind {
        "plan" => !offered.plans.is_empty(),
        "person-left" => !offered.people.is_empty(),
        _ => true,
    };
    let kinds: Vec<&str> = KINDS.into_iter().filter(there).collect();
    let swaps = ["replaced", "repaired", "warranty", "wrong-number"];
    Ok(ChangePage {
        action: format!("{href}/change"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        version: filled.given("version").map_or_else(|| facts.version.to_string(), str::to_owned),
        summary: Summary::new(words, filled.faults()),
        what: Fields { words, area: "change", filled }.choice("what", &kinds),
        form: ChangeForm::new(words, "change", filled, (offered, &swaps, &["NL", "BE", "other"])),
        told,
        word: OnWord::new(words, filled),
        page,
    })
}
