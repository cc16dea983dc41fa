//! Whatever changes, ends, comes back or is corrected: what was believed stays, the earliest end wins, and every instalment is
//! owed day by day.

use crate::history::{History, at_in, euro, sealed};
use billing::{Frequency, PaymentSource};
use kernel::{Country, Date, DeviceKind, Instant, Money, add_days, date};
use policy::{
    Back, Change, Command, ContractEvent, Cover, Device, EndWay, Fact, Gone, Notice, Phase, PolicyEvent,
    Right, Timeline,
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Wait(i64),
    Pay(i64),
    Add(u32, i64),
    Leave(u32, Gone, i64),
    Plan(i64),
    Announce(i64, i64),
    Cancel(EndWay, i64),
    TakeBack(EndWay),
    Correct(usize, Option<i64>),
    Return(u32),
    Prove(u32, i64),
    RemindAgain,
}

fn step() -> impl Strategy<Value = Step> {
    let gone = prop_oneof![Just(Gone::Sold), Just(Gone::BenefitPaid), Just(Gone::NotWanted)];
    let way = || {
        prop_oneof![
            3 => Just(EndWay::Ordinary),
            2 => Just(EndWay::AfterClaim),
            1 => Just(EndWay::CoolingOff),
            1 => Just(EndWay::Death),
            1 => Just(EndWay::Fraud),
            1 => Just(EndWay::InsurerOrdinary),
            1 => Just(EndWay::AdverseChange),
            1 => Just(EndWay::RepeatedNonPayment),
        ]
    };
    prop_oneof![
        8 => (1i64..45).prop_map(Step::Wait),
        4 => (1i64..4000).prop_map(Step::Pay),
        2 => (2u32..5, 100i64..900).prop_map(|(item, cents)| Step::Add(item, cents)),
        2 => (1u32..5, gone, 0i64..20).prop_map(|(item, why, ago)| Step::Leave(item, why, ago)),
        1 => (500i64..2000).prop_map(Step::Plan),
        1 => (900i64..1500, 28i64..80).prop_map(|(cents, ahead)| Step::Announce(cents, ahead)),
        2 => (way(), 0i64..30).prop_map(|(way, ago)| Step::Cancel(way, ago)),
        1 => way().prop_map(Step::TakeBack),
        2 => (0usize..8, prop::option::of(0i64..60)).prop_map(|(which, ago)| Step::Correct(which, ago)),
        1 => (1u32..4).prop_map(Step::Return),
        1 => (1u32..4, 0i64..6).prop_map(|(no, ago)| Step::Prove(no, ago)),
        1 => Just(Step::RemindAgain),
    ]
}

struct Played {
    history: History,
    /// What was believed, and when.
    believed: Vec<(Instant, Timeline)>,
}

fn play(country: Country, steps: &[Step]) -> Played {
    let mut history = History::new(country);
    history.applied("2026-01-31 09:00", Frequency::Monthly);
    history.must("2026-01-31 10:00", &Command::Accept { accept_limit: euro("3500") });
    let mut today = date(2026, 2, 1);
    let mut believed = Vec::new();
    for step in steps {
        if let Step::Wait(days) = step {
            today = add_days(today, *days);
            history.run(&today.to_string());
            continue;
        }
        history.run(&today.to_string());
        let when = format!("{today} 12:00");
        if let Some(command) = command(&history, step, today) {
            if let Command::Cancel { notice } = &command {
                quoted_is_done(&mut history, &when, notice, &command);
            } else {
                let _refused_or_done = history.give(&when, &command);
            }
        }
        believed.push((at_in(&format!("{today} 12:00"), country), history.timeline()));
        today = add_days(today, 1);
    }
    Played { history, believed }
}

/// What was quoted for a notice is what happens when it is given.
fn quoted_is_done(history: &mut History, when: &str, notice: &Notice, command: &Command) {
    history.run(&when[..10]);
    let quote = history.quote(when, notice);
    let before = history.facts.len();
    let done = history.give(when, command);
    match (quote, done) {
        (Ok(quote), Ok(count)) if count > 0 => {
            let new = &history.facts[before..];
            let ends = new.iter().find_map(|fact| match &fact.event {
                ContractEvent::Policy(PolicyEvent::Cancelled { ends, .. }) => Some(*ends),
                _ => None,
            });
            assert_eq!(ends, Some(quote.ends));
            let refunded: Money = new
                .iter()
                .filter_map(|fact| match &fact.event {
                    ContractEvent::Billing(billing::BillingEvent::RefundOrdered { amount, .. }) => {
                        Some(*amount)
                    }
                    _ => None,
                })
                .sum();
            assert_eq!(refunded, quote.refund);
        }
        (Ok(_), Ok(_)) => {}
        (quote, done) => assert_eq!(quote.err(), done.err(), "quote and command refuse alike"),
    }
}

