//! After the application: the mail to confirm, the confirmation, and the cover it gives (DOC-01).

use app::identity::{Holder, NewSession, SessionId, SessionTerms, Token, sessions};
use app::views::portal::{self as view, PolicyView};
use app::{AppError, drafts};
use askama::Template;
use kernel::{Instant, Money, Role};
use store::Priority;

use super::proposal;
use crate::account::LinkOldPage;
use crate::{Answer, Cookie, Failure, Page, Visit};

/// "Look in your mail": the application was received and waits for its confirmation.
#[derive(Debug, Template)]
#[template(path = "portal/applied.html")]
pub struct AppliedPage {
    /// The frame.
    pub page: Page,
    /// Where the mail went.
    pub email: String,
    /// What was typed, for the way back to the form: name and value.
    pub typed: Vec<(String, String)>,
}

/// What the link in the mail opens: a button, because programs that scan mail open links too.
#[derive(Debug, Template)]
#[template(path = "portal/confirm.html")]
pub struct ConfirmPage {
    /// The frame.
    pub page: Page,
    /// Where the form goes: the link's own path.
    pub action: String,
    /// The device, in words.
    pub device: String,
    /// The plan's name.
    pub plan: String,
    /// Premium a month and excess per claim.
    pub price: Option<(Money, Money)>,
}

/// The application is confirmed; from when and how long there is provisional cover.
#[derive(Debug, Template)]
#[template(path = "portal/confirmed.html")]
pub struct ConfirmedPage {
    /// The frame.
    pub page: Page,
    /// The application's number.
    pub number: String,
    /// The device, in words.
    pub device: String,
    /// Provisional cover from; `None` while a check by a person comes first (AMB-41).
    pub covered_from: Option<Instant>,
    /// Provisional cover until at most.
    pub covered_until: Instant,
    /// Whether an account may be opened here.
    pub may_open_account: bool,
}

/// What the link opens: nothing is used up yet.
pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let Some(token) = Token::parse(visit.parameter("token")) else { return link_old(&visit) };
    let app = visit.app()?.clone();
    let now = visit.now();
    let read = visit.app()?.db.read_async(move |tx| {
        let proposal = drafts::waiting(&app, tx, now, &token)?;
        let price = app::apply::check_all(&app, tx, now, &proposal).ok();
        Ok::<_, AppError>((proposal, price))
    });
    let (proposal, price) = match read.await {
        Ok(read) => read,
        Err(error) => {
            proposal::refused(error)?;
            return link_old(&visit);
        }
    };
    let page = visit.page();
    Answer::page(&ConfirmPage {
        action: format!("/apply/confirm/{}", visit.parameter("token")),
        device: proposal.device.identity.model,
        plan: page.t(&format!("plan-{}", proposal.plan)),
        price: price.map(|price| (price.premium, price.excess)),
        page,
    })
}

/// Makes the application; the applicant comes back to it with the session that this opens.
pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let Some(token) = Token::parse(visit.parameter("token")) else { return link_old(&visit) };
    let app = visit.app()?.clone();
    let (now, at, language) = (visit.now(), visit.operational(), visit.words().language);
    let session = Token::from_entropy((visit.shell().entropy)());
    let opened = session.clone();
    let made = visit.app()?.db.write_async(Priority::Click, move |tx| {
        let made = drafts::confirm(&app, tx, now, &token)?;
        let new = NewSession {
            session_id: SessionId::from(app.new_id(made.holder.shard(), at)),
            token: opened.clone(),
            holder: Holder::Link { party: made.holder, file: made.contract },
            language,
            terms: SessionTerms::LINK,
        };
        sessions::open(tx, at, &[new])?;
        Ok::<_, AppError>(())
    });
    match made.await {
        Ok(()) => {
            let cookie = Cookie { name: "session", value: session.text(), max_age_seconds: None };
            Ok(Answer::onward("/apply/done").cookie(cookie))
        }
        Err(error) => {
            let refused = proposal::refused(error)?;
            if refused.code.starts_with("link-") || refused.code == "draft-forgotten" {
                return link_old(&visit);
            }
            Err(Failure::Refused(refused))
        }
    }
}

/// The confirmation, with the cover it gives (DOC-01).
pub(super) async fn done(visit: Visit) -> Result<Answer, Failure> {
    let visitor = visit.visitor().ok_or(Failure::SignIn)?;
    let Some(contract) = visitor.who.file.filter(|_| visitor.role == Role::Policyholder) else {
        return Ok(Answer::onward("/my"));
    };
    let app = visit.app()?.clone();
    let now = visit.now();
    let policy: PolicyView =
        visit.app()?.db.read_async(move |tx| view::policy_of(&app, tx, now, contract)).await?;
    let covered = policy.line.cover.is_covered();
    Answer::page(&ConfirmedPage {
        page: visit.page(),
        number: policy.line.number.to_string(),
        device: policy.line.model,
        covered_from: covered.then_some(policy.applied),
        covered_until: policy.provisional_until,
        may_open_account: true,
    })
}

fn link_old(visit: &Visit) -> Result<Answer, Failure> {
    Answer::page(&LinkOldPage { page: visit.page(), href: "/apply".to_owned() })
}
