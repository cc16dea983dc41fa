//! Style sheet, script and icon: embedded, addressed by their content, kept by browsers for ever.

use std::sync::LazyLock;

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use sha2::{Digest, Sha256};

const CSS: &str = include_str!("../assets/harmony.css");
const SCRIPT: &str = include_str!("../assets/harmony.js");
const ICON: &str = include_str!("../assets/icon.svg");

/// Where the style sheet is, with the hash of its content.
pub(crate) static CSS_PATH: LazyLock<String> = LazyLock::new(|| address("harmony", "css", CSS));
/// Where the script is.
pub(crate) static SCRIPT_PATH: LazyLock<String> = LazyLock::new(|| address("harmony", "js", SCRIPT));
/// Where the icon is.
pub(crate) static ICON_PATH: LazyLock<String> = LazyLock::new(|| address("icon", "svg", ICON));

/// The routes of the assets. They know nobody and need no access rule.
pub(crate) fn routes() -> Router {
    let serve = |kind: &'static str, content: &'static str| {
        get(move || async move {
            ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")], content)
                .into_response()
        })
    };
    Router::new()
        .route(&CSS_PATH, serve("text/css; charset=utf-8", CSS))
        .route(&SCRIPT_PATH, serve("text/javascript; charset=utf-8", SCRIPT))
        .route(&ICON_PATH, serve("image/svg+xml", ICON))
}

fn address(name: &str, ending: &str, content: &str) -> String {
    let hash = Sha256::digest(content.as_bytes());
    let hex = hash[..6].iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    format!("/assets/{name}-{hex}.{ending}")
}
