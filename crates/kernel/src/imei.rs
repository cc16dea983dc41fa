//! The number of a mobile radio (`LAW-FMT-01`, `02`).

use std::fmt;

use crate::text::{LONGEST_INPUT, coded_error, compact, text_id};

/// An IMEI: 15 digits, the last by Luhn. An IMEISV (16 digits) is accepted: its version is dropped, the digit computed.
///
/// A phone with two SIM cards has two. `Debug` is masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Imei(String);

coded_error! {
    /// Why a text is no IMEI.
    ImeiError {
        Empty = "imei-empty": "no IMEI was given",
        Meid = "imei-meid": "this is a MEID, the number of an older American network",
        Characters = "imei-characters": "an IMEI has digits only",
        Length = "imei-length": "an IMEI has 15 digits, with its software version 16",
        Zeros = "imei-zeros": "an IMEI is not all zeros",
        CheckDigit = "imei-check-digit": "the last digit does not fit: probably a typing error",
    }
}

impl Imei {
    /// Reads an IMEI or IMEISV; spaces, dashes and slashes do not matter.
    ///
    /// # Errors
    /// See [`ImeiError`]; the first that applies in its order.
    pub fn parse(text: &str) -> Result<Self, ImeiError> {
        if text.len() > LONGEST_INPUT {
            return Err(ImeiError::Length);
        }
        let text = compact(text, &['-', '/']);
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return Err(ImeiError::Empty);
        }
        if is_meid(bytes) {
            return Err(ImeiError::Meid);
        }
        if !bytes.iter().all(u8::is_ascii_digit) {
            return Err(ImeiError::Characters);
        }
        if !matches!(bytes.len(), 15 | 16) {
            return Err(ImeiError::Length);
        }
        if bytes[..14].iter().all(|&b| b == b'0') {
            return Err(ImeiError::Zeros);
        }
        let check = luhn_digit(&bytes[..14]);
        if bytes.len() == 15 && bytes[14] != check {
            return Err(ImeiError::CheckDigit);
        }
        Ok(Self(format!("{}{}", &text[..14], char::from(check))))
    }

    /// The 15 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The type allocation code: the first eight digits. It points to make and model: use it for plausibility only.
    pub fn tac(&self) -> &str {
        &self.0[..8]
    }

    /// Only the end, for screens: `•••• 7518`.
    pub fn masked(&self) -> String {
        format!("•••• {}", &self.0[11..])
    }
}

impl fmt::Display for Imei {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Imei {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Imei({})", self.masked())
    }
}

text_id!(Imei, ImeiError);

/// The Luhn digit after the given digits, as an ASCII digit.
fn luhn_digit(digits: &[u8]) -> u8 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &byte)| {
            let digit = u32::from(byte - b'0');
            if place % 2 == 1 {
                digit
            } else if digit > 4 {
                2 * digit - 9
            } else {
                2 * digit
            }
        })
        .sum();
    b'0' + ((10 - sum % 10) % 10) as u8
}

/// 14 hexadecimal digits that begin with A0 to FF.
fn is_meid(bytes: &[u8]) -> bool {
    bytes.len() == 14 && matches!(bytes[0], b'A'..=b'F') && bytes.iter().all(u8::is_ascii_hexdigit)
}
