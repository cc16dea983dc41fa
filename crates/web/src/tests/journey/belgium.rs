//! The way of somebody in Brussels: plans, form, policy and conditions are Belgian.

use axum::http::StatusCode;

use super::place::{PDF, filled, pairs};
use super::run;

#[test]
fn in_belgium_the_form_the_policy_and_the_claim_are_belgian() {
    run(async |place| {
        let plans = place.get("/plans").await.body;
        assert!(plans.contains("product=electronics-be&amp;plan=complete"), "{plans}");
        let form = place.get("/apply?product=electronics-be&plan=complete").await;
        assert!(form.body.contains("smartwatch") && !form.body.contains("plus-protect"), "{}", form.body);
        let fields = pairs_of_brussels(&form.hidden("command"));
        // A Dutch postcode is no Belgian one.
        let mut dutch = fields.clone();
        dutch
            .iter_mut()
            .filter(|(name, _)| *name == "postcode")
            .for_each(|(_, value)| *value = "3011 AD".into());
        let reply = place.send("/apply", &pairs(&dutch), &[("proof", "bon.pdf", PDF)]).await;
        assert!(reply.body.contains("Een Belgische postcode heeft vier cijfers"), "{}", reply.body);
        assert_eq!(reply.hidden("product"), "electronics-be");
        // What no form of ours sends is answered as a page that is not there.
        let mut unknown = fields.clone();
        unknown
            .iter_mut()
            .filter(|(name, _)| *name == "product")
            .for_each(|(_, value)| *value = "gold".into());
        let reply = place.send("/apply", &pairs(&unknown), &[("proof", "bon.pdf", PDF)]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);

        let sent = place.send("/apply", &pairs(&fields), &[("proof", "bon.pdf", PDF)]).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
        let link = place.link("/apply/confirm/").await;
        assert_eq!(place.post(&link, &[]).await.to, "/apply/done");
        let done = place.get("/apply/done").await.body;
        let (_, rest) = done.split_once("HP-").unwrap();
        let policy = place.get(&format!("/my/policies/HP-{}", &rest[..14])).await.body;
        assert!(policy.contains("Compleet") && policy.contains("7,20"), "{policy}");
        let conditions = place.get("/conditions/electronics-be").await.body;
        assert!(conditions.contains("Diefstal en verlies zijn niet verzekerd"), "{conditions}");
    });
}

/// The form of somebody in Brussels.
pub(super) fn pairs_of_brussels(command: &str) -> Vec<(&'static str, String)> {
    let belgian = [
        ("plan", "complete"),
        ("phone", "0470 12 34 56"),
        ("postcode", "1000"),
        ("house_number", "12"),
        ("street", "Rue Neuve"),
        ("town", "Bruxelles"),
        ("iban", "BE68 5390 0754 7034"),
    ];
    let mut fields = filled(command);
    for (name, value) in &mut fields {
        if let Some((_, other)) = belgian.iter().find(|(field, _)| field == name) {
            *value = (*other).to_owned();
        }
    }
    fields.push(("product", "electronics-be".to_owned()));
    fields
}
