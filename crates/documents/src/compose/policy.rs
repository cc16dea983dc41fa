use kernel::{Channel, Country, DeviceKind};
use texts::Arg;

use super::shared::masked;
use super::{Desk, Said, fact, heading, text};
use crate::content::{
    CancellationGround, CancellationReceived, CoverKind, InsuredDevice, PaymentMethod, PolicyIssued,
};
use crate::letter::{Block, Cell, Check, Column, Fact, Sheet, Tone};

/// The mail says the main points; the paper is the schedule itself.
pub(super) fn issued(desk: Desk<'_>, facts: &PolicyIssued) -> Said {
    let words = desk.words;
    let plan: (&str, Arg<'_>) = ("plan", (&facts.plan).into());
    let first = facts.issue == 1;
    let mut points = vec![
        fact(words.say("plan"), facts.plan.as_str()),
        fact(words.say("schedule-starts"), words.at(facts.starts)),
        fact(words.say("price"), desk.premium(&facts.premium)),
    ];
    points.extend(facts.devices.iter().map(|device| fact(words.say("device"), device.model.as_str())));
    let mut blocks = vec![
        text(
            words
                .with(if first { "issued-intro" } else { "issued-again-intro" }, std::slice::from_ref(&plan)),
        ),
        Block::Facts { facts: points },
        text(words.say("issued-attached")),
    ];
    if let Some(day) = facts.withdraw_by {
        blocks.extend([
            heading(words.say("withdraw-title")),
            text(words.with("withdraw", &[("date", day.into())])),
        ]);
    }
    blocks.push(text(words.say("issued-check")));
    blocks.push(desk.link("portal-link", ""));
    Said {
        title: words
            .with(if first { "issued-title" } else { "issued-again-title" }, std::slice::from_ref(&plan)),
        file: "file-schedule",
        blocks,
        sheet: Some(schedule(desk, facts)),
    }
}

fn schedule(desk: Desk<'_>, facts: &PolicyIssued) -> Sheet {
    let words = desk.words;
    let mut blocks = vec![
        Block::Pair { left: insurance(desk, facts), right: money(desk, facts) },
        heading(words.say("schedule-covers")),
        Block::Checks {
            checks: facts.covers.iter().map(|cover| check(desk, cover.kind, cover.included)).collect(),
        },
        heading(words.with("schedule-devices", &[("count", facts.devices.len().into())])),
        devices(desk, &facts.devices),
    ];
    if !facts.clauses.is_empty() {
        blocks.push(heading(words.say("schedule-clauses")));
        blocks.push(Block::Terms {
            terms: facts
                .clauses
                .iter()
                .map(|clause| fact(clause.title.as_str(), clause.text.as_str()))
                .collect(),
        });
    }
    blocks.push(Block::Pair { left: claiming(desk, facts), right: parties(desk, facts) });
    blocks.extend(desk.ladder());
    Sheet {
        title: words.say("schedule-title"),
        lead: words.with(
            "schedule-lead",
            &[
                ("issue", facts.issue.into()),
                ("date", facts.valid_from.into()),
                ("plan", (&facts.plan).into()),
            ],
        ),
        blocks,
    }
}

fn insurance(desk: Desk<'_>, facts: &PolicyIssued) -> Vec<Block> {
    let words = desk.words;
    let mut lines = vec![
        fact(words.say("schedule-holder"), desk.document.to.name.as_str()),
        fact(
            words.say("schedule-use"),
            words.say(if facts.consumer { "schedule-use-private" } else { "schedule-use-business" }),
        ),
        fact(words.say("plan"), facts.plan.as_str()),
        fact(words.say("schedule-starts"), words.at(facts.starts)),
    ];
    if let Some((term, day)) = facts.minimum {
        let value = words.with("schedule-minimum-value", &[("term", term.into()), ("date", day.into())]);
        lines.push(fact(words.say("schedule-minimum"), value));
    }
    if let Some(expires) = facts.expires {
        lines.push(fact(words.say("schedule-expires"), words.date(expires)));
    }
    if let Some(term) = facts.renewal {
        lines.push(fact(
            words.say("schedule-renewal"),
            words.with("schedule-renewal-value", &[("term", term.into())]),
        ));
    }
    if let Some(day) = facts.end_date {
        lines.push(fact(words.say("schedule-end"), words.date(day)));
    }
    let mut documents = facts.conditions.clone();
    if let Some(card) = &facts.ipid {
        documents = format!("{documents}\n{card}");
    }
    lines.push(fact(words.say("schedule-conditions"), documents));
    vec![heading(words.say("schedule-insurance")), Block::Facts { facts: lines }]
}

fn money(desk: Desk<'_>, facts: &PolicyIssued) -> Vec<Block> {
    let words = desk.words;
    let premium = &facts.premium;
    let lines = vec![
        fact(words.say("schedule-net"), words.money(premium.gross - premium.tax)),
        fact(
            words.with(tax_word(desk.house.country), &[("rate", Arg::Percent(premium.tax_rate))]),
            words.money(premium.tax),
        ),
    ];
    let mut how: Vec<Fact> = vec![fact(words.say("schedule-frequency"), desk.frequency(premium.frequency))];
    if let Some(day) = facts.due_day {
        how.push(fact(
            words.say("schedule-due"),
            words.with("schedule-due-value", &[("day", day.to_string().into())]),
        ));
    }
    how.push(fact(
        words.say("schedule-payment"),
        match &facts.payment {
            PaymentMethod::DirectDebit { iban, .. } => {
                words.with("schedule-payment-debit", &[("account", masked(iban).into())])
            }
            PaymentMethod::Transfer => words.say("schedule-payment-transfer"),
            PaymentMethod::Paid => words.say("schedule-payment-paid"),
        },
    ));
    if let PaymentMethod::DirectDebit { mandate, .. } = &facts.payment {
        how.push(fact(words.say("mandate-reference"), mandate.to_string()));
    }
    vec![
        heading(words.say("schedule-premium")),
        Block::Sum { lines, total: fact(desk.premium_word(premium.frequency), words.money(premium.gross)) },
        Block::Facts { facts: how },
    ]
}

fn tax_word(country: Country) -> &'static str {
    match country {
        Country::Nl => "schedule-tax-nl",
        Country::Be => "schedule-tax-be",
    }
}

