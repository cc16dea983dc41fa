//! Campaigns at the desk: from the form to the letters, with what people do wrong on the way.

use std::ops::ControlFlow;

use app::campaigns;
use app::testing::at;
use axum::http::StatusCode;
use kernel::Role;
use store::sql;

use super::{ANNA, Desk, Got, MARA, Who};

const PIA: Who = (Role::ProductManager, 61);

const FORM: [(&str, &str); 12] = [
    ("product", "xandocare"),
    ("version", "2021-1"),
    ("name", "Premium 2027"),
    ("plan", "plus"),
    ("by", "percent"),
    ("percent_plus", "5,0"),
    ("wording", ""),
    ("from", "2026-06-01"),
    ("until", ""),
    ("reason_nl", "Reparaties zijn duurder geworden."),
    ("reason_en", "Repairs have become dearer."),
    ("reason_fr", "Les réparations coûtent plus cher."),
];

fn send(desk: &Desk, command: &str, other: &[(&str, &str)]) -> Got {
    let mut fields: Vec<(&str, &str)> = vec![("command", command)];
    fields.extend(FORM.iter().filter(|(name, _)| other.iter().all(|(changed, _)| changed != name)));
    fields.extend(other);
    desk.post(PIA, "/desk/campaigns/new", &fields)
}

