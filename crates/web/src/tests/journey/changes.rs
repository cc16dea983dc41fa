//! A customer changes their own policy: what it does is told first, what needs consent waits for the desk, and the address
//! they sign in with follows (PORTAL-05).

use app::requests::{self, Decided, Verdict};
use app::testing::staff;
use axum::http::StatusCode;
use kernel::{Id, PolicyNumber, Role};
use store::Priority;

use super::place::Place;
use super::{confirmed, run};

/// A policy that runs, and its page.
async fn running(place: &Place) -> String {
    place.jar.lock().unwrap().insert("language".into(), "en".into());
    let number = confirmed(place).await;
    place.now("2026-03-01 14:20");
    place.accept(&number).await;
    format!("/my/policies/{number}")
}

/// Shows what a change does, checks it, and confirms it; answers the page that follows.
async fn confirm(place: &Place, at: &str, fields: &[(&str, &str)], told: &[&str]) -> String {
    let shown = place.post(at, &[fields, &[("do", "show")]].concat()).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    for words in told {
        assert!(shown.body.contains(words), "{words}: {}", shown.body);
    }
    let command = shown.hidden("command");
    let sent = [fields, &[("do", "send"), ("command", command.as_str())]].concat();
    let done = place.post(at, &sent).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(place.post(at, &sent).await.to, done.to, "twice is once");
    place.get(&done.to).await.body
}

#[test]
fn portal_05_another_plan_is_told_confirmed_and_shown_as_coming() {
    run(async |place| {
        let here = running(&place).await;
        let list = place.get(&format!("{here}/change")).await;
        assert!(list.body.contains("/change/plan") && list.body.contains("/change/moved"), "{}", list.body);
        let at = format!("{here}/change/plan");
        let form = place.get(&at).await;
        assert!(form.body.contains("Xandocare Plus Protect"), "{}", form.body);
        let none = place.post(&at, &[("do", "show")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = ["1 Apr 2026", "now €9.95", "NL-PREM-05"];
        let page = confirm(&place, &at, &[("plan", "plus-protect")], &told).await;
        assert!(page.contains("This is coming") && page.contains("Xandocare Plus Protect from"), "{page}");
        let again = place.post(&at, &[("plan", "plus-protect"), ("do", "show")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.body);
    });
}

#[test]
fn nl_prov_08_a_device_more_waits_for_the_desk_and_shows_where_it_stands() {
    run(async |place| {
        let here = running(&place).await;
        let at = format!("{here}/change/added");
        let mut fields = vec![
            ("device", "phone"),
            ("model", "Pixel <9>"),
            ("imei", "123"),
            ("bought", "2026-02-20"),
            ("price", "499"),
        ];
        let wrong = place.post(&at, &[&fields[..], &[("do", "show")]].concat()).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("Pixel &#60;9&#62;"), "what was typed stays: {}", wrong.body);
        // A device that is insured already is refused before it is sent.
        fields[2].1 = "490154203237518";
        place.somebody_else().await;
        fields[2].1 = "356938035643809";
        let taken = place.post(&at, &[&fields[..], &[("do", "show")]].concat()).await;
        assert!(taken.body.contains("insured with us already"), "{}", taken.body);
        fields[2].1 = "352099001761481";
        let page = confirm(&place, &at, &fields, &["the moment we agree", "nothing changes"]).await;
        assert!(page.contains("We are looking at it") && page.contains("Take back"), "{page}");
        let number = PolicyNumber::parse(here.rsplit('/').next().unwrap()).unwrap();
        let (app, now) = (place.app.clone(), app::testing::at("2026-03-01 14:30"));
        let decided = place.app.db.write_async(Priority::Click, move |tx| {
            let contract: Id = app::contracts::by_number(tx, &number)?.unwrap();
            let request = requests::of_contract(&app, tx, contract)?.remove(0).id;
            let actor = staff(11, Role::Acceptance);
            let decided = Decided { id: "grant".into(), contract, request, verdict: Verdict::Grant, actor };
            requests::decide(&app, tx, now, &decided)
        });
        assert_eq!(decided.await.unwrap(), app::contracts::Outcome::Done);
        place.now("2026-03-01 14:31");
        let page = place.get(&here).await.body;
        assert!(page.contains("•••• 1481") && !page.contains("We are looking at it"), "{page}");
    });
}

#[test]
fn law_tax_05_a_move_abroad_is_told_with_its_end_before_the_address_changes() {
    run(async |place| {
        let here = running(&place).await;
        let page = place.get("/my/details").await;
        let (command, version) = (page.hidden("command"), page.hidden("version"));
        let fields = [
            ("command", command.as_str()),
            ("version", version.as_str()),
            ("street", "Rue Neuve 12"),
            ("postcode", "1000"),
            ("town", "Bruxelles"),
            ("country", "BE"),
            ("phone", ""),
            ("language", "en"),
            ("letters", "email"),
        ];
        let refused = place.post("/my/details", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("ends with the move") && refused.body.contains("Rue Neuve 12"));
        let told = ["Your insurance ends on", "electronics-be"];
        let moved = [("to", "BE"), ("on", "2026-03-20")];
        let page = confirm(&place, &format!("{here}/change/moved"), &moved, &told).await;
        assert!(page.contains("You moved to another country."), "{page}");
        assert_eq!(place.post("/my/details", &fields).await.to, "/my/details", "now the address follows");
    });
}

#[test]
fn the_address_to_sign_in_with_follows_the_one_we_write_to() {
    run(async |place| {
        running(&place).await;
        place.post("/account/open", &[]).await;
        let link = place.link("/password/").await;
        let password = "four unrelated words";
        place.post(&link, &[("new", password), ("again", password)]).await;
        let sign_in =
            async |email: &str| place.post("/sign-in", &[("email", email), ("password", password)]).await;
        assert_eq!(sign_in("sanne@example.org").await.to, "/my");
        let form = place.get("/my/details").await;
        let command = form.hidden("command");
        place.post("/my/details/email", &[("command", &command), ("email", "new@example.org")]).await;
        let link = place.link("/address/").await;
        assert_eq!(place.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
        place.post("/sign-out", &[]).await;
        assert_eq!(sign_in("sanne@example.org").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(sign_in("new@example.org").await.to, "/my");
    });
}
