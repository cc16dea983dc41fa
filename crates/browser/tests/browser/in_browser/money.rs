//! The money of one policy, on a phone and at a desk: a customer pays the first premium by transfer as the page asks, names an
//! account for the next, and finance books the one and collects the other.

use std::time::{Duration, Instant};

use browser::{Browser, Harmony, Screen, is_available};
use kernel::{Date, Money};

use super::application::{self, CUSTOMER};
use super::bank::{BankDouble, Entry};
use super::house::{self, House};
use super::mail;
use super::words::Words;

/// The account that the customer pays from.
const FROM: &str = "NL39RABO0300065264";
/// The account that the next premium is collected from.
const NEXT: &str = "NL20INGB0001234567";

/// How long it may take to catch up with some weeks.
const PATIENCE: Duration = Duration::from_secs(20);

struct Journey {
    test: String,
    screen: Screen,
    house: House,
    words: Words,
    customer: Browser,
    number: String,
}

/// What a premium page asks for.
struct Asked {
    amount: Money,
    account: String,
    reference: String,
}

fn journey(screen: Screen) {
    let test = format!("money-{}", screen.name());
    if !is_available(&test) {
        return;
    }
    let house = House::with_staff(&["acceptance", "finance"], "en");
    let customer = house::reader(&test, screen, "en");
    let (words, number) = (Words::of("en"), String::new());
    let mut journey = Journey { test, screen, house, words, customer, number };

    let harmony = journey.house.serve("2026-03-02T14:05");
    journey.applies_and_is_accepted(&harmony);
    drop(harmony);

    let harmony = journey.house.serve("2026-03-04T09:00");
    let asked = journey.is_asked_to_pay(&harmony);
    drop(harmony);

    let harmony = journey.house.serve("2026-03-06T09:00");
    journey.finance_reads_the_statement(&harmony, &asked);
    journey.sees_it_paid(&harmony);
    journey.names_an_account(&harmony);
    drop(harmony);

    // The second premium has fallen due, and its debit was announced.
    let harmony = journey.house.serve("2026-04-03T09:00");
    journey.finance_collects(&harmony, asked.amount);
    journey.sees_what_is_collected(&harmony);
    drop(harmony);
    let verdict = Harmony::run(journey.house.data(), &["verify"], "");
    assert!(verdict.ends_with("sound\n"), "{verdict}");
}

impl Journey {
    /// Checks the page as every page is checked, and keeps its picture.
    fn look_over(&self, page: &Browser, name: &str) {
        page.is_in_order();
        page.screenshot(&format!("money-{name}-{}", self.screen.name()));
    }

    /// Somebody of the desk with the same kind of screen.
    fn desk(&self, harmony: &Harmony, role: &str) -> Browser {
        let desk = house::reader(&format!("{}-{role}", self.test), self.screen, "en");
        house::sign_in(&desk, harmony, role);
        desk
    }

    fn applies_and_is_accepted(&mut self, harmony: &Harmony) {
        let page = &self.customer;
        let photo = self.house.data().join("photo.png");
        page.goto(&harmony.url("/"));
        page.picture(&photo, 400);
        page.goto("/apply?plan=plus&device=phone");
        application::fill(page, &photo);
        page.pick("pay", "transfer");
        application::send(page);
        page.sees(self.words.t("applied-title"));
        let mail = mail::wait(self.house.data(), CUSTOMER, "/apply/confirm/");
        page.goto(&harmony.url(&mail::link(&mail, "/apply/confirm/")));
        page.follow("form[action^='/apply/confirm/'] button");
        page.sees(self.words.t("confirmed-title"));
        self.number = page.text("dl.facts dd.num");

        let desk = self.desk(harmony, "acceptance");
        desk.goto(&format!("/desk/applications/{}", self.number));
        desk.follow("button[value='accept']");
        desk.sees(self.words.t("done-decided"));
    }

    fn premium(&self, harmony: &Harmony) -> &Browser {
        let page = &self.customer;
        page.goto(&harmony.url(&format!("/my/policies/{}/premium", self.number)));
        page
    }