fn command(history: &History, step: &Step, today: Date) -> Option<Command> {
    let country = history.country;
    let noon = |ago: i64| at_in(&format!("{} 12:00", add_days(today, -ago)), country);
    let midnight = |ago: i64| at_in(&format!("{} 00:00", add_days(today, -ago)), country);
    let change = |change, from, premium| Some(Command::Endorse { change, from, premium });
    match step {
        Step::Wait(_) => None,
        Step::Pay(cents) => Some(Command::BookPayment {
            source: PaymentSource::Transfer { payer: Some(sealed(8)) },
            amount: Money::from_cents(*cents),
            credited: midnight(0),
        }),
        Step::Add(item, cents) => {
            let device = Device {
                item: *item,
                kind: DeviceKind::Tablet,
                identity: sealed(u64::from(*item)),
                bought: today,
                purchase_value: euro("400"),
                excess: euro("40"),
                premium: Some(Money::from_cents(*cents)),
            };
            change(Change::ItemAdded { device }, None, None)
        }
        Step::Leave(item, why, ago) => {
            change(Change::ItemLeft { item: *item, why: *why }, Some(noon(*ago)), None)
        }
        Step::Plan(cents) => change(
            Change::PlanChanged {
                plan: format!("plan-{cents}"),
                flags: [].into(),
                excess: [].into(),
                parts: [].into(),
            },
            None,
            Some(Money::from_cents(*cents)),
        ),
        Step::Announce(cents, ahead) => Some(Command::AnnounceChange {
            campaign: sealed(cents.unsigned_abs()).id,
            product: None,
            flags: None,
            parts: [].into(),
            premium: Some(Money::from_cents(*cents)),
            adverse: true,
            from: add_days(today, *ahead),
        }),
        Step::Cancel(way, ago) => {
            let mut notice = Notice::new(*way, noon(*ago));
            notice.claim_closed = Some(add_days(today, -*ago));
            Some(Command::Cancel { notice: Box::new(notice) })
        }
        Step::TakeBack(way) => Some(Command::WithdrawCancellation { way: *way }),
        Step::Correct(which, ago) => {
            let can = |fact: &&Fact| {
                matches!(fact.event.kind(), "cancelled" | "endorsed" | "payment-received" | "reminder-sent")
            };
            let wrong = history.facts.iter().rev().filter(can).nth(*which)?;
            let right = ago.map_or(Right::Never, |ago| Right::At { at: midnight(ago) });
            Some(Command::Correct {
                seq: wrong.seq,
                wrong: Box::new(wrong.event.clone()),
                effective: wrong.effective,
                right,
            })
        }
        Step::Return(no) => Some(Command::ReturnReminder { no: *no, reason: "unknown".into() }),
        Step::Prove(no, ago) => {
            Some(Command::ProveReceipt { no: *no, received: add_days(today, -*ago), proof: None })
        }
        Step::RemindAgain => Some(Command::RemindAgain),
    }
}

/// What an instalment is owed, counted day by day, in cents times days.
fn owed_cent_days(history: &History, from: Date, to: Date) -> i64 {
    let contract = history.contract();
    let ending = contract.ends();
    let mut day = from;
    let mut sum = 0;
    while day < to {
        let runs = match ending {
            Some(ending) if ending.back == Back::All => false,
            Some(ending) if ending.back == Back::ByDays => {
                day < kernel::local_date(ending.ends, contract.country())
            }
            _ => true,
        };
        if runs {
            sum += contract.premium_on(day).cents();
        }
        day = add_days(day, 1);
    }
    sum
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_instalment_is_owed_day_by_day(belgian in any::<bool>(), steps in prop::collection::vec(step(), 0..24)) {
        let country = if belgian { Country::Be } else { Country::Nl };
        let Played { history, .. } = play(country, &steps);
        let receivables = &history.contract().billing.receivables;
        for instalment in receivables.iter().filter(|r| r.extra_of.is_none()) {
            let group = receivables.iter().filter(|r| r.no == instalment.no || r.extra_of == Some(instalment.no));
            let invoiced: Money = group.map(|r| r.split.gross - r.reversed.gross).sum();
            let (from, to) = (instalment.period.from(), instalment.period.to().expect("monthly"));
            let days = i64::from((to - from).get_days());
            let off = (invoiced.cents() * days - owed_cent_days(&history, from, to)).abs();
            prop_assert!(2 * off <= days, "{from}: {invoiced} is more than half a cent off");
        }
        for receivable in receivables {
            prop_assert!(receivable.reversed.gross <= receivable.split.gross && receivable.reversed.adds_up());
        }
    }

    #[test]
    fn the_earliest_end_wins_and_what_was_believed_stays(belgian in any::<bool>(), steps in prop::collection::vec(step(), 0..24)) {
        let country = if belgian { Country::Be } else { Country::Nl };
        let Played { history, believed } = play(country, &steps);
        for (known, timeline) in believed {
            prop_assert_eq!(&policy::cover(&history.facts, known), &timeline, "believed at {}", known);
        }
        let timeline = history.timeline();
        for pair in timeline.segments.windows(2) {
            prop_assert!(pair[0].begins.at < pair[1].begins.at);
        }
        let Phase::Running { endings, .. } = &history.contract().phase else { panic!("it was accepted") };
        match endings.iter().map(|ending| ending.ends).min() {
            Some(first) => {
                let last = timeline.segments.last().expect("it began");
                prop_assert_eq!((last.begins.at, last.cover), (first, Cover::Off));
                prop_assert!(last.begins.end.is_some());
            }
            None => prop_assert!(timeline.segments.iter().all(|segment| segment.begins.end.is_none())),
        }
        for segment in timeline.segments.iter().filter(|segment| segment.is_gap()) {
            let fact = &history.facts[usize::try_from(segment.begins.seq).unwrap() - 1];
            prop_assert!(matches!(fact.event.kind(), "reminder-sent" | "reminder-receipt-proven"));
        }
    }
}
