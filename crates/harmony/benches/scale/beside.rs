//! The bare driver beside the run: what the day writes for the models, written for every copy of them.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use kernel::{Date, Id};

use crate::{
    MODELS,
    bare::{self, Change, Value},
    copies,
    world::{Place, World},
};

/// The rows of one model in one table, by the places of the tables.
type Rows = Vec<Vec<Vec<Value>>>;

/// How long the bare driver takes for the same rows, in transactions of as many policies, into a database of the same size.
pub(crate) fn measure(place: Place, (policies, first): (usize, usize), day: Date) -> Duration {
    let (changes, each) = of_models(place.again(), day);
    let mut world = World::new(place);
    let models = world.apply(MODELS, true);
    world.days_before(day);
    let numbers = copies::numbers(&world.app, &models);
    let free = copies::Numbers::beside(numbers.clone());
    copies::multiply(&world.app, &models, policies);
    copies::settle(&world);
    let by_model = by_model(&changes, &models);
    let mut bare = world.place.open_bare();
    bare::prepare(&mut *bare, &changes);
    let mut took = Duration::ZERO;
    let mut from = 0;
    while from < first {
        let until = (from + each).min(first);
        let mut tables: Rows = vec![Vec::new(); changes.len()];
        for n in from..until {
            let (copy, model) = (n / MODELS, n % MODELS);
            let copied = Copy { copy, n, model: models[model], number: &numbers[model], free: &free };
            for ((rows, change), into) in by_model[model].iter().zip(&changes).zip(&mut tables) {
                into.extend(rows.iter().map(|row| copied.row(change, row)));
            }
        }
        let begin = Instant::now();
        bare::write_one(&mut *bare, changes.iter().zip(tables.iter().map(Vec::as_slice)));
        took += begin.elapsed();
        from = until;
    }
    took
}

/// What the day writes for the models, and how many policies it takes in one transaction.
fn of_models(place: Place, day: Date) -> (Vec<Change>, usize) {
    let mut world = World::new(place);
    world.apply(MODELS, true);
    world.days_before(day);
    let mut before = world.copy();
    let ran = world.day(day);
    let changes = bare::changes(&mut *before, world.place.open_bare());
    (changes, (ran.done / ran.chunks) as usize)
}

/// The rows of each model: those that name it, and those that follow it by the order of writing.
fn by_model(changes: &[Change], models: &[Id]) -> Vec<Rows> {
    let place: HashMap<i64, usize> = models.iter().enumerate().map(|(n, id)| (id.as_i64(), n)).collect();
    let mut all: Vec<Rows> = vec![vec![Vec::new(); changes.len()]; models.len()];
    for (table, change) in changes.iter().enumerate() {
        let each = change.rows.len() / models.len();
        for (n, row) in change.rows.iter().enumerate() {
            let named = row.iter().find_map(|value| match value {
                Value::Int(id) => place.get(id),
                _ => None,
            });
            // A table that does not name the contract (sealed rows, outbox): as many for each.
            let model = named.copied().unwrap_or((n / each.max(1)).min(models.len() - 1));
            all[model][table].push(row.clone());
        }
    }
    all
}

/// One copy of one model.
struct Copy<'a> {
    copy: usize,
    n: usize,
    model: Id,
    number: &'a str,
    free: &'a copies::Numbers,
}

impl Copy<'_> {
    fn row(&self, change: &Change, row: &[Value]) -> Vec<Value> {
        let unique =
            |column: usize| change.table.key.contains(&column) || change.table.columns[column] == "key";
        row.iter().enumerate().map(|(column, value)| self.value(value, unique(column))).collect()
    }

    fn value(&self, value: &Value, unique: bool) -> Value {
        match value {
            _ if self.copy == 0 => value.clone(),
            Value::Int(id) if *id == self.model.as_i64() => Value::Int(copies::id(self.n).as_i64()),
            Value::Int(id) if unique && *id >> 32 != 0 => Value::Int(self.other_shard(*id)),
            Value::Text(text) if text == self.number => Value::Text(self.free.of(self.n)),
            Value::Text(text) if unique => Value::Text(format!("{text}-{}", self.copy)),
            other => other.clone(),
        }
    }

    /// The same id in another shard for each copy: there are more shards than copies.
    fn other_shard(&self, id: i64) -> i64 {
        let shards = i64::from(kernel::Shard::COUNT);
        let shard = ((id >> 53) + self.copy as i64) % shards;
        (shard << 53) + (id & ((1 << 53) - 1))
    }
}
