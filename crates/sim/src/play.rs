//! One day after the other: bank, run, post, desk, people, bank again; then the checks.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use ::claims::{Claim, ClaimEvent};
use app::{AppError, contracts, day, delivery, streams, verify};
use kernel::{Country, Id, add_days};
use policy::{Contract, Fact};
use store::{Priority, journal, outbox, params, sql};

use crate::{
    Broken, Config, Decision, Played, Row, Rows, SimError, Summary, after,
    bank::Banks,
    check, claims, desk,
    draw::{Draws, Who, mix},
    in_kind, oracle,
    people::Person,
    world::{FIRST_DAY, World},
};

/// Plays a simulation, of the decisions given alone if `only` names some. `progress` hears the state of things each month.
///
/// # Errors
/// [`SimError`] when it cannot begin; what the program does wrong later is what [`Played`] tells.
pub fn simulate(
    config: &Config,
    only: Option<&[Decision]>,
    progress: &mut dyn FnMut(&Summary),
) -> Result<Played, SimError> {
    let world = World::new(config.seed, config.faults, config.database.as_deref())?;
    let mut draws = Draws::new(config.seed, only);
    let people = (0..config.policies).map(|number| Person::new(&draws, number, config.days)).collect();
    let banks = Banks::new(&world.app);
    let mut player = Player {
        world,
        people,
        banks,
        checked: BTreeMap::new(),
        checked_claims: BTreeMap::new(),
        planted: config.planted,
        letters: config.letters.max(1),
    };
    let mut broken = None;
    for day in 0..config.days {
        draws.day = day;
        player.world.today = add_days(FIRST_DAY, i64::from(day));
        player.world.summary.days = day + 1;
        let lived = player.live(&mut draws);
        broken = player.found(lived);
        if broken.is_none() {
            let month_ends = add_days(player.world.today, 1).day() == 1;
            let checked = player.check(month_ends || day + 1 == config.days, day + 1 == config.days);
            broken = player.found(checked);
            if month_ends {
                player.count()?;
                progress(&player.world.summary);
            }
        }
        if broken.is_some() {
            break;
        }
    }
    player.count()?;
    let journal = broken.as_ref().and_then(|broken| broken.policy).map(|number| player.journal(number));
    Ok(Played {
        summary: player.world.summary.clone(),
        broken,
        decisions: draws.into_taken(),
        journal: journal.unwrap_or_default(),
    })
}

struct Player {
    world: World,
    people: Vec<Person>,
    banks: Banks,
    /// The version of each contract at its last check.
    checked: BTreeMap<Id, i64>,
    /// The same of each claim.
    checked_claims: BTreeMap<Id, i64>,
    planted: bool,
    letters: u64,
}

impl Player {
    fn live(&mut self, draws: &mut Draws) -> Result<(), AppError> {
        self.world.at(330);
        self.banks.deliver(&mut self.world, draws)?;
        self.world.at(360);
        let report = self.world.act(draws, (Who::House, "the daily run"), |app, now| {
            day::run(app, now, |_| ControlFlow::Continue(()))
        })?;
        if report.stuck > 0 {
            let why = self.why_stuck()?;
            self.world.breaks("nothing gets stuck", why);
        }
        self.world.at(375);
        let is_shut = self.world.faults.mail && draws.happens(Who::House, "the post is shut", 3_000);
        self.world.post.shut(is_shut);
        if !is_shut {
            self.take_letters()?;
        }
        let post = self.world.post.clone();
        self.world
            .act(draws, (Who::House, "delivery"), |app, now| delivery::run(app, now, &*post, || true))?;
        let rows = self.rows()?;
        self.world.at(540);
        for person in &self.people {
            desk::look_at(&mut self.world, draws, &rows, person)?;
        }
        claims::handle(&mut self.world, draws, &self.people)?;
        in_kind::play(&mut self.world, draws, &self.people, &mut self.banks)?;
        after::play(&mut self.world, draws, &self.people, &mut self.banks)?;
        desk::release(&mut self.world, draws)?;
        desk::clear_suspense(&mut self.world, draws, &self.people)?;
        let count = i64::try_from(self.people.len()).unwrap_or(1);
        for person in &mut self.people {
            // From ten in the morning to half past eleven at night.
            self.world.at(600 + 800 * i64::from(person.number) / count);
            person.live(&mut self.world, draws, &rows, &mut self.banks)?;
        }
        self.world.at(1_410);
        self.banks.end_of_day(&mut self.world, draws, &self.people)
    }

