//! The viewer of evidence: one piece after the other, with what it is asked to show beside it (OFFICE-05). Pictures are
//! shown as they were drawn anew; everything else is only ever downloaded.

use app::access::Action;
use app::claims::{ClaimPage as File, FactLine};
use app::views::desk as views;
use askama::Template;

use super::show::value;
use crate::desk::common;
use crate::part::{Badge, Crumb, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the viewer shows.
#[derive(Debug, Template)]
#[template(path = "desk/evidence.html")]
pub struct ViewerPage {
    /// The frame.
    pub page: Page,
    /// Back to the claim.
    pub crumb: Crumb,
    /// What kind of evidence it is.
    pub title: String,
    /// The name its sender gave it.
    pub name: String,
    /// When it came.
    pub status: Badge,
    /// Where the file is.
    pub href: String,
    /// Whether it is a picture.
    pub picture: bool,
    /// Which one of how many, in words.
    pub place: String,
    /// The pieces before and after it.
    pub beside: (Option<String>, Option<String>),
    /// What it is asked to show: question and answer.
    pub facts: Vec<(String, String)>,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/claims/{number}/evidence/{place}/view", Access::to(Action::ViewClaim, "number"), show)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::claim_number(&visit)?, visit.now());
    let place: usize = visit.parameter("place").parse().map_err(|_| Failure::NotFound)?;
    let (language, role) = (visit.words().language, visit.actor()?.role);
    let read = move |tx: &mut store::Tx<'_>| views::claim_file(&app, tx, &number, now, language, role);
    let file = common::read(&visit, read).await?.ok_or(Failure::NotFound)?;
    let claim = &file.page;
    // Pieces that came; their places are those of the claim's page.
    let there: Vec<usize> =
        claim.evidence.iter().enumerate().filter(|(_, e)| e.attached.is_some()).map(|(at, _)| at).collect();
    let at = there.iter().position(|known| *known == place).ok_or(Failure::NotFound)?;
    let piece = &claim.evidence[place];
    let page = visit.page();
    let words = page.words();
    let here = |place: usize| format!("/desk/claims/{}/evidence/{place}", claim.number);
    let media = piece.attached.as_ref().map_or("", |attached| attached.media_type.as_str());
    let view = |at: usize| there.get(at).map(|place| format!("{}/view", here(*place)));
    Answer::page(&ViewerPage {
        crumb: Crumb { href: format!("/desk/claims/{}", claim.number), text: claim.number.to_string() },
        title: piece.kind.1.clone(),
        name: piece.name.clone(),
        status: piece.given_at.map_or_else(
            || Badge::new(Tone::Plain, String::new()),
            |given| Badge::new(Tone::Good, words.moment(&given)),
        ),
        href: here(place),
        picture: media.starts_with("image/"),
        place: words.with2("viewer-place", "n", words.number(at + 1), "of", words.number(there.len())),
        beside: (at.checked_sub(1).and_then(view), view(at + 1)),
        facts: shown(words, claim, &piece.kind.0),
        page,
    })
}

/// What this kind of evidence is asked to show, and what was said of it.
fn shown(words: Words, claim: &File, kind: &str) -> Vec<(String, String)> {
    let all = claim.facts.iter().chain(claim.items.iter().flat_map(|item| &item.facts));
    let by_it = all.filter(|line| line.shown_by.iter().any(|(name, _)| name == kind));
    let told = |line: &FactLine| {
        let answer = value(words, line).unwrap_or_else(|| words.t("desk-fact-unknown"));
        (line.question.clone(), answer)
    };
    by_it.map(told).collect()
}
