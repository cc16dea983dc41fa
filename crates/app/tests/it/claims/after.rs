//! What comes after a decision: objection by another person, the insurer's word, money that comes back.

use ::claims::{Phase, RecoveryKind};
use app::{
    approvals::{self, Verdict},
    claims::{self, Approval, NewFinding, NewRecovery, Now, Stated},
    contracts::Outcome,
    money::{statements, suspense},
    testing::{
        bank::{BankDouble, Entry},
        each_world, each_world_under, euro, staff,
    },
};
use kernel::{Money, Role};
use store::sql;

use super::desk::{Desk, code};

/// Refused by the claims desk: somebody else was to answer for it.
fn refused_claim(desk: &Desk<'_>) -> kernel::Id {
    let claim = desk.dropped();
    desk.desk_states("2026-03-11 10:00", claim, &[("holder", "borrower"), ("repairable", "no")]).unwrap();
    desk.refuse("2026-03-11 10:05", staff(12, Role::Claims), claim, "Somebody else used it.").unwrap();
    assert_eq!(desk.page("2026-03-11 10:06", claim).phase, Phase::Closed);
    claim
}

/// € 550 approved, paid and closed.
fn paid_claim(desk: &Desk<'_>) -> kernel::Id {
    let claim = desk.dropped();
    desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
        .unwrap();
    desk.approve("2026-03-11 10:02", "a1", staff(12, Role::Claims), claim).unwrap();
    let payment = desk.page("2026-03-11 10:03", claim).payments[0].id;
    let batch = desk.made.contract;
    desk.bank("2026-03-12 09:00", claim, ::claims::Command::SendPayment { payment, batch });
    let debited = app::testing::at("2026-03-12 12:00");
    desk.bank("2026-03-13 09:00", claim, ::claims::Command::ConfirmPayment { payment, debited });
    claim
}

fn object(desk: &Desk<'_>, when: &str, claim: kernel::Id) -> Result<Outcome, app::AppError> {
    let (command, customer) = (format!("object {when}"), desk.customer());
    desk.write(when, move |app, tx, now| {
        claims::object(app, tx, now, (&command, &customer), claim, "My sister had my leave.")
    })
}

fn answer(
    desk: &Desk<'_>,
    when: &str,
    by: kernel::Actor,
    claim: kernel::Id,
    upheld: bool,
) -> Result<Outcome, app::AppError> {
    let command = format!("answer {when}");
    desk.write(when, move |app, tx, now| {
        let said = (upheld, "She lives at the same address.");
        claims::answer_objection(app, tx, now, (&command, &by), claim, said)
    })
}

#[test]
fn office_15_an_objection_is_answered_in_time_by_somebody_who_did_not_decide() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = refused_claim(&desk);
        assert!(desk.status("2026-03-12 09:00", claim).may_object);
        assert_eq!(object(&desk, "2026-03-12 09:00", claim).unwrap(), Outcome::Done);
        assert_eq!(object(&desk, "2026-03-12 09:00", claim).unwrap(), Outcome::AlreadyDone);
        assert_eq!(code(object(&desk, "2026-03-12 09:01", claim)), "objection-waits");
        let open = sql!(
            "select count(*) as number from task where kind = 'answer-objection' and state = 'open' and due_us is not null"
        );
        assert_eq!(desk.count(open), 1);
        let status = desk.status("2026-03-12 09:02", claim);
        assert!(!status.may_object && status.objections[0].answer.is_none());
        // FAQ-17, AMB-17: the fifteenth working day after Thursday 12 March is Thursday 2 April, and all of it.
        assert_eq!(status.objections[0].answer_by, app::testing::at("2026-04-03 00:00"));
        let who_decided = answer(&desk, "2026-03-13 09:00", staff(12, Role::Claims), claim, true);
        assert_eq!(code(who_decided), "objection-decided-before");
        let other = answer(&desk, "2026-03-13 10:00", staff(13, Role::Claims), claim, true);
        assert_eq!(other.unwrap(), Outcome::Done);
        assert_eq!((desk.count(open), desk.letters("objection-answered")), (0, 1));
        let status = desk.status("2026-03-13 10:01", claim);
        assert!(status.closed_at.is_none() && status.objections[0].answer.is_some());
        assert!(!matches!(status.now, Now::Refused), "{:?}", status.now);
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
    });
}

