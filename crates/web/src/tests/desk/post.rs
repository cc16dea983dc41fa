//! Letters that came back, and proof that others arrived, at the desk and through the API.

use app::testing::proposal_in;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use kernel::{Country, Role};
use policy::Command;
use serde_json::Value as Json;
use store::sql;

use super::{ANNA, BRAM, CARLA, Desk, FRED, Got};

/// A policy with one reminder: its path at the desk, and the reference of the letter.
fn reminded(desk: &Desk, country: Country) -> (String, String) {
    let world = desk.world();
    let mut proposal = proposal_in(country);
    (proposal.mandate, proposal.by_email) = (None, country == Country::Be);
    let made = world.apply("2026-03-01 14:05", "apply", &proposal).unwrap();
    let accept = Command::Accept { accept_limit: app::testing::euro("3500.00") };
    let by = app::testing::staff(11, Role::Acceptance);
    world.order("2026-03-01 15:00", "accept", made.contract, &by, accept).unwrap();
    for day in ["2026-03-02", "2026-03-16", "2026-03-31", "2026-04-01"] {
        world.due(made.contract, &format!("{day} 06:00"));
    }
    let contract = made.contract;
    let facts = desk.app.db.read(move |tx| app::contracts::facts(tx, &[contract])).unwrap();
    let reference = app::delivery::fate::of_reminder(&facts[&contract], contract, 1).unwrap();
    (format!("/desk/policies/{}", made.number), reference)
}

fn send(desk: &Desk, form: &str, fields: &[(&str, &str)]) -> Got {
    let command = desk.get(FRED, form).hidden("command");
    let all: Vec<_> = [("command", &*command)].into_iter().chain(fields.iter().copied()).collect();
    desk.upload(FRED, form, &all, None)
}

#[test]
fn the_slip_of_a_registered_notice_is_recorded_once_what_follows_was_seen() {
    let desk = Desk::open("2026-04-10 09:00");
    let (policy, reference) = reminded(&desk, Country::Be);
    let form = format!("{policy}/reminders/1");
    desk.get(FRED, &policy).has(&form);
    let page = desk.get(FRED, &form);
    page.has(&reference).has("Presumed received").has("handed in as a registered item").has("AMB-12");
    let nothing = send(&desk, &form, &[("what", "deposited"), ("do", "show")]);
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    nothing.has("letters and digits only");
    let slip = [("what", "deposited"), ("day", "2026-04-03"), ("item", "RR 123456789 BE")];
    let shown = send(&desk, &form, &[&slip[..], &[("do", "show")]].concat());
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    shown.has("What follows").has("Cover from");
    let proven = sql!("select count(*) as number from event where kind = 'reminder-receipt-proven'");
    assert_eq!(desk.count(proven), 0, "looking records nothing");
    let done = send(&desk, &form, &[&slip[..], &[("do", "record")]].concat());
    assert_eq!((done.status, &*done.to), (StatusCode::SEE_OTHER, &*form), "{}", done.body);
    assert_eq!(desk.count(proven), 1);
    desk.get(FRED, &form).has("Proven received").has("RR123456789BE").has("3 Apr 2026");
    let future =
        send(&desk, &form, &[("what", "deposited"), ("day", "2026-05-01"), ("item", "R1"), ("do", "show")]);
    assert_eq!(future.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.get(CARLA, &form).status, StatusCode::FORBIDDEN);
    assert_eq!(desk.get(FRED, &format!("{policy}/reminders/2")).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_letter_that_came_back_is_on_the_list_and_goes_again() {
    let desk = Desk::open("2026-04-10 09:00");
    let (policy, reference) = reminded(&desk, Country::Nl);
    desk.get(ANNA, "/desk/post").has("Everything has been delivered");
    let list = format!("{reference};returned;;moved\nletter-unknown-1;returned;;5.1.1\n");
    let read = desk.upload(ANNA, "/desk/post", &[], Some(("file", list.as_bytes())));
    assert_eq!(read.status, StatusCode::OK, "{}", read.body);
    read.has("One line recorded").has("We know no letter with this reference").has("Moved").has(&policy);
    let again = desk.upload(ANNA, "/desk/post", &[], Some(("file", list.as_bytes())));
    again.has("Recorded before: 1. Not recorded: 1.");
    assert_eq!(desk.upload(ANNA, "/desk/post", &[], None).status, StatusCode::UNPROCESSABLE_ENTITY);
    desk.get(ANNA, "/desk").has("Deliver a letter again");
    desk.get(FRED, &format!("{policy}/reminders/1")).has("It sets no term any more");
    let page = desk.get(ANNA, &format!("{policy}/letters"));
    let (command, letter) = (page.hidden("command"), page.hidden("letter"));
    let fields = [("command", &*command), ("letter", &*letter), ("by", "print")];
    assert_eq!(desk.post(ANNA, &format!("{policy}/letters"), &fields).status, StatusCode::SEE_OTHER);
    let sent = sql!("select count(*) as number from event where kind = 'reminder-sent'");
    assert_eq!(desk.count(sent), 2, "a new one, with a term of its own");
    desk.get(ANNA, "/desk/post").lacks(&policy);
}

#[test]
fn programs_say_what_became_of_letters() {
    let desk = Desk::open("2026-04-10 09:00");
    let (_, reference) = reminded(&desk, Country::Nl);
    let call = |who: super::Who, body: &str| {
        let request = Request::builder()
            .method("POST")
            .uri("/api/letters")
            .header("authorization", format!("Bearer {}:{}", who.0.code(), who.1))
            .header("accept-language", "en")
            .header("content-type", "application/json");
        let got = desk.send(request.body(Body::from(body.to_owned())).unwrap());
        (got.status, serde_json::from_str::<Json>(&got.body).unwrap())
    };
    let body = format!(
        r#"{{"news":[{{"reference":"<{reference}@harmony>","what":"returned","detail":"5.1.1"}},
            {{"reference":"x","what":"received","day":"2026-04-09"}}]}}"#
    );
    let (status, answer) = call(FRED, &body);
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert_eq!((&answer[0]["outcome"], &answer[1]["outcome"]), (&"done".into(), &"refused".into()));
    assert_eq!(answer[1]["rule"], "GEN-TIME-06");
    assert_eq!(call(FRED, &body).1[0]["outcome"], "already-done");
    for wrong in ["", "[]", r#"{"news":[]}"#, r#"{"news":[{"reference":"x"}]}"#] {
        let (status, problem) = call(FRED, wrong);
        assert_eq!((status, &problem["status"]), (StatusCode::UNPROCESSABLE_ENTITY, &422.into()), "{wrong}");
    }
    assert_eq!(call((Role::Policyholder, 61), &body).0, StatusCode::FORBIDDEN);
}

