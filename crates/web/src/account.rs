//! Signing in and out, choosing a password, opening an account.

mod forgot;
mod open;
mod password;
mod sign_in;
mod sign_out;

pub use forgot::{ForgotPage, LinkOldPage};
pub use password::PasswordPage;
pub use sign_in::SignInPage;

use app::access::Action;
use app::access::Principal;
use app::identity::{LinkPurpose, LinkTarget, NewLink, Token, User, UserId, links, open_account, users};
use app::letters::{self, NewLetter};
use app::{App, AppError, Refused, parties};
use documents::{Addressee, Content, content::SignInHelp};
use kernel::{Channel, EmailAddress, Id, Instant, Language};
use store::Tx;

use crate::site::{Access, Site};

/// The pages of an account.
pub(crate) fn routes(site: Site) -> Site {
    site.get("/sign-in", Access::Everyone, sign_in::show)
        .post_slowly("/sign-in", Access::Everyone, "sign-in", sign_in::send)
        .post("/sign-out", Access::Everyone, sign_out::send)
        .get("/forgot", Access::Everyone, forgot::show)
        .post_slowly("/forgot", Access::Everyone, "link", forgot::send)
        .get("/password/{token}", Access::Bearer, password::show)
        .post_slowly("/password/{token}", Access::Bearer, "link", password::send)
        .post_slowly("/account/open", Access::on(Action::OpenAccount), "link", open::send)
}

/// Makes a link to choose a password and mails it, in one transaction. `at` is operational time, `now` the business clock.
pub(crate) fn mail_link(
    app: &App,
    tx: &mut Tx<'_>,
    (now, at): (Instant, Instant),
    (purpose, token): (LinkPurpose, &Token),
    user: &User,
    to: EmailAddress,
) -> Result<(), AppError> {
    let target = LinkTarget::User(user.user_id);
    links::issue(tx, at, &[NewLink { token: token.clone(), purpose, target }])?;
    let lasts = std::time::Duration::from_secs(purpose.valid_seconds().unsigned_abs());
    let help = SignInHelp {
        link: format!("/password/{}", token.text()),
        works_until: at + lasts,
        first: !user.has_password,
    };
    let id = UserId::id(user.user_id);
    let paper = paper_of(app, tx, user)?;
    let letter = NewLetter {
        stream: id,
        holder: id,
        language: user.language,
        agreement: paper,
        policy: None,
        claim: None,
        content: Content::SignInHelp(help),
        by_post: false,
    };
    let to = Addressee { name: String::new(), address: None, email: Some(to) };
    letters::send_to(app, tx, now, &format!("password:{id}:{}", at.as_microsecond()), to, letter)
}

/// On whose paper somebody is written to about an account: that of their country, so that the telephone number is their own.
fn paper_of(app: &App, tx: &mut Tx<'_>, user: &User) -> Result<String, AppError> {
    let country = match user.rights.party {
        Some(party) => parties::known(app, tx, &[party])?.remove(&party).map(|known| known.party.country),
        None => None,
    };
    let agreements = app.products.agreements();
    // Somebody of a repairer or partner hears from the one whose orders or customers they have.
    let theirs = agreements.iter().find(|agreement| {
        agreement.suppliers.iter().any(|known| user.rights.repairer == Some(known.id))
            || agreement.partners.iter().any(|known| known.id.is_some() && known.id == user.rights.partner)
    });
    if let Some(agreement) = theirs {
        return Ok(agreement.code.clone());
    }
    let of_country = agreements.iter().find(|agreement| Some(agreement.country) == country);
    let paper = of_country.or(agreements.first()).ok_or_else(|| AppError::missing("an agreement", "any"))?;
    Ok(paper.code.clone())
}

/// The account of a customer who proves an address of theirs: the one there is, or a new one without a password
/// (PORTAL-01).
fn account_of(
    app: &App,
    tx: &mut Tx<'_>,
    at: Instant,
    who: &Principal,
    (party, email): (Id, &EmailAddress),
    language: Language,
) -> Result<User, AppError> {
    if let Some(user) = users::of_parties(tx, &[party])?.into_iter().next() {
        return Ok(user);
    }
    let id = UserId::from(app.new_id(party.shard(), at));
    let row = app.new_id(party.shard(), at);
    let order = open_account(format!("open-account:{id}"), id, party, email.clone(), row, language);
    for answer in users::change(tx, &app.access, &app.vault, at, who, Channel::Portal, &[order])? {
        answer.map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
    }
    users::load(tx, &[id])?.pop().flatten().ok_or_else(|| AppError::missing("user", id))
}
