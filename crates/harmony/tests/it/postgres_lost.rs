//! PostgreSQL that goes away while Harmony works, and comes back.

use std::thread;
use std::time::{Duration, Instant};

use postgres::{Client, NoTls};
use store::testing::empty_postgres;

use crate::support::{Dice, Server, counts, folder, harmony, is_sound, portfolio, start};

/// The server's own administration, beside the database under test.
struct Keeper {
    client: Client,
    database: String,
}

impl Keeper {
    fn of(url: &str) -> Self {
        let base = std::env::var("HARMONY_TEST_POSTGRES").unwrap();
        let database = url.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
        Self { client: Client::connect(&base, NoTls).unwrap(), database }
    }

    /// Lets nobody in, or everybody again.
    fn open(&mut self, open: bool) {
        self.client
            .batch_execute(&format!("alter database {} with allow_connections {open}", self.database))
            .unwrap();
    }

    /// Closes every connection to the database, as a restart does.
    fn throw_out(&mut self) {
        let sql = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1";
        self.client.query(sql, &[&self.database]).unwrap();
    }
}

#[test]
fn a_page_says_unavailable_and_works_again() {
    let Some(test) = empty_postgres() else { return };
    let data = folder();
    let server = Server::start(data.path(), &["--database", &test.url]);
    let mut keeper = Keeper::of(&test.url);
    // A session that nobody has: the page must ask the database.
    let cookie = format!("cookie: session={}\r\n", "a".repeat(64));
    let ask = || server.ask("GET", "/my", &cookie, &[]);
    let before = ask();
    assert_eq!(before.status, 303, "{before:?}");

    keeper.open(false);
    keeper.throw_out();
    let lost = ask();
    assert_eq!(lost.status, 503, "{lost:?}");
    assert!(lost.head.contains("retry-after: "), "{lost:?}");
    assert!(!lost.body.contains("postgres") && lost.body.contains("<html lang=\"en\">"), "{lost:?}");
    assert_eq!(server.get("/faq").status, 200, "what needs no database is there");

    keeper.open(true);
    let begin = Instant::now();
    while ask().status != 303 {
        assert!(begin.elapsed() < Duration::from_secs(10), "it works again");
        thread::sleep(Duration::from_millis(50));
    }
    // Connections closed while idle are replaced without anybody noticing.
    keeper.throw_out();
    assert_eq!(ask().status, 303);
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn a_run_that_loses_its_connections_loses_nothing() {
    let Some(test) = empty_postgres() else { return };
    let Some(undisturbed) = empty_postgres() else { return };
    let (data, calm) = (folder(), folder());
    portfolio(data.path(), Some(&test.url), 3);
    portfolio(calm.path(), Some(&undisturbed.url), 3);
    let day = |until| ["day", "--from", "2026-03-02", "--until", until];
    let mut keeper = Keeper::of(&test.url);
    let dice = Dice::new(2);
    let mut run = start(data.path(), &[&["--database", &test.url][..], &day("2026-03-10")].concat());
    while run.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_millis(50 + dice.below(300)));
        keeper.throw_out();
    }
    let output = run.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    match output.status.code() {
        Some(0) => assert_eq!(said, ""),
        status => {
            assert_eq!(status, Some(2), "{said}");
            let named = said.contains("127.0.0.1:") || said.contains("connection");
            assert!(said.starts_with("harmony: ") && named, "{said}");
            assert_eq!(said.lines().count(), 1, "{said}");
        }
    }
    for (place, url) in [(data.path(), &test.url), (calm.path(), &undisturbed.url)] {
        harmony(place, &[&["--database", url][..], &day("2026-03-12")].concat()).is_done();
        is_sound(place, &["--database", url]);
    }
    assert_eq!(counts(&test.url), counts(&undisturbed.url));
}
