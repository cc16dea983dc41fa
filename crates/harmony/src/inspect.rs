//! `harmony cover`: the timeline of a policy.

use app::contracts;
use kernel::{Country, Instant, PolicyNumber};
use policy::{Contract, Timeline};

use crate::{
    End, Wrong,
    cli::{Place, local, shown},
    clock,
};

pub(crate) fn cover(
    place: &Place,
    number: &PolicyNumber,
    at: Option<&str>,
    known: Option<&str>,
) -> Result<End, Wrong> {
    let known = known.map(local).transpose()?.unwrap_or_else(clock::system_now);
    let at = at.map(local).transpose()?;
    let app = place.open()?;
    let wanted = number.clone();
    let facts = app.db.read(move |tx| {
        let id =
            contracts::by_number(tx, &wanted)?.ok_or_else(|| app::AppError::missing("a policy", &wanted))?;
        Ok::<_, app::AppError>(contracts::facts(tx, &[id])?.remove(&id).unwrap_or_default())
    })?;
    let contract =
        Contract::fold(facts.iter().map(|f| (&f.event, f.effective))).ok_or("the policy has no events")?;
    let timeline = policy::cover(&facts, known);
    let country = contract.country();
    if place.json {
        println!("{}", json(&timeline, at));
    } else if let Some(at) = at {
        let cover = timeline.at(at);
        let why = timeline.segment(at).map_or_else(String::new, |s| {
            format!(" since {} by {} (event {})", shown(s.begins.at, country), s.begins.rule, s.begins.seq)
        });
        println!("{number} at {}: {}{why}", shown(at, country), cover.code());
    } else {
        println!("{number}, as known at {}", shown(known, country));
        print(&timeline, country, &facts);
    }
    let covered = at.is_none_or(|at| timeline.at(at).is_covered());
    Ok(if covered { End::Done } else { End::No })
}

fn print(timeline: &Timeline, country: Country, facts: &[policy::Fact]) {
    for segment in &timeline.segments {
        let begins = &segment.begins;
        let event = facts.iter().find(|fact| fact.seq == begins.seq).map_or("", |fact| fact.event.kind());
        println!(
            "{}  {:<11}  {:<10}  event {} {event}",
            shown(begins.at, country),
            segment.cover.code(),
            begins.rule.id(),
            begins.seq
        );
    }
}

fn json(timeline: &Timeline, at: Option<Instant>) -> serde_json::Value {
    match at {
        Some(at) => {
            serde_json::json!({ "at": at, "cover": timeline.at(at), "segment": timeline.segment(at) })
        }
        None => serde_json::json!(timeline),
    }
}
