//! Making and changing users: one order each, said once or twice, written to the user's own journal. What the journal
//! holds: roles, ids and states, nothing that names the person.

use super::refusal::UserRefusal;
use super::user::{self, ACCOUNT_PURPOSE, Rights, User, UserId, UserState, address_claim, roles_text};
use super::{link, session};
use crate::access::{Access, Action, Principal, Resource};
use kernel::{Channel, EmailAddress, Id, Instant, Language};
use store::journal::{self, Append, NewEvent};
use store::vault::{Seal, Vault};
use store::{Result, Tx, command, params, row, sql, unique};

/// Something to be done with a user.
#[derive(Debug, Clone)]
pub struct UserOrder {
    /// The command's id: the same one again is [`Done::Already`].
    pub command: String,
    /// Who it is about.
    pub user: UserId,
    /// What.
    pub change: UserChange,
}

/// What can be done with a user.
#[derive(Debug, Clone)]
pub enum UserChange {
    /// Make the user, without a password: send an invitation in the same transaction.
    Make {
        /// What the user may do.
        rights: Rights,
        /// The address to sign in with.
        email: EmailAddress,
        /// The vault's row it gets.
        email_ref: Id,
        /// The language of pages and mails.
        language: Language,
    },
    /// Other rights, from the next request on.
    SetRights(Rights),
    /// Another language.
    SetLanguage(Language),
    /// No sign-in until enabled again; sessions and links end.
    Disable,
    /// Sign-in again.
    Enable,
    /// Close the login for good (PRIV-33, AMB-50): sessions, links, address and password go, policies stay. After the
    /// commit destroy the vault's key of `(user, ACCOUNT_PURPOSE)`.
    Close,
}

/// Whether anything was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Yes.
    Now,
    /// It was so already.
    Already,
}

/// Carries out orders, each by itself: a refusal costs only its own.
///
/// # Errors
/// The store's.
pub fn change(
    tx: &mut Tx<'_>,
    access: &Access,
    vault: &Vault,
    now: Instant,
    who: &Principal,
    channel: Channel,
    orders: &[UserOrder],
) -> Result<Vec<Result<Done, UserRefusal>>> {
    let seen = command::seen(tx, &orders.iter().map(|order| &order.command).collect::<Vec<_>>())?;
    let ids: Vec<UserId> = orders.iter().map(|order| order.user).collect();
    let mut users = user::lock(tx, &ids)?;
    let mut answers = Vec::with_capacity(orders.len());
    let mut recorded: Vec<(&str, String)> = Vec::new();
    for (n, order) in orders.iter().enumerate() {
        if seen[n].is_some() || recorded.iter().any(|(command, _)| *command == order.command) {
            answers.push(Ok(Done::Already));
            continue;
        }
        let answer = one(tx, access, vault, now, who, channel, order, users[n].as_ref())?;
        if answer.is_ok() {
            recorded.push((&order.command, String::from("{}")));
            // A later order of this call about the same user must see this one.
            let fresh = user::lock(tx, &[order.user])?.pop().flatten();
            for (later, id) in ids.iter().enumerate() {
                if *id == order.user {
                    users[later].clone_from(&fresh);
                }
            }
        }
        answers.push(answer);
    }
    command::record(tx, now, &recorded)?;
    Ok(answers)
}

