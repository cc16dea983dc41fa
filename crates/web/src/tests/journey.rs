//! A customer's whole way through the pages, against a house that runs: from the application to the claim, with what goes
//! wrong on it.

mod belgium;
mod changes;
mod hostile;
mod place;
mod report;

use axum::http::StatusCode;

use self::place::{PDF, Place, Reply, filled, pairs};

fn run(test: impl AsyncFnOnce(Place)) {
    // The house is opened outside: opening it waits for the database.
    let place = Place::new();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(test(place));
}

async fn apply(place: &Place) -> (Reply, String) {
    let form = place.get("/apply").await;
    assert_eq!(form.status, StatusCode::OK);
    let command = form.hidden("command");
    let fields = filled(&command);
    let sent = place.send("/apply", &pairs(&fields), &[("proof", "bon.pdf", PDF)]).await;
    (sent, command)
}

/// Applies and confirms: the number of the policy. The browser has the session of the link.
async fn confirmed(place: &Place) -> String {
    let (sent, _) = apply(place).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    let link = place.link("/apply/confirm/").await;
    let page = place.get(&link).await;
    assert!(page.body.contains("Fairphone 5"), "{}", page.body);
    let done = place.post(&link, &[]).await;
    assert_eq!((done.status, done.to.as_str()), (StatusCode::SEE_OTHER, "/apply/done"), "{}", done.body);
    let done = place.get("/apply/done").await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let (_, rest) = done.body.split_once("HP-").unwrap();
    format!("HP-{}", &rest[..14])
}

#[test]
fn an_application_without_an_account_gives_cover_once() {
    run(async |place| {
        let (sent, command) = apply(&place).await;
        assert!(sent.body.contains("sanne@example.org"), "{}", sent.body);
        // The same form again is the same application.
        let fields = filled(&command);
        let again = place.send("/apply", &pairs(&fields), &[("proof", "bon.pdf", PDF)]).await;
        assert_eq!(again.status, StatusCode::OK, "{}", again.body);
        let link = place.link("/apply/confirm/").await;
        assert!(
            !place.get(&link).await.body.contains("sanne"),
            "the page behind a link shows no more than it must"
        );
        let first = place.post(&link, &[]).await;
        assert_eq!(first.to, "/apply/done", "{}", first.body);
        // A second click is the same click.
        assert_eq!(place.post(&link, &[]).await.to, "/apply/done");
        let drafts = counted(&place).await;
        assert_eq!(drafts, (1, 1), "one draft, one contract");
        let my = place.get("/my").await;
        assert!(my.body.contains("Fairphone 5") && my.body.contains("Sanne de Vries"), "{}", my.body);
        // Later the link is only a used link.
        place.now("2026-03-01 15:05");
        place.forget_me();
        let late = place.post(&link, &[]).await;
        assert_eq!(late.status, StatusCode::OK);
        assert!(late.to.is_empty());
        assert_eq!(place.get("/my").await.status, StatusCode::SEE_OTHER);
        assert_eq!(place.get("/apply/confirm/00").await.status, StatusCode::OK);
    });
}

async fn counted(place: &Place) -> (i64, i64) {
    let counted = place.app.db.read_async(|tx| {
        let row = tx.query_one(
            store::sql!(
                "select (select count(*) from draft) as drafts, (select count(*) from contract) as contracts"
            ),
            &store::params![],
        )?;
        Ok::<_, store::StoreError>((row.i64("drafts")?, row.i64("contracts")?))
    });
    counted.await.unwrap()
}

