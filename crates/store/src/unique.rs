//! What must be unique everywhere (policy numbers, e-mail addresses, IMEIs), keyed by kind and value. A personal value is
//! given as its keyed hash, see [`crate::vault::Vault::index`].

use std::collections::HashMap;

use kernel::Id;

use crate::{Result, Tx, Value, params, row, sql};

/// A wish to own a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What kind of value, such as `policy-number`.
    pub kind: &'static str,
    /// The value, or its keyed hash.
    pub value: String,
    /// Who is to own it.
    pub owner: Id,
}

/// What came of a [`Claim`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// The owner has it, now or already.
    Yours,
    /// Somebody else has it.
    Taken {
        /// Who.
        by: Id,
    },
}

/// Claims values, one answer for each, in order. Of two claims to one value in a call the earlier wins.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the statements.
pub fn claim(tx: &mut Tx<'_>, claims: &[Claim]) -> Result<Vec<Claimed>> {
    let mut rows: Vec<Vec<Value>> =
        claims.iter().map(|claim| row![claim.kind, &claim.value, claim.owner]).collect();
    // In key order, so that two transactions never wait for each other; stable, so that the earlier wins.
    rows.sort_by(|a, b| a[..2].cmp(&b[..2]));
    tx.exec_rows(
        sql!(
            "insert into unique_key (kind, value, owner) values {rows} on conflict (kind, value) do nothing"
        ),
        &params![],
        &rows,
    )?;
    let keys: Vec<(&str, &str)> = claims.iter().map(|claim| (claim.kind, claim.value.as_str())).collect();
    let owners = owners(tx, &keys)?;
    Ok(claims
        .iter()
        .zip(owners)
        .map(|(claim, owner)| match owner {
            Some(by) if by != claim.owner => Claimed::Taken { by },
            _ => Claimed::Yours,
        })
        .collect())
}

/// Who owns each of these (kind, value), in order.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the query.
pub fn owners(tx: &mut Tx<'_>, keys: &[(&str, &str)]) -> Result<Vec<Option<Id>>> {
    let rows: Vec<_> = keys.iter().map(|(kind, value)| row![*kind, *value]).collect();
    let found = tx.query_rows(
        sql!(
            "select k.kind as kind, k.value as value, k.owner as owner from (values {rows:text,text}) as wanted \
             join unique_key k on k.kind = wanted.column1 and k.value = wanted.column2"
        ),
        &params![],
        &rows,
    )?;
    let mut owners = HashMap::with_capacity(found.len());
    for row in &found {
        owners.insert((row.text("kind")?, row.text("value")?), row.id("owner")?);
    }
    Ok(keys
        .iter()
        .map(|(kind, value)| owners.get(&((*kind).to_owned(), (*value).to_owned())).copied())
        .collect())
}

/// Gives values back; those owned by others stay. Answers how many were given back.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the statement.
pub fn release(tx: &mut Tx<'_>, claims: &[Claim]) -> Result<u64> {
    let rows: Vec<_> = claims.iter().map(|claim| row![claim.kind, &claim.value, claim.owner]).collect();
    tx.exec_rows(
        sql!(
            "delete from unique_key where (kind, value, owner) in \
             (select column1, column2, column3 from (values {rows:text,text,bigint}) as given)"
        ),
        &params![],
        &rows,
    )
}
