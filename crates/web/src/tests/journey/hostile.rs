//! Papers that cannot be used, the same one twice, and somebody else's claim: what is said is clear and kind, and nothing that
//! was given is lost.

use axum::http::StatusCode;

use super::place::{PDF, Place};
use super::{confirmed, run};

/// A PNG whose header claims far more pixels than anybody's camera has.
const BOMB: &[u8] =
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x02\x00\x00\x00\
    \x0f\xb0\xe2\x15\x00\x00\x00\x01IDAT\x78\x76\xe6\x84\xe6\x00\x00\x00\x00IEND\xae\x42\x60\x82";
/// A PDF with the directory of an archive behind its end.
const POLYGLOT: &[u8] = b"%PDF-1.7\n%%EOF\nPK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/// A claim that waits for papers: its page, and the field of the first of them.
async fn reported(place: &Place) -> (String, String) {
    let number = confirmed(place).await;
    place.now("2026-03-01 14:20");
    place.accept(&number).await;
    place.now("2026-03-01 14:30");
    let here = format!("/my/claims/new/{number}");
    for _ in 0..40 {
        let page = place.get(&here).await;
        if page.body.contains("value=\"send\"") {
            let command = page.hidden("command");
            let sent = place.post(&here, &[("do", "send"), ("command", &command)]).await;
            let claim = place.get(&sent.to).await;
            let (_, rest) = claim.body.split_once("name=\"evidence-").unwrap();
            let field = format!("evidence-{}", rest.split('"').next().unwrap());
            return (sent.to, field);
        }
        let asked = page.hidden("asked");
        let (clock, unknown) = (format!("{asked}_time"), format!("{asked}_unknown"));
        let mut fields = vec![("asked", asked.as_str()), (&clock, "14:25")];
        match asked.as_str() {
            "what_happened" => fields.push((&asked, "dropped")),
            "damage_arose_at" | "discovered_at" => fields.push((&asked, "2026-03-01")),
            "holder" => fields.push((&asked, "insured_person")),
            "circumstances" => {}
            "narrative" => fields.push((&asked, "It fell.")),
            "recovered_elsewhere" => fields.push((&asked, "0")),
            paper if paper.starts_with("evidence-") => fields.push((&unknown, "yes")),
            _ => fields.push((&asked, "no")),
        }
        let reply = place.post(&here, &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{asked}: {}", reply.body);
    }
    panic!("the questions have no end");
}

#[test]
fn papers_that_cannot_be_used_are_named_in_the_readers_language_and_good_ones_are_kept() {
    run(async |place| {
        let (claim, field) = reported(&place).await;
        let papers = format!("{claim}/papers");
        let large = vec![b'x'; crate::part::MAX_FILE_BYTES + 1];
        for (language, said) in [
            ("en", ["empty", "cannot read this file", "HEIC", "megapixel", "damaged", "damaged", "10 MB"]),
            ("nl", ["leeg", "niet lezen", "HEIC", "megapixel", "beschadigd", "beschadigd", "10 MB"]),
            ("fr", ["vide", "pas lire", "HEIC", "mégapixel", "endommagé", "endommagé", "10 Mo"]),
        ] {
            place.jar.lock().unwrap().insert("language".into(), language.into());
            let files: [(&str, &[u8]); 7] = [
                ("empty.jpg", b""),
                ("page.jpg", b"<!doctype html><script>x()</script>"),
                ("apple.jpg", b"\x00\x00\x00\x18ftypheic"),
                ("bomb.png", BOMB),
                ("cut.jpg", b"\xff\xd8\xff\xe0"),
                ("archive.pdf", POLYGLOT),
                ("large.pdf", &large),
            ];
            for ((name, bytes), said) in files.into_iter().zip(said) {
                let command = place.get(&claim).await.hidden("command");
                let reply = place.send(&papers, &[("command", &command)], &[(&field, name, bytes)]).await;
                assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
                assert!(reply.body.contains(said), "{language}, {name}: “{said}” is not in {}", reply.body);
                assert!(reply.body.contains(&format!("name=\"{field}\"")), "it can be sent again: {name}");
            }
        }
        // A good one beside a bad one is kept, and the bad one is told.
        let command = place.get(&claim).await.hidden("command");
        let both = [(&*field, "bon.pdf", PDF), (&*field, "page.jpg", b"<svg/>".as_slice())];
        let reply = place.send(&papers, &[("command", &command)], &both).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
        let page = place.get(&claim).await;
        assert!(!page.body.contains(&format!("name=\"{field}\"")), "the good one counts: {}", page.body);
    });
}

#[test]
fn the_same_paper_twice_is_one_paper() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let (claim, field) = reported(&place).await;
        let papers = format!("{claim}/papers");
        let command = place.get(&claim).await.hidden("command");
        let twice = [(&*field, "bon.pdf", PDF), (&*field, "bon again.pdf", PDF)];
        for _ in 0..2 {
            let reply = place.send(&papers, &[("command", &command)], &twice).await;
            assert!(
                reply.status == StatusCode::SEE_OTHER || reply.status == StatusCode::UNPROCESSABLE_ENTITY
            );
        }
        let given = place.app.db.read_async(|tx| {
            let sql = store::sql!("select count(*) as number from event where kind = 'evidence-added'");
            Ok::<i64, app::AppError>(tx.query_one(sql, &store::params![])?.get("number")?)
        });
        assert_eq!(given.await.unwrap(), 1);
    });
}

/// How many files are kept.
async fn kept(place: &Place) -> i64 {
    let read = place.app.db.read_async(|tx| {
        let sql = store::sql!("select count(*) as number from object");
        Ok::<i64, app::AppError>(tx.query_one(sql, &store::params![])?.get("number")?)
    });
    read.await.unwrap()
}

#[test]
fn somebody_elses_claim_is_not_there_whatever_is_sent_to_it() {
    run(async |place| {
        let other = place.somebody_elses_claim().await;
        confirmed(&place).await;
        let before = kept(&place).await;
        for page in ["", "/work", "/answer"] {
            let reply = place.get(&format!("/my/claims/{other}{page}")).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{page}");
            assert!(!reply.body.contains("secret"));
        }
        for (form, fields) in [
            ("objection", vec![("objection", "Pay me.")]),
            ("work", vec![("do", "accept"), ("job", "00000000000z1")]),
            ("answer", vec![("asked", "holder"), ("holder", "insured_person")]),
        ] {
            let reply = place.post(&format!("/my/claims/{other}/{form}"), &fields).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{form}");
        }
        let file = [("evidence-photo_damage", "bon.pdf", PDF)];
        let reply = place.send(&format!("/my/claims/{other}/papers"), &[("command", "x")], &file).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        assert_eq!(kept(&place).await, before, "nothing of it is kept");
    });
}

#[test]
fn what_is_wrong_in_an_objection_or_an_answer_leaves_what_was_typed() {
    run(async |place| {
        place.jar.lock().unwrap().insert("language".into(), "en".into());
        let (claim, _) = reported(&place).await;
        // Nothing is decided yet: said so, and the words are still there.
        let words = "My phone is my <b>work</b>.";
        let command = place.get(&claim).await.hidden("command");
        let fields = [("objection", words), ("command", command.as_str())];
        let reply = place.post(&format!("{claim}/objection"), &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
        assert!(reply.body.contains("Nothing is decided on this claim yet"), "{}", reply.body);
        assert!(
            reply.body.contains("My phone is my &#60;b&#62;work"),
            "what was typed stays, and is never markup"
        );
    });
}
