//! About late premium, beside reminders: a plan to pay in parts, a pause, cover that had not stopped after all.

use kernel::{Instant, Money};

use super::{Desk, Said, fact, heading, text};
use crate::content::{CoverNotStopped, PauseReason, PayInstruction, PlanAgreed, PlanBroken, RemindersPaused};
use crate::letter::{Block, Tone};

pub(super) fn plan_agreed(desk: Desk<'_>, facts: &PlanAgreed) -> Said {
    let words = desk.words;
    let lines = facts
        .parts
        .iter()
        .map(|part| fact(words.with("plan-part", &[("on", part.on.into())]), words.money(part.amount)));
    let mut blocks = vec![
        text(words.say("plan-intro")),
        Block::Sum { lines: lines.collect(), total: fact(words.say("plan-total"), words.money(facts.total)) },
    ];
    blocks.extend(facts.off_since.map(|since| Block::Callout {
        tone: Tone::Warn,
        title: words.with("suspended-since-title", &[("since", words.at(since).into())]),
        text: words.with("plan-off", &[("back", facts.back_after.into())]),
    }));
    blocks.push(heading(words.say("plan-meanwhile-title")));
    blocks.push(Block::Bullets {
        items: vec![
            words.say("plan-no-reminder"),
            words.say("plan-coming"),
            words.with("plan-late", &[("grace", facts.grace.into())]),
            words.say("plan-trouble"),
        ],
    });
    let first = facts.parts.first().map_or(facts.total, |part| part.amount);
    pay(desk, &mut blocks, "plan-pay-title", first, &facts.pay);
    Said { title: words.say("plan-title"), file: "file-plan", blocks, sheet: None }
}

pub(super) fn plan_broken(desk: Desk<'_>, facts: &PlanBroken) -> Said {
    let words = desk.words;
    let mut blocks = vec![text(words.with("plan-broken-intro", &[("amount", facts.total.into())]))];
    blocks.extend(still_off(desk, facts.off_since));
    blocks.push(text(words.say("plan-broken-next")));
    pay(desk, &mut blocks, "pay-title", facts.total, &facts.pay);
    blocks.push(text(words.say("reminder-trouble")));
    Said { title: words.say("plan-broken-title"), file: "file-plan", blocks, sheet: None }
}

pub(super) fn paused(desk: Desk<'_>, facts: &RemindersPaused) -> Said {
    let words = desk.words;
    let mut blocks = vec![
        text(words.say(match facts.reason {
            PauseReason::Complaint => "pause-complaint",
            PauseReason::Error => "pause-error",
            PauseReason::Dispute => "pause-dispute",
            PauseReason::Hardship => "pause-hardship",
        })),
        text(words.with("pause-until", &[("until", facts.until.into())])),
    ];
    blocks.extend(facts.term_called_off.then(|| text(words.say("pause-term"))));
    blocks.extend(still_off(desk, facts.off_since));
    blocks.push(text(words.say("pause-owed")));
    Said { title: words.say("pause-title"), file: "file-pause", blocks, sheet: None }
}

pub(super) fn not_stopped(desk: Desk<'_>, facts: &CoverNotStopped) -> Said {
    let words = desk.words;
    let told = || ("told", words.at(facts.told).into());
    let callout = match facts.stops {
        None => Block::Callout {
            tone: Tone::Good,
            title: words.say("not-stopped-title"),
            text: words.with("not-stopped", &[told()]),
        },
        Some(stops) => Block::Callout {
            tone: Tone::Warn,
            title: words.with("stops-later-title", &[("stops", words.at(stops).into())]),
            text: words.with("stops-later", &[told(), ("stops", words.at(stops).into())]),
        },
    };
    let mut blocks = vec![
        text(words.say(match facts.stops {
            Some(_) => "stops-later-intro",
            None if facts.ours => "not-stopped-intro-ours",
            None => "not-stopped-intro",
        })),
        callout,
        text(words.say("not-stopped-damage")),
    ];
    if facts.total.is_positive() {
        blocks.push(heading(words.say("not-stopped-open-title")));
        blocks.push(desk.owed(&facts.owed, Vec::new(), facts.total));
        blocks.extend(facts.stops.is_none().then(|| text(words.say("not-stopped-open"))));
        pay(desk, &mut blocks, "pay-title", facts.total, &facts.pay);
    }
    let title = if facts.stops.is_some() { "stops-later-letter" } else { "not-stopped-letter" };
    Said { title: words.say(title), file: "file-reinstatement", blocks, sheet: None }
}

fn pay(desk: Desk<'_>, blocks: &mut Vec<Block>, title: &str, amount: Money, pay: &PayInstruction) {
    blocks.push(heading(desk.words.say(title)));
    blocks.extend(desk.pay(amount, pay));
}

fn still_off(desk: Desk<'_>, since: Option<Instant>) -> Option<Block> {
    let words = desk.words;
    since.map(|since| Block::Callout {
        tone: Tone::Warn,
        title: words.with("suspended-since-title", &[("since", words.at(since).into())]),
        text: words.say("pause-off"),
    })
}
