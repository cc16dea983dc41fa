//! An account that the desk enters on the customer's word. Premium is collected from it, which finishes the task that a refused
//! direct debit left (PORTAL-18, LAW-SEPA-03, LAW-SEPA-12); or what waits to be paid back goes to it (MONEY-03), and then who
//! enters it does not release the payment (OFFICE-15).

use app::acceptance;
use app::access::Action;
use app::contracts::{self, Outcome};
use app::mandates::{self, Given};
use app::money::refunds::{self, Named};
use askama::Template;

use super::common;
use super::on_word::{self, OnWord};
use crate::form::Filled;
use crate::part::{Crumb, Field, Fields, Kind, List};
use crate::portal::account;
use crate::portal::reach::{self, PayerForm};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Premium is collected from it, by a mandate.
    Premium,
    /// Refunds that have no account go to it.
    Refund,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/account.html")]
pub struct AccountPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// What is asked.
    pub title: String,
    /// Why it is asked, and the rule.
    pub why: Option<(String, &'static str)>,
    /// Said instead of the form, when nothing is to be asked.
    pub nothing: Option<String>,
    /// Where the form goes.
    pub action: String,
    /// The ID of this entry, so that sending it twice is once.
    pub command: String,
    /// The version of the policy that was read.
    pub version: String,
    /// The account.
    pub form: PayerForm,
    /// `signed`: the day on the mandate, where there is one.
    pub signed: Option<Field>,
    /// What follows, below the fields, and the rule where one asks for it.
    pub follows: (String, Option<&'static str>),
    /// How it came in.
    pub word: OnWord,
    /// What the button says.
    pub send: String,
    /// The life of the mandates, the newest first.
    pub history: Option<List>,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ChangeMandate, "number");
    let premium = "/desk/policies/{number}/account";
    let refund = "/desk/policies/{number}/refund";
    site.get(premium, access, |visit| show(visit, Purpose::Premium))
        .upload(premium, access, "account", |visit| send(visit, Purpose::Premium))
        .get(refund, access, |visit| show(visit, Purpose::Refund))
        .upload(refund, access, "account", |visit| send(visit, Purpose::Refund))
}

async fn show(visit: Visit, purpose: Purpose) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, purpose, &Filled::default()).await?)
}

async fn send(visit: Visit, purpose: Purpose) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (contract, now) = (visit.thing()?, visit.now());
    let holder = common::read(&visit, move |tx| contracts::holder(tx, contract)).await?;
    let word = on_word::read(&visit, &mut filled, holder).await?;
    let payee = reach::read_payer(words, &mut filled);
    let signed = match purpose {
        Purpose::Premium => reach::read_day(words, &mut filled, "signed", now).map(Some),
        Purpose::Refund => Some(None),
    };
    let version = Some(common::version(&filled)?);
    let (Some(word), Some(payee), Some(signed)) = (word, payee, signed) else {
        return Answer::again(&view(&visit, purpose, &filled).await?);
    };
    let mut actor = visit.actor()?;
    actor.channel = word.channel;
    let (command, said) = match purpose {
        Purpose::Premium => ("account", "done-account"),
        Purpose::Refund => ("refund", "done-refund-account"),
    };
    let id = visit.command(command)?;
    let app = visit.app()?.clone();
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        app::basis::seal(&app, tx, now, holder, &word.note, word.paper.as_ref())?;
        let (id, payee, actor) = (id.clone(), payee.clone(), actor.clone());
        match signed {
            Some(signed) => {
                mandates::give(&app, tx, now, &Given { id, contract, version, payee, signed, actor })
            }
            None => refunds::name_account(&app, tx, now, &Named { id, contract, version, payee, actor }),
        }
    });
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say(said)),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("", words.refusal(&refused));
            Answer::again(&view(&visit, purpose, &filled).await?)
        }
    }
}

async fn view(visit: &Visit, purpose: Purpose, filled: &Filled) -> Result<AccountPage, Failure> {
    let contract = visit.thing()?;
    let version = common::read(visit, move |tx| acceptance::version(tx, contract)).await?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let asked = AccountPage {
        title: words.t("payer-title"),
        why: None,
        nothing: None,
        action: format!("{href}/account"),
        crumb: Crumb { href: href.clone(), text: number.to_string() },
        command: visit.draw(),
        version: filled.given("version").map_or_else(|| version.to_string(), str::to_owned),
        form: PayerForm::new(words, filled),
        signed: None,
        follows: (words.t("payer-from"), None),
        word: OnWord::new(words, filled),
        send: words.t("payer-send"),
        history: None,
        page,
    };
    match purpose {
        Purpose::Premium => {
            let app = visit.app()?.clone();
            let steps = common::read(visit, move |tx| mandates::history(&app, tx, contract)).await?;
            Ok(AccountPage {
                signed: Some(Fields { words, area: "payer", filled }.field("signed", Kind::Date)),
                history: Some(account::history(words, &steps)),
                ..asked
            })
        }
        Purpose::Refund => {
            let waiting = common::read(visit, move |tx| refunds::waiting_on(tx, contract)).await?;
            let why = || (words.with("refund-waits", "amount", words.money(&waiting)), "MONEY-03");
            Ok(AccountPage {
                title: words.t("refund-where"),
                why: waiting.is_positive().then(why),
                nothing: (!waiting.is_positive()).then(|| words.t("refund-none")),
                action: format!("{href}/refund"),
                follows: (words.t("refund-two"), Some("OFFICE-15")),
                send: words.t("refund-send"),
                ..asked
            })
        }
    }
}