#[test]
fn act_06_above_the_authority_the_insurer_is_asked_and_then_it_goes_on() {
    let lowered = |agreement: &mut agreement::Agreement| {
        agreement.authority.settle_one_person_cents = euro("100.00");
        agreement.authority.settle_cents = euro("500.00");
    };
    each_world_under(lowered, |world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        let facts = [("repairable", "no"), ("equivalent_price", "600.00")];
        desk.desk_states("2026-03-11 10:00", claim, &facts).unwrap();
        let total = desk.page("2026-03-11 10:01", claim).total.unwrap();
        let by = || staff(12, Role::Claims);
        assert_eq!(code(desk.approve("2026-03-11 10:02", "a1", by(), claim)), "claim-above-authority");
        let refer = move |app: &app::App, tx: &mut store::Tx<'_>, now| {
            claims::refer(app, tx, now, ("refer", &staff(12, Role::Claims)), claim)
        };
        assert_eq!(desk.write("2026-03-11 10:03", refer).unwrap(), Outcome::Done);
        assert_eq!(desk.write("2026-03-11 10:03", refer).unwrap(), Outcome::AlreadyDone);
        let says = |when: &'static str, agreed: Money| {
            desk.write(when, move |app, tx, now| {
                let by = staff(12, Role::Claims);
                let said = (agreed, kernel::date(2026, 3, 11), "Ms Vella, by mail");
                claims::record_insurer(app, tx, now, (when, &by), claim, said)
            })
        };
        says("2026-03-11 11:00", total - Money::from_cents(1)).unwrap();
        assert_eq!(code(desk.approve("2026-03-11 11:01", "a2", by(), claim)), "claim-above-authority");
        assert_eq!(code(says("2026-03-11 11:02", total)), "referral-none");
        desk.write("2026-03-11 11:03", move |app, tx, now| {
            claims::refer(app, tx, now, ("again", &staff(12, Role::Claims)), claim)
        })
        .unwrap();
        says("2026-03-11 11:04", total).unwrap();
        let page = desk.page("2026-03-11 11:05", claim);
        assert_eq!((page.after.authority, page.after.referrals.len()), (total, 2));
        // The insurer's word takes nothing from the two people that so much needs.
        let Approval::Waits(proposed) = desk.approve("2026-03-11 11:06", "a3", by(), claim).unwrap() else {
            panic!("it waits for a second person")
        };
        let second = desk.write("2026-03-11 11:07", move |app, tx, now| {
            let by = ("second", &staff(13, Role::Claims));
            approvals::decide(app, tx, now, by, proposed.approval, Verdict::Approve)
        });
        assert_eq!(second.unwrap(), Outcome::Done);
        assert_eq!(desk.page("2026-03-11 11:08", claim).left_to_pay, Money::ZERO);
    });
}

fn expect(
    desk: &Desk<'_>,
    when: &str,
    claim: kernel::Id,
    kind: RecoveryKind,
    amount: &str,
) -> Result<Approval, app::AppError> {
    let (command, amount) = (format!("expect {when}"), euro(amount));
    desk.write(when, move |app, tx, now| {
        let (from, why) = ("Garage Jansen".to_owned(), "Their lift fell on it.".to_owned());
        let new = NewRecovery { kind, amount, from, why };
        claims::expect_recovery(app, tx, now, (&command, &staff(12, Role::Claims)), claim, &new)
    })
}

