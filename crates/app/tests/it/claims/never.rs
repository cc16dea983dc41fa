//! Random histories through the real use cases, in both countries and on both databases: no claim is ever paid more than its
//! limit, twice, to a blocked account, or for a time without cover (NL-COV-02, BE-COV-03, OFFICE-15, GEN-TIME-06).

use std::cell::Cell;

use ::claims::Command;
use app::{
    App, AppError,
    apply::Proposal,
    approvals,
    claims::{self, Order, Report, Stated},
    endings::{self, Entered},
    money::{
        blocked::{self, BlockReason},
        payments,
    },
    testing::{World, at, each_world, proposal_in, staff},
};
use kernel::{Actor, Channel, Country, Iban, Id, Imei, Instant, Money, Role};
use policy::{EndWay, Notice, Sender};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use store::{params, sql};

use super::desk::Desk;

/// Noon, so many days before yesterday.
fn noon(now: Instant, back: u8) -> String {
    let yesterday = kernel::add_days(kernel::local_date(now, Country::Nl), -1);
    format!("{}T12:00", kernel::add_days(yesterday, -i64::from(back)))
}

/// One thing somebody does. What cannot be done is refused, which is part of the history.
#[derive(Debug, Clone)]
enum Step {
    /// The phone fell so many days ago; perhaps before there was cover, or after it.
    Report { back: u8 },
    /// The desk states that it is beyond repair, and what it was worth in euros.
    Worth { claim: u8, euros: u16 },
    /// Somebody approves; a second person follows or not.
    Approve { claim: u8, who: u8, second: bool },
    /// What waits is released to the bank, and how the bank answers: debited, returned, or not yet.
    Release { bank: u8 },
    /// The customer's account is blocked, or free again.
    Block(bool),
    /// The customer withdraws from the contract.
    Withdraw,
    /// The customer objects and somebody else decides anew.
    Object { claim: u8 },
    /// The machine, the customer or finance tries what is the desk's.
    Trespass { claim: u8, who: u8 },
}

fn step() -> impl Strategy<Value = Step> {
    let claim = 0..3_u8;
    prop_oneof![
        3 => back().prop_map(|back| Step::Report { back }),
        4 => (claim.clone(), 50..1_500_u16).prop_map(|(claim, euros)| Step::Worth { claim, euros }),
        4 => (claim.clone(), 0..3_u8, any::<bool>())
            .prop_map(|(claim, who, second)| Step::Approve { claim, who, second }),
        4 => (0..4_u8).prop_map(|bank| Step::Release { bank }),
        2 => any::<bool>().prop_map(Step::Block),
        1 => Just(Step::Withdraw),
        1 => claim.clone().prop_map(|claim| Step::Object { claim }),
        1 => (claim, 0..3_u8).prop_map(|(claim, who)| Step::Trespass { claim, who }),
    ]
}

/// Mostly lately, sometimes long ago.
fn back() -> impl Strategy<Value = u8> {
    prop_oneof![3 => 0..6_u8, 1 => 0..70_u8]
}

/// A few steps: any one of them, or a claim's whole way, with the customer's account as it is.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    let whole = (back(), 0..3_u8, 50..1_500_u16, any::<bool>(), 0..4_u8).prop_map(
        |(back, claim, euros, second, bank)| {
            vec![
                Step::Report { back },
                Step::Worth { claim, euros },
                Step::Approve { claim, who: 0, second },
                Step::Release { bank },
            ]
        },
    );
    prop_oneof![3 => step().prop_map(|step| vec![step]), 2 => whole]
}

/// A policy and what happens on it.
#[derive(Debug, Clone)]
struct Case {
    country: Country,
    /// Nobody pays the premium: cover stops.
    unpaid: bool,
    steps: Vec<Step>,
}

fn case() -> impl Strategy<Value = Case> {
    let country = prop_oneof![Just(Country::Nl), Just(Country::Be)];
    (country, prop::bool::weighted(0.3), prop::collection::vec(steps(), 2..10))
        .prop_map(|(country, unpaid, steps)| Case { country, unpaid, steps: steps.concat() })
}

/// A number with its right check digit.
fn imei(n: u32) -> Imei {
    let body = format!("35{n:012}");
    let right = (0..10).find_map(|digit| Imei::parse(&format!("{body}{digit}")).ok());
    right.unwrap()
}

struct Life<'a> {
    desk: Desk<'a>,
    country: Country,
    account: Iban,
    claims: Vec<Id>,
    now: Instant,
    acts: u32,
    n: u32,
    blocked: bool,
    withdrawn: Option<Instant>,
    /// Benefits that went into a file while the account was blocked.
    sent_to_blocked: Vec<i64>,
}

