//! What can go wrong in a use case beside a refusal.

use kernel::{Refusal, Rule};
use store::StoreError;

/// A use case could not be carried out. A refusal of one item is not an error of the call; see [`Refused`].
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The caller is not allowed to.
    #[error("not allowed: {0}")]
    Denied(#[from] crate::access::Denied),
    /// Refused, by rule.
    #[error("refused: {0}")]
    Refused(#[from] Refused),
    /// Stored data cannot be. The operation stops; nothing is repaired silently.
    #[error("stored data is damaged: {what} of {stream}")]
    Damaged {
        /// What cannot be, without personal data.
        what: &'static str,
        /// In which stream or row.
        stream: String,
    },
    /// Something that must be there is not.
    #[error("{what} is missing: {name}")]
    Missing {
        /// What kind of thing.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// A document could not be laid out.
    #[error("a document could not be laid out: {0}")]
    Render(String),
}

impl AppError {
    /// Stored data of a stream that cannot be.
    pub fn damaged(what: &'static str, stream: impl std::fmt::Display) -> Self {
        Self::Damaged { what, stream: stream.to_string() }
    }

    /// Something that must be there and is not.
    pub fn missing(what: &'static str, name: impl std::fmt::Display) -> Self {
        Self::Missing { what, name: name.to_string() }
    }

    /// The refusal, if it is one.
    pub fn refused(&self) -> Option<&Refused> {
        match self {
            Self::Refused(refused) => Some(refused),
            _ => None,
        }
    }
}

impl store::chunk::RunError for AppError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

/// A refusal of any domain, as it is shown and stored: the key of its text, its rule, and what the text needs to know.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, thiserror::Error)]
#[error("{code}")]
pub struct Refused {
    /// Kebab-case key of the text shown.
    pub code: String,
    /// The rule behind it.
    pub rule: Option<Rule>,
    /// What the text needs to know; nothing personal.
    pub args: Vec<(String, String)>,
}

impl Refused {
    /// The refusal of a domain.
    pub fn from(refusal: &dyn Refusal) -> Self {
        Self {
            code: refusal.code().to_owned(),
            rule: refusal.rule(),
            args: refusal.args().into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
        }
    }

    /// A refusal of a use case itself.
    pub fn new(code: &str, rule: Option<Rule>) -> Self {
        Self { code: code.to_owned(), rule, args: Vec::new() }
    }

    /// With something the text needs to know.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}
