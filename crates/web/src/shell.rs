//! What the pages need from the house that runs them.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use app::App;
use app::access::Principal;
use app::identity::Identity;
use kernel::{Country, Id, Instant, Language};

use crate::Failure;
use crate::site::Need;

/// A clock. Pages never read another one than the two of the [`Shell`].
pub trait Clock: Send + Sync {
    /// The instant it is.
    fn now(&self) -> Instant;
}

/// Random bytes for form tokens and request numbers.
pub type Entropy = Arc<dyn Fn() -> [u8; 32] + Send + Sync>;

/// An answer that is awaited.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Who asks for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// Their ID in the house.
    pub id: kernel::Id,
    /// Their role.
    pub role: kernel::Role,
    /// What they are called at the top of a page.
    pub name: String,
    /// The language of their profile.
    pub language: Language,
    /// Whose clocks they live by.
    pub country: Country,
    /// All their roles and how far they reach.
    pub who: Principal,
}

/// What the access rule of a route gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted {
    /// The role in which the visitor may: what events name as actor.
    pub role: kernel::Role,
    /// The thing that the path names: a contract, a claim, a letter, a task, an approval.
    pub thing: Option<Id>,
}

/// Sessions, access and limits: what the gate asks before a page is made. Every instant here is operational time: sessions
/// and limits do not follow the business day.
pub trait House: Send + Sync {
    /// Whose session this is; `None` when it is unknown, closed or too old.
    fn visitor<'a>(&'a self, session: &'a str, now: Instant)
    -> Pending<'a, Result<Option<Visitor>, Failure>>;
    /// Whose program carries this key; `None` when the key does not work. A house without programs knows none.
    fn program<'a>(&'a self, key: &'a str, now: Instant) -> Pending<'a, Result<Option<Visitor>, Failure>> {
        let _ = (key, now);
        Box::pin(async { Ok(None) })
    }
    /// Whether that visitor may do what the route needs; where the page shows somebody else's personal data, the look is
    /// written down before the answer comes (PRIV-17). The resource is the value of the route's path parameter.
    ///
    /// [`Failure::NotAllowed`], or [`Failure::NotFound`] where the thing is not there; a customer is not told which.
    fn may<'a>(
        &'a self,
        visitor: &'a Visitor,
        need: Need,
        resource: Option<&'a str>,
        now: Instant,
    ) -> Pending<'a, Result<Granted, Failure>>;
    /// Writes down that this page of a list shows these people's data (PRIV-17).
    fn look<'a>(
        &'a self,
        visitor: &'a Visitor,
        need: Need,
        people: Vec<Id>,
        now: Instant,
    ) -> Pending<'a, Result<(), Failure>>;
    /// Counts one try of `what` by `caller` (a network address); after too many, says after how many seconds to try
    /// again.
    fn slow_down(&self, what: &'static str, caller: &str, now: Instant) -> Option<u32>;
    /// Keeps the language in the visitor's profile.
    fn remember_language<'a>(
        &'a self,
        visitor: &'a Visitor,
        language: Language,
        now: Instant,
    ) -> Pending<'a, Result<(), Failure>>;
    /// How much waits on each of the desk's lists, by the list's name in the navigation.
    fn waiting<'a>(&'a self, visitor: &'a Visitor, now: Instant) -> Pending<'a, Vec<(&'static str, usize)>>;
}

/// The use cases behind the pages.
#[derive(Debug, Clone)]
pub struct Live {
    /// The house's use cases.
    pub app: App,
    /// Signing in and passwords.
    pub identity: Identity,
}

/// Everything the pages stand on. Cheap to clone.
#[derive(Clone)]
pub struct Shell {
    /// Sessions, access and limits.
    pub house: Arc<dyn House>,
    /// The use cases; `None` where only pages with sample data are shown.
    pub live: Option<Live>,
    /// The business clock: what a page decides by and shows.
    pub clock: Arc<dyn Clock>,
    /// The operational clock: sessions, limits, mailed links to an account, looks.
    pub operational: Arc<dyn Clock>,
    /// Random bytes.
    pub entropy: Entropy,
    /// Whether browsers reach us by https: cookies are then bound to the host and the connection.
    pub https: bool,
    /// What the plans cost at least.
    pub sample_offers: Vec<crate::public::Offer>,
    /// Documents for everybody.
    pub sample_documents: Vec<crate::public::Document>,
}

impl Shell {
    /// What is sold now; the sample where there are no use cases.
    pub fn offers(&self) -> Vec<crate::public::Offer> {
        let sample = || self.sample_offers.clone();
        self.live.as_ref().map_or_else(sample, |live| crate::house::offers(&live.app))
    }

    /// The conditions of what is sold now; the sample where there are no use cases.
    pub fn documents(&self) -> Vec<crate::public::Document> {
        let sample = || self.sample_documents.clone();
        self.live.as_ref().map_or_else(sample, |live| crate::house::documents(&live.app))
    }
}