impl Life<'_> {
    fn tick(&mut self) -> String {
        self.now += jiff::SignedDuration::from_hours(7);
        self.acts += 1;
        format!("never:{}:{}", self.n, self.acts)
    }

    fn write<T: Send + 'static>(
        &self,
        act: impl Fn(&App, &mut store::Tx<'_>, Instant) -> Result<T, AppError> + Send + Sync + 'static,
    ) -> Option<T> {
        let (app, now) = (self.desk.world.app.clone(), self.now);
        match app.clone().db.write(store::Priority::Click, move |tx| act(&app, tx, now)) {
            Ok(done) => Some(done),
            Err(AppError::Refused(_) | AppError::Denied(_)) => None,
            Err(error) => panic!("{error}"),
        }
    }

    fn claim(&self, no: u8) -> Option<Id> {
        self.claims.get(usize::from(no) % self.claims.len().max(1)).copied()
    }

    fn act(&mut self, step: &Step) {
        let command = self.tick();
        let by = |number: i64, role: Role| staff(number, role);
        match *step {
            Step::Report { back } => {
                let moment = noon(self.now, back);
                let facts = [
                    ("what_happened", "dropped"),
                    ("damage_arose_at", moment.as_str()),
                    ("discovered_at", moment.as_str()),
                    ("affects_function", "yes"),
                    ("holder", "insured_person"),
                    ("circumstances", ""),
                    ("recovered_elsewhere", "0.00"),
                ];
                let mut facts: Vec<Stated> = facts.map(|(fact, text)| Stated::new(fact, text)).into();
                if self.country == Country::Nl {
                    facts.push(Stated::new("damaged_before", "no"));
                }
                let (holder, customer) = (Some(self.desk.made.holder), self.desk.customer());
                let contract = self.desk.made.contract;
                let narrative = "It fell.".to_owned();
                let report = Report { contract, holder, items: vec![], facts, narrative, uploads: vec![] };
                let done = self
                    .write(move |app, tx, now| claims::report(app, tx, now, &command, &customer, &report));
                if let Some(claim) = done.filter(|claim| !self.claims.contains(&claim.id)) {
                    self.claims.push(claim.id);
                }
            }
            Step::Worth { claim, euros } => {
                let Some(claim) = self.claim(claim) else { return };
                let worth = format!("{euros}.00");
                let facts = match self.country {
                    Country::Nl => {
                        vec![("repairable", "no"), ("settle_by", "money"), ("equivalent_price", &*worth)]
                    }
                    Country::Be => vec![
                        ("repairable", "no"),
                        ("equivalent_found", "no"),
                        ("current_value", &*worth),
                        ("handing_over", "handed_over"),
                    ],
                };
                let facts: Vec<Stated> = facts.iter().map(|(fact, text)| Stated::new(fact, text)).collect();
                let desk = by(12, Role::Claims);
                self.write(move |app, tx, now| {
                    claims::state_facts(app, tx, now, (&command, &desk), claim, &facts)
                });
            }
            Step::Approve { claim, who, second } => {
                let Some(claim) = self.claim(claim) else { return };
                let person = by(12 + i64::from(who), Role::Claims);
                let first = command.clone();
                self.write(move |app, tx, now| claims::approve(app, tx, now, (&first, &person), claim));
                if second {
                    let waiting = self.write(move |_, tx, _| approvals::waiting_for(tx, claim)).flatten();
                    let manager = by(31, Role::Manager);
                    if let Some(waiting) = waiting {
                        self.write(move |app, tx, now| {
                            let verdict = approvals::Verdict::Approve;
                            let command = format!("{command}:2");
                            approvals::decide(app, tx, now, (&command, &manager), waiting.approval, verdict)
                        });
                    }
                }
            }
            Step::Release { bank } => self.release(&command, bank),
            Step::Block(true) => {
                let (account, finance) = (self.account.clone(), by(41, Role::Finance));
                self.write(move |app, tx, now| {
                    blocked::block(app, tx, now, (&command, &finance), &account, (BlockReason::Fraud, ""))
                });
                self.blocked = true;
            }
            Step::Block(false) => self.unblock(&command),
            Step::Withdraw => {
                let notice = Notice { from: Sender::Holder, ..Notice::new(EndWay::CoolingOff, self.now) };
                let entered = Entered {
                    id: command,
                    contract: self.desk.made.contract,
                    version: None,
                    notice,
                    actor: self.desk.customer(),
                };
                let done = self.write(move |app, tx, now| endings::end(app, tx, now, &entered));
                if done.is_some() {
                    self.withdrawn.get_or_insert(self.now);
                }
            }
            Step::Object { claim } => {
                let Some(claim) = self.claim(claim) else { return };
                let (customer, other) = (self.desk.customer(), by(33, Role::Manager));
                let objected = command.clone();
                self.write(move |app, tx, now| {
                    claims::object(app, tx, now, (&objected, &customer), claim, "It is worth more")
                });
                self.write(move |app, tx, now| {
                    let command = format!("{command}:answer");
                    claims::answer_objection(
                        app,
                        tx,
                        now,
                        (&command, &other),
                        claim,
                        (true, "Looked at again"),
                    )
                });
            }
            Step::Trespass { claim, who } => {
                let Some(claim) = self.claim(claim) else { return };
                let who = [self.desk.customer(), by(41, Role::Finance), shop()][usize::from(who) % 3].clone();
                let done =
                    self.write(move |app, tx, now| claims::approve(app, tx, now, (&command, &who), claim));
                assert!(done.is_none(), "only the desk approves");
            }
        }
    }

    fn unblock(&mut self, command: &str) {
        let (command, finance) = (command.to_owned(), staff(41, Role::Finance));
        let key =
            self.write(|app, tx, _| Ok(blocked::list(app, tx)?.into_iter().find(|b| b.ended.is_none())));
        if let Some(block) = key.flatten() {
            self.write(move |_, tx, now| blocked::unblock(tx, now, (&command, &finance), &block.key));
        }
        self.blocked = false;
    }

    /// Somebody of finance releases, and the bank answers for what is under way.
    fn release(&mut self, command: &str, bank: u8) {
        let agreement = if self.country == Country::Nl { "rosemont-nl" } else { "lime-street-be" };
        // Somebody else looks at what is doubtful and sees nothing in it: a block must hold all the same.
        for claim in &self.claims {
            for payment in self.page(*claim).payments {
                let checker = staff(47, Role::Finance);
                self.write(move |_, tx, now| payments::check(tx, now, &checker, payment.id));
            }
        }
        let before = self.under_way();
        let (id, finance) = (command.to_owned(), staff(45, Role::Finance));
        self.write(move |app, tx, now| payments::release(app, tx, now, (&id, &finance), agreement));
        let after = self.under_way();
        if self.blocked {
            self.sent_to_blocked
                .extend(after.iter().filter(|order| !before.contains(order)).map(|(id, _)| id.as_i64()));
        }
        for (payment, claim) in after {
            let command = match bank {
                0 | 1 => Command::ConfirmPayment { payment, debited: self.now },
                2 => Command::ReturnPayment { payment, reason: "AC04".into(), booked: None },
                _ => continue,
            };
            let id = format!("{}:{payment}", self.tick());
            let order = Order { id, claim, command, actor: App::machine() };
            self.write(move |app, tx, now| claims::execute(app, tx, now, std::slice::from_ref(&order)));
        }
    }

    /// Benefits of this policy's claims that are with the bank: payment and claim.
    fn under_way(&self) -> Vec<(Id, Id)> {
        let mut found = Vec::new();
        for claim in &self.claims {
            let page = self.page(*claim);
            let sent = page.payments.iter().filter(|payment| payment.state == ::claims::PaymentState::Sent);
            found.extend(sent.map(|payment| (payment.id, *claim)));
        }
        found
    }

    fn page(&self, claim: Id) -> claims::ClaimPage {
        self.write(move |app, tx, now| claims::page(app, tx, now, claim, kernel::Language::En)).unwrap()
    }

    /// When cover stopped for good because nobody paid, as the journal tells it.
    fn stopped(&self) -> Option<Instant> {
        let contract = self.desk.made.contract;
        let found = self.write(move |_, tx, _| {
            let row = tx.query_opt(
                sql!(
                    "select effective_us from event where stream = ?1 and kind = 'cover-stop-announced' \
                     order by effective_us limit 1"
                ),
                &params![contract],
            )?;
            Ok(row.map(|row| row.instant("effective_us")).transpose()?)
        });
        found.flatten()
    }

    /// What must hold of every claim, from what is booked and what the test itself knows. Answers what was paid in all.
    fn check(&self, limit: Money) -> Result<Money, TestCaseError> {
        prop_assert_eq!(&self.sent_to_blocked, &Vec::<i64>::new(), "sent to a blocked account");
        let applied = at("2026-03-01 14:05");
        let mut in_all = Money::ZERO;
        for claim in &self.claims {
            let page = self.page(*claim);
            let came_back = ::claims::PaymentState::Returned;
            let live = page.payments.iter().filter(|payment| payment.state != came_back);
            let paid: Money = live.map(|payment| payment.amount).sum();
            let approved: Money = page.items.iter().map(approved).sum();
            prop_assert!(paid <= limit, "{} of at most {} on {}", paid, limit, page.number);
            prop_assert!(paid <= approved, "{} was paid of {} approved on {}", paid, approved, page.number);
            if paid > Money::ZERO {
                let happened = page.happened_at;
                prop_assert!(happened >= applied, "paid for a time before the insurance: {}", page.number);
                let over = self.withdrawn.is_some_and(|withdrawn| happened > withdrawn);
                prop_assert!(!over, "paid for a time after the withdrawal: {}", page.number);
                let stopped = self.stopped().is_some_and(|stopped| happened >= stopped);
                prop_assert!(!stopped, "paid for a time without cover: {}", page.number);
            }
            in_all += paid;
        }
        // One device that is beyond repair is paid for once, however often it is said to have fallen.
        prop_assert!(in_all <= limit, "{} for one device of at most {}", in_all, limit);
        Ok(in_all)
    }
}

