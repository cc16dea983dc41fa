//! What the wording said about a claim.

use askama::Template;

use super::notice::RuleChip;

/// What a clause answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It grants, or its condition is met.
    Yes,
    /// It was considered and does not apply.
    No,
    /// It cannot be told yet.
    Unknown,
    /// It takes the cover away.
    Excludes,
}

impl Answered {
    fn class(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::Excludes => "hit",
        }
    }
}

/// One clause with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"<article class="clause {{ answered.class() }}"><header><strong>{{ title }}</strong>{{ rule }}</header><p class="small"><strong>{{ answer }}</strong>{% if !reason.is_empty() %} {{ reason }}{% endif %}</p></article>"#,
    ext = "html"
)]
pub struct Clause {
    /// The clause's ID.
    pub rule: RuleChip,
    /// What it is about.
    pub title: String,
    /// What it answered.
    pub answered: Answered,
    /// That answer in words.
    pub answer: String,
    /// Which facts made it so; may be empty.
    pub reason: String,
}

impl askama::filters::HtmlSafe for Clause {}
