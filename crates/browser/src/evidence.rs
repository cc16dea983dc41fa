//! Pictures and pages kept for people to look at.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::browser::Browser;
use crate::machine;

impl Browser {
    /// Writes a picture of the whole page, not only of what the window shows.
    pub(crate) fn keep_picture(&self, name: &str) -> Result<(), String> {
        let whole_page = json!({
            "cmd": "Page.captureScreenshot",
            "params": { "format": "png", "captureBeyondViewport": true, "optimizeForSpeed": false },
        });
        let picture =
            self.driver.post("/goog/cdp/execute", &whole_page).map_err(|refused| refused.to_string())?;
        let picture = picture["data"].as_str().ok_or("the browser gave none")?;
        let picture = STANDARD.decode(picture).map_err(|error| error.to_string())?;
        let path = machine::screenshots().join(format!("{name}.png"));
        std::fs::write(&path, picture).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Writes picture and source of the page and tells where they are.
    pub(crate) fn keep_page(&self, name: &str) -> String {
        let source = self.driver.get("/source").unwrap_or_default();
        let page = machine::screenshots().join(format!("{name}.html"));
        let mut kept = page.display().to_string();
        if let Err(error) = std::fs::write(&page, source.as_str().unwrap_or_default()) {
            kept = format!("nothing ({kept}: {error})");
        }
        if let Err(what) = self.keep_picture(name) {
            kept = format!("{kept}, without a picture: {what}");
        }
        kept
    }
}
