//! Numbers of companies (`LAW-FMT-07`) and the SEPA creditor identifier (`LAW-SEPA-13`).

use std::fmt;

use crate::mod97;
use crate::text::{LONGEST_INPUT, coded_error, compact, text_id};

/// Number in the Dutch trade register: 8 digits. (There is no check digit.)
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KvkNumber(String);

coded_error! {
    /// Why a text is no number of the Dutch trade register.
    KvkNumberError {
        Empty = "kvk-empty": "no trade register number was given",
        Shape = "kvk-shape": "a Dutch trade register number has 8 digits",
        Branch = "kvk-branch": "12 digits are the number of a branch: give the 8 digits of the company",
        Zeros = "kvk-zeros": "a trade register number is not all zeros",
    }
}

impl KvkNumber {
    /// Reads a number; spaces and points do not matter.
    ///
    /// # Errors
    /// See [`KvkNumberError`].
    pub fn parse(text: &str) -> Result<Self, KvkNumberError> {
        if text.len() > LONGEST_INPUT {
            return Err(KvkNumberError::Shape);
        }
        let text = compact(text, &['.']);
        match text.len() {
            0 => Err(KvkNumberError::Empty),
            _ if !text.bytes().all(|b| b.is_ascii_digit()) => Err(KvkNumberError::Shape),
            12 => Err(KvkNumberError::Branch),
            8 if text.bytes().all(|b| b == b'0') => Err(KvkNumberError::Zeros),
            8 => Ok(Self(text)),
            _ => Err(KvkNumberError::Shape),
        }
    }

    /// The 8 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KvkNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

text_id!(KvkNumber, KvkNumberError);

/// Belgian enterprise number: 10 digits that begin with 0 or 1, the last two 97 less the first eight by 97.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnterpriseNumber(String);

coded_error! {
    /// Why a text is no Belgian enterprise number.
    EnterpriseNumberError {
        Empty = "enterprise-empty": "no enterprise number was given",
        Shape = "enterprise-shape": "a Belgian enterprise number has 10 digits",
        Start = "enterprise-start": "a Belgian enterprise number begins with 0 or 1",
        CheckDigits = "enterprise-check-digits": "the last two digits do not fit: probably a typing error",
    }
}

impl EnterpriseNumber {
    /// Reads a number; spaces, points and the `BE` of a VAT number do not matter.
    ///
    /// # Errors
    /// See [`EnterpriseNumberError`]; the first that applies in its order.
    pub fn parse(text: &str) -> Result<Self, EnterpriseNumberError> {
        if text.len() > LONGEST_INPUT {
            return Err(EnterpriseNumberError::Shape);
        }
        let text = compact(text, &['.', '-']);
        let digits = text.strip_prefix("BE").unwrap_or(&text);
        let bytes = digits.as_bytes();
        if bytes.is_empty() {
            return Err(EnterpriseNumberError::Empty);
        }
        if bytes.len() != 10 || !bytes.iter().all(u8::is_ascii_digit) {
            return Err(EnterpriseNumberError::Shape);
        }
        if !matches!(bytes[0], b'0' | b'1') {
            return Err(EnterpriseNumberError::Start);
        }
        let expected = 97 - mod97::remainder(bytes[..8].iter().copied());
        if bytes[8..].iter().fold(0, |n, &b| n * 10 + u32::from(b - b'0')) != expected {
            return Err(EnterpriseNumberError::CheckDigits);
        }
        Ok(Self(digits.to_owned()))
    }

    /// The 10 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EnterpriseNumber {
    /// With points: `0202.239.951`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{}.{}", &self.0[..4], &self.0[4..7], &self.0[7..]))
    }
}

text_id!(EnterpriseNumber, EnterpriseNumberError);

/// SEPA creditor identifier: country, two check digits, business code of three, national part.
///
/// The check digits leave the business code out. NL: the national part is a trade register number and a four-digit
/// suffix; BE: an enterprise number, or what the banks gave to those without one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditorId(String);

