//! What a partner may see from now on, or no longer (DOC-20).

use super::{Desk, Said, heading, text};
use crate::content::PartnerView;
use crate::letter::Block;

pub(super) fn opened(desk: Desk<'_>, facts: &PartnerView) -> Said {
    let words = desk.words;
    let about = [
        ("partner", (&facts.partner).into()),
        ("plan", (&facts.plan).into()),
        ("at", words.at(facts.at).into()),
    ];
    let list = |keys: &[&str]| Block::Bullets { items: keys.iter().map(|key| words.say(key)).collect() };
    let mut blocks = vec![
        text(words.with("partner-opened-intro", &about)),
        heading(words.with("partner-sees", &about)),
        list(&["partner-sees-policy", "partner-sees-device", "partner-sees-claims"]),
    ];
    if facts.reports {
        blocks.push(text(words.with("partner-reports", &about)));
    }
    blocks.extend([
        heading(words.with("partner-sees-not", &about)),
        list(&["partner-sees-not-money", "partner-sees-not-papers", "partner-sees-not-facts"]),
        heading(words.say("partner-stop")),
        text(words.with("partner-stop-text", &about)),
        desk.link("partner-link", &facts.link),
        text(words.with("partner-not-you", &[("phone", (&desk.house.contact.phone).into())])),
    ]);
    Said { title: words.with("partner-opened-title", &about), file: "file-partner", blocks, sheet: None }
}

pub(super) fn closed(desk: Desk<'_>, facts: &PartnerView) -> Said {
    let words = desk.words;
    let about = [
        ("partner", (&facts.partner).into()),
        ("plan", (&facts.plan).into()),
        ("at", words.at(facts.at).into()),
    ];
    let blocks = vec![
        text(words.with("partner-closed-intro", &about)),
        text(words.with("partner-closed-stays", &about)),
        desk.link("partner-link", &facts.link),
    ];
    Said { title: words.with("partner-closed-title", &about), file: "file-partner", blocks, sheet: None }
}
