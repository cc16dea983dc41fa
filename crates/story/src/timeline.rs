//! What a story expects of cover, of the schedule and of the end, also beforehand.

use app::{contracts, corrections, endings};
use kernel::{Country, Instant, Money};
use policy::{Consequence, Contract};

use crate::{
    Line,
    expect::{Otherwise, differs},
    player::{LineError, Player},
};

fn shown(at: Instant) -> String {
    at.to_zoned(Country::Nl.time_zone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// The contract as of its facts.
fn contract(player: &Player<'_>, line: &Line) -> Result<(Vec<policy::Fact>, Contract), LineError> {
    let id = player.person(line)?.contract;
    let facts = player.app.db.read(move |tx| contracts::facts(tx, &[id]))?.remove(&id).unwrap_or_default();
    let contract = Contract::fold(facts.iter().map(|fact| (&fact.event, fact.effective)));
    let contract = contract.ok_or_else(|| line.error("there is no such contract"))?;
    Ok((facts, contract))
}

pub(crate) fn cover(player: &Player<'_>, line: &Line) -> Otherwise {
    let (facts, _) = contract(player, line)?;
    let at = if line.get("at").is_some() { line.instant("at")? } else { line.at };
    let known = if line.get("known").is_some() { line.instant("known")? } else { line.at };
    let timeline = policy::cover(&facts, known);
    let found = timeline.at(at);
    let rule = timeline.segment(at).map_or("none", |segment| segment.begins.rule.id());
    let shown = shown(at);
    if let Some(what) = differs(&format!("cover at {shown}"), line.need("is")?, found.code()) {
        return Ok(Some(format!("{what} (by {rule})")));
    }
    Ok(line
        .get("rule")
        .and_then(|wanted| differs(&format!("the rule of the cover at {shown}"), wanted, rule)))
}

/// When the policy ends as things stand: the first instant without it, in which way, by which rule.
pub(crate) fn ends(player: &Player<'_>, line: &Line) -> Otherwise {
    let (_, contract) = contract(player, line)?;
    let ending = contract.ends();
    let at = ending.map_or_else(|| "never".to_owned(), |ending| shown(ending.ends));
    let way = ending.map_or("none", |ending| ending.way.code());
    let rule = ending.map_or("none", |ending| ending.way.rule(contract.country()).id());
    let differences = [
        differs("the end", line.need("at")?, &at),
        line.get("way").and_then(|wanted| differs("the way it ends", wanted, way)),
        line.get("rule").and_then(|wanted| differs("the rule of the end", wanted, rule)),
    ];
    Ok(differences.into_iter().flatten().next())
}

/// What the schedule says at an instant.
pub(crate) fn schedule(player: &Player<'_>, line: &Line) -> Otherwise {
    let (_, contract) = contract(player, line)?;
    let at = if line.get("at").is_some() { line.instant("at")? } else { line.at };
    let schedule = contract.schedule_at(at);
    let excess = schedule.devices.first().map_or(Money::ZERO, |device| device.excess);
    let found = [
        ("no", schedule.no.to_string()),
        ("plan", schedule.plan),
        ("premium", schedule.premium.to_string()),
        ("devices", schedule.devices.len().to_string()),
        ("excess", excess.to_string()),
    ];
    let mut differences = found.iter().filter_map(|(name, found)| differs(name, line.get(name)?, found));
    Ok(differences.next())
}

/// What a notice would do, before anybody confirms it.
pub(crate) fn quote(player: &Player<'_>, line: &Line) -> Otherwise {
    let contract = player.person(line)?.contract;
    let notice = player.notice(line, line.get("from").unwrap_or("customer"), None)?;
    let (app, now) = (player.app.clone(), player.now);
    let quote = player.app.db.read(move |tx| endings::quote(&app, tx, now, contract, &notice))?;
    let quote = match (quote, line.get("refused")) {
        (Err(refused), Some(wanted)) => return Ok(differs("the refusal", wanted, &refused.code)),
        (Err(refused), None) => return Ok(Some(format!("it would be refused: {}", refused.code))),
        (Ok(_), Some(wanted)) => return Ok(Some(format!("it would be done, and not refused as {wanted}"))),
        (Ok(quote), None) => quote,
    };
    let found = [
        ("ends", shown(quote.ends)),
        ("rule", quote.rule.id().to_owned()),
        ("refund", quote.refund.to_string()),
        ("taken_back", quote.taken_back.to_string()),
        ("open", quote.open.to_string()),
        ("back_rule", quote.back_rule.id().to_owned()),
    ];
    let mut differences = found.iter().filter_map(|(name, found)| differs(name, line.get(name)?, found));
    Ok(differences.next())
}

/// What would follow from a correction, before anybody confirms it.
pub(crate) fn follows(player: &Player<'_>, line: &Line) -> Otherwise {
    let wrong = player.wrong(line)?;
    let (app, now) = (player.app.clone(), player.now);
    let follows = match player.app.db.read(move |tx| corrections::preview(&app, tx, now, &wrong))? {
        Ok(follows) => follows,
        Err(refused) => return Ok(Some(format!("it would be refused: {}", refused.code))),
    };
    let mut sums = [Money::ZERO; 3];
    let mut covers = Vec::new();
    for consequence in follows {
        match consequence {
            Consequence::TakenBack { amount, .. } => sums[0] += amount,
            Consequence::Charged { amount, .. } => sums[1] += amount,
            Consequence::Refunded { amount, .. } => sums[2] += amount,
            Consequence::CoverChanged { from, was, is, .. } => {
                covers.push(format!("{} {}-{}", shown(from), was.code(), is.code()));
            }
            Consequence::Letter { .. } => {}
        }
    }
    let found = [
        ("taken_back", sums[0].to_string()),
        ("charged", sums[1].to_string()),
        ("refunded", sums[2].to_string()),
        ("cover", covers.join(", ")),
    ];
    let mut differences = found.iter().filter_map(|(name, found)| differs(name, line.get(name)?, found));
    Ok(differences.next())
}
