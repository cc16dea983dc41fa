//! Signing in.

use askama::Template;

use crate::form::Filled;
use crate::language::local_path;
use crate::part::{Field, Fields, Kind, Summary};
use crate::{Answer, Failure, Page, Visit};

/// The form for signing in.
#[derive(Debug, Template)]
#[template(path = "account/sign-in.html")]
pub struct SignInPage {
    /// The frame.
    pub page: Page,
    /// What is wrong.
    pub summary: Summary,
    /// Where to go afterwards: a path of ours.
    pub to: String,
    /// The e-mail address.
    pub email: Field,
    /// The password.
    pub password: Field,
    /// The code of the second step; shown when the first was right.
    pub code: Option<Field>,
}

impl SignInPage {
    /// The form with what was typed; `second_step` asks for the code too.
    pub fn new(page: Page, filled: &Filled, second_step: bool) -> Self {
        let fields = Fields { words: page.words(), area: "sign-in", filled };
        Self {
            summary: Summary::new(page.words(), filled.faults()),
            to: local_path(filled.get("to")).to_owned(),
            email: fields.field("email", Kind::Email).autocomplete("username"),
            password: fields.field("password", Kind::Password).autocomplete("current-password"),
            code: second_step.then(|| fields.field("code", Kind::Digits).autocomplete("one-time-code")),
            page,
        }
    }
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&SignInPage::new(visit.page(), visit.query(), false))
}
