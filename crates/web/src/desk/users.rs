//! Who may sign in and what they may: people of the desk, of repairers and of partners; inviting and disabling them.

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
use crate::part::{Badge, Choice, Field, Fields, Kind, Opt, Style, Summary, Tone};
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

/// The name of ourselves among those that somebody can work for.
const HARMONY: &str = "harmony";

/// Whom a login can be for besides ourselves: the code that a form sends, the name, and what it may.
fn firms(app: &app::App) -> Vec<(String, String, Rights)> {
    let mut firms: Vec<(String, String, Rights)> = Vec::new();
    for agreement in app.products.agreements() {
        for supplier in &agreement.suppliers {
            let rights =
                Rights { roles: vec![Role::Repairer], repairer: Some(supplier.id), ..Rights::default() };
            firms.push((format!("repairer-{}", supplier.id), supplier.name.clone(), rights));
        }
        for partner in agreement.partners.iter().filter(|partner| partner.id.is_some()) {
            let rights = Rights { roles: vec![Role::Partner], partner: partner.id, ..Rights::default() };
            let id = partner.id.map(|id| id.to_string()).unwrap_or_default();
            firms.push((format!("partner-{id}"), partner.name.clone(), rights));
        }
    }
    // One that works under several agreements is one.
    let mut seen = std::collections::BTreeSet::new();
    firms.retain(|(code, ..)| seen.insert(code.clone()));
    firms
}

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
    /// `firm`: ourselves, a repairer or a partner.
    pub firm: Choice,
    /// `role`: one or more, for ourselves only.
    pub roles: Choice,
    /// `language`: `nl`, `en`, `fr`.
    pub language: Choice,
}

impl Invite {
    /// The form with what was typed.
    pub fn new(words: Words, filled: &Filled, firms: &[(String, String, Rights)], command: String) -> Self {
        let fields = Fields { words, area: "users", filled };
        let codes = ROLES.map(Role::code);
        let mut roles = fields.choice("role", &[]).style(Style::Ticks);
        roles.options = fields.choice("role", &codes).options;
        let language = fields.choice("language", &["nl", "en", "fr"]).style(Style::Pills).or_chosen("nl");
        Self {
            command,
            summary: Summary::new(words, filled.faults()),
            email: fields.field("email", Kind::Email),
            firm: firm_choice(words, filled, firms),
            roles,
            language,
        }
    }
}

fn firm_choice(words: Words, filled: &Filled, firms: &[(String, String, Rights)]) -> Choice {
    let chosen = filled.given("firm").unwrap_or(HARMONY);
    let option = |value: &str, label: String| Opt {
        chosen: value == chosen,
        value: value.to_owned(),
        label,
        hint: None,
        points: Vec::new(),
        tag: None,
    };
    let mut choice = Fields { words, area: "users", filled }.choice("firm", &[]).style(Style::Select);
    let of_firms = firms.iter().map(|(code, name, rights)| {
        let role = rights.roles.first().map(|role| words.t(&format!("role-{}", role.code())));
        option(code, format!("{name} ({})", role.unwrap_or_default()))
    });
    choice.options =
        std::iter::once(option(HARMONY, words.t("users-firm-harmony"))).chain(of_firms).collect();
    choice
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
    let firm = filled.given("firm").unwrap_or(HARMONY).to_owned();
    let rights = if firm == HARMONY {
        (!roles.is_empty()).then(|| Rights::staff(roles))
    } else {
        firms(visit.app()?).into_iter().find(|(code, ..)| *code == firm).map(|(.., rights)| rights)
    };
    if rights.is_none() {
        filled.wrong(if firm == HARMONY { "role" } else { "firm" }, words.t("form-choose"));
    }
    let language: Language = filled.get("language").parse().unwrap_or(Language::Nl);
    let (Some(email), Some(rights)) = (email, rights) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let (app, now, at) = (visit.app()?.clone(), visit.now(), visit.operational());
    let id = UserId::from(app.new_id(app.new_shard(), at));
    let change = UserChange::Make {
        rights,
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
    let firms = firms(visit.app()?);
    let rows = found.iter().filter(|user| user.state != UserState::Closed).map(|user| UserRow {
        name: names.get(&user.user_id.id()).cloned().unwrap_or_else(|| words.t("person-forgotten")),
        roles: roles(words, user, &firms),
        status: status(words, user),
        action: (may && me != Some(user.user_id.id())).then(|| format!("/desk/users/{}", user.user_id.id())),
        disabled: user.state == UserState::Disabled,
        command: visit.draw(),
    });
    let users = rows.collect();
    let invite = may.then(|| Invite::new(words, filled, &firms, visit.draw()));
    Ok(UsersPage { users, invite, page })
}

/// What somebody may, and for whom, where that is not ourselves.
fn roles(words: Words, user: &User, firms: &[(String, String, Rights)]) -> String {
    let roles = user.rights.roles.iter().map(|role| words.t(&format!("role-{}", role.code())));
    let firm = firms.iter().find(|(.., rights)| *rights == user.rights).map(|(_, name, _)| name.clone());
    roles.chain(firm).collect::<Vec<_>>().join(", ")
}

fn status(words: Words, user: &User) -> Badge {
    match user.state {
        UserState::Disabled | UserState::Closed => Badge::new(Tone::Bad, words.t("users-disabled")),
        UserState::Active if user.has_password => Badge::new(Tone::Good, words.t("users-active")),
        UserState::Active => Badge::new(Tone::Warn, words.t("users-invited")),
    }
}
