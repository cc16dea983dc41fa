use kernel::Country;

use super::shared::masked;
use super::{Desk, Said, fact, heading, text};
use crate::content::{
    ClaimAcknowledged, ClaimCause, ClaimDecided, ClaimPaid, DecidedItem, Outcome, SumKind, SumStep,
};
use crate::letter::{Block, Fact, Reason, Tone};

pub(super) fn acknowledged(desk: Desk<'_>, facts: &ClaimAcknowledged) -> Said {
    let words = desk.words;
    let mut told: Vec<Fact> =
        facts.devices.iter().map(|device| fact(words.say("device"), desk.device(device))).collect();
    told.extend([
        fact(words.say("claim-cause"), words.say(cause_word(facts.cause))),
        fact(words.say("claim-happened"), words.at(facts.happened_at)),
        fact(words.say("claim-reported"), words.at(facts.reported_at)),
    ]);
    let mut blocks = vec![text(words.say(match facts.cause {
        ClaimCause::Theft => "acknowledged-intro-theft",
        ClaimCause::AccidentDamage | ClaimCause::Defect => "acknowledged-intro",
    }))];
    if let Some(partner) = &facts.reported_by {
        blocks.push(text(words.with("acknowledged-by-partner", &[("partner", partner.into())])));
    }
    blocks.push(Block::Facts { facts: told });
    if facts.evidence.is_empty() {
        blocks.push(text(words.say("acknowledged-complete")));
    } else {
        blocks.push(Block::Callout {
            tone: Tone::Warn,
            title: words.with("evidence-title", &[("by", words.at(facts.evidence_by).into())]),
            text: words.say("evidence-late"),
        });
        blocks.push(Block::Bullets { items: facts.evidence.clone() });
    }
    blocks.extend(facts.link.as_deref().map(|link| desk.link("claim-link", link)));
    blocks.push(heading(words.say("meanwhile-title")));
    blocks.push(Block::Bullets {
        items: match facts.cause {
            ClaimCause::Theft => ["theft-police", "theft-sim", "theft-lock"].map(|key| words.say(key)).into(),
            ClaimCause::AccidentDamage | ClaimCause::Defect => {
                ["repair-backup", "repair-tracking", "repair-only-ours"].map(|key| words.say(key)).into()
            }
        },
    });
    Said { title: words.say("acknowledged-title"), file: "file-claim", blocks, sheet: None }
}

pub(super) fn decided(desk: Desk<'_>, facts: &ClaimDecided) -> Said {
    let words = desk.words;
    let refused = facts.items.iter().filter(|item| item.outcome == Outcome::Refused).count();
    let title = match refused {
        0 => "decided-title-yes",
        all if all == facts.items.len() => "decided-title-no",
        _ => "decided-title-partly",
    };
    let mut blocks = vec![text(words.with(
        "decided-intro",
        &[("cause", words.say(cause_word(facts.cause)).into()), ("at", words.at(facts.happened_at).into())],
    ))];
    let several = facts.items.len() > 1;
    for item in &facts.items {
        blocks.extend(decided_item(desk, item, several));
    }
    if refused > 0 {
        // Only a person may refuse.
        blocks.push(text(words.say("decided-person")));
    }
    blocks.push(text(words.with("decided-conditions", &[("conditions", (&facts.conditions).into())])));
    blocks.extend(facts.link.as_deref().map(|link| desk.link("claim-link", link)));
    blocks.push(heading(words.say("decided-know-title")));
    blocks.push(text(words.with("decided-may-end", &[("term", facts.may_end_within.into())])));
    blocks.push(heading(words.say("object-title")));
    let days = ("days", desk.house.complaint_answer_working_days.into());
    blocks.push(text(words.with("object-how", &[days])));
    blocks.extend(desk.ladder());
    Said { title: words.say(title), file: "file-claim-decision", blocks, sheet: None }
}