    /// Takes letters from the outbox that nobody reads: laying them all out would take most of the time.
    fn take_letters(&mut self) -> Result<(), AppError> {
        let (post, one_in, now) = (self.world.post.clone(), self.letters, self.world.now);
        self.world.app.db.write(Priority::Run, move |tx| {
            let rows = tx.query(
                sql!(
                    "select id, key from outbox where state = 'queued' and kind = 'letter' and next_us <= ?1"
                ),
                &params![now],
            )?;
            let mut taken = Vec::new();
            for row in rows {
                let key = row.text("key")?;
                if key.bytes().fold(0, |sum, byte| mix(sum ^ u64::from(byte))) % one_in != 0 {
                    post.take_unread(&key);
                    taken.push(row.id("id")?);
                }
            }
            outbox::done(tx, &taken)?;
            Ok(())
        })
    }

    /// Checks the contracts that changed since their last check, or all of them over their whole life; and the whole database.
    fn check(&mut self, database: bool, whole: bool) -> Result<(), AppError> {
        let rows = self.rows()?;
        let touched: Vec<Id> = rows
            .iter()
            .filter(|(id, row)| whole || self.checked.get(id) != Some(&row.version))
            .map(|(id, _)| *id)
            .collect();
        for ids in touched.chunks(200) {
            self.check_contracts(ids, whole)?;
        }
        self.check_claims()?;
        self.checked.extend(rows.iter().map(|(id, row)| (*id, row.version)));
        for what in self.world.post.faults() {
            self.world.breaks("nothing is sent twice", what);
        }
        self.world.summary.checks += 1;
        if database {
            let report = verify::verify(&self.world.app.db, |_, _| {}).map_err(AppError::from)?;
            self.world.summary.checks += u64::try_from(report.checked.len()).unwrap_or(0);
            self.world.summary.events = report.chains.events;
            if let Some((invariant, what)) = report.faults.into_iter().next() {
                self.world.breaks(invariant, what);
            }
        }
        Ok(())
    }

    fn check_contracts(&mut self, ids: &[Id], whole: bool) -> Result<(), AppError> {
        let facts = self.facts(ids)?;
        let owned = ids.to_vec();
        let mut states = self.world.app.db.read(move |tx| streams::look::<Contract>(tx, &owned))?;
        let owned = ids.to_vec();
        let off: Vec<Id> = self.world.app.db.read(move |tx| {
            let rows = tx.query_ids(
                sql!("select stream from posting where stream in ({ids}) group by stream having sum(amount_cents) <> 0"),
                &params![],
                &owned,
            )?;
            rows.iter().map(|row| row.id("stream")).collect::<Result<_, store::StoreError>>()
        })?;
        let owned = ids.to_vec();
        let letters: BTreeSet<String> = self.world.app.db.read(move |tx| {
            let sql = sql!("select key from outbox where kind = 'letter' and stream in ({ids})");
            let rows = tx.query_ids(sql, &params![], &owned)?;
            rows.iter().map(|row| row.text("key")).collect::<Result<_, store::StoreError>>()
        })?;
        let today = self.world.today;
        for id in ids {
            let number = self.people.iter().find(|p| p.made.as_ref().is_some_and(|m| m.contract == *id));
            let number = number.map(|person| person.number);
            let Some(loaded) = states.remove(id) else { continue };
            let state = loaded.state()?;
            let facts = &facts[id];
            let from = if whole { add_days(state.start(), -1) } else { add_days(today, -45) };
            let mut faults = check::contract(facts, state, (from, add_days(today, 60)));
            self.world.summary.checks += check::INVARIANTS as u64 + 1;
            if whole {
                faults.extend(check::beliefs(facts));
            }
            let reminders = facts.iter().filter(|fact| fact.event.kind() == "reminder-sent");
            if let Some(unsent) =
                reminders.map(|fact| format!("letter:{id}:{}", fact.seq)).find(|key| !letters.contains(key))
            {
                let what = format!("{unsent} is not in the outbox");
                faults.push(("no cover is lost without a provable reminder", what));
            }
            if off.contains(id) {
                faults.push(("the ledger sums to zero", format!("the postings of contract {id} do not")));
            }
            if let Some((invariant, what)) = faults.into_iter().next() {
                self.world.breaks_of(invariant, number, what);
            }
            if self.planted {
                self.plant(*id, facts)?;
            }
        }
        Ok(())
    }

