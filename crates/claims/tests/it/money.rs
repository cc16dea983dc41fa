//! From approval to the bank and back: never above the limit, never twice.

use claims::{CloseWay, Command, Phase};
use kernel::{Money, Role};

use crate::history::{History, at, euro, id};

fn send(payment: u64) -> Command {
    Command::SendPayment { payment: id(payment), batch: id(70) }
}

fn confirm(payment: u64) -> Command {
    Command::ConfirmPayment { payment: id(payment), debited: at("2026-06-05 00:00") }
}

fn back(payment: u64) -> Command {
    Command::ReturnPayment {
        payment: id(payment),
        reason: "AC04".to_owned(),
        booked: Some(at("2026-06-07 00:00")),
    }
}

/// Approved, € 550 to pay.
fn approved() -> History {
    let mut history = History::covered("600.00");
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    history
}

#[test]
fn the_main_way() {
    let mut history = approved();
    let order = history.order(50, "550.00");
    assert_eq!(history.does(Role::Machine, &order), ["payment-ordered"]);
    assert_eq!(history.claim().phase(), Phase::Paying);
    assert_eq!(history.does(Role::Finance, &send(50)), ["payment-sent"]);
    let events = history.at("2026-06-06 08:00").does(Role::Machine, &confirm(50));
    assert_eq!(events, ["payment-confirmed", "closed", "reserve-set"]);
    let claim = history.claim();
    assert_eq!(
        (claim.paid(), claim.reserve, claim.closed.unwrap().way),
        (euro("550.00"), Money::ZERO, CloseWay::Settled)
    );
    // Said again, each answers that it is done.
    for command in [order, send(50), confirm(50)] {
        history.again(Role::Machine, &command);
    }
}

#[test]
fn never_above_what_is_approved() {
    let mut history = approved();
    for (amount, code) in [("550.01", "claim-above-approved"), ("0.00", "claim-amount-not-positive")] {
        let order = history.order(50, amount);
        assert_eq!(history.refused(Role::Finance, &order), code);
    }
    let (first, second) = (history.order(50, "300.00"), history.order(51, "250.01"));
    history.does(Role::Finance, &first);
    assert_eq!(history.refused(Role::Finance, &second), "claim-above-approved");
    let (rest, other) = (history.order(51, "250.00"), history.order(50, "250.00"));
    assert_eq!(history.refused(Role::Finance, &other), "payment-differs");
    history.does(Role::Finance, &rest);
    let more = history.order(52, "0.01");
    assert_eq!(history.refused(Role::Finance, &more), "claim-above-approved");
    assert_eq!(
        history.refused(Role::Claims, &Command::Close { way: CloseWay::Settled }),
        "payment-under-way"
    );
    history.does(Role::Finance, &send(50));
    assert_eq!(
        history.does(Role::Machine, &confirm(50)),
        ["payment-confirmed", "reserve-set"],
        "half is not all"
    );
    assert_eq!(history.claim().reserve, euro("250.00"));
}

#[test]
fn nothing_before_approval_and_nothing_by_others() {
    let mut history = History::covered("600.00");
    let order = history.order(50, "550.00");
    assert_eq!(history.refused(Role::Finance, &order), "claim-above-approved");
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    assert_eq!(history.refused(Role::Policyholder, &order), "claim-needs-person");
    assert_eq!(history.refused(Role::Machine, &send(50)), "payment-unknown");
    history.does(Role::Finance, &order);
    assert_eq!(history.refused(Role::Machine, &confirm(50)), "payment-not-there");
    assert_eq!(history.refused(Role::Machine, &back(50)), "payment-not-there");
}

#[test]
fn money_that_comes_back_is_owed_again_once() {
    let mut history = approved();
    let order = history.order(50, "550.00");
    history.does(Role::Finance, &order);
    history.does(Role::Finance, &send(50));
    history.does(Role::Machine, &confirm(50));
    assert_eq!(history.claim().phase(), Phase::Closed);
    let events = history.at("2026-06-08 08:00").does(Role::Machine, &back(50));
    assert_eq!(events, ["payment-returned", "reopened", "reserve-set"]);
    history.again(Role::Machine, &back(50));
    assert_eq!((history.claim().paid(), history.claim().left_to_pay()), (Money::ZERO, euro("550.00")));
    history.again(Role::Finance, &order);
    let second = history.order(51, "550.00");
    history.does(Role::Finance, &second);
    history.does(Role::Finance, &send(51));
    assert!(history.does(Role::Machine, &confirm(51)).contains(&"closed"));
    assert_eq!(history.refused(Role::Machine, &confirm(50)), "claim-closed");
    assert_eq!(
        history.refused(Role::Machine, &Command::SendPayment { payment: id(99), batch: id(70) }),
        "payment-unknown"
    );
    assert_eq!(history.claim().paid(), euro("550.00"));
}

#[test]
fn amb_14_what_is_set_off_is_paid_and_the_rest_is_ordered() {
    let mut history = approved();
    let set_off = |amount: &str| Command::SetOff { amount: euro(amount) };
    assert_eq!(history.refused(Role::Machine, &set_off("550.01")), "claim-above-approved");
    assert_eq!(history.refused(Role::Machine, &set_off("0.00")), "claim-amount-not-positive");
    assert_eq!(history.refused(Role::Policyholder, &set_off("1.00")), "claim-needs-person");
    assert_eq!(history.does(Role::Machine, &set_off("63.90")), ["set-off", "reserve-set"]);
    let claim = history.claim();
    assert_eq!((claim.left_to_pay(), claim.reserve), (euro("486.10"), euro("486.10")));
    let above = history.order(50, "486.11");
    assert_eq!(history.refused(Role::Machine, &above), "claim-above-approved");
    let order = history.order(50, "486.10");
    history.does(Role::Machine, &order);
    history.does(Role::Finance, &send(50));
    let events = history.at("2026-06-06 08:00").does(Role::Machine, &confirm(50));
    assert_eq!(events, ["payment-confirmed", "closed", "reserve-set"]);
    let claim = history.claim();
    assert_eq!(
        (claim.paid(), claim.set_off, claim.received()),
        (euro("486.10"), euro("63.90"), euro("550.00"))
    );
}

#[test]
fn a_benefit_that_is_set_off_whole_closes_the_claim_without_a_payment() {
    let mut history = approved();
    let set_off = Command::SetOff { amount: euro("550.00") };
    assert_eq!(history.does(Role::Machine, &set_off), ["set-off", "closed", "reserve-set"]);
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Settled);
    assert_eq!(history.refused(Role::Machine, &set_off), "claim-closed");
    assert!(history.claim().payments.is_empty());
}
