//! What is wrong with a call, as `application/problem+json` (RFC 9457).

use axum::http::StatusCode;
use serde::Serialize;
use terms::Fault;
use utoipa::ToSchema;

use crate::{Answer, Failure};

/// Why a call was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// What is wrong, in the reader's language.
    pub title: String,
    /// What to do, in the reader's language.
    pub detail: String,
    /// Finds the call in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Each thing that is wrong with the body, with its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<WrongPlace>,
}

/// One thing that is wrong with the body of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct WrongPlace {
    /// Line of the body, from 1; 0 where it is about the whole of it.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What is wrong. Names are those of the conditions.
    pub what: String,
    /// What to write instead; may be empty.
    pub write: String,
}

impl Problem {
    pub(crate) fn new(status: u16, title: String, detail: String) -> Self {
        Self { status, title, detail, instance: None, errors: Vec::new() }
    }

    pub(super) fn with(mut self, faults: &[Fault]) -> Self {
        let place = |fault: &Fault| WrongPlace {
            line: fault.line,
            column: fault.column,
            what: fault.what.clone(),
            write: fault.hint.clone(),
        };
        self.errors = faults.iter().map(place).collect();
        self
    }

    pub(crate) fn answer(&self) -> Result<Answer, Failure> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let bytes = serde_json::to_vec(self).map_err(|error| Failure::fault("a problem", error))?;
        Ok(Answer::data("application/problem+json", bytes).with_status(status))
    }
}
