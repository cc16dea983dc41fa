//! A file of statements or notifications that was read to its end. What cannot be read, and what is about another account or
//! currency, is refused whole.

use kernel::{Actor, Date, Id, Instant, Money, Shard};
use sepa::read::{
    Account, Balance, FingerprintKey, Kind, Limits, ReadOptions, StatementEnd, StatementHeader,
    StatementItem, StatementReader, Survey, survey,
};

use super::{
    items::{self, Item},
    odd,
};
use crate::{App, AppError, Refused};

/// Largest bank file in bytes: a statement of half a million entries. Uploads on a page are far smaller.
pub const FILE_BYTES_MAX: u64 = 512 << 20;

/// A statement or notification of a file, ready to be booked.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// Its id: the same whenever the same one comes.
    pub(super) id: Id,
    /// Its place in the file.
    place: usize,
    /// Under which power of attorney.
    pub(super) agreement: String,
    pub(super) country: kernel::Country,
    pub(super) account: Account,
    /// The bank's identifier, with the page where it is one of several.
    pub(super) key: String,
    pub(super) sequence: Option<u64>,
    pub(super) from: Date,
    pub(super) to: Date,
    /// Balances; zero in a notification, which has none.
    pub(super) opening: Money,
    pub(super) closing: Money,
    pub(super) end: StatementEnd,
    /// Whether it begins where the one before ended.
    pub(super) follows: bool,
    /// Whether it is a notification (camt.054): what it shows is on a statement too.
    pub(super) is_notice: bool,
}

impl Sheet {
    /// The same under the id of another statement.
    pub(super) fn under(&self, statement: Id) -> Self {
        Self { id: statement, ..self.clone() }
    }
}

/// What came in goes before what was returned of it, our payments before those that came back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pass {
    In,
    Out,
    Back,
}

impl Pass {
    pub(super) const ALL: [Self; 3] = [Self::In, Self::Out, Self::Back];

    pub(super) fn of(item: &Item) -> Self {
        match (item.comes_back(), item.is_payment_in()) {
            (true, _) => Self::Back,
            (false, true) => Self::In,
            (false, false) => Self::Out,
        }
    }
}

/// A file that was read to its end.
pub(super) struct File {
    bytes: Vec<u8>,
    options: ReadOptions,
    pub(super) kind: Kind,
    /// The bank's identifier of the file.
    pub(super) name: String,
    pub(super) actor: Actor,
    pub(super) sheets: Vec<Sheet>,
}

impl File {
    pub(super) fn survey(app: &App, now: Instant, actor: &Actor, bytes: Vec<u8>) -> Result<Self, AppError> {
        let options = options(app);
        let Survey { message, statements } =
            survey(bytes.as_slice(), options.clone()).map_err(|e| odd::unreadable(&e))?;
        let is_notice = matches!(message.kind, Kind::Notification(_));
        let mut sheets = Vec::with_capacity(statements.len());
        for (place, (header, end)) in statements.into_iter().enumerate() {
            sheets.push(sheet(app, now, (place, is_notice), &header, end)?);
        }
        Ok(Self { bytes, options, kind: message.kind, name: message.id, actor: actor.clone(), sheets })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Hands over the entries of one statement that belong to a pass (without one: all), at most `limit` at once.
    pub(super) fn each(
        &self,
        sheet: &Sheet,
        pass: Option<Pass>,
        limit: usize,
        mut book: impl FnMut(Vec<Item>) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let reader = StatementReader::open(self.bytes.as_slice(), self.options.clone());
        let mut items = Vec::new();
        let mut place = 0;
        for read in reader.map_err(|e| odd::unreadable(&e))? {
            match read.map_err(|e| odd::unreadable(&e))? {
                StatementItem::End(_) => place += 1,
                StatementItem::Entry(entry) if place == sheet.place && entry.status.is_booked() => {
                    let found = items::items(sheet, &entry).into_iter();
                    items.extend(found.filter(|item| pass.is_none_or(|pass| Pass::of(item) == pass)));
                    if items.len() >= limit {
                        book(std::mem::take(&mut items))?;
                    }
                }
                StatementItem::Entry(_) | StatementItem::Start(_) => {}
            }
        }
        if items.is_empty() { Ok(()) } else { book(items) }
    }
}

/// What a bank file may hold here.
pub(super) fn limits() -> Limits {
    Limits {
        file_bytes: FILE_BYTES_MAX,
        statements: 500,
        entries: 600_000,
        transactions_per_entry: 10_000,
        ..Limits::default()
    }
}

fn options(app: &App) -> ReadOptions {
    let accounts = app.products.agreements().iter().map(|agreement| agreement.account.iban.clone()).collect();
    ReadOptions { limits: limits(), accounts, key: FingerprintKey(fingerprint_key(app)) }
}

/// The secret in fingerprints, from the vault's index key: the same as long as this installation lives.
fn fingerprint_key(app: &App) -> [u8; 32] {
    let text = app.vault.index("bank-entries", "fingerprint");
    let digit =
        |byte: u8| char::from(byte).to_digit(16).map_or(0, |digit| u8::try_from(digit).expect("below 16"));
    let mut key = [0; 32];
    for (byte, pair) in key.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = pair.iter().fold(0, |value, half| value << 4 | digit(*half));
    }
    key
}

fn sheet(
    app: &App,
    now: Instant,
    (place, is_notice): (usize, bool),
    header: &StatementHeader,
    end: StatementEnd,
) -> Result<Sheet, AppError> {
    let refuse = |code: &str| AppError::from(Refused::new(code, None).with("statement", &header.id));
    let iban = header.account.iban().ok_or_else(|| refuse("statement-other-account"))?;
    let agreement = app
        .products
        .agreements()
        .iter()
        .find(|agreement| agreement.account.iban == *iban)
        .ok_or_else(|| refuse("statement-other-account"))?;
    let euro = |balance: &Balance| balance.amount.euro().ok_or_else(|| refuse("statement-other-currency"));
    let page = |id: &str| match header.page {
        Some(page) if page.number > 1 => format!("{id}/{}", page.number),
        _ => id.to_owned(),
    };
    let (opening, closing, to, first, key) = match (&end.opening, &end.closing) {
        _ if is_notice => {
            let today = kernel::local_date(now, agreement.country);
            let to = header.to.or(header.created).map_or(today, |stamp| stamp.date);
            (Money::ZERO, Money::ZERO, to, None, format!("054:{}", page(&header.id)))
        }
        (Some(first), Some(last)) => {
            let to =
                last.date.or(header.to).or(header.created).ok_or_else(|| refuse("statement-without-date"))?;
            (euro(first)?, euro(last)?, to.date, first.date, page(&header.id))
        }
        _ => return Err(refuse("statement-without-balance")),
    };
    let from = header.from.or(first).map_or(to, |stamp| stamp.date).min(to);
    Ok(Sheet {
        id: id_of(iban.as_str(), &key, to),
        place,
        agreement: agreement.code.clone(),
        country: agreement.country,
        account: header.account.clone(),
        key,
        sequence: header.sequence,
        from,
        to,
        opening,
        closing,
        end,
        follows: true,
        is_notice,
    })
}

/// The id of a statement, the same whenever it comes: an import that broke off goes on under it.
pub(super) fn id_of(account: &str, key: &str, to: Date) -> Id {
    let text = format!("{account}|{key}|{to}");
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    let day = kernel::start_of_day(to, kernel::Country::Nl);
    let within = std::time::Duration::from_millis(hash >> 22 & 0x3ff_ffff);
    Id::new(Shard::of(hash >> 12), day.checked_add(within).unwrap_or(day), hash)
}
