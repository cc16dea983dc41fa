//! A portfolio on a database that waits for its disk, as in operation.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::apply::{self, Holder};
use app::contracts::{self, Order};
use app::open::Installation;
use app::screening::NamedList;
use app::testing::{at, euro, proposal, staff};
use app::{App, AppError};
use kernel::{Actor, Channel, Date, Id, Imei, Role};
use store::chunk::{self, Ran};
use store::testing::{Seeded, TestDb, empty_postgres};
use store::{Priority, Tx, due, params, sql};

use crate::bare::{self, Bare};

/// Where a world's database is. The folder, and on PostgreSQL the database, are gone when dropped.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    postgres: Option<(TestDb, TestDb)>,
}

impl Place {
    pub(crate) fn sqlite() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for temporary files"), postgres: None }
    }

    pub(crate) fn postgres() -> Option<Self> {
        let postgres = Some((empty_postgres()?, empty_postgres()?));
        Some(Self { postgres, ..Self::sqlite() })
    }

    /// A fresh one on the same kind of database.
    pub(crate) fn again(&self) -> Self {
        if self.postgres.is_some() { Self::postgres().expect("it was there") } else { Self::sqlite() }
    }

    pub(crate) fn installation(&self) -> Installation {
        Installation {
            folder: self.folder.path().to_owned(),
            database: self.postgres.as_ref().map(|(ours, _)| ours.url.clone()),
            portal_url: "https://my.harmony.example".into(),
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.postgres.is_some()
    }

    pub(crate) fn name(&self) -> &'static str {
        if self.is_postgres() { "PostgreSQL" } else { "SQLite" }
    }

    pub(crate) fn open_bare(&self) -> Box<dyn Bare> {
        match &self.postgres {
            None => Box::new(bare::Sqlite::open(&self.folder.path().join("harmony.db"))),
            Some((ours, _)) => Box::new(bare::Postgres::open(&ours.url)),
        }
    }
}

pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) place: Place,
    calls: usize,
}

impl World {
    pub(crate) fn new(place: Place) -> Self {
        let installation = place.installation();
        let screener = Box::new(NamedList::default());
        let app = app::open::open(&installation, screener, Arc::new(Seeded::new(3)), at("2026-03-01 10:00"))
            .expect("a fresh installation opens");
        Self { app, place, calls: 0 }
    }

    /// Applications, accepted at once if asked for.
    pub(crate) fn apply(&mut self, count: usize, accepted: bool) -> Vec<Id> {
        let mut ids = Vec::new();
        for from in (0..count).step_by(250) {
            let (app, until) = (self.app.clone(), (from + 250).min(count));
            let made = self.app.db.write(Priority::Run, move |tx| {
                (from..until).map(|n| one(&app, tx, n)).collect::<Result<Vec<Id>, AppError>>()
            });
            ids.extend(made.expect("the applications are right"));
        }
        if accepted {
            for call in ids.chunks(500) {
                self.accept(call);
            }
        }
        ids
    }

    /// Accepts applications in one call.
    pub(crate) fn accept(&mut self, ids: &[Id]) {
        let (app, first) = (self.app.clone(), self.calls);
        self.calls += ids.len();
        let order = |(n, id): (usize, &Id)| Order {
            id: format!("accept {}", first + n),
            contract: *id,
            command: policy::Command::Accept { accept_limit: euro("3500.00") },
            actor: staff(11, Role::Acceptance),
        };
        let orders: Vec<Order> = ids.iter().enumerate().map(order).collect();
        let answers = self
            .app
            .db
            .write(Priority::Click, move |tx| contracts::execute(&app, tx, at("2026-03-02 09:00"), &orders));
        assert!(
            answers
                .expect("the database answers")
                .iter()
                .all(|answer| answer == &Ok(contracts::Outcome::Done))
        );
    }

    /// The contracts' part of a daily run, in the chunks of the daily run.
    pub(crate) fn day(&self, day: Date) -> Ran {
        let now = at(&format!("{day} 06:00"));
        let mut ran = Ran::default();
        let mut after = None;
        loop {
            let due = self.app.db.read(move |tx| due::take(tx, "contract", now, (after, None), 4_096));
            let ids: Vec<Id> = due.expect("the database answers").iter().map(|due| due.stream).collect();
            let Some(last) = ids.last() else { return ran };
            after = Some(*last);
            let app = self.app.clone();
            let booked = BTreeMap::new();
            let work = move |tx: &mut Tx<'_>, ids: &[Id]| {
                contracts::fall_due(&app, tx, now, ids, &booked).map(|_| ())
            };
            ran += chunk::in_chunks(&self.app.db, "contract", now, &ids, work).expect("the database answers");
        }
    }

    /// Every day after the acceptance and before `day`.
    pub(crate) fn days_before(&self, day: Date) {
        let mut one = kernel::date(2026, 3, 3);
        while one < day {
            assert_eq!(self.day(one).stuck, 0);
            one = kernel::add_days(one, 1);
        }
    }

    /// A copy of the database as it now is, for the bare driver.
    pub(crate) fn copy(&self) -> Box<dyn Bare> {
        match &self.place.postgres {
            None => {
                let copy = self.place.folder.path().join("bare.db");
                let from = bare::Sqlite::open(&self.place.folder.path().join("harmony.db"));
                Box::new(from.copy_to(&copy))
            }
            Some((ours, theirs)) => {
                let migrations = app::schema::migrations();
                theirs.db.migrate(&migrations, at("2026-03-01 10:00")).expect("the migrations apply");
                let mut copy = bare::Postgres::open(&theirs.url);
                copy.take_all_from(&mut bare::Postgres::open(&ours.url));
                Box::new(copy)
            }
        }
    }
}

/// The first day after the beginning on which every contract's premium falls due.
pub(crate) fn premium_day() -> Date {
    let mut world = World::new(Place::sqlite());
    world.apply(4, true);
    let fallen = |world: &World| {
        let sql = sql!("select count(*) as number from event where kind = 'premium-fell-due'");
        let read = world.app.db.read(move |tx| tx.query_one(sql, &params![])?.i64("number"));
        read.expect("the database answers")
    };
    let mut day = kernel::date(2026, 3, 3);
    let begin = fallen(&world);
    loop {
        world.day(day);
        if fallen(&world) >= begin + 4 {
            return day;
        }
        day = kernel::add_days(day, 1);
        assert!(day < kernel::date(2027, 1, 1), "a monthly premium falls due within the year");
    }
}

fn one(app: &App, tx: &mut Tx<'_>, n: usize) -> Result<Id, AppError> {
    let now = at("2026-03-01 10:00");
    let mut proposal = proposal();
    proposal.device.identity.imei = Some(imei(n));
    let holder = Holder::New(app.new_id(app.new_shard(), now));
    let actor = Actor::new(app.new_id(app.new_shard(), now), Role::Policyholder, Channel::Portal);
    Ok(apply::apply(app, tx, now, &format!("apply {n}"), &actor, holder, &proposal)?.contract)
}

fn imei(n: usize) -> Imei {
    let body = format!("35209900{n:06}");
    let digit = |(i, b): (usize, u8)| {
        let d = u32::from(b - b'0');
        if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d }
    };
    let sum: u32 = body.bytes().enumerate().map(digit).sum();
    Imei::parse(&format!("{body}{}", (10 - sum % 10) % 10)).expect("its check digit was worked out")
}
