//! `harmony simulate`: years of an invented portfolio, with faults, from a seed.

use std::time::{Duration, Instant};

use clap::Args;
use sim::{Broken, Config, Faults, Played, Reduced, Summary};

use crate::{End, Wrong, cli::Place};

/// What to simulate.
#[derive(Debug, Args)]
pub(crate) struct SimulateArgs {
    /// People who apply, spread over the first two thirds of the time; at most 100000.
    #[arg(long, default_value_t = 100)]
    policies: u32,
    /// Years, at most 20.
    #[arg(long, default_value_t = 1)]
    years: u32,
    /// Days in place of years.
    #[arg(long, conflicts_with = "years")]
    days: Option<u32>,
    /// All chance comes from it: the same seed gives the same history.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Faults put in: all, none, or a list of death, disk, twice, late, mail, statements.
    #[arg(long, default_value = "all")]
    faults: Faults,
    /// One letter in so many is laid out as for its reader; 1 lays out all of them and is slow.
    #[arg(long, default_value_t = 50)]
    letters: u64,
    /// Seconds for reducing a history that breaks an invariant.
    #[arg(long, default_value_t = 60)]
    reduce: u64,
}

const POLICIES_MAX: u32 = 100_000;
const YEARS_MAX: u32 = 20;

pub(crate) fn simulate(place: &Place, args: &SimulateArgs) -> Result<End, Wrong> {
    let days = args.days.unwrap_or(args.years.saturating_mul(365));
    if args.policies == 0 || args.policies > POLICIES_MAX {
        return Err(format!("--policies {}: write a number from 1 to {POLICIES_MAX}", args.policies).into());
    }
    if days == 0 || days > YEARS_MAX * 366 {
        return Err(format!("a simulation takes from 1 day to {YEARS_MAX} years").into());
    }
    if args.letters == 0 {
        return Err("--letters 0: write 1 to lay out every letter, 50 for one in fifty".into());
    }
    let config = Config {
        policies: args.policies,
        days,
        seed: args.seed,
        faults: args.faults,
        letters: args.letters,
        database: place.database.clone(),
        planted: false,
    };
    let begun = Instant::now();
    let played = sim::simulate(&config, None, &mut |summary| {
        let (day, took) = (summary.days, begun.elapsed().as_secs_f64());
        eprintln!(
            "day {day} of {days}: {} policies, {} events, {took:.0} s",
            summary.policies, summary.events
        );
    })?;
    let took = begun.elapsed();
    let Played { summary, broken, decisions, .. } = played;
    let Some(broken) = broken else {
        tell(place, args, &summary, took, None);
        return Ok(End::Done);
    };
    let deadline = Instant::now() + Duration::from_secs(args.reduce);
    eprintln!("{}: reducing {} decisions", line(&broken), decisions.len());
    let reduced = sim::reduce(&config, &broken, decisions, &|| Instant::now() >= deadline)?;
    tell(place, args, &summary, took, Some((&broken, reduced.as_ref())));
    Ok(End::No)
}

fn line(broken: &Broken) -> String {
    let policy = broken.policy.map(|number| format!(", policy {number}")).unwrap_or_default();
    format!("{} (day {}){policy}: {}: {}", broken.on, broken.day, broken.invariant, broken.what)
}

type Found<'a> = (&'a Broken, Option<&'a Reduced>);

fn tell(place: &Place, args: &SimulateArgs, summary: &Summary, took: Duration, found: Option<Found<'_>>) {
    let seconds = took.as_secs_f64();
    if place.json {
        let reduced = found.and_then(|(_, reduced)| reduced).map(|reduced| {
            serde_json::json!({
                "broken": reduced.played.broken, "decisions": reduced.played.decisions, "facts": reduced.played.journal,
                "is_least": reduced.is_least, "tries": reduced.tries,
            })
        });
        let broken = found.map(|(broken, _)| broken);
        let answer = serde_json::json!({
            "seed": args.seed, "seconds": seconds, "summary": summary, "broken": broken, "reduced": reduced,
        });
        println!("{answer}");
        return;
    }
    println!(
        "seed {}: {} policies, {} days, {} events, {} letters ({} laid out), {} bank entries, {} euros moved",
        args.seed,
        summary.policies,
        summary.days,
        summary.events,
        summary.letters,
        summary.laid_out,
        summary.entries,
        kernel::Money::from_cents(summary.moved_cents),
    );
    let refused: u64 = summary.refusals.values().sum();
    println!(
        "{} faults put in, {refused} refusals, {} invariants checked; {seconds:.0} s, {:.0} policy days a second",
        summary.faults,
        summary.checks,
        summary.policies as f64 * f64::from(summary.days) / seconds.max(0.001),
    );
    let Some((broken, reduced)) = found else {
        println!("no invariant is broken");
        return;
    };
    println!("BROKEN {}", line(broken));
    let Some(reduced) = reduced else {
        println!("played again on SQLite it holds: the database, or which work came first, plays a part");
        return;
    };
    let how = if reduced.is_least { "each is needed" } else { "the time was over" };
    let decisions = &reduced.played.decisions;
    println!("reduced to {} decisions in {} tries ({how}):", decisions.len(), reduced.tries);
    for decision in decisions {
        println!("  day {:4}  {}: {}", decision.day, decision.who, decision.what);
    }
    if let Some(broken) = &reduced.played.broken {
        println!("then {}", line(broken));
    }
    for fact in &reduced.played.journal {
        println!("  {fact}");
    }
}
