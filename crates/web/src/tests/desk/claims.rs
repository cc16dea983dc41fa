//! Claims at the desk.

use app::claims::{self, Report};
use app::testing::{self, at};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use kernel::{Actor, Channel, Role};
use store::{Priority, sql};

use super::{CARLA, Desk, FRED, MARA};

#[test]
fn priv_17_the_desk_has_no_page_for_the_customer_whose_claim_it_is() {
    let desk = Desk::open("2026-03-11 09:00");
    let number = dropped(&desk);
    let read = desk.app.db.read(|tx| {
        let row = tx.query_one(sql!("select number, holder from contract"), &store::params![])?;
        Ok::<_, app::AppError>((row.text("number")?, row.id("holder")?))
    });
    let (policy, holder): (String, kernel::Id) = read.unwrap();
    let claim = format!("/desk/claims/{number}");
    let policy = format!("/desk/policies/{policy}");
    for path in [&claim, &policy] {
        assert_eq!(desk.get(CARLA, path).status, StatusCode::OK, "{path}");
    }
    let more = ["/work", "/evidence/0/view"].map(|page| format!("{claim}{page}"));
    for path in more.iter().chain([&claim, &policy]) {
        let holder = (Role::Policyholder, holder.as_i64());
        assert_eq!(desk.get(holder, path).status, StatusCode::FORBIDDEN, "{path}");
    }
}

/// A phone was dropped; answers the number of the claim.
pub(super) fn dropped(desk: &Desk) -> String {
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    let narrative = "It slipped <script>out</script> of my hand.".into();
    let report = Report { narrative, ..testing::dropped(made.contract, made.holder) };
    let customer = Actor::new(made.holder, Role::Policyholder, Channel::Portal);
    let app = desk.app.clone();
    let reported = desk.app.db.write(Priority::Click, move |tx| {
        claims::report(&app, tx, at("2026-03-11 09:00"), "report", &customer, &report)
    });
    reported.unwrap().number.to_string()
}

