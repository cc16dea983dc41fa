//! A report that was begun and not sent yet: kept sealed with every answer, so that it can go on later, on any device. One per
//! contract. Nothing is a claim before it is sent.

use kernel::{Actor, Id, Instant, Language};
use serde::{Deserialize, Serialize};
use store::{Tx, params, row, sql};

use super::{
    Draft, FIRST, Question, Report, ReportedClaim, Stated,
    questions::{self, question},
    report::{self, UPLOADS},
};
use crate::{
    App, AppError, Refused,
    attachments::{self, Upload},
    sealed::Purpose,
};

/// The most answers that one report keeps.
const ANSWERS: usize = 200;

/// A report that was begun. Personal.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// The command that sends it; drawn when it was begun.
    pub command: String,
    /// Answers in the order in which they were given.
    pub answers: Vec<Answer>,
    /// What happened, in the customer's own words.
    pub narrative: Option<String>,
    /// Evidence: its kind in the wording, and the upload.
    pub uploads: Vec<(String, Upload)>,
    /// Kinds of evidence that come later.
    pub later: Vec<String>,
}

impl std::fmt::Debug for Unsent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Unsent(sealed)")
    }
}

/// An answer as it was given; no text where the customer does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The fact.
    pub fact: String,
    /// Its value, as [`Stated::text`].
    pub text: Option<String>,
}

impl Unsent {
    /// Answers a question, or answers it anew. Whoever says that something else happened is asked anew what follows from it.
    pub fn answer(&mut self, fact: &str, text: Option<String>) {
        let before = self.answers.iter_mut().find(|answer| answer.fact == fact);
        match before {
            Some(answer) if answer.text == text => {}
            Some(answer) => {
                answer.text = text;
                if fact == FIRST[0] {
                    self.answers.retain(|answer| FIRST.contains(&answer.fact.as_str()));
                    self.later.clear();
                }
            }
            None => self.answers.push(Answer { fact: fact.to_owned(), text }),
        }
    }

    fn stated(&self) -> Vec<Stated> {
        self.answers
            .iter()
            .filter_map(|answer| Some(Stated::new(&answer.fact, answer.text.as_deref()?)))
            .collect()
    }

    fn unknown(&self) -> Vec<String> {
        self.answers.iter().filter(|answer| answer.text.is_none()).map(|answer| answer.fact.clone()).collect()
    }

    fn has(&self, kind: &str) -> bool {
        self.later.iter().any(|later| later == kind) || self.uploads.iter().any(|(given, _)| given == kind)
    }
}

/// The report that was begun for a contract, or a new one.
///
/// # Errors
/// [`AppError::Store`].
pub fn load(app: &App, tx: &mut Tx<'_>, contract: Id) -> Result<Unsent, AppError> {
    let row =
        tx.query_opt(sql!("select content from claim_draft where contract = ?1"), &params![contract])?;
    let begun: Option<Unsent> = match row {
        Some(row) => app.unseal_row(tx, row.id("content")?)?,
        None => None,
    };
    Ok(begun
        .unwrap_or_else(|| Unsent { command: format!("report:{:016x}", app.draw()), ..Unsent::default() }))
}

/// Keeps a report that was begun; its uploads are kept with it.
///
/// # Errors
/// [`AppError::Refused`] `claim-report-too-large`.
pub fn save(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (contract, holder): (Id, Id),
    unsent: &Unsent,
) -> Result<(), AppError> {
    if unsent.uploads.len() > UPLOADS || unsent.answers.len() > ANSWERS {
        return Err(AppError::Refused(Refused::new("claim-report-too-large", None)));
    }
    attachments::keep(tx, now, unsent.uploads.iter().map(|(_, upload)| upload))?;
    discard(tx, contract)?;
    let content = app.seal(tx, now, (holder, Purpose::Claim, "claim-draft"), None, unsent)?;
    tx.insert(
        sql!("insert into claim_draft (contract, content, changed_us) values {rows}"),
        &[row![contract, content.id, now]],
    )?;
    Ok(())
}

/// Forgets a report that was begun. Answers whether there was one.
///
/// # Errors
/// [`AppError::Store`].
pub fn discard(tx: &mut Tx<'_>, contract: Id) -> Result<bool, AppError> {
    let row =
        tx.query_opt(sql!("select content from claim_draft where contract = ?1"), &params![contract])?;
    let Some(row) = row else { return Ok(false) };
    let content: Id = row.id("content")?;
    tx.exec(sql!("delete from claim_draft where contract = ?1"), &params![contract])?;
    tx.exec(sql!("delete from vault where id = ?1"), &params![content])?;
    Ok(true)
}

