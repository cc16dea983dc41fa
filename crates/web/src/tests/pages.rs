//! Every page with sample data, in every language: small, readable by programs that read aloud, within the content policy.

use std::collections::BTreeSet;

use kernel::Language;

use crate::styleguide::samples;
use crate::{Page, Words, assets};

/// A page with everything it needs.
const MAX_PAGE_BYTES: usize = 50 * 1024;

#[test]
fn every_page_is_as_it_should_be() {
    let rest = [include_str!("../../assets/harmony.css"), include_str!("../../assets/harmony.js")];
    let rest: usize = rest.iter().map(|file| file.len()).sum();
    for sample in samples() {
        for language in Language::ALL.iter().copied() {
            let html = sample.render(Page::new(Words::new(language), sample.path, "t0ken"));
            let name = format!("{} in {language:?}", sample.name);
            assert!(html.len() + rest < MAX_PAGE_BYTES, "{name}: {} bytes", html.len() + rest);
            assert!(html.contains(&format!("<html lang=\"{}\">", language.code())), "{name}: language");
            assert_eq!(html.matches("<h1").count(), 1, "{name}: one h1");
            for forbidden in
                [" style=", "<style", " onclick", "javascript:", "http://", "<b></b>", "{{", "{ $"]
            {
                assert!(!html.contains(forbidden), "{name}: {forbidden}");
            }
            assert_eq!(
                html.matches("method=\"post\"").count(),
                html.matches("name=\"_token\" value=\"t0ken\"").count()
                    + html.matches("action=\"/styleguide\"").count(),
                "{name}: every form carries the token"
            );
            if sample.name != "components" {
                ids_are_unique(&name, &html);
            }
            fields_have_names(&name, &html);
        }
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    let open = format!("<{name} ");
    let found: Vec<_> = html.match_indices(&open).map(|(index, _)| index).collect();
    found.into_iter().map(move |index| (index, html[index..].split('>').next().unwrap_or_default()))
}

fn ids_are_unique(name: &str, html: &str) {
    let mut seen = BTreeSet::new();
    for (index, _) in html.match_indices(" id=\"") {
        let id = html[index + 5..].split('"').next().unwrap();
        assert!(seen.insert(id), "{name}: id {id} twice");
    }
    // What describes a field and where the summary leads must be there.
    for pointer in [" aria-describedby=\"", " for=\"", "href=\"#"] {
        for (index, _) in html.match_indices(pointer) {
            let ids = html[index + pointer.len()..].split('"').next().unwrap();
            for id in ids.split_whitespace() {
                assert!(seen.contains(id), "{name}: {pointer}{id} leads nowhere");
            }
        }
    }
}

fn fields_have_names(name: &str, html: &str) {
    for kind in ["input", "select", "textarea"] {
        for (index, tag) in tags(html, kind) {
            if attribute(tag, "type") == Some("hidden") || tag.contains("aria-hidden") {
                continue;
            }
            let before = &html[..index];
            let inside = before.rfind("<label").unwrap_or(0) > before.rfind("</label").unwrap_or(0);
            let labelled = attribute(tag, "id").is_some_and(|id| html.contains(&format!("for=\"{id}\"")));
            assert!(inside || labelled || tag.contains("aria-label"), "{name}: nobody says what {tag} is");
        }
    }
    for (_, tag) in tags(html, "img") {
        assert!(attribute(tag, "alt").is_some(), "{name}: {tag}");
    }
}

#[test]
fn assets_are_addressed_by_content() {
    for path in [&assets::CSS_PATH, &assets::SCRIPT_PATH, &assets::ICON_PATH] {
        assert!(path.starts_with("/assets/") && path.len() > 20, "{}", **path);
    }
}
