//! What a story expects: each answers what is otherwise, or nothing.

use app::verify;
use kernel::{Id, Money};
use store::{params, sql};

use crate::{
    Line,
    player::{LineError, Player},
    timeline,
};

pub(crate) type Otherwise = Result<Option<String>, LineError>;

pub(crate) fn check(player: &mut Player<'_>, line: &Line) -> Otherwise {
    match line.verb.as_str() {
        "expect cover" => timeline::cover(player, line),
        "expect ends" => timeline::ends(player, line),
        "expect schedule" => timeline::schedule(player, line),
        "expect quote" => timeline::quote(player, line),
        "expect follows" => timeline::follows(player, line),
        "expect refund" => refund(player, line),
        "expect phase" => phase(player, line),
        "expect open" => open(player, line),
        "expect balance" => balance(player, line),
        "expect told" => crate::books::told(player, line),
        "expect letters" => letters(player, line),
        "expect task" => task(player, line),
        "expect claim" => claim(player, line),
        "expect incidents" => incidents(player, line),
        "expect late" => late(player, line),
        "expect seen" => crate::partner::seen(player, line),
        "expect payments" => payments(player, line),
        "expect sound" => sound(player),
        other => Err(line.error(format!("nobody knows how to `{other}`; see stories/README.md")).into()),
    }
}

pub(crate) fn differs(what: &str, expected: &str, found: &str) -> Option<String> {
    (expected != found).then(|| format!("{what} is {found}, expected {expected}"))
}

/// What being late on a claim comes to now, as the desk is shown it.
fn late(player: &Player<'_>, line: &Line) -> Otherwise {
    let id = player.claim_of(line)?;
    let (now, reminded) = (player.now, crate::ending::day(line, "reminded")?);
    let wanted: Money = line.read("amount", "an amount such as 300.00")?;
    let found = player.app.db.read(move |tx| app::claims::late(tx, now, id, reminded))?;
    let found = found.map_or(Money::ZERO, |sum| sum.lateness.total());
    Ok(differs("what being late comes to", &wanted.to_string(), &found.to_string()))
}

/// Incidents in the register on somebody's policy.
fn incidents(player: &Player<'_>, line: &Line) -> Otherwise {
    let id = player.person(line)?.contract;
    let kind = line.need("kind")?.to_owned();
    let wanted: i64 = line.read("count", "a number")?;
    let found: i64 = player.app.db.read(move |tx| {
        let sql = sql!("select count(*) as number from incident where contract = ?1 and kind = ?2");
        tx.query_one(sql, &params![id, kind.as_str()])?.i64("number")
    })?;
    Ok(differs("the number of incidents", &wanted.to_string(), &found.to_string()))
}

fn phase(player: &Player<'_>, line: &Line) -> Otherwise {
    let id = player.person(line)?.contract;
    let found = player.app.db.read(move |tx| {
        tx.query_one(sql!("select phase from contract where id = ?1"), &params![id])?.text("phase")
    })?;
    Ok(differs("the phase", line.need("is")?, &found))
}

fn open(player: &Player<'_>, line: &Line) -> Otherwise {
    let id = player.person(line)?.contract;
    let wanted: Money = line.read("amount", "an amount such as 9.95")?;
    let found: Money = player.app.db.read(move |tx| {
        tx.query_one(sql!("select open_cents from contract where id = ?1"), &params![id])?.money("open_cents")
    })?;
    Ok(differs("the open amount", &wanted.to_string(), &found.to_string()))
}

/// All that was ordered back to the policyholder so far, and by which rule the last of it.
fn refund(player: &Player<'_>, line: &Line) -> Otherwise {
    let id = player.person(line)?.contract;
    let wanted: Money = line.read("amount", "an amount such as 9.95")?;
    let rows = player.app.db.read(move |tx| {
        let sql = sql!(
            "select amount_cents, rule from payment_order where stream = ?1 and kind = 'refund' order by created_us, id"
        );
        let rows = tx.query(sql, &params![id])?;
        rows.iter().map(|row| Ok((row.money("amount_cents")?, row.text("rule")?))).collect::<Result<Vec<_>, store::StoreError>>()
    })?;
    let found: Money = rows.iter().map(|(amount, _)| *amount).sum();
    let rule = rows.last().map_or("none", |(_, rule)| rule.as_str());
    let wanted_rule = line.get("rule").unwrap_or(rule);
    Ok(differs("what goes back", &wanted.to_string(), &format!("{found}"))
        .or_else(|| differs("the rule of the refund", wanted_rule, rule)))
}

fn balance(player: &Player<'_>, line: &Line) -> Otherwise {
    let account = line.need("account")?.to_owned();
    let wanted: Money = line.read("amount", "an amount such as 9.95")?;
    let found: i64 = player.app.db.read(move |tx| {
        let row = tx.query_one(
            sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as cents from posting where account = ?1"),
            &params![account.as_str()],
        )?;
        row.i64("cents")
    })?;
    let found = Money::from_cents(found);
    Ok(differs(&format!("the balance of {}", line.need("account")?), &wanted.to_string(), &found.to_string()))
}

