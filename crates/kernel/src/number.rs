//! Numbers of policies and claims: random, checked, easy to say on the phone.
//!
//! `HP-1234-5678-9012`: ten random digits and two check digits, in groups of four; `HP` is a policy, `HC` a claim. The
//! check (ISO 7064, modulo 97, over the letters too) finds every single wrong digit, every swap of neighbours, and a
//! policy number said as a claim number. The dashes are in the SEPA character set: the number goes into bank texts as it is.

use std::fmt;

use crate::country::Country;
use crate::mod97;
use crate::reference::StructuredReference;
use crate::text::{LONGEST_INPUT, coded_error, compact, text_id};

coded_error! {
    /// Why a text is no policy or claim number.
    NumberError {
        Empty = "number-empty": "no number was given",
        Prefix = "number-prefix": "a policy number begins with HP, a claim number with HC",
        OtherKind = "number-other-kind": "this is a policy number where a claim number belongs, or the other way round",
        Shape = "number-shape": "twelve digits follow the two letters",
        CheckDigits = "number-check-digits": "the number does not fit together: probably a typing error",
    }
}

macro_rules! number_type {
    ($(#[$meta:meta])* $name:ident, $prefix:literal, $other:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The two letters it begins with.
            pub const PREFIX: &'static str = $prefix;

            /// The number that this entropy makes. It must come from a good source: numbers are not to be guessed. Ten
            /// digits are used of it; two draws can meet, so that the number is claimed as unique before use.
            pub fn from_entropy(entropy: u64) -> Self {
                Self(compose($prefix, entropy))
            }

            /// Reads a number; case, spaces, dashes and points do not matter.
            ///
            /// # Errors
            /// See [`NumberError`]; the first that applies in its order.
            pub fn parse(text: &str) -> Result<Self, NumberError> {
                read($prefix, $other, text).map(Self)
            }

            #[doc = concat!("As it is written: `", $prefix, "-1234-5678-9012`.")]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        text_id!($name, NumberError);
    };
}

number_type! {
    /// The number of a policy. It is also what a transfer names: as it is, or in Belgium as a structured communication.
    PolicyNumber, "HP", "HC"
}

impl PolicyNumber {
    /// The ten digits without the two check digits.
    fn payload(&self) -> u64 {
        let digits = self.as_str().bytes().filter(u8::is_ascii_digit).take(10);
        digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
    }

    /// The Belgian structured communication of this policy: its ten digits, with that communication's own check digits
    /// (LAW-SEPA-14). It leads back to the number by [`from_structured`](Self::from_structured).
    pub fn structured(&self) -> StructuredReference {
        StructuredReference::from_number(self.payload()).expect("a policy number has ten digits of its own")
    }

    /// What a transfer for this policy names, as people write it (FAQ-12): the number, in Belgium the structured communication.
    pub fn payment_reference(&self, country: Country) -> String {
        match country {
            Country::Nl => self.to_string(),
            Country::Be => self.structured().to_string(),
        }
    }

    /// The number that would have this structured communication. Whether there is such a policy is for the caller to look up.
    pub fn from_structured(reference: &StructuredReference) -> Self {
        Self::from_entropy(reference.number())
    }
}

number_type! {
    /// The number of a claim.
    ClaimNumber, "HC", "HP"
}

const PAYLOADS: u64 = 10_000_000_000;

fn compose(prefix: &str, entropy: u64) -> String {
    let payload = format!("{:010}", entropy % PAYLOADS);
    let check = mod97::check_digits(prefix.bytes().chain(payload.bytes()));
    grouped(prefix, &format!("{payload}{check:02}"))
}

fn read(prefix: &str, other: &str, text: &str) -> Result<String, NumberError> {
    if text.len() > LONGEST_INPUT {
        return Err(NumberError::Shape);
    }
    let text = compact(text, &['-', '.', '–']);
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if text.starts_with(other) {
        return Err(NumberError::OtherKind);
    }
    let digits = text.strip_prefix(prefix).ok_or(NumberError::Prefix)?;
    if digits.len() != 12 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberError::Shape);
    }
    let is_check_in_range = ("02"..="98").contains(&&digits[10..]);
    if mod97::remainder(text.bytes()) != 1 || !is_check_in_range {
        return Err(NumberError::CheckDigits);
    }
    Ok(grouped(prefix, digits))
}

fn grouped(prefix: &str, digits: &str) -> String {
    format!("{prefix}-{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..])
}
