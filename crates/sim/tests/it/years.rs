//! Short simulations: that they find nothing where there is nothing, and what is planted.

use sim::{Config, Faults, Played, simulate};

fn config(seed: u64) -> Config {
    Config { policies: 12, days: 150, seed, faults: Faults::ALL, database: None, planted: false }
}

fn play(config: &Config) -> Played {
    simulate(config, None, &mut |_| {}).expect("a fresh database takes a simulation")
}

#[test]
fn with_all_faults_nothing_breaks() {
    for seed in [1, 2] {
        let played = play(&config(seed));
        assert!(played.broken.is_none(), "seed {seed}: {:#?}\n{:#?}", played.broken, played.journal);
        let summary = &played.summary;
        assert!(summary.policies > 5 && summary.events > 100 && summary.faults > 0, "{summary:#?}");
        println!("{summary:#?}");
    }
}