#[test]
fn money_13_what_a_third_party_pays_is_placed_on_the_claim_and_belongs_to_the_insurer() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        let facts = [("repairable", "no"), ("equivalent_price", "600.00")];
        desk.desk_states("2026-03-11 10:00", claim, &facts).unwrap();
        desk.approve("2026-03-11 10:02", "a1", staff(12, Role::Claims), claim).unwrap();
        let expected = expect(&desk, "2026-03-16 09:00", claim, RecoveryKind::ThirdParty, "300.00").unwrap();
        assert_eq!(expected, Approval::Done(Outcome::Done));
        let mut bank = BankDouble::new("NL91ABNA0417164300");
        let entry = Entry::transfer("Garage Jansen", "NL39RABO0300065264", euro("320.00"), "schade telefoon");
        let file = bank.day(kernel::date(2026, 3, 17), &[], &[entry]);
        let finance = staff(21, Role::Finance);
        let now = app::testing::at("2026-03-18 08:00");
        statements::import(&world.app, now, "s1", &finance, file).unwrap();
        let fingerprint = world.app.db.read(|tx| suspense::list(tx, 0)).unwrap().0[0].fingerprint.clone();
        let place = move |app: &app::App, tx: &mut store::Tx<'_>, now| {
            let by = ("place", &staff(21, Role::Finance));
            claims::place_money(app, tx, now, by, claim, &fingerprint, (None, None))
        };
        assert_eq!(desk.write("2026-03-18 09:00", place.clone()).unwrap(), Outcome::Done);
        assert_eq!(desk.write("2026-03-18 09:00", place).unwrap(), Outcome::AlreadyDone);
        let posted = sql!(
            "select cast(coalesce(sum(amount_cents), 0) as bigint) as number from posting \
             where template = 'recovery-received' and account = '1600'"
        );
        assert_eq!(desk.count(posted), -30_000, "owed to the insurer");
        let left = sql!(
            "select cast(sum(open_cents) as bigint) as number from statement_entry where state = 'suspense'"
        );
        assert_eq!(desk.count(left), 2_000, "what is too much still has no place");
        let line = &desk.page("2026-03-18 10:00", claim).after.recoveries[0];
        assert_eq!((line.received, line.open), (euro("300.00"), Money::ZERO));
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
    });
}

#[test]
fn nl_fraud_02_what_was_paid_on_false_data_is_reclaimed_by_two_people_with_a_letter() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = paid_claim(&desk);
        let reclaim = |when: &str| expect(&desk, when, claim, RecoveryKind::Reclaim, "500.00");
        assert_eq!(code(reclaim("2026-03-16 09:00")), "recovery-no-fraud");
        desk.write("2026-03-16 09:10", move |app, tx, now| {
            claims::reopen(app, tx, now, ("o", &staff(12, Role::Claims)), claim, "The receipt is false.")
        })
        .unwrap();
        desk.write("2026-03-16 09:20", move |app, tx, now| {
            let finding = Stated::new("fraud", "yes");
            let found = NewFinding { finding, reason: "The shop did not sell it.".into() };
            claims::state_finding(app, tx, now, ("f", &staff(12, Role::Claims)), claim, &found)
        })
        .unwrap();
        let Approval::Waits(proposed) = reclaim("2026-03-16 09:30").unwrap() else {
            panic!("it waits for a second person")
        };
        assert!(desk.page("2026-03-16 09:31", claim).after.recoveries.is_empty());
        let decide = |when: &str, number: i64| {
            let command = format!("decide {when}");
            desk.write(when, move |app, tx, now| {
                let by = (command.as_str(), &staff(number, Role::Claims));
                approvals::decide(app, tx, now, by, proposed.approval, Verdict::Approve)
            })
        };
        assert!(matches!(decide("2026-03-16 09:40", 12), Err(app::AppError::Denied(_))));
        assert_eq!(decide("2026-03-16 09:41", 13).unwrap(), Outcome::Done);
        let page = desk.page("2026-03-16 09:42", claim);
        assert_eq!((page.after.recoveries[0].open, page.after.fraud_found), (euro("500.00"), true));
        assert_eq!(desk.letters("fraud-debt"), 1, "DOC-16");
    });
}