#[test]
fn what_is_wrong_is_said_beside_its_field_in_every_language() {
    run(async |place| {
        let check = async |language: &str, expected: [&str; 6]| {
            place.jar.lock().unwrap().insert("language".into(), language.into());
            let command = place.get("/apply").await.hidden("command");
            let mut fields = filled(&command);
            for (name, value) in [
                ("imei", "490154203237519"),
                ("email", "sanne@"),
                ("iban", "NL00RABO0300065264"),
                ("bought", "31-02-2026"),
                ("model", "<script>alert(1)</script>\"'"),
                ("postcode", "0123 AB"),
            ] {
                fields.iter_mut().find(|(known, _)| *known == name).unwrap().1 = value.to_owned();
            }
            fields.retain(|(name, _)| *name != "truth");
            let reply = place.send("/apply", &pairs(&fields), &[("proof", "bon.pdf", PDF)]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            for words in expected {
                assert!(reply.body.contains(words), "{language}: {words}: {}", reply.body);
            }
            assert!(!reply.body.contains("<script>alert"), "what was typed comes back as text");
            assert!(reply.body.contains("Coolsingel"), "what was right stays");
            // The file stays too: the next try needs none.
            let kept = reply.hidden("kept");
            let mut right = filled(&command);
            right.push(("kept", kept.clone()));
            right.iter_mut().find(|(name, _)| *name == "price").unwrap().1 = "1".into();
            let next = place.send("/apply", &pairs(&right), &[]).await;
            assert_eq!(next.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", next.body);
            assert_eq!(next.hidden("kept"), kept);
            // A reference that is not ours is none.
            let tampered = kept.replacen(|c: char| c.is_ascii_hexdigit(), "g", 1);
            right.iter_mut().find(|(name, _)| *name == "kept").unwrap().1 = tampered;
            assert!(!place.send("/apply", &pairs(&right), &[]).await.body.contains("name=\"kept\""));
        };
        check(
            "nl",
            [
                "Kijk of er een tikfout in staat",
                "apenstaartje",
                "Deze datum bestaat niet",
                "Deze postcode klopt niet",
                "Zonder dit akkoord",
                "dingen",
            ],
        )
        .await;
        check(
            "en",
            [
                "check it for a typing error",
                "one @",
                "This date does not exist",
                "This postcode is not right",
                "Without this agreement",
                "6 things",
            ],
        )
        .await;
        check("fr", ["faute de frappe", "un seul @", "date", "Ce code postal", "Sans cet accord", "6"]).await;
        assert_eq!(counted(&place).await, (0, 0));
    });
}

#[test]
fn a_file_too_large_or_of_no_use_is_refused_and_nothing_is_kept() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let command = place.get("/apply").await.hidden("command");
        let fields = filled(&command);
        let large = vec![b'x'; crate::part::MAX_FILE_BYTES + 1];
        let reply = place.send("/apply", &pairs(&fields), &[("proof", "a.pdf", &large)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.body.contains("larger than 10 MB"), "{}", reply.body);
        let reply = place.send("/apply", &pairs(&fields), &[("proof", "a.pdf", b"<html>")]).await;
        assert!(reply.body.contains("We cannot read this file"), "{}", reply.body);
        let reply = place.send("/apply", &pairs(&fields), &[]).await;
        assert!(reply.body.contains("Please add a photo or a PDF"), "{}", reply.body);
        assert_eq!(counted(&place).await, (0, 0));
    });
}

#[test]
fn the_price_is_shown_before_anybody_says_who_they_are() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let command = place.get("/apply?plan=plus").await.hidden("command");
        let fields = [
            ("command", command.as_str()),
            ("do", "price"),
            ("plan", "plus"),
            ("device", "phone"),
            ("bought", "2026-02-20"),
            ("price", "849"),
        ];
        let reply = place.post("/apply", &fields).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
        assert!(reply.body.contains("€9.95 a month"), "{}", reply.body);
        let mut old = fields;
        old[4] = ("bought", "2025-02-20");
        assert!(place.post("/apply", &old).await.body.contains("bought too long ago"));
    });
}

