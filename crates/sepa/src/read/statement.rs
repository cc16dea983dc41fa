//! What a statement (camt.053) or notification (camt.054) holds.

use super::finding::Finding;
use super::fingerprint::Fingerprint;
use super::kind::Kind;
use super::stamp::Stamp;
use crate::amount::{Amount, Currency, Direction};
use crate::reason::ReasonCode;
use kernel::Iban;
use std::fmt;
use std::ops::Deref;

/// Text of a bank file that may name people. `Debug` shows its length only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text(pub(super) String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({} bytes)", self.0.len())
    }
}

/// The head of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Which message, in which version.
    pub kind: Kind,
    /// The bank's identifier of the file.
    pub id: String,
    /// When the bank made it.
    pub created: Option<Stamp>,
    /// Which page of several, where the bank pages.
    pub page: Option<Page>,
}

/// One page of a message or statement that the bank spread over several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Page number, from 1.
    pub number: u64,
    /// Whether no page follows.
    pub last: bool,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Account {
    /// An account number that is right.
    Iban(Iban),
    /// Any other: foreign, proprietary, or an IBAN whose check digits are wrong.
    Other(Text),
}

impl Account {
    /// The IBAN, when it is one.
    #[must_use]
    pub fn iban(&self) -> Option<&Iban> {
        match self {
            Self::Iban(iban) => Some(iban),
            Self::Other(_) => None,
        }
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Iban(iban) => iban.as_str(),
            Self::Other(text) => text,
        }
    }

    pub(super) fn of(text: &str) -> Self {
        Iban::parse(text).map_or_else(|_| Self::Other(Text(text.to_owned())), Self::Iban)
    }
}

/// A balance as the bank states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// What kind: `OPBD`, `CLBD`, `PRCD`, `CLAV`, … or the bank's own.
    pub code: String,
    /// Positive when the account holds money, negative when it is overdrawn.
    pub amount: Amount,
    /// On which day.
    pub date: Option<Stamp>,
}

/// The head of one statement or notification: everything before its first entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementHeader {
    /// The bank's identifier, unique per account for as long as the bank keeps to it.
    pub id: String,
    /// Running number of the electronic statement.
    pub sequence: Option<u64>,
    /// Running number of the legal (paper) statement.
    pub legal_sequence: Option<u64>,
    /// When it was made.
    pub created: Option<Stamp>,
    /// Beginning of the time it covers.
    pub from: Option<Stamp>,
    /// End of the time it covers.
    pub to: Option<Stamp>,
    /// `COPY`, `CODU` or `DUPL` when the bank sends it again.
    pub copy: Option<String>,
    /// Which page of several.
    pub page: Option<Page>,
    /// Whose account.
    pub account: Account,
    /// The account's currency, where given.
    pub currency: Option<Currency>,
    /// All balances in the order of the file.
    pub balances: Vec<Balance>,
}

impl StatementHeader {
    /// Balance before the first entry: `OPBD`, or else the closing balance of the statement before (`PRCD`), or the one
    /// carried over from the page before (first `ITBD`).
    #[must_use]
    pub fn opening(&self) -> Option<&Balance> {
        opening(&self.balances)
    }

    /// Balance after the last entry: `CLBD`, or the one carried to the next page (last `ITBD`).
    #[must_use]
    pub fn closing(&self) -> Option<&Balance> {
        closing(&self.balances)
    }

    /// Whether this statement begins where the one before, with that closing balance, ended. `None` when it has no
    /// opening balance.
    #[must_use]
    pub fn follows(&self, closing: &Balance) -> Option<bool> {
        self.opening().map(|opening| opening.amount == closing.amount)
    }
}

pub(super) fn opening(balances: &[Balance]) -> Option<&Balance> {
    ["OPBD", "PRCD", "ITBD"].iter().find_map(|code| balances.iter().find(|b| b.code == *code))
}

pub(super) fn closing(balances: &[Balance]) -> Option<&Balance> {
    ["CLBD", "ITBD"].iter().find_map(|code| balances.iter().rfind(|b| b.code == *code))
}

/// Whether an entry is on the account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EntryStatus {
    /// `BOOK`: booked.
    Booked,
    /// `PDNG`: announced, not booked; never to be booked by us.
    Pending,
    /// `INFO` or `FUTR`: for information.
    Information,
    /// The bank left it out. In a statement such entries are booked (a statement holds nothing else by its nature).
    Unstated,
    /// Something else; shown to a person.
    Other(String),
}

impl EntryStatus {
    /// Whether the entry changes the balance.
    #[must_use]
    pub fn is_booked(&self) -> bool {
        matches!(self, Self::Booked | Self::Unstated)
    }
}

/// What kind of transaction the bank says it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TransactionCode {
    /// Domain, such as `PMNT`.
    pub domain: Option<String>,
    /// Family, such as `RDDT`.
    pub family: Option<String>,
    /// Sub-family, such as `ESDD`.
    pub sub_family: Option<String>,
    /// The bank's own code.
    pub proprietary: Option<String>,
}

