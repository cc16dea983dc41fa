//! The portal *My Harmony* and the desk: pages in three languages over one design of our own.
//!
//! A page is one file: its view (plain data), its handler and its template. Every route is registered through
//! [`site::Site`], which demands the route's access rule; the request passes, in this order and in one place
//! ([`gate`]), through language, session, form token, size limits, rate limits and authorisation, and comes out as an
//! [`Answer`] or a [`Failure`], which is a page too.
//!
//! Deliberately absent: decisions (they are in `app` and the crates below), a front-end framework, inline styles and
//! scripts (the content policy forbids them), anything from another server.

pub mod account;
mod answer;
pub mod api;
mod assets;
mod changes;
pub mod desk;
mod failure;
pub mod form;
mod gate;
pub mod house;
mod language;
mod page;
pub mod part;
pub mod partner;
mod plan;
pub mod portal;
pub mod public;
mod read;
mod security;
mod shell;
pub mod site;
#[cfg(any(test, debug_assertions))]
pub mod styleguide;
mod words;

pub use answer::{Answer, Cookie};
pub use failure::Failure;
pub use gate::Visit;
pub use page::{Page, Place, Who};
pub use shell::{Clock, Entropy, Granted, House, Live, Pending, Shell, Visitor};
pub use words::Words;

/// All pages, ready to be served.
pub fn router(shell: Shell) -> axum::Router {
    site(shell).build()
}

/// All pages with their routes.
pub fn site(shell: Shell) -> site::Site {
    let site = site::Site::new(shell);
    let site = public::routes(site);
    let site = account::routes(site);
    let site = language::routes(site);
    let site = portal::routes(site);
    let site = desk::routes(site);
    let site = partner::routes(site);
    let site = api::routes(site);
    #[cfg(debug_assertions)]
    let site = styleguide::routes(site);
    site
}

#[cfg(test)]
mod tests;
