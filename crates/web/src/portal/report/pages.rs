//! The pages of a report: the question that comes next, or everything once more before it is sent.

use app::claims::unsent::Step;
use app::claims::{DEVICES, Question};
use askama::Template;
use terms::Kind;

use super::answer::said;
use super::{EVIDENCE, NARRATIVE, Place, help};
use crate::form::Filled;
use crate::part::{Crumb, Notice, Summary};
use crate::portal::question::{Asked, AskedKind, QuestionPage};
use crate::{Answer, Failure, Page, Visit, Words};

/// Everything answered: read once more, and sent.
#[derive(Debug, Template)]
#[template(path = "portal/report-ready.html")]
pub struct ReadyPage {
    /// The frame.
    pub page: Page,
    /// Back to the claims.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of the report, so that sending it twice is once.
    pub command: String,
    /// The device it is about.
    pub device: String,
    /// What is to be done at once, after theft.
    pub notice: Option<Notice>,
    /// What is wrong.
    pub summary: Summary,
    /// Question, answer, where to change it.
    pub before: Vec<(String, String, String)>,
    /// Names of the papers that come with it.
    pub papers: Vec<String>,
    /// Papers that come later.
    pub later: Vec<String>,
}

/// The form as it was answered before, for a question that is asked again.
pub(super) fn answered(place: &Place) -> Filled {
    let mut filled = Filled::default();
    match &place.ahead.step {
        Step::Ask(question, _) => {
            let key = question.key();
            let before = place.ahead.answered.iter().find(|(known, _)| known.key() == key);
            if let Some((_, Some(text))) = before {
                match question.kind {
                    Kind::Instant => {
                        let (date, time) = text.split_once('T').unwrap_or((text, ""));
                        filled.set(&key, date);
                        filled.set(&format!("{key}_time"), time);
                    }
                    Kind::Set => {
                        for value in text.split(',') {
                            filled.add_value(key.clone(), value.to_owned());
                        }
                    }
                    _ => filled.set(&key, text.as_str()),
                }
            }
        }
        Step::Narrative => filled.set(NARRATIVE, place.unsent.narrative.clone().unwrap_or_default()),
        Step::Devices => {
            for device in place.ahead.devices.iter().filter(|device| device.chosen) {
                filled.add_value(DEVICES.to_owned(), device.item.to_string());
            }
        }
        Step::Evidence(..) | Step::Ready => {}
    }
    filled
}

pub(super) fn page(visit: &Visit, place: Place, filled: &Filled) -> Result<Answer, Failure> {
    let page = visit.page();
    let words = page.words();
    let here = place.by.here(&place.number);
    let crumb = place.by.crumb(words, &place.number);
    let before = before(words, &place, &here);
    let notice = help::theft(words, &place.ahead);
    let asked = match &place.ahead.step {
        Step::Ready => {
            let name = |kind: &String| {
                let known = place.ahead.evidence.iter().find(|(name, _)| name == kind);
                known.map_or_else(|| kind.clone(), |(_, text)| text.clone())
            };
            return Answer::page(&ReadyPage {
                crumb,
                action: here,
                command: place.unsent.command.clone(),
                device: device(words, &place, None),
                notice,
                summary: Summary::new(words, filled.faults()),
                before,
                papers: place.unsent.uploads.iter().map(|(_, upload)| upload.name.clone()).collect(),
                later: place.unsent.later.iter().map(name).collect(),
                page,
            });
        }
        Step::Ask(question, may_skip) => asked_of(question, *may_skip),
        Step::Narrative => Asked {
            fact: NARRATIVE.to_owned(),
            question: words.t("report-narrative"),
            help: words.t("report-narrative-help"),
            kind: AskedKind::Words,
            may_be_unknown: false,
        },
        Step::Devices => Asked {
            fact: DEVICES.to_owned(),
            question: words.t("report-devices"),
            help: words.t("report-devices-help"),
            kind: AskedKind::AnyOf(
                place.ahead.devices.iter().map(|it| (it.item.to_string(), named(words, it))).collect(),
            ),
            may_be_unknown: false,
        },
        Step::Evidence(kind, text) => Asked {
            fact: format!("{EVIDENCE}{kind}"),
            question: text.clone(),
            help: words.t("report-evidence-help"),
            kind: AskedKind::Files,
            may_be_unknown: true,
        },
    };
    let item = match &place.ahead.step {
        Step::Ask(question, _) => question.item,
        _ => None,
    };
    let about = before.len() + place.ahead.left;
    // The device it was begun with goes along until the first answer is kept.
    let begun_with =
        visit.query().get("item").parse::<u32>().ok().filter(|_| place.unsent.answers.is_empty());
    let action = begun_with.map_or_else(|| here.clone(), |item| format!("{here}?item={item}"));
    let at = (action, visit.draw(), device(words, &place, item));
    let view = QuestionPage {
        crumb,
        notice,
        aids: help::aids(words, &place.ahead),
        ..QuestionPage::new(page, at, &asked, filled, before, about)
    };
    if filled.is_good() { Answer::page(&view) } else { Answer::again(&view) }
}

/// The device a page is about, or all that were chosen.
fn device(words: Words, place: &Place, item: Option<u32>) -> String {
    let is_meant = |device: &&app::claims::unsent::Device| match item {
        Some(item) => device.item == item,
        None => device.chosen,
    };
    let named: Vec<String> =
        place.ahead.devices.iter().filter(is_meant).map(|device| named(words, device)).collect();
    if named.is_empty() { place.device.clone() } else { named.join(", ") }
}

fn named(words: Words, device: &app::claims::unsent::Device) -> String {
    let number = || words.with("report-device-no", "no", device.item.to_string());
    if device.model.is_empty() { number() } else { device.model.clone() }
}

/// A question of the wording as the page asks it.
pub(in crate::portal) fn asked_of(question: &Question, may_be_unknown: bool) -> Asked {
    Asked {
        fact: question.key(),
        question: question.question.clone(),
        help: question.help.clone().unwrap_or_default(),
        kind: match question.kind {
            Kind::Bool => AskedKind::YesNo,
            Kind::Choice => AskedKind::OneOf(question.values.clone()),
            Kind::Set => AskedKind::AnyOf(question.values.clone()),
            Kind::Money => AskedKind::Money,
            Kind::Date => AskedKind::Date,
            Kind::Instant => AskedKind::Moment,
            Kind::Number | Kind::Term => AskedKind::Words,
        },
        may_be_unknown,
    }
}

fn before(words: Words, place: &Place, here: &str) -> Vec<(String, String, String)> {
    let mut before: Vec<_> = place
        .ahead
        .answered
        .iter()
        .map(|(question, text)| {
            let answer = text.as_ref().map_or_else(|| words.t("unknown"), |text| said(words, question, text));
            let about = place.ahead.devices.iter().find(|device| Some(device.item) == question.item);
            let asked = match about {
                Some(device) => format!("{}: {}", named(words, device), question.question),
                None => question.question.clone(),
            };
            (asked, answer, format!("{here}?change={}", question.key()))
        })
        .collect();
    if place.unsent.items.is_some() && !place.ahead.devices.is_empty() {
        let chosen = device(words, place, None);
        before.push((words.t("report-devices"), chosen, format!("{here}?change={DEVICES}")));
    }
    if let Some(narrative) = &place.unsent.narrative {
        let short: String = narrative.chars().take(120).collect();
        let more = if short.len() < narrative.len() { "…" } else { "" };
        before.push((
            words.t("report-narrative"),
            format!("{short}{more}"),
            format!("{here}?change={NARRATIVE}"),
        ));
    }
    before
}
