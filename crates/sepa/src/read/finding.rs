//! What is odd about a statement that can be read: kept, shown, and released by a person.

use super::statement::{self, Balance, Entry, EntryStatus, StatementEnd, StatementHeader};
use crate::amount::{Amount, Currency, Direction};
use crate::reason::ReasonCode;
use std::fmt;

/// Findings kept per statement; more are only counted.
pub const FINDINGS_MAX: usize = 1_000;

/// Something odd. Single entries are named by their number in the statement,
/// from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Opening balance and booked entries do not give the closing balance.
    Balance {
        /// Opening balance plus booked entries.
        computed: Amount,
        /// Closing balance in the file.
        stated: Amount,
    },
    /// A statement without opening balance.
    NoOpeningBalance,
    /// A statement without closing balance.
    NoClosingBalance,
    /// A balance without credit or debit mark; taken as credit.
    BalanceWithoutSign,
    /// The account is given otherwise than as a right IBAN.
    AccountNotIban,
    /// Another page follows and belongs to this statement.
    PageMissing,
    /// The bank marks it as a copy or duplicate.
    Copy,
    /// The number of entries stated is not the number that is there.
    EntryCount {
        /// As stated.
        stated: u64,
        /// As read.
        found: u64,
    },
    /// An amount that cannot be booked: below zero, or with parts of a cent.
    ImpossibleAmount(u64),
    /// An entry in another currency than the statement's.
    OtherCurrency(u64),
    /// So many entries have no status; taken as booked.
    NoStatus(u64),
    /// An entry with a status not known here; not counted as booked.
    UnknownStatus(u64),
    /// So many booked entries have no booking date.
    NoBookingDate(u64),
    /// The transactions of an entry do not add up to it.
    TransactionSum(u64),
    /// A reason code not known here.
    UnknownReason(u64, ReasonCode),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Balance { computed, stated } => {
                write!(f, "opening balance and entries give {computed}, the closing balance says {stated}")
            }
            Self::NoOpeningBalance => f.write_str("no opening balance"),
            Self::NoClosingBalance => f.write_str("no closing balance"),
            Self::BalanceWithoutSign => {
                f.write_str("a balance says neither credit nor debit; taken as credit")
            }
            Self::AccountNotIban => f.write_str("the account is not given as a right IBAN"),
            Self::PageMissing => f.write_str("another page follows"),
            Self::Copy => f.write_str("the bank marks this as a copy or duplicate"),
            Self::EntryCount { stated, found } => {
                write!(f, "the bank counts {stated} entries, there are {found}")
            }
            Self::ImpossibleAmount(n) => write!(f, "entry {n}: the amount cannot be booked"),
            Self::OtherCurrency(n) => write!(f, "entry {n}: in another currency than the statement"),
            Self::NoStatus(n) => write!(f, "{n} entries without status, taken as booked"),
            Self::UnknownStatus(n) => write!(f, "entry {n}: status not known"),
            Self::NoBookingDate(n) => write!(f, "{n} booked entries without booking date"),
            Self::TransactionSum(n) => write!(f, "entry {n}: its transactions do not add up to it"),
            Self::UnknownReason(n, code) => write!(f, "entry {n}: reason code {code} not known"),
        }
    }
}

/// Adds up one statement while it is read.
#[derive(Debug)]
pub(super) struct Tally {
    has_balances: bool,
    currency: Option<Currency>,
    pub(super) balances: Vec<Balance>,
    pub(super) entries: u64,
    transactions: u64,
    credits: i128,
    debits: i128,
    without_status: u64,
    without_date: u64,
    pub(super) stated_count: Option<u64>,
    findings: Vec<Finding>,
    more_findings: u64,
}

