//! What the checks say of an application: sanctions, known persons, authority, papers (OFFICE-02).

use app::views::desk::{self as views, ContractFile};
use policy::{SignalKind, Verdict};

use super::common;
use crate::Words;
use crate::part::{Badge, RuleChip, Tone};

/// What a check said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which check.
    pub title: String,
    /// Its verdict.
    pub verdict: Badge,
    /// What was found, when a person must look; may be empty.
    pub detail: String,
    /// Where to look: addresses and words.
    pub links: Vec<(String, String)>,
    /// The rule that asks for it.
    pub rule: RuleChip,
}

pub(super) fn checks(words: Words, file: &ContractFile) -> Vec<Check> {
    let check = |title: &str, tone, verdict: &str, detail: String, rule: &str| Check {
        title: words.t(title),
        verdict: Badge::new(tone, words.t(verdict)),
        detail,
        links: Vec::new(),
        rule: RuleChip::linked(rule),
    };
    let (tone, verdict) = match file.screened.verdict {
        None => (Tone::Warn, "check-waits"),
        Some(Verdict::Clear) => (Tone::Good, "check-nothing"),
        Some(Verdict::Possible) => (Tone::Warn, "check-judge"),
        Some(Verdict::Hit) => (Tone::Bad, "check-hit"),
    };
    let detail = match (file.screened.at, file.screened.by_person) {
        (Some(at), true) => words.with("check-by-person", "at", words.moment(&at)),
        (Some(at), false) => words.with("check-by-machine", "at", words.moment(&at)),
        (None, _) => String::new(),
    };
    let screening = check("check-sanctions", tone, verdict, detail, "AMB-41");
    let weighs = |kind: &SignalKind| *kind != SignalKind::OtherPolicy;
    let (tone, verdict) = match &file.kindred {
        found if found.is_empty() => (Tone::Good, "check-nothing"),
        found if found.iter().any(|other| other.kinds.iter().any(weighs)) => (Tone::Warn, "check-judge"),
        _ => (Tone::Info, "check-known"),
    };
    let weigh = if tone == Tone::Warn { words.t("check-weigh") } else { String::new() };
    let mut known = check("check-person", tone, verdict, weigh, "OFFICE-02");
    let link = |other: &views::Kindred| {
        let mut said: Vec<String> =
            other.kinds.iter().map(|kind| words.t(&format!("check-{}", kind.code()))).collect();
        said.push(common::phase(words, &other.phase).text);
        (format!("/desk/policies/{}", other.number), format!("{} ({})", other.number, said.join(", ")))
    };
    known.links = file.kindred.iter().map(link).collect();
    let dearest = file.contract.application.devices.iter().map(|device| device.purchase_value).max();
    let over = dearest.is_some_and(|value| value > file.accept_limit);
    let (tone, verdict) = if over { (Tone::Bad, "check-above") } else { (Tone::Good, "check-within") };
    let limit = words.with("check-limit", "amount", words.money(&file.accept_limit));
    let authority = check("check-authority", tone, verdict, limit, "ACT-06");
    let (tone, verdict) =
        if file.proof.is_some() { (Tone::Good, "check-there") } else { (Tone::Warn, "check-missing") };
    let proof = check("application-proof", tone, verdict, String::new(), "DATA-07");
    vec![screening, known, authority, proof]
}
