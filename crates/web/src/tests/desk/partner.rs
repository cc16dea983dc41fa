//! What a customer opens to a partner, the partner's pages, and a report by it: through the real gate (PRIV-24, PORTAL-13,
//! PORTAL-23).

use app::apply::{Made, Proposal};
use app::testing::{euro, proposal, staff};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use kernel::Role;
use store::sql;

use super::{CARLA, Desk, Got, MARA, Who};

/// Somebody of the partner `phone-shop` of the shipped agreement.
const SHOP: Who = (Role::Partner, 705);
/// Somebody of another partner.
const OTHER: Who = (Role::Partner, 706);

fn brought(desk: &Desk) -> Made {
    let proposal = Proposal { partner: Some("phone-shop".into()), ..proposal() };
    let made = desk.world().apply("2026-03-01 14:05", "apply", &proposal).unwrap();
    let accept = policy::Command::Accept { accept_limit: euro("3500.00") };
    desk.world()
        .order("2026-03-02 10:00", "accept", made.contract, &staff(11, Role::Acceptance), accept)
        .unwrap();
    made
}

/// What the customer wishes, entered at the desk.
fn wish(desk: &Desk, made: &Made, may: &[&str]) -> Got {
    let page = format!("/desk/policies/{}/partner", made.number);
    let command = desk.get(CARLA, &page).hidden("command");
    let fields: Vec<(&str, &str)> =
        may.iter().map(|may| ("may", *may)).chain([("command", &*command)]).collect();
    desk.post(CARLA, &page, &fields)
}

#[test]
fn the_shipped_partner_has_the_number_of_these_tests() {
    assert_eq!(store::testing::id(SHOP.1).to_string(), "00000000000p1");
}

