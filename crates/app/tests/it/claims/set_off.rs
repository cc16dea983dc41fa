//! AMB-14, NL-DUN-08: what is overdue is set off against a benefit, on the claim and on the contract at once.

use app::{
    claims::{Approval, SetOff},
    contracts::Outcome,
    testing::{each_world, euro, staff},
};
use documents::content::{Outcome as Told, SumKind};
use kernel::{Money, Role};
use store::sql;

use super::desk::Desk;

#[test]
fn the_approver_sees_it_both_sides_book_it_once_and_the_letter_says_it() {
    each_world(|world| {
        let desk = Desk::new(world);
        let by = staff(11, Role::Acceptance);
        let stop = policy::Command::StopMandate { reason: "revoked".into() };
        world.order("2026-03-02 11:00", "stop", desk.made.contract, &by, stop).unwrap();
        world.due(desk.made.contract, "2026-03-10 06:00");
        let claim = desk.dropped();
        let facts = [("repairable", "no"), ("equivalent_price", "600.00")];
        desk.desk_states("2026-03-11 10:00", claim, &facts).unwrap();
        let page = desk.page("2026-03-11 10:01", claim);
        let benefit = page.total.unwrap();
        let SetOff { overdue, amount } = page.to_set_off;
        assert!(amount.is_positive() && amount == overdue.total() && amount < benefit, "{amount}");

        let claims_desk = || staff(12, Role::Claims);
        let approved = desk.approve("2026-03-11 10:02", "a1", claims_desk(), claim).unwrap();
        assert_eq!(approved, Approval::Done(Outcome::Done));
        let again = desk.approve("2026-03-11 10:03", "a1", claims_desk(), claim).unwrap();
        assert_eq!(again, Approval::Done(Outcome::AlreadyDone));
        let page = desk.page("2026-03-11 10:04", claim);
        assert_eq!(
            (page.set_off, page.to_set_off, page.left_to_pay),
            (amount, SetOff::default(), Money::ZERO)
        );
        assert_eq!(page.payments.iter().map(|payment| payment.amount).sum::<Money>(), benefit - amount);
        let posted = sql!(
            "select cast(coalesce(sum(amount_cents), 0) as bigint) as number from posting \
             where template = 'premium-set-off' and account = '1700'"
        );
        assert_eq!(desk.count(posted), amount.cents(), "posted once");
        let owed = sql!("select cast(sum(open_cents) as bigint) as number from contract");
        assert_eq!(desk.count(owed), 0);

        let letter = desk.decision_letter();
        let steps: Vec<_> =
            letter.items[0].steps.iter().map(|step| (step.kind.clone(), step.amount)).collect();
        assert_eq!(steps[2..], [(SumKind::SetOff, -amount), (SumKind::WePay, benefit - amount)]);
        assert!(
            matches!(&letter.items[0].outcome, Told::Payment { amount: told, .. } if *told == benefit - amount)
        );
        let status = desk.status("2026-03-11 10:10", claim);
        assert_eq!((status.payable, status.set_off), (benefit, amount));
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
        assert_eq!(desk.status("2026-03-11 10:10", claim).paid, euro("0.00"));
    });
}
