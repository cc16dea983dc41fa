//! Signing in and setting passwords. Argon2 takes its time outside every transaction: read, compute, write.
//! All blocking: call from a thread that may wait.

use super::limit::{self, Limit};
use super::link::{self, LinkPurpose, LinkTarget};
use super::refusal::{LinkRefusal, PasswordRefusal, SignInRefusal};
use super::session::{self, Holder, NewSession, SessionId, SessionTerms};
use super::user::{self, User, UserId, UserState};
use super::{Checked, Password, Passwords, Token, TooMany};
use crate::access::Principal;
use kernel::{Channel, EmailAddress, Instant, Language, Refusal, Role, Rule};
use std::net::IpAddr;
use std::sync::Arc;
use store::journal::{self, Append, NewEvent};
use store::vault::Vault;
use store::{Db, Priority, Result, StoreError, Tx, params, sql};

/// Sign-in, with what it needs. One per process; cheap to clone.
#[derive(Debug, Clone)]
pub struct Identity {
    db: Db,
    vault: Vault,
    passwords: Arc<Passwords>,
}

/// What somebody typed, and the fresh secrets for their session.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The address as typed.
    pub email: String,
    /// The password as typed.
    pub password: Typed,
    /// Where from.
    pub address: IpAddr,
    /// The session that the browser has now, if any: it ends.
    pub old: Option<Token>,
    /// The secret of the new session: fresh, whatever the browser sent.
    pub token: Token,
    /// The name of the new session.
    pub session_id: SessionId,
    /// Salt, should the password's hash be due for renewal.
    pub salt: [u8; 16],
}

/// A password as somebody typed it. Never printed.
#[derive(Clone)]
pub struct Typed(pub String);

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(…)")
    }
}

/// Somebody is signed in: set the cookie to the new token's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub user: UserId,
    /// Their session.
    pub session_id: SessionId,
    /// The language of their pages.
    pub language: Language,
}

/// Why a password is not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SetPasswordRefusal {
    /// The new one is not good enough.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// The link does not open.
    #[error(transparent)]
    Link(#[from] LinkRefusal),
    /// The old password is wrong, or was tried too often.
    #[error(transparent)]
    SignIn(#[from] SignInRefusal),
}

impl Refusal for SetPasswordRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Password(refusal) => refusal.code(),
            Self::Link(refusal) => refusal.code(),
            Self::SignIn(refusal) => refusal.code(),
        }
    }

    fn rule(&self) -> Option<Rule> {
        match self {
            Self::Password(refusal) => refusal.rule(),
            Self::Link(refusal) => refusal.rule(),
            Self::SignIn(refusal) => refusal.rule(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Password(refusal) => refusal.args(),
            Self::Link(refusal) => refusal.args(),
            Self::SignIn(refusal) => refusal.args(),
        }
    }
}

impl Identity {
    /// Over this database and vault.
    #[must_use]
    pub fn new(db: Db, vault: Vault, passwords: Passwords) -> Self {
        Self { db, vault, passwords: Arc::new(passwords) }
    }

    /// Signs somebody in. The try is counted before the password is looked at, so that many at once count too; an unknown
    /// address is counted and takes the same time as a known one.
    ///
    /// # Errors
    /// The store's; inside, why not.
    pub fn sign_in(&self, now: Instant, form: &SignIn) -> Result<Result<SignedIn, SignInRefusal>> {
        let index = user::email_index(&self.vault, &written(&form.email));
        let found = match self.count_and_find(now, index.clone(), form.address)? {
            Ok(found) => found,
            Err(too_many) => return Ok(Err(too_many)),
        };
        let stored = found.as_ref().and_then(|user| user.password_hash.clone());
        let checked = self.passwords.check(&form.password.0, stored.as_deref());
        let (Some(found), Checked::Right | Checked::RightButStale) = (found, checked) else {
            return Ok(Err(SignInRefusal::Wrong));
        };
        if found.state != UserState::Active {
            return Ok(Err(SignInRefusal::Disabled));
        }
        let renewed =
            (checked == Checked::RightButStale).then(|| self.passwords.rehash(&form.password.0, &form.salt));
        let form = form.clone();
        self.db.write(Priority::Click, move |tx| {
            let Some(user) = user::lock(tx, &[found.user_id])?.pop().flatten() else {
                return Ok(Err(SignInRefusal::Wrong));
            };
            // Disabled, closed or with another password since it was read: not this time.
            if user.state != UserState::Active || user.password_hash != found.password_hash {
                return Ok(Err(SignInRefusal::Wrong));
            }
            if let Some(renewed) = &renewed {
                store_hash(tx, now, user.user_id, renewed)?;
            }
            limit::reset(tx, &[(Limit::SIGN_IN_ACCOUNT, &index)])?;
            session::end(tx, now, form.old.as_slice())?;
            let new = NewSession {
                session_id: form.session_id,
                token: form.token.clone(),
                holder: Holder::User(user.user_id),
                language: user.language,
                terms: terms_of(&user),
            };
            session::open(tx, now, &[new])?;
            Ok(Ok(SignedIn { user: user.user_id, session_id: form.session_id, language: user.language }))
        })
    }

