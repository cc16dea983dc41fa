//! What the pages need from the house that runs them.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use kernel::{Country, Instant, Language};

use crate::Failure;
use crate::site::Need;

/// The business clock. Pages never read another one.
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
}

/// Sessions, access and limits: what the gate asks before a page is made.
pub trait House: Send + Sync {
    /// Whose session this is; `None` when it is unknown, closed or too old.
    fn visitor<'a>(&'a self, session: &'a str, now: Instant)
    -> Pending<'a, Result<Option<Visitor>, Failure>>;
    /// Whether that visitor may do what the route needs. The resource is the value of the route's path parameter.
    fn may<'a>(
        &'a self,
        visitor: &'a Visitor,
        need: Need,
        resource: Option<&'a str>,
        now: Instant,
    ) -> Pending<'a, Result<bool, Failure>>;
    /// Counts one try of `what` by `caller` (a network address); after too many, says after how many seconds to try
    /// again.
    fn slow_down(&self, what: &'static str, caller: &str, now: Instant) -> Option<u32>;
    /// Keeps the language in the visitor's profile.
    fn remember_language<'a>(
        &'a self,
        visitor: &'a Visitor,
        language: Language,
    ) -> Pending<'a, Result<(), Failure>>;
    /// How much waits on each of the desk's lists, by the list's name in the navigation.
    fn waiting<'a>(&'a self, visitor: &'a Visitor, now: Instant) -> Pending<'a, Vec<(&'static str, usize)>>;
}

/// Everything the pages stand on. Cheap to clone.
#[derive(Clone)]
pub struct Shell {
    /// Sessions, access and limits.
    pub house: Arc<dyn House>,
    /// The business clock.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub entropy: Entropy,
    /// Whether browsers reach us by https: cookies are then bound to the host and the connection.
    pub https: bool,
    /// What the plans cost at least.
    pub prices: crate::public::Prices,
    /// Documents for everybody.
    pub documents: Vec<crate::public::Document>,
}
