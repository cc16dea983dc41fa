//! The amounts in an entry of a statement, and what their text names.

use kernel::{ClaimNumber, Date, Iban, Instant, Money, PolicyNumber, StructuredReference};
use party::Payee;
use sepa::{Direction, ReasonCode, read::Entry};
use serde::{Deserialize, Serialize};

use super::sheet::Sheet;

/// One amount to be booked: a transaction of an entry, or an entry without transactions.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) key: String,
    /// Content of the entry it is in without its transactions: equal in a statement and a notification of it.
    pub(super) head: String,
    /// The entry it is in.
    pub(super) entry: String,
    /// Whether it is an entry of which the bank names no transactions.
    pub(super) is_bare: bool,
    /// Signed: positive when credited to us.
    pub(super) amount: Money,
    pub(super) booked: Date,
    /// When it counts: the instant the bank gives, else 00:00 of its date (AMB-16).
    pub(super) credited: Instant,
    pub(super) end_to_end: Option<String>,
    pub(super) message: Option<String>,
    pub(super) block: Option<String>,
    pub(super) reason: Option<ReasonCode>,
    pub(super) reversal: bool,
    pub(super) payer: Option<Payer>,
    pub(super) text: Option<String>,
    /// What the bank books for itself.
    pub(super) own: Option<BankOwn>,
}

/// What a bank books for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BankOwn {
    /// What its services cost.
    Charges,
    /// Interest, also where we owe it.
    Interest,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Payer {
    pub(super) name: Option<String>,
    pub(super) iban: Option<Iban>,
}

impl Item {
    /// Whether it brings money, and not what came back of an order of ours.
    pub(super) fn is_payment_in(&self) -> bool {
        self.amount > Money::ZERO && !self.comes_back()
    }

    pub(super) fn comes_back(&self) -> bool {
        self.reversal || self.reason.is_some()
    }
}

/// What is sealed of an entry in suspense, for the person who decides.
#[derive(Clone, Serialize, Deserialize)]
pub struct Details {
    /// When it counts.
    pub credited: Instant,
    /// Who paid or was paid.
    pub name: Option<String>,
    /// From or to which account.
    pub iban: Option<Iban>,
    /// What it says.
    pub text: Option<String>,
    /// Its end-to-end id.
    pub end_to_end: Option<String>,
    /// The bank's reason code, if something came back.
    pub reason: Option<String>,
}

impl Details {
    /// Who sent it, when it can go back there; nobody where something came back to us.
    pub fn payer(self) -> Option<Payee> {
        let name = self.name.filter(|name| !name.trim().is_empty())?;
        Some(Payee { name, iban: self.iban? }).filter(|_| self.reason.is_none())
    }
}

impl std::fmt::Debug for Details {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Details(sealed)")
    }
}

