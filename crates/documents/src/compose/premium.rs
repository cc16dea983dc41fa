use super::shared::masked;
use super::{Desk, Said, fact, heading, text};
use crate::content::{
    CollectionAnnounced, CoverReinstated, CoverSuspended, FirstReminderBe, FormalNoticeBe, InvoiceReason,
    MandateConfirmed, PremiumInvoice, ReminderNl,
};
use crate::letter::{Block, Tone};
use crate::words::Words;

pub(super) fn mandate(desk: Desk<'_>, facts: &MandateConfirmed) -> Said {
    let words = desk.words;
    let collection = &desk.house.collection;
    let mut blocks = vec![
        text(words.with("mandate-intro", &[("creditor", (&collection.creditor_name).into())])),
        Block::Facts {
            facts: vec![
                fact(words.say("mandate-reference"), facts.mandate.to_string()),
                fact(words.say("creditor-id"), collection.creditor_id.to_string()),
                fact(words.say("creditor"), collection.creditor_name.as_str()),
                fact(words.say("account"), masked(&facts.iban)),
                fact(words.say("account-holder"), facts.account_holder.as_str()),
                fact(words.say("mandate-signed"), words.date(facts.signed_on)),
                fact(words.say("schedule-frequency"), desk.frequency(facts.frequency)),
            ],
        },
    ];
    if !facts.debits.is_empty() {
        blocks.extend([heading(words.say("debits-title")), desk.debits(&facts.debits)]);
    }
    blocks.extend([
        text(words.with("mandate-announced", &[("term", facts.announced_before.into())])),
        heading(words.say("mandate-rights-title")),
        Block::Bullets {
            items: vec![
                words.say("mandate-right-refund"),
                words.say("mandate-right-stop"),
                words.say("mandate-change"),
            ],
        },
    ]);
    Said { title: words.say("mandate-title"), file: "file-mandate", blocks, sheet: None }
}

pub(super) fn announced(desk: Desk<'_>, facts: &CollectionAnnounced) -> Said {
    let words = desk.words;
    let collection = &desk.house.collection;
    let blocks = vec![
        text(words.with(
            if facts.again { "announced-again" } else { "announced-intro" },
            &[("account", masked(&facts.iban).into())],
        )),
        desk.debits(&facts.debits),
        text(words.say("announced-enough")),
        heading(words.say("announced-details")),
        Block::Facts {
            facts: vec![
                fact(words.say("mandate-reference"), facts.mandate.to_string()),
                fact(words.say("creditor-id"), collection.creditor_id.to_string()),
                fact(words.say("creditor"), collection.creditor_name.as_str()),
            ],
        },
        text(words.say("mandate-right-refund")),
    ];
    Said { title: words.say("announced-title"), file: "file-collection", blocks, sheet: None }
}

/// DOC-05. What to transfer, with the tax in it, and how.
pub(super) fn invoice(desk: Desk<'_>, facts: &PremiumInvoice) -> Said {
    let words = desk.words;
    let lines = facts.lines.iter().map(|line| {
        let said = words.with("invoice-line", &[("from", line.from.into()), ("to", line.to.into())]);
        fact(said, words.money(line.amount))
    });
    let total = fact(words.say("owed-total"), words.money(facts.total));
    let mut blocks = vec![
        text(words.say(match facts.reason {
            InvoiceReason::Transfer => "invoice-intro",
            InvoiceReason::CameBack => "invoice-came-back",
            InvoiceReason::OtherAccount => "invoice-other-account",
            InvoiceReason::MandateEnded => "invoice-mandate-ended",
        })),
        Block::Sum { lines: lines.collect(), total },
    ];
    blocks.extend(facts.tax.map(|tax| text(words.with("invoice-tax", &[("tax", tax.into())]))));
    blocks.push(text(match facts.pay_by {
        Some(day) => words.with("invoice-by", &[("day", day.into())]),
        None => words.say("invoice-soon"),
    }));
    blocks.push(heading(words.say("pay-title")));
    blocks.extend(desk.pay(facts.total, &facts.pay));
    blocks.extend([
        heading(words.say("invoice-else-title")),
        Block::Bullets {
            items: vec![
                words.say("reminder-paid"),
                words.say("invoice-debit"),
                words.say("reminder-trouble"),
            ],
        },
    ]);
    Said { title: words.say("invoice-title"), file: "file-invoice", blocks, sheet: None }
}