coded_error! {
    /// Why a text is no creditor identifier.
    CreditorIdError {
        Empty = "creditor-id-empty": "no creditor identifier was given",
        Shape = "creditor-id-shape": "a creditor identifier is two letters, two digits, three letters or digits, and up to 28 more",
        Dutch = "creditor-id-nl": "a Dutch creditor identifier ends in a trade register number and four digits",
        Belgian = "creditor-id-be": "a Belgian creditor identifier ends in an enterprise number",
        CheckDigits = "creditor-id-check-digits": "the check digits do not fit: probably a typing error",
    }
}

impl CreditorId {
    /// Reads a creditor identifier; spaces and case do not matter.
    ///
    /// # Errors
    /// See [`CreditorIdError`]; the first that applies in its order.
    pub fn parse(text: &str) -> Result<Self, CreditorIdError> {
        if text.len() > LONGEST_INPUT {
            return Err(CreditorIdError::Shape);
        }
        let text = compact(text, &[]);
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return Err(CreditorIdError::Empty);
        }
        let fits = (8..=35).contains(&bytes.len())
            && bytes.iter().all(u8::is_ascii_alphanumeric)
            && bytes[..2].iter().all(u8::is_ascii_uppercase)
            && bytes[2..4].iter().all(u8::is_ascii_digit);
        if !fits {
            return Err(CreditorIdError::Shape);
        }
        let national = &text[7..];
        match &text[..2] {
            "NL" if national.len() != 12 || !national.bytes().all(|b| b.is_ascii_digit()) => {
                return Err(CreditorIdError::Dutch);
            }
            "BE" if !is_belgian_creditor(national) => return Err(CreditorIdError::Belgian),
            _ => {}
        }
        let digits = bytes[2..4].iter().fold(0, |n, &b| n * 10 + u32::from(b - b'0'));
        let rest = mod97::remainder(national.bytes().chain(bytes[..4].iter().copied()));
        if rest != 1 || !(2..=98).contains(&digits) {
            return Err(CreditorIdError::CheckDigits);
        }
        Ok(Self(text))
    }

    /// The Dutch identifier of a company: business code `ZZZ`, its trade register number, and a suffix up to 9999.
    ///
    /// # Errors
    /// [`CreditorIdError::Dutch`] when the suffix has more than four digits.
    pub fn dutch(company: &KvkNumber, suffix: u16) -> Result<Self, CreditorIdError> {
        if suffix > 9_999 {
            return Err(CreditorIdError::Dutch);
        }
        Ok(Self::compose("NL", &format!("{}{suffix:04}", company.as_str())))
    }

    /// The Belgian identifier of an enterprise, with business code `ZZZ`.
    pub fn belgian(enterprise: &EnterpriseNumber) -> Self {
        Self::compose("BE", enterprise.as_str())
    }

    fn compose(country: &str, national: &str) -> Self {
        let check = mod97::check_digits(national.bytes().chain(country.bytes()));
        Self(format!("{country}{check:02}ZZZ{national}"))
    }

    /// Without spaces, in upper case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The two letters of the country.
    pub fn country(&self) -> &str {
        &self.0[..2]
    }

    /// The three characters a creditor may use for parts of the business; they do not change who the creditor is.
    pub fn business_code(&self) -> &str {
        &self.0[4..7]
    }

    /// Whether it is the same creditor, whatever the business code.
    pub fn is_same_creditor(&self, other: &Self) -> bool {
        self.0[..4] == other.0[..4] && self.0[7..] == other.0[7..]
    }
}

impl fmt::Display for CreditorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

text_id!(CreditorId, CreditorIdError);

/// An enterprise number, or three digits, `D` and nine digits for creditors without one.
fn is_belgian_creditor(national: &str) -> bool {
    let bytes = national.as_bytes();
    let by_bank =
        bytes.len() == 13 && bytes[3] == b'D' && bytes[..3].iter().chain(&bytes[4..]).all(u8::is_ascii_digit);
    by_bank || EnterpriseNumber::parse(national).is_ok()
}
