//! A running house with one browser before it: cookies, forms with their token, mail that arrives.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use app::delivery::{self, Outlet};
use app::identity::HashCost;
use app::testing::{app_over, at, euro, proposal, staff};
use app::{App, contracts};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use documents::Rendered;
use http_body_util::BodyExt;
use kernel::{EmailAddress, Id, Instant, PolicyNumber, Role};
use store::{Priority, testing as db};
use tower::ServiceExt;

use crate::Clock;
use crate::house::{Setting, shell};

pub(super) const PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

pub(super) struct Hands(Mutex<Instant>);

impl Clock for Hands {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap()
    }
}

/// A running house with one browser before it.
pub(super) struct Place {
    pub(super) app: App,
    router: axum::Router,
    clock: Arc<Hands>,
    pub(super) jar: Mutex<BTreeMap<String, String>>,
    mails: Mails,
    _db: db::TestDb,
}

#[derive(Default)]
pub(super) struct Mails(Mutex<Vec<String>>);

impl Outlet for Mails {
    fn mail(&self, _: &str, _: &EmailAddress, mail: &Rendered) -> Result<(), String> {
        self.0.lock().unwrap().push(mail.mail_text.clone());
        Ok(())
    }

    fn print(&self, _: &str, _: bool, _: &Rendered) -> Result<(), String> {
        Ok(())
    }

    fn bank_file(&self, _: &str, _: &[u8]) -> Result<(), String> {
        Ok(())
    }
}

pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) to: String,
    pub(super) kind: String,
    pub(super) body: String,
}

impl Reply {
    /// The value of a hidden field.
    pub(super) fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.body.split_once(&start).unwrap_or_else(|| panic!("no {name} in {}", self.body));
        unescape(rest.split('"').next().unwrap())
    }
}

