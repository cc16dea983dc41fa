//! A report on its way: help where people get stuck, theft where it is not insured and the clock where it is, files that
//! cannot be used, and what was begun.

use axum::http::StatusCode;

use super::place::{PDF, Place, Reply, pairs};
use super::{confirmed, run};

/// A phone insured for theft too, accepted; where its claims are reported.
async fn insured(place: &Place) -> String {
    place.jar.lock().unwrap().insert("language".into(), "en".into());
    let number = confirmed(place).await;
    place.now("2026-03-01 14:20");
    place.accept(&number).await;
    place.now("2026-03-01 14:30");
    format!("/my/claims/new/{number}")
}

async fn answer(place: &Place, here: &str, fact: &str, text: &str, time: &str) -> Reply {
    let clock = format!("{fact}_time");
    let reply = place.post(here, &[("asked", fact), (fact, text), (&clock, time)]).await;
    assert_eq!((reply.status, reply.to.as_str()), (StatusCode::SEE_OTHER, here), "{fact}: {}", reply.body);
    place.get(here).await
}

#[test]
fn nl_claim_02_theft_shows_its_duties_with_their_clock_and_help_where_it_is_needed() {
    run(async |place| {
        let here = insured(&place).await;
        let first = place.get(&here).await;
        assert!(first.body.contains("It was stolen"), "{}", first.body);
        assert!(!first.body.contains("Was it stolen?"), "there is nothing to explain");
        answer(&place, &here, "what_happened", "stolen", "").await;
        answer(&place, &here, "damage_arose_at", "2026-02-28", "13:50").await;
        let late = answer(&place, &here, "discovered_at", "2026-02-28", "14:00").await;
        assert!(late.body.contains("24 hours have passed"), "{}", late.body);
        assert!(late.body.contains("Late is not a reason by itself"), "GEN-HARM-01");
        answer(&place, &here, "discovered_at", "2026-03-01", "14:28").await;
        let page = answer(&place, &here, "damage_arose_at", "2026-03-01", "14:27").await;
        assert!(page.body.contains("Do this before 2 March 2026"), "{}", page.body);
        assert!(page.body.contains("14:28") && page.body.contains("block the SIM card"));
        // On to where people get stuck.
        let mut page = page;
        let mut helped = Vec::new();
        for _ in 0..30 {
            let asked = page.hidden("asked");
            if page.body.contains("class=\"aid\"") {
                helped.push(asked.clone());
            }
            let text = match asked.as_str() {
                "theft_how" => "robbery",
                "holder" => "insured_person",
                "remote_block" => "blocked",
                "sim_block" => "sim_blocked",
                "tracking" => "tracked",
                "narrative" => break,
                "circumstances" => "",
                "police_reported_at" => "2026-03-01",
                "recovered_elsewhere" => "0",
                _ => "yes",
            };
            page = answer(&place, &here, &asked, text, "14:29").await;
        }
        assert!(helped.contains(&"remote_block".to_owned()), "FAQ-10: {helped:?}");
        assert!(helped.contains(&"police_told".to_owned()), "FAQ-02, FAQ-11: {helped:?}");
    });
}

#[test]
fn be_claim_07_where_theft_is_not_insured_it_is_said_why_and_what_to_do() {
    run(async |place| {
        let form = place.get("/apply?product=electronics-be&plan=complete").await;
        let fields = super::belgium::pairs_of_brussels(&form.hidden("command"));
        let sent = place.send("/apply", &pairs(&fields), &[("proof", "bon.pdf", PDF)]).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
        let link = place.link("/apply/confirm/").await;
        assert_eq!(place.post(&link, &[]).await.to, "/apply/done");
        let done = place.get("/apply/done").await.body;
        let (_, rest) = done.split_once("HP-").unwrap();
        let here = format!("/my/claims/new/HP-{}", &rest[..14]);
        for (language, words) in [
            ("nl", "De verzekering in België dekt geen diefstal"),
            ("fr", "L’assurance en Belgique ne couvre pas le vol"),
            ("en", "The insurance in Belgium does not cover theft"),
        ] {
            place.jar.lock().unwrap().insert("language".into(), language.into());
            let page = place.get(&here).await;
            assert!(page.body.contains(words), "{language}: {}", page.body);
            assert!(!page.body.contains("value=\"stolen\""), "it cannot be chosen");
        }
        // Who sends it all the same is asked again: it is none of the answers.
        let forged = [("asked", "what_happened"), ("what_happened", "stolen")];
        assert_eq!(place.post(&here, &forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn files_that_cannot_be_used_are_named_and_nothing_that_was_given_is_lost() {
    run(async |place| {
        let here = insured(&place).await;
        let mut page = place.get(&here).await;
        while !page.hidden("asked").starts_with("evidence-") {
            let asked = page.hidden("asked");
            let text = match asked.as_str() {
                "what_happened" => "dropped",
                "damage_arose_at" | "discovered_at" => "2026-03-01",
                "holder" => "insured_person",
                "circumstances" => "",
                "recovered_elsewhere" => "0",
                "narrative" => "It fell.",
                _ => "no",
            };
            page = answer(&place, &here, &asked, text, "14:27").await;
        }
        let asked = page.hidden("asked");
        assert!(page.body.contains("class=\"aid\""), "how to take a good photo");
        let big = vec![0xff; crate::part::MAX_FILE_BYTES + 1];
        for (file, said) in [
            (b"".as_slice(), "empty"),
            (b"<svg/>", "cannot read this file"),
            (b"%PDF-1.7 cut", "damaged"),
            (&big, "10 MB"),
        ] {
            let reply = place.send(&here, &[("asked", &asked)], &[(&asked, "a.jpg", file)]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(reply.body.contains(said), "{said}: {}", reply.body);
        }
        // One good file among bad ones is kept; so many that they are too many are refused together.
        let mixed = [(&*asked, "good.pdf", PDF), (&*asked, "bad.jpg", b"<svg/>".as_slice())];
        let reply = place.send(&here, &[("asked", &asked)], &mixed).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
        let next = place.get(&here).await;
        assert!(!next.body.contains(&format!("value=\"{asked}\"")), "the good one counts: {}", next.body);
        let list = place.get("/my/claims").await;
        assert!(list.body.contains("Begun, not sent yet") && list.body.contains(&here), "{}", list.body);
        let my = place.get("/my").await.body;
        assert!(my.contains("Begun, not sent yet: Fairphone 5"), "it is among what is to be done: {my}");
        // Thrown away, it begins anew.
        let thrown = place.post(&format!("{here}/discard"), &[]).await;
        assert_eq!(thrown.to, "/my/claims", "{}", thrown.body);
        assert!(!place.get("/my/claims").await.body.contains("Begun, not sent yet"));
        assert_eq!(place.get(&here).await.hidden("asked"), "what_happened");
    });
}
