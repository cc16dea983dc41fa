//! Opening an account, for who came through a mailed link (PORTAL-01): optional, and the password comes by mail.

use app::identity::{LinkPurpose, Token};
use app::views::portal;
use app::{AppError, Refused};
use store::Priority;

use super::{ForgotPage, account_of, mail_link};
use crate::form::Filled;
use crate::{Answer, Failure, Visit};

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let visitor = visit.visitor().ok_or(Failure::SignIn)?;
    let (who, language) = (visitor.who.clone(), visit.words().language);
    let Some(party) = who.party else { return Err(Failure::NotAllowed) };
    let (now, at) = (visit.now(), visit.operational());
    let token = Token::from_entropy((visit.shell().entropy)());
    let opened = visit.app()?.db.write_async(Priority::Click, move |tx| {
        let known = portal::reach(&app, tx, party)?.and_then(|reach| reach.email);
        let email = known.ok_or_else(|| AppError::Refused(Refused::new("applicant-no-email", None)))?;
        let user = account_of(&app, tx, at, &who, (party, &email), language)?;
        mail_link(&app, tx, (now, at), (LinkPurpose::SetPassword, &token), &user, email)
    });
    opened.await?;
    Answer::page(&ForgotPage::new(visit.page(), &Filled::default(), true))
}