    /// Uses a link up and sets the password of its user. All sessions of the user end.
    ///
    /// # Errors
    /// The store's; inside, why not. A password that is not good enough does not use the link up.
    pub fn set_password_by_link(
        &self,
        now: Instant,
        token: &Token,
        purpose: LinkPurpose,
        password: &Typed,
        salt: &[u8; 16],
    ) -> Result<Result<UserId, SetPasswordRefusal>> {
        let (peeked, vault) = (token.clone(), self.vault.clone());
        let email = self.db.read(move |tx| match link::peek(tx, now, &peeked, purpose)? {
            Ok(target) => own_email(tx, &vault, target).map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        })?;
        let email = match email {
            Ok(email) => email,
            Err(refusal) => return Ok(Err(refusal.into())),
        };
        let hash = match Password::choose(&password.0, &email) {
            Ok(password) => self.passwords.hash(&password, salt),
            Err(refusal) => return Ok(Err(refusal.into())),
        };
        let token = token.clone();
        self.db.write(Priority::Click, move |tx| {
            let user = match link::redeem(tx, now, &token, purpose)? {
                Ok(LinkTarget::User(user)) => user,
                Ok(LinkTarget::File { .. }) => return Ok(Err(LinkRefusal::Unknown.into())),
                Err(refusal) => return Ok(Err(refusal.into())),
            };
            set_password(tx, now, user, &hash, None, "by-link")
        })
    }

    /// Sets another password for somebody who is signed in and knows the old one; their other sessions end. Tries count
    /// like tries to sign in.
    ///
    /// # Errors
    /// The store's; inside, why not.
    pub fn change_password(
        &self,
        now: Instant,
        user: UserId,
        keep: SessionId,
        passwords: (&Typed, &Typed),
        address: IpAddr,
        salt: &[u8; 16],
    ) -> Result<Result<UserId, SetPasswordRefusal>> {
        let (old, new) = passwords;
        let vault = self.vault.clone();
        let (known, email) = self.db.read(move |tx| {
            let known = user::load(tx, &[user])?.pop().flatten();
            let email = own_email(tx, &vault, LinkTarget::User(user))?;
            Ok::<_, StoreError>((known, email))
        })?;
        let Some(index) = known.and_then(|user| user.email_index) else {
            return Ok(Err(SignInRefusal::Wrong.into()));
        };
        let found = match self.count_and_find(now, index.clone(), address)? {
            Ok(found) => found,
            Err(too_many) => return Ok(Err(too_many.into())),
        };
        let stored = found.and_then(|user| user.password_hash);
        if self.passwords.check(&old.0, stored.as_deref()) == Checked::Wrong {
            return Ok(Err(SignInRefusal::Wrong.into()));
        }
        let hash = match Password::choose(&new.0, &email) {
            Ok(password) => self.passwords.hash(&password, salt),
            Err(refusal) => return Ok(Err(refusal.into())),
        };
        self.db.write(Priority::Click, move |tx| {
            limit::reset(tx, &[(Limit::SIGN_IN_ACCOUNT, &index)])?;
            set_password(tx, now, user, &hash, Some(keep), "by-old-password")
        })
    }

    /// Counts a try and finds the user, if any.
    fn count_and_find(
        &self,
        now: Instant,
        index: String,
        address: IpAddr,
    ) -> Result<Result<Option<User>, SignInRefusal>> {
        let from = address_index(&self.vault, address);
        self.db.write(Priority::Click, move |tx| {
            for (limit, who) in [(Limit::SIGN_IN_ADDRESS, &from), (Limit::SIGN_IN_ACCOUNT, &index)] {
                if let Some(Err(TooMany { wait_seconds })) = limit::take(tx, now, &[(limit, who)])?.first() {
                    return Ok(Err(SignInRefusal::TooManyTries { wait_seconds: *wait_seconds }));
                }
            }
            let user = user::by_index(tx, std::slice::from_ref(&index))?.pop().flatten();
            match user {
                Some(user) => Ok(Ok(user::load(tx, &[user])?.pop().flatten())),
                None => Ok(Ok(None)),
            }
        })
    }
}

