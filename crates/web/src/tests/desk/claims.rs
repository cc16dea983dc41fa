//! Claims at the desk.

use app::claims::{self, Report, Stated};
use app::testing::at;
use axum::http::StatusCode;
use kernel::{Actor, Channel, Role};
use store::{Priority, sql};

use super::{CARLA, Desk, FRED, MARA};

/// A phone was dropped; answers the number of the claim.
fn dropped(desk: &Desk) -> String {
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    let facts = [
        ("what_happened", "dropped"),
        ("damage_arose_at", "2026-03-10T12:00"),
        ("discovered_at", "2026-03-10T12:05"),
        ("affects_function", "yes"),
        ("holder", "insured_person"),
        ("circumstances", ""),
        ("damaged_before", "no"),
        ("recovered_elsewhere", "0.00"),
    ];
    let report = Report {
        contract: made.contract,
        holder: Some(made.holder),
        items: vec![],
        facts: facts.iter().map(|(fact, text)| Stated::new(fact, text)).collect(),
        narrative: "It slipped <script>out</script> of my hand.".into(),
        uploads: vec![],
    };
    let customer = Actor::new(made.holder, Role::Policyholder, Channel::Portal);
    let app = desk.app.clone();
    let reported = desk.app.db.write(Priority::Click, move |tx| {
        claims::report(&app, tx, at("2026-03-11 09:00"), "report", &customer, &report)
    });
    reported.unwrap().number.to_string()
}

/// Sends one of the forms of the claim's page as it stands now.
fn act(desk: &Desk, who: super::Who, path: &str, fields: &[(&str, &str)]) -> super::Got {
    let page = desk.get(who, path);
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let mut all = vec![("command", &*command), ("version", &*version)];
    all.extend_from_slice(fields);
    desk.post(who, path, &all)
}

#[test]
fn a_claim_is_judged_approved_and_paid() {
    let desk = Desk::open("2026-03-11 10:00");
    let number = dropped(&desk);
    let path = format!("/desk/claims/{number}");
    desk.get(CARLA, "/desk/claims").has(&path);
    let page = desk.get(CARLA, &path);
    page.has("There was cover")
        .has("NL-PROV-07")
        .lacks("<script>out")
        .has("slipped")
        .has("fact.1.repairable");
    assert_eq!(desk.get(FRED, &path).status, StatusCode::FORBIDDEN, "claims are not finance's");

    // A price is asked for beside the open questions when it is chosen.
    desk.get(CARLA, &format!("{path}?fact=equivalent_price")).has("fact.1.equivalent_price");
    let none = act(&desk, CARLA, &path, &[("decision", "state")]);
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was answered");
    let wrong = [("decision", "state"), ("fact.1.equivalent_price", "-3")];
    assert_eq!(act(&desk, CARLA, &path, &wrong).status, StatusCode::UNPROCESSABLE_ENTITY);
    let stated = [("decision", "state"), ("fact.1.repairable", "no"), ("fact.1.equivalent_price", "600,00")];
    let done = act(&desk, CARLA, &path, &stated);
    assert_eq!((done.status, &*done.to), (StatusCode::SEE_OTHER, &*path), "{}", done.body);
    let page = desk.get(CARLA, &path);
    page.has("Covered: payment").has("NL-COV-01");

    // Two people at once.
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let fields = [("command", &*command), ("version", &*version), ("decision", "approve")];
    let done = desk.post(CARLA, &path, &fields);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let late = [("command", "abcdef0123"), ("version", &*version), ("decision", "approve")];
    if desk.get(CARLA, &path).hidden("version") != version {
        assert_eq!(desk.post((Role::Claims, 32), &path, &late).status, StatusCode::CONFLICT);
    }
    assert_eq!(desk.post(CARLA, &path, &fields).status, StatusCode::SEE_OTHER, "twice is once");
    // Above what one person may approve it waits for another; the proposer cannot be that one.
    let own = desk.get(CARLA, "/desk/approvals");
    let there = own.body.contains(&number);
    if there {
        own.lacks("value=\"approve\"");
        let page = desk.get(MARA, "/desk/approvals");
        let (_, rest) = page.body.split_once("action=\"/desk/approvals/").unwrap();
        let approval = format!("/desk/approvals/{}", rest.split('"').next().unwrap());
        let (_, form) = page.body.split_once(&format!("action=\"{approval}\"")).unwrap();
        let form = super::Got { status: page.status, to: String::new(), body: form.to_owned() };
        let command = form.hidden("command");
        let fields = [("command", &*command), ("answer", "approve")];
        assert_eq!(desk.post(CARLA, &approval, &fields).status, StatusCode::FORBIDDEN, "four eyes");
        let done = desk.post(MARA, &approval, &fields);
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let other = [("command", "abcdef0123"), ("answer", "approve")];
        assert_eq!(desk.post(MARA, &approval, &other).status, StatusCode::CONFLICT, "decided already");
    }
    let ordered = sql!("select count(*) as number from payment_order where kind = 'benefit'");
    assert_eq!(desk.count(ordered), 1);
    desk.get(FRED, "/desk/payments").has(&number).has("Release the payment file");
}

#[test]
fn a_finding_needs_its_reason_and_evidence_is_asked_for() {
    let desk = Desk::open("2026-03-11 10:00");
    let number = dropped(&desk);
    let path = format!("/desk/claims/{number}");
    let finding = [("decision", "state"), ("fact..insufficient_care", "yes")];
    let refused = act(&desk, CARLA, &path, &finding);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    let stated =
        [("decision", "state"), ("fact..insufficient_care", "yes"), ("why", "Left on the roof of a car.")];
    let done = act(&desk, CARLA, &path, &stated);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(CARLA, &path).has("Finding stated").has("GEN-HARM-01");
    let asked = act(&desk, CARLA, &path, &[("decision", "ask"), ("evidence", "photo_damage")]);
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    assert_eq!(act(&desk, CARLA, &path, &[("decision", "ask")]).status, StatusCode::UNPROCESSABLE_ENTITY);
    let refuse = act(&desk, CARLA, &path, &[("decision", "refuse"), ("reason", "")]);
    assert_eq!(refuse.status, StatusCode::UNPROCESSABLE_ENTITY, "a refusal has a reason");
}
