//! Premium, direct debit, returns.

use crate::history::{History, at, day, euro, sealed};
use billing::{CollectionState, Frequency, PaymentSource, RefundState};
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
        history.must(
            "2026-03-11 08:00",
            &Command::BookReturn {
                end_to_end,
                reason: reason.into(),
                retry,
                booked: Some(at("2026-03-11 00:00")),
            },
        );
        history.run("2026-03-13");
        assert_eq!(history.contract().billing.collections.len(), tries, "{reason}");
        if retry {
            release(&mut history, "2026-03-13 09:00", 1);
            let end_to_end = key(&history, 1);
            history.must(
                "2026-03-20 08:00",
                &Command::BookReturn {
                    end_to_end,
                    reason: reason.into(),
                    retry,
                    booked: Some(at("2026-03-20 00:00")),
                },
            );
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
    let back = Command::BookReturn {
        end_to_end,
        reason: "MD06".into(),
        retry: false,
        booked: Some(at("2026-04-20 00:00")),
    };
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
fn law_sepa_08_a_refund_waits_when_its_debit_came_back() {
    let mut history = with_mandate();
    history.run("2026-03-02");
    release(&mut history, "2026-03-03 09:00", 0);
    let end_to_end = key(&history, 0);
    history.must("2026-03-10 08:00", &credited(end_to_end.clone(), "2026-03-09 00:00"));
    let leaves = policy::Notice::new(policy::EndWay::CoolingOff, at("2026-03-11 09:00"));
    history.must("2026-03-11 09:00", &Command::Cancel { notice: Box::new(leaves) });
    let payment = history.contract().billing.refunds[0].payment;
    assert_eq!(history.contract().billing.overpaid(), euro("0.00"));
    // The customer's bank gives it back too, before ours is released.
    let back = Command::BookReturn {
        end_to_end,
        reason: "MD06".into(),
        retry: false,
        booked: Some(at("2026-03-12 00:00")),
    };
    history.must("2026-03-12 08:00", &back);
    assert_eq!(history.contract().billing.to_reclaim(), euro("11.95"));
    let refused = history.give("2026-03-13 09:00", &Command::ReleaseRefund { payment });
    assert_eq!(refused.unwrap_err().code(), "refund-not-owed");
    // It was a mistake, and she pays again: then it is owed.
    history.pay("2026-03-20 08:00", "2026-03-19 00:00", "11.95");
    assert_eq!(history.contract().billing.to_reclaim(), euro("0.00"));
    history.must("2026-03-21 09:00", &Command::ReleaseRefund { payment });
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
    history.must(
        "2026-03-20 08:00",
        &Command::BookReturn {
            end_to_end,
            reason: "MD06".into(),
            retry: false,
            booked: Some(at("2026-03-20 00:00")),
        },
    );
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

#[test]
fn law_sepa_12_a_refund_that_fails_waits_again_under_another_number() {
    for (same_account, booked, payee) in
        [(true, None, Some(sealed(81))), (false, Some("2026-03-09 00:00"), None)]
    {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-01 09:00", Frequency::OneOff);
        let pay = Command::BookPayment {
            source: PaymentSource::Transfer { payer: Some(sealed(81)) },
            amount: euro("299.00"),
            credited: at("2026-03-03 00:00"),
        };
        history.must("2026-03-03 09:00", &pay);
        history.must("2026-03-05 09:00", &Command::Reject { reason: None });
        let refund = history.contract().billing.refunds[0].clone();
        let payment = refund.payment;
        let back = |payment| Command::ReturnRefund {
            payment,
            reason: "AC04".into(),
            same_account,
            booked: booked.map(at),
        };
        assert_eq!(
            history.give("2026-03-05 09:01", &back(payment)).unwrap_err().code(),
            "refund-not-waiting"
        );
        history.must("2026-03-05 10:00", &Command::ReleaseRefund { payment });
        if booked.is_some() {
            // The statement gives the day of release only: it was not carried out before it was released.
            let settle = Command::SettleRefund { payment, booked: at("2026-03-05 00:00") };
            history.must("2026-03-06 08:00", &settle);
            assert_eq!(history.facts.last().expect("it happened").effective, at("2026-03-05 10:00"));
        }
        history.must("2026-03-10 08:00", &back(payment));
        let counts = booked.map_or(at("2026-03-10 08:00"), at);
        assert_eq!(history.facts.last().expect("it happened").effective, counts);
        assert_eq!(history.give("2026-03-10 08:01", &back(payment)), Ok(0), "said twice");
        let billing = &history.contract().billing;
        let [again] = &billing.refunds[..] else { panic!("one refund") };
        assert_eq!((again.amount, again.state, &again.payee), (refund.amount, RefundState::Ordered, &payee));
        assert_ne!(again.payment, payment, "the bank knows the old number");
        assert_eq!(billing.overpaid(), euro("0"));
        history.run("2026-03-12");
        assert_eq!(history.contract().billing.refunds.len(), 1, "and it is ordered once");
    }
}

#[test]
fn a_debit_comes_back_on_the_bank_s_day_and_never_before_it_came() {
    for (came, back, counts) in [
        ("2026-03-09 00:00", "2026-03-12 00:00", "2026-03-12 00:00"),
        ("2026-03-09 14:05", "2026-03-09 00:00", "2026-03-09 14:05"),
    ] {
        let mut history = with_mandate();
        history.run("2026-03-02");
        release(&mut history, "2026-03-03 09:00", 0);
        let end_to_end = key(&history, 0);
        history.must("2026-03-10 08:00", &credited(end_to_end.clone(), came));
        let late = Command::BookReturn {
            end_to_end: end_to_end.clone(),
            reason: "MD01".into(),
            retry: false,
            booked: None,
        };
        assert_eq!(
            history.give("2026-03-11 08:00", &late).unwrap_err().code(),
            "collection-not-under-way",
            "a status report does not take back what a statement shows"
        );
        let booked = Some(at(back));
        history.must(
            "2026-03-20 08:00",
            &Command::BookReturn {
                end_to_end: end_to_end.clone(),
                reason: "MD01".into(),
                retry: false,
                booked,
            },
        );
        assert_eq!(history.facts.last().expect("it happened").effective, at(counts));
        // A newer mandate has nothing to do with it (LAW-SEPA-12).
        let stop = Command::StopMandateOf { end_to_end, reason: "MD01".into() };
        let reference = MandateReference::parse("HP-M2").expect("a reference");
        let given = Command::GiveMandate { reference, debtor: sealed(6), signed: day("2026-03-20") };
        history.must("2026-03-20 08:30", &given);
        assert_eq!(history.give("2026-03-20 09:00", &stop), Ok(0));
        assert!(!history.contract().billing.mandate.as_ref().expect("it was given").stopped);
    }
}

#[test]
fn law_sepa_12_after_a_reported_death_nobody_is_asked_for_money_until_somebody_looked() {
    let mut history = with_mandate();
    history.run("2026-03-02");
    release(&mut history, "2026-03-03 09:00", 0);
    let end_to_end = key(&history, 0);
    let back = Command::BookReturn {
        end_to_end: end_to_end.clone(),
        reason: "MD07".into(),
        retry: false,
        booked: None,
    };
    history.must("2026-03-11 08:00", &back);
    history.must("2026-03-11 08:00", &Command::StopMandateOf { end_to_end, reason: "MD07".into() });
    history.run("2026-05-20");
    let billing = &history.contract().billing;
    assert!(billing.death_reported && billing.reminders.is_empty());
    assert_eq!(billing.collections.len(), 1, "nothing more is collected");
    assert!(billing.open() > euro("0"));
    history.must("2026-05-20 09:00", &Command::ClearDeath);
    assert_eq!(history.give("2026-05-20 09:01", &Command::ClearDeath), Ok(0));
    history.run("2026-05-21");
    assert_eq!(history.contract().billing.reminders.len(), 1, "it is unpaid still");
}