fn check(desk: Desk<'_>, kind: CoverKind, included: bool) -> Check {
    let words = desk.words;
    let (label, detail) = match kind {
        CoverKind::AccidentDamage => ("cover-accident", "cover-accident-detail"),
        CoverKind::Defect => ("cover-defect", "cover-defect-detail"),
        CoverKind::Theft => ("cover-theft", "cover-theft-detail"),
        CoverKind::CaseAndShield => ("cover-case", "cover-case-detail"),
    };
    Check {
        yes: included,
        said: words.say(if included { "covered" } else { "not-covered" }),
        label: words.say(label),
        detail: words.say(detail),
    }
}

fn devices(desk: Desk<'_>, devices: &[InsuredDevice]) -> Block {
    let words = desk.words;
    let column = |key: &str, right| Column { title: words.say(key), right };
    Block::Table {
        columns: vec![
            column("schedule-device", false),
            column("schedule-number", false),
            column("schedule-bought", false),
            column("schedule-value", true),
            column("schedule-excess", true),
        ],
        rows: devices
            .iter()
            .map(|device| {
                let mut numbers = Vec::new();
                numbers.extend(device.imei.as_ref().map(|imei| format!("IMEI {imei}")));
                numbers
                    .extend(device.serial.as_ref().map(|serial| format!("{} {serial}", words.say("serial"))));
                vec![
                    Cell { text: device.model.clone(), under: vec![words.say(kind_word(device.kind))] },
                    Cell {
                        text: numbers.first().cloned().unwrap_or_default(),
                        under: numbers.split_off(1.min(numbers.len())),
                    },
                    plain(device.bought.map(|day| words.date(day)).unwrap_or_default()),
                    plain(words.money(device.purchase_value)),
                    plain(words.money(device.excess)),
                ]
            })
            .collect(),
    }
}

fn plain(text: String) -> Cell {
    Cell { text, under: Vec::new() }
}

fn kind_word(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Phone => "kind-phone",
        DeviceKind::Tablet => "kind-tablet",
        DeviceKind::Laptop => "kind-laptop",
        DeviceKind::Smartwatch => "kind-smartwatch",
        DeviceKind::Other => "kind-other",
    }
}

