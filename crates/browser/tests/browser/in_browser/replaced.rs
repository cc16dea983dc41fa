//! A replacement as people do it: the supplier names the new phone, the customer accepts it and finds it in the schedule. And
//! an objection to what was decided, which nobody answers who decided it (OFFICE-15).

use browser::{Browser, Harmony, Screen, is_available};

use super::application::{self, CUSTOMER};
use super::house::{self, House};
use super::mail;
use super::telling::{self, Answer::*, Told};
use super::words::Words;

/// What the customer answers about the fall.
const TOLD: &Told = &[
    ("what_happened", Is("dropped")),
    ("damage_arose_at", At("2026-03-14", "14:05")),
    ("discovered_at", At("2026-03-14", "14:05")),
    ("affects_function", Is("yes")),
    ("holder", Is("insured_person")),
    ("circumstances", Nothing),
    ("damaged_before", Is("no")),
    ("repaired_elsewhere", Is("no")),
    ("recovered_elsewhere", Typed("0")),
    ("narrative", Typed("Il est tombé du balcon.")),
];

/// What the handler states: a total loss, made good by another phone.
const STATED: &Told = &[
    ("unforeseen_from_outside", Is("yes")),
    ("repairable", Is("no")),
    ("repaired_elsewhere", Is("no")),
    ("damaged_before", Is("no")),
    ("equivalent_price", Typed("600.00")),
    ("cause_found", Is("as_stated")),
];

/// Money is what the machine presumes; a person can choose a device instead.
const CHOSEN: &Told = &[("settle_by", Is("device"))];

/// The number of the new phone.
const NEW_IMEI: &str = "352099001761481";

struct Walk {
    house: House,
    words: Words,
    customer: Browser,
    desk: Browser,
    supplier: Browser,
    policy: String,
    claim: String,
}

