//! The cover of a policy as data: when there was cover, by which rule and because of which event, as known at any moment.

use app::views::desk::ContractFile;
use kernel::Instant;
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::Problem;
use crate::desk::cover::{file, moment};
use crate::{Answer, Failure, Visit};

/// The cover of a policy.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CoverAnswer {
    /// Number of the policy.
    pub policy: String,
    /// `NL` or `BE`.
    pub country: &'static str,
    /// As known at this moment.
    #[schema(example = "2026-04-02T12:00:00Z")]
    pub known: String,
    /// Whether there was cover at the moment asked about.
    pub asked: Option<AskedAnswer>,
    /// The timeline, the earliest first; before it there is no cover.
    pub segments: Vec<SegmentAnswer>,
}

/// Whether there was cover at a moment.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AskedAnswer {
    /// The moment.
    pub at: String,
    /// `provisional`, `on`, `off`, `suspended` or `void`.
    pub cover: &'static str,
    /// Whether what happens then is covered.
    pub covered: bool,
}

/// A part of the timeline, from its beginning up to its end without it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SegmentAnswer {
    /// `provisional`, `on`, `off`, `suspended` or `void`.
    pub cover: &'static str,
    /// Whether what happens in it is covered.
    pub covered: bool,
    /// Its beginning.
    pub from: String,
    /// Its end; none when it has none.
    pub to: Option<String>,
    /// The rule by which it begins.
    pub rule: &'static str,
    /// The event because of which it begins.
    pub event: Option<EventAnswer>,
}

/// An event of a policy.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventAnswer {
    /// Its place in the journal of the policy.
    pub seq: i64,
    /// What happened.
    pub kind: &'static str,
    /// From when it counts.
    pub effective: String,
    /// Since when we know.
    pub recorded: String,
}

/// When a policy gave cover, by which rule and because of which event, as known at any moment.
#[utoipa::path(
    get, path = "/api/policies/{number}/cover", tag = "policies",
    params(("number" = String, Path, description = "Policy number."),
        ("at" = Option<String>, Query, description = "The moment that is asked about: `2026-03-01T14:05` on the policy's \
            clocks, or with an offset."),
        ("known" = Option<String>, Query, description = "As known at this moment; now when left out.")),
    responses((status = 200, description = "The cover.", body = CoverAnswer),
        (status = 422, description = "A moment cannot be read.", body = Problem, content_type = "application/problem+json"),
        (status = "4XX", description = "Why not.", body = Problem, content_type = "application/problem+json")),
    security(("key" = []))
)]
pub(super) async fn data(visit: Visit) -> Result<Answer, Failure> {
    let now = visit.now();
    let latest = file(&visit, now).await?;
    let country = latest.contract.country();
    let read = |name: &'static str| match visit.query().get(name) {
        "" => Ok(None),
        text => moment(text, country).map(Some).ok_or(name),
    };
    let (at, known) = match (read("at"), read("known")) {
        (Ok(at), Ok(known)) => (at, known.map_or(now, |known| known.min(now))),
        (Err(name), _) | (_, Err(name)) => {
            let words = visit.words();
            let title = words.with("api-moment", "name", name);
            return Problem::new(422, title, words.t("api-moment-text")).answer();
        }
    };
    let asked = if known < now { file(&visit, known).await? } else { latest };
    Answer::json(&answer(&asked, known, at))
}

fn answer(file: &ContractFile, known: Instant, at: Option<Instant>) -> CoverAnswer {
    let cover = &file.cover;
    let segments = cover.segments.iter().enumerate().map(|(index, segment)| {
        let fact = file.facts.iter().find(|fact| fact.seq == segment.begins.seq);
        SegmentAnswer {
            cover: segment.cover.code(),
            covered: segment.cover.is_covered(),
            from: segment.begins.at.to_string(),
            to: cover.segments.get(index + 1).map(|next| next.begins.at.to_string()),
            rule: segment.begins.rule.id(),
            event: fact.map(|fact| EventAnswer {
                seq: fact.seq,
                kind: fact.event.kind(),
                effective: fact.effective.to_string(),
                recorded: fact.recorded.to_string(),
            }),
        }
    });
    CoverAnswer {
        policy: file.contract.application.number.to_string(),
        country: file.contract.country().code(),
        known: known.to_string(),
        asked: at.map(|at| AskedAnswer {
            at: at.to_string(),
            cover: cover.at(at).code(),
            covered: cover.at(at).is_covered(),
        }),
        segments: segments.collect(),
    }
}
