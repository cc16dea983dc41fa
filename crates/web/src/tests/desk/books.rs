//! The books at the desk: month close, insurers, tax, and what leaves for the accountant.

use app::testing::{
    bank::{BankDouble, Entry},
    euro,
};
use axum::http::StatusCode;

use super::{Desk, FRED, MARA};

/// A policy whose premium fell due in March, and a statement up to the end of March with 100 euros that left the account.
fn march() -> (Desk, app::apply::Made) {
    let desk = Desk::open("2026-03-01 09:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    desk.world().run("2026-03-02", "2026-03-05");
    let account = desk.app.products.agreements()[0].account.iban.clone();
    let out = Entry::transfer("Rosemont", "NL39RABO0300065264", euro("-100.00"), "settlement");
    let statement = BankDouble::new(account.as_str()).day(kernel::date(2026, 3, 31), &[], &[out]);
    desk.now("2026-04-01 09:00");
    let command = desk.get(FRED, "/desk/statements").hidden("command");
    desk.upload(FRED, "/desk/statements", &[("command", &command)], Some(("file", &statement)));
    (desk, made)
}

#[test]
fn a_month_is_proposed_by_one_and_closed_by_another() {
    let (desk, _) = march();
    let page = desk.get(FRED, "/desk/close");
    page.has("March 2026")
        .has("in order")
        .has("please look")
        .has("OFFICE-15")
        .has("No month has been closed yet");
    desk.get(MARA, "/desk/close").lacks("Propose to close");
    let fields = [("command", &*page.hidden("command")), ("month", &*page.hidden("month"))];
    assert_eq!(desk.post(MARA, "/desk/close", &fields).status, StatusCode::FORBIDDEN);
    assert_eq!(desk.post(FRED, "/desk/close", &fields).status, StatusCode::SEE_OTHER);
    let again = [("command", "abcdef0001"), ("month", "2026-04")];
    desk.post(FRED, "/desk/close", &again).has("2026-04 cannot be closed yet");
    desk.get(FRED, "/desk/close").has("Waits for a second person").lacks("Propose to close");
    desk.get(FRED, "/desk/approvals")
        .has("Close a month of the books")
        .has("2026-03")
        .lacks("value=\"approve\"");
    let page = desk.get(MARA, "/desk/approvals");
    let (_, rest) = page.body.split_once("action=\"/desk/approvals/").unwrap();
    let path = format!("/desk/approvals/{}", rest.split('"').next().unwrap());
    let fields = [("command", &*page.hidden("command")), ("answer", "approve")];
    assert_eq!(desk.post(MARA, &path, &fields).status, StatusCode::SEE_OTHER);
    desk.get(FRED, "/desk/close")
        .has("April 2026")
        .has("The month is over")
        .has("not yet")
        .has("proposed by");
}

#[test]
fn an_insurer_is_told_what_it_is_owed_and_line_by_line_why() {
    let (desk, made) = march();
    let here = "/desk/insurers?agreement=rosemont-nl&month=2026-03";
    let page = desk.get(FRED, here);
    page.has("March 2026").has("Account current").has("Premium due").has(made.number.as_str());
    page.has("Plus").has("No partner earned anything").has("figures may still change");
    page.has("€100.00 left the account");
    desk.get(MARA, here).has("Premium bordereau").lacks("left the account");
    let settle =
        [("command", &*page.hidden("command")), ("entry", &*page.hidden("entry")), ("what", "insurer")];
    desk.post(FRED, here, &settle).has("Booked.").has("Settled with the insurer").lacks("left the account");
    desk.post(FRED, here, &settle).has("already done");
    let file =
        |name: &str| desk.get(FRED, &format!("/desk/insurers/{name}?agreement=rosemont-nl&month=2026-03"));
    file("bordereau.csv").has("Policy,Endorsement,").has(made.number.as_str());
    file("current.csv").has("Settled with the insurer").has("-100.00");
    assert!(file("bordereau.xlsx").body.starts_with("PK"));
    assert_eq!(file("partner-nobody.csv").status, StatusCode::NOT_FOUND);
    assert_eq!(file("bordereau.exe").status, StatusCode::NOT_FOUND);
    desk.get(FRED, "/desk/insurers?month=2026-02").has("No premium in this month");
}

#[test]
fn tax_is_told_by_country_and_period() {
    let (desk, _) = march();
    desk.get(FRED, "/desk/tax?month=2026-03").has("Netherlands").has("21%").has("LAW-TAX-03");
    desk.get(FRED, "/desk/tax?month=2026-03&per=quarter").has("January 2026 – March 2026").has("21%");
    desk.get(FRED, "/desk/tax?country=BE&month=2026-03").has("No tax in this period");
    desk.get(FRED, "/desk/tax/tax.csv?month=2026-03").has("Rate (%),").has("21,");
    assert_eq!(desk.get(FRED, "/desk/tax/figures.csv").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_accountant_takes_the_books_along() {
    let (desk, made) = march();
    desk.get(FRED, "/desk/ledger").has("Owed by policyholders, by age").has("audit.xaf?as_of=2026-04-01");
    let file = |name: &str| desk.get(FRED, &format!("/desk/ledger/{name}?as_of=2026-03-31"));
    file("balances.csv").has("1300,Owed by policyholders,");
    file("postings.csv").has("Premium due").has(made.number.as_str());
    file("open.csv").has(made.number.as_str());
    file("audit.xaf").has("http://www.auditfiles.nl/XAF/3.2").has("<endDate>2026-03-31</endDate>");
    assert!(file("postings.xlsx").body.starts_with("PK"));
    assert_eq!(file("secrets.csv").status, StatusCode::NOT_FOUND);
}
