//! Transfers that pay the own share in a repair or replacement: they name the claim (MONEY-07).

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Id, Money};
use store::{Tx, params, sql};

use super::items::{Item, named_claims};
use crate::AppError;

/// What is open of the own shares of claims, by number.
#[derive(Default)]
pub(super) struct OwnShares(BTreeMap<String, (Id, Money)>);

impl OwnShares {
    /// Those that these items name.
    pub(super) fn load(tx: &mut Tx<'_>, agreement: &str, items: &[Item]) -> Result<Self, AppError> {
        let numbers: BTreeSet<String> =
            items.iter().flat_map(named_claims).map(|number| number.as_str().to_owned()).collect();
        let numbers: Vec<String> = numbers.into_iter().collect();
        let mut shares = BTreeMap::new();
        for row in tx.query_keys(
            sql!(
                "select claim, number, open_cents from own_share where agreement = ?1 and open_cents > 0 \
                 and number in ({ids})"
            ),
            &params![agreement],
            &numbers,
        )? {
            shares.insert(row.text("number")?, (row.id("claim")?, row.money("open_cents")?));
        }
        Ok(Self(shares))
    }

    /// The claim, when the transfer names exactly one of which at least so much is open. More than that is for a person.
    pub(super) fn of(&self, item: &Item) -> Option<Id> {
        let named = named_claims(item);
        let found: BTreeSet<(Id, Money)> =
            named.iter().filter_map(|number| self.0.get(number.as_str()).copied()).collect();
        match found.into_iter().collect::<Vec<_>>()[..] {
            [(claim, open)] if item.is_payment_in() && item.amount <= open => Some(claim),
            _ => None,
        }
    }
}
