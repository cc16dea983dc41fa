//! Commands on contracts: the one use case through which every contract changes.

use std::collections::{BTreeMap, BTreeSet};

use billing::ArrearsTerms;
use kernel::{Actor, Date, Id, Instant, Money};
use ledger::PremiumSplit;
use policy::{Command, Contract, ContractEvent, Day, Done, Fact};
use serde::{Deserialize, Serialize};
use store::{Tx, Value, command, journal, params, row, sql, sql::Sql};

use crate::{
    App, AppError, Refused, effects,
    streams::{self, Loaded, Stream},
};

impl Stream for Contract {
    type Event = ContractEvent;

    const WHAT: &'static str = "contract";
    const STATE_VERSION: i64 = Contract::STATE_VERSION;
    const EVENT_VERSION: u32 = 1;

    fn kind(event: &ContractEvent) -> &'static str {
        event.kind()
    }

    fn write(event: &ContractEvent) -> Vec<u8> {
        event.write()
    }

    fn read(version: u32, body: &[u8]) -> Result<ContractEvent, serde_json::Error> {
        ContractEvent::read(i64::from(version), body)
    }

    fn next(state: Option<Self>, event: &ContractEvent, effective: Instant) -> Self {
        Contract::next(state, event, effective)
    }

    fn select() -> &'static Sql {
        sql!("select id, version, state_version, state from contract where id in ({ids})")
    }

    fn select_locked() -> &'static Sql {
        sql!(
            "select id, version, state_version, state from contract where id in ({ids}) order by id {for_update}"
        )
    }

    fn upsert() -> &'static Sql {
        sql!(
            "insert into contract (id, version, state_version, state, number, holder, country, agreement, product, plan, \
             phase, applied_us, until_us, ends_us, open_cents, premium_cents, blocked, late_us, oldest_due, remind_us, \
             free_us, stops_us, repeated_us, held_us, open_to, open_reports) values {rows} \
             on conflict (id) do update set version = excluded.version, state_version = excluded.state_version, \
             state = excluded.state, product = excluded.product, plan = excluded.plan, phase = excluded.phase, \
             until_us = excluded.until_us, ends_us = excluded.ends_us, open_cents = excluded.open_cents, premium_cents = excluded.premium_cents, blocked = excluded.blocked, \
             late_us = excluded.late_us, oldest_due = excluded.oldest_due, remind_us = excluded.remind_us, \
             free_us = excluded.free_us, stops_us = excluded.stops_us, repeated_us = excluded.repeated_us, \
             held_us = excluded.held_us, open_to = excluded.open_to, open_reports = excluded.open_reports"
        )
    }

    fn row(&self, id: Id, version: i64, state: String, now: Instant) -> Vec<Value> {
        let application = &self.application;
        let schedule = self.schedule_at(now);
        let late = policy::late(self);
        row![
            id,
            version,
            Self::STATE_VERSION,
            state,
            application.number.as_str(),
            application.holder,
            application.country.code(),
            application.agreement.as_str(),
            schedule.product.code.as_str(),
            schedule.plan.as_str(),
            phase_code(self),
            self.applied,
            matches!(phase_code(self), "screening" | "applied" | "offered").then(|| self.provisional_until()),
            self.ends().map(|ending| ending.ends),
            self.billing.open(),
            schedule.premium,
            self.blocked,
            late.as_ref().map(crate::money::reminders::late_from),
            late.map(|late| late.oldest),
            late.and_then(|late| late.remind),
            late.and_then(|late| late.free),
            late.and_then(|late| late.stops),
            late.and_then(|late| late.repeated),
            late.and_then(|late| late.held),
            self.open_to_partner().map(|view| view.partner),
            self.open_to_partner().map(|view| view.reports)
        ]
    }

    fn next_due(&self, now: Instant) -> Option<Instant> {
        let coming = self.endorsements.iter().map(|endorsement| endorsement.from).filter(|from| *from > now);
        policy::next_due(self).into_iter().chain(coming).min()
    }
}