#[test]
fn the_cover_of_a_policy_as_data_and_as_a_page() {
    let desk = Desk::open("2026-03-02 12:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-02 10:00");
    let path = format!("/api/policies/{}/cover", made.number);
    let call = |query: &str| {
        let request = Request::builder()
            .uri(format!("{path}{query}"))
            .header("authorization", format!("Bearer {}:{}", FRED.0.code(), FRED.1))
            .header("accept-language", "en");
        let got = desk.send(request.body(Body::empty()).unwrap());
        (got.status, serde_json::from_str::<Json>(&got.body).unwrap())
    };
    let (status, cover) = call("?at=2026-03-02T11:00");
    assert_eq!(status, StatusCode::OK, "{cover}");
    assert_eq!((&cover["asked"]["covered"], &cover["asked"]["cover"]), (&true.into(), &"on".into()));
    assert_eq!(cover["segments"][0]["rule"], "NL-PROV-07");
    // As known before it was accepted, the same moment was provisional.
    let (_, before) = call("?at=2026-03-02T09:00&known=2026-03-02T09:30");
    assert_eq!(before["asked"]["cover"], "provisional");
    let (status, problem) = call("?at=yesterday");
    assert_eq!((status, &problem["status"]), (StatusCode::UNPROCESSABLE_ENTITY, &422.into()));
    assert!(problem["title"].as_str().unwrap().contains("at") && problem["detail"].is_string());

    let page = format!("/desk/policies/{}/cover", made.number);
    desk.get(FRED, &page).has("NL-PROV-07").has("Accepted").has("<svg").has("as known");
    desk.get(FRED, &format!("{page}?at=2026-03-02T11:00")).has("NL-PROV-07").has("2 March 2026");
    desk.get(FRED, &format!("{page}?at=2026-02-28T11:00")).has("28 February 2026");
    let then = desk.get(FRED, &format!("{page}?at=2026-03-02T09:00&known=2026-03-02T09:30"));
    then.has("NL-PROV-01").has("NL-PROV-07");
    assert_eq!(desk.get((Role::Policyholder, 61), &page).status, StatusCode::FORBIDDEN);
    assert_eq!(desk.get(FRED, "/desk/policies/HP-0000/cover").status, StatusCode::NOT_FOUND);
    assert!(desk.count(sql!("select count(*) as number from look")) > 0, "each look is logged");
}

