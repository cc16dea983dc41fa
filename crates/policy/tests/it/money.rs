//! Premium, direct debit, returns.

use crate::history::{History, at, day, euro, sealed};
use billing::{CollectionState, Frequency, PaymentSource};
use kernel::{Country, EndToEndId, MandateReference, Refusal};
use policy::Command;

fn with_mandate() -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    let mandate = Command::GiveMandate {
        reference: MandateReference::parse("HP-M1").expect("a reference"),
        debtor: sealed(5),
        signed: day("2026-03-01"),
    };
    history.must("2026-03-01 09:00", &mandate);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

fn key(history: &History, index: usize) -> EndToEndId {
    history.contract().billing.collections[index].end_to_end.clone()
}

fn release(history: &mut History, when: &str, index: usize) {
    let end_to_end = key(history, index);
    history.must(when, &Command::ReleaseCollection { end_to_end, batch: sealed(77).id });
}

fn credited(end_to_end: EndToEndId, when: &str) -> Command {
    Command::BookPayment {
        source: PaymentSource::Collection { end_to_end },
        amount: euro("11.95"),
        credited: at(when),
    }
}

#[test]
fn premium_is_announced_collected_and_paid_month_by_month() {
    let mut history = with_mandate();
    history.run("2026-03-02");
    let collection = &history.contract().billing.collections[0];
    assert_eq!((collection.amount, collection.collect_on), (euro("11.95"), day("2026-03-09")), "LAW-SEPA-05");
    release(&mut history, "2026-03-03 09:00", 0);
    let first = key(&history, 0);
    history.must("2026-03-10 08:00", &credited(first.clone(), "2026-03-09 00:00"));
    assert_eq!(history.give("2026-03-10 08:01", &credited(first, "2026-03-09 00:00")), Ok(0), "booked once");
    assert_eq!(history.contract().billing.open(), euro("0"));
    history.run("2026-04-02");
    assert_eq!(history.contract().billing.receivables.len(), 2);
    assert_eq!(history.contract().billing.collections.len(), 2);
}

#[test]
fn law_sepa_12_a_return_for_lack_of_funds_is_tried_again_once_and_others_never() {
    for (reason, retry, tries) in [("AM04", true, 2), ("MD01", false, 1)] {
        let mut history = with_mandate();
        history.run("2026-03-02");
        release(&mut history, "2026-03-03 09:00", 0);
        let end_to_end = key(&history, 0);
        history.must("2026-03-11 08:00", &Command::BookReturn { end_to_end, reason: reason.into(), retry });
        history.run("2026-03-13");
        assert_eq!(history.contract().billing.collections.len(), tries, "{reason}");
        if retry {
            release(&mut history, "2026-03-13 09:00", 1);
            let end_to_end = key(&history, 1);
            history
                .must("2026-03-20 08:00", &Command::BookReturn { end_to_end, reason: reason.into(), retry });
            history.run("2026-03-25");
            assert_eq!(history.contract().billing.collections.len(), 2, "no third try");
        }
    }
}

#[test]
fn amb_16_a_debit_that_comes_back_later_needs_a_new_reminder() {
    let mut history = with_mandate();
    history.run("2026-03-02");
    release(&mut history, "2026-03-03 09:00", 0);
    let end_to_end = key(&history, 0);
    history.must("2026-03-10 08:00", &credited(end_to_end.clone(), "2026-03-09 00:00"));
    let back = Command::BookReturn { end_to_end, reason: "MD06".into(), retry: false };
    history.must("2026-04-20 08:00", &back);
    assert_eq!(history.contract().billing.receivables[0].open(), euro("11.95"));
    history.run("2026-04-21");
    let reminder = &history.contract().billing.reminders[0];
    assert_eq!(reminder.sent, at("2026-04-21 06:00"));
    assert_eq!(
        history.lines(&history.timeline()).len(),
        2,
        "no gap backwards, one only if the new term runs out"
    );
    assert!(history.timeline().segments[1].begins.at > at("2026-05-04 00:00"));
}