#[test]
fn each_sees_their_own_only() {
    run(async |place| {
        let other = place.somebody_else().await;
        let number = confirmed(&place).await;
        assert_eq!(place.get(&format!("/my/policies/{number}")).await.status, StatusCode::OK);
        for path in ["", "/schedule", "/cancel"] {
            let reply = place.get(&format!("/my/policies/{other}{path}")).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(place.get(&format!("/my/claims/new/{other}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(place.get("/my/policies/HP-0000-0000-0000").await.status, StatusCode::NOT_FOUND);
        assert_eq!(place.get("/my/claims/HC-0000-0000-0000").await.status, StatusCode::NOT_FOUND);
        assert_eq!(place.get("/desk/rules").await.status, StatusCode::FORBIDDEN);
        place.forget_me();
        let reply = place.get(&format!("/my/policies/{number}")).await;
        assert_eq!(reply.to, format!("/sign-in?to=/my/policies/{number}"));
    });
}

#[test]
fn an_account_is_opened_and_used() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        confirmed(&place).await;
        assert_eq!(place.post("/account/open", &[]).await.status, StatusCode::OK);
        let link = place.link("/password/").await;
        place.forget_me();
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        assert!(place.get(&link).await.body.contains("sanne@example.org"));
        let check = async |new: &str, again: &str, words: &str| {
            let reply = place.post(&link, &[("new", new), ("again", again)]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(reply.body.contains(words), "{words}: {}", reply.body);
        };
        check("short", "short", "at least 12 characters").await;
        check("four unrelated words", "four other words", "not the same").await;
        let set =
            place.post(&link, &[("new", "four unrelated words"), ("again", "four unrelated words")]).await;
        assert_eq!(set.to, "/sign-in", "{}", set.body);
        assert!(place.get(&link).await.body.contains("no longer works"));
        let wrong = place.post("/sign-in", &[("email", "sanne@example.org"), ("password", "guess")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("do not belong together"), "{}", wrong.body);
        let nobody = place.post("/sign-in", &[("email", "nobody@example.org"), ("password", "guess")]).await;
        assert!(nobody.body.contains("do not belong together"));
        let mine =
            [("email", "SANNE@example.org"), ("password", "four unrelated words"), ("to", "//evil.example")];
        let signed_in = place.post("/sign-in", &mine).await;
        assert_eq!(signed_in.to, "/my", "{}", signed_in.body);
        assert!(place.get("/my").await.body.contains("Fairphone 5"));
        assert_eq!(place.post("/sign-out", &[]).await.to, "/");
        assert_eq!(place.get("/my").await.to, "/sign-in?to=/my");
        // Whoever asks for a new password hears the same, known or not.
        let known = place.post("/forgot", &[("email", "sanne@example.org")]).await;
        let unknown = place.post("/forgot", &[("email", "nobody@example.org")]).await;
        let plain = |reply: Reply| reply.body.replace(|c: char| c.is_ascii_hexdigit(), "");
        assert_eq!(plain(known), plain(unknown));
    });
}

#[test]
fn a_policy_is_shown_downloaded_and_withdrawn_from_once() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let number = confirmed(&place).await;
        let here = format!("/my/policies/{number}");
        assert_eq!(place.get(&format!("{here}/schedule")).await.status, StatusCode::NOT_FOUND);
        place.now("2026-03-01 14:20");
        place.accept(&number).await;
        let page = place.get(&here).await;
        assert!(page.body.contains("Covered") && page.body.contains("•••• 5264"), "{}", page.body);
        assert!(!page.body.contains("490154203237518"), "numbers are masked");
        let schedule = place.get(&format!("{here}/schedule")).await;
        assert_eq!(
            (schedule.status, schedule.kind.as_str()),
            (StatusCode::OK, "application/pdf"),
            "{}",
            schedule.body
        );
        assert!(schedule.body.starts_with("%PDF"));
        let before = place.get(&format!("{here}/cancel")).await;
        assert!(
            before.body.contains("Confirm withdrawal") && before.body.contains("NL-END-05"),
            "{}",
            before.body
        );
        let command = before.hidden("command");
        assert!(before.body.contains("cooling-off period of 14 days"), "{}", before.body);
        let sent = [("command", command.as_str()), ("way", "cooling-off")];
        for _ in 0..2 {
            let done = place.post(&format!("{here}/cancel"), &sent).await;
            assert_eq!(done.to, here, "{}", done.body);
        }
        let page = place.get(&here).await;
        assert!(page.body.contains("Ends on") && !page.body.contains("/cancel\""), "{}", page.body);
        // Taken back before it works: the insurance goes on, once.
        let stay = [("command", page.hidden("command")), ("way", "cooling-off".to_owned())];
        let stay: Vec<_> = stay.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(place.post(&format!("{here}/stay"), &stay).await.to, here);
        assert_eq!(place.post(&format!("{here}/stay"), &stay).await.to, here, "twice is once");
        assert!(place.get(&here).await.body.contains("/cancel\""));
        let none = place.post(&format!("{here}/stay"), &[("command", "12345678"), ("way", "ordinary")]).await;
        assert_eq!(none.status, StatusCode::CONFLICT);
        assert!(none.body.contains("has not been cancelled in this way"), "{}", none.body);
    });
}

