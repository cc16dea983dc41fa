//! People of the desk: who may sign in, in which roles; inviting and disabling them.

use app::access::Action;
use app::identity::{LinkPurpose, Rights, Token, User, UserChange, UserId, UserOrder, UserState, users};
use app::views::desk as views;
use app::{AppError, Refused};
use askama::Template;
use kernel::{Channel, EmailAddress, Id, Language, Role};
use store::Tx;

use super::common;
use crate::account::mail_link;
use crate::form::Filled;
use crate::part::{Badge, Choice, Field, Fields, Kind, Style, Summary, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// The roles that people of the desk hold.
const ROLES: [Role; 9] = [
    Role::Acceptance,
    Role::Claims,
    Role::Finance,
    Role::Complaints,
    Role::PrivacyManager,
    Role::ProductManager,
    Role::Manager,
    Role::Auditor,
    Role::Operator,
];

/// Somebody of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// What they are called: the part of their address before the `@`.
    pub name: String,
    /// Their roles, in words.
    pub roles: String,
    /// Whether they may sign in.
    pub status: Badge,
    /// Where the form that disables or enables them goes; `None` when the reader may not.
    pub action: Option<String>,
    /// Whether they are disabled now.
    pub disabled: bool,
    /// The ID of what is done.
    pub command: String,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/users.html")]
pub struct UsersPage {
    /// The frame.
    pub page: Page,
    /// The people.
    pub users: Vec<UserRow>,
    /// The form that invites somebody; `None` when the reader may not.
    pub invite: Option<Invite>,
}

/// The form of an invitation.
#[derive(Debug)]
pub struct Invite {
    /// The ID of this invitation.
    pub command: String,
    /// What is wrong.
    pub summary: Summary,
    /// `email`.
    pub email: Field,
    /// `role`: one or more.
    pub roles: Choice,
    /// `language`: `nl`, `en`, `fr`.
    pub language: Choice,
}

impl Invite {
    /// The form with what was typed.
    pub fn new(words: Words, filled: &Filled, command: String) -> Self {
        let fields = Fields { words, area: "users", filled };
        let codes = ROLES.map(Role::code);
        let mut roles = fields.choice("role", &[]).style(Style::Ticks);
        roles.options = fields.choice("role", &codes).options;
        let language = fields.choice("language", &["nl", "en", "fr"]).style(Style::Pills).or_chosen("nl");
        Self {
            command,
            summary: Summary::new(words, filled.faults()),
            email: fields.field("email", Kind::Email),
            roles,
            language,
        }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/users", Access::on(Action::ViewUsers), show)
        .post("/desk/users", Access::on(Action::ManageUsers), invite)
        .post("/desk/users/{user}", Access::on(Action::ManageUsers), switch)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

/// Invites somebody: a login without a password, and a mail with the link to choose one.
async fn invite(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let email = EmailAddress::parse(filled.get("email")).ok();
    let roles: Vec<Role> =
        filled.all("role").filter_map(|code| code.parse().ok()).filter(|role| ROLES.contains(role)).collect();
    if email.is_none() {
        filled.wrong("email", words.t("form-email-wrong"));
    }
    if roles.is_empty() {
        filled.wrong("role", words.t("form-choose"));
    }
    let language: Language = filled.get("language").parse().unwrap_or(Language::Nl);
    let (Some(email), false) = (email, roles.is_empty()) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let (app, now, at) = (visit.app()?.clone(), visit.now(), visit.operational());
    let id = UserId::from(app.new_id(app.new_shard(), at));
    let change = UserChange::Make {
        rights: Rights::staff(roles),
        email: email.clone(),
        email_ref: app.new_id(id.id().shard(), at),
        language,
    };
    let order = UserOrder { command: visit.command("users")?, user: id, change };
    let token = Token::from_entropy((visit.shell().entropy)());
    let who = visit.visitor().ok_or(Failure::SignIn)?.who.clone();
    let done = common::write(&visit, move |tx| {
        let is_new = store::command::seen(tx, &[&order.command])?.remove(0).is_none();
        give(&app, tx, at, &who, &order)?;
        if is_new {
            let made = users::load(tx, &[id])?.pop().flatten();
            let made = made.ok_or_else(|| AppError::missing("user", id))?;
            mail_link(&app, tx, (now, at), (LinkPurpose::Invitation, &token), &made, email.clone())?;
        }
        Ok(())
    });
    answer(&visit, filled, done.await?).await
}

/// Disables somebody, or lets them sign in again.
async fn switch(visit: Visit) -> Result<Answer, Failure> {
    let user = UserId::from(common::id(visit.parameter("user")).map_err(|_| Failure::NotFound)?);
    let change = match visit.sent().get("do") {
        "disable" => UserChange::Disable,
        "enable" => UserChange::Enable,
        _ => return Err(Failure::Malformed),
    };
    let (app, at) = (visit.app()?.clone(), visit.operational());
    let order = UserOrder { command: visit.command("users")?, user, change };
    let who = visit.visitor().ok_or(Failure::SignIn)?.who.clone();
    let done = common::write(&visit, move |tx| give(&app, tx, at, &who, &order));
    answer(&visit, Filled::default(), done.await?).await
}

fn give(
    app: &app::App,
    tx: &mut Tx<'_>,
    at: kernel::Instant,
    who: &app::access::Principal,
    order: &UserOrder,
) -> Result<(), AppError> {
    let orders = std::slice::from_ref(order);
    for answer in users::change(tx, &app.access, &app.vault, at, who, Channel::Desk, orders)? {
        answer.map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
    }
    Ok(())
}

async fn answer(visit: &Visit, mut filled: Filled, done: Result<(), Refused>) -> Result<Answer, Failure> {
    match done {
        Ok(()) => Ok(Answer::onward("/desk/users").say("done-saved")),
        Err(refused) => {
            filled.wrong("", visit.words().refusal(&refused));
            Answer::again(&view(visit, &filled).await?)
        }
    }
}

async fn view(visit: &Visit, filled: &Filled) -> Result<UsersPage, Failure> {
    let app = visit.app()?.clone();
    let read = move |tx: &mut Tx<'_>| {
        let found = users::staff_page(tx, None)?;
        let ids: Vec<Id> = found.iter().map(|user| user.user_id.id()).collect();
        Ok((found, views::staff_names(&app, tx, &ids)?))
    };
    let (found, names) = common::read(visit, read).await?;
    let may = common::may_ever(visit, Action::ManageUsers);
    let me = visit.visitor().map(|visitor| visitor.id);
    let page = visit.page();
    let words = page.words();
    let rows = found.iter().filter(|user| user.state != UserState::Closed).map(|user| UserRow {
        name: names.get(&user.user_id.id()).cloned().unwrap_or_else(|| words.t("person-forgotten")),
        roles: roles(words, user),
        status: status(words, user),
        action: (may && me != Some(user.user_id.id())).then(|| format!("/desk/users/{}", user.user_id.id())),
        disabled: user.state == UserState::Disabled,
        command: visit.draw(),
    });
    let users = rows.collect();
    let invite = may.then(|| Invite::new(words, filled, visit.draw()));
    Ok(UsersPage { users, invite, page })
}

fn roles(words: Words, user: &User) -> String {
    let roles = user.rights.roles.iter().map(|role| words.t(&format!("role-{}", role.code())));
    roles.collect::<Vec<_>>().join(", ")
}

fn status(words: Words, user: &User) -> Badge {
    match user.state {
        UserState::Disabled | UserState::Closed => Badge::new(Tone::Bad, words.t("users-disabled")),
        UserState::Active if user.has_password => Badge::new(Tone::Good, words.t("users-active")),
        UserState::Active => Badge::new(Tone::Warn, words.t("users-invited")),
    }
}
