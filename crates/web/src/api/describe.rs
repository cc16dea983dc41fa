//! The description of the API, made from its types and functions.

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use crate::{Answer, Failure, Visit};

/// The description as OpenAPI.
#[derive(Debug, OpenApi)]
#[openapi(
    info(
        title = "Harmony",
        description = "What the conditions of device insurance ask, decisions on cases, the cover of a policy, \
            reports of claims, and what became of letters. Texts come in Dutch, English or French, as Accept-Language asks. Nothing is kept of a case.",
        license(name = "MIT OR Apache-2.0")
    ),
    paths(super::products, super::facts, super::decide, super::cover::data, super::claims::report, super::letters::record),
    modifiers(&Keys)
)]
pub(super) struct Description;

struct Keys;

impl Modify for Keys {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let key =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("harmony user key EMAIL"));
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("key", SecurityScheme::Http(key.build()));
    }
}

pub(super) async fn show(_: Visit) -> Result<Answer, Failure> {
    let text = text().map_err(|error| Failure::fault("the description", error))?;
    Ok(Answer::data("application/json", text.into_bytes()))
}

/// The description as it is served.
pub(super) fn text() -> Result<String, serde_json::Error> {
    Description::openapi().to_pretty_json()
}
