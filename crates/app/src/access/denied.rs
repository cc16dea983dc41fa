//! The answer no, with what the person is told.

use super::Action;
use kernel::{Refusal, Rule};

/// Why an act is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bar {
    /// No rule permits it.
    NotPermitted,
    /// The machine may never refuse, state a finding, or be the second pair of eyes.
    OnlyAPersonRefuses,
    /// An auditor sees all and changes nothing.
    ChangesNothing,
    /// Who proposed cannot approve (OFFICE-15).
    FourEyes,
    /// Nobody decides in their own affairs.
    OwnAffairs,
    /// The mailed link opens one application or policy only.
    OneFile,
}

impl Bar {
    /// All, in the order in which they are told when several apply.
    pub const ALL: [Self; 6] = [
        Self::OnlyAPersonRefuses,
        Self::ChangesNothing,
        Self::OneFile,
        Self::FourEyes,
        Self::OwnAffairs,
        Self::NotPermitted,
    ];

    /// The name in the policy set's `@bar`, and the end of the text's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotPermitted => "not-permitted",
            Self::OnlyAPersonRefuses => "only-a-person-refuses",
            Self::ChangesNothing => "changes-nothing",
            Self::FourEyes => "four-eyes",
            Self::OwnAffairs => "own-affairs",
            Self::OneFile => "one-file",
        }
    }
}

/// An act was not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} is not allowed: {}", .action.name(), .bar.name())]
pub struct Denied {
    /// What was asked.
    pub action: Action,
    /// Why not.
    pub bar: Bar,
}

impl Refusal for Denied {
    fn code(&self) -> &'static str {
        match self.bar {
            Bar::NotPermitted => "access-not-permitted",
            Bar::OnlyAPersonRefuses => "access-only-a-person-refuses",
            Bar::ChangesNothing => "access-changes-nothing",
            Bar::FourEyes => "access-four-eyes",
            Bar::OwnAffairs => "access-own-affairs",
            Bar::OneFile => "access-one-file",
        }
    }

    fn rule(&self) -> Option<Rule> {
        match self.bar {
            Bar::FourEyes => Some(Rule("OFFICE-15")),
            _ => Some(Rule("PRIV-17")),
        }
    }
}
