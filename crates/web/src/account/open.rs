//! Opening an account, for who came through a mailed link (PORTAL-01): optional, and the password comes by mail.

use app::identity::{Token, UserId, open_account, users};
use app::views::portal;
use app::{AppError, Refused};
use kernel::Channel;
use store::Priority;

use super::{ForgotPage, mail_link};
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
        let there = users::of_parties(tx, &[party])?.into_iter().next();
        let user = match there {
            Some(user) => user,
            None => {
                let id = UserId::from(app.new_id(party.shard(), at));
                let command = format!("open-account:{party}");
                let row = app.new_id(party.shard(), at);
                let order = open_account(command, id, party, email.clone(), row, language);
                let answers =
                    users::change(tx, &app.access, &app.vault, at, &who, Channel::Portal, &[order])?;
                for answer in answers {
                    answer.map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
                }
                let made = users::load(tx, &[id])?.pop().flatten();
                made.ok_or_else(|| AppError::missing("user", id))?
            }
        };
        mail_link(&app, tx, (now, at), &token, &user, email)
    });
    opened.await?;
    Answer::page(&ForgotPage::new(visit.page(), &Filled::default(), true))
}