/// Somebody asks for a link to set a password (or to open an account): counts the wish and finds the user. The page says the
/// same in every case; only the mail differs, and there is none without a user. Call in the transaction that enqueues it.
///
/// # Errors
/// The store's; inside, too many wishes.
pub fn wants_link(
    tx: &mut Tx<'_>,
    vault: &Vault,
    now: Instant,
    email: &EmailAddress,
    address: IpAddr,
) -> Result<Result<Option<User>, TooMany>> {
    let index = user::email_index(vault, &email.key());
    let from = address_index(vault, address);
    for (limit, who) in [(Limit::LINK_ADDRESS, &from), (Limit::LINK_ACCOUNT, &index)] {
        if let Some(Err(too_many)) = limit::take(tx, now, &[(limit, who)])?.first() {
            return Ok(Err(*too_many));
        }
    }
    let Some(user) = user::by_index(tx, &[index])?.pop().flatten() else { return Ok(Ok(None)) };
    let user = user::load(tx, &[user])?.pop().flatten();
    Ok(Ok(user.filter(|user| user.state == UserState::Active)))
}

/// The keyed index of a network address; of IPv6 the network of a household or firm counts, not the single device.
fn address_index(vault: &Vault, address: IpAddr) -> String {
    let counted = match address.to_canonical() {
        IpAddr::V4(four) => four.to_string(),
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    };
    vault.index("network-address", &counted)
}

/// The one written form of what was typed as address; what is no address is looked up as it is, and found nowhere.
fn written(typed: &str) -> String {
    EmailAddress::parse(typed).map_or_else(|_| typed.to_owned(), |email| email.key())
}

fn own_email(tx: &mut Tx<'_>, vault: &Vault, target: LinkTarget) -> Result<String> {
    let LinkTarget::User(user) = target else { return Ok(String::new()) };
    let email_ref = user::load(tx, &[user])?.pop().flatten().and_then(|user| user.email_ref);
    let Some(email_ref) = email_ref else { return Ok(String::new()) };
    let opened = vault.open_rows(tx, &[email_ref])?.pop();
    Ok(opened.map_or(Ok(None), store::vault::Opened::text)?.unwrap_or_default())
}

fn terms_of(user: &User) -> SessionTerms {
    let rights = user.rights.clone();
    SessionTerms::of(&Principal {
        roles: rights.roles,
        party: rights.party,
        ..Principal::with_role(user.user_id.id(), Role::Anonymous)
    })
}

fn store_hash(tx: &mut Tx<'_>, now: Instant, user: UserId, hash: &str) -> Result<()> {
    tx.exec_one(
        sql!("update user_account set password_hash = ?2, changed_us = ?3 where user_id = ?1"),
        &params![user.as_i64(), hash, now],
    )
}

/// Sets the hash, ends other sessions and open links, and writes it to the user's journal.
fn set_password(
    tx: &mut Tx<'_>,
    now: Instant,
    user: UserId,
    hash: &str,
    keep: Option<SessionId>,
    proof: &str,
) -> Result<Result<UserId, SetPasswordRefusal>> {
    let found = user::lock(tx, &[user])?.pop().flatten();
    let Some(found) = found.filter(|user| user.state == UserState::Active) else {
        return Ok(Err(LinkRefusal::Unknown.into()));
    };
    tx.exec_one(
        sql!(
            "update user_account set password_hash = ?2, password_set_us = ?3, changed_us = ?3, events = events + 1 \
             where user_id = ?1"
        ),
        &params![user.as_i64(), hash, now],
    )?;
    session::end_all(tx, now, &[user], keep)?;
    link::retire_all(tx, now, &[user])?;
    let role = found.rights.roles.first().copied().unwrap_or(Role::Anonymous);
    let channel = if role == Role::Policyholder { Channel::Portal } else { Channel::Desk };
    journal::append(
        tx,
        &[Append {
            stream: user.id(),
            expected: found.events,
            actor: kernel::Actor::new(user.id(), role, channel).with_proof(proof),
            command: format!("user-password-set/{user}/{}", found.events + 1),
            recorded: now,
            events: vec![NewEvent {
                kind: "user-password-set",
                version: 1,
                effective: now,
                body: b"{}".to_vec(),
            }],
        }],
    )?;
    Ok(Ok(user))
}
