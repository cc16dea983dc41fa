//! The repairer's pages (PRIV-26), and what the customer and the desk see of what it does.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kernel::{Id, Role};
use store::{params, sql};

use super::claims::{act, dropped};
use super::{ANNA, CARLA, Desk, FRED, Got, MARA, Who};

/// Somebody of the phone lab.
const LAB: Who = (Role::Repairer, 90);
/// Somebody of another repairer.
const OTHER: Who = (Role::Repairer, 91);

/// Sends one of the forms of a page as it stands now.
fn send(desk: &Desk, who: Who, path: &str, fields: &[(&str, &str)]) -> Got {
    let command = desk.get(who, path).hidden("command");
    let mut all = vec![("command", &*command)];
    all.extend_from_slice(fields);
    desk.post(who, path, &all)
}

/// A repair that was ordered: the number of the claim, the customer, and the path of the order.
fn ordered(desk: &Desk) -> (String, Who, String) {
    let number = dropped(desk);
    let work = format!("/desk/claims/{number}/work");
    let fields = [("do", "order"), ("item", "1"), ("work", "repair"), ("from", "phone-lab")];
    let done = send(desk, CARLA, &work, &fields);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let (order, holder) = desk
        .app
        .db
        .read(|tx| {
            let sql = sql!(
                "select o.id as id, c.holder as holder from repair_order o join claim c on c.id = o.claim"
            );
            let row = tx.query_one(sql, &params![])?;
            Ok::<(Id, Id), store::StoreError>((row.id("id")?, row.id("holder")?))
        })
        .unwrap();
    (number, (Role::Policyholder, holder.as_i64()), format!("/repairs/{order}"))
}