/// The name of a contract's phase, as in its table and on screens.
pub fn phase_code(contract: &Contract) -> &'static str {
    match contract.phase {
        policy::Phase::Screening { .. } => "screening",
        policy::Phase::Applied { .. } => "applied",
        policy::Phase::Running { end_announced: false, .. } => "running",
        policy::Phase::Running { end_announced: true, .. } => "ended",
        policy::Phase::Offered { .. } => "offered",
        policy::Phase::Rejected { .. } => "rejected",
        policy::Phase::Withdrawn { .. } => "withdrawn",
        policy::Phase::Lapsed { .. } => "lapsed",
    }
}

/// A command for one contract.
#[derive(Debug, Clone)]
pub struct Order {
    /// Id of the command: the same one given again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// What to do.
    pub command: Command,
    /// Who.
    pub actor: Actor,
}

/// What became of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done now.
    Done,
    /// It had been done before.
    AlreadyDone,
}

/// Carries out orders, in the order given; several may be for the same contract. A refusal costs only its own order.
/// Answers in order.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`]; nothing is done then.
pub fn execute(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    orders: &[Order],
) -> Result<Vec<Result<Outcome, Refused>>, AppError> {
    let seen = command::seen(tx, &orders.iter().map(|order| order.id.as_str()).collect::<Vec<_>>())?;
    let ids: BTreeSet<Id> = orders.iter().map(|order| order.contract).collect();
    let ids: Vec<Id> = ids.into_iter().collect();
    let mut contracts = streams::load::<Contract>(tx, &ids)?;
    let applicants = orders.iter().filter_map(|order| match &order.command {
        Command::Apply { application } | Command::TakeOver { application, .. } => Some(application.holder),
        _ => None,
    });
    let desk = Desk::open(app, tx, now, contracts.values(), applicants)?;
    let mut recorded: Vec<(String, String)> = Vec::new();
    let mut answers = Vec::with_capacity(orders.len());
    for (order, seen) in orders.iter().zip(seen) {
        if seen.is_some() || recorded.iter().any(|(id, _)| *id == order.id) {
            answers.push(Ok(Outcome::AlreadyDone));
            continue;
        }
        let loaded = contracts.get_mut(&order.contract).expect("every contract named was loaded");
        let decided =
            desk.with_day(loaded, order, |contract, day| policy::decide(contract, &order.command, day));
        let outcome = match decided {
            Err(refusal) => Err(Refused::from(&refusal)),
            Ok(Done::AlreadyDone) => Ok(Outcome::AlreadyDone),
            Ok(Done::Happened(events)) => {
                for happened in events {
                    loaded.add(happened.event, happened.effective, &order.actor, &order.id);
                }
                Ok(Outcome::Done)
            }
        };
        if outcome.is_ok() {
            recorded.push((order.id.clone(), "\"done\"".to_owned()));
        }
        answers.push(outcome);
    }
    effects::commit(app, tx, now, &contracts)?;
    command::record(tx, now, &recorded)?;
    Ok(answers)
}

/// What an order would do, without doing it: for a page that asks before.
///
/// # Errors
/// As [`execute`]; inside, why it would be refused.
pub fn preview(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    order: &Order,
) -> Result<Result<Vec<ContractEvent>, Refused>, AppError> {
    let contracts = streams::look::<Contract>(tx, &[order.contract])?;
    let desk = Desk::open(app, tx, now, contracts.values(), std::iter::empty())?;
    let loaded = &contracts[&order.contract];
    let decided = desk.with_day(loaded, order, |contract, day| policy::decide(contract, &order.command, day));
    Ok(match decided {
        Err(refusal) => Err(Refused::from(&refusal)),
        Ok(Done::AlreadyDone) => Ok(Vec::new()),
        Ok(Done::Happened(events)) => Ok(events.into_iter().map(|happened| happened.event).collect()),
    })
}

