//! Signing in and choosing a password.

mod forgot;
mod password;
mod sign_in;

pub use forgot::{ForgotPage, LinkOldPage};
pub use password::PasswordPage;
pub use sign_in::SignInPage;

use crate::site::{Access, Site};

/// The pages of an account. What they send is answered by the routes that `app::identity` serves.
pub(crate) fn routes(site: Site) -> Site {
    site.get("/sign-in", Access::Everyone, sign_in::show).get("/forgot", Access::Everyone, forgot::show)
}