/// Which of our files an entry sums up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Message identifier of our file.
    pub message: Option<String>,
    /// Payment-information identifier in our file.
    pub payment_information: Option<String>,
    /// Number of transactions.
    pub count: Option<u64>,
}

/// One entry on the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number in its statement, from 1.
    pub number: u64,
    /// Amount without sign.
    pub amount: Amount,
    /// In or out.
    pub direction: Direction,
    /// Whether the bank calls it a reversal of an earlier entry.
    pub reversal: bool,
    /// On the account or not.
    pub status: EntryStatus,
    /// When booked.
    pub booked: Option<Stamp>,
    /// From when it counts for interest.
    pub value: Option<Stamp>,
    /// The bank's reference (`AcctSvcrRef`). Many banks leave it out or repeat it: never a key by itself.
    pub bank_reference: Option<String>,
    /// The bank's reference of the entry (`NtryRef`); often only a running number.
    pub entry_reference: Option<String>,
    /// What kind of transaction.
    pub code: TransactionCode,
    /// Which of our files it sums up.
    pub batches: Vec<Batch>,
    /// The transactions in it; empty when the bank gives none.
    pub transactions: Vec<Transaction>,
    /// What the bank adds in words.
    pub note: Option<Text>,
    /// What makes it the same entry when it comes again.
    pub fingerprint: Fingerprint,
    /// The same without its transactions and batches: equal where a camt.053 gives one sum and a camt.054 the
    /// transactions in it.
    pub head: Fingerprint,
}

impl Entry {
    /// Positive for money in, negative for money out.
    #[must_use]
    pub fn signed(&self) -> Amount {
        self.amount.signed(self.direction)
    }
}

/// One transaction inside an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// Its own amount without sign; that of the entry when it is the only one and the bank gives none.
    pub amount: Option<Amount>,
    /// What was instructed, when the bank gives it; differs from `amount` by charges or exchange.
    pub instructed: Option<Amount>,
    /// In or out; that of the entry unless the bank says otherwise.
    pub direction: Direction,
    /// End-to-end identifier; none where the bank writes that none was provided.
    pub end_to_end: Option<String>,
    /// Mandate reference.
    pub mandate: Option<String>,
    /// Instruction identifier.
    pub instruction: Option<String>,
    /// Message identifier of our file.
    pub message: Option<String>,
    /// Payment-information identifier in our file.
    pub payment_information: Option<String>,
    /// The bank's reference.
    pub bank_reference: Option<String>,
    /// The identifier it had between banks.
    pub transaction_id: Option<String>,
    /// Who pays in the original payment.
    pub debtor: Party,
    /// Who is paid in the original payment.
    pub creditor: Party,
    /// Free remittance text, lines joined by a space.
    pub remittance: Option<Text>,
    /// Structured creditor reference (BE structured communication, RF reference), as written.
    pub structured: Option<String>,
    /// Why it came back.
    pub reason: Option<ReasonCode>,
    /// What the bank adds in words, here or to the reason.
    pub note: Option<Text>,
    /// What makes it the same transaction when it comes again, also in the other kind of message.
    pub fingerprint: Fingerprint,
}

impl Transaction {
    /// The other side. The party that is not the account of the statement; by direction where accounts do not tell. A
    /// returned payment keeps the roles of the original, so a collection that comes back still names its debtor.
    #[must_use]
    pub fn counterparty(&self, own: &Account, reversal: bool) -> &Party {
        let is_own = |party: &Party| party.account.as_ref() == Some(own);
        let (debtor, creditor) = (&self.debtor, &self.creditor);
        let debtor_is_other = if is_own(creditor) && !is_own(debtor) {
            true
        } else if is_own(debtor) && !is_own(creditor) {
            false
        } else {
            (self.direction == Direction::Credit) != (reversal || self.reason.is_some())
        };
        match (debtor_is_other, debtor.is_empty(), creditor.is_empty()) {
            (true, false, _) | (false, _, true) => debtor,
            (false, _, false) | (true, true, _) => creditor,
        }
    }
}

/// A person or company in a transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Name.
    pub name: Option<Text>,
    /// Account.
    pub account: Option<Account>,
}

impl Party {
    fn is_empty(&self) -> bool {
        self.name.is_none() && self.account.is_none()
    }
}

/// What the reader found when a statement ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementEnd {
    /// Entries read.
    pub entries: u64,
    /// Transactions read inside them.
    pub transactions: u64,
    /// Sum of booked credits in the currency of the statement.
    pub credits: Amount,
    /// Sum of booked debits, without sign.
    pub debits: Amount,
    /// Balance before.
    pub opening: Option<Balance>,
    /// Balance after.
    pub closing: Option<Balance>,
    /// What is odd: the statement is kept and shown, and a person releases it.
    pub findings: Vec<Finding>,
    /// Findings beyond those kept in `findings`.
    pub more_findings: u64,
}

/// What comes out of a file, in its order: for each statement its header, its entries, its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementItem {
    /// A statement begins.
    Start(Box<StatementHeader>),
    /// One of its entries.
    Entry(Box<Entry>),
    /// It ends.
    End(Box<StatementEnd>),
}
