//! What comes after a decision: an objection and its answer, reopening, the insurer's word, money that comes back.

use app::acceptance::unchanged;
use app::access::{Action, Resource};
use app::claims::{self as cases, Approval, ClaimPage as File, NewRecovery};
use app::contracts::Outcome;
use app::{AppError, Refused};
use claims::{Claim, RecoveryKind};
use kernel::{Actor, Date, Id, Instant, Money};
use store::Tx;

use super::fraud::Fraud;
use super::late::Late;
use super::show;
use crate::desk::common;
use crate::form::Filled;
use crate::part::{Cell, Choice, Empty, Field, Fields, Kind, List, Opt, Style};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What came after a decision, and the forms of what can. A form that is not there is not to be used now.
#[derive(Debug, Default)]
pub struct After {
    /// Where the forms go.
    pub action: String,
    /// The ID of what is done next.
    pub command: String,
    /// The version that was read.
    pub version: String,
    /// Objections: when and by when answered, what it says, and the answer.
    pub objections: Vec<(String, String, String)>,
    /// `object`: what somebody says on the phone.
    pub object: Option<Field>,
    /// `answer`: why an objection is upheld or not.
    pub answer: Option<Field>,
    /// The reader decided before, and cannot answer.
    pub barred: bool,
    /// `reopen`: why a closed claim is opened again.
    pub reopen: Option<Field>,
    /// What was asked of the insurer, and answered.
    pub referrals: Vec<String>,
    /// What laying it before the insurer means, in words.
    pub refer: Option<String>,
    /// `agreed_amount`, `agreed_on`, `insurer_words`.
    pub insurer: Option<(Field, Field, Field)>,
    /// What we owe because we were late.
    pub late: Option<Late>,
    /// What follows where fraud was found.
    pub fraud: Option<Fraud>,
    /// Money that is or was expected back.
    pub recoveries: Option<List>,
    /// `kind`, `amount`, `from`, `ground`.
    pub expect: Option<(Choice, Field, Field, Field)>,
    /// `no`, `given_up`.
    pub give_up: Option<(Choice, Field)>,
}

impl After {
    /// What is there, and what the reader may do about it.
    pub(super) fn new(visit: &Visit, page: &Page, filled: &Filled, claim: &File) -> Self {
        let words = page.words();
        let f = Fields { words, area: "after", filled };
        let on = Resource::of(claim.holder).in_file(claim.contract);
        let may = |action| common::may(visit, action, &on);
        let (decides, is_closed) = (may(Action::DecideClaim), claim.phase == claims::Phase::Closed);
        let after = &claim.after;
        let me = visit.actor().ok().map(|actor| actor.id);
        let barred = me.is_some_and(|me| after.deciders.contains(&me));
        let answers = after.waits() && may(Action::AnswerObjection);
        let referred = after.referrals.last().is_some_and(|referral| referral.answer.is_none());
        let above = claim.total.filter(|total| *total > after.authority && !claim.is_stale && !is_closed);
        let refer = above.filter(|_| decides && !referred);
        let open: Vec<_> = after.recoveries.iter().filter(|line| line.open.is_positive()).collect();
        let give_up = (decides && !open.is_empty()).then(|| {
            let mut which = f.choice("no", &[]).style(Style::Select);
            which.options = open.iter().map(|line| option(line.no.to_string(), name(page, line))).collect();
            (which, f.field("given_up", Kind::Long))
        });
        Self {
            action: format!("/desk/claims/{}/after", claim.number),
            command: visit.draw(),
            version: claim.version.to_string(),
            objections: after.objections.iter().map(|objection| told(page, objection)).collect(),
            object: (after.may_object && may(Action::ObjectToClaim)).then(|| f.field("object", Kind::Long)),
            answer: (answers && !barred).then(|| f.field("answer", Kind::Long)),
            barred: answers && barred,
            reopen: (is_closed && decides).then(|| f.field("reopen", Kind::Long)),
            referrals: after.referrals.iter().map(|referral| asked(page, referral)).collect(),
            refer: refer.map(|total| {
                words.with2(
                    "after-refer-text",
                    "total",
                    words.money(&total),
                    "most",
                    words.money(&after.authority),
                )
            }),
            insurer: (referred && decides && !is_closed).then(|| {
                let agreed = f.field("agreed_amount", Kind::Money);
                (agreed, f.field("agreed_on", Kind::Date), f.field("insurer_words", Kind::Long))
            }),
            late: None,
            fraud: after.fraud_found.then(|| Fraud::new(visit, page, &f, claim)),
            recoveries: recoveries(page, claim),
            expect: decides.then(|| {
                let kinds: Vec<&str> = kinds(after.fraud_found).map(RecoveryKind::code).collect();
                let kind = f.choice("kind", &kinds).style(Style::Select);
                (kind, f.field("amount", Kind::Money), f.text("from"), f.field("ground", Kind::Long))
            }),
            give_up,
        }
    }