fn letters(player: &Player<'_>, line: &Line) -> Otherwise {
    let stream: Id =
        if line.get("claim").is_some() { player.claim_of(line)? } else { player.person(line)?.contract };
    let kind = line.need("kind")?.to_owned();
    let wanted: i64 = line.read("count", "a number")?;
    let found: i64 = player.app.db.read(move |tx| {
        let row = tx.query_one(
            sql!("select count(*) as number from letter where stream = ?1 and kind = ?2 and sent_us is not null"),
            &params![stream, kind.as_str()],
        )?;
        row.i64("number")
    })?;
    Ok(differs(
        &format!("the number of letters {}", line.need("kind")?),
        &wanted.to_string(),
        &found.to_string(),
    ))
}

fn task(player: &Player<'_>, line: &Line) -> Otherwise {
    let kind = line.need("kind")?.to_owned();
    let detail = line.get("detail").map(str::to_owned);
    let wanted: i64 = line.read("count", "a number")?;
    let details = player.app.db.read(move |tx| {
        let sql = sql!("select detail from task where kind = ?1 and state = 'open'");
        let rows = tx.query(sql, &params![kind.as_str()])?;
        rows.iter().map(|row| row.text("detail")).collect::<Result<Vec<_>, _>>()
    })?;
    let found = details.iter().filter(|found| detail.as_ref().is_none_or(|detail| *found == detail)).count();
    Ok(differs(
        &format!("the number of open tasks {}", line.need("kind")?),
        &wanted.to_string(),
        &found.to_string(),
    ))
}

fn claim(player: &Player<'_>, line: &Line) -> Otherwise {
    let id = player.claim_of(line)?;
    let row = player.app.db.read(move |tx| {
        tx.query_one(sql!("select phase, approved_cents, paid_cents from claim where id = ?1"), &params![id])
    })?;
    if let Some(wanted) = line.get("is")
        && let Some(what) = differs("the claim's phase", wanted, &row.text("phase")?)
    {
        return Ok(Some(what));
    }
    for (name, column) in [("approved", "approved_cents"), ("paid", "paid_cents")] {
        if line.get(name).is_some() {
            let wanted: Money = line.read(name, "an amount such as 9.95")?;
            let found = row.money(column)?;
            if let Some(what) = differs(&format!("what is {name}"), &wanted.to_string(), &found.to_string()) {
                return Ok(Some(what));
            }
        }
    }
    if line.get("verdict").is_none() && line.get("rule").is_none() {
        return Ok(None);
    }
    let app = player.app.clone();
    let decision = player.app.db.read(move |tx| app::claims::last_decision(&app, tx, id))?;
    let Some(decision) = decision else { return Ok(Some("nothing was decided on the claim yet".to_owned())) };
    let item = &decision.items[0];
    let found = match &item.verdict {
        terms::Verdict::Covered { .. } => "covered",
        terms::Verdict::NotCovered => "not-covered",
        terms::Verdict::Routed { .. } => "routed",
        terms::Verdict::NeedsPerson => "needs-person",
        terms::Verdict::NeedsFacts => "needs-facts",
    };
    let rules: Vec<&str> = item.decided_by.iter().map(|clause| clause.rule.as_str()).collect();
    if let Some(wanted) = line.get("verdict")
        && let Some(what) = differs("the verdict", wanted, found)
    {
        let missing: Vec<&str> = item.missing.iter().map(|fact| fact.fact.as_str()).collect();
        return Ok(Some(format!("{what} (by {}; missing: {})", rules.join(", "), missing.join(", "))));
    }
    Ok(line.get("rule").and_then(|wanted| {
        (!rules.contains(&wanted))
            .then(|| format!("decided by {}, expected {wanted} among them", rules.join(", ")))
    }))
}

fn payments(player: &Player<'_>, line: &Line) -> Otherwise {
    let state = line.need("state")?.to_owned();
    let wanted: i64 = line.read("count", "a number")?;
    let found: i64 = player.app.db.read(move |tx| {
        let row = tx.query_one(
            sql!("select count(*) as number from payment_order where state = ?1"),
            &params![state.as_str()],
        )?;
        row.i64("number")
    })?;
    Ok(differs(
        &format!("the number of payments {}", line.need("state")?),
        &wanted.to_string(),
        &found.to_string(),
    ))
}

fn sound(player: &Player<'_>) -> Otherwise {
    let report = verify::verify(&player.app.db, |_, _| {})?;
    let faults: Vec<String> = report.faults.iter().map(|(name, fault)| format!("{name}: {fault}")).collect();
    Ok((!report.is_sound()).then(|| faults.join("; ")))
}