fn decided_item(desk: Desk<'_>, item: &DecidedItem, several: bool) -> Vec<Block> {
    let words = desk.words;
    let mut blocks = Vec::new();
    if several {
        blocks.push(heading(item.device.model.as_str()));
    }
    // AMB-14, NL-DUN-08, BE-DUN-08: late premium is no reason to refuse; it is taken off what is paid.
    let set_off: kernel::Money =
        item.steps.iter().filter(|step| step.kind == SumKind::SetOff).map(|step| -step.amount).sum();
    let device: (&str, texts::Arg<'_>) = ("device", desk.device(&item.device).into());
    let (tone, title, told) = match &item.outcome {
        Outcome::Repair { repairer, .. } => (
            Tone::Good,
            "outcome-repair-title",
            match repairer {
                Some(name) => words.with("outcome-repair-by", &[device, ("repairer", name.into())]),
                None => words.with("outcome-repair", &[device]),
            },
        ),
        Outcome::Replacement { product, .. } => (
            Tone::Good,
            "outcome-replacement-title",
            match product {
                Some(name) => words.with("outcome-replacement-by", &[device, ("product", name.into())]),
                None => words.with("outcome-replacement", &[device]),
            },
        ),
        Outcome::Payment { amount, .. } if amount.is_zero() && set_off.is_positive() => (
            Tone::Good,
            "outcome-set-off-title",
            words.with("outcome-set-off", &[device, ("amount", set_off.into())]),
        ),
        Outcome::Payment { amount, .. } => (
            Tone::Good,
            "outcome-payment-title",
            words.with("outcome-payment", &[device, ("amount", (*amount).into())]),
        ),
        Outcome::Refused => (Tone::Plain, "outcome-refused-title", words.with("outcome-refused", &[device])),
    };
    blocks.push(Block::Callout { tone, title: words.say(title), text: told });
    if !item.clauses.is_empty() {
        blocks.push(heading(words.say("reasons-title")));
        blocks.push(Block::Reasons {
            reasons: item
                .clauses
                .iter()
                .map(|clause| Reason {
                    text: clause.text.clone(),
                    source: clause.article.clone().unwrap_or_else(|| clause.rule.clone()),
                })
                .collect(),
        });
    }
    if let [steps @ .., last] = item.steps.as_slice() {
        blocks.push(heading(words.say("sum-title")));
        blocks.push(Block::Sum {
            lines: steps.iter().map(|step| line(desk, step)).collect(),
            total: line(desk, last),
        });
    }
    blocks.push(heading(words.say("next-title")));
    blocks.extend(next(desk, &item.outcome, set_off));
    blocks
}

/// What happens next, and what the reader has to do.
fn next(desk: Desk<'_>, outcome: &Outcome, set_off: kernel::Money) -> Vec<Block> {
    let words = desk.words;
    let own_share = |share: kernel::Money| {
        if share.is_zero() {
            words.say("own-share-none")
        } else {
            words.with("own-share", &[("amount", share.into())])
        }
    };
    let items = match outcome {
        // What is taken out of the device is the insurer's, and the device stays insured (NL-CLAIM-08, NL-CLAIM-09,
        // BE-CLAIM-05, AMB-30, AMB-31).
        Outcome::Repair { own_share: share, .. } => vec![
            words.say("next-repair"),
            own_share(*share),
            words.say("next-repair-insured"),
            words.say("next-repair-part"),
            words.say("repair-backup"),
        ],
        // The old device is the insurer's when the customer accepts the new one, which is insured (NL-CLAIM-06, NL-CLAIM-07,
        // BE-CLAIM-04).
        Outcome::Replacement { own_share: share, .. } => {
            vec![
                words.say("next-replacement"),
                own_share(*share),
                words.say("next-replacement-owner"),
                words.say("next-replacement-insured"),
            ]
        }
        Outcome::Payment { iban, by, hand_over_first, amount } => {
            let mut items = Vec::new();
            if *hand_over_first {
                items.push(words.say("next-hand-over"));
            }
            if set_off.is_positive() {
                items.push(words.with("next-set-off", &[("amount", set_off.into())]));
            }
            items.push(match iban {
                _ if amount.is_zero() => words.say("next-set-off-all"),
                Some(iban) => words.with(
                    "next-payment",
                    &[("amount", (*amount).into()), ("account", masked(iban).into()), ("by", (*by).into())],
                ),
                None => words.say("next-payment-account"),
            });
            items
        }
        Outcome::Refused => {
            let mut items = vec![words.say("next-refused-new")];
            if desk.house.country == Country::Be {
                items.push(words.say("next-refused-lapse-be"));
            }
            items
        }
    };
    vec![Block::Bullets { items }]
}

fn line(desk: Desk<'_>, step: &SumStep) -> Fact {
    let words = desk.words;
    let key = match &step.kind {
        SumKind::RepairCosts => "sum-repair",
        SumKind::EquivalentPrice => "sum-equivalent",
        SumKind::CurrentValue => "sum-current",
        SumKind::Limit => "sum-limit",
        SumKind::Excess => "sum-excess",
        SumKind::SetOff => "sum-set-off",
        SumKind::WePay => "sum-we-pay",
        SumKind::YouPay => "sum-you-pay",
        SumKind::Other(said) => return fact(said.as_str(), words.money(step.amount)),
    };
    fact(words.say(key), words.money(step.amount))
}

fn cause_word(cause: ClaimCause) -> &'static str {
    match cause {
        ClaimCause::AccidentDamage => "cause-damage",
        ClaimCause::Defect => "cause-defect",
        ClaimCause::Theft => "cause-theft",
    }
}

pub(super) fn paid(desk: Desk<'_>, facts: &ClaimPaid) -> Said {
    let words = desk.words;
    let late = facts.for_lateness.map(|late| fact(words.say("paid-late"), words.money(late)));
    let said = [
        Some(fact(words.say("pay-amount"), words.money(facts.amount))),
        late,
        Some(fact(words.say("account"), masked(&facts.iban))),
        Some(fact(words.say("paid-on"), words.date(facts.paid_on))),
        Some(fact(words.say("pay-reference"), facts.reference.as_str())),
    ];
    let mut blocks = vec![
        text(words.say("paid-intro")),
        Block::Facts { facts: said.into_iter().flatten().collect() },
        text(words.say("paid-when")),
    ];
    blocks.extend(facts.for_lateness.map(|_| text(words.say("paid-late-why"))));
    Said { title: words.say("paid-title"), file: "file-payment", blocks, sheet: None }
}
