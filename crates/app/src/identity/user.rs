//! Users: people with a login. What names them (the e-mail address) is sealed in the vault under the user's id and the
//! purpose [`ACCOUNT_PURPOSE`]; closing the account destroys that key.

use super::refusal::UserRefusal;
use kernel::{EmailAddress, Id, Instant, Language, Role};
use store::vault::Vault;
use store::{Result, Row, StoreError, Tx, params, sql, unique};

kernel::id_type! {
    /// A person with a login.
    UserId
}

kernel::text_enum! {
    /// Where a user stands.
    pub enum UserState {
        /// May sign in.
        Active = "active",
        /// May not sign in until enabled again.
        Disabled = "disabled",
        /// Closed by the person (PRIV-33): the login is gone for good, policies live on (AMB-50).
        Closed = "closed",
    }
}

/// The vault's purpose for what belongs to the login alone.
pub const ACCOUNT_PURPOSE: &str = "account";
/// The registry's kind for addresses that somebody signs in with.
const ADDRESS_KIND: &str = "sign-in-address";

/// A user, without anything that names the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The user's id, also the stream of its journal.
    pub user_id: UserId,
    /// Where the user stands.
    pub state: UserState,
    /// The rights.
    pub rights: Rights,
    /// The language of pages and mails.
    pub language: Language,
    /// The vault's row of the e-mail address; `None` once closed.
    pub email_ref: Option<Id>,
    /// Whether a password was set.
    pub has_password: bool,
    /// Since when.
    pub created: Instant,
    /// Last change.
    pub changed: Instant,
    pub(super) email_index: Option<String>,
    pub(super) password_hash: Option<String>,
    pub(super) events: i64,
}

/// The roles of a user and whose user it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// Staff may hold several; a customer's, partner's, repairer's, insurer's and auditor's role stands alone.
    pub roles: Vec<Role>,
    /// The customer. Staff who are customers too carry it, so that they cannot decide in their own affairs.
    pub party: Option<Id>,
    /// The shop.
    pub partner: Option<Id>,
    /// The repairer.
    pub repairer: Option<Id>,
    /// The insurer's code.
    pub insurer: Option<String>,
}

impl Rights {
    /// A customer's.
    #[must_use]
    pub fn customer(party: Id) -> Self {
        Self { roles: vec![Role::Policyholder], party: Some(party), ..Self::default() }
    }

    /// Staff in these roles.
    #[must_use]
    pub fn staff(roles: impl Into<Vec<Role>>) -> Self {
        Self { roles: roles.into(), ..Self::default() }
    }

    /// Checks that one user may hold this.
    ///
    /// # Errors
    /// [`UserRefusal::RolesDoNotMix`], [`UserRefusal::ScopeMissing`].
    pub fn check(&self) -> Result<(), UserRefusal> {
        let alone = |role: &Role| {
            matches!(
                role,
                Role::Policyholder | Role::Partner | Role::Repairer | Role::Insurer | Role::Auditor
            )
        };
        let nobody = |role: &Role| matches!(role, Role::Machine | Role::Anonymous);
        let twice = (1..self.roles.len()).any(|n| self.roles[..n].contains(&self.roles[n]));
        let mixed = self.roles.len() > 1 && self.roles.iter().any(alone);
        if self.roles.is_empty() || twice || mixed || self.roles.iter().any(nobody) {
            return Err(UserRefusal::RolesDoNotMix);
        }
        let is = |role| self.roles.contains(&role);
        let fits = (!is(Role::Policyholder) || self.party.is_some())
            && is(Role::Partner) == self.partner.is_some()
            && is(Role::Repairer) == self.repairer.is_some()
            && is(Role::Insurer) == self.insurer.is_some();
        if fits { Ok(()) } else { Err(UserRefusal::ScopeMissing) }
    }
}

/// Users by id, in the order asked.
///
/// # Errors
/// The store's.
pub fn load(tx: &mut Tx<'_>, ids: &[UserId]) -> Result<Vec<Option<User>>> {
    let rows = tx.query_ids(
        sql!(
            "select user_id, state, roles, language, party_id, partner_id, repairer_id, insurer, email_ref, email_index, \
             password_hash, created_us, changed_us, events from user_account where user_id in ({ids})"
        ),
        &params![],
        ids,
    )?;
    in_order(&rows, ids)
}

