//! The register of incidents at the desk.

use axum::http::StatusCode;
use kernel::Role;
use store::sql;

use super::{ANNA, CARLA, Desk, FRED, MARA};

const PIA: super::Who = (Role::PrivacyManager, 81);

/// Carla proposes an incident on a policy, Mara agrees. Answers the policy's number.
fn recorded(desk: &Desk) -> String {
    let number = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00").number.to_string();
    let path = format!("/desk/policies/{number}/incident");
    let form = desk.get(CARLA, &path);
    form.has("PRIV-06").has("three years");
    let command = form.hidden("command");
    let empty = [("command", &*command), ("kind", "fraud"), ("words", " ")];
    let refused = desk.post(CARLA, &path, &empty);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("Please say in a few words why");
    let other = [("command", &*command), ("kind", "fraud"), ("claim", "HC1"), ("words", "Kept words.")];
    let refused = desk.post(CARLA, &path, &other);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("Kept words.");
    let fields = [("command", &*command), ("kind", "fraud"), ("words", "The <b>invoice</b> was made up.")];
    for _ in 0..2 {
        assert_eq!(desk.post(CARLA, &path, &fields).status, StatusCode::SEE_OTHER, "twice is once");
    }
    assert_eq!(desk.post(FRED, &path, &fields).status, StatusCode::FORBIDDEN, "not finance's");
    desk.get(CARLA, "/desk/approvals").has("Write down an incident").lacks("value=\"approve\"");
    let page = desk.get(MARA, "/desk/approvals");
    let (_, rest) = page.body.split_once("action=\"/desk/approvals/").unwrap();
    let approval = format!("/desk/approvals/{}", rest.split('"').next().unwrap());
    let form = super::Got { status: page.status, to: String::new(), body: rest.to_owned() };
    let command = form.hidden("command");
    let done = desk.post(MARA, &approval, &[("command", &*command), ("answer", "approve")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    number
}

#[test]
fn whoever_reads_the_register_says_what_for_and_it_is_written_down() {
    let desk = Desk::open("2026-03-11 10:00");
    desk.get(CARLA, "/desk/incidents?why=claim").has("No incidents here");
    let number = recorded(&desk);
    let looks = sql!("select count(*) as number from look where act = 'ViewIncidents'");
    desk.get(CARLA, "/desk/incidents").has("Say what you need it for").lacks(&number);
    assert_eq!(desk.count(looks), 0, "nothing was shown");
    desk.get(CARLA, &format!("/desk/incidents?number={number}")).lacks("three years").has("Please choose");
    let list = desk.get(CARLA, &format!("/desk/incidents?why=claim&number={number}"));
    list.has("Sanne de Vries").has(&number).has("written down by hand");
    assert_eq!(desk.count(looks), 1);
    let unknown = desk.get(CARLA, "/desk/incidents?why=claim&number=HP000000000000");
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    unknown.has("There is no policy or claim with this number");
    for (who, expected) in
        [(ANNA, StatusCode::OK), (FRED, StatusCode::FORBIDDEN), (PIA, StatusCode::OK), (MARA, StatusCode::OK)]
    {
        assert_eq!(desk.get(who, "/desk/incidents?why=audit").status, expected, "{who:?}");
    }
}

#[test]
fn an_incident_is_put_right_and_removed_by_who_looks_after_personal_data() {
    let desk = Desk::open("2026-03-11 10:00");
    recorded(&desk);
    let list = desk.get(PIA, "/desk/incidents?why=privacy-request");
    let (_, rest) = list.body.split_once("href=\"/desk/incidents/").unwrap();
    let path = format!("/desk/incidents/{}", rest.split('"').next().unwrap());
    desk.get(CARLA, &path).has("&#60;b&#62;invoice").lacks("Remove for good");
    let bare = path.split('?').next().unwrap();
    assert_eq!(desk.get(PIA, bare).to, "/desk/incidents", "what for is asked first");
    let page = desk.get(PIA, &path);
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let send = |who, command: &str, version: &str, fields: &[(&str, &str)]| {
        let mut all = vec![("command", command), ("version", version)];
        all.extend_from_slice(fields);
        desk.post(who, &path, &all)
    };
    let right = [("do", "correct"), ("words", "The invoice was another's."), ("reason", "")];
    let refused = send(PIA, &command, &version, &right);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("another&#39;s");
    let right = [("do", "correct"), ("words", "The invoice was another's."), ("reason", "Read wrongly.")];
    assert_eq!(send(CARLA, &command, &version, &right).status, StatusCode::FORBIDDEN);
    assert_eq!(send(PIA, &command, &version, &right).status, StatusCode::SEE_OTHER);
    let page = desk.get(PIA, &path);
    page.has("another&#39;s").has("Read wrongly.");
    let remove = [("do", "remove"), ("removed_for", "wrong")];
    let late = send(PIA, "abcdef0401", &version, &remove);
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    late.has("A colleague has just changed");
    let (command, version) = (page.hidden("command"), page.hidden("version"));
    let why = send(PIA, "abcdef0402", &version, &[("do", "remove")]);
    assert_eq!(why.status, StatusCode::UNPROCESSABLE_ENTITY, "it needs a reason");
    for _ in 0..2 {
        assert_eq!(send(PIA, &command, &version, &remove).status, StatusCode::SEE_OTHER, "twice is once");
    }
    assert_eq!(desk.get(PIA, &path).status, StatusCode::NOT_FOUND);
    desk.get(PIA, "/desk/incidents?why=audit").has("It was not so").lacks("Sanne");
}
