//! Reads camt.053 and camt.054, one entry at a time.

use super::camt_entry;
use super::cursor::Cursor;
use super::error::{ReadError, ReadFault};
use super::finding::Tally;
use super::fingerprint::{self, FingerprintKey, Ordinals};
use super::kind::{self, Kind};
use super::limits::Limits;
use super::statement::{
    Account, Balance, Entry, Message, Page, StatementEnd, StatementHeader, StatementItem, Text,
};
use super::tag::Tag;
use crate::amount::{Currency, Direction};
use kernel::Iban;
use std::io::Read;

/// How to read a file.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// What it may hold.
    pub limits: Limits,
    /// The accounts it may be about; a statement about another refuses the file. Empty: any account.
    pub accounts: Vec<Iban>,
    /// The secret in the fingerprints.
    pub key: FingerprintKey,
}

/// Reads statements from a stream, holding one entry at a time.
///
/// An iterator over [`StatementItem`]. **A file is refused whole**: book nothing before the iterator has ended without an
/// error (one transaction around it all, or [`survey`] first). After an error it ends.
pub struct StatementReader<R> {
    cursor: Cursor<R>,
    message: Message,
    accounts: Vec<Iban>,
    key: FingerprintKey,
    place: Place,
    statements: u64,
    entries: u64,
    entry_ordinals: Ordinals,
    head_ordinals: Ordinals,
    transaction_ordinals: Ordinals,
}

/// Where in the file the reader stands.
enum Place {
    Message,
    Statement { open: Box<OpenStatement>, pending: Pending },
    Done,
}

struct OpenStatement {
    account: Account,
    tally: Tally,
}

/// What was read ahead of the entry loop.
#[derive(PartialEq, Eq)]
enum Pending {
    Nothing,
    Entry,
    Close,
}

impl<R: Read> StatementReader<R> {
    /// Reads the head of the file and stands before its first statement.
    ///
    /// # Errors
    /// What makes the file unreadable, the wrong kind or the wrong version.
    pub fn open(source: R, options: ReadOptions) -> Result<Self, ReadError> {
        let mut cursor = Cursor::open(source, options.limits)?;
        let kind = kind::open(&mut cursor, |k| matches!(k, Kind::Statement(_) | Kind::Notification(_)))?;
        let message = read_message(&mut cursor, kind)?;
        Ok(Self {
            cursor,
            message,
            accounts: options.accounts,
            key: options.key,
            place: Place::Message,
            statements: 0,
            entries: 0,
            entry_ordinals: Ordinals::default(),
            head_ordinals: Ordinals::default(),
            transaction_ordinals: Ordinals::default(),
        })
    }

    /// The head of the file.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    fn advance(&mut self) -> Result<Option<StatementItem>, ReadError> {
        match std::mem::replace(&mut self.place, Place::Done) {
            Place::Done => Ok(None),
            Place::Message => self.next_statement(),
            Place::Statement { open, pending } => self.next_entry(open, pending).map(Some),
        }
    }

    fn next_statement(&mut self) -> Result<Option<StatementItem>, ReadError> {
        let wanted = match self.message.kind {
            Kind::Notification(_) => Tag::Ntfctn,
            Kind::Statement(_) | Kind::PaymentStatus(_) => Tag::Stmt,
        };
        while let Some(tag) = self.cursor.child()? {
            if tag != wanted {
                self.cursor.skip()?;
                continue;
            }
            self.statements += 1;
            let limit = self.cursor.limits().statements;
            if self.statements > limit {
                return Err(self.cursor.fail(ReadFault::TooMany { what: "statements", limit }));
            }
            return self.begin_statement().map(Some);
        }
        if self.statements == 0 {
            return Err(self.cursor.fail(ReadFault::Missing(wanted.name())));
        }
        // Out of the message, out of the document, to the end of the file.
        while self.cursor.child()?.is_some() {
            self.cursor.skip()?;
        }
        self.cursor.finish()?;
        Ok(None)
    }

    fn begin_statement(&mut self) -> Result<StatementItem, ReadError> {
        let mut head = HeadParts::default();
        let pending = loop {
            match self.cursor.child()? {
                None => break Pending::Close,
                Some(Tag::Ntry) => break Pending::Entry,
                Some(tag) => head.read(&mut self.cursor, tag)?,
            }
        };
        let (stated_count, unsigned) = (head.stated_count, head.unsigned_balances);
        let header = head.finish(&self.cursor)?;
        if !self.accounts.is_empty() && header.account.iban().is_none_or(|iban| !self.accounts.contains(iban))
        {
            return Err(self.cursor.fail(ReadFault::Account));
        }
        let has_balances = matches!(self.message.kind, Kind::Statement(_));
        let mut tally = Tally::begin(&header, has_balances, unsigned);
        tally.stated_count = stated_count;
        for ordinals in [&mut self.entry_ordinals, &mut self.head_ordinals, &mut self.transaction_ordinals] {
            ordinals.clear();
        }
        let open = Box::new(OpenStatement { account: header.account.clone(), tally });
        self.place = Place::Statement { open, pending };
        Ok(StatementItem::Start(Box::new(header)))
    }

    fn next_entry(
        &mut self,
        mut open: Box<OpenStatement>,
        mut pending: Pending,
    ) -> Result<StatementItem, ReadError> {
        loop {
            let tag = match std::mem::replace(&mut pending, Pending::Nothing) {
                Pending::Nothing => self.cursor.child()?,
                Pending::Entry => Some(Tag::Ntry),
                Pending::Close => None,
            };
            match tag {
                None => {
                    self.place = Place::Message;
                    return Ok(StatementItem::End(Box::new(open.tally.end())));
                }
                Some(Tag::Ntry) => {
                    let entry = self.read_entry(&mut open)?;
                    self.place = Place::Statement { open, pending: Pending::Nothing };
                    return Ok(StatementItem::Entry(Box::new(entry)));
                }
                // The schema puts balances before entries; a bank that does not still has them counted at the end.
                Some(Tag::Bal) => {
                    let (balance, _) = read_balance(&mut self.cursor)?;
                    let mut balances = std::mem::take(&mut open.tally.balances);
                    self.cursor.push(&mut balances, balance, "balances")?;
                    open.tally.balances = balances;
                }
                Some(_) => self.cursor.skip()?,
            }
        }
    }

    fn read_entry(&mut self, open: &mut OpenStatement) -> Result<Entry, ReadError> {
        self.entries += 1;
        let limit = self.cursor.limits().entries;
        if self.entries > limit {
            return Err(self.cursor.fail(ReadFault::TooMany { what: "entries", limit }));
        }
        let mut entry = camt_entry::read(&mut self.cursor)?;
        entry.number = open.tally.entries + 1;
        let (content, head) = fingerprint::of_entry(&self.key, &open.account, &entry);
        entry.fingerprint = self.entry_ordinals.next(content);
        entry.head = self.head_ordinals.next(head);
        let day = entry.booked.or(entry.value).map(|s| s.date.to_string()).unwrap_or_default();
        for transaction in &mut entry.transactions {
            let content = fingerprint::of_transaction(&self.key, &open.account, &day, transaction);
            transaction.fingerprint = self.transaction_ordinals.next(content);
        }
        open.tally.add(&entry);
        Ok(entry)
    }
}

