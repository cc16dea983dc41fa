//! The application form (PORTAL-20), on one page: no account is needed, a parent applies for a child (LAW-FMT-10).

use askama::Template;

use crate::Page;
use crate::form::Filled;
use crate::part::{Choice, Field, Fields, Kind, Opt, Style, Summary, Upload};
use crate::public::{Prices, cards};

/// The application form with what was typed.
#[derive(Debug, Template)]
#[template(path = "portal/apply.html")]
pub struct ApplyPage {
    /// The frame.
    pub page: Page,
    /// The ID of this application, so that sending it twice is once.
    pub command: String,
    /// What is wrong.
    pub summary: Summary,
    /// `plan`: `xandocare`, `plus`, `plus-protect`.
    pub plan: Choice,
    /// `device`: `phone`, `tablet`, `laptop` (no smartwatch: AMB-46).
    pub device: Choice,
    /// `brand`.
    pub brand: Field,
    /// `model`.
    pub model: Field,
    /// `imei`, for a phone or tablet.
    pub imei: Field,
    /// `serial`, where there is no IMEI.
    pub serial: Field,
    /// `bought`: date of purchase.
    pub bought: Field,
    /// `price`: purchase value in euros.
    pub price: Field,
    /// `warranty`: months of the manufacturer's warranty, when longer than usual.
    pub warranty: Field,
    /// `proof`: the proof of purchase.
    pub proof: Upload,
    /// `user`: `me`, `family`, `staff` – who uses the device.
    pub user: Choice,
    /// `user_name` and `user_born`, when the user is somebody of the family.
    pub user_name: Field,
    /// Their date of birth.
    pub user_born: Field,
    /// `first_name`.
    pub first_name: Field,
    /// `last_name`.
    pub last_name: Field,
    /// `born`: the policyholder is of age.
    pub born: Field,
    /// `email`.
    pub email: Field,
    /// `phone`.
    pub phone: Field,
    /// `postcode`.
    pub postcode: Field,
    /// `house_number`, with addition.
    pub house_number: Field,
    /// `street`.
    pub street: Field,
    /// `town`.
    pub town: Field,
    /// `iban`.
    pub iban: Field,
    /// `holder`: name of the account.
    pub holder: Field,
    /// `mandate`: direct debit is agreed to.
    pub mandate: Choice,
    /// `email_consent`: letters may come by e-mail.
    pub email_consent: Choice,
    /// `conditions`: read and agreed to.
    pub conditions: Choice,
    /// `truth`: answered truthfully.
    pub truth: Choice,
}

impl ApplyPage {
    /// The form; `command` is a fresh ID when the form is new.
    pub fn new(page: Page, filled: &Filled, prices: &Prices, command: String) -> Self {
        let words = page.words();
        let f = Fields { words, area: "apply", filled };
        let mut plan = f.choice("plan", &[]).style(Style::Tiles);
        plan.options = cards(words, prices)
            .into_iter()
            .map(|card| Opt {
                value: card.code.to_owned(),
                chosen: filled.get("plan") == card.code,
                label: card.name,
                hint: None,
                tag: card.price,
                points: card.points.into_iter().filter(|(_, included)| *included).collect(),
            })
            .collect();
        let imei_lines = ["imei-dial", "imei-back", "imei-papers"].map(|key| words.t(key)).to_vec();
        Self {
            command,
            summary: Summary::new(words, filled.faults()),
            plan,
            device: f.choice("device", &["phone", "tablet", "laptop"]).style(Style::Pills),
            brand: f.text("brand"),
            model: f.text("model"),
            imei: f.field("imei", Kind::Digits).optional(words).aid(words.t("imei-where"), imei_lines),
            serial: f.text("serial").optional(words),
            bought: f.field("bought", Kind::Date),
            price: f.field("price", Kind::Money),
            warranty: f.field("warranty", Kind::Digits).optional(words),
            proof: f.upload("proof"),
            user: f.choice("user", &["me", "family", "staff"]).or_chosen("me"),
            user_name: f.text("user_name"),
            user_born: f.field("user_born", Kind::Date),
            first_name: f.text("first_name").autocomplete("given-name"),
            last_name: f.text("last_name").autocomplete("family-name"),
            born: f.field("born", Kind::Date).autocomplete("bday"),
            email: f.field("email", Kind::Email).autocomplete("email"),
            phone: f.field("phone", Kind::Phone).autocomplete("tel"),
            postcode: f.text("postcode").autocomplete("postal-code"),
            house_number: f.text("house_number"),
            street: f.text("street").autocomplete("address-line1"),
            town: f.text("town").autocomplete("address-level2"),
            iban: f.text("iban"),
            holder: f.text("holder").autocomplete("cc-name"),
            mandate: f.tick("mandate"),
            email_consent: f.tick("email_consent"),
            conditions: f.tick("conditions"),
            truth: f.tick("truth"),
            page,
        }
    }
}
