//! The main job as people do it: a customer on a phone, the desk at a desk, the bank by its files, in each language.

use std::cell::RefCell;
use std::path::PathBuf;

use browser::{Browser, Harmony, Screen, is_available};
use kernel::{Date, Iban};

use super::application::{self, CUSTOMER};
use super::bank::BankDouble;
use super::house::{self, House};
use super::mail;
use super::words::Words;

/// What a person answers to a question.
enum Answer {
    /// One of the values.
    Is(&'static str),
    /// Date and time.
    At(&'static str, &'static str),
    /// Typed words or figures.
    Typed(&'static str),
    /// None of those offered.
    Nothing,
    /// The photo.
    Photo,
    /// It comes later.
    Later,
}

/// What the customer answers about the fall of the phone.
fn told(question: &str) -> Option<Answer> {
    use Answer::{At, Is, Later, Nothing, Photo, Typed};
    Some(match question {
        "what_happened" => Is("dropped"),
        "damage_arose_at" | "discovered_at" => At("2026-03-14", "14:05"),
        "affects_function" => Is("yes"),
        "holder" => Is("insured_person"),
        "circumstances" => Nothing,
        "damaged_before" | "repaired_elsewhere" => Is("no"),
        "recovered_elsewhere" => Typed("0"),
        "narrative" => Typed("It slid from the table on to the tiles. The screen is cracked."),
        "evidence-photo_damage" => Photo,
        question if question.starts_with("evidence-") => Later,
        _ => return None,
    })
}

/// What the desk states about it.
fn found(fact: &str) -> Option<Answer> {
    use Answer::{Is, Typed};
    Some(match fact {
        "unforeseen_from_outside" => Is("yes"),
        "repairable" | "repaired_elsewhere" | "damaged_before" => Is("no"),
        "equivalent_price" => Typed("600.00"),
        "settle_by" => Is("money"),
        "cause_found" => Is("as_stated"),
        _ => return None,
    })
}

struct Walk {
    house: House,
    words: Words,
    customer: Browser,
    desk: Browser,
    photo: PathBuf,
    bank: Option<BankDouble>,
    /// What was not in order with a page on the way; told at the end, all at once.
    faults: RefCell<Vec<String>>,
}

fn walk(language: &str) {
    let test = format!("main-job-{language}");
    if !is_available(&test) {
        return;
    }
    let house = House::with_staff(&["acceptance", "claims", "finance"], language);
    let customer = house::reader(&test, Screen::Phone, language);
    let desk = house::reader(&test, Screen::Desktop, language);
    let photo = house.data().join("photo.png");
    let mut walk = Walk {
        house,
        words: Words::of(language),
        customer,
        desk,
        photo,
        bank: None,
        faults: RefCell::default(),
    };

    let harmony = walk.house.serve("2026-03-02T14:05");
    walk.applies(&harmony);
    walk.accepts(&harmony);
    drop(harmony);

    let harmony = walk.house.serve("2026-03-04T09:00");
    walk.releases(&harmony, "collections");
    drop(harmony);

    let harmony = walk.house.serve("2026-03-14T19:30");
    walk.uploads_statement(&harmony, "collections", "2026-03-10");
    let claim = walk.reports(&harmony);
    drop(harmony);

    let harmony = walk.house.serve("2026-03-16T09:30");
    walk.decides(&harmony, &claim);
    walk.releases(&harmony, "payments");
    drop(harmony);

    let harmony = walk.house.serve("2026-03-17T09:00");
    walk.uploads_statement(&harmony, "payments", "2026-03-16");
    walk.is_paid(&harmony, &claim);
    drop(harmony);
    let verdict = Harmony::run(walk.house.data(), &["verify"], "");
    assert!(verdict.ends_with("sound\n"), "{verdict}");
    let faults = walk.faults.take();
    assert!(faults.is_empty(), "{test}: not in order on the way:\n{}", faults.join("\n"));
}

impl Walk {
    /// Checks the page as every page is checked, and goes on.
    fn look_over(&self, page: &Browser) {
        let here = page.address();
        self.faults.borrow_mut().extend(page.faults().into_iter().map(|fault| format!("{here}: {fault}")));
    }

    /// Without an account, with a proof of purchase; the cover begins when the mailed link is followed.
    fn applies(&self, harmony: &Harmony) {
        let page = &self.customer;
        page.goto(&harmony.url("/"));
        page.picture(&self.photo, 400);
        page.goto("/apply?plan=plus&device=phone");
        application::fill(page, &self.photo);
        self.look_over(page);
        application::send(page);
        page.sees(self.words.t("applied-title"));
        page.sees(CUSTOMER);
        self.look_over(page);

        let mail = mail::wait(self.house.data(), CUSTOMER, "/apply/confirm/");
        page.goto(&harmony.url(&mail::link(&mail, "/apply/confirm/")));
        page.sees("Fairphone 5");
        self.look_over(page);
        page.follow("form[action^='/apply/confirm/'] button");
        page.sees(self.words.t("confirmed-title"));
        page.sees(self.words.t("confirmed-covered"));
        self.look_over(page);
        mail::wait(self.house.data(), CUSTOMER, &self.number());
    }

    /// The number on the page that confirms the application.
    fn number(&self) -> String {
        let text = self.customer.text("dl.facts dd.num");
        assert!(!text.is_empty(), "no number");
        text
    }

    /// The desk finds it on the work list, looks at it, and accepts; the schedule comes by mail and can be had.
    fn accepts(&self, harmony: &Harmony) {
        let number = self.number();
        let desk = &self.desk;
        house::sign_in(desk, harmony, "acceptance");
        desk.sees(&number);
        self.look_over(desk);
        desk.follow(&format!("main a[href='/desk/applications/{number}']"));
        desk.sees("Sanne de Vries");
        desk.sees("Fairphone 5");
        self.look_over(desk);
        let proof = desk.download(&format!("/desk/applications/{number}/proof"));
        assert_eq!((proof.status, proof.media_type.as_str()), (200, "image/png"));
        desk.follow("button[value='accept']");
        desk.sees(self.words.t("done-decided"));

        let page = &self.customer;
        page.goto(&harmony.url(&format!("/my/policies/{number}")));
        self.look_over(page);
        // Received, and accepted.
        let mail = mail::wait_for(self.house.data(), CUSTOMER, &number, 2);
        assert!(mail.pdf.is_some_and(|pdf| pdf.starts_with(b"%PDF-")), "the schedule comes as a PDF");
        page.reload();
        page.click_css("a[href$='/schedule']");
        let schedule = page.download(&format!("/my/policies/{number}/schedule"));
        assert_eq!((schedule.status, schedule.media_type.as_str()), (200, "application/pdf"));
        assert!(schedule.bytes.starts_with(b"%PDF-"));
    }

    /// Finance releases what waits, and takes the file away.
    fn releases(&self, harmony: &Harmony, what: &str) {
        let desk = &self.desk;
        house::sign_in(desk, harmony, "finance");
        desk.goto(&format!("/desk/{what}"));
        self.look_over(desk);
        desk.follow(&format!("form[action^='/desk/{what}'] button"));
        desk.text(".notice.good");
        self.look_over(desk);
        let file = self.house.bank_file(what);
        let href = desk.attribute(&format!("a[href^='/desk/{what}/'][href$='/file']"), "href");
        assert_eq!(desk.download(&href).bytes, file, "the file of the page is the one in the folder");
    }

    /// The bank carries the file out, and finance uploads its statement.
    fn uploads_statement(&mut self, harmony: &Harmony, what: &str, day: &str) {
        let file = self.house.bank_file(what);
        let bank = self.bank.get_or_insert_with(|| BankDouble::new(account(&file).as_str()));
        let day: Date = day.parse().expect("a date");
        let statement = self.house.data().join(format!("statement-{day}.xml"));
        std::fs::write(&statement, bank.day(day, &[&file], &[])).expect("a file");

        let desk = &self.desk;
        house::sign_in(desk, harmony, "finance");
        desk.goto("/desk/statements");
        desk.upload("file", &statement);
        desk.follow("form[action='/desk/statements'] button");
        desk.text(".notice.good");
        desk.sees(self.words.t("suspense-none"));
        desk.sees(self.words.t("statement-complete"));
        self.look_over(desk);
        desk.goto("/desk/ledger");
        desk.sees(self.words.t("ledger-zero"));
        self.look_over(desk);
    }

    /// The customer reports the fall, question by question, with a photo.
    fn reports(&self, harmony: &Harmony) -> String {
        let page = &self.customer;
        page.goto(&harmony.url("/my/claims/new"));
        self.look_over(page);
        page.follow("main a.card[href^='/my/claims/new/']");
        let mut asked = Vec::new();
        while page.count("input[name='asked']") > 0 {
            let question = page.attribute("input[name='asked']", "value");
            assert!(!asked.contains(&question), "asked twice: {question}, after {asked:?}");
            match told(&question) {
                None => page.fail(&format!("an unexpected question: {question}")),
                Some(Answer::Is(value)) => page.pick(&question, value),
                Some(Answer::At(day, time)) => {
                    page.fill(&question, day);
                    page.fill(&format!("{question}_time"), time);
                }
                Some(Answer::Typed(text)) => page.fill(&question, text),
                Some(Answer::Nothing) => {}
                Some(Answer::Photo) => page.upload(&question, &self.photo),
                Some(Answer::Later) => page.pick(&format!("{question}_unknown"), "yes"),
            }
            self.look_over(page);
            page.follow("form.question > button");
            asked.push(question);
        }
        assert!(
            asked.iter().any(|question| question == "evidence-photo_damage"),
            "no photo asked: {asked:?}"
        );
        page.sees(self.words.t("report-ready"));
        self.look_over(page);
        page.follow("button[value='send']");
        page.sees(self.words.t("done-reported"));
        self.look_over(page);
        let claim = page.text("p.num");
        mail::wait(self.house.data(), CUSTOMER, &claim);
        claim
    }

    /// The claims handler states what is missing, sees the clauses, and approves.
    fn decides(&self, harmony: &Harmony, claim: &str) {
        let desk = &self.desk;
        house::sign_in(desk, harmony, "claims");
        desk.sees(claim);
        desk.follow(&format!("main a[href='/desk/claims/{claim}']"));
        self.look_over(desk);
        assert!(desk.count("img.thumb") > 0, "the photo is shown");
        self.takes_in_hand(claim);
        for _round in 0..6 {
            let mut stated = 0;
            for name in desk.attributes("form [name^='fact.']", "name") {
                let fact = name.rsplit('.').next().unwrap_or_default();
                match found(fact) {
                    Some(Answer::Is(value)) if desk.count(&format!("select[name='{name}']")) > 0 => {
                        desk.pick_entry(&name, value);
                    }
                    Some(Answer::Is(value)) => desk.pick(&name, value),
                    Some(Answer::Typed(text)) => desk.fill(&name, text),
                    _ => continue,
                }
                stated += 1;
            }
            if stated == 0 {
                break;
            }
            desk.fill("why", "Photo and circumstances fit.");
            desk.follow("button[value='state']");
            desk.sees(self.words.t("done-saved"));
        }
        desk.sees("NL-COV-01");
        self.look_over(desk);
        // Decision and arithmetic stand beside the facts: nobody scrolls to see what the facts come to.
        let reach = desk.reaches_down("table.sum");
        let facts = desk.reaches_down("dl.facts > div:first-child > dd");
        assert!(facts < 900, "the first fact reaches down to {facts} of 900 pixels: it is not readable");
        assert!(reach < 900, "the arithmetic reaches down to {reach} of 900 pixels");
        desk.follow("button[value='approve']");
        desk.sees(self.words.t("done-decided"));
        self.look_over(desk);
    }

    /// The handler takes the claim in hand, leaves a note, finds it on the own list, and looks at the device's history.
    fn takes_in_hand(&self, claim: &str) {
        let (desk, here) = (&self.desk, format!("/desk/claims/{claim}"));
        desk.follow(&format!("form[action='{here}/hand'] button[value='me']"));
        desk.sees(self.words.t("done-handed"));
        desk.fill("note", "The photo fits the story.");
        desk.follow(&format!("form[action='{here}/note'] button"));
        desk.sees(self.words.t("done-noted"));
        desk.sees("The photo fits the story.");
        self.look_over(desk);
        desk.follow("a[href$='/view']");
        assert!(desk.count("img.sheet") == 1, "the photo is shown large");
        self.look_over(desk);
        desk.goto(&here);
        desk.follow("a[href*='/devices/']");
        desk.sees(claim);
        self.look_over(desk);
        desk.goto("/desk/claims?whose=mine&order=amount&country=NL");
        desk.sees(claim);
        self.look_over(desk);
        let list = desk.download("/desk/claims/list/claims.csv?whose=mine");
        assert!(String::from_utf8_lossy(&list.bytes).contains(claim), "the file has what the list shows");
        desk.goto("/desk/claims/figures");
        desk.sees(self.words.t("figures-causes"));
        self.look_over(desk);
        desk.goto("/desk/claims?whose=nobody");
        desk.does_not_see(claim);
        self.look_over(desk);
        desk.goto(&here);
    }

    /// The customer sees the claim paid, and has it by mail.
    fn is_paid(&self, harmony: &Harmony, claim: &str) {
        let page = &self.customer;
        page.goto(&harmony.url(&format!("/my/claims/{claim}")));
        page.sees(self.words.t("claim-now-paid"));
        page.sees("550");
        self.look_over(page);
        // Acknowledged, decided, paid.
        mail::wait_for(self.house.data(), CUSTOMER, claim, 3);
        page.goto("/my/claims");
        page.sees(self.words.t("claim-state-paid"));
        self.look_over(page);
    }
}

/// Our account, from a file of ours for the bank.
fn account(file: &[u8]) -> Iban {
    let text = String::from_utf8_lossy(file);
    let after = text.split("<CdtrAcct>").nth(1).expect("our account");
    let after = after.split("<IBAN>").nth(1).expect("an IBAN");
    Iban::parse(after.split('<').next().unwrap_or_default()).expect("a right IBAN")
}

#[test]
fn from_application_to_payout_in_english() {
    walk("en");
}

#[test]
fn from_application_to_payout_in_dutch() {
    walk("nl");
}

#[test]
fn from_application_to_payout_in_french() {
    walk("fr");
}
