//! Killed at any moment, nothing is half done, nothing is done twice, and the next run goes on.

use std::io::Read;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::support::{Dice, copy, counts, files, folder, harmony, is_sound, portfolio, sqlite, start};

const FROM: &str = "2026-03-02";
const UNTIL: &str = "2026-04-14";

#[test]
fn the_daily_run_killed_at_random_moments_does_each_thing_once() {
    let base = folder();
    portfolio(base.path(), None, 3);
    let (calm, hard) = (folder(), folder());
    copy(base.path(), calm.path());
    copy(base.path(), hard.path());
    harmony(calm.path(), &["day", "--from", FROM, "--until", UNTIL]).is_done();

    let dice = Dice::new(11);
    let mut next = FROM.to_owned();
    for _ in 0..8 {
        let last = killed(hard.path(), &next, Duration::from_millis(200 + dice.below(900)));
        is_sound(hard.path(), &[]);
        next = last.unwrap_or(next);
    }
    harmony(hard.path(), &["day", "--from", &next, "--until", UNTIL]).is_done();
    // What was handed over when it was killed is tried again after a while: one more day for both.
    for data in [calm.path(), hard.path()] {
        harmony(data, &["day", "--until", "2026-04-15"]).is_done();
        is_sound(data, &[]);
    }
    assert_eq!(counts(&sqlite(hard.path())), counts(&sqlite(calm.path())));
    for letters in ["mail", "print"] {
        assert_eq!(files(hard.path(), letters).len(), files(calm.path(), letters).len(), "{letters}");
    }
    assert!(files(calm.path(), "mail").len() >= 6, "there was something to do");
}

/// Runs from a day and kills the run; gives the last day that it said it finished.
fn killed(data: &Path, from: &str, after: Duration) -> Option<String> {
    let mut run = start(data, &["day", "--from", from, "--until", UNTIL]);
    thread::sleep(after);
    run.kill().unwrap();
    let mut said = String::new();
    run.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    run.wait().unwrap();
    said.lines().last().and_then(|line| line.split_once(':')).map(|(day, _)| day.to_owned())
}

#[test]
fn the_demo_killed_while_it_fills_is_sound_and_says_what_to_do() {
    let dice = Dice::new(5);
    for _ in 0..3 {
        let data = folder();
        let mut filling = start(data.path(), &["serve", "--demo", "--listen", "127.0.0.1:0"]);
        thread::sleep(Duration::from_millis(300 + dice.below(2_500)));
        filling.kill().unwrap();
        filling.wait().unwrap();
        is_sound(data.path(), &[]);
        harmony(data.path(), &["day"]).is_done();
        let begun = counts(&sqlite(data.path())).iter().any(|line| line.starts_with("event applied"));
        if begun {
            harmony(data.path(), &["serve", "--demo", "--listen", "127.0.0.1:0"])
                .is_wrong(&["interrupted", "--data"]);
        }
    }
}
