//! The desk over a real house on SQLite: what people of each role see, decide, and cannot.

mod api;
mod books;
mod campaigns;
mod changes;
mod claims;
mod fraud;
mod incidents;
mod money;
mod partner;
mod policies;
mod post;
mod repairs;

use std::sync::{Arc, Mutex};

use app::access::Principal;
use app::testing::{World, app_over, at};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use kernel::{Country, Id, Instant, Language, Role};
use store::testing as db;
use tower::ServiceExt;

use crate::house::AppHouse;
use crate::site::{Access, Need, Site};
use crate::{Clock, Failure, Granted, House, Pending, Shell, Visitor};

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// The desk of a house, with a clock that is set by hand.
struct Desk {
    db: db::TestDb,
    app: app::App,
    clock: Arc<Set>,
    router: Router,
    runtime: tokio::runtime::Runtime,
}

/// Who asks: a role and a number.
type Who = (Role, i64);

const ANNA: Who = (Role::Acceptance, 21);
const BRAM: Who = (Role::Acceptance, 22);
const CARLA: Who = (Role::Claims, 31);
const FRED: Who = (Role::Finance, 41);
const MARA: Who = (Role::Manager, 51);

struct Set(Mutex<Instant>);

impl Clock for Set {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap()
    }
}

/// The real house, but for sessions: they are written `role:number`.
struct Doors(AppHouse);

impl House for Doors {
    fn visitor<'a>(&'a self, session: &'a str, _: Instant) -> Pending<'a, Result<Option<Visitor>, Failure>> {
        Box::pin(async move {
            let Some((role, number)) = session.split_once(':') else { return Ok(None) };
            let (role, id) = (role.parse().unwrap(), db::id(number.parse().unwrap()));
            // The number of somebody of a partner is the partner's; repairers are those of the agreements.
            let repairer = if number == "91" { "00000000000z2" } else { "00000000000z1" };
            let who = Principal {
                partner: Some(id).filter(|_| role == Role::Partner),
                repairer: repairer.parse().ok().filter(|_| role == Role::Repairer),
                party: Some(id).filter(|_| role == Role::Policyholder),
                ..Principal::with_role(id, role)
            };
            let name = "Sam".to_owned();
            Ok(Some(Visitor { id, role, name, language: Language::En, country: Country::Nl, who }))
        })
    }

    fn program<'a>(&'a self, key: &'a str, now: Instant) -> Pending<'a, Result<Option<Visitor>, Failure>> {
        self.visitor(key, now)
    }

    fn may<'a>(
        &'a self,
        visitor: &'a Visitor,
        need: Need,
        resource: Option<&'a str>,
        now: Instant,
    ) -> Pending<'a, Result<Granted, Failure>> {
        self.0.may(visitor, need, resource, now)
    }

    fn look<'a>(
        &'a self,
        visitor: &'a Visitor,
        need: Need,
        people: Vec<Id>,
        now: Instant,
    ) -> Pending<'a, Result<(), Failure>> {
        self.0.look(visitor, need, people, now)
    }

    fn slow_down(&self, _: &'static str, _: &str, _: Instant) -> Option<u32> {
        None
    }

    fn remember_language<'a>(
        &'a self,
        _: &'a Visitor,
        _: Language,
        _: Instant,
    ) -> Pending<'a, Result<(), Failure>> {
        Box::pin(async { Ok(()) })
    }

    fn waiting<'a>(&'a self, visitor: &'a Visitor, now: Instant) -> Pending<'a, Vec<(&'static str, usize)>> {
        self.0.waiting(visitor, now)
    }
}

/// An answer.
struct Got {
    status: StatusCode,
    to: String,
    body: String,
}

impl Got {
    /// The value of a hidden field, in the form that goes to `action` or in the first.
    fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.body.split_once(&mark).unwrap_or_else(|| panic!("no {name} in {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }

    #[track_caller]
    fn has(&self, text: &str) -> &Self {
        assert!(self.body.contains(text), "{text:?} is not in {} {}", self.status, self.body);
        self
    }

    #[track_caller]
    fn lacks(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "{text:?} is in {}", self.body);
        self
    }
}

impl Desk {
    fn open(now: &str) -> Self {
        let test = db::fresh_sqlite(&app::schema::domain());
        let app = app_over(&test);
        let clock = Arc::new(Set(Mutex::new(at(now))));
        let router = crate::router(shell(&app, &clock));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        Self { db: test, app, clock, router, runtime }
    }

    fn world(&self) -> World<'_> {
        World { app: self.app.clone(), db: &self.db }
    }

    fn now(&self, text: &str) {
        *self.clock.0.lock().unwrap() = at(text);
    }

    fn get(&self, who: Who, path: &str) -> Got {
        let request = Request::builder().uri(path).header("cookie", cookie(who));
        self.send(request.body(Body::empty()).unwrap())
    }

