use kernel::Country;
use texts::Arg;

use super::{Desk, Said, fact, heading, text};
use crate::content::{
    ApplicationLapsed, ApplicationReceived, ApplicationRejected, InformationRequested, OfferMade,
};
use crate::letter::{Block, Tone};

pub(super) fn received(desk: Desk<'_>, facts: &ApplicationReceived) -> Said {
    let words = desk.words;
    let plan: (&str, Arg<'_>) = ("plan", (&facts.plan).into());
    let until = words.until(facts.covered_until);
    let cover = match facts.covered_from {
        Some(from) => Block::Callout {
            tone: Tone::Good,
            title: words.say("received-cover-title"),
            text: words.with(
                "received-cover",
                &[plan.clone(), ("from", words.at(from).into()), ("until", until.into())],
            ),
        },
        None => Block::Callout {
            tone: Tone::Warn,
            title: words.say("received-waiting-title"),
            text: words.with("received-waiting", &[("until", until.into())]),
        },
    };
    let mut blocks = vec![
        text(words.with("received-intro", &[plan.clone(), ("count", facts.devices.len().into())])),
        cover,
        heading(words.say("received-summary-title")),
        Block::Facts {
            facts: std::iter::once(fact(words.say("plan"), facts.plan.as_str()))
                .chain(facts.devices.iter().map(|device| fact(words.say("device"), desk.device(device))))
                .chain(std::iter::once(fact(words.say("price"), desk.premium(&facts.premium))))
                .collect(),
        },
        heading(words.say("next-title")),
        Block::Bullets {
            items: vec![
                words.say("received-next-look"),
                words.with("received-next-answer", &[("date", words.last_day(facts.covered_until).into())]),
                words.say("received-next-yes"),
                words.say(match desk.house.country {
                    Country::Nl => "received-next-no-nl",
                    Country::Be => "received-next-no-be",
                }),
            ],
        },
    ];
    blocks.extend(facts.link.as_deref().map(|link| desk.link("application-link", link)));
    Said { title: words.say("received-title"), file: "file-application", blocks, sheet: None }
}

pub(super) fn information(desk: Desk<'_>, facts: &InformationRequested) -> Said {
    let words = desk.words;
    let mut blocks = vec![
        text(words.with("information-intro", &[("plan", (&facts.plan).into())])),
        Block::Bullets { items: facts.questions.clone() },
        Block::Callout {
            tone: Tone::Warn,
            title: words.with("information-by-title", &[("date", facts.answer_by.into())]),
            text: words.with("information-by", &[("until", words.until(facts.covered_until).into())]),
        },
    ];
    blocks.extend(facts.link.as_deref().map(|link| desk.link("information-link", link)));
    Said { title: words.say("information-title"), file: "file-information", blocks, sheet: None }
}

pub(super) fn rejected(desk: Desk<'_>, facts: &ApplicationRejected) -> Said {
    let words = desk.words;
    let mut blocks = vec![text(words.with("rejected-intro", &[("plan", (&facts.plan).into())]))];
    match &facts.reason {
        Some(reason) => blocks.push(text(words.with("rejected-reason", &[("reason", reason.into())]))),
        None => blocks.push(text(words.say("rejected-no-reason"))),
    }
    let (title, cover) = if facts.never_covered {
        (words.say("rejected-cover-back-title"), words.say("never-covered"))
    } else if facts.from_the_start {
        (words.say("rejected-cover-back-title"), words.say("rejected-cover-back"))
    } else {
        let until = words.until(facts.cover_ends);
        (
            words.with("rejected-cover-title", &[("until", (&until).into())]),
            words.with("rejected-cover", &[("until", (&until).into())]),
        )
    };
    blocks.push(Block::Callout { tone: Tone::Warn, title, text: cover });
    if let Some(refund) = &facts.refund {
        blocks.extend([heading(words.say("refund-title")), desk.refund(refund)]);
    }
    blocks.push(text(words.say("rejected-elsewhere")));
    blocks.extend(desk.ladder());
    Said { title: words.say("rejected-title"), file: "file-decision", blocks, sheet: None }
}

pub(super) fn lapsed(desk: Desk<'_>, facts: &ApplicationLapsed) -> Said {
    let words = desk.words;
    let until = words.until(facts.cover_ends);
    let (title, cover) = if facts.never_covered {
        (words.say("rejected-cover-back-title"), words.say("never-covered"))
    } else {
        (
            words.with("rejected-cover-title", &[("until", (&until).into())]),
            words.with("rejected-cover", &[("until", (&until).into())]),
        )
    };
    let mut blocks = vec![
        text(words.with("lapsed-intro", &[("plan", (&facts.plan).into())])),
        Block::Callout { tone: Tone::Warn, title, text: cover },
    ];
    if let Some(refund) = &facts.refund {
        blocks.extend([heading(words.say("refund-title")), desk.refund(refund)]);
    }
    blocks.push(text(words.say(if facts.never_covered { "lapsed-again-no-cover" } else { "lapsed-again" })));
    blocks.extend(facts.link.as_deref().map(|link| desk.link("lapsed-link", link)));
    blocks.extend(desk.ladder());
    let title = words.say(if facts.never_covered { "lapsed-title-no-cover" } else { "lapsed-title" });
    Said { title, file: "file-application", blocks, sheet: None }
}

pub(super) fn offered(desk: Desk<'_>, facts: &OfferMade) -> Said {
    let words = desk.words;
    let until = words.until(facts.agree_until);
    let covered = words.until(facts.cover_until);
    let mut terms = Vec::new();
    terms.extend(facts.other_plan.as_ref().map(|plan| fact(words.say("offer-plan"), plan.as_str())));
    terms.push(fact(words.say("offer-premium"), desk.premium(&facts.premium)));
    terms.extend(facts.excess.map(|excess| fact(words.say("offer-excess"), words.money(excess))));
    let mut blocks = vec![
        text(words.with("offer-intro", &[("plan", (&facts.plan).into())])),
        Block::Facts { facts: terms },
        Block::Callout {
            tone: Tone::Warn,
            title: words.with("offer-by-title", &[("until", (&until).into())]),
            text: words.say("offer-by"),
        },
        text(words.with("offer-cover-ends", &[("until", (&covered).into())])),
    ];
    blocks.extend(facts.link.as_deref().map(|link| desk.link("offer-link", link)));
    blocks.extend(desk.ladder());
    Said { title: words.say("offer-title"), file: "file-decision", blocks, sheet: None }
}