/// [`load`], locked until the transaction ends.
pub(super) fn lock(tx: &mut Tx<'_>, ids: &[UserId]) -> Result<Vec<Option<User>>> {
    let rows = tx.query_ids(
        sql!(
            "select user_id, state, roles, language, party_id, partner_id, repairer_id, insurer, email_ref, email_index, \
             password_hash, created_us, changed_us, events from user_account where user_id in ({ids}) \
             order by user_id {for_update}"
        ),
        &params![],
        ids,
    )?;
    in_order(&rows, ids)
}

/// Who signs in with these addresses, in the order asked.
///
/// # Errors
/// The store's.
pub fn by_email(tx: &mut Tx<'_>, vault: &Vault, emails: &[EmailAddress]) -> Result<Vec<Option<UserId>>> {
    let indices: Vec<String> = emails.iter().map(|email| email_index(vault, &email.key())).collect();
    by_index(tx, &indices)
}

/// The logins of these customers: closed ones are left out.
///
/// # Errors
/// The store's.
pub fn of_parties(tx: &mut Tx<'_>, parties: &[Id]) -> Result<Vec<User>> {
    let rows = tx.query_ids(
        sql!(
            "select user_id, state, roles, language, party_id, partner_id, repairer_id, insurer, email_ref, email_index, \
             password_hash, created_us, changed_us, events from user_account where party_id in ({ids}) \
             and state <> 'closed' order by party_id, user_id"
        ),
        &params![],
        parties,
    )?;
    rows.iter().map(read).collect()
}

/// All users but customers, by id after `after`, at most 100: for the page that manages them.
///
/// # Errors
/// The store's.
pub fn staff_page(tx: &mut Tx<'_>, after: Option<UserId>) -> Result<Vec<User>> {
    let rows = tx.query(
        sql!(
            "select user_id, state, roles, language, party_id, partner_id, repairer_id, insurer, email_ref, email_index, \
             password_hash, created_us, changed_us, events from user_account where roles <> 'policyholder' \
             and user_id > ?1 order by user_id limit 100"
        ),
        &params![after.map_or(0, UserId::as_i64)],
    )?;
    rows.iter().map(read).collect()
}

pub(super) fn by_index(tx: &mut Tx<'_>, indices: &[String]) -> Result<Vec<Option<UserId>>> {
    let keys: Vec<(&str, &str)> = indices.iter().map(|index| (ADDRESS_KIND, index.as_str())).collect();
    Ok(unique::owners(tx, &keys)?.into_iter().map(|owner| owner.map(UserId::from)).collect())
}

/// The keyed index of an address as somebody typed it.
pub(super) fn email_index(vault: &Vault, email_key: &str) -> String {
    vault.index("email", email_key)
}

pub(super) fn address_claim(user: UserId, index: String) -> unique::Claim {
    unique::Claim { kind: ADDRESS_KIND, value: index, owner: user.id() }
}

/// Roles as they are stored: codes with blanks between.
pub(super) fn roles_text(roles: &[Role]) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ")
}

pub(super) fn roles_from(text: &str) -> Result<Vec<Role>> {
    let unknown = |_| StoreError::Column { column: "roles".into(), problem: "names a role that is none" };
    text.split(' ').map(|code| code.parse().map_err(unknown)).collect()
}

fn in_order(rows: &[Row], ids: &[UserId]) -> Result<Vec<Option<User>>> {
    let users: Vec<User> = rows.iter().map(read).collect::<Result<_>>()?;
    Ok(ids.iter().map(|id| users.iter().find(|user| user.user_id == *id).cloned()).collect())
}

fn read(row: &Row) -> Result<User> {
    let password_hash = row.opt_text("password_hash")?;
    Ok(User {
        user_id: row.id("user_id")?,
        state: row.parse("state")?,
        rights: Rights {
            roles: roles_from(&row.text("roles")?)?,
            party: row.opt_id("party_id")?,
            partner: row.opt_id("partner_id")?,
            repairer: row.opt_id("repairer_id")?,
            insurer: row.opt_text("insurer")?,
        },
        language: row.parse("language")?,
        email_ref: row.opt_id("email_ref")?,
        has_password: password_hash.is_some(),
        created: row.instant("created_us")?,
        changed: row.instant("changed_us")?,
        email_index: row.opt_text("email_index")?,
        password_hash,
        events: row.i64("events")?,
    })
}
