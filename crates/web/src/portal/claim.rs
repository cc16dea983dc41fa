//! Where a claim stands, and why it was decided as it was (PORTAL-09, DOC-14).

mod stands;

use app::claims::{self, ClaimStatus, ClauseLine, Now};
use askama::Template;
use kernel::{Id, Instant, Money};
use store::Priority;
use terms::{ClauseKind, Outcome, StepKind};

use super::claims::title;
use super::question::QuestionPage;
use super::report::{asked_of, read_answer, store_all};
use crate::form::Filled;
use crate::part::{
    Aid, Answered, Badge, Clause, Crumb, Field, Fields, Kind, Notice, RuleChip, Tone, Trail, Upload,
};
use crate::{Answer, Failure, Page, Visit, Words};

const EVIDENCE: &str = "evidence-";

/// How a payment was worked out, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payout {
    /// What each line is, and its amount; taken away when negative.
    pub lines: Vec<(String, Money)>,
    /// What is paid.
    pub total: Money,
}

/// What the page of a claim shows.
#[derive(Debug, Template)]
#[template(path = "portal/claim.html")]
pub struct ClaimPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// What happened to what.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub status: Badge,
    /// The decision, or what is asked of the customer.
    pub message: Option<Notice>,
    /// By when papers are expected, and a field for each kind.
    pub wanted: Option<(Instant, Vec<Upload>)>,
    /// Where questions are answered that are still open.
    pub questions: Option<String>,
    /// The page of its repair or replacement.
    pub work: Option<String>,
    /// Where papers are sent.
    pub action: String,
    /// The ID of that sending.
    pub command: String,
    /// What happened until now.
    pub trail: Trail,
    /// The clauses that decided.
    pub clauses: Vec<Clause>,
    /// How the amount was worked out.
    pub payout: Option<Payout>,
    /// What the customer told us: question and answer.
    pub told: Vec<(String, String)>,
    /// Names of the papers we have.
    pub papers: Vec<String>,
    /// What helps in the meantime.
    pub aids: Vec<Aid>,
    /// Objections: when, what it says, and what came of it.
    pub objections: Vec<(String, String, Notice)>,
    /// Where the customer says that they do not agree, the ID of that, the field `objection`, and what follows.
    pub object: Option<(String, String, Field, String)>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let status = read(&visit).await?;
    let filled = Filled::default();
    Answer::page(&page(&visit, status, &filled))
}

/// Evidence for a claim that is there already (PORTAL-08).
pub(super) async fn papers(visit: Visit) -> Result<Answer, Failure> {
    let status = read(&visit).await?;
    let app = visit.app()?.clone();
    let (now, claim, actor) = (visit.now(), visit.thing()?, visit.actor()?);
    let command = visit.command("evidence")?;
    let mut filled = visit.sent().clone();
    let kinds: Vec<String> = wanted(&status).map(|line| line.0.clone()).collect();
    let mut uploads = Vec::new();
    for kind in &kinds {
        let field = format!("{EVIDENCE}{kind}");
        let stored = store_all(&visit, &mut filled, &field, status.holder).await?;
        uploads.extend(stored.into_iter().map(|upload| (kind.clone(), upload)));
    }
    if uploads.is_empty() {
        if let Some(first) = kinds.first().filter(|_| filled.is_good()) {
            filled.wrong(&format!("{EVIDENCE}{first}"), visit.words().t("form-file-missing"));
        }
        return Answer::again(&page(&visit, status, &filled));
    }
    let given = app.clone().db.write_async(Priority::Click, move |tx| {
        claims::add_evidence(&app, tx, now, (&command, &actor), claim, &uploads)
    });
    given.await?;
    if filled.is_good() {
        return Ok(Answer::onward(format!("/my/claims/{}", status.number)).say("done-sent"));
    }
    let status = read(&visit).await?;
    Answer::again(&page(&visit, status, &filled))
}

/// The customer does not agree with what was decided (OFFICE-15, FAQ-17).
pub(super) async fn object(visit: Visit) -> Result<Answer, Failure> {
    let status = read(&visit).await?;
    let mut filled = visit.sent().clone();
    let Some(words) = filled.given("objection").map(str::to_owned) else {
        filled.wrong("objection", visit.words().t("form-required"));
        return Answer::again(&page(&visit, status, &filled));
    };
    let app = visit.app()?.clone();
    let (now, claim, actor) = (visit.now(), visit.thing()?, visit.actor()?);
    let command = visit.command("object")?;
    let sent = app.clone().db.write_async(Priority::Click, move |tx| {
        claims::object(&app, tx, now, (&command, &actor), claim, &words)
    });
    match sent.await {
        Ok(_) => Ok(Answer::onward(format!("/my/claims/{}", status.number)).say("done-sent")),
        Err(app::AppError::Refused(refused)) => {
            filled.wrong("objection", visit.words().refusal(&refused));
            Answer::again(&page(&visit, status, &filled))
        }
        Err(error) => Err(error.into()),
    }
}

