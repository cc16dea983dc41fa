//! What the desk enters on a customer's word: how it came in, what was said, and the paper that shows it (AMB-19, AMB-20).

use app::attachments::Upload as Stored;
use app::sealed::Purpose;
use kernel::{Channel, Id};

use crate::form::Filled;
use crate::part::{Choice, Field, Fields, Kind, Style, Upload};
use crate::{Failure, Visit, Words, read};

/// The fields.
#[derive(Debug)]
pub struct OnWord {
    /// `channel`: `phone`, `email`, `post`, `form`, `portal`.
    pub channel: Choice,
    /// `note`: who said what.
    pub note: Field,
    /// `paper`: the letter, mail, or proof of authority.
    pub paper: Upload,
}

impl OnWord {
    /// The fields with what was typed.
    pub(super) fn new(words: Words, filled: &Filled) -> Self {
        let fields = Fields { words, area: "word", filled };
        let mut paper = fields.upload("paper");
        paper.optional = Some(words.t("form-optional"));
        Self {
            channel: fields.choice("channel", &["phone", "email", "post", "form"]).style(Style::Pills),
            note: fields.field("note", Kind::Long),
            paper,
        }
    }
}

/// What was entered.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) channel: Channel,
    pub(super) note: String,
    pub(super) paper: Option<Stored>,
}

/// Reads the fields, noting what is wrong. The note must be there: it is what the desk goes by.
pub(super) async fn read(visit: &Visit, filled: &mut Filled, holder: Id) -> Result<Option<Word>, Failure> {
    let words = visit.words();
    let channel = match filled.get("channel") {
        "phone" => Some(Channel::Phone),
        // The contact form reaches us as a mail.
        "email" | "form" => Some(Channel::Email),
        "post" => Some(Channel::Post),
        _ => None,
    };
    if channel.is_none() {
        filled.wrong("channel", words.t("form-choose"));
    }
    let note = filled.get("note").to_owned();
    if note.is_empty() {
        filled.wrong("note", words.t("form-required"));
    }
    let paper = read::paper(visit, filled, "paper", (holder, Purpose::Desk)).await?;
    let good = filled.is_good();
    Ok(channel.filter(|_| good).map(|channel| Word { channel, note, paper }))
}
