//! Money at the desk.

use app::testing::bank::BankDouble;
use axum::http::StatusCode;
use store::sql;

use super::{Desk, FRED, MARA};

#[test]
fn a_premium_is_released_read_back_and_on_the_books() {
    let desk = Desk::open("2026-03-01 09:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    desk.world().run("2026-03-02", "2026-03-05");
    desk.now("2026-03-05 10:00");
    desk.get(FRED, &format!("/desk/policies/{}", made.number)).has("announced").has("Premium fell due");
    let page = desk.get(FRED, "/desk/collections");
    page.has("Release the collection file");
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let fields = [("command", &*command), ("version", &*version)];
    // What was seen is no longer so.
    let (head, _) = version.rsplit_once('/').unwrap();
    let other = format!("{head}/1");
    let stale = desk.post(FRED, "/desk/collections", &[("command", "abcdef0123"), ("version", &other)]);
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let done = desk.post(FRED, "/desk/collections", &fields);
    done.has("Released: 1");
    desk.post(FRED, "/desk/collections", &fields).has("Released: 1");
    assert_eq!(desk.count(sql!("select count(*) as number from batch")), 1, "twice is once");

    let page = desk.get(FRED, "/desk/collections");
    let (_, rest) =
        page.body.split_once("href=\"/desk/collections/").expect("the file is there for who released it");
    let file = format!("/desk/collections/{}", rest.split('"').next().unwrap());
    let bytes = desk.get(FRED, &file);
    bytes.has("pain.008.001.08");
    assert_eq!(desk.get(MARA, &file).status, StatusCode::FORBIDDEN, "only who released it takes it");
    desk.get(MARA, "/desk/collections").lacks(&file);

    let account = desk.app.products.agreements()[0].account.iban.clone();
    let mut bank = BankDouble::new(account.as_str());
    let statement = bank.day(kernel::date(2026, 3, 10), &[bytes.body.as_bytes()], &[]);
    desk.now("2026-03-11 08:00");
    let page = desk.get(FRED, "/desk/statements");
    let command = page.hidden("command");
    let read = desk.upload(FRED, "/desk/statements", &[("command", &command)], Some(("file", &statement)));
    read.has("Read in: 1").has("1 placed, 0 without a place");
    let again = desk.upload(FRED, "/desk/statements", &[("command", &command)], Some(("file", &statement)));
    assert_eq!(again.status, StatusCode::OK);
    let broken = desk.upload(FRED, "/desk/statements", &[("command", "abcdef0123")], Some(("file", b"<x>")));
    assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
    desk.get(FRED, "/desk/ledger").has("Sums to zero").has("Bank");
    desk.get(FRED, "/desk/ledger?account=1000").has("Payment received").has(made.number.as_str());
    desk.get(FRED, &format!("/desk/policies/{}", made.number)).has("Paid").has("Payment received");
}

#[test]
fn money_without_a_number_waits_for_a_person() {
    use app::testing::bank::Entry;
    use app::testing::euro;
    let desk = Desk::open("2026-03-01 09:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    desk.world().run("2026-03-02", "2026-03-02");
    let account = desk.app.products.agreements()[0].account.iban.clone();
    let entry = Entry::transfer("<b>S. de Vries</b>", "NL39RABO0300065264", euro("6.25"), "premie");
    let statement = BankDouble::new(account.as_str()).day(kernel::date(2026, 3, 3), &[], &[entry]);
    desk.now("2026-03-04 08:00");
    let command = desk.get(FRED, "/desk/statements").hidden("command");
    desk.upload(FRED, "/desk/statements", &[("command", &command)], Some(("file", &statement)))
        .has("0 placed, 1 without a place");
    let page = desk.get(FRED, "/desk/statements");
    page.has("S. de Vries").lacks("<b>S.");
    desk.get(MARA, "/desk/statements").lacks("de Vries");
    let (_, rest) = page.body.split_once("/desk/statements/suspense").unwrap();
    let form = super::Got { status: page.status, to: String::new(), body: rest.to_owned() };
    let (command, entry) = (form.hidden("command"), form.hidden("entry"));
    let book = |policy: &str| {
        let fields = [("command", &*command), ("entry", &*entry), ("policy", policy)];
        desk.post(FRED, "/desk/statements/suspense", &fields)
    };
    assert_eq!(book("HP-1").status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(book(made.number.as_str()).status, StatusCode::SEE_OTHER);
    assert_eq!(book(made.number.as_str()).status, StatusCode::SEE_OTHER);
    let booked = sql!("select count(*) as number from event where kind = 'payment-received'");
    assert_eq!(desk.count(booked), 1);
    desk.get(FRED, "/desk/statements").has("All money has its place");
}

#[test]
fn money_without_a_place_is_sent_back_and_put_back_again() {
    use app::testing::bank::Entry;
    use app::testing::euro;
    let desk = Desk::open("2026-03-04 08:00");
    let account = desk.app.products.agreements()[0].account.iban.clone();
    let entry = Entry::transfer("B. Vreemd", "NL39RABO0300065264", euro("40.00"), "thanks");
    let statement = BankDouble::new(account.as_str()).day(kernel::date(2026, 3, 3), &[], &[entry]);
    let command = desk.get(FRED, "/desk/statements").hidden("command");
    desk.upload(FRED, "/desk/statements", &[("command", &command)], Some(("file", &statement)));
    let form = |path: &str| {
        let page = desk.get(FRED, "/desk/statements");
        let (_, rest) = page.body.split_once(&format!("action=\"{path}\"")).unwrap();
        let form = super::Got { status: page.status, to: String::new(), body: rest.to_owned() };
        let (command, entry) = (form.hidden("command"), form.hidden("entry"));
        desk.post(FRED, path, &[("command", &*command), ("entry", &*entry)])
    };
    desk.get(FRED, "/desk/statements").has("All of it goes back to").has("NL39 •••• 5264");
    let back = "/desk/statements/suspense/back";
    assert_eq!(desk.post(MARA, back, &[("command", "a"), ("entry", "b")]).status, StatusCode::FORBIDDEN);
    assert_eq!(form(back).status, StatusCode::SEE_OTHER);
    desk.get(FRED, "/desk/statements").has("All money has its place").has("Goes back to the payer");
    desk.get(FRED, "/desk/payments").has("Back to the payer (FAQ-12)").has("€40.00");
    assert_eq!(form("/desk/statements/suspense/undo").status, StatusCode::SEE_OTHER);
    desk.get(FRED, "/desk/statements").has("B. Vreemd").lacks("Goes back to the payer");
    desk.get(FRED, "/desk/payments").has("There is nothing to pay");
}

#[test]
fn a_refund_without_an_account_gets_one_at_the_desk() {
    let desk = Desk::open("2026-03-05 09:00");
    let mut proposal = app::testing::proposal();
    proposal.mandate = None;
    let made = desk.world().apply("2026-03-01 14:05", "apply", &proposal).unwrap();
    let paid = policy::Command::BookPayment {
        source: billing::PaymentSource::Transfer { payer: None },
        amount: app::testing::euro("9.95"),
        credited: app::testing::at("2026-03-02 09:00"),
    };
    let by = app::testing::staff(11, kernel::Role::Acceptance);
    desk.world().order("2026-03-02 09:00", "paid", made.contract, &by, paid).unwrap();
    let no = policy::Command::Reject { reason: None };
    desk.world().order("2026-03-03 09:00", "no", made.contract, &by, no).unwrap();
    let policy = format!("/desk/policies/{}", made.number);
    let form = format!("{policy}/refund");
    desk.get(FRED, "/desk").has("Find the account for a refund").has(&form);
    desk.get(FRED, &form).has("€9.95 waits").has("OFFICE-15");
    let send = |iban: &str| {
        let page = desk.get(FRED, &form);
        let (command, version) = (page.hidden("command"), page.hidden("version"));
        let fields = [
            ("command", &*command),
            ("version", &*version),
            ("iban", iban),
            ("holder", "S. de Vries"),
            ("channel", "phone"),
            ("note", "said so by phone"),
        ];
        desk.upload(FRED, &form, &fields, None)
    };
    assert_eq!(send("NL00RABO0300065264").status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = send("NL39 RABO 0300 0652 64");
    assert_eq!((done.status, &*done.to), (StatusCode::SEE_OTHER, &*policy), "{}", done.body);
    desk.get(FRED, &policy).has("Account for a refund named").has("MONEY-03");
    desk.get(FRED, &form).has("No refund waits").lacks("name=\"iban\"");
}
