//! Two devices in one event, reported by telephone: the desk asks the questions of the wording for who calls, the answers count
//! for each device, and it is one claim (AMB-60). The customer sees it in the portal.

use browser::{Harmony, Screen, is_available};

use super::application;
use super::house::{self, House};
use super::telling::{self, Answer::*, Told};
use super::words::Words;

/// What the caller answers.
const TOLD: &Told = &[
    ("devices", Each(&["1", "2"])),
    ("what_happened", Is("liquid")),
    ("liquid_how", Is("spilled")),
    ("damage_arose_at", At("2026-03-20", "14:05")),
    ("discovered_at", At("2026-03-20", "14:05")),
    ("affects_function", Is("yes")),
    ("holder", Is("insured_person")),
    ("circumstances", Nothing),
    ("damaged_before", Is("no")),
    ("repaired_elsewhere", Is("no")),
    ("recovered_elsewhere", Typed("0")),
    ("narrative", Typed("She spilled coffee over the table with both phones.")),
];

#[test]
fn two_devices_in_one_event_are_reported_by_telephone_in_english() {
    let test = "several-en";
    if !is_available(test) {
        return;
    }
    let house = House::with_staff(&["acceptance", "claims"], "en");
    let words = Words::of("en");
    let phone = house::reader(test, Screen::Phone, "en");
    let desk = house::reader(test, Screen::Desktop, "en");

    let harmony = house.serve("2026-03-02T14:05");
    let number = application::insured(&phone, &desk, &house, &harmony);
    // A second phone on the policy, agreed to by the desk.
    phone.goto(&format!("/my/policies/{number}/change/added"));
    phone.pick("device", "phone");
    phone.fill("model", "Fairphone 6");
    phone.fill("imei", "352099001761481");
    phone.fill("bought", "2026-02-25");
    phone.fill("price", "599");
    phone.press("See what it means");
    phone.sees("the moment we agree");
    phone.press("Send to Harmony");
    phone.sees(words.t("request-waiting"));
    desk.goto(&format!("/desk/policies/{number}/requests"));
    desk.follow("button[value='grant']");
    desk.text(".notice.good");
    drop(harmony);

    let harmony = house.serve("2026-03-20T15:30");
    let mut faults = Vec::new();
    house::sign_in(&desk, &harmony, "claims");
    desk.goto(&format!("/desk/policies/{number}"));
    desk.follow(&format!("a[href='/desk/policies/{number}/claim']"));
    let asked = telling::report(&desk, TOLD, &mut |page| {
        faults.extend(page.faults().into_iter().map(|fault| format!("{}: {fault}", page.address())));
    });
    assert!(asked.iter().any(|question| question == "devices"), "nobody asked which devices: {asked:?}");
    desk.sees(words.t("done-reported"));
    desk.sees("Fairphone 5");
    desk.sees("Fairphone 6");
    faults.extend(desk.faults());

    // One claim for both, which the customer sees too.
    phone.goto(&harmony.url("/my/claims"));
    assert_eq!(phone.count("main a[href^='/my/claims/HC']"), 1, "one event is one claim");
    phone.follow("main a[href^='/my/claims/HC']");
    phone.sees(words.t("claim-story-reported"));
    faults.extend(phone.faults());
    drop(harmony);
    let verdict = Harmony::run(house.data(), &["verify"], "");
    assert!(verdict.ends_with("sound\n"), "{verdict}");
    assert!(faults.is_empty(), "{test}: not in order on the way:\n{}", faults.join("\n"));
}
