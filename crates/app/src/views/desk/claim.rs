//! A claim as the desk decides on it: the page of the use case, and what a person may still state or ask for.

use std::collections::BTreeMap;

use ::claims::Claim;
use kernel::{ClaimNumber, Id, Instant, Language, Role};
use store::{Tx, params, sql};
use terms::Scope;

use crate::{
    App, AppError,
    apply::Attached,
    claims::{self, ClaimPage, Question},
    identity::{UserId, users},
    streams,
};

/// A claim, opened for the desk. Personal: log the look before it is shown.
#[derive(Debug, Clone)]
pub struct ClaimFile {
    /// What the use case shows.
    pub page: ClaimPage,
    /// Everything that somebody in this role may state or correct, the questions that are open first.
    pub statable: Vec<Question>,
    /// Names and texts of evidence that can be asked for.
    pub evidence: Vec<(String, String)>,
}

/// Opens a claim by its number; none when there is no such number.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn claim_file(
    app: &App,
    tx: &mut Tx<'_>,
    number: &ClaimNumber,
    now: Instant,
    language: Language,
    role: Role,
) -> Result<Option<ClaimFile>, AppError> {
    let Some(id) = claims::by_number(tx, number)? else { return Ok(None) };
    let page = claims::page(app, tx, now, id, language)?;
    let loaded = streams::look::<Claim>(tx, &[id])?.remove(&id).expect("it was asked for");
    let product = app.products.in_force(tx, &loaded.state()?.report.wording.content_hash)?;
    let mut statable = page.questions.clone();
    for spec in product.facts().iter().filter(|spec| spec.may_be_stated_by(role)) {
        let items: Vec<Option<u32>> = match spec.scope {
            Scope::Item => page.items.iter().map(|item| Some(item.item)).collect(),
            _ => vec![None],
        };
        for item in items {
            if !statable.iter().any(|known| known.fact == spec.name && known.item == item) {
                statable.push(claims::question(&product, spec, item, language));
            }
        }
    }
    let evidence = product
        .evidence()
        .iter()
        .map(|kind| (kind.name.clone(), kind.text.get(language).to_owned()))
        .collect();
    Ok(Some(ClaimFile { page, statable, evidence }))
}

/// A piece of evidence of a claim; only what belongs to it is found.
///
/// # Errors
/// [`AppError::Store`].
pub fn claim_evidence(
    app: &App,
    tx: &mut Tx<'_>,
    (number, place): (&ClaimNumber, usize),
    (now, language): (Instant, Language),
) -> Result<Option<Attached>, AppError> {
    let Some(id) = claims::by_number(tx, number)? else { return Ok(None) };
    let page = claims::page(app, tx, now, id, language)?;
    Ok(page.evidence.into_iter().nth(place).and_then(|line| line.attached))
}

/// What waits for a second pair of eyes, as who decides must know it.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// Its kind: see [`crate::approvals::Proposal::kind`].
    pub kind: String,
    /// Who proposed it.
    pub proposer: Id,
    /// Whose contract or claim it is about.
    pub holder: Option<Id>,
}

/// A proposal by its id.
///
/// # Errors
/// [`AppError::Store`].
pub fn proposed(tx: &mut Tx<'_>, approval: Id) -> Result<Option<Proposed>, AppError> {
    let row = tx.query_opt(
        sql!(
            "select a.kind as kind, a.proposed_by as proposed_by, coalesce(k.holder, c.holder) as holder \
             from approval a left join contract k on k.id = a.stream left join claim c on c.id = a.stream \
             where a.id = ?1"
        ),
        &params![approval],
    )?;
    row.map(|row| {
        Ok(Proposed {
            kind: row.text("kind")?,
            proposer: row.id("proposed_by")?,
            holder: row.opt_id("holder")?,
        })
    })
    .transpose()
}

/// What people of the desk are called: the part of their address before the `@`. The machine and the forgotten have none.
///
/// # Errors
/// [`AppError::Store`].
pub fn staff_names(app: &App, tx: &mut Tx<'_>, people: &[Id]) -> Result<BTreeMap<Id, String>, AppError> {
    let mut names = BTreeMap::new();
    for person in people {
        if names.contains_key(person) {
            continue;
        }
        let found = users::load(tx, &[UserId::from(*person)])?.pop().flatten();
        let Some(address) = found.and_then(|user| user.email_ref) else { continue };
        let opened = app.vault.open_rows(tx, &[address])?.pop();
        if let Some(text) = opened.map_or(Ok(None), store::vault::Opened::text)? {
            names.insert(*person, text.split('@').next().unwrap_or_default().to_owned());
        }
    }
    Ok(names)
}

/// Who released a bank file; none when there is no such file.
///
/// # Errors
/// [`AppError::Store`].
pub fn released_by(tx: &mut Tx<'_>, batch: Id) -> Result<Option<Id>, AppError> {
    let row = tx.query_opt(sql!("select released_by from batch where id = ?1"), &params![batch])?;
    Ok(row.map(|row| row.id("released_by")).transpose()?)
}
