//! What makes an entry the same entry when it comes again.
//!
//! Banks leave out their reference, repeat it, number entries per file, and send a day twice. So an entry is known by what
//! it says, whatever its place in the file, and by how many equal ones came before it in the same statement.

use super::statement::{Account, Entry, Transaction};
use crate::amount::Amount;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::{BuildHasherDefault, Hasher};

/// A secret of the administration that goes into every fingerprint, so that nobody can find out a payment by trying.
/// Must stay the same for as long as entries are to be recognised. All zeros (the default) gives a plain hash.
#[derive(Clone, Default)]
pub struct FingerprintKey(pub [u8; 32]);

impl fmt::Debug for FingerprintKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FingerprintKey(…)")
    }
}

/// Content and ordinal of an entry or transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint {
    /// Keyed hash of account and content. Equal for the same entry in another version of the message or another statement.
    pub content: u128,
    /// How many of equal content came before it in the statement.
    pub ordinal: u32,
}

impl Fingerprint {
    /// A key that names this entry within its account and statement: book it once per key.
    #[must_use]
    pub fn within(&self, statement_id: &str) -> String {
        format!("{statement_id}:{self}")
    }
}

impl fmt::Display for Fingerprint {
    /// 32 hexadecimal digits, a hyphen, the ordinal: the key across statements (overlaps, camt.053 beside camt.054).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}-{}", self.content, self.ordinal)
    }
}

/// Counts equal content within one statement. Nearly all content is there once, so that costs nine bytes an entry.
#[derive(Debug, Default)]
pub(super) struct Ordinals {
    seen: HashSet<u64, BuildHasherDefault<AsIs>>,
    repeated: HashMap<u64, u32>,
}

/// The keys are half a SHA-256 already: nothing is gained by hashing them again.
#[derive(Debug, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
}

impl Ordinals {
    pub(super) fn next(&mut self, content: u128) -> Fingerprint {
        // Half of the hash will do to count; two that meet by chance get different ordinals, always the same ones.
        let half = content as u64;
        let ordinal = if self.seen.insert(half) {
            0
        } else {
            let count = self.repeated.entry(half).or_default();
            *count += 1;
            *count
        };
        Fingerprint { content, ordinal }
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

/// Content of an entry: what the bank says of it except its status words, notes, names and numbers in the file. First
/// with, then without its transactions and batches.
pub(super) fn of_entry(key: &FingerprintKey, account: &Account, entry: &Entry) -> (u128, u128) {
    let mut hash = Content::new(key, b"entry", account);
    hash.amount(Some(&entry.signed()));
    hash.text(entry.booked.map(|s| s.date.to_string()).as_deref());
    hash.text(entry.value.map(|s| s.date.to_string()).as_deref());
    hash.text(Some(if entry.status.is_booked() { "booked" } else { "other" }));
    hash.text(Some(if entry.reversal { "reversal" } else { "" }));
    hash.text(entry.bank_reference.as_deref());
    for part in [&entry.code.domain, &entry.code.family, &entry.code.sub_family, &entry.code.proprietary] {
        hash.text(part.as_deref());
    }
    let head = Content(hash.0.clone()).finish();
    for batch in &entry.batches {
        hash.text(batch.message.as_deref());
        hash.text(batch.payment_information.as_deref());
    }
    for transaction in &entry.transactions {
        hash.transaction(transaction);
    }
    (hash.finish(), head)
}

/// Content of a transaction: its amount, direction, day of booking, references, accounts, remittance and reason.
pub(super) fn of_transaction(key: &FingerprintKey, account: &Account, day: &str, of: &Transaction) -> u128 {
    let mut hash = Content::new(key, b"transaction", account);
    hash.text(Some(day));
    hash.transaction(of);
    hash.finish()
}

/// Feeds fields to the hash so that no two different lists of fields give the same bytes.
struct Content(Sha256);

impl Content {
    fn new(key: &FingerprintKey, what: &[u8], account: &Account) -> Self {
        let mut content = Self(Sha256::new_with_prefix(key.0));
        content.0.update(what);
        content.text(Some(account.as_str()));
        content
    }

    fn text(&mut self, text: Option<&str>) {
        match text {
            None => self.0.update([0]),
            Some(text) => {
                self.0.update([1]);
                self.0.update((text.len() as u64).to_le_bytes());
                self.0.update(text.as_bytes());
            }
        }
    }

    fn amount(&mut self, amount: Option<&Amount>) {
        match amount {
            None => self.0.update([0]),
            Some(amount) => {
                self.0.update([1]);
                self.0.update(amount.hundred_thousandths().to_le_bytes());
                self.0.update(amount.currency().as_str().as_bytes());
            }
        }
    }

    fn transaction(&mut self, of: &Transaction) {
        self.amount(of.amount.map(|a| a.signed(of.direction)).as_ref());
        for field in [&of.end_to_end, &of.mandate, &of.transaction_id, &of.structured] {
            self.text(field.as_deref());
        }
        for party in [&of.debtor, &of.creditor] {
            self.text(party.account.as_ref().map(Account::as_str));
        }
        self.text(of.remittance.as_deref());
        self.text(of.reason.as_ref().map(crate::ReasonCode::as_str));
    }

    fn finish(self) -> u128 {
        let hash = self.0.finalize();
        u128::from_be_bytes(hash[..16].try_into().expect("SHA-256 gives 32 bytes"))
    }
}
