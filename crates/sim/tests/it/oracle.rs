//! The naive oracle and the timeline agree on every instant of random histories, as known at any time.

use billing::{BillingEvent, CollectionState, PaymentSource};
use jiff::SignedDuration;
use kernel::{Country, Frequency, Instant, MandateReference, Money, add_days};
use policy::{ApplicationItem, Command, ContractEvent, EndWay, Fact, Notice, Offer, Right, Verdict};
use proptest::prelude::*;
use sim::oracle::plain;

use crate::history::{History, application, sealed};

#[derive(Debug, Clone)]
enum Step {
    Wait {
        days: i64,
        minutes: i64,
    },
    Screen(Verdict),
    Accept,
    Reject,
    /// Cents, and for how many days the credit lay unbooked.
    Pay {
        cents: i64,
        late: i64,
    },
    Mandate,
    StopMandate,
    Release,
    Credit {
        late: i64,
    },
    Return(bool),
    Cancel {
        way: EndWay,
        late: i64,
        wish: Option<i64>,
    },
    WithdrawCancellation(EndWay),
    Items {
        both: bool,
        late: i64,
    },
    Offer {
        starts: Option<i64>,
    },
    Agree(bool),
    WithdrawApplication,
    ReturnReminder,
    ProveReceipt {
        days: i64,
    },
    RemindAgain,
    /// The fact with this number, modulo how many there are: it never was, or counted so many days earlier or later.
    Correct {
        fact: usize,
        days: Option<i64>,
    },
    Post(bool),
    Statements(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let ways = || prop::sample::select(EndWay::ALL.to_vec());
    let wish = prop::option::weighted(0.2, 0i64..120);
    prop_oneof![
        8 => (1i64..45, 0i64..1000).prop_map(|(days, minutes)| Step::Wait { days, minutes }),
        1 => prop_oneof![Just(Verdict::Clear), Just(Verdict::Possible), Just(Verdict::Hit)].prop_map(Step::Screen),
        1 => Just(Step::Accept),
        1 => Just(Step::Reject),
        4 => (prop_oneof![Just(1_000i64), Just(2_000), 1i64..3_000], 0i64..9).prop_map(|(cents, late)| Step::Pay { cents, late }),
        1 => Just(Step::Mandate),
        1 => Just(Step::StopMandate),
        3 => Just(Step::Release),
        3 => (0i64..5).prop_map(|late| Step::Credit { late }),
        2 => any::<bool>().prop_map(Step::Return),
        2 => (ways(), 0i64..20, wish).prop_map(|(way, late, wish)| Step::Cancel { way, late, wish }),
        1 => ways().prop_map(Step::WithdrawCancellation),
        1 => (any::<bool>(), 0i64..5).prop_map(|(both, late)| Step::Items { both, late }),
        1 => prop::option::weighted(0.3, -5i64..40).prop_map(|starts| Step::Offer { starts }),
        1 => any::<bool>().prop_map(Step::Agree),
        1 => Just(Step::WithdrawApplication),
        1 => Just(Step::ReturnReminder),
        1 => (-3i64..20).prop_map(|days| Step::ProveReceipt { days }),
        1 => Just(Step::RemindAgain),
        2 => (any::<usize>(), prop::option::of(-20i64..5)).prop_map(|(fact, days)| Step::Correct { fact, days }),
        1 => any::<bool>().prop_map(Step::Post),
        1 => any::<bool>().prop_map(Step::Statements),
    ]
}

/// How a history begins: country, minute of its first two years, how premium is paid, and how far the application is.
fn beginning() -> impl Strategy<Value = (bool, i64, Frequency, Begun)> {
    let frequency = prop_oneof![6 => Just(Frequency::Monthly), 1 => Just(Frequency::Yearly), 1 => Just(Frequency::OneOff)];
    let begun = prop_oneof![
        6 => Just(Begun::Accepted),
        4 => prop::collection::vec(early_step(), 0..8).prop_map(Begun::Cleared),
        1 => Just(Begun::Applied),
    ];
    (any::<bool>(), 0i64..1_051_200, frequency, begun)
}

#[derive(Debug, Clone)]
enum Begun {
    Applied,
    /// Cleared by the screening, and what came then.
    Cleared(Vec<Step>),
    Accepted,
}

/// What happens while an application waits.
fn early_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1i64..5, 0i64..1000).prop_map(|(days, minutes)| Step::Wait { days, minutes }),
        3 => (any::<bool>(), 0i64..3).prop_map(|(both, late)| Step::Items { both, late }),
        3 => prop::option::weighted(0.4, -5i64..40).prop_map(|starts| Step::Offer { starts }),
        2 => Just(Step::Agree(true)),
        1 => Just(Step::Agree(false)),
        1 => Just(Step::Accept),
        1 => Just(Step::Reject),
        1 => Just(Step::WithdrawApplication),
    ]
}

