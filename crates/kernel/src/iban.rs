//! Account numbers of the SEPA countries (`LAW-FMT-04`).

use std::fmt;

use crate::mod97;
use crate::text::{LONGEST_INPUT, coded_error, compact, text_id};

/// An IBAN of a SEPA country: known length and shape, check digits right; for Belgium also the digits inside.
///
/// Kept without spaces in upper case. `Display` gives that form; [`Iban::grouped`] is for letters, [`Iban::masked`] for
/// screens. `Debug` is masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iban(String);

coded_error! {
    /// Why a text is no IBAN we can use.
    IbanError {
        Empty = "iban-empty": "no IBAN was given",
        Characters = "iban-characters": "an IBAN has letters and digits only",
        NotSepa = "iban-not-sepa": "the account is not in a country of the euro payment area",
        Length = "iban-length": "the IBAN is too short or too long for its country",
        Shape = "iban-shape": "the IBAN has letters where its country has digits, or the other way round",
        CheckDigits = "iban-check-digits": "the check digits do not fit: probably a typing error",
        BelgianCheckDigits = "iban-be-check-digits": "the last two digits of the Belgian account number do not fit",
    }
}

impl Iban {
    /// Reads an IBAN; spaces, dashes and case do not matter.
    ///
    /// # Errors
    /// See [`IbanError`]; the first that applies in its order.
    pub fn parse(text: &str) -> Result<Self, IbanError> {
        if text.len() > LONGEST_INPUT {
            return Err(IbanError::Length);
        }
        let text = compact(text, &['-', '.']);
        if text.is_empty() {
            return Err(IbanError::Empty);
        }
        let bytes = text.as_bytes();
        if !bytes.iter().all(u8::is_ascii_alphanumeric) {
            return Err(IbanError::Characters);
        }
        let (country, shape) = shape_of(bytes.get(..2).unwrap_or_default()).ok_or(IbanError::NotSepa)?;
        let expected = 4 + shape.iter().map(|&(count, _)| count).sum::<usize>();
        if bytes.len() != expected {
            return Err(IbanError::Length);
        }
        let (check, inner) = bytes[2..].split_at(2);
        if !check.iter().all(u8::is_ascii_digit) || !fits(inner, shape) {
            return Err(IbanError::Shape);
        }
        let rest = mod97::remainder(inner.iter().chain(&bytes[..4]).copied());
        let digits = u32::from(check[0] - b'0') * 10 + u32::from(check[1] - b'0');
        if rest != 1 || !(2..=98).contains(&digits) {
            return Err(IbanError::CheckDigits);
        }
        if country == "BE" && !is_belgian_account(inner) {
            return Err(IbanError::BelgianCheckDigits);
        }
        Ok(Self(text))
    }

    /// Without spaces, in upper case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The two letters of the country of the account.
    pub fn country(&self) -> &str {
        &self.0[..2]
    }

    /// In groups of four, for letters: `NL91 ABNA 0417 1643 00`.
    pub fn grouped(&self) -> String {
        let groups: Vec<&str> = self
            .0
            .as_bytes()
            .chunks(4)
            .map(|four| std::str::from_utf8(four).expect("an IBAN is ASCII"))
            .collect();
        groups.join(" ")
    }

    /// Only the two ends, for screens: `NL91 •••• 4300`.
    pub fn masked(&self) -> String {
        format!("{} •••• {}", &self.0[..4], &self.0[self.0.len() - 4..])
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iban({})", self.masked())
    }
}

text_id!(Iban, IbanError);

/// The last two digits are the first ten by 97, 97 instead of 0.
fn is_belgian_account(inner: &[u8]) -> bool {
    let (number, check) = inner.split_at(10);
    let rest = mod97::remainder(number.iter().copied());
    let expected = if rest == 0 { 97 } else { rest };
    check.iter().fold(0, |n, &b| n * 10 + u32::from(b - b'0')) == expected
}

#[derive(Clone, Copy)]
enum Kind {
    Digits,
    Letters,
    Either,
}
use Kind::{Digits as N, Either as C, Letters as A};

type Shape = &'static [(usize, Kind)];

fn fits(inner: &[u8], shape: Shape) -> bool {
    let kinds = shape.iter().flat_map(|&(count, kind)| std::iter::repeat_n(kind, count));
    inner.iter().zip(kinds).all(|(byte, kind)| match kind {
        N => byte.is_ascii_digit(),
        A => byte.is_ascii_uppercase(),
        C => byte.is_ascii_alphanumeric(),
    })
}

fn shape_of(country: &[u8]) -> Option<(&'static str, Shape)> {
    SEPA.iter().find(|(code, _)| code.as_bytes() == country).copied()
}

/// The SEPA countries and what follows the check digits there. Territories use the code of their state (French overseas
/// departments FR, the Channel Islands and the Isle of Man GB, the Åland Islands FI).
const SEPA: &[(&str, Shape)] = &[
    ("AD", &[(8, N), (12, C)]),
    ("AL", &[(8, N), (16, C)]),
    ("AT", &[(16, N)]),
    ("BE", &[(12, N)]),
    ("BG", &[(4, A), (6, N), (8, C)]),
    ("CH", &[(5, N), (12, C)]),
    ("CY", &[(8, N), (16, C)]),
    ("CZ", &[(20, N)]),
    ("DE", &[(18, N)]),
    ("DK", &[(14, N)]),
    ("EE", &[(16, N)]),
    ("ES", &[(20, N)]),
    ("FI", &[(14, N)]),
    ("FR", &[(10, N), (11, C), (2, N)]),
    ("GB", &[(4, A), (14, N)]),
    ("GI", &[(4, A), (15, C)]),
    ("GR", &[(7, N), (16, C)]),
    ("HR", &[(17, N)]),
    ("HU", &[(24, N)]),
    ("IE", &[(4, A), (14, N)]),
    ("IS", &[(22, N)]),
    ("IT", &[(1, A), (10, N), (12, C)]),
    ("LI", &[(5, N), (12, C)]),
    ("LT", &[(16, N)]),
    ("LU", &[(3, N), (13, C)]),
    ("LV", &[(4, A), (13, C)]),
    ("MC", &[(10, N), (11, C), (2, N)]),
    ("MD", &[(20, C)]),
    ("ME", &[(18, N)]),
    ("MK", &[(3, N), (10, C), (2, N)]),
    ("MT", &[(4, A), (5, N), (18, C)]),
    ("NL", &[(4, A), (10, N)]),
    ("NO", &[(11, N)]),
    ("PL", &[(24, N)]),
    ("PT", &[(21, N)]),
    ("RO", &[(4, A), (16, C)]),
    ("RS", &[(18, N)]),
    ("SE", &[(20, N)]),
    ("SI", &[(15, N)]),
    ("SK", &[(20, N)]),
    ("SM", &[(1, A), (10, N), (12, C)]),
    ("VA", &[(18, N)]),
];
