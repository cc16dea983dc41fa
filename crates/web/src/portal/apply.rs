//! The application form (PORTAL-20), on one page: no account is needed, a parent applies for a child (LAW-FMT-10).

use app::apply::{self, Holder};
use app::identity::Token;
use app::{AppError, attachments, drafts, parties};
use askama::Template;
use kernel::{Id, Money, Role};
use store::Priority;

use super::apply_done::AppliedPage;
use super::kept::{self, Kept};
use super::proposal::{self, Consent};
use crate::form::Filled;
use crate::part::{Choice, Field, Fields, Kind, Opt, Style, Summary, Upload};
use crate::public::{Offer, cards};
use crate::{Answer, Failure, Page, Visit};

/// The application form with what was typed.
#[derive(Debug, Template)]
#[template(path = "portal/apply.html")]
pub struct ApplyPage {
    /// The frame.
    pub page: Page,
    /// The ID of this application, so that sending it twice is once.
    pub command: String,
    /// `product`: what is applied for, by the country.
    pub product: String,
    /// `partner`: code of the partner whose link was followed; may be empty.
    pub partner: String,
    /// The country the form is for, in words.
    pub country: String,
    /// The forms for other countries: code of the product and what leads there.
    pub others: Vec<(String, String)>,
    /// What is wrong.
    pub summary: Summary,
    /// Premium a month and excess per claim, once enough is known to tell.
    pub quote: Option<(Money, Money)>,
    /// The proof of purchase that is kept from before, for the form to send back; may be empty.
    pub kept: String,
    /// `plan`: one of the product's, such as `plus`.
    pub plan: Choice,
    /// `device`: what the product insures, such as `phone` (no smartwatch in the Netherlands: AMB-46).
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
    /// `pay`: `debit` or `transfer` (NL-PREM-01, BE-PREM-03).
    pub pay: Choice,
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
    /// The form for what the field `product` names, or for the first of the `offers`; `command` is a fresh ID when the form is
    /// new.
    pub fn new(page: Page, filled: &Filled, offers: &[Offer], command: String) -> Self {
        let words = page.words();
        let f = Fields { words, area: "apply", filled };
        let mut plan = f.choice("plan", &[]).style(Style::Tiles);
        let offer = offers.iter().find(|offer| offer.product == filled.get("product")).or(offers.first());
        let of_country = |key: &str, offer: &Offer| {
            words.t(&format!("apply-{key}-{}", offer.country.code().to_lowercase()))
        };
        let is_other = |other: &&Offer| offer.is_some_and(|offer| offer.product != other.product);
        let others = offers.iter().filter(is_other);
        let devices: Vec<&str> =
            offer.into_iter().flat_map(|offer| &offer.devices).map(|kind| kind.code()).collect();
        plan.options = offer
            .map(|offer| cards(words, offer))
            .unwrap_or_default()
            .into_iter()
            .map(|card| Opt {
                chosen: filled.get("plan") == card.code,
                value: card.code,
                label: card.name,
                hint: None,
                tag: card.price,
                points: card.points.into_iter().filter(|(_, included)| *included).collect(),
            })
            .collect();
        let imei_lines = ["imei-dial", "imei-back", "imei-papers"].map(|key| words.t(key)).to_vec();
        Self {
            command,
            product: offer.map(|offer| offer.product.clone()).unwrap_or_default(),
            partner: filled.get("partner").to_owned(),
            country: offer.map(|offer| of_country("country", offer)).unwrap_or_default(),
            others: others.map(|other| (other.product.clone(), of_country("other", other))).collect(),
            summary: Summary::new(words, filled.faults()),
            quote: None,
            kept: String::new(),
            plan,
            device: f.choice("device", &devices).style(Style::Pills),
            brand: f.text("brand"),
            model: f.text("model"),
            imei: f.field("imei", Kind::Digits).optional(words).aid(words.t("imei-where"), imei_lines),
            serial: f.text("serial").optional(words),
            bought: f.field("bought", Kind::Date),
            price: f.field("price", Kind::Money),
            proof: f.upload("proof"),
            user: f.choice("user", &["me", "family", "staff"]).or_chosen("me"),
            user_name: f.text("user_name"),
            user_born: f.field("user_born", Kind::Date),
            first_name: f.text("first_name").autocomplete("given-name"),
            last_name: f.text("last_name").autocomplete("family-name"),
            born: f.field("born", Kind::Date).autocomplete("bday"),
            email: f.field("email", Kind::Email).autocomplete("email"),
            phone: f.field("phone", Kind::Phone).optional(words).autocomplete("tel"),
            postcode: f.text("postcode").autocomplete("postal-code"),
            house_number: f.text("house_number"),
            street: f.text("street").autocomplete("address-line1"),
            town: f.text("town").autocomplete("address-level2"),
            pay: f.choice("pay", &["debit", "transfer"]).or_chosen("debit"),
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

/// The empty form. What we know of somebody who is signed in stands in it already.
pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = Filled::default();
    for name in ["product", "plan", "device"] {
        filled.set(name, visit.query().get(name));
    }
    if let Some(partner) = partner(&visit)? {
        filled.set("partner", partner);
    }
    if let Some(party) = customer(&visit) {
        fill_in(&visit, party, &mut filled).await?;
    }
    let command = visit.draw();
    let answer = Answer::page(&ApplyPage::new(visit.page(), &filled, &visit.shell().offers(), command))?;
    // Nothing personal stands in it yet: the browser may keep it, so that Back finds what was typed.
    Ok(if visit.visitor().is_none() { answer.kept_by_browser() } else { answer })
}

/// The partner whose link was followed, if it may bring policyholders now. A link that is out of date stops nobody.
fn partner(visit: &Visit) -> Result<Option<String>, Failure> {
    let (code, app) = (visit.query().get("partner"), visit.app()?);
    let agreements = app.products.agreements().iter();
    let known = agreements.filter_map(|agreement| {
        let today = kernel::local_date(visit.now(), agreement.country);
        agreement.partner(code).filter(|partner| partner.in_force(today))
    });
    Ok(known.map(|partner| partner.code.clone()).next())
}

/// Reads the form; who is signed in applies at once, everybody else gets a link by mail (PRIV-33).
pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let words = visit.words();
    let mut filled = visit.sent().clone();
    let command = visit.command("apply")?;
    let holder = customer(&visit);
    let only_shown = matches!(filled.get("do"), "price" | "change");
    let proof = kept::proof(&visit, &mut filled, holder, !only_shown).await?;
    if only_shown {
        return again(&visit, &filled, proof.as_ref(), true);
    }
    let attached = proof.as_ref().map(|kept| kept.upload.attached.clone());
    let now = visit.now();
    let product = proposal::product(&app, &filled)?;
    let way = (words.language, Consent::Online);
    let read = proposal::read(words, &mut filled, (now, &product), way, attached);
    let (Some(proposal), Some(proof)) = (read, proof.clone()) else {
        return again(&visit, &filled, proof.as_ref(), false);
    };
    let email = proposal.profile.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let token = Token::from_entropy((visit.shell().entropy)());
    let kept = proof.clone();
    let visitor =
        visit.visitor().map(|visitor| visitor.who.actor(Role::Policyholder, kernel::Channel::Portal));
    let done = app.clone().db.write_async(Priority::Click, move |tx| {
        attachments::keep(tx, now, [&proof.upload])?;
        match (holder, &visitor) {
            (Some(party), Some(actor)) => {
                let holder = Holder::Known(party);
                apply::apply(&app, tx, now, &command, actor, holder, &proposal).map(Some)
            }
            _ => drafts::save(&app, tx, now, &command, proof.holder, &token, &proposal).map(|()| None),
        }
    });
    match done.await {
        Ok(Some(made)) => Ok(Answer::onward(format!("/my/policies/{}", made.number)).say("done-sent")),
        Ok(None) => {
            let typed = filled.pairs().filter(|(name, _)| !matches!(*name, "_token" | "do" | "kept"));
            let mut typed: Vec<_> = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            typed.push(("kept".to_owned(), kept.text(visit.app()?)));
            Answer::page(&AppliedPage { page: visit.page(), email, typed })
        }
        Err(error) => {
            let refused = proposal::refused(error)?;
            proposal::note(words, &mut filled, &refused);
            again(&visit, &filled, Some(&kept), false)
        }
    }
}

/// The form once more, with what was typed, the file that was sent, and the price where it can be told.
fn again(visit: &Visit, filled: &Filled, kept: Option<&Kept>, asked: bool) -> Result<Answer, Failure> {
    let app = visit.app()?;
    let mut filled = filled.clone();
    let mut quote = None;
    match proposal::priced(&filled) {
        Some(priced) => {
            let product = proposal::product(app, &filled)?;
            let today = kernel::local_date(visit.now(), product.country());
            let (kind, value) = (priced.kind, priced.value);
            let monthly = kernel::Frequency::Monthly;
            match apply::quote(&product, priced.plan, kind, value, monthly, (priced.bought, today)) {
                Ok(price) => quote = Some((price.premium, price.excess)),
                Err(AppError::Refused(refused)) if asked => {
                    proposal::note(visit.words(), &mut filled, &refused);
                }
                Err(_) => {}
            }
        }
        None if asked => filled.wrong("", visit.words().t("apply-price-needs")),
        None => {}
    }
    let command = filled.get("command").to_owned();
    let mut view = ApplyPage::new(visit.page(), &filled, &visit.shell().offers(), command);
    view.quote = quote;
    if let Some(kept) = kept {
        view.proof.kept = vec![kept.upload.name.clone()];
        view.kept = kept.text(app);
    }
    if asked && filled.is_good() { Answer::page(&view) } else { Answer::again(&view) }
}

/// The customer who is signed in with an account of their own.
fn customer(visit: &Visit) -> Option<Id> {
    let visitor = visit.visitor()?;
    visitor.who.party.filter(|_| visitor.role == Role::Policyholder && visitor.who.file.is_none())
}

async fn fill_in(visit: &Visit, party: Id, filled: &mut Filled) -> Result<(), Failure> {
    let app = visit.app()?.clone();
    let known = visit.app()?.db.read_async(move |tx| parties::known(&app, tx, &[party])).await?;
    let Some(profile) = known.into_values().next().and_then(|known| known.profile) else { return Ok(()) };
    let (first, last) = profile.name.split_once(' ').unwrap_or((&profile.name, ""));
    let (street, number) = profile.address.street.rsplit_once(' ').unwrap_or((&profile.address.street, ""));
    for (field, value) in [
        ("first_name", first),
        ("last_name", last),
        ("street", street),
        ("house_number", number),
        ("postcode", profile.address.postcode.as_str()),
        ("town", &profile.address.town),
        ("email", profile.email.as_ref().map_or("", |email| email.as_str())),
        ("phone", profile.phone.as_ref().map_or("", |phone| phone.as_str())),
    ] {
        filled.set(field, value);
    }
    if let Some(born) = profile.born {
        filled.set("born", born.to_string());
    }
    Ok(())
}