impl<R: Read> Iterator for StatementReader<R> {
    type Item = Result<StatementItem, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.advance();
        if item.is_err() {
            self.place = Place::Done;
        }
        item.transpose()
    }
}

/// What a file holds, without its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The head of the file.
    pub message: Message,
    /// Each statement's head and end.
    pub statements: Vec<(StatementHeader, StatementEnd)>,
}

/// Reads a file to its end and says what is in it: the look before booking. A file that passes here will be read again
/// without error.
///
/// # Errors
/// The first thing that makes the file unreadable.
pub fn survey<R: Read>(source: R, options: ReadOptions) -> Result<Survey, ReadError> {
    let mut reader = StatementReader::open(source, options)?;
    let mut statements = Vec::new();
    let mut header = None;
    for item in &mut reader {
        match item? {
            StatementItem::Start(start) => header = Some(start),
            StatementItem::Entry(_) => {}
            StatementItem::End(end) => {
                let start = header.take().expect("the reader gives a start before each end");
                statements.push((*start, *end));
            }
        }
    }
    Ok(Survey { message: reader.message, statements })
}

/// Group header of any message: identifier, time, page.
pub(super) fn read_message<R: Read>(cursor: &mut Cursor<R>, kind: Kind) -> Result<Message, ReadError> {
    let Some(Tag::GrpHdr) = cursor.child()? else {
        return Err(cursor.fail(ReadFault::Missing("GrpHdr")));
    };
    let (mut id, mut created, mut page) = (None, None, None);
    cursor.children(|c, tag| match tag {
        Tag::MsgId => {
            let text = c.some_text()?;
            let text = c.need(text, "the text of MsgId")?;
            c.once(&mut id, text, "MsgId")
        }
        Tag::CreDtTm => {
            let stamp = c.stamp()?;
            c.once(&mut created, stamp, "CreDtTm")
        }
        Tag::MsgPgntn => {
            page = read_page(c)?;
            Ok(())
        }
        _ => c.skip(),
    })?;
    Ok(Message { kind, id: cursor.need(id, "GrpHdr/MsgId")?, created, page })
}

fn read_page<R: Read>(cursor: &mut Cursor<R>) -> Result<Option<Page>, ReadError> {
    let (mut number, mut last) = (None, None);
    cursor.children(|c, tag| match tag {
        Tag::PgNb => {
            number = Some(c.number()?);
            Ok(())
        }
        Tag::LastPgInd => {
            last = Some(c.flag()?);
            Ok(())
        }
        _ => c.skip(),
    })?;
    Ok(number.map(|number| Page { number, last: last.unwrap_or(true) }))
}

/// The head of a statement while it is gathered.
#[derive(Default)]
struct HeadParts {
    id: Option<String>,
    header: HeaderRest,
    account: Option<Account>,
    stated_count: Option<u64>,
    unsigned_balances: bool,
}

