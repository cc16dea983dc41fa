//! Whatever happens to a contract, no cent is lost and cover has a cause.

use crate::history::{History, at, euro, sealed};
use billing::{
    ArrearsTerms, BillingEvent, CollectionCosts, CollectionState, Frequency, HoldReason, PaymentSource,
};
use kernel::{Instant, MandateReference, Money, add_days, date};
use policy::{Command, ContractEvent, Cover, EndWay, Notice, Right};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Wait(i64),
    Pay(i64),
    Mandate,
    ReleaseNext,
    CreditNext,
    ReturnNext(bool),
    Cancel(EndWay),
    Waive,
    Hold(i64),
    Correct(i64),
    LoseStatements,
    FindStatements,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (1i64..40).prop_map(Step::Wait),
        3 => (1i64..5000).prop_map(Step::Pay),
        1 => Just(Step::Mandate),
        3 => Just(Step::ReleaseNext),
        3 => Just(Step::CreditNext),
        2 => any::<bool>().prop_map(Step::ReturnNext),
        1 => prop_oneof![Just(EndWay::CoolingOff), Just(EndWay::Ordinary), Just(EndWay::Death)].prop_map(Step::Cancel),
        1 => Just(Step::Waive),
        1 => (0i64..40).prop_map(Step::Hold),
        1 => (-30i64..30).prop_map(Step::Correct),
        1 => Just(Step::LoseStatements),
        1 => Just(Step::FindStatements),
    ]
}

fn collection_in(history: &History, wanted: fn(&CollectionState) -> bool) -> Option<kernel::EndToEndId> {
    history.contract().billing.collections.iter().find(|c| wanted(&c.state)).map(|c| c.end_to_end.clone())
}

fn play(steps: &[Step]) -> History {
    let mut history = History::new(kernel::Country::Nl);
    history.arrears = ArrearsTerms {
        collection_costs: CollectionCosts::Statutory,
        interest_from: Some(Money::from_cents(1)),
    };
    history.applied("2026-01-31 09:00", Frequency::Monthly);
    history.must("2026-01-31 10:00", &Command::Accept { accept_limit: euro("3500.00") });
    let mut today = date(2026, 2, 1);
    for step in steps {
        let when = format!("{today} 12:00");
        let command = match step {
            Step::Wait(days) => {
                today = add_days(today, *days);
                history.run(&today.to_string());
                continue;
            }
            Step::LoseStatements => {
                history.booked_through = Some(today);
                continue;
            }
            Step::FindStatements => {
                history.booked_through = Some(kernel::Date::MAX);
                continue;
            }
            Step::Pay(cents) => Some(Command::BookPayment {
                source: PaymentSource::Transfer { payer: Some(sealed(8)) },
                amount: Money::from_cents(*cents),
                credited: at(&format!("{today} 00:00")),
            }),
            Step::Mandate => Some(Command::GiveMandate {
                reference: MandateReference::parse("HP-M1").expect("a reference"),
                debtor: sealed(5),
                signed: today,
            }),
            Step::ReleaseNext => collection_in(&history, |s| *s == CollectionState::Announced)
                .map(|end_to_end| Command::ReleaseCollection { end_to_end, batch: sealed(1).id }),
            Step::CreditNext => collection_in(&history, |s| matches!(s, CollectionState::Released { .. }))
                .map(|end_to_end| {
                    let amount =
                        history.contract().billing.collection(&end_to_end).expect("it is there").amount;
                    let source = PaymentSource::Collection { end_to_end };
                    Command::BookPayment { source, amount, credited: at(&format!("{today} 00:00")) }
                }),
            Step::ReturnNext(retry) => collection_in(&history, |s| {
                matches!(s, CollectionState::Credited | CollectionState::Released { .. })
            })
            .map(|end_to_end| Command::BookReturn {
                end_to_end,
                reason: "AM04".into(),
                retry: *retry,
                booked: Some(at(&format!("{today} 00:00"))),
            }),
            Step::Waive => {
                let charges = &history.contract().billing.charges;
                let open = charges.iter().find(|charge| charge.open() > Money::ZERO);
                open.map(|charge| Command::WaiveCharge { no: charge.no, reason: sealed(6) })
            }
            Step::Hold(days) => Some(Command::HoldReminders {
                reason: HoldReason::Error,
                until: add_days(today, *days),
                note: sealed(6),
            }),
            Step::Correct(days) => history.events("payment-received").last().map(|fact| Command::Correct {
                seq: fact.seq,
                wrong: Box::new(fact.event.clone()),
                effective: fact.effective,
                right: Right::At { at: fact.effective + jiff::SignedDuration::from_hours(24 * days) },
            }),
            Step::Cancel(way) => Some(Command::Cancel { notice: Box::new(Notice::new(*way, at(&when))) }),
        };
        if let Some(command) = command {
            let _refused_or_done = history.give(&when, &command);
        }
    }
    history
}

