//! Changing one's own policy (PORTAL-05, NL-OBL-04): what can be changed, the form of one change, and what it does before it is
//! confirmed. What needs the desk's consent is asked for, and shows where it stands.

use app::changes::{self, Asked, What};
use app::contracts::Outcome;
use app::requests::{self, Decided, Request, Standing, Verdict};
use app::views::portal::{self as view_of, PolicyView};
use askama::Template;
use store::Priority;

use super::proposal;
use crate::changes::{ChangeForm, Offered, read};
use crate::form::Filled;
use crate::part::{Badge, ChangeTold, Crumb, Summary, Tone};
use crate::{Answer, Failure, Page, Visit, Words};

/// Why a device has another number, as far as its owner says.
const SWAPS: [&str; 3] = ["warranty", "repaired", "wrong-number"];

/// A change one can make: address, name, and what happens.
type Entry = (String, String, String);

/// What can be changed: each is a page.
#[derive(Debug, Template)]
#[template(path = "portal/changes.html")]
pub struct ChangesPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Groups of changes: heading, and address, name, and what happens of each.
    pub groups: Vec<(String, Vec<Entry>)>,
}

/// A request, as the policyholder sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestCard {
    /// What was asked for.
    pub title: String,
    /// When, and what was decided.
    pub text: String,
    /// Where it stands.
    pub badge: Badge,
    /// Where the form goes that takes it back, and the ID of that; none when it is decided.
    pub withdraw: Option<(String, String)>,
    /// Its id, for the form.
    pub id: String,
}

/// The form of one change.
#[derive(Debug, Template)]
#[template(path = "portal/change.html")]
pub struct ChangePage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// Which change: see [`What::code`].
    pub what: String,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub text: String,
    /// What is wrong.
    pub summary: Summary,
    /// The fields.
    pub form: ChangeForm,
    /// Whether the desk looks at it first.
    pub consent: bool,
    /// Where to report a claim, when that is what may be meant.
    pub report: String,
}

/// What a change does, and the button.
#[derive(Debug, Template)]
#[template(path = "portal/change-told.html")]
pub struct ToldPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// What the change is called.
    pub name: String,
    /// The ID of this change, so that sending it twice is once.
    pub command: String,
    /// What was typed, to be sent along.
    pub sent: Vec<(String, String)>,
    /// From when, what it costs or gives back, the rule.
    pub told: ChangeTold,
    /// Whether the desk looks at it first.
    pub consent: bool,
    /// Where to insure the devices in the new country, after a move.
    pub elsewhere: Option<String>,
}

/// The changes that have a page, as they are named in addresses.
const KINDS: [&str; 7] = ["swapped", "added", "left", "plan", "person-added", "person-left", "moved"];

