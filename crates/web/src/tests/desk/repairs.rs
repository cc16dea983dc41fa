//! Logins of repairers and partners.

use axum::http::StatusCode;
use store::sql;

use super::{Desk, MARA};

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
