//! What stands beside a claim for those who handle it: who has it in hand, signs to look at, notes, letters (OFFICE-05).

use app::access::{Action, Resource};
use app::claims::{self as cases, Handler, Note, SignLine};
use app::contracts::Outcome;
use app::delivery::{self, LetterLine};
use app::views::desk as views;
use kernel::Id;
use store::Tx;

use crate::desk::common;
use crate::form::Filled;
use crate::part::{Field, Fields, Kind};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What stands beside a claim.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Who has it in hand, in a sentence.
    pub holding: String,
    /// The forms, for who may.
    pub forms: Option<Forms>,
    /// Signs: words, and where they lead.
    pub signs: Vec<(String, Option<(String, String)>)>,
    /// Devices: where they were insured and claimed for.
    pub devices: Vec<(String, String)>,
    /// Notes: who and when, and the words.
    pub notes: Vec<(String, String)>,
    /// Letters and mails: where and what.
    pub letters: Vec<(String, String)>,
}

/// The forms of who may hand a claim on and note something.
#[derive(Debug, Clone)]
pub struct Forms {
    /// Where they begin.
    pub action: String,
    /// The ID of what is done next.
    pub command: String,
    /// Who had it when this was read; empty: nobody.
    pub before: String,
    /// Whether the reader can take it.
    pub take: bool,
    /// Whether it can be given back to all.
    pub back: bool,
    /// To whom it can be given.
    pub colleagues: Vec<(String, String)>,
    /// `note`.
    pub note: Field,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::HandleClaim, "number");
    site.post("/desk/claims/{number}/hand", access, hand)
        .post("/desk/claims/{number}/note", access, note)
        .get("/desk/claims/{number}/letters/{letter}", Access::to(Action::ViewDocument, "letter"), letter)
}

/// Reads what stands beside a claim. Looks at others whom a sign leads to are logged here.
pub(super) async fn read(
    visit: &Visit,
    page: &Page,
    claim: &cases::ClaimPage,
    filled: &Filled,
) -> Result<Beside, Failure> {
    let (app, id) = (visit.app()?.clone(), claim.id);
    let read = move |tx: &mut Tx<'_>| {
        let handler = cases::handler(tx, id)?;
        let notes = cases::notes(&app, tx, id)?;
        let signs = cases::signs(&app, tx, id)?;
        let letters = delivery::letters_about(tx, id)?;
        let colleagues = cases::colleagues(tx)?;
        let people: Vec<Id> = notes
            .iter()
            .map(|note| note.author)
            .chain(handler.map(|handler| handler.person))
            .chain(colleagues.iter().copied())
            .collect();
        let names = views::staff_names(&app, tx, &people)?;
        Ok((handler, notes, signs, letters, colleagues, names))
    };
    let (handler, notes, signs, letters, colleagues, names) = common::read(visit, read).await?;
    let others = signs.iter().filter_map(|sign| sign.holder).filter(|holder| *holder != claim.holder);
    visit.look(others.collect()).await?;
    let me = visit.actor()?.id;
    let name = |id: Id| match names.get(&id) {
        Some(name) => name.clone(),
        None if id == me => page.t("claims-handler-you"),
        None => page.t("claims-handler-somebody"),
    };
    let on = Resource::of(claim.holder).in_file(claim.contract);
    let action = format!("/desk/claims/{}", claim.number);
    let held = handler.map(|handler| handler.person);
    let forms = common::may(visit, Action::HandleClaim, &on).then(|| Forms {
        command: visit.draw(),
        before: held.map(|id| id.to_string()).unwrap_or_default(),
        take: held != Some(me) && common::may(visit, Action::DecideClaim, &on),
        back: held.is_some(),
        colleagues: colleagues
            .iter()
            .filter(|id| Some(**id) != held && **id != me)
            .map(|id| (id.to_string(), name(*id)))
            .collect(),
        note: Fields { words: page.words(), area: "claims", filled }.field("note", Kind::Long),
        action: action.clone(),
    });
    Ok(Beside {
        holding: holding(page, handler, &name),
        forms,
        signs: signs.iter().map(|sign| told(page, sign)).collect(),
        devices: devices(page, claim),
        notes: notes.into_iter().map(|note| noted(page, note, &name)).collect(),
        letters: letters.iter().map(|letter| sent(page, &action, letter)).collect(),
    })
}