/// Sends one of the forms of the claim's page as it stands now.
pub(super) fn act(desk: &Desk, who: super::Who, path: &str, fields: &[(&str, &str)]) -> super::Got {
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

#[test]
fn facts_are_called_on_the_page_as_the_conditions_call_them() {
    let desk = Desk::open("2026-03-11 10:00");
    let number = dropped(&desk);
    let page = desk.get(CARLA, &format!("/desk/claims/{number}"));
    let product = desk.app.products.current("xandocare").unwrap();
    let shown = |text: &str| text.replace('&', "&#38;").replace('\'', "&#39;");
    let en = kernel::Language::En;
    for fact in ["what_happened", "damage_arose_at", "affects_function", "holder", "damaged_before"] {
        page.has(&shown(product.fact(fact).unwrap().question.get(en)));
    }
    let value = |fact: &str, name: &str| {
        let values = &product.fact(fact).unwrap().values;
        values.iter().find(|value| value.name == name).unwrap().text.get(en).to_owned()
    };
    page.has(&shown(&value("what_happened", "dropped"))).has(&shown(&value("holder", "insured_person")));
    // Who said so; and of what is open: the question, who can say it, and the field of that very name.
    let open = product.fact("repairable").unwrap();
    page.has("customer, My Harmony, 11 Mar 2026")
        .has(&shown(open.question.get(en)))
        .has("fact.1.repairable")
        .has("Who can say: ");
    // The reasons as it goes: what is settled, what is open, by rule.
    page.has("still open").has("settled already").has("NL-COV-01");
}

#[test]
fn the_product_manager_sees_what_is_published_and_what_it_would_change() {
    let desk = Desk::open("2026-03-11 10:00");
    dropped(&desk);
    let manager = (Role::ProductManager, 71);
    let list = desk.get(manager, "/desk/products");
    let hash = desk.app.products.current("xandocare").unwrap().content_hash().to_owned();
    list.has("Xandocare 2021-1").has("Sold now").has(&format!("/desk/products/{hash}"));
    let tried = desk.get(manager, &format!("/desk/products/{hash}"));
    tried.has("0 of 1 claims would come out differently");
    assert_eq!(desk.get(manager, "/desk/products/none").status, StatusCode::NOT_FOUND);
    desk.get(CARLA, "/desk/products").has("Xandocare 2021-1").lacks(&format!("/desk/products/{hash}"));
    assert_eq!(desk.get(CARLA, &format!("/desk/products/{hash}")).status, StatusCode::FORBIDDEN);
}

#[test]
fn a_claim_is_taken_in_hand_noted_on_and_found_in_ones_own_list() {
    let desk = Desk::open("2026-03-11 10:00");
    let number = dropped(&desk);
    let path = format!("/desk/claims/{number}");
    desk.get(CARLA, "/desk/claims?whose=mine").has("No claims here");
    desk.get(CARLA, "/desk/claims?whose=nobody").has(&number).has("waiting for evidence");
    let page = desk.get(CARLA, &path);
    page.has("Nobody has this claim in hand").has("Receipt of your claim");
    let command = page.hidden("command");
    let take = [("command", &*command), ("before", ""), ("to", "me")];
    let taken = desk.post(CARLA, &format!("{path}/hand"), &take);
    assert_eq!((taken.status, &*taken.to), (StatusCode::SEE_OTHER, &*path), "{}", taken.body);
    desk.get(CARLA, "/desk/claims?whose=mine").has(&number);
    // A colleague who still sees nobody there does not take it away unseen.
    let late = [("command", "abcdef0321"), ("before", ""), ("to", "me")];
    let refused = desk.post((Role::Claims, 32), &format!("{path}/hand"), &late);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("Somebody else has just changed");
    assert_eq!(desk.post(FRED, &format!("{path}/hand"), &late).status, StatusCode::FORBIDDEN);

    let note = |command: &str, text: &str| {
        desk.post(CARLA, &format!("{path}/note"), &[("command", command), ("note", text)])
    };
    let empty = note("abcdef0322", " ");
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", empty.body);
    assert_eq!(note("abcdef0323", "Rings back <b>Friday</b>").status, StatusCode::SEE_OTHER);
    desk.get(CARLA, &path).has("Rings back &#60;b&#62;Friday").lacks("<b>Friday");
    let row = desk.count(sql!("select count(*) as number from claim_note"));
    assert_eq!(row, 1);

    let list = desk.get(CARLA, "/desk/claims/list/claims.csv?show=open");
    list.has(&number).has("Cause,Country").lacks("Rings back");
    desk.get(CARLA, "/desk/claims?order=amount&cause=dropped&country=NL").has(&number);
    desk.get(CARLA, "/desk/claims?country=BE").has("No claims here").lacks(&number);
    assert_eq!(desk.get(CARLA, "/desk/claims/list/other.csv").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_history_of_a_device_figures_and_the_bordereau_are_shown_to_whom_they_are_for() {
    let desk = Desk::open("2026-03-11 10:00");
    let number = dropped(&desk);
    let page = desk.get(CARLA, &format!("/desk/claims/{number}"));
    let (_, rest) = page.body.split_once("/devices/1\"").map_or(("", ""), |parts| parts);
    assert!(!rest.is_empty(), "{}", page.body);
    let (before, _) = page.body.split_once("/devices/1\"").unwrap();
    let href = format!("{}/devices/1", before.rsplit('"').next().unwrap());
    let looks = sql!("select count(*) as number from look");
    let device = desk.get(CARLA, &href);
    device.has("PRIV-06").has(&number).has("Insured under").has("still insured");
    assert!(desk.count(looks) > 0, "looks are logged");
    assert_eq!(desk.get(CARLA, &href.replace("devices/1", "devices/9")).status, StatusCode::NOT_FOUND);
    assert_eq!(desk.get((Role::ProductManager, 71), &href).status, StatusCode::FORBIDDEN);

    desk.get(CARLA, "/desk/claims/figures").has("up to 7 days").has("Cost by cause").has("It was dropped");
    assert_eq!(desk.get(FRED, "/desk/claims/figures").status, StatusCode::FORBIDDEN);
    desk.get(CARLA, "/desk/claims/figures").has("How fast repairers are").has("repairers.csv");
    desk.get(CARLA, "/desk/claims/figures/repairers.csv").has("Repairer,Orders,Orders in the works");
    assert_eq!(desk.get(CARLA, "/desk/claims/figures/repairers.pdf").status, StatusCode::NOT_FOUND);
    assert_eq!(desk.get(FRED, "/desk/claims/figures/repairers.csv").status, StatusCode::FORBIDDEN);

    let agreement = desk.app.products.agreements();
    let code = agreement
        .iter()
        .find(|a| desk.get(FRED, &told(&a.code)).body.contains(&number))
        .unwrap()
        .code
        .clone();
    desk.get(FRED, &told(&code)).has("Claims bordereau").has("Reserve").has("open");
    for file in ["claims.csv", "postings.csv", "claims.xlsx"] {
        let path = format!("/desk/insurers/claims/{file}?agreement={code}&month=2026-03");
        assert_eq!(desk.get(FRED, &path).status, StatusCode::OK, "{file}");
    }
    assert_eq!(
        desk.get(CARLA, &told(&code)).status,
        StatusCode::FORBIDDEN,
        "money is not of the claims desk"
    );
}

fn told(agreement: &str) -> String {
    format!("/desk/insurers/claims?agreement={agreement}&month=2026-03")
}

#[test]
fn nl_claim_01_the_desk_asks_a_caller_the_same_questions_and_goes_on_with_what_was_begun() {
    let desk = Desk::open("2026-03-11 10:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    let path = format!("/desk/policies/{}", made.number);
    desk.get(CARLA, &path).has(&format!("{path}/claim"));
    let here = format!("{path}/claim");
    assert_eq!(desk.get(MARA, &here).status, StatusCode::FORBIDDEN, "a manager decides, and reports nothing");
    let mut page = desk.get(CARLA, &here);
    page.has("What happened?").has(&path);
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
            "narrative" => ("Said on the phone: it fell.", ""),
            _ => ("no", ""),
        };
        let (clock, later) = (format!("{asked}_time"), format!("{asked}_unknown"));
        let mut fields = vec![("asked", &*asked), (&*clock, time)];
        if asked.starts_with("evidence-") {
            fields.push((&*later, "yes"));
        } else {
            fields.push((&*asked, text));
        }
        let kept = desk.post(CARLA, &here, &fields);
        assert_eq!((kept.status, &*kept.to), (StatusCode::SEE_OTHER, &*here), "{asked}: {}", kept.body);
        // A colleague can take over in the middle.
        page = desk.get(FRED, &here);
    }
    let command = page.hidden("command");
    let send = |who: super::Who| desk.post(who, &here, &[("do", "send"), ("command", &command)]);
    let sent = send(FRED);
    assert_eq!((sent.status, &*sent.to), (StatusCode::SEE_OTHER, &*path), "finance does not see claims");
    let again = send(CARLA);
    assert!(again.to.starts_with("/desk/claims/HC-"), "{}: {}", again.to, again.body);
    desk.get(CARLA, &again.to).has("Said on the phone");
    let by_phone = sql!("select count(*) as number from event where kind = 'reported' and channel = 'phone'");
    let claims = sql!("select count(*) as number from claim");
    assert_eq!(desk.count(claims), 1);
    assert!(desk.count(by_phone) >= 1, "how it came in is on the record");
}

#[test]
fn nl_claim_01_a_program_reports_what_the_pages_would_and_twice_is_once() {
    let desk = Desk::open("2026-03-11 10:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    let path = format!("/api/policies/{}/claims", made.number);
    let send = |who: super::Who, body: &str| {
        let request = Request::builder()
            .method("POST")
            .uri(&path)
            .header("accept-language", "en")
            .header("authorization", format!("Bearer {}:{}", who.0.code(), who.1))
            .header("content-type", "application/json");
        desk.send(request.body(Body::from(body.to_owned())).unwrap())
    };
    let body = |id: &str, what: &str, at: &str| {
        format!(
            r#"{{"id":"{id}","event":{{"what_happened":"{what}","damage_arose_at":"{at}",
            "discovered_at":"{at}","circumstances":[]}},"items":[{{"item":1,"facts":{{"affects_function":true}}}}],
            "narrative":"It fell."}}"#
        )
    };
    let first = body("abcdef01", "dropped", "2026-03-10T12:00");
    let done = send(CARLA, &first);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    done.has("\"already_done\":false").has("photo_damage").has("HC-").lacks("affects_function");
    send(CARLA, &first).has("\"already_done\":true");
    send(CARLA, &body("abcdef02", "dropped", "2026-03-10T12:00")).has("\"already_done\":true");
    assert_eq!(desk.count(sql!("select count(*) as number from claim")), 1);
    // What is wrong is named, and nothing is kept.
    let wrong = send(CARLA, &body("abcdef03", "eaten", "2026-03-09T12:00"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.has("what_happened: This answer does not fit the question.").has("Nothing was kept");
    let later = send(CARLA, &body("abcdef05", "dropped", "2026-03-12T12:00"));
    assert_eq!(later.status, StatusCode::UNPROCESSABLE_ENTITY, "it is to come: {}", later.body);
    for unread in ["", "{", r#"{"id":"abc","event":{}}"#, r#"{"id":"abcdef06","evil":{}}"#] {
        assert_eq!(send(CARLA, unread).status, StatusCode::UNPROCESSABLE_ENTITY, "{unread}");
    }
    assert_eq!(send(MARA, &first).status, StatusCode::FORBIDDEN);
    assert_eq!(
        send((Role::Partner, 705), &first).status,
        StatusCode::NOT_FOUND,
        "PRIV-24: to a partner nothing is there that was not opened to it"
    );
    assert_eq!(desk.count(sql!("select count(*) as number from claim")), 1);
}

#[test]
fn evidence_is_looked_at_piece_by_piece_beside_what_it_should_show() {
    let desk = Desk::open("2026-03-11 10:00");
    let number = dropped(&desk);
    let path = format!("/desk/claims/{number}");
    assert_eq!(desk.get(CARLA, &format!("{path}/evidence/0/view")).status, StatusCode::NOT_FOUND);
    let (app, claim) = (desk.app.clone(), number.parse().unwrap());
    desk.app
        .db
        .write(Priority::Click, move |tx| {
            let id = claims::by_number(tx, &claim)?.unwrap();
            let page = claims::page(&app, tx, at("2026-03-11 10:00"), id, kernel::Language::En)?;
            let to = (page.holder, app::sealed::Purpose::Claim);
            let upload =
                app::attachments::store(&app, at("2026-03-11 10:00"), to, b"%PDF-1.4\n%%EOF", "receipt.pdf")?;
            let customer = Actor::new(page.holder, Role::Policyholder, Channel::Portal);
            let uploads = [("photo_damage".to_owned(), upload)];
            claims::add_evidence(&app, tx, at("2026-03-11 10:00"), ("e", &customer), id, &uploads)
        })
        .unwrap();
    let page = desk.get(CARLA, &path);
    let (before, _) = page.body.split_once("/view\"").unwrap();
    let href = before.rsplit('"').next().unwrap().to_owned();
    let view = desk.get(CARLA, &format!("{href}/view"));
    view.has("receipt.pdf").has("1 of 1").has("only opens outside the browser").has("What it should show");
    assert_eq!(desk.get(CARLA, &href).status, StatusCode::OK);
    assert_eq!(desk.get(FRED, &format!("{href}/view")).status, StatusCode::FORBIDDEN);
}