/// A change of premium is shown before it counts, with the right to leave for it (AMB-56).
#[test]
fn who_does_not_agree_with_a_change_leaves_for_it() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let number = confirmed(&place).await;
        let here = format!("/my/policies/{number}");
        place.now("2026-03-01 14:20");
        place.accept(&number).await;
        let leave = format!("{here}/cancel?way=adverse-change");
        assert!(!place.get(&here).await.body.contains("way=adverse-change"), "nothing changes yet");
        place.announce(&number, "10.95", kernel::date(2027, 3, 1)).await;
        let page = place.get(&here).await.body;
        assert!(page.contains("changes on") && page.contains("€9.95") && page.contains("€10.95"), "{page}");
        assert!(page.contains("I do not agree") && page.contains("28 February 2027"), "{page}");
        let before = place.get(&leave).await;
        for text in ["AMB-56", "28 February 2027"] {
            let others = before.body.contains(text);
            assert!(others, "{text}: {}", before.body);
        }
        let command = before.hidden("command");
        let sent = [("command", command.as_str()), ("way", "adverse-change")];
        for _ in 0..2 {
            assert_eq!(place.post(&format!("{here}/cancel"), &sent).await.to, here);
        }
        let page = place.get(&here).await.body;
        assert!(page.contains("Ends on") && !page.contains("I do not agree"), "{page}");
    });
}

#[test]
fn a_claim_is_reported_question_by_question_and_once() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let number = confirmed(&place).await;
        place.now("2026-03-01 14:20");
        place.accept(&number).await;
        let session = place.jar.lock().unwrap()["session"].clone();
        place.now("2026-03-01 14:30");
        assert_eq!(place.jar.lock().unwrap()["session"], session);
        let here = format!("/my/claims/new/{number}");
        assert!(place.get("/my/claims/new").await.body.contains(&here));
        let mut page = place.get(&here).await;
        let mut asked = Vec::new();
        while !page.body.contains("value=\"send\"") {
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            let fact = page.hidden("asked");
            assert!(!asked.contains(&fact), "{fact} is asked twice: {}", page.body);
            let unknown = format!("{fact}_unknown");
            let time = format!("{fact}_time");
            let reply = if fact.starts_with("evidence-") {
                place.send(&here, &[("asked", &fact)], &[(fact.as_str(), "foto.pdf", PDF)]).await
            } else {
                let answer = match fact.as_str() {
                    "what_happened" => "dropped",
                    "damage_arose_at" | "discovered_at" => "2026-03-01",
                    "narrative" => "It fell from the <b>table</b>.",
                    _ if page.body.contains("value=\"no\"") => "no",
                    _ => "",
                };
                let mut fields = vec![("asked", fact.as_str()), (fact.as_str(), answer)];
                fields.push((time.as_str(), "14:25"));
                if answer.is_empty() {
                    fields.push((unknown.as_str(), "yes"));
                }
                if fact == "damage_arose_at" {
                    let late =
                        [("asked", fact.as_str()), (fact.as_str(), "2026-03-02"), (time.as_str(), "10:00")];
                    let wrong = place.post(&here, &late).await;
                    assert!(wrong.body.contains("in the future"), "{}", wrong.body);
                }
                place.post(&here, &fields).await
            };
            assert_eq!(
                (reply.status, reply.to.as_str()),
                (StatusCode::SEE_OTHER, here.as_str()),
                "{fact}: {}",
                reply.body
            );
            asked.push(fact);
            assert!(asked.len() < 40, "{asked:?}");
            page = place.get(&here).await;
        }
        assert!(
            page.body.contains("It fell from the &#60;b&#62;table") || page.body.contains("&lt;b&gt;table"),
            "{}",
            page.body
        );
        let command = page.hidden("command");
        let sent = [("do", "send"), ("command", command.as_str())];
        let first = place.post(&here, &sent).await;
        assert!(first.to.starts_with("/my/claims/HC-"), "{}", first.body);
        assert_eq!(place.post(&here, &sent).await.to, first.to, "sent twice is one claim");
        let claim = place.get(&first.to).await;
        assert_eq!(claim.status, StatusCode::OK, "{}", claim.body);
        assert!(claim.body.contains("Fairphone 5"), "{}", claim.body);
        assert!(place.get("/my").await.body.contains(&first.to));
        assert!(place.get("/my/claims").await.body.contains(&first.to));
        // Evidence may come later.
        if claim.body.contains("/papers\"") {
            let command = claim.hidden("command");
            let (_, rest) = claim.body.split_once("name=\"evidence-").unwrap();
            let field = format!("evidence-{}", rest.split('"').next().unwrap());
            let path = format!("{}/papers", first.to);
            let sent = place.send(&path, &[("command", &command)], &[(&field, "bon.pdf", PDF)]).await;
            assert_eq!(sent.to, first.to, "{}", sent.body);
        }
        // The next report begins anew.
        assert_eq!(place.get(&here).await.hidden("asked"), "what_happened");
    });
}