#[test]
fn priv_24_a_partner_sees_only_what_was_opened_and_every_look_is_written_down() {
    let desk = Desk::open("2026-03-11 10:00");
    let made = brought(&desk);
    let policy = format!("/partner/policies/{}", made.number);
    let claim = format!("{policy}/claim");
    // Before: not there, whatever is asked for.
    desk.get(SHOP, "/partner").has("No customer has opened").lacks("Sanne");
    for path in [&policy, &claim] {
        assert_eq!(desk.get(SHOP, path).status, StatusCode::NOT_FOUND, "{path}");
    }
    // The desk opens it on the customer's word; looking is not reporting.
    let form = format!("/desk/policies/{}/partner", made.number);
    desk.get(CARLA, &format!("/desk/policies/{}", made.number)).has(&form);
    desk.get(CARLA, &form)
        .has("Example Phone Shop sees nothing now")
        .has("Sanne de Vries")
        .lacks("Stop at once");
    let wrong = wish(&desk, &made, &["report"]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.has("must also see the policy");
    assert_eq!(wish(&desk, &made, &["look"]).to, form);
    desk.get(CARLA, &form).has("Example Phone Shop sees what is shown below").has("Stop at once");
    desk.get(SHOP, "/partner").has("Sanne de Vries").has("Fairphone 5").has("Covered").has(&policy);
    desk.now("2026-03-11 10:05");
    let page = desk.get(SHOP, &policy);
    page.has("Sanne de Vries").has("Nothing was reported").has("has not let you report").lacks("NL39");
    page.lacks("sanne@example.org").lacks("Coolsingel").lacks("490154203237518");
    assert_eq!(desk.get(SHOP, &claim).status, StatusCode::NOT_FOUND);
    assert_eq!(desk.get(OTHER, &policy).status, StatusCode::NOT_FOUND, "another partner's");
    desk.get(OTHER, "/partner").lacks("Sanne");
    let looked = sql!("select count(*) as number from look where role = 'partner' and purpose = 'partner'");
    assert_eq!(desk.count(looked), 2, "the list and the page; what was not there was no look");
    // What the desk and the customer see stays theirs.
    for path in ["/desk", "/my", "/desk/users", "/repairs", &format!("/my/policies/{}", made.number)] {
        assert!(
            matches!(desk.get(SHOP, path).status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND),
            "{path}"
        );
    }
    assert_eq!(desk.get(CARLA, "/partner").status, StatusCode::FORBIDDEN, "these pages are the partner's");
    assert_eq!(desk.get(CARLA, &policy).status, StatusCode::FORBIDDEN);
    assert_eq!(desk.get(MARA, &form).status, StatusCode::FORBIDDEN, "a manager opens nothing");
    assert_eq!(desk.get(SHOP, &form).status, StatusCode::FORBIDDEN, "nor does the partner itself");
    // Taken back: gone at once.
    let stop = desk.get(CARLA, &form).hidden("command");
    assert_eq!(desk.post(CARLA, &form, &[("do", "stop"), ("command", &stop)]).to, form);
    assert_eq!(desk.get(SHOP, &policy).status, StatusCode::NOT_FOUND);
    desk.get(SHOP, "/partner").lacks("Sanne");
}

#[test]
fn priv_24_a_partner_reports_by_the_same_questions_and_never_sees_what_the_customer_began() {
    let desk = Desk::open("2026-03-11 10:00");
    let made = brought(&desk);
    let policy = format!("/partner/policies/{}", made.number);
    let here = format!("{policy}/claim");
    // The customer called, and the desk began a report for them.
    let by_desk = format!("/desk/policies/{}/claim", made.number);
    desk.get(CARLA, &by_desk).has("What happened?");
    let begun = desk.post(CARLA, &by_desk, &[("asked", "what_happened"), ("what_happened", "dropped")]);
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    wish(&desk, &made, &["look", "report"]);
    desk.get(SHOP, &policy).has(&here);
    // Neither on its own page nor on anybody else's does the partner go on with that report.
    for path in [&here, &format!("/my/claims/new/{}", made.number)] {
        desk.get(SHOP, path).has("What happened?");
    }
    assert_eq!(desk.get(SHOP, &by_desk).status, StatusCode::FORBIDDEN);
    let mut page = desk.get(SHOP, &here);
    for _ in 0..20 {
        if page.body.contains("value=\"send\"") {
            break;
        }
        let asked = page.hidden("asked");
        let (text, time) = match asked.as_str() {
            "what_happened" => ("dropped", ""),
            "damage_arose_at" | "discovered_at" => ("2026-03-10", "12:00"),
            "holder" => ("insured_person", ""),
            "circumstances" => ("", ""),
            "recovered_elsewhere" => ("0", ""),
            "narrative" => ("She came to the shop with a broken screen.", ""),
            _ => ("no", ""),
        };
        let (clock, later) = (format!("{asked}_time"), format!("{asked}_unknown"));
        let mut fields = vec![("asked", &*asked), (&*clock, time)];
        if asked.starts_with("evidence-") {
            fields.push((&*later, "yes"));
        } else {
            fields.push((&*asked, text));
        }
        let kept = desk.post(SHOP, &here, &fields);
        assert_eq!((kept.status, &*kept.to), (StatusCode::SEE_OTHER, &*here), "{asked}: {}", kept.body);
        page = desk.get(SHOP, &here);
    }
    let command = page.hidden("command");
    let sent = desk.post(SHOP, &here, &[("do", "send"), ("command", &command)]);
    assert_eq!((sent.status, &*sent.to), (StatusCode::SEE_OTHER, &*policy), "{}", sent.body);
    desk.get(SHOP, &policy).has("HC-").has("Waits for the customer").lacks("broken screen");
    let by_partner = sql!(
        "select count(*) as number from event where kind = 'reported' and channel = 'partner' and role = 'partner'"
    );
    assert_eq!(desk.count(by_partner), 1);
    let told = sql!("select count(*) as number from letter where kind = 'claim-acknowledged'");
    assert_eq!(desk.count(told), 1, "the customer hears of it at once");
    desk.get(CARLA, &by_desk).lacks("broken screen").has("change=what_happened");
    // A report that was begun and is no longer allowed is gone.
    desk.post(SHOP, &here, &[("asked", "what_happened"), ("what_happened", "dropped")]);
    wish(&desk, &made, &["look"]);
    assert_eq!(desk.get(SHOP, &here).status, StatusCode::NOT_FOUND);
    let drafts = sql!("select count(*) as number from claim_draft");
    assert_eq!(desk.count(drafts), 1, "the customer's own is still there");
}

#[test]
fn priv_24_a_partners_program_reports_with_its_key_once_the_customer_lets_it() {
    let desk = Desk::open("2026-03-11 10:00");
    let made = brought(&desk);
    let send = |who: Who, id: &str| {
        let body = format!(
            r#"{{"id":"{id}","event":{{"what_happened":"dropped","damage_arose_at":"2026-03-10T12:00",
            "discovered_at":"2026-03-10T12:00","circumstances":[]}},"narrative":"It fell."}}"#
        );
        let request = Request::builder()
            .method("POST")
            .uri(format!("/api/policies/{}/claims", made.number))
            .header("accept-language", "en")
            .header("authorization", format!("Bearer {}:{}", who.0.code(), who.1))
            .header("content-type", "application/json");
        desk.send(request.body(Body::from(body)).unwrap())
    };
    assert_eq!(send(SHOP, "abcdef01").status, StatusCode::NOT_FOUND);
    wish(&desk, &made, &["look"]);
    assert_eq!(send(SHOP, "abcdef01").status, StatusCode::NOT_FOUND, "looking is not reporting");
    wish(&desk, &made, &["look", "report"]);
    assert_eq!(send(OTHER, "abcdef01").status, StatusCode::NOT_FOUND);
    let done = send(SHOP, "abcdef01");
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    done.has("\"already_done\":false").has("photo_damage");
    send(SHOP, "abcdef02").has("\"already_done\":true").lacks("photo_damage");
    let by_api = sql!(
        "select count(*) as number from event where kind = 'reported' and channel = 'api' and role = 'partner'"
    );
    assert_eq!(desk.count(by_api), 1);
}
