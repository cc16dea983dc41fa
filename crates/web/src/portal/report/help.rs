//! Help where people get stuck: the number of a stolen device, locking it from a distance, the proof of purchase, a good
//! photo; what to do where theft is not insured (FAQ-02, FAQ-06 to FAQ-11, BE-CLAIM-07); the duties after theft and their clock.

use app::claims::FIRST;
use app::claims::unsent::{Ahead, Step};
use kernel::Country;

use crate::Words;
use crate::part::{Aid, Notice, Tone};

/// Help that opens under a question.
pub(super) fn aids(words: Words, ahead: &Ahead) -> Vec<Aid> {
    let fact = match &ahead.step {
        Step::Ask(question, _) => question.fact.as_str(),
        Step::Evidence(kind, _) => kind.as_str(),
        Step::Devices | Step::Narrative | Step::Ready => "",
    };
    let aid = |title: &str, lines: &[&str]| Aid {
        title: words.t(title),
        lines: lines.iter().map(|line| words.t(line)).collect(),
    };
    match fact {
        fact if fact == FIRST[0] && !ahead.theft_is_covered => {
            let why = match ahead.country {
                Country::Nl => "report-stolen-nl",
                Country::Be => "report-stolen-be",
            };
            let steps = ["faq-stolen-1", "faq-stolen-2", "report-stolen-police", "report-stolen-other"];
            let lines = std::iter::once(why).chain(steps).collect::<Vec<_>>();
            vec![aid("report-stolen", &lines)]
        }
        "remote_block" | "tracking" => vec![
            aid("faq-lost-apple-q", &["faq-lost-apple-a"]),
            aid("faq-lost-google-q", &["faq-lost-google-a"]),
        ],
        "police_told" | "police_reported_at" | "police_report" => vec![
            aid("report-police", &["report-police-1", "report-police-2", "report-police-3"]),
            aid("imei-where", &["imei-papers", "imei-account", "imei-google"]),
        ],
        "proof_of_purchase" | "proof_of_purchase_accessories" => {
            vec![aid("report-proof", &["report-proof-1", "report-proof-2", "report-proof-3"])]
        }
        "photo_damage" | "photo_case_and_shield" => {
            vec![aid("report-photo", &["report-photo-1", "report-photo-2", "report-photo-3"])]
        }
        _ => Vec::new(),
    }
}

/// What theft asks of the customer at once, and until when (NL-CLAIM-02, AMB-26).
pub(super) fn theft(words: Words, ahead: &Ahead) -> Option<Notice> {
    let theft = ahead.theft?;
    let duties = words.t("report-theft-duties");
    Some(if theft.is_over {
        Notice::new(Tone::Warn, words.t("report-theft-over"))
            .text(format!("{duties} {}", words.t("report-theft-late")))
    } else {
        Notice::new(Tone::Warn, words.with("report-theft-until", "at", words.until(&theft.until)))
            .text(duties)
    })
}
