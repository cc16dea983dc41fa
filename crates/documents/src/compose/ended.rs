//! Endings by the insurer or by the end date, and endings and changes that do not happen.

use super::{Desk, Said, fact, heading, text};
use crate::content::{CancellationWithdrawn, ChangeDeclined, EndGround, InsuranceEnded};
use crate::letter::{Block, Tone};

/// The date, the ground in plain words, the money, and where to object.
pub(super) fn ended(desk: Desk<'_>, facts: &InsuranceEnded) -> Said {
    let words = desk.words;
    let until = words.until(facts.ends_at);
    let ground = match facts.ground {
        EndGround::AfterClaim => Some("ended-after-claim"),
        EndGround::NotRenewed => Some("ended-not-renewed"),
        EndGround::Fraud => Some("ended-fraud"),
        EndGround::NonPayment => Some("ended-non-payment"),
        EndGround::Bankruptcy => Some("ended-bankruptcy"),
        EndGround::Sanctions => Some("ended-sanctions"),
        EndGround::EndDate => None,
    };
    let (title, intro, after) = match ground {
        Some(_) => ("ended-title", "ended-intro", "ended-after"),
        None => ("ended-date-title", "ended-date-intro", "ended-date-after"),
    };
    let mut blocks = vec![
        text(words.with(intro, &[("plan", (&facts.plan).into())])),
        Block::Callout {
            tone: Tone::Warn,
            title: words.with("cancelled-end-title", &[("until", (&until).into())]),
            text: words.say(after),
        },
    ];
    if let Some(ground) = ground {
        blocks.extend([heading(words.say("ended-why")), text(words.say(ground))]);
    }
    match &facts.refund {
        Some(refund) => blocks.extend([heading(words.say("refund-title")), desk.refund(refund)]),
        None if facts.ground == EndGround::Fraud => blocks.push(text(words.say("ended-no-refund"))),
        None => {}
    }
    if facts.open.is_positive() {
        let open = fact(words.say("ended-open"), words.money(facts.open));
        blocks.extend([Block::Facts { facts: vec![open] }, text(words.say("ended-open-text"))]);
    }
    blocks.push(text(words.say("cancelled-claims")));
    blocks.extend(desk.ladder());
    Said { title: words.say(title), file: "file-cancellation", blocks, sheet: None }
}

pub(super) fn withdrawn(desk: Desk<'_>, facts: &CancellationWithdrawn) -> Said {
    let words = desk.words;
    let until = words.until(facts.would_have_ended);
    let blocks = vec![
        text(words.with("stays-intro", &[("plan", (&facts.plan).into()), ("until", (&until).into())])),
        text(words.say("stays-premium")),
        desk.link("portal-link", ""),
    ];
    Said { title: words.say("stays-title"), file: "file-cancellation", blocks, sheet: None }
}

pub(super) fn declined(desk: Desk<'_>, facts: &ChangeDeclined) -> Said {
    let words = desk.words;
    let blocks = vec![
        text(words.say("declined-intro")),
        heading(words.say("declined-why")),
        text(facts.reason.clone()),
        text(words.say("declined-stays")),
        desk.link("portal-link", &facts.link),
    ];
    Said { title: words.say("declined-title"), file: "file-change", blocks, sheet: None }
}