/// DOC-06. The term is said in the words that courts accept (LAW-NL-COL-04): from the day after receipt; the dates are
/// only its example.
pub(super) fn reminder(desk: Desk<'_>, facts: &ReminderNl) -> Said {
    let words = desk.words;
    let term = || ("term", facts.term.into());
    let costs = match facts.costs_vat {
        _ if facts.costs.is_zero() => None,
        Some(vat) => Some(
            words.with("reminder-costs-vat", &[("costs", facts.costs.into()), ("vat", vat.into()), term()]),
        ),
        None => Some(words.with("reminder-costs", &[("costs", facts.costs.into()), term()])),
    };
    let total = facts.total + facts.earlier;
    let earlier =
        (!facts.earlier.is_zero()).then(|| fact(words.say("reminder-earlier"), words.money(facts.earlier)));
    let mut consequences =
        vec![words.with("reminder-cover", &[("stops", words.at(facts.cover_stops).into()), term()])];
    consequences.extend(costs);
    consequences.extend([
        words.say("reminder-interest"),
        words.say("reminder-owed"),
        words.with("reminder-back", &[("back", facts.back_after.into())]),
        words.say("reminder-end"),
    ]);
    let mut blocks = vec![
        text(words.say("reminder-intro")),
        desk.owed(&facts.owed, earlier.into_iter().collect(), total),
        Block::Callout {
            tone: Tone::Warn,
            title: words.with("reminder-term-title", &[("amount", total.into()), term()]),
            text: words.with(
                "reminder-term",
                &[term(), ("received", facts.presumed_receipt.into()), ("last", facts.last_day.into())],
            ),
        },
        heading(words.say("pay-title")),
    ];
    blocks.extend(desk.pay(total, &facts.pay));
    blocks
        .extend([heading(words.say("reminder-consequences-title")), Block::Bullets { items: consequences }]);
    blocks.extend(help(words));
    blocks.push(Block::Small { text: words.say("reminder-law") });
    Said { title: words.say("reminder-title"), file: "file-reminder", blocks, sheet: None }
}

/// DOC-06 in Belgium. What happens to cover stands in the notice that follows, not here.
pub(super) fn first_reminder(desk: Desk<'_>, facts: &FirstReminderBe) -> Said {
    let words = desk.words;
    let mut blocks = vec![
        text(words.say("first-intro")),
        desk.owed(&facts.owed, Vec::new(), facts.total),
        Block::Callout {
            tone: Tone::Warn,
            title: words
                .with("first-term-title", &[("amount", facts.total.into()), ("last", facts.last_day.into())]),
            text: words.say("first-term"),
        },
        heading(words.say("pay-title")),
    ];
    blocks.extend(desk.pay(facts.total, &facts.pay));
    blocks.extend([heading(words.say("reminder-consequences-title")), text(words.say("first-after"))]);
    if !facts.costs.is_zero() {
        blocks.push(text(words.with("first-costs", &[("costs", facts.costs.into())])));
    }
    blocks.extend(help(words));
    blocks.push(Block::Small { text: words.say("first-law") });
    Said { title: words.say("first-title"), file: "file-first-reminder", blocks, sheet: None }
}

