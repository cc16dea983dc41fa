//! Who may have paid, where money names no policy: whose account it comes from or who its payer is called, and owes exactly
//! that much.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Iban, Id, Money};
use store::{Row, Tx, params, sql, sql::Sql};

use super::items::Item;
use crate::{App, AppError, find::Key, payer_name};

/// Policies that owe something, by what their payers are known by.
#[derive(Default)]
pub(super) struct Debtors {
    accounts: BTreeMap<Iban, Vec<Debtor>>,
    /// By the forms in which a bank may write the policyholder's name.
    names: BTreeMap<String, Vec<Debtor>>,
}

/// A policy that owes something.
#[derive(Clone, Copy)]
struct Debtor {
    contract: Id,
    holder: Id,
    open: Money,
}

/// The one policy that money is for.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) contract: Id,
    pub(super) holder: Id,
    /// The name under which the match is stored.
    pub(super) way: &'static str,
}

impl Debtors {
    /// Looks for the payers of these items among the policies of an agreement.
    pub(super) fn load<'a>(
        app: &App,
        tx: &mut Tx<'_>,
        agreement: &str,
        items: impl Iterator<Item = &'a Item>,
    ) -> Result<Self, AppError> {
        let (mut ibans, mut forms) = (BTreeMap::new(), BTreeMap::new());
        for payer in items.filter_map(|item| item.payer.as_ref()) {
            ibans.extend(payer.iban.iter().map(|iban| (Key::Account(iban).hash(app), iban.clone())));
            for form in payer.name.iter().flat_map(|name| payer_name::on_statement(name)) {
                forms.insert(Key::PayerName(&form).hash(app), form);
            }
        }
        let of_accounts = sql!(
            "select f.value as value, c.id as id, c.holder as holder, c.open_cents as open_cents, \
             c.agreement as agreement from find_key f cross join contract c \
             where f.kind = 'account' and f.value in ({ids}) and c.id = f.stream"
        );
        let of_names = sql!(
            "select f.value as value, c.id as id, c.holder as holder, c.open_cents as open_cents, \
             c.agreement as agreement from find_key f cross join contract c \
             where f.kind = 'payer-name' and f.value in ({ids}) and c.holder = f.stream"
        );
        let accounts = by_mark(tx, of_accounts, agreement, &ibans)?;
        let names = by_mark(tx, of_names, agreement, &forms)?;
        Ok(Self { accounts, names })
    }

    /// The policy that owes to the cent what came, if there is exactly one: among those of the account, and where that is not
    /// known of any, among those whose policyholder has the payer's name.
    pub(super) fn of(&self, item: &Item) -> Option<Found> {
        let payer = item.payer.as_ref()?;
        let owes = |debtors: &[Debtor]| -> Vec<Debtor> {
            debtors.iter().filter(|debtor| debtor.open == item.amount).copied().collect()
        };
        let of_account = payer.iban.as_ref().and_then(|iban| self.accounts.get(iban));
        let of_account = of_account.map(|debtors| owes(debtors)).unwrap_or_default();
        if !of_account.is_empty() {
            return only(&of_account, "account-and-amount");
        }
        let forms = payer.name.as_ref().map(|name| payer_name::on_statement(name)).unwrap_or_default();
        let of_name: Vec<Debtor> =
            forms.iter().filter_map(|form| self.names.get(form)).flat_map(|debtors| owes(debtors)).collect();
        only(&of_name, "name-and-amount")
    }
}

/// Policies that owe something by the marks of their payers, whose hashes are looked for.
fn by_mark<M: Clone + Ord>(
    tx: &mut Tx<'_>,
    sql: &'static Sql,
    agreement: &str,
    marks: &BTreeMap<String, M>,
) -> Result<BTreeMap<M, Vec<Debtor>>, AppError> {
    let hashes: Vec<&str> = marks.keys().map(String::as_str).collect();
    let mut found: BTreeMap<M, Vec<Debtor>> = BTreeMap::new();
    for row in tx.query_keys(sql, &params![], &hashes)? {
        if let (Some(mark), Some(debtor)) = (marks.get(&row.text("value")?), Debtor::read(&row, agreement)?) {
            found.entry(mark.clone()).or_default().push(debtor);
        }
    }
    Ok(found)
}

fn only(debtors: &[Debtor], way: &'static str) -> Option<Found> {
    let contracts: BTreeSet<Id> = debtors.iter().map(|debtor| debtor.contract).collect();
    let debtor = debtors.first().filter(|_| contracts.len() == 1)?;
    Some(Found { contract: debtor.contract, holder: debtor.holder, way })
}

impl Debtor {
    /// The policy of a row, if it is under the agreement and owes something. Both are asked here, and the marks come first in the
    /// join: else the database would go through all policies of the agreement for each part of a statement.
    fn read(row: &Row, agreement: &str) -> Result<Option<Self>, AppError> {
        let open = row.money("open_cents")?;
        let owes = open.is_positive() && row.text("agreement")? == agreement;
        Ok(if owes { Some(Self { contract: row.id("id")?, holder: row.id("holder")?, open }) } else { None })
    }
}
