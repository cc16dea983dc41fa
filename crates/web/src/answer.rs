//! What a page answers.

use askama::Template;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, Response, StatusCode};

use crate::Failure;

/// A cookie to set. Its flags are the gate's, not the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cookie {
    /// Its name, without the `__Host-` that the gate puts before it.
    pub name: &'static str,
    /// Its value: letters, digits, `-` and `_`.
    pub value: String,
    /// How long it lives in seconds; `None` until the browser closes, 0 removes it.
    pub max_age_seconds: Option<u32>,
}

/// A page, a way on, or a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    kind: Kind,
    status: StatusCode,
    cookies: Vec<Cookie>,
    kept_by_browser: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Page(String),
    Onward(String),
    Data { kind: &'static str, bytes: Vec<u8> },
    File { kind: &'static str, name: Option<String>, bytes: Vec<u8> },
}

impl Answer {
    /// A page from its view.
    pub fn page(view: &impl Template) -> Result<Self, Failure> {
        let html = view.render().map_err(|error| Failure::fault("a page could not be written", error))?;
        Ok(Self::html(html))
    }

    pub(crate) fn html(html: String) -> Self {
        Self { kind: Kind::Page(html), status: StatusCode::OK, cookies: Vec::new(), kept_by_browser: false }
    }

    /// The browser may keep the page for the way back, with what was typed into it. Only for pages without personal data.
    pub fn kept_by_browser(self) -> Self {
        Self { kept_by_browser: true, ..self }
    }

    /// A form again, because something in it is wrong.
    pub fn again(view: &impl Template) -> Result<Self, Failure> {
        Ok(Self { status: StatusCode::UNPROCESSABLE_ENTITY, ..Self::page(view)? })
    }

    /// On to another page of ours, after something was done.
    pub fn onward(path: impl Into<String>) -> Self {
        Self {
            kind: Kind::Onward(path.into()),
            status: StatusCode::SEE_OTHER,
            cookies: Vec::new(),
            kept_by_browser: false,
        }
    }

    /// A file to keep, under a name of ours (ASCII letters, digits, `.`, `-`).
    pub fn download(kind: &'static str, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        let kind = Kind::File { kind, name: Some(name.into()), bytes };
        Self { kind, status: StatusCode::OK, cookies: Vec::new(), kept_by_browser: false }
    }

    /// Something for a program, as JSON.
    pub fn json(view: &impl serde::Serialize) -> Result<Self, Failure> {
        let bytes = serde_json::to_vec(view).map_err(|error| Failure::fault("an answer", error))?;
        Ok(Self::data("application/json", bytes))
    }

    pub(crate) fn data(kind: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            kind: Kind::Data { kind, bytes },
            status: StatusCode::OK,
            cookies: Vec::new(),
            kept_by_browser: false,
        }
    }

    /// A picture or PDF to look at in place.
    pub fn inline(kind: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            kind: Kind::File { kind, name: None, bytes },
            status: StatusCode::OK,
            cookies: Vec::new(),
            kept_by_browser: false,
        }
    }

    /// Sets a cookie too.
    pub fn cookie(mut self, cookie: Cookie) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// Shows the message `key` (which begins with `done-`) on the next page.
    pub fn say(self, key: &'static str) -> Self {
        debug_assert!(key.starts_with("done-"), "messages for the next page begin with done-");
        self.cookie(Cookie { name: "notice", value: key.to_owned(), max_age_seconds: Some(60) })
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    pub(crate) fn into_response(self, https: bool) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if self.kept_by_browser {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        }
        for cookie in &self.cookies {
            headers.append(SET_COOKIE, cookie.header(https));
        }
        match self.kind {
            Kind::Page(html) => {
                headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
                *response.body_mut() = html.into();
            }
            Kind::Onward(path) => {
                // A path that cannot stand in a header is a fault of ours; the front page is always right.
                let path = HeaderValue::from_str(&path).unwrap_or_else(|_| HeaderValue::from_static("/"));
                headers.insert(LOCATION, path);
            }
            Kind::Data { kind, bytes } => {
                headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
                *response.body_mut() = bytes.into();
            }
            Kind::File { kind, name, bytes } => {
                headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
                let disposition = name.map_or_else(
                    || "inline".to_owned(),
                    |name| {
                        let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
                        let name: String = name.chars().filter(|c| safe(*c)).collect();
                        format!("attachment; filename=\"{name}\"")
                    },
                );
                if let Ok(value) = HeaderValue::from_str(&disposition) {
                    headers.insert(CONTENT_DISPOSITION, value);
                }
                *response.body_mut() = bytes.into();
            }
        }
        response
    }
}

impl Cookie {
    /// The name a browser knows it by.
    pub(crate) fn full_name(name: &str, https: bool) -> String {
        if https { format!("__Host-{name}") } else { name.to_owned() }
    }

    fn header(&self, https: bool) -> HeaderValue {
        let mut text =
            format!("{}={}; Path=/; HttpOnly; SameSite=Lax", Self::full_name(self.name, https), self.value);
        if https {
            text.push_str("; Secure");
        }
        if let Some(seconds) = self.max_age_seconds {
            text.push_str(&format!("; Max-Age={seconds}"));
        }
        HeaderValue::from_str(&text).expect("names and values of our cookies are plain ASCII")
    }
}