fn play((dutch, minute, frequency, begun): (bool, i64, Frequency, Begun), steps: &[Step]) -> History {
    let country = if dutch { Country::Nl } else { Country::Be };
    let first: Instant = "2023-12-20T00:00:00Z".parse().expect("an instant");
    let mut history = History::new(country, first + SignedDuration::from_mins(minute));
    let application = Box::new(application(country, frequency, minute % 3 == 0));
    history.give(&Command::Apply { application });
    match begun {
        Begun::Applied => {}
        Begun::Cleared(early) => {
            take(&mut history, &Step::Screen(Verdict::Clear));
            early.iter().for_each(|step| take(&mut history, step));
        }
        Begun::Accepted => {
            take(&mut history, &Step::Screen(Verdict::Clear));
            take(&mut history, &Step::Accept);
        }
    }
    for step in steps {
        take(&mut history, step);
    }
    history
}

fn take(history: &mut History, step: &Step) {
    let midnight = |history: &History, late: i64| {
        kernel::start_of_day(add_days(history.today(), -late), history.country)
            .max(history.facts[0].effective)
    };
    let find = |history: &History, wanted: fn(&CollectionState) -> bool| {
        let contract = history.contract.as_ref().expect("applied for");
        contract
            .billing
            .collections
            .iter()
            .find(|c| wanted(&c.state))
            .map(|c| (c.end_to_end.clone(), c.amount))
    };
    let command = match step {
        Step::Wait { days, minutes } => {
            history.wait(*days, SignedDuration::from_mins(*minutes));
            return;
        }
        Step::Post(by_email) => {
            history.by_email = *by_email;
            return;
        }
        Step::Statements(come) => {
            history.booked_through = Some(if *come { kernel::Date::MAX } else { history.today() });
            return;
        }
        Step::Screen(verdict) => Some(Command::Screen { verdict: *verdict }),
        Step::Accept => Some(Command::Accept { accept_limit: Money::from_cents(350_000) }),
        Step::Reject => Some(Command::Reject { reason: None }),
        Step::Pay { cents, late } => Some(Command::BookPayment {
            source: PaymentSource::Transfer { payer: None },
            amount: Money::from_cents(*cents),
            credited: midnight(history, *late),
        }),
        Step::Mandate => Some(Command::GiveMandate {
            reference: MandateReference::parse("HP-M1").expect("a reference"),
            debtor: sealed(5),
            signed: history.today(),
        }),
        Step::StopMandate => Some(Command::StopMandate { reason: "MD01".into() }),
        Step::Release => find(history, |state| *state == CollectionState::Announced)
            .map(|(end_to_end, _)| Command::ReleaseCollection { end_to_end, batch: sealed(1).id }),
        Step::Credit { late } => find(history, |state| matches!(state, CollectionState::Released { .. }))
            .map(|(end_to_end, amount)| {
                let source = PaymentSource::Collection { end_to_end };
                Command::BookPayment { source, amount, credited: midnight(history, *late) }
            }),
        Step::Return(retry) => find(history, |state| {
            matches!(state, CollectionState::Credited | CollectionState::Released { .. })
        })
        .map(|(end_to_end, _)| Command::BookReturn {
            end_to_end,
            reason: "AM04".into(),
            retry: *retry,
            booked: Some(midnight(history, 1)),
        }),
        Step::Cancel { way, late, wish } => {
            let received =
                (history.now - SignedDuration::from_hours(24 * late)).max(history.facts[0].effective);
            let mut notice = Notice::new(*way, received);
            notice.claim_closed = Some(history.today());
            notice.happened = Some(history.today());
            notice.last_day = wish.map(|days| add_days(history.today(), days));
            Some(Command::Cancel { notice: Box::new(notice) })
        }
        Step::WithdrawCancellation(way) => Some(Command::WithdrawCancellation { way: *way }),
        Step::Items { both, late } => {
            let items = [ApplicationItem::ProofOfPurchase, ApplicationItem::Signature];
            let items = items.into_iter().take(if *both { 2 } else { 1 }).collect();
            let received =
                (history.now - SignedDuration::from_hours(24 * late)).max(history.facts[0].effective);
            Some(Command::ReceiveItems { items, received })
        }
        Step::Offer { starts } => {
            let offer = Offer {
                no: 1,
                plan: None,
                flags: None,
                premium: Some(Money::from_cents(1_200)),
                excess: std::collections::BTreeMap::new(),
                starts: starts.map(|days| history.now + SignedDuration::from_hours(24 * days)),
            };
            Some(Command::OfferOtherTerms { offer: Box::new(offer) })
        }
        Step::Agree(true) => Some(Command::AgreeToOffer { no: 1 }),
        Step::Agree(false) => Some(Command::DeclineOffer { no: 1 }),
        Step::WithdrawApplication => Some(Command::WithdrawApplication),
        Step::ReturnReminder => {
            let no = history.reminders();
            Some(Command::ReturnReminder { no, reason: "unknown".into() })
        }
        Step::ProveReceipt { days } => {
            let no = history.reminders();
            Some(Command::ProveReceipt { no, received: add_days(history.today(), -days), proof: None })
        }
        Step::RemindAgain => Some(Command::RemindAgain),
        Step::Correct { fact, days } => {
            let fact = &history.facts[fact % history.facts.len()];
            let right = days.map_or(Right::Never, |days| Right::At {
                at: (fact.effective + SignedDuration::from_hours(24 * days)).max(history.facts[0].effective),
            });
            let (seq, wrong, effective) = (fact.seq, Box::new(fact.event.clone()), fact.effective);
            Some(Command::Correct { seq, wrong, effective, right })
        }
    };
    if let Some(command) = command {
        history.give(&command);
    }
}

