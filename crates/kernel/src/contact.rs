//! E-mail addresses and phone numbers (`LAW-FMT-08`).

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Country;
use crate::text::{LONGEST_INPUT, coded_error, text_id};

/// An e-mail address that looks right; whether it works is found out by writing to it.
///
/// Kept as it was typed; equality, order and hash do not mind case. `Debug` is masked.
#[derive(Clone)]
pub struct EmailAddress(String);

coded_error! {
    /// Why a text is no e-mail address.
    EmailAddressError {
        Empty = "email-empty": "no e-mail address was given",
        Length = "email-length": "the e-mail address is too long",
        At = "email-at": "an e-mail address has one @ with something on both sides",
        Local = "email-local": "the part before the @ has a character or a point that cannot stand there",
        Domain = "email-domain": "the part after the @ is not the name of a mail domain",
    }
}

impl EmailAddress {
    /// Reads an address; white space around it does not matter.
    ///
    /// # Errors
    /// See [`EmailAddressError`]; the first that applies in its order.
    pub fn parse(text: &str) -> Result<Self, EmailAddressError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailAddressError::Empty);
        }
        if text.len() > 254 {
            return Err(EmailAddressError::Length);
        }
        let (local, domain) = text.split_once('@').ok_or(EmailAddressError::At)?;
        if local.is_empty() || domain.is_empty() || domain.contains('@') {
            return Err(EmailAddressError::At);
        }
        if local.len() > 64 {
            return Err(EmailAddressError::Length);
        }
        if !local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom)) {
            return Err(EmailAddressError::Local);
        }
        if !is_domain(domain) {
            return Err(EmailAddressError::Domain);
        }
        Ok(Self(text.to_owned()))
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In lower case: what to compare and index by.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// For screens: `j••••@example.nl`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').expect("an e-mail address has an @");
        format!("{}••••@{domain}", &local[..1])
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for EmailAddress {}

impl PartialOrd for EmailAddress {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EmailAddress {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl Hash for EmailAddress {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(••••)")
    }
}

text_id!(EmailAddress, EmailAddressError);

fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

/// At least two labels of letters, digits and inner dashes; the last begins with a letter.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.split('.').all(is_label)
        && last.len() >= 2
        && last.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// A phone number with its country code (E.164): `+31612345678`. `Debug` is masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

coded_error! {
    /// Why a text is no phone number.
    PhoneError {
        Empty = "phone-empty": "no phone number was given",
        Characters = "phone-characters": "a phone number has digits, with + in front if it is international",
        NoCountry = "phone-no-country": "the number has no country code: begin with + or 00",
        Length = "phone-length": "the phone number is too short or too long",
        Start = "phone-start": "no country code or area code begins like this",
    }
}

impl Phone {
    /// Reads an international number: `+31 6 1234 5678`, `0032 470 12 34 56`, `+31 (0)6-12345678`.
    ///
    /// # Errors
    /// See [`PhoneError`].
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        Self::read(None, text)
    }

    /// Reads a number as it is written in that country: `06-12345678` is `+31612345678`. International ones too.
    ///
    /// # Errors
    /// See [`PhoneError`].
    pub fn parse_for(country: Country, text: &str) -> Result<Self, PhoneError> {
        Self::read(Some(country), text)
    }

    fn read(country: Option<Country>, text: &str) -> Result<Self, PhoneError> {
        if text.len() > LONGEST_INPUT {
            return Err(PhoneError::Length);
        }
        let text = text.trim().replacen("(0)", "", 1);
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '/' | '(' | ')'))
            .collect();
        if text.is_empty() {
            return Err(PhoneError::Empty);
        }
        let digits = text.strip_prefix('+').unwrap_or(&text);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PhoneError::Characters);
        }
        let international = match (text.strip_prefix('+').or(digits.strip_prefix("00")), country) {
            (Some(international), _) => international.to_owned(),
            (None, Some(country)) => {
                let national = digits.strip_prefix('0').ok_or(PhoneError::Start)?;
                format!("{}{national}", country_code(country))
            }
            (None, None) => return Err(PhoneError::NoCountry),
        };
        check_length(&international)?;
        Ok(Self(format!("+{international}")))
    }

    /// `+` and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Only the end, for screens: `•••• 678`.
    pub fn masked(&self) -> String {
        format!("•••• {}", &self.0[self.0.len() - 3..])
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

text_id!(Phone, PhoneError);

fn country_code(country: Country) -> &'static str {
    match country {
        Country::Nl => "31",
        Country::Be => "32",
    }
}

/// NL: nine digits after the code, BE: eight or nine; elsewhere what E.164 allows.
fn check_length(international: &str) -> Result<(), PhoneError> {
    let (national, lengths) = if let Some(national) = international.strip_prefix("31") {
        (national, 9..=9)
    } else if let Some(national) = international.strip_prefix("32") {
        (national, 8..=9)
    } else {
        (international, 8..=15)
    };
    if national.starts_with('0') {
        Err(PhoneError::Start)
    } else if !lengths.contains(&national.len()) {
        Err(PhoneError::Length)
    } else {
        Ok(())
    }
}