#[test]
fn a_debt_paid_by_transfer_is_not_collected_too() {
    let mut history = with_mandate();
    history.run("2026-03-02");
    history.pay("2026-03-02 12:00", "2026-03-02 00:00", "11.95");
    assert_eq!(history.contract().billing.collections[0].state, CollectionState::Withdrawn);
    let end_to_end = key(&history, 0);
    let released =
        history.give("2026-03-03 09:00", &Command::ReleaseCollection { end_to_end, batch: sealed(77).id });
    assert_eq!(released.unwrap_err().code(), "collection-not-waiting");
}

#[test]
fn too_much_money_pays_the_next_premium() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.pay("2026-03-02 12:00", "2026-03-02 00:00", "20.00");
    assert_eq!(history.contract().billing.credit, euro("8.05"));
    history.run("2026-04-02");
    assert_eq!(history.contract().billing.open(), euro("3.90"));
}

#[test]
fn amounts_that_cannot_be_are_refused() {
    let mut history = with_mandate();
    history.run("2026-03-02");
    let end_to_end = key(&history, 0);
    let pay = |amount| Command::BookPayment {
        source: PaymentSource::Transfer { payer: None },
        amount: euro(amount),
        credited: at("2026-03-02 00:00"),
    };
    assert_eq!(history.give("2026-03-03 08:00", &pay("0")).unwrap_err().code(), "amount-not-positive");
    assert_eq!(history.give("2026-03-03 08:00", &pay("-1")).unwrap_err().code(), "amount-not-positive");
    let early = history.give("2026-03-03 08:00", &credited(end_to_end.clone(), "2026-03-03 00:00"));
    assert_eq!(early.unwrap_err().code(), "collection-not-under-way");
    release(&mut history, "2026-03-03 09:00", 0);
    let other = Command::BookPayment {
        source: PaymentSource::Collection { end_to_end },
        amount: euro("11.94"),
        credited: at("2026-03-09 00:00"),
    };
    assert_eq!(history.give("2026-03-10 08:00", &other).unwrap_err().code(), "collection-amount-differs");
}

#[test]
fn who_owes_nothing_is_not_reminded() {
    // paid by transfer and by debit; the debit comes back: the credit pays, no debt is left
    let mut history = with_mandate();
    history.run("2026-03-02");
    release(&mut history, "2026-03-03 09:00", 0);
    let end_to_end = key(&history, 0);
    history.pay("2026-03-05 09:00", "2026-03-05 00:00", "11.95");
    history.must("2026-03-10 08:00", &credited(end_to_end.clone(), "2026-03-09 00:00"));
    assert_eq!(history.contract().billing.credit, euro("11.95"));
    history
        .must("2026-03-20 08:00", &Command::BookReturn { end_to_end, reason: "MD06".into(), retry: false });
    let billing = &history.contract().billing;
    assert_eq!((billing.open(), billing.credit), (euro("0"), euro("0")));
    history.run("2026-04-20");
    let reminded = history.contract().billing.reminders.iter().any(|r| r.arrears.iter().any(|a| a.no == 1));
    assert!(!reminded);
}

#[test]
fn a_cent_that_names_the_policy_does_not_move_the_refund() {
    let pay = |payer, amount: &str, credited: &str| Command::BookPayment {
        source: PaymentSource::Transfer { payer: Some(sealed(payer)) },
        amount: euro(amount),
        credited: at(credited),
    };
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::OneOff);
    history.must("2026-03-03 09:00", &pay(81, "299.00", "2026-03-03 00:00"));
    history.must("2026-03-04 09:00", &pay(82, "0.01", "2026-03-04 00:00"));
    history.must("2026-03-05 09:00", &Command::Reject { reason: None });
    let refund = &history.contract().billing.refunds[0];
    assert_eq!((refund.amount, refund.payee.clone()), (euro("299.01"), Some(sealed(81))));
}
