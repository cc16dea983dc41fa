//! Where a claim stands: what happens now, who acts, by when; what happened until now; what helps in the meantime.

use app::claims::{ClaimStatus, Now};
use kernel::Instant;

use crate::Words;
use crate::part::{Aid, Notice, Tone, Trail, TrailStep};

/// What happens now, who acts, and by when (PORTAL-09).
pub(super) fn message(words: Words, status: &ClaimStatus) -> Notice {
    let say = |tone, key: &str| Notice::new(tone, words.t(key)).text(words.t(&format!("{key}-text")));
    let mut notice = match status.now {
        Now::YouGiveEvidence { by } => Notice::new(Tone::Warn, words.t("claim-now-evidence"))
            .text(words.with("claim-now-evidence-text", "at", words.instant(&by))),
        Now::YouAnswer => say(Tone::Warn, "claim-now-answer"),
        Now::WeDecide => say(Tone::Info, "claim-now-decide"),
        Now::YouAccept => say(Tone::Warn, "claim-now-accept"),
        Now::WeSettle => say(Tone::Good, "claim-now-settle"),
        Now::WePay => Notice::new(Tone::Good, words.t("claim-now-pay")).text(words.with(
            "claim-now-pay-text",
            "amount",
            status.payable - status.set_off,
        )),
        Now::Paid => Notice::new(Tone::Good, words.t("claim-now-paid")).text(words.with(
            "claim-now-paid-text",
            "amount",
            status.paid,
        )),
        Now::Settled => say(Tone::Good, "claim-now-settled"),
        Now::Refused => say(Tone::Bad, "claim-now-refused"),
        Now::GivenUp => say(Tone::Plain, "claim-now-given-up"),
    };
    if let Some(by_when) = by_when(words, status) {
        notice.text = format!("{} {by_when}", notice.text);
    }
    notice
}

/// By when we act, where it is our turn (LAW-BE-INS-09).
fn by_when(words: Words, status: &ClaimStatus) -> Option<String> {
    let say = |key: &str, at: Instant| words.with(key, "at", words.until(&at));
    match status.now {
        Now::YouGiveEvidence { .. } | Now::YouAnswer | Now::WeDecide => {
            status.answer_by.map(|at| say("claim-answer-by", at))
        }
        Now::WeSettle | Now::WePay => status.pay_by.map(|at| say("claim-pay-by", at)),
        Now::YouAccept | Now::Paid | Now::Settled | Now::Refused | Now::GivenUp => None,
    }
}

/// What happened, what happens now, and what comes then.
pub(super) fn trail(words: Words, status: &ClaimStatus) -> Trail {
    let mut steps: Vec<TrailStep> = Vec::new();
    for (kind, at) in &status.history {
        // What only moves figures or papers inside the house has no words for the customer.
        let Some(title) = words.maybe(&format!("claim-story-{kind}")) else { continue };
        let when = words.moment(at);
        if steps.last().is_some_and(|last| last.title == title && last.when == when) {
            continue;
        }
        let by = status.reported_by.as_ref().filter(|_| kind == "reported");
        let text = by.map(|partner| words.with("claim-by-partner", "partner", partner.as_str()));
        steps.push(TrailStep { class: "done", when, title, text: text.unwrap_or_default() });
    }
    let next = |key: &str| TrailStep {
        class: "next",
        when: String::new(),
        title: words.t(key),
        text: String::new(),
    };
    let to_come: &[&str] = match status.now {
        Now::YouGiveEvidence { .. } | Now::YouAnswer => {
            &["claim-trail-decide", "claim-trail-settle", "claim-trail-end"]
        }
        Now::WeDecide => &["claim-trail-settle", "claim-trail-end"],
        Now::YouAccept | Now::WeSettle | Now::WePay => &["claim-trail-end"],
        Now::Paid | Now::Settled | Now::Refused | Now::GivenUp => &[],
    };
    if !to_come.is_empty() {
        let now = message(words, status);
        let text = by_when(words, status).unwrap_or_default();
        steps.push(TrailStep { class: "now", when: words.t("claim-trail-now"), title: now.title, text });
    }
    steps.extend(to_come.iter().map(|key| next(key)));
    Trail { steps }
}

/// What helps while the claim is open: before a repair (FAQ-03, FAQ-04), after theft (FAQ-10).
pub(super) fn meanwhile(words: Words, status: &ClaimStatus) -> Vec<Aid> {
    let keys: &[&str] = match status.cause.0.as_str() {
        "stolen" | "lost" => &["faq-lost-apple", "faq-lost-google"],
        _ => &["faq-backup", "faq-find", "faq-loan"],
    };
    keys.iter()
        .map(|key| Aid { title: words.t(&format!("{key}-q")), lines: vec![words.t(&format!("{key}-a"))] })
        .collect()
}
