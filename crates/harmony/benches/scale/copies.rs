//! A thousand policies become a million: the same rows under other ids and numbers.

use std::collections::HashSet;

use app::{App, AppError};
use kernel::{Date, Id, PolicyNumber, Shard};
use store::{Priority, Row, StoreError, Tx, Value, params, sql};

use crate::world::World;

/// Copies written in one transaction.
const AT_ONCE: usize = 5_000;

/// The rows of one policy.
struct Model {
    number: String,
    contract: Vec<Value>,
    dues: Vec<Vec<Value>>,
    events: Vec<Vec<Value>>,
}

/// Copies the models until there are so many policies; gives how many there are.
pub(crate) fn multiply(app: &App, models: &[Id], policies: usize) -> usize {
    let ids = models.to_vec();
    let models = app.db.read(move |tx| read(tx, &ids)).expect("the models can be read");
    let numbers = Numbers::beside(models.iter().map(|model| model.number.clone()));
    let (models, numbers) = (std::sync::Arc::new(models), std::sync::Arc::new(numbers));
    let mut made = models.len();
    while made < policies {
        let (from, until) = (made, (made + AT_ONCE).min(policies));
        let (models, numbers) = (std::sync::Arc::clone(&models), std::sync::Arc::clone(&numbers));
        app.db
            .write(Priority::Run, move |tx| {
                let copies: Vec<(Id, String, &Model)> =
                    (from..until).map(|n| (id(n), numbers.of(n), &models[n % models.len()])).collect();
                write(tx, &copies)
            })
            .expect("copies can be written");
        made = until;
    }
    made
}

/// Tells PostgreSQL how large its tables have become; in operation it finds out by itself within a minute.
pub(crate) fn settle(world: &World) {
    if world.place.is_postgres() {
        let analyze = |tx: &mut Tx<'_>| Ok::<_, AppError>(tx.exec(sql!("analyze"), &params![])?);
        world.app.db.write(Priority::Run, analyze).expect("the tables are there");
    }
}

/// The numbers of policies, in the order of their ids.
pub(crate) fn numbers(app: &App, ids: &[Id]) -> Vec<String> {
    let ids = ids.to_vec();
    app.db
        .read(move |tx| Ok::<_, AppError>(read(tx, &ids)?.into_iter().map(|model| model.number).collect()))
        .expect("the policies can be read")
}

/// How many premiums fell due on a day.
pub(crate) fn fallen_due(app: &App, day: Date) -> usize {
    let at = kernel::start_of_day(day, kernel::Country::Nl);
    let sql =
        sql!("select count(*) as number from event where kind = 'premium-fell-due' and recorded_us >= ?1");
    let number = app.db.read(move |tx| tx.query_one(sql, &params![at])?.i64("number"));
    usize::try_from(number.expect("the database answers")).expect("a count")
}

/// Ids that no policy made by the use cases has: of the first hour of 2000, spread over all shards.
pub(crate) fn id(n: usize) -> Id {
    let n = n as u64;
    let shard = Shard::of(n.wrapping_mul(7_919));
    Id::from_i64((i64::from(shard.number()) << 53) + n as i64 + 1).expect("a positive number")
}

/// Numbers that no policy made by the use cases has.
pub(crate) struct Numbers(HashSet<String>);

impl Numbers {
    pub(crate) fn beside(taken: impl IntoIterator<Item = String>) -> Self {
        Self(taken.into_iter().collect())
    }

    pub(crate) fn of(&self, n: usize) -> String {
        // Ten digits count: a multiplier without 2 and 5 makes no number twice, the next of the series not either.
        const MOST_POLICIES: u64 = 1 << 21;
        let number = |n: u64| {
            let digits = u128::from(n) * 6_364_136_223 % 10_000_000_000;
            PolicyNumber::from_entropy(digits as u64).to_string()
        };
        let mut tries = (0..).map(|round| number(n as u64 + round * MOST_POLICIES));
        tries.find(|number| !self.0.contains(number)).expect("the series does not end")
    }
}

fn read(tx: &mut Tx<'_>, ids: &[Id]) -> Result<Vec<Model>, AppError> {
    let mut models = Vec::new();
    for id in ids {
        let contract = tx.query_one(
            sql!(
                "select version, state_version, state, number, holder, country, agreement, product, plan, phase, \
                 applied_us, until_us, ends_us, open_cents, premium_cents, blocked from contract where id = ?1"
            ),
            &params![*id],
        )?;
        let dues = tx.query(sql!("select what, at_us from due where stream = ?1"), &params![*id])?;
        let events = tx.query(
            sql!(
                "select seq, kind, version, effective_us, recorded_us, actor, role, channel, on_behalf_of, proof, \
                 command, body, hash from event where stream = ?1 order by seq"
            ),
            &params![*id],
        )?;
        models.push(Model {
            number: contract.text("number")?,
            contract: values(&contract, 16)?,
            dues: dues.iter().map(|row| values(row, 2)).collect::<Result<_, _>>()?,
            events: events.iter().map(|row| values(row, 13)).collect::<Result<_, _>>()?,
        });
    }
    Ok(models)
}

fn values(row: &Row, columns: usize) -> Result<Vec<Value>, StoreError> {
    (0..columns).map(|column| row.get::<Value>(column)).collect()
}

fn write(tx: &mut Tx<'_>, copies: &[(Id, String, &Model)]) -> Result<(), AppError> {
    let (mut contracts, mut dues, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for (id, number, model) in copies {
        let own = |rows: &[Vec<Value>]| -> Vec<Vec<Value>> {
            rows.iter().map(|row| [vec![Value::from(*id)], row.clone()].concat()).collect()
        };
        let mut contract = [vec![Value::from(*id)], model.contract.clone()].concat();
        if let Value::Text(state) = &contract[3] {
            contract[3] = Value::Text(state.replace(&model.number, number));
        }
        contract[4] = Value::Text(number.clone());
        contracts.push(contract);
        dues.extend(own(&model.dues));
        events.extend(own(&model.events));
    }
    tx.insert(
        sql!(
            "insert into contract (id, version, state_version, state, number, holder, country, agreement, product, plan, \
             phase, applied_us, until_us, ends_us, open_cents, premium_cents, blocked) values {rows}"
        ),
        &contracts,
    )?;
    tx.insert(sql!("insert into due (stream, what, at_us) values {rows}"), &dues)?;
    tx.insert(
        sql!(
            "insert into event (stream, seq, kind, version, effective_us, recorded_us, actor, role, channel, \
             on_behalf_of, proof, command, body, hash) values {rows}"
        ),
        &events,
    )?;
    Ok(())
}
