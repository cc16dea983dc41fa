//! An application as Sanne de Vries fills it in.

use std::path::Path;

use browser::{Browser, Harmony};

use super::house::{self, House};
use super::mail;

/// Her address.
pub(crate) const CUSTOMER: &str = "sanne@example.org";

const FIELDS: [(&str, &str); 16] = [
    ("brand", "Fairphone"),
    ("model", "5"),
    ("imei", "490154203237518"),
    ("bought", "2026-02-20"),
    ("price", "849.00"),
    ("first_name", "Sanne"),
    ("last_name", "de Vries"),
    ("born", "1991-05-17"),
    ("email", CUSTOMER),
    ("phone", "0612345678"),
    ("postcode", "1012 JS"),
    ("house_number", "14"),
    ("street", "Damrak"),
    ("town", "Amsterdam"),
    ("iban", "NL39RABO0300065264"),
    ("holder", "S. de Vries"),
];

/// What must be agreed to.
pub(crate) const AGREED: [&str; 4] = ["mandate", "email_consent", "conditions", "truth"];

/// Fills in the whole form, rightly.
#[track_caller]
pub(crate) fn fill(page: &Browser, proof: &Path) {
    page.pick("plan", "plus");
    page.pick("device", "phone");
    for (field, text) in FIELDS {
        page.fill(field, text);
    }
    page.upload("proof", proof);
    for agreed in AGREED {
        page.pick(agreed, "yes");
    }
}

/// Sends the form off.
#[track_caller]
pub(crate) fn send(page: &Browser) {
    page.follow("form[action='/apply'] > button.btn");
}

/// Applies with a picture as proof, confirms by the mailed link, and is accepted by the desk; the number of the policy.
#[track_caller]
pub(crate) fn insured(customer: &Browser, desk: &Browser, house: &House, harmony: &Harmony) -> String {
    let photo = house.data().join("photo.png");
    customer.goto(&harmony.url("/"));
    customer.picture(&photo, 400);
    customer.goto("/apply?plan=plus&device=phone");
    fill(customer, &photo);
    send(customer);
    let letter = mail::wait(house.data(), CUSTOMER, "/apply/confirm/");
    customer.goto(&harmony.url(&mail::link(&letter, "/apply/confirm/")));
    customer.follow("form[action^='/apply/confirm/'] button");
    let number = customer.text("dl.facts dd.num");
    house::sign_in(desk, harmony, "acceptance");
    desk.goto(&format!("/desk/applications/{number}"));
    desk.follow("button[value='accept']");
    number
}