impl Tally {
    pub(super) fn begin(header: &StatementHeader, has_balances: bool, unsigned_balances: bool) -> Self {
        let currency = header.currency.or_else(|| header.balances.first().map(|b| b.amount.currency()));
        let mut tally = Self {
            has_balances,
            currency,
            balances: header.balances.clone(),
            entries: 0,
            transactions: 0,
            credits: 0,
            debits: 0,
            without_status: 0,
            without_date: 0,
            stated_count: None,
            findings: Vec::new(),
            more_findings: 0,
        };
        if unsigned_balances {
            tally.find(Finding::BalanceWithoutSign);
        }
        if header.account.iban().is_none() {
            tally.find(Finding::AccountNotIban);
        }
        if header.page.is_some_and(|page| !page.last) {
            tally.find(Finding::PageMissing);
        }
        if header.copy.is_some() {
            tally.find(Finding::Copy);
        }
        tally
    }

    pub(super) fn find(&mut self, finding: Finding) {
        if self.findings.len() < FINDINGS_MAX {
            self.findings.push(finding);
        } else {
            self.more_findings += 1;
        }
    }

    /// Counts an entry and looks at it.
    pub(super) fn add(&mut self, entry: &Entry) {
        let n = entry.number;
        self.entries += 1;
        self.transactions += entry.transactions.len() as u64;
        let units = entry.amount.hundred_thousandths();
        let currency = *self.currency.get_or_insert(entry.amount.currency());
        if units < 0 || entry.amount.currency() == Currency::EUR && entry.amount.euro().is_none() {
            self.find(Finding::ImpossibleAmount(n));
        }
        match entry.status {
            EntryStatus::Unstated => self.without_status += 1,
            EntryStatus::Other(_) => self.find(Finding::UnknownStatus(n)),
            EntryStatus::Booked | EntryStatus::Pending | EntryStatus::Information => {}
        }
        if entry.status.is_booked() {
            if entry.booked.is_none() {
                self.without_date += 1;
            }
            if entry.amount.currency() != currency {
                self.find(Finding::OtherCurrency(n));
            } else if entry.direction == Direction::Credit {
                self.credits += units;
            } else {
                self.debits += units;
            }
        }
        if !adds_up(entry) {
            self.find(Finding::TransactionSum(n));
        }
        for transaction in &entry.transactions {
            if let Some(reason) = transaction.reason.as_ref().filter(|reason| !reason.is_known()) {
                self.find(Finding::UnknownReason(n, reason.clone()));
            }
        }
    }

    pub(super) fn end(mut self) -> StatementEnd {
        let currency = self.currency.unwrap_or(Currency::EUR);
        let opening = statement::opening(&self.balances).cloned();
        let closing = statement::closing(&self.balances).cloned();
        if self.has_balances {
            match (&opening, &closing) {
                (Some(opening), Some(closing)) => {
                    let computed = opening.amount.hundred_thousandths() + self.credits - self.debits;
                    let computed = Amount::from_hundred_thousandths(computed, opening.amount.currency());
                    if computed != closing.amount {
                        self.find(Finding::Balance { computed, stated: closing.amount });
                    }
                }
                (opening, closing) => {
                    let missing = (opening.is_none(), closing.is_none());
                    if missing.0 {
                        self.find(Finding::NoOpeningBalance);
                    }
                    if missing.1 {
                        self.find(Finding::NoClosingBalance);
                    }
                }
            }
        }
        if self.without_status > 0 {
            self.find(Finding::NoStatus(self.without_status));
        }
        if self.without_date > 0 {
            self.find(Finding::NoBookingDate(self.without_date));
        }
        if let Some(stated) = self.stated_count.filter(|stated| *stated != self.entries) {
            self.find(Finding::EntryCount { stated, found: self.entries });
        }
        StatementEnd {
            entries: self.entries,
            transactions: self.transactions,
            credits: Amount::from_hundred_thousandths(self.credits, currency),
            debits: Amount::from_hundred_thousandths(self.debits, currency),
            opening,
            closing,
            findings: self.findings,
            more_findings: self.more_findings,
        }
    }
}

/// Whether the transactions give the entry, where all of them have an amount in its currency.
fn adds_up(entry: &Entry) -> bool {
    let mut sum = 0;
    for transaction in &entry.transactions {
        match transaction.amount {
            Some(amount) if amount.currency() == entry.amount.currency() => {
                sum += amount.signed(transaction.direction).hundred_thousandths();
            }
            _ => return true,
        }
    }
    entry.transactions.is_empty() || sum == entry.signed().hundred_thousandths()
}
