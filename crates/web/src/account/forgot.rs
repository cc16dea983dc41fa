//! Asking for a link to choose a password: a new one, or the first one of a customer who has no account yet (an account is
//! optional, PORTAL-01). Whether the address is known is never told.

use app::access::Principal;
use app::find::{self, Key};
use app::identity::{LinkPurpose, Token, User, users, wants_link};
use app::{App, AppError, parties};
use askama::Template;
use kernel::{EmailAddress, Instant};
use store::{Priority, Tx};

use super::{account_of, mail_link};

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
            Ok(None) => {
                if let Some(user) = first_account(&app, tx, at, &email)? {
                    mail_link(&app, tx, (now, at), (LinkPurpose::SetPassword, &token), &user, email.clone())?;
                }
                None
            }
            Ok(Some(user)) => {
                mail_link(&app, tx, (now, at), (LinkPurpose::SetPassword, &token), &user, email.clone())?;
                None
            }
        })
    });
    if let Some(seconds) = asked.await? {
        return Err(Failure::TooMany { after_seconds: u32::try_from(seconds).unwrap_or(u32::MAX) });
    }
    Answer::page(&ForgotPage::new(visit.page(), &filled, true))
}

/// The account of the customer with this address who has none; the newest where one address has several. The mail that
/// follows proves that the address is theirs.
fn first_account(
    app: &App,
    tx: &mut Tx<'_>,
    at: Instant,
    email: &EmailAddress,
) -> Result<Option<User>, AppError> {
    // Disabled or closed: not by this way.
    if users::by_email(tx, &app.vault, std::slice::from_ref(email))?.pop().flatten().is_some() {
        return Ok(None);
    }
    let found = find::streams(app, tx, Key::Email(email))?;
    for (party, known) in parties::known(app, tx, &found)?.into_iter().rev() {
        let is_theirs = known.profile.is_some_and(|profile| profile.email.as_ref() == Some(email));
        if is_theirs && users::of_parties(tx, &[party])?.is_empty() {
            let who = Principal::customer(party, party);
            return account_of(app, tx, at, &who, (party, email), known.party.language).map(Some);
        }
    }
    Ok(None)
}
