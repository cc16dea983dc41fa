//! Who may do and see what: one Cedar policy set (`harmony.cedar` over `harmony.cedarschema`), embedded and compiled once.
//!
//! ```text
//! access.authorise(&who, Action::ViewClaim, &resource)? -> Grant { role, look }     one thing
//! access.list(&who, Action::ViewClaim)?                 -> ListGrant { role, scope } a list, or a chunk of a run
//! ```
//!
//! A run asks `list` once for its whole chunk and holds each item against the scope. What an act means to the rules stands
//! in the schema; the snapshot of every role and act is in the tests beside this file. Rules compare marks of the resource
//! with those of the user for sameness only, so the scope of a list is found by asking the same rules about an example
//! of each scope the user holds, and cannot say anything else than they do.

mod action;
mod denied;
mod engine;
mod principal;
mod resource;
mod scope;
#[cfg(test)]
mod tests;

pub use action::Action;
pub use denied::{Bar, Denied};
pub use principal::Principal;
pub use resource::{Kind, Resource};
pub use scope::Scope;

use engine::Engine;
use kernel::{Id, Role};

/// The compiled policy set. Make one at start and share it.
#[derive(Debug)]
pub struct Access {
    engine: Engine,
}

/// The act is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// The role in which: what the event names as actor.
    pub role: Role,
    /// The act shows somebody else's personal data: log a look before the page is sent (PRIV-17).
    pub look: bool,
}

/// The act is allowed on whatever the scope covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListGrant {
    /// The role in which.
    pub role: Role,
    /// How far: what the query takes. Never [`Scope::None`].
    pub scope: Scope,
    /// The list shows other people's personal data: log the looks.
    pub look: bool,
}

impl Access {
    /// Compiles the embedded policy set (a few milliseconds).
    #[must_use]
    pub fn new() -> Self {
        Self { engine: Engine::new() }
    }

    /// May this person do this to this one thing?
    ///
    /// # Errors
    /// [`Denied`] with the bar that stands in the way, the same for every role the person holds.
    pub fn authorise(&self, who: &Principal, action: Action, on: &Resource) -> Result<Grant, Denied> {
        let mut told = Bar::NotPermitted;
        for &role in &who.roles {
            match self.engine.ask(who, role, action, on) {
                Ok(()) => return Ok(Grant { role, look: self.shows_others(who, action, on) }),
                Err(Bar::NotPermitted) => {}
                Err(bar) => told = bar,
            }
        }
        Err(Denied { action, bar: told })
    }

    /// How far may this person do this? For an act that needs a second pair of eyes or is barred in one's own affairs the
    /// scope says what may be *listed*; each item is still asked for with [`Access::authorise`].
    ///
    /// # Errors
    /// [`Denied`] when the answer is: nowhere.
    pub fn list(&self, who: &Principal, action: Action) -> Result<ListGrant, Denied> {
        let somebody_else = another_than(who.id);
        let mut told = Bar::NotPermitted;
        for scope in Scope::candidates(who) {
            match self.authorise(who, action, &scope.example(somebody_else)) {
                Ok(Grant { role, .. }) => {
                    let look = self.engine.is_personal(action)
                        && !matches!(scope, Scope::Own(_) | Scope::File { .. });
                    return Ok(ListGrant { role, scope, look });
                }
                Err(Denied { bar: Bar::NotPermitted, .. }) => {}
                Err(denied) => told = denied.bar,
            }
        }
        Err(Denied { action, bar: told })
    }

    /// The scope of a list, [`Scope::None`] when nothing may be seen: for pages that show what there is.
    #[must_use]
    pub fn scope(&self, who: &Principal, action: Action) -> Scope {
        self.list(who, action).map_or(Scope::None, |granted| granted.scope)
    }

    /// Whether this person may do this anywhere at all: for showing a button or a menu entry.
    #[must_use]
    pub fn may_ever(&self, who: &Principal, action: Action) -> bool {
        self.list(who, action).is_ok()
    }

    fn shows_others(&self, who: &Principal, action: Action, on: &Resource) -> bool {
        self.engine.is_personal(action) && (on.owner.is_none() || on.owner != who.party)
    }
}

impl Default for Access {
    fn default() -> Self {
        Self::new()
    }
}

/// Some id that is not this one.
fn another_than(id: Id) -> Id {
    let other = if id.as_i64() == 1 { 2 } else { 1 };
    Id::from_i64(other).expect("1 and 2 are ids")
}
