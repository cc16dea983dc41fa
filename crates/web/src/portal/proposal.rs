//! The application form read into a proposal: each field by the type that cannot hold a wrong value. What is wrong stays
//! with its field, in the reader's language. The portal and the desk read the same form.

use std::sync::Arc;

use app::apply::{Attached, DeviceIdentity, Proposal, ProposedDevice};
use app::{App, AppError, Refused};
use kernel::{
    Date, DeviceKind, EmailAddress, Frequency, Iban, Imei, Instant, Language, Money, Phone, Postcode,
    SerialNumber,
};
use party::{Payee, PostalAddress, Profile};
use policy::HolderKind;
use terms::Product;

use crate::form::{Filled, day};
use crate::read::Reader;
use crate::{Failure, Words};

/// What is applied for when the form does not say.
const PRODUCT: &str = "xandocare";

/// The product a form is about.
///
/// # Errors
/// [`Failure::NotFound`] when it names one that is not sold: no form of ours does.
pub(crate) fn product(app: &App, filled: &Filled) -> Result<Arc<Product>, Failure> {
    let code = filled.given("product").unwrap_or(PRODUCT);
    app.products.current(code).ok_or(Failure::NotFound)
}

/// What a price depends on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Priced<'a> {
    pub(crate) plan: &'a str,
    pub(crate) kind: DeviceKind,
    pub(crate) value: Money,
    pub(crate) bought: Date,
}

/// Reads what the price depends on; `None` while some of it is missing or wrong.
pub(crate) fn priced(filled: &Filled) -> Option<Priced<'_>> {
    Some(Priced {
        plan: filled.given("plan")?,
        kind: filled.get("device").parse().ok()?,
        value: filled.get("price").parse().ok()?,
        bought: day(filled.get("bought"))?,
    })
}

/// What must be said with the form, beside the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// The applicant ticks it here; the address must be there, because the link goes to it.
    Online,
    /// It came by phone or post, and the desk has it.
    AtDesk,
}

/// Reads the form, noting what is wrong. The proposal is whole only when nothing was.
pub(crate) fn read(
    words: Words,
    filled: &mut Filled,
    (now, product): (Instant, &Product),
    (language, consent): (Language, Consent),
    proof: Option<Attached>,
) -> Option<Proposal> {
    let country = product.country();
    let today = kernel::local_date(now, country);
    let mut form = Reader { words, filled };
    let plans: Vec<&str> = product.plans().iter().map(|plan| plan.code.as_str()).collect();
    let devices: Vec<&str> = product.devices().iter().map(|sold| sold.kind.code()).collect();
    let plan = form.one_of("plan", &plans);
    let kind: Option<DeviceKind> = form.one_of("device", &devices).and_then(|d| d.parse().ok());
    let (brand, model) = (form.text("brand"), form.text("model"));
    let imei = form.optional("imei", |text| Imei::parse(text).map_err(kernel::ImeiError::code));
    let serial =
        form.optional("serial", |text| SerialNumber::parse(text).map_err(kernel::SerialNumberError::code));
    if form.filled.given("imei").is_none() && form.filled.given("serial").is_none() {
        form.wrong("imei", "apply-one-number");
    }
    let bought = form.past_day("bought", today);
    let value = form.needed("price", |text| text.parse::<Money>().map_err(kernel::MoneyError::code));
    let user = form.one_of("user", &["me", "family", "staff"]);
    let (user_name, user_born) = match user.as_deref() {
        Some("family") => (form.text("user_name"), form.past_day("user_born", today)),
        _ => (None, None),
    };
    let (first, last) = (form.text("first_name"), form.text("last_name"));
    let born = form.past_day("born", today);
    let email = match (form.filled.given("email"), consent) {
        (None, Consent::AtDesk) => None,
        _ => form.needed("email", |text| EmailAddress::parse(text).map_err(kernel::EmailAddressError::code)),
    };
    let phone =
        form.optional("phone", |text| Phone::parse_for(country, text).map_err(kernel::PhoneError::code));
    let postcode = form
        .needed("postcode", |text| Postcode::parse_for(country, text).map_err(kernel::PostcodeError::code));
    let (street, number) = (form.text("street"), form.text("house_number"));
    let town = form.text("town");
    let by_debit = form.filled.get("pay") != "transfer";
    let payee = by_debit.then(|| {
        let iban = form.needed("iban", |text| Iban::parse(text).map_err(kernel::IbanError::code));
        form.text("holder").zip(iban).map(|(name, iban)| Payee { name, iban })
    });
    for agreed in ["mandate", "conditions", "truth"].into_iter().filter(|&tick| by_debit || tick != "mandate")
    {
        if consent == Consent::Online && !form.filled.ticked(agreed) {
            form.wrong(agreed, "apply-must-agree");
        }
    }
    if !form.filled.is_good() {
        return None;
    }
    Some(Proposal {
        product: product.code().to_owned(),
        plan: plan?,
        frequency: Frequency::Monthly,
        holder_kind: if user? == "staff" { HolderKind::Business } else { HolderKind::Consumer },
        language,
        profile: Profile {
            name: format!("{} {}", first?, last?),
            born,
            insured_person: user_name,
            insured_born: user_born,
            address: PostalAddress {
                street: format!("{} {}", street?, number?),
                postcode: postcode?,
                town: town?,
                country,
            },
            email,
            phone,
        },
        by_email: filled.ticked("email_consent"),
        device: ProposedDevice {
            kind: kind?,
            identity: DeviceIdentity { model: format!("{} {}", brand?, model?), imei, serial },
            bought: bought?,
            purchase_value: value?,
        },
        mandate: payee.flatten(),
        proof,
        missing: std::collections::BTreeSet::new(),
        partner: filled.given("partner").map(str::to_owned),
    })
}

/// Turns the form of a minor into that of a parent: the minor becomes who uses the device, and the parent fills in who they are
/// (LAW-FMT-10).
fn ask_a_parent(filled: &mut Filled) {
    let name = format!("{} {}", filled.get("first_name"), filled.get("last_name"));
    let born = filled.get("born").to_owned();
    filled.set("user", "family");
    filled.set("user_name", name);
    filled.set("user_born", born);
    for field in ["first_name", "last_name", "born"] {
        filled.set(field, "");
    }
}

/// Puts what the house refused beside the field it is about. What cannot be told beside a field is the form's.
pub(crate) fn note(words: Words, filled: &mut Filled, refused: &Refused) {
    if refused.code == "applicant-minor" && filled.get("user") == "me" {
        ask_a_parent(filled);
        filled.wrong("first_name", words.t("apply-parent"));
        return;
    }
    let field = match refused.code.as_str() {
        "unknown-plan" => "plan",
        "device-not-sold" => "device",
        "purchase-value-out-of-range" => "price",
        "bought-too-long-ago" | "bought-after-application" => "bought",
        "applicant-minor" => "born",
        "applicant-no-name" => "first_name",
        "applicant-no-email" => "email",
        "device-no-number" | "device-insured-already" => "imei",
        code if code.starts_with("upload-") => "proof",
        _ => "",
    };
    filled.wrong(field, words.refusal(refused));
}

/// The refusal, or the error that it is not.
pub(crate) fn refused(error: AppError) -> Result<Refused, AppError> {
    match error {
        AppError::Refused(refused) => Ok(refused),
        other => Err(other),
    }
}