#[test]
fn a_corrected_address_on_a_second_send_gets_the_mail_and_the_first_link_no_longer_opens() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let form = place.get("/apply").await;
        let command = form.hidden("command");
        let send = async |email: &str| {
            let mut fields = filled(&command);
            fields.retain(|(name, _)| *name != "email");
            fields.push(("email", email.to_owned()));
            place.send("/apply", &pairs(&fields), &[("proof", "bon.pdf", PDF)]).await
        };
        assert!(send("wrong@example.org").await.body.contains("wrong@example.org"));
        let first = place.link("/apply/confirm/").await;
        // The way back from "look in your mail" keeps what was typed.
        let mut back = filled(&command);
        back.push(("do", "change".to_owned()));
        let form = place.send("/apply", &pairs(&back), &[]).await;
        assert_eq!(form.status, StatusCode::OK);
        assert!(form.body.contains("value=\"Coolsingel\""), "{}", form.body);
        let again = send("sanne@example.org").await;
        assert!(again.body.contains("sanne@example.org"), "{}", again.body);
        let second = place.link("/apply/confirm/").await;
        assert_ne!(first, second, "the corrected address gets a mail of its own");
        assert!(
            !place.get(&first).await.body.contains("Fairphone"),
            "the first link is not worth anything now"
        );
        assert!(place.get(&second).await.body.contains("Fairphone"));
    });
}

#[test]
fn details_are_changed_and_a_new_address_counts_once_its_link_is_used() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        confirmed(&place).await;
        let page = place.get("/my/details").await;
        assert!(
            page.body.contains("Coolsingel 40") && page.body.contains("sanne@example.org"),
            "{}",
            page.body
        );
        let send = async |street: &str, command: &str, version: &str| {
            let fields = [
                ("command", command),
                ("version", version),
                ("street", street),
                ("postcode", "3011 AD"),
                ("town", "Rotterdam"),
                ("country", "NL"),
                ("phone", ""),
                ("language", "fr"),
                ("letters", "email"),
            ];
            place.post("/my/details", &fields).await
        };
        let (command, version) = (page.hidden("command"), page.hidden("version"));
        assert_eq!(send("", &command, &version).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let sent = send("Blaak 31", &command, &version).await;
        assert_eq!(sent.to, "/my/details", "{}", sent.body);
        assert_eq!(send("Blaak 31", &command, &version).await.to, "/my/details", "twice is once");
        assert_eq!(send("Blaak 32", "abcdef0123", &version).await.status, StatusCode::CONFLICT);
        assert!(place.get("/my/details").await.body.contains("Blaak 31"));
        let asked = [("command", command.as_str()), ("email", "new@example.org")];
        assert_eq!(place.post("/my/details/email", &asked).await.to, "/my/details");
        let page = place.get("/my/details").await;
        assert!(page.body.contains("We write to sanne@example.org") && page.body.contains("new@example.org"));
        let link = place.link("/address/").await;
        assert!(place.get(&link).await.body.contains("new@example.org"));
        assert!(
            place.get("/my/details").await.body.contains("We write to sanne@"),
            "looking does not use it"
        );
        assert_eq!(place.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(place.get("/my/details").await.body.contains("We write to new@example.org"));
        assert_eq!(place.post(&link, &[]).await.status, StatusCode::OK, "the link works once, and says so");
    });
}
