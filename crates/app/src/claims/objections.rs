//! Objections to what was decided: made by the policyholder or for them, answered by somebody who did not decide (OFFICE-15).

use ::claims::{Claim, Command, Objection};
use kernel::{Actor, Country, Id, Instant, Roll, Rule, Term};
use store::Tx;

use super::{
    act::{once, seal_words},
    change::Change,
};
use crate::{
    App, AppError,
    contracts::Outcome,
    tasks::{self, NewTask, TaskKind},
};

/// Under this rule an objection is answered: the promise on complaints.
const PROMISE: Rule = Rule("FAQ-17");

/// An objection as it is shown. Personal.
#[derive(Clone)]
pub struct ObjectionLine {
    /// When it came.
    pub at: Instant,
    /// What it says; none when it was forgotten.
    pub words: Option<String>,
    /// When an answer is due.
    pub answer_by: Instant,
    /// The answer: when, whether it is decided again, and why.
    pub answer: Option<(Instant, bool, Option<String>)>,
}

impl std::fmt::Debug for ObjectionLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ObjectionLine({})", self.at)
    }
}

/// Says that the policyholder does not agree with what was decided, in their own words.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `objection-nothing-decided`, `objection-waits`, `claim-needs-person`.
pub fn object(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    words: &str,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let words = seal_words(change, tx, "objection", words)?;
        Ok(change.give(actor, &Command::Object { words })?)
    })
}

/// Answers an objection, with a reason that stands in the letter. One that is upheld opens the claim again, and the wording
/// decides on what is known now.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `objection-none`, `objection-decided-before`, `claim-needs-person`.
pub fn answer_objection(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    (upheld, words): (bool, &str),
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let words = seal_words(change, tx, "reason", words)?;
        let outcome = change.give(actor, &Command::AnswerObjection { upheld, words })?;
        if upheld {
            change.decide(tx)?;
        }
        Ok(outcome)
    })
}

/// How long we take to answer an objection: what the agreement promises for complaints.
pub(super) fn term(app: &App, agreement: &str) -> Result<Term, AppError> {
    Ok(Term::WorkingDays(app.products.agreement(agreement)?.contact.complaint_answer_working_days))
}

/// By when an objection that came then is answered.
fn answer_by(app: &App, agreement: &str, country: Country, at: Instant) -> Result<Instant, AppError> {
    Ok(term(app, agreement)?.from_instant(at, country, Roll::Never).end)
}

/// The objections of a claim, the first first.
pub(super) fn lines(app: &App, tx: &mut Tx<'_>, claim: &Claim) -> Result<Vec<ObjectionLine>, AppError> {
    let report = &claim.report;
    let mut lines = Vec::with_capacity(claim.objections.len());
    for Objection { at, words, answer } in &claim.objections {
        let answer = match answer {
            Some(answer) => Some((answer.at, answer.upheld, app.unseal(tx, &answer.words)?)),
            None => None,
        };
        lines.push(ObjectionLine {
            at: *at,
            words: app.unseal(tx, words)?,
            answer_by: answer_by(app, &report.agreement, report.country, *at)?,
            answer,
        });
    }
    Ok(lines)
}

/// The work an objection is, as long as it waits.
pub(super) fn settle_task(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    change: &Change<'_>,
    by: &Actor,
) -> Result<(), AppError> {
    let (claim, stream) = (change.claim(), change.loaded.id);
    if claim.objections.is_empty() {
        return Ok(());
    }
    let Some(objection) = claim.open_objection() else {
        return tasks::close(tx, now, by, TaskKind::AnswerObjection, &[stream]);
    };
    let due = answer_by(app, &claim.report.agreement, claim.report.country, objection.at)?;
    let task = NewTask {
        kind: TaskKind::AnswerObjection,
        stream,
        rule: PROMISE,
        due: Some(due),
        amount: None,
        detail: String::new(),
    };
    tasks::open(app, tx, now, &[task])
}
