//! One WebDriver command: JSON there, JSON back.

use std::time::Duration;

use serde_json::Value;

/// A page or a command that takes longer is a fault of its own.
const COMMAND_LIMIT: Duration = Duration::from_secs(60);
/// A screenshot of a long page is the largest answer.
const ANSWER_LIMIT_BYTES: u64 = 64 << 20;

pub(crate) struct Wire {
    agent: ureq::Agent,
    base: String,
}

/// What the driver answered instead of a value.
#[derive(Debug)]
pub(crate) struct Refused {
    /// WebDriver's own word, such as `no such element`.
    pub(crate) kind: String,
    pub(crate) message: String,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let first_line = self.message.lines().next().unwrap_or_default();
        write!(f, "{}: {first_line}", self.kind)
    }
}

impl Refused {
    /// Whether a person would wait a moment and click again: a picture is still on its way, a layer is just closing.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(self.kind.as_str(), "element not interactable" | "element click intercepted")
    }
}

impl Wire {
    pub(crate) fn new(base: String) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(COMMAND_LIMIT))
            .proxy(None)
            .build();
        Self { agent: config.into(), base }
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value, Refused> {
        self.read(self.agent.get(self.url(path)).call())
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, Refused> {
        let request = self.agent.post(self.url(path)).header("content-type", "application/json");
        self.read(request.send(body.to_string()))
    }

    pub(crate) fn delete(&self, path: &str) -> Result<Value, Refused> {
        self.read(self.agent.delete(self.url(path)).call())
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn read(&self, answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, Refused> {
        let broken = |message: String| Refused { kind: "the driver does not answer".to_owned(), message };
        let mut answer = answer.map_err(|error| broken(error.to_string()))?;
        let body = answer
            .body_mut()
            .with_config()
            .limit(ANSWER_LIMIT_BYTES)
            .read_to_string()
            .map_err(|error| broken(error.to_string()))?;
        let mut body: Value = serde_json::from_str(&body).map_err(|error| broken(error.to_string()))?;
        let value = body.get_mut("value").map(Value::take).unwrap_or_default();
        let word = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        if answer.status().is_success() {
            Ok(value)
        } else {
            Err(Refused { kind: word("error"), message: word("message") })
        }
    }
}
