//! Where things are: the root of the project, its target folder, its text files.

use std::path::{Path, PathBuf};

/// Folders that hold nothing a person wrote.
const SKIPPED_FOLDERS: [&str; 4] = [".git", "target", "harmony-data", "node_modules"];

/// File name endings of texts that people write.
const TEXT_ENDINGS: [&str; 17] = [
    "rs", "toml", "md", "ftl", "html", "css", "js", "sql", "story", "yml", "yaml", "json", "typ", "txt",
    "xml", "cedar", "csv",
];

/// A text file of the project.
pub(crate) struct Text {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    pub(crate) body: String,
}

impl Text {
    pub(crate) fn is(&self, ending: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == ending)
    }

    /// The crate whose folder the file lies in (`crates/NAME/…`, or `xtask`).
    pub(crate) fn crate_name(&self) -> Option<&str> {
        let mut parts = self.path.split('/');
        match parts.next()? {
            "crates" => parts.next(),
            "xtask" => Some("xtask"),
            _ => None,
        }
    }

    /// Whether the whole file is test code.
    pub(crate) fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.contains("/benches/") || self.path.ends_with("/tests.rs")
    }
}

/// The root of the project: the folder above `xtask`.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("xtask lies in the root of the project").to_path_buf()
}

/// The target folder this very program was built in; tests, clippy and tools share it.
pub(crate) fn target_dir() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|exe| exe.parent()?.parent().map(Path::to_path_buf))
        .unwrap_or_else(|| root().join("target"))
}

/// Every text file of the project, by path.
pub(crate) fn texts() -> Vec<Text> {
    let root = root();
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Text>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            let built = path.join("CACHEDIR.TAG").exists();
            if !SKIPPED_FOLDERS.contains(&name.as_str()) && !built {
                collect(root, &path, found);
            }
            continue;
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !TEXT_ENDINGS.contains(&ending) {
            continue;
        }
        if let (Ok(body), Ok(relative)) = (std::fs::read_to_string(&path), path.strip_prefix(root)) {
            found.push(Text { path: relative.to_string_lossy().replace('\\', "/"), body });
        }
    }
}

/// Splits a source file at its test module, which stands last.
pub(crate) fn code_and_tests(body: &str) -> (&str, &str) {
    body.find("\n#[cfg(test)]\nmod ").map_or((body, ""), |at| body.split_at(at))
}
