//! A report that was begun and not sent yet: kept sealed with every answer, so that it can go on later, on any device. One per
//! contract, and one of its partner's own (PRIV-24). Nothing is a claim before it is sent.

use std::collections::BTreeSet;

use ::claims::Claim;
use kernel::{Actor, Country, Date, Id, Instant};
use serde::{Deserialize, Serialize};
use store::{Tx, params, row, sql};

pub use super::ahead::{Ahead, Device, Step, Theft, ahead};
use super::{
    FIRST, Report, ReportedClaim, Stated,
    report::{self, UPLOADS},
};
use crate::{
    App, AppError, Refused,
    attachments::{self, Upload},
    sealed::Purpose,
    streams,
};

/// The most answers that one report keeps.
const ANSWERS: usize = 200;
/// For so many days after its last change a report is kept: what is not sent by then was not meant to be, and is needed no longer
/// (PRIV-19). Whatever the conditions ask to be told within days is long over (NL-CLAIM-01, BE-CLAIM-01).
const KEPT_DAYS: i64 = 30;

/// A report that was begun. Personal.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// The command that sends it; drawn when it was begun.
    pub command: String,
    /// Numbers of the items it is about (AMB-60); none: not said yet, or there is only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<u32>>,
    /// The item of the device it was begun with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_with: Option<u32>,
    /// Answers in the order in which they were given.
    pub answers: Vec<Answer>,
    /// What happened, in the customer's own words.
    pub narrative: Option<String>,
    /// Evidence: its kind in the wording, and the upload.
    pub uploads: Vec<(String, Upload)>,
    /// Kinds of evidence that come later.
    pub later: Vec<String>,
}

/// Whose report it is. The customer's is also what the desk goes on with for who calls; a partner writes one of its own and
/// never sees the customer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose {
    /// The contract.
    pub contract: Id,
    /// The partner that reports; none: the customer, or the desk for them.
    pub partner: Option<Id>,
}

impl Whose {
    fn partner_number(self) -> i64 {
        self.partner.map_or(0, Id::as_i64)
    }
}

impl From<Id> for Whose {
    fn from(contract: Id) -> Self {
        Self { contract, partner: None }
    }
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
    /// The item it is about; none: the event, or every item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Its value, as [`Stated::text`].
    pub text: Option<String>,
}

impl Unsent {
    /// Answers a question, or answers it anew. Whoever says that something else happened is asked anew what follows from it.
    pub fn answer(&mut self, fact: &str, item: Option<u32>, text: Option<String>) {
        let before = self.answers.iter_mut().find(|answer| answer.fact == fact && answer.item == item);
        match before {
            Some(answer) if answer.text == text => {}
            Some(answer) => {
                answer.text = text;
                if fact == FIRST[0] {
                    self.answers.retain(|answer| FIRST.contains(&answer.fact.as_str()));
                    self.later.clear();
                }
            }
            None => self.answers.push(Answer { fact: fact.to_owned(), item, text }),
        }
    }

    /// Adds evidence. The same file for the same thing is kept once.
    pub fn add(&mut self, kind: &str, uploads: impl IntoIterator<Item = Upload>) {
        for upload in uploads {
            let hash = &upload.attached.hash;
            if !self.uploads.iter().any(|(known, there)| known == kind && there.attached.hash == *hash) {
                self.uploads.push((kind.to_owned(), upload));
            }
        }
    }

    /// Answers about the event, and about these items; with none about every item.
    pub(super) fn answers_about<'a>(&'a self, items: &'a [u32]) -> impl Iterator<Item = &'a Answer> {
        let is_about =
            |answer: &&Answer| answer.item.is_none_or(|item| items.is_empty() || items.contains(&item));
        self.answers.iter().filter(is_about)
    }

    /// What was said about these items; with none about every item.
    pub(super) fn stated(&self, items: &[u32]) -> Vec<Stated> {
        let stated = |answer: &Answer| {
            Some(Stated { item: answer.item, ..Stated::new(&answer.fact, answer.text.as_deref()?) })
        };
        self.answers_about(items).filter_map(stated).collect()
    }

    /// What the customer does not know: the item, and the fact.
    pub(super) fn unknown(&self) -> Vec<(Option<u32>, String)> {
        let unknown = self.answers.iter().filter(|answer| answer.text.is_none());
        unknown.map(|answer| (answer.item, answer.fact.clone())).collect()
    }

    pub(super) fn has(&self, kind: &str) -> bool {
        self.later.iter().any(|later| later == kind) || self.uploads.iter().any(|(given, _)| given == kind)
    }
}

/// The report that was begun for a contract, or a new one.
///
/// # Errors
/// [`AppError::Store`].
pub fn load(app: &App, tx: &mut Tx<'_>, whose: impl Into<Whose>) -> Result<Unsent, AppError> {
    let whose = whose.into();
    let row = tx.query_opt(
        sql!("select content from claim_draft where contract = ?1 and partner = ?2"),
        &params![whose.contract, whose.partner_number()],
    )?;
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
    (whose, holder): (impl Into<Whose>, Id),
    unsent: &Unsent,
) -> Result<(), AppError> {
    if unsent.uploads.len() > UPLOADS || unsent.answers.len() > ANSWERS {
        return Err(AppError::Refused(Refused::new("claim-report-too-large", None)));
    }
    let whose = whose.into();
    attachments::keep(tx, now, unsent.uploads.iter().map(|(_, upload)| upload))?;
    discard(tx, whose)?;
    let content = app.seal(tx, now, (holder, Purpose::Claim, "claim-draft"), None, unsent)?;
    tx.insert(
        sql!("insert into claim_draft (contract, partner, content, changed_us) values {rows}"),
        &[row![whose.contract, whose.partner_number(), content.id, now]],
    )?;
    Ok(())
}

