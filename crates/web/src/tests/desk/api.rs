//! The JSON API: decisions in the caller's language, and what is said of a call that is wrong.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kernel::Role;
use serde_json::Value as Json;
use terms::CaseFile;

use super::{CARLA, Desk, Got, Who};
use crate::api::ask::CaseBody;

const CASE: &str = r#"{
  "product": "xandocare",
  "plan": "plus",
  "event": { "what_happened": "dropped" },
  "items": [
    { "device": "phone", "purchase_value": "849.00", "excess": "50.00", "purchased_on": "2026-02-20" }
  ]
}"#;

fn call(desk: &Desk, who: Option<Who>, path: &str, send: Option<(&str, &[u8])>, language: &str) -> Got {
    let mut request = Request::builder().uri(path).header("accept-language", language);
    if let Some((role, number)) = who {
        request = request.header("authorization", format!("Bearer {}:{number}", role.code()));
    }
    let body = match send {
        None => Body::empty(),
        Some((media, body)) => {
            request = request.method("POST").header("content-type", media);
            Body::from(body.to_vec())
        }
    };
    desk.send(request.body(body).unwrap())
}

fn decide(desk: &Desk, media: &str, body: &[u8], language: &str) -> (StatusCode, Json) {
    let got = call(desk, Some(CARLA), "/api/decisions", Some((media, body)), language);
    (got.status, serde_json::from_str(&got.body).unwrap_or_else(|_| panic!("{}", got.body)))
}

#[test]
fn a_case_is_decided_in_the_callers_language() {
    let desk = Desk::open("2026-03-01 09:00");
    let (status, decision) = decide(&desk, "application/json; charset=utf-8", CASE.as_bytes(), "nl");
    assert_eq!(status, StatusCode::OK, "{decision}");
    assert_eq!(
        (decision["language"].as_str(), decision["items"][0]["verdict"].as_str()),
        (Some("nl"), Some("needs-facts"))
    );
    let asked =
        |decision: &Json| decision["items"][0]["questions"][0]["question"].as_str().unwrap().to_owned();
    let (_, french) = decide(&desk, "application/json", CASE.as_bytes(), "fr-BE, en;q=0.5");
    assert_ne!(asked(&decision), asked(&french));
    assert_eq!(decision["inputs_hash"], french["inputs_hash"], "the decision itself has no language");
    let toml = b"product = \"xandocare\"\nplan = \"plus\"\n[event]\nwhat_happened = \"dropped\"\n[[items]]\n\
        device = \"phone\"\npurchase_value = \"849.00\"\nexcess = \"50.00\"\npurchased_on = 2026-02-20\n";
    let (_, same) = decide(&desk, "application/toml", toml, "nl");
    assert_eq!(same, decision, "TOML says the same");

    // Every question that is asked can be answered by its name until there is a verdict.
    let facts = call(&desk, Some(CARLA), "/api/products/xandocare/facts", None, "en");
    let facts: Vec<Json> = serde_json::from_str(&facts.body).unwrap();
    let name = decision["items"][0]["questions"][0]["name"].as_str().unwrap();
    assert!(facts.iter().any(|fact| fact["name"] == name), "{name} is among the facts");
    let products = call(&desk, Some(CARLA), "/api/products", None, "en");
    products.has("\"code\":\"electronics-be\"").has("\"revision\":");
    let body: CaseBody = serde_json::from_str(CASE).unwrap();
    let read = CaseFile::read("body", &serde_json::to_vec(&body).unwrap()).unwrap();
    let product = desk.app.products.current("xandocare").unwrap();
    assert!(read.case(&product).is_ok(), "the described form is the form that is read");
}

#[test]
fn what_is_said_of_a_case_that_is_wrong() {
    let desk = Desk::open("2026-03-01 09:00");
    let changed = |from: &str, to: &str| {
        assert!(CASE.contains(from), "{from}");
        CASE.replace(from, to)
    };
    let checks: &[(String, u32, &str, &str)] = &[
        (changed("what_happened", "what_hapened"), 4, "what_hapened", "what_happened"),
        (changed("\"dropped\"", "\"flew\""), 4, "flew", "dropped"),
        (changed("2026-02-20", "2026-02-30"), 6, "2026-02-30", "2026-03-01"),
        (changed("\"849.00\"", "\"-849.00\""), 6, "-849.00", "849.00"),
        (changed("\"dropped\"", "12"), 4, "what_happened", "dropped"),
        (changed("\"plus\"", "\"gold\""), 3, "gold", "plus"),
        (changed("\"xandocare\"", "\"nothing\""), 2, "nothing", "xandocare"),
        (changed("\"product\": \"xandocare\",", ""), 1, "product", "xandocare"),
        (changed("\"plan\"", "\"version\": \"1999-1\", \"plan\""), 3, "version", "2021-1"),
        (changed("\"items\"", "\"things\""), 5, "things", "items"),
        (CASE[..60].to_owned(), 0, "", ""),
        ("[1]".to_owned(), 1, "no object", "{"),
        (String::new(), 1, "no object", "{"),
        (format!("{{\"a\":{}1{}", "[".repeat(50_000), "]".repeat(50_000)), 0, "", ""),
    ];
    for (body, line, what, write) in checks {
        let (status, problem) = decide(&desk, "application/json", body.as_bytes(), "en");
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body:.80}: {problem}");
        assert_eq!(problem["title"], "The case cannot be decided");
        let errors = problem["errors"].as_array().unwrap();
        assert!(!errors.is_empty() && problem.get("items").is_none(), "never a verdict: {problem}");
        let fits = |error: &Json| {
            (*line == 0 || error["line"] == *line)
                && error["what"].as_str().unwrap().contains(what)
                && error["write"].as_str().unwrap().contains(write)
        };
        assert!(errors.iter().any(fits), "{line}: {what} / {write}: {problem}");
    }
    let (_, dutch) = decide(&desk, "application/json", b"{}", "nl");
    assert_eq!(dutch["title"], "Over deze zaak is niets te beslissen");
    let (status, _) = decide(&desk, "application/json", b"\xff\xfe", "en");
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, problem) = decide(&desk, "text/plain", CASE.as_bytes(), "en");
    assert_eq!((status.as_u16(), problem["status"].as_u64()), (415, Some(415)));
    let long = vec![b' '; terms::limits::CASE_BYTES + 1];
    let (status, problem) = decide(&desk, "application/json", &long, "en");
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE, "{problem}");
}

#[test]
fn who_may_call() {
    let desk = Desk::open("2026-03-01 09:00");
    let ask = |who: Option<Who>| call(&desk, who, "/api/products", None, "en");
    let none = ask(None);
    assert_eq!(none.status, StatusCode::UNAUTHORIZED);
    none.has("A key is needed").has("\"status\":401");
    assert_eq!(ask(Some((Role::Policyholder, 61))).status, StatusCode::FORBIDDEN);
    assert_eq!(ask(Some((Role::ProductManager, 71))).status, StatusCode::OK);
    // A session of a browser is no key.
    let by_session = desk.get(CARLA, "/api/products");
    assert_eq!(by_session.status, StatusCode::UNAUTHORIZED);
    assert_eq!(call(&desk, Some(CARLA), "/api/nothing", None, "en").status, StatusCode::NOT_FOUND);
    call(&desk, Some(CARLA), "/api/products/nothing/facts", None, "fr").has("Il n’y a rien ici");
    assert_eq!(call(&desk, None, "/api/openapi.json", None, "en").status, StatusCode::OK);
}

#[test]
fn the_description_is_made_from_the_code() {
    insta::assert_snapshot!(crate::api::description().unwrap());
}
