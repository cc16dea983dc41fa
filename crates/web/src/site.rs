//! The one way to register a route: with its access rule, its size and its pace.

use std::sync::Arc;

use app::access::Action;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Response;
use axum::routing::{MethodRouter, get, post};

use crate::gate::{self, Handler, Visit};
use crate::part::MAX_UPLOAD_BYTES;
use crate::{Answer, Failure, Shell, assets, security};

/// Forms without files.
const MAX_FORM_BYTES: usize = 1024 * 1024;

/// The pace of programs.
pub(crate) const API: &str = "api";
/// The pace of reports of a loss: one answer after the other, by each person for themselves. A whole office shares one address.
pub(crate) const REPORT: &str = "report";

/// What a route needs: an act, which knows its kind of thing, as the access policies name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// The act.
    pub action: Action,
    /// The path parameter that names the thing: the number of a policy or claim, or the ID of an approval, a letter or a
    /// task. `None` when the act is about a list, or about the visitor's own.
    pub parameter: Option<&'static str>,
}

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, signed in or not. Such pages show nothing personal.
    Everyone,
    /// Everybody who carries the right link or code: the page's own use case checks it.
    Bearer,
    /// Whoever is signed in and may do this.
    May(Need),
}

impl Access {
    /// An act on one thing, which the path parameter names.
    pub const fn to(action: Action, parameter: &'static str) -> Self {
        Self::May(Need { action, parameter: Some(parameter) })
    }

    /// An act on a list, or on the visitor's own.
    pub const fn on(action: Action) -> Self {
        Self::May(Need { action, parameter: None })
    }
}

/// What is known of a route before a request comes.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// Its path with parameters.
    pub path: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Who may use it.
    pub access: Access,
    /// The largest body in bytes.
    pub max_bytes: usize,
    /// The name under which tries are counted, for routes that must be slowed down.
    pub pace: Option<&'static str>,
    /// For programs: a key in place of a session, and problems as JSON in place of pages.
    pub api: bool,
}

/// The routes of the site as they are registered.
pub struct Site {
    shell: Shell,
    router: Router,
    routes: Vec<Route>,
}

impl Site {
    /// A site without pages.
    pub fn new(shell: Shell) -> Self {
        Self { shell, router: assets::routes(), routes: Vec::new() }
    }

    /// A page.
    pub fn get<F, R>(self, path: &'static str, access: Access, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Answer, Failure>> + Send + 'static,
    {
        self.add(Route { path, method: "GET", access, max_bytes: 0, pace: None, api: false }, handler)
    }

    /// A form without files.
    pub fn post<F, R>(self, path: &'static str, access: Access, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Answer, Failure>> + Send + 'static,
    {
        let route = Route { path, method: "POST", access, max_bytes: MAX_FORM_BYTES, pace: None, api: false };
        self.add(route, handler)
    }

    /// A form whose tries are counted per caller under `pace`, such as signing in.
    pub fn post_slowly<F, R>(self, path: &'static str, access: Access, pace: &'static str, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Answer, Failure>> + Send + 'static,
    {
        let route =
            Route { path, method: "POST", access, max_bytes: MAX_FORM_BYTES, pace: Some(pace), api: false };
        self.add(route, handler)
    }

    /// A form with files, whose tries are counted per caller under `pace`.
    pub fn upload<F, R>(self, path: &'static str, access: Access, pace: &'static str, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Answer, Failure>> + Send + 'static,
    {
        let max_bytes = MAX_UPLOAD_BYTES + MAX_FORM_BYTES;
        self.add(Route { path, method: "POST", access, max_bytes, pace: Some(pace), api: false }, handler)
    }

    /// What a program asks for. Calls of programs are counted together, under `api`.
    pub(crate) fn api_get<F, R>(self, path: &'static str, access: Access, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Answer, Failure>> + Send + 'static,
    {
        self.add(Route { path, method: "GET", access, max_bytes: 0, pace: Some(API), api: true }, handler)
    }

    /// What a program sends, of at most `max_bytes`.
    pub(crate) fn api_post<F, R>(
        self,
        path: &'static str,
        access: Access,
        max_bytes: usize,
        handler: F,
    ) -> Self
    where
        F: Fn(Visit) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Answer, Failure>> + Send + 'static,
    {
        self.add(Route { path, method: "POST", access, max_bytes, pace: Some(API), api: true }, handler)
    }

    /// Every route with its access rule, for the snapshot of who may go where.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// The router, with our own pages where nothing is found.
    pub fn build(self) -> Router {
        let https = self.shell.https;
        let shell = self.shell;
        let lost = move |request: Request| {
            let shell = shell.clone();
            async move { gate::lost(shell, request).await }
        };
        let other_method = lost.clone();
        self.router.fallback(lost).method_not_allowed_fallback(other_method).layer(
            axum::middleware::map_response(move |response: Response<Body>| async move {
                security::protect(response, https)
            }),
        )
    }

    fn add<F, R>(mut self, route: Route, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Answer, Failure>> + Send + 'static,
    {
        let shell = self.shell.clone();
        let handler: Handler = Arc::new(move |visit| Box::pin(handler(visit)));
        let pass = move |request: Request| {
            let (shell, handler) = (shell.clone(), handler.clone());
            async move { gate::pass(shell, route, handler, request).await }
        };
        let methods: MethodRouter = if route.method == "GET" { get(pass) } else { post(pass) };
        self.router = self.router.route(route.path, methods);
        self.routes.push(route);
        self
    }
}