#[test]
fn nl_dun_02_reminders_are_held_on_somebody_s_word_and_only_once() {
    let desk = Desk::open("2026-04-10 09:00");
    let (policy, _) = reminded(&desk, Country::Nl);
    let form = format!("{policy}/arrears");
    desk.get(FRED, &policy).has(&form);
    let page = desk.get(FRED, &form);
    page.has("Late premium").has("a term that runs counts no more");
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let keys = [("command", &*command), ("version", &*version)];
    let word = [("channel", "phone"), ("note", "She says that she paid; we look at it.")];
    let hold = [("act", "hold"), ("reason", "dispute"), ("until", "10-05-2026")];
    let without = desk.upload(FRED, &form, &[&keys[..], &hold].concat(), None);
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "it needs a word");
    let late = [("act", "hold"), ("reason", "dispute"), ("until", "10-05-2027")];
    let late = desk.upload(FRED, &form, &[&keys[..], &late, &word].concat(), None);
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    late.has("NL-DUN-02");
    let waive = desk.upload(FRED, &form, &[&keys[..], &[("act", "waive")], &word].concat(), None);
    assert_eq!(waive.status, StatusCode::UNPROCESSABLE_ENTITY, "there are no costs yet");
    for _ in 0..2 {
        let done = desk.upload(FRED, &form, &[&keys[..], &hold, &word].concat(), None);
        assert_eq!((done.status, &*done.to), (StatusCode::SEE_OTHER, &*policy), "{}", done.body);
    }
    assert_eq!(desk.count(sql!("select count(*) as number from event where kind = 'reminders-held'")), 1);
    desk.get(FRED, &form).has("10 May 2026").has("The customer disputes the debt");
    assert_eq!(desk.get(CARLA, &form).status, StatusCode::FORBIDDEN);
}

#[test]
fn nl_dun_09_the_list_of_late_premium_leads_to_what_can_be_done() {
    let desk = Desk::open("2026-04-10 09:00");
    let (policy, _) = reminded(&desk, Country::Nl);
    let number = policy.rsplit('/').next().unwrap().to_owned();
    let list = desk.get(FRED, "/desk/reminders?show=reminded");
    list.has(&number).has("Last day to pay").has("20 Apr 2026").has(&format!("{policy}/arrears"));
    assert!(!desk.get(FRED, "/desk/reminders?show=held").body.contains(&number));
    let file = desk.get(FRED, "/desk/reminders/reminders.csv?show=reminded");
    assert_eq!(file.status, StatusCode::OK);
    file.has(&number).has("Reminder sent").has("2026-04-21");
    assert_eq!(desk.get(FRED, "/desk/reminders/other.csv").status, StatusCode::NOT_FOUND);
    desk.now("2026-05-25 09:00");
    desk.get(FRED, "/desk/reminders")
        .has(&number)
        .has("End can be proposed")
        .has("No cover since 21 Apr 2026");
    let link = format!("{policy}/terminate?way=repeated-non-payment");
    assert!(!desk.get(FRED, "/desk/reminders?show=ready").body.contains(&link), "finance ends no policy");
    desk.get(BRAM, "/desk/reminders?show=ready").has(&link);
    let form = desk.get(BRAM, &link).body;
    let chosen = form.split("value=\"repeated-non-payment\"").nth(1).unwrap();
    assert!(chosen.split('>').next().unwrap().contains("checked"), "{form}");
}

#[test]
fn amb_16_a_plan_is_agreed_after_what_it_does_to_cover_was_told() {
    let desk = Desk::open("2026-04-10 09:00");
    let (policy, _) = reminded(&desk, Country::Nl);
    let form = format!("{policy}/arrears");
    let page = desk.get(FRED, &form);
    page.has("Agree on a payment plan").has("the reminder that runs is cancelled, and cover stays");
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let keys = [("command", &*command), ("version", &*version), ("act", "plan")];
    let word = [("channel", "phone"), ("note", "She pays in three parts.")];
    let many = [("parts", "13"), ("first", "01-05-2026")];
    let many = desk.upload(FRED, &form, &[&keys[..], &many, &word].concat(), None);
    assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY);
    many.has("2 to 12 monthly parts");
    let three = [("parts", "3"), ("first", "01-05-2026")];
    let done = desk.upload(FRED, &form, &[&keys[..], &three, &word].concat(), None);
    assert_eq!((done.status, &*done.to), (StatusCode::SEE_OTHER, &*policy), "{}", done.body);
    desk.get(FRED, &form).has("Payment plan").has("1 May 2026").has("1 Jul 2026").has("to pay");
    desk.get(FRED, &policy).has("Payment plan agreed");
    desk.get(FRED, "/desk/reminders?show=held").has("Held until 8 May 2026");
}
