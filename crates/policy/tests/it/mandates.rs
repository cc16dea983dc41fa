//! The life of a mandate: given, amended, stopped, lapsed; and what is collected on it (LAW-SEPA-03, 04, 07, 12).

use crate::history::{History, at, day, euro, sealed};
use billing::{CollectionState, Frequency, PaymentSource};
use kernel::{Country, EndToEndId, MandateReference};
use policy::{Command, PolicyRefusal};

fn mandate(n: u32) -> Command {
    Command::GiveMandate {
        reference: MandateReference::parse(&format!("HP-M{n}")).expect("a reference"),
        debtor: sealed(u64::from(n) + 4),
        signed: day("2026-03-01"),
    }
}

fn with_mandate(frequency: Frequency) -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", frequency);
    history.must("2026-03-01 09:00", &mandate(1));
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history.run("2026-03-02");
    history
}

fn last(history: &History) -> &billing::Collection {
    history.contract().billing.collections.last().expect("something was announced")
}

fn release(history: &mut History, when: &str) -> EndToEndId {
    let end_to_end = last(history).end_to_end.clone();
    history.must(when, &Command::ReleaseCollection { end_to_end: end_to_end.clone(), batch: sealed(77).id });
    end_to_end
}

fn credit(history: &mut History, when: &str, end_to_end: EndToEndId) {
    let amount = history.contract().billing.collection(&end_to_end).expect("released").amount;
    let source = PaymentSource::Collection { end_to_end };
    history.must(when, &Command::BookPayment { source, amount, credited: at(when) });
}

fn came_back(history: &mut History, when: &str, end_to_end: EndToEndId, reason: &str) {
    history.must(
        when,
        &Command::BookReturn { end_to_end, reason: reason.into(), retry: false, booked: Some(at(when)) },
    );
}

#[test]
fn another_account_is_tried_although_the_one_before_was_refused() {
    // LAW-SEPA-12: AC04 is never tried again blindly, but the next account is another one.
    let mut history = with_mandate(Frequency::Monthly);
    let key = release(&mut history, "2026-03-04 09:00");
    came_back(&mut history, "2026-03-10 09:00", key, "AC04");
    history.run("2026-03-12");
    assert_eq!(history.contract().billing.collections.len(), 1);
    history.must("2026-03-13 09:00", &mandate(2));
    history.run("2026-03-14");
    let tried = last(&history);
    assert_eq!((tried.state, tried.debtor), (CollectionState::Announced, Some(sealed(6).id)));
    assert_eq!(tried.amount, euro("11.95"));
}

#[test]
fn a_mandate_that_is_stopped_takes_out_what_waits_and_nothing_more_is_announced() {
    let mut history = with_mandate(Frequency::Monthly);
    let waiting = last(&history).end_to_end.clone();
    history.must("2026-03-03 09:00", &Command::StopMandate { reason: "revoked".into() });
    let contract = history.contract();
    assert_eq!(contract.billing.collection(&waiting).map(|c| c.state), Some(CollectionState::Withdrawn));
    assert!(!policy::is_collected(contract, &contract.billing.receivables[0]), "it is to be transferred");
    history.run("2026-04-20");
    assert_eq!(history.contract().billing.collections.len(), 1);
    let released = Command::ReleaseCollection { end_to_end: waiting, batch: sealed(77).id };
    assert_eq!(history.give("2026-04-20 09:00", &released), Err(PolicyRefusal::CollectionNotWaiting));
}

#[test]
fn an_amendment_is_told_to_the_bank_until_a_debit_of_it_was_paid() {
    let mut history = with_mandate(Frequency::Monthly);
    let amend = |n| Command::AmendMandate { debtor: sealed(n), signed: day("2026-03-02") };
    let changed = |history: &History| {
        let mandate = history.contract().billing.mandate.as_ref().expect("given");
        (mandate.reference.to_string(), mandate.account_changed)
    };
    // Nothing was collected on it yet: the bank knows no other account.
    history.must("2026-03-03 09:00", &amend(15));
    assert_eq!(changed(&history), ("HP-M1".to_owned(), false));
    assert_eq!(history.give("2026-03-03 09:00", &amend(15)), Ok(0), "already done");
    let key = release(&mut history, "2026-03-04 09:00");
    history.must("2026-03-05 09:00", &amend(16));
    assert_eq!(changed(&history), ("HP-M1".to_owned(), true));
    credit(&mut history, "2026-03-10 09:00", key);
    assert_eq!(changed(&history), ("HP-M1".to_owned(), false));
    history.must("2026-03-11 09:00", &Command::StopMandate { reason: "revoked".into() });
    assert_eq!(history.give("2026-03-11 10:00", &amend(17)), Err(PolicyRefusal::NoMandate));
}

#[test]
fn a_mandate_lapses_after_36_months_without_a_debit() {
    // LAW-SEPA-04: premium was paid ahead by transfer, so that nothing was ever collected.
    let mut history = with_mandate(Frequency::Monthly);
    let key = release(&mut history, "2026-03-04 09:00");
    credit(&mut history, "2026-03-09 09:00", key);
    history.pay("2026-03-10 09:00", "2026-03-10 00:00", "600.00");
    history.run("2029-03-09");
    assert_eq!(history.events("mandate-stopped").len(), 0);
    history.run("2029-03-10");
    let stopped = history.events("mandate-stopped");
    assert_eq!(stopped.len(), 1);
    assert_eq!(stopped[0].effective, at("2029-03-10 00:00"));
    assert!(history.contract().billing.mandate.as_ref().is_some_and(|mandate| mandate.stopped));
}

#[test]
fn a_one_off_mandate_is_used_for_one_debit() {
    let mut history = with_mandate(Frequency::OneOff);
    let key = release(&mut history, "2026-03-04 09:00");
    credit(&mut history, "2026-03-09 09:00", key.clone());
    // The customer has the money back from their bank: the mandate is not used a second time (LAW-SEPA-07, LAW-SEPA-08).
    came_back(&mut history, "2026-03-20 09:00", key, "MD06");
    history.run("2026-04-20");
    assert_eq!(history.contract().billing.collections.len(), 1);
    history.run("2029-04-20");
    assert_eq!(history.events("mandate-stopped").len(), 0, "it does not lapse, it is spent");
}
