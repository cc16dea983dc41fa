//! A headless Chromium for tests: opens pages as a person on a phone or at a desk would, says what such a person would
//! see, and checks on the way what everybody has a right to (labels, headings, contrast, no sideways scrolling).
//!
//! The calls block and panic with a clear sentence; what was on the screen then lies in the target folder under
//! `screenshots`. Nothing is left running: browser, driver and server end with the values that own them.
//!
//! ```no_run
//! use browser::{Browser, Harmony, Screen};
//!
//! let site = Harmony::start(&["--demo"]);
//! let page = Browser::open("sign-in", Screen::Phone);
//! page.goto(&site.url("/"));
//! page.fill("E-mail", "anna@example.org");
//! page.press("Sign in");
//! page.sees("Your policies");
//! page.is_in_order();
//! ```
//!
//! The protocol is W3C WebDriver: JSON over plain HTTP to a `chromedriver` on this machine. A library for it would bring
//! some thirty crates for the fifteen commands used here.

mod browser;
mod download;
mod driver;
mod evidence;
mod find;
mod machine;
mod order;
mod server;
mod wire;

pub use browser::{Browser, Screen, Scripts, Setup};
pub use download::Download;
pub use machine::{Program, is_available};
pub use server::{Harmony, Site};