/// Cash in less cash out, from the events alone.
fn cash(history: &History) -> Money {
    let mut cash = Money::ZERO;
    for fact in &history.facts {
        match &fact.event {
            ContractEvent::Billing(BillingEvent::PaymentReceived { amount, .. }) => cash += *amount,
            ContractEvent::Billing(BillingEvent::CollectionReturned {
                end_to_end,
                was_credited: true,
                ..
            }) => {
                cash -= history.contract().billing.collection(end_to_end).expect("it is there").amount;
            }
            _ => {}
        }
    }
    cash
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_cent_is_lost_or_made(steps in prop::collection::vec(step(), 0..40)) {
        let history = play(&steps);
        let billing = &history.contract().billing;
        let premium: Money = billing.receivables.iter().map(|r| r.paid).sum();
        let on_top: Money = billing.charges.iter().map(|charge| charge.paid).sum();
        let paid = premium + on_top;
        let given_back: Money = billing.refunds.iter().map(|r| r.from_credit).sum();
        let from_credit: Money = paid + billing.credit + given_back;
        prop_assert_eq!(from_credit, cash(&history), "what is allocated plus credit is what came in");
        for receivable in &billing.receivables {
            prop_assert!(receivable.reversed.gross <= receivable.split.gross && receivable.split.adds_up());
            prop_assert!(receivable.reversed.adds_up());
        }
        for charge in &billing.charges {
            prop_assert!(charge.open() >= Money::ZERO && charge.waived >= Money::ZERO && charge.paid >= Money::ZERO);
        }
        prop_assert!(billing.refunds.iter().all(|r| r.amount > euro("0")));
    }

    #[test]
    fn no_cover_is_lost_without_a_reminder_and_every_boundary_has_a_cause(steps in prop::collection::vec(step(), 0..40)) {
        let history = play(&steps);
        let timeline = history.timeline();
        for pair in timeline.segments.windows(2) {
            prop_assert!(pair[0].begins.at < pair[1].begins.at
                    && (pair[0].cover != pair[1].cover || (pair[0].is_gap() && pair[1].begins.end.is_some())));
        }
        for segment in &timeline.segments {
            let fact = &history.facts[usize::try_from(segment.begins.seq).unwrap() - 1];
            let expected: &[&str] = match segment.begins.rule.id() {
                "NL-PROV-07" => &["accepted"],
                "NL-DUN-04" => &["reminder-sent"],
                "NL-DUN-06" => &["payment-received", "premium-reversed", "charge-waived", "corrected"],
                _ => &["cancelled"],
            };
            prop_assert!(expected.contains(&fact.event.kind()), "{segment:?} from {}", fact.event.kind());
        }
    }

    #[test]
    fn what_was_believed_never_changes(steps in prop::collection::vec(step(), 1..25), cut in 0usize..25) {
        let history = play(&steps);
        let known = history.facts[cut.min(history.facts.len() - 1)].recorded;
        let until_then: Vec<_> = history.facts.iter().filter(|f| f.recorded <= known).cloned().collect();
        prop_assert_eq!(policy::cover(&history.facts, known), policy::cover(&until_then, Instant::MAX));
    }

    #[test]
    fn the_oracle_day_by_day_agrees(steps in prop::collection::vec(step(), 0..30)) {
        // What a correction changes is read from all facts, not from the state; the simulator's oracle looks at it.
        let steps: Vec<Step> = steps.into_iter().filter(|step| !matches!(step, Step::Correct(_))).collect();
        // A second, naive reading of NL-DUN: for each instant, is there a reminder whose term is over and whose debts were
        // not all paid by 24 hours before?
        let history = play(&steps);
        let timeline = history.timeline();
        let contract = history.contract();
        let end = contract.ends().map(|e| e.ends);
        let mut day = contract.start();
        for _ in 0..500 {
            day = add_days(day, 1);
            let noon = at(&format!("{day} 12:00"));
            let unpaid = |r: &billing::Reminder| {
                !r.cancelled && noon >= r.cover_stops
                    && r.satisfied.is_none_or(|paid| paid >= r.cover_stops && noon < paid + jiff::SignedDuration::from_hours(24))
            };
            let covered = end.is_none_or(|end| noon < end) && !contract.billing.reminders.iter().any(unpaid);
            prop_assert_eq!(timeline.at(noon) == Cover::On, covered, "{}", day);
        }
    }
}

#[test]
fn amb_16_a_debit_that_came_back_on_the_day_of_a_transfer_pays_nothing() {
    // Of two debts in arrears one is paid by transfer, the debit of the other comes back: one reminder stays unpaid.
    let steps = [
        Step::Wait(23),
        Step::Mandate,
        Step::Wait(35),
        Step::ReleaseNext,
        Step::CreditNext,
        Step::ReturnNext(false),
        Step::Pay(1195 + 4000),
    ];
    let history = play(&steps);
    assert_eq!(history.timeline().at(at("2026-04-14 23:59")), Cover::On);
    assert_eq!(history.timeline().at(at("2026-04-15 00:00")), Cover::Off);
}
