//! Files that a page offers: fetched with the browser's own cookies, because a window that downloads shows nothing.

use std::time::Duration;

use crate::browser::Browser;

const LIMIT: Duration = Duration::from_secs(30);
const LIMIT_BYTES: u64 = 64 << 20;

/// What came for an address.
#[derive(Debug)]
pub struct Download {
    /// The HTTP status; redirects are not followed.
    pub status: u16,
    /// What it says it is, such as `application/pdf`; empty when it does not say.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Browser {
    /// Fetches a file as this browser would: with its cookies, by an address that starts with `/`.
    #[track_caller]
    pub fn download(&self, path: &str) -> Download {
        match self.try_download(path) {
            Ok(download) => download,
            Err(what) => self.fail(&format!("cannot fetch {path}: {what}")),
        }
    }

    fn try_download(&self, path: &str) -> Result<Download, String> {
        let cookies = self.driver.get("/cookie").map_err(|refused| refused.to_string())?;
        let word =
            |cookie: &serde_json::Value, name: &str| cookie[name].as_str().unwrap_or_default().to_owned();
        let cookies = cookies.as_array().into_iter().flatten();
        let cookies: Vec<String> =
            cookies.map(|cookie| format!("{}={}", word(cookie, "name"), word(cookie, "value"))).collect();
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(LIMIT))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .build();
        let agent: ureq::Agent = config.into();
        let request = agent.get(self.on_this_site(path)).header("cookie", cookies.join("; "));
        let mut answer = request.call().map_err(|error| error.to_string())?;
        let media_type = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
        let media_type = media_type.unwrap_or_default().to_owned();
        let bytes = answer.body_mut().with_config().limit(LIMIT_BYTES).read_to_vec();
        let bytes = bytes.map_err(|error| error.to_string())?;
        Ok(Download { status: answer.status().as_u16(), media_type, bytes })
    }
}
