use super::{Desk, Said, fact, text};
use crate::content::{AddressLink, ApplicantLink, ContactChanged, SecurityEvent, SecurityNotice, SignInHelp};
use crate::letter::Block;

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

pub(super) fn address(desk: Desk<'_>, facts: &AddressLink) -> Said {
    let words = desk.words;
    let blocks = vec![
        text(words.say("address-intro")),
        desk.link("applicant-link", &facts.link),
        text(words.with("link-works", &[("until", words.at(facts.works_until).into())])),
        text(words.say("address-not-you")),
    ];
    Said { title: words.say("address-title"), file: "file-account", blocks, sheet: None }
}

pub(super) fn contact(desk: Desk<'_>, facts: &ContactChanged) -> Said {
    let words = desk.words;
    let mut lines = vec![fact(words.say("contact-address"), format!("{}, {}", facts.street, facts.town))];
    lines.extend(facts.phone.as_ref().map(|phone| fact(words.say("contact-phone"), phone.as_str())));
    lines.extend(facts.email.as_ref().map(|email| fact(words.say("contact-email"), email.as_str())));
    let letters = if facts.by_email { "contact-letters-email" } else { "contact-letters-post" };
    lines.push(fact(words.say("contact-letters"), words.say(letters)));
    let blocks = vec![
        text(words.with("contact-intro", &[("at", words.at(facts.at).into())])),
        Block::Facts { facts: lines },
        text(words.with("security-not-you", &[("phone", (&desk.house.contact.phone).into())])),
        desk.link("portal-link", "/my/details"),
    ];
    Said { title: words.say("contact-title"), file: "file-account", blocks, sheet: None }
}
