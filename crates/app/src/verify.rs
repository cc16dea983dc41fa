//! Every invariant over the whole database: chains, folds, sums.

use kernel::Id;
use policy::Contract;
use store::{
    Db, StoreError, Tx, params, sql,
    verify::{Invariant, Report},
};

use crate::streams::{self, Stream};

/// Checks everything; `progress` hears what is being checked and how far it is.
///
/// # Errors
/// When the database cannot be read. A fault that is found is in the report.
pub fn verify(db: &Db, progress: impl FnMut(&str, u64)) -> Result<Report, StoreError> {
    store::verify::verify(db, &invariants(), progress)
}

/// What must hold beside the journal's chains.
pub fn invariants() -> Vec<Invariant> {
    let mut all = vec![
        Invariant { name: "contracts fold to their state", check: contracts_fold },
        Invariant { name: "claims fold to their state", check: claims_fold },
        Invariant { name: "parties fold to their state", check: parties_fold },
        Invariant { name: "campaigns fold to their state", check: campaigns_fold },
        Invariant { name: "every entry of the ledger sums to zero", check: entries_balance },
    ];
    all.extend(crate::money::invariants());
    all
}

/// Streams checked at once.
const CHUNK: i64 = 256;
/// Faults listed of one kind.
const FAULTS_MAX: usize = 20;

fn contracts_fold(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    folds::<Contract>(tx, |tx, after| {
        tx.query(
            sql!("select id, version from contract where id > ?1 order by id limit ?2"),
            &params![after, CHUNK],
        )
    })
}

fn claims_fold(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    folds::<claims::Claim>(tx, |tx, after| {
        tx.query(
            sql!("select id, version from claim where id > ?1 order by id limit ?2"),
            &params![after, CHUNK],
        )
    })
}

fn parties_fold(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    folds::<party::Party>(tx, |tx, after| {
        tx.query(
            sql!("select id, version from party where id > ?1 order by id limit ?2"),
            &params![after, CHUNK],
        )
    })
}

fn campaigns_fold(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    folds::<policy::Campaign>(tx, |tx, after| {
        tx.query(
            sql!("select id, version from campaign where id > ?1 order by id limit ?2"),
            &params![after, CHUNK],
        )
    })
}

type Page = fn(&mut Tx<'_>, i64) -> Result<Vec<store::Row>, StoreError>;

/// Folds every stream of a kind and compares it with its cached state and version.
fn folds<S: Stream + PartialEq>(tx: &mut Tx<'_>, page: Page) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    let mut after = 0;
    loop {
        let rows = page(tx, after)?;
        let Some(last) = rows.last() else { return Ok(faults) };
        after = last.i64("id")?;
        let ids = rows.iter().map(|row| row.id::<Id>("id")).collect::<Result<Vec<_>, _>>()?;
        let cached = match streams::look::<S>(tx, &ids) {
            Ok(cached) => cached,
            Err(error) => return Ok(vec![error.to_string()]),
        };
        for id in &ids {
            match streams::fold::<S>(tx, &[*id]) {
                Err(error) => faults.push(error.to_string()),
                Ok(folded) => {
                    let loaded = &cached[id];
                    if folded.get(id).cloned().flatten() != loaded.state {
                        faults.push(format!("{} {id}: the journal does not fold to the state", S::WHAT));
                    }
                }
            }
        }
        for row in &rows {
            let id: Id = row.id("id")?;
            let events = tx.query_one(
                sql!("select count(*) as number, max(seq) as last from event where stream = ?1"),
                &params![id],
            )?;
            let version = row.i64("version")?;
            if events.opt_i64("last")? != Some(version) || events.i64("number")? != version {
                faults.push(format!(
                    "{} {id}: the state has seen {version} events, the journal has others",
                    S::WHAT
                ));
            }
        }
        if faults.len() > FAULTS_MAX {
            return Ok(faults);
        }
    }
}

fn entries_balance(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let rows = tx.query(
        sql!(
            "select stream, seq, cast(sum(amount_cents) as bigint) as off_cents from posting group by stream, seq \
             having sum(amount_cents) <> 0 order by stream, seq limit 20"
        ),
        &params![],
    )?;
    rows.iter()
        .map(|row| {
            let (stream, seq, off) = (row.id::<Id>("stream")?, row.i64("seq")?, row.i64("off_cents")?);
            Ok(format!("entry {stream}/{seq} is off by {off} cents"))
        })
        .collect()
}
