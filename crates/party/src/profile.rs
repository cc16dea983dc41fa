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

impl Payee {
    /// Whether the same person holds both accounts, as far as the names tell: the same words in whatever order and case.
    pub fn is_same_holder(&self, other: &Self) -> bool {
        let words = words(&self.name);
        !words.is_empty() && words == self::words(&other.name)
    }

    /// Whether the name of the holder has a word in common with another name: else a person looks before money goes out.
    pub fn resembles(&self, name: &str) -> bool {
        const SHORTEST: usize = 3;
        let known = words(name);
        words(&self.name).iter().any(|word| word.chars().count() >= SHORTEST && known.contains(word))
    }
}

fn words(name: &str) -> std::collections::BTreeSet<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

impl std::fmt::Debug for Payee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Payee(sealed)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holders_are_told_by_the_words_of_their_names() {
        let payee = |name: &str| Payee {
            name: name.to_owned(),
            iban: Iban::parse("NL91ABNA0417164300").expect("a good account"),
        };
        let is_same = |one: &str, other: &str| payee(one).is_same_holder(&payee(other));
        assert!(is_same("Anna de Vries", "VRIES, Anna de"));
        assert!(!is_same("Anna de Vries", "Bram de Vries"));
        assert!(!is_same("", ""));
        assert!(payee("A.M. de Vries-Jansen").resembles("Anna Jansen"));
        assert!(!payee("B. de Boer").resembles("Anna de Vries"), "`de` is in every second name");
    }
}
