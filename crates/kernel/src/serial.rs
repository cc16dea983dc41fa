//! Serial numbers of devices without a mobile radio (`LAW-FMT-03`).

use std::fmt;

use crate::text::{LONGEST_INPUT, coded_error, compact, text_id};

/// A maker's serial number. There is no standard: kept without spaces, in upper case; unique per maker at best.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SerialNumber(String);

coded_error! {
    /// Why a text is no serial number.
    SerialNumberError {
        Empty = "serial-empty": "no serial number was given",
        Length = "serial-length": "a serial number has 4 to 40 characters",
        Characters = "serial-characters": "a serial number has letters, digits, dashes, points, slashes and underscores",
    }
}

impl SerialNumber {
    /// Reads a serial number; spaces and case do not matter.
    ///
    /// # Errors
    /// See [`SerialNumberError`]; the first that applies in its order.
    pub fn parse(text: &str) -> Result<Self, SerialNumberError> {
        if text.len() > LONGEST_INPUT {
            return Err(SerialNumberError::Length);
        }
        let text = compact(text, &[]);
        if text.is_empty() {
            return Err(SerialNumberError::Empty);
        }
        if !(4..=40).contains(&text.len()) {
            return Err(SerialNumberError::Length);
        }
        if !text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'/' | b'_')) {
            return Err(SerialNumberError::Characters);
        }
        Ok(Self(text))
    }

    /// In upper case, without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has a letter O or I, which is more often a mistyped 0 or 1: worth a question, not a refusal.
    pub fn may_be_mistyped(&self) -> bool {
        self.0.contains(['O', 'I'])
    }
}

impl fmt::Display for SerialNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for SerialNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end: String = self.0.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
        write!(f, "SerialNumber(•••• {end})")
    }
}

text_id!(SerialNumber, SerialNumberError);