fn objections(words: Words, status: &ClaimStatus) -> Vec<(String, String, Notice)> {
    let told = |objection: &claims::ObjectionLine| {
        let notice = match &objection.answer {
            None => Notice::new(Tone::Info, words.t("claim-objection-waits")).text(words.with(
                "claim-objection-by",
                "at",
                words.moment(&objection.answer_by),
            )),
            Some((_, true, reason)) => Notice::new(Tone::Good, words.t("claim-objection-upheld"))
                .text(reason.clone().unwrap_or_default()),
            Some((_, false, reason)) => Notice::new(Tone::Plain, words.t("claim-objection-stays"))
                .text(reason.clone().unwrap_or_default()),
        };
        let said = objection.words.clone().unwrap_or_default();
        (words.moment(&objection.at), said, notice)
    };
    status.objections.iter().map(told).collect()
}

/// A question that the wording still has about a claim.
pub(super) async fn ask(visit: Visit) -> Result<Answer, Failure> {
    let status = read(&visit).await?;
    question(&visit, &status, &Filled::default())
}

pub(super) async fn answer(visit: Visit) -> Result<Answer, Failure> {
    let status = read(&visit).await?;
    let here = format!("/my/claims/{}", status.number);
    let mut filled = visit.sent().clone();
    let asked = filled.get("asked").to_owned();
    let Some(open) = status.questions.iter().find(|question| question.key() == asked) else {
        return Ok(Answer::onward(here));
    };
    let Some(text) = read_answer(visit.words(), &mut filled, open, false, visit.now()) else {
        return question(&visit, &status, &filled);
    };
    let app = visit.app()?.clone();
    let (now, claim, actor) = (visit.now(), visit.thing()?, visit.actor()?);
    let command = visit.command("answer")?;
    let stated =
        claims::Stated { item: open.item, ..claims::Stated::new(&open.fact, &text.unwrap_or_default()) };
    let answered = app.clone().db.write_async(Priority::Click, move |tx| {
        claims::state_facts(&app, tx, now, (&command, &actor), claim, std::slice::from_ref(&stated))
    });
    match answered.await {
        Ok(_) if status.questions.len() > 1 => Ok(Answer::onward(format!("{here}/answer"))),
        Ok(_) => Ok(Answer::onward(here).say("done-sent")),
        Err(error) => {
            let faults = claims::faults(&error);
            let Some(fault) = faults.first() else { return Err(error.into()) };
            filled.wrong(&asked, visit.words().t(&format!("refusal-{}", fault.code)));
            question(&visit, &status, &filled)
        }
    }
}

fn question(visit: &Visit, status: &ClaimStatus, filled: &Filled) -> Result<Answer, Failure> {
    let here = format!("/my/claims/{}", status.number);
    let asked = visit.sent().get("asked");
    let open = status.questions.iter().find(|question| question.key() == asked);
    let Some(open) = open.or(status.questions.first()) else { return Ok(Answer::onward(here)) };
    let about = status.items.iter().find(|item| Some(item.item) == open.item).or(status.items.first());
    let device = about.map(|item| item.model.clone()).unwrap_or_default();
    let place = (format!("{here}/answer"), visit.draw(), device);
    let asked = asked_of(open, false);
    let view = QuestionPage::new(visit.page(), place, &asked, filled, Vec::new(), status.questions.len());
    if filled.is_good() { Answer::page(&view) } else { Answer::again(&view) }
}

async fn read(visit: &Visit) -> Result<ClaimStatus, Failure> {
    let app = visit.app()?.clone();
    let (now, claim, language): (Instant, Id, _) = (visit.now(), visit.thing()?, visit.words().language);
    Ok(visit.app()?.db.read_async(move |tx| claims::status(&app, tx, now, claim, language)).await?)
}

/// Kinds of evidence that are still awaited, by name and text.
fn wanted(status: &ClaimStatus) -> impl Iterator<Item = &(String, String)> {
    status
        .evidence
        .iter()
        .filter(|line| line.given_at.is_none() && line.until.is_some())
        .map(|line| &line.kind)
}

