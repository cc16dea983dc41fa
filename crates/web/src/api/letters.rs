//! What the mail server and the post say of our letters, sent by their programs (GEN-TIME-06, AMB-12).

use app::contracts::Outcome;
use app::delivery::news;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::problem::Problem;
use crate::{Answer, Failure, Visit};

/// What became of letters.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewsBody {
    /// At most 5,000.
    #[schema(min_items = 1, max_items = 5000)]
    pub news: Vec<NewsLine>,
}

/// What became of one letter.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewsLine {
    /// The mail's `Message-ID`, or the name of the printed file.
    #[schema(example = "<letter-00XK8Z0W4M2TA-12@harmony>")]
    pub reference: String,
    /// `returned`, `deposited` or `received`.
    #[schema(example = "returned")]
    pub what: String,
    /// The day of deposit or receipt.
    #[serde(default)]
    #[schema(example = "2026-04-02")]
    pub day: String,
    /// Reason code of what came back, or number of the registered item.
    #[serde(default)]
    #[schema(example = "5.1.1")]
    pub detail: String,
}

/// What came of one line.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NewsAnswer {
    /// The letter, as sent.
    pub reference: String,
    /// `done`, `already-done` or `refused`.
    pub outcome: &'static str,
    /// The rule of a refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Why, in the language asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// Records what became of letters, line by line: what is wrong with one keeps no other back. The same line again is
/// `already-done`.
#[utoipa::path(
    post, path = "/api/letters", tag = "letters",
    request_body(content = NewsBody),
    responses((status = 200, description = "What came of each line, in order.", body = Vec<NewsAnswer>),
        (status = "4XX", description = "Why not.", body = Problem, content_type = "application/problem+json")),
    security(("key" = []))
)]
pub(super) async fn record(visit: Visit) -> Result<Answer, Failure> {
    let words = visit.words();
    let Ok(body) = serde_json::from_slice::<NewsBody>(visit.body()) else {
        return Problem::new(422, words.t("api-letters"), words.t("api-letters-text")).answer();
    };
    if body.news.is_empty() || body.news.len() > news::LINES_MAX {
        return Problem::new(422, words.t("api-letters"), words.t("api-letters-text")).answer();
    }
    let lines = body.news.into_iter().enumerate().map(|(index, line)| {
        let read = news::line(&line.reference, &line.what, &line.day, &line.detail);
        (index + 1, line.reference, read)
    });
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let lines = lines.collect();
    let told = tokio::task::spawn_blocking(move || news::record(&app, now, &actor, lines)).await;
    let told = told.map_err(|error| Failure::fault("news of letters", error))??;
    let answer = |told: &news::Told| {
        let refused = told.outcome.as_ref().err();
        NewsAnswer {
            reference: told.reference.clone(),
            outcome: match told.outcome {
                Ok(Outcome::Done) => "done",
                Ok(Outcome::AlreadyDone) => "already-done",
                Err(_) => "refused",
            },
            rule: refused.and_then(|refused| refused.rule.as_ref()).map(|rule| rule.id().to_owned()),
            why: refused.map(|refused| words.refusal(refused)),
        }
    };
    Answer::json(&told.iter().map(answer).collect::<Vec<_>>())
}
