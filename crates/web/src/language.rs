//! Which language a page speaks: the reader's last choice, their profile, their browser, Dutch. The address stays the
//! same in every language.

use kernel::Language;

use crate::site::{Access, Site};
use crate::{Answer, Cookie, Failure, Visit};

const YEAR_SECONDS: u32 = 365 * 24 * 3600;

pub(crate) fn routes(site: Site) -> Site {
    site.post("/language", Access::Everyone, choose)
}

/// Remembers the chosen language and goes back to the page it was chosen on.
async fn choose(visit: Visit) -> Result<Answer, Failure> {
    let language: Language = visit.sent().get("language").parse().map_err(|_| Failure::Malformed)?;
    if let Some(visitor) = visit.visitor() {
        visit.shell().house.remember_language(visitor, language, visit.operational()).await?;
    }
    let back = local_path(visit.sent().get("back"));
    let value = language.code().to_owned();
    Ok(Answer::onward(back).cookie(Cookie { name: "language", value, max_age_seconds: Some(YEAR_SECONDS) }))
}

/// A path on this site, or the front page: we never send anybody elsewhere.
pub(crate) fn local_path(path: &str) -> &str {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if path.starts_with('/') && !path.starts_with("//") && plain { path } else { "/" }
}

/// The language that a browser asks for, by its weights; `None` when it asks for none of ours.
pub(crate) fn preferred(accept: &str) -> Option<Language> {
    let mut best: Option<(u32, Language)> = None;
    for part in accept.split(',').take(20) {
        let mut pieces = part.split(';');
        let tag = pieces.next().unwrap_or_default().trim();
        let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let Ok(language) = primary.parse::<Language>() else { continue };
        let weight =
            pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok());
        let Some(weight) = weight.filter(|weight: &f32| (0.0..=1.0).contains(weight)) else { continue };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a weight is between 0 and 1"
        )]
        let weight = (weight * 1000.0) as u32;
        if weight > 0 && best.is_none_or(|(before, _)| weight > before) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_browser() {
        let check = |accept: &str, expected| assert_eq!(preferred(accept), expected, "{accept}");
        check("nl-NL,nl;q=0.9,en;q=0.8", Some(Language::Nl));
        check("de-DE,de;q=0.9,fr-BE;q=0.5,en;q=0.4", Some(Language::Fr));
        check("en;q=0.2, nl;q=0.9", Some(Language::Nl));
        check("fr;q=0, en;q=0.1", Some(Language::En));
        check("de", None);
        check("", None);
        check("nl;q=x,,;;", None);
    }

    #[test]
    fn never_leads_elsewhere() {
        let check = |path, expected| assert_eq!(local_path(path), expected);
        check("/faq?x=1", "/faq?x=1");
        check("//evil.example", "/");
        check("https://evil.example", "/");
        check("/\\evil.example", "/");
        check("/a\r\nSet-Cookie: x", "/");
        check("", "/");
    }
}
