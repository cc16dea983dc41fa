//! Signs are looked for anew when something changes (PRIV-06), and bar what the Belgian conditions bar (BE-FRAUD-03).

use app::{
    approvals::{self, Verdict},
    claims::{self, NewFinding, SignKind, Stated},
    contracts::Outcome,
    incidents::{self, IncidentKind},
    testing::{DROPPED, at, each_world, proposal_in, staff},
};
use kernel::{Country, Id, Role};
use store::sql;

use super::desk::{Desk, code, with};

fn kinds(desk: &Desk<'_>, claim: Id) -> Vec<SignKind> {
    let signs = desk.write("2026-03-14 10:00", move |app, tx, _| claims::signs(app, tx, claim)).unwrap();
    signs.iter().map(|sign| sign.kind).collect()
}

fn finds_fraud(desk: &Desk<'_>, when: &'static str, claim: Id, is_so: &'static str) {
    let done = desk.write(when, move |app, tx, now| {
        let finding =
            NewFinding { finding: Stated::new("fraud", is_so), reason: "The receipt was made up.".into() };
        claims::state_finding(app, tx, now, (when, &staff(12, Role::Claims)), claim, &finding)
    });
    assert_eq!(done.unwrap(), Outcome::Done);
}

/// A claim on the policy for something that happened at noon of a day; reported an hour later.
fn dropped_on(desk: &Desk<'_>, day: &str) -> Id {
    let noon = format!("{day}T12:00");
    let mut facts = with(&DROPPED, &[("damage_arose_at", &noon), ("discovered_at", &noon)]);
    if is_belgian(desk) {
        // The Belgian conditions do not ask it.
        facts.retain(|fact| fact.fact != "damaged_before");
    }
    desk.report(&format!("{day} 13:00"), day, facts, true).unwrap().id
}

fn is_belgian(desk: &Desk<'_>) -> bool {
    desk.count(sql!("select count(*) as number from contract where country = 'BE'")) == 1
}

#[test]
fn a_sign_that_comes_up_after_the_report_is_seen_by_who_opens_the_claim() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        assert_eq!(kinds(&desk, claim), []);
        let counted = sql!("select count(*) as number from claim_signal");
        assert_eq!(desk.count(counted), 0);
        let contract = desk.made.contract;
        let proposed = desk.write("2026-03-13 09:00", move |app, tx, now| {
            let (by, what) =
                (("i", &staff(12, Role::Claims)), (IncidentKind::NonPayment, "Paid nothing at all."));
            incidents::propose(app, tx, now, by, (contract, None), what)
        });
        let approval = proposed.unwrap().approval;
        let agreed = desk.write("2026-03-13 09:01", move |app, tx, now| {
            let by = staff(13, Role::Claims);
            approvals::decide(app, tx, now, ("a", &by), approval, Verdict::Approve)
        });
        assert_eq!(agreed.unwrap(), Outcome::Done);
        assert_eq!(kinds(&desk, claim), [SignKind::Incident], "at once");
        // With the next decision of the wording it is kept, and counted in the list.
        desk.desk_states("2026-03-13 10:00", claim, &[("repairable", "no")]).unwrap();
        assert_eq!(desk.count(counted), 1);
        desk.desk_states("2026-03-13 10:05", claim, &[("equivalent_price", "600.00")]).unwrap();
        assert_eq!(desk.count(counted), 1, "one row a claim");
    });
}

#[test]
fn nl_fraud_01_fraud_on_another_claim_is_a_sign_that_goes_with_the_finding() {
    each_world(|world| {
        let desk = Desk::new(world);
        let (first, second) = (dropped_on(&desk, "2026-03-11"), dropped_on(&desk, "2026-03-12"));
        assert!(!kinds(&desk, first).contains(&SignKind::FraudOnPolicy));
        finds_fraud(&desk, "2026-03-13 10:00", second, "yes");
        assert!(kinds(&desk, first).contains(&SignKind::FraudOnPolicy));
        assert!(!kinds(&desk, second).contains(&SignKind::FraudOnPolicy), "it is the other claim's");
        // In the Netherlands it bars nothing.
        let facts = [("repairable", "no"), ("equivalent_price", "600.00")];
        desk.desk_states("2026-03-13 10:05", first, &facts).unwrap();
        desk.approve("2026-03-13 10:06", "a1", staff(12, Role::Claims), first).unwrap();
        finds_fraud(&desk, "2026-03-13 11:00", second, "no");
        let third = dropped_on(&desk, "2026-03-13");
        assert!(!kinds(&desk, third).contains(&SignKind::FraudOnPolicy));
    });
}

#[test]
fn be_fraud_03_nobody_approves_what_is_pending_and_the_letter_names_the_clause() {
    each_world(|world| {
        let desk = Desk::of(world, &proposal_in(Country::Be));
        let (first, second) = (dropped_on(&desk, "2026-03-10"), dropped_on(&desk, "2026-03-12"));
        let facts = [("repairable", "yes"), ("repair_cost", "150.00"), ("equivalent_price", "600.00")];
        desk.desk_states("2026-03-12 14:00", first, &facts).unwrap();
        finds_fraud(&desk, "2026-03-13 10:00", second, "yes");
        let by = || staff(12, Role::Claims);
        let refused = desk.approve("2026-03-13 10:06", "a1", by(), first).unwrap_err();
        let refused = refused.refused().unwrap();
        assert_eq!(refused.rule.as_ref().unwrap().id(), "BE-FRAUD-03", "{}", refused.code);
        let propose = |command: &'static str, claim: Id, reason: &'static str| {
            desk.write("2026-03-13 11:00", move |app, tx, now| {
                let by = (command, &staff(12, Role::Claims));
                claims::propose_leaving_aside(app, tx, now, by, claim, reason)
            })
        };
        assert_eq!(code(propose("p0", first, "Wrong claim.")), "recovery-no-fraud");
        assert_eq!(code(propose("p1", second, " ")), "claim-no-reason");
        let proposed = propose("p2", second, "The receipt was made up.").unwrap();
        assert!(propose("p2", second, "The receipt was made up.").unwrap().was_there);
        let decide = |command: &'static str, by: i64| {
            let (app, now) = (world.app.clone(), at("2026-03-13 12:00"));
            world.app.db.write(store::Priority::Click, move |tx| {
                let by = staff(by, Role::Claims);
                approvals::decide(&app, tx, now, (command, &by), proposed.approval, Verdict::Approve)
            })
        };
        assert!(matches!(decide("d1", 12), Err(app::AppError::Denied(_))), "four eyes");
        assert_eq!(decide("d2", 13).unwrap(), Outcome::Done);
        let status = desk.status("2026-03-13 12:01", first);
        assert_eq!(status.now, claims::Now::Refused);
        let rules: Vec<&str> = status.items[0].decided_by.iter().map(|line| line.rule.as_str()).collect();
        assert_eq!(rules, ["BE-FRAUD-03"], "not what the wording found");
        assert!(status.items[0].steps.is_empty() && status.may_object);
        let letter = desk.decision_letter();
        let clauses: Vec<&str> = letter.items[0].clauses.iter().map(|clause| clause.rule.as_str()).collect();
        assert_eq!(clauses, ["BE-FRAUD-03", "BE-FRAUD-03"], "the clause, and why");
        assert!(letter.items[0].steps.is_empty());
    });
}
