//! Signing in.

use app::Refused;
use app::identity::{SessionId, SignIn, SignInRefusal, Token, Typed, UserId, users};
use askama::Template;
use kernel::Role;
use store::StoreError;

use crate::form::Filled;
use crate::language::local_path;
use crate::part::{Field, Fields, Kind, Summary};
use crate::{Answer, Cookie, Failure, Page, Visit};

/// The form for signing in.
#[derive(Debug, Template)]
#[template(path = "account/sign-in.html")]
pub struct SignInPage {
    /// The frame.
    pub page: Page,
    /// What is wrong.
    pub summary: Summary,
    /// Where to go afterwards: a path of ours.
    pub to: String,
    /// The e-mail address.
    pub email: Field,
    /// The password.
    pub password: Field,
    /// The code of the second step; shown when the first was right.
    pub code: Option<Field>,
}

impl SignInPage {
    /// The form with what was typed; `second_step` asks for the code too.
    pub fn new(page: Page, filled: &Filled, second_step: bool) -> Self {
        let fields = Fields { words: page.words(), area: "sign-in", filled };
        Self {
            summary: Summary::new(page.words(), filled.faults()),
            to: local_path(filled.get("to")).to_owned(),
            email: fields.field("email", Kind::Email).autocomplete("username"),
            password: fields.field("password", Kind::Password).autocomplete("current-password"),
            code: second_step.then(|| fields.field("code", Kind::Digits).autocomplete("one-time-code")),
            page,
        }
    }
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&SignInPage::new(visit.page(), visit.query(), false))
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let live = visit.live()?;
    let (app, identity, at) = (live.app.clone(), live.identity.clone(), visit.operational());
    let mut filled = visit.sent().clone();
    let random = || (visit.shell().entropy)();
    let mut salt = [0; 16];
    salt.copy_from_slice(&random()[..16]);
    let token = Token::from_entropy(random());
    let form = SignIn {
        email: filled.get("email").to_owned(),
        // Space around a password belongs to it.
        password: Typed(filled.all("password").next().unwrap_or_default().to_owned()),
        address: visit.caller(),
        old: visit.session().and_then(Token::parse),
        token: token.clone(),
        session_id: SessionId::from(app.new_id(app.new_shard(), at)),
        salt,
    };
    // The password's hash takes its time: not on a thread that serves pages.
    let tried = tokio::task::spawn_blocking(move || identity.sign_in(at, &form));
    let answer = tried.await.map_err(|error| Failure::fault("signing in gave up", error))??;
    let signed_in = match answer {
        Ok(signed_in) => signed_in,
        Err(SignInRefusal::TooManyTries { wait_seconds }) => {
            return Err(Failure::TooMany { after_seconds: u32::try_from(wait_seconds).unwrap_or(u32::MAX) });
        }
        Err(refusal) => {
            filled.wrong("", visit.words().refusal(&Refused::from(&refusal)));
            return Answer::again(&SignInPage::new(visit.page(), &filled, false));
        }
    };
    let home = home(&visit, signed_in.user).await?;
    let to = local_path(filled.get("to"));
    let cookie = Cookie { name: "session", value: token.text(), max_age_seconds: None };
    Ok(Answer::onward(if to == "/" { home } else { to }).cookie(cookie))
}

/// Where this person begins.
async fn home(visit: &Visit, user: UserId) -> Result<&'static str, Failure> {
    let found = visit.app()?.db.read_async(move |tx| users::load(tx, &[user]));
    let found = found.await.map_err(|error: StoreError| Failure::from(error))?.pop().flatten();
    let roles = found.map(|user| user.rights.roles).unwrap_or_default();
    Ok(if roles.contains(&Role::Policyholder) {
        "/my"
    } else if roles.contains(&Role::Repairer) {
        "/repairs"
    } else if roles.contains(&Role::Partner) {
        "/partner"
    } else if roles.iter().all(|role| *role == Role::Operator) {
        // An operator sees no work on people's policies, but what is stuck.
        "/desk/stuck"
    } else {
        "/desk"
    })
}
