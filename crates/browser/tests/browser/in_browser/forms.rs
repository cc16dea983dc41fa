//! Forms: what was typed stays, what is wrong is said, nothing is sent twice, and nothing needs a script.

use browser::{Browser, Harmony, Screen, Scripts, Setup, is_available};

use super::application::{self, CUSTOMER};
use super::house::{self, House};
use super::mail;
use super::words::Words;

const NOW: &str = "2026-03-02T14:05";
const LANGUAGES: [&str; 3] = ["en", "nl", "fr"];

#[test]
fn sign_in_says_what_is_wrong_and_not_who_is_known() {
    if !is_available("sign_in_says_what_is_wrong_and_not_who_is_known") {
        return;
    }
    let house = House::with_staff(&["acceptance"], "en");
    let harmony = house.serve(NOW);
    for language in LANGUAGES {
        let words = Words::of(language);
        let page = house::reader(&format!("sign-in-{language}"), Screen::Phone, language);
        for (who, password) in
            [("acceptance@harmony.example", "a wrong password"), ("nobody@harmony.example", house::PASSWORD)]
        {
            page.goto(&harmony.url("/sign-in"));
            page.is_in_order();
            page.fill("email", who);
            page.fill("password", password);
            page.follow("form[action='/sign-in'] button");
            page.sees(words.t("refusal-sign-in-wrong"));
            assert_eq!(page.attribute("#email", "value"), who);
            assert_eq!(page.attribute("#password", "value"), "", "a password is not sent back");
            assert_eq!(faults(&page, 422), [""; 0]);
        }
        page.goto("/desk");
        assert_eq!(page.count("form[action='/sign-in']"), 1, "nobody is signed in");
    }
    let desk = Browser::open("sign-in", Screen::Desktop);
    house::sign_in(&desk, &harmony, "acceptance");
    desk.is_in_order();
    // What is not theirs, and what is not there, has a page of its own that says so.
    let words = Words::of("en");
    for (path, status, said) in
        [("/desk/statements", 403, "error-not-allowed"), ("/no-such-page", 404, "error-not-found")]
    {
        desk.goto(path);
        desk.sees(words.t(said));
        assert_eq!(faults(&desk, status), [""; 0]);
        assert_eq!(desk.download(path).status, status);
    }
}

#[test]
fn what_was_typed_stays_and_what_is_wrong_is_said() {
    if !is_available("what_was_typed_stays_and_what_is_wrong_is_said") {
        return;
    }
    let house = House::with_staff(&[], "en");
    let harmony = house.serve(NOW);
    for language in LANGUAGES {
        let words = Words::of(language);
        let page = house::reader(&format!("wrong-{language}"), Screen::Phone, language);
        page.goto(&harmony.url("/apply"));
        let proof = house.data().join("proof.png");
        page.picture(&proof, 400);
        application::fill(&page, &proof);
        for (field, wrong) in [
            ("imei", "490154203237519"),
            ("postcode", "0012 JS"),
            ("iban", "NL39RABO0300065265"),
            ("first_name", ""),
            ("street", "Rue d'Été & <b>Söhne</b>"),
        ] {
            page.fill(field, wrong);
        }
        page.pick("truth", "yes");
        application::send(&page);
        for said in
            ["error-imei-check-digit", "error-postcode-nl", "error-iban-check-digits", "form-required"]
        {
            page.sees(words.t(said));
        }
        page.sees(words.t("apply-must-agree"));
        for (field, typed) in [
            ("imei", "490154203237519"),
            ("postcode", "0012 JS"),
            ("iban", "NL39RABO0300065265"),
            ("street", "Rue d'Été & <b>Söhne</b>"),
            ("email", CUSTOMER),
            ("price", "849.00"),
            ("bought", "2026-02-20"),
        ] {
            assert_eq!(page.attribute(&format!("#{field}"), "value"), typed, "{field} in {language}");
        }
        assert_eq!(page.count("input[name='plan'][value='plus'][checked]"), 1, "the plan stays");
        assert_eq!(page.count("#mandate[checked]"), 1, "what was agreed to stays");
        page.sees("proof.png");
        assert_eq!(faults(&page, 422), [""; 0], "{language}");
        for (field, right) in [
            ("imei", "490154203237518"),
            ("postcode", "1012 JS"),
            ("iban", "NL39RABO0300065264"),
            ("first_name", "Sanne"),
        ] {
            page.fill(field, right);
        }
        page.pick("truth", "yes");
        // The proof of purchase need not be sent again.
        application::send(&page);
        page.sees(words.t("applied-title"));
    }
}

#[test]
fn an_application_needs_no_script_and_counts_once() {
    if !is_available("an_application_needs_no_script_and_counts_once") {
        return;
    }
    let house = House::with_staff(&["acceptance"], "en");
    let harmony = house.serve(NOW);
    let words = Words::of("en");
    let setup = Setup { screen: Screen::Phone, scripts: Scripts::Off, language: "en".to_owned() };
    let page = Browser::open_as("no-scripts", &setup);
    page.goto(&harmony.url("/"));
    let proof = house.data().join("proof.png");
    page.picture(&proof, 400);
    page.goto("/apply");
    application::fill(&page, &proof);
    application::send(&page);
    page.sees(words.t("applied-title"));
    // Asked for again, the browser sends the same form once more.
    page.reload();
    page.sees(words.t("applied-title"));
    let confirm = mail::wait(house.data(), CUSTOMER, "/apply/confirm/");
    page.goto(&mail::link(&confirm, "/apply/confirm/"));
    page.follow("form[action^='/apply/confirm/'] button");
    page.sees(words.t("confirmed-title"));
    let number = page.text("dl.facts dd.num");
    // Who presses twice gets the same answer.
    page.goto(&mail::link(&confirm, "/apply/confirm/"));
    page.follow("form[action^='/apply/confirm/'] button");
    assert_eq!(page.text("dl.facts dd.num"), number);

    mail::wait(house.data(), CUSTOMER, &number);
    assert_eq!(mail::count(house.data(), CUSTOMER, "/apply/confirm/"), 1, "one mail to confirm");
    let desk = Browser::open("counts-once", Screen::Desktop);
    house::sign_in(&desk, &harmony, "acceptance");
    desk.goto("/desk/applications");
    assert_eq!(desk.attributes("main a[href^='/desk/applications/HP-']", "href").len(), 1, "one application");
    // Accepted twice from the same page: once.
    desk.goto(&format!("/desk/applications/{number}"));
    desk.follow("button[value='accept']");
    desk.sees(words.t("done-decided"));
    assert!(Harmony::run(house.data(), &["verify"], "").ends_with("sound\n"));
}

/// What is not in order with a page, but for what the browser logs about the status it is meant to have.
fn faults(page: &Browser, status: u16) -> Vec<String> {
    let meant = format!("status of {status}");
    page.faults().into_iter().filter(|fault| !fault.contains(&meant)).collect()
}
