//! What is written after a claim was decided: the answer to an objection, and what is claimed back because of fraud.

use super::{Desk, Said, heading, text};
use crate::content::{FraudDebt, FraudDebtFor, ObjectionAnswered};
use crate::letter::{Block, Tone};

pub(super) fn objection(desk: Desk<'_>, facts: &ObjectionAnswered) -> Said {
    let words = desk.words;
    let (tone, title, told) = if facts.upheld {
        (Tone::Good, "objection-upheld-title", "objection-upheld")
    } else {
        (Tone::Plain, "objection-stays-title", "objection-stays")
    };
    let mut blocks = vec![
        text(words.say("objection-intro")),
        Block::Callout { tone, title: words.say(title), text: words.say(told) },
        heading(words.say("reasons-title")),
        text(facts.reason.as_str()),
    ];
    blocks.extend(facts.link.as_deref().map(|link| desk.link("claim-link", link)));
    blocks.extend(desk.ladder());
    Said { title: words.say("objection-title"), file: "file-claim-decision", blocks, sheet: None }
}

/// DOC-16. Said plainly and without blame beyond what was found.
pub(super) fn fraud_debt(desk: Desk<'_>, facts: &FraudDebt) -> Said {
    let words = desk.words;
    let amount = [("amount", facts.amount.into())];
    let mut blocks = vec![
        text(words.say("fraud-intro")),
        text(match facts.what {
            FraudDebtFor::Benefit => words.with("fraud-benefit", &amount),
            FraudDebtFor::Investigation => words.with("fraud-investigation", &amount),
        }),
        heading(words.say("reasons-title")),
        text(facts.reason.as_str()),
        heading(words.say("pay-title")),
        text(words.with("fraud-by", &[("day", facts.pay_by.into())])),
    ];
    blocks.extend(desk.pay(facts.amount, &facts.pay));
    blocks.push(heading(words.say("fraud-else-title")));
    blocks.push(Block::Bullets {
        items: vec![words.say("fraud-parts"), words.say("fraud-wrong"), words.say("fraud-legal")],
    });
    blocks.extend(desk.ladder());
    Said { title: words.say("fraud-title"), file: "file-claim-decision", blocks, sheet: None }
}
