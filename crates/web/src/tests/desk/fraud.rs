//! What follows from fraud, and from being late, on the page of a claim.

use app::claims::{self, Report, Stated};
use app::testing::{at, proposal_in};
use axum::http::StatusCode;
use kernel::{Actor, Channel, Country, Role};
use store::{Priority, sql};

use super::{ANNA, CARLA, Desk, MARA};

/// A policy of the country with claims for what was dropped on these days; answers the policy's number and theirs.
fn dropped(desk: &Desk, country: Country, days: &[&str]) -> (String, Vec<String>) {
    let made = desk.world().apply("2026-03-01 14:05", "apply", &proposal_in(country)).unwrap();
    let accept = policy::Command::Accept { accept_limit: app::testing::euro("3500.00") };
    let by = app::testing::staff(11, Role::Acceptance);
    desk.world().order("2026-03-02 10:00", "accept", made.contract, &by, accept).unwrap();
    let report = |day: &&str| {
        let noon = format!("{day}T12:00");
        let mut facts = vec![
            ("what_happened", "dropped"),
            ("damage_arose_at", &*noon),
            ("discovered_at", &*noon),
            ("affects_function", "yes"),
            ("holder", "insured_person"),
            ("circumstances", ""),
            ("recovered_elsewhere", "0.00"),
        ];
        if country == Country::Nl {
            facts.push(("damaged_before", "no"));
        }
        let report = Report {
            contract: made.contract,
            holder: Some(made.holder),
            items: vec![],
            facts: facts.iter().map(|(fact, text)| Stated::new(fact, text)).collect(),
            narrative: "It slipped out of my hand.".into(),
            uploads: vec![],
        };
        let customer = Actor::new(made.holder, Role::Policyholder, Channel::Portal);
        let (app, now, command) = (desk.app.clone(), at(&format!("{day} 13:00")), format!("report {day}"));
        let reported = desk
            .app
            .db
            .write(Priority::Click, move |tx| claims::report(&app, tx, now, &command, &customer, &report));
        reported.unwrap().number.to_string()
    };
    (made.number.to_string(), days.iter().map(report).collect())
}