    /// Whether there is anything to be shown.
    pub fn is_some(&self) -> bool {
        !self.objections.is_empty()
            || !self.referrals.is_empty()
            || self.recoveries.is_some()
            || self.object.is_some()
            || self.reopen.is_some()
            || self.refer.is_some()
            || self.fraud.is_some()
            || self.late.is_some()
            || self.expect.is_some()
    }
}

/// What can be asked back: for fraud only where it was found.
fn kinds(fraud_found: bool) -> impl Iterator<Item = RecoveryKind> {
    RecoveryKind::ALL.iter().copied().filter(move |kind| fraud_found || !kind.is_for_fraud())
}

fn option(value: String, label: String) -> Opt {
    Opt { value, label, hint: None, points: Vec::new(), tag: None, chosen: false }
}

fn name(page: &Page, line: &cases::RecoveryLine) -> String {
    let kind = page.t(&format!("after-kind-{}", line.kind.code()));
    format!("{}. {kind}, {}", line.no, page.money(&line.open))
}

fn told(page: &Page, objection: &cases::ObjectionLine) -> (String, String, String) {
    let words = page.words();
    let forgotten = || words.t("person-forgotten");
    let head = words.with2(
        "after-objected",
        "at",
        words.moment(&objection.at),
        "by",
        words.moment(&objection.answer_by),
    );
    let answer = objection.answer.as_ref().map_or_else(String::new, |(at, upheld, reason)| {
        let key = if *upheld { "after-upheld" } else { "after-not-upheld" };
        let reason = reason.clone().unwrap_or_else(forgotten);
        words.with2(key, "at", words.moment(at), "reason", reason)
    });
    (head, objection.words.clone().unwrap_or_else(forgotten), answer)
}

fn asked(page: &Page, referral: &cases::ReferralLine) -> String {
    let words = page.words();
    let asked =
        words.with2("after-asked", "at", words.moment(&referral.at), "amount", words.money(&referral.amount));
    let Some((on, agreed, said)) = &referral.answer else { return asked };
    let key = if agreed.is_positive() { "after-agreed" } else { "after-not-agreed" };
    let answer = words.with2(key, "on", words.day(on), "amount", words.money(agreed));
    format!("{asked} {answer} {}", said.as_deref().unwrap_or_default())
}

fn recoveries(page: &Page, claim: &File) -> Option<List> {
    let heads = ["after-kind", "after-amount", "after-received", "after-left"].map(|key| page.t(key));
    let rows = claim.after.recoveries.iter().map(|line| {
        vec![
            Cell::Pair {
                text: page.t(&format!("after-kind-{}", line.kind.code())),
                below: line.from.clone().unwrap_or_else(|| page.t("person-forgotten")),
            },
            Cell::Figure(page.money(&line.amount)),
            Cell::Figure(page.money(&line.received)),
            Cell::Figure(page.money(&line.open)),
        ]
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty())
        .then(|| List::new(page.t("after-recoveries"), &heads, rows, Empty::new("", "")).shown())
}

pub(super) fn routes(site: Site) -> Site {
    site.post("/desk/claims/{number}/after", Access::to(Action::ViewClaim, "number"), act)
}

/// What is done, with all it needs.
#[derive(Clone)]
enum Act {
    Object(String),
    Answer(bool, String),
    Reopen(String),
    Refer,
    Insurer(Money, Date, String),
    Expect(NewRecovery),
    GiveUp(u32, String),
    LeaveAside(String),
    Late(Option<Date>),
}

async fn act(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let what = filled.get("act").to_owned();
    let action = match what.as_str() {
        "object" => Action::ObjectToClaim,
        "uphold" | "dismiss" => Action::AnswerObjection,
        "reopen" | "refer" | "insurer" | "expect" | "give-up" | "late" => Action::DecideClaim,
        "leave-aside" => Action::RefuseClaim,
        _ => return Err(Failure::Malformed),
    };
    let claim = visit.thing()?;
    let on = Resource::any().in_file(claim);
    let actor = common::actor_for(&visit, action, &on)?;
    let Some(act) = read(&visit, &mut filled, &what).filter(|_| filled.is_good()) else {
        return Answer::again(&show::view(&visit, &filled).await?);
    };
    let (app, now) = (visit.app()?.clone(), visit.now());
    let (command, version) = (visit.command(&format!("claim-{what}"))?, common::version(&filled)?);
    let back = format!("/desk/claims/{}", common::claim_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        if !unchanged::<Claim>(tx, &command, claim, Some(version))? {
            return Ok("done-already");
        }
        carry_out(&app, tx, now, (&command, &actor), claim, &act)
    });
    match done.await? {
        Ok(said) => Ok(Answer::onward(back).say(said)),
        Err(refused) => again(&visit, filled, &refused).await,
    }
}

