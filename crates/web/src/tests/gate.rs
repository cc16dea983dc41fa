//! What the gate lets through, and what it says when it does not.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::{Request, Response, StatusCode};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::site::{Access, Site};
use crate::styleguide::SampleHouse;
use crate::{Answer, Failure, Visit};

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

fn app(https: bool) -> axum::Router {
    let now = "2026-11-21T09:30:00Z".parse().unwrap();
    let site = Site::new(SampleHouse::shell(now, Arc::new(|| [7; 32]), https));
    let site = crate::public::routes(site);
    let site = crate::language::routes(site);
    site.get(
        "/mine/{thing}",
        Access::to(app::access::Action::ViewClaim, "thing"),
        |visit: Visit| async move {
            Ok(Answer::inline("text/plain", visit.visitor().unwrap().name.clone().into_bytes()))
        },
    )
    .post_slowly("/slow", Access::Everyone, "slow", |_| async { Ok(Answer::onward("/").say("done-sent")) })
    .upload("/upload", Access::Everyone, "upload", |visit: Visit| async move {
        let sent = visit.sent();
        let said = format!("{} {} {:?}", sent.get("word"), sent.files("file").count(), sent.oversized());
        Ok(Answer::inline("text/plain", said.into_bytes()))
    })
    .get("/panic", Access::Everyone, |visit: Visit| async move {
        assert!(visit.query().get("x") == "y", "a fault on purpose");
        Err(Failure::Conflict)
    })
    .build()
}

