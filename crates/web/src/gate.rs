//! The way in, the same for every page: language, session, form token, limits, access, page, log.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

use app::App;
use axum::body::{Body, HttpBody};
use axum::extract::multipart::MultipartError;
use axum::extract::{
    ConnectInfo, DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Path, Query, Request,
};
use axum::http::header::{
    ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST, ORIGIN, WWW_AUTHENTICATE,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use kernel::{Actor, Channel, Id, Instant, Language, Role};

use crate::form::{File, Filled, MAX_FIELDS};
use crate::language::preferred;
use crate::part::{MAX_FILE_BYTES, Notice, Tone};
use crate::site::{Access, Need, Route};
use crate::words::Words;
use crate::{Answer, Cookie, Failure, Granted, Live, Page, Place, Shell, Visitor, Who};

pub(crate) type Handler =
    Arc<dyn Fn(Visit) -> crate::Pending<'static, Result<Answer, Failure>> + Send + Sync + 'static>;

const TOKEN_FIELD: &str = "_token";
const DAY_SECONDS: u32 = 24 * 3600;

/// One request that came through the gate, with everything a page may ask of it.
#[derive(Clone)]
pub struct Visit {
    shell: Shell,
    now: Instant,
    operational: Instant,
    caller: IpAddr,
    words: Words,
    visitor: Option<Visitor>,
    need: Option<Need>,
    granted: Option<Granted>,
    session: Option<String>,
    path: String,
    parameters: HashMap<String, String>,
    query: Filled,
    sent: Filled,
    token: String,
    notice: Option<String>,
    waiting: Vec<(&'static str, usize)>,
    reference: String,
    /// A program calls.
    api: bool,
    key: Option<String>,
    media: String,
    body: Vec<u8>,
}

impl Visit {
    /// The house.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// The use cases.
    pub fn live(&self) -> Result<&Live, Failure> {
        let missing = || Failure::Fault { what: "this house has sample data only".to_owned() };
        self.shell.live.as_ref().ok_or_else(missing)
    }

    /// The house's use cases.
    pub fn app(&self) -> Result<&App, Failure> {
        Ok(&self.live()?.app)
    }

    /// When the request came, by the business clock.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// When it came by the operational clock: for sessions, limits and links to an account.
    pub fn operational(&self) -> Instant {
        self.operational
    }

    /// The network address it came from.
    pub fn caller(&self) -> IpAddr {
        self.caller
    }

    /// Who acts, in the role that the route's access rule gave: what events name.
    pub fn actor(&self) -> Result<Actor, Failure> {
        let (Some(visitor), Some(granted)) = (&self.visitor, &self.granted) else {
            return Err(Failure::SignIn);
        };
        let channel = match granted.role {
            Role::Policyholder => Channel::Portal,
            Role::Partner => Channel::Partner,
            _ => Channel::Desk,
        };
        Ok(visitor.who.actor(granted.role, channel))
    }

    /// The thing that the path names, which the access rule was asked about.
    pub fn thing(&self) -> Result<Id, Failure> {
        self.granted.and_then(|granted| granted.thing).ok_or(Failure::NotFound)
    }

    /// Writes down that this page of a list shows these people's data, before it is sent (PRIV-17).
    pub async fn look(&self, people: Vec<Id>) -> Result<(), Failure> {
        match (&self.visitor, self.need) {
            (Some(visitor), Some(need)) => {
                self.shell.house.look(visitor, need, people, self.operational).await
            }
            _ => Ok(()),
        }
    }

    /// A fresh random text for a form's command or an address: 32 hexadecimal digits.
    pub fn draw(&self) -> String {
        hex(&(self.shell.entropy)()[..16])
    }

    /// The command of the form that was sent, so that sending it twice is once; it is told apart by page and sender.
    pub fn command(&self, page: &str) -> Result<String, Failure> {
        let sent = self.sent.get("command");
        let is_ours = (8..=64).contains(&sent.len()) && sent.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let who = self.visitor.as_ref().map_or_else(String::new, |visitor| visitor.id.to_string());
        if is_ours { Ok(format!("{page}:{who}:{sent}")) } else { Err(Failure::Malformed) }
    }

    /// The content type of what a program sent.
    pub fn media(&self) -> &str {
        &self.media
    }

    /// What a program sent.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The words of the page.
    pub fn words(&self) -> Words {
        self.words
    }

    /// Who asks, when signed in.
    pub fn visitor(&self) -> Option<&Visitor> {
        self.visitor.as_ref()
    }

    /// The session's secret, for closing it.
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// A parameter of the path; empty when the route has none of that name.
    pub fn parameter(&self, name: &str) -> &str {
        self.parameters.get(name).map_or("", String::as_str)
    }

    /// What stands behind the `?` of the address.
    pub fn query(&self) -> &Filled {
        &self.query
    }

    /// The form that was sent, its token already checked.
    pub fn sent(&self) -> &Filled {
        &self.sent
    }

    /// What finds this request in the log.
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The frame of the page that answers.
    pub fn page(&self) -> Page {
        let mut page = Page::new(self.words, self.path.clone(), self.token.clone());
        page.who = self
            .visitor
            .as_ref()
            .map(|visitor| Who { name: visitor.name.clone(), place: Place::of(visitor.role) });
        page.waiting.clone_from(&self.waiting);
        if let Some(text) = self.notice.as_deref().and_then(|key| self.words.maybe(key)) {
            page.notices.push(Notice::new(Tone::Good, text));
        }
        page
    }
}

/// Lets a request through to its page, or answers why not.
pub(crate) async fn pass(shell: Shell, route: Route, handler: Handler, request: Request) -> Response<Body> {
    let started = std::time::Instant::now();
    let (mut parts, body) = request.into_parts();
    let (mut visit, new_token) = arrive(&shell, &mut parts).await;
    let outcome = match admit(&shell, &route, &mut parts, body, &mut visit).await {
        Ok(()) => answer(handler, &visit).await,
        Err(failure) => Err(failure),
    };
    let personal = route.access != Access::Everyone || visit.visitor.is_some();
    let failed = outcome.as_ref().err().map(ToString::to_string);
    let response = finish(&shell, visit.clone(), outcome, new_token, personal);
    // Neither address nor values: the route's pattern says where, the number says which.
    let (status, ms) = (response.status().as_u16(), started.elapsed().as_millis());
    match failed {
        Some(why) if status >= 500 => {
            tracing::error!(
                method = route.method,
                route = route.path,
                status,
                ms,
                request = visit.reference,
                why
            );
        }
        _ => tracing::info!(method = route.method, route = route.path, status, ms, request = visit.reference),
    }
    response
}

/// Answers a request that no route wants.
pub(crate) async fn lost(shell: Shell, request: Request) -> Response<Body> {
    let (mut parts, _) = request.into_parts();
    let (visit, new_token) = arrive(&shell, &mut parts).await;
    finish(&shell, visit, Err(Failure::NotFound), new_token, true)
}

/// Reads language, cookies and address. Nothing here can fail: a failure needs a language to be told in.
async fn arrive(shell: &Shell, parts: &mut Parts) -> (Visit, Option<String>) {
    let cookie =
        |name: &str| cookie(&parts.headers, &Cookie::full_name(name, shell.https)).map(str::to_owned);
    let random = (shell.entropy)();
    let reference = hex(&random[..5]).to_uppercase();
    let known = cookie("form")
        .filter(|token| token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let new_token = known.is_none().then(|| hex(&random[16..]));
    let token = known.or_else(|| new_token.clone()).unwrap_or_default();
    let accept = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let api = parts.uri.path().starts_with("/api/");
    let chosen = cookie("language").filter(|_| !api).and_then(|code| code.parse::<Language>().ok());
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let key = header(AUTHORIZATION).and_then(|value| {
        let (scheme, key) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| key.trim().to_owned())
    });
    let language = chosen.or_else(|| preferred(accept)).unwrap_or(Language::Nl);
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let visit = Visit {
        now: shell.clock.now(),
        words: Words::new(language),
        visitor: None,
        need: None,
        granted: None,
        operational: shell.operational.now(),
        caller: parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip()),
        session: cookie("session").filter(|_| !api),
        path: if parts.method == axum::http::Method::GET { path } else { parts.uri.path() }.to_owned(),
        parameters: HashMap::new(),
        query: Filled::default(),
        sent: Filled::default(),
        notice: cookie("notice").filter(|key| key.starts_with("done-")),
        waiting: Vec::new(),
        shell: shell.clone(),
        token,
        reference,
        api,
        key: key.filter(|_| api),
        media: header(CONTENT_TYPE).unwrap_or_default().to_owned(),
        body: Vec::new(),
    };
    (visit, new_token.filter(|_| !api))
}

/// Session, pace, access and body, in this order: nobody sends 25 MB to a page that is not theirs.
async fn admit(
    shell: &Shell,
    route: &Route,
    parts: &mut Parts,
    body: Body,
    visit: &mut Visit,
) -> Result<(), Failure> {
    if let Some(session) = &visit.session {
        visit.visitor = shell.house.visitor(session, visit.operational).await?;
    }
    if let (true, Some(key)) = (route.api, &visit.key) {
        visit.visitor = shell.house.program(key, visit.operational).await?;
    }
    if let Some(visitor) = &visit.visitor {
        visit.words.country = visitor.country;
        let asks = |accept: &HeaderValue| accept.to_str().ok().and_then(preferred).is_some();
        let has_asked = if route.api {
            parts.headers.get(ACCEPT_LANGUAGE).is_some_and(asks)
        } else {
            cookie(&parts.headers, &Cookie::full_name("language", shell.https)).is_some()
        };
        if !has_asked {
            visit.words.language = visitor.language;
        }
    }
    if let Some(pace) = route.pace {
        let person = visit.visitor.as_ref().filter(|_| pace == crate::site::REPORT);
        let caller = person.map_or_else(|| visit.caller.to_string(), |person| person.id.to_string());
        if let Some(after_seconds) = shell.house.slow_down(pace, &caller, visit.operational) {
            return Err(Failure::TooMany { after_seconds });
        }
    }
    let Path(parameters) = Path::<HashMap<String, String>>::from_request_parts(parts, &())
        .await
        .map_err(|_| Failure::NotFound)?;
    visit.parameters = parameters;
    if let Access::May(need) = route.access {
        let visitor = visit.visitor.as_ref().ok_or(Failure::SignIn)?;
        // The desk's pages tell what colleagues note and suspect, and its lists tell of everybody: whoever may see only what
        // is their own has other pages for it (PRIV-17, PRIV-24, PRIV-26).
        let is_of_the_house = visitor.role.is_desk() || visitor.role == kernel::Role::Operator;
        if route.path.starts_with("/desk") && !is_of_the_house {
            return Err(Failure::NotAllowed);
        }
        let resource = need.parameter.map(|name| visit.parameter(name));
        visit.granted = Some(shell.house.may(visitor, need, resource, visit.operational).await?);
        visit.need = Some(need);
        if visitor.role != kernel::Role::Policyholder && !route.api {
            visit.waiting = shell.house.waiting(visitor, visit.now).await;
        }
    }
    let Query(query) =
        Query::<Vec<(String, String)>>::try_from_uri(&parts.uri).map_err(|_| Failure::Malformed)?;
    visit.query = Filled::new(query);
    if route.api {
        visit.body = whole(route, body).await?;
    } else if route.method == "POST" {
        visit.sent = read(route, parts, body).await?;
        if !same_origin(&parts.headers) || !same_secret(visit.sent.get(TOKEN_FIELD), &visit.token) {
            return Err(Failure::StaleForm);
        }
    }
    Ok(())
}

/// Runs the page on a task of its own: it comes to its end even when the reader goes away, and a panic is a page.
async fn answer(handler: Handler, visit: &Visit) -> Result<Answer, Failure> {
    match tokio::spawn(handler(visit.clone())).await {
        Ok(outcome) => outcome,
        Err(error) => Err(Failure::fault("a page gave up", error)),
    }
}

fn finish(
    shell: &Shell,
    visit: Visit,
    outcome: Result<Answer, Failure>,
    new_token: Option<String>,
    personal: bool,
) -> Response<Body> {
    let retry = match &outcome {
        Err(Failure::TooMany { after_seconds }) => Some(*after_seconds),
        Err(Failure::Unavailable) => Some(30),
        _ => None,
    };
    let mut answer = match outcome {
        Ok(answer) => answer,
        Err(failure) if visit.api => failure.problem(visit.words, &visit.reference),
        Err(Failure::SignIn) => {
            let mut to = String::from("/sign-in?to=");
            percent_encode(&visit.path, &mut to);
            Answer::onward(to)
        }
        Err(failure) => failure.answer(visit.page(), &visit.reference),
    };
    if let Some(token) = new_token {
        answer = answer.cookie(Cookie { name: "form", value: token, max_age_seconds: Some(DAY_SECONDS) });
    }
    if visit.notice.is_some() {
        answer = answer.cookie(Cookie { name: "notice", value: String::new(), max_age_seconds: Some(0) });
    }
    let mut response = answer.into_response(shell.https);
    let response_status = response.status();
    let headers = response.headers_mut();
    if visit.api {
        headers.insert("vary", HeaderValue::from_static("authorization, accept-language"));
        if response_status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
    } else {
        headers.insert("vary", HeaderValue::from_static("cookie, accept-language"));
    }
    let cache = if personal { "no-store" } else { "private, no-cache" };
    headers.insert("cache-control", HeaderValue::from_static(cache));
    if let Ok(value) = HeaderValue::from_str(&visit.reference) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    if let Some(seconds) = retry {
        headers.insert("retry-after", HeaderValue::from(seconds));
    }
    response
}

fn too_large(route: &Route) -> Failure {
    Failure::TooLarge { megabytes: u32::try_from(route.max_bytes >> 20).unwrap_or(u32::MAX) }
}

/// Reads what a program sends, within the route's limit.
async fn whole(route: &Route, body: Body) -> Result<Vec<u8>, Failure> {
    let body = within(route, body).await?;
    let bytes = axum::body::to_bytes(body, route.max_bytes).await.map_err(|_| too_large(route))?;
    Ok(bytes.into())
}

/// A body that does not say of itself that it is too large.
async fn within(route: &Route, body: Body) -> Result<Body, Failure> {
    if body.size_hint().lower() > route.max_bytes as u64 {
        drain(body, route.max_bytes * 4).await;
        return Err(too_large(route));
    }
    Ok(body)
}

/// Reads a form or a form with files, within the route's limit.
async fn read(route: &Route, parts: &Parts, body: Body) -> Result<Filled, Failure> {
    let too_large = || too_large(route);
    let body = within(route, body).await?;
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        return read_multipart(route, parts, body, too_large).await;
    }
    let bytes = axum::body::to_bytes(body, route.max_bytes).await.map_err(|_| too_large())?;
    let request = Request::builder()
        .method("POST")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(bytes))
        .map_err(|_| Failure::Malformed)?;
    let axum::Form(values) = axum::Form::<Vec<(String, String)>>::from_request(request, &())
        .await
        .map_err(|_| Failure::Malformed)?;
    if values.len() > MAX_FIELDS {
        return Err(Failure::Malformed);
    }
    Ok(Filled::new(values))
}

