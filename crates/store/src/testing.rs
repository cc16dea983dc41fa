//! Fresh databases for tests, here and in the crates above. Not part of the program.
#![doc(hidden)]

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};

use kernel::{Id, Instant};

use crate::entropy::{Entropy, SharedEntropy};
use crate::migrate::Migration;
use crate::objects::Objects;
use crate::sql::Dialect;
use crate::vault::Vault;
use crate::{Db, DbConfig, Durability, schema};
use ::postgres;

/// A fresh database with its migrations done, a folder and a seeded source of randomness. Gone when dropped.
pub struct TestDb {
    pub db: Db,
    /// The URL of `db`, to open it a second time.
    pub url: String,
    pub folder: tempfile::TempDir,
    pub entropy: SharedEntropy,
    drops: Vec<String>,
}

/// Randomness from a seed: SplitMix64. For tests only.
pub struct Seeded(AtomicU64);

impl Seeded {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_be_bytes()[..chunk.len()]);
        }
    }
}

/// The instant at which tests begin: 2026-01-01 00:00 UTC.
#[must_use]
pub fn start() -> Instant {
    Instant::from_second(1_767_225_600).expect("a date of this century")
}

/// The id with that number.
#[must_use]
pub fn id(number: i64) -> Id {
    Id::from_i64(number).expect("a positive number")
}

/// Runs a test on a fresh SQLite database and, where `HARMONY_TEST_POSTGRES` names a server, on a fresh PostgreSQL one;
/// otherwise prints that it was skipped. `migrations` come after the store's own.
pub fn each_database(migrations: &[Migration], check: impl Fn(&TestDb)) {
    check(&fresh_sqlite(migrations));
    if let Some(test) = fresh_postgres(migrations) {
        check(&test);
    }
}

/// Prepares every `sql!` text of this program's sources (not of tests) on both databases; gives what is wrong.
#[must_use]
pub fn wrong_texts(migrations: &[Migration]) -> Vec<String> {
    let all: Vec<Migration> = schema::KEYS.iter().chain(migrations).copied().collect();
    let faults = std::cell::RefCell::new(Vec::new());
    each_database(&all, |test| {
        let texts = crate::sql::all().filter(|sql| sql.place().contains("src/"));
        faults.borrow_mut().extend(test.db.check_texts(texts).expect("a fresh database answers"));
    });
    faults.into_inner()
}

/// A fresh SQLite database.
#[must_use]
pub fn fresh_sqlite(migrations: &[Migration]) -> TestDb {
    let folder = folder();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let test = TestDb { db: open(&url), url, folder, entropy: Arc::new(Seeded::new(7)), drops: Vec::new() };
    test.db.migrate(&all(migrations), start()).expect("the migrations apply to SQLite");
    test
}

/// A fresh PostgreSQL database, copied from one made once per process; `None` (said on stderr) without a server.
#[must_use]
pub fn fresh_postgres(migrations: &[Migration]) -> Option<TestDb> {
    static SAID: Once = Once::new();
    let Ok(base) = std::env::var("HARMONY_TEST_POSTGRES") else {
        SAID.call_once(|| {
            // Not eprintln!, which the test harness keeps to itself.
            let _ = writeln!(std::io::stderr(), "skipped: PostgreSQL (HARMONY_TEST_POSTGRES is not set)");
        });
        return None;
    };
    let template = template(&base, &all(migrations));
    let name = new_name();
    admin(&base, &[format!("create database {name} template {template}")]);
    let url = with_database(&base, &name);
    Some(TestDb {
        db: open(&url),
        url,
        folder: folder(),
        entropy: Arc::new(Seeded::new(7)),
        drops: vec![name],
    })
}

impl TestDb {
    /// The same database opened once more, as another process would.
    #[must_use]
    pub fn again(&self) -> Db {
        open(&self.url)
    }

