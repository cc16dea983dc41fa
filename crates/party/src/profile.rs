//! What is sealed in the vault about a party (DATA-01, DATA-02, DATA-04).

use kernel::{Country, Date, EmailAddress, Iban, Phone, Postcode};
use serde::{Deserialize, Serialize};

/// Who somebody is and how to reach them. Never stored but sealed; `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Name as on letters.
    pub name: String,
    /// Date of birth, of a person.
    pub born: Option<Date>,
    /// The parent or guardian's child who uses the device, when a minor is insured (LAW-FMT-10).
    pub insured_person: Option<String>,
    /// Their date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insured_born: Option<Date>,
    /// Postal address.
    pub address: PostalAddress,
    /// E-mail address.
    pub email: Option<EmailAddress>,
    /// Telephone number.
    pub phone: Option<Phone>,
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Profile(sealed)")
    }
}

/// Where letters go.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostalAddress {
    /// Street with number and addition.
    pub street: String,
    /// Postcode of the country.
    pub postcode: Postcode,
    /// Town.
    pub town: String,
    /// Country.
    pub country: Country,
}

impl std::fmt::Debug for PostalAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PostalAddress(sealed)")
    }
}

/// Whose account money is taken from or goes to; sealed (DATA-04).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payee {
    /// Name of the holder.
    pub name: String,
    /// The account.
    pub iban: Iban,
}

impl std::fmt::Debug for Payee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Payee(sealed)")
    }
}
