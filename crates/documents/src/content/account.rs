use kernel::Instant;
use serde::{Deserialize, Serialize};

/// A link that proves an e-mail address, for somebody who applies without an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicantLink {
    /// The plan applied for.
    pub plan: String,
    /// The address to open: a path under the portal, or an absolute address.
    pub link: String,
    /// Until when it works.
    pub works_until: Instant,
}

/// A link to choose a password: the first one, or a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInHelp {
    /// The address to open.
    pub link: String,
    /// Until when it works.
    pub works_until: Instant,
    /// It is the first password of a new account.
    pub first: bool,
}

/// Something about the account changed; sent to the address it had before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityNotice {
    /// What changed.
    pub event: SecurityEvent,
    /// When.
    pub at: Instant,
    /// Where to look at the account: a path under the portal.
    pub link: String,
}

/// What changed about an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecurityEvent {
    /// An account was opened.
    AccountOpened,
    /// The password was changed.
    PasswordChanged,
    /// The e-mail address was changed.
    EmailChanged,
    /// A second factor (code app) was added.
    SecondFactorAdded,
    /// The second factor was removed.
    SecondFactorRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// Too many wrong passwords: signing in is held for a while.
    SignInHeld,
    /// The bank account for the premium was changed.
    BankAccountChanged,
    /// The account was closed (AMB-50).
    AccountClosed,
}

/// How somebody is reached from now on: what we now have (NL-OBL-04).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactChanged {
    /// When it was changed.
    pub at: Instant,
    /// Street with number.
    pub street: String,
    /// Postcode and town.
    pub town: String,
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Whether letters come by e-mail.
    pub by_email: bool,
}

/// A link that proves a customer's new e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressLink {
    /// The address to open: a path under the portal.
    pub link: String,
    /// Until when it works.
    pub works_until: Instant,
}