    /// Checks the claims that changed since their last check, against an oracle of their own.
    fn check_claims(&mut self) -> Result<(), AppError> {
        let versions: Vec<(Id, i64)> = self.world.app.db.read(|tx| {
            let rows = tx.query(sql!("select id, version from claim order by id"), &params![])?;
            rows.iter()
                .map(|row| Ok((row.id("id")?, row.i64("version")?)))
                .collect::<Result<_, store::StoreError>>()
        })?;
        let is_new = |(id, version): &&(Id, i64)| self.checked_claims.get(id) != Some(version);
        let ids: Vec<Id> = versions.iter().filter(is_new).map(|(id, _)| *id).collect();
        for id in ids {
            let loaded = self.world.app.db.read(move |tx| streams::look::<Claim>(tx, &[id]))?;
            let claim = loaded[&id].state()?.clone();
            let contract = claim.report.contract;
            let events = self.world.app.db.read(move |tx| {
                let events = journal::load(tx, &[id])?.remove(&id).unwrap_or_default();
                let read = |event: &journal::Event| {
                    ClaimEvent::read(i64::from(event.version), &event.body)
                        .map(|read| (read, event.recorded))
                        .map_err(|_| AppError::damaged("an event of a claim", id))
                };
                events.iter().map(read).collect::<Result<Vec<_>, AppError>>()
            })?;
            let booked = self.world.app.db.read(move |tx| {
                let row = tx.query_one(
                    sql!(
                        "select cast(coalesce(sum(case when account = '1000' then -amount_cents else 0 end), 0) as bigint) \
                         as paid_cents, cast(coalesce(sum(case when account = '1600' then amount_cents else 0 end), 0) \
                         as bigint) as borne_cents, cast(coalesce(sum(case when account = '1310' then amount_cents \
                         else 0 end), 0) as bigint) as receivable_cents, cast(coalesce(sum(amount_cents), 0) as bigint) \
                         as sum_cents from posting where stream = ?1"
                    ),
                    &params![id],
                )?;
                Ok::<_, AppError>(oracle::claims::Booked {
                    paid: row.money("paid_cents")?,
                    borne: row.money("borne_cents")?,
                    receivable: row.money("receivable_cents")?,
                    sum: row.money("sum_cents")?,
                })
            })?;
            let policies = self.world.app.db.read(move |tx| streams::look::<Contract>(tx, &[contract]))?;
            let facts = self.facts(&[contract])?;
            let state = policies[&contract].state()?;
            let faults = oracle::claims::faults(&claim, &events, (state, &facts[&contract]), booked);
            self.world.summary.claims_checked += 1;
            self.world.summary.checks += 1;
            if let Some((invariant, what)) = faults.into_iter().next() {
                let of = |p: &&Person| p.made.as_ref().is_some_and(|m| m.contract == contract);
                let number = self.people.iter().find(of).map(|person| person.number);
                self.world.breaks_of(invariant, number, what);
            }
        }
        self.checked_claims.extend(versions);
        Ok(())
    }