/// The amounts in an entry: its transactions where they are all there and add up to it, else the entry as one.
pub(super) fn items(sheet: &Sheet, entry: &Entry) -> Vec<Item> {
    let stamp = entry.booked.or(entry.value);
    // A bank may write its instants in UTC: what counts is the day it is here.
    let here = |instant| kernel::local_date(instant, sheet.country);
    let booked = stamp.map_or(sheet.to, |stamp| stamp.instant.map_or(stamp.date, here)).min(sheet.to);
    let start = kernel::start_of_day(booked, sheet.country);
    let credited = stamp.and_then(|stamp| stamp.instant).unwrap_or(start);
    // Never after the day it is booked on: a clock that is wrong must not take cover away or give it.
    let credited = if here(credited) > booked { start } else { credited };
    // What cannot be booked in cents of a euro is left out of a file that a person released all the same.
    let Some(total) = entry.signed().euro().filter(|_| entry.amount.hundred_thousandths() >= 0) else {
        return Vec::new();
    };
    let amounts: Option<Vec<Money>> = entry
        .transactions
        .iter()
        .map(|transaction| transaction.amount.and_then(|amount| amount.signed(transaction.direction).euro()))
        .collect();
    let amounts =
        amounts.filter(|amounts| !amounts.is_empty() && amounts.iter().copied().sum::<Money>() == total);
    let batch = entry.batches.first();
    let mut whole = Item {
        key: entry.fingerprint.to_string(),
        head: format!("{:032x}", entry.head.content),
        entry: entry.fingerprint.to_string(),
        is_bare: entry.transactions.is_empty(),
        amount: total,
        booked,
        credited,
        end_to_end: None,
        message: batch.and_then(|batch| batch.message.clone()),
        block: batch.and_then(|batch| batch.payment_information.clone()),
        reason: None,
        reversal: entry.reversal,
        payer: None,
        text: entry.note.as_ref().map(|note| note.as_str().to_owned()),
        own: bank_own(entry),
    };
    let Some(amounts) = amounts else {
        if let Some(first) = entry.transactions.first() {
            whole.reason.clone_from(&first.reason);
        }
        return vec![whole];
    };
    entry
        .transactions
        .iter()
        .zip(amounts)
        .map(|(transaction, amount)| {
            let other = transaction.counterparty(&sheet.account, entry.reversal);
            let text = [&transaction.remittance, &transaction.note];
            let mut words: Vec<&str> = text.into_iter().flatten().map(sepa::read::Text::as_str).collect();
            words.extend(transaction.structured.as_deref());
            Item {
                key: transaction.fingerprint.to_string(),
                amount,
                end_to_end: transaction.end_to_end.clone(),
                message: transaction.message.clone().or_else(|| whole.message.clone()),
                block: transaction.payment_information.clone().or_else(|| whole.block.clone()),
                reason: transaction.reason.clone(),
                reversal: entry.reversal || is_backwards(entry.direction, transaction.direction),
                payer: Some(Payer {
                    name: other.name.as_ref().map(|name| name.as_str().to_owned()),
                    iban: other.account.as_ref().and_then(|account| account.iban().cloned()),
                }),
                text: (!words.is_empty()).then(|| words.join(" ")).or_else(|| whole.text.clone()),
                ..whole.clone()
            }
        })
        .collect()
}

/// Recognised by the code of the bank transaction (ISO 20022 external list), and only where nobody else is named.
fn bank_own(entry: &Entry) -> Option<BankOwn> {
    let is_named = entry.transactions.iter().any(|t| {
        let (debtor, creditor) = (&t.debtor, &t.creditor);
        debtor.name.is_some() && creditor.name.is_some() || t.end_to_end.is_some()
    });
    if is_named || entry.reversal {
        return None;
    }
    match entry.code.sub_family.as_deref()? {
        "CHRG" | "COMM" | "FEES" | "COME" | "COMI" | "COMT" if entry.direction == Direction::Debit => {
            Some(BankOwn::Charges)
        }
        "INTR" => Some(BankOwn::Interest),
        _ => None,
    }
}

/// A transaction that goes the other way than its entry came back inside it.
fn is_backwards(entry: Direction, transaction: Direction) -> bool {
    entry != transaction
}

/// Which of our files, and which block of it, an entry sums up: message identifier, block number.
pub(super) fn lump(item: &Item) -> Option<(String, Option<i64>)> {
    if item.end_to_end.is_some() || item.comes_back() {
        return None;
    }
    match &item.block {
        Some(block) => {
            let (message, number) = block.rsplit_once('-')?;
            Some((message.to_owned(), Some(number.parse().ok()?)))
        }
        None => Some((item.message.clone()?, None)),
    }
}

pub(super) fn details_of(item: &Item) -> Details {
    let payer = item.payer.clone().unwrap_or_default();
    Details {
        credited: item.credited,
        name: payer.name,
        iban: payer.iban,
        text: item.text.clone(),
        end_to_end: item.end_to_end.clone(),
        reason: item.reason.as_ref().map(ToString::to_string),
    }
}