fn approved(item: &claims::ItemPage) -> Money {
    match item.settlement {
        ::claims::Settlement::Approved { amount, .. } => amount,
        ::claims::Settlement::Open | ::claims::Settlement::Refused => Money::ZERO,
    }
}

fn shop() -> Actor {
    Actor { channel: Channel::Partner, ..staff(71, Role::Partner) }
}

/// Plays one history and looks after every step. Answers what was paid.
fn play(world: &World<'_>, n: u32, case: &Case) -> Result<Money, TestCaseError> {
    let mut proposal: Proposal = proposal_in(case.country);
    proposal.device.identity.imei = Some(imei(n));
    let account = proposal.mandate.as_ref().unwrap().iban.clone();
    let made = world.apply("2026-03-01 14:05", &format!("never:{n}"), &proposal).unwrap();
    let accept = policy::Command::Accept { accept_limit: "3500.00".parse().unwrap() };
    let by = staff(11, Role::Acceptance);
    world.order("2026-03-02 10:00", &format!("never:accept:{n}"), made.contract, &by, accept).unwrap();
    let desk = Desk { world, made };
    let mut life = Life {
        desk,
        country: case.country,
        account,
        claims: Vec::new(),
        now: at("2026-03-08 09:00"),
        acts: 0,
        n,
        blocked: false,
        withdrawn: None,
        sent_to_blocked: Vec::new(),
    };
    if case.unpaid {
        let stop = policy::Command::StopMandate { reason: "revoked".into() };
        let contract = life.desk.made.contract;
        world.order("2026-03-02 11:00", &format!("never:stop:{n}"), contract, &by, stop).unwrap();
        for day in (0..60).step_by(3) {
            let day = kernel::add_days(kernel::date(2026, 3, 3), day);
            world.due(contract, &format!("{day} 06:00"));
        }
        life.now = at("2026-05-04 09:00");
    }
    let paid_in = |life: &Life<'_>| {
        let bought = proposal.device.purchase_value;
        life.check(bought)
    };
    for step in &case.steps {
        life.act(step);
        paid_in(&life)?;
    }
    let paid = paid_in(&life)?;
    let command = life.tick();
    life.unblock(&command);
    Ok(paid)
}