/// DOC-07. With the reservation of the right to end, without which ending later needs a new letter (LAW-BE-INS-03).
pub(super) fn formal_notice(desk: Desk<'_>, facts: &FormalNoticeBe) -> Said {
    let words = desk.words;
    let term = || ("term", facts.term.into());
    let more = facts.extra.map(|extra| fact(words.say("notice-extra"), words.money(extra)));
    let total = facts.extra.map_or(facts.total, |extra| facts.total + extra);
    let mut blocks = vec![
        text(words.say("notice-intro")),
        desk.owed(&facts.owed, more.into_iter().collect(), total),
        Block::Callout {
            tone: Tone::Warn,
            title: words.with("notice-term-title", &[("amount", total.into()), term()]),
            text: words.with(
                "notice-term",
                &[term(), ("deposited", facts.deposited.into()), ("last", facts.last_day.into())],
            ),
        },
        heading(words.say("pay-title")),
    ];
    blocks.extend(desk.pay(total, &facts.pay));
    let mut consequences =
        vec![words.with("notice-suspended", &[("from", words.at(facts.suspended_from).into())])];
    if !facts.costs.is_zero() {
        consequences.push(words.with("notice-costs", &[("costs", facts.costs.into()), term()]));
    }
    consequences.extend([
        words.say("notice-owed"),
        words.with("notice-back", &[("back", facts.back_after.into())]),
        words.with("notice-end", &[("date", facts.may_end_from.into())]),
        words.say("notice-later-premiums"),
    ]);
    blocks
        .extend([heading(words.say("reminder-consequences-title")), Block::Bullets { items: consequences }]);
    blocks.extend(help(words));
    blocks.push(Block::Small { text: words.say("notice-law") });
    Said { title: words.say("notice-title"), file: "file-notice", blocks, sheet: None }
}

pub(super) fn suspended(desk: Desk<'_>, facts: &CoverSuspended) -> Said {
    let words = desk.words;
    let mut more = Vec::new();
    more.extend(facts.costs.map(|costs| fact(words.say("suspended-costs"), words.money(costs))));
    more.extend(facts.interest.map(|interest| fact(words.say("suspended-interest"), words.money(interest))));
    let mut blocks =
        vec![
            text(words.say("suspended-intro")),
            Block::Callout {
                tone: Tone::Warn,
                title: words.with("suspended-since-title", &[("since", words.at(facts.since).into())]),
                text: words.say("suspended-since"),
            },
            desk.owed(&facts.owed, more, facts.total),
            heading(words.say("suspended-again-title")),
            text(words.with(
                "suspended-again",
                &[("back", facts.back_after.into()), ("amount", facts.total.into())],
            )),
        ];
    blocks.extend(desk.pay(facts.total, &facts.pay));
    blocks.extend([text(words.say("suspended-end")), text(words.say("reminder-trouble"))]);
    Said { title: words.say("suspended-title"), file: "file-suspension", blocks, sheet: None }
}

pub(super) fn reinstated(desk: Desk<'_>, facts: &CoverReinstated) -> Said {
    let words = desk.words;
    let from = words.at(facts.covered_from);
    let blocks = vec![
        text(words.with(
            "reinstated-intro",
            &[("amount", facts.paid.into()), ("at", words.at(facts.paid_at).into())],
        )),
        Block::Callout {
            tone: Tone::Good,
            title: words.with("reinstated-from-title", &[("from", (&from).into())]),
            text: words.with(
                "reinstated-gap",
                &[("gap", words.at(facts.gap_from).into()), ("from", (&from).into())],
            ),
        },
        text(words.say("reinstated-next")),
    ];
    Said { title: words.say("reinstated-title"), file: "file-reinstatement", blocks, sheet: None }
}

/// What a reader of a reminder can do who has paid, cannot pay, or disagrees.
fn help(words: Words) -> [Block; 2] {
    let items = ["reminder-paid", "reminder-trouble", "reminder-disagree"].map(|key| words.say(key)).to_vec();
    [heading(words.say("reminder-help-title")), Block::Bullets { items }]
}
