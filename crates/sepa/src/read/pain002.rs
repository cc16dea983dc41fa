//! Reads pain.002, one transaction at a time.

use super::camt::{read_account, read_message, text};
use super::camt_entry::{join, read_name, read_remittance};
use super::cursor::Cursor;
use super::error::{ReadError, ReadFault};
use super::kind::{self, Kind};
use super::limits::Limits;
use super::statement::Message;
use super::status::{
    BlockStatus, GroupStatus, Reason, StatusCode, StatusItem, StatusReport, TransactionStatus,
};
use super::tag::Tag;
use crate::reason::ReasonCode;
use std::io::Read;

/// Reads a status report from a stream, holding one transaction at a time: an iterator over [`StatusItem`].
///
/// **A file is refused whole**: act on nothing before the iterator has ended without an error. After an error it ends.
pub struct StatusReader<R> {
    cursor: Cursor<R>,
    message: Message,
    place: Place,
    saw_group: bool,
    blocks: u64,
    transactions: u64,
}

#[derive(Clone, Copy)]
enum Place {
    Message,
    /// Inside a block; the flag says that a transaction was opened ahead.
    Block(Pending),
    Done,
}

#[derive(Clone, Copy)]
enum Pending {
    Nothing,
    Transaction,
    Close,
}

impl<R: Read> StatusReader<R> {
    /// Reads the head of the report.
    ///
    /// # Errors
    /// What makes the file unreadable, the wrong kind or the wrong version.
    pub fn open(source: R, limits: Limits) -> Result<Self, ReadError> {
        let mut cursor = Cursor::open(source, limits)?;
        let kind = kind::open(&mut cursor, |kind| matches!(kind, Kind::PaymentStatus(_)))?;
        let message = read_message(&mut cursor, kind)?;
        Ok(Self { cursor, message, place: Place::Message, saw_group: false, blocks: 0, transactions: 0 })
    }

    /// The head of the report.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Reads the rest into memory.
    ///
    /// # Errors
    /// The first thing that makes the file unreadable.
    pub fn report(mut self) -> Result<StatusReport, ReadError> {
        let items = (&mut self).collect::<Result<_, _>>()?;
        Ok(StatusReport { message: self.message, items })
    }

    fn advance(&mut self) -> Result<Option<StatusItem>, ReadError> {
        loop {
            match std::mem::replace(&mut self.place, Place::Done) {
                Place::Done => return Ok(None),
                Place::Message => match self.cursor.child()? {
                    None => return self.finish(),
                    Some(Tag::OrgnlGrpInfAndSts) => {
                        if self.saw_group {
                            return Err(self.cursor.fail(ReadFault::Twice("OrgnlGrpInfAndSts")));
                        }
                        self.saw_group = true;
                        self.place = Place::Message;
                        return read_group(&mut self.cursor).map(|group| Some(StatusItem::Group(group)));
                    }
                    Some(Tag::OrgnlPmtInfAndSts) => return self.begin_block().map(Some),
                    Some(_) => {
                        self.cursor.skip()?;
                        self.place = Place::Message;
                    }
                },
                Place::Block(pending) => {
                    let tag = match pending {
                        Pending::Nothing => self.cursor.child()?,
                        Pending::Transaction => Some(Tag::TxInfAndSts),
                        Pending::Close => None,
                    };
                    match tag {
                        None => self.place = Place::Message,
                        Some(Tag::TxInfAndSts) => {
                            self.transactions += 1;
                            let limit = self.cursor.limits().entries;
                            if self.transactions > limit {
                                let what = "transactions";
                                return Err(self.cursor.fail(ReadFault::TooMany { what, limit }));
                            }
                            self.place = Place::Block(Pending::Nothing);
                            let status = read_transaction(&mut self.cursor)?;
                            return Ok(Some(StatusItem::Transaction(Box::new(status))));
                        }
                        Some(_) => {
                            self.cursor.skip()?;
                            self.place = Place::Block(Pending::Nothing);
                        }
                    }
                }
            }
        }
    }

    fn begin_block(&mut self) -> Result<StatusItem, ReadError> {
        self.blocks += 1;
        let limit = self.cursor.limits().statements;
        if self.blocks > limit {
            return Err(self.cursor.fail(ReadFault::TooMany { what: "payment-information blocks", limit }));
        }
        let mut parts = Parts::default();
        let pending = loop {
            match self.cursor.child()? {
                None => break Pending::Close,
                Some(Tag::TxInfAndSts) => break Pending::Transaction,
                Some(tag) => parts.read(&mut self.cursor, tag)?,
            }
        };
        self.place = Place::Block(pending);
        Ok(StatusItem::Block(BlockStatus {
            payment_information: self.cursor.need(parts.id, "OrgnlPmtInfId")?,
            count: parts.count,
            sum: parts.sum,
            status: parts.status,
            reasons: parts.reasons,
        }))
    }