fn claiming(desk: Desk<'_>, facts: &PolicyIssued) -> Vec<Block> {
    let words = desk.words;
    let contact = &desk.house.contact;
    let theft = facts.covers.iter().any(|cover| cover.kind == CoverKind::Theft && cover.included);
    let mut items = vec![
        words.with("claiming-portal", &[("site", contact.website.as_str().into())]),
        words.with("claiming-phone", &[("phone", (&contact.claims_phone).into())]),
        words.with("claiming-term", &[("term", facts.report_within.into())]),
    ];
    if theft {
        items.push(words.say("claiming-theft"));
    }
    items.push(words.say("claiming-repair"));
    vec![heading(words.say("claiming-title")), Block::Bullets { items }]
}

fn parties(desk: Desk<'_>, facts: &PolicyIssued) -> Vec<Block> {
    let Desk { words, house, .. } = desk;
    let mut lines = vec![fact(words.say("insurer"), company(&house.insurer))];
    lines.extend(house.administrators.iter().map(|one| fact(words.say("administrator"), company(one))));
    if let Some(day) = facts.withdraw_by {
        lines.push(fact(
            words.say("withdraw-title"),
            words.with("schedule-withdraw", &[("date", day.into())]),
        ));
    }
    vec![heading(words.say("schedule-parties")), Block::Terms { terms: lines }]
}

/// The name, and under it where it is.
fn company(company: &crate::house::Company) -> String {
    let mut parts = company.address.clone();
    parts.extend(company.registration.iter().cloned());
    format!("{}\n{}", company.name, parts.join(", "))
}

/// DOC-10. Says what was received, when and how (LAW-COOL-05), the end, the money, and the warning of FAQ-19.
pub(super) fn cancelled(desk: Desk<'_>, facts: &CancellationReceived) -> Said {
    let words = desk.words;
    let until = words.until(facts.ends_at);
    let channel = words.say(match facts.channel {
        Channel::Portal => "channel-portal",
        Channel::Email => "channel-email",
        Channel::Phone => "channel-phone",
        Channel::Post => "channel-post",
        _ => "channel-other",
    });
    let death = facts.ground == CancellationGround::Death;
    let intro = match facts.ground {
        CancellationGround::Death => "cancelled-intro-death",
        CancellationGround::NothingLeft | CancellationGround::MovedAway | CancellationGround::Trustee => {
            "cancelled-intro-other"
        }
        _ => "cancelled-intro",
    };
    let mut blocks = vec![
        text(words.say(intro)),
        Block::Callout {
            tone: Tone::Plain,
            title: words.with("cancelled-end-title", &[("until", (&until).into())]),
            text: words.with("cancelled-end", &[("plan", (&facts.plan).into())]),
        },
        Block::Facts {
            facts: vec![
                fact(words.say("cancelled-received"), words.at(facts.received_at)),
                fact(words.say("cancelled-channel"), channel),
                fact(
                    words.say("cancelled-why-this-day"),
                    words.say(ground_word(facts.ground, desk.house.country)),
                ),
            ],
        },
    ];
    match &facts.refund {
        Some(refund) => blocks.extend([heading(words.say("refund-title")), desk.refund(refund)]),
        None if !death && facts.ground != CancellationGround::Withdrawal => {
            blocks.push(text(words.say("cancelled-no-refund")));
        }
        None => {}
    }
    if !facts.last_debits.is_empty() {
        blocks.push(heading(words.say("cancelled-last-title")));
        blocks.push(text(words.say("cancelled-last")));
        blocks.push(desk.debits(&facts.last_debits));
    }
    blocks.extend([
        heading(words.say("cancelled-good-title")),
        Block::Bullets { items: vec![words.say("cancelled-claims"), words.say("cancelled-third-parties")] },
    ]);
    Said { title: words.say("cancelled-title"), file: "file-cancellation", blocks, sheet: None }
}

fn ground_word(ground: CancellationGround, country: Country) -> &'static str {
    match (ground, country) {
        (CancellationGround::Withdrawal, _) => "ground-withdrawal",
        (CancellationGround::Ordinary, Country::Nl) => "ground-ordinary-nl",
        (CancellationGround::Ordinary, Country::Be) => "ground-ordinary-be",
        (CancellationGround::AtEndOfMinimum, _) => "ground-minimum",
        (CancellationGround::AfterClaim, _) => "ground-after-claim",
        (CancellationGround::Death, Country::Nl) => "ground-death-nl",
        (CancellationGround::Death, Country::Be) => "ground-death-be",
        (CancellationGround::AdverseChange, _) => "ground-change",
        (CancellationGround::NothingLeft, _) => "ground-nothing-left",
        (CancellationGround::Trustee, _) => "ground-trustee",
        (CancellationGround::MovedAway, _) => "ground-moved",
    }
}
