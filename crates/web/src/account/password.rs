//! Choosing a password, with a link from a mail.

use app::Refused;
use app::identity::{LinkPurpose, LinkTarget, SetPasswordRefusal, Token, Typed, links, users};
use askama::Template;
use store::StoreError;

use super::LinkOldPage;
use crate::form::Filled;
use crate::part::{Field, Fields, Kind, Summary};
use crate::{Answer, Failure, Page, Visit};

/// The form for a new password.
#[derive(Debug, Template)]
#[template(path = "account/password.html")]
pub struct PasswordPage {
    /// The frame.
    pub page: Page,
    /// What is wrong.
    pub summary: Summary,
    /// Where the form goes: the link's own path.
    pub action: String,
    /// The account's address, so that the browser stores the right pair.
    pub username: String,
    /// The new password.
    pub new: Field,
    /// The same once more.
    pub again: Field,
}

impl PasswordPage {
    /// The form; passwords are never sent back.
    pub fn new(page: Page, filled: &Filled, action: String, username: String) -> Self {
        let fields = Fields { words: page.words(), area: "password", filled };
        Self {
            summary: Summary::new(page.words(), filled.faults()),
            action,
            username,
            new: fields.field("new", Kind::Password).autocomplete("new-password"),
            again: fields.field("again", Kind::Password).autocomplete("new-password"),
            page,
        }
    }
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    match opens(&visit).await? {
        None => Answer::page(&LinkOldPage { page: visit.page(), href: "/forgot".to_owned() }),
        Some((_, username)) => {
            Answer::page(&PasswordPage::new(visit.page(), &Filled::default(), action(&visit), username))
        }
    }
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let Some((purpose, username)) = opens(&visit).await? else {
        return Answer::page(&LinkOldPage { page: visit.page(), href: "/forgot".to_owned() });
    };
    let words = visit.words();
    let mut filled = visit.sent().clone();
    let typed = |name| visit.sent().all(name).next().unwrap_or_default().to_owned();
    let new = typed("new");
    if new != typed("again") {
        filled.wrong("again", words.t("password-differs"));
        return Answer::again(&PasswordPage::new(visit.page(), &filled, action(&visit), username));
    }
    let (identity, at) = (visit.live()?.identity.clone(), visit.operational());
    let token = Token::parse(visit.parameter("token")).ok_or(Failure::NotFound)?;
    let mut salt = [0; 16];
    salt.copy_from_slice(&(visit.shell().entropy)()[..16]);
    let set = tokio::task::spawn_blocking(move || {
        identity.set_password_by_link(at, &token, purpose, &Typed(new), &salt)
    });
    match set.await.map_err(|error| Failure::fault("setting a password gave up", error))?? {
        Ok(_) => Ok(Answer::onward("/sign-in").say("done-saved")),
        Err(SetPasswordRefusal::Password(refusal)) => {
            filled.wrong("new", words.refusal(&Refused::from(&refusal)));
            Answer::again(&PasswordPage::new(visit.page(), &filled, action(&visit), username))
        }
        Err(_) => Answer::page(&LinkOldPage { page: visit.page(), href: "/forgot".to_owned() }),
    }
}

fn action(visit: &Visit) -> String {
    format!("/password/{}", visit.parameter("token"))
}

/// What the link is for and whose account it opens; `None` when it does not open. Nothing is used up.
async fn opens(visit: &Visit) -> Result<Option<(LinkPurpose, String)>, Failure> {
    let Some(token) = Token::parse(visit.parameter("token")) else { return Ok(None) };
    let (app, at) = (visit.app()?.clone(), visit.operational());
    let opened = visit.app()?.db.read_async(move |tx| {
        for purpose in [LinkPurpose::SetPassword, LinkPurpose::Invitation] {
            if let Ok(LinkTarget::User(user)) = links::peek(tx, at, &token, purpose)? {
                let found = users::load(tx, &[user])?.pop().flatten().and_then(|user| user.email_ref);
                let Some(address) = found else { return Ok(None) };
                let text = app.vault.open_rows(tx, &[address])?.pop();
                let text = text.map_or(Ok(None), store::vault::Opened::text)?;
                return Ok(Some((purpose, text.unwrap_or_default())));
            }
        }
        Ok(None)
    });
    opened.await.map_err(|error: StoreError| Failure::from(error))
}
