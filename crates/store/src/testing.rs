//! Fresh databases for tests, here and in the crates above. Not part of the program.
#![doc(hidden)]

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, Once, PoisonError};

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
    postgres: Option<Copied>,
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
    let path = folder.path().join("test.db");
    std::fs::write(&path, sqlite_template(&all(migrations)).as_slice()).expect("the folder is writable");
    let url = format!("sqlite:{}", path.display());
    TestDb { db: open(&url), url, folder, entropy: Arc::new(Seeded::new(7)), postgres: None }
}

/// The bytes of a SQLite file with these migrations; made once per process.
fn sqlite_template(migrations: &[Migration]) -> Arc<Vec<u8>> {
    static MADE: LazyLock<Mutex<HashMap<String, Arc<Vec<u8>>>>> = LazyLock::new(Mutex::default);
    let key = format!("{migrations:?}");
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let make = || {
        let folder = folder();
        let path = folder.path().join("template.db");
        let db = open(&format!("sqlite:{}", path.display()));
        db.migrate(migrations, start()).expect("the migrations apply to SQLite");
        drop(db);
        Arc::new(std::fs::read(&path).expect("the file was just written"))
    };
    Arc::clone(made.entry(key).or_insert_with(make))
}

/// A fresh PostgreSQL database, copied from one made once per process; `None` (said on stderr) without a server.
#[must_use]
pub fn fresh_postgres(migrations: &[Migration]) -> Option<TestDb> {
    copied_postgres(&all(migrations))
}

/// A fresh PostgreSQL database without any table, such as the vault's keys get.
#[must_use]
pub fn empty_postgres() -> Option<TestDb> {
    copied_postgres(&[])
}

fn copied_postgres(migrations: &[Migration]) -> Option<TestDb> {
    static SAID: Once = Once::new();
    let Ok(base) = std::env::var("HARMONY_TEST_POSTGRES") else {
        SAID.call_once(|| {
            // Not eprintln!, which the test harness keeps to itself.
            let _ = writeln!(std::io::stderr(), "skipped: PostgreSQL (HARMONY_TEST_POSTGRES is not set)");
        });
        note_skipped();
        return None;
    };
    let template = template(&base, migrations);
    let name = take_idle(&template).unwrap_or_else(|| {
        let name = new_name();
        admin(&base, &[format!("create database {name} template {template}")]);
        name
    });
    let url = with_database(&base, &name);
    let postgres = Some(Copied { base, name, template });
    Some(TestDb { db: open(&url), url, folder: folder(), entropy: Arc::new(Seeded::new(7)), postgres })
}

/// Tells `cargo xtask test`, which counts such lines, that the test now running left PostgreSQL out.
fn note_skipped() {
    let Some(notes) = std::env::var_os("HARMONY_TEST_SKIPS") else { return };
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    if let Ok(mut file) = std::fs::OpenOptions::new().create(true).append(true).open(notes) {
        let _ = writeln!(file, "{test} on PostgreSQL");
    }
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
        self.db.close();
        let Some(copied) = self.postgres.take() else { return };
        // Emptied and used again, which is quicker than a new one; dropped when the test changed its tables.
        let emptied = {
            let (base, copied) = (copied.base.clone(), copied.clone());
            std::thread::spawn(move || empty(&base, &copied)).join()
        };
        if matches!(emptied, Ok(Ok(true))) {
            idle().entry(copied.template).or_default().push(copied.name);
        } else {
            admin(&copied.base, &[format!("drop database if exists {} with (force)", copied.name)]);
        }
    }
}

/// A database copied from a template.
#[derive(Clone)]
struct Copied {
    base: String,
    name: String,
    template: String,
}

/// Emptied databases by their template.
fn idle() -> MutexGuard<'static, HashMap<String, Vec<String>>> {
    static IDLE: LazyLock<Mutex<HashMap<String, Vec<String>>>> = LazyLock::new(Mutex::default);
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take_idle(template: &str) -> Option<String> {
    idle().get_mut(template)?.pop()
}

/// Throws everybody out of a database and empties its tables; `false` when they are not those of its template.
fn empty(base: &str, copied: &Copied) -> Result<bool, postgres::Error> {
    const TABLES: &str = "select string_agg(c.relname || ' ' || a.attname, ',' order by c.relname, a.attname) \
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped \
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i')";
    let connect = |name: &str| postgres::Client::connect(&with_database(base, name), postgres::NoTls);
    let mut client = connect(&copied.name)?;
    client.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity \
         where datname = current_database() and pid <> pg_backend_pid()",
        &[],
    )?;
    let now: Option<String> = client.query_one(TABLES, &[])?.get(0);
    let meant: Option<String> = connect(&copied.template)?.query_one(TABLES, &[])?.get(0);
    if now != meant {
        return Ok(false);
    }
    let tables: Vec<String> = client
        .query("select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'", &[])?
        .iter()
        .map(|row| row.get(0))
        .filter(|table: &String| table != "schema_version")
        .collect();
    let deletes: String = tables.iter().map(|table| format!("delete from \"{table}\";")).collect();
    client.batch_execute(&format!("set session_replication_role = replica; {deletes}"))?;
    for (table, rows) in &*rows_of_template(base, &copied.template, &tables)? {
        let insert = format!(
            "insert into \"{table}\" select * from json_populate_recordset(null::\"{table}\", $1::text::json)"
        );
        client.execute(&insert, &[rows])?;
    }
    Ok(true)
}

/// Rows of tables as JSON.
type TableRows = Arc<Vec<(String, String)>>;

/// The rows that the migrations themselves made, by table, as JSON; asked once per template.
fn rows_of_template(base: &str, template: &str, tables: &[String]) -> Result<TableRows, postgres::Error> {
    static KNOWN: LazyLock<Mutex<HashMap<String, TableRows>>> = LazyLock::new(Mutex::default);
    if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(template) {
        return Ok(Arc::clone(known));
    }
    let mut client = postgres::Client::connect(&with_database(base, template), postgres::NoTls)?;
    let mut rows = Vec::new();
    for table in tables {
        let found = client.query_one(&format!("select json_agg(t)::text from \"{table}\" t"), &[])?;
        rows.extend(found.get::<_, Option<String>>(0).map(|found| (table.clone(), found)));
    }
    let rows = Arc::new(rows);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.insert(template.to_owned(), Arc::clone(&rows));
    Ok(rows)
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
    static CLEANED: Once = Once::new();
    CLEANED.call_once(|| {
        // Beside the tests: what is not done when they end is left to the next.
        let base = base.to_owned();
        std::thread::spawn(move || drop_leftovers(&base));
    });
    admin(base, &[format!("create database {name} template template0 encoding 'UTF8' locale 'C'")]);
    let db = open(&with_database(base, &name));
    db.migrate(migrations, start()).expect("the migrations apply to PostgreSQL");
    drop(db);
    made.insert(key, name.clone());
    name
}

/// Drops databases of test processes that are gone.
fn drop_leftovers(base: &str) {
    let Ok(mut client) = postgres::Client::connect(base, postgres::NoTls) else { return };
    let names =
        client.query("select datname::text from pg_database where datname like 'harmony_test_%'", &[]);
    for row in names.unwrap_or_default() {
        let name: String = row.get(0);
        let process = name.split('_').nth(2).unwrap_or_default();
        let processes = std::path::Path::new("/proc");
        if processes.join("self").exists() && !processes.join(process).exists() {
            let _ = client.batch_execute(&format!("drop database if exists {name} with (force)"));
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
