//! What repairers and suppliers are told by mail: that there is something new about an order, its number and where to read it.
//! The customer's data are read after signing in only (PRIV-26).

use ::claims::{Claim, ClaimEvent, JobState};
use documents::{Addressee, Content, content as say, content::OrderNews};
use kernel::{Id, Instant, Language};
use store::Tx;

use super::change::Change;
use crate::{
    App, AppError,
    letters::{self, NewLetter},
};

/// Mails what new events say of orders.
pub(super) fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    changed: &[&Change<'_>],
) -> Result<(), AppError> {
    for change in changed {
        let claim = change.claim();
        for (index, new) in change.loaded.new.iter().enumerate() {
            for (job, news) in told(claim, &new.event) {
                // What came and went in one breath is no news.
                let was_there = change.before.as_ref().is_some_and(|before| before.job(job).is_some());
                let is_news = match news {
                    OrderNews::New => claim.job(job).is_some_and(|job| job.state != JobState::Stopped),
                    _ => was_there,
                };
                if is_news {
                    let key = format!("{}:{}:{job}", change.loaded.id, change.loaded.seq_of(index));
                    mail(app, tx, now, &key, claim, (job, news))?;
                }
            }
        }
    }
    Ok(())
}

/// The orders that an event is news of.
fn told(claim: &Claim, event: &ClaimEvent) -> Vec<(Id, OrderNews)> {
    match event {
        ClaimEvent::JobOrdered { job, .. } => vec![(*job, OrderNews::New)],
        ClaimEvent::JobSentBack { job, .. } => vec![(*job, OrderNews::Again)],
        ClaimEvent::HandOverDenied { job } => vec![(*job, OrderNews::Denied)],
        ClaimEvent::JobStopped { job } => vec![(*job, OrderNews::Withdrawn)],
        ClaimEvent::Approved { items, .. } => {
            let orders = claim.jobs.iter().filter(|job| job.state == JobState::Ordered);
            let is_approved = |job: &&::claims::Job| {
                items.iter().any(|item| item.item == job.item && item.remedy == job.work.remedy())
            };
            orders.filter(is_approved).map(|job| (job.id, OrderNews::Approved)).collect()
        }
        _ => Vec::new(),
    }
}

fn mail(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    key: &str,
    claim: &Claim,
    (job, news): (Id, OrderNews),
) -> Result<(), AppError> {
    let agreement = app.products.agreement(&claim.report.agreement)?;
    let Some(job) = claim.job(job) else { return Ok(()) };
    // One that left the agreement is called by telephone.
    let Some(supplier) = agreement.supplier(&job.supplier) else { return Ok(()) };
    let link = match news {
        OrderNews::Withdrawn => "/repairs".to_owned(),
        _ => format!("/repairs/{}", job.id),
    };
    let letter = NewLetter {
        stream: supplier.id,
        holder: supplier.id,
        language: supplier.language.unwrap_or(Language::Nl),
        agreement: agreement.code.clone(),
        policy: None,
        claim: Some(claim.report.number.clone()),
        content: Content::OrderTold(say::OrderTold { news, link }),
        by_post: false,
    };
    let to = Addressee { name: supplier.name.clone(), address: None, email: Some(supplier.email.clone()) };
    letters::send_to(app, tx, now, &format!("order:{key}"), to, letter)
}
