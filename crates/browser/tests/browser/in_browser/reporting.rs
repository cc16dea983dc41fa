//! A theft is reported as people do it: begun on a phone in the street, with its duties and their clock, and gone on with at
//! a desk; the desk takes the same report from who calls.

use browser::{Browser, Harmony, Screen, is_available};

use super::application;
use super::house::{self, House};
use super::words::Words;

/// What the customer answers about the robbery, by question; other questions are "I don't know".
const TOLD: [(&str, &str); 11] = [
    ("holder", "insured_person"),
    ("theft_how", "robbery"),
    ("offender_described", "yes"),
    ("moment_known", "yes"),
    ("police_told", "yes"),
    ("remote_block", "blocked"),
    ("sim_block", "sim_blocked"),
    ("tracking", "tracked"),
    ("damaged_before", "no"),
    ("kept_locked", "yes"),
    ("affects_function", "yes"),
];

/// Answers the question that is asked; whether there is a next one.
fn answers(page: &Browser) -> bool {
    if page.count("input[name='asked']") == 0 {
        return false;
    }
    let question = page.attribute("input[name='asked']", "value");
    if let Some((_, value)) = TOLD.iter().find(|(known, _)| *known == question) {
        page.pick(&question, value);
    } else {
        match question.as_str() {
            "what_happened" => page.pick(&question, "stolen"),
            "damage_arose_at" | "discovered_at" | "police_reported_at" => {
                page.fill(&question, "2026-03-14");
                page.fill(&format!("{question}_time"), "14:05");
            }
            "narrative" => page.fill(&question, "A man on a scooter took it from my hand."),
            "circumstances" => {}
            "recovered_elsewhere" | "accessories_value" => page.fill(&question, "0"),
            other if other.starts_with("evidence-") => page.pick(&format!("{other}_unknown"), "yes"),
            other => page.fail(&format!("an unexpected question: {other}")),
        }
    }
    page.follow("form.question > button");
    true
}

fn walk(language: &str) {
    let test = format!("reporting-{language}");
    if !is_available(&test) {
        return;
    }
    let house = House::with_staff(&["acceptance", "claims"], language);
    let words = Words::of(language);
    let phone = house::reader(&test, Screen::Phone, language);
    let desk = house::reader(&test, Screen::Desktop, language);
    let mut faults = Vec::new();
    let mut look = |page: &Browser| {
        let here = page.address();
        faults.extend(page.faults().into_iter().map(|fault| format!("{here}: {fault}")));
    };

    let harmony = house.serve("2026-03-02T14:05");
    let number = application::insured(&phone, &desk, &house, &harmony);
    drop(harmony);

    // An hour after the robbery, in the street.
    let harmony = house.serve("2026-03-14T15:05");
    phone.goto(&harmony.url("/my/claims/new"));
    look(&phone);
    phone.follow("main a.card[href^='/my/claims/new/']");
    for _ in 0..3 {
        answers(&phone);
    }
    phone.sees(words.t("report-theft-until"));
    phone.sees(words.t("report-theft-duties"));
    look(&phone);
    phone.goto("/my/claims");
    phone.sees(words.t("report-begun"));
    look(&phone);

    // The customer calls: the desk goes on with what was begun, and reads the same duties aloud.
    house::sign_in(&desk, &harmony, "claims");
    desk.goto(&format!("/desk/policies/{number}"));
    desk.follow(&format!("a[href='/desk/policies/{number}/claim']"));
    desk.sees(words.t("report-theft-duties"));
    look(&desk);
    answers(&desk);

    // Back on the phone, to the end. Help stands where people get stuck.
    phone.goto("/my/claims");
    phone.follow("section.card a.btn");
    let mut helped = 0;
    for _ in 0..40 {
        helped += phone.count("details.aid");
        look(&phone);
        if !answers(&phone) {
            break;
        }
    }
    assert!(helped >= 3, "help at {helped} places");
    phone.sees(words.t("report-ready"));
    phone.follow("button[value='send']");
    phone.sees(words.t("done-reported"));
    phone.sees(words.t("claim-now-evidence"));
    phone.sees(words.t("claim-answer-by"));
    phone.sees(words.t("claim-story-reported"));
    look(&phone);
    let claim = phone.text("p.num");
    desk.goto(&format!("/desk/claims/{claim}"));
    desk.sees(words.t("desk-clock-answer-by"));
    look(&desk);
    drop(harmony);
    let verdict = Harmony::run(house.data(), &["verify"], "");
    assert!(verdict.ends_with("sound\n"), "{verdict}");
    assert!(faults.is_empty(), "{test}: not in order on the way:\n{}", faults.join("\n"));
}

#[test]
fn a_theft_is_reported_on_the_way_in_dutch() {
    walk("nl");
}

#[test]
fn a_theft_is_reported_on_the_way_in_french() {
    walk("fr");
}