    /// A vault whose keys lie in a SQLite file of the folder.
    #[must_use]
    pub fn vault(&self) -> Vault {
        let keys = open(&format!("sqlite:{}", self.folder.path().join("keys.db").display()));
        Vault::open(keys, [1; 32], [2; 32], Arc::clone(&self.entropy), start()).expect("a fresh vault opens")
    }

    /// A folder for attachments of at most a megabyte.
    #[must_use]
    pub fn objects(&self) -> Objects {
        Objects::open(self.folder.path().join("objects"), 1 << 20).expect("a fresh folder is writable")
    }

    #[must_use]
    pub fn is_postgres(&self) -> bool {
        self.db.dialect() == Dialect::Postgres
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        let Ok(base) = std::env::var("HARMONY_TEST_POSTGRES") else { return };
        for name in self.drops.drain(..) {
            admin(&base, &[format!("drop database if exists {name} with (force)")]);
        }
    }
}

/// Settings for tests: few threads, no waiting for the disk.
#[must_use]
pub fn config(url: &str) -> DbConfig {
    DbConfig { threads: 3, durability: Durability::Off, ..DbConfig::new(url) }
}

fn open(url: &str) -> Db {
    Db::open(&config(url)).expect("a fresh database opens")
}

fn all(migrations: &[Migration]) -> Vec<Migration> {
    schema::GROUND.iter().chain(migrations).copied().collect()
}

fn folder() -> tempfile::TempDir {
    tempfile::Builder::new()
        .prefix("harmony-test-")
        .tempdir()
        .expect("the folder for temporary files is writable")
}

fn new_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("harmony_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The database with these migrations from which tests' databases are copied; made at first use.
fn template(base: &str, migrations: &[Migration]) -> String {
    static MADE: Mutex<Option<HashMap<String, String>>> = Mutex::new(None);
    let key = format!("{migrations:?}");
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let made = made.get_or_insert_with(HashMap::new);
    if let Some(name) = made.get(&key) {
        return name.clone();
    }
    let name = format!("{}_template", new_name());
    drop_leftovers(base);
    admin(base, &[format!("create database {name} template template0 encoding 'UTF8' locale 'C'")]);
    let db = open(&with_database(base, &name));
    db.migrate(migrations, start()).expect("the migrations apply to PostgreSQL");
    drop(db);
    made.insert(key, name.clone());
    name
}

/// Drops databases of test processes that are gone.
fn drop_leftovers(base: &str) {
    let base = base.to_owned();
    let names = on_thread(move || {
        let mut client =
            postgres::Client::connect(&base, postgres::NoTls).expect("HARMONY_TEST_POSTGRES answers");
        let rows =
            client.query("select datname::text from pg_database where datname like 'harmony_test_%'", &[]);
        rows.expect("the catalogue can be read").iter().map(|row| row.get::<_, String>(0)).collect::<Vec<_>>()
    });
    for name in names {
        let process = name.split('_').nth(2).unwrap_or_default().to_owned();
        if std::path::Path::new("/proc/self").exists()
            && !std::path::Path::new("/proc").join(process).exists()
        {
            let base = std::env::var("HARMONY_TEST_POSTGRES").unwrap_or_default();
            admin(&base, &[format!("drop database if exists {name} with (force)")]);
        }
    }
}

fn admin(base: &str, statements: &[String]) {
    let (base, statements) = (base.to_owned(), statements.to_vec());
    on_thread(move || {
        let mut client =
            postgres::Client::connect(&base, postgres::NoTls).expect("HARMONY_TEST_POSTGRES answers");
        for statement in &statements {
            client.batch_execute(statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
        }
    });
}

/// A client must not be used on a thread of an async runtime, where tests may run.
fn on_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::spawn(work).join().expect("the statement works")
}

/// The URL with another database.
fn with_database(base: &str, name: &str) -> String {
    let (url, query) = base.split_once('?').map_or((base, None), |(url, query)| (url, Some(query)));
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url[start..].find('/').map_or(url.len(), |at| start + at);
    query.map_or_else(|| format!("{}/{name}", &url[..end]), |query| format!("{}/{name}?{query}", &url[..end]))
}
