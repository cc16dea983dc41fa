//! Whatever is said in whatever order: never paid above the limit, never twice, never for a time without cover, never after
//! a refusal, never refused or judged by a machine.

use claims::{AcceptedBy, ClaimEvent, CloseWay, Command, JobStep, Settlement, StatedFact, Work};
use kernel::{Money, Role};
use proptest::prelude::*;
use terms::Value;

use crate::history::{History, at, euro, id, report_of, sealed};

/// One thing somebody does, by number.
fn act(history: &mut History, (what, who, n): (u8, usize, u64)) {
    const ROLES: [Role; 5] = [Role::Claims, Role::Manager, Role::Machine, Role::Finance, Role::Policyholder];
    let role = ROLES[who % ROLES.len()];
    let item = u32::try_from(n % 3 + 1).unwrap();
    let payment = id(50 + n % 3);
    let proposer = Some(crate::history::actor(ROLES[usize::try_from(n % 3).unwrap()]).id);
    let command = match what {
        0 => Command::StateFacts { facts: vec![StatedFact::of_item(item, "repairable", n % 2 == 0)] },
        1 => Command::StateFacts {
            facts: vec![StatedFact::of_item(item, "equivalent_price", Money::from_cents(n as i64 * 900))],
        },
        2 => Command::StateFacts {
            facts: vec![StatedFact::of_item(item, "repair_cost", Money::from_cents(n as i64 * 700))],
        },
        3 => Command::StateFacts {
            facts: vec![StatedFact::of_event(
                "holder",
                Value::choice(["insured_person", "borrower"][who % 2]),
            )],
        },
        4 => Command::StateFinding {
            finding: StatedFact::of_event("insufficient_care", n % 2 == 0),
            reason: sealed(9),
        },
        5 | 6 => {
            history.cover =
                ["on", "on", "provisional", "off", "suspended", "void"][usize::try_from(n % 6).unwrap()];
            history.decision()
        }
        7 => Command::Approve { proposed_by: None },
        8 => Command::Approve { proposed_by: proposer },
        9 => Command::Refuse { items: vec![item], reason: sealed(9) },
        10 | 11 => {
            Command::OrderPayment { payment, amount: Money::from_cents(n as i64 * 1_300), payee: sealed(5) }
        }
        12 => {
            let left = history.claim().left_to_pay();
            Command::OrderPayment { payment: id(100 + n), amount: left, payee: sealed(5) }
        }
        13 => Command::SendPayment { payment, batch: id(70) },
        14 => Command::ConfirmPayment { payment, debited: history.now },
        15 => Command::ReturnPayment { payment, reason: "AC04".to_owned(), booked: None },
        16 => Command::Close { way: CloseWay::ALL[usize::try_from(n % 4).unwrap()] },
        17 => Command::Reopen { reason: sealed(9) },
        18 => Command::AddEvidence {
            kind: "photo_damage".to_owned(),
            object: n.to_string(),
            content: sealed(8),
        },
        20 => Command::Job {
            job: id(80 + n % 6),
            step: JobStep::Order { item, work: Work::ALL[who % 2], supplier: "lab".to_owned() },
        },
        21 | 22 => {
            let (invoice, device) = (Money::from_cents(n as i64 * 700), Some(sealed(4)));
            Command::Job { job: id(80 + n % 6), step: JobStep::Deliver { invoice, device } }
        }
        23 | 24 => {
            let (own_share_by, old_device_by) = (history.now, Some(history.now));
            let step = JobStep::Accept { by: AcceptedBy::ALL[who % 3], own_share_by, old_device_by };
            Command::Job { job: id(80 + n % 6), step }
        }
        25 => Command::Job {
            job: id(80 + n % 6),
            step: JobStep::Pay { payment: id(50 + n % 3), payee: sealed(5) },
        },
        26 => Command::Job { job: id(80 + n % 6), step: JobStep::Stop },
        _ => {
            history.now = history.now.max(at("2026-06-03 20:00"));
            history.time();
            return;
        }
    };
    let machine_judges =
        role == Role::Machine && matches!(command, Command::Refuse { .. } | Command::StateFinding { .. });
    let done = history.says(role, &command);
    assert!(!machine_judges || !matches!(done, Ok(claims::Done::Happened(_))));
    if done.is_ok() {
        // The same again changes nothing.
        let before = history.claim().clone();
        if !matches!(command, Command::Approve { .. } | Command::Reopen { .. }) {
            let again = history.says(role, &command);
            assert!(matches!(again, Ok(claims::Done::AlreadyDone) | Err(_)), "{command:?} happened twice");
            assert_eq!(&before, history.claim());
        }
    }
}

