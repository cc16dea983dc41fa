//! The ways identity says no. None tells more than the person asking may know.

use kernel::{Refusal, Rule};

/// Why a new password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// Longer than [`super::LONGEST_PASSWORD`] bytes.
    #[error("the password is too long")]
    TooLong,
    /// Shorter than [`super::SHORTEST_PASSWORD`] signs.
    #[error("the password is too short")]
    TooShort,
    /// It is the person's own e-mail address.
    #[error("the password is the person's own address")]
    OwnAddress,
    /// Everybody tries it first.
    #[error("the password is one that everybody tries")]
    TooCommon,
}

impl Refusal for PasswordRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "password-long",
            Self::TooShort => "password-short",
            Self::OwnAddress => "password-own-address",
            Self::TooCommon => "password-common",
        }
    }

    fn rule(&self) -> Option<Rule> {
        Some(Rule("PRIV-33"))
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong => vec![("limit", super::LONGEST_PASSWORD.to_string())],
            Self::TooShort => vec![("limit", super::SHORTEST_PASSWORD.to_string())],
            Self::OwnAddress | Self::TooCommon => vec![],
        }
    }
}

/// Why somebody is not signed in. Unknown, closed and wrong are one answer: it does not tell who has an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignInRefusal {
    /// Too many tries for this account or from this address.
    #[error("too many tries, wait {wait_seconds} s")]
    TooManyTries {
        /// How long until the next try is looked at.
        wait_seconds: u64,
    },
    /// No such account, no password yet, or another password.
    #[error("address or password is wrong")]
    Wrong,
    /// The account is disabled; told only to who knows its password.
    #[error("the account is disabled")]
    Disabled,
}

impl Refusal for SignInRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooManyTries { .. } => "sign-in-too-many-tries",
            Self::Wrong => "sign-in-wrong",
            Self::Disabled => "sign-in-disabled",
        }
    }

    fn rule(&self) -> Option<Rule> {
        Some(Rule("PRIV-18"))
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooManyTries { wait_seconds } => vec![("minutes", wait_seconds.div_ceil(60).to_string())],
            Self::Wrong | Self::Disabled => vec![],
        }
    }
}

/// Why a mailed link does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkRefusal {
    /// Not one of ours, or made for something else.
    #[error("the link is not known")]
    Unknown,
    /// It was used already.
    #[error("the link was used already")]
    Used,
    /// Its time is over, or a newer one took its place.
    #[error("the link is too old")]
    TooOld,
}

impl Refusal for LinkRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "link-unknown",
            Self::Used => "link-used",
            Self::TooOld => "link-too-old",
        }
    }

    fn rule(&self) -> Option<Rule> {
        Some(Rule("PRIV-33"))
    }
}

/// Why a user is not made or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UserRefusal {
    /// No such user, or closed.
    #[error("there is no such user")]
    Unknown,
    /// Another user signs in with this address.
    #[error("the address is taken")]
    AddressTaken,
    /// No role, or roles that one user may not hold together.
    #[error("these roles do not go together")]
    RolesDoNotMix,
    /// A customer's, partner's, repairer's or insurer's user must say whose it is.
    #[error("the role needs to know whose user it is")]
    ScopeMissing,
    /// Nobody changes their own roles or disables themselves.
    #[error("nobody changes their own rights")]
    OwnRights,
    /// The act is not allowed at all.
    #[error(transparent)]
    Denied(#[from] crate::access::Denied),
}

impl Refusal for UserRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "user-unknown",
            Self::AddressTaken => "user-address-taken",
            Self::RolesDoNotMix => "user-roles-do-not-mix",
            Self::ScopeMissing => "user-scope-missing",
            Self::OwnRights => "user-own-rights",
            Self::Denied(denied) => denied.code(),
        }
    }

    fn rule(&self) -> Option<Rule> {
        match self {
            Self::Denied(denied) => denied.rule(),
            _ => Some(Rule("PRIV-17")),
        }
    }
}
