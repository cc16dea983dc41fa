//! When a page cannot be given: every reason has a page of its own, in the reader's language.

use app::{AppError, Refused};
use askama::Template;
use axum::http::StatusCode;

use store::StoreError;

use crate::api::problem::Problem;
use crate::{Answer, Page, Words};

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nothing is there.
    #[error("not found")]
    NotFound,
    /// The visitor must sign in first.
    #[error("sign in first")]
    SignIn,
    /// The visitor may not see or do this.
    #[error("not allowed")]
    NotAllowed,
    /// The form is not ours, or too old: its token is missing or wrong. Nothing was done.
    #[error("form token missing or wrong")]
    StaleForm,
    /// What was sent makes no sense. Nothing was done.
    #[error("malformed request")]
    Malformed,
    /// What was sent is over the limit of so many megabytes.
    #[error("over {megabytes} MB")]
    TooLarge {
        /// The limit.
        megabytes: u32,
    },
    /// Too many tries.
    #[error("too many tries")]
    TooMany {
        /// When to try again.
        after_seconds: u32,
    },
    /// Somebody else decided first, or the thing has changed since it was read.
    #[error("decided by somebody else first")]
    Conflict,
    /// Refused by rule, where no form could say so beside its field. Nothing was done.
    #[error("refused: {0}")]
    Refused(Refused),
    /// The database cannot be reached.
    #[error("database unavailable")]
    Unavailable,
    /// A fault of ours.
    #[error("{what}")]
    Fault {
        /// What went wrong, for the log; never personal data.
        what: String,
    },
}

impl Failure {
    /// A fault of ours with its cause, for the log.
    pub fn fault(what: &str, cause: impl std::fmt::Display) -> Self {
        Self::Fault { what: format!("{what}: {cause}") }
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn | Self::NotAllowed | Self::StaleForm => StatusCode::FORBIDDEN,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Conflict | Self::Refused(_) => StatusCode::CONFLICT,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The first part of its messages.
    fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::SignIn | Self::NotAllowed => "error-not-allowed",
            Self::StaleForm => "error-stale-form",
            Self::Malformed => "error-malformed",
            Self::TooLarge { .. } => "error-too-large",
            Self::TooMany { .. } => "error-too-many",
            Self::Conflict => "error-conflict",
            Self::Refused(_) => "error-refused",
            Self::Unavailable => "error-unavailable",
            Self::Fault { .. } => "error-fault",
        }
    }

    /// Its page as HTML. `reference` finds the request in the log.
    pub(crate) fn html(&self, page: Page, reference: &str) -> askama::Result<String> {
        let text = format!("{}-text", self.key());
        let text = match self {
            Self::Refused(refused) => page.refusal(refused),
            Self::TooLarge { megabytes } => page.with(&text, "mb", *megabytes),
            Self::TooMany { after_seconds } => page.with(&text, "minutes", after_seconds.div_ceil(60)),
            _ => page.t(&text),
        };
        let view = FailurePage {
            title: page.t(self.key()),
            next: page.t(&format!("{}-next", self.key())),
            reload: matches!(self, Self::Conflict | Self::Unavailable | Self::TooMany { .. }),
            back: matches!(
                self,
                Self::Refused(_) | Self::StaleForm | Self::TooLarge { .. } | Self::Malformed
            ),
            reference: matches!(self, Self::Fault { .. } | Self::Unavailable).then(|| reference.to_owned()),
            contact: !matches!(self, Self::Conflict),
            text,
            page,
        };
        view.render()
    }

    /// The same for a program.
    pub(crate) fn problem(&self, words: Words, reference: &str) -> Answer {
        let (status, key) = match self {
            Self::SignIn => (401, "api-key"),
            Self::NotFound => (404, "api-not-found"),
            _ => (self.status().as_u16(), self.key()),
        };
        let text = format!("{key}-text");
        let detail = match self {
            Self::Refused(refused) => words.refusal(refused),
            Self::TooLarge { megabytes } => words.with(&text, "mb", *megabytes),
            Self::TooMany { after_seconds } => words.with(&text, "minutes", after_seconds.div_ceil(60)),
            _ => words.t(&text),
        };
        let mut problem = Problem::new(status, words.t(key), detail);
        problem.instance = Some(reference.to_owned());
        problem.answer().unwrap_or_else(|_| Answer::html(String::new()).with_status(self.status()))
    }

    /// Its page.
    pub(crate) fn answer(&self, page: Page, reference: &str) -> Answer {
        // The page of a failure has nothing that can fail; if it does, the status must speak for itself.
        Answer::html(self.html(page, reference).unwrap_or_default()).with_status(self.status())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { .. } => Self::Conflict,
            StoreError::Unreachable { .. } | StoreError::CommitUnknown { .. } | StoreError::Busy { .. } => {
                tracing::error!(%error, "the database does not answer");
                Self::Unavailable
            }
            error => Self::fault("the database", error),
        }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Store(error) => error.into(),
            AppError::Denied(_) => Self::NotAllowed,
            AppError::Refused(refused) => Self::Refused(refused),
            error => Self::fault("a use case", error),
        }
    }
}

/// The page of a failure.
#[derive(Template)]
#[template(path = "errors/failure.html")]
struct FailurePage {
    page: Page,
    title: String,
    text: String,
    next: String,
    reload: bool,
    back: bool,
    reference: Option<String>,
    contact: bool,
}