fn holds(history: &History) {
    let claim = history.claim();
    assert!(claim.ordered() + claim.set_off <= claim.payable(), "more ordered and set off than approved");
    assert!(claim.paid() <= claim.ordered());
    assert!(!claim.reserve.is_negative());
    for item in &claim.items {
        if let Settlement::Approved { amount, .. } = item.settlement {
            assert!(amount <= item.reported.purchase_value - item.reported.excess, "above the limit");
        }
    }
    for job in claim.jobs.iter().filter(|job| job.accepted.is_some()) {
        let item = claim.item(job.item).unwrap();
        assert!(job.borne <= item.reported.purchase_value - item.reported.excess, "above the limit in kind");
        assert_eq!(Some(job.borne + job.own_share), job.invoice);
        let out = claim.payments.iter().filter(|payment| payment.job == Some(job.id) && payment.counts());
        assert!(out.map(|payment| payment.amount).sum::<Money>() <= job.borne + job.own_share, "paid twice");
    }
    for item in &claim.items {
        let wanted = claim.jobs.iter().filter(|job| job.item == item.reported.item && job.counts());
        assert!(wanted.count() <= 1, "two orders for one item");
    }
    // Nothing is approved on a decision that knew of no cover.
    let mut cover = "";
    for event in &history.events {
        match &event.event {
            ClaimEvent::Decided { known, .. } => cover = &known.cover_at_event,
            ClaimEvent::Approved { .. } => {
                assert!(matches!(cover, "on" | "provisional"), "approved for a time when cover was {cover}");
            }
            _ => {}
        }
    }
    // No item is both approved and refused without having been opened again in between.
    let mut refused = std::collections::BTreeSet::new();
    for event in &history.events {
        match &event.event {
            ClaimEvent::Refused { items, .. } => refused.extend(items.iter().copied()),
            ClaimEvent::Reopened { .. } => refused.clear(),
            ClaimEvent::Approved { items, approved_by, proposed_by } => {
                assert!(items.iter().all(|item| !refused.contains(&item.item)), "approved after a refusal");
                assert_ne!(Some(*approved_by), *proposed_by);
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn never(acts in proptest::collection::vec((0..28_u8, 0..5_usize, 0..120_u64), 1..50)) {
        let mut history = History::of(report_of(3));
        for act_ in acts {
            act(&mut history, act_);
            holds(&history);
        }
    }
}

#[test]
fn the_tools_of_the_property_reach_money() {
    // A run that the property could draw: without it "never" might only ever see refusals.
    let mut history = History::of(report_of(1));
    history.beyond_repair(1, "600.00");
    for step in [(5, 2, 0), (7, 0, 0), (12, 3, 1)] {
        act(&mut history, step);
    }
    assert_eq!(history.claim().ordered(), euro("550.00"));
    holds(&history);
}

#[test]
fn a_time_without_cover_is_decided_on_and_never_approved() {
    let mut history = History::of(report_of(1));
    history.beyond_repair(1, "600.00");
    // Off: the wording says no, and nobody can approve it.
    act(&mut history, (5, 2, 3));
    assert_eq!(history.cover, "off");
    act(&mut history, (7, 0, 0));
    assert_eq!(history.claim().approved(), Money::ZERO);
    // On: it says yes.
    act(&mut history, (5, 2, 0));
    act(&mut history, (7, 0, 0));
    assert_eq!(history.claim().approved(), euro("550.00"));
    holds(&history);
}
