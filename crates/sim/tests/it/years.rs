//! Short simulations: they find nothing where there is nothing, and find and reduce what is planted.

use sim::{Config, Faults, Played, Who, simulate};

fn config(seed: u64) -> Config {
    Config {
        policies: 12,
        days: 150,
        seed,
        faults: Faults::ALL,
        letters: 1_000,
        database: None,
        planted: false,
    }
}

fn play(config: &Config) -> Played {
    simulate(config, None, &mut |_| {}).expect("a fresh database takes a simulation")
}

#[test]
fn with_all_faults_nothing_breaks() {
    let (mut approved, mut refused, mut delivered, mut accepted) = (0, 0, 0, 0);
    for seed in [1, 2] {
        let played = play(&config(seed));
        assert!(played.broken.is_none(), "seed {seed}: {:#?}\n{:#?}", played.broken, played.journal);
        let summary = &played.summary;
        assert!(summary.policies > 5 && summary.events > 100 && summary.faults > 0, "{summary:#?}");
        assert!(summary.claims > 2 && summary.claims_checked > summary.claims, "{summary:#?}");
        approved += summary.kinds.get("approved").copied().unwrap_or(0);
        refused += summary.kinds.get("refused").copied().unwrap_or(0);
        delivered += summary.kinds.get("job-delivered").copied().unwrap_or(0);
        accepted += summary.kinds.get("job-accepted").copied().unwrap_or(0);
    }
    assert!(
        approved > 0 && refused > 0,
        "{approved} approved, {refused} refused: the oracle had nothing to see"
    );
    assert!(
        delivered > 0 && accepted > 0,
        "{delivered} delivered, {accepted} accepted in kind: nor had this one"
    );
}

#[test]
fn nor_on_postgresql() {
    let Some(there) = store::testing::empty_postgres() else { return };
    let config = Config { database: Some(there.url.clone()), days: 60, ..config(3) };
    let played = play(&config);
    assert!(played.broken.is_none(), "{:#?}\n{:#?}", played.broken, played.journal);
    let again = simulate(&config, None, &mut |_| {}).expect_err("it is full now");
    assert!(again.to_string().contains("is not empty"), "{again}");
}

#[test]
fn the_same_seed_gives_the_same_history() {
    let config = Config { days: 40, ..config(5) };
    let (one, two) = (play(&config), play(&config));
    assert_eq!(one.decisions, two.decisions);
    assert_eq!(one.summary.events, two.summary.events);
}

#[test]
fn a_planted_bug_is_found_and_reduced() {
    let config = Config { planted: true, faults: Faults::NONE, policies: 16, days: 60, ..config(16) };
    let played = play(&config);
    let broken = played.broken.expect("who was asked something and paid has lost a posting");
    let before = played.decisions.len();
    let reduced = sim::reduce(&config, &broken, played.decisions, &|| false)
        .expect("a fresh database takes a simulation")
        .expect("it breaks again");
    let left = &reduced.played.decisions;
    assert_eq!(reduced.played.broken.expect("that is why it was kept").invariant, broken.invariant);
    assert!(reduced.is_least && left.len() < 8 && left.len() * 4 < before, "{before}: {left:#?}");
    let people: std::collections::BTreeSet<Who> = left.iter().map(|decision| decision.who).collect();
    assert_eq!(people.len(), 1, "one policy is enough: {left:#?}");
    let what: Vec<&str> = left.iter().map(|decision| decision.what.as_str()).collect();
    assert!(what.contains(&"applies") && what.contains(&"the desk decides"), "{what:?}");
}