pub(super) async fn list(visit: Visit) -> Result<Answer, Failure> {
    let (policy, offered) = facts(&visit).await?;
    if !policy.may_change {
        return Err(Failure::NotFound);
    }
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", policy.line.number);
    let entry = |what: &str| {
        let key = format!("own-{what}");
        (format!("{here}/change/{what}"), words.t(&key), words.t(&format!("{key}-text")))
    };
    let mut cover = vec![entry("added")];
    if !offered.plans.is_empty() {
        cover.push(entry("plan"));
    }
    let mut people = vec![entry("person-added")];
    if !offered.people.is_empty() {
        people.push(entry("person-left"));
    }
    let other = |path: String, key: &str| (path, words.t(key), words.t(&format!("{key}-text")));
    let yours = vec![
        other("/my/details".to_owned(), "own-details"),
        other(format!("{here}/account"), "own-account"),
        entry("moved"),
        other(format!("{here}/cancel"), "own-cancel"),
    ];
    let groups = vec![
        (words.t("own-group-device"), vec![entry("swapped"), entry("left")]),
        (words.t("own-group-cover"), cover),
        (words.t("own-group-people"), people),
        (words.t("own-group-you"), yours),
    ];
    Answer::page(&ChangesPage { crumb: Crumb { href: here, text: policy.line.model }, groups, page })
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (policy, offered) = facts(&visit).await?;
    Answer::page(&form(&visit, &policy, &offered, &Filled::default())?)
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let (policy, offered) = facts(&visit).await?;
    let mut filled = visit.sent().clone();
    if filled.get("do") == "back" {
        return Answer::page(&form(&visit, &policy, &offered, &filled)?);
    }
    let words = visit.words();
    let today = kernel::local_date(visit.now(), policy.country);
    let Some(what) = read(words, &mut filled, kind(&visit)?, &offered, today) else {
        return Answer::again(&form(&visit, &policy, &offered, &filled)?);
    };
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    if filled.get("do") != "send" {
        let asked = what.clone();
        let quoted =
            visit.app()?.db.read_async(move |tx| changes::quote(&app, tx, now, contract, &asked)).await;
        return match quoted {
            Ok(Some(quote)) => {
                let consent = requests::needs_consent(&what);
                let told = ChangeTold::new(words, &quote, now, consent, false);
                Answer::page(&told_page(&visit, &policy, &what, &filled, told)?)
            }
            Ok(None) => {
                filled.wrong("", words.t("own-no-change"));
                Answer::again(&form(&visit, &policy, &offered, &filled)?)
            }
            Err(error) => {
                filled.wrong("", words.refusal(&proposal::refused(error)?));
                Answer::again(&form(&visit, &policy, &offered, &filled)?)
            }
        };
    }
    let consent = requests::needs_consent(&what);
    let asked =
        Asked { id: visit.command("own-change")?, contract, version: None, what, actor: visit.actor()? };
    let done = app.clone().db.write_async(Priority::Click, move |tx| {
        if consent { requests::ask(&app, tx, now, &asked) } else { changes::change(&app, tx, now, &asked) }
    });
    let back = format!("/my/policies/{}", policy.line.number);
    match done.await {
        Ok(Outcome::Done) if consent => Ok(Answer::onward(back).say("done-asked")),
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-own-changed")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(error) => {
            filled.wrong("", words.refusal(&proposal::refused(error)?));
            Answer::again(&form(&visit, &policy, &offered, &filled)?)
        }
    }
}

/// Takes a request back that the desk has not decided.
pub(super) async fn withdraw(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let decided = Decided {
        id: visit.command("withdraw")?,
        contract,
        request: visit.sent().get("request").parse().map_err(|_| Failure::Malformed)?,
        verdict: Verdict::Withdraw,
        actor: visit.actor()?,
    };
    let done =
        visit.app()?.db.write_async(Priority::Click, move |tx| requests::decide(&app, tx, now, &decided));
    let say = if done.await? == Outcome::Done { "done-request-withdrawn" } else { "done-already" };
    Ok(Answer::onward(format!("/my/policies/{}", visit.parameter("number"))).say(say))
}

/// The requests that a policyholder still wants to see: what waits, and what was decided in the last weeks.
pub(super) fn cards(visit: &Visit, here: &str, requests: Vec<Request>) -> Vec<RequestCard> {
    const SHOWN_SECONDS: i64 = 60 * 86_400;
    let (words, now) = (visit.words(), visit.now());
    let is_fresh = |request: &Request| match (request.standing, request.decided) {
        (Standing::Waiting, _) => true,
        (Standing::Withdrawn, _) | (_, None) => false,
        (_, Some(at)) => now.as_second() - at.as_second() < SHOWN_SECONDS,
    };
    let fresh = requests.into_iter().filter(is_fresh);
    fresh
        .map(|request| {
            let (tone, key) = match request.standing {
                Standing::Waiting => (Tone::Info, "request-waiting"),
                Standing::Granted => (Tone::Good, "request-granted"),
                Standing::Declined | Standing::Withdrawn => (Tone::Warn, "request-declined"),
            };
            let asked = words.with("request-asked", "at", words.moment(&request.asked));
            let waits = request.standing == Standing::Waiting;
            RequestCard {
                title: title(words, &request),
                text: request.reason.unwrap_or(asked),
                badge: Badge::new(tone, words.t(key)),
                withdraw: waits.then(|| (format!("{here}/change/withdraw"), visit.draw())),
                id: request.id.to_string(),
            }
        })
        .collect()
}

fn title(words: Words, request: &Request) -> String {
    let name = words.t(&format!("own-{}", request.kind));
    match &request.what {
        Some(What::Added { device }) => format!("{name}: {}", device.identity.model),
        Some(What::Swapped { identity, .. }) => format!("{name}: {}", identity.model),
        _ => name,
    }
}

fn kind(visit: &Visit) -> Result<&'static str, Failure> {
    KINDS.into_iter().find(|kind| *kind == visit.parameter("what")).ok_or(Failure::NotFound)
}