/// From the day before the application to two months after the last fact.
fn disagreement(facts: &[Fact], country: Country, known_at: Instant) -> Option<String> {
    let last = facts.iter().map(|fact| fact.effective.max(fact.recorded)).max()?;
    let from = add_days(kernel::local_date(facts[0].effective, country), -1);
    let until = add_days(kernel::local_date(last, country), 60);
    let told = sim::oracle::disagreement(facts, known_at, from, until)?;
    Some(format!("{country:?} {told}\n{:#?}\n{:#?}", policy::cover(facts, known_at), plain(facts)))
}

/// AMB-16: the day on which everything had come is the day from which cover comes back, though some of it went back on it.
#[test]
fn what_came_and_went_back_on_one_day_had_come() {
    let wait = |days| Step::Wait { days, minutes: 0 };
    let pay = || Step::Pay { cents: 2000, late: 0 };
    let steps = [
        wait(11),
        Step::Mandate,
        wait(41),
        pay(),
        Step::Release,
        Step::Credit { late: 0 },
        pay(),
        Step::Return(false),
    ];
    let history = play((true, 0, Frequency::Monthly, Begun::Accepted), &steps);
    assert_eq!(disagreement(&history.facts, history.country, Instant::MAX), None);
}

/// AMB-16: money that was booked on the costs of a term, and turns out to have come within it, had paid what was asked: cover never
/// stopped and there are no costs.
#[test]
fn a_payment_that_turns_out_to_have_come_in_time_had_kept_the_cover() {
    let wait = |days| Step::Wait { days, minutes: 0 };
    let steps = [wait(37), wait(4), wait(10), Step::Pay { cents: 1000, late: 0 }];
    let mut history = play((true, 0, Frequency::Monthly, Begun::Accepted), &steps);
    let is_paid =
        |fact: &Fact| matches!(fact.event, ContractEvent::Billing(BillingEvent::PaymentReceived { .. }));
    let fact = history.facts.iter().rposition(is_paid).expect("it was booked");
    take(&mut history, &Step::Correct { fact, days: Some(-4) });
    assert_eq!(disagreement(&history.facts, history.country, Instant::MAX), None);
    let billing = &history.contract.as_ref().expect("it was applied for").billing;
    assert!(!billing.reminders[0].cost_cover(), "{:?}", billing.reminders[0]);
    assert!(billing.charges.iter().all(|charge| charge.open() == Money::ZERO), "{:?}", billing.charges);
}