fn finds_fraud(desk: &Desk, number: &str) {
    let path = format!("/desk/claims/{number}");
    let page = desk.get(CARLA, &path);
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let fields = [
        ("command", &*command),
        ("version", &*version),
        ("decision", "state"),
        ("fact..fraud", "yes"),
        ("why", "The receipt was made up."),
    ];
    let done = desk.post(CARLA, &path, &fields);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

/// Sends a form of what comes after a decision.
fn after(desk: &Desk, number: &str, fields: &[(&str, &str)]) -> super::Got {
    let page = desk.get(CARLA, &format!("/desk/claims/{number}"));
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let mut all = vec![("command", &*command), ("version", &*version)];
    all.extend_from_slice(fields);
    desk.post(CARLA, &format!("/desk/claims/{number}/after"), &all)
}

/// The one proposal that waits is agreed to.
fn agree(desk: &Desk) {
    let page = desk.get(MARA, "/desk/approvals");
    let (_, rest) = page.body.split_once("action=\"/desk/approvals/").unwrap();
    let approval = format!("/desk/approvals/{}", rest.split('"').next().unwrap());
    let form = super::Got { status: page.status, to: String::new(), body: rest.to_owned() };
    let command = form.hidden("command");
    let done = desk.post(MARA, &approval, &[("command", &*command), ("answer", "approve")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

#[test]
fn with_fraud_found_a_dutch_claim_shows_what_can_follow_and_where() {
    let desk = Desk::open("2026-03-12 15:00");
    let (policy, claims) = dropped(&desk, Country::Nl, &["2026-03-10", "2026-03-12"]);
    let path = format!("/desk/claims/{}", claims[0]);
    desk.get(CARLA, &path).lacks("What can follow from fraud");
    finds_fraud(&desk, &claims[0]);
    let page = desk.get(CARLA, &path);
    page.has("What can follow from fraud").has("NL-FRAUD-01").has("NL-FRAUD-04").lacks("BE-FRAUD");
    page.lacks("Do not consider these claims further");
    let end = format!("/desk/policies/{policy}/terminate?way=fraud");
    page.has(&end).has(&format!("/desk/policies/{policy}/incident?kind=fraud&#38;claim={}", claims[0]));
    desk.get(CARLA, &end).has("value=\"fraud\" checked");
    let record = format!("/desk/policies/{policy}/incident?kind=fraud&claim={}", claims[0]);
    desk.get(CARLA, &record).has(&claims[0]).has("value=\"fraud\" id=\"kind\" checked");
    // Who may only look sees what follows, and nothing to press.
    let auditor = desk.get((Role::Auditor, 91), &path);
    auditor.has("What can follow from fraud").lacks(&end);
    desk.get(CARLA, &format!("/desk/claims/{}", claims[1])).has("Fraud was found on another claim");
}

#[test]
fn be_fraud_03_pending_claims_are_left_aside_from_the_page_by_two_people() {
    let desk = Desk::open("2026-03-12 15:00");
    let (_, claims) = dropped(&desk, Country::Be, &["2026-03-10", "2026-03-12"]);
    finds_fraud(&desk, &claims[0]);
    let path = format!("/desk/claims/{}", claims[0]);
    let page = desk.get(CARLA, &path);
    page.has("BE-FRAUD-03").has("Pending under the same policy").has(&claims[1]);
    let empty = after(&desk, &claims[0], &[("act", "leave-aside"), ("aside", "")]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "it needs a reason");
    let send = [("act", "leave-aside"), ("aside", "The receipt was made up.")];
    let other = after(&desk, &claims[1], &send);
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "there nothing was found");
    assert_eq!(desk.post(ANNA, &format!("{path}/after"), &send).status, StatusCode::FORBIDDEN);
    let done = after(&desk, &claims[0], &send);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(MARA, "/desk/approvals").has("Leave pending claims aside because of fraud");
    agree(&desk);
    let closed = sql!("select count(*) as number from claim where way = 'refused'");
    assert_eq!(desk.count(closed), 1);
    desk.get(CARLA, &format!("/desk/claims/{}", claims[1])).has("Left aside because of fraud");
    desk.get(CARLA, &path).lacks("Pending under the same policy");
}

#[test]
fn law_be_ins_09_what_being_late_comes_to_is_shown_with_its_arithmetic_and_agreed() {
    let desk = Desk::open("2026-03-10 15:00");
    let (_, claims) = dropped(&desk, Country::Be, &["2026-03-10"]);
    let path = format!("/desk/claims/{}", claims[0]);
    desk.get(CARLA, &path).lacks("We were late");
    desk.now("2026-07-01 10:00");
    desk.world().run("2026-07-01", "2026-07-01");
    let page = desk.get(CARLA, &path);
    page.has("We were late").has("LAW-BE-INS-09").has("€300.00").has("not yet");
    // Nineteen days from the reminder, and the fixed sum: € 6,000.
    let page = desk.get(CARLA, &format!("{path}?reminded_on=2026-06-12"));
    page.has("19 days").has("€5,700.00").has("€6,000.00");
    let wrong = after(&desk, &claims[0], &[("act", "late"), ("reminded_on", "yesterday")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = after(&desk, &claims[0], &[("act", "late"), ("reminded_on", "2026-06-12")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(MARA, "/desk/approvals").has("Pay because we were late").has("6,000.00");
    agree(&desk);
    desk.get(CARLA, &path).has("This was agreed").lacks("Propose to pay this");
    let posted = sql!(
        "select cast(sum(amount_cents) as bigint) as number from posting where template = 'lateness-owed' \
         and amount_cents > 0"
    );
    assert_eq!(desk.count(posted), 600_000);
    let again = after(&desk, &claims[0], &[("act", "late"), ("reminded_on", "2026-06-12")]);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.has("agreed already");
}