/// The field of the command in the form that goes there.
fn command(page: &Got, action: &str) -> String {
    let (_, form) =
        page.body.split_once(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("{action}"));
    let (_, rest) = form.split_once("name=\"command\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn office_12_a_campaign_is_drawn_up_approved_announced_and_withdrawn() {
    let desk = Desk::open("2026-05-10 09:00");
    let made = desk.world().policy("2026-03-01 09:00", "2026-03-01 10:00");
    desk.get(PIA, "/desk/campaigns").has("There are no campaigns yet").has("/desk/campaigns/new");
    desk.get(ANNA, "/desk/campaigns").has("There are no campaigns yet").lacks("/desk/campaigns/new");
    assert_eq!(desk.get(ANNA, "/desk/campaigns/new").status, StatusCode::FORBIDDEN);
    desk.get(PIA, "/desk/campaigns/new").has("product=xandocare&#38;version=2021-1");
    let form = desk.get(PIA, "/desk/campaigns/new?product=xandocare&version=2021-1");
    form.has("percent_plus").has("name=\"reason_fr\"").has("Xandocare");
    assert_eq!(desk.get(PIA, "/desk/campaigns/new?product=x&version=y").status, StatusCode::NOT_FOUND);

    let saved = send(&desk, "aa00000001", &[]);
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let here = saved.to.clone();
    assert_eq!(send(&desk, "aa00000001", &[]).to, here, "the same form twice is one campaign");
    assert_eq!(send(&desk, "aa00000002", &[("name", "Other name")]).to, here, "and so is the same one again");
    let preview = desk.get(PIA, &here);
    preview.has("Draft").has(made.number.as_ref()).has("1 Mar 2027").has("+5%");
    preview.has("Reparaties zijn duurder geworden.").has("Les réparations coûtent plus cher.");
    preview.lacks("Sanne").lacks(&format!("/desk/policies/{}", made.number));
    // drawn up anew
    let edit = format!("{here}/edit");
    desk.get(PIA, &edit).has("value=\"5\"").has("Premium 2027");
    let mut fields: Vec<(&str, &str)> = FORM.to_vec();
    fields.retain(|(name, _)| *name != "percent_plus");
    fields.extend([("percent_plus", "7.5"), ("command", "aa00000003")]);
    assert_eq!(desk.post(PIA, &edit, &fields).to, here);
    desk.get(PIA, &here).has("+7.5%");

    let propose = format!("{here}/propose");
    let button = command(&desk.get(PIA, &here), &propose);
    assert_eq!(desk.post(ANNA, &propose, &[("command", &button)]).status, StatusCode::FORBIDDEN);
    assert_eq!(desk.post(PIA, &propose, &[("command", &button)]).to, here);
    desk.get(PIA, &here).has("Waits for approval").lacks("/propose");
    desk.get(PIA, "/desk/approvals")
        .has("Announce a change to many policies")
        .has(&here)
        .lacks("value=\"approve\"");
    let mut late = fields.clone();
    late.retain(|(name, _)| *name != "command");
    late.push(("command", "aa00000004"));
    assert_eq!(desk.post(PIA, &edit, &late).status, StatusCode::UNPROCESSABLE_ENTITY, "not while it waits");
    let list = desk.get(MARA, "/desk/approvals");
    list.has("OFFICE-12").has("Premium 2027");
    let (_, rest) = list.body.split_once("action=\"/desk/approvals/").unwrap();
    let approval = format!("/desk/approvals/{}", rest.split('"').next().unwrap());
    let yes = [("command", "aa00000005"), ("answer", "approve")];
    assert_eq!(desk.post(PIA, &approval, &yes).status, StatusCode::FORBIDDEN, "four eyes");
    assert_eq!(desk.post(MARA, &approval, &yes).status, StatusCode::SEE_OTHER);
    desk.get(MARA, &here).has("Being announced").has("value=\"stop\"");

    campaigns::run(&desk.app, at("2026-05-10 10:00"), |_| ControlFlow::Continue(())).unwrap();
    let through = desk.get(MARA, &here);
    through.has("Announced, starts later").has("policies?state=announced").has("policies.csv");
    let rows = desk.get(MARA, &format!("{here}/policies?state=announced"));
    rows.has(&format!("/desk/policies/{}", made.number)).has("28 Feb 2027");
    desk.get(MARA, &format!("{here}/policies?state=in-force")).has("No policies here");
    let csv = desk.get(PIA, &format!("{here}/policies.csv"));
    csv.has("policy;standing;").has(&format!("{};announced;;", made.number)).has("2027-03-01;2027-02-28");
    desk.get(ANNA, &format!("/desk/policies/{}", made.number)).has("AMB-56");

    let step = format!("{here}/step");
    assert_eq!(
        desk.post(ANNA, &step, &[("command", "aa00000006"), ("do", "withdraw")]).status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        desk.post(MARA, &step, &[("command", "aa00000007"), ("do", "drop")]).status,
        StatusCode::BAD_REQUEST
    );
    let late = desk.post(MARA, &step, &[("command", "aa00000008"), ("do", "resume")]);
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    late.has("does not fit where the campaign stands");
    for _ in 0..2 {
        assert_eq!(desk.post(MARA, &step, &[("command", "aa00000009"), ("do", "withdraw")]).to, here);
    }
    campaigns::run(&desk.app, at("2026-05-11 10:00"), |_| ControlFlow::Continue(())).unwrap();
    desk.get(MARA, &here).has("Withdrawn").lacks("value=\"withdraw\"");
    let letters = sql!("select count(*) as number from letter where kind = 'change-withdrawn'");
    assert_eq!(desk.count(letters), 1);
    assert_eq!(desk.get(MARA, "/desk/campaigns/1").status, StatusCode::NOT_FOUND);
    assert_eq!(desk.get(MARA, "/desk/campaigns/x").status, StatusCode::NOT_FOUND);
}

#[test]
fn what_is_wrong_is_told_at_its_field() {
    let desk = Desk::open("2026-05-10 09:00");
    let be = desk.app.products.current("electronics-be").unwrap().content_hash().to_owned();
    for (number, (other, expect)) in [
        (vec![("name", "")], "name-error"),
        (vec![("reason_fr", "")], "reason_fr-error"),
        (vec![("plan", "gold")], "plan-error"),
        (vec![("by", "magic")], "by-error"),
        (vec![("percent_plus", "five")], "percent_plus-error"),
        (vec![("percent_plus", "0")], "Nothing would change"),
        (vec![("percent_plus", "100.01")], "between -90 and +100"),
        (vec![("by", "amount"), ("amount_plus", "250")], "between -100 and +100"),
        (vec![("by", "stays")], "Nothing would change"),
        (vec![("by", "tariff")], "A new tariff comes with a new version"),
        (vec![("from", "2026-13-01")], "from-error"),
        (vec![("from", "2026-05-10")], "The first day must lie ahead"),
        (vec![("from", "2031-01-01")], "more than two years ahead"),
        (vec![("until", "2026-05-31")], "The last day lies before the first"),
        (vec![("wording", &*be), ("adverse", "no")], "of another product"),
        (vec![("wording", &*"0".repeat(64)), ("adverse", "no")], "was not published here"),
        (vec![("wording", &*be)], "adverse-error"),
    ]
    .into_iter()
    .enumerate()
    {
        let got = send(&desk, &format!("bb{number:08}"), &other);
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{other:?}");
        got.has(expect).has("Repairs have become dearer.");
    }
    assert_eq!(desk.count(sql!("select count(*) as number from campaign")), 0);
    // nobody is reached: said when it is to be proposed
    let here = send(&desk, "cc00000001", &[]).to;
    desk.get(PIA, &here).has("No policy would get it");
    let button = command(&desk.get(PIA, &here), &format!("{here}/propose"));
    let nobody = desk.post(PIA, &format!("{here}/propose"), &[("command", &button)]);
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    nobody.has("No policy would get it. See who is left out");
    let drop = format!("{here}/drop");
    let button = command(&desk.get(PIA, &here), &drop);
    assert_eq!(desk.post(PIA, &drop, &[("command", &button)]).to, here);
    desk.get(PIA, &here).has("Laid aside").lacks("/edit").lacks("/propose");
}