    fn finish(&mut self) -> Result<Option<StatusItem>, ReadError> {
        if !self.saw_group {
            return Err(self.cursor.fail(ReadFault::Missing("OrgnlGrpInfAndSts")));
        }
        while self.cursor.child()?.is_some() {
            self.cursor.skip()?;
        }
        self.cursor.finish()?;
        Ok(None)
    }
}

impl<R: Read> Iterator for StatusReader<R> {
    type Item = Result<StatusItem, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.advance();
        if item.is_err() {
            self.place = Place::Done;
        }
        item.transpose()
    }
}

/// What file and block have in common.
#[derive(Default)]
struct Parts {
    id: Option<String>,
    message_name: Option<String>,
    count: Option<u64>,
    sum: Option<i128>,
    status: Option<StatusCode>,
    reasons: Vec<Reason>,
}

impl Parts {
    fn read<R: Read>(&mut self, c: &mut Cursor<R>, tag: Tag) -> Result<(), ReadError> {
        match tag {
            Tag::OrgnlMsgId | Tag::OrgnlPmtInfId => {
                let text = c.some_text()?;
                let text = c.need(text, "the identifier of our file or block")?;
                c.once(&mut self.id, text, tag.name())?;
            }
            Tag::OrgnlMsgNmId => self.message_name = c.some_text()?,
            Tag::OrgnlNbOfTxs => self.count = Some(c.number()?),
            Tag::OrgnlCtrlSum => self.sum = Some(c.decimal()?),
            Tag::GrpSts | Tag::PmtInfSts => {
                if let Some(code) = c.some_text()? {
                    c.once(&mut self.status, StatusCode(code), tag.name())?;
                }
            }
            Tag::StsRsnInf => {
                let reason = read_reason(c)?;
                c.push(&mut self.reasons, reason, "reasons")?;
            }
            _ => c.skip()?,
        }
        Ok(())
    }
}

fn read_group<R: Read>(cursor: &mut Cursor<R>) -> Result<GroupStatus, ReadError> {
    let mut parts = Parts::default();
    cursor.children(|c, tag| parts.read(c, tag))?;
    Ok(GroupStatus {
        message: cursor.need(parts.id, "OrgnlMsgId")?,
        message_name: parts.message_name,
        count: parts.count,
        sum: parts.sum,
        status: parts.status,
        reasons: parts.reasons,
    })
}

fn read_reason<R: Read>(cursor: &mut Cursor<R>) -> Result<Reason, ReadError> {
    let (mut code, mut words) = (None, None);
    cursor.children(|c, tag| match tag {
        Tag::Rsn => {
            code = c.code_choice()?.map(|code| ReasonCode::new(&code));
            Ok(())
        }
        Tag::AddtlInf => {
            let line = c.some_text()?;
            join(c, &mut words, line)
        }
        _ => c.skip(),
    })?;
    Ok(Reason { code, text: text(words) })
}

fn read_transaction<R: Read>(cursor: &mut Cursor<R>) -> Result<TransactionStatus, ReadError> {
    let mut status = TransactionStatus::default();
    cursor.children(|c, tag| {
        match tag {
            Tag::StsId => status.id = c.reference()?,
            Tag::OrgnlInstrId => status.instruction = c.reference()?,
            Tag::OrgnlEndToEndId => status.end_to_end = c.reference()?,
            Tag::TxSts => {
                if let Some(code) = c.some_text()? {
                    c.once(&mut status.status, StatusCode(code), "TxSts")?;
                }
            }
            Tag::StsRsnInf => {
                let reason = read_reason(c)?;
                c.push(&mut status.reasons, reason, "reasons")?;
            }
            Tag::AcctSvcrRef => status.bank_reference = c.reference()?,
            Tag::OrgnlTxRef => read_original(c, &mut status)?,
            _ => c.skip()?,
        }
        Ok(())
    })?;
    Ok(status)
}

/// The original transaction as the bank repeats it.
fn read_original<R: Read>(cursor: &mut Cursor<R>, status: &mut TransactionStatus) -> Result<(), ReadError> {
    cursor.children(|c, tag| {
        match tag {
            Tag::Amt => c.children(|c, tag| match tag {
                Tag::InstdAmt => {
                    let found = c.amount()?;
                    c.once(&mut status.amount, found, "InstdAmt")
                }
                _ => c.skip(),
            })?,
            Tag::ReqdColltnDt => status.collection_date = Some(c.date()?),
            Tag::MndtRltdInf => c.children(|c, tag| {
                match tag {
                    Tag::MndtId => status.mandate = c.reference()?,
                    _ => c.skip()?,
                }
                Ok(())
            })?,
            Tag::RmtInf => {
                let (mut words, mut structured) = (None, None);
                read_remittance(c, &mut words, &mut structured)?;
                status.remittance = text(words);
            }
            Tag::Dbtr => status.debtor.name = text(read_name(c)?),
            Tag::Cdtr => status.creditor.name = text(read_name(c)?),
            Tag::DbtrAcct => status.debtor.account = read_account(c)?.0,
            Tag::CdtrAcct => status.creditor.account = read_account(c)?.0,
            _ => c.skip()?,
        }
        Ok(())
    })
}