/// Works something out for a contract as it would be decided now, without deciding it.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; [`AppError::Store`].
pub fn work_out<T>(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    work: impl FnOnce(&Contract, &Day<'_>) -> T,
) -> Result<T, AppError> {
    let contracts = streams::look::<Contract>(tx, &[contract])?;
    let desk = Desk::open(app, tx, now, contracts.values(), std::iter::empty())?;
    let state = contracts[&contract].state()?;
    Ok(desk.day_of(state, |day| work(state, day)))
}

/// [`work_out`] for several contracts at once, in the order of their ids; one that is not there is passed over.
///
/// # Errors
/// [`AppError::Store`].
pub fn work_out_each<T>(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    ids: &[Id],
    mut work: impl FnMut(&Contract, &Day<'_>) -> T,
) -> Result<Vec<(Id, T)>, AppError> {
    let contracts = streams::look::<Contract>(tx, ids)?;
    let desk = Desk::open(app, tx, now, contracts.values(), std::iter::empty())?;
    let there = contracts.iter().filter_map(|(id, loaded)| Some((*id, loaded.state.as_ref()?)));
    Ok(there.map(|(id, contract)| (id, desk.day_of(contract, |day| work(contract, day)))).collect())
}

/// Carries out what has fallen due on contracts: the daily run's part of one chunk.
///
/// # Errors
/// As [`execute`].
pub fn fall_due(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    ids: &[Id],
    booked_through: &BTreeMap<String, Date>,
) -> Result<u64, AppError> {
    let mut contracts = streams::load::<Contract>(tx, ids)?;
    let mut desk = Desk::open(app, tx, now, contracts.values(), std::iter::empty())?;
    desk.booked_through.clone_from(booked_through);
    let machine = App::machine();
    let mut count = 0;
    let mut turned = Vec::new();
    for loaded in contracts.values_mut() {
        let state = loaded.state()?.clone();
        let happened = desk.day_of(&state, |day| policy::fall_due(&state, day));
        for happened in happened {
            count += 1;
            // (policy, rule, due): what time does is done once (see `command` of the event).
            let id =
                format!("due:{}:{}:{}", loaded.id, happened.event.kind(), loaded.seq_of(loaded.new.len()));
            loaded.add(happened.event, happened.effective, &machine, &id);
        }
        // Nothing happens when a change that was made earlier begins to count; but lists show it from now on.
        let counts = |endorsement: &policy::Endorsement| endorsement.from <= now;
        // A row that an older program wrote lacks what lists show today.
        if loaded.new.is_empty() && (loaded.is_old || state.endorsements.iter().any(counts)) {
            turned.push(loaded.id);
        }
    }
    effects::commit(app, tx, now, &contracts)?;
    streams::refresh(tx, now, turned.iter().map(|id| &contracts[id]))?;
    Ok(count)
}

/// What decisions on contracts need beside the contracts: consents, tax and remuneration, statements, ids.
struct Desk<'a> {
    app: &'a App,
    now: Instant,
    by_email: BTreeMap<Id, bool>,
    booked_through: BTreeMap<String, Date>,
}

impl<'a> Desk<'a> {
    fn open<'b>(
        app: &'a App,
        tx: &mut Tx<'_>,
        now: Instant,
        contracts: impl Iterator<Item = &'b Loaded<Contract>>,
        applicants: impl Iterator<Item = Id>,
    ) -> Result<Self, AppError> {
        let holders: BTreeSet<Id> =
            contracts.filter_map(|c| c.state.as_ref()).map(Contract::holder).chain(applicants).collect();
        let holders: Vec<Id> = holders.into_iter().collect();
        let mut by_email = BTreeMap::new();
        for row in
            tx.query_ids(sql!("select id, by_email from party where id in ({ids})"), &params![], &holders)?
        {
            by_email.insert(row.id("id")?, row.get::<bool>("by_email")?);
        }
        Ok(Self { app, now, by_email, booked_through: BTreeMap::new() })
    }

    fn with_day<T>(
        &self,
        loaded: &Loaded<Contract>,
        order: &Order,
        decide: impl FnOnce(Option<&Contract>, &Day<'_>) -> T,
    ) -> T {
        let application = match (&loaded.state, &order.command) {
            (Some(contract), _) => Some(&contract.application),
            (None, Command::Apply { application } | Command::TakeOver { application, .. }) => {
                Some(&**application)
            }
            (None, _) => None,
        };
        self.day(application, order.contract, |day| decide(loaded.state.as_ref(), day))
    }

    fn day_of<T>(&self, contract: &Contract, f: impl FnOnce(&Day<'_>) -> T) -> T {
        self.day(Some(&contract.application), contract.holder(), f)
    }

    fn day<T>(
        &self,
        application: Option<&policy::Application>,
        near: Id,
        f: impl FnOnce(&Day<'_>) -> T,
    ) -> T {
        let split = |gross: Money, due: Date| match application {
            Some(of) => split(self.app, (&of.agreement, of.country), gross, due),
            None => PremiumSplit { gross, insurer: gross, ..PremiumSplit::ZERO },
        };
        let agreement = application.and_then(|a| self.app.products.agreement(&a.agreement).ok());
        let new_id = || self.app.new_id(near.shard(), self.now);
        f(&Day {
            now: self.now,
            booked_through: application.and_then(|a| self.booked_through.get(&a.agreement).copied()),
            split: &split,
            arrears: agreement.map_or(ArrearsTerms::NONE, |agreement| agreement.arrears),
            new_id: &new_id,
            by_email: application.is_some_and(|a| self.by_email.get(&a.holder).copied().unwrap_or(false)),
        })
    }
}

/// How an instalment is divided that falls due on a date, under an agreement that we know; else all of it is the insurer's.
pub(crate) fn split(
    app: &App,
    (agreement, country): (&str, kernel::Country),
    gross: Money,
    due: Date,
) -> PremiumSplit {
    match app.products.agreement(agreement) {
        Ok(agreement) => {
            let tax = agreement::tax_rate(country, due);
            agreement::split_premium(gross, tax, agreement.terms_on(due).remuneration)
        }
        Err(_) => PremiumSplit { gross, insurer: gross, ..PremiumSplit::ZERO },
    }
}

/// All facts of contracts, from the journal.
///
/// # Errors
/// [`AppError::Damaged`] when an event cannot be read.
pub fn facts(tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, Vec<Fact>>, AppError> {
    let mut facts: BTreeMap<Id, Vec<Fact>> = BTreeMap::new();
    for (id, events) in journal::load(tx, ids)? {
        for event in events {
            let read = ContractEvent::read(i64::from(event.version), &event.body)
                .map_err(|_| AppError::damaged("an event", format!("{id}/{}", event.seq)))?;
            facts.entry(id).or_default().push(Fact {
                seq: event.seq,
                event: read,
                effective: event.effective,
                recorded: event.recorded,
                actor: event.actor,
            });
        }
    }
    Ok(facts)
}

/// The contract with this policy number.
///
/// # Errors
/// [`AppError::Store`].
pub fn by_number(tx: &mut Tx<'_>, number: &kernel::PolicyNumber) -> Result<Option<Id>, AppError> {
    let row = tx.query_opt(sql!("select id from contract where number = ?1"), &params![number.as_str()])?;
    Ok(row.map(|row| row.id("id")).transpose()?)
}

/// Who holds a contract, and under which country's law it is.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn holder_and_country(tx: &mut Tx<'_>, contract: Id) -> Result<(Id, kernel::Country), AppError> {
    let sql = sql!("select holder, country from contract where id = ?1");
    let row =
        tx.query_opt(sql, &params![contract])?.ok_or_else(|| AppError::missing("a contract", contract))?;
    Ok((row.id("holder")?, row.parse("country")?))
}

/// Who holds a contract.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn holder(tx: &mut Tx<'_>, contract: Id) -> Result<Id, AppError> {
    let row = tx.query_opt(sql!("select holder from contract where id = ?1"), &params![contract])?;
    Ok(row.ok_or_else(|| AppError::missing("a contract", contract))?.id("holder")?)
}
