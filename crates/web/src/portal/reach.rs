//! The forms that the portal and the desk share: how somebody is reached, and the account premium is collected from.

use app::contact::{Contact, Known};
use kernel::{Country, Date, EmailAddress, Iban, Instant, Language, Phone, Postcode};
use party::{Payee, PostalAddress};

use crate::Words;
use crate::form::Filled;
use crate::part::{Choice, Field, Fields, Kind, Style, Summary};
use crate::read::Reader;

/// The fields of how somebody is reached.
#[derive(Debug)]
pub struct ReachForm {
    /// What is wrong.
    pub summary: Summary,
    /// `street`, with number.
    pub street: Field,
    /// `postcode`.
    pub postcode: Field,
    /// `town`.
    pub town: Field,
    /// `country`: `NL`, `BE`.
    pub country: Choice,
    /// `phone`.
    pub phone: Field,
    /// `language`: `nl`, `en`, `fr`.
    pub language: Choice,
    /// `letters`: `email`, `post`.
    pub letters: Choice,
}

impl ReachForm {
    /// The form with what was typed, or with what we know.
    pub(crate) fn new(words: Words, filled: &Filled) -> Self {
        let fields = Fields { words, area: "reach", filled };
        Self {
            summary: Summary::new(words, filled.faults()),
            street: fields.text("street").autocomplete("street-address"),
            postcode: fields.text("postcode").autocomplete("postal-code"),
            town: fields.text("town").autocomplete("address-level2"),
            country: fields.choice("country", &["NL", "BE"]).style(Style::Pills),
            phone: fields.field("phone", Kind::Phone).optional(words).autocomplete("tel"),
            language: fields.choice("language", &["nl", "en", "fr"]).style(Style::Pills),
            letters: fields.choice("letters", &["email", "post"]).style(Style::Pills),
        }
    }
}

/// What we know, as the form says it.
pub(crate) fn filled(known: &Known) -> Filled {
    let address = &known.profile.address;
    let mut filled = Filled::default();
    for (field, value) in [
        ("street", address.street.as_str()),
        ("postcode", address.postcode.as_str()),
        ("town", address.town.as_str()),
        ("country", address.country.code()),
        ("phone", known.profile.phone.as_ref().map_or("", |phone| phone.as_str())),
        ("language", known.party.language.code()),
        ("letters", if known.party.by_email { "email" } else { "post" }),
        ("version", &known.version.to_string()),
    ] {
        filled.set(field, value);
    }
    filled
}

/// Reads the form, noting what is wrong.
pub(crate) fn read(words: Words, filled: &mut Filled) -> Option<Contact> {
    let mut form = Reader { words, filled };
    let country: Option<Country> = form.one_of("country", &["NL", "BE"]).and_then(|code| code.parse().ok());
    let checked = country.unwrap_or(Country::Nl);
    let street = form.text("street");
    let postcode = form
        .needed("postcode", |text| Postcode::parse_for(checked, text).map_err(kernel::PostcodeError::code));
    let town = form.text("town");
    let phone =
        form.optional("phone", |text| Phone::parse_for(checked, text).map_err(kernel::PhoneError::code));
    let language: Option<Language> =
        form.one_of("language", &["nl", "en", "fr"]).and_then(|code| code.parse().ok());
    let letters = form.one_of("letters", &["email", "post"]);
    if !filled.is_good() {
        return None;
    }
    let address = PostalAddress { street: street?, postcode: postcode?, town: town?, country: country? };
    Some(Contact { name: None, address, phone, language: language?, by_email: letters? == "email" })
}

/// Reads a new e-mail address from `email`.
pub(crate) fn read_email(words: Words, filled: &mut Filled) -> Option<EmailAddress> {
    let parse = |text: &str| EmailAddress::parse(text).map_err(kernel::EmailAddressError::code);
    Reader { words, filled }.needed("email", parse)
}

/// The fields of an account to collect from.
#[derive(Debug)]
pub struct PayerForm {
    /// What is wrong.
    pub summary: Summary,
    /// `iban`.
    pub iban: Field,
    /// `holder`: name of the account.
    pub holder: Field,
}

impl PayerForm {
    /// The form with what was typed.
    pub(crate) fn new(words: Words, filled: &Filled) -> Self {
        let fields = Fields { words, area: "apply", filled };
        Self {
            summary: Summary::new(words, filled.faults()),
            iban: fields.text("iban"),
            holder: fields.text("holder").autocomplete("cc-name"),
        }
    }
}

/// Reads an account, noting what is wrong.
pub(crate) fn read_payer(words: Words, filled: &mut Filled) -> Option<Payee> {
    let mut form = Reader { words, filled };
    let iban = form.needed("iban", |text| Iban::parse(text).map_err(kernel::IbanError::code));
    let name = form.text("holder");
    Some(Payee { name: name?, iban: iban? })
}

/// Reads a day, today at the latest.
pub(crate) fn read_day(words: Words, filled: &mut Filled, field: &str, now: Instant) -> Option<Date> {
    let today = kernel::local_date(now, words.country);
    Reader { words, filled }.past_day(field, today)
}
