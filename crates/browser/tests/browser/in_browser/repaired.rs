//! A repair from the report to the end, as people do it: the customer on a phone, the handler at a desk, the repairer on a
//! phone in the workshop. The own share is paid by the code on the page, and nothing is left open.

use browser::{Browser, Harmony, Screen, is_available};
use kernel::{Date, Money};

use super::application::{self, CUSTOMER};
use super::bank::{BankDouble, Entry};
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
    ("narrative", Typed("It slid from the table on to the tiles.")),
];

/// What the repairer finds when it looks at the device.
const FOUND: &Told = &[
    ("repairable", Is("yes")),
    ("repair_cost", Typed("200.00")),
    ("equivalent_price", Typed("600.00")),
    ("cause_found", Is("as_stated")),
];

/// What the handler states besides.
const STATED: &Told =
    &[("unforeseen_from_outside", Is("yes")), ("repaired_elsewhere", Is("no")), ("damaged_before", Is("no"))];

/// What the customer pays from.
const FROM: &str = "NL39RABO0300065264";

struct Walk {
    house: House,
    words: Words,
    customer: Browser,
    desk: Browser,
    repairer: Browser,
    claim: String,
    faults: Vec<String>,
}

impl Walk {
    fn look(&mut self, page: fn(&Self) -> &Browser) {
        let page = page(self);
        let here = page.address();
        let found: Vec<String> = page.faults().into_iter().map(|fault| format!("{here}: {fault}")).collect();
        self.faults.extend(found);
    }

    fn reports(&mut self, harmony: &Harmony) {
        let (page, faults) = (&self.customer, &mut self.faults);
        page.goto(&harmony.url("/my/claims/new"));
        page.follow("main a.card[href^='/my/claims/new/']");
        telling::report(page, TOLD, &mut |page| {
            faults.extend(page.faults().into_iter().map(|fault| format!("{}: {fault}", page.address())));
        });
        page.sees(self.words.t("done-reported"));
        self.claim = page.text("p.num");
    }

    /// The handler has it looked at: nothing is approved yet.
    fn orders(&mut self, harmony: &Harmony) {
        let (desk, claim) = (&self.desk, &self.claim);
        house::sign_in(desk, harmony, "claims");
        desk.goto(&format!("/desk/claims/{claim}"));
        desk.follow(&format!("a[href='/desk/claims/{claim}/work']"));
        desk.sees(self.words.t("desk-work-privacy"));
        self.look(|walk| &walk.desk);
        self.desk.follow("button[value='order']");
        self.desk.sees(self.words.t("done-saved"));
        self.desk.sees("Example Phone Lab");
        self.look(|walk| &walk.desk);
        mail::wait(self.house.data(), CUSTOMER, "Example Phone Lab");
    }

    /// In the workshop: who it is for, nothing about what happened; what is found, and what it costs.
    fn quotes(&mut self, harmony: &Harmony) {
        house::enter(&self.repairer, harmony, "phone-lab");
        let page = &self.repairer;
        page.goto("/repairs");
        self.look(|walk| &walk.repairer);
        let page = &self.repairer;
        page.follow("main a[href^='/repairs/']");
        page.sees(&self.claim);
        page.sees("Sanne de Vries");
        page.sees(self.words.t("repair-not-approved"));
        // PRIV-26: name, address, telephone and the device, nothing more.
        for hidden in ["slid from the table", CUSTOMER, "HP-"] {
            page.does_not_see(hidden);
        }
        assert_eq!(page.count("button[value='done']"), 0, "nothing is invoiced that was not approved");
        assert!(telling::fill_facts(page, FOUND), "nothing is asked of the repairer");
        self.look(|walk| &walk.repairer);
        let page = &self.repairer;
        page.follow("button[value='found']");
        page.sees(self.words.t("done-saved"));
    }

    fn approves(&mut self, harmony: &Harmony) {
        let desk = &self.desk;
        desk.goto(&harmony.url(&format!("/desk/claims/{}", self.claim)));
        telling::state(desk, &self.words, STATED);
        self.look(|walk| &walk.desk);
        let desk = &self.desk;
        desk.follow("button[value='approve']");
        desk.sees(self.words.t("done-decided"));
        desk.sees("150");
        self.look(|walk| &walk.desk);
    }

    /// Dearer than what was approved is refused where it was typed; what was approved can be invoiced.
    fn repairs(&mut self) {
        let page = &self.repairer;
        page.reload();
        page.sees(self.words.t("repair-approved"));
        page.fill("invoice", "200.01");
        page.follow("button[value='done']");
        assert_eq!(page.count("input[name=invoice][value='200.01']"), 1, "what was typed stays");
        // The browser writes the answer's status in its log: a form that is wrong says so with it.
        let faults = page.faults().into_iter().filter(|fault| !fault.contains("status of 422"));
        assert_eq!(faults.collect::<Vec<_>>(), [""; 0]);
        page.fill("invoice", "180.00");
        page.follow("button[value='done']");
        page.sees(self.words.t("done-saved"));
        self.look(|walk| &walk.repairer);
    }