    fn post(&self, who: Who, path: &str, fields: &[(&str, &str)]) -> Got {
        let mut body = format!("_token={TOKEN}");
        for (name, value) in fields {
            body.push_str(&format!("&{name}={}", encoded(value)));
        }
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header("cookie", cookie(who))
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap())
    }

    fn upload(&self, who: Who, path: &str, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Got {
        let mut body = Vec::new();
        let token = [("_token", TOKEN)];
        for (name, value) in token.iter().chain(fields) {
            let part = format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        if let Some((name, bytes)) = file {
            let head = format!("content-disposition: form-data; name=\"{name}\"; filename=\"x\"");
            body.extend_from_slice(format!("--b\r\n{head}\r\ncontent-type: text/xml\r\n\r\n").as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--b--\r\n");
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header("cookie", cookie(who))
            .header("content-type", "multipart/form-data; boundary=b");
        self.send(request.body(Body::from(body)).unwrap())
    }

    fn send(&self, request: Request<Body>) -> Got {
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let status = response.status();
            let to = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
            let bytes = response.into_body().collect().await.unwrap().to_bytes();
            let body = String::from_utf8_lossy(&bytes).into_owned();
            Got { status, to: to.unwrap_or_default(), body }
        })
    }

    fn count(&self, sql: &'static store::sql::Sql) -> i64 {
        self.world().number(sql, vec![])
    }
}

fn shell(app: &app::App, clock: &Arc<Set>) -> Shell {
    let drawn = Mutex::new(0_u64);
    let entropy = move || {
        let mut drawn = drawn.lock().unwrap();
        *drawn += 1;
        let mut bytes = [7; 32];
        bytes[..8].copy_from_slice(&drawn.to_le_bytes());
        bytes
    };
    let setting = crate::house::Setting {
        app: app.clone(),
        clock: clock.clone(),
        operational: clock.clone(),
        entropy: Arc::new(entropy),
        https: false,
        hash_cost: app::identity::HashCost::LEAST,
    };
    let mut shell = crate::house::shell(setting).unwrap();
    shell.house = Arc::new(Doors(AppHouse::new(app.clone()).unwrap()));
    shell
}

fn cookie((role, number): Who) -> String {
    format!("form={TOKEN}; session={}:{number}", role.code())
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn every_route_of_the_desk_has_an_access_rule() {
    let desk = Desk::open("2026-03-01 09:00");
    let site = crate::desk::routes(Site::new(shell(&desk.app, &desk.clock)));
    let mut seen = 0;
    for route in site.routes() {
        let is_ours = ["/desk", "/repairs", "/api/"].iter().any(|place| route.path.starts_with(place));
        assert!(is_ours, "{}", route.path);
        assert!(matches!(route.access, Access::May(_)), "{} {} is open", route.method, route.path);
        seen += 1;
    }
    assert!(seen >= 25, "{seen} routes");
    // Whoever is not of the desk gets nowhere: neither the stranger nor the customer.
    for route in site.routes().iter().filter(|route| route.method == "GET" && !route.path.contains('{')) {
        let stranger = desk.send(Request::builder().uri(route.path).body(Body::empty()).unwrap());
        assert!(stranger.to.starts_with("/sign-in"), "{}: {}", route.path, stranger.status);
        let customer = desk.get((Role::Policyholder, 61), route.path);
        let refused = matches!(customer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND);
        assert!(refused, "{}: {}", route.path, customer.status);
    }
}

#[test]
fn each_role_sees_its_own_lists() {
    let desk = Desk::open("2026-03-01 09:00");
    let may = |who: Who, path: &str| desk.get(who, path).status == StatusCode::OK;
    let check = |path: &str, who: [bool; 4]| {
        let got = [ANNA, CARLA, FRED, MARA].map(|who| may(who, path));
        assert_eq!(got, who, "{path}: acceptance, claims, finance, manager");
    };
    check("/desk", [true, true, true, true]);
    check("/desk/applications", [true, false, false, true]);
    check("/desk/applications/new", [true, false, false, false]);
    check("/desk/policies", [true, true, true, true]);
    check("/desk/claims", [false, true, false, true]);
    check("/desk/collections", [false, false, true, true]);
    check("/desk/statements", [false, false, true, true]);
    check("/desk/reminders", [true, true, true, true]);
    check("/desk/payments", [false, false, true, true]);
    check("/desk/ledger", [false, false, true, true]);
    check("/desk/insurers", [false, false, true, true]);
    check("/desk/tax", [false, false, true, true]);
    check("/desk/close", [false, false, true, true]);
    check("/desk/approvals", [true, true, true, true]);
    check("/desk/post", [true, true, true, true]);
    check("/desk/stuck", [false, false, false, true]);
    check("/desk/users", [false, false, false, true]);
    check("/desk/rules", [true, true, true, true]);
}

#[test]
fn a_colleague_is_invited_disabled_and_let_in_again() {
    use store::sql;
    let desk = Desk::open("2026-03-01 09:00");
    let invite = |command: &str, email: &str, role: &str| {
        let fields = [("command", command), ("email", email), ("role", role), ("language", "nl")];
        desk.post(MARA, "/desk/users", &fields)
    };
    assert_eq!(invite("abcdef0001", "not an address", "claims").status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        invite("abcdef0002", "lotte@harmony.example", "policyholder").status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    for _ in 0..2 {
        let done = invite("abcdef0003", "lotte@harmony.example", "claims");
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }
    assert_eq!(desk.count(sql!("select count(*) as number from letter where kind = 'sign-in-help'")), 1);
    let taken = invite("abcdef0004", "Lotte@harmony.example", "finance");
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY, "one login for one address");
    let page = desk.get(MARA, "/desk/users");
    page.has("lotte").has("invited").lacks("lotte@");
    let (_, rest) = page.body.split_once("action=\"/desk/users/").unwrap();
    let path = format!("/desk/users/{}", rest.split('"').next().unwrap());
    let switch = |command: &str, what: &str| desk.post(MARA, &path, &[("command", command), ("do", what)]);
    assert_eq!(switch("abcdef0005", "disable").status, StatusCode::SEE_OTHER);
    desk.get(MARA, "/desk/users").has("disabled");
    assert_eq!(switch("abcdef0006", "enable").status, StatusCode::SEE_OTHER);
    assert_eq!(
        desk.post(ANNA, &path, &[("command", "abcdef0007"), ("do", "disable")]).status,
        StatusCode::FORBIDDEN
    );
}
