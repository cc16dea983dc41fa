//! Finding people and devices by what they tell: the keyed hash of an address or number leads to whose it is, so that
//! nothing personal is stored in clear and nobody can try values out (PRIV-17).

use kernel::{Date, EmailAddress, Iban, Id, Imei, SerialNumber};
use party::PostalAddress;
use store::{Tx, params, row, sql};

use crate::{App, AppError};

/// The most that one value finds.
const MOST_FOUND: u32 = 50;

/// What somebody may be found by.
#[derive(Debug, Clone, Copy)]
pub enum Key<'a> {
    /// An e-mail address: finds the party.
    Email(&'a EmailAddress),
    /// An IMEI: finds the contract.
    Imei(&'a Imei),
    /// A serial number: finds the contract.
    Serial(&'a SerialNumber),
    /// An account: finds the contract it pays or is paid by.
    Account(&'a Iban),
    /// The number a policy had with the administrator it was taken over from: finds the contract.
    FormerNumber(&'a str),
    /// Where somebody lives: finds the party.
    Address(&'a PostalAddress),
    /// A name with a date of birth: finds the party.
    Person(&'a str, Date),
    /// A form in which a bank may write a name: finds the party.
    PayerName(&'a str),
}

impl Key<'_> {
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Imei(_) => "imei",
            Self::Serial(_) => "serial",
            Self::Account(_) => "account",
            Self::FormerNumber(_) => "former-number",
            Self::Address(_) => "address",
            Self::Person(..) => "person",
            Self::PayerName(_) => "payer-name",
        }
    }

    pub(crate) fn hash(self, app: &App) -> String {
        match self {
            Self::Email(email) => app.vault.index("email", &email.key()),
            Self::Imei(imei) => app.vault.index("imei", imei.as_str()),
            Self::Serial(serial) => app.vault.index("serial", serial.as_str()),
            Self::Account(iban) => app.vault.index("account", iban.as_str()),
            Self::FormerNumber(number) => app.vault.index("former-number", &bare(number)),
            Self::Address(address) => {
                let text = format!("{} {} {}", address.country.code(), address.postcode, address.street);
                app.vault.index("address", &bare(&text))
            }
            Self::Person(name, born) => app.vault.index("person", &format!("{} {born}", bare(name))),
            Self::PayerName(form) => app.vault.index("payer-name", form),
        }
    }
}

/// A name or address without what people write now so and then so: case, spaces, dots.
fn bare(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Remembers by what streams are found. Said twice it is remembered once; unlike a claim to a unique value it stays when a
/// policy ends.
///
/// # Errors
/// [`AppError::Store`].
pub fn remember(app: &App, tx: &mut Tx<'_>, keys: &[(Key<'_>, Id)]) -> Result<(), AppError> {
    let rows: Vec<_> = keys.iter().map(|(key, stream)| row![key.kind(), key.hash(app), *stream]).collect();
    if !rows.is_empty() {
        tx.exec_rows(
            sql!(
                "insert into find_key (kind, value, stream) values {rows} on conflict (kind, value, stream) do nothing"
            ),
            &params![],
            &rows,
        )?;
    }
    Ok(())
}

/// What a value finds, at most 50, oldest first.
///
/// # Errors
/// [`AppError::Store`].
pub fn streams(app: &App, tx: &mut Tx<'_>, key: Key<'_>) -> Result<Vec<Id>, AppError> {
    let rows = tx.query(
        sql!("select stream from find_key where kind = ?1 and value = ?2 order by stream limit ?3"),
        &params![key.kind(), key.hash(app), MOST_FOUND],
    )?;
    Ok(rows.iter().map(|row| row.id("stream")).collect::<Result<_, _>>()?)
}

/// Forgets by what streams were found, when what is personal of them is forgotten.
///
/// # Errors
/// [`AppError::Store`].
pub fn forget(tx: &mut Tx<'_>, streams: &[Id]) -> Result<u64, AppError> {
    Ok(tx.exec_ids(sql!("delete from find_key where stream in ({ids})"), &params![], streams)?)
}