struct Ask {
    method: &'static str,
    path: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

fn get(path: &'static str) -> Ask {
    Ask { method: "GET", path, headers: Vec::new(), body: Vec::new() }
}

fn post(path: &'static str, body: &str) -> Ask {
    let form = ("content-type", "application/x-www-form-urlencoded".to_owned());
    Ask { method: "POST", path, headers: vec![form], body: body.as_bytes().to_vec() }
}

impl Ask {
    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    async fn send(self, app: &axum::Router) -> (StatusCode, Response<()>, String) {
        let mut request = Request::builder().method(self.method).uri(self.path);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let response = app.clone().oneshot(request.body(Body::from(self.body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&body).into_owned();
        (parts.status, Response::from_parts(parts, ()), text)
    }
}

fn header(response: &Response<()>, name: &str) -> String {
    let values = response.headers().get_all(name).iter().map(|value| value.to_str().unwrap());
    values.collect::<Vec<_>>().join(" | ")
}

#[tokio::test]
async fn every_answer_is_protected() {
    let app = app(true);
    for path in ["/", "/nowhere", crate::assets::CSS_PATH.as_str()] {
        let (_, response, _) = get(Box::leak(path.to_owned().into_boxed_str())).send(&app).await;
        let policy = header(&response, "content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert!(header(&response, "strict-transport-security").contains("max-age="));
        assert!(!policy.contains("unsafe"));
    }
    let (_, response, _) = get("/").send(&app).await;
    let cookie = header(&response, "set-cookie");
    assert!(
        cookie.starts_with("__Host-form=") && cookie.contains("; Secure") && cookie.contains("HttpOnly"),
        "{cookie}"
    );
}

#[tokio::test]
async fn speaks_the_readers_language() {
    let app = app(false);
    let check = async |accept: &str, cookie: &str, expected: &str| {
        let ask = get("/faq").with("accept-language", accept).with("cookie", cookie);
        let (_, _, body) = ask.send(&app).await;
        assert!(body.contains(&format!("<html lang=\"{expected}\">")), "{accept} {cookie}");
    };
    check("fr-BE,fr;q=0.9", "", "fr").await;
    check("fr-BE", "language=en", "en").await;
    check("de", "", "nl").await;
    // A profile counts until somebody chooses otherwise on this device.
    check("fr", "session=desk", "en").await;
    check("fr", "session=desk; language=nl", "nl").await;
}

#[tokio::test]
async fn a_language_is_remembered_and_leads_back() {
    let app = app(false);
    let form = format!("_token={TOKEN}&language=fr&back=/faq");
    let (status, response, _) =
        post("/language", &form).with("cookie", format!("form={TOKEN}")).send(&app).await;
    assert_eq!((status, header(&response, "location")), (StatusCode::SEE_OTHER, "/faq".to_owned()));
    assert!(header(&response, "set-cookie").contains("language=fr"));
}

#[tokio::test]
async fn a_form_without_its_token_does_nothing() {
    let app = app(false);
    let check = async |body: &str, cookie: String, site: &str| {
        let ask = post("/slow", body).with("cookie", cookie).with("sec-fetch-site", site);
        let (status, _, page) = ask.with("accept-language", "en").send(&app).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        assert!(page.contains("open for too long"));
    };
    let other = "f".repeat(32);
    check("", format!("form={TOKEN}"), "same-origin").await;
    check(&format!("_token={other}"), format!("form={TOKEN}"), "same-origin").await;
    check(&format!("_token={TOKEN}"), String::new(), "same-origin").await;
    let again = self::app(false);
    let ask = post("/slow", &format!("_token={TOKEN}")).with("cookie", format!("form={TOKEN}"));
    let (status, _, _) = ask.with("sec-fetch-site", "cross-site").send(&again).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn too_many_tries_must_wait() {
    let app = app(false);
    let form = format!("_token={TOKEN}");
    let ask = || post("/slow", &form).with("cookie", format!("form={TOKEN}")).with("accept-language", "nl");
    for _ in 0..3 {
        let (status, response, _) = ask().send(&app).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert!(header(&response, "set-cookie").contains("notice=done-sent"));
    }
    let (status, response, body) = ask().send(&app).await;
    assert_eq!((status, header(&response, "retry-after")), (StatusCode::TOO_MANY_REQUESTS, "90".to_owned()));
    assert!(body.contains("2 minuten"), "{body}");
}

#[tokio::test]
async fn only_who_may_comes_in() {
    let app = app(false);
    let check = async |path, cookie: &str, expected| {
        let (status, response, body) = get(path).with("cookie", cookie).send(&app).await;
        assert_eq!(status, expected, "{path} {cookie}");
        assert_eq!(header(&response, "cache-control"), "no-store");
        (header(&response, "location"), body)
    };
    let (location, _) = check("/mine/my-1?x=é", "", StatusCode::SEE_OTHER).await;
    assert_eq!(location, "/sign-in?to=/mine/my-1%3Fx%3D%C3%A9");
    check("/mine/my-1", "session=old", StatusCode::SEE_OTHER).await;
    assert_eq!(check("/mine/my-1", "session=customer", StatusCode::OK).await.1, "Noor van Dijk");
    check("/mine/other", "session=customer", StatusCode::FORBIDDEN).await;
    check("/mine/other", "session=desk", StatusCode::OK).await;
    check("/mine/secret", "session=desk", StatusCode::FORBIDDEN).await;
    check("/mine/my-1", "session=broken", StatusCode::SERVICE_UNAVAILABLE).await;
}

#[tokio::test]
async fn a_message_is_shown_once() {
    let app = app(false);
    let ask = get("/contact").with("cookie", "notice=done-sent").with("accept-language", "en");
    let (_, response, body) = ask.send(&app).await;
    assert!(body.contains("Sent. Thank you."));
    assert!(header(&response, "set-cookie").contains("notice=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"));
    // Only messages of ours: a key is looked up, its text is never taken from the cookie.
    let (_, _, body) = get("/contact").with("cookie", "notice=error-fault").send(&app).await;
    assert!(!body.contains("class=\"notice good\""));
}

#[tokio::test]
async fn faults_are_pages() {
    let app = app(false);
    let check = async |ask: Ask, expected: StatusCode, words: &str| {
        let (status, response, body) = ask.send(&app).await;
        assert_eq!(status, expected);
        assert!(body.contains(words), "{words}: {body}");
        assert!(!header(&response, "x-request-id").is_empty());
    };
    check(get("/nowhere").with("accept-language", "fr"), StatusCode::NOT_FOUND, "Cette page n’existe pas")
        .await;
    check(post("/faq", "").with("accept-language", "en"), StatusCode::NOT_FOUND, "does not exist").await;
    check(get("/panic").with("accept-language", "nl"), StatusCode::INTERNAL_SERVER_ERROR, "0707070707").await;
    check(get("/panic?x=y").with("accept-language", "en"), StatusCode::CONFLICT, "decided first").await;
    check(get("/panic?x=%zz").with("accept-language", "en"), StatusCode::INTERNAL_SERVER_ERROR, "our side")
        .await;
}

fn multipart(file_bytes: usize) -> Ask {
    let mut body = Vec::new();
    for (name, value) in [("_token", TOKEN), ("word", "hello")] {
        let part = format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
    body.extend_from_slice(head.as_bytes());
    body.extend(std::iter::repeat_n(b'x', file_bytes));
    body.extend_from_slice(b"\r\n--XX--\r\n");
    let headers = vec![
        ("content-type", "multipart/form-data; boundary=XX".to_owned()),
        ("cookie", format!("form={TOKEN}")),
        ("accept-language", "en".to_owned()),
    ];
    Ask { method: "POST", path: "/upload", headers, body }
}

#[tokio::test]
async fn files_have_limits() {
    const MB: usize = 1024 * 1024;
    let check = async |bytes, expected, words: &str| {
        let (status, _, body) = multipart(bytes).send(&app(false)).await;
        assert_eq!(status, expected, "{bytes}");
        assert!(body.contains(words), "{bytes}: {body}");
    };
    check(MB, StatusCode::OK, "hello 1 []").await;
    check(0, StatusCode::OK, "hello 0 []").await;
    check(11 * MB, StatusCode::OK, "hello 0 [\"file\"]").await;
    check(27 * MB, StatusCode::PAYLOAD_TOO_LARGE, "too large together").await;
    let (status, _, _) = Ask { body: b"--XX\r\nbroken".to_vec(), ..multipart(0) }.send(&app(false)).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let (status, _, _) = post("/slow", &"x".repeat(MB + 1)).send(&app(false)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}

/// A file of a gigabyte on its way, and how much of it was taken.
struct Gigabyte {
    head: Option<Bytes>,
    chunk: Bytes,
    taken: Arc<AtomicU64>,
    says_so: bool,
}

const GIGABYTE: u64 = 1 << 30;

impl http_body::Body for Gigabyte {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(head) = self.head.take() {
            return Poll::Ready(Some(Ok(Frame::data(head))));
        }
        let before = self.taken.fetch_add(self.chunk.len() as u64, Ordering::Relaxed);
        let more = (before < GIGABYTE).then(|| Ok(Frame::data(self.chunk.clone())));
        Poll::Ready(more)
    }

    fn size_hint(&self) -> SizeHint {
        if self.says_so { SizeHint::with_exact(GIGABYTE) } else { SizeHint::default() }
    }
}

#[tokio::test]
async fn a_gigabyte_is_refused_long_before_its_end() {
    for says_so in [true, false] {
        let Ask { body, headers, .. } = multipart(0);
        // All of the form up to where the file begins.
        let head = Bytes::from(body[..body.len() - b"\r\n--XX--\r\n".len()].to_vec());
        let taken = Arc::new(AtomicU64::new(0));
        let chunk = Bytes::from(vec![b'x'; 64 << 10]);
        let file = Gigabyte { head: Some(head), chunk, taken: Arc::clone(&taken), says_so };
        let mut request = Request::post("/upload");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let answer = app(false).oneshot(request.body(Body::new(file)).unwrap()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE, "it says so: {says_so}");
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert!(String::from_utf8_lossy(&body).contains("too large together"));
        let megabytes = taken.load(Ordering::Relaxed) >> 20;
        assert!(megabytes <= 120, "{megabytes} MB were read, though it says so: {says_so}");
    }
}
