//! Changes at the desk: on a customer's word, told before they are made; and those asked for in the portal.

use app::apply::{DeviceIdentity, ProposedDevice};
use app::changes::{Asked, What};
use app::requests;
use app::testing::at;
use axum::http::StatusCode;
use kernel::{Actor, Channel, DeviceKind, Role};
use store::{Priority, sql};

use super::{ANNA, Desk};

#[test]
fn a_change_is_told_before_the_desk_makes_it() {
    let desk = Desk::open("2026-03-10 09:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-02 10:00");
    let path = format!("/desk/policies/{}/change", made.number);
    let form = desk.get(ANNA, &path);
    form.has("One more device").lacks("value=\"person-left\"");
    let (command, version) = (form.hidden("command"), form.hidden("version"));
    let mut fields = vec![
        ("command", command.as_str()),
        ("version", version.as_str()),
        ("what", "person-added"),
        ("name", "Noor de Vries"),
        ("born", "2014-05-01"),
        ("do", "show"),
    ];
    let shown = desk.upload(ANNA, &path, &fields, None);
    shown.has("What follows").has("ACT-02").has("stays the same").has("value=\"Noor de Vries\"");
    fields[5].1 = "change";
    let bare = desk.upload(ANNA, &path, &fields, None);
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "the desk says how it knows");
    fields.extend([("channel", "phone"), ("note", "Called; her daughter uses it too.")]);
    let done = desk.upload(ANNA, &path, &fields, None);
    assert_eq!(done.to, format!("/desk/policies/{}", made.number), "{}", done.body);
    desk.get(ANNA, &path).has("value=\"person-left\"").has("Noor de Vries");
    desk.get(ANNA, &done.to).has("Insured person added").has("ACT-02");
}

#[test]
fn what_was_asked_for_in_the_portal_is_decided_once_and_a_no_says_why() {
    let desk = Desk::open("2026-03-10 09:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-02 10:00");
    let identity = DeviceIdentity {
        model: "Pixel 9".into(),
        imei: Some("356938035643809".parse().unwrap()),
        serial: None,
    };
    let device = ProposedDevice {
        kind: DeviceKind::Phone,
        identity,
        bought: kernel::date(2026, 2, 20),
        purchase_value: app::testing::euro("499.00"),
    };
    let asked = Asked {
        id: "wish".into(),
        contract: made.contract,
        version: None,
        what: What::Added { device },
        actor: Actor::new(made.holder, Role::Policyholder, Channel::Portal),
    };
    let (app, now) = (desk.app.clone(), at("2026-03-09 20:00"));
    desk.app.db.write(Priority::Click, move |tx| requests::ask(&app, tx, now, &asked)).unwrap();
    let path = format!("/desk/policies/{}/requests", made.number);
    desk.get(ANNA, "/desk").has("Decide on a change").has(&path);
    let page = desk.get(ANNA, &path);
    page.has("Pixel 9").has("356938035643809").has("NL-PROV-09").has("Agree and change");
    let (command, request) = (page.hidden("command"), page.hidden("request"));
    let mut fields =
        vec![("command", command.as_str()), ("request", request.as_str()), ("do", "decline"), ("reason", "")];
    assert_eq!(desk.post(ANNA, &path, &fields).status, StatusCode::UNPROCESSABLE_ENTITY);
    fields[3].1 = "Please send us the receipt first.";
    for _ in 0..2 {
        assert_eq!(desk.post(ANNA, &path, &fields).status, StatusCode::SEE_OTHER);
    }
    assert_eq!(desk.count(sql!("select count(*) as number from letter where kind = 'change-declined'")), 1);
    assert_eq!(
        desk.count(sql!(
            "select count(*) as number from task where kind = 'decide-change' and state = 'open'"
        )),
        0
    );
    desk.get(ANNA, &path).has("Nothing waits");
    fields[0].1 = "abcdef012345";
    fields[2].1 = "grant";
    desk.post(ANNA, &path, &fields).has("decided already");
}