async fn again(visit: &Visit, mut filled: Filled, refused: &Refused) -> Result<Answer, Failure> {
    filled.wrong("", visit.words().refusal(refused));
    Answer::again(&show::view(visit, &filled).await?)
}

fn carry_out(
    app: &app::App,
    tx: &mut Tx<'_>,
    now: Instant,
    by: (&str, &Actor),
    claim: Id,
    act: &Act,
) -> Result<&'static str, AppError> {
    let outcome = match act {
        Act::Object(words) => cases::object(app, tx, now, by, claim, words)?,
        Act::Answer(upheld, words) => cases::answer_objection(app, tx, now, by, claim, (*upheld, words))?,
        Act::Reopen(reason) => cases::reopen(app, tx, now, by, claim, reason)?,
        Act::Refer => cases::refer(app, tx, now, by, claim)?,
        Act::Insurer(agreed, on, words) => {
            cases::record_insurer(app, tx, now, by, claim, (*agreed, *on, words))?
        }
        Act::Expect(new) => match cases::expect_recovery(app, tx, now, by, claim, new)? {
            Approval::Done(outcome) => outcome,
            Approval::Waits(_) => return Ok("done-proposed"),
        },
        Act::Late(reminded) => {
            cases::propose_lateness(app, tx, now, by, claim, *reminded)?;
            return Ok("done-proposed");
        }
        Act::LeaveAside(reason) => {
            cases::propose_leaving_aside(app, tx, now, by, claim, reason)?;
            return Ok("done-proposed");
        }
        Act::GiveUp(no, reason) => cases::give_up_recovery(app, tx, now, by, claim, (*no, reason))?,
    };
    Ok(if outcome == Outcome::Done { "done-saved" } else { "done-already" })
}

/// Reads the form; faults are noted in it.
fn read(visit: &Visit, filled: &mut Filled, what: &str) -> Option<Act> {
    Some(match what {
        "object" => Act::Object(required(visit, filled, "object")?),
        "uphold" | "dismiss" => Act::Answer(what == "uphold", required(visit, filled, "answer")?),
        "reopen" => Act::Reopen(required(visit, filled, "reopen")?),
        "refer" => Act::Refer,
        "late" => {
            let text = filled.given("reminded_on").map(str::to_owned);
            let day = text.as_deref().and_then(crate::form::day);
            if text.is_some() && day.is_none() {
                filled.wrong("reminded_on", visit.words().t("form-date-wrong"));
            }
            Act::Late(day)
        }
        "leave-aside" => Act::LeaveAside(required(visit, filled, "aside")?),
        "insurer" => {
            let (agreed, words) =
                (money(visit, filled, "agreed_amount"), required(visit, filled, "insurer_words"));
            let on = required(visit, filled, "agreed_on").and_then(|text| text.parse().ok());
            if on.is_none() {
                filled.wrong("agreed_on", visit.words().t("form-required"));
            }
            Act::Insurer(agreed?, on?, words?)
        }
        "expect" => {
            let kind = filled.get("kind").parse::<RecoveryKind>().ok();
            if kind.is_none() {
                filled.wrong("kind", visit.words().t("form-choose"));
            }
            let (from, why) = (required(visit, filled, "from"), required(visit, filled, "ground"));
            let amount = money(visit, filled, "amount");
            Act::Expect(NewRecovery { kind: kind?, amount: amount?, from: from?, why: why? })
        }
        _ => {
            let no = filled.get("no").parse().ok();
            if no.is_none() {
                filled.wrong("no", visit.words().t("form-choose"));
            }
            Act::GiveUp(no?, required(visit, filled, "given_up")?)
        }
    })
}

fn required(visit: &Visit, filled: &mut Filled, name: &str) -> Option<String> {
    let given = filled.given(name).map(str::to_owned);
    if given.is_none() {
        filled.wrong(name, visit.words().t("form-required"));
    }
    given
}

fn money(visit: &Visit, filled: &mut Filled, name: &str) -> Option<Money> {
    let text = required(visit, filled, name)?;
    match text.replace(',', ".").parse::<Money>() {
        Ok(amount) => Some(amount),
        Err(wrong) => {
            filled.wrong(name, visit.words().wrong(wrong.code()));
            None
        }
    }
}
