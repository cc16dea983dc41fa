//! A field for files.

use askama::Template;

use super::field::Fields;

/// The largest single file.
pub const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;
/// The largest form with files.
pub const MAX_UPLOAD_BYTES: usize = 25 * 1024 * 1024;

/// A field for one or more pictures or PDFs.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/upload.html")]
pub struct Upload {
    /// Its name in the form and its id on the page.
    pub name: String,
    /// What it asks.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// The limits in words.
    pub limits: String,
    /// What is wrong with the files.
    pub error: Option<String>,
    /// `(optional)` when there may be none.
    pub optional: Option<String>,
    /// Whether several files may be given.
    pub many: bool,
    /// Names of files that were received before and are kept.
    pub kept: Vec<String>,
    /// What the browser says before sending a file that is too large.
    pub too_large: String,
    /// The limit of one file in bytes.
    pub limit: usize,
}

impl Fields<'_> {
    /// A field for one file.
    pub fn upload(&self, name: &str) -> Upload {
        let field = self.text(name);
        let megabytes = MAX_FILE_BYTES / (1024 * 1024);
        Upload {
            name: field.name,
            label: field.label,
            hint: field.hint,
            limits: self.words.with("form-file-limits", "mb", megabytes),
            error: field.error,
            optional: None,
            many: false,
            kept: Vec::new(),
            too_large: self.words.with("form-file-too-large", "mb", megabytes),
            limit: MAX_FILE_BYTES,
        }
    }

    /// A field for several files.
    pub fn uploads(&self, name: &str) -> Upload {
        Upload { many: true, ..self.upload(name) }
    }
}

impl Upload {
    /// There may be no file, and the label says so.
    pub fn optional(mut self, words: crate::words::Words) -> Self {
        self.optional = Some(words.t("form-optional"));
        self
    }
}

impl askama::filters::HtmlSafe for Upload {}