/// Opens a customer's own account (PORTAL-01), for who came through a mailed link: give the address that link went to,
/// which is known to be theirs. The password comes with a link of purpose `set-password`.
#[must_use]
pub fn open_account(
    command: String,
    user: UserId,
    party: Id,
    email: EmailAddress,
    email_ref: Id,
    language: Language,
) -> UserOrder {
    let change = UserChange::Make { rights: Rights::customer(party), email, email_ref, language };
    UserOrder { command, user, change }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one order, told apart by their types")]
fn one(
    tx: &mut Tx<'_>,
    access: &Access,
    vault: &Vault,
    now: Instant,
    who: &Principal,
    channel: Channel,
    order: &UserOrder,
    user: Option<&User>,
) -> Result<Result<Done, UserRefusal>> {
    let role = match allowed(access, who, order) {
        Ok(role) => role,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let event = |kind: &'static str, body: String| Append {
        stream: order.user.id(),
        expected: user.map_or(0, |user| user.events),
        actor: who.actor(role, channel),
        command: order.command.clone(),
        recorded: now,
        events: vec![NewEvent { kind, version: 1, effective: now, body: body.into_bytes() }],
    };
    let live = user.filter(|user| user.state != UserState::Closed);
    match (&order.change, live) {
        (UserChange::Make { rights, email, email_ref, language }, _) => {
            if user.is_some() {
                return Ok(Ok(Done::Already));
            }
            if let Err(refusal) = rights.check() {
                return Ok(Err(refusal));
            }
            let index = user::email_index(vault, &email.key());
            let claim = address_claim(order.user, index.clone());
            if unique::claim(tx, &[claim])?.first() != Some(&unique::Claimed::Yours) {
                return Ok(Err(UserRefusal::AddressTaken));
            }
            vault.seal(tx, now, &[email_seal(order.user, *email_ref, email)])?;
            insert(tx, now, order.user, rights, *language, *email_ref, &index)?;
            journal::append(tx, &[event("user-made", rights_body(rights))])?;
        }
        (_, None) => return Ok(Err(UserRefusal::Unknown)),
        (UserChange::SetRights(rights), Some(user)) => {
            if let Err(refusal) = rights.check() {
                return Ok(Err(refusal));
            }
            if user.rights == *rights {
                return Ok(Ok(Done::Already));
            }
            set_rights(tx, now, order.user, rights)?;
            journal::append(tx, &[event("user-rights-set", rights_body(rights))])?;
        }
        (UserChange::SetLanguage(language), Some(user)) => {
            if user.language == *language {
                return Ok(Ok(Done::Already));
            }
            tx.exec_one(
                sql!("update user_account set language = ?2, changed_us = ?3, events = events + 1 where user_id = ?1"),
                &params![order.user.as_i64(), language.code(), now],
            )?;
            journal::append(
                tx,
                &[event("user-language-set", format!("{{\"language\":\"{}\"}}", language.code()))],
            )?;
        }
        (UserChange::Disable, Some(user)) => {
            if user.state == UserState::Disabled {
                return Ok(Ok(Done::Already));
            }
            set_state(tx, now, order.user, UserState::Disabled)?;
            end_everything(tx, now, order.user)?;
            journal::append(tx, &[event("user-disabled", "{}".into())])?;
        }
        (UserChange::Enable, Some(user)) => {
            if user.state == UserState::Active {
                return Ok(Ok(Done::Already));
            }
            set_state(tx, now, order.user, UserState::Active)?;
            journal::append(tx, &[event("user-enabled", "{}".into())])?;
        }
        (UserChange::Close, Some(user)) => {
            close(tx, now, user)?;
            journal::append(tx, &[event("user-closed", "{}".into())])?;
        }
    }
    Ok(Ok(Done::Now))
}

/// Whether this order may be given, and in which role.
fn allowed(access: &Access, who: &Principal, order: &UserOrder) -> Result<kernel::Role, UserRefusal> {
    let own = who.file.is_none() && who.id == order.user.id();
    let granted = match &order.change {
        UserChange::SetLanguage(_) | UserChange::Close if own => {
            access.authorise(who, Action::ManageAccount, &Resource::account(who.id))
        }
        UserChange::SetRights(_) | UserChange::Disable | UserChange::Enable if own => {
            return Err(UserRefusal::OwnRights);
        }
        // A customer opens an account for themselves only.
        UserChange::Make { rights, .. } if who.party.is_some() && *rights == Rights::customer_of(who) => {
            access.authorise(who, Action::OpenAccount, &Resource::any())
        }
        _ => access.authorise(who, Action::ManageUsers, &Resource::any()),
    };
    granted.map(|grant| grant.role).map_err(UserRefusal::from)
}

impl Rights {
    /// The rights of the account that this customer may open.
    fn customer_of(who: &Principal) -> Self {
        Self { party: who.party, ..Self::staff([kernel::Role::Policyholder]) }
    }
}

/// The address that a customer signs in with follows the one we write to, once they have shown that it is theirs (PORTAL-05).
/// Links that went to the address before no longer open anything. Customers without an account are left alone.
///
/// # Errors
/// The store's; inside, [`UserRefusal::AddressTaken`] when somebody else signs in with it.
pub fn follow_address(
    tx: &mut Tx<'_>,
    vault: &Vault,
    now: Instant,
    (party, actor): (Id, &kernel::Actor),
    (email, email_ref, command): (&EmailAddress, Id, &str),
) -> Result<Result<Done, UserRefusal>> {
    let Some(user) = user::of_parties(tx, &[party])?.into_iter().next() else { return Ok(Ok(Done::Already)) };
    let index = user::email_index(vault, &email.key());
    if user.email_index.as_ref() == Some(&index) {
        return Ok(Ok(Done::Already));
    }
    let claim = address_claim(user.user_id, index.clone());
    if unique::claim(tx, &[claim])?.first() != Some(&unique::Claimed::Yours) {
        return Ok(Err(UserRefusal::AddressTaken));
    }
    if let Some(old) = &user.email_index {
        unique::release(tx, &[address_claim(user.user_id, old.clone())])?;
    }
    vault.seal(tx, now, &[email_seal(user.user_id, email_ref, email)])?;
    tx.exec_one(
        sql!(
            "update user_account set email_ref = ?2, email_index = ?3, changed_us = ?4, events = events + 1 \
             where user_id = ?1"
        ),
        &params![user.user_id.as_i64(), email_ref, index.as_str(), now],
    )?;
    link::retire_all(tx, now, &[user.user_id])?;
    journal::append(
        tx,
        &[Append {
            stream: user.user_id.id(),
            expected: user.events,
            actor: actor.clone(),
            command: command.to_owned(),
            recorded: now,
            events: vec![NewEvent {
                kind: "user-address-changed",
                version: 1,
                effective: now,
                body: b"{}".to_vec(),
            }],
        }],
    )?;
    Ok(Ok(Done::Now))
}

fn email_seal(user: UserId, email_ref: Id, email: &EmailAddress) -> Seal {
    Seal {
        id: email_ref,
        subject: user.id(),
        purpose: ACCOUNT_PURPOSE.to_owned(),
        class: "email".to_owned(),
        keep_until: None,
        bytes: email.as_str().as_bytes().to_vec(),
    }
}

fn insert(
    tx: &mut Tx<'_>,
    now: Instant,
    user: UserId,
    rights: &Rights,
    language: Language,
    email_ref: Id,
    index: &str,
) -> Result<()> {
    tx.insert(
        sql!(
            "insert into user_account (user_id, state, roles, language, party_id, partner_id, repairer_id, insurer, \
             email_ref, email_index, created_us, changed_us, events) values {rows}"
        ),
        &[row![
            user.as_i64(), UserState::Active.code(), roles_text(&rights.roles), language.code(), rights.party,
            rights.partner, rights.repairer, rights.insurer.clone(), email_ref, index, now, now, 1
        ]],
    )
}

fn set_rights(tx: &mut Tx<'_>, now: Instant, user: UserId, rights: &Rights) -> Result<()> {
    tx.exec_one(
        sql!(
            "update user_account set roles = ?2, party_id = ?3, partner_id = ?4, repairer_id = ?5, insurer = ?6, \
             changed_us = ?7, events = events + 1 where user_id = ?1"
        ),
        &params![
            user.as_i64(), roles_text(&rights.roles), rights.party, rights.partner, rights.repairer,
            rights.insurer.clone(), now
        ],
    )
}

fn set_state(tx: &mut Tx<'_>, now: Instant, user: UserId, state: UserState) -> Result<()> {
    tx.exec_one(
        sql!("update user_account set state = ?2, changed_us = ?3, events = events + 1 where user_id = ?1"),
        &params![user.as_i64(), state.code(), now],
    )
}

fn close(tx: &mut Tx<'_>, now: Instant, user: &User) -> Result<()> {
    if let Some(index) = &user.email_index {
        unique::release(tx, &[address_claim(user.user_id, index.clone())])?;
    }
    tx.exec_one(
        sql!(
            "update user_account set state = 'closed', email_ref = null, email_index = null, password_hash = null, \
             password_set_us = null, changed_us = ?2, events = events + 1 where user_id = ?1"
        ),
        &params![user.user_id.as_i64(), now],
    )?;
    end_everything(tx, now, user.user_id)
}

fn end_everything(tx: &mut Tx<'_>, now: Instant, user: UserId) -> Result<()> {
    session::end_all(tx, now, &[user], None)?;
    link::retire_all(tx, now, &[user])?;
    Ok(())
}

/// The journal's form of rights: ids as text, roles by code, the insurer's code.
fn rights_body(rights: &Rights) -> String {
    let id = |id: Option<Id>| id.map(|id| id.to_string());
    serde_json::json!({
        "roles": rights.roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
        "party": id(rights.party), "partner": id(rights.partner), "repairer": id(rights.repairer),
        "insurer": rights.insurer,
    })
    .to_string()
}
