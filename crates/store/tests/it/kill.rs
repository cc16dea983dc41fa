//! A process killed at any moment leaves whole transactions only.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use kernel::{Actor, Channel, Role};
use store::journal::{self, Append, NewEvent};
use store::testing::{TestDb, config, each_database, id, start};
use store::{Db, Priority, command, params, sql};

const URL: &str = "HARMONY_TEST_KILL_URL";

/// Not a test by itself: what the killed process does. It commits without end and says each time how far it is.
#[test]
fn writes_until_killed() {
    let Ok(url) = std::env::var(URL) else { return };
    let db = Db::open(&store::DbConfig::new(url)).unwrap();
    for round in 0.. {
        db.write(Priority::Click, move |tx| {
            let appends: Vec<_> = (1..=40).map(|stream| grow(stream, round)).collect();
            journal::append(tx, &appends)?;
            command::record(tx, start(), &[(format!("round {round}"), "done".to_owned())])
        })
        .unwrap();
        println!("committed {}", round + 1);
    }
}

fn grow(stream: i64, expected: i64) -> Append {
    Append {
        stream: id(stream),
        expected,
        actor: Actor::new(id(1), Role::Machine, Channel::Machine),
        command: "grow".into(),
        recorded: start(),
        events: vec![NewEvent { kind: "grew", version: 1, effective: start(), body: vec![b'x'; 300] }],
    }
}

fn kill_after(test: &TestDb, delay: Duration) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::writes_until_killed", "--nocapture"])
        .env(URL, &test.url)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut promised = 0;
    let mut read = |until: &dyn Fn(i64) -> bool| {
        for line in lines.by_ref() {
            if let Some((_, number)) = line.unwrap_or_default().split_once("committed ") {
                promised = number.trim().parse().unwrap();
                if until(promised) {
                    break;
                }
            }
        }
        promised
    };
    read(&|promised| promised >= 3);
    std::thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
    let promised = read(&|_| false);

    let db = Db::open(&config(&test.url)).unwrap();
    let chains = journal::verify(&db, |_| {}).unwrap();
    assert_eq!(chains.breaks, []);
    // What was answered is there; of the round under way all or nothing.
    let rounds = (chains.events / 40) as i64;
    assert_eq!(chains.events % 40, 0);
    assert!(rounds == promised || rounds == promised + 1, "{rounds} of {promised}");
    let commands =
        db.read(|tx| tx.query_one(sql!("select count(*) as n from command"), &params![])?.i64("n")).unwrap();
    assert_eq!(commands, rounds);
    db.write(Priority::Click, move |tx| journal::append(tx, &[grow(1, rounds)])).expect("work goes on");
    db.write(Priority::Click, |tx| {
        tx.exec(sql!("delete from event"), &params![])?;
        tx.exec(sql!("delete from command"), &params![])
    })
    .unwrap();
}

#[test]
fn a_killed_process_leaves_nothing_half_done() {
    each_database(&[], |test| {
        for delay_ms in [0, 3, 7, 11, 16] {
            kill_after(test, Duration::from_millis(delay_ms));
        }
    });
}