#[test]
fn priv_26_a_repairer_sees_its_own_orders_and_nobody_elses() {
    let desk = Desk::open("2026-03-11 10:00");
    let (number, customer, order) = ordered(&desk);
    assert_eq!(desk.count(sql!("select count(*) as number from letter where kind = 'order-told'")), 1);
    desk.get(LAB, "/repairs").has(&number).has(&order);
    let page = desk.get(LAB, &order);
    page.has(&number).has("Use these data only for this order").has("What did you find?");
    // Name, address, telephone and the device; neither account nor mail address nor words of the claim.
    page.lacks("@example").lacks("slipped").lacks("IBAN").lacks("/desk/");
    desk.get(OTHER, "/repairs").lacks(&number).has("No orders now");
    let theirs = desk.get(OTHER, &order);
    assert!(matches!(theirs.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{}", theirs.status);
    theirs.lacks(&number);
    for who in [customer, FRED, ANNA] {
        for path in ["/repairs", &*order] {
            let got = desk.get(who, path);
            assert!(
                matches!(got.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN),
                "{who:?} {path} {}",
                got.status
            );
        }
    }
    let stranger = desk.send(Request::builder().uri(&order).body(Body::empty()).unwrap());
    assert!(stranger.to.starts_with("/sign-in"), "{}", stranger.status);
    // A repairer reports for its own orders only, and has nothing to do with the desk.
    let fields = [("command", "abcdef0001"), ("do", "handed-over")];
    for who in [OTHER, customer, FRED] {
        assert_ne!(desk.post(who, &order, &fields).status, StatusCode::SEE_OTHER, "{who:?}");
    }
    assert_eq!(desk.get(LAB, &format!("/desk/claims/{number}")).status, StatusCode::FORBIDDEN);
}

#[test]
fn a_repair_is_quoted_finished_handed_over_denied_and_accepted() {
    let desk = Desk::open("2026-03-11 10:00");
    let (number, customer, order) = ordered(&desk);
    let claim = format!("/desk/claims/{number}");
    let nothing = send(&desk, LAB, &order, &[("do", "found")]);
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was answered");
    let quote = [
        ("do", "found"),
        ("fact.1.repairable", "yes"),
        ("fact.1.repair_cost", "200,00"),
        ("fact.1.equivalent_price", "700,00"),
        ("fact.1.cause_found", "as_stated"),
    ];
    let done = send(&desk, LAB, &order, &quote);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(LAB, &order).has("Not approved yet");
    let done = act(&desk, CARLA, &claim, &[("decision", "approve")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(LAB, &order).has("Approved. You may ask €200.00 at most");
    let dear = send(&desk, LAB, &order, &[("do", "done"), ("invoice", "200,01")]);
    assert_eq!(dear.status, StatusCode::UNPROCESSABLE_ENTITY);
    dear.has("200,01");
    desk.now("2026-03-14 10:00");
    let done = send(&desk, LAB, &order, &[("do", "done"), ("invoice", "180,00")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);

    let work = format!("/my/claims/{number}/work");
    desk.get(customer, &work).has("Yes, I accept it").lacks("I did not get it");
    let done = send(&desk, LAB, &order, &[("do", "handed-over")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(LAB, &order).has("We pay you as soon as they accept it").lacks("The customer signed for it");
    desk.get(customer, &work).has("The repairer says you have it").has("I did not get it");
    desk.get(CARLA, &format!("{claim}/work")).has("the customer can say otherwise until");
    let order_id = order.rsplit('/').next().unwrap().to_owned();
    let say = |what: &str| send(&desk, customer, &work, &[("job", &order_id), ("do", what)]);
    let done = say("not-got");
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(customer, &work).has("You did not get it").has("Yes, I accept it");
    desk.get(LAB, &order).has("The customer says they did not get the device");
    desk.get(MARA, "/desk?list=claims").has("Customer did not get the device").has("NL-CLAIM-08");
    let payments = sql!("select count(*) as number from payment_order where kind = 'supplier'");
    assert_eq!(desk.count(payments), 0);
    send(&desk, LAB, &order, &[("do", "handed-over")]);
    assert_eq!(say("accept").status, StatusCode::SEE_OTHER);
    desk.get(CARLA, "/desk/claims/figures").has("Example Phone Lab").has("3 d 0 h");
    desk.get(CARLA, "/desk/claims/figures/repairers.csv").has("Example Phone Lab,1,0,1,0,0,72,72");
    desk.get(customer, &work).has("You accepted the repaired device");
    assert_eq!(desk.count(payments), 1);
    desk.get(MARA, "/desk?list=claims").lacks("Customer did not get the device");
    // New, approved, and that the customer did not get it.
    assert_eq!(desk.count(sql!("select count(*) as number from letter where kind = 'order-told'")), 3);
}

#[test]
fn somebody_of_a_repairer_or_partner_is_invited_for_it_and_for_nothing_else() {
    let desk = Desk::open("2026-03-01 09:00");
    desk.get(MARA, "/desk/users").has("Works for").has("Example Phone Lab (repairer)");
    let invite = |command: &str, email: &str, firm: &str, role: &str| {
        let fields =
            [("command", command), ("email", email), ("firm", firm), ("role", role), ("language", "nl")];
        desk.post(MARA, "/desk/users", &fields)
    };
    let unknown = invite("abcdef0001", "kim@lab.example", "repairer-0000000000009", "claims");
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = invite("abcdef0002", "kim@lab.example", "repairer-00000000000z1", "claims");
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let partner = desk.app.products.agreements().iter().flat_map(|agreement| &agreement.partners);
    let partner = partner.filter_map(|partner| partner.id).next().unwrap();
    let done = invite("abcdef0003", "lee@shop.example", &format!("partner-{partner}"), "");
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let roles = sql!(
        "select count(*) as number from user_account where (roles = 'repairer' and repairer_id is not null \
         and partner_id is null) or (roles = 'partner' and partner_id is not null and repairer_id is null)"
    );
    assert_eq!(desk.count(roles), 2, "the role that was ticked beside it counts for nothing");
    desk.get(MARA, "/desk/users").has("repairer, Example Phone Lab");
    assert_eq!(desk.count(sql!("select count(*) as number from letter where kind = 'sign-in-help'")), 2);
}
