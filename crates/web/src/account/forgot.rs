//! Asking for a link to choose a new password. Whether the address is known is never told.

use app::AppError;
use app::identity::{Token, wants_link};
use askama::Template;
use kernel::EmailAddress;
use store::Priority;

use super::mail_link;

use crate::form::Filled;
use crate::part::{Field, Fields, Kind, Summary};
use crate::{Answer, Failure, Page, Visit};

/// The form, or the answer to it.
#[derive(Debug, Template)]
#[template(path = "account/forgot.html")]
pub struct ForgotPage {
    /// The frame.
    pub page: Page,
    /// What is wrong.
    pub summary: Summary,
    /// The e-mail address.
    pub email: Field,
    /// Whether the form was sent.
    pub sent: bool,
}

impl ForgotPage {
    /// The form with what was typed.
    pub fn new(page: Page, filled: &Filled, sent: bool) -> Self {
        let fields = Fields { words: page.words(), area: "forgot", filled };
        Self {
            summary: Summary::new(page.words(), filled.faults()),
            email: fields.field("email", Kind::Email).autocomplete("username"),
            sent,
            page,
        }
    }
}

/// A link that was used before or is too old.
#[derive(Debug, Template)]
#[template(path = "account/link-old.html")]
pub struct LinkOldPage {
    /// The frame.
    pub page: Page,
    /// Where to ask for a new one.
    pub href: String,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&ForgotPage::new(visit.page(), &Filled::default(), false))
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let email = match EmailAddress::parse(filled.get("email")) {
        Ok(email) => email,
        Err(error) => {
            filled.wrong("email", visit.words().wrong(error.code()));
            return Answer::again(&ForgotPage::new(visit.page(), &filled, false));
        }
    };
    let app = visit.app()?.clone();
    let (now, at, caller) = (visit.now(), visit.operational(), visit.caller());
    let token = Token::from_entropy((visit.shell().entropy)());
    let asked = visit.app()?.db.write_async(Priority::Click, move |tx| {
        Ok::<_, AppError>(match wants_link(tx, &app.vault, at, &email, caller)? {
            Err(too_many) => Some(too_many.wait_seconds),
            Ok(None) => None,
            Ok(Some(user)) => {
                mail_link(&app, tx, (now, at), &token, &user, email.clone())?;
                None
            }
        })
    });
    if let Some(seconds) = asked.await? {
        return Err(Failure::TooMany { after_seconds: u32::try_from(seconds).unwrap_or(u32::MAX) });
    }
    Answer::page(&ForgotPage::new(visit.page(), &filled, true))
}