async fn read_multipart(
    route: &Route,
    parts: &Parts,
    body: Body,
    too_large: impl Fn() -> Failure,
) -> Result<Filled, Failure> {
    let mut request = Request::new(body);
    if let Some(kind) = parts.headers.get(CONTENT_TYPE) {
        request.headers_mut().insert(CONTENT_TYPE, kind.clone());
    }
    DefaultBodyLimit::max(route.max_bytes).apply(&mut request);
    let refused = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => Failure::Malformed,
    };
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Failure::Malformed)?;
    let mut filled = Filled::default();
    while let Some(mut part) = parts.next_field().await.map_err(refused)? {
        if filled.len() >= MAX_FIELDS {
            return Err(Failure::Malformed);
        }
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(str::to_owned) else {
            let value = part.text().await.map_err(refused)?;
            filled.add_value(field, value);
            continue;
        };
        let kind = part.content_type().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(refused)? {
            // One byte over the limit is enough to know; the rest is read and dropped.
            let room = (MAX_FILE_BYTES + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        filled.add_file(File { field, name, kind, bytes: bytes.into() });
    }
    Ok(filled)
}

/// Reads and drops a body that is too large, so that the browser hears our answer instead of a broken line.
async fn drain(mut body: Body, most: usize) {
    let mut seen = 0;
    while let Some(Ok(frame)) = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await
    {
        seen += frame.data_ref().map_or(0, axum::body::Bytes::len);
        if seen > most {
            return;
        }
    }
}

/// Whether the form came from a page of ours, as far as the browser says. The token is what proves it.
fn same_origin(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = text(ORIGIN) else { return true };
    text(HOST)
        .is_some_and(|host| origin.split_once("://").is_some_and(|(_, from)| from.eq_ignore_ascii_case(host)))
}

/// Compares in a time that does not depend on where they differ.
fn same_secret(given: &str, expected: &str) -> bool {
    given.len() == expected.len()
        && !expected.is_empty()
        && given.bytes().zip(expected.bytes()).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn percent_encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |hex, byte| hex + &format!("{byte:02x}"))
}
