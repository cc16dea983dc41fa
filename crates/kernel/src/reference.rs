//! References in bank files (`LAW-SEPA-03`, `14`).

use std::fmt;

use crate::mod97;
use crate::text::{LONGEST_INPUT, coded_error, compact, text_id};

coded_error! {
    /// Why a text cannot stand as a reference in a bank file.
    ReferenceError {
        Empty = "reference-empty": "no reference was given",
        Length = "reference-length": "a reference has at most 35 characters",
        Characters = "reference-characters": "a reference has letters without accents, digits, spaces and / - ? : ( ) . , ' +",
        Slash = "reference-slash": "a reference does not begin or end with a slash and has no two in a row",
        Space = "reference-space": "a reference does not begin or end with a space",
    }
}

macro_rules! reference_type {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads a reference; it is kept exactly as it is.
            ///
            /// # Errors
            /// See [`ReferenceError`]; the first that applies in its order.
            pub fn parse(text: &str) -> Result<Self, ReferenceError> {
                check_reference(text)?;
                Ok(Self(text.to_owned()))
            }

            /// As it is.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        text_id!($name, ReferenceError);
    };
}

reference_type! {
    /// Reference of a direct debit mandate, unique with the creditor identifier: 1 to 35 characters of the SEPA set.
    MandateReference
}

reference_type! {
    /// What identifies a payment from end to end: 1 to 35 characters of the SEPA set.
    EndToEndId
}

/// What banks pass on unchanged between all countries.
fn is_sepa_character(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/-?:().,'+ ".contains(&byte)
}

fn check_reference(text: &str) -> Result<(), ReferenceError> {
    if text.is_empty() {
        Err(ReferenceError::Empty)
    } else if text.chars().count() > 35 {
        Err(ReferenceError::Length)
    } else if !text.bytes().all(is_sepa_character) {
        Err(ReferenceError::Characters)
    } else if text.starts_with('/') || text.ends_with('/') || text.contains("//") {
        Err(ReferenceError::Slash)
    } else if text.starts_with(' ') || text.ends_with(' ') {
        Err(ReferenceError::Space)
    } else {
        Ok(())
    }
}

/// Belgian structured communication: twelve digits, the last two the first ten by 97 (97 instead of 0).
///
/// `as_str` gives the digits, `Display` the form people know: `+++090/9337/55493+++`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StructuredReference(String);

coded_error! {
    /// Why a text is no Belgian structured communication.
    StructuredReferenceError {
        Empty = "ogm-empty": "no structured communication was given",
        Shape = "ogm-shape": "a structured communication has twelve digits",
        CheckDigits = "ogm-check-digits": "the last two digits do not fit: probably a typing error",
        TooLarge = "ogm-too-large": "ten digits are free in a structured communication",
    }
}

impl StructuredReference {
    /// Reads a communication; plus signs, stars, slashes, points, dashes and spaces do not matter.
    ///
    /// # Errors
    /// See [`StructuredReferenceError`].
    pub fn parse(text: &str) -> Result<Self, StructuredReferenceError> {
        if text.len() > LONGEST_INPUT {
            return Err(StructuredReferenceError::Shape);
        }
        let text = compact(text, &['+', '*', '/', '.', '-']);
        if text.is_empty() {
            return Err(StructuredReferenceError::Empty);
        }
        if text.len() != 12 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(StructuredReferenceError::Shape);
        }
        if text[10..] != check_of(&text[..10]) {
            return Err(StructuredReferenceError::CheckDigits);
        }
        Ok(Self(text))
    }

    /// The communication with that number of at most ten digits in it.
    ///
    /// # Errors
    /// [`StructuredReferenceError::TooLarge`].
    pub fn from_number(number: u64) -> Result<Self, StructuredReferenceError> {
        if number >= 10_000_000_000 {
            return Err(StructuredReferenceError::TooLarge);
        }
        let payload = format!("{number:010}");
        let check = check_of(&payload);
        Ok(Self(payload + &check))
    }

    /// The communication that this entropy makes; two draws can meet.
    pub fn from_entropy(entropy: u64) -> Self {
        Self::from_number(entropy % 10_000_000_000).expect("the number has at most ten digits")
    }

    /// The number of at most ten digits in it: what [`from_number`](Self::from_number) was given.
    pub fn number(&self) -> u64 {
        self.0[..10].bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
    }

    /// The structured communications in free text, each once, in the order they stand: between plus signs or stars
    /// (`+++090/9337/55493+++`), or twelve digits that stand alone. Digits whose check does not fit are none.
    pub fn find_in(text: &str) -> Vec<Self> {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-');
        let mut found: Vec<Self> = Vec::new();
        for part in text.split(|c| !is_part(c)) {
            if let Ok(reference) = Self::parse(part)
                && !found.contains(&reference)
            {
                found.push(reference);
            }
        }
        found
    }

    /// The twelve digits, as bank files want them.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StructuredReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("+++{}/{}/{}+++", &self.0[..3], &self.0[3..7], &self.0[7..]))
    }
}

text_id!(StructuredReference, StructuredReferenceError);

fn check_of(payload: &str) -> String {
    let rest = mod97::remainder(payload.bytes());
    format!("{:02}", if rest == 0 { 97 } else { rest })
}