fn unescape(text: &str) -> String {
    text.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

impl Place {
    pub(super) fn new() -> Self {
        let db = db::fresh_sqlite(&app::schema::domain());
        let app = app_over(&db);
        let clock = Arc::new(Hands(Mutex::new(at("2026-03-01 14:05"))));
        let draw = app.clone();
        let setting = Setting {
            app: app.clone(),
            clock: clock.clone(),
            operational: clock.clone(),
            entropy: Arc::new(move || {
                let mut bytes = [0; 32];
                draw.entropy.fill(&mut bytes);
                bytes
            }),
            https: false,
            hash_cost: HashCost::LEAST,
        };
        let router = crate::router(shell(setting).unwrap());
        Self { app, router, clock, jar: Mutex::default(), mails: Mails::default(), _db: db }
    }

    pub(super) fn now(&self, text: &str) {
        *self.clock.0.lock().unwrap() = at(text);
    }

    pub(super) fn forget_me(&self) {
        self.jar.lock().unwrap().clear();
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Vec<u8>) -> Reply {
        let cookies: Vec<String> =
            self.jar.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header("cookie", cookies.join("; ")).body(Body::from(body)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all("set-cookie") {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.jar.lock().unwrap().insert(name.to_owned(), value.to_owned());
        }
        let text =
            |name: &str| parts.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Reply { status: parts.status, to: text("location"), kind: text("content-type"), body }
    }

    pub(super) async fn get(&self, path: &str) -> Reply {
        self.ask(Request::get(path), Vec::new()).await
    }

    /// Sends a form with the token that every page carries.
    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(path, fields, &[]).await
    }

    pub(super) async fn send(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Reply {
        if !self.jar.lock().unwrap().contains_key("form") {
            self.get("/contact").await;
        }
        let token = self.jar.lock().unwrap()["form"].clone();
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain([("_token", token.as_str())]) {
            let part = format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        for (name, file, bytes) in files {
            let head = format!(
                "--XX\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--XX--\r\n");
        self.ask(Request::post(path).header("content-type", "multipart/form-data; boundary=XX"), body).await
    }

    /// Delivers the mail that waits and gives the newest link in it that begins like this.
    pub(super) async fn link(&self, start: &'static str) -> String {
        let (app, now) = (self.app.clone(), self.clock.now());
        let mails = Mails::default();
        let mails = tokio::task::spawn_blocking(move || {
            delivery::run(&app, now, &mails, || true).unwrap();
            mails
        });
        let sent = mails.await.unwrap().0.into_inner().unwrap();
        self.mails.0.lock().unwrap().extend(sent);
        let all = self.mails.0.lock().unwrap();
        let found = all.iter().rev().find_map(|mail| {
            let (_, rest) = mail.split_once(start)?;
            let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
            Some(format!("{start}{token}"))
        });
        found.unwrap_or_else(|| panic!("no {start} in {all:?}"))
    }

    pub(super) async fn accept(&self, number: &str) {
        let (app, now) = (self.app.clone(), self.clock.now());
        let number = PolicyNumber::parse(number).unwrap();
        let done = self.app.db.write_async(Priority::Click, move |tx| {
            let contract: Id = contracts::by_number(tx, &number)?.unwrap();
            let command = policy::Command::Accept { accept_limit: euro("3500.00") };
            let order = contracts::Order {
                id: format!("accept {number}"),
                contract,
                command,
                actor: staff(11, Role::Acceptance),
            };
            contracts::execute(&app, tx, now, &[order])
        });
        done.await.unwrap().remove(0).unwrap();
    }

    /// A change of premium by the insurer.
    pub(super) async fn announce(&self, number: &str, premium: &str, from: kernel::Date) {
        let (app, now, premium) = (self.app.clone(), self.clock.now(), euro(premium));
        let number = PolicyNumber::parse(number).unwrap();
        let done = self.app.db.write_async(Priority::Click, move |tx| {
            let contract: Id = contracts::by_number(tx, &number)?.unwrap();
            let command = policy::Command::AnnounceChange {
                campaign: contract,
                product: None,
                flags: None,
                premium: Some(premium),
                parts: [(1, premium)].into(),
                adverse: true,
                from,
            };
            let (id, actor) = ("announce".to_owned(), App::machine());
            contracts::execute(&app, tx, now, &[contracts::Order { id, contract, command, actor }])
        });
        done.await.unwrap().remove(0).unwrap();
    }

    /// A claim on somebody else's policy.
    pub(super) async fn somebody_elses_claim(&self) -> String {
        let number = PolicyNumber::parse(&self.somebody_else().await).unwrap();
        let (app, now) = (self.app.clone(), self.clock.now());
        let reported = self.app.db.write_async(Priority::Click, move |tx| {
            let facts = [
                ("what_happened", "dropped".to_owned()),
                ("damage_arose_at", now.to_string()),
                ("discovered_at", now.to_string()),
            ];
            let report = app::claims::Report {
                contract: contracts::by_number(tx, &number)?.unwrap(),
                holder: None,
                items: vec![],
                facts: facts.iter().map(|(fact, text)| app::claims::Stated::new(fact, text)).collect(),
                narrative: "A secret of somebody else.".into(),
                uploads: vec![],
            };
            app::claims::report(&app, tx, now, "other claim", &staff(31, Role::Claims), &report)
        });
        reported.await.unwrap().number.to_string()
    }

    /// Somebody else's policy.
    pub(super) async fn somebody_else(&self) -> String {
        let (app, now) = (self.app.clone(), self.clock.now());
        let mut other = proposal();
        other.device.identity.imei = Some("356938035643809".parse().unwrap());
        other.profile.email = Some("other@example.org".parse().unwrap());
        let made = self.app.db.write_async(Priority::Click, move |tx| {
            let holder = app::apply::Holder::New(app.new_id(app.new_shard(), now));
            app::apply::apply(&app, tx, now, "other", &App::machine(), holder, &other)
        });
        made.await.unwrap().number.to_string()
    }
}

/// The fields of a form that can be accepted.
pub(super) fn filled(command: &str) -> Vec<(&'static str, String)> {
    [
        ("command", command),
        ("plan", "plus"),
        ("device", "phone"),
        ("brand", "Fairphone"),
        ("model", "5"),
        ("imei", "490154203237518"),
        ("bought", "2026-02-20"),
        ("price", "849,00"),
        ("user", "me"),
        ("first_name", "Sanne"),
        ("last_name", "de Vries"),
        ("born", "17-05-1990"),
        ("email", "sanne@example.org"),
        ("phone", "06 12345678"),
        ("postcode", "3011ad"),
        ("house_number", "40"),
        ("street", "Coolsingel"),
        ("town", "Rotterdam"),
        ("iban", "NL39 RABO 0300 0652 64"),
        ("holder", "S. de Vries"),
        ("mandate", "yes"),
        ("email_consent", "yes"),
        ("conditions", "yes"),
        ("truth", "yes"),
    ]
    .into_iter()
    .map(|(name, value)| (name, value.to_owned()))
    .collect()
}

pub(super) fn pairs<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
