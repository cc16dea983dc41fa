//! The world of a simulation: the real use cases over a real database, a clock that is played, and a process that may die.

use std::{collections::BTreeMap, sync::Arc};

use app::{App, AppError, Parts, access, products::Products, schema, screening::NamedList};
use kernel::{Country, Date, Instant};
use store::{
    Db, DbConfig, Durability,
    entropy::SharedEntropy,
    fate::Fate,
    objects::Objects,
    testing::{self, Seeded, TestDb},
    vault::Vault,
};

use crate::{
    SimError, Summary,
    draw::{Draws, Who},
    faults::{Faults, Hook},
    post::Post,
};

/// First day of every simulation.
pub(crate) const FIRST_DAY: Date = kernel::date(2026, 1, 1);

/// Somebody whose name the screening finds similar to one on a list.
pub(crate) const SUSPICIOUS: &str = "Ivan Verdacht";

pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) post: Arc<Post>,
    pub(crate) hook: Hook,
    pub(crate) faults: Faults,
    pub(crate) today: Date,
    pub(crate) now: Instant,
    pub(crate) summary: Summary,
    /// The first invariant found broken today: its name, whose, and in what.
    pub(crate) broken: Option<(String, Option<u32>, String)>,
    /// Accounts that were blocked, and since when.
    pub(crate) blocked: BTreeMap<String, Instant>,
    url: String,
    entropy: SharedEntropy,
    /// The folder with keys and attachments, and the database where none was named.
    home: TestDb,
}

impl World {
    /// A fresh world; over the database named, which must be empty, or SQLite in a folder that is gone afterwards.
    pub(crate) fn new(seed: u64, faults: Faults, database: Option<&str>) -> Result<Self, SimError> {
        let home = testing::fresh_sqlite(&schema::domain());
        let now = kernel::start_of_day(FIRST_DAY, Country::Nl);
        let url = match database {
            None => home.url.clone(),
            Some(url) => {
                prepare(url, now)?;
                url.to_owned()
            }
        };
        let entropy: SharedEntropy = Arc::new(Seeded::new(seed));
        let hook = Hook::default();
        let app = open(&home, &url, &entropy, &hook, now)?;
        Ok(Self {
            app,
            post: Arc::new(Post::default()),
            hook,
            faults,
            today: FIRST_DAY,
            now,
            summary: Summary::default(),
            broken: None,
            blocked: BTreeMap::new(),
            url,
            entropy,
            home,
        })
    }

    /// Sets the clock to a local time of today; never back.
    pub(crate) fn at(&mut self, minute_of_day: i64) {
        let at =
            kernel::start_of_day(self.today, Country::Nl) + jiff::SignedDuration::from_mins(minute_of_day);
        self.now = self.now.max(at);
    }

    /// Does one thing, through whatever faults chance puts in: asked again until there is an answer.
    ///
    /// # Errors
    /// What the use case answers when no fault was put in: a refusal, or that it broke down.
    pub(crate) fn act<T>(
        &mut self,
        draws: &mut Draws,
        (who, what): (Who, &str),
        act: impl Fn(&App, Instant) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        // A run of the house has many commits, a person's click one or two.
        let chance = if who == Who::House { 4_000 } else { 600 };
        let commits_before =
            draws.below(who, &format!("when {what} is hit"), if who == Who::House { 4 } else { 2 });
        if self.faults.death && draws.happens(who, &format!("the process dies: {what}"), chance) {
            let fate = match draws.below(who, &format!("how it dies: {what}"), 2) {
                0 => Fate::DiesBefore,
                _ => Fate::DiesAfter,
            };
            self.hook.arm(commits_before, fate);
        } else if self.faults.disk && draws.happens(who, &format!("the disk is full: {what}"), chance / 2) {
            self.hook.arm(commits_before, Fate::DiskFull);
        }
        let mut answer = act(&self.app, self.now);
        if self.hook.disarm() {
            self.summary.faults += 1;
            self.post.note_was_lost();
            while self.hook.is_dead() {
                self.restart()?;
                answer = act(&self.app, self.now);
            }
            if matches!(&answer, Err(AppError::Store(error)) if error.is_outage()) {
                answer = act(&self.app, self.now);
            }
        }
        if answer.is_ok() && self.faults.twice && draws.happens(who, &format!("once more: {what}"), chance) {
            self.summary.faults += 1;
            answer = act(&self.app, self.now);
            if let Err(error) = &answer {
                self.breaks("the same command again is done already", format!("{what}: {error}"));
            }
        }
        answer
    }

    /// A refusal is an answer; anything else stops the simulation.
    pub(crate) fn refused(&mut self, error: AppError) -> Result<(), AppError> {
        let AppError::Refused(refused) = error else { return Err(error) };
        *self.summary.refusals.entry(refused.code).or_default() += 1;
        Ok(())
    }

    /// An invariant is broken.
    pub(crate) fn breaks(&mut self, invariant: &str, what: String) {
        self.breaks_of(invariant, None, what);
    }

    /// An invariant of a policy is broken.
    pub(crate) fn breaks_of(&mut self, invariant: &str, policy: Option<u32>, what: String) {
        self.broken.get_or_insert_with(|| (invariant.to_owned(), policy, what));
    }

    /// The process is started again after its death.
    fn restart(&mut self) -> Result<(), AppError> {
        self.hook.revive();
        self.app.db.close();
        self.app = open(&self.home, &self.url, &self.entropy, &self.hook, self.now)?;
        Ok(())
    }
}

/// Brings an empty database up to date.
fn prepare(url: &str, now: Instant) -> Result<(), SimError> {
    let db = Db::open(&DbConfig::new(url)).map_err(AppError::from)?;
    db.migrate(&schema::migrations(), now).map_err(AppError::from)?;
    let there = db
        .read(|tx| tx.query_opt(store::sql!("select id from contract limit 1"), &store::params![]))
        .map_err(AppError::from)?;
    let name = db.name().to_owned();
    match there {
        None => Ok(()),
        Some(_) => Err(SimError::NotEmpty(name)),
    }
}

fn open(
    home: &TestDb,
    url: &str,
    entropy: &SharedEntropy,
    hook: &Hook,
    now: Instant,
) -> Result<App, AppError> {
    let config = |url: &str, threads| DbConfig {
        threads,
        durability: Durability::Off,
        fates: Some(hook.fates()),
        ..DbConfig::new(url)
    };
    let keys = format!("sqlite:{}", home.folder.path().join("keys.db").display());
    let keys = Db::open(&config(&keys, 2))?;
    let parts = Parts {
        db: Db::open(&config(url, 3))?,
        vault: Vault::open(keys, [1; 32], [2; 32], Arc::clone(entropy), now)?,
        objects: Objects::open(home.folder.path().join("objects"), 1 << 20)?,
        products: Products::shipped()?,
        access: access::Access::new(),
        entropy: Arc::clone(entropy),
        screener: Box::new(NamedList { possible: vec![SUSPICIOUS.to_lowercase()] }),
        portal_url: "https://my.harmony.example".to_owned(),
    };
    App::new(parts, now)
}
