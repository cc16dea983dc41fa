//! A change of premium or conditions by the insurer: announced, or taken back.

use kernel::{Frequency, Money, add_days};

use super::{Desk, Said, fact, heading, text};
use crate::content::{ChangeAnnounced, ChangeWithdrawn};
use crate::letter::{Block, Tone};

/// What changes and from when; why; what the reader may do, until when, and that it costs nothing.
pub(super) fn announced(desk: Desk<'_>, facts: &ChangeAnnounced) -> Said {
    let words = desk.words;
    let price = |amount| price(desk, amount, facts.frequency);
    let mut lines = vec![fact(words.say("change-from"), words.date(facts.from))];
    if facts.before == facts.after {
        lines.push(fact(words.say("change-premium"), words.say("change-premium-stays")));
    } else {
        lines.push(fact(words.say("change-before"), price(facts.before)));
        lines.push(fact(words.say("change-after"), price(facts.after)));
    }
    if let Some(conditions) = &facts.conditions {
        lines.push(fact(words.say("change-conditions"), conditions.as_str()));
    }
    let mut blocks = vec![
        text(words.with("change-intro", &[("plan", (&facts.plan).into()), ("from", facts.from.into())])),
        Block::Facts { facts: lines },
    ];
    if !facts.reason.is_empty() {
        blocks.extend([heading(words.say("change-why")), text(facts.reason.as_str())]);
    }
    blocks.extend([heading(words.say("change-agree")), text(words.say("change-agree-text"))]);
    match facts.leave_by {
        Some(day) => {
            let ends = add_days(facts.from, -1);
            blocks.extend([
                heading(words.say("change-leave")),
                Block::Callout {
                    tone: Tone::Plain,
                    title: words.with("change-leave-by", &[("date", day.into())]),
                    text: words.with("change-leave-text", &[("date", ends.into())]),
                },
                text(words.say("change-leave-how")),
            ]);
            if let Some(link) = &facts.link {
                blocks.push(desk.link("change-link", link));
            }
        }
        None => blocks.push(text(words.say("change-no-leave"))),
    }
    if facts.conditions.is_some() {
        blocks.push(text(words.say("change-read")));
    }
    blocks.push(text(words.say("change-schedule")));
    Said { title: words.say("change-title"), file: "file-change", blocks, sheet: None }
}

/// That nothing changes after all, and what somebody may do who had left for it.
pub(super) fn withdrawn(desk: Desk<'_>, facts: &ChangeWithdrawn) -> Said {
    let words = desk.words;
    let mut blocks = vec![
        text(words.with("no-change-intro", &[("plan", (&facts.plan).into()), ("from", facts.from.into())])),
        Block::Callout {
            tone: Tone::Good,
            title: words
                .with("no-change-premium", &[("price", price(desk, facts.premium, facts.frequency).into())]),
            text: words.say("no-change-text"),
        },
    ];
    if facts.has_left {
        let ends = add_days(facts.from, -1);
        blocks.extend([
            heading(words.say("no-change-stay")),
            text(words.with("no-change-stay-text", &[("date", ends.into())])),
        ]);
    }
    blocks.push(desk.link("portal-link", ""));
    Said { title: words.say("no-change-title"), file: "file-change", blocks, sheet: None }
}

fn price(desk: Desk<'_>, amount: Money, frequency: Frequency) -> String {
    let key = match frequency {
        Frequency::OneOff => "price-once",
        Frequency::Monthly => "price-monthly",
        Frequency::Yearly => "price-yearly",
    };
    desk.words.with(key, &[("amount", amount.into())])
}
