//! An entry: postings that sum to zero.

use kernel::Money;
use serde::{Deserialize, Serialize};

use crate::Account;

/// One line of an entry: an amount on an account; a debit is positive, a credit negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Where it is booked.
    pub account: Account,
    /// Signed amount in cents, never zero.
    pub amount: Money,
}

/// Postings that belong together and sum to zero. Cannot exist otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    postings: Vec<Posting>,
}

/// The postings given do not sum to zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the postings of an entry differ from zero by {difference}")]
pub struct Unbalanced {
    /// What the postings sum to.
    pub difference: Money,
}

impl Entry {
    /// An entry of these lines; lines of zero are left out.
    ///
    /// # Errors
    /// [`Unbalanced`] when the amounts do not sum to zero.
    pub fn new(lines: impl IntoIterator<Item = (Account, Money)>) -> Result<Self, Unbalanced> {
        let postings: Vec<_> = lines
            .into_iter()
            .filter(|(_, amount)| *amount != Money::ZERO)
            .map(|(account, amount)| Posting { account, amount })
            .collect();
        let difference: Money = postings.iter().map(|p| p.amount).sum();
        if difference == Money::ZERO { Ok(Self { postings }) } else { Err(Unbalanced { difference }) }
    }

    /// The lines, in the order of the template.
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// What the entry puts on one account.
    pub fn on(&self, account: Account) -> Money {
        self.postings.iter().filter(|p| p.account == account).map(|p| p.amount).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_sums_to_zero_or_does_not_exist() {
        let cents = Money::from_cents;
        assert!(Entry::new([(Account::Bank, cents(5)), (Account::Suspense, cents(-5))]).is_ok());
        let off = Entry::new([(Account::Bank, cents(5)), (Account::Suspense, cents(-4))]);
        assert_eq!(off.unwrap_err(), Unbalanced { difference: cents(1) });
        assert!(Entry::new([]).unwrap().postings().is_empty());
    }
}