#[test]
fn no_claim_is_paid_above_its_limit_twice_to_a_blocked_account_or_for_a_time_without_cover() {
    each_world(|world| {
        let (n, paid) = (Cell::new(0_u32), Cell::new((0_u32, 0_u32)));
        let mut runner =
            TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
        let outcome = runner.run(&case(), |case| {
            n.set(n.get() + 1);
            let money = play(world, n.get(), &case)?;
            let (nl, be) = paid.get();
            if money > Money::ZERO {
                paid.set(if case.country == Country::Nl { (nl + 1, be) } else { (nl, be + 1) });
            }
            Ok(())
        });
        if let Err(found) = outcome {
            panic!("{found}");
        }
        let (nl, be) = paid.get();
        println!("paid in {nl} Dutch and {be} Belgian histories of {}", n.get());
        // A property over histories in which nothing is ever paid would say nothing.
        assert!(nl + be >= 2, "too little was paid: {nl} Dutch and {be} Belgian histories");
        let plain = |country| Case {
            country,
            unpaid: false,
            steps: vec![
                Step::Report { back: 0 },
                Step::Worth { claim: 0, euros: 600 },
                Step::Approve { claim: 0, who: 0, second: true },
                Step::Release { bank: 0 },
            ],
        };
        for country in [Country::Nl, Country::Be] {
            n.set(n.get() + 1);
            let money = play(world, n.get(), &plain(country)).unwrap();
            assert!(money > Money::ZERO, "{country}: the plain history is paid");
            n.set(n.get() + 1);
            let mut blocked = plain(country);
            blocked.steps.insert(3, Step::Block(true));
            play(world, n.get(), &blocked).unwrap();
        }
        // The bank answers here by command, without statements; all else adds up.
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        let faults = report.faults.iter().filter(|(what, _)| !what.starts_with("the bank holds"));
        assert_eq!(faults.collect::<Vec<_>>(), Vec::<&(_, _)>::new());
    });
}