    /// The planted bug: who was asked something, and later pays, loses a posting.
    fn plant(&self, id: Id, facts: &[Fact]) -> Result<(), AppError> {
        let asked = facts.iter().position(|fact| fact.event.kind() == "information-requested");
        let Some(asked) = asked else { return Ok(()) };
        let Some(paid) = facts[asked..].iter().find(|fact| fact.event.kind() == "payment-received") else {
            return Ok(());
        };
        let seq = paid.seq;
        self.world.app.db.write(Priority::Run, move |tx| {
            tx.exec(
                sql!("delete from posting where stream = ?1 and seq = ?2 and line = 0"),
                &params![id, seq],
            )?;
            Ok(())
        })
    }

    /// What is broken, if something is.
    fn found(&mut self, lived: Result<(), AppError>) -> Option<Broken> {
        let found = self.world.broken.take();
        let (invariant, policy, what) = match lived {
            Ok(()) => found?,
            Err(error) => ("no use case breaks down".to_owned(), None, error.to_string()),
        };
        let (on, day) = (self.world.today, self.world.summary.days - 1);
        Some(Broken { invariant, on, day, policy, what })
    }

    fn rows(&self) -> Result<Rows, AppError> {
        self.world.app.db.read(|tx| {
            let rows = tx.query(sql!("select id, phase, version, open_cents from contract"), &params![])?;
            rows.iter()
                .map(|row| {
                    let (phase, version) = (row.text("phase")?, row.i64("version")?);
                    Ok((row.id("id")?, Row { phase, version, open: row.money("open_cents")? }))
                })
                .collect()
        })
    }

    fn facts(&self, ids: &[Id]) -> Result<BTreeMap<Id, Vec<Fact>>, AppError> {
        let ids = ids.to_vec();
        self.world.app.db.read(move |tx| contracts::facts(tx, &ids))
    }

    fn why_stuck(&self) -> Result<String, AppError> {
        self.world.app.db.read(|tx| {
            let rows =
                tx.query(sql!("select what, error from stuck order by since_us limit 3"), &params![])?;
            let lines: Result<Vec<String>, store::StoreError> =
                rows.iter().map(|row| Ok(format!("{}: {}", row.text("what")?, row.text("error")?))).collect();
            Ok(lines?.join("; "))
        })
    }

    fn count(&mut self) -> Result<(), SimError> {
        (self.world.summary.letters, self.world.summary.laid_out) = self.world.post.counts();
        let kinds = self.world.app.db.read(|tx| {
            let rows =
                tx.query(sql!("select kind, count(*) as number from event group by kind"), &params![])?;
            rows.iter().map(|row| Ok((row.text("kind")?, row.get::<u64>("number")?))).collect()
        });
        let kinds: BTreeMap<String, u64> = kinds.map_err(|error: store::StoreError| AppError::from(error))?;
        self.world.summary.events = kinds.values().sum();
        self.world.summary.kinds = kinds;
        Ok(())
    }

    /// The facts of a policy, a line each.
    fn journal(&self, number: u32) -> Vec<String> {
        let made =
            self.people.get(usize::try_from(number).unwrap_or(usize::MAX)).and_then(|p| p.made.as_ref());
        let Some(contract) = made.map(|made| made.contract) else { return Vec::new() };
        let Ok(facts) = self.facts(&[contract]) else { return Vec::new() };
        let local =
            |at: kernel::Instant| at.to_zoned(Country::Nl.time_zone()).strftime("%Y-%m-%d %H:%M").to_string();
        let line = |fact: &Fact| {
            format!("{} (known {}) {}", local(fact.effective), local(fact.recorded), fact.event.kind())
        };
        facts.values().flatten().map(line).collect()
    }
}
