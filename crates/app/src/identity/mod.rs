//! Who somebody is: users, passwords, sessions, mailed links, limits on tries, and the book of looks.
//!
//! An account is optional (PORTAL-01, PRIV-33): a customer without one comes through a mailed link and gets a session for
//! that one application or policy. Nothing here names a person: addresses are sealed in the vault and found by keyed index,
//! secrets are kept as hashes. Every instant is an argument, operational time; secrets, ids and salts are made by the shell.
//!
//! What is deliberately absent: who may do what (that is `access`), and mails (the use case that makes a link enqueues its
//! mail in the same transaction). A second factor will stand between the right password and the session in `sign_in`.

mod key;
mod limit;
mod link;
mod look;
mod manage;
mod password;
mod refusal;
mod schema;
mod session;
mod sign_in;
#[cfg(test)]
mod tests;
mod token;
mod user;

pub use limit::{Limit, TooMany};
pub use look::{Look, LookBook, LookLine, LookPurpose};
pub use manage::{Done, UserChange, UserOrder, open_account};
pub use password::{Checked, HashCost, LONGEST_PASSWORD, Password, Passwords, SHORTEST_PASSWORD};
pub use refusal::{LinkRefusal, PasswordRefusal, SignInRefusal, UserRefusal};
pub use schema::MIGRATIONS;
pub use session::{Holder, NewSession, Session, SessionId, SessionLine, SessionTerms};
pub use sign_in::{Identity, SetPasswordRefusal, SignIn, SignedIn, Typed, wants_link};
pub use token::Token;
pub use user::{ACCOUNT_PURPOSE, Rights, User, UserId, UserState};

pub use link::{LinkPurpose, LinkTarget, NewLink};

/// Keys of programs: issue, find, end.
pub mod keys {
    pub use super::key::{DAYS_MAX, Key, end_all, find, issue};
}

/// Mailed links: issue, peek, redeem.
pub mod links {
    pub use super::link::{issue, just_used, peek, redeem, retire_all, sweep};
}

/// Limits on tries: take, reset.
pub mod limits {
    pub use super::limit::{reset, sweep, take};
}

/// Looks at personal data: write down, read back.
pub mod looks {
    pub use super::look::{at_subject, by_actor, of_partner, record};
}

/// Sessions: open, find, touch, end.
pub mod sessions {
    pub use super::session::{MOST_SESSIONS, end, end_all, end_one, find, of_user, open, sweep, touch};
}

/// Users: load, find, change.
pub mod users {
    pub use super::manage::{change, follow_address};
    pub use super::user::{by_email, load, of_parties, staff_page};
}
