//! Asking for a link to choose a new password. Whether the address is known is never told.

use askama::Template;

use crate::form::Filled;
use crate::part::{Field, Fields, Kind, Summary};
use crate::{Answer, Failure, Page, Visit};

/// The form, or the answer to it.
#[derive(Debug, Template)]
#[template(path = "account/forgot.html")]
pub struct ForgotPage {
    /// The frame.
    pub page: Page,
    /// What is wrong.
    pub summary: Summary,
    /// The e-mail address.
    pub email: Field,
    /// Whether the form was sent.
    pub sent: bool,
}

impl ForgotPage {
    /// The form with what was typed.
    pub fn new(page: Page, filled: &Filled, sent: bool) -> Self {
        let fields = Fields { words: page.words(), area: "forgot", filled };
        Self {
            summary: Summary::new(page.words(), filled.faults()),
            email: fields.field("email", Kind::Email).autocomplete("username"),
            sent,
            page,
        }
    }
}

/// A link that was used before or is too old.
#[derive(Debug, Template)]
#[template(path = "account/link-old.html")]
pub struct LinkOldPage {
    /// The frame.
    pub page: Page,
    /// Where to ask for a new one.
    pub href: String,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&ForgotPage::new(visit.page(), &Filled::default(), false))
}