/// What comes next in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A question of the wording, and whether "I don't know" is an answer.
    Ask(Question, bool),
    /// What happened, in the customer's own words.
    Narrative,
    /// Evidence of a kind, by name and text.
    Evidence(String, String),
    /// It can be sent.
    Ready,
}

/// Where a report stands.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// What comes next.
    pub step: Step,
    /// What was answered: question and answer.
    pub answered: Vec<(Question, Option<String>)>,
    /// About how many steps are left.
    pub left: usize,
    /// What is wrong with the answers: fact, code, and the sentence of the product where the product says it.
    pub faults: Vec<(String, String, Option<String>)>,
    /// Evidence such a loss needs, by name and text.
    pub evidence: Vec<(String, String)>,
}

/// What comes next: the questions that the wording still needs, the customer's own words, the evidence. `change` asks an
/// answered question again.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn ahead(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    unsent: &Unsent,
    change: Option<&str>,
    language: Language,
) -> Result<Ahead, AppError> {
    let draft = Draft { contract, items: Vec::new(), facts: unsent.stated(), unknown: unsent.unknown() };
    let asked = questions::of_draft(app, tx, now, &draft, language)?;
    let state = super::change::contract(tx, contract)?;
    let product = app.products.in_force(tx, &state.application.product.hash)?;
    let of_fact =
        |name: &str| product.fact(name).map(|spec| offered(question(&product, spec, None, language), &asked));
    let answered: Vec<_> = unsent
        .answers
        .iter()
        .filter_map(|answer| Some((of_fact(&answer.fact)?, answer.text.clone())))
        .collect();
    let is_known = |question: &&Question| !answered.iter().any(|(known, _)| known.fact == question.fact);
    let open: Vec<&Question> = asked.ask.iter().filter(is_known).collect();
    let wanted: Vec<&(String, String)> =
        asked.evidence.iter().filter(|(kind, _)| !unsent.has(kind)).collect();
    let left = open.len() + wanted.len() + usize::from(unsent.narrative.is_none()) + 1;
    let may_skip = |question: &Question| !FIRST.contains(&question.fact.as_str());
    let ask = |question: Question| {
        let may_skip = may_skip(&question);
        Step::Ask(question, may_skip)
    };
    let step = match change {
        Some("narrative") => Step::Narrative,
        Some(fact) if unsent.answers.iter().any(|answer| answer.fact == fact) => {
            of_fact(fact).map_or(Step::Ready, ask)
        }
        _ => match (open.first(), wanted.first()) {
            (Some(question), _) => ask(offered((*question).clone(), &asked)),
            (None, _) if unsent.narrative.is_none() => Step::Narrative,
            (None, Some((kind, text))) => Step::Evidence(kind.clone(), text.clone()),
            (None, None) => Step::Ready,
        },
    };
    let faults = asked.faults.iter().map(|fault| {
        let text = product.check_text(&fault.fact).map(|text| text.get(language).to_owned());
        (fault.fact.clone(), fault.code.clone(), text)
    });
    Ok(Ahead { step, faults: faults.collect(), left, evidence: asked.evidence.clone(), answered })
}

/// Theft is offered only where the schedule covers it (PORTAL-07).
fn offered(mut question: Question, asked: &questions::Questions) -> Question {
    if question.fact == FIRST[0] && !asked.theft_is_covered {
        question.values.retain(|(name, _)| name != "stolen");
    }
    question
}

/// Sends the report: it becomes a claim, and the draft is forgotten. Sent twice it is one claim.
///
/// # Errors
/// As [`report`](super::report).
pub fn send(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (contract, holder): (Id, Id),
) -> Result<ReportedClaim, AppError> {
    let unsent = load(app, tx, contract)?;
    let report = Report {
        contract,
        holder: Some(holder),
        items: Vec::new(),
        facts: unsent.stated(),
        narrative: unsent.narrative.unwrap_or_default(),
        uploads: unsent.uploads,
    };
    let claim = report::report(app, tx, now, command, actor, &report)?;
    // Said again, it must not forget a report that was begun since.
    if unsent.command == command {
        discard(tx, contract)?;
    }
    Ok(claim)
}
