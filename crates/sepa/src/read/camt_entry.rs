//! Reads one entry (`Ntry`) and the transactions in it.

use super::camt::{read_account, text};
use super::cursor::Cursor;
use super::error::{ReadError, ReadFault};
use super::fingerprint::Fingerprint;
use super::statement::{Batch, Entry, EntryStatus, Party, Transaction, TransactionCode};
use super::tag::Tag;
use crate::amount::{Amount, Direction};
use crate::reason::ReasonCode;
use std::io::Read;

/// Reads the entry that was just opened. Number and fingerprints are the caller's to fill.
pub(super) fn read<R: Read>(cursor: &mut Cursor<R>) -> Result<Entry, ReadError> {
    let (mut amount, mut direction) = (None, None);
    let mut entry = Entry {
        number: 0,
        amount: Amount::zero(crate::Currency::EUR),
        direction: Direction::Credit,
        reversal: false,
        status: EntryStatus::Unstated,
        booked: None,
        value: None,
        bank_reference: None,
        entry_reference: None,
        code: TransactionCode::default(),
        batches: Vec::new(),
        transactions: Vec::new(),
        note: None,
        fingerprint: Fingerprint::default(),
        head: Fingerprint::default(),
    };
    let mut details = Vec::new();
    cursor.children(|c, tag| {
        match tag {
            Tag::Amt => {
                let found = c.amount()?;
                c.once(&mut amount, found, "Amt")?;
            }
            Tag::CdtDbtInd => {
                let found = c.direction()?;
                c.once(&mut direction, found, "CdtDbtInd")?;
            }
            Tag::RvslInd => entry.reversal = c.flag()?,
            Tag::Sts => entry.status = read_status(c)?,
            Tag::BookgDt => entry.booked = c.stamp_choice()?,
            Tag::ValDt => entry.value = c.stamp_choice()?,
            Tag::AcctSvcrRef => entry.bank_reference = c.reference()?,
            Tag::NtryRef => entry.entry_reference = c.reference()?,
            Tag::BkTxCd => entry.code = read_code(c)?,
            Tag::NtryDtls => read_details(c, &mut entry.batches, &mut details)?,
            Tag::AddtlNtryInf => entry.note = text(c.some_text()?),
            _ => c.skip()?,
        }
        Ok(())
    })?;
    entry.amount = cursor.need(amount, "Ntry/Amt")?;
    entry.direction = cursor.need(direction, "Ntry/CdtDbtInd")?;
    let only = details.len() == 1;
    entry.transactions = details
        .into_iter()
        .map(|parts| parts.finish(entry.direction, only.then_some(entry.amount)))
        .collect();
    Ok(entry)
}

/// `<Sts>BOOK</Sts>` until version 04, `<Sts><Cd>BOOK</Cd></Sts>` from 08 on.
fn read_status<R: Read>(c: &mut Cursor<R>) -> Result<EntryStatus, ReadError> {
    let code = c.text_or_code()?;
    Ok(match code.as_deref() {
        None => EntryStatus::Unstated,
        Some("BOOK") => EntryStatus::Booked,
        Some("PDNG") => EntryStatus::Pending,
        Some("INFO" | "FUTR") => EntryStatus::Information,
        Some(other) => EntryStatus::Other(other.to_owned()),
    })
}

fn read_code<R: Read>(cursor: &mut Cursor<R>) -> Result<TransactionCode, ReadError> {
    let mut code = TransactionCode::default();
    cursor.children(|c, tag| match tag {
        Tag::Domn => c.children(|c, tag| match tag {
            Tag::Cd => {
                code.domain = c.some_text()?;
                Ok(())
            }
            Tag::Fmly => c.children(|c, tag| {
                match tag {
                    Tag::Cd => code.family = c.some_text()?,
                    Tag::SubFmlyCd => code.sub_family = c.some_text()?,
                    _ => c.skip()?,
                }
                Ok(())
            }),
            _ => c.skip(),
        }),
        Tag::Prtry => {
            code.proprietary = c.code_choice()?;
            Ok(())
        }
        _ => c.skip(),
    })?;
    Ok(code)
}