fn page(visit: &Visit, status: ClaimStatus, filled: &Filled) -> ClaimPage {
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/claims/{}", status.number);
    let model = status.items.first().map(|item| item.model.clone()).unwrap_or_default();
    let open: Vec<(String, String)> = wanted(&status).cloned().collect();
    let until =
        status.evidence.iter().filter(|line| line.given_at.is_none()).filter_map(|line| line.until).max();
    let fields = open.iter().map(|(kind, text)| {
        let plain = Fields { words, area: "claim", filled }.uploads("files");
        let name = format!("{EVIDENCE}{kind}");
        let error =
            filled.faults().iter().find(|fault| fault.field == name).map(|fault| fault.message.clone());
        Upload { label: text.clone(), name, error, ..plain }
    });
    let fields: Vec<Upload> = fields.collect();
    let is_open = status.closed_at.is_none();
    ClaimPage {
        crumb: Crumb { href: "/my/claims".into(), text: words.t("nav-claims") },
        title: title(&model, &status.cause.1),
        number: status.number.to_string(),
        status: badge(words, status.now),
        message: Some(stands::message(words, &status)),
        wanted: until.filter(|_| is_open && !fields.is_empty()).map(|until| (until, fields)),
        questions: (is_open && !status.questions.is_empty()).then(|| format!("{here}/answer")),
        work: status.has_work.then(|| format!("{here}/work")),
        action: format!("{here}/papers"),
        command: visit.draw(),
        trail: stands::trail(words, &status),
        aids: if is_open { stands::meanwhile(words, &status) } else { Vec::new() },
        clauses: status
            .items
            .iter()
            .flat_map(|item| &item.decided_by)
            .map(|line| clause(words, line))
            .collect(),
        payout: payout(words, &status),
        told: vec![
            (words.t("claim-happened"), status.cause.1.clone()),
            (words.t("claim-happened-at"), words.instant(&status.happened_at)),
        ],
        papers: status
            .evidence
            .iter()
            .filter(|line| line.given_at.is_some())
            .map(|line| line.kind.1.clone())
            .collect(),
        objections: objections(words, &status),
        // What was typed is still there when it came too early or too late.
        object: (status.may_object || filled.given("objection").is_some()).then(|| {
            let field = Fields { words, area: "claim", filled }.field("objection", Kind::Long);
            let follows = words.with("claim-object-text", "term", words.term(&status.objection_term));
            (format!("{here}/objection"), visit.draw(), field, follows)
        }),
        page,
    }
}

fn badge(words: Words, now: Now) -> Badge {
    let (tone, key) = match now {
        Now::YouGiveEvidence { .. } => (Tone::Warn, "claim-state-evidence"),
        Now::YouAnswer => (Tone::Warn, "claim-state-answer"),
        Now::WeDecide => (Tone::Info, "claim-state-open"),
        Now::YouAccept => (Tone::Warn, "claim-state-accept"),
        Now::WeSettle => (Tone::Good, "claim-state-approved"),
        Now::WePay => (Tone::Good, "claim-state-paying"),
        Now::Paid => (Tone::Good, "claim-state-paid"),
        Now::Settled | Now::GivenUp => (Tone::Plain, "claim-state-closed"),
        Now::Refused => (Tone::Bad, "claim-state-refused"),
    };
    Badge::new(tone, words.t(key))
}

/// A clause in plain words; the customer sees its article and what it says, not its machinery.
fn clause(words: Words, line: &ClauseLine) -> Clause {
    let (answered, key) = match line.outcome {
        Outcome::Applies => match line.kind {
            ClauseKind::Grant => (Answered::Yes, "clause-covers"),
            ClauseKind::Exclusion | ClauseKind::Condition => (Answered::Excludes, "clause-excludes"),
            ClauseKind::NotPaid => (Answered::Excludes, "clause-not-paid"),
            // What was not done takes no cover away by itself (GEN-HARM-01).
            ClauseKind::Obligation => (Answered::No, "clause-breached"),
        },
        Outcome::Met => (Answered::Yes, "clause-met"),
        Outcome::NotMet => (Answered::Excludes, "clause-not-met"),
        Outcome::Excepted => (Answered::No, "clause-excepted"),
        Outcome::DoesNotApply => (Answered::No, "clause-no"),
        Outcome::Unknown => (Answered::Unknown, "clause-unknown"),
    };
    Clause {
        rule: RuleChip::plain(line.rule.clone()),
        title: line.article.clone(),
        answered,
        answer: words.t(key),
        reason: line.text.clone(),
    }
}

fn payout(words: Words, status: &ClaimStatus) -> Option<Payout> {
    let mut lines = Vec::new();
    for step in status.items.iter().flat_map(|item| &item.steps) {
        match step.kind {
            StepKind::Less => lines.push((step.text.clone(), -step.amount)),
            StepKind::AtMost if step.amount > step.result => {}
            _ => lines.push((step.text.clone(), step.amount)),
        }
    }
    if lines.is_empty() || status.payable <= Money::ZERO {
        return None;
    }
    if status.set_off.is_positive() {
        lines.push((words.t("claim-set-off"), -status.set_off));
    }
    Some(Payout { lines, total: status.payable - status.set_off })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Country, Language};

    #[test]
    fn gen_harm_01_a_duty_that_was_missed_is_not_told_as_cover_taken_away() {
        let words = Words { language: Language::En, country: Country::Nl };
        let told = |kind| {
            let [clause, rule, article, text] = ["c", "NL-CLAIM-05", "3", "Text"].map(str::to_owned);
            let line = ClauseLine { clause, kind, rule, article, text, outcome: Outcome::Applies };
            let clause = super::clause(words, &line);
            (clause.answered, clause.answer)
        };
        for (kind, answered, answer) in [
            (ClauseKind::Grant, Answered::Yes, "This covers you."),
            (ClauseKind::Exclusion, Answered::Excludes, "This takes cover away."),
            (ClauseKind::NotPaid, Answered::Excludes, "We do not pay for this."),
            (ClauseKind::Obligation, Answered::No, "This was not done, or done late."),
        ] {
            assert_eq!(told(kind), (answered, answer.to_owned()), "{kind:?}");
        }
    }
}
