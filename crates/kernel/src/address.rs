//! Postcodes (`LAW-FMT-05`, `06`).

use std::fmt;

use crate::Country;
use crate::text::{LONGEST_INPUT, coded_error, compact, text_id};

/// A Dutch (`1234 AB`) or Belgian (`1000`) postcode. A Belgian one can serve several towns: the town is kept beside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    country: Country,
    text: String,
}

coded_error! {
    /// Why a text is no postcode.
    PostcodeError {
        Empty = "postcode-empty": "no postcode was given",
        Dutch = "postcode-nl": "a Dutch postcode is four digits, not beginning with 0, and two letters",
        Belgian = "postcode-be": "a Belgian postcode is four digits, not beginning with 0",
        Letters = "postcode-nl-letters": "the letters SA, SD and SS are not used in Dutch postcodes",
    }
}

impl Postcode {
    /// Reads a postcode of either country: with letters it is Dutch, without Belgian. Spaces and case do not matter.
    ///
    /// # Errors
    /// See [`PostcodeError`].
    pub fn parse(text: &str) -> Result<Self, PostcodeError> {
        let country = if text.chars().any(char::is_alphabetic) { Country::Nl } else { Country::Be };
        Self::parse_for(country, text)
    }

    /// Reads a postcode of that country.
    ///
    /// # Errors
    /// See [`PostcodeError`].
    pub fn parse_for(country: Country, text: &str) -> Result<Self, PostcodeError> {
        let wrong = match country {
            Country::Nl => PostcodeError::Dutch,
            Country::Be => PostcodeError::Belgian,
        };
        if text.len() > LONGEST_INPUT {
            return Err(wrong);
        }
        let text = compact(text, &[]);
        if text.is_empty() {
            return Err(PostcodeError::Empty);
        }
        let (digits, letters) = text.as_bytes().split_at_checked(4).ok_or(wrong)?;
        if !digits.iter().all(u8::is_ascii_digit) || digits[0] == b'0' {
            return Err(wrong);
        }
        match (country, letters) {
            (Country::Be, []) => Ok(Self { country, text }),
            (Country::Nl, b"SA" | b"SD" | b"SS") => Err(PostcodeError::Letters),
            (Country::Nl, [a, b]) if a.is_ascii_uppercase() && b.is_ascii_uppercase() => {
                Ok(Self { country, text: format!("{} {}", &text[..4], &text[4..]) })
            }
            _ => Err(wrong),
        }
    }

    /// Whose postcode it is.
    pub fn country(&self) -> Country {
        self.country
    }

    /// `1234 AB` or `1000`.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

text_id!(Postcode, PostcodeError);