impl Walk {
    fn on_claim<'a>(&self, page: &'a Browser, begin: &str) -> &'a Browser {
        page.goto(&format!("{begin}/{}", self.claim));
        page
    }

    fn reports(&mut self, harmony: &Harmony) {
        let page = &self.customer;
        page.goto(&harmony.url("/my/claims/new"));
        page.follow("main a.card[href^='/my/claims/new/']");
        telling::report(page, TOLD, &mut |_| ());
        page.sees(self.words.t("done-reported"));
        self.claim = page.text("p.num");
    }

    /// What is approved is ordered by itself where one supplier has it.
    fn approves(&self, harmony: &Harmony) {
        let desk = &self.desk;
        house::sign_in(desk, harmony, "claims");
        self.on_claim(desk, "/desk/claims");
        telling::state(desk, &self.words, STATED);
        desk.click_css("details:has(select[name='fact']) > summary");
        desk.pick_entry("fact", "settle_by");
        desk.follow("form:has(select[name='fact']) button");
        assert!(telling::fill_facts(desk, CHOSEN), "what was chosen to be stated is asked");
        desk.follow("button[value='state']");
        desk.sees(self.words.t("done-saved"));
        desk.follow("button[value='approve']");
        desk.sees(self.words.t("done-decided"));
        desk.is_in_order();
        desk.goto(&format!("/desk/claims/{}/work", self.claim));
        desk.sees("Example Phone Lab");
        desk.sees(self.words.t("job-state-ordered"));
        desk.is_in_order();
        mail::wait(self.house.data(), CUSTOMER, "Example Phone Lab");
    }

    /// The supplier must name the new phone, rightly: without its number it could not be insured (NL-CLAIM-07).
    fn supplies(&self, harmony: &Harmony) {
        let page = &self.supplier;
        house::enter(page, harmony, "phone-lab");
        page.goto("/repairs");
        page.follow("main a[href^='/repairs/']");
        page.is_in_order();
        page.fill("invoice", "590");
        page.fill("model", "Fairphone 6");
        page.fill("imei", "352099001761482");
        page.follow("button[value='done']");
        let faults = page.faults().into_iter().filter(|fault| !fault.contains("status of 422"));
        assert_eq!(faults.collect::<Vec<_>>(), [""; 0]);
        assert_eq!(page.count("input[name=model][value='Fairphone 6']"), 1, "what was typed stays");
        page.fill("imei", NEW_IMEI);
        page.follow("button[value='done']");
        page.sees(self.words.t("done-saved"));
        page.sees(self.words.t("repair-hand-over"));
        page.is_in_order();
    }

    /// Something is not right at first; then it is accepted, and the new phone is in the schedule.
    fn accepts(&self, harmony: &Harmony) {
        let page = &self.customer;
        page.goto(&harmony.url(&format!("/my/claims/{}/work", self.claim)));
        page.sees(self.words.t("work-means-old"));
        page.follow("button[value='accept']");
        page.sees(self.words.t("work-replacement-accepted"));
        page.sees(self.words.t("work-wipe"));
        page.sees(self.words.t("work-share"));
        page.is_in_order();
        page.goto(&format!("/my/policies/{}", self.policy));
        page.sees("Fairphone 6");
        page.sees(&NEW_IMEI[11..]);
        page.does_not_see("7518");
        page.is_in_order();
    }

    fn objects(&self) {
        let page = self.on_claim(&self.customer, "/my/claims");
        page.click_css("details:has(textarea[name='objection']) > summary");
        page.fill("objection", "Je préfère de l’argent.");
        page.follow("form[action$='/objection'] button");
        page.sees(self.words.t("claim-objection-waits"));
        page.sees("Je préfère de l’argent.");
        page.is_in_order();
    }

    /// Who decided reads it and cannot answer; a colleague can, and the customer reads the answer.
    fn is_answered(&self, harmony: &Harmony) {
        let desk = self.on_claim(&self.desk, "/desk/claims");
        desk.sees("Je préfère de l’argent.");
        desk.sees(self.words.t("after-barred"));
        assert_eq!(desk.count("button[value='dismiss']"), 0, "who decided answers nothing");
        house::sign_in(desk, harmony, "colleague");
        desk.goto(&format!("/desk/claims/{}", self.claim));
        desk.fill("answer", "L’appareil est équivalent.");
        desk.follow("button[value='dismiss']");
        desk.sees(self.words.t("done-saved"));
        desk.is_in_order();
        let page = self.on_claim(&self.customer, "/my/claims");
        page.sees(self.words.t("claim-objection-stays"));
        page.sees("L’appareil est équivalent.");
        page.is_in_order();
        mail::wait(self.house.data(), CUSTOMER, "L’appareil est équivalent.");
    }
}

#[test]
fn a_phone_is_replaced_and_an_objection_answered_in_french() {
    let test = "replaced-fr";
    if !is_available(test) {
        return;
    }
    let house = House::with_staff(&["acceptance", "claims"], "fr").with_repairer("phone-lab", "fr");
    let mut walk = Walk {
        house: house.with_second("claims", "colleague", "fr"),
        words: Words::of("fr"),
        customer: house::reader(test, Screen::Phone, "fr"),
        desk: house::reader(test, Screen::Desktop, "fr"),
        supplier: house::reader("replaced-fr-supplier", Screen::Desktop, "fr"),
        policy: String::new(),
        claim: String::new(),
    };
    let harmony = walk.house.serve("2026-03-02T14:05");
    walk.policy = application::insured(&walk.customer, &walk.desk, &walk.house, &harmony);
    drop(harmony);

    let harmony = walk.house.serve("2026-03-16T09:30");
    walk.reports(&harmony);
    walk.approves(&harmony);
    walk.supplies(&harmony);
    walk.accepts(&harmony);
    walk.objects();
    walk.is_answered(&harmony);
    drop(harmony);
    let verdict = Harmony::run(walk.house.data(), &["verify"], "");
    assert!(verdict.ends_with("sound\n"), "{verdict}");
}