fn holding(page: &Page, handler: Option<Handler>, name: &dyn Fn(Id) -> String) -> String {
    match handler {
        None => page.t("claims-in-hand-nobody"),
        Some(handler) => {
            let since = page.moment(&handler.since);
            page.words().with2("claims-in-hand", "name", name(handler.person), "at", since)
        }
    }
}

fn told(page: &Page, sign: &SignLine) -> (String, Option<(String, String)>) {
    let claim = sign.claim.as_ref().map(|n| (format!("/desk/claims/{n}"), n.to_string()));
    let policy = sign.policy.as_ref().map(|n| (format!("/desk/policies/{n}"), n.to_string()));
    (page.t(&format!("claim-sign-{}", sign.kind.code())), claim.or(policy))
}

fn devices(page: &Page, claim: &cases::ClaimPage) -> Vec<(String, String)> {
    let link = |item: &cases::ItemPage| {
        let model = item.identity.as_ref().map(|device| device.model.clone());
        let name = model.unwrap_or_else(|| page.t("person-forgotten"));
        (format!("/desk/policies/{}/devices/{}", claim.policy, item.item), name)
    };
    claim.items.iter().map(link).collect()
}

fn noted(page: &Page, note: Note, name: &dyn Fn(Id) -> String) -> (String, String) {
    let who = format!("{}, {}", name(note.author), page.moment(&note.at));
    (who, note.text.unwrap_or_else(|| page.t("person-forgotten")))
}

fn sent(page: &Page, action: &str, letter: &LetterLine) -> (String, String) {
    let name = page.t(&format!("letter-{}", letter.kind));
    let how = page.t(&format!("sent-{}", letter.channel));
    (format!("{action}/letters/{}", letter.id), format!("{name} ({how}), {}", page.moment(&letter.made)))
}

/// Takes the claim, gives it to a colleague or back to all: `to` is empty, `me` or somebody's ID.
async fn hand(visit: Visit) -> Result<Answer, Failure> {
    let claim = visit.thing()?;
    let actor = visit.actor()?;
    let person = |text: &str| match text {
        "" => Ok(None),
        "me" => Ok(Some(actor.id)),
        other => common::id(other).map(Some),
    };
    let (before, to) = (person(visit.sent().get("before"))?, person(visit.sent().get("to"))?);
    let (now, command, by) = (visit.now(), visit.command("claim-hand")?, actor.clone());
    let done = common::write(&visit, move |tx| cases::hand(tx, now, (&command, &by), claim, (before, to)));
    let back = format!("/desk/claims/{}", common::claim_number(&visit)?);
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-handed")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => again(&visit, visit.words().refusal(&refused)).await,
    }
}

async fn note(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, claim) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let (actor, command) = (visit.actor()?, visit.command("claim-note")?);
    let text = visit.sent().get("note").to_owned();
    let done = common::write(&visit, move |tx| cases::note(&app, tx, now, (&command, &actor), claim, &text));
    let back = format!("/desk/claims/{}", common::claim_number(&visit)?);
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-noted")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => again(&visit, visit.words().refusal(&refused)).await,
    }
}

/// The page once more with what was typed, and what is wrong. Who may hand on a claim but not open it sees the refusal alone.
async fn again(visit: &Visit, wrong: String) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    filled.wrong(if filled.given("note").is_some() { "note" } else { "" }, wrong);
    Answer::again(&super::show::view(visit, &filled).await?)
}

async fn letter(visit: Visit) -> Result<Answer, Failure> {
    let number = common::claim_number(&visit)?;
    let letter = visit.thing()?;
    let stream = common::read(&visit, move |tx| cases::by_number(tx, &number)).await?;
    let (app, now) = (visit.app()?.clone(), visit.now());
    let stream = stream.ok_or(Failure::NotFound)?;
    let (name, bytes) = common::aside(move || delivery::letter_pdf(&app, now, stream, letter)).await?;
    Ok(Answer::download("application/pdf", name, bytes))
}
