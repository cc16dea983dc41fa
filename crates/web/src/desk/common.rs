//! What several pages of the desk need.

use app::access::{Action, Resource};
use app::views::desk::{About, PAGE};
use app::{AppError, Refused};
use kernel::{Actor, ClaimNumber, Id, PolicyNumber};
use store::{Priority, Tx};

use crate::form::Filled;
use crate::part::{Badge, Crumb, Pages, Tone};
use crate::{Failure, Page, Visit, Words};

/// Reads in one transaction.
pub(super) async fn read<T: Send + 'static>(
    visit: &Visit,
    work: impl FnMut(&mut Tx<'_>) -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    Ok(visit.app()?.db.read_async(work).await?)
}

/// Decides in one transaction. A refusal is for the page to show; everything else has a page of its own.
pub(super) async fn write<T: Send + 'static>(
    visit: &Visit,
    work: impl FnMut(&mut Tx<'_>) -> Result<T, AppError> + Send + 'static,
) -> Result<Result<T, Refused>, Failure> {
    match visit.app()?.db.write_async(Priority::Click, work).await {
        Ok(done) => Ok(Ok(done)),
        Err(AppError::Refused(refused)) => Ok(Err(refused)),
        Err(error) => Err(error.into()),
    }
}

/// Work that waits for files rather than for the database, on a thread that may wait.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|error| Failure::fault("work beside the page", error))??)
}

/// The policy number that the path names.
pub(super) fn policy_number(visit: &Visit) -> Result<PolicyNumber, Failure> {
    PolicyNumber::parse(visit.parameter("number")).map_err(|_| Failure::NotFound)
}

/// The claim number that the path names.
pub(super) fn claim_number(visit: &Visit) -> Result<ClaimNumber, Failure> {
    ClaimNumber::parse(visit.parameter("number")).map_err(|_| Failure::NotFound)
}

/// The version that was read, from the form.
pub(super) fn version(filled: &Filled) -> Result<i64, Failure> {
    filled.get("version").parse().map_err(|_| Failure::Malformed)
}

/// Who acts, when the visitor may do this to something of that holder's; the page's own rule asked for less.
pub(super) fn actor_for(visit: &Visit, action: Action, on: &Resource) -> Result<Actor, Failure> {
    let visitor = visit.visitor().ok_or(Failure::SignIn)?;
    let granted = visit.app()?.access.authorise(&visitor.who, action, on).map_err(|_| Failure::NotAllowed)?;
    Ok(visitor.who.actor(granted.role, kernel::Channel::Desk))
}

/// Whether the visitor may do this: for showing a form.
pub(super) fn may(visit: &Visit, action: Action, on: &Resource) -> bool {
    actor_for(visit, action, on).is_ok()
}

/// Whether the visitor may do this to anything at all.
pub(super) fn may_ever(visit: &Visit, action: Action) -> bool {
    let app = visit.app().ok();
    app.zip(visit.visitor()).is_some_and(|(app, visitor)| app.access.may_ever(&visitor.who, action))
}

/// Back to a list, named as in the navigation.
pub(super) fn crumb(words: Words, list: &str) -> Crumb {
    Crumb { href: format!("/desk/{list}"), text: words.t(&format!("desk-nav-{list}")) }
}

/// Which part of a long list is asked for, from 0.
pub(super) fn part_of(visit: &Visit) -> u32 {
    const LAST: u32 = 10_000;
    visit.query().get("page").parse::<u32>().unwrap_or(1).clamp(1, LAST) - 1
}

/// Links to other parts of a long list; `path` already has its `?`.
pub(super) fn pages(page: &Page, path: &str, part: u32, count: u64) -> Option<Pages> {
    let size = u64::from(PAGE);
    if count <= size && part == 0 {
        return None;
    }
    let from = u64::from(part) * size;
    let to = (from + size).min(count);
    let number = |value: u64| page.number(usize::try_from(value).unwrap_or(usize::MAX));
    let label = page.say(
        "pages-of",
        &[
            ("from", number((from + 1).min(to)).into()),
            ("to", number(to).into()),
            ("count", number(count).into()),
        ],
    );
    let link = |part: u32, key: &str| (format!("{path}page={}", part + 1), page.t(key));
    Some(Pages {
        label,
        back: part.checked_sub(1).map(|part| link(part, "page-back")),
        on: (to < count).then(|| link(part + 1, "page-on")),
    })
}

/// Address and words of what a stream is.
pub(super) fn link(about: &About) -> (String, String) {
    match about {
        About::Application(number) => (format!("/desk/applications/{number}"), number.clone()),
        About::Policy(number) => (format!("/desk/policies/{number}"), number.clone()),
        About::Claim(number) => (format!("/desk/claims/{number}"), number.clone()),
        About::Agreement(code) => ("/desk/statements".to_owned(), code.clone()),
        About::Campaign(id, name) => (format!("/desk/campaigns/{id}"), name.clone()),
        About::Month(month) => ("/desk/close".to_owned(), month.clone()),
        About::Other(id) => ("/desk".to_owned(), id.to_string()),
    }
}

/// The word for where a contract stands.
pub(super) fn phase(words: Words, phase: &str) -> Badge {
    let tone = match phase {
        "running" => Tone::Good,
        "screening" | "applied" => Tone::Warn,
        "rejected" | "lapsed" => Tone::Bad,
        _ => Tone::Plain,
    };
    Badge::new(tone, words.t(&format!("phase-{phase}")))
}

/// The name of a plan by its code.
pub(super) fn plan(words: Words, code: &str) -> String {
    words.maybe(&format!("plan-{code}")).unwrap_or_else(|| code.to_owned())
}

/// Who did something: role and channel, never a name.
pub(super) fn actor(words: Words, actor: &Actor) -> String {
    let role = words.t(&format!("role-{}", actor.role.code()));
    if actor.role == kernel::Role::Machine {
        return role;
    }
    format!("{role}, {}", words.t(&format!("channel-{}", actor.channel.code())))
}

/// An ID in a form.
pub(super) fn id(text: &str) -> Result<Id, Failure> {
    text.parse().map_err(|_| Failure::Malformed)
}