#[derive(Default)]
struct HeaderRest {
    sequence: Option<u64>,
    legal_sequence: Option<u64>,
    created: Option<super::Stamp>,
    from: Option<super::Stamp>,
    to: Option<super::Stamp>,
    copy: Option<String>,
    page: Option<Page>,
    currency: Option<Currency>,
    balances: Vec<Balance>,
}

impl HeadParts {
    fn read<R: Read>(&mut self, c: &mut Cursor<R>, tag: Tag) -> Result<(), ReadError> {
        let rest = &mut self.header;
        match tag {
            Tag::Id => {
                let text = c.some_text()?;
                let text = c.need(text, "the text of Id")?;
                c.once(&mut self.id, text, "Id")?;
            }
            Tag::ElctrncSeqNb => rest.sequence = Some(c.number()?),
            Tag::LglSeqNb => rest.legal_sequence = Some(c.number()?),
            Tag::CreDtTm => rest.created = Some(c.stamp()?),
            Tag::CpyDplctInd => rest.copy = c.some_text()?,
            Tag::StmtPgntn | Tag::NtfctnPgntn => rest.page = read_page(c)?,
            Tag::FrToDt => c.children(|c, tag| {
                match tag {
                    Tag::FrDtTm => rest.from = Some(c.stamp()?),
                    Tag::ToDtTm => rest.to = Some(c.stamp()?),
                    _ => c.skip()?,
                }
                Ok(())
            })?,
            Tag::Acct => {
                let (account, currency) = read_account(c)?;
                let account = c.need(account, "the account")?;
                c.once(&mut self.account, account, "Acct")?;
                rest.currency = currency;
            }
            Tag::Bal => {
                let (balance, signed) = read_balance(c)?;
                c.push(&mut rest.balances, balance, "balances")?;
                self.unsigned_balances |= !signed;
            }
            Tag::TxsSummry => c.children(|c, tag| match tag {
                Tag::TtlNtries => c.children(|c, tag| match tag {
                    Tag::NbOfNtries => {
                        self.stated_count = Some(c.number()?);
                        Ok(())
                    }
                    _ => c.skip(),
                }),
                _ => c.skip(),
            })?,
            _ => c.skip()?,
        }
        Ok(())
    }

    fn finish<R: Read>(self, c: &Cursor<R>) -> Result<StatementHeader, ReadError> {
        let rest = self.header;
        Ok(StatementHeader {
            id: c.need(self.id, "Id")?,
            account: c.need(self.account, "Acct")?,
            sequence: rest.sequence,
            legal_sequence: rest.legal_sequence,
            created: rest.created,
            from: rest.from,
            to: rest.to,
            copy: rest.copy,
            page: rest.page,
            currency: rest.currency,
            balances: rest.balances,
        })
    }
}

/// An account (`Id/IBAN` or `Id/Othr/Id`) and its currency.
pub(super) fn read_account<R: Read>(
    cursor: &mut Cursor<R>,
) -> Result<(Option<Account>, Option<Currency>), ReadError> {
    let (mut account, mut currency) = (None, None);
    cursor.children(|c, tag| match tag {
        Tag::Id => c.children(|c, tag| match tag {
            Tag::IBAN => {
                let found = c.some_text()?.map(|text| Account::of(&text));
                let found = c.need(found, "the text of IBAN")?;
                c.once(&mut account, found, "the account number")
            }
            Tag::Othr => c.children(|c, tag| match tag {
                Tag::Id => match c.some_text()? {
                    // A number in `Othr` may well be an IBAN: then it is one.
                    Some(text) => c.once(&mut account, Account::of(&text), "the account number"),
                    None => Ok(()),
                },
                _ => c.skip(),
            }),
            _ => c.skip(),
        }),
        Tag::Ccy => {
            let found = Currency::parse(c.text()?);
            currency = Some(c.need(found, "a currency of three capital letters")?);
            Ok(())
        }
        _ => c.skip(),
    })?;
    Ok((account, currency))
}

/// A balance, and whether it says credit or debit.
fn read_balance<R: Read>(cursor: &mut Cursor<R>) -> Result<(Balance, bool), ReadError> {
    let (mut code, mut amount, mut direction, mut date) = (None, None, None, None);
    cursor.children(|c, tag| match tag {
        Tag::Tp => {
            code = c.code_choice()?;
            Ok(())
        }
        Tag::Amt => {
            let found = c.amount()?;
            c.once(&mut amount, found, "Amt")
        }
        Tag::CdtDbtInd => {
            let found = c.direction()?;
            c.once(&mut direction, found, "CdtDbtInd")
        }
        Tag::Dt => {
            date = c.stamp_choice()?;
            Ok(())
        }
        _ => c.skip(),
    })?;
    let amount = cursor.need(amount, "Bal/Amt")?.signed(direction.unwrap_or(Direction::Credit));
    let code = cursor.need(code, "Bal/Tp")?;
    Ok((Balance { code, amount, date }, direction.is_some()))
}

pub(super) fn text(text: Option<String>) -> Option<Text> {
    text.map(Text)
}