    /// What is open stands first, with all that a transfer needs, also as a code for the bank's app.
    fn is_asked_to_pay(&self, harmony: &Harmony) -> Asked {
        // The first pages are shown while the night's work is still being done; the invoice is its sign.
        mail::wait(self.house.data(), CUSTOMER, "nvoice");
        let page = self.premium(harmony);
        page.sees(self.words.t("money-pay"));
        page.sees(self.words.t("money-by-transfer"));
        assert_eq!(page.count("#pay [role='img'] svg"), 1, "the code for the bank's app");
        self.look_over(page, "to-pay");
        let amount = page.text("#pay .money-big").replace('€', "");
        let asked = Asked {
            amount: amount.trim().parse().expect("an amount"),
            account: page.text("#pay dl.facts > div:first-child dd").replace(' ', ""),
            reference: page.text("#pay dl.facts > div:last-child dd"),
        };
        assert!(asked.amount.is_positive(), "{amount}");
        assert_eq!(asked.reference, self.number);
        asked
    }

    /// The bank double books what the customer copied from the page; it finds its place without anybody's help.
    fn finance_reads_the_statement(&self, harmony: &Harmony, asked: &Asked) {
        let day: Date = "2026-03-05".parse().expect("a date");
        let paid = Entry::transfer("S. de Vries", FROM, asked.amount, &asked.reference);
        let statement = self.house.data().join("statement.xml");
        let bytes = BankDouble::new(&asked.account).day(day, &[], &[paid]);
        std::fs::write(&statement, bytes).expect("a file");
        let desk = self.desk(harmony, "finance");
        desk.goto("/desk/statements");
        desk.upload("file", &statement);
        desk.follow("form[action='/desk/statements'] button");
        desk.text(".notice.good");
        desk.sees(self.words.t("suspense-none"));
        self.look_over(&desk, "statement");
    }

    fn sees_it_paid(&self, harmony: &Harmony) {
        let page = self.premium(harmony);
        page.sees(self.words.t("money-nothing-open"));
        page.sees(self.words.t("moved-transferred"));
        assert_eq!(page.count("#pay"), 0, "nothing is asked any more");
        self.look_over(page, "paid");
    }

    fn names_an_account(&self, harmony: &Harmony) {
        let page = self.premium(harmony);
        page.press(self.words.t("money-change"));
        page.sees(self.words.t("payer-none"));
        page.fill("iban", NEXT);
        page.fill("holder", "S. de Vries");
        page.pick("mandate", "yes");
        page.follow("form[action$='/account'] button");
        page.sees(self.words.t("done-account"));
        let page = self.premium(harmony);
        page.sees(self.words.t("money-by-debit"));
        page.sees("4567");
        page.does_not_see(NEXT);
        self.look_over(page, "account");
    }

    /// The preview says what will stand in the file; then it is released, once.
    fn finance_collects(&self, harmony: &Harmony, amount: Money) {
        let desk = self.desk(harmony, "finance");
        desk.goto("/desk/collections");
        // The first pages are shown while the nights since are still being caught up with.
        let started = Instant::now();
        while desk.count("aside .money-big") == 0 && started.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(250));
            desk.reload();
        }
        desk.sees(self.words.t("collect-preview"));
        desk.sees(self.words.t("collect-left-none"));
        assert!(desk.text("aside .money-big").contains(&amount.to_string()), "the sum of the preview");
        self.look_over(&desk, "preview");
        desk.follow("form[action^='/desk/collections'] button");
        desk.text(".notice.good");
        desk.sees(self.words.t("collect-none"));
        self.look_over(&desk, "released");
        let file = String::from_utf8(self.house.bank_file("collections")).expect("text");
        assert_eq!(file.matches("<DrctDbtTxInf>").count(), 1);
        for part in [NEXT, &self.number, "<SeqTp>FRST</SeqTp>"] {
            assert!(file.contains(part), "{part} is not in the file");
        }
        assert!(!file.contains(FROM), "nobody agreed to a debit from there");
    }

    fn sees_what_is_collected(&self, harmony: &Harmony) {
        let page = self.premium(harmony);
        page.sees(self.words.t("money-collecting-text"));
        assert_eq!(page.count("#pay"), 0, "what is collected is not asked for too");
        self.look_over(page, "collecting");
    }
}

#[test]
fn the_money_of_a_policy_on_a_phone() {
    journey(Screen::Phone);
}

#[test]
fn the_money_of_a_policy_at_a_desk() {
    journey(Screen::Desktop);
}