fn read_details<R: Read>(
    cursor: &mut Cursor<R>,
    batches: &mut Vec<Batch>,
    transactions: &mut Vec<Parts>,
) -> Result<(), ReadError> {
    cursor.children(|c, tag| match tag {
        Tag::Btch => {
            let mut batch = Batch::default();
            c.children(|c, tag| {
                match tag {
                    Tag::MsgId => batch.message = c.reference()?,
                    Tag::PmtInfId => batch.payment_information = c.reference()?,
                    Tag::NbOfTxs => batch.count = Some(c.number()?),
                    _ => c.skip()?,
                }
                Ok(())
            })?;
            c.push(batches, batch, "batches")
        }
        Tag::TxDtls => {
            let limit = c.limits().transactions_per_entry;
            if transactions.len() >= limit {
                let what = "transactions in one entry";
                return Err(c.fail(ReadFault::TooMany { what, limit: limit as u64 }));
            }
            let parts = read_transaction(c)?;
            transactions.push(parts);
            Ok(())
        }
        _ => c.skip(),
    })
}

/// A transaction before the entry around it is known.
#[derive(Default)]
struct Parts {
    own: Option<Amount>,
    transaction: Option<Amount>,
    instructed: Option<Amount>,
    direction: Option<Direction>,
    end_to_end: Option<String>,
    mandate: Option<String>,
    instruction: Option<String>,
    message: Option<String>,
    payment_information: Option<String>,
    bank_reference: Option<String>,
    transaction_id: Option<String>,
    debtor: Party,
    creditor: Party,
    remittance: Option<String>,
    structured: Option<String>,
    reason: Option<ReasonCode>,
    note: Option<String>,
}

impl Parts {
    fn finish(self, direction: Direction, entry_amount: Option<Amount>) -> Transaction {
        Transaction {
            amount: self.own.or(self.transaction).or(entry_amount),
            instructed: self.instructed,
            direction: self.direction.unwrap_or(direction),
            end_to_end: self.end_to_end,
            mandate: self.mandate,
            instruction: self.instruction,
            message: self.message,
            payment_information: self.payment_information,
            bank_reference: self.bank_reference,
            transaction_id: self.transaction_id,
            debtor: self.debtor,
            creditor: self.creditor,
            remittance: text(self.remittance),
            structured: self.structured,
            reason: self.reason,
            note: text(self.note),
            fingerprint: Fingerprint::default(),
        }
    }
}

fn read_transaction<R: Read>(cursor: &mut Cursor<R>) -> Result<Parts, ReadError> {
    let mut parts = Parts::default();
    cursor.children(|c, tag| {
        match tag {
            Tag::Refs => read_references(c, &mut parts)?,
            Tag::Amt => {
                let found = c.amount()?;
                c.once(&mut parts.own, found, "Amt")?;
            }
            Tag::AmtDtls => read_amounts(c, &mut parts)?,
            Tag::CdtDbtInd => parts.direction = Some(c.direction()?),
            Tag::RltdPties => read_parties(c, &mut parts.debtor, &mut parts.creditor)?,
            Tag::RmtInf => read_remittance(c, &mut parts.remittance, &mut parts.structured)?,
            Tag::RtrInf => read_return(c, &mut parts)?,
            Tag::AddtlTxInf => {
                let found = c.some_text()?;
                join(c, &mut parts.note, found)?;
            }
            _ => c.skip()?,
        }
        Ok(())
    })?;
    Ok(parts)
}