/// AMB-16: money that was credited before the costs of a later term fell due, and booked after, pays the older premium first; it
/// counts once, and not for the term as well that those costs follow from.
#[test]
fn money_booked_after_the_costs_of_a_term_counts_once() {
    let wait = |days| Step::Wait { days, minutes: 0 };
    let pay = |cents, late| Step::Pay { cents, late };
    let early = [wait(13), wait(40), wait(25), pay(11, 0), wait(20), wait(3)];
    let mut history = play((true, 109_380, Frequency::Monthly, Begun::Accepted), &early);
    let is_reminder =
        |fact: &Fact| matches!(fact.event, ContractEvent::Billing(BillingEvent::ReminderSent { no: 1, .. }));
    let fact = history.facts.iter().position(is_reminder).expect("it was reminded");
    let late = [Step::Correct { fact, days: None }, wait(6), pay(1000, 1), wait(33), pay(2000, 1), wait(1)];
    late.iter().for_each(|step| take(&mut history, step));
    assert_eq!(disagreement(&history.facts, history.country, Instant::MAX), None);
}

/// An acceptance that should not have been is taken back once: correcting it again leaves the one that came after it alone.
#[test]
fn what_was_taken_back_is_not_taken_back_again() {
    let mut history = play((false, 0, Frequency::Monthly, Begun::Accepted), &[]);
    let accepted = |fact: &Fact| matches!(fact.event, ContractEvent::Policy(policy::PolicyEvent::Accepted));
    let fact = history.facts.iter().position(accepted).expect("it was accepted");
    let never = Step::Correct { fact, days: None };
    for step in [never.clone(), Step::Accept, never] {
        take(&mut history, &step);
    }
    assert_eq!(disagreement(&history.facts, history.country, Instant::MAX), None);
    let phase = &history.contract.as_ref().expect("it was applied for").phase;
    assert!(matches!(phase, policy::Phase::Running { .. }), "{phase:?}");
}

/// BE-END-07, AMB-09: who leaves before the beginning that was agreed on has no cover after that day, provisional cover neither.
#[test]
fn who_leaves_before_the_beginning_has_no_cover_after_that_day() {
    let early = vec![Step::Items { both: true, late: 0 }, Step::Offer { starts: Some(1) }];
    let leaves = Step::Cancel { way: EndWay::CoolingOff, late: 0, wish: None };
    let history = play((false, 0, Frequency::Monthly, Begun::Cleared(early)), &[Step::Agree(true), leaves]);
    assert_eq!(disagreement(&history.facts, history.country, Instant::MAX), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_timeline_is_what_the_oracle_says(begins in beginning(), steps in prop::collection::vec(step(), 0..45)) {
        let history = play(begins, &steps);
        let fault = disagreement(&history.facts, history.country, Instant::MAX);
        prop_assert!(fault.is_none(), "{}", fault.unwrap_or_default());
    }

    #[test]
    fn so_it_was_as_known_at_any_time(begins in beginning(), steps in prop::collection::vec(step(), 1..30), cut in 0usize..1_000) {
        let history = play(begins, &steps);
        let known_at = history.facts[cut % history.facts.len()].recorded;
        let fault = disagreement(&history.facts, history.country, known_at);
        prop_assert!(fault.is_none(), "{}", fault.unwrap_or_default());
    }
}