    /// The customer is told, looks, accepts, and is asked for the own share with a code for the bank's app.
    fn accepts(&mut self, harmony: &Harmony) {
        let page = &self.customer;
        page.goto(&harmony.url(&format!("/my/claims/{}", self.claim)));
        page.sees(self.words.t("claim-now-accept"));
        self.look(|walk| &walk.customer);
        let page = &self.customer;
        page.follow(&format!("a[href='/my/claims/{}/work']", self.claim));
        page.sees(self.words.t("work-means-part"));
        self.look(|walk| &walk.customer);
        let page = &self.customer;
        page.follow("button[value='accept']");
        page.sees(self.words.t("work-repair-accepted"));
        page.sees(self.words.t("work-share"));
        assert!(page.text("#pay .money-big").contains("50"), "{}", page.text("#pay"));
        assert_eq!(page.count("#pay [role='img'] svg"), 1, "the code for the bank's app");
        assert_eq!(page.text("#pay dl.facts > div:last-child dd"), self.claim);
        self.look(|walk| &walk.customer);
    }

    /// Finance pays the repairer; the bank's statement tells that, and that the own share came in.
    fn is_paid(&mut self, day: &str) {
        let file = self.house.bank_file("payments");
        let text = String::from_utf8_lossy(&file).into_owned();
        assert!(text.contains("180.00") && text.contains("Example Phone Lab"), "{text}");
        let account = self.customer.text("#pay dl.facts > div:first-child dd").replace(' ', "");
        let share = Entry::transfer("S. de Vries", FROM, Money::from_cents(50_00), &self.claim);
        let day: Date = day.parse().expect("a date");
        let statement = self.house.data().join("statement.xml");
        std::fs::write(&statement, BankDouble::new(&account).day(day, &[&file], &[share])).expect("a file");
        let desk = &self.desk;
        desk.goto("/desk/statements");
        desk.upload("file", &statement);
        desk.follow("form[action='/desk/statements'] button");
        desk.text(".notice.good");
        desk.sees(self.words.t("suspense-none"));
    }

    fn is_closed(&mut self, harmony: &Harmony) {
        let page = &self.customer;
        page.goto(&harmony.url(&format!("/my/claims/{}/work", self.claim)));
        assert_eq!(page.count("#pay"), 0, "nothing is asked any more");
        page.goto(&format!("/my/claims/{}", self.claim));
        page.sees(self.words.t("claim-now-settled"));
        self.look(|walk| &walk.customer);
        let desk = &self.desk;
        house::sign_in(desk, harmony, "claims");
        desk.goto(&format!("/desk/claims/{}", self.claim));
        desk.sees(self.words.t("claim-phase-closed"));
        desk.does_not_see(self.words.t("desk-work-waive"));
        self.look(|walk| &walk.desk);
    }
}

fn walk(language: &str) {
    let test = format!("repaired-{language}");
    if !is_available(&test) {
        return;
    }
    let house = House::with_staff(&["acceptance", "claims", "finance"], language);
    let mut walk = Walk {
        house: house.with_repairer("phone-lab", language),
        words: Words::of(language),
        customer: house::reader(&test, Screen::Phone, language),
        desk: house::reader(&test, Screen::Desktop, language),
        repairer: house::reader(&format!("{test}-workshop"), Screen::Phone, language),
        claim: String::new(),
        faults: Vec::new(),
    };
    let harmony = walk.house.serve("2026-03-02T14:05");
    application::insured(&walk.customer, &walk.desk, &walk.house, &harmony);
    drop(harmony);

    let harmony = walk.house.serve("2026-03-16T09:30");
    walk.reports(&harmony);
    walk.orders(&harmony);
    walk.quotes(&harmony);
    walk.approves(&harmony);
    walk.repairs();
    walk.accepts(&harmony);
    house::sign_in(&walk.desk, &harmony, "finance");
    walk.desk.goto("/desk/payments");
    walk.desk.follow("form[action^='/desk/payments'] button");
    walk.desk.text(".notice.good");
    drop(harmony);

    let harmony = walk.house.serve("2026-03-18T09:00");
    house::sign_in(&walk.desk, &harmony, "finance");
    walk.is_paid("2026-03-17");
    walk.is_closed(&harmony);
    drop(harmony);
    let verdict = Harmony::run(walk.house.data(), &["verify"], "");
    assert!(verdict.ends_with("sound\n"), "{verdict}");
    assert!(walk.faults.is_empty(), "{test}: not in order on the way:\n{}", walk.faults.join("\n"));
}

#[test]
fn a_phone_is_repaired_from_report_to_close_in_dutch() {
    walk("nl");
}