async fn facts(visit: &Visit) -> Result<(PolicyView, Offered), Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let read = visit.app()?.db.read_async(move |tx| {
        let policy = view_of::policy_of(&app, tx, now, contract)?;
        let plans = if policy.may_change { changes::plans(&app, tx, now, contract)? } else { Vec::new() };
        let kinds = changes::kinds(&app, tx, now, contract)?;
        Ok::<_, app::AppError>((policy, plans, kinds))
    });
    let (policy, plans, kinds) = read.await?;
    let words = visit.words();
    let plan = |(code, quote): (String, changes::Quote)| {
        let name = words.t(&format!("plan-{code}"));
        let premium =
            quote.premium.map(|(_, after)| format!(" – {}", words.money(&after))).unwrap_or_default();
        (code, format!("{name}{premium}"))
    };
    let offered = Offered {
        items: policy.devices.iter().map(|d| (d.item.to_string(), d.model.clone())).collect(),
        plans: plans.into_iter().map(plan).collect(),
        people: policy.insured.iter().map(|p| (p.person.to_string(), p.name.clone())).collect(),
        kinds: kinds.iter().map(|kind| kind.code().to_owned()).collect(),
    };
    Ok((policy, offered))
}

fn form(
    visit: &Visit,
    policy: &PolicyView,
    offered: &Offered,
    filled: &Filled,
) -> Result<ChangePage, Failure> {
    let what = kind(visit)?;
    if !policy.may_change {
        return Err(Failure::NotFound);
    }
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", policy.line.number);
    let lands: &[&str] =
        if policy.country == kernel::Country::Nl { &["BE", "other"] } else { &["NL", "other"] };
    Ok(ChangePage {
        crumb: Crumb { href: format!("{here}/change"), text: words.t("own-title") },
        action: format!("{here}/change/{what}"),
        what: what.to_owned(),
        name: words.t(&format!("own-{what}")),
        text: words.t(&format!("own-{what}-text")),
        summary: Summary::new(words, filled.faults()),
        form: ChangeForm::new(words, "own", filled, (offered, &SWAPS, lands)),
        consent: matches!(what, "swapped" | "added"),
        report: format!("/my/claims/new/{}", policy.line.number),
        page,
    })
}

/// What was chosen, in one line.
fn chosen(words: Words, policy: &PolicyView, what: &What) -> String {
    let name = words.t(&format!("own-{}", what.code()));
    let more = match what {
        What::Added { device } => device.identity.model.clone(),
        What::Swapped { identity, .. } => identity.model.clone(),
        What::Plan { plan } => words.t(&format!("plan-{plan}")),
        What::PersonAdded { name, .. } => name.clone(),
        What::Left { item, .. } => {
            let device = policy.devices.iter().find(|device| device.item == *item);
            device.map(|device| device.model.clone()).unwrap_or_default()
        }
        What::PersonLeft { person } => {
            let named = policy.insured.iter().find(|named| named.person == *person);
            named.map(|named| named.name.clone()).unwrap_or_default()
        }
        What::Moved { to, .. } => words.t(&format!("own-to-{}", to.map_or("other", kernel::Country::code))),
    };
    format!("{name}: {more}")
}

fn told_page(
    visit: &Visit,
    policy: &PolicyView,
    what: &What,
    filled: &Filled,
    told: ChangeTold,
) -> Result<ToldPage, Failure> {
    let page = visit.page();
    let words = page.words();
    let code = kind(visit)?;
    let here = format!("/my/policies/{}", policy.line.number);
    let ours = ["_token", "command", "do"];
    let sent = filled.pairs().filter(|(name, _)| !ours.contains(name));
    let elsewhere = match what {
        What::Moved { to: Some(kernel::Country::Be), .. } => Some("/apply?product=electronics-be".to_owned()),
        What::Moved { to: Some(kernel::Country::Nl), .. } => Some("/apply?product=xandocare".to_owned()),
        _ => None,
    };
    Ok(ToldPage {
        crumb: Crumb { href: format!("{here}/change"), text: words.t("own-title") },
        action: format!("{here}/change/{code}"),
        name: chosen(words, policy, what),
        command: visit.draw(),
        sent: sent.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        told,
        consent: requests::needs_consent(what),
        elsewhere,
        page,
    })
}