fn read_references<R: Read>(cursor: &mut Cursor<R>, parts: &mut Parts) -> Result<(), ReadError> {
    cursor.children(|c, tag| {
        match tag {
            Tag::MsgId => parts.message = c.reference()?,
            Tag::AcctSvcrRef => parts.bank_reference = c.reference()?,
            Tag::PmtInfId => parts.payment_information = c.reference()?,
            Tag::InstrId => parts.instruction = c.reference()?,
            Tag::EndToEndId => parts.end_to_end = c.reference()?,
            Tag::TxId => parts.transaction_id = c.reference()?,
            Tag::MndtId => parts.mandate = c.reference()?,
            _ => c.skip()?,
        }
        Ok(())
    })
}

/// `TxAmt/Amt` and `InstdAmt/Amt`.
fn read_amounts<R: Read>(cursor: &mut Cursor<R>, parts: &mut Parts) -> Result<(), ReadError> {
    cursor.children(|c, tag| {
        let slot = match tag {
            Tag::TxAmt => &mut parts.transaction,
            Tag::InstdAmt => &mut parts.instructed,
            _ => return c.skip(),
        };
        c.children(|c, tag| match tag {
            Tag::Amt => {
                let found = c.amount()?;
                c.once(slot, found, "Amt")
            }
            _ => c.skip(),
        })
    })
}

pub(super) fn read_parties<R: Read>(
    cursor: &mut Cursor<R>,
    debtor: &mut Party,
    creditor: &mut Party,
) -> Result<(), ReadError> {
    cursor.children(|c, tag| {
        match tag {
            Tag::Dbtr => debtor.name = text(read_name(c)?),
            Tag::Cdtr => creditor.name = text(read_name(c)?),
            Tag::DbtrAcct => debtor.account = read_account(c)?.0,
            Tag::CdtrAcct => creditor.account = read_account(c)?.0,
            _ => c.skip()?,
        }
        Ok(())
    })
}

/// `Nm` until version 04, `Pty/Nm` from 08 on.
pub(super) fn read_name<R: Read>(cursor: &mut Cursor<R>) -> Result<Option<String>, ReadError> {
    let mut name = None;
    cursor.children(|c, tag| {
        match tag {
            Tag::Nm => name = c.some_text()?,
            Tag::Pty => name = read_name(c)?,
            _ => c.skip()?,
        }
        Ok(())
    })?;
    Ok(name)
}

pub(super) fn read_remittance<R: Read>(
    cursor: &mut Cursor<R>,
    remittance: &mut Option<String>,
    structured: &mut Option<String>,
) -> Result<(), ReadError> {
    cursor.children(|c, tag| match tag {
        Tag::Ustrd => {
            let found = c.some_text()?.filter(|text| text != "NOTPROVIDED");
            join(c, remittance, found)
        }
        Tag::Strd => c.children(|c, tag| match tag {
            Tag::CdtrRefInf => c.children(|c, tag| {
                match tag {
                    Tag::Ref if structured.is_none() => *structured = c.reference()?,
                    _ => c.skip()?,
                }
                Ok(())
            }),
            _ => c.skip(),
        }),
        _ => c.skip(),
    })
}

fn read_return<R: Read>(cursor: &mut Cursor<R>, parts: &mut Parts) -> Result<(), ReadError> {
    cursor.children(|c, tag| match tag {
        Tag::Rsn => {
            parts.reason = c.code_choice()?.map(|code| ReasonCode::new(&code));
            Ok(())
        }
        Tag::AddtlInf => {
            let found = c.some_text()?;
            join(c, &mut parts.note, found)
        }
        _ => c.skip(),
    })
}

/// Adds a line, with a space before it.
pub(super) fn join<R: Read>(
    c: &Cursor<R>,
    to: &mut Option<String>,
    line: Option<String>,
) -> Result<(), ReadError> {
    let Some(line) = line else { return Ok(()) };
    match to {
        None => *to = Some(line),
        Some(text) => {
            text.push(' ');
            text.push_str(&line);
            let limit = c.limits().text_bytes;
            if text.len() > limit {
                return Err(c.fail(ReadFault::TextTooLong { limit }));
            }
        }
    }
    Ok(())
}