/// Reports that customers began for these contracts, and when they were last changed.
///
/// # Errors
/// [`AppError::Store`].
pub fn of_contracts(tx: &mut Tx<'_>, contracts: &[Id]) -> Result<Vec<(Id, Instant)>, AppError> {
    let rows = tx.query_ids(
        sql!(
            "select contract, changed_us from claim_draft where contract in ({ids}) and partner = 0 \
             order by changed_us desc"
        ),
        &params![],
        contracts,
    )?;
    Ok(rows
        .iter()
        .map(|row| Ok((row.id("contract")?, row.instant("changed_us")?)))
        .collect::<Result<Vec<_>, store::StoreError>>()?)
}

/// Forgets a report that was begun. Answers whether there was one.
///
/// # Errors
/// [`AppError::Store`].
pub fn discard(tx: &mut Tx<'_>, whose: impl Into<Whose>) -> Result<bool, AppError> {
    let whose = whose.into();
    let of = params![whose.contract, whose.partner_number()];
    let row =
        tx.query_opt(sql!("select content from claim_draft where contract = ?1 and partner = ?2"), &of)?;
    let Some(row) = row else { return Ok(false) };
    let content: Id = row.id("content")?;
    tx.exec(sql!("delete from claim_draft where contract = ?1 and partner = ?2"), &of)?;
    tx.exec(sql!("delete from vault where id = ?1"), &params![content])?;
    Ok(true)
}

/// Throws a report away that was begun, with the files that came with it and are evidence of no claim. Answers whether there was
/// one.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn throw_away(app: &App, tx: &mut Tx<'_>, whose: impl Into<Whose>) -> Result<bool, AppError> {
    let whose = whose.into();
    let contract = whose.contract;
    let unsent = load(app, tx, whose)?;
    if !discard(tx, whose)? {
        return Ok(false);
    }
    let claims = tx.query(sql!("select id from claim where contract = ?1"), &params![contract])?;
    let claims = claims.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    let claims = streams::look::<Claim>(tx, &claims)?;
    let given = claims.values().filter_map(|loaded| loaded.state.as_ref()).flat_map(|claim| &claim.given);
    let mut given: BTreeSet<String> = given.map(|given| given.object.clone()).collect();
    // The customer's report and the partner's may have a file in common.
    for other in tx.query(sql!("select content from claim_draft where contract = ?1"), &params![contract])? {
        let other: Option<Unsent> = app.unseal_row(tx, other.id("content")?)?;
        let uploads = other.map(|other| other.uploads).unwrap_or_default();
        given.extend(uploads.into_iter().map(|(_, upload)| upload.attached.hash));
    }
    let hashes = unsent.uploads.into_iter().map(|(_, upload)| upload.attached.hash);
    for hash in hashes.filter(|hash| !given.contains(hash)) {
        // Nothing refers to the file any more: the sweep of attachments removes it.
        tx.exec(sql!("delete from object where hash = ?1"), &params![hash])?;
    }
    Ok(true)
}

/// The last day on which a report is kept that was changed last at `changed`; both countries have one clock.
pub fn kept_until(changed: Instant) -> Date {
    kernel::add_days(kernel::local_date(changed, Country::Nl), KEPT_DAYS)
}

/// Reports thrown away in one transaction.
const SWEEP: i64 = 200;

/// Throws away what was begun and left alone for too long: the daily run's part. Answers how many.
///
/// # Errors
/// As [`throw_away`].
pub fn sweep(app: &App, now: Instant) -> Result<u64, AppError> {
    let first_kept = kernel::add_days(kernel::local_date(now, Country::Nl), -KEPT_DAYS);
    let before = kernel::start_of_day(first_kept, Country::Nl);
    let mut swept = 0;
    loop {
        let worker = app.clone();
        let count = app.db.write(store::Priority::Run, move |tx| {
            let rows = tx.query(
                sql!(
                    "select contract, partner from claim_draft where changed_us < ?1 order by contract, partner limit ?2"
                ),
                &params![before, SWEEP],
            )?;
            for row in &rows {
                let partner = Id::from_i64(row.i64("partner")?).ok();
                throw_away(&worker, tx, Whose { contract: row.id("contract")?, partner })?;
            }
            Ok::<_, AppError>(rows.len() as u64)
        })?;
        swept += count;
        if count < SWEEP.unsigned_abs() {
            return Ok(swept);
        }
    }
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
    (whose, holder): (impl Into<Whose>, Id),
) -> Result<ReportedClaim, AppError> {
    let whose = whose.into();
    let contract = whose.contract;
    let unsent = load(app, tx, whose)?;
    let items = super::ahead::chosen(app, tx, now, contract, &unsent)?;
    let report = Report {
        contract,
        holder: Some(holder),
        facts: unsent.stated(&items),
        items,
        narrative: unsent.narrative.unwrap_or_default(),
        uploads: unsent.uploads,
    };
    let claim = report::report(app, tx, now, command, actor, &report)?;
    // Said again, it must not forget a report that was begun since.
    if unsent.command == command {
        discard(tx, whose)?;
    }
    Ok(claim)
}
