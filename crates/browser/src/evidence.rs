//! Pictures and pages kept for people to look at.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::browser::Browser;
use crate::machine;

impl Browser {
    /// Writes a picture of what the window shows, its upper `height` CSS pixels, to a file of the caller's (PNG).
    #[track_caller]
    pub fn picture(&self, file: &Path, height: u32) {
        if let Err(what) = self.write_picture(file, Some(height)) {
            self.fail(&format!("no picture: {what}"));
        }
    }

    /// Writes a picture of the whole page, not only of what the window shows.
    pub(crate) fn keep_picture(&self, name: &str) -> Result<(), String> {
        self.write_picture(&machine::screenshots().join(format!("{name}.png")), None)
    }

    fn write_picture(&self, file: &Path, height: Option<u32>) -> Result<(), String> {
        let whole_page = height.is_none();
        let mut wanted =
            json!({ "format": "png", "captureBeyondViewport": whole_page, "optimizeForSpeed": false });
        if let Some(height) = height {
            let width = self.driver.script("return innerWidth", json!([]));
            let width = width.map_err(|refused| refused.to_string())?;
            wanted["clip"] = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        }
        let picture =
            self.driver.devtools("Page.captureScreenshot", wanted).map_err(|refused| refused.to_string())?;
        let picture = picture["data"].as_str().ok_or("the browser gave none")?;
        let picture = STANDARD.decode(picture).map_err(|error| error.to_string())?;
        std::fs::write(file, picture).map_err(|error| format!("{}: {error}", file.display()))
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