/// The policy numbers that an item's text names.
pub(super) fn named(item: &Item) -> Vec<PolicyNumber> {
    let mut found = Vec::new();
    for text in [&item.text, &item.end_to_end].into_iter().flatten() {
        found.extend(policy_numbers(text));
        found.extend(structured_references(text));
    }
    found
}

/// The policies that Belgian structured communications in a text lead to: twelve digits in a row, whatever plus signs, stars,
/// slashes, points and spaces stand between them (LAW-SEPA-14).
fn structured_references(text: &str) -> Vec<PolicyNumber> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '*' | '/' | '.' | ' ');
    text.split(|c| !is_part(c))
        .filter_map(|run| StructuredReference::parse(run).ok())
        .map(|reference| PolicyNumber::from_structured(&reference))
        .collect()
}

/// The claim numbers that an item's text names.
pub(super) fn named_claims(item: &Item) -> Vec<ClaimNumber> {
    let texts = [&item.text, &item.end_to_end].into_iter().flatten();
    let found = texts.flat_map(|text| numbered(ClaimNumber::PREFIX, text));
    found.filter_map(|number| ClaimNumber::parse(&number).ok()).collect()
}

/// Policy numbers in free text, however they are spaced or dashed; each once, in the order they stand. A number whose check
/// digits do not fit is none.
fn policy_numbers(text: &str) -> Vec<PolicyNumber> {
    let mut found: Vec<PolicyNumber> = Vec::new();
    for number in numbered(PolicyNumber::PREFIX, text).iter().filter_map(|n| PolicyNumber::parse(n).ok()) {
        if !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

/// Whatever stands like a number after a prefix.
fn numbered(prefix: &str, text: &str) -> Vec<String> {
    const DIGITS: usize = 12;
    let text = text.to_ascii_uppercase();
    let read = |(at, _): (usize, &str)| {
        let mut digits = String::with_capacity(DIGITS);
        for c in text[at + prefix.len()..].chars() {
            match c {
                '0'..='9' if digits.len() < DIGITS => digits.push(c),
                ' ' | '-' | '.' | '/' | ':' | '–' if digits.len() < DIGITS => {}
                _ => break,
            }
        }
        format!("{prefix}{digits}")
    };
    text.match_indices(prefix).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = policy_numbers(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn policy_numbers_in_free_text() {
        let one = PolicyNumber::from_entropy(7);
        let two = PolicyNumber::from_entropy(8);
        let (one, two) = (one.as_str(), two.as_str());
        check("", &[]);
        check("thanks", &[]);
        check(one, &[one]);
        check(&format!("Premie {} maart", one.replace('-', " ")), &[one]);
        check(&format!("premie:{}", one.replace('-', "").to_lowercase()), &[one]);
        check(&format!("{one}/{one} HP"), &[one]);
        check(&format!("{one} en {two}"), &[one, two]);
        check(&format!("/REMI/{one}12"), &[one]);
        check(&one.replace("HP", "HC"), &[]);
        check("HP-0000-0000-0000", &[]);
    }

    #[test]
    fn law_sepa_14_structured_communications_lead_to_their_policy() {
        let number = PolicyNumber::from_entropy(7);
        let reference = number.structured();
        let wrong = StructuredReference::from_number(reference.number()).unwrap().as_str().replace('0', "1");
        for (text, found) in [
            (reference.to_string(), 1),
            (reference.as_str().to_owned(), 1),
            (format!("premie {reference} dank u"), 1),
            (format!("***{}***", reference.as_str()), 1),
            (format!("{}1", reference.as_str()), 0),
            (wrong, 0),
        ] {
            let numbers = structured_references(&text);
            assert_eq!(numbers.len(), found, "{text}");
            assert!(numbers.iter().all(|n| *n == number), "{text}");
        }
    }
}
