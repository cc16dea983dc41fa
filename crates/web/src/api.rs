//! The JSON API for programs: what the conditions ask, decisions on cases sent with the call (nothing is kept of a case), the
//! cover of a policy, reports of claims, and what became of letters.
//!
//! Routes are registered as pages are, through [`Site`] with their access rule, and pass the same gate; a key takes the place
//! of the session, and what goes wrong is `application/problem+json`. The description at `/api/openapi.json` is made from
//! the types and functions here.

pub mod answer;
pub mod ask;
pub mod claims;
pub mod cover;
mod describe;
pub mod letters;
pub mod problem;

use app::AppError;
use app::access::Action;
use terms::{CaseFile, Fault, Product, limits};

use self::answer::{DecisionAnswer, FactAnswer, ProductAnswer};
use self::problem::Problem;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Visit};

/// The description of the API as it is served.
#[cfg(test)]
pub(crate) fn description() -> Result<String, serde_json::Error> {
    describe::text()
}

/// The largest body with what became of letters.
const NEWS_BYTES: usize = 1 << 20;

pub(super) fn routes(site: Site) -> Site {
    let may_look = Access::on(Action::ViewProducts);
    site.api_get("/api/openapi.json", Access::Everyone, describe::show)
        .api_get("/api/products", may_look, products)
        .api_get("/api/products/{code}/facts", may_look, facts)
        .api_post("/api/decisions", may_look, limits::CASE_BYTES, decide)
        .api_get("/api/policies/{number}/cover", Access::to(Action::ViewPolicy, "number"), cover::data)
        .api_post(
            "/api/policies/{number}/claims",
            Access::to(Action::ReportClaim, "number"),
            limits::CASE_BYTES,
            claims::report,
        )
        .api_post("/api/letters", Access::on(Action::DoTask), NEWS_BYTES, letters::record)
}

/// What is sold.
#[utoipa::path(
    get, path = "/api/products", tag = "conditions",
    responses((status = 200, description = "Every product that is sold, by code.", body = Vec<ProductAnswer>),
        (status = "4XX", description = "Why not.", body = Problem, content_type = "application/problem+json")),
    security(("key" = []))
)]
async fn products(visit: Visit) -> Result<Answer, Failure> {
    let (app, language) = (visit.app()?.clone(), visit.words().language);
    let read = visit.app()?.db.read_async(move |tx| {
        app.products.look(tx)?;
        let sold = app.products.codes().into_iter().filter_map(|code| app.products.current(&code));
        Ok::<_, AppError>(sold.map(|product| ProductAnswer::of(&product, language)).collect::<Vec<_>>())
    });
    Answer::json(&read.await?)
}

/// The facts a product asks for, in the order in which it lists them.
#[utoipa::path(
    get, path = "/api/products/{code}/facts", tag = "conditions",
    params(("code" = String, Path, description = "Product code, such as `xandocare`."),
        ("version" = Option<String>, Query, description = "Version of the conditions; what is sold when left out.")),
    responses((status = 200, description = "The facts, in the language asked for.", body = Vec<FactAnswer>),
        (status = "4XX", description = "Why not.", body = Problem, content_type = "application/problem+json")),
    security(("key" = []))
)]
async fn facts(visit: Visit) -> Result<Answer, Failure> {
    let (app, language) = (visit.app()?.clone(), visit.words().language);
    let code = visit.parameter("code").to_owned();
    let version = visit.query().given("version").map(str::to_owned);
    let read = visit.app()?.db.read_async(move |tx| {
        let product = app.products.latest(tx, &code, version.as_deref())?;
        Ok::<_, AppError>(product.map(|product| {
            product.facts().iter().map(|fact| FactAnswer::of(&product, fact, language)).collect::<Vec<_>>()
        }))
    });
    match read.await? {
        Some(facts) => Answer::json(&facts),
        None => Err(Failure::NotFound),
    }
}

/// Decides a case: verdict, reasons, arithmetic, and what is still to be asked. A refusal is a proposal; only a person refuses.
#[utoipa::path(
    post, path = "/api/decisions", tag = "decisions",
    request_body(description = "The case. Facts as `GET /api/products/{code}/facts` names them.",
        content((ask::CaseBody = "application/json"), (String = "application/toml"))),
    responses((status = 200, description = "The decision, its texts in the language asked for.", body = DecisionAnswer),
        (status = 422, description = "The facts are wrong: nothing was decided.", body = Problem,
            content_type = "application/problem+json"),
        (status = "4XX", description = "Why not.", body = Problem, content_type = "application/problem+json")),
    security(("key" = []))
)]
async fn decide(visit: Visit) -> Result<Answer, Failure> {
    let words = visit.words();
    let Some(is_json) = media(visit.media()) else {
        return Problem::new(415, words.t("api-media"), words.t("api-media-text")).answer();
    };
    if is_json && visit.body().iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
        let fault = Fault {
            file: NAME.to_owned(),
            line: 1,
            column: 1,
            what: "this is no object".to_owned(),
            hint: "begin with { and write the names in quotes".to_owned(),
        };
        return wrong(&visit, &[fault]);
    }
    let case = match CaseFile::read(NAME, visit.body()) {
        Ok(case) => case,
        Err(faults) => return wrong(&visit, &faults),
    };
    let (app, language) = (visit.app()?.clone(), words.language);
    let read = visit.app()?.db.read_async(move |tx| {
        let code = case.product().unwrap_or_default().to_owned();
        let found = app.products.latest(tx, &code, case.version())?;
        let Some(product) = found else { return Ok(Err(vec![not_there(&app, &case, &code)])) };
        let decided = case.decide_in(&product, language);
        Ok::<_, AppError>(decided.map(|decision| DecisionAnswer::of(&product, &decision, language)))
    });
    match read.await? {
        Ok(decision) => Answer::json(&decision),
        Err(faults) => wrong(&visit, &faults),
    }
}

/// What faults call the body of a request.
const NAME: &str = "body";

/// Whether a content type is JSON; `None` when it is not read here.
fn media(kind: &str) -> Option<bool> {
    match kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "application/json" => Some(true),
        "application/toml" => Some(false),
        _ => None,
    }
}

fn not_there(app: &app::App, case: &CaseFile, code: &str) -> Fault {
    let codes = app.products.codes();
    if let Some(product) = app.products.current(code) {
        let version: &str = &Product::wording(&product).version;
        return case.fault(
            "version",
            &format!("`{code}` has no such version"),
            &format!("leave it out, or write {version}"),
        );
    }
    let what = if code.is_empty() {
        "`product` is missing".to_owned()
    } else {
        format!("there is no product `{code}`")
    };
    case.fault("product", &what, &format!("one of {}", codes.join(", ")))
}

fn wrong(visit: &Visit, faults: &[Fault]) -> Result<Answer, Failure> {
    let words = visit.words();
    Problem::new(422, words.t("api-facts"), words.t("api-facts-text")).with(faults).answer()
}
