//! Names, addresses, banks and remittance as a payment file takes them: right once they exist.

use crate::text::{self, NAME_LENGTH, REMITTANCE_LENGTH, TextError};
use kernel::{PolicyNumber, StructuredReference};
use std::fmt;

/// A name in the SEPA character set, 1 to 70 characters; a longer one is cut. `Debug` shows its length only.
#[derive(Clone, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// Writes a name in the SEPA character set.
    ///
    /// # Errors
    /// [`TextError::Empty`].
    pub fn new(name: &str) -> Result<Self, TextError> {
        text::cut(name, NAME_LENGTH).map(Self)
    }

    /// As it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({} characters)", self.0.len())
    }
}

/// The code of a bank (ISO 9362), 8 or 11 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bic(String);

impl Bic {
    /// Reads a BIC; case and surrounding spaces do not matter.
    ///
    /// # Errors
    /// [`TextError::Bic`].
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let bic = text.trim().to_ascii_uppercase();
        let b = bic.as_bytes();
        let right = matches!(b.len(), 8 | 11)
            && b.iter().all(u8::is_ascii_alphanumeric)
            && b[4..6].iter().all(u8::is_ascii_uppercase);
        if right { Ok(Self(bic)) } else { Err(TextError::Bic) }
    }

    /// In capital letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A structured address: the only kind allowed since 15 November 2026 (LAW-SEPA-02). Town and country always, the rest
/// where there is any. Each part is written in the SEPA character set and cut to its field.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    pub(super) street: Option<String>,
    pub(super) number: Option<String>,
    pub(super) post_box: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) town: String,
    pub(super) country: String,
}

impl Address {
    /// With what every address must have: town, and country as two capital letters.
    ///
    /// # Errors
    /// [`TextError::Empty`] without town, [`TextError::Country`].
    pub fn new(town: &str, country: &str) -> Result<Self, TextError> {
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(TextError::Country);
        }
        Ok(Self {
            street: None,
            number: None,
            post_box: None,
            postcode: None,
            town: text::cut(town, 35)?,
            country: country.to_owned(),
        })
    }

    /// With street (at most 70 characters) and house number with its addition (at most 16). Empty parts are left out.
    #[must_use]
    pub fn with_street(mut self, street: &str, number: &str) -> Self {
        self.street = text::cut(street, 70).ok();
        self.number = text::cut(number, 16).ok();
        self
    }

    /// With post box, at most 16 characters.
    #[must_use]
    pub fn with_post_box(mut self, post_box: &str) -> Self {
        self.post_box = text::cut(post_box, 16).ok();
        self
    }

    /// With postcode, at most 16 characters.
    #[must_use]
    pub fn with_postcode(mut self, postcode: &str) -> Self {
        self.postcode = text::cut(postcode, 16).ok();
        self
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.country)
    }
}

/// What a payment is for, as the other side reads it on the statement.
#[derive(Clone, PartialEq, Eq)]
pub struct Remittance(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Text(String),
    Structured(StructuredReference),
}

impl Remittance {
    /// Free text that begins with the policy number (FAQ-12), in the SEPA character set, at most 140 characters
    /// (LAW-SEPA-14). Only the text behind the number is cut.
    #[must_use]
    pub fn for_policy(policy: &PolicyNumber, words: &str) -> Self {
        let line = format!("{policy} {words}");
        Self(Kind::Text(text::cut(&line, REMITTANCE_LENGTH).expect("a policy number is not empty")))
    }

    /// Free text without policy number, for payments that are not about one (commission, settlement with an insurer).
    /// Too long a text is refused, as what is cut might be a number.
    ///
    /// # Errors
    /// [`TextError::Empty`], [`TextError::TooLong`].
    pub fn text(words: &str) -> Result<Self, TextError> {
        let line = text::to_sepa(words);
        match line.len() {
            0 => Err(TextError::Empty),
            found if found > REMITTANCE_LENGTH => Err(TextError::TooLong { found, limit: REMITTANCE_LENGTH }),
            _ => Ok(Self(Kind::Text(line))),
        }
    }

    /// The Belgian structured communication that the payee asked for.
    #[must_use]
    pub fn structured(reference: StructuredReference) -> Self {
        Self(Kind::Structured(reference))
    }

    pub(super) fn write(&self, out: &mut super::out::Xml) {
        out.open("RmtInf");
        match &self.0 {
            Kind::Text(line) => out.leaf("Ustrd", line),
            Kind::Structured(reference) => {
                out.raw("<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></Tp>");
                out.leaf("Ref", reference.as_str());
                out.raw("</CdtrRefInf></Strd>");
            }
        }
        out.close("RmtInf");
    }
}

impl fmt::Debug for Remittance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Text(line) => write!(f, "Remittance({} characters)", line.len()),
            Kind::Structured(_) => f.write_str("Remittance(structured)"),
        }
    }
}

/// The one who sends the file to the bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiator {
    /// Name.
    pub name: Name,
    /// Identifier that the bank wants here, if any: in Belgium the enterprise number with issuer `KBO-BCE`.
    pub id: Option<OrganisationId>,
}

/// An organisation's identifier and who gave it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationId {
    id: String,
    issuer: Option<String>,
}

impl OrganisationId {
    /// At most 35 characters each.
    ///
    /// # Errors
    /// [`TextError`] when one of them is empty, too long or outside the character set.
    pub fn new(id: &str, issuer: Option<&str>) -> Result<Self, TextError> {
        let id = text::identifier(id, text::IDENTIFIER_LENGTH)?.to_owned();
        let issuer = issuer.map(|issuer| text::identifier(issuer, text::IDENTIFIER_LENGTH)).transpose()?;
        Ok(Self { id, issuer: issuer.map(str::to_owned) })
    }
}

impl Initiator {
    pub(super) fn write(&self, out: &mut super::out::Xml) {
        out.open("InitgPty");
        out.leaf("Nm", self.name.as_str());
        if let Some(OrganisationId { id, issuer }) = &self.id {
            out.raw("<Id><OrgId><Othr>");
            out.leaf("Id", id);
            if let Some(issuer) = issuer {
                out.leaf("Issr", issuer);
            }
            out.raw("</Othr></OrgId></Id>");
        }
        out.close("InitgPty");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bank_codes() {
        assert_eq!(Bic::parse(" abnanl2a ").unwrap().as_str(), "ABNANL2A");
        for bad in ["", "ABNANL2", "ABNA1L2A", "ABNANL2AXX", "ABNANL2A-X1"] {
            assert_eq!(Bic::parse(bad), Err(TextError::Bic), "{bad}");
        }
    }

    #[test]
    fn the_policy_number_is_never_cut() {
        let policy = PolicyNumber::from_entropy(7);
        let long = Remittance::for_policy(&policy, &"x".repeat(200));
        let Kind::Text(line) = &long.0 else { panic!() };
        assert_eq!(line.len(), REMITTANCE_LENGTH);
        assert!(line.starts_with(policy.as_str()));
        let found = Remittance::text(&"x".repeat(141));
        assert_eq!(found.unwrap_err(), TextError::TooLong { found: 141, limit: 140 });
    }

    #[test]
    fn addresses_have_town_and_country() {
        assert_eq!(Address::new("", "NL").unwrap_err(), TextError::Empty);
        assert_eq!(Address::new("Gent", "be").unwrap_err(), TextError::Country);
    }
}
