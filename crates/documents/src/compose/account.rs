use super::{Desk, Said, text};
use crate::content::{ApplicantLink, SecurityEvent, SecurityNotice, SignInHelp};

pub(super) fn applicant(desk: Desk<'_>, facts: &ApplicantLink) -> Said {
    let words = desk.words;
    let blocks = vec![
        text(words.with("applicant-intro", &[("plan", (&facts.plan).into())])),
        desk.link("applicant-link", &facts.link),
        text(words.with("link-works", &[("until", words.at(facts.works_until).into())])),
        text(words.say("applicant-not-you")),
    ];
    Said { title: words.say("applicant-title"), file: "file-application", blocks, sheet: None }
}

pub(super) fn sign_in(desk: Desk<'_>, facts: &SignInHelp) -> Said {
    let words = desk.words;
    let (title, intro, link) = if facts.first {
        ("first-password-title", "first-password-intro", "first-password-link")
    } else {
        ("password-title", "password-intro", "password-link")
    };
    let blocks = vec![
        text(words.say(intro)),
        desk.link(link, &facts.link),
        text(words.with("link-works", &[("until", words.at(facts.works_until).into())])),
        text(words.say("password-not-you")),
    ];
    Said { title: words.say(title), file: "file-account", blocks, sheet: None }
}

pub(super) fn security(desk: Desk<'_>, facts: &SecurityNotice) -> Said {
    let words = desk.words;
    let key = match facts.event {
        SecurityEvent::AccountOpened => "security-account-opened",
        SecurityEvent::PasswordChanged => "security-password-changed",
        SecurityEvent::EmailChanged => "security-email-changed",
        SecurityEvent::SecondFactorAdded => "security-factor-added",
        SecurityEvent::SecondFactorRemoved => "security-factor-removed",
        SecurityEvent::PasskeyAdded => "security-passkey-added",
        SecurityEvent::PasskeyRemoved => "security-passkey-removed",
        SecurityEvent::SignInHeld => "security-held",
        SecurityEvent::BankAccountChanged => "security-bank-changed",
        SecurityEvent::AccountClosed => "security-closed",
    };
    let blocks = vec![
        text(words.with(key, &[("at", words.at(facts.at).into())])),
        text(words.with("security-not-you", &[("phone", (&desk.house.contact.phone).into())])),
        desk.link("security-link", &facts.link),
    ];
    Said { title: words.say("security-title"), file: "file-account", blocks, sheet: None }
}
