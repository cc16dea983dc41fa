//! Choosing a password, with a link from a mail.

use askama::Template;

use crate::Page;
use crate::form::Filled;
use crate::part::{Field, Fields, Kind, Summary};

/// The form for a new password.
#[derive(Debug, Template)]
#[template(path = "account/password.html")]
pub struct PasswordPage {
    /// The frame.
    pub page: Page,
    /// What is wrong.
    pub summary: Summary,
    /// Where the form goes: the link's own path.
    pub action: String,
    /// The account's address, so that the browser stores the right pair.
    pub username: String,
    /// The new password.
    pub new: Field,
    /// The same once more.
    pub again: Field,
}

impl PasswordPage {
    /// The form; passwords are never sent back.
    pub fn new(page: Page, filled: &Filled, action: String, username: String) -> Self {
        let fields = Fields { words: page.words(), area: "password", filled };
        Self {
            summary: Summary::new(page.words(), filled.faults()),
            action,
            username,
            new: fields.field("new", Kind::Password).autocomplete("new-password"),
            again: fields.field("again", Kind::Password).autocomplete("new-password"),
            page,
        }
    }
}
